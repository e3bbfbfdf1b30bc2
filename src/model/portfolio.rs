//! The portfolio: what one file holds.

use std::sync::Arc;

use uuid::Uuid;

use super::{Answer, Customers, HistoryEntry, Id, Offer, Upgrade};

/// The number of the file format that this program writes.
pub const FORMAT: u32 = 1;

/// The rule set of a portfolio that names none.
pub const DEFAULT_RULE_SET: &str = "partner-center";

/// The partner's role in Partner Center, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    GlobalAdmin,
    AdminAgent,
    SalesAgent,
    HelpdeskAgent,
    NotKnown,
}

/// The reseller whose portfolio this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Empty where nothing said it.
    pub name: String,
    pub mpn_id: Option<String>,
    pub role: Role,
    /// Whether the account is paid up; `None`: not known.
    pub good_standing: Option<bool>,
}

impl Default for Partner {
    fn default() -> Self {
        Self { name: String::new(), mpn_id: None, role: Role::NotKnown, good_standing: None }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portfolio {
    pub id: Uuid,
    /// The id of the rule set in force.
    pub rules: String,
    pub partner: Partner,
    /// Offers of this portfolio's own; each stands in for the catalogue's of the same id.
    pub offers: Vec<Arc<Offer>>,
    pub customers: Customers,
    /// Recorded upgrades, oldest first.
    pub upgrades: Vec<Arc<Upgrade>>,
    /// Recorded upgrades and guarded actions, oldest first.
    pub history: Vec<Arc<HistoryEntry>>,
    /// Partner Center's own answers, as they were read in.
    pub answers: Vec<Arc<Answer>>,
}

impl Portfolio {
    /// An empty portfolio.
    #[must_use]
    pub fn new(id: Uuid) -> Self {
        Self {
            id,
            rules: DEFAULT_RULE_SET.to_owned(),
            partner: Partner::default(),
            offers: Vec::new(),
            customers: Customers::default(),
            upgrades: Vec::new(),
            history: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// Partner Center's own answer about a subscription.
    #[must_use]
    pub fn answer(&self, customer: &Id, subscription: &Id) -> Option<&Arc<Answer>> {
        self.answers.iter().find(|answer| answer.is_about(customer, subscription))
    }
}
