//! The answer as JSON, for programs: a subscription a line, keys in a fixed order. Nothing here is translated.

use std::io::{self, Write};

use serde::Serialize;

use super::in_order::in_order;
use super::{Answer, Row};
use crate::rules::{RuleSet, TargetAssessment};

/// What stands between two subscriptions.
const SEPARATOR: &[u8] = b",\n";

#[derive(Serialize)]
struct SubscriptionAnswer<'a> {
    customer: &'a str,
    subscription: &'a str,
    offer: Option<&'a str>,
    status: &'a str,
    verdict: &'static str,
    targets: Vec<TargetAnswer<'a>>,
}

#[derive(Serialize)]
struct TargetAnswer<'a> {
    offer: &'a str,
    verdict: &'static str,
    /// Null where the catalogue lacks the offer; validation sees that it does not.
    minimum: Option<i64>,
    maximum: Option<i64>,
    conditions: Vec<ConditionAnswer>,
}

#[derive(Serialize)]
struct ConditionAnswer {
    id: &'static str,
    outcome: &'static str,
    code: Option<u8>,
    evidence: Vec<String>,
    source: Option<&'static str>,
}

pub(super) fn write(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"rules\":")?;
    serde_json::to_writer(&mut *out, answer.setting.rules.id)?;
    write!(out, ",\"as_of\":\"{}\",\"totals\":", answer.as_of.format("%Y-%m-%d"))?;
    serde_json::to_writer(&mut *out, &answer.totals())?;
    write!(out, ",\"subscriptions\":[")?;
    if answer.portfolio.customers.iter().any(|customer| !customer.subscriptions.is_empty()) {
        writeln!(out)?;
    }
    in_order(answer, SEPARATOR, out, |rows, bytes| {
        for (at, row) in rows.iter().enumerate() {
            bytes.extend(if at == 0 { b"" } else { SEPARATOR });
            serde_json::to_writer(&mut *bytes, &subscription(answer, row))?;
        }
        Ok(())
    })?;
    writeln!(out, "\n]}}")
}

fn subscription<'a>(answer: &'a Answer<'_>, row: &'a Row<'_>) -> SubscriptionAnswer<'a> {
    SubscriptionAnswer {
        customer: row.customer.id.as_str(),
        subscription: row.subscription.id.as_str(),
        offer: row.subscription.offer_id.as_ref().map(|offer| offer.as_str()),
        status: row.subscription.status.key(),
        verdict: row.assessment.verdict.key(),
        targets: row.assessment.targets.iter().map(|judged| target(answer, judged)).collect(),
    }
}

fn target<'a>(answer: &'a Answer<'_>, judged: &'a TargetAssessment) -> TargetAnswer<'a> {
    let offer = answer.setting.offers.find(&judged.target);
    TargetAnswer {
        offer: judged.target.as_str(),
        verdict: judged.verdict.key(),
        minimum: offer.map(|offer| offer.minimum),
        maximum: offer.map(|offer| offer.maximum),
        conditions: conditions(answer.setting.rules, judged),
    }
}

fn conditions(rules: &RuleSet, judged: &TargetAssessment) -> Vec<ConditionAnswer> {
    let answer = |finding: &crate::rules::Finding| {
        let condition = rules.condition(finding.condition);
        ConditionAnswer {
            id: finding.condition.key(),
            outcome: finding.outcome.key(),
            code: condition.and_then(|condition| condition.code),
            evidence: finding.outcome.evidence().iter().map(ToString::to_string).collect(),
            source: condition.map(|condition| condition.source.key()),
        }
    };
    judged.findings.iter().map(answer).collect()
}
