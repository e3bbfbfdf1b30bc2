//! The one rule of merging a field: what the file says, against what is here and what the last import brought. Which fields a record has is its kind's.

use super::super::incoming::Supplied;
use super::field::{Field, FieldChange, FieldConflict, Value};
use super::rows::{Remark, Standing};
use super::value::FieldValue;

/// How the fields of one file are merged.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    pub supplied: &'a Supplied,
    /// What the last import of the same source supplied.
    pub base_supplied: Option<&'a Supplied>,
    /// Two portfolios are compared: what says nothing counts too.
    pub exact: bool,
}

/// What comes of one record's fields.
#[derive(Debug)]
pub struct Merging<'a> {
    manner: Manner<'a>,
    pub changes: Vec<FieldChange>,
    conflicts: Vec<FieldConflict>,
    kept: Vec<FieldConflict>,
}

impl<'a> Merging<'a> {
    pub const fn new(manner: Manner<'a>) -> Self {
        Self { manner, changes: Vec::new(), conflicts: Vec::new(), kept: Vec::new() }
    }

    pub const fn is_exact(&self) -> bool {
        self.manner.exact
    }

    /// The incoming value takes the place of the present one where the file supplies the field and says something else.
    pub fn take<T: FieldValue>(&mut self, field: Field, present: &T, incoming: &T, base: Option<&T>) {
        if present == incoming || !self.manner.supplied.has(field) {
            return;
        }
        let theirs = incoming.value();
        if self.manner.exact || theirs != Value::Absent {
            self.disagree(field, present, incoming, base);
        }
    }

    /// As [`Self::take`], even for a value that says nothing.
    pub fn put<T: FieldValue>(&mut self, field: Field, present: &T, incoming: &T, base: Option<&T>) {
        if present != incoming && self.manner.supplied.has(field) {
            self.disagree(field, present, incoming, base);
        }
    }

    /// The value follows from what was taken, whatever the file supplies.
    pub fn follow<T: FieldValue>(&mut self, field: Field, present: &T, new: &T) {
        if present != new {
            self.changes.push(FieldChange { field, old: present.value(), new: new.value(), proposed: false });
        }
    }

    fn disagree<T: FieldValue>(&mut self, field: Field, present: &T, incoming: &T, base: Option<&T>) {
        let known = base.filter(|_| self.manner.base_supplied.is_some_and(|supplied| supplied.has(field)));
        let Some(base) = known.filter(|base| *base != present) else {
            self.follow(field, present, incoming);
            return;
        };
        let told = FieldConflict { field, base: base.value(), ours: present.value(), theirs: incoming.value() };
        if base == incoming { self.kept.push(told) } else { self.conflicts.push(told) }
    }

    /// The value that a field comes to as the plan proposes.
    pub fn after(&self, field: Field) -> Option<&Value> {
        self.changes.iter().rev().find(|change| change.field == field).map(|change| &change.new)
    }

    /// What the file says of a field that stays because it is in conflict.
    pub fn refused(&self, field: Field) -> Option<&FieldConflict> {
        self.conflicts.iter().find(|conflict| conflict.field == field)
    }

    /// One field more that hangs on a conflict: it goes with the file's value, or stays with ours.
    pub fn refuse(&mut self, conflict: FieldConflict) {
        self.conflicts.push(conflict);
    }

    /// Fills a field that still says nothing with what a person confirmed.
    pub fn fill<T: FieldValue>(&mut self, field: Field, present: &T, confirmed: &T) {
        // What a person emptied while the file says something is no gap.
        let is_emptied = self.refused(field).is_some() || self.kept.iter().any(|kept| kept.field == field);
        if present.value() == Value::Absent && self.after(field).is_none() && !is_emptied {
            let (old, new) = (present.value(), confirmed.value());
            self.changes.push(FieldChange { field, old, new, proposed: true });
        }
    }

    /// How the present record stands, and what is to be told of it.
    pub fn standing(self) -> (Standing, Vec<Remark>) {
        let Self { manner: _, changes, conflicts, kept } = self;
        let remarks = if kept.is_empty() { Vec::new() } else { vec![Remark::KeptYours(kept)] };
        (Standing::of(changes, conflicts), remarks)
    }
}
