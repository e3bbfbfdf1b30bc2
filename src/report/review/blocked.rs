//! Blocked subscriptions by what stands first in their way, with what curing that alone would open. What is cured, and whether it helps, the rules have judged.

use serde::Serialize;

use super::survey::{At, Blocked, Reason, Survey};
use super::{Listed, MOST_ROWS};
use crate::model::{Customer, Subscription};
use crate::report::chart::{Chart, Count, Tally};
use crate::report::page::Number;
use crate::report::{Basis, sentence, short};
use crate::rules::{ConditionId, Outcome, TargetAssessment, Verdict, assess, nearest, way_out};
use crate::text::Naming;

/// How many rows a group has at most.
const MOST_IN_GROUP: usize = 100;

#[derive(Debug, Serialize)]
pub struct Group {
    title: String,
    kind: &'static str,
    subscriptions: Number,
    licenses: Number,
    fix: String,
    opened_subscriptions: Number,
    opened_licenses: Number,
    list: Listed<Row>,
}

/// What single cures would open, over all groups.
#[derive(Debug, Serialize)]
pub struct Opened {
    subscriptions: Number,
    licenses: Number,
}

#[derive(Debug, Serialize)]
struct Row {
    customer: String,
    subscription: String,
    licenses: Number,
    target: String,
    /// What would help, or what has to be found out; a sentence each.
    help: Vec<String>,
    /// Whether curing the group's reason alone opens it.
    opens: bool,
}

pub fn chart(basis: &Basis<'_>, survey: &Survey<'_>) -> Chart {
    let count = |(reason, blocked): (&Reason, &Blocked)| Count {
        label: basis.words.reason(reason.0, reason.1).to_owned(),
        kind: kind(*reason),
        tally: blocked.all,
    };
    Chart::of(basis.words, survey.blocked.iter().map(count).collect())
}

const fn kind((_, fails): Reason) -> &'static str {
    if fails { Verdict::NotEligible.key() } else { Verdict::NotKnown.key() }
}

pub fn groups(basis: &Basis<'_>, survey: &Survey<'_>) -> (Vec<Group>, Opened) {
    let words = basis.words;
    let mut all = Tally::default();
    let mut left = MOST_ROWS;
    let mut groups = Vec::with_capacity(survey.blocked.len());
    for (reason, blocked) in &survey.blocked {
        all.add_all(blocked.opened);
        let places = blocked.places.iter().take(MOST_IN_GROUP.min(left));
        let rows: Vec<Row> = places.filter_map(|(_, at, opens)| row(basis, *at, *opens)).collect();
        left -= rows.len();
        groups.push(Group {
            title: words.reason(reason.0, reason.1).to_owned(),
            kind: kind(*reason),
            subscriptions: Number::count(words, blocked.all.subscriptions),
            licenses: Number::of(words, blocked.all.licenses),
            fix: words.say(fix(*reason)).to_owned(),
            opened_subscriptions: Number::count(words, blocked.opened.subscriptions),
            opened_licenses: Number::of(words, blocked.opened.licenses),
            list: Listed::of(basis, rows, blocked.all.subscriptions),
        });
    }
    let opened =
        Opened { subscriptions: Number::count(words, all.subscriptions), licenses: Number::of(words, all.licenses) };
    (groups, opened)
}

/// What would settle a reason.
const fn fix((condition, fails): Reason) -> &'static str {
    if !fails {
        return "report-fix-question";
    }
    match condition {
        ConditionId::Active => "report-fix-active",
        ConditionId::DelegatedAdmin => "report-fix-delegated-admin",
        ConditionId::NoConflictingServices => "report-fix-conflicting-services",
        ConditionId::TargetNotHeld => "report-fix-target-held",
        ConditionId::NoAddOns => "report-fix-add-ons",
        ConditionId::PartnerInGoodStanding => "report-fix-standing",
        ConditionId::Role => "report-fix-role",
        ConditionId::UpgradePath
        | ConditionId::Provisioned
        | ConditionId::BillingCycle
        | ConditionId::OriginalReseller => "report-fix-none",
    }
}

fn row(basis: &Basis<'_>, at: At, opens: bool) -> Option<Row> {
    let (customer, record) = at.find(basis)?;
    let assessment = assess(basis.setting(), customer, record);
    let target = nearest(customer, record, &assessment)?;
    Some(Row {
        customer: short(&customer.company_name),
        subscription: basis.subscription(record),
        licenses: Number::of(basis.words, record.quantity),
        target: basis.offer(&target.target),
        help: help(basis, customer, record, target),
        opens,
    })
}

fn help(basis: &Basis<'_>, customer: &Customer, record: &Subscription, target: &TargetAssessment) -> Vec<String> {
    let naming = Naming { customer: Some(customer), ..basis.naming(None) };
    if target.verdict == Verdict::NotKnown {
        let questions = target.findings.iter().filter_map(|finding| match &finding.outcome {
            Outcome::NotKnown(question) => Some(sentence(&naming.question(question))),
            Outcome::Met { .. } | Outcome::NotMet(_) => None,
        });
        return questions.collect();
    }
    let way_out = way_out(basis.setting(), customer, record, target);
    if !way_out.closed_by.is_empty() {
        return vec![naming.closed_by(&way_out.closed_by)];
    }
    way_out.remedies.iter().map(|remedy| sentence(&naming.remedy(remedy))).collect()
}
