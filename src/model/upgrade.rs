//! A recorded upgrade and what is left to do for it in the admin centers.

use chrono::{DateTime, Utc};

use super::Id;

/// What makes a recorded upgrade real, in the order in which it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TaskId {
    SubmitInPartnerCenter,
    EnterSubscriptionId,
    ReassignLicenses,
    CheckOldSubscription,
    CancelLeftovers,
    TellCustomer,
}

impl TaskId {
    pub const ALL: [Self; 6] = [
        Self::SubmitInPartnerCenter,
        Self::EnterSubscriptionId,
        Self::ReassignLicenses,
        Self::CheckOldSubscription,
        Self::CancelLeftovers,
        Self::TellCustomer,
    ];

    /// The name that files use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SubmitInPartnerCenter => "submit-in-partner-center",
            Self::EnterSubscriptionId => "enter-subscription-id",
            Self::ReassignLicenses => "reassign-licenses",
            Self::CheckOldSubscription => "check-old-subscription",
            Self::CancelLeftovers => "cancel-leftovers",
            Self::TellCustomer => "tell-customer",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.key() == key)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    pub done: bool,
}

/// An upgrade as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgrade {
    pub customer: Id,
    /// The subscription that was closed.
    pub source: Id,
    /// The subscription that took its place.
    pub target: Id,
    /// Whether `target` is still the made-up id and not Partner Center's own.
    pub provisional: bool,
    pub from_offer: Id,
    pub to_offer: Id,
    pub licenses: i64,
    pub at: DateTime<Utc>,
    /// Empty where there is none.
    pub comment: String,
    /// The id of the rule set that was asked.
    pub rules: String,
    pub tasks: Vec<Task>,
}

impl Upgrade {
    #[must_use]
    pub fn open_tasks(&self) -> usize {
        self.tasks.iter().filter(|task| !task.done).count()
    }
}
