//! What lists and details need and the portfolio does not hold: verdicts, counts, search keys, order. Kept up to date for the touched customer alone.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::lists::{Filters, Lists, Sorting, fold};
use crate::model::{Answer, Channel, Customer, DelegatedAdmin, Edit, Id, Offers, Portfolio, Status, Subscription};
use crate::rules::{
    AddInstead, Assessment, ConditionId, Outcome, RuleSet, Setting, Verdict, WayOut, add_instead, assess, nearest,
    way_out,
};

/// What the lists show and sort of one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRow {
    pub verdict: Verdict,
    /// Where it can go: the eligible targets, or else the one that needs least.
    pub targets: Vec<Id>,
    /// What stands first in the way of that target, and whether it fails or is not known.
    pub reason: Option<(ConditionId, bool)>,
    pub is_suspended: bool,
    pub open_tasks: usize,
    pub quantity: i64,
    pub renewal: Option<NaiveDate>,
    pub status: Status,
    pub channel: Channel,
    pub offer_key: String,
    /// What search looks at beside the customer's own.
    pub haystack: String,
}

/// What the lists show and sort of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerRow {
    pub company_key: String,
    pub domain_key: String,
    /// Company, domain and Microsoft ID, folded.
    pub haystack: String,
    pub eligible: usize,
    pub not_known: usize,
    pub has_suspended: bool,
    /// No privileges are granted; where they are not known this is false.
    pub no_delegated_admin: bool,
    pub delegated_admin_rank: u8,
    pub open_tasks: usize,
    pub subscriptions: Vec<SubscriptionRow>,
}

/// Counts over all customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub customers: usize,
    pub subscriptions: usize,
    pub eligible: usize,
    pub not_known: usize,
    pub not_eligible: usize,
    pub no_path: usize,
    pub open_tasks: usize,
}

impl Totals {
    fn add(&mut self, row: &CustomerRow) {
        self.customers += 1;
        self.subscriptions += row.subscriptions.len();
        self.open_tasks += row.open_tasks;
        for subscription in &row.subscriptions {
            *self.of(subscription.verdict) += 1;
        }
    }

    fn take(&mut self, row: &CustomerRow) {
        self.customers -= 1;
        self.subscriptions -= row.subscriptions.len();
        self.open_tasks -= row.open_tasks;
        for subscription in &row.subscriptions {
            *self.of(subscription.verdict) -= 1;
        }
    }

    const fn of(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Eligible => &mut self.eligible,
            Verdict::NotKnown => &mut self.not_known,
            Verdict::NotEligible => &mut self.not_eligible,
            Verdict::NoPath => &mut self.no_path,
        }
    }
}

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

#[derive(Debug, Default)]
pub struct Derived {
    rows: Vec<CustomerRow>,
    totals: Totals,
    lists: Lists,
    ledger: Option<Ledger>,
}

fn subscription_row(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    open_tasks: usize,
) -> SubscriptionRow {
    let assessment = assess(setting, customer, subscription);
    let mut targets: Vec<Id> = assessment.eligible().map(|target| target.target.clone()).collect();
    let mut reason = None;
    if targets.is_empty()
        && let Some(nearest) = nearest(customer, subscription, &assessment)
    {
        targets.push(nearest.target.clone());
        reason =
            nearest.first_reason().map(|finding| (finding.condition, matches!(finding.outcome, Outcome::NotMet(_))));
    }
    let offer = subscription.offer_id.as_ref().and_then(|id| setting.offers.find(id));
    let offer_name = offer.map_or(subscription.offer_name.as_str(), |offer| offer.name.as_str());
    SubscriptionRow {
        verdict: assessment.verdict,
        targets,
        reason,
        is_suspended: subscription.status == Status::Suspended,
        open_tasks,
        quantity: subscription.quantity,
        renewal: subscription.commitment_end,
        status: subscription.status.clone(),
        channel: subscription.channel.clone(),
        offer_key: fold(offer_name),
        haystack: fold(&format!("{offer_name}\n{}\n{}", subscription.id, subscription.friendly_name)),
    }
}

fn customer_row(setting: Setting<'_>, customer: &Customer, open_tasks: &OpenTasks<'_>) -> CustomerRow {
    let tasks_of = |id: &Id| open_tasks.get(&(&customer.id, id)).copied().unwrap_or(0);
    let subscriptions: Vec<SubscriptionRow> = customer
        .subscriptions
        .iter()
        .map(|subscription| subscription_row(setting, customer, subscription, tasks_of(&subscription.id)))
        .collect();
    let count = |verdict| subscriptions.iter().filter(|row| row.verdict == verdict).count();
    let domain = customer.domain.as_deref().unwrap_or_default();
    let company_key = fold(&customer.company_name);
    let domain_key = fold(domain);
    let no_delegated_admin = match &customer.delegated_admin {
        DelegatedAdmin::NotGranted => true,
        DelegatedAdmin::Families(families) => families.is_empty(),
        DelegatedAdmin::All | DelegatedAdmin::NotKnown => false,
    };
    let delegated_admin_rank = match &customer.delegated_admin {
        DelegatedAdmin::All => 0,
        DelegatedAdmin::Families(families) if !families.is_empty() => 1,
        DelegatedAdmin::NotKnown => 2,
        DelegatedAdmin::NotGranted | DelegatedAdmin::Families(_) => 3,
    };
    CustomerRow {
        haystack: format!("{company_key}\n{domain_key}\n{}", fold(customer.id.as_str())),
        company_key,
        domain_key,
        eligible: count(Verdict::Eligible),
        not_known: count(Verdict::NotKnown),
        has_suspended: subscriptions.iter().any(|row| row.is_suspended),
        no_delegated_admin,
        delegated_admin_rank,
        open_tasks: subscriptions.iter().map(|row| row.open_tasks).sum(),
        subscriptions,
    }
}

