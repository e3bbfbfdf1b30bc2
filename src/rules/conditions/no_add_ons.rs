//! The source has no add-on subscriptions that are still held.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source, Unclear, UnclearRecord};
use crate::model::Subscription;
use crate::rules::held::{Held, held};

pub const NO_ADD_ONS: Condition = Condition { id: ConditionId::NoAddOns, source: Source::Sdk, code: Some(6), judge };

/// Whether a record without a parent is an add-on that could belong to the source.
fn may_belong(case: &Case<'_>, record: &Subscription) -> bool {
    let offer = record.offer_id.as_ref().and_then(|id| case.offers.find(id));
    let source = case.subscription.offer_id.as_ref();
    offer.is_some_and(|offer| offer.add_on && source.is_some_and(|source| offer.bases.contains(source)))
}

fn judge(case: &Case<'_>) -> Outcome {
    let mut subscriptions = Vec::new();
    let mut records = Vec::new();
    for record in case.others() {
        let is_held = held(record);
        if is_held == Held::No {
            continue;
        }
        let unclear = match &record.parent_id {
            Some(parent) if *parent == case.subscription.id => {
                if is_held == Held::Yes {
                    subscriptions.push(record.id.clone());
                    continue;
                }
                Unclear::Status(record.status.clone())
            }
            Some(_) => continue,
            None if may_belong(case, record) => Unclear::NoParent,
            None => continue,
        };
        records.push(UnclearRecord { subscription: record.id.clone(), why: unclear });
    }
    if !subscriptions.is_empty() {
        Outcome::NotMet(Refusal::AddOnsPresent { subscriptions })
    } else if !records.is_empty() {
        Outcome::NotKnown(Question::AddOns { records })
    } else {
        Outcome::MET
    }
}
