//! The review of a portfolio: what can be upgraded, what stands in the way, what is about to be lost and what is left to do. For the partner's own use; the page for a customer is another report.

mod blocked;
mod counts;
mod rows;
mod survey;

use std::io;

use serde::Serialize;

use super::chart::Chart;
use super::page::{self, Number};
use super::{Basis, Progress, ReportError, short};
use crate::rules::lifecycle::DAYS_UNTIL_DELETION;
use survey::Survey;

/// How many rows a list has at most; what is left out is said, and counted in the totals.
const MOST_ROWS: usize = 500;

/// The plain messages that the template names.
const MESSAGES: &[&str] = &[
    "evidence-tasks-title",
    "report-as-of",
    "report-blocked-about",
    "report-blocked-none",
    "report-blocked-title",
    "report-customer",
    "report-customers",
    "report-days-left",
    "report-deleted-on",
    "report-fix",
    "report-help",
    "report-internal",
    "report-licenses",
    "report-month",
    "report-offer",
    "report-offers-about",
    "report-offers-title",
    "report-open-tasks",
    "report-opened-alone",
    "report-opened-licenses",
    "report-opened-subscriptions",
    "report-opens-about",
    "report-opportunities-about",
    "report-opportunities-none",
    "report-opportunities-title",
    "report-partner",
    "report-reason",
    "report-recorded-on",
    "report-renewals-about",
    "report-renewals-title",
    "report-rules",
    "report-seller",
    "report-status",
    "report-statuses-about",
    "report-statuses-title",
    "report-subscription",
    "report-subscriptions",
    "report-suspended-none",
    "report-suspended-on",
    "report-suspended-title",
    "report-target",
    "report-targets",
    "report-tasks-none",
    "report-tasks-title",
    "report-total",
    "report-upgrade",
    "report-verdict",
    "report-verdicts-about",
    "report-verdicts-title",
];

/// A list that can be cut.
#[derive(Debug, Serialize)]
struct Listed<T> {
    rows: Vec<T>,
    /// What is said where there are more; empty where all are there.
    cut: String,
    all: Number,
}

impl<T> Listed<T> {
    /// `rows` are the first of `all`.
    fn of(basis: &Basis<'_>, rows: Vec<T>, all: usize) -> Self {
        let cut = if rows.len() < all {
            basis.words.with("report-first-of", &[("shown", rows.len().into()), ("all", all.into())])
        } else {
            String::new()
        };
        Self { rows, cut, all: Number::count(basis.words, all) }
    }
}

#[derive(Debug, Serialize)]
struct Review {
    partner: String,
    mpn: String,
    rules: String,
    as_of: String,
    customers: Number,
    subscriptions: Number,
    licenses: Number,
    open_tasks: Number,
    verdicts: Chart,
    statuses: Chart,
    offers: Chart,
    renewals: Chart,
    opportunities: Listed<rows::Opportunity>,
    blocked: Chart,
    groups: Vec<blocked::Group>,
    opened: blocked::Opened,
    suspended_about: String,
    suspended: Listed<rows::Suspended>,
    tasks: Listed<rows::Tasks>,
}

/// Writes the review as HTML.
///
/// # Errors
/// Where it is stopped, or cannot be written.
pub fn review(basis: &Basis<'_>, out: &mut dyn io::Write, progress: &mut Progress<'_>) -> Result<(), ReportError> {
    let survey = Survey::of(basis, progress)?;
    let words = basis.words;
    let partner = &basis.portfolio.partner;
    let tasks = rows::tasks(basis);
    let (groups, opened) = blocked::groups(basis, &survey);
    let content = Review {
        partner: if partner.name.is_empty() {
            words.say("report-partner-unnamed").to_owned()
        } else {
            short(&partner.name)
        },
        mpn: partner
            .mpn_id
            .as_deref()
            .map_or_else(String::new, |id| words.with("report-mpn", &[("id", short(id).into())])),
        rules: words.with(
            "report-rules-dated",
            &[("rules", words.rule_set(basis.rules.id).into()), ("date", basis.rules.date.into())],
        ),
        as_of: words.day(Some(basis.as_of)),
        customers: Number::count(words, basis.portfolio.customers.len()),
        subscriptions: Number::count(words, survey.total.subscriptions),
        licenses: Number::of(words, survey.total.licenses),
        open_tasks: Number::count(words, basis.portfolio.upgrades.iter().map(|upgrade| upgrade.open_tasks()).sum()),
        verdicts: counts::verdicts(basis, &survey),
        statuses: counts::statuses(basis, &survey),
        offers: counts::offers(basis, &survey),
        renewals: counts::renewals(basis, &survey),
        opportunities: rows::opportunities(basis, &survey),
        blocked: blocked::chart(basis, &survey),
        groups,
        opened,
        suspended_about: words.with("report-suspended-about", &[("days", DAYS_UNTIL_DELETION.into())]),
        suspended: rows::suspended(basis, &survey),
        tasks,
    };
    let title = words.say("report-review-title").to_owned();
    page::write(words, ("review.html", MESSAGES), title, content, out)
}
