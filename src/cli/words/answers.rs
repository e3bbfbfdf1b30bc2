//! Partner Center's own answer beside our verdict, a line each: where they agree, and what each says where they do not.

use chrono::SecondsFormat;

use super::reasons::{question, refusal};
use crate::model::{Answer, AnsweredError};
use crate::rules::answers::{Agreement, Comparison, TheirReason, meaning};
use crate::rules::{Outcome, TargetAssessment, Verdict};

/// `name` is what a target is called.
pub fn answer(
    answer: &Answer,
    comparisons: &[Comparison<'_>],
    name: impl Fn(&Comparison<'_>) -> String,
) -> Vec<String> {
    let read = answer.read.map_or_else(
        || "read in at a time not known".to_owned(),
        |at| format!("read in {}", at.to_rfc3339_opts(SecondsFormat::Secs, true)),
    );
    let differing: Vec<&Comparison<'_>> = comparisons.iter().filter(|comparison| comparison.differs()).collect();
    if differing.is_empty() {
        return vec![format!("Partner Center says the same ({read})")];
    }
    let mut lines = vec![format!("Partner Center's own answer differs ({read}):")];
    for comparison in differing {
        lines.push(format!("  {}: {}", name(comparison), agreement(comparison)));
        let theirs = comparison.theirs.iter().flat_map(|theirs| &theirs.errors).map(their_reason);
        lines.extend(theirs.map(|reason| format!("    Partner Center: {reason}")));
        let ours = comparison.ours.map(our_reasons).unwrap_or_default();
        lines.extend(ours.into_iter().map(|reason| format!("    here: {reason}")));
    }
    lines
}

fn agreement(comparison: &Comparison<'_>) -> &'static str {
    let yes = comparison.theirs.and_then(|theirs| theirs.eligible) == Some(true);
    match comparison.agreement {
        Agreement::Same => "both say the same",
        Agreement::OtherReasons => "both say no, for different reasons",
        Agreement::Contrary if yes => "not possible here, and Partner Center says yes",
        Agreement::Contrary => "possible here, and Partner Center says no",
        Agreement::OursNotKnown if yes => "not known here, and Partner Center says yes",
        Agreement::OursNotKnown => "not known here, and Partner Center says no",
        Agreement::TheirsNotSaid => "Partner Center does not say whether it is possible",
        Agreement::OnlyTheirs if yes => "Partner Center offers it, and there is no such path here",
        Agreement::OnlyTheirs => "Partner Center lists it and says no; there is no such path here",
        Agreement::OnlyOurs => "a path here, and not in Partner Center's answer",
    }
}

fn our_reasons(ours: &TargetAssessment) -> Vec<String> {
    let reason = |outcome: &Outcome| match outcome {
        Outcome::NotMet(no) => Some(refusal(no)),
        Outcome::NotKnown(open) if ours.verdict == Verdict::NotKnown => Some(question(open)),
        Outcome::NotKnown(_) | Outcome::Met { .. } => None,
    };
    ours.findings.iter().filter_map(|finding| reason(&finding.outcome)).collect()
}

fn their_reason(error: &AnsweredError) -> String {
    let AnsweredError { code, name, description, details } = error;
    let condition = match meaning(error) {
        TheirReason::Condition(condition) => condition.key(),
        TheirReason::OnlineOnly => "says nothing offline",
        TheirReason::NotDocumented if name.is_empty() => "not documented",
        TheirReason::NotDocumented => name,
    };
    let code = code.map_or_else(String::new, |code| format!(" (code {code})"));
    let said: Vec<&str> =
        [description, details].into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let said = if said.is_empty() { String::new() } else { format!(": {}", said.join(" – ")) };
    format!("{condition}{code}{said}")
}
