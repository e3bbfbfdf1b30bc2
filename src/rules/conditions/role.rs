//! Admin agents, sales agents and global admins manage subscriptions; help desk agents do not.

use super::{Ask, Case, Condition, ConditionId, Holds, Outcome, Question, Refusal, Source, Subject};
use crate::model::Role;

pub const ROLE: Condition =
    Condition { id: ConditionId::Role, source: Source::Roles, code: None, ask: Ask::OfSubscription(holds), tell };

fn holds(subject: &Subject<'_>) -> Holds {
    match subject.holdings.setting.partner.role {
        Role::GlobalAdmin | Role::AdminAgent | Role::SalesAgent => Holds::Yes,
        Role::HelpdeskAgent => Holds::No,
        Role::NotKnown => Holds::NotKnown,
    }
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    match holds {
        Holds::Yes => Outcome::MET,
        Holds::No => Outcome::NotMet(Refusal::RoleCannot { role: case.subject.holdings.setting.partner.role }),
        Holds::NotKnown => Outcome::NotKnown(Question::Role),
    }
}
