//! You sold the subscription: privileges by relationship request alone do not allow a transition.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::Channel;

pub const ORIGINAL_RESELLER: Condition =
    Condition { id: ConditionId::OriginalReseller, source: Source::Relationship, code: None, judge };

fn judge(case: &Case<'_>) -> Outcome {
    let subscription = case.subscription.id.clone();
    match &case.subscription.channel {
        Channel::ThisPartner => Outcome::met_by(&subscription),
        channel @ (Channel::OtherReseller(_) | Channel::Direct) => {
            Outcome::NotMet(Refusal::NotSoldByYou { subscription, channel: channel.clone() })
        }
        Channel::NotKnown => Outcome::NotKnown(Question::Channel { subscription }),
    }
}
