//! The order is provisioned: its status is not pending.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::model::Status;

pub const PROVISIONED: Condition = Condition {
    id: ConditionId::Provisioned,
    source: Source::Sdk,
    code: Some(9),
    ask: Ask::OfSubscription(holds),
    tell,
};

fn holds(subject: &Subject<'_>) -> Holds {
    match subject.subscription.status {
        Status::Pending => Holds::No,
        Status::Active | Status::Suspended | Status::Deleted | Status::Expired | Status::Disabled => Holds::Yes,
        Status::Unset | Status::Other(_) => Holds::NotKnown,
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    let subscription = case.subject.subscription.id.clone();
    match holds {
        Holds::Yes => Outcome::met_by(&subscription),
        Holds::No => Outcome::NotMet(Refusal::NotProvisioned { subscription }),
        Holds::NotKnown => {
            let status = case.subject.subscription.status.clone();
            Outcome::NotKnown(Question::Status { subscription, status })
        }
    }
}
