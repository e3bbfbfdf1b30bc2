//! What a file begins with, by which its format is recognised. Reading it on is the format's.

use std::io::{Read, SeekFrom};

use super::ExchangeError;
use super::source::{Choices, Source};
use super::table;
use crate::storage;

/// How much of a file is looked at, in bytes.
const LOOKED_AT: u64 = 64 << 10;

/// The beginning of a file.
#[derive(Debug)]
pub(super) struct Opening {
    /// Of the file's name.
    pub extension: Option<String>,
    pub bytes: Vec<u8>,
    /// The first few hundred characters, as well as they can be read.
    pub text: String,
    /// The header, where the file can be a table; else whatever stands on its first line.
    pub header: Vec<String>,
    /// Why a workbook is not opened.
    pub refused: Option<ExchangeError>,
}

impl Opening {
    /// Looks at a source, and leaves it at its start.
    pub fn of(extension: Option<&str>, source: &mut dyn Source, choices: &Choices) -> Result<Self, ExchangeError> {
        let mut bytes = Vec::new();
        source.seek(SeekFrom::Start(0))?;
        source.take(LOOKED_AT).read_to_end(&mut bytes)?;
        source.seek(SeekFrom::Start(0))?;
        let text = storage::opening(&bytes);
        let (header, refused) = match table::header_of(source, choices) {
            Ok(header) => (header, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        source.seek(SeekFrom::Start(0))?;
        Ok(Self { extension: extension.map(str::to_owned), bytes, text, header, refused })
    }

    /// Whether the bytes are those of a workbook, or of another archive.
    pub fn is_workbook(&self) -> bool {
        table::is_workbook(&self.bytes)
    }

    /// Whether there is nothing in the file but space.
    pub fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }
}
