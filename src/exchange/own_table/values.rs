//! Values that are one of a few, as a cell of ours has them: the file's names, and what was read between quotation marks behind `Other`. Other people's words for them are `cell_value`'s.

use std::borrow::Cow;

use super::super::cell_text::{quoted, unquoted};
use crate::model::{DelegatedAdmin, Family};
use crate::storage::Variants;

/// `Active`, or `Other("as read")`.
pub fn named<'a, T: Variants<Value = String>>(value: &T) -> Cow<'a, str> {
    match value.written() {
        (name, None) => name.into(),
        (name, Some(text)) => format!("{name}({})", quoted(text)).into(),
    }
}

/// The value that is so named, in any case.
pub fn of_name<T: Variants<Value = String>>(cell: &str) -> Option<T> {
    let cell = cell.trim();
    T::NAMES.iter().find_map(|name| {
        if name.eq_ignore_ascii_case(cell) {
            return T::bare(name);
        }
        let carry = T::carrying(name)?;
        Some(carry(unquoted(carried(name, cell)?)?))
    })
}

/// What stands in the parentheses behind a name.
fn carried<'a>(name: &str, cell: &'a str) -> Option<&'a str> {
    let head = cell.get(..name.len()).filter(|head| head.eq_ignore_ascii_case(name))?;
    cell.strip_prefix(head)?.trim_start().strip_prefix('(')?.strip_suffix(')')
}

/// `Families(office-365; azure)`.
pub fn privileges_named<'a>(privileges: &DelegatedAdmin) -> Cow<'a, str> {
    match privileges {
        DelegatedAdmin::All => "All".into(),
        DelegatedAdmin::NotGranted => "NotGranted".into(),
        DelegatedAdmin::NotKnown => "NotKnown".into(),
        DelegatedAdmin::Families(families) => {
            let keys: Vec<&str> = families.iter().map(|family| family.key()).collect();
            format!("Families({})", keys.join("; ")).into()
        }
    }
}

/// The privileges that are so named; `None` also where a family is not known.
pub fn privileges_of_name(cell: &str) -> Option<DelegatedAdmin> {
    let cell = cell.trim();
    let bare = [DelegatedAdmin::All, DelegatedAdmin::NotGranted, DelegatedAdmin::NotKnown];
    let named = bare.into_iter().find(|privileges| privileges_named(privileges).eq_ignore_ascii_case(cell));
    named.or_else(|| {
        let keys = carried("Families", cell)?.split(';').map(str::trim).filter(|key| !key.is_empty());
        keys.map(Family::from_key).collect::<Option<Vec<Family>>>().map(DelegatedAdmin::Families)
    })
}
