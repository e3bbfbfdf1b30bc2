//! A change of the journal: its deed, and each record before and after in the form that the portfolio file has for it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::customer::Customer;
use super::deed::Deed;
use super::history::HistoryEntry;
use super::note::Notes;
use super::offer::Offer;
use super::partner::Partner;
use super::rows::Record;
use super::text::{Text, time};
use super::upgrade::Upgrade;
use crate::model::{self, Happened};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Entry")]
pub struct Entry<'a> {
    seq: u64,
    #[serde(borrow)]
    at: Text<'a>,
    happened: What,
    #[serde(borrow)]
    change: Change<'a>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename = "Happened")]
enum What {
    Did,
    Undid,
    Redid,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Change")]
struct Change<'a> {
    #[serde(borrow)]
    at: Text<'a>,
    #[serde(borrow)]
    deed: Deed<'a>,
    #[serde(borrow)]
    edits: Vec<Edit<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Edit<'a> {
    Customer {
        position: usize,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        old: Option<Customer<'a>>,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        new: Option<Customer<'a>>,
    },
    Upgrade {
        position: usize,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        old: Option<Upgrade<'a>>,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        new: Option<Upgrade<'a>>,
    },
    Offer {
        position: usize,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        old: Option<Offer<'a>>,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        new: Option<Offer<'a>>,
    },
    History {
        position: usize,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        old: Option<HistoryEntry<'a>>,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        new: Option<HistoryEntry<'a>>,
    },
    Answer {
        position: usize,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        old: Option<Answer<'a>>,
        #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
        new: Option<Answer<'a>>,
    },
    Partner {
        #[serde(borrow)]
        old: Partner<'a>,
        #[serde(borrow)]
        new: Partner<'a>,
    },
    Rules {
        #[serde(borrow)]
        old: Text<'a>,
        #[serde(borrow)]
        new: Text<'a>,
    },
}

impl<'a> Entry<'a> {
    pub fn write(entry: &'a model::Entry) -> Self {
        let model::Entry { seq, at, happened, change } = entry;
        let happened = match happened {
            Happened::Did => What::Did,
            Happened::Undid => What::Undid,
            Happened::Redid => What::Redid,
        };
        Self { seq: *seq, at: (*at).into(), happened, change: Change::write(change) }
    }

    /// What cannot be kept as read is noted.
    pub fn read(self, notes: &mut Notes) -> model::Entry {
        let happened = match self.happened {
            What::Did => Happened::Did,
            What::Undid => Happened::Undid,
            What::Redid => Happened::Redid,
        };
        let at = time(self.at, "at", notes);
        model::Entry { seq: self.seq, at, happened, change: Arc::new(self.change.read(notes)) }
    }
}

impl<'a> Change<'a> {
    fn write(change: &'a model::Change) -> Self {
        let model::Change { at, deed, edits } = change;
        Self { at: (*at).into(), deed: Deed::write(deed), edits: edits.iter().map(Edit::write).collect() }
    }

    fn read(self, notes: &mut Notes) -> model::Change {
        let at = time(self.at, "at", notes);
        let edits = self.edits.into_iter().map(|edit| edit.read(notes)).collect();
        model::Change { at, deed: self.deed.read(), edits }
    }
}

impl<'a> Edit<'a> {
    fn write(edit: &'a model::Edit) -> Self {
        use model::Edit as From;
        match edit {
            From::Customer { position, old, new } => {
                Self::Customer { position: *position, old: written(old), new: written(new) }
            }
            From::Upgrade { position, old, new } => {
                Self::Upgrade { position: *position, old: written(old), new: written(new) }
            }
            From::Offer { position, old, new } => {
                Self::Offer { position: *position, old: written(old), new: written(new) }
            }
            From::History { position, old, new } => {
                Self::History { position: *position, old: written(old), new: written(new) }
            }
            From::Answer { position, old, new } => {
                Self::Answer { position: *position, old: written(old), new: written(new) }
            }
            From::Partner { old, new } => Self::Partner { old: Partner::write(old), new: Partner::write(new) },
            From::Rules { old, new } => Self::Rules { old: old.into(), new: new.into() },
        }
    }

    fn read(self, notes: &mut Notes) -> model::Edit {
        use model::Edit as Into;
        match self {
            Self::Customer { position, old, new } => {
                Into::Customer { position, old: taken(old, notes), new: taken(new, notes) }
            }
            Self::Upgrade { position, old, new } => {
                Into::Upgrade { position, old: taken(old, notes), new: taken(new, notes) }
            }
            Self::Offer { position, old, new } => {
                Into::Offer { position, old: taken(old, notes), new: taken(new, notes) }
            }
            Self::History { position, old, new } => {
                Into::History { position, old: taken(old, notes), new: taken(new, notes) }
            }
            Self::Answer { position, old, new } => {
                Into::Answer { position, old: taken(old, notes), new: taken(new, notes) }
            }
            Self::Partner { old, new } => Into::Partner { old: old.read(notes), new: new.read(notes) },
            Self::Rules { old, new } => Into::Rules { old: old.into_string(), new: new.into_string() },
        }
    }
}

fn written<'a, T: Record<'a>>(record: &'a Option<T::Model>) -> Option<T> {
    record.as_ref().map(T::write)
}

/// Where in the line a note belongs is not kept: a line with a note is not understood as a whole.
fn taken<'a, T: Record<'a>>(record: Option<T>, notes: &mut Notes) -> Option<T::Model> {
    record.map(|record| record.read(notes))
}
