//! `check`: the verdict of every subscription and target, with all reasons. How it is laid out is `check/`'s, one file a format.

mod csv;
mod in_order;
mod json;
mod table;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use clap::ValueEnum;
use rayon::prelude::*;

use super::trouble::Trouble;
use super::{Console, arguments, open};
use crate::model::{Customer, Portfolio, Subscription};
use crate::rules::{Assessment, Holdings, Lookup, RuleSet, Setting, Verdict};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    file: PathBuf,
    #[arg(long, value_name = "ID", value_parser = arguments::rule_set)]
    rules: Option<&'static RuleSet>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = arguments::day)]
    as_of: Option<NaiveDate>,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let portfolio = open::to_read(&arguments.file, console)?;
    let rules = open::rules(arguments.rules, &portfolio, console);
    let offers = open::offers(&portfolio)?;
    let setting = Setting { rules, offers: &offers, partner: &portfolio.partner };
    let answer =
        Answer { setting, portfolio: &portfolio, as_of: arguments.as_of.unwrap_or_else(|| Utc::now().date_naive()) };
    let written = match arguments.format {
        Format::Table => table::write(&answer, console),
        Format::Json => json::write(&answer, console.out),
        Format::Csv => csv::write(&answer, console.out),
    };
    // The program ends here; giving back the memory of a million records one by one would take a tenth of its time.
    std::mem::forget(portfolio);
    written.map_err(Trouble::Output)
}

/// What is asked; each layout walks it anew, since keeping every ledger would take more memory than judging takes time.
struct Answer<'a> {
    setting: Setting<'a>,
    portfolio: &'a Portfolio,
    as_of: NaiveDate,
}

struct Row<'a> {
    customer: &'a Customer,
    subscription: &'a Subscription,
    assessment: Assessment,
}

impl<'a> Answer<'a> {
    /// Every subscription, in the file's order.
    fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        self.portfolio.customers.iter().flat_map(|customer| self.rows_of(customer))
    }

    fn rows_of(&self, customer: &'a Customer) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let holdings = Holdings::of(self.setting, customer);
        customer.subscriptions.iter().map(move |subscription| Row {
            customer,
            subscription,
            assessment: holdings.subject(subscription).assess(),
        })
    }

    fn totals(&self) -> Totals {
        let customers = self.portfolio.customers.as_slice();
        let of_customer = |lookup: &mut Lookup<'a>, customer: &'a Arc<Customer>| {
            let holdings = lookup.holdings(customer);
            let verdicts = holdings.subjects().map(|subject| subject.verdict());
            verdicts.map(Totals::of).fold(Totals::default(), Totals::and)
        };
        let begin = || Lookup::new(self.setting);
        let judged = customers.par_iter().with_min_len(64).map_init(begin, of_customer);
        let totals = judged.reduce(Totals::default, Totals::and);
        Totals { customers: customers.len(), ..totals }
    }
}

/// Subscriptions by verdict, in the order in which the answer names them.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
struct Totals {
    customers: usize,
    subscriptions: usize,
    eligible: usize,
    not_eligible: usize,
    not_known: usize,
    no_path: usize,
}

impl Totals {
    fn of(verdict: Verdict) -> Self {
        let mut totals = Self { subscriptions: 1, ..Self::default() };
        *match verdict {
            Verdict::Eligible => &mut totals.eligible,
            Verdict::NotEligible => &mut totals.not_eligible,
            Verdict::NotKnown => &mut totals.not_known,
            Verdict::NoPath => &mut totals.no_path,
        } = 1;
        totals
    }

    fn and(self, other: Self) -> Self {
        Self {
            customers: self.customers + other.customers,
            subscriptions: self.subscriptions + other.subscriptions,
            eligible: self.eligible + other.eligible,
            not_eligible: self.not_eligible + other.not_eligible,
            not_known: self.not_known + other.not_known,
            no_path: self.no_path + other.no_path,
        }
    }
}
