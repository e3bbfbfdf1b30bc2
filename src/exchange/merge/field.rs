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
