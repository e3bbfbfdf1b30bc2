//! Suite B: every operation of every script fails, in each way, once, twice and for ever. And F in memory: the disk is full at every size.
//!
//! At each commit every operation fails in two ways: `cargo test --test it keep::failing`. On demand in so many ways, of
//! the 21 that there are: `UPGRADE_DESK_CASES=21 cargo test --release --test it keep::failing`.

use upgrade_desk::shell::disk::{Failing, MemoryDisk, Times, errno};
use upgrade_desk::shell::keep::Safety;

use crate::cases::cases;

use super::crash::judge;
use super::person::{Failures, Person, Story, Theirs};
use super::scripts::{SCRIPTS, Script};
use super::world::{Violation, keeping, violated};

/// The ways to fail: an error, and whether a write first writes a half.
const WAYS: [(&str, i32, bool); 7] = [
    ("ENOSPC", errno::ENOSPC, false),
    ("EDQUOT", errno::EDQUOT, false),
    ("EIO", errno::EIO, false),
    ("EACCES", errno::EACCES, false),
    ("EROFS", errno::EROFS, false),
    ("EINTR", errno::EINTR, false),
    ("a short write", errno::ENOSPC, true),
];
const TIMES: [Times; 3] = [Times::Once, Times::ForEver, Times::Twice];

/// So many steps after a failure are looked at one by one, so many disks after a power cut each.
const LOOKED_AT: usize = 3;
const CUTS: usize = 3;

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tried {
    pub runs: usize,
    /// Runs in which the person was told of a failure.
    pub told: usize,
}

/// Runs a script once for each of its operations, which fails in so many of the ways.
pub fn fail_each(script: &Script, safety: Safety, ways: usize) -> Result<Tried, Violation> {
    let (disk, story) = (script.begin)();
    let start = disk.operations();
    let mut person = Person::new(&disk, keeping(&disk, safety), story, Failures::None);
    (script.run)(&mut person)?;
    drop(person);
    let mut tried = Tried::default();
    for from in start..disk.operations() {
        for way in 0..ways {
            // In a row of 21 an operation meets each pair once; with fewer, its neighbours meet the others.
            let at = usize::try_from(from).unwrap_or(0);
            let (name, error, short_write) = WAYS[(at + way) % WAYS.len()];
            let times = TIMES[(at / WAYS.len() + way) % TIMES.len()];
            let (disk, story) = (script.begin)();
            disk.fail(Failing { from, error, times, short_write });
            let told = go_through(script, &disk, story, safety, from, CUTS).map_err(|Violation(said)| {
                let operation = disk.log().into_iter().nth(usize::try_from(from).unwrap_or(0));
                let operation = operation.map(|it| format!("{:?} {}", it.operation, it.path.display()));
                Violation(format!(
                    "{}: {said} [{name} {times:?} at {from}, {}]",
                    script.name,
                    operation.unwrap_or_default()
                ))
            })?;
            if told > 0 && error == errno::EINTR {
                violated!("{}: a call that was interrupted was not made again", script.name)
            }
            tried.runs += 1;
            tried.told += usize::from(told > 0);
        }
    }
    Ok(tried)
}

/// Runs a script on a disk with so many bytes of room beside what is there.
pub fn fill(script: &Script, safety: Safety, room: u64) -> Result<usize, Violation> {
    let (disk, story) = (script.begin)();
    let used: u64 = disk.files().iter().filter_map(|path| disk.contents(path)).map(|bytes| bytes.len() as u64).sum();
    disk.set_capacity(Some(used + room));
    let told = go_through(script, &disk, story, safety, 0, CUTS);
    told.map_err(|Violation(said)| Violation(format!("{}: {said} [{room} bytes of room]", script.name)))
}

/// A person who expects failures; gives back how many were told.
fn go_through(
    script: &Script,
    disk: &MemoryDisk,
    story: Story,
    safety: Safety,
    from: u64,
    cuts: usize,
) -> Result<usize, Violation> {
    let mut person = Person::new(disk, keeping(disk, safety), story, Failures::Expected);
    let mut looked_at = 0;
    person.after_step = Some(Box::new(move |disk, story| {
        if disk.operations() <= from || looked_at == LOOKED_AT {
            return Ok(());
        }
        looked_at += 1;
        look(disk, story, safety, cuts)
    }));
    (script.run)(&mut person)?;
    let told = person.told;
    look(disk, &person.the_story(), safety, cuts)?;
    person.after_step = None;

    // Another process finds everything, while the disk is as full as it is.
    let fork = disk.fork();
    fork.mend();
    fork.set_capacity(None);
    for claim in person.the_story().claims {
        if fork.contents(&claim.path).is_none() || claim.theirs == Theirs::Discarded {
            continue;
        }
        let mut story = person.the_story();
        story.claims = vec![claim];
        story.mark();
        let fork = fork.fork();
        let mut other = Person::new(&fork, keeping(&fork, safety), story, Failures::None).with_changes_from(100);
        other.open()?;
        other.works_on().map_err(|Violation(said)| Violation(format!("opened anew: {said}")))?;
    }

    // And the same process goes on.
    disk.mend();
    disk.set_capacity(None);
    if person.kept.is_some() && person.the_claim().theirs != Theirs::Discarded {
        person.works_on().map_err(|Violation(said)| Violation(format!("gone on with: {said}")))?;
    }
    Ok(told)
}

/// Opens what another process would find now, and what a power cut would leave.
fn look(disk: &MemoryDisk, story: &Story, safety: Safety, cuts: usize) -> Result<(), Violation> {
    let fork = disk.fork();
    fork.mend();
    judge(&fork, story, safety)?;
    for image in disk.crashes(cuts, disk.operations()) {
        judge(&image, story, safety).map_err(|Violation(said)| Violation(format!("after a power cut: {said}")))?;
    }
    Ok(())
}

/// How many runs there are at each commit, so that the suite does not shrink unseen.
const RUNS: usize = 2000;
/// So many sizes of a disk, from no room at all to twice the file with its journal.
const SIZES: u64 = 16;
const LARGEST: u64 = 3200;

#[test]
fn no_operation_that_fails_loses_a_change_and_work_goes_on_when_the_disk_is_mended() {
    let ways = usize::try_from(cases(2)).unwrap().clamp(1, WAYS.len() * TIMES.len());
    let mut tried = Tried::default();
    for script in &SCRIPTS {
        let more = fail_each(script, Safety::WHOLE, ways).unwrap_or_else(|violation| panic!("{violation}"));
        tried.runs += more.runs;
        tried.told += more.told;
    }
    println!("{tried:?}");
    assert!(tried.runs >= RUNS * ways / 2, "fewer failures than there were: {tried:?}");
    assert!(tried.told * 3 > tried.runs, "most failures are told, or made good: {tried:?}");
}

#[test]
fn no_size_of_a_disk_that_is_full_loses_a_change_and_it_opens_while_it_is_full() {
    let mut told = 0;
    for script in &SCRIPTS {
        for at in 0..=SIZES {
            let failures = fill(script, Safety::WHOLE, at * LARGEST / SIZES);
            told += failures.unwrap_or_else(|violation| panic!("{violation}"));
        }
    }
    assert!(told > 200, "a disk that is full is felt: {told}");
}
