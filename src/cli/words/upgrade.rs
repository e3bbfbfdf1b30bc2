//! What `upgrade` says: what is recorded with what is left to do, or why nothing is.

use super::check::code;
use crate::model::{Customer, Id, Offers, Upgrade};
use crate::rules::{Finding, PlanRefusal, QuantityRefusal, RuleSet};
use crate::text::{Naming, Words};

fn quantity(words: &Words, refusal: &QuantityRefusal) -> String {
    let reason = words.quantity_refusal(refusal);
    match refusal.code() {
        Some(code) => words.with("cli-reason-rest", &[("reason", reason.into()), ("code", code.to_string().into())]),
        None => reason,
    }
}

/// Why a condition does not hold, under the name that it has in `check --format json`: no other output names it for programs.
fn reason(naming: &Naming<'_>, rules: &RuleSet, finding: &Finding) -> Option<String> {
    let words = naming.words;
    let (condition, reason) = (finding.condition.key(), naming.finding(finding)?);
    Some(match code(rules, finding) {
        Some(code) => words.with(
            "cli-reason-code",
            &[("code", code.into()), ("condition", condition.into()), ("reason", reason.into())],
        ),
        None => words.with("cli-reason", &[("condition", condition.into()), ("reason", reason.into())]),
    })
}

/// Why an upgrade is refused: all reasons.
pub fn refused(words: &Words, customer: &Id, refusal: &PlanRefusal, rules: &RuleSet, offers: &Offers) -> String {
    let naming = Naming { words, offers, customer: None };
    let reasons: Vec<String> = match refusal {
        PlanRefusal::Conditions(judged) => {
            judged.findings.iter().filter_map(|finding| reason(&naming, rules, finding)).collect()
        }
        PlanRefusal::Quantity(refusal) => vec![quantity(words, refusal)],
        PlanRefusal::NoSuchSubscription { .. } | PlanRefusal::NoOffer { .. } | PlanRefusal::IdTaken { .. } => {
            vec![naming.plan_refusal(refusal)]
        }
    };
    let mut lines = vec![words.with("cli-refused", &[("customer", customer.as_str().into())])];
    lines.extend(reasons.iter().map(|reason| format!("  - {reason}")));
    lines.join("\n")
}

/// `customer`: as they were before.
pub fn upgrade(words: &Words, offers: &Offers, upgrade: &Upgrade, customer: &Customer, dry_run: bool) -> String {
    let naming = Naming { words, offers, customer: Some(customer) };
    let (from, to) = (naming.offer_id(&upgrade.from_offer), naming.offer_id(&upgrade.to_offer));
    let about = [
        ("licenses", upgrade.licenses.into()),
        ("customer", customer.company_name.as_str().into()),
        ("source", upgrade.source.as_str().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("rules", upgrade.rules.as_str().into()),
    ];
    let id = if dry_run { "cli-would-be-recorded" } else { "cli-recorded" };
    let mut lines = vec![words.with(id, &about)];
    let today = customer.subscription(&upgrade.source).map(|source| source.quantity);
    if let Some(today) = today.filter(|today| *today > upgrade.licenses) {
        lines.push(words.with("licenses-fewer", &[("today", today.into())]));
    }
    if dry_run {
        lines.push(words.say("cli-dry-run").to_owned());
        return lines.join("\n");
    }
    lines.push(words.with("real-id-now", &[("id", upgrade.target.as_str().into())]));
    lines.push(words.say("recorded-offline").to_owned());
    for (task, at) in upgrade.tasks.iter().zip(1..) {
        lines.push(format!("  {at}. {}", words.task(task.id)));
        lines.push(format!("     {}", naming.task_help(task.id, upgrade)));
    }
    lines.join("\n")
}
