//! Undo, redo, and what was recorded when. Changes are applied elsewhere.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::model::Change;

/// How many changes can be undone.
const KEPT: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    Did,
    Undid,
    Redid,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: DateTime<Utc>,
    pub happened: Happened,
    /// As it was first done, also where it was undone or redone.
    pub change: Arc<Change>,
}

#[derive(Clone, Debug)]
struct Step {
    serial: u64,
    change: Arc<Change>,
}

/// The changes of this session.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    entries: Vec<Entry>,
    last_serial: u64,
    /// The serial below the oldest change that is kept.
    floor: u64,
}

impl History {
    /// Names the present state: equal marks are equal portfolios. It goes back on undo, so that undoing up to the last save is clean.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.done.last().map_or(self.floor, |step| step.serial)
    }

    /// What undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Arc<Change>> {
        self.done.last().map(|step| &step.change)
    }

    /// What redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Arc<Change>> {
        self.undone.last().map(|step| &step.change)
    }

    /// Oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn note(&mut self, at: DateTime<Utc>, happened: Happened, change: &Arc<Change>) {
        if self.entries.len() == KEPT {
            self.entries.remove(0);
        }
        self.entries.push(Entry { at, happened, change: Arc::clone(change) });
    }

    pub(super) fn did(&mut self, change: Arc<Change>) {
        self.undone.clear();
        self.last_serial += 1;
        self.note(change.at, Happened::Did, &change);
        if self.done.len() == KEPT {
            self.floor = self.done.remove(0).serial;
        }
        self.done.push(Step { serial: self.last_serial, change });
    }

    pub(super) fn undid(&mut self, at: DateTime<Utc>) {
        if let Some(step) = self.done.pop() {
            self.note(at, Happened::Undid, &step.change);
            self.undone.push(step);
        }
    }

    pub(super) fn redid(&mut self, at: DateTime<Utc>) {
        if let Some(step) = self.undone.pop() {
            self.note(at, Happened::Redid, &step.change);
            self.done.push(step);
        }
    }
}
