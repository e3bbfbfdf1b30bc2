//! The customer can't already have the subscriptions you are trying to upgrade them to, whoever sold them.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source, Unclear, UnclearRecord};
use crate::rules::held::{Held, held};

pub const TARGET_NOT_HELD: Condition =
    Condition { id: ConditionId::TargetNotHeld, source: Source::Page, code: Some(4), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let mut subscriptions = Vec::new();
    let mut records = Vec::new();
    for record in case.others() {
        let is_target = record.offer_id.as_ref().map(|id| id == case.target_id);
        let unclear = match (held(record), is_target) {
            (Held::No, _) | (_, Some(false)) => continue,
            (Held::Yes, Some(true)) => {
                subscriptions.push(record.id.clone());
                continue;
            }
            (Held::Yes | Held::NotKnown, None) => Unclear::NoOfferId,
            (Held::NotKnown, Some(true)) => Unclear::Status(record.status.clone()),
        };
        records.push(UnclearRecord { subscription: record.id.clone(), why: unclear });
    }
    if !subscriptions.is_empty() {
        Outcome::NotMet(Refusal::TargetHeld { target: case.target_id.clone(), subscriptions })
    } else if !records.is_empty() {
        Outcome::NotKnown(Question::Holdings { records })
    } else {
        Outcome::MET
    }
}
