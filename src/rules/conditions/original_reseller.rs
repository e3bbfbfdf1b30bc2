//! You sold the subscription: privileges by relationship request alone do not allow a transition.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::model::Channel;

pub const ORIGINAL_RESELLER: Condition = Condition {
    id: ConditionId::OriginalReseller,
    source: Source::Relationship,
    code: None,
    ask: Ask::OfSubscription(holds),
    tell,
};

fn holds(subject: &Subject<'_>) -> Holds {
    match subject.subscription.channel {
        Channel::ThisPartner => Holds::Yes,
        Channel::OtherReseller(_) | Channel::Direct => Holds::No,
        Channel::NotKnown => Holds::NotKnown,
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    let subscription = case.subject.subscription.id.clone();
    match holds {
        Holds::Yes => Outcome::met_by(&subscription),
        Holds::No => {
            let channel = case.subject.subscription.channel.clone();
            Outcome::NotMet(Refusal::NotSoldByYou { subscription, channel })
        }
        Holds::NotKnown => Outcome::NotKnown(Question::Channel { subscription }),
    }
}
