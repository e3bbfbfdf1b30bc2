//! What the portfolio file itself remembers: recorded upgrades and guarded actions, each with what became what and what the rules said.

use chrono::{DateTime, Utc};

use super::{Id, Status};

/// What was done to a subscription under the rules' guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guarded {
    Upgrade,
    ChangeLicenses,
    Suspend,
    Reactivate,
    Cancel,
}

impl Guarded {
    pub const ALL: [Self; 5] = [Self::Upgrade, Self::ChangeLicenses, Self::Suspend, Self::Reactivate, Self::Cancel];

    /// The name that files use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::ChangeLicenses => "change-licenses",
            Self::Suspend => "suspend",
            Self::Reactivate => "reactivate",
            Self::Cancel => "cancel",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guarded| guarded.key() == key)
    }
}

/// What counts of a subscription before or after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordState {
    pub subscription: Id,
    pub offer: Option<Id>,
    /// Licenses.
    pub quantity: i64,
    pub status: Status,
}

/// What the rules said of one condition when the action was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedCondition {
    /// The condition's id, such as `no-conflicting-services`.
    pub condition: String,
    /// `pass`, `fail` or `not-known`.
    pub outcome: String,
}

/// One recorded upgrade or guarded action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub at: DateTime<Utc>,
    pub what: Guarded,
    pub customer: Id,
    /// The records before, the one that was acted on first; its add-ons can be among them.
    pub old: Vec<RecordState>,
    /// The records after. An upgrade's new subscription is the last.
    pub new: Vec<RecordState>,
    /// The id of the rule set that was asked.
    pub rules: String,
    /// All conditions of the rule set for an upgrade, in its order; empty for other actions.
    pub outcomes: Vec<JudgedCondition>,
}
