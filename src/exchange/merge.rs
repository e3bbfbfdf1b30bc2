//! What an import would change, as data: the preview and the edits that carry it out. Nothing is changed here.
//!
//! Matching a subscription with the provisional one that it is the real self of will be one more [`Standing`].

mod customer;
mod field;
mod offer;
mod real_ids;
mod selection;
mod upgrade;

use std::sync::Arc;

use super::Incoming;
use crate::model::{Edit, Id, Partner, Portfolio};

pub use field::{Field, FieldChange, Value};
pub use selection::{Accepted, Privileges, RowKey, Selection, Take};

/// What a file is imported into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new portfolio takes everything but the id, even what is there twice.
    New,
    /// One that is kept: its partner and rules stay; records are added and updated; nothing is removed.
    Existing,
}

/// What becomes of one incoming record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is added.
    New,
    /// These fields of the present record change; never empty.
    Changed(Vec<FieldChange>),
    Unchanged,
    /// It is left out, and nothing changes.
    LeftOut(Reason),
}

/// Why a record is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file holds an earlier record of the same id.
    Duplicate,
    /// The portfolio holds the id twice, so that it is not clear which is meant.
    Ambiguous,
    /// The portfolio holds a subscription of this id for another customer.
    OfOtherCustomer { customer: Id },
    /// Its customer is left out.
    WithCustomer,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerPlan {
    pub id: Id,
    pub company_name: String,
    /// Of the customer's own fields; the subscriptions have theirs.
    pub standing: Standing,
    /// In the file's order.
    pub subscriptions: Vec<RecordPlan>,
}

/// A subscription or an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPlan {
    pub id: Id,
    /// The offer's name, as far as it is known.
    pub name: String,
    pub standing: Standing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradePlan {
    pub customer: Id,
    pub source: Id,
    pub standing: Standing,
}

/// How many records stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub left_out: usize,
}

impl Counts {
    fn of<'a>(standings: impl Iterator<Item = &'a Standing>) -> Self {
        let mut counts = Self::default();
        for standing in standings {
            match standing {
                Standing::New => counts.new += 1,
                Standing::Changed(_) => counts.changed += 1,
                Standing::Unchanged => counts.unchanged += 1,
                Standing::LeftOut(_) => counts.left_out += 1,
            }
        }
        counts
    }
}

/// Everything that an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergePlan {
    /// Old and new; `None` where it stays.
    pub rules: Option<(String, String)>,
    /// Old and new; `None` where they stay.
    pub partner: Option<(Partner, Partner)>,
    pub offers: Vec<RecordPlan>,
    pub customers: Vec<CustomerPlan>,
    pub upgrades: Vec<UpgradePlan>,
    edits: Vec<Edit>,
}

impl MergePlan {
    /// The edits that carry the plan out, in the order in which they have to be applied.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        self.edits.clone()
    }

    /// Whether the import would change nothing.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.edits.is_empty()
    }

    #[must_use]
    pub fn customer_counts(&self) -> Counts {
        Counts::of(self.customers.iter().map(|plan| &plan.standing))
    }

    #[must_use]
    pub fn subscription_counts(&self) -> Counts {
        Counts::of(self.customers.iter().flat_map(|plan| &plan.subscriptions).map(|plan| &plan.standing))
    }

    #[must_use]
    pub fn offer_counts(&self) -> Counts {
        Counts::of(self.offers.iter().map(|plan| &plan.standing))
    }

    #[must_use]
    pub fn upgrade_counts(&self) -> Counts {
        Counts::of(self.upgrades.iter().map(|plan| &plan.standing))
    }
}

/// An import to be planned.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    pub current: &'a Portfolio,
    pub incoming: &'a Incoming,
    /// What the last import of the same source brought, where that is known.
    pub base: Option<&'a Portfolio>,
    pub into: Into,
    pub accepted: &'a Accepted,
}

impl Import<'_> {
    /// What it would change.
    #[must_use]
    pub fn plan(&self) -> MergePlan {
        plan(self.current, &self.incoming.portfolio, self.into)
    }
}

/// What importing one portfolio into another would change.
#[must_use]
pub fn plan(current: &Portfolio, incoming: &Portfolio, into: Into) -> MergePlan {
    let start = current;
    let (current, incoming) = &real_ids::aligned(current, incoming);
    let mut edits = Vec::new();
    let (mut rules, mut partner) = (None, None);
    if into == Into::New {
        if current.rules != incoming.rules {
            edits.push(Edit::Rules { old: current.rules.clone(), new: incoming.rules.clone() });
            rules = Some((current.rules.clone(), incoming.rules.clone()));
        }
        if current.partner != incoming.partner {
            edits.push(Edit::Partner { old: current.partner.clone(), new: incoming.partner.clone() });
            partner = Some((current.partner.clone(), incoming.partner.clone()));
        }
    }
    let offers = offer::plan(&current.offers, &incoming.offers, into, &mut edits);
    let customers = customer::plan(&current.customers, &incoming.customers, into, &mut edits);
    let upgrades = upgrade::plan(&current.upgrades, &incoming.upgrades, into, &mut edits);
    if into == Into::New {
        // What was recorded stays in the order in which it was recorded; a portfolio that is kept has a history of its own.
        let end = current.history.len();
        edits.extend(incoming.history.iter().enumerate().map(|(at, entry)| Edit::History {
            position: end + at,
            old: None,
            new: Some(Arc::clone(entry)),
        }));
    }
    MergePlan { rules, partner, offers, customers, upgrades, edits: real_ids::from_the_start(edits, start, current) }
}

/// Merges the fields of a record into a copy of the present one, and says how it stands then.
fn updated<T: Clone>(
    present: &Arc<T>,
    merge: impl FnOnce(&mut T, &mut Vec<FieldChange>),
) -> (Standing, Option<Arc<T>>) {
    let mut changes = Vec::new();
    let mut record = T::clone(present);
    merge(&mut record, &mut changes);
    if changes.is_empty() { (Standing::Unchanged, None) } else { (Standing::Changed(changes), Some(Arc::new(record))) }
}
