//! What is hashed of an upgrade, as exact texts, and their SHA-256. Each text stands in the pack itself, so that everybody can work the hash out again.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::model::{HistoryEntry, RecordState};

/// SHA-256 in 64 hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text with its hash. The text is UTF-8 without a line break at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hashed {
    pub text: String,
    pub sha256: String,
}

impl Hashed {
    fn of(value: &impl Serialize) -> Self {
        // Texts and numbers alone: the serializer has nothing that it could refuse.
        let text = serde_json::to_string(value).unwrap_or_default();
        Self { sha256: sha256(&text), text }
    }
}

/// The hashes of what the history says: they can be worked out from the portfolio file alone, at any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hashes {
    /// The records that were touched, before.
    pub before: Hashed,
    /// The same records after, with the new one.
    pub after: Hashed,
    /// The whole line: when, by which rules, with which outcomes, and both sides.
    pub line: Hashed,
}

/// What the kept changes tell of the whole portfolio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum PortfolioHashes {
    /// Of the portfolio file as this version writes it, as of right before and right after.
    Known { before: String, after: String },
    /// The changes that are kept do not reach back to it.
    OutOfReach,
}

/// A record in the canonical text: JSON without blanks, keys in this order, a missing offer as null.
#[derive(Serialize)]
struct State<'a> {
    subscription: &'a str,
    offer: Option<&'a str>,
    licenses: i64,
    status: &'a str,
}

impl<'a> State<'a> {
    fn of(state: &'a RecordState) -> Self {
        let RecordState { subscription, offer, quantity, status } = state;
        Self {
            subscription: subscription.as_str(),
            offer: offer.as_ref().map(|offer| offer.as_str()),
            licenses: *quantity,
            status: status.key(),
        }
    }
}

#[derive(Serialize)]
struct Side<'a> {
    customer: &'a str,
    subscriptions: Vec<State<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    at: String,
    what: &'static str,
    customer: &'a str,
    rules: &'a str,
    outcomes: Vec<(&'a str, &'a str)>,
    old: Vec<State<'a>>,
    new: Vec<State<'a>>,
}

impl Hashes {
    #[must_use]
    pub fn of(entry: &HistoryEntry) -> Self {
        let HistoryEntry { at, what, customer, old, new, rules, outcomes } = entry;
        let states = |side: &'_ [RecordState]| -> Hashed {
            Hashed::of(&Side { customer: customer.as_str(), subscriptions: side.iter().map(State::of).collect() })
        };
        let line = Line {
            at: super::json::time(*at),
            what: what.key(),
            customer: customer.as_str(),
            rules,
            outcomes: outcomes.iter().map(|judged| (judged.condition.as_str(), judged.outcome.as_str())).collect(),
            old: old.iter().map(State::of).collect(),
            new: new.iter().map(State::of).collect(),
        };
        Self { before: states(old), after: states(new), line: Hashed::of(&line) }
    }
}
