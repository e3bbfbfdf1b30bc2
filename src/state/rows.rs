//! What lists show, sort and find: one row for each customer and each of their subscriptions. What stands in the record itself is not kept twice.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use uuid::Uuid;

use super::offer_rows::{OfferRow, OfferRows};
use super::order::{NameKey, NameOrder};
use super::search::{Beginnings, Sounds, fold};
use crate::model::{Customer, DelegatedAdmin, Hashing, Id, Status, Subscription, Upgrade};
use crate::rules::{ConditionId, Holdings, Lookup, Outcome, Setting, Subject, Verdict, is_upgraded, nearest};

/// The rows by the customers' position in the portfolio.
pub(super) type Rows = Vec<Arc<CustomerRow>>;

/// What the lists show and sort of one subscription, beside its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRow {
    pub verdict: Verdict,
    /// What stands first in the way of the target that needs least, and whether it fails or is not known.
    pub reason: Option<(ConditionId, bool)>,
    pub open_tasks: u32,
    /// The ID, where it is a GUID as they are usually written. The text of the record's lies elsewhere in memory, and
    /// fetching a million of them takes longer than all the rest of a search.
    guid: Option<Uuid>,
    /// Where it can go: the eligible targets, or else the one that needs least.
    pub targets: Arc<[Id]>,
    pub offer: Arc<OfferRow>,
    /// What the nickname is found by, where there is one.
    nickname: Option<Box<Nickname>>,
}

/// A nickname, folded, and how it sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Nickname {
    folded: Box<str>,
    sounds: Sounds,
}

impl SubscriptionRow {
    /// Whether the ID is a GUID, in which no word is but of digits, letters to f and dashes.
    pub(super) const fn has_guid(&self) -> bool {
        self.guid.is_some()
    }

    /// Whether a folded word is in the nickname.
    #[must_use]
    pub fn is_nicknamed(&self, word: &str) -> bool {
        self.nickname.as_ref().is_some_and(|nickname| nickname.folded.contains(word) || nickname.sounds.has(word))
    }
}

/// What the lists show and sort of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerRow {
    /// Whose row it is.
    pub record: Arc<Customer>,
    /// Of the company's name in the language in force.
    pub company_order: NameKey,
    /// Company, domain, Microsoft ID and the nicknames of the subscriptions, folded, a line each.
    haystack: Box<str>,
    /// Where the company's line ends, the domain's, and the ID's.
    ends: [u32; 3],
    /// What the nicknames' readings begin with.
    nicknames_begin: Beginnings,
    /// How the company's name sounds.
    sounds: Sounds,
    pub eligible: usize,
    pub not_known: usize,
    pub open_tasks: usize,
    pub has_suspended: bool,
    /// No privileges are granted; where they are not known this is false.
    pub no_delegated_admin: bool,
    pub delegated_admin_rank: u8,
    /// The tags, folded, in one text.
    pub tags: Box<str>,
    /// As many as the record has subscriptions, in the same order.
    pub subscriptions: Box<[SubscriptionRow]>,
}

impl CustomerRow {
    /// What search looks at beside the sounds, without the nicknames.
    pub(super) fn haystack(&self) -> &str {
        self.haystack.get(..self.ends[2] as usize).unwrap_or_default()
    }

    fn company(&self) -> &str {
        self.haystack.get(..self.ends[0] as usize).unwrap_or_default()
    }

