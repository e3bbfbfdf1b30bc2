//! The source has upgrade targets, and the one asked for is among them.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Refusal, Source};

/// Partner Center tells the two failures apart: 7 where there is no target at all, 8 where it is another.
pub const UPGRADE_PATH: Condition =
    Condition { id: ConditionId::UpgradePath, source: Source::Sdk, code: Some(8), ask: Ask::OfTarget(holds), tell };

fn holds(case: &Case<'_>) -> Holds {
    Holds::yes_or_no(case.subject.upgrades().any(|(target, found)| case.is_to(target, found)))
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    if holds == Holds::Yes {
        return Outcome::MET;
    }
    Outcome::NotMet(match &case.subject.subscription.offer_id {
        Some(source) if case.subject.has_upgrades() => {
            Refusal::NotATarget { source: source.clone(), target: case.target_id.clone() }
        }
        source => Refusal::NoUpgradePaths { source: source.clone() },
    })
}
