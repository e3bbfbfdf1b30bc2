//! What the rules say of a portfolio that is exported: columns beside each subscription, and sheets with its customers, every target with all conditions, and the sums. Where they stand is `exchange`'s.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::VerdictColumns;
use crate::exchange::{Aside, Beside, Cell, Row, SheetBeside};
use crate::model::{Catalog, Customer, Id, Portfolio, Subscription};
use crate::rules::{Assessment, TargetAssessment, Verdict, assess};

/// The places of the sheets, whose names and headers are stable.
const CUSTOMERS: usize = 0;
const TARGETS: usize = 1;
const SUMMARY: usize = 2;

/// Judges each customer once, while they are exported, and sums up.
#[derive(Debug)]
pub struct VerdictSheets<'a> {
    columns: VerdictColumns,
    /// What the exported records are judged in, where it is not what is exported: it has the customers whole.
    whole: Option<&'a Portfolio>,
    summary: Summary,
}

/// How many there are of what.
#[derive(Debug, Default)]
struct Summary {
    customers: usize,
    all: Sums,
    statuses: BTreeMap<String, Sums>,
    /// By name and id; where the id is not recorded, the name is what the file calls it.
    offers: BTreeMap<(String, Option<Id>), Sums>,
}

impl<'a> VerdictSheets<'a> {
    /// `part` is what is exported. What of a customer is not in it still counts: `whole` has all of them.
    #[must_use]
    pub fn of(part: &Portfolio, whole: &'a Portfolio, catalog: Arc<Catalog>) -> Self {
        let is_part = !std::ptr::eq(part, whole);
        Self {
            columns: VerdictColumns::of(whole, catalog),
            whole: is_part.then_some(whole),
            summary: Summary::default(),
        }
    }

    fn assess(&self, customer: &Customer, subscription: &Subscription) -> Assessment {
        let found = self.whole.and_then(|whole| whole.customers.get(&customer.id));
        // Where an id stands twice, the one that has the record.
        let found = found.filter(|found| found.subscription(&subscription.id).is_some());
        assess(self.columns.setting(), found.map_or(customer, |found| found), subscription)
    }

    /// A row for a customer: how many subscriptions and licenses, and how many by verdict.
    fn customer<'b>(customer: &'b Customer, sums: &Sums) -> Row<'b> {
        let mut row = vec![
            text(customer.id.as_str()),
            text(&customer.company_name),
            customer.domain.as_deref().map_or(Cell::Empty, text),
            number(sums.subscriptions),
            Cell::whole(sums.licenses),
        ];
        row.extend(Verdict::ALL.map(|verdict| number(sums.of(verdict).0)));
        row
    }

    /// A row for a target of a subscription, with every condition of the rule set.
    fn target<'b>(
        &'b self,
        customer: &'b Customer,
        subscription: &'b Subscription,
        target: &TargetAssessment,
    ) -> Row<'b> {
        let mut row = vec![
            text(customer.id.as_str()),
            text(&customer.company_name),
            text(subscription.id.as_str()),
            text(self.offer(subscription)),
            Cell::status(&subscription.status),
            Cell::whole(subscription.quantity),
            owned(target.target.to_string()),
            self.columns.offers.find(&target.target).map_or(Cell::Empty, |offer| text(&offer.name)),
            text(target.verdict.key()),
        ];
        row.extend(self.columns.rules.conditions.iter().map(|condition| {
            let finding = target.finding(condition.id);
            finding.map_or(Cell::Empty, |finding| text(finding.outcome.key()))
        }));
        row
    }

    fn offer<'b>(&'b self, subscription: &'b Subscription) -> &'b str {
        let offer = subscription.offer_id.as_ref().and_then(|id| self.columns.offers.find(id));
        offer.map_or(&*subscription.offer_name, |offer| offer.name.as_str())
    }

    fn count(&mut self, subscription: &Subscription, assessment: &Assessment) {
        let offer = (self.offer(subscription).to_owned(), subscription.offer_id.clone());
        let Summary { customers: _, all, statuses, offers } = &mut self.summary;
        all.add(subscription, assessment);
        offers.entry(offer).or_default().add(subscription, assessment);
        statuses.entry(status(subscription)).or_default().add(subscription, assessment);
    }
}