/// Open tasks by the customer and the subscription that took the place of the upgraded one.
type OpenTasks<'a> = HashMap<(&'a Id, &'a Id), usize>;

fn open_tasks<'a>(portfolio: &'a Portfolio, of: Option<&Id>) -> OpenTasks<'a> {
    let mut tasks = HashMap::new();
    for upgrade in portfolio.upgrades.iter().filter(|upgrade| of.is_none_or(|customer| upgrade.customer == *customer)) {
        *tasks.entry((&upgrade.customer, &upgrade.target)).or_insert(0) += upgrade.open_tasks();
    }
    tasks
}

impl Derived {
    pub(super) fn rebuild(&mut self, portfolio: &Portfolio, offers: &Offers, rules: &RuleSet) {
        let setting = Setting { rules, offers, partner: &portfolio.partner };
        let tasks = open_tasks(portfolio, None);
        self.rows = portfolio.customers.iter().map(|customer| customer_row(setting, customer, &tasks)).collect();
        self.totals = Totals::default();
        for row in &self.rows {
            self.totals.add(row);
        }
    }

    /// Judges the customer at a position anew and puts them in their place in the lists.
    pub(super) fn touch(&mut self, portfolio: &Portfolio, setting: Setting<'_>, position: usize, sorting: Sorting) {
        let Some(customer) = portfolio.customers.at(position) else { return };
        let row = customer_row(setting, customer, &open_tasks(portfolio, Some(&customer.id)));
        if let Some(slot) = self.rows.get_mut(position) {
            self.totals.take(slot);
            self.totals.add(&row);
            *slot = row;
            self.lists.replace(&self.rows, position, sorting);
        }
    }

    /// Follows one edit; says whether positions moved, so that the lists have to be ordered anew.
    pub(super) fn follow(
        &mut self,
        portfolio: &Portfolio,
        setting: Setting<'_>,
        edit: &Edit,
        sorting: Sorting,
    ) -> bool {
        match edit {
            Edit::Customer { position, old: Some(_), new: Some(_) } => {
                self.touch(portfolio, setting, *position, sorting);
                false
            }
            Edit::Customer { position, old: None, new: Some(new) } => {
                let row = customer_row(setting, new, &open_tasks(portfolio, Some(&new.id)));
                self.totals.add(&row);
                self.rows.insert((*position).min(self.rows.len()), row);
                true
            }
            Edit::Customer { position, old: Some(_), new: None } => {
                if *position < self.rows.len() {
                    let row = self.rows.remove(*position);
                    self.totals.take(&row);
                }
                true
            }
            Edit::Upgrade { old, new, .. } => {
                for upgrade in [old, new].into_iter().flatten() {
                    if let Some(position) = portfolio.customers.position(&upgrade.customer) {
                        self.touch(portfolio, setting, position, sorting);
                    }
                }
                false
            }
            Edit::Customer { old: None, new: None, .. }
            | Edit::Offer { .. }
            | Edit::History { .. }
            | Edit::Answer { .. }
            | Edit::Partner { .. }
            | Edit::Rules { .. } => false,
        }
    }

    pub(super) fn sort(&mut self, sorting: Sorting) {
        self.lists.sort(&self.rows, sorting);
    }

    pub(super) fn filter(&mut self, search: &str, filters: &Filters) {
        self.lists.filter(&self.rows, search, filters);
    }

    pub(super) fn set_ledger(&mut self, ledger: Option<Ledger>) {
        self.ledger = ledger;
    }

    /// The selected subscription's ledger.
    #[must_use]
    pub const fn ledger(&self) -> Option<&Ledger> {
        self.ledger.as_ref()
    }

    /// The rows by the customers' position in the portfolio.
    #[must_use]
    pub fn rows(&self) -> &[CustomerRow] {
        &self.rows
    }

    #[must_use]
    pub fn row(&self, position: u32) -> Option<&CustomerRow> {
        self.rows.get(position as usize)
    }

    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Positions of the customers to show, in order.
    #[must_use]
    pub fn customers(&self) -> &[u32] {
        self.lists.customers()
    }

    /// Positions of the subscriptions to show, in order: the customer's, and within the customer.
    #[must_use]
    pub fn subscriptions(&self) -> &[(u32, u32)] {
        self.lists.subscriptions()
    }
}
