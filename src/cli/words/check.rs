//! What `check` says to people: customers, subscriptions, reasons, and what would help. How it is laid out is the table's.

use chrono::NaiveDate;

use crate::model::{Answer, Customer, Subscription};
use crate::rules::answers::Comparison;
use crate::rules::{Finding, NoPathReason, Outcome, RuleSet, TargetAssessment, Verdict, WayOut};
use crate::text::{Naming, Words};

/// What stands between the cells of a line.
const BETWEEN: &str = " · ";

pub fn heading(words: &Words, rules: &str, as_of: NaiveDate) -> String {
    words.with("cli-heading", &[("rules", rules.into()), ("day", as_of.to_string().into())])
}

/// The verdict of a target, in a word.
pub fn short(words: &Words, verdict: Verdict) -> &str {
    words.say(match verdict {
        Verdict::Eligible => "short-eligible",
        Verdict::NotKnown => "short-not-known",
        Verdict::NotEligible | Verdict::NoPath => "short-not-eligible",
    })
}

pub fn customer(words: &Words, customer: &Customer) -> String {
    let mut cells = vec![customer.company_name.clone(), customer.id.to_string()];
    cells.extend(customer.domain.clone());
    let privileges = words.delegated_admin(&customer.delegated_admin);
    cells.push(words.with("header-delegated-admin", &[("privileges", privileges.into())]));
    cells.join(BETWEEN)
}

pub fn subscription(naming: &Naming<'_>, subscription: &Subscription) -> String {
    let words = naming.words;
    let is_known = subscription.offer_id.as_ref().map(|id| naming.offers.find(id).is_some());
    let offer = match is_known {
        None if subscription.offer_name.is_empty() => words.say("row-offer-not-recorded"),
        Some(_) | None => naming.subscription(subscription),
    };
    let offer = match subscription.friendly_name.as_str() {
        "" => offer.to_owned(),
        name => words.with("cli-nicknamed", &[("offer", offer.into()), ("name", name.into())]),
    };
    let licenses = words.with("cli-licenses", &[("licenses", subscription.quantity.into())]);
    let mut cells = vec![subscription.id.to_string(), offer, licenses, words.status(&subscription.status).to_owned()];
    // An offer that nobody knows is called as in the file; its id is what can be looked up.
    let unknown = subscription.offer_id.as_ref().filter(|_| is_known == Some(false));
    let beside = [("field-offer-id", unknown), ("field-parent", subscription.parent_id.as_ref())];
    for (field, id) in beside {
        let Some(id) = id else { continue };
        cells.push(words.with("cli-value", &[("field", words.say(field).into()), ("value", id.as_str().into())]));
    }
    cells.join(BETWEEN)
}

pub fn no_path(naming: &Naming<'_>, reason: &NoPathReason) -> String {
    naming.no_path(reason).to_owned()
}

/// The licenses that may be asked for.
pub fn limits(words: &Words, minimum: i64, maximum: i64) -> String {
    words.with("cli-limits", &[("minimum", minimum.into()), ("maximum", maximum.into())])
}

/// `left`: days from the day of the answer.
pub fn deletion(words: &Words, day: NaiveDate, left: i64) -> String {
    let day = day.to_string();
    if left > 0 {
        words.with("cli-deletion", &[("left", left.into()), ("day", day.into())])
    } else {
        words.with("cli-deletion-past", &[("day", day.into())])
    }
}

/// Partner Center's code for a condition that fails.
pub fn code(rules: &RuleSet, finding: &Finding) -> Option<u8> {
    let fails = matches!(finding.outcome, Outcome::NotMet(_));
    rules.condition(finding.condition).and_then(|condition| condition.code).filter(|_| fails)
}

/// Why not: every failure, then what is not known.
pub fn reasons(naming: &Naming<'_>, rules: &RuleSet, target: &TargetAssessment) -> Vec<String> {
    let (fail, open): (Vec<&Finding>, Vec<&Finding>) =
        target.findings.iter().partition(|finding| matches!(finding.outcome, Outcome::NotMet(_)));
    let reason = |finding: &Finding| {
        let reason = naming.finding(finding)?;
        Some(match code(rules, finding) {
            Some(code) => naming.words.with("cli-coded", &[("code", code.into()), ("reason", reason.into())]),
            None => reason,
        })
    };
    fail.into_iter().chain(open).filter_map(reason).collect()
}

/// What would help, a line each; or that nothing would.
pub fn way_out(naming: &Naming<'_>, way: &WayOut) -> Vec<String> {
    if !way.closed_by.is_empty() {
        return vec![naming.closed_by(&way.closed_by)];
    }
    let words = naming.words;
    let help = |remedy| words.with("note-help", &[("remedy", naming.remedy(remedy).into())]);
    let mut lines: Vec<String> = way.remedies.iter().map(help).collect();
    if way.then == Verdict::NotKnown {
        lines.push(words.say("remedies-then-not-known").to_owned());
    }
    lines
}

/// Partner Center's own answer beside our verdict, a line each: where they agree, and what each says where they do not.
pub fn answer(naming: &Naming<'_>, answer: &Answer, comparisons: &[Comparison<'_>]) -> Vec<String> {
    let words = naming.words;
    let differing: Vec<&Comparison<'_>> = comparisons.iter().filter(|comparison| comparison.differs()).collect();
    let same = comparisons.len() - differing.len();
    let mut lines = vec![words.say("answer-title").to_owned()];
    if comparisons.is_empty() {
        lines.push(format!("  {}", words.say("answer-none")));
    } else if differing.is_empty() {
        lines.push(format!("  {}", words.with("answer-all-same", &[("count", same.into())])));
    }
    for comparison in differing {
        lines.push(format!("  {}", naming.agreement(comparison)));
        let theirs = comparison.theirs.map(|theirs| naming.their_reasons(theirs)).unwrap_or_default();
        lines.extend(
            theirs
                .into_iter()
                .map(|reason| format!("    {}", words.with("answer-theirs", &[("reason", reason.into())]))),
        );
        let ours = comparison.ours.map(|ours| naming.our_reasons(ours)).unwrap_or_default();
        lines.extend(
            ours.into_iter().map(|reason| format!("    {}", words.with("answer-ours", &[("reason", reason.into())]))),
        );
    }
    if same > 0 && same < comparisons.len() {
        lines.push(format!("  {}", words.with("answer-others-same", &[("count", same.into())])));
    }
    if let Some(read) = answer.read {
        lines.push(format!("  {}", words.with("answer-read", &[("at", words.moment(read).into())])));
    }
    lines
}