impl Beside for VerdictSheets<'_> {
    fn headers(&self) -> &[String] {
        self.columns.headers()
    }

    fn sheets(&self) -> Vec<SheetBeside> {
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let mut customers = named(&["customer", "company_name", "domain", "subscriptions", "licenses"]);
        customers.extend(Verdict::ALL.map(|verdict| column(verdict.key())));
        let mut targets = named(&["customer", "company_name", "subscription", "offer_name", "status", "licenses"]);
        targets.extend(named(&["target", "target_name", "target_verdict"]));
        targets.extend(self.columns.rules.conditions.iter().map(|condition| column(condition.id.key())));
        vec![
            SheetBeside { name: "customers", headers: customers },
            SheetBeside { name: "targets", headers: targets },
            SheetBeside { name: "summary", headers: named(&["what", "of", "id", "count", "licenses"]) },
        ]
    }

    fn of<'a>(&'a mut self, customer: &'a Customer, with_sheets: bool) -> Aside<'a> {
        let assessed: Vec<(&Subscription, Assessment)> =
            customer.subscriptions.iter().map(|record| (record, self.assess(customer, record))).collect();
        let mut sums = Sums::default();
        if with_sheets {
            self.summary.customers += 1;
            for (subscription, assessment) in &assessed {
                sums.add(subscription, assessment);
                self.count(subscription, assessment);
            }
        }
        // From here on it is only looked at.
        let this = &*self;
        let cells = assessed.iter().map(|(_, assessment)| this.columns.cells_of(assessment)).collect();
        let mut rows = vec![Vec::new(); SUMMARY + 1];
        if with_sheets {
            rows[CUSTOMERS].push(Self::customer(customer, &sums));
            for (subscription, assessment) in &assessed {
                let targets = assessment.targets.iter();
                rows[TARGETS].extend(targets.map(|target| this.target(customer, subscription, target)));
            }
        }
        Aside { cells, rows }
    }

    fn closing(&mut self) -> Vec<Vec<Row<'static>>> {
        let Summary { customers, all, statuses, offers } = std::mem::take(&mut self.summary);
        let line = |what: &'static str, of: String, id: Cell<'static>, (subscriptions, licenses): (usize, i64)| {
            vec![text(what), owned(of), id, number(subscriptions), Cell::whole(licenses)]
        };
        let mut rows = vec![
            vec![text("rules"), text(self.columns.rules.id), Cell::Empty, Cell::Empty, Cell::Empty],
            vec![text("customers"), text("all"), Cell::Empty, number(customers), Cell::Empty],
            line("subscriptions", "all".to_owned(), Cell::Empty, (all.subscriptions, all.licenses)),
        ];
        let of = |verdict: Verdict| line("verdict", verdict.key().to_owned(), Cell::Empty, all.of(verdict));
        rows.extend(Verdict::ALL.map(of));
        let of = |(of, sums): (String, Sums)| line("status", of, Cell::Empty, (sums.subscriptions, sums.licenses));
        rows.extend(statuses.into_iter().map(of));
        rows.extend(offers.into_iter().map(|((name, id), sums)| {
            let id = id.map_or(Cell::Empty, |id| owned(id.to_string()));
            line("offer", name, id, (sums.subscriptions, sums.licenses))
        }));
        let mut sheets = vec![Vec::new(); SUMMARY + 1];
        sheets[SUMMARY] = rows;
        sheets
    }
}

/// How many subscriptions and licenses there are, and by verdict.
#[derive(Debug, Default)]
struct Sums {
    subscriptions: usize,
    licenses: i64,
    /// In the order of [`Verdict::ALL`].
    by_verdict: [(usize, i64); 4],
}

impl Sums {
    fn add(&mut self, subscription: &Subscription, assessment: &Assessment) {
        self.subscriptions += 1;
        self.licenses = self.licenses.saturating_add(subscription.quantity);
        let all = Verdict::ALL.iter().zip(&mut self.by_verdict);
        for (_, (count, licenses)) in all.filter(|(verdict, _)| **verdict == assessment.verdict) {
            *count += 1;
            *licenses = licenses.saturating_add(subscription.quantity);
        }
    }

    fn of(&self, verdict: Verdict) -> (usize, i64) {
        let found = Verdict::ALL.iter().zip(&self.by_verdict).find(|(known, _)| **known == verdict);
        found.map_or((0, 0), |(_, sums)| *sums)
    }
}

/// A key as the name of a column, as our own columns are named.
fn column(key: &str) -> String {
    key.replace('-', "_")
}

/// The status, as the sheet of subscriptions says it.
fn status(subscription: &Subscription) -> String {
    match Cell::status(&subscription.status) {
        Cell::Text(text) => text.into_owned(),
        Cell::Empty | Cell::Number(_) | Cell::Day(_) => String::new(),
    }
}

fn text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

fn owned<'a>(text: String) -> Cell<'a> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

fn number<'a>(count: usize) -> Cell<'a> {
    Cell::whole(i64::try_from(count).unwrap_or(i64::MAX))
}
