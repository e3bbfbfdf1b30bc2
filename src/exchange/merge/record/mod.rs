//! The fields of each kind of record: how each merges, and how changes are put into a record. Each kind takes its record apart by name, so that no field is forgotten.

pub mod customer;
pub mod offer;
pub mod subscription;
pub mod upgrade;

use super::field::{Field, FieldChange};
use super::value::FieldValue;

/// Puts a field's new value into its place, where it is among the changes.
fn set<T: FieldValue>(changes: &[FieldChange], field: Field, place: &mut T) {
    let change = changes.iter().rev().find(|change| change.field == field);
    if let Some(new) = change.and_then(|change| T::of(&change.new)) {
        *place = new;
    }
}
