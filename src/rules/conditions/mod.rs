//! The conditions of an upgrade, one a file, and what a judgment can be. Which of them are asked is the rule sets'.

mod active;
mod billing_cycle;
mod delegated_admin;
mod no_add_ons;
mod no_conflicting_services;
mod original_reseller;
mod partner_in_good_standing;
mod parts;
mod provisioned;
mod role;
mod target_not_held;
mod upgrade_path;

use super::holdings::{Holding, Subject};
use crate::model::{BillingCycle, Channel, Family, Id, InForce, Role, Services, Status};

pub use active::ACTIVE;
pub use billing_cycle::BILLING_CYCLE;
pub use delegated_admin::DELEGATED_ADMIN;
pub use no_add_ons::NO_ADD_ONS;
pub use no_conflicting_services::{NO_CONFLICTING_SERVICES, additional_services};
pub use original_reseller::ORIGINAL_RESELLER;
pub use partner_in_good_standing::PARTNER_IN_GOOD_STANDING;
pub use provisioned::PROVISIONED;
pub use role::ROLE;
pub use target_not_held::TARGET_NOT_HELD;
pub use upgrade_path::UPGRADE_PATH;

/// One question: may this subscription of this customer go to this offer?
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub subject: Subject<'a>,
    pub target_id: &'a Id,
    /// The offer asked for, where it is known.
    pub target: Option<&'a InForce>,
}

impl Case<'_> {
    /// Whether an offer is the one asked for. `found`: as it is in force, where it is.
    #[must_use]
    pub fn is_to(&self, offer: &Id, found: Option<&InForce>) -> bool {
        match (self.target, found) {
            // Each stands in one place.
            (Some(target), Some(found)) => std::ptr::eq(target, found),
            (None, None) => offer == self.target_id,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    No,
    NotKnown,
    Yes,
}

impl Holds {
    #[must_use]
    pub const fn yes_or_no(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// Whether all of several hold: one that does not is enough, and is the last that is asked; one that is not known never
    /// reads as yes.
    pub fn all(several: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::Yes;
        for one in several {
            all = all.min(one);
            if all == Self::No {
                break;
            }
        }
        all
    }
}

/// How a condition is asked whether it holds. Nothing is gathered for it that would only be told.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    /// It is the same for all targets of a subscription.
    OfSubscription(fn(&Subject<'_>) -> Holds),
    OfTarget(fn(&Case<'_>) -> Holds),
}

/// A condition as a row of a rule set.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    pub id: ConditionId,
    pub source: Source,
    /// Partner Center's `UpgradeErrorCode` for it, where there is one.
    pub code: Option<u8>,
    pub ask: Ask,
    /// Tells what shows that it holds, or does not, or is not known: facts and records.
    pub tell: fn(&Case<'_>, Holds) -> Outcome,
}

impl Condition {
    /// Asks the condition, and has it told why.
    #[must_use]
    pub fn judge(&self, case: &Case<'_>) -> Outcome {
        let holds = match self.ask {
            Ask::OfSubscription(holds) => holds(&case.subject),
            Ask::OfTarget(holds) => holds(case),
        };
        (self.tell)(case, holds)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConditionId {
    Active,
    DelegatedAdmin,
    NoConflictingServices,
    TargetNotHeld,
    UpgradePath,
    NoAddOns,
    Provisioned,
    BillingCycle,
    OriginalReseller,
    PartnerInGoodStanding,
    Role,
}

impl ConditionId {
    pub const ALL: [Self; 11] = [
        Self::Active,
        Self::DelegatedAdmin,
        Self::NoConflictingServices,
        Self::TargetNotHeld,
        Self::UpgradePath,
        Self::NoAddOns,
        Self::Provisioned,
        Self::BillingCycle,
        Self::OriginalReseller,
        Self::PartnerInGoodStanding,
        Self::Role,
    ];

    /// The name that outputs and messages use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::DelegatedAdmin => "delegated-admin",
            Self::NoConflictingServices => "no-conflicting-services",
            Self::TargetNotHeld => "target-not-held",
            Self::UpgradePath => "upgrade-path",
            Self::NoAddOns => "no-add-ons",
            Self::Provisioned => "provisioned",
            Self::BillingCycle => "billing-cycle",
            Self::OriginalReseller => "original-reseller",
            Self::PartnerInGoodStanding => "partner-in-good-standing",
            Self::Role => "role",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.key() == key)
    }
}

/// Where a condition is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    Page,
    Sdk,
    Relationship,
    Billing,
    Roles,
}

impl Source {
    pub const ALL: [Self; 5] = [Self::Page, Self::Sdk, Self::Relationship, Self::Billing, Self::Roles];

    /// The name that outputs use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Sdk => "sdk",
            Self::Relationship => "21v-relationship",
            Self::Billing => "21v-billing",
            Self::Roles => "21v-roles",
        }
    }

    /// The document's own title, as a person would look it up.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Page => "Upgrade an existing customer subscription (Partner Center operated by 21Vianet)",
            Self::Sdk => "Partner Center SDK: UpgradeErrorCode, SubscriptionStatus",
            Self::Relationship => {
                "Request a reseller relationship with a customer (Partner Center operated by 21Vianet)"
            }
            Self::Billing => "Billing (Partner Center operated by 21Vianet)",
            Self::Roles => "Create user accounts and set permissions (Partner Center operated by 21Vianet)",
        }
    }

    /// The day the document bears, where it is known.
    #[must_use]
    pub const fn date(self) -> Option<&'static str> {
        match self {
            Self::Page => Some("2018-10-29"),
            Self::Sdk | Self::Relationship | Self::Billing | Self::Roles => None,
        }
    }
}

