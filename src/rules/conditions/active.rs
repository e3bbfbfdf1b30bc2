//! The subscription must be active (not suspended or cancelled). Whether it can be made active is the remedies'.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::model::Status;

pub const ACTIVE: Condition =
    Condition { id: ConditionId::Active, source: Source::Page, code: Some(2), ask: Ask::OfSubscription(holds), tell };

fn holds(subject: &Subject<'_>) -> Holds {
    match subject.subscription.status {
        Status::Active => Holds::Yes,
        Status::Suspended | Status::Deleted | Status::Expired | Status::Pending | Status::Disabled => Holds::No,
        Status::Unset | Status::Other(_) => Holds::NotKnown,
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    let subscription = case.subject.subscription.id.clone();
    let status = case.subject.subscription.status.clone();
    match holds {
        Holds::Yes => Outcome::met_by(&subscription),
        Holds::No => Outcome::NotMet(Refusal::NotActive { subscription, status }),
        Holds::NotKnown => Outcome::NotKnown(Question::Status { subscription, status }),
    }
}
