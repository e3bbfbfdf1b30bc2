//! The target supports the billing cycle of the source.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source};
use crate::model::BillingCycle;

pub const BILLING_CYCLE: Condition =
    Condition { id: ConditionId::BillingCycle, source: Source::Sdk, code: Some(10), ask: Ask::OfTarget(holds), tell };

fn holds(case: &Case<'_>) -> Holds {
    let cycle = &case.subject.subscription.billing_cycle;
    match cycle {
        BillingCycle::Unset | BillingCycle::Other(_) => Holds::NotKnown,
        BillingCycle::Monthly
        | BillingCycle::Annual
        | BillingCycle::OneTime
        | BillingCycle::Triennial
        | BillingCycle::Biennial => {
            Holds::yes_or_no(case.target.is_some_and(|target| target.offer.cycles.contains(cycle)))
        }
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    let subscription = case.subject.subscription.id.clone();
    let cycle = case.subject.subscription.billing_cycle.clone();
    match holds {
        Holds::Yes => Outcome::met_by(&subscription),
        Holds::No => {
            Outcome::NotMet(Refusal::CycleNotSupported { subscription, cycle, target: case.target_id.clone() })
        }
        Holds::NotKnown => Outcome::NotKnown(Question::Cycle { subscription, cycle }),
    }
}