/// What a condition says of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds; `evidence` is the record that shows it, where one record does.
    Met {
        evidence: Option<Id>,
    },
    NotMet(Refusal),
    NotKnown(Question),
}

impl Outcome {
    #[must_use]
    pub fn met_by(record: &Id) -> Self {
        Self::Met { evidence: Some(record.clone()) }
    }

    pub const MET: Self = Self::Met { evidence: None };

    /// The word that files and answers use.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Met { .. } => "pass",
            Self::NotMet(_) => "fail",
            Self::NotKnown(_) => "not-known",
        }
    }

    /// The ids of the records that decided it, in the file's order.
    #[must_use]
    pub fn evidence(&self) -> Vec<Id> {
        match self {
            Self::Met { evidence } => evidence.iter().cloned().collect(),
            Self::NotMet(refusal) => refusal.records(),
            Self::NotKnown(question) => question.records(),
        }
    }

    /// The same without what it is told with.
    #[must_use]
    pub const fn holds(&self) -> Holds {
        match self {
            Self::Met { .. } => Holds::Yes,
            Self::NotMet(_) => Holds::No,
            Self::NotKnown(_) => Holds::NotKnown,
        }
    }

    #[must_use]
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Met { .. })
    }
}

/// Another record that holds services which the target would add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub subscription: Id,
    pub services: Services,
}

/// Why a condition does not hold: facts and records, never a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotActive {
        subscription: Id,
        status: Status,
    },
    NoDelegatedAdmin {
        customer: Id,
        family: Option<Family>,
    },
    ConflictingServices {
        conflicts: Vec<Conflict>,
    },
    TargetHeld {
        target: Id,
        subscriptions: Vec<Id>,
    },
    /// Partner Center's code 7.
    NoUpgradePaths {
        source: Option<Id>,
    },
    /// Partner Center's code 8.
    NotATarget {
        source: Id,
        target: Id,
    },
    AddOnsPresent {
        subscriptions: Vec<Id>,
    },
    NotProvisioned {
        subscription: Id,
    },
    CycleNotSupported {
        subscription: Id,
        cycle: BillingCycle,
        target: Id,
    },
    NotSoldByYou {
        subscription: Id,
        channel: Channel,
    },
    Delinquent,
    RoleCannot {
        role: Role,
    },
}

impl Refusal {
    #[must_use]
    pub fn records(&self) -> Vec<Id> {
        match self {
            Self::NotActive { subscription, .. }
            | Self::NotProvisioned { subscription }
            | Self::CycleNotSupported { subscription, .. }
            | Self::NotSoldByYou { subscription, .. } => vec![subscription.clone()],
            Self::NoDelegatedAdmin { customer, .. } => vec![customer.clone()],
            Self::ConflictingServices { conflicts } => {
                conflicts.iter().map(|conflict| conflict.subscription.clone()).collect()
            }
            Self::TargetHeld { subscriptions, .. } | Self::AddOnsPresent { subscriptions } => subscriptions.clone(),
            Self::NoUpgradePaths { .. } | Self::NotATarget { .. } | Self::Delinquent | Self::RoleCannot { .. } => {
                Vec::new()
            }
        }
    }
}

/// Why a record's part in a condition cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// Its status is unset or a word that nobody knows, so it may or may not be held.
    Status(Status),
    NoOfferId,
    /// The services of its offer are not known.
    ServicesOf(Id),
    /// Its services are known, but those of the source or the target are not.
    Compared,
    /// An add-on that names no parent, and that can belong to the source.
    NoParent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearRecord {
    pub subscription: Id,
    pub why: Unclear,
}

/// What would have to be found out before a condition can be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    Status { subscription: Id, status: Status },
    DelegatedAdmin { customer: Id },
    Conflicts { records: Vec<UnclearRecord>, offers: Vec<Id> },
    Holdings { records: Vec<UnclearRecord> },
    AddOns { records: Vec<UnclearRecord> },
    Cycle { subscription: Id, cycle: BillingCycle },
    Channel { subscription: Id },
    Standing,
    Role,
}

impl Question {
    #[must_use]
    pub fn records(&self) -> Vec<Id> {
        match self {
            Self::Status { subscription, .. } | Self::Cycle { subscription, .. } | Self::Channel { subscription } => {
                vec![subscription.clone()]
            }
            Self::DelegatedAdmin { customer } => vec![customer.clone()],
            Self::Conflicts { records, .. } | Self::Holdings { records } | Self::AddOns { records } => {
                records.iter().map(|record| record.subscription.clone()).collect()
            }
            Self::Standing | Self::Role => Vec::new(),
        }
    }
}
