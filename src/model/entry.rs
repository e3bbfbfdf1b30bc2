//! A line of the journal: one change that was done, undone or done again, with its number and its time.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Change, Edit};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Happened {
    Did,
    Undid,
    Redid,
}

/// What was recorded, in the order in which it was recorded. Replaying entries asks no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From 1, one more with each entry of a portfolio, over restarts too.
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub happened: Happened,
    /// As it was first done, also where it was undone or redone.
    pub change: Arc<Change>,
}

impl Entry {
    /// What becomes of the portfolio, in the order in which it is applied.
    #[must_use]
    pub fn edits(&self) -> Cow<'_, [Edit]> {
        match self.happened {
            Happened::Did | Happened::Redid => Cow::Borrowed(&self.change.edits),
            Happened::Undid => Cow::Owned(self.change.inverse().edits),
        }
    }
}
