//! One field of a record: its name, its value as data, and what became of it. Words for both are `text`'s; the rule of merging is `merging`'s.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::{AnsweredTarget, BillingCycle, Channel, DelegatedAdmin, Family, Id, Services, Status, Task};

/// A field of any record that an import can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    CompanyName,
    Domain,
    Relationship,
    DelegatedAdmin,
    Tags,
    Notes,
    OfferId,
    OfferName,
    FriendlyName,
    Quantity,
    Assigned,
    Status,
    BillingCycle,
    Channel,
    Created,
    CommitmentEnd,
    AutoRenew,
    Trial,
    ParentId,
    SuspendedOn,
    UpgradedTo,
    Name,
    Minimum,
    Maximum,
    ConcurrentLimit,
    Cycles,
    AddOn,
    Bases,
    Family,
    Services,
    Target,
    Provisional,
    FromOffer,
    ToOffer,
    Licenses,
    Comment,
    Rules,
    Tasks,
    Targets,
    Read,
}

impl Field {
    pub const ALL: [Self; 40] = [
        Self::CompanyName,
        Self::Domain,
        Self::Relationship,
        Self::DelegatedAdmin,
        Self::Tags,
        Self::Notes,
        Self::OfferId,
        Self::OfferName,
        Self::FriendlyName,
        Self::Quantity,
        Self::Assigned,
        Self::Status,
        Self::BillingCycle,
        Self::Channel,
        Self::Created,
        Self::CommitmentEnd,
        Self::AutoRenew,
        Self::Trial,
        Self::ParentId,
        Self::SuspendedOn,
        Self::UpgradedTo,
        Self::Name,
        Self::Minimum,
        Self::Maximum,
        Self::ConcurrentLimit,
        Self::Cycles,
        Self::AddOn,
        Self::Bases,
        Self::Family,
        Self::Services,
        Self::Target,
        Self::Provisional,
        Self::FromOffer,
        Self::ToOffer,
        Self::Licenses,
        Self::Comment,
        Self::Rules,
        Self::Tasks,
        Self::Targets,
        Self::Read,
    ];

    /// The name that files use; an offer's, an upgrade's and a subscription's are told apart by their record.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CompanyName => "company_name",
            Self::Domain => "domain",
            Self::Relationship => "relationship",
            Self::DelegatedAdmin => "delegated_admin",
            Self::Tags => "tags",
            Self::Notes => "notes",
            Self::OfferId => "offer_id",
            Self::OfferName => "offer_name",
            Self::FriendlyName => "friendly_name",
            Self::Quantity => "quantity",
            Self::Assigned => "assigned",
            Self::Status => "status",
            Self::BillingCycle => "billing_cycle",
            Self::Channel => "channel",
            Self::Created => "created",
            Self::CommitmentEnd => "commitment_end",
            Self::AutoRenew => "auto_renew",
            Self::Trial => "trial",
            Self::ParentId => "parent_id",
            Self::SuspendedOn => "suspended_on",
            Self::UpgradedTo => "upgraded_to",
            Self::Name => "name",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::ConcurrentLimit => "concurrent_limit",
            Self::Cycles => "cycles",
            Self::AddOn => "add_on",
            Self::Bases => "bases",
            Self::Family => "family",
            Self::Services => "services",
            Self::Target => "target",
            Self::Provisional => "provisional",
            Self::FromOffer => "from_offer",
            Self::ToOffer => "to_offer",
            Self::Licenses => "licenses",
            Self::Comment => "comment",
            Self::Rules => "rules",
            Self::Tasks => "tasks",
            Self::Targets => "targets",
            Self::Read => "read",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// A field's value, whatever its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing was known, or there was none.
    Absent,
    Text(String),
    Texts(Vec<String>),
    Id(Id),
    Ids(Vec<Id>),
    Number(i64),
    YesNo(bool),
    /// A UTC day.
    Day(NaiveDate),
    Time(DateTime<Utc>),
    Status(Status),
    Cycle(BillingCycle),
    Cycles(Vec<BillingCycle>),
    Channel(Channel),
    DelegatedAdmin(DelegatedAdmin),
    Family(Family),
    Services(Services),
    Tasks(Vec<Task>),
    Targets(Vec<AnsweredTarget>),
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub field: Field,
    pub old: Value,
    pub new: Value,
    /// The file does not say it: it makes it likely, and the person confirmed.
    pub proposed: bool,
}

/// One field that was changed here and in the file since the last import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldConflict {
    pub field: Field,
    /// What the last import of the same source brought.
    pub base: Value,
    pub ours: Value,
    pub theirs: Value,
}

impl FieldConflict {
    /// What changes when the file's value is taken.
    #[must_use]
    pub fn theirs_taken(&self) -> FieldChange {
        FieldChange { field: self.field, old: self.ours.clone(), new: self.theirs.clone(), proposed: false }
    }
}
