//! The rows of the lists: opportunities, suspended subscriptions, open tasks. Which they are is the survey's.

use serde::Serialize;

use super::survey::Survey;
use super::{Listed, MOST_ROWS};
use crate::report::page::Number;
use crate::report::{Basis, short};
use crate::rules::{assess, lifecycle};

#[derive(Debug, Serialize)]
pub struct Opportunity {
    customer: String,
    subscription: String,
    licenses: Number,
    targets: String,
}

pub fn opportunities(basis: &Basis<'_>, survey: &Survey<'_>) -> Listed<Opportunity> {
    let row = |at: super::survey::At| {
        let (customer, record) = at.find(basis)?;
        let assessment = assess(basis.setting(), customer, record);
        let targets: Vec<String> = assessment.eligible().map(|target| basis.offer(&target.target)).collect();
        Some(Opportunity {
            customer: short(&customer.company_name),
            subscription: basis.subscription(record),
            licenses: Number::of(basis.words, record.quantity),
            targets: basis.words.list(&targets),
        })
    };
    let rows = survey.opportunities.iter().take(MOST_ROWS).filter_map(|(_, at)| row(*at)).collect();
    Listed::of(basis, rows, survey.opportunities.len())
}

#[derive(Debug, Serialize)]
pub struct Suspended {
    customer: String,
    subscription: String,
    licenses: Number,
    seller: String,
    suspended_on: String,
    deleted_on: String,
    /// `None` where the day of suspension is not recorded.
    days_left: Option<Number>,
}

pub fn suspended(basis: &Basis<'_>, survey: &Survey<'_>) -> Listed<Suspended> {
    let row = |at: super::survey::At| {
        let (customer, record) = at.find(basis)?;
        let deletion = lifecycle::deletion_day(record);
        Some(Suspended {
            customer: short(&customer.company_name),
            subscription: basis.subscription(record),
            licenses: Number::of(basis.words, record.quantity),
            seller: short(&basis.words.channel(&record.channel)),
            suspended_on: basis.words.day(record.suspended_on),
            deleted_on: basis.words.day(deletion),
            days_left: deletion.map(|day| Number::of(basis.words, (day - basis.as_of).num_days())),
        })
    };
    let rows = survey.suspended.iter().take(MOST_ROWS).filter_map(|(.., at)| row(*at)).collect();
    Listed::of(basis, rows, survey.suspended.len())
}

#[derive(Debug, Serialize)]
pub struct Tasks {
    customer: String,
    upgrade: String,
    recorded_on: String,
    /// How many are open, and which.
    open: Number,
    tasks: Vec<String>,
}

pub fn tasks(basis: &Basis<'_>) -> Listed<Tasks> {
    let words = basis.words;
    let open = || basis.portfolio.upgrades.iter().filter(|upgrade| upgrade.open_tasks() > 0);
    let rows = open().take(MOST_ROWS).map(|upgrade| {
        let customer = basis.portfolio.customers.get(&upgrade.customer);
        let left = upgrade.tasks.iter().filter(|task| !task.done);
        Tasks {
            customer: short(customer.map_or(upgrade.customer.as_str(), |customer| &customer.company_name)),
            upgrade: words.with(
                "report-upgrade-path",
                &[
                    ("from", basis.offer(&upgrade.from_offer).into()),
                    ("to", basis.offer(&upgrade.to_offer).into()),
                    ("licenses", upgrade.licenses.into()),
                ],
            ),
            recorded_on: words.day(Some(upgrade.at.date_naive())),
            open: Number::count(words, upgrade.open_tasks()),
            tasks: left.map(|task| words.task(task.id).to_owned()).collect(),
        }
    });
    Listed::of(basis, rows.collect(), open().count())
}
