//! Why a text could not be read or written. Diagnostics in English; what is said to a person around them is `text`'s.

use thiserror::Error;

use super::encoding::TextEncoding;
use super::parse_fault::ParseFault;
use super::place::{Place, Position};

/// Why a file was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// Never taken for a new portfolio: a full disk leaves such files behind.
    #[error("the file is empty: it is damaged, not a new portfolio")]
    Empty,
    /// Sizes in bytes.
    #[error("the file is too large: {size} bytes, where at most {limit} are read")]
    TooLarge { size: u64, limit: u64 },
    /// `offset` in bytes from the start of the file, from 0.
    #[error("the text is not valid {encoding}, at byte {offset} (line {}, column {})", position.line, position.column)]
    NotText { encoding: TextEncoding, offset: usize, position: Position },
    /// A part that was never written, or no text at all. `offset` in bytes from the start of the file, from 0.
    #[error(
        "there are zero bytes where there should be text, from byte {offset} (line {}, column {})",
        position.line, position.column
    )]
    Zeros { offset: usize, position: Position },
    #[error("the text looks like UTF-16 without a byte order mark; save it as UTF-8")]
    UnmarkedUtf16,
    #[error(
        "the file was made by a newer version of the program: its format is {format}, this version knows {known}, \
         and it differs too much to be shown"
    )]
    NewerFormat { format: u64, known: u32 },
    #[error("there is no format {format}; the first is 1")]
    UnknownFormat { format: u64 },
    /// All faults that were found, in the file's order; never empty.
    #[error("{}", listed(.0))]
    Faults(Vec<Fault>),
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// One thing that is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{wrong}, at {place}")]
pub struct Fault {
    pub wrong: Wrong,
    pub place: Place,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Wrong {
    /// The syntax, a missing field or a wrong type.
    #[error(transparent)]
    Parse(ParseFault),
    #[error("“{text}” is not a day; expected one that exists, as YYYY-MM-DD")]
    Day { text: String },
    #[error("“{text}” is not a time; expected RFC 3339, such as 2026-11-22T09:30:00Z")]
    Time { text: String },
    #[error("“{text}” is not a portfolio id; expected a UUID")]
    Uuid { text: String },

    // The catalogue's own. A portfolio opens with most of these as findings.
    #[error("field `{name}` is not known here")]
    UnknownField { name: String },
    #[error("the id “{id}” is there twice, first on line {first_line}")]
    Duplicate { id: String, first_line: usize },
    #[error("no offer has the id “{id}”")]
    NoSuchOffer { id: String },
    #[error("an offer cannot name itself, “{id}”")]
    NamesItself { id: String },
    #[error("the minimum of {minimum} licenses is above the maximum of {maximum}")]
    MinimumAboveMaximum { minimum: i64, maximum: i64 },
    #[error("{number} is too small; expected at least {least}")]
    TooSmall { number: i64, least: i64 },
    #[error("the text is empty")]
    EmptyText,
    #[error("the list is empty")]
    EmptyList,
    #[error("“{text}” is not a billing cycle")]
    UnknownCycle { text: String },
    #[error("“{text}” is not a family of offers")]
    UnknownFamily { text: String },
    #[error("no footnote explains the mark “{mark}”")]
    NoSuchFootnote { mark: String },
    #[error("the name “{name}” already stands for another offer, on line {first_line}")]
    AmbiguousName { name: String, first_line: usize },
}

/// Why a portfolio could not be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EncodeError {
    /// In the serializer's words.
    #[error("the portfolio cannot be put into text: {said}")]
    Unwritable { said: String },
    /// What was written would not open again.
    #[error("the text written for the portfolio cannot be read back: {0}")]
    NotReadBack(#[source] LoadError),
    /// What was written opens as another portfolio.
    #[error("the text written for the portfolio reads as another one")]
    Differs,
}
