//! Import and export, bytes ↔ model: the one table of formats, and how a file's format is recognised. Disks and dialogs are `shell`'s.

mod as_read;
mod batch_tool;
mod cell_text;
pub mod cell_value;
mod customers_list;
mod file_name;
pub mod history_csv;
pub mod incoming;
pub mod mapping;
pub mod merge;
pub mod offer_names;
mod opening;
mod own_columns;
mod own_csv;
mod own_table;
mod own_xlsx;
mod portfolio_json;
mod portfolio_ron;
mod reconciliation;
mod rest;
pub mod said;
pub mod source;
mod subscriptions_export;
pub mod system;
pub mod table;

use std::collections::BTreeSet;
use std::io;

use thiserror::Error;
use uuid::Uuid;

pub use file_name::file_name;
pub use incoming::Incoming;
use opening::Opening;
pub use own_table::{Aside, Beside, COLUMNS, CUSTOMER_NUMBER, Cell, Nothing, Row, SheetBeside};
pub use source::{Choices, Recognized, Source};

use crate::model::{Partner, Portfolio};
use crate::storage::{EncodeError, LoadError, Loaded};
use incoming::Supplied;
use system::SystemError;

type Recognizer = fn(&Opening) -> bool;
type Reader = fn(&mut dyn Source, &Choices) -> Result<Incoming, ExchangeError>;

/// How files of a format are written.
#[derive(Clone, Copy, Debug)]
enum Writer {
    /// Everything of a portfolio.
    Whole(fn(&Portfolio) -> Result<String, ExchangeError>),
    /// Customers and subscriptions, with what the caller has to say beside them.
    Table(fn(&mut Export<'_>, &mut Out<'_>, &mut Progress<'_>) -> Result<(), ExchangeError>),
}

/// A kind of file that can be read, written or both. A new format is a new row of [`FORMATS`], and nothing else.
#[derive(Debug)]
pub struct Format {
    /// The name that code and scripts use.
    pub id: &'static str,
    /// The extensions of the files that are written: lower case, without the dot; the first is the one that is added to
    /// a name. Empty for what is only read.
    pub extensions: &'static [&'static str],
    /// The id of the message that names it.
    pub name: &'static str,
    /// Whether a file that begins like this is of this format.
    recognizes: Recognizer,
    read: Option<Reader>,
    write: Option<Writer>,
}

impl Format {
    #[must_use]
    pub const fn can_import(&self) -> bool {
        self.read.is_some()
    }

    #[must_use]
    pub const fn can_export(&self) -> bool {
        self.write.is_some()
    }

    /// Whether a file of it holds everything of a portfolio.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self.write, Some(Writer::Whole(_)))
    }

    /// What of a portfolio a file of this format does not hold.
    #[must_use]
    pub fn leaves_out(&self, portfolio: &Portfolio) -> Vec<Part> {
        if self.is_whole() {
            return Vec::new();
        }
        let Portfolio { id: _, rules: _, partner, offers, customers: _, upgrades, history, answers } = portfolio;
        let all = [
            (Part::Partner, *partner != Partner::default()),
            (Part::Offers, !offers.is_empty()),
            (Part::Upgrades, !upgrades.is_empty()),
            (Part::History, !history.is_empty()),
            (Part::Answers, !answers.is_empty()),
        ];
        all.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part).collect()
    }
}

/// What a table of subscriptions has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// With the rule set.
    Partner,
    /// The portfolio's own offers.
    Offers,
    /// The recorded upgrades with their tasks.
    Upgrades,
    History,
    /// Partner Center's own answers.
    Answers,
}

/// Every format, in the order in which they are offered.
///
/// The last one takes any table that no other recognizes.
pub const FORMATS: &[Format] = &[
    portfolio_ron::FORMAT,
    portfolio_json::FORMAT,
    own_csv::FORMAT,
    own_xlsx::FORMAT,
    customers_list::FORMAT,
    subscriptions_export::FORMAT,
    reconciliation::FORMAT,
    batch_tool::CUSTOMERS,
    batch_tool::SUBSCRIPTIONS,
    rest::FORMAT,
    own_columns::FORMAT,
];

/// The format of an extension, with or without its dot, in any case.
#[must_use]
pub fn of_extension(extension: &str) -> Option<&'static Format> {
    let extension = extension.strip_prefix('.').unwrap_or(extension);
    FORMATS.iter().find(|format| format.extensions.iter().any(|known| known.eq_ignore_ascii_case(extension)))
}

/// The format that goes by an id.
#[must_use]
pub fn of_id(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// The importable format of a file: by what it begins with, else by the extension of its name.
///
/// Where several formats begin alike, the extension decides between them, then the table's order.
fn recognize(opening: &Opening) -> Option<&'static Format> {
    let named = opening.extension.as_deref().and_then(of_extension).filter(|format| format.can_import());
    let mut alike = FORMATS.iter().filter(|format| format.can_import() && (format.recognizes)(opening)).peekable();
    let Some(first) = alike.peek().copied() else { return named };
    let named_too = named.filter(|named| alike.any(|format| format.id == named.id));
    Some(named_too.unwrap_or(first))
}

