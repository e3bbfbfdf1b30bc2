//! What an import would change, as data: the preview and the edits that carry it out. Nothing is changed here.

mod answer;
mod customer;
mod field;
mod offer;
mod real_ids;
mod rows;
mod selection;
mod upgrade;

use std::sync::Arc;

use super::Incoming;
use super::incoming::Supplied;
use crate::model::{Answer, Edit, Partner, Portfolio};

pub use answer::AnswerPlan;
pub use field::{Field, FieldChange, FieldConflict, Value};
pub use rows::{Counts, CustomerPlan, PlanCounts, Reason, RecordPlan, Remark, Standing, UpgradePlan};
pub use selection::{Accepted, Privileges, RowKey, Selection, Take};

/// What a file is imported into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new portfolio takes everything but the id, even what is there twice.
    New,
    /// One that is kept: its partner and rules stay; records are added and updated; nothing is removed.
    Existing,
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
    /// Subscriptions of which it is not known whose they are; they are left out.
    pub unplaced: Vec<RecordPlan>,
    /// Partner Center's own answers, those last that do not say whose the subscription is.
    pub answers: Vec<AnswerPlan>,
    edits: Vec<Edit>,
    /// How many answers the portfolio has.
    answers_before: usize,
}

impl MergePlan {
    /// The edits that carry out what is taken of the plan, in the order in which they have to be applied.
    #[must_use]
    pub fn edits(&self, selection: &Selection) -> Vec<Edit> {
        let mut edits = self.edits.clone();
        answer::edits(&self.answers, selection, self.answers_before, &mut edits);
        edits
    }

    /// Whether the import would change nothing.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.edits.is_empty() && !self.answers.iter().any(|answer| answer.standing.has_effect())
    }

    /// How many records stand how, with what a person takes otherwise than proposed.
    #[must_use]
    pub fn counts(&self, selection: &Selection) -> PlanCounts {
        let mut counts = PlanCounts::default();
        let take = |key: RowKey| selection.take(key);
        for (at, customer) in self.customers.iter().enumerate() {
            counts.customers.add(&customer.standing, take(RowKey::Customer(at)));
            for (of, record) in customer.subscriptions.iter().enumerate() {
                counts.subscriptions.add(&record.standing, take(RowKey::Subscription(at, of)));
            }
        }
        for record in &self.unplaced {
            counts.subscriptions.add(&record.standing, None);
        }
        for (at, offer) in self.offers.iter().enumerate() {
            counts.offers.add(&offer.standing, take(RowKey::Offer(at)));
        }
        for (at, upgrade) in self.upgrades.iter().enumerate() {
            counts.upgrades.add(&upgrade.standing, take(RowKey::Upgrade(at)));
        }
        for (at, answer) in self.answers.iter().enumerate() {
            counts.answers.add(&answer.standing, take(RowKey::Answer(at)));
        }
        counts
    }
}

/// What the last import of the same source brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    pub portfolio: Portfolio,
    pub supplied: Supplied,
}

/// An import to be planned.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    pub current: &'a Portfolio,
    pub incoming: &'a Incoming,
    /// What the last import of the same source brought, where that is known.
    pub base: Option<&'a Base>,
    pub into: Into,
    pub accepted: &'a Accepted,
}

impl Import<'_> {
    /// What it would change.
    #[must_use]
    pub fn plan(&self) -> MergePlan {
        plan_with(self.current, &self.incoming.portfolio, &self.incoming.unplaced_answers, self.into)
    }
}

/// What importing one portfolio into another would change.
#[must_use]
pub fn plan(current: &Portfolio, incoming: &Portfolio, into: Into) -> MergePlan {
    plan_with(current, incoming, &[], into)
}

fn plan_with(current: &Portfolio, incoming: &Portfolio, unplaced_answers: &[Answer], into: Into) -> MergePlan {
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
    let customers_of = [&current.customers, &incoming.customers];
    let answers = answer::plan(&current.answers, &incoming.answers, unplaced_answers, customers_of, into);
    if into == Into::New {
        // What was recorded stays in the order in which it was recorded; a portfolio that is kept has a history of its own.
        let end = current.history.len();
        edits.extend(incoming.history.iter().enumerate().map(|(at, entry)| Edit::History {
            position: end + at,
            old: None,
            new: Some(Arc::clone(entry)),
        }));
    }
    MergePlan {
        rules,
        partner,
        offers,
        customers,
        upgrades,
        unplaced: Vec::new(),
        answers,
        answers_before: current.answers.len(),
        edits: real_ids::from_the_start(edits, start, current),
    }
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
