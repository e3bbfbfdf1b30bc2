//! What lists and details need and the portfolio does not hold: verdicts, counts, search keys, order. Kept up to date for the touched customer alone.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::lists::{Filters, Lists, Sorting};
use super::offer_rows::{OfferRow, OfferRows};
use super::order::{NameKey, NameOrder};
use super::search::{Sounds, fold};
use crate::model::{
    Answer, Channel, Customer, DelegatedAdmin, Edit, Id, Language, Offer, Offers, Portfolio, Status, Subscription,
};
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
    pub offer: Arc<OfferRow>,
    /// ID and nickname, folded: what search looks at beside the offer's and the customer's own.
    haystack: String,
    /// How the nickname sounds.
    sounds: Sounds,
}

impl SubscriptionRow {
    /// Whether a folded word is in the ID or the nickname.
    #[must_use]
    pub fn is_meant(&self, word: &str) -> bool {
        self.haystack.contains(word) || self.sounds.has(word)
    }
}

/// What the lists show and sort of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerRow {
    /// Of the company's name in the language in force.
    pub company_order: NameKey,
    pub company_key: String,
    pub domain_key: String,
    /// Company, domain and Microsoft ID, folded.
    haystack: String,
    /// How the company's name sounds.
    sounds: Sounds,
    pub eligible: usize,
    pub not_known: usize,
    pub has_suspended: bool,
    /// No privileges are granted; where they are not known this is false.
    pub no_delegated_admin: bool,
    pub delegated_admin_rank: u8,
    pub open_tasks: usize,
    /// The tags, folded, in one text.
    pub tags_key: String,
    pub subscriptions: Vec<SubscriptionRow>,
}

impl CustomerRow {
    /// Whether a folded word is in the company's name, by its letters or by how it sounds, in the domain or in the ID.
    #[must_use]
    pub fn is_meant(&self, word: &str) -> bool {
        self.haystack.contains(word) || self.sounds.has(word)
    }

    /// Whether a folded text is in the company's name, by its letters or by how it sounds.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.company_key.contains(text) || self.sounds.has(text)
    }

    /// Whether the company's name begins with a folded text, by its letters or by how it sounds.
    #[must_use]
    pub fn begins_with(&self, text: &str) -> bool {
        self.company_key.starts_with(text) || self.sounds.begins_with(text)
    }
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
    order: NameOrder,
    offers: OfferRows,
    rows: Vec<CustomerRow>,
    totals: Totals,
    lists: Lists,
    ledger: Option<Ledger>,
}

/// What rows are made with beside the records themselves.
#[derive(Clone, Copy)]
struct Making<'a> {
    setting: Setting<'a>,
    order: &'a NameOrder,
    offers: &'a OfferRows,
}

fn subscription_row(
    making: Making<'_>,
    customer: &Customer,
    subscription: &Subscription,
    open_tasks: usize,
) -> SubscriptionRow {
    let Making { setting, order, offers } = making;
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
    let nickname = fold(&subscription.friendly_name);
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
        offer: offers.row(order, subscription),
        sounds: Sounds::of(&nickname),
        haystack: format!("{}\n{nickname}", fold(subscription.id.as_str())),
    }
}

fn customer_row(making: Making<'_>, customer: &Customer, open_tasks: &OpenTasks<'_>) -> CustomerRow {
    let tasks_of = |id: &Id| open_tasks.get(&(&customer.id, id)).copied().unwrap_or(0);
    let subscriptions: Vec<SubscriptionRow> = customer
        .subscriptions
        .iter()
        .map(|subscription| subscription_row(making, customer, subscription, tasks_of(&subscription.id)))
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
        company_order: making.order.key(&customer.company_name),
        sounds: Sounds::of(&company_key),
        haystack: format!("{company_key}\n{domain_key}\n{}", fold(customer.id.as_str())),
        company_key,
        domain_key,
        eligible: count(Verdict::Eligible),
        not_known: count(Verdict::NotKnown),
        has_suspended: subscriptions.iter().any(|row| row.is_suspended),
        no_delegated_admin,
        delegated_admin_rank,
        open_tasks: subscriptions.iter().map(|row| row.open_tasks).sum(),
        tags_key: fold(&customer.tags.join("\n")),
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
    pub(super) fn rebuild(&mut self, portfolio: &Portfolio, offers: &Offers, rules: &RuleSet, language: Language) {
        if language != self.order.language() {
            self.order = NameOrder::of(language);
        }
        self.offers = OfferRows::new(&self.order, offers);
        let making = self.making(Setting { rules, offers, partner: &portfolio.partner });
        let tasks = open_tasks(portfolio, None);
        let rows = portfolio.customers.iter().map(|customer| customer_row(making, customer, &tasks)).collect();
        self.rows = rows;
        self.totals = Totals::default();
        for row in &self.rows {
            self.totals.add(row);
        }
    }

    const fn making<'a>(&'a self, setting: Setting<'a>) -> Making<'a> {
        Making { setting, order: &self.order, offers: &self.offers }
    }

    /// From now on names are ordered as a language has it. Verdicts do not hang on it, so nothing is judged anew.
    pub(super) fn order_for(&mut self, language: Language, portfolio: &Portfolio, offers: &Offers) {
        self.order = NameOrder::of(language);
        self.offers = OfferRows::new(&self.order, offers);
        for (row, customer) in self.rows.iter_mut().zip(portfolio.customers.iter()) {
            row.company_order = self.order.key(&customer.company_name);
            for (row, subscription) in row.subscriptions.iter_mut().zip(&customer.subscriptions) {
                row.offer = self.offers.row(&self.order, subscription);
            }
        }
    }

    /// Judges the customer at a position anew and puts them in their place in the lists.
    pub(super) fn touch(&mut self, portfolio: &Portfolio, setting: Setting<'_>, position: usize, sorting: Sorting) {
        let Some(customer) = portfolio.customers.at(position) else { return };
        let row = customer_row(self.making(setting), customer, &open_tasks(portfolio, Some(&customer.id)));
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
                let row = customer_row(self.making(setting), new, &open_tasks(portfolio, Some(&new.id)));
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

    /// The language that names are ordered for.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.order.language()
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