    /// The domain, folded.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.haystack.get(self.ends[0] as usize + 1..self.ends[1] as usize).unwrap_or_default()
    }

    /// Whether a folded word may be in one of the nicknames: where this says no, it is in none.
    pub(super) fn may_be_nicknamed(&self, word: &str) -> bool {
        let nicknames = self.haystack.get(self.ends[2] as usize..).unwrap_or_default();
        self.nicknames_begin.may_begin(word) || nicknames.contains(word)
    }

    /// Whether a folded word is in the company's name, by its letters or by how it sounds, in the domain or in the ID.
    #[must_use]
    pub fn is_meant(&self, word: &str) -> bool {
        self.haystack().contains(word) || self.sounds.has(word)
    }

    /// Whether a folded text is in the company's name, by its letters or by how it sounds.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.company().contains(text) || self.sounds.has(text)
    }

    /// Whether the company's name begins with a folded text, by its letters or by how it sounds.
    #[must_use]
    pub fn begins_with(&self, text: &str) -> bool {
        self.company().starts_with(text) || self.sounds.begins_with(text)
    }

    /// Whether a folded word is in the ID of a subscription.
    pub(super) fn is_identified(&self, own: usize, word: &str) -> bool {
        let record = || self.record.subscriptions.get(own);
        match self.subscriptions.get(own).and_then(|row| row.guid) {
            Some(guid) => guid.hyphenated().encode_lower(&mut Uuid::encode_buffer()).contains(word),
            None => record().is_some_and(|record| fold(record.id.as_str()).contains(word)),
        }
    }

    /// A subscription of the customer with its row.
    #[must_use]
    pub fn subscription(&self, at: u32) -> Option<(&Subscription, &SubscriptionRow)> {
        Some((self.record.subscriptions.get(at as usize)?, self.subscriptions.get(at as usize)?))
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
    pub(super) fn add(&mut self, row: &CustomerRow) {
        self.customers += 1;
        self.subscriptions += row.subscriptions.len();
        self.open_tasks += row.open_tasks;
        for subscription in &row.subscriptions {
            *self.of(subscription.verdict) += 1;
        }
    }

    pub(super) fn take(&mut self, row: &CustomerRow) {
        self.customers -= 1;
        self.subscriptions -= row.subscriptions.len();
        self.open_tasks -= row.open_tasks;
        for subscription in &row.subscriptions {
            *self.of(subscription.verdict) -= 1;
        }
    }

    /// Of all rows.
    pub(super) fn over(rows: &Rows) -> Self {
        rows.iter().fold(Self::default(), |mut totals, row| {
            totals.add(row);
            totals
        })
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

/// What rows are made with beside the records themselves.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    pub setting: Setting<'a>,
    pub order: &'a NameOrder,
    pub offers: &'a OfferRows,
}

impl Making<'_> {
    /// The rows of a whole portfolio, made on as many cores as the caller has been given.
    pub fn rows(self, customers: &[Arc<Customer>], upgrades: &[Arc<Upgrade>]) -> Rows {
        let tasks = open_tasks(upgrades, None);
        let begin = || (Lookup::new(self.setting), TargetSets::default());
        let row = |(lookup, sets): &mut (Lookup<'_>, TargetSets), customer: &Arc<Customer>| {
            Arc::new(self.customer(customer, &lookup.holdings(customer), &tasks, sets))
        };
        customers.par_iter().with_min_len(64).map_init(begin, row).collect()
    }

    /// The row of one customer.
    pub fn row(self, customer: &Arc<Customer>, upgrades: &[Arc<Upgrade>]) -> Arc<CustomerRow> {
        let (holdings, tasks) = (Holdings::of(self.setting, customer), open_tasks(upgrades, Some(&customer.id)));
        Arc::new(self.customer(customer, &holdings, &tasks, &mut TargetSets::default()))
    }

    fn subscription(self, subject: &Subject<'_>, open_tasks: usize, sets: &mut TargetSets) -> SubscriptionRow {
        let subscription = subject.subscription;
        let mut targets: Vec<Id> = subject.eligible().into_iter().cloned().collect();
        let mut reason = None;
        let verdict = if !targets.is_empty() {
            Verdict::Eligible
        } else if is_upgraded(subscription) {
            // What an upgrade closed has nowhere left to go, and nothing stands in its way.
            subject.verdict()
        } else {
            let assessment = subject.assess();
            if let Some(nearest) = nearest(subject.holdings.customer, subscription, &assessment) {
                targets.push(nearest.target.clone());
                reason = nearest
                    .first_reason()
                    .map(|finding| (finding.condition, matches!(finding.outcome, Outcome::NotMet(_))));
            }
            assessment.verdict
        };
        let nickname = (!subscription.friendly_name.is_empty()).then(|| {
            let folded = fold(&subscription.friendly_name);
            Box::new(Nickname { sounds: Sounds::of(&folded), folded: folded.into_boxed_str() })
        });
        SubscriptionRow {
            verdict,
            reason,
            open_tasks: u32::try_from(open_tasks).unwrap_or(u32::MAX),
            guid: guid(subscription.id.as_str()),
            targets: sets.hold(&targets),
            offer: self.offers.row(self.order, subscription),
            nickname,
        }
    }

    fn customer(
        self,
        customer: &Arc<Customer>,
        holdings: &Holdings<'_>,
        open_tasks: &OpenTasks<'_>,
        sets: &mut TargetSets,
    ) -> CustomerRow {
        let tasks_of = |id: &Id| open_tasks.get(&(&customer.id, id)).copied().unwrap_or(0);
        let subscriptions: Box<[SubscriptionRow]> = holdings
            .subjects()
            .map(|subject| self.subscription(&subject, tasks_of(&subject.subscription.id), sets))
            .collect();
        let count = |verdict| subscriptions.iter().filter(|row| row.verdict == verdict).count();
        let company = fold(&customer.company_name);
        let sounds = Sounds::of(&company);
        let mut haystack = company;
        let mut ends = [haystack.len(); 3];
        for (end, line) in
            ends.iter_mut().skip(1).zip([customer.domain.as_deref().unwrap_or_default(), customer.id.as_str()])
        {
            haystack.push('\n');
            haystack.push_str(&fold(line));
            *end = haystack.len();
        }
        let mut nicknames_begin = Beginnings::default();
        for nickname in subscriptions.iter().filter_map(|row| row.nickname.as_deref()) {
            haystack.push('\n');
            haystack.push_str(&nickname.folded);
            nicknames_begin.add_all(&nickname.sounds);
        }
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
            record: Arc::clone(customer),
            company_order: self.order.key(&customer.company_name),
            sounds,
            haystack: haystack.into_boxed_str(),
            ends: ends.map(|end| u32::try_from(end).unwrap_or(u32::MAX)),
            nicknames_begin,
            eligible: count(Verdict::Eligible),
            not_known: count(Verdict::NotKnown),
            open_tasks: subscriptions.iter().map(|row| row.open_tasks as usize).sum(),
            has_suspended: customer.subscriptions.iter().any(|record| record.status == Status::Suspended),
            no_delegated_admin,
            delegated_admin_rank,
            tags: fold(&customer.tags.join("\n")).into_boxed_str(),
            subscriptions,
        }
    }
}

