//! What an import would change, as data: rows to choose from, and the edits that carry out what is chosen. Nothing is changed here.

mod answer;
mod base;
mod compose;
mod customers;
mod field;
mod kind;
mod merging;
mod not_in_file;
mod offers;
mod parts;
mod placing;
mod proposed;
mod real_ids;
mod real_self;
mod record;
mod rows;
mod selection;
mod upgrades;
mod value;

use super::Incoming;
use super::incoming::{Lists, Supplied};
use crate::model::{Answer, Partner, Portfolio, Subscription};
use merging::Manner;
use parts::Parts;
use proposed::Confirmed;

pub use answer::AnswerPlan;
pub use base::Base;
pub use field::{Field, FieldChange, FieldConflict, Value};
pub use kind::Kind;
pub use rows::{Counts, CustomerPlan, PlanCounts, Reason, RecordPlan, Remark, Standing, UpgradePlan, has_effect};
pub use selection::{Accepted, Privileges, RowKey, Selection, Take};

/// What a file is imported into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new portfolio takes everything but the id, even what is there twice.
    New,
    /// One that is kept: its partner and rules stay; records are added and updated; nothing is removed.
    Existing,
}

/// Everything that an import would do, row by row.
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
    parts: Parts,
}

impl MergePlan {
    /// Whether the import would change nothing, whatever is taken of it.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        let is_idle = |record: &RecordPlan| !has_effect(&record.standing, &record.remarks);
        self.rules.is_none()
            && self.partner.is_none()
            && self.parts.renames.is_empty()
            && self.parts.history.is_empty()
            && !self.answers.iter().any(|row| has_effect(&row.standing, &[]))
            && self.offers.iter().all(is_idle)
            && self.upgrades.iter().all(|row| !has_effect(&row.standing, &row.remarks))
            && self
                .customers
                .iter()
                .all(|row| !has_effect(&row.standing, &row.remarks) && row.subscriptions.iter().all(is_idle))
    }

    /// How many records stand how, with what a person takes otherwise than proposed.
    #[must_use]
    pub fn counts(&self, selection: &Selection) -> PlanCounts {
        let mut counts = PlanCounts::default();
        // What goes with a row that is left out is left out too.
        let take = |key: RowKey| {
            if self.is_taken(key, selection) { selection.take(key) } else { Some(Take::Nothing) }
        };
        for (at, customer) in self.customers.iter().enumerate() {
            counts.customers.add(&customer.standing, &customer.remarks, take(RowKey::Customer(at)));
            for (of, record) in customer.subscriptions.iter().enumerate() {
                counts.subscriptions.add(&record.standing, &record.remarks, take(RowKey::Subscription(at, of)));
            }
        }
        for record in &self.unplaced {
            counts.subscriptions.add(&record.standing, &record.remarks, None);
        }
        for (at, offer) in self.offers.iter().enumerate() {
            counts.offers.add(&offer.standing, &offer.remarks, take(RowKey::Offer(at)));
        }
        for (at, upgrade) in self.upgrades.iter().enumerate() {
            counts.upgrades.add(&upgrade.standing, &upgrade.remarks, take(RowKey::Upgrade(at)));
        }
        for (at, answer) in self.answers.iter().enumerate() {
            counts.answers.add(&answer.standing, &[], take(RowKey::Answer(at)));
        }
        counts
    }
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
        let Incoming { portfolio, unplaced, unplaced_answers, supplied, lists, proposals, .. } = self.incoming;
        let base = self.base.filter(|_| self.into == Into::Existing);
        let manner = Manner { supplied, base_supplied: base.map(|base| &base.supplied), exact: false };
        let confirmed = Confirmed::of(proposals, self.accepted);
        let asked = Asked { base, manner, into: self.into, lists: *lists, unplaced, unplaced_answers, confirmed };
        asked.plan(self.current, portfolio)
    }
}

