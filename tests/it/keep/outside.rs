//! Somebody else writes the file at any moment of a checkpoint, a bit of the journal flips, and the encoder writes what the reader refuses: what no power cut shows.

use std::path::Path;
use std::sync::Arc;

use upgrade_desk::model::{Customer, Happened, Id, Portfolio};
use upgrade_desk::shell::disk::{Disk, MemoryDisk};
use upgrade_desk::shell::keep::Safety;
use upgrade_desk::storage::LONGEST_TEXT;

use super::scripts::theirs;
use super::world::{
    FILE, STATE, Violation, after, bytes, change, disk_with, file, held_by, id, keeping, minute, open_at, portfolio,
    violated, visible,
};

/// A sync client puts theirs in place before any operation of a checkpoint; what it replaces, and what replaces it, stays.
pub fn replaced_at_any_moment(safety: Safety, prepare: fn(&MemoryDisk)) -> Result<usize, Violation> {
    for at in 0.. {
        let disk = disk_with(FILE, &portfolio("as it was"));
        prepare(&disk);
        let mut kept = open_at(&keeping(&disk, safety), file()).unwrap().kept.unwrap();
        kept.append(minute(2), Happened::Did, change(kept.portfolio(), 1)).unwrap();
        let mine = kept.portfolio().clone();
        let from = disk.operations() + at;
        let mut is_put = false;
        disk.before_each(move |disk| {
            if !is_put && disk.operations() == from {
                is_put = true;
                disk.write_durably(file(), &bytes(&theirs())).unwrap();
            }
        });
        let stored = kept.checkpoint(minute(3));
        disk.before_each(|_| {});
        if disk.operations() <= from {
            return Ok(usize::try_from(at).unwrap());
        }
        if !visible(&disk).iter().any(|path| held_by(&disk, path).as_ref() == Some(&theirs())) {
            violated!("theirs is gone, put there before operation {at} of a checkpoint: {stored:?}")
        }
        drop(kept);
        let opened = open_at(&keeping(&disk, safety), file()).unwrap();
        let asked = opened.mine.as_ref().and_then(|mine| mine.portfolio.as_ref());
        if asked != Some(&mine) && opened.portfolio != mine {
            // Once the file is in its place, whoever writes it later builds on it or replaces it as any file.
            let was_stored = stored.is_ok() && opened.portfolio == theirs();
            if !was_stored {
                violated!("mine is gone, theirs was put there before operation {at} of a checkpoint: {stored:?}")
            }
        }
    }
    Ok(0)
}

/// Each bit of the journal's last line flips: the line counts as it was written or not at all.
pub fn flipped_bits(safety: Safety) -> Result<usize, Violation> {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = open_at(&keeping(&disk, safety), file()).unwrap().kept.unwrap();
    let mut versions = vec![kept.portfolio().clone()];
    for number in 1..3 {
        kept.append(minute(2), Happened::Did, change(kept.portfolio(), number)).unwrap();
        versions.push(kept.portfolio().clone());
    }
    drop(kept);
    let journal = the_journal(&disk);
    let whole = disk.contents(&journal).unwrap();
    let lines = whole.strip_suffix(b"\n").unwrap();
    let start = lines.iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for bit in start * 8..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        disk.write_durably(&journal, &damaged).unwrap();
        let opened = open_at(&keeping(&disk, safety), file()).unwrap();
        if opened.portfolio != versions[1] || opened.journal_is_newer {
            violated!("bit {bit} of the journal flips, and it opens as something else or as newer")
        }
    }
    Ok((whole.len() - start) * 8)
}

pub fn the_journal(disk: &MemoryDisk) -> std::path::PathBuf {
    let is_journal = |path: &std::path::PathBuf| {
        path.starts_with(STATE) && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal-"))
    };
    disk.files().into_iter().rfind(is_journal).unwrap()
}

/// A text that is longer than the reader takes: the file is not written, and what was there stays.
/// Portfolio Performance #4743 wrote what its own reader rejects.
pub fn written_as_it_can_be_read(safety: Safety) -> Result<usize, Violation> {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let endless = Customer { notes: "x".repeat(LONGEST_TEXT + 1), ..Customer::new(Id::new("e"), String::new()) };
    let begun = Portfolio { id: id(8), customers: [endless].into_iter().collect(), ..portfolio("new") };
    let mut kept = keeping(&disk, safety).begin(begun.clone());
    let change = change(&begun, 1);
    if kept.append(minute(2), Happened::Did, Arc::clone(&change)).is_err() {
        return Ok(1);
    }
    let path = kept.path().to_owned();
    drop(kept);
    match open_at(&keeping(&disk, safety), &path) {
        Ok(opened) if opened.portfolio == after(&begun, &change) => Ok(1),
        Ok(_) => violated!("it opens as something else"),
        Err(failure) => violated!("a change was promised in a file that does not open: {failure}"),
    }
}

#[test]
fn a_version_that_comes_at_any_moment_of_a_checkpoint_stays_and_so_does_mine() {
    let moments = replaced_at_any_moment(Safety::WHOLE, |_| {}).unwrap();
    assert!(moments > 15, "{moments}");
}

#[test]
fn a_flipped_bit_in_the_last_line_takes_that_line_and_no_other() {
    assert!(flipped_bits(Safety::WHOLE).unwrap() > 800);
}

#[test]
fn what_the_reader_refuses_is_not_written() {
    written_as_it_can_be_read(Safety::WHOLE).unwrap();
}

#[test]
fn nothing_is_left_hidden_beside_the_file_after_a_checkpoint() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = open_at(&keeping(&disk, Safety::WHOLE), file()).unwrap().kept.unwrap();
    for number in 1..4 {
        kept.append(minute(2), Happened::Did, change(kept.portfolio(), number)).unwrap();
        kept.checkpoint(minute(3)).unwrap();
    }
    assert_eq!(disk.names(Path::new("/home/desk")).unwrap(), ["portfolio.ron"]);
}
