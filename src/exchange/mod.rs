//! Import and export, bytes ↔ model: the one table of formats, and how a file's format is recognised. Disks and dialogs are `shell`'s.

pub mod history_csv;
pub mod merge;
mod portfolio_json;
mod portfolio_ron;

use thiserror::Error;
use uuid::Uuid;

use crate::model::Portfolio;
use crate::storage::{EncodeError, FileFinding, LoadError, Loaded, NotUnderstood, opening};

type Recognizer = fn(opening: &str) -> bool;
type Reader = fn(&[u8]) -> Result<Loaded, ExchangeError>;
type Writer = fn(&Portfolio) -> Result<Vec<u8>, ExchangeError>;

/// A kind of file that can be read, written or both. A new format is a new row of [`FORMATS`], and nothing else.
#[derive(Debug)]
pub struct Format {
    /// The name that code and scripts use.
    pub id: &'static str,
    /// Lower case, without the dot; the first is the one that is added to a name.
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
}

/// Every format, in the order in which they are offered.
pub const FORMATS: &[Format] = &[portfolio_ron::FORMAT, portfolio_json::FORMAT];

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
#[must_use]
pub fn recognize(extension: Option<&str>, bytes: &[u8]) -> Option<&'static Format> {
    let opening = opening(bytes);
    let named = extension.and_then(of_extension).filter(|format| format.can_import());
    let mut alike = FORMATS.iter().filter(|format| format.can_import() && (format.recognizes)(&opening)).peekable();
    let Some(first) = alike.peek().copied() else { return named };
    let named_too = named.filter(|named| alike.any(|format| format.id == named.id));
    Some(named_too.unwrap_or(first))
}

/// What a file brings, before it is merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The id of the format that was read.
    pub format: &'static str,
    pub portfolio: Portfolio,
    /// What the file says and an import leaves behind; to be reported.
    pub not_understood: Vec<NotUnderstood>,
    pub findings: Vec<FileFinding>,
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
}

/// Reads a file of any importable format. `extension` is that of its name, if it has one.
///
/// # Errors
/// Not recognised, or not readable as what it is.
pub fn read(extension: Option<&str>, bytes: &[u8]) -> Result<Incoming, ExchangeError> {
    let Some(format) = recognize(extension, bytes) else {
        // An empty file has no format, and says more when it is called what it is.
        let blank = bytes.iter().all(u8::is_ascii_whitespace);
        return Err(if blank { LoadError::Empty.into() } else { ExchangeError::NotRecognized });
    };
    read_as(format, bytes)
}

/// Reads a file as a format that was chosen for it.
///
/// # Errors
/// A format that is only written, or a file that is not of it.
pub fn read_as(format: &Format, bytes: &[u8]) -> Result<Incoming, ExchangeError> {
    let read = format.read.ok_or(ExchangeError::NotImported { format: format.id })?;
    let Loaded { portfolio, not_understood, findings, seal: _ } = read(bytes)?;
    Ok(Incoming { format: format.id, portfolio, not_understood, findings })
}

/// A portfolio as a file of a format, under an id of its own: what is exported lives on apart from what it came from.
///
/// # Errors
/// A format that is only read, or a text that does not read as the same portfolio.
pub fn write(format: &Format, portfolio: &Portfolio, id: Uuid) -> Result<Vec<u8>, ExchangeError> {
    let write = format.write.ok_or(ExchangeError::NotExported { format: format.id })?;
    let portfolio = Portfolio { id, ..portfolio.clone() };
    write(&portfolio)
}
