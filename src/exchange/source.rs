//! What is read, and how: bytes that can be read again from the start, and what a person chose for them. Whose file it is on the disk is the shell's.

use std::io::{Read, Seek};

use chrono::{DateTime, Utc};

use super::ExchangeError;
use super::mapping::Mapping;
use crate::model::Id;

/// Bytes of a file: large ones are never whole in memory.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// How the text of a file was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,
}

impl Encoding {
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Gb18030];

    /// The name that people know it by; it is the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// What stands between two cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
}

impl Separator {
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// The language that a header's words are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderLanguage {
    English,
    French,
    Chinese,
}

/// What a person, or a command's arguments, say of a file. What is `None` is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The id of a format.
    pub format: Option<&'static str>,
    pub encoding: Option<Encoding>,
    pub separator: Option<Separator>,
    /// When the file is read. What it says bears this time where it has none of its own.
    pub now: Option<DateTime<Utc>>,
    /// The customer that the file is about, where it does not say so itself.
    pub customer: Option<Id>,
    /// The subscription that the file is about, where it does not say so itself.
    pub subscription: Option<Id>,
    /// Which column of a table of the person's own is what.
    pub mapping: Option<Mapping>,
    /// The partner's name and MPN id, by which their own sales are told from other resellers'.
    pub partner: Vec<String>,
}

/// What was recognised of a file, to be shown and, where it is wrong, chosen otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognized {
    /// The id of the format.
    pub format: &'static str,
    /// `None` where the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// `None` where the file is no table in text.
    pub separator: Option<Separator>,
    /// `None` where the file has no header with words.
    pub language: Option<HeaderLanguage>,
    /// The header of a table, as read; empty for what is no table.
    pub header: Vec<String>,
}

impl Recognized {
    /// A format that leaves nothing to choose.
    #[must_use]
    pub const fn only(format: &'static str) -> Self {
        Self { format, encoding: None, separator: None, language: None, header: Vec::new() }
    }
}

/// The whole of a source, for formats that are parsed as one.
///
/// # Errors
/// What the system says.
pub fn whole(source: &mut dyn Source) -> Result<Vec<u8>, ExchangeError> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    Ok(bytes)
}
