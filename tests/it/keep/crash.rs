//! Suite A: the power is cut before every operation of every script, and again while what is left is gone on with.
//!
//! At each commit: `cargo test --test it keep::crash`. On demand, so many states:
//! `UPGRADE_DESK_CASES=50000000 cargo test --release --test it keep::crash -- --nocapture`.

use std::collections::HashSet;
use std::ops::AddAssign;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use upgrade_desk::shell::disk::{Disk, MemoryDisk, Operation};
use upgrade_desk::shell::keep::{Keeping, OpenFailure, Safety};

use crate::cases::cases;

use super::memo::Memo;
use super::person::{Claim, Failures, Person, Story, Theirs};
use super::scripts::{SCRIPTS, Script};
use super::world::{Violation, held_by, keeping, open_at, violated};

/// What was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// Power cuts: a moment, and a disk that one could leave then.
    pub states: usize,
    /// Different disks among them, each under different promises.
    pub different: usize,
    /// Those that were gone on with, and in which the power was cut again.
    pub gone_on: usize,
}

/// How many disks are looked at after each cut, and after each cut while one of those is gone on with.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub most: usize,
    /// How many of those that differ in what opening sees are gone on with: one in so many.
    pub goes_on_every: usize,
    pub nested: usize,
    pub seed: u64,
}

#[derive(Debug)]
struct Explorer {
    safety: Safety,
    bounds: Bounds,
    /// Disks, each with what was promised when it was looked at.
    seen: HashSet<(u128, u128)>,
    kinds: usize,
    figures: Figures,
    broken: Option<Violation>,
    memo: Memo,
}

/// Runs a script once, with the power cut at each of its operations.
pub fn simulate(script: &Script, safety: Safety, bounds: Bounds) -> Result<Figures, Violation> {
    let explorer = Explorer {
        safety,
        bounds,
        seen: HashSet::new(),
        kinds: 0,
        figures: Figures::default(),
        broken: None,
        memo: Memo::default(),
    };
    let explorer = Arc::new(Mutex::new(explorer));
    let (disk, story) = (script.begin)();
    let mut person = Person::new(&disk, keeping(&disk, safety), story, Failures::None);
    watch(&explorer, &person, true);
    let done = (script.run)(&mut person);
    // The last operation is cut too.
    let _ = disk.facts(Path::new("/"));
    disk.before_each(|_| {});
    let mut explorer = explorer.lock().unwrap_or_else(PoisonError::into_inner);
    let named = |Violation(said)| Violation(format!("{}: {said}", script.name));
    if let Some(broken) = explorer.broken.take() {
        return Err(named(broken));
    }
    done.map_err(named)?;
    Ok(explorer.figures)
}

/// Looks at the disks that a cut would leave, before each operation of a person.
fn watch(explorer: &Arc<Mutex<Explorer>>, person: &Person, goes_on: bool) {
    let (explorer, story) = (Arc::clone(explorer), Arc::clone(&person.story));
    let mut last_chapter = None;
    person.disk.before_each(move |disk| {
        let story = story.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // What only looks leaves nothing else behind.
        if last_chapter == Some(story.chapter) && disk.log().last().is_some_and(|last| only_looks(last.operation)) {
            return;
        }
        last_chapter = Some(story.chapter);
        Explorer::look(&explorer, disk, &story, goes_on);
    });
}

fn only_looks(operation: Operation) -> bool {
    matches!(operation, Operation::Read | Operation::Facts | Operation::Names | Operation::RealPath)
}

impl AddAssign for Figures {
    fn add_assign(&mut self, more: Self) {
        self.states += more.states;
        self.different += more.different;
        self.gone_on += more.gone_on;
    }
}

impl Bounds {
    pub const COMMIT: Self = Self { most: 300, goes_on_every: 2, nested: 6, seed: 1 };
}

impl Explorer {
    fn look(this: &Arc<Mutex<Self>>, disk: &MemoryDisk, story: &Story, goes_on: bool) {
        let (bounds, safety) = {
            let explorer = this.lock().unwrap_or_else(PoisonError::into_inner);
            if explorer.broken.is_some() {
                return;
            }
            (explorer.bounds, explorer.safety)
        };
        let most = if goes_on { bounds.most } else { bounds.nested };
        for image in disk.crashes(most, bounds.seed.wrapping_add(disk.operations())) {
            let key = image.image_key();
            {
                let mut explorer = this.lock().unwrap_or_else(PoisonError::into_inner);
                explorer.figures.states += 1;
                if !explorer.seen.insert((key, story.chapter)) {
                    continue;
                }
                explorer.figures.different += 1;
            }
            let judged = judge_each(this, &image, story, safety).and_then(|is_new| {
                if !goes_on || !is_new {
                    return Ok(());
                }
                let mut explorer = this.lock().unwrap_or_else(PoisonError::into_inner);
                explorer.kinds += 1;
                if !explorer.kinds.is_multiple_of(bounds.goes_on_every) {
                    return Ok(());
                }
                explorer.figures.gone_on += 1;
                drop(explorer);
                go_on(this, &image, story, safety)
            });
            if let Err(Violation(said)) = judged {
                let last = disk.log().last().map(|last| format!("after {:?} {}", last.operation, last.path.display()));
                let mut explorer = this.lock().unwrap_or_else(PoisonError::into_inner);
                let said = format!("{said} [{} of {}]", last.unwrap_or_default(), disk.operations());
                explorer.broken.get_or_insert(Violation(said));
                return;
            }
        }
    }
}

