//! An offer: what can be bought, in which quantities, and which services it holds. No prices: nothing here needs them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{BillingCycle, Id};

/// A service plan by Microsoft's own id, such as `EXCHANGE_S_STANDARD`.
pub type Service = Arc<str>;

/// Service plans, each once, in alphabetical order.
pub type Services = BTreeSet<Service>;

/// What delegated administrative privileges are granted for. The sorting of offers into families is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    Office365,
    Dynamics365,
    Azure,
    Other,
}

impl Family {
    pub const ALL: [Self; 4] = [Self::Office365, Self::Dynamics365, Self::Azure, Self::Other];

    /// The name that files use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Office365 => "office-365",
            Self::Dynamics365 => "dynamics-365",
            Self::Azure => "azure",
            Self::Other => "other",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.key() == key)
    }
}

/// An offer of the catalogue, or the portfolio's own version of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: Id,
    pub name: String,
    /// Licenses, at least.
    pub minimum: i64,
    /// Licenses, at most.
    pub maximum: i64,
    /// How many subscriptions of it one customer may have at the same time; `None`: no limit.
    pub concurrent_limit: Option<i64>,
    pub cycles: Vec<BillingCycle>,
    pub add_on: bool,
    /// The offers that this add-on can be bought for.
    pub bases: Vec<Id>,
    pub family: Family,
    /// `None`: not known. An empty set: known to hold none of the services that matter to an upgrade.
    pub services: Option<Services>,
}
