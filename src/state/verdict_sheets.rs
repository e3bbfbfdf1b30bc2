//! What the rules say of a whole portfolio, as sheets beside its table: its customers, every target with all conditions, and the sums. Where they stand is `exchange`'s.

use std::collections::BTreeMap;

use super::VerdictColumns;
use crate::exchange::{Cell, SheetBeside};
use crate::model::{Customer, Portfolio, Subscription};
use crate::rules::{Assessment, TargetAssessment, Verdict, assess};

/// In the order of the sheets' columns.
const VERDICTS: [Verdict; 4] = [Verdict::Eligible, Verdict::NotEligible, Verdict::NotKnown, Verdict::NoPath];

impl VerdictColumns {
    /// The sheets: `customers`, `targets` and `summary`. Their names and headers are stable.
    #[must_use]
    pub fn sheets<'a>(&'a self, portfolio: &'a Portfolio) -> Vec<SheetBeside<'a>> {
        vec![self.customers(portfolio), self.targets(portfolio), self.summary(portfolio)]
    }

    fn judged<'a>(&'a self, customer: &'a Customer) -> impl Iterator<Item = (&'a Subscription, Assessment)> + 'a {
        customer.subscriptions.iter().map(|subscription| (subscription, assess(self.setting(), customer, subscription)))
    }

    /// A row for each customer: how many subscriptions and licenses, and how many by verdict.
    fn customers<'a>(&'a self, portfolio: &'a Portfolio) -> SheetBeside<'a> {
        let verdicts = VERDICTS.map(|verdict| column(verdict.key()));
        let headers = ["customer", "company_name", "domain", "subscriptions", "licenses"].map(str::to_owned);
        let rows = portfolio.customers.iter().map(|customer| {
            let mut sums = Sums::default();
            for (subscription, assessment) in self.judged(customer) {
                sums.add(subscription, &assessment);
            }
            let mut row = vec![
                text(customer.id.as_str()),
                text(&customer.company_name),
                customer.domain.as_deref().map_or(Cell::Empty, text),
                number(sums.subscriptions),
                whole(sums.licenses),
            ];
            row.extend(VERDICTS.map(|verdict| number(sums.of(verdict).0)));
            row
        });
        SheetBeside { name: "customers", headers: [&headers[..], &verdicts[..]].concat(), rows: Box::new(rows) }
    }

    /// A row for each target of each subscription, with every condition of the rule set.
    fn targets<'a>(&'a self, portfolio: &'a Portfolio) -> SheetBeside<'a> {
        let first = [
            "customer",
            "company_name",
            "subscription",
            "offer_name",
            "status",
            "licenses",
            "target",
            "target_name",
            "target_verdict",
        ];
        let conditions = self.rules.conditions.iter().map(|condition| column(condition.id.key()));
        let headers = first.map(str::to_owned).into_iter().chain(conditions).collect();
        let rows = portfolio.customers.iter().flat_map(move |customer| {
            self.judged(customer).flat_map(move |(subscription, assessment)| {
                let of = move |target: TargetAssessment| self.target(customer, subscription, &target);
                assessment.targets.into_iter().map(of)
            })
        });
        SheetBeside { name: "targets", headers, rows: Box::new(rows) }
    }

    fn target<'a>(
        &'a self,
        customer: &'a Customer,
        subscription: &'a Subscription,
        target: &TargetAssessment,
    ) -> Vec<Cell<'a>> {
        let offer = subscription.offer_id.as_ref().and_then(|id| self.offers.find(id));
        let name = offer.map_or(subscription.offer_name.as_str(), |offer| offer.name.as_str());
        let mut row = vec![
            text(customer.id.as_str()),
            text(&customer.company_name),
            text(subscription.id.as_str()),
            text(name),
            Cell::status(&subscription.status),
            whole(subscription.quantity),
            Cell::Text(target.target.to_string().into()),
            self.offers.find(&target.target).map_or(Cell::Empty, |offer| text(&offer.name)),
            Cell::Text(target.verdict.key().into()),
        ];
        row.extend(self.rules.conditions.iter().map(|condition| {
            let finding = target.finding(condition.id);
            finding.map_or(Cell::Empty, |finding| Cell::Text(finding.outcome.key().into()))
        }));
        row
    }

    /// How many there are of what.
    fn summary<'a>(&'a self, portfolio: &'a Portfolio) -> SheetBeside<'a> {
        let mut all = Sums::default();
        let mut offers: BTreeMap<String, Sums> = BTreeMap::new();
        let mut statuses: BTreeMap<String, Sums> = BTreeMap::new();
        for customer in &portfolio.customers {
            for (subscription, assessment) in self.judged(customer) {
                let offer = subscription.offer_id.as_ref().and_then(|id| self.offers.find(id));
                let offer = offer.map_or_else(|| subscription.offer_name.clone(), |offer| offer.name.clone());
                all.add(subscription, &assessment);
                offers.entry(offer).or_default().add(subscription, &assessment);
                statuses.entry(status(subscription)).or_default().add(subscription, &assessment);
            }
        }
        let line = |what: &str, of: String, (subscriptions, licenses): (usize, i64)| {
            vec![Cell::Text(what.to_owned().into()), Cell::Text(of.into()), number(subscriptions), whole(licenses)]
        };
        let mut rows = vec![
            vec![text("rules"), Cell::Text(self.rules.id.into()), Cell::Empty, Cell::Empty],
            vec![text("customers"), text("all"), number(portfolio.customers.len()), Cell::Empty],
            line("subscriptions", "all".to_owned(), (all.subscriptions, all.licenses)),
        ];
        rows.extend(VERDICTS.map(|verdict| line("verdict", verdict.key().to_owned(), all.of(verdict))));
        let by = |what: &'static str, sums: BTreeMap<String, Sums>| {
            sums.into_iter().map(move |(of, sums)| line(what, of, (sums.subscriptions, sums.licenses)))
        };
        rows.extend(by("status", statuses));
        rows.extend(by("offer", offers));
        let headers = ["what", "of", "count", "licenses"].map(str::to_owned).to_vec();
        SheetBeside { name: "summary", headers, rows: Box::new(rows.into_iter()) }
    }
}

/// How many subscriptions and licenses there are, and by verdict.
#[derive(Debug, Default)]
struct Sums {
    subscriptions: usize,
    licenses: i64,
    by_verdict: [(usize, i64); 4],
}

impl Sums {
    fn add(&mut self, subscription: &Subscription, assessment: &Assessment) {
        self.subscriptions += 1;
        self.licenses = self.licenses.saturating_add(subscription.quantity);
        let all = VERDICTS.iter().zip(&mut self.by_verdict);
        for (_, (count, licenses)) in all.filter(|(verdict, _)| **verdict == assessment.verdict) {
            *count += 1;
            *licenses = licenses.saturating_add(subscription.quantity);
        }
    }

    fn of(&self, verdict: Verdict) -> (usize, i64) {
        let found = VERDICTS.iter().zip(&self.by_verdict).find(|(known, _)| **known == verdict);
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

fn number<'a>(count: usize) -> Cell<'a> {
    whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn whole<'a>(number: i64) -> Cell<'a> {
    Cell::whole(number)
}
