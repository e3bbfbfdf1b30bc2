//! The source has upgrade targets, and the one asked for is among them.

use super::{Case, Condition, ConditionId, Outcome, Refusal, Source};

/// Partner Center tells the two failures apart: 7 where there is no target at all, 8 where it is another.
pub const UPGRADE_PATH: Condition =
    Condition { id: ConditionId::UpgradePath, source: Source::Sdk, code: Some(8), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let Some(source) = &case.subscription.offer_id else {
        return Outcome::NotMet(Refusal::NoUpgradePaths { source: None });
    };
    let targets = case.offers.targets(source);
    if targets.is_empty() || case.subscription.parent_id.is_some() {
        Outcome::NotMet(Refusal::NoUpgradePaths { source: Some(source.clone()) })
    } else if targets.iter().any(|target| target.offer == *case.target_id) {
        Outcome::MET
    } else {
        Outcome::NotMet(Refusal::NotATarget { source: source.clone(), target: case.target_id.clone() })
    }
}
