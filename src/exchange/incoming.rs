//! What a file brings, before it is merged: records, what it cannot supply, what it makes likely, and what could not be read.

use std::collections::BTreeSet;

use super::mapping::Mapping;
use super::merge::Field;
use super::own_table::{CUSTOMER_NUMBER, is_named};
use super::source::Recognized;
use crate::model::{Answer, Customer, DelegatedAdmin, Id, Portfolio, Subscription};
// What a file says of itself, for those above who know no file.
pub use crate::storage::{
    EncodeError, Fault, FieldPath, FileFact, FileFinding, Found, Kind, LONGEST_TEXT, LoadError, NotUnderstood,
    ParseFault, Place, Position, Step, TextEncoding, Unfamiliar, Wrong,
};

/// The most rows in error that are kept with their cells.
pub const MOST_FAULTS: usize = 10_000;

/// Which fields a file supplies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplied {
    /// A whole portfolio: all.
    All,
    These(BTreeSet<Field>),
}

impl Supplied {
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        match self {
            Self::All => true,
            Self::These(fields) => fields.contains(&field),
        }
    }
}

/// What a file lists in full, so that what is not in it can be named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// Every customer of the partner.
    pub customers: bool,
    /// Every subscription that this partner sold to each customer who is in the file.
    pub subscriptions: bool,
}

/// What a file does not say of itself and the person has to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    pub customer: bool,
    pub subscription: bool,
    /// Which column is what.
    pub mapping: bool,
}

/// What a file makes likely, and a person confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likely {
    /// Charged in the last period that the file has: active.
    Active,
    /// Charged by the month: monthly.
    Monthly,
    /// The file lists the partner's own sales.
    OwnSale,
}

/// The subscriptions of which a file makes something likely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub likely: Likely,
    pub subscriptions: BTreeSet<Id>,
}

/// What was made of something that a file says, to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// An offer was known by another name; `why` is the catalogue's own note.
    OfferByName { name: String, offer: Id, why: String },
    /// No offer goes by this name, so that none is recorded for so many.
    OfferNotFound { name: String, times: usize },
    /// A word that nobody knows for a status or a cycle stands as it is written.
    AsRead { field: Field, word: String, times: usize },
    /// `userCredentials` stood in the file, so many times; they were not read.
    CredentialsSkipped { times: usize },
    /// A value that no record can take: what it is called in the file, and how often.
    NotTaken { what: String, times: usize },
    /// A part of a long list is missing: the file holds so many of so many.
    Incomplete { held: usize, total: usize },
    /// The file holds so many, and says that there are more behind them.
    MorePages { held: usize },
    /// So many offers are as the built-in catalog has them, and so are not the portfolio's own.
    OffersAsInCatalog { times: usize },
}

/// Why a row or an item was not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FaultReason {
    /// A cell that has to be filled is empty.
    Missing,
    /// It is no whole number, or too large a one.
    NotANumber,
    NotADate,
    /// Day and month could be each other: `3/4/2018`.
    AmbiguousDay,
    NotYesOrNo,
    /// It names no families of services.
    NotPrivileges,
    /// An earlier row of the same customer says something else.
    Contradicts {
        line: u64,
    },
    /// The row has another number of cells than the header.
    CellCount {
        cells: usize,
        header: usize,
    },
    /// The bytes are no text in the encoding.
    NotText,
    /// The text is longer than a field may be.
    TooLong,
    /// It is not known whose it is.
    NoCustomer,
    NoSubscription,
    NotParsed(Malformed),
}

/// Where a saved answer is not written as JSON, or has another shape than Partner Center's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Malformed {
    TooDeep,
    /// The text ends where a value should stand.
    Ends,
    /// No colon stands behind a name.
    NoColon,
    NoName,
    /// A text that does not end on its line.
    OpenText,
    /// A backslash in a text that means nothing.
    Backslash,
    NoValue,
    /// No answer begins, with a bracket.
    NoAnswer,
    /// No record in brackets.
    NoRecord,
    NoWord,
    NoId,
    NoText,
    /// No reason with a code.
    NoReason,
}

/// A row or item in error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// From 1, the header being line 1.
    pub line: u64,
    /// The column's name, or the path inside an item; empty where the whole row is meant.
    pub column: String,
    pub reason: FaultReason,
    /// What stands there.
    pub value: String,
    /// The row as read, to be saved, corrected and imported again; empty where it is no row.
    pub cells: Vec<String>,
}

/// Everything in error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// At most [`MOST_FAULTS`].
    pub rows: Vec<RowFault>,
    /// How many there are beyond those.
    pub more: usize,
}

impl Faults {
    pub fn push(&mut self, fault: RowFault) {
        if self.rows.len() < MOST_FAULTS {
            self.rows.push(fault);
        } else {
            self.more += 1;
        }
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// What a file brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    pub recognized: Recognized,
    pub portfolio: Portfolio,
    /// Subscriptions of which the file does not say whose they are.
    pub unplaced: Vec<Subscription>,
    /// Partner Center's own answers of which the file does not say whose the subscription is.
    pub unplaced_answers: Vec<Answer>,
    pub supplied: Supplied,
    pub lists: Lists,
    pub asks: Asks,
    /// Where a mapping is asked for: what the header's words make likely.
    pub proposed_mapping: Option<Mapping>,
    pub proposals: Vec<Proposal>,
    pub notes: Vec<Note>,
    pub faults: Faults,
    /// What the file says and an import leaves behind; to be reported.
    pub not_understood: Vec<NotUnderstood>,
    pub findings: Vec<FileFinding>,
}

impl Incoming {
    /// Nothing yet, from a source of which this was recognised.
    #[must_use]
    pub fn nothing(recognized: Recognized, portfolio: Portfolio, supplied: Supplied) -> Self {
        Self {
            recognized,
            portfolio,
            unplaced: Vec::new(),
            unplaced_answers: Vec::new(),
            supplied,
            lists: Lists::default(),
            asks: Asks::default(),
            proposed_mapping: None,
            proposals: Vec::new(),
            notes: Vec::new(),
            faults: Faults::default(),
            not_understood: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Whether it is a portfolio with everything that belongs to one.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.supplied == Supplied::All
    }

    /// Whether a portfolio in which nothing is recorded yet takes it as it is, even what is there twice: a whole portfolio, or a table of
    /// ours that numbers its customers because some id stands twice.
    #[must_use]
    pub fn fills_an_empty_portfolio(&self) -> bool {
        self.is_whole() || self.recognized.header.iter().any(|name| is_named(name, CUSTOMER_NUMBER))
    }

    /// The places of the customers whose delegated administrative privileges the file does not say.
    #[must_use]
    pub fn without_privileges(&self) -> Vec<usize> {
        let customers = self.portfolio.customers.iter().enumerate();
        let is_silent = |customer: &Customer| customer.delegated_admin == DelegatedAdmin::NotKnown;
        customers.filter(|(_, customer)| is_silent(customer)).map(|(at, _)| at).collect()
    }
}
