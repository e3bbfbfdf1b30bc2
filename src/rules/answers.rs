//! Our verdict beside Partner Center's own, target by target: where the two agree, and where not, with what each says. Which of them is right is not decided.

use super::assess::{Assessment, TargetAssessment, Verdict};
use super::conditions::{ConditionId, Outcome};
use super::rule_sets::PARTNER_CENTER;
use crate::model::{Answer, AnsweredError, AnsweredTarget, Id};

/// What Partner Center's code for a reason means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TheirReason {
    /// One of our conditions; the code is the condition's.
    Condition(ConditionId),
    /// It has no meaning where nobody is signed in: `other`, `user_context_required`,
    /// `insufficient_granular_admin_permissions`.
    OnlineOnly,
    /// Not among the documented codes.
    NotDocumented,
}

/// The codes that say nothing about the records.
const ONLINE_ONLY: [i64; 3] = [0, 5, 11];

/// Our condition for a code, or that there is none.
#[must_use]
pub fn meaning(error: &AnsweredError) -> TheirReason {
    let Some(code) = error.code else { return TheirReason::NotDocumented };
    if ONLINE_ONLY.contains(&code) {
        return TheirReason::OnlineOnly;
    }
    // Partner Center has two codes for one question of ours: no paths at all (7), and not to this target (8).
    let code = if code == 7 { 8 } else { code };
    let found = PARTNER_CENTER.conditions.iter().find(|condition| condition.code.map(i64::from) == Some(code));
    found.map_or(TheirReason::NotDocumented, |condition| TheirReason::Condition(condition.id))
}

/// How the two stand to each other for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both say yes, or both say no and name a reason in common or none.
    Same,
    /// Both say no, each for reasons of its own.
    OtherReasons,
    /// One says yes and the other no.
    Contrary,
    /// We do not know enough; Partner Center does.
    OursNotKnown,
    /// Partner Center does not say whether it can be upgraded.
    TheirsNotSaid,
    /// Partner Center offers it, and our table has no path to it.
    OnlyTheirs,
    /// Our table has a path to it, and Partner Center's answer does not list it.
    OnlyOurs,
}

/// One target, with what each says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    pub offer: &'a Id,
    pub ours: Option<&'a TargetAssessment>,
    pub theirs: Option<&'a AnsweredTarget>,
    pub agreement: Agreement,
}

impl Comparison<'_> {
    /// Whether there is anything to look into.
    #[must_use]
    pub const fn differs(&self) -> bool {
        !matches!(self.agreement, Agreement::Same)
    }
}

/// Every target of either side: ours in the table's order, then those that only Partner Center lists.
#[must_use]
pub fn compare<'a>(assessment: &'a Assessment, answer: &'a Answer) -> Vec<Comparison<'a>> {
    let ours = assessment.targets.iter().map(|ours| {
        let theirs = answer.target(&ours.target);
        let agreement = theirs.map_or(Agreement::OnlyOurs, |theirs| agreement(ours, theirs));
        Comparison { offer: &ours.target, ours: Some(ours), theirs, agreement }
    });
    let only_theirs = answer.targets.iter().filter(|theirs| assessment.target(&theirs.offer).is_none());
    let only_theirs = only_theirs.map(|theirs| Comparison {
        offer: &theirs.offer,
        ours: None,
        theirs: Some(theirs),
        agreement: Agreement::OnlyTheirs,
    });
    ours.chain(only_theirs).collect()
}

fn agreement(ours: &TargetAssessment, theirs: &AnsweredTarget) -> Agreement {
    // Reasons against it say no, where nothing says it in a word.
    let eligible = theirs.eligible.or(if theirs.errors.is_empty() { None } else { Some(false) });
    match (ours.verdict, eligible) {
        (_, None) => Agreement::TheirsNotSaid,
        (Verdict::NotKnown, Some(_)) => Agreement::OursNotKnown,
        (Verdict::Eligible, Some(true)) => Agreement::Same,
        (Verdict::Eligible, Some(false)) | (Verdict::NotEligible | Verdict::NoPath, Some(true)) => Agreement::Contrary,
        (Verdict::NotEligible | Verdict::NoPath, Some(false)) => {
            if shares_a_reason(ours, theirs) {
                Agreement::Same
            } else {
                Agreement::OtherReasons
            }
        }
    }
}

/// Partner Center names its first reason or several; one that we name too is enough. [ours]
fn shares_a_reason(ours: &TargetAssessment, theirs: &AnsweredTarget) -> bool {
    let failed =
        |condition| ours.finding(condition).is_some_and(|finding| matches!(finding.outcome, Outcome::NotMet(_)));
    let mut reasons = theirs.errors.iter().filter_map(|error| match meaning(error) {
        TheirReason::Condition(condition) => Some(condition),
        TheirReason::OnlineOnly | TheirReason::NotDocumented => None,
    });
    theirs.errors.is_empty() || reasons.any(failed)
}
