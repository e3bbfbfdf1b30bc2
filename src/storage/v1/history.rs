//! A line of the file's own history: what was done under the rules' guard, what became what, and what the rules said of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::note::{Note, Notes, What};
use super::rows::Record;
use super::text::{Text, time};
use super::variant::Variant;
use crate::model::{self, Guarded, Status};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "HistoryEntry")]
pub struct HistoryEntry<'a> {
    #[serde(borrow)]
    at: Text<'a>,
    #[serde(borrow)]
    what: Text<'a>,
    #[serde(borrow)]
    customer: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    old: Vec<RecordState<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    new: Vec<RecordState<'a>>,
    #[serde(borrow)]
    rules: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<JudgedCondition<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "RecordState")]
struct RecordState<'a> {
    #[serde(borrow)]
    subscription: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    offer_id: Option<Text<'a>>,
    quantity: i64,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    status: Variant<Status>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "JudgedCondition")]
struct JudgedCondition<'a> {
    #[serde(borrow)]
    condition: Text<'a>,
    #[serde(borrow)]
    outcome: Text<'a>,
}

impl<'a> RecordState<'a> {
    fn write(state: &'a model::RecordState) -> Self {
        let model::RecordState { subscription, offer, quantity, status } = state;
        Self {
            subscription: subscription.into(),
            offer_id: offer.as_ref().map(Text::from),
            quantity: *quantity,
            status: Variant::Known(status.clone()),
        }
    }

    fn read(self, notes: &mut Notes) -> model::RecordState {
        model::RecordState {
            subscription: self.subscription.as_id(),
            offer: self.offer_id.as_ref().map(Text::as_id),
            quantity: self.quantity,
            status: self.status.take("status", notes),
        }
    }
}

/// One side of an entry, `old` or `new`.
fn states(states: Vec<RecordState<'_>>, side: &'static str, notes: &mut Notes) -> Vec<model::RecordState> {
    let mut read = Vec::with_capacity(states.len());
    let mut own = Notes::default();
    for (index, state) in states.into_iter().enumerate() {
        read.push(state.read(&mut own));
        notes.extend(own.take().into_iter().map(|note| note.within(side, index)));
    }
    read
}

impl<'a> Record<'a> for HistoryEntry<'a> {
    type Model = Arc<model::HistoryEntry>;
    const LIST: &'static str = "history";

    fn write(entry: &'a Arc<model::HistoryEntry>) -> Self {
        let model::HistoryEntry { at, what, customer, old, new, rules, outcomes } = &**entry;
        let judged = |judged: &'a model::JudgedCondition| {
            let model::JudgedCondition { condition, outcome } = judged;
            JudgedCondition { condition: condition.into(), outcome: outcome.into() }
        };
        Self {
            at: (*at).into(),
            what: what.key().into(),
            customer: customer.into(),
            old: old.iter().map(RecordState::write).collect(),
            new: new.iter().map(RecordState::write).collect(),
            rules: rules.into(),
            outcomes: outcomes.iter().map(judged).collect(),
        }
    }

    /// What was done cannot be told where its word is not known; a licence count stands in for it in what is read only.
    fn read(self, notes: &mut Notes) -> Arc<model::HistoryEntry> {
        let at = time(self.at, "at", notes);
        let what = Guarded::from_key(&self.what.0).unwrap_or_else(|| {
            notes.push(Note::new("what", What::Variant(self.what.into_string())));
            Guarded::ChangeLicenses
        });
        let judged = |JudgedCondition { condition, outcome }| model::JudgedCondition {
            condition: condition.into_string(),
            outcome: outcome.into_string(),
        };
        Arc::new(model::HistoryEntry {
            at,
            what,
            customer: self.customer.as_id(),
            old: states(self.old, "old", notes),
            new: states(self.new, "new", notes),
            rules: self.rules.into_string(),
            outcomes: self.outcomes.into_iter().map(judged).collect(),
        })
    }
}
