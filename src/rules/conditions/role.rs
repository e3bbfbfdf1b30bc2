//! Admin agents, sales agents and global admins manage subscriptions; help desk agents do not.

use super::{Case, Condition, ConditionId, Outcome, Question, Refusal, Source};
use crate::model::Role;

pub const ROLE: Condition = Condition { id: ConditionId::Role, source: Source::Roles, code: None, judge };

fn judge(case: &Case<'_>) -> Outcome {
    match case.partner.role {
        Role::GlobalAdmin | Role::AdminAgent | Role::SalesAgent => Outcome::MET,
        role @ Role::HelpdeskAgent => Outcome::NotMet(Refusal::RoleCannot { role }),
        Role::NotKnown => Outcome::NotKnown(Question::Role),
    }
}
