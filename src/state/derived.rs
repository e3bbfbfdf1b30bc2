//! What lists and details need and the portfolio does not hold: verdicts, counts, search keys, order. Kept up to date for the touched customer alone.
//!
//! Where there is little, all of it is worked out at once. Where there is much, what cannot be followed record by record is
//! worked out beside the window (`working_out`), and until it is there the lists stay as they were.

use std::sync::Arc;

use super::lists::{Arrangement, Lists};
use super::offer_rows::{OfferRow, OfferRows};
use super::order::NameOrder;
use super::rows::{CustomerRow, Making, Rows, Totals};
use super::working_out::{Basis, Judging, Remains, Work, Worked};
use crate::model::{Answer, Customer, Edit, Id, Language, Offer, Portfolio, Subscription};
use crate::rules::{AddInstead, Assessment, Setting, WayOut, add_instead, assess, nearest, way_out};

/// With more subscriptions than these, work that walks all of them is done beside the window. Ours: with these, the
/// slowest of it took 3 ms where it was measured, a fifth of a frame.
const MUCH: usize = 30_000;

/// What would help with one target of the selected subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLedger {
    pub way_out: WayOut,
    pub instead: Vec<AddInstead>,
}

/// Everything about the selected subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    pub customer: Id,
    pub assessment: Assessment,
    /// Partner Center's own answer about it.
    pub answer: Option<Arc<Answer>>,
    /// The target that needs least.
    pub nearest: Option<Id>,
    /// As many as the assessment has targets, in the same order.
    pub targets: Vec<TargetLedger>,
}

impl Ledger {
    #[must_use]
    pub fn of(setting: Setting<'_>, portfolio: &Portfolio, customer: &Customer, subscription: &Subscription) -> Self {
        let assessment = assess(setting, customer, subscription);
        let nearest = nearest(customer, subscription, &assessment).map(|target| target.target.clone());
        let targets = assessment
            .targets
            .iter()
            .map(|target| TargetLedger {
                way_out: way_out(setting, customer, subscription, target),
                instead: add_instead(customer, subscription, &target.target),
            })
            .collect();
        let answer = portfolio.answer(&customer.id, &subscription.id).cloned();
        Self { customer: customer.id.clone(), assessment, answer, nearest, targets }
    }
}

/// What is out of date; each holds what comes before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Stale {
    #[default]
    Nothing,
    /// What the lists show.
    Shown,
    /// Their order too.
    Order,
    /// What each row says too.
    Rows,
}

#[derive(Debug, Default)]
pub struct Derived {
    order: Arc<NameOrder>,
    offers: Arc<OfferRows>,
    rows: Arc<Rows>,
    totals: Totals,
    lists: Lists,
    ledger: Option<Ledger>,
    /// What the lists are asked to be like. Until the work for it is done they are still as they were.
    asked: Arrangement,
    /// The language that names are to be ordered for.
    language: Language,
    stale: Stale,
    /// The rows would be those of another portfolio, so there are none.
    is_void: bool,
    /// What has no more use.
    left: Remains,
    /// Counts what makes work beside the window out of date.
    number: u64,
    /// The number of the work that is under way.
    under_way: Option<u64>,
}

fn is_much(portfolio: &Portfolio) -> bool {
    let mut left = MUCH;
    portfolio.customers.iter().any(|customer| {
        let rest = left.checked_sub(customer.subscriptions.len() + 1);
        left = rest.unwrap_or(0);
        rest.is_none()
    })
}

impl Derived {
    /// Has everything judged and listed anew: at once where there is little, else beside the window. `moves`: whether
    /// customers can stand elsewhere now, so that the rows which are there are theirs no more.
    pub(super) fn rebuild(&mut self, basis: Judging<'_>, moves: bool) {
        self.outdate(Stale::Rows);
        self.language = basis.language;
        if !is_much(basis.portfolio) {
            return self.work_out(basis);
        }
        if moves {
            self.is_void = true;
            self.left.rows.push(std::mem::take(&mut self.rows));
            self.left.lists.push(std::mem::take(&mut self.lists));
            self.totals = Totals::default();
        }
    }

