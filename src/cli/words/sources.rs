//! What the command line says of the sources of an import: what they were taken for, what they do not say, what could not be read.

use std::path::Path;

use super::records::field_name;
use crate::exchange::incoming::{Asks, Likely, Note, Proposal, RowFault};
use crate::exchange::source::{Encoding, Separator};
use crate::exchange::{Recognized, of_id};
use crate::text::{Naming, Words, whole_path};

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

pub fn fault(words: &Words, path: &Path, fault: &RowFault) -> String {
    words.with("cli-fault", &[("path", whole_path(path).into()), ("fault", words.row_fault(fault).into())])
}

pub fn more_faults(words: &Words, more: usize) -> String {
    words.with("cli-more-faults", &[("more", more.into())])
}
