//! Every sentence of the command line, in English, in one place. What programs read is not worded here.

mod answers;
mod reasons;
mod records;
mod sources;
mod troubles;

pub(super) use answers::answer;
pub(super) use reasons::{no_path, question, refusal, way_out};
pub(super) use records::{customer, deletion, heading, limits, subscription, totals, upgrade, verdict};
pub(super) use sources::{asks, fault, more_faults, note, proposal, reading, recognized};
pub(super) use troubles::{
    another_version, damaged_journal, edited_outside, finding, left_behind, more_findings, newer_journal, not_exported,
    not_understood, open_on_share, recovered, replaced, trouble, without_journal,
};

use std::path::Path;

use crate::exchange::merge::Reason;
use crate::model::Id;

pub(super) const DRY_RUN: &str = "nothing is written: this was a dry run";
pub(super) const TOO_MANY_RECORDS: &str =
    "that would be more than four million records; ask for fewer --customers or fewer --per-customer";
const DUPLICATE: &str = "the file holds an earlier record of the same id";
const AMBIGUOUS: &str = "the portfolio holds this id more than once, so it is not clear which is meant";
const WITH_CUSTOMER: &str = "its customer is left out";

const NO_CUSTOMER: &str =
    "the file does not say whose it is, and no one customer of the portfolio has it (--customer says whose)";

pub(super) const NO_DIFFERENCE: &str = "the two portfolios hold the same";

/// Why a record is left out.
pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Duplicate => DUPLICATE.to_owned(),
        Reason::Ambiguous => AMBIGUOUS.to_owned(),
        Reason::OfOtherCustomer { customer } => of_other_customer(customer),
        Reason::WithCustomer => WITH_CUSTOMER.to_owned(),
        Reason::NoCustomer => NO_CUSTOMER.to_owned(),
    }
}

fn of_other_customer(customer: &Id) -> String {
    format!("the portfolio holds it for another customer, {customer}")
}

pub(super) fn left_out(what: &str, id: &Id, reason: &str) -> String {
    format!("left out: {what} {id}: {reason}")
}

pub(super) fn written(path: &Path) -> String {
    format!("written: {}", path.display())
}

pub(super) fn unchanged(path: &Path) -> String {
    format!("nothing to change: {}", path.display())
}

pub(super) fn unknown_rules(named: &str, used: &str) -> String {
    format!(
        "the portfolio names the rule set “{named}”, which is not known here; judged by {used} (--rules chooses another)"
    )
}