    /// Orders and filters the lists as they are asked to be.
    pub(super) fn arrange(&mut self, asked: Arrangement, basis: Judging<'_>) {
        if self.asked == asked {
            return;
        }
        let is_reordered = self.asked.sorting != asked.sorting;
        self.asked = asked;
        self.outdate(if is_reordered { Stale::Order } else { Stale::Shown });
        if !self.is_much() {
            self.work_out(basis);
        }
    }

    /// Whether walking all of it takes longer than a frame may.
    pub(super) const fn is_much(&self) -> bool {
        self.is_void || self.totals.subscriptions + self.totals.customers > MUCH
    }

    fn outdate(&mut self, stale: Stale) {
        self.stale = self.stale.max(stale);
        self.number += 1;
    }

    /// Does at once what there is to be done.
    pub(super) fn work_out(&mut self, basis: Judging<'_>) {
        if let Some(worked) = self.work(basis).and_then(|work| work.run(&|| true)) {
            self.take(worked);
        }
    }

    /// What there is to be done, where nobody is at it.
    pub(super) fn work(&mut self, basis: Judging<'_>) -> Option<Work> {
        if self.stale == Stale::Nothing || self.under_way == Some(self.number) {
            return None;
        }
        self.under_way = Some(self.number);
        let (basis, sorted) = match self.stale {
            Stale::Rows => (Basis::of(basis), None),
            Stale::Order => (Basis::Rows(Arc::clone(&self.rows)), None),
            Stale::Shown | Stale::Nothing => (Basis::Rows(Arc::clone(&self.rows)), Some(self.lists.sorted.clone())),
        };
        let offers = Arc::clone(&self.offers);
        Some(Work { number: self.number, basis, offers, sorted, arrangement: self.asked.clone() })
    }

    /// Takes what was worked out, unless something has changed since; whether it did.
    pub(super) fn take(&mut self, worked: Worked) -> bool {
        let is_late = worked.number != self.number || self.stale == Stale::Nothing;
        let Worked { number: _, made, lists } = worked;
        if is_late {
            self.left.rows.extend(made.map(|made| made.rows));
            self.left.lists.push(lists);
            return false;
        }
        if let Some(made) = made {
            self.left.rows.push(std::mem::replace(&mut self.rows, made.rows));
            (self.order, self.offers, self.totals) = (made.order, made.offers, made.totals);
        }
        self.left.lists.push(std::mem::replace(&mut self.lists, lists));
        self.stale = Stale::Nothing;
        self.is_void = false;
        self.under_way = None;
        true
    }

    /// What has no more use, where there is so much that giving it back takes its time.
    pub(super) fn remains(&mut self) -> Option<Remains> {
        std::mem::take(&mut self.left).much()
    }

    /// Begins where another portfolio's has come to, so that no work that is under way for that one is taken for this
    /// one's. Gives back what that one knew.
    pub(super) fn succeed(&mut self, other: &mut Self) -> Remains {
        self.number += other.number;
        let mut left = std::mem::take(&mut other.left);
        left.rows.push(std::mem::take(&mut other.rows));
        left.lists.push(std::mem::take(&mut other.lists));
        left
    }

    fn making<'a>(&'a self, setting: Setting<'a>) -> Making<'a> {
        Making { setting, order: &self.order, offers: &self.offers }
    }

    /// Judges the customer at a position anew and puts them in their place in the lists.
    fn touch(&mut self, portfolio: &Portfolio, setting: Setting<'_>, position: usize) {
        let Some(customer) = portfolio.customers.at(position) else { return };
        let row = self.making(setting).row(customer, &portfolio.upgrades);
        if let Some(old) = self.rows.get(position) {
            self.totals.take(old);
            self.totals.add(&row);
            self.lists.replace(Arc::make_mut(&mut self.rows), &self.offers, position, &row);
        }
    }

