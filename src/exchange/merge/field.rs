//! One field of a record: its name, its value as data, and the one rule of merging it. Words for both are `text`'s.

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

/// A type that a field can have.
pub trait FieldValue: Clone + PartialEq {
    /// [`Value::Absent`] for what says nothing: such a value leaves the present one alone.
    fn value(&self) -> Value;
}

/// Puts the incoming value in the place of the present one where it says something else.
pub fn take<T: FieldValue>(changes: &mut Vec<FieldChange>, field: Field, present: &mut T, incoming: &T) {
    let new = incoming.value();
    if new != Value::Absent {
        put(changes, field, present, incoming.clone());
    }
}

/// Puts a value in the place of the present one, even one that says nothing.
pub fn put<T: FieldValue>(changes: &mut Vec<FieldChange>, field: Field, present: &mut T, incoming: T) {
    if *present != incoming {
        changes.push(FieldChange { field, old: present.value(), new: incoming.value(), proposed: false });
        *present = incoming;
    }
}

/// The value, or `Absent` where it says nothing.
fn unless(silent: bool, value: impl FnOnce() -> Value) -> Value {
    if silent { Value::Absent } else { value() }
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn value(&self) -> Value {
        let value = self.as_ref().map(FieldValue::value);
        // An optional text that is there and empty says that it is empty.
        let value = value.map(|value| if value == Value::Absent { Value::Text(String::new()) } else { value });
        value.unwrap_or(Value::Absent)
    }
}

impl FieldValue for String {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Text(self.clone()))
    }
}

impl FieldValue for Vec<String> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Texts(self.clone()))
    }
}

impl FieldValue for Vec<Id> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Ids(self.clone()))
    }
}

impl FieldValue for Id {
    fn value(&self) -> Value {
        Value::Id(self.clone())
    }
}

impl FieldValue for i64 {
    fn value(&self) -> Value {
        Value::Number(*self)
    }
}

impl FieldValue for bool {
    fn value(&self) -> Value {
        Value::YesNo(*self)
    }
}

impl FieldValue for NaiveDate {
    fn value(&self) -> Value {
        Value::Day(*self)
    }
}

impl FieldValue for Status {
    fn value(&self) -> Value {
        unless(*self == Self::Unset, || Value::Status(self.clone()))
    }
}

impl FieldValue for BillingCycle {
    fn value(&self) -> Value {
        unless(*self == Self::Unset, || Value::Cycle(self.clone()))
    }
}

impl FieldValue for Vec<BillingCycle> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Cycles(self.clone()))
    }
}

impl FieldValue for Channel {
    fn value(&self) -> Value {
        unless(*self == Self::NotKnown, || Value::Channel(self.clone()))
    }
}

impl FieldValue for DelegatedAdmin {
    fn value(&self) -> Value {
        unless(*self == Self::NotKnown, || Value::DelegatedAdmin(self.clone()))
    }
}

impl FieldValue for Family {
    fn value(&self) -> Value {
        Value::Family(*self)
    }
}

impl FieldValue for Services {
    fn value(&self) -> Value {
        Value::Services(self.clone())
    }
}

impl FieldValue for Vec<Task> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Tasks(self.clone()))
    }
}

impl FieldValue for DateTime<Utc> {
    fn value(&self) -> Value {
        Value::Time(*self)
    }
}

impl FieldValue for Vec<AnsweredTarget> {
    fn value(&self) -> Value {
        Value::Targets(self.clone())
    }
}
