//! A subscription as Partner Center shows it. What follows from it (held, upgradable) is the rules'.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Id;

/// Partner Center's `SubscriptionStatus`; `Other` keeps a word that is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Active,
    Suspended,
    Deleted,
    Expired,
    Pending,
    Disabled,
    /// Partner Center's "none".
    Unset,
    Other(String),
}

impl Status {
    /// The name that answers and evidence use: the variant in lower case, or the word as read.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deleted => "deleted",
            Self::Expired => "expired",
            Self::Pending => "pending",
            Self::Disabled => "disabled",
            Self::Unset => "unset",
            Self::Other(word) => word,
        }
    }
}

/// Partner Center's `BillingCycleType`; `Other` keeps a word that is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BillingCycle {
    Monthly,
    Annual,
    OneTime,
    Triennial,
    Biennial,
    Unset,
    Other(String),
}

/// Who sold the subscription.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    ThisPartner,
    OtherReseller(String),
    Direct,
    NotKnown,
}

/// One subscription of a customer, whoever sold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: Id,
    /// The price list's offer id; `None`: not known.
    pub offer_id: Option<Id>,
    /// As read; empty where nothing said it. The subscriptions of a file share them ([`Shared`](super::Shared)).
    pub offer_name: Arc<str>,
    /// The nickname; empty where there is none.
    pub friendly_name: String,
    /// Licenses. Kept as read, so it can be negative in a faulty file.
    pub quantity: i64,
    /// Licenses that users have; `None`: not known.
    pub assigned: Option<i64>,
    pub status: Status,
    pub billing_cycle: BillingCycle,
    pub channel: Channel,
    /// UTC day.
    pub created: Option<NaiveDate>,
    /// UTC day.
    pub commitment_end: Option<NaiveDate>,
    pub auto_renew: Option<bool>,
    pub trial: Option<bool>,
    /// The subscription that this one is an add-on of.
    pub parent_id: Option<Id>,
    /// UTC day.
    pub suspended_on: Option<NaiveDate>,
    /// The subscription that took this one's place.
    pub upgraded_to: Option<Id>,
}

impl Subscription {
    /// A subscription of which nothing is known but its id and its quantity.
    #[must_use]
    pub fn new(id: Id, quantity: i64) -> Self {
        Self {
            id,
            offer_id: None,
            offer_name: Arc::default(),
            friendly_name: String::new(),
            quantity,
            assigned: None,
            status: Status::Unset,
            billing_cycle: BillingCycle::Unset,
            channel: Channel::NotKnown,
            created: None,
            commitment_end: None,
            auto_renew: None,
            trial: None,
            parent_id: None,
            suspended_on: None,
            upgraded_to: None,
        }
    }

    /// Whether two records are the same to the letter: equal, and their ids spelled alike.
    #[must_use]
    pub fn is_written_like(&self, other: &Self) -> bool {
        let ids = |record: &Self| {
            let links = [&record.offer_id, &record.parent_id, &record.upgraded_to];
            let links = links.map(|link| link.as_ref().map_or_else(String::new, Id::to_string));
            (record.id.to_string(), links)
        };
        self == other && ids(self) == ids(other)
    }
}
