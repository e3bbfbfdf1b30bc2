//! You must have delegated administrative privileges for this customer and service: the family of the source offer. The reading of "service" is ours.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::DelegatedAdmin;

pub const DELEGATED_ADMIN: Condition =
    Condition { id: ConditionId::DelegatedAdmin, source: Source::Page, code: Some(1), judge };

fn judge(case: &Case<'_>) -> Outcome {
    let customer = case.customer.id.clone();
    let family = case.source.map(|offer| offer.family);
    match &case.customer.delegated_admin {
        DelegatedAdmin::All => Outcome::met_by(&customer),
        DelegatedAdmin::NotGranted => Outcome::NotMet(Refusal::NoDelegatedAdmin { customer, family }),
        DelegatedAdmin::NotKnown => Outcome::NotKnown(Question::DelegatedAdmin { customer }),
        DelegatedAdmin::Families(granted) => match family {
            Some(family) if granted.contains(&family) => Outcome::met_by(&customer),
            None if !granted.is_empty() => Outcome::NotKnown(Question::DelegatedAdmin { customer }),
            Some(_) | None => Outcome::NotMet(Refusal::NoDelegatedAdmin { customer, family }),
        },
    }
}