/// An ID as a number, where it is a GUID with its dashes and without braces.
fn guid(id: &str) -> Option<Uuid> {
    let written = Uuid::try_parse(id).ok()?;
    written.hyphenated().encode_lower(&mut Uuid::encode_buffer()).eq_ignore_ascii_case(id).then_some(written)
}

/// The targets of many subscriptions are the same few: of the rows that a core makes in one go, each set is held once.
#[derive(Default)]
struct TargetSets(HashSet<Arc<[Id]>, Hashing>);

impl TargetSets {
    fn hold(&mut self, targets: &[Id]) -> Arc<[Id]> {
        if let Some(known) = self.0.get(targets) {
            return Arc::clone(known);
        }
        let set: Arc<[Id]> = Arc::from(targets);
        self.0.insert(Arc::clone(&set));
        set
    }
}

/// Open tasks by the customer and the subscription that took the place of the upgraded one.
type OpenTasks<'a> = HashMap<(&'a Id, &'a Id), usize>;

fn open_tasks<'a>(upgrades: &'a [Arc<Upgrade>], of: Option<&Id>) -> OpenTasks<'a> {
    let mut tasks = HashMap::new();
    for upgrade in upgrades.iter().filter(|upgrade| of.is_none_or(|customer| upgrade.customer == *customer)) {
        *tasks.entry((&upgrade.customer, &upgrade.target)).or_insert(0) += upgrade.open_tasks();
    }
    tasks
}
