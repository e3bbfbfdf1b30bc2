//! What a person takes of an import: which rows, whose value where both changed, and which of the file's likelihoods. Planning is the parent's.

use std::collections::{BTreeMap, BTreeSet};

use super::super::incoming::Likely;
use crate::model::{Id, Role};

/// One row of a plan, by its position in the plan's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowKey {
    Rules,
    Partner,
    Offer(usize),
    Customer(usize),
    /// The customer's position, then the subscription's.
    Subscription(usize, usize),
    Upgrade(usize),
    Answer(usize),
}

/// What is taken of a row, where it is not what the plan proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Take {
    /// The row is left out.
    Nothing,
    /// The file's values also where the portfolio's were changed here since the last import.
    Theirs,
    /// A subscription of its own, although it could be the real self of a provisional one.
    OnItsOwn,
}

/// Everything that is taken otherwise than proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub rows: BTreeMap<RowKey, Take>,
}

impl Selection {
    /// What is taken of a row, where it is not what the plan proposes.
    #[must_use]
    pub fn take(&self, key: RowKey) -> Option<Take> {
        self.rows.get(&key).copied()
    }
}

/// For which customers the person says that they have delegated administrative privileges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Privileges {
    #[default]
    NotSaid,
    /// Every customer of the file.
    All,
    These(BTreeSet<Id>),
}

/// What the person confirmed of what the file makes likely. It fills gaps alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    pub likely: BTreeSet<Likely>,
    pub privileges: Privileges,
    /// The partner's own role, where none is recorded.
    pub role: Option<Role>,
    /// The standing of the partner's account, where none is recorded.
    pub good_standing: Option<bool>,
}
