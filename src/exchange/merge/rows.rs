//! The rows of a plan: how each record of a file stands, and how many stand so. Planning them and composing edits of them are the others'.

use chrono::{DateTime, Utc};

use super::field::{FieldChange, FieldConflict};
use super::selection::Take;
use crate::model::{Id, Subscription};

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is added.
    New,
    /// These fields of the present record change; never empty.
    Changed(Vec<FieldChange>),
    Unchanged,
    /// Portfolio and file both changed since the last import of the same source, and disagree.
    Conflict {
        /// Never empty. What is here stays, unless [`Take::Theirs`] is asked for.
        fields: Vec<FieldConflict>,
        /// What changes besides.
        changes: Vec<FieldChange>,
    },
    /// It is the subscription that a recorded upgrade made under a made-up id; [`Take::OnItsOwn`] makes it another one.
    RealSelfOf {
        /// The made-up id.
        provisional: Id,
        /// What changes of the provisional record beside its id.
        changes: Vec<FieldChange>,
    },
    /// It is in the portfolio and not in the file, which lists all of its kind. Nothing becomes of it.
    NotInFile,
    /// It is left out, and nothing changes.
    LeftOut(Reason),
}

/// Why a record is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file holds an earlier record of the same id.
    Duplicate,
    /// The portfolio holds the id twice, so that it is not clear which is meant.
    Ambiguous,
    /// The portfolio holds a subscription of this id for another customer.
    OfOtherCustomer { customer: Id },
    /// Its customer is left out.
    WithCustomer,
    /// The file does not say whose it is, and no one customer of the portfolio has it.
    NoCustomer,
}

/// What is to be told of a row beside how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// These fields were changed here since the last import, and the file still says the same as then: they stay,
    /// unless [`Take::Theirs`] is asked for.
    KeptYours(Vec<FieldConflict>),
    /// The record is new and the file says no quantity: it stands as 0.
    NoQuantity,
    /// It could be the real self of one of these made-up ids, and it is not clear of which: it comes in on its own.
    MaybeRealSelf { provisional: Vec<Id> },
    /// The last import of the same source brought it, and it was deleted here since.
    DeletedHere,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerPlan {
    pub id: Id,
    pub company_name: String,
    /// Of the customer's own fields; the subscriptions have theirs.
    pub standing: Standing,
    /// In the file's order; those that are not in the file come last.
    pub subscriptions: Vec<RecordPlan>,
    /// What a confirmed proposal fills in of a record that is new; with one that is there it is among the changes.
    pub filled: Vec<FieldChange>,
    pub remarks: Vec<Remark>,
}

/// A subscription or an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPlan {
    pub id: Id,
    /// The offer's name, as far as it is known.
    pub name: String,
    pub standing: Standing,
    /// What a confirmed proposal fills in of a record that is new; with one that is there it is among the changes.
    pub filled: Vec<FieldChange>,
    pub remarks: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradePlan {
    pub customer: Id,
    pub source: Id,
    pub at: DateTime<Utc>,
    pub standing: Standing,
    pub remarks: Vec<Remark>,
}

impl Standing {
    /// How a record stands of which these fields change and disagree.
    #[must_use]
    pub(super) fn of(changes: Vec<FieldChange>, conflicts: Vec<FieldConflict>) -> Self {
        if !conflicts.is_empty() {
            Self::Conflict { fields: conflicts, changes }
        } else if changes.is_empty() {
            Self::Unchanged
        } else {
            Self::Changed(changes)
        }
    }

    /// The fields of the present record that change when this is taken of the row; `None` is what the plan proposes.
    #[must_use]
    pub fn changes(&self, take: Option<Take>) -> Vec<FieldChange> {
        match (self, take) {
            (_, Some(Take::Nothing)) | (Self::RealSelfOf { .. }, Some(Take::OnItsOwn)) => Vec::new(),
            (Self::Conflict { fields, changes }, Some(Take::Theirs)) => {
                changes.iter().cloned().chain(fields.iter().map(FieldConflict::theirs_taken)).collect()
            }
            (Self::Changed(changes) | Self::Conflict { changes, .. } | Self::RealSelfOf { changes, .. }, _) => {
                changes.clone()
            }
            (Self::New | Self::Unchanged | Self::NotInFile | Self::LeftOut(_), _) => Vec::new(),
        }
    }

