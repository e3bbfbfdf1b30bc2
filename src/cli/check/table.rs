//! The answer for people: each customer's subscriptions with targets, verdicts, reasons and what would help.

use std::collections::HashMap;
use std::io::{self, Write};

use super::super::words;
use super::{Answer, Row};
use crate::model::{self, Customer, Id};
use crate::rules::answers::{Comparison, compare};
use crate::rules::{Outcome, TargetAssessment, Verdict, lifecycle, way_out};

/// Partner Center's own answers by customer and subscription.
type Theirs<'a> = HashMap<(&'a Id, &'a Id), &'a model::Answer>;

pub(super) fn write<'a>(answer: &'a Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", words::heading(answer.setting.rules.id, answer.as_of))?;
    let mut current: Option<&Customer> = None;
    let of = |answer: &'a model::Answer| ((&answer.customer, &answer.subscription), answer);
    // Where there are two, the first is the one that counts.
    let answers: Theirs<'_> = answer.portfolio.answers.iter().rev().map(|answer| of(answer)).collect();
    for row in answer.rows() {
        if !current.is_some_and(|customer| std::ptr::eq(customer, row.customer)) {
            writeln!(out, "\n{}", words::customer(row.customer))?;
            current = Some(row.customer);
        }
        subscription(answer, &row, &answers, out)?;
    }
    let totals = answer.totals();
    writeln!(out, "\n{}", words::totals(totals.customers, totals.subscriptions))?;
    let rows = [
        (Verdict::Eligible, totals.eligible),
        (Verdict::NotKnown, totals.not_known),
        (Verdict::NotEligible, totals.not_eligible),
        (Verdict::NoPath, totals.no_path),
    ];
    for (verdict, count) in rows {
        writeln!(out, "  {:<12} {count:>7}", words::verdict(verdict))?;
    }
    Ok(())
}

fn subscription(answer: &Answer<'_>, row: &Row<'_>, theirs: &Theirs<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Row { customer, subscription, assessment } = row;
    let verdict = words::verdict(assessment.verdict);
    let offer = subscription.offer_id.as_ref().and_then(|id| answer.setting.offers.find(id));
    let line = words::subscription(subscription, offer.map(|offer| offer.name.as_str()));
    writeln!(out, "  {verdict:<12} {line}")?;
    if let Some(reason) = &assessment.no_path {
        writeln!(out, "  {:12}   {}", "", words::no_path(reason))?;
    }
    if let Some(day) = lifecycle::deletion_day(subscription) {
        let left = day.signed_duration_since(answer.as_of).num_days();
        writeln!(out, "  {:12}   {}", "", words::deletion(day, left))?;
    }
    let name =
        |target: &Id| answer.setting.offers.find(target).map_or_else(|| target.to_string(), |offer| offer.name.clone());
    let widest = assessment.targets.iter().map(|target| name(&target.target).chars().count()).max().unwrap_or(0);
    for target in &assessment.targets {
        let offer = answer.setting.offers.find(&target.target);
        let limits = words::limits(offer.map(|offer| (offer.minimum, offer.maximum)));
        let line = format!("{:<12} {:<widest$}  {limits}", words::verdict(target.verdict), name(&target.target));
        writeln!(out, "  {:12}   {}", "", line.trim_end())?;
        for reason in reasons(target) {
            writeln!(out, "  {:12}     - {reason}", "")?;
        }
        let way = way_out(answer.setting, customer, subscription, target);
        if target.verdict == Verdict::NotEligible {
            for line in words::way_out(&way) {
                writeln!(out, "  {:12}     > {line}", "")?;
            }
        }
    }
    if let Some(theirs) = theirs.get(&(&customer.id, &subscription.id)) {
        let called = |comparison: &Comparison<'_>| match comparison.theirs {
            Some(theirs) if !theirs.offer_name.is_empty() && answer.setting.offers.find(comparison.offer).is_none() => {
                theirs.offer_name.clone()
            }
            Some(_) | None => name(comparison.offer),
        };
        for line in words::answer(theirs, &compare(assessment, theirs), called) {
            writeln!(out, "  {:12}   {line}", "")?;
        }
    }
    Ok(())
}

/// Why not: every failure, then what is not known.
fn reasons(target: &TargetAssessment) -> Vec<String> {
    let refusals = target.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::NotMet(refusal) => Some(words::refusal(refusal)),
        Outcome::NotKnown(_) | Outcome::Met { .. } => None,
    });
    let questions = target.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::NotKnown(question) => Some(words::question(question)),
        Outcome::NotMet(_) | Outcome::Met { .. } => None,
    });
    refusals.chain(questions).collect()
}
