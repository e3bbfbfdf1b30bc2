//! Journals that a newer one took over from: how long they are kept, and what they tell of the past.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::super::disk::Disk;
use super::super::files::{FileFailure, Step, refused};
use super::journal::{Journal, Journals};
use super::place::Place;
use super::{Keeping, place};
use crate::model::Entry;

/// How long journals are kept that have been taken over from, and those that were discarded.
const KEPT_FOR: TimeDelta = TimeDelta::days(30);
/// How much room they may take, in bytes: 256 MiB.
const ROOM: u64 = 256 << 20;

/// The changes that led to a journal's own, oldest first: at most so many of the last ones.
pub(super) fn past(journals: &Journals<'_>, last: &Journal, most: usize) -> Vec<Arc<Entry>> {
    // A change that was carried into a newer journal stands in both.
    let mut entries: BTreeMap<u64, Arc<Entry>> = BTreeMap::new();
    let mut take = |journal: &Journal| {
        for entry in &journal.entries {
            entries.entry(entry.seq).or_insert_with(|| Arc::clone(entry));
        }
        entries.len() < most
    };
    if take(last) {
        for journal in journals.back_from(last) {
            if !take(&journal) {
                break;
            }
        }
    }
    // Undo steps back one by one, so a number that is missing ends what can be reached.
    let mut reached: Vec<Arc<Entry>> = Vec::new();
    for entry in entries.into_values().rev().take(most) {
        if reached.last().is_some_and(|later| later.seq != entry.seq + 1) {
            break;
        }
        reached.push(entry);
    }
    reached.reverse();
    reached
}

/// Removes the oldest journals that are no longer needed. The newest complete one never goes.
pub(super) fn prune(keeping: &Keeping, place: &Place, now: DateTime<Utc>) -> Result<(), FileFailure> {
    let disk = &*keeping.disk;
    let journals = Journals::of(disk, place, keeping.safety)?;
    let Some(last) = journals.last()? else { return Ok(()) };
    let mut room = ROOM;
    for number in journals.numbers().iter().filter(|number| **number < last.header.number) {
        let path = place.journal(*number);
        let Ok(facts) = disk.facts(&path) else { continue };
        let is_old = facts.modified.is_some_and(|at| now - at > KEPT_FOR);
        if is_old || facts.size > room {
            disk.remove(&path).map_err(refused(Step::Journal, &path))?;
        }
        room = room.saturating_sub(facts.size);
    }
    prune_discarded(disk, place, now)
}

/// Removes what was given up long ago.
fn prune_discarded(disk: &dyn Disk, place: &Place, now: DateTime<Utc>) -> Result<(), FileFailure> {
    let discarded = place.discarded();
    for name in disk.names(&discarded).map_err(refused(Step::Read, &discarded))? {
        let path = discarded.join(&name);
        // What was given up by an earlier version says only when it was written.
        let modified = || disk.facts(&path).ok().and_then(|facts| facts.modified);
        if date_of(&name).or_else(modified).is_some_and(|at| now - at > KEPT_FOR) {
            disk.remove(&path).map_err(refused(Step::Journal, &path))?;
        }
    }
    Ok(())
}

/// The name of something that is given up now.
pub(super) fn dated(name: &str, now: DateTime<Utc>) -> String {
    format!("{} {name}", now.format(DAY))
}

/// When that was, in UTC: the day begins.
fn date_of(name: &str) -> Option<DateTime<Utc>> {
    let (day, _) = name.split_once(' ')?;
    Some(NaiveDate::parse_from_str(day, DAY).ok()?.and_time(NaiveTime::MIN).and_utc())
}

const DAY: &str = "%Y-%m-%d";

impl Keeping {
    /// Removes what was given up long ago in all places: a portfolio that was given up is never stored again, so that
    /// nothing else clears its place.
    pub fn prune_discarded(&self, now: DateTime<Utc>) {
        let disk = &*self.disk;
        let all = place::all(&self.state);
        for id in disk.names(&all).unwrap_or_default() {
            for key in disk.names(&all.join(&id)).unwrap_or_default() {
                let place = Place { folder: all.join(&id).join(key), is_beside: false };
                let _left_for_the_next = prune_discarded(disk, &place, now);
            }
        }
    }
}

/// Moves all journals of a place out of the way: their changes were given up by a person, and are kept for a while.
pub(super) fn discard(keeping: &Keeping, place: &Place, now: DateTime<Utc>) -> Result<(), FileFailure> {
    let disk = &*keeping.disk;
    let journals = Journals::of(disk, place, keeping.safety)?;
    let folder = place.discarded();
    disk.make_folder(&folder).map_err(refused(Step::Folder, &folder))?;
    // The newest last: cut off before it, the question that led here comes again.
    for number in journals.numbers().iter().rev() {
        let from = place.journal(*number);
        let free = (0_u32..)
            .map(|turn| folder.join(dated(&format!("journal-{number:08}.{turn}"), now)))
            .find(|path| disk.facts(path).is_err());
        if let Some(to) = free {
            disk.rename(&from, &to).map_err(refused(Step::Journal, &from))?;
        }
    }
    disk.sync_folder(&folder).map_err(refused(Step::SyncFolder, &folder))?;
    disk.sync_folder(&place.folder).map_err(refused(Step::SyncFolder, &place.folder))
}
