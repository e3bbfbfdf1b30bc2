//! You must have delegated administrative privileges for this customer and service: the family of the source offer. The reading of "service" is ours.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::model::{DelegatedAdmin, Family};

pub const DELEGATED_ADMIN: Condition = Condition {
    id: ConditionId::DelegatedAdmin,
    source: Source::Page,
    code: Some(1),
    ask: Ask::OfSubscription(holds),
    tell,
};

fn family(subject: &Subject<'_>) -> Option<Family> {
    subject.source.map(|source| source.offer.family)
}

fn holds(subject: &Subject<'_>) -> Holds {
    match &subject.holdings.customer.delegated_admin {
        DelegatedAdmin::All => Holds::Yes,
        DelegatedAdmin::NotGranted => Holds::No,
        DelegatedAdmin::NotKnown => Holds::NotKnown,
        DelegatedAdmin::Families(granted) => match family(subject) {
            Some(family) if granted.contains(&family) => Holds::Yes,
            None if !granted.is_empty() => Holds::NotKnown,
            Some(_) | None => Holds::No,
        },
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    let customer = case.subject.holdings.customer.id.clone();
    match holds {
        Holds::Yes => Outcome::met_by(&customer),
        Holds::No => Outcome::NotMet(Refusal::NoDelegatedAdmin { customer, family: family(&case.subject) }),
        Holds::NotKnown => Outcome::NotKnown(Question::DelegatedAdmin { customer }),
    }
}
