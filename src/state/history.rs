//! Undo, redo, and what was recorded when. Changes are applied elsewhere.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::model::{Change, Entry, Happened};

/// How many changes can be undone.
const KEPT: usize = 1_000;

#[derive(Clone, Debug)]
struct Step {
    serial: u64,
    change: Arc<Change>,
}

/// The changes of this session, and those before it as far as the journals tell.
#[derive(Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    entries: VecDeque<Arc<Entry>>,
    last_serial: u64,
    /// The serial below the oldest change that is kept.
    floor: u64,
    last_seq: u64,
    /// The last entry from before the portfolio was saved as another one, under another id.
    another_until: u64,
    /// How many of the last entries were in the journal alone when the portfolio was opened.
    recovered: usize,
}

impl History {
    /// The history of a portfolio that was opened: what its journals tell, and what was recovered from the last of them.
    #[must_use]
    pub fn of(past: &[Arc<Entry>], recovered: &[Arc<Entry>]) -> Self {
        let mut history = Self::default();
        for entry in past.iter().chain(recovered) {
            history.take(entry);
        }
        history.recovered = recovered.len();
        history
    }

    fn take(&mut self, entry: &Arc<Entry>) {
        match entry.happened {
            Happened::Did => {
                self.undone.clear();
                self.push(&entry.change);
            }
            Happened::Undid => {
                // What was done longer ago than the journals tell has nothing to be taken from.
                let step = self.done.pop_back();
                let step = step.unwrap_or_else(|| self.step(&entry.change));
                self.undone.push(step);
            }
            Happened::Redid => {
                let step = self.undone.pop();
                let step = step.unwrap_or_else(|| self.step(&entry.change));
                self.done.push_back(step);
            }
        }
        self.note(Arc::clone(entry));
    }

    fn step(&mut self, change: &Arc<Change>) -> Step {
        self.last_serial += 1;
        Step { serial: self.last_serial, change: Arc::clone(change) }
    }

    fn push(&mut self, change: &Arc<Change>) {
        if self.done.len() == KEPT
            && let Some(oldest) = self.done.pop_front()
        {
            self.floor = oldest.serial;
        }
        let step = self.step(change);
        self.done.push_back(step);
    }

    /// Names the present state: equal marks are equal portfolios. It goes back on undo.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.done.back().map_or(self.floor, |step| step.serial)
    }

    /// What undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Arc<Change>> {
        self.done.back().map(|step| &step.change)
    }

    /// What redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Arc<Change>> {
        self.undone.last().map(|step| &step.change)
    }

    /// Oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> + ExactSizeIterator {
        self.entries.iter()
    }

    /// The changes since the portfolio has the id that it has: what was before is another file's past.
    pub(super) fn under_this_id(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.iter().filter(|entry| entry.seq > self.another_until)
    }

    /// The portfolio goes on under another id.
    pub(super) const fn begin_another(&mut self) {
        self.another_until = self.last_seq;
    }

    /// How many of the first entries were there when the portfolio was opened, and how many of those were recovered.
    #[must_use]
    pub const fn recovered(&self) -> usize {
        self.recovered
    }

    fn note(&mut self, entry: Arc<Entry>) {
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.last_seq = entry.seq;
        self.entries.push_back(entry);
    }

    fn record(&mut self, at: DateTime<Utc>, happened: Happened, change: Arc<Change>) {
        let seq = self.last_seq + 1;
        self.take(&Arc::new(Entry { seq, at, happened, change }));
    }

    pub(super) fn did(&mut self, change: Arc<Change>) {
        self.record(change.at, Happened::Did, change);
    }

    pub(super) fn undid(&mut self, at: DateTime<Utc>) {
        if let Some(change) = self.next_undo().map(Arc::clone) {
            self.record(at, Happened::Undid, change);
        }
    }

    pub(super) fn redid(&mut self, at: DateTime<Utc>) {
        if let Some(change) = self.next_redo().map(Arc::clone) {
            self.record(at, Happened::Redid, change);
        }
    }
}
