//! The rule sets: dated tables of conditions in the order in which they are shown. What a condition means is its own file's.

use super::conditions::{
    ACTIVE, BILLING_CYCLE, Condition, ConditionId, DELEGATED_ADMIN, NO_ADD_ONS, NO_CONFLICTING_SERVICES,
    ORIGINAL_RESELLER, PARTNER_IN_GOOD_STANDING, PROVISIONED, ROLE, TARGET_NOT_HELD, UPGRADE_PATH,
};

/// A set of conditions with an id, a date and its conditions' sources.
#[derive(Debug)]
pub struct RuleSet {
    pub id: &'static str,
    /// The day of the newest fact in it, as far as its sources say.
    pub date: &'static str,
    pub conditions: &'static [Condition],
}

impl RuleSet {
    /// The built-in rule set of that id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        RULE_SETS.iter().copied().find(|rules| rules.id == id)
    }

    #[must_use]
    pub fn condition(&self, id: ConditionId) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }
}

/// The page's four conditions and its table of paths, and nothing else.
pub static PAGE: RuleSet = RuleSet {
    id: "page",
    date: "2018-10-29",
    conditions: &[ACTIVE, DELEGATED_ADMIN, NO_CONFLICTING_SERVICES, TARGET_NOT_HELD, UPGRADE_PATH],
};

/// The page's conditions and what Partner Center checks beyond them.
pub static PARTNER_CENTER: RuleSet = RuleSet {
    id: "partner-center",
    date: "2018-10-29",
    conditions: &[
        ACTIVE,
        DELEGATED_ADMIN,
        NO_CONFLICTING_SERVICES,
        TARGET_NOT_HELD,
        UPGRADE_PATH,
        NO_ADD_ONS,
        PROVISIONED,
        BILLING_CYCLE,
        ORIGINAL_RESELLER,
        PARTNER_IN_GOOD_STANDING,
        ROLE,
    ],
};

pub static RULE_SETS: [&RuleSet; 2] = [&PAGE, &PARTNER_CENTER];
