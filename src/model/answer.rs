//! Partner Center's own answer to what a subscription can be upgraded to, as it was read. Comparing it with ours is the rules'.

use chrono::{DateTime, Utc};

use super::Id;

/// One answer to `GET …/upgrades`. A portfolio keeps the newest of a subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Empty where nothing said it; it is placed then by whose the subscription is.
    pub customer: Id,
    pub subscription: Id,
    /// When it was read in: the answer itself bears no date.
    pub read: Option<DateTime<Utc>>,
    /// In the answer's order.
    pub targets: Vec<AnsweredTarget>,
}

/// What Partner Center says of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredTarget {
    pub offer: Id,
    /// Empty where nothing said it.
    pub offer_name: String,
    /// Partner Center's `UpgradeType` by its name, such as `upgrade_only`; a word that is not among them stays as read.
    pub upgrade_type: String,
    /// `None`: the answer does not say.
    pub eligible: Option<bool>,
    /// Licenses.
    pub quantity: Option<i64>,
    pub errors: Vec<AnsweredError>,
}

/// One of Partner Center's reasons against a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredError {
    /// Partner Center's `UpgradeErrorCode`; `None` where it is a word that is not among them.
    pub code: Option<i64>,
    /// Such a word as read; empty where there is a code.
    pub name: String,
    pub description: String,
    /// Its `additionalDetails`, such as the state that is in the way.
    pub details: String,
}

impl Answer {
    /// Whether it is about this subscription of this customer.
    #[must_use]
    pub fn is_about(&self, customer: &Id, subscription: &Id) -> bool {
        self.customer == *customer && self.subscription == *subscription
    }

    #[must_use]
    pub fn target(&self, offer: &Id) -> Option<&AnsweredTarget> {
        self.targets.iter().find(|target| target.offer == *offer)
    }
}
