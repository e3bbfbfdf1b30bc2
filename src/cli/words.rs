//! Every sentence of the command line, in the language that was asked for: thin calls of messages. What programs read is not worded here.
//!
//! What the window says too is said by the window's messages. Records are called by their ids, since these are what commands take.

mod check;
mod exchange;
mod files;
mod records;
mod sources;
mod troubles;
mod upgrade;
pub mod usage;

pub(super) use check::{answer, customer, deletion, heading, limits, no_path, reasons, short, subscription, way_out};
pub(super) use exchange::{left_behind, not_exported};
pub(super) use files::{
    another_version, damaged_journal, edited_outside, finding, more_findings, newer_journal, not_understood,
    open_on_share, recovered, replaced, without_journal,
};
pub(super) use records::{
    Record, became, changed, changed_partner, changes, conflicts, counts, field_values, gone, left_out, named, new,
    not_in_file, of_customer, outcome, real_self, target_verdict, turned, upgrade_of,
};
pub(super) use sources::{asks, fault, likely, more_faults, note, reading, recognized};
pub(super) use troubles::trouble;
pub(super) use upgrade::upgrade;

use std::path::Path;

use crate::exchange::system::SystemError;
use crate::text::{Words, whole_path};

pub(super) fn totals(words: &Words, customers: usize, subscriptions: usize) -> String {
    words.with("cli-totals", &[("customers", customers.into()), ("subscriptions", subscriptions.into())])
}

pub(super) fn written(words: &Words, path: &Path) -> String {
    words.with("cli-written", &[("path", whole_path(path).into())])
}

/// What is recorded, though nobody can be told.
pub(super) fn not_said(words: &Words, error: &std::io::Error) -> String {
    words.with("cli-not-said", &[("said", words.system_error(&SystemError::from(error)).into())])
}

pub(super) fn unchanged(words: &Words, path: &Path) -> String {
    words.with("cli-unchanged", &[("path", whole_path(path).into())])
}

pub(super) fn unknown_rules(words: &Words, named: &str, used: &str) -> String {
    words.with("cli-unknown-rules", &[("named", named.into()), ("used", used.into())])
}

pub(super) fn judged_by(words: &Words, [old, new]: [&str; 2]) -> String {
    words.with("cli-judged-by", &[("old", old.into()), ("new", new.into())])
}
