//! The best of backups and journals: a backup, and every change that the journals know after it.

use chrono::{DateTime, Utc};

use super::Keeping;
use super::backups::{self, Backup};
use super::journal::{Journal, Journals};
use super::place::Place;
use crate::model::Portfolio;
use crate::state::carry_out;
use crate::storage::{Loaded, MAXIMUM_SIZE, decode};

/// A portfolio put together again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    pub portfolio: Portfolio,
    /// When the last thing in it was recorded or set aside.
    pub at: DateTime<Utc>,
    /// It holds everything that was ever recorded.
    pub is_latest: bool,
}

/// The version that reaches farthest; `None` where no backup can be read.
pub(super) fn rebuild(keeping: &Keeping, place: &Place) -> Option<Rebuilt> {
    let disk = &*keeping.disk;
    let backups = backups::list(disk, place).ok()?;
    let journals = Journals::of(disk, place, keeping.safety).ok()?;
    let mut chain: Vec<Journal> = Vec::new();
    if let Ok(Some(last)) = journals.last() {
        chain.extend(journals.back_from(&last));
        chain.insert(0, last);
    }
    let latest = chain.first().map_or(0, Journal::last_seq);
    let mut best: Option<(u64, Rebuilt)> = None;
    for backup in &backups {
        let Some((reached, rebuilt)) = from_backup(keeping, backup, &chain, latest) else { continue };
        if rebuilt.is_latest {
            return Some(rebuilt);
        }
        if best.as_ref().is_none_or(|(farthest, _)| reached > *farthest) {
            best = Some((reached, rebuilt));
        }
    }
    best.map(|(_, rebuilt)| rebuilt)
}

/// A backup with the changes after it; `chain` has the newest journal first.
fn from_backup(keeping: &Keeping, backup: &Backup, chain: &[Journal], latest: u64) -> Option<(u64, Rebuilt)> {
    let bytes = keeping.disk.read(&backup.path, MAXIMUM_SIZE).ok()?;
    let Loaded { mut portfolio, not_understood, hash, .. } = decode(&bytes).ok()?;
    if !not_understood.is_empty() {
        return None;
    }
    let mut at = backup.at;
    let found =
        chain.iter().enumerate().find_map(|(index, journal)| Some((index, journal.beyond(hash, keeping.safety)?)));
    let Some((index, beyond)) = found else {
        // Nothing tells what was recorded after it.
        return Some((0, Rebuilt { portfolio, at, is_latest: false }));
    };
    let first = chain.get(index)?;
    let mut reached = beyond.first().map_or_else(|| first.last_seq(), |entry| entry.seq - 1);
    let later = chain.iter().take(index).rev().flat_map(|journal| &journal.entries);
    for entry in beyond.iter().chain(later) {
        if entry.seq == reached + 1 {
            carry_out(&mut portfolio, &entry.edits());
            reached = entry.seq;
            at = at.max(entry.at);
        }
    }
    Some((reached, Rebuilt { portfolio, at, is_latest: reached >= latest }))
}