    /// Follows one edit.
    pub(super) fn follow(&mut self, portfolio: &Portfolio, setting: Setting<'_>, edit: &Edit) {
        if self.stale != Stale::Nothing {
            // Work that is under way has not seen it.
            self.number += 1;
        }
        if self.is_void {
            return;
        }
        match edit {
            // Where others came or went in the same change, the edit's position is that of before or after.
            Edit::Customer { position, old: Some(_), new: Some(new) } => {
                self.touch(portfolio, setting, portfolio.customers.position(&new.id).unwrap_or(*position));
            }
            Edit::Customer { position, old: None, new: Some(new) } => {
                let row = self.making(setting).row(new, &portfolio.upgrades);
                self.totals.add(&row);
                let position = (*position).min(self.rows.len());
                self.lists.insert(Arc::make_mut(&mut self.rows), &self.offers, position, row);
            }
            Edit::Customer { position, old: Some(_), new: None } => {
                if let Some(row) = self.lists.remove(Arc::make_mut(&mut self.rows), *position) {
                    self.totals.take(&row);
                }
            }
            Edit::Upgrade { old, new, .. } => {
                for upgrade in [old, new].into_iter().flatten() {
                    if let Some(position) = portfolio.customers.position(&upgrade.customer) {
                        self.touch(portfolio, setting, position);
                    }
                }
            }
            Edit::Customer { old: None, new: None, .. }
            | Edit::Offer { .. }
            | Edit::History { .. }
            | Edit::Answer { .. }
            | Edit::Partner { .. }
            | Edit::Rules { .. } => {}
        }
    }

    pub(super) fn set_ledger(&mut self, ledger: Option<Ledger>) {
        self.ledger = ledger;
    }

    /// The language that names are ordered for, once that is done.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether nothing is known of the portfolio yet: its verdicts are being worked out beside the window.
    #[must_use]
    pub const fn is_void(&self) -> bool {
        self.is_void
    }

    /// Whether the lists are not yet as they were asked to be.
    #[must_use]
    pub fn is_catching_up(&self) -> bool {
        self.stale != Stale::Nothing
    }

    /// Whether the verdicts are being worked out anew beside the window.
    #[must_use]
    pub fn is_judging(&self) -> bool {
        self.stale == Stale::Rows
    }

    /// The offers in force in the order of their names.
    #[must_use]
    pub fn offers(&self) -> &[Arc<Offer>] {
        self.offers.sorted()
    }

    /// What an offer in force is found by.
    #[must_use]
    pub fn offer(&self, id: &Id) -> Option<&OfferRow> {
        self.offers.find(id)
    }

    /// The selected subscription's ledger.
    #[must_use]
    pub const fn ledger(&self) -> Option<&Ledger> {
        self.ledger.as_ref()
    }

    /// The rows by the customers' position in the portfolio.
    #[must_use]
    pub fn rows(&self) -> &[Arc<CustomerRow>] {
        &self.rows
    }

    #[must_use]
    pub fn row(&self, position: u32) -> Option<&CustomerRow> {
        self.rows.get(position as usize).map(|row| &**row)
    }

    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Positions of the customers to show, in order.
    #[must_use]
    pub fn customers(&self) -> &[u32] {
        &self.lists.shown.customers
    }

    /// Positions of the subscriptions to show, in order: the customer's, and within the customer.
    #[must_use]
    pub fn subscriptions(&self) -> &[(u32, u32)] {
        &self.lists.shown.subscriptions
    }

    /// Where a customer stands among those shown, by their position in the portfolio.
    #[must_use]
    pub fn place_of_customer(&self, position: usize) -> Option<usize> {
        self.lists.place_of_customer(&self.rows, u32::try_from(position).ok()?)
    }

    /// Where a subscription stands among those shown.
    #[must_use]
    pub fn place_of_subscription(&self, at: (u32, u32)) -> Option<usize> {
        self.lists.place_of_subscription(&self.rows, at)
    }
}
