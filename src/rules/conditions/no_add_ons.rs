//! The source has no add-on subscriptions that are still held.

use super::parts::{Doubt, Part, against, together, unclear};
use super::{Ask, Case, Condition, ConditionId, Holding, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::rules::held::Held;

pub const NO_ADD_ONS: Condition =
    Condition { id: ConditionId::NoAddOns, source: Source::Sdk, code: Some(6), ask: Ask::OfSubscription(holds), tell };

/// Whether a record without a parent is an add-on that could belong to the source.
fn may_belong(subject: &Subject<'_>, record: &Holding<'_>) -> bool {
    let source = subject.subscription.offer_id.as_ref();
    record
        .offer
        .is_some_and(|add_on| add_on.offer.add_on && source.is_some_and(|source| add_on.offer.bases.contains(source)))
}

fn part(subject: &Subject<'_>, record: &Holding<'_>) -> Part {
    if !record.is_add_on {
        return Part::Harmless;
    }
    match (record.held, &record.subscription.parent_id) {
        (Held::No, _) => Part::Harmless,
        (is_held, Some(parent)) if *parent == subject.subscription.id => {
            if is_held == Held::Yes {
                Part::Against
            } else {
                Part::Unclear(Doubt::Status)
            }
        }
        (_, None) if may_belong(subject, record) => Part::Unclear(Doubt::NoParent),
        (_, Some(_) | None) => Part::Harmless,
    }
}

fn parts<'a>(subject: &'a Subject<'a>) -> impl Iterator<Item = (&'a Holding<'a>, Part)> {
    subject.others().map(|record| (record, part(subject, record)))
}

fn holds(subject: &Subject<'_>) -> Holds {
    together(parts(subject))
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    match holds {
        Holds::Yes => Outcome::MET,
        Holds::No => Outcome::NotMet(Refusal::AddOnsPresent {
            subscriptions: against(parts(&case.subject)).map(|record| record.subscription.id.clone()).collect(),
        }),
        Holds::NotKnown => Outcome::NotKnown(Question::AddOns { records: unclear(parts(&case.subject)) }),
    }
}
