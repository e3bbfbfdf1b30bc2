//! What the command line says of the sources of an import. English, until the command line speaks other languages.

use std::path::Path;

use crate::exchange::Recognized;
use crate::exchange::incoming::{Asks, FaultReason, Likely, Note, Proposal, RowFault};
use crate::exchange::source::{Encoding, Separator};

pub fn reading(path: &Path, percent: u64) -> String {
    format!("{}: {percent} % read", path.display())
}

pub fn recognized(path: &Path, recognized: &Recognized) -> String {
    let Recognized { format, encoding, separator, language: _, header: _ } = recognized;
    let separator = separator.map(|separator| match separator {
        Separator::Comma => "comma",
        Separator::Semicolon => "semicolon",
        Separator::Tab => "tab",
    });
    let parts: Vec<&str> = [Some(*format), encoding.map(Encoding::name), separator].into_iter().flatten().collect();
    format!("{}: read as {}", path.display(), parts.join(", "))
}

pub fn note(note: &Note) -> String {
    match note {
        Note::OfferByName { name, offer, why } if why.is_empty() => format!("the offer {name:?} was taken for {offer}"),
        Note::OfferByName { name, offer, why } => format!("the offer {name:?} was taken for {offer}: {why}"),
        Note::CredentialsSkipped { times } => {
            format!("userCredentials stand in the file ({times} times); they were not read")
        }
        Note::NotTaken { what, times } => format!("not taken, since there is no field for it: {what} ({times} times)"),
        Note::Incomplete { held, total } => {
            format!("the file holds {held} of {total}: the rest is on further pages of the answer")
        }
        Note::MorePages { held } => format!("the file holds {held}, and says that there are more on further pages"),
        Note::OffersAsInCatalog { times } => {
            format!("{times} offers are as the built-in catalog has them; only others become the portfolio's own")
        }
    }
}

pub fn proposal(proposal: &Proposal) -> String {
    let Proposal { likely, subscriptions } = proposal;
    let what = match likely {
        Likely::Active => "active, since they were charged in the file's last period",
        Likely::Monthly => "billed monthly, since they are charged by the month",
        Likely::OwnSale => "sold by this partner, since the file lists the partner's own sales",
    };
    format!("likely for {} subscriptions, to be confirmed in the window: {what}", subscriptions.len())
}

/// What the file does not say of itself; `None` where it says all.
pub fn asks(asks: Asks) -> Option<String> {
    let Asks { customer, subscription, mapping } = asks;
    let mut wanted = Vec::new();
    if customer {
        wanted.push("whose it is: --customer ID");
    }
    if subscription {
        wanted.push("which subscription it is about: --subscription ID");
    }
    if mapping {
        wanted.push("which column is what: import it in the window once, which remembers it");
    }
    (!wanted.is_empty()).then(|| format!("the file does not say {}", wanted.join(", nor ")))
}

pub fn fault(path: &Path, fault: &RowFault) -> String {
    let RowFault { line, column, reason, value, cells: _ } = fault;
    let why = match reason {
        FaultReason::Missing => "empty, and it has to be filled".to_owned(),
        FaultReason::NotANumber => "no whole number".to_owned(),
        FaultReason::NotADate => "no date".to_owned(),
        FaultReason::NotYesOrNo => "neither yes nor no".to_owned(),
        FaultReason::AmbiguousDay => "the day and the month could be each other; write the year first".to_owned(),
        FaultReason::NotPrivileges => "names no families of services".to_owned(),
        FaultReason::Contradicts { line } => format!("line {line} says something else of the same customer"),
        FaultReason::CellCount { cells, header } => format!("{cells} cells, and the header has {header}"),
        FaultReason::NotText => "no text in this encoding".to_owned(),
        FaultReason::TooLong => "too long".to_owned(),
        FaultReason::NoCustomer => "it is not known whose it is".to_owned(),
        FaultReason::NoSubscription => "it is not known which subscription it is about".to_owned(),
        FaultReason::NotParsed(said) => said.clone(),
    };
    let place = if column.is_empty() { format!("line {line}") } else { format!("line {line}, {column}") };
    let value = if value.is_empty() { String::new() } else { format!(": {value:?}") };
    format!("left out: {}, {place}: {why}{value}", path.display())
}

pub fn more_faults(more: usize) -> String {
    format!("left out: {more} more rows; the window shows them and saves them for correcting")
}
