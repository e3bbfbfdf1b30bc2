//! The target supports the billing cycle of the source.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::BillingCycle;

pub const BILLING_CYCLE: Condition =
    Condition { id: ConditionId::BillingCycle, source: Source::Sdk, code: Some(10), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let subscription = case.subscription.id.clone();
    let cycle = case.subscription.billing_cycle.clone();
    match cycle {
        BillingCycle::Unset | BillingCycle::Other(_) => Outcome::NotKnown(Question::Cycle { subscription, cycle }),
        BillingCycle::Monthly
        | BillingCycle::Annual
        | BillingCycle::OneTime
        | BillingCycle::Triennial
        | BillingCycle::Biennial => {
            if case.target.is_some_and(|target| target.cycles.contains(&cycle)) {
                Outcome::met_by(&subscription)
            } else {
                Outcome::NotMet(Refusal::CycleNotSupported { subscription, cycle, target: case.target_id.clone() })
            }
        }
    }
}