/// Whether a disk after a cut holds what was promised; whether it is one of a kind that was not met before.
fn judge_each(
    this: &Arc<Mutex<Explorer>>,
    image: &MemoryDisk,
    story: &Story,
    safety: Safety,
) -> Result<bool, Violation> {
    // Where two versions are about, more than what opening asks decides.
    let is_plain = story.foreign.is_empty() && story.claims.iter().all(|claim| claim.theirs == Theirs::None);
    if !is_plain {
        return judge(image, story, safety).map(|()| true);
    }
    let mut explorer = this.lock().unwrap_or_else(PoisonError::into_inner);
    let mut is_new = false;
    for claim in &story.claims {
        let image = image.fork();
        if explorer.memo.knows(&claim.path, story.chapter, &image) {
            continue;
        }
        is_new = true;
        let image = image.fork();
        explorer.memo.learn(&claim.path, story.chapter, &image, |asked| {
            let keeping = Keeping { disk: Arc::new(asked), ..keeping(&image, safety) };
            judge_claim(&keeping, &image, claim)
        })?;
    }
    Ok(is_new)
}

fn judge_claim(keeping: &Keeping, image: &MemoryDisk, claim: &Claim) -> Result<(), Violation> {
    match open_at(keeping, &claim.path) {
        Ok(opened) => claim.judge(&opened, image),
        Err(OpenFailure::File(failure)) if failure.is_missing() && !claim.is_there => Ok(()),
        Err(failure) => violated!("{} does not open: {failure}", claim.path.display()),
    }
}

/// Whether a disk after a cut holds what was promised.
pub fn judge(image: &MemoryDisk, story: &Story, safety: Safety) -> Result<(), Violation> {
    for claim in &story.claims {
        judge_claim(&keeping(&image.fork(), safety), image, claim)?;
    }
    for theirs in &story.foreign {
        if !image.files().iter().any(|path| held_by(image, path).as_ref() == Some(theirs)) {
            violated!("somebody else's version is gone")
        }
    }
    Ok(())
}

/// Judges a disk, and then works on with each of its portfolios while the power is cut again.
fn go_on(explorer: &Arc<Mutex<Explorer>>, image: &MemoryDisk, story: &Story, safety: Safety) -> Result<(), Violation> {
    for claim in &story.claims {
        if image.contents(&claim.path).is_none() || claim.theirs == Theirs::Discarded {
            continue;
        }
        let image = image.fork();
        // The others are judged as they lie there; this one is worked with.
        let mut own = claim.clone();
        own.is_there = true;
        let mut story = Story { claims: vec![own], ..story.clone() };
        story.mark();
        let mut person = Person::new(&image, keeping(&image, safety), story, Failures::None).with_changes_from(100);
        watch(explorer, &person, false);
        person.open()?;
        let done = person.works_on();
        image.before_each(|_| {});
        done?;
    }
    Ok(())
}

/// How many crash states are looked at at each commit, and how many of the disks have to be different.
const STATES: u32 = 100_000;
const DIFFERENT: usize = 30_000;

#[test]
fn no_power_cut_loses_a_change_or_leaves_a_portfolio_that_does_not_open() {
    let asked = usize::try_from(cases(STATES)).unwrap();
    let mut all = Figures::default();
    for round in 0_u64.. {
        let bounds = Bounds { seed: round << 40, ..Bounds::COMMIT };
        let next = AtomicUsize::new(0);
        // Two at a time: a script waits for nobody.
        let work = || {
            let mut figures = Figures::default();
            while let Some(script) = SCRIPTS.get(next.fetch_add(1, Ordering::Relaxed)) {
                figures += simulate(script, Safety::WHOLE, bounds).unwrap_or_else(|violation| panic!("{violation}"));
            }
            figures
        };
        all += std::thread::scope(|scope| {
            let other = scope.spawn(work);
            let mut figures = work();
            figures += other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            figures
        });
        println!("{all:?}");
        if all.states >= asked {
            break;
        }
        // More rounds are for those that were asked for: what is looked at at each commit must not become less unseen.
        assert!(asked > STATES as usize, "fewer states than there were: {all:?}");
    }
    assert!(all.different >= DIFFERENT, "fewer different disks than there were: {all:?}");
}
