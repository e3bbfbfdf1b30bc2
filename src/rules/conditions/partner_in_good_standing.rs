//! A delinquent partner account cannot convert or transition a subscription, nor change quantities.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};

pub const PARTNER_IN_GOOD_STANDING: Condition = Condition {
    id: ConditionId::PartnerInGoodStanding,
    source: Source::Billing,
    code: None,
    ask: Ask::OfSubscription(holds),
    tell,
};

fn holds(subject: &Subject<'_>) -> Holds {
    subject.holdings.setting.partner.good_standing.map_or(Holds::NotKnown, Holds::yes_or_no)
}

fn tell(_: &Case<'_>, holds: Holds) -> Outcome {
    match holds {
        Holds::Yes => Outcome::MET,
        Holds::No => Outcome::NotMet(Refusal::Delinquent),
        Holds::NotKnown => Outcome::NotKnown(Question::Standing),
    }
}
