//! What is noted of a record while it is read: words that are not known, values that cannot be held. Where it stands in the text is looked up later.

use std::borrow::Cow;

use super::super::error::Wrong;
use super::super::place::{FieldPath, Step};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A variant that this version does not know; what was read in its stead says nothing.
    Variant(String),
    /// A value that the model cannot hold.
    Wrong(Wrong),
}

/// Something to say about a value, with the path to it from the record that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub path: FieldPath,
    pub what: What,
}

impl Note {
    pub(super) fn new(field: &'static str, what: What) -> Self {
        Self { path: FieldPath::new(vec![Step::Field(Cow::Borrowed(field))]), what }
    }

    pub(super) fn at(field: &'static str, index: usize, what: What) -> Self {
        Self { path: FieldPath::default().field(field).index(index), what }
    }

    /// The same note, seen from the record that holds this one's at `index` of its list `field`.
    pub(super) fn within(mut self, field: &'static str, index: usize) -> Self {
        self.path.within(field, index);
        self
    }

    /// The same note, seen from the record that holds this one's in `field`.
    pub(super) fn inside(mut self, field: &'static str) -> Self {
        self.path.inside(field);
        self
    }
}
