//! A delinquent partner account cannot convert or transition a subscription, nor change quantities.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};

pub const PARTNER_IN_GOOD_STANDING: Condition =
    Condition { id: ConditionId::PartnerInGoodStanding, source: Source::Billing, code: None, judge };

fn judge(case: &Case<'_>) -> Outcome {
    match case.partner.good_standing {
        Some(true) => Outcome::MET,
        Some(false) => Outcome::NotMet(Refusal::Delinquent),
        None => Outcome::NotKnown(Question::Standing),
    }
}
