//! The customer can't already have the subscriptions you are trying to upgrade them to, whoever sold them.

use super::parts::{Doubt, Part, against, together, unclear};
use super::{Ask, Case, Condition, ConditionId, Holding, Holds, Outcome, Question, Refusal, Source};
use crate::rules::held::Held;

pub const TARGET_NOT_HELD: Condition =
    Condition { id: ConditionId::TargetNotHeld, source: Source::Page, code: Some(4), ask: Ask::OfTarget(holds), tell };

fn part(case: &Case<'_>, record: &Holding<'_>) -> Part {
    let is_target = record.subscription.offer_id.as_ref().map(|offer| case.is_to(offer, record.offer));
    match (record.held, is_target) {
        (Held::No, _) | (_, Some(false)) => Part::Harmless,
        (Held::Yes, Some(true)) => Part::Against,
        (Held::Yes | Held::NotKnown, None) => Part::Unclear(Doubt::NoOfferId),
        (Held::NotKnown, Some(true)) => Part::Unclear(Doubt::Status),
    }
}

fn parts<'a>(case: &'a Case<'a>) -> impl Iterator<Item = (&'a Holding<'a>, Part)> {
    case.subject.others().map(|record| (record, part(case, record)))
}

fn holds(case: &Case<'_>) -> Holds {
    together(parts(case))
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    match holds {
        Holds::Yes => Outcome::MET,
        Holds::No => Outcome::NotMet(Refusal::TargetHeld {
            target: case.target_id.clone(),
            subscriptions: against(parts(case)).map(|record| record.subscription.id.clone()).collect(),
        }),
        Holds::NotKnown => Outcome::NotKnown(Question::Holdings { records: unclear(parts(case)) }),
    }
}