    /// Whether something could become of the record, but for the fields that were changed here.
    const fn has_effect(&self) -> bool {
        match self {
            Self::New | Self::Changed(_) | Self::Conflict { .. } | Self::RealSelfOf { .. } => true,
            Self::Unchanged | Self::NotInFile | Self::LeftOut(_) => false,
        }
    }
}

impl RecordPlan {
    /// The row of a subscription.
    pub(super) fn of(record: &Subscription, standing: Standing) -> Self {
        let (id, name) = (record.id.clone(), record.offer_name.to_string());
        Self { id, name, standing, filled: Vec::new(), remarks: Vec::new() }
    }

    /// What changes of the present record, or is filled in of a new one, when this is taken; `None` is what the plan proposes.
    #[must_use]
    pub fn changes(&self, take: Option<Take>) -> Vec<FieldChange> {
        changes(&self.standing, &self.filled, &self.remarks, take)
    }
}

impl CustomerPlan {
    /// As [`RecordPlan::changes`], of the customer's own fields.
    #[must_use]
    pub fn changes(&self, take: Option<Take>) -> Vec<FieldChange> {
        changes(&self.standing, &self.filled, &self.remarks, take)
    }
}

impl UpgradePlan {
    /// As [`RecordPlan::changes`].
    #[must_use]
    pub fn changes(&self, take: Option<Take>) -> Vec<FieldChange> {
        changes(&self.standing, &[], &self.remarks, take)
    }
}

fn changes(standing: &Standing, filled: &[FieldChange], remarks: &[Remark], take: Option<Take>) -> Vec<FieldChange> {
    let mut changes = standing.changes(take);
    let is_added = match standing {
        Standing::New => take != Some(Take::Nothing),
        Standing::RealSelfOf { .. } => take == Some(Take::OnItsOwn),
        Standing::Changed(_)
        | Standing::Unchanged
        | Standing::Conflict { .. }
        | Standing::NotInFile
        | Standing::LeftOut(_) => false,
    };
    if is_added {
        changes.extend_from_slice(filled);
    }
    if take == Some(Take::Theirs) {
        changes.extend(kept(remarks).map(FieldConflict::theirs_taken));
    }
    changes
}

/// The fields that stay as they were changed here, although the file says something else.
fn kept(remarks: &[Remark]) -> impl Iterator<Item = &FieldConflict> {
    remarks.iter().flat_map(|remark| match remark {
        Remark::KeptYours(fields) => fields.as_slice(),
        Remark::NoQuantity | Remark::MaybeRealSelf { .. } | Remark::DeletedHere => &[],
    })
}

/// Whether something could become of a record, whatever is taken of it.
pub fn has_effect(standing: &Standing, remarks: &[Remark]) -> bool {
    standing.has_effect() || kept(remarks).next().is_some()
}

/// How many records stand how. Each record counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub conflicts: usize,
    pub real_selves: usize,
    pub not_in_file: usize,
    /// By the plan or by the person.
    pub left_out: usize,
}

impl Counts {
    /// Counts one record; `take` is what is taken of it where it is not what the plan proposes.
    pub(super) fn add(&mut self, standing: &Standing, remarks: &[Remark], take: Option<Take>) {
        let slot = match (standing, take) {
            (Standing::Unchanged, Some(Take::Theirs)) if kept(remarks).next().is_some() => &mut self.changed,
            (Standing::NotInFile, _) => &mut self.not_in_file,
            (Standing::LeftOut(_), _) => &mut self.left_out,
            (Standing::Unchanged, _) => &mut self.unchanged,
            (_, Some(Take::Nothing)) => &mut self.left_out,
            (Standing::New, _) | (Standing::RealSelfOf { .. }, Some(Take::OnItsOwn)) => &mut self.new,
            (Standing::Conflict { .. }, Some(Take::Theirs)) | (Standing::Changed(_), _) => &mut self.changed,
            (Standing::Conflict { .. }, _) => &mut self.conflicts,
            (Standing::RealSelfOf { .. }, _) => &mut self.real_selves,
        };
        *slot += 1;
    }
}

/// The counts of every kind of record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanCounts {
    pub customers: Counts,
    pub subscriptions: Counts,
    pub offers: Counts,
    pub upgrades: Counts,
    pub answers: Counts,
}

impl PlanCounts {
    /// Every kind's.
    #[must_use]
    pub const fn each(&self) -> [Counts; 5] {
        [self.customers, self.subscriptions, self.offers, self.upgrades, self.answers]
    }
}