/// What importing one whole portfolio into another would change.
#[must_use]
pub fn plan(current: &Portfolio, incoming: &Portfolio, into: Into) -> MergePlan {
    let manner = Manner { supplied: &Supplied::All, base_supplied: None, exact: false };
    let (lists, confirmed) = (Lists::default(), Confirmed::default());
    let asked = Asked { base: None, manner, into, lists, unplaced: &[], unplaced_answers: &[], confirmed };
    asked.plan(current, incoming)
}

/// What is otherwise in one portfolio than in another, what is gone included: a plan to look at, not to carry out.
#[must_use]
pub fn compare(old: &Portfolio, new: &Portfolio) -> MergePlan {
    let manner = Manner { supplied: &Supplied::All, base_supplied: None, exact: true };
    let lists = Lists { customers: true, subscriptions: true };
    let (into, confirmed) = (Into::Existing, Confirmed::default());
    Asked { base: None, manner, into, lists, unplaced: &[], unplaced_answers: &[], confirmed }.plan(old, new)
}

/// How a plan is made, whatever it is of.
struct Asked<'a> {
    base: Option<&'a Base>,
    manner: Manner<'a>,
    into: Into,
    lists: Lists,
    unplaced: &'a [Subscription],
    confirmed: Confirmed<'a>,
    unplaced_answers: &'a [Answer],
}

/// What every kind of record is planned with.
struct Planning<'a> {
    /// The portfolio as it is.
    start: &'a Portfolio,
    /// The same, under the ids that the file brings.
    current: &'a Portfolio,
    base: Option<&'a Base>,
    manner: Manner<'a>,
    into: Into,
    lists: Lists,
    confirmed: &'a Confirmed<'a>,
}

impl Planning<'_> {
    /// The records that the last import of the same source brought.
    fn base(&self) -> Option<&Portfolio> {
        self.base.map(|base| &base.portfolio)
    }
}

impl Asked<'_> {
    fn plan(&self, start: &Portfolio, incoming: &Portfolio) -> MergePlan {
        let Self { base, manner, into, lists, unplaced, unplaced_answers, confirmed } = self;
        // Only a whole portfolio says what a recorded upgrade made.
        let tells = [Field::Target, Field::Provisional].into_iter().all(|field| manner.supplied.has(field));
        let (current, mut incoming, mut renames) = real_ids::aligned(start, incoming, tells);
        let unplaced = placing::place(&current, &mut incoming, unplaced);
        let (base, manner, into, lists) = (*base, *manner, *into, *lists);
        let planning = Planning { start, current: &current, base, manner, into, lists, confirmed };
        let (offers, offer_parts) = offers::plan(&planning, &incoming.offers);
        let (customers, customer_parts) = customers::plan(&planning, &incoming, &mut renames);
        let (upgrades, upgrade_parts) = upgrades::plan(&planning, &incoming.upgrades, &customers);
        let customers_of = [&current.customers, &incoming.customers];
        let answers = answer::plan(&current.answers, &incoming.answers, unplaced_answers, customers_of, into);
        let takes_all = into == Into::New || manner.exact;
        let rules = (takes_all && start.rules != incoming.rules).then(|| (start.rules.clone(), incoming.rules.clone()));
        let partner =
            if takes_all { incoming.partner.clone() } else { proposed::filled_partner(confirmed, &start.partner) };
        let partner = (start.partner != partner).then(|| (start.partner.clone(), partner));
        let parts = Parts {
            portfolio: start.id,
            into,
            supplied: manner.supplied.clone(),
            customers: customer_parts,
            offers: offer_parts,
            upgrades: upgrade_parts,
            renames,
            present_upgrades: start.upgrades.clone(),
            // A portfolio that is kept has a history of its own.
            history: if into == Into::New { incoming.history.clone() } else { Vec::new() },
            present_history: start.history.len(),
            customers_end: start.customers.len(),
            offers_end: start.offers.len(),
            answers_end: start.answers.len(),
        };
        MergePlan { rules, partner, offers, customers, upgrades, unplaced, answers, parts }
    }
}
