//! The subscription must be active (not suspended or cancelled). Whether it can be made active is the remedies'.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::Status;

pub const ACTIVE: Condition = Condition { id: ConditionId::Active, source: Source::Page, code: Some(2), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let subscription = case.subscription.id.clone();
    let status = case.subscription.status.clone();
    match status {
        Status::Active => Outcome::met_by(&subscription),
        Status::Suspended | Status::Deleted | Status::Expired | Status::Pending | Status::Disabled => {
            Outcome::NotMet(Refusal::NotActive { subscription, status })
        }
        Status::Unset | Status::Other(_) => Outcome::NotKnown(Question::Status { subscription, status }),
    }
}
