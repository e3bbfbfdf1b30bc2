//! What an import tells of a file beside what it changes: what was made of it, what was left, what is in error.

use std::path::Path;

use crate::exchange::Incoming;
use crate::exchange::incoming::{FaultReason, Note, RowFault};

/// How many rows in error are named.
const MOST: usize = 100;

pub fn notes(path: &Path, incoming: &Incoming) -> Vec<String> {
    let mut said: Vec<String> = incoming.notes.iter().filter(|note| not_taken(note).is_none()).map(note).collect();
    let left: Vec<String> = incoming.notes.iter().filter_map(not_taken).collect();
    if !left.is_empty() {
        said.push(format!("left out: nothing here takes this, and how often it is there:\n{}", left.join("\n")));
    }
    let faults = &incoming.faults;
    if !faults.is_empty() {
        let mut lines: Vec<String> = faults.rows.iter().take(MOST).map(fault).collect();
        let more = faults.rows.len().saturating_sub(MOST) + faults.more;
        lines.extend((more > 0).then(|| format!("  and {more} more")));
        said.push(format!("left out: what is in error:\n{}", lines.join("\n")));
    }
    if incoming.asks.customer {
        said.push("whose these subscriptions are, the file does not say; --customer says it".to_owned());
    }
    if incoming.asks.subscription {
        said.push("which subscription the answer is about, the file does not say; --subscription says it".to_owned());
    }
    said.into_iter().map(|line| format!("{}: {line}", path.display())).collect()
}

fn not_taken(note: &Note) -> Option<String> {
    match note {
        Note::NotTaken { what, times } => Some(format!("  {what}: {times}")),
        Note::OfferByName { .. }
        | Note::CredentialsSkipped { .. }
        | Note::Incomplete { .. }
        | Note::MorePages { .. }
        | Note::OffersAsInCatalog { .. } => None,
    }
}

fn note(note: &Note) -> String {
    match note {
        Note::OfferByName { name, offer, why } if why.is_empty() => format!("“{name}” is the offer {offer}"),
        Note::OfferByName { name, offer, why } => format!("“{name}” is the offer {offer}: {why}"),
        Note::CredentialsSkipped { times } => {
            format!("credentials stood in it, so many times: {times}; they were not read. Better not keep such a file")
        }
        Note::NotTaken { what, times } => format!("{what}: {times}"),
        Note::Incomplete { held, total } => format!("only a part: {held} of {total} are in the file"),
        Note::MorePages { held } => format!("only a part: {held} are in the file, and it says that there are more"),
        Note::OffersAsInCatalog { times } => {
            format!("offers that are as the built-in catalog has them: {times}; only others become the portfolio's own")
        }
    }
}

fn fault(fault: &RowFault) -> String {
    let RowFault { line, column, reason, value, cells: _ } = fault;
    let reason = match reason {
        FaultReason::Missing => "nothing stands there".to_owned(),
        FaultReason::NotANumber => "no whole number".to_owned(),
        FaultReason::NotADate => "no day".to_owned(),
        FaultReason::NotYesOrNo => "neither true nor false".to_owned(),
        FaultReason::CellCount { cells, header } => format!("{cells} cells where the header has {header}"),
        FaultReason::NotText => "no text in the file's encoding".to_owned(),
        FaultReason::TooLong => "the text is too long".to_owned(),
        FaultReason::NoCustomer => "it is not known whose it is".to_owned(),
        FaultReason::NoSubscription => "it is not known which subscription it is about".to_owned(),
        FaultReason::NotParsed(said) => said.clone(),
    };
    let value = if value.is_empty() { String::new() } else { format!(" “{value}”") };
    let column = if column.is_empty() { String::new() } else { format!(", {column}") };
    format!("  line {line}{column}: {reason}{value}")
}
