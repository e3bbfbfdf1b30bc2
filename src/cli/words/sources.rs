//! What the command line says of the sources of an import: what they were taken for, what they do not say, what could not be read.

use std::path::Path;

use super::records::field_name;
use crate::exchange::incoming::{Asks, FaultReason, Likely, Note, Proposal, RowFault};
use crate::exchange::source::{Encoding, Separator};
use crate::exchange::{Recognized, of_id};
use crate::text::{Naming, Words, told, whole_path};

pub fn reading(words: &Words, path: &Path, percent: u64) -> String {
    words.with("cli-reading", &[("path", whole_path(path).into()), ("percent", percent.into())])
}

pub fn recognized(words: &Words, path: &Path, recognized: &Recognized) -> String {
    let Recognized { format, encoding, separator, language: _, header: _ } = recognized;
    let separator = separator.map(|separator| {
        words.say(match separator {
            Separator::Comma => "separator-comma",
            Separator::Semicolon => "separator-semicolon",
            Separator::Tab => "separator-tab",
        })
    });
    let format = of_id(format).map_or(*format, |format| words.say(format.name));
    let parts: Vec<&str> = [Some(format), encoding.map(Encoding::name), separator].into_iter().flatten().collect();
    words.with("cli-read-as", &[("path", whole_path(path).into()), ("what", words.list(&parts).into())])
}

pub fn note(naming: &Naming<'_>, note: &Note) -> String {
    let words = naming.words;
    match note {
        Note::OfferByName { name, offer, why } => {
            let (name, offer) = (name.as_str(), naming.offer_id(offer));
            if why.is_empty() {
                words.with("note-offer-by-name", &[("name", name.into()), ("offer", offer.into())])
            } else {
                words.with(
                    "note-offer-by-name-why",
                    &[("name", name.into()), ("offer", offer.into()), ("why", why.as_str().into())],
                )
            }
        }
        Note::OfferNotFound { name, times } => {
            words.with("note-offer-not-found", &[("name", name.as_str().into()), ("times", (*times).into())])
        }
        Note::AsRead { field, word, times } => words.with(
            "note-as-read",
            &[
                ("field", words.say(field_name(*field)).into()),
                ("word", word.as_str().into()),
                ("times", (*times).into()),
            ],
        ),
        Note::CredentialsSkipped { times } => words.with("note-credentials-skipped", &[("times", (*times).into())]),
        Note::NotTaken { what, times } => {
            words.with("note-not-taken", &[("what", what.as_str().into()), ("times", (*times).into())])
        }
        Note::Incomplete { held, total } => {
            words.with("note-incomplete", &[("held", (*held).into()), ("total", (*total).into())])
        }
        Note::MorePages { held } => words.with("note-more-pages", &[("held", (*held).into())]),
        Note::OffersAsInCatalog { times } => words.with("note-offers-as-in-catalog", &[("times", (*times).into())]),
    }
}

/// What a file makes likely. That it lists the partner's own sales is so, and is said as it is.
pub fn likely(words: &Words, proposal: &Proposal) -> String {
    let Proposal { likely, subscriptions } = proposal;
    let count = subscriptions.len();
    let what = match likely {
        Likely::Active => words.with("likely-active", &[("count", count.into())]),
        Likely::Monthly => words.with("likely-monthly", &[("count", count.into())]),
        Likely::OwnSale => return words.with("likely-own-sale", &[("count", count.into())]),
    };
    words.with("cli-likely", &[("what", what.into())])
}

/// What the file does not say of itself, a line each.
pub fn asks(words: &Words, asks: Asks) -> Vec<&str> {
    let Asks { customer, subscription, mapping } = asks;
    let all = [
        customer.then(|| words.say("cli-asks-customer")),
        subscription.then(|| words.say("cli-asks-subscription")),
        mapping.then(|| words.say("cli-asks-columns")),
    ];
    all.into_iter().flatten().collect()
}

/// What is wrong with a row, without saying where it stands.
fn reason(words: &Words, reason: &FaultReason) -> String {
    match reason {
        FaultReason::Missing => words.say("fault-missing").to_owned(),
        FaultReason::NotANumber => words.say("fault-not-a-number").to_owned(),
        FaultReason::NotADate => words.say("fault-not-a-date").to_owned(),
        FaultReason::NotYesOrNo => words.say("fault-not-yes-or-no").to_owned(),
        FaultReason::AmbiguousDay => words.say("fault-ambiguous-day").to_owned(),
        FaultReason::NotPrivileges => words.say("fault-not-privileges").to_owned(),
        FaultReason::Contradicts { line } => words.with("fault-contradicts", &[("line", line.to_string().into())]),
        FaultReason::CellCount { cells, header } => {
            words.with("fault-cell-count", &[("cells", (*cells).into()), ("header", (*header).into())])
        }
        FaultReason::NotText => words.say("fault-not-text").to_owned(),
        FaultReason::TooLong => words.say("fault-too-long").to_owned(),
        FaultReason::NoCustomer => words.say("fault-no-customer").to_owned(),
        FaultReason::NoSubscription => words.say("fault-no-subscription").to_owned(),
        FaultReason::NotParsed(said) => told(said),
    }
}

pub fn fault(words: &Words, path: &Path, fault: &RowFault) -> String {
    let RowFault { line, column, reason: why, value, cells: _ } = fault;
    let (line, why) = (line.to_string(), reason(words, why));
    let fault = match (column.is_empty(), value.is_empty()) {
        (true, _) => words.with("fault-in-row", &[("line", line.into()), ("why", why.into())]),
        (false, true) => words
            .with("fault-in-column", &[("line", line.into()), ("column", column.as_str().into()), ("why", why.into())]),
        (false, false) => words.with(
            "fault-in-cell",
            &[
                ("line", line.into()),
                ("column", column.as_str().into()),
                ("why", why.into()),
                ("value", value.as_str().into()),
            ],
        ),
    };
    words.with("cli-fault", &[("path", whole_path(path).into()), ("fault", fault.into())])
}

pub fn more_faults(words: &Words, more: usize) -> String {
    words.with("cli-more-faults", &[("more", more.into())])
}
