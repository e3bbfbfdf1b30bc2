//! Our verdict beside Partner Center's own: how the two stand to each other, and what each says. Comparing is the rules'.

use super::{Naming, shown};
use crate::model::{AnsweredError, AnsweredTarget};
use crate::rules::answers::{Agreement, Comparison, TheirReason, meaning};
use crate::rules::{Outcome, TargetAssessment, Verdict};

impl Naming<'_> {
    /// What Partner Center says of each target, in a few words.
    #[must_use]
    pub fn answered(&self, targets: &[AnsweredTarget]) -> String {
        let target = |target: &AnsweredTarget| {
            let id = match target.eligible {
                Some(true) => "answered-eligible",
                Some(false) => "answered-not-eligible",
                None => "answered-nothing",
            };
            self.words.with(id, &[("target", self.answered_offer(target).into())])
        };
        self.words.list(&targets.iter().map(target).collect::<Vec<_>>())
    }

    /// A target's name: the catalog's where it knows the offer, else the answer's own.
    #[must_use]
    pub fn answered_offer(&self, target: &AnsweredTarget) -> String {
        match self.offers.find(&target.offer) {
            None if !target.offer_name.is_empty() => target.offer_name.clone(),
            Some(_) | None => self.offer_id(&target.offer).to_owned(),
        }
    }

    /// How the two stand to each other for one target, as a sentence.
    #[must_use]
    pub fn agreement(&self, comparison: &Comparison<'_>) -> String {
        let name = match comparison.theirs {
            Some(theirs) => self.answered_offer(theirs),
            None => self.offer_id(comparison.offer).to_owned(),
        };
        let ours = comparison.ours.map(|ours| ours.verdict);
        let id = match comparison.agreement {
            Agreement::Same => "answer-same",
            Agreement::OtherReasons => "answer-other-reasons",
            Agreement::Contrary if ours == Some(Verdict::Eligible) => "answer-contrary-theirs-no",
            Agreement::Contrary => "answer-contrary-theirs-yes",
            Agreement::OursNotKnown => match comparison.theirs.and_then(|theirs| theirs.eligible) {
                Some(true) => "answer-ours-not-known-theirs-yes",
                Some(false) | None => "answer-ours-not-known-theirs-no",
            },
            Agreement::TheirsNotSaid => "answer-theirs-not-said",
            Agreement::OnlyTheirs => match comparison.theirs.and_then(|theirs| theirs.eligible) {
                Some(true) => "answer-only-theirs-yes",
                Some(false) | None => "answer-only-theirs-no",
            },
            Agreement::OnlyOurs => "answer-only-ours",
        };
        self.words.with(id, &[("target", name.into())])
    }

    /// What stands in the way by our rules, a sentence each.
    #[must_use]
    pub fn our_reasons(&self, ours: &TargetAssessment) -> Vec<String> {
        let open = ours.findings.iter().filter(|finding| match &finding.outcome {
            Outcome::NotMet(_) => true,
            // Beside what fails, what is not known decides nothing.
            Outcome::NotKnown(_) => ours.verdict == Verdict::NotKnown,
            Outcome::Met { .. } => false,
        });
        open.filter_map(|finding| self.finding(finding)).collect()
    }

    /// What stands in the way by Partner Center's answer, a sentence each.
    #[must_use]
    pub fn their_reasons(&self, theirs: &AnsweredTarget) -> Vec<String> {
        theirs.errors.iter().map(|error| self.their_reason(error)).collect()
    }

    fn their_reason(&self, error: &AnsweredError) -> String {
        let AnsweredError { code, name, description, details } = error;
        let words = self.words;
        let reason = match (meaning(error), code) {
            (TheirReason::Condition(condition), _) => words.reason(condition, true).to_owned(),
            (TheirReason::OnlineOnly, Some(5)) => words.say("answer-code-user-context").to_owned(),
            (TheirReason::OnlineOnly, Some(11)) => words.say("answer-code-granular").to_owned(),
            (TheirReason::OnlineOnly, _) => words.say("answer-code-other").to_owned(),
            (TheirReason::NotDocumented, Some(_)) => words.say("answer-code-not-documented").to_owned(),
            (TheirReason::NotDocumented, None) if name.is_empty() => words.say("answer-code-none").to_owned(),
            (TheirReason::NotDocumented, None) => shown(name).into_owned(),
        };
        let said: Vec<&str> =
            [description, details].into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let said = said.join(" – ");
        match (code, said.is_empty()) {
            (Some(code), true) => {
                words.with("answer-reason", &[("reason", reason.into()), ("code", code.to_string().into())])
            }
            (Some(code), false) => words.with(
                "answer-reason-said",
                &[("reason", reason.into()), ("code", code.to_string().into()), ("said", said.into())],
            ),
            (None, true) => reason,
            (None, false) => words.with("answer-reason-no-code", &[("reason", reason.into()), ("said", said.into())]),
        }
    }
}
