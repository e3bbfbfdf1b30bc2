//! Portfolios in the layout that `write` gives them, read by all cores at once. Whatever is laid out otherwise is left to `parse`, which says what is wrong with it too.
//!
//! A file of ours has each record on lines of its own, so the list of customers can be cut between two of them without
//! knowing what stands before. That the cut is right needs no trust: a piece counts only where it reads as whole records
//! from its first byte to its last, by a reader that lets no line break into a string.

mod reader;

use std::ops::Range;

use memchr::memmem;
use rayon::prelude::*;

use super::parse::{Parsed, Syntax};
use super::v1::{self, Notes, Record};
use crate::model::{Customers, FORMAT, Portfolio, Shared};
use reader::Reader;

/// What the list of customers begins and ends with, and each record in it.
const LIST_BEGINS: &str = "\n  customers: [\n";
const LIST_ENDS: &str = "\n  ],\n";
const RECORD_BEGINS: &str = "\n    (\n";

/// How much of a text one core reads at a time, in bytes: small enough that no core waits long for another's last piece,
/// and large enough that cutting costs nothing.
const PIECE: usize = 1 << 20;

/// How many cores a file is worked on by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cores {
    One,
    All,
}

/// Hears how many more bytes were read, and says whether to go on.
pub type GoesOn<'a> = &'a (dyn Fn(usize) -> bool + Sync);

/// Whether a text may be of our layout. What is not is read by one thread: each further one would take memory of its own,
/// and a hostile file takes enough.
pub(super) fn may_be(text: &str) -> bool {
    customers_in(text).is_some()
}

/// The portfolio that a text says; `None` where its layout is not ours, anything in it is not as we write it, or nobody
/// wants it anymore.
#[must_use]
pub fn read(text: &str, goes_on: GoesOn<'_>) -> Option<Portfolio> {
    let customers = customers_in(text)?;
    let (head, list, tail) = (text.get(..customers.start)?, text.get(customers.clone())?, text.get(customers.end..)?);
    // The head read as ours proves that the list begins where it seems to: in no string, no comment and no other record.
    let whole_head = format!("{head}],)");
    Reader::new(&whole_head).whole::<v1::Portfolio<'_>>()?;
    let around = format!("{head}{tail}");
    let Parsed { value: top, ignored } = Syntax::Ron.parse::<v1::Portfolio<'_>>(&around).ok()?;
    if top.format != u64::from(FORMAT) || !ignored.is_empty() {
        return None;
    }
    let mut notes = Notes::default();
    let mut portfolio = top.read(&mut notes);
    if !notes.is_empty() {
        return None;
    }
    let read: Option<Vec<_>> =
        pieces(list).into_par_iter().map(|text| if goes_on(text.len()) { piece(text) } else { None }).collect();
    portfolio.customers = Customers::new(read?.into_iter().flatten().collect());
    Some(portfolio)
}

/// The names of the first customers, from the beginning of a file's bytes; none where it is laid out otherwise.
#[must_use]
pub fn first_names(beginning: &[u8], most: usize) -> Vec<String> {
    let text = match std::str::from_utf8(beginning) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(beginning.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default(),
    };
    let Some(start) = text.find(LIST_BEGINS) else { return Vec::new() };
    let mut reader = Reader::new(text.get(start + LIST_BEGINS.len()..).unwrap_or_default());
    let mut notes = Notes::default();
    let records = std::iter::from_fn(|| reader.next_record::<v1::Customer<'_>>());
    records.take(most).map(|customer| customer.read(&mut notes).company_name.clone()).collect()
}

/// Where the records of the list of customers stand, each with the comma behind it.
fn customers_in(text: &str) -> Option<Range<usize>> {
    let find = |from: usize, wanted: &str| memmem::find(text.as_bytes().get(from..)?, wanted.as_bytes());
    let start = find(0, LIST_BEGINS)? + LIST_BEGINS.len();
    let end = start + find(start, LIST_ENDS)? + 1;
    Some(start..end)
}

/// The text cut between records.
fn pieces(list: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = list;
    while rest.len() > PIECE {
        let mut from = PIECE;
        while !rest.is_char_boundary(from) {
            from += 1;
        }
        let (_, behind) = rest.split_at(from);
        let Some(at) = behind.find(RECORD_BEGINS) else { break };
        let (piece, others) = rest.split_at(from + at + 1);
        pieces.push(piece);
        rest = others;
    }
    pieces.push(rest);
    pieces
}

/// The customers of a piece; `None` where there is anything to say about them.
fn piece(text: &str) -> Option<Vec<<v1::Customer<'_> as Record<'_>>::Model>> {
    let (mut notes, mut shared) = (Notes::default(), Shared::default());
    let read = |customer: v1::Customer<'_>| shared.with(customer.read(&mut notes));
    let customers = Reader::new(text).records::<v1::Customer<'_>, _>(read)?;
    notes.is_empty().then_some(customers)
}
