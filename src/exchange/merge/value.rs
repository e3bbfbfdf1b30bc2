//! Values of fields as data, and back: nothing is lost on the way. What a value is called is `text`'s.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::field::Value;
use crate::model::{AnsweredTarget, BillingCycle, Channel, DelegatedAdmin, Family, Id, Services, Status, Task};

/// A type that a field can have.
pub trait FieldValue: Clone + PartialEq {
    /// [`Value::Absent`] for what says nothing: such a value leaves the present one alone.
    fn value(&self) -> Value;

    /// The value back; `None` where it is another type's.
    fn of(value: &Value) -> Option<Self>;
}

/// The value, or `Absent` where it says nothing.
fn unless(silent: bool, value: impl FnOnce() -> Value) -> Value {
    if silent { Value::Absent } else { value() }
}

/// What a value says, or `silent` where it says nothing.
fn told<T>(value: &Value, silent: T, said: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
    if *value == Value::Absent { Some(silent) } else { said(value) }
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn value(&self) -> Value {
        let value = self.as_ref().map(FieldValue::value);
        // An optional text that is there and empty says that it is empty.
        let value = value.map(|value| if value == Value::Absent { Value::Text(String::new()) } else { value });
        value.unwrap_or(Value::Absent)
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, None, |value| T::of(value).map(Some))
    }
}

impl FieldValue for String {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Text(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::new(), |value| if let Value::Text(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Arc<str> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Text(String::from(&**self)))
    }

    fn of(value: &Value) -> Option<Self> {
        String::of(value).map(Self::from)
    }
}

impl FieldValue for Vec<String> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Texts(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::new(), |value| if let Value::Texts(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Vec<Id> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Ids(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::new(), |value| if let Value::Ids(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Id {
    fn value(&self) -> Value {
        Value::Id(self.clone())
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Id(it) = value { Some(it.clone()) } else { None }
    }
}

impl FieldValue for i64 {
    fn value(&self) -> Value {
        Value::Number(*self)
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Number(it) = value { Some(*it) } else { None }
    }
}

impl FieldValue for bool {
    fn value(&self) -> Value {
        Value::YesNo(*self)
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::YesNo(it) = value { Some(*it) } else { None }
    }
}

impl FieldValue for NaiveDate {
    fn value(&self) -> Value {
        Value::Day(*self)
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Day(it) = value { Some(*it) } else { None }
    }
}

impl FieldValue for Status {
    fn value(&self) -> Value {
        unless(*self == Self::Unset, || Value::Status(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::Unset, |value| if let Value::Status(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for BillingCycle {
    fn value(&self) -> Value {
        unless(*self == Self::Unset, || Value::Cycle(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::Unset, |value| if let Value::Cycle(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Vec<BillingCycle> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Cycles(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::new(), |value| if let Value::Cycles(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Channel {
    fn value(&self) -> Value {
        unless(*self == Self::NotKnown, || Value::Channel(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::NotKnown, |value| if let Value::Channel(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for DelegatedAdmin {
    fn value(&self) -> Value {
        unless(*self == Self::NotKnown, || Value::DelegatedAdmin(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::NotKnown, |value| if let Value::DelegatedAdmin(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for Family {
    fn value(&self) -> Value {
        Value::Family(*self)
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Family(it) = value { Some(*it) } else { None }
    }
}

impl FieldValue for Services {
    fn value(&self) -> Value {
        Value::Services(self.clone())
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Services(it) = value { Some(it.clone()) } else { None }
    }
}

impl FieldValue for Vec<Task> {
    fn value(&self) -> Value {
        unless(self.is_empty(), || Value::Tasks(self.clone()))
    }

    fn of(value: &Value) -> Option<Self> {
        told(value, Self::new(), |value| if let Value::Tasks(it) = value { Some(it.clone()) } else { None })
    }
}

impl FieldValue for DateTime<Utc> {
    fn value(&self) -> Value {
        Value::Time(*self)
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Time(it) = value { Some(*it) } else { None }
    }
}

impl FieldValue for Vec<AnsweredTarget> {
    fn value(&self) -> Value {
        Value::Targets(self.clone())
    }

    fn of(value: &Value) -> Option<Self> {
        if let Value::Targets(it) = value { Some(it.clone()) } else { None }
    }
}
