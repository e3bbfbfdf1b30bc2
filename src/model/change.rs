//! A change: what became what. Plain data with ids and time inside, so that it can be kept, replayed and turned round without asking a rule.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Answer, Customer, HistoryEntry, Id, Offer, Partner, Upgrade};

/// What a person did: the name of a change. The words for it are `text`'s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    AddCustomer {
        customer: Id,
    },
    EditCustomer {
        customer: Id,
    },
    DeleteCustomer {
        customer: Id,
    },
    AddSubscription {
        customer: Id,
        subscription: Id,
    },
    EditSubscription {
        customer: Id,
        subscription: Id,
    },
    DeleteSubscription {
        customer: Id,
        subscription: Id,
    },
    ChangeLicenses {
        customer: Id,
        subscription: Id,
    },
    Suspend {
        customer: Id,
        subscription: Id,
    },
    Reactivate {
        customer: Id,
        subscription: Id,
    },
    Cancel {
        customer: Id,
        subscription: Id,
    },
    Upgrade {
        customer: Id,
        subscription: Id,
        to: Id,
    },
    EnterSubscriptionId {
        customer: Id,
        subscription: Id,
    },
    TickTask {
        customer: Id,
        subscription: Id,
    },
    /// Of several customers at once; how many.
    EditTags {
        customers: usize,
    },
    EditDelegatedAdmin {
        customers: usize,
    },
    /// More than one of their details.
    EditCustomers {
        customers: usize,
    },
    /// Who sold several subscriptions.
    EditChannel {
        subscriptions: usize,
    },
    EditPartner,
    SwitchRules,
    EditOffer {
        offer: Id,
    },
    RestoreOffer {
        offer: Id,
    },
    Import {
        files: Vec<String>,
    },
    /// Everything that had been recovered from the journal, at once.
    TakeBackRecovered {
        changes: usize,
    },
}

/// One record before and after; `None` means that it is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Customer {
        position: usize,
        old: Option<Arc<Customer>>,
        new: Option<Arc<Customer>>,
    },
    Upgrade {
        position: usize,
        old: Option<Arc<Upgrade>>,
        new: Option<Arc<Upgrade>>,
    },
    Offer {
        position: usize,
        old: Option<Arc<Offer>>,
        new: Option<Arc<Offer>>,
    },
    /// A line of the file's own history.
    History {
        position: usize,
        old: Option<Arc<HistoryEntry>>,
        new: Option<Arc<HistoryEntry>>,
    },
    /// Partner Center's own answer about a subscription.
    Answer {
        position: usize,
        old: Option<Arc<Answer>>,
        new: Option<Arc<Answer>>,
    },
    Partner {
        old: Partner,
        new: Partner,
    },
    Rules {
        old: String,
        new: String,
    },
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Customer { position, old, new } => Self::Customer { position, old: new, new: old },
            Self::Upgrade { position, old, new } => Self::Upgrade { position, old: new, new: old },
            Self::Offer { position, old, new } => Self::Offer { position, old: new, new: old },
            Self::History { position, old, new } => Self::History { position, old: new, new: old },
            Self::Answer { position, old, new } => Self::Answer { position, old: new, new: old },
            Self::Partner { old, new } => Self::Partner { old: new, new: old },
            Self::Rules { old, new } => Self::Rules { old: new, new: old },
        }
    }
}

/// One gesture's worth of edits, applied together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: DateTime<Utc>,
    pub deed: Deed,
    /// In the order in which they are applied.
    pub edits: Vec<Edit>,
}

impl Change {
    /// The change that takes this one back: the inverse edits in reverse order.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let edits = self.edits.iter().rev().map(Edit::inverse).collect();
        Self { at: self.at, deed: self.deed.clone(), edits }
    }
}