/// Why an import or an export did not come about.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExchangeError {
    #[error("the file is of no format that can be imported")]
    NotRecognized,
    /// The format's id.
    #[error("{format} files can only be read, not written")]
    NotExported { format: &'static str },
    /// The format's id.
    #[error("{format} files can only be written, not read")]
    NotImported { format: &'static str },
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error("it was stopped")]
    Stopped,
    /// The sheets of a workbook lie in the system's folder for temporary files until they are put together. The system's sentence.
    #[error("the sheets cannot be kept in the folder for temporary files: {said}")]
    Temporary { said: String },
    /// The sentence of what writes such files.
    #[error("the file cannot be put together: {said}")]
    NotWritten { said: String },
    /// A sheet of this format holds fewer rows.
    #[error("there are {rows} rows, and this format holds at most {most}")]
    TooManyRows { rows: usize, most: usize },
    /// A cell of this format holds fewer characters. The row is counted from 1, the header's.
    #[error("{column} in row {row} has {characters} characters, and a cell of this format holds at most {most}")]
    TooLong { row: u64, column: String, characters: usize, most: usize },
    /// The sentence of what reads it.
    #[error("the file is damaged, or not what it seems to be: {said}")]
    Damaged { said: String },
    #[error("there may be at most {} {what}", .what.most())]
    TooMuch { what: table::Limit },
    /// The system's sentence.
    #[error("the file cannot be read: {0}")]
    Io(SystemError),
}

impl From<io::Error> for ExchangeError {
    fn from(error: io::Error) -> Self {
        Self::Io(SystemError::from(&error))
    }
}

/// Reads a file of any importable format, or of the one that was chosen. `extension` is that of its name, if it has one.
///
/// # Errors
/// Not recognised, or not readable as what it is.
pub fn read(extension: Option<&str>, source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    let opening = Opening::of(extension, source, choices)?;
    let chosen = choices.format.and_then(of_id);
    let Some(format) = chosen.or_else(|| recognize(&opening)) else {
        if let Some(refused) = opening.refused {
            return Err(refused);
        }
        // An empty file has no format, and says more when it is called what it is.
        return Err(if opening.is_blank() { LoadError::Empty.into() } else { ExchangeError::NotRecognized });
    };
    let read = format.read.ok_or(ExchangeError::NotImported { format: format.id })?;
    read(source, choices)
}

/// Nothing yet, of a source that is no whole portfolio.
fn nothing_yet(recognized: Recognized, supplied: Supplied) -> Incoming {
    Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), supplied)
}

/// A whole portfolio of ours, as `storage` reads it.
fn whole_portfolio(
    format: &'static str,
    source: &mut dyn Source,
    decode: fn(&[u8]) -> Result<Loaded, LoadError>,
) -> Result<Incoming, ExchangeError> {
    let Loaded { portfolio, not_understood, findings, seal: _, hash: _ } = decode(&source::whole(source)?)?;
    let nothing = Incoming::nothing(Recognized::only(format), portfolio, Supplied::All);
    Ok(Incoming { not_understood, findings, ..nothing })
}

/// What is exported, and what of it.
pub struct Export<'a> {
    pub portfolio: &'a Portfolio,
    /// The names of a table's columns that alone are handed out, ours and those beside; `None`: all.
    pub only: Option<&'a BTreeSet<String>>,
    /// What a table says beside each subscription.
    pub beside: &'a mut dyn Beside,
}

impl std::fmt::Debug for Export<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Export").field("only", &self.only).finish_non_exhaustive()
    }
}

/// Where a file is written as it is made.
pub type Out<'a> = dyn io::Write + Send + 'a;

/// Told how many customers of how many are written, says whether to go on.
pub type Progress<'a> = dyn FnMut(usize, usize) -> bool + 'a;

/// Writes a portfolio as a file of a format, under an id of its own: what is exported lives on apart from what it came from.
///
/// A table is written as it is made, customer by customer. What holds everything of a portfolio is proved by being read back
/// first, and so lies in memory whole.
///
/// # Errors
/// A format that is only read or cannot hold all of it, a text that does not read as the same portfolio, or it was stopped.
pub fn write(
    format: &Format,
    id: Uuid,
    export: &mut Export<'_>,
    out: &mut Out<'_>,
    progress: &mut Progress<'_>,
) -> Result<(), ExchangeError> {
    let write = format.write.ok_or(ExchangeError::NotExported { format: format.id })?;
    match write {
        Writer::Whole(write) => {
            let portfolio = Portfolio { id, ..export.portfolio.clone() };
            let all = portfolio.customers.len();
            if !progress(0, all) {
                return Err(ExchangeError::Stopped);
            }
            out.write_all(write(&portfolio)?.as_bytes()).map_err(not_written)?;
            if progress(all, all) { Ok(()) } else { Err(ExchangeError::Stopped) }
        }
        Writer::Table(write) => write(export, out, progress),
    }
}

/// As [`write`], with nothing beside, in memory.
///
/// # Errors
/// As [`write`].
pub fn to_bytes(format: &Format, portfolio: &Portfolio, id: Uuid) -> Result<Vec<u8>, ExchangeError> {
    let mut bytes = Vec::new();
    let mut export = Export { portfolio, only: None, beside: &mut Nothing };
    write(format, id, &mut export, &mut bytes, &mut |_, _| true)?;
    Ok(bytes)
}

/// The world, or what puts the file together, said no.
fn not_written(error: impl std::fmt::Display) -> ExchangeError {
    ExchangeError::NotWritten { said: error.to_string() }
}
