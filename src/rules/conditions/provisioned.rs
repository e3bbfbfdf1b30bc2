//! The order is provisioned: its status is not pending.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::Status;

pub const PROVISIONED: Condition =
    Condition { id: ConditionId::Provisioned, source: Source::Sdk, code: Some(9), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let subscription = case.subscription.id.clone();
    let status = case.subscription.status.clone();
    match status {
        Status::Pending => Outcome::NotMet(Refusal::NotProvisioned { subscription }),
        Status::Active | Status::Suspended | Status::Deleted | Status::Expired | Status::Disabled => {
            Outcome::met_by(&subscription)
        }
        Status::Unset | Status::Other(_) => Outcome::NotKnown(Question::Status { subscription, status }),
    }
}
