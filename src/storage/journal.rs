//! The journal's lines: bytes ↔ records, each line proved by its own length and checksum. Where a journal lies, and what belongs to which file, is `shell`'s.
//!
//! A line is `<16 hexadecimal digits of BLAKE3 of the payload> <length of the payload in bytes> <payload>\n`; the payload
//! is one record in RON. RON escapes the line breaks of its strings, so that a line break ends a line and nothing else.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::{EncodeError, LoadError};
use super::parse::{Syntax, ron_options};
use super::v1::{Entry as EntryLine, Notes, Text};
use crate::model::{ContentHash, Entry};

/// The number of the journal's format that this program writes.
pub const JOURNAL_FORMAT: u32 = 1;

/// A change is numbered from 1; the last number is nobody's, so that one more can be counted behind each.
const NUMBERS: Range<u64> = 1..u64::MAX;

/// How many hexadecimal digits of the hash stand before a line.
const CHECKSUM_DIGITS: usize = 16;

/// The first line of a journal: what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalHeader {
    /// [`JOURNAL_FORMAT`]; a line with another one is not understood.
    pub format: u32,
    /// The portfolio's id.
    pub portfolio: Uuid,
    /// The hash of the portfolio file that the entries build on.
    pub base: ContentHash,
    /// The number of the journal among those of its portfolio.
    pub number: u64,
    /// The number of the journal that this one follows.
    pub after: Option<u64>,
    /// How many of the first entries were taken over from the journal before: with fewer it was cut off while it was made.
    pub carried: u64,
    /// The path of the portfolio file as far as it is text; for people to read, and to tell a file that was moved from one that was copied.
    pub path: String,
}

/// Written before a checkpoint takes the file's place: entries up to one are in the file of this hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The hash of the file that is about to be put in place.
    pub hash: ContentHash,
    /// The `seq` of the last entry that it holds.
    pub through: u64,
}

/// What one line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalRecord {
    Header(JournalHeader),
    Entry(Entry),
    Intent(Intent),
}

/// A journal as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalText {
    pub records: Vec<JournalRecord>,
    /// Bytes up to the end of the last good line.
    pub whole: u64,
    pub tail: Tail,
}

/// What comes behind the last good line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Nothing.
    Clean,
    /// Bytes that are no good line: the write of the last one was cut short, or something is damaged.
    Torn,
    /// As torn, but good lines come after it: it is no write that was cut short, and what those hold is missing.
    Damaged,
    /// A line that is whole and that this version cannot read: made by a newer one, or by another program.
    NotUnderstood,
}

/// The BLAKE3 hash of a file's bytes.
#[must_use]
pub fn content_hash(bytes: &[u8]) -> ContentHash {
    /// With fewer bytes than these, 16 MiB, other cores would not be worth waking.
    const MUCH: usize = 16 << 20;
    let mut hasher = blake3::Hasher::new();
    if bytes.len() < MUCH {
        hasher.update(bytes)
    } else {
        hasher.update_rayon(bytes)
    };
    ContentHash(*hasher.finalize().as_bytes())
}

/// A record as a whole line, proved: the line is read back and compared.
///
/// # Errors
/// What the serializer refuses, or would not read back as the same record. The edit that it is for must not be made then.
pub fn encode_record(record: &JournalRecord) -> Result<Vec<u8>, EncodeError> {
    let text = payload(record)?;
    // A line break would end the line early; RON's strings escape it, and this would be noticed here and not at a crash.
    if text.contains('\n') {
        return Err(EncodeError::Differs);
    }
    let back = read(&text).map_err(EncodeError::NotReadBack)?.ok_or(EncodeError::Differs)?;
    // Ids compare without regard to case, so the model alone would not see a letter that turned.
    if payload(&back)? != text {
        return Err(EncodeError::Differs);
    }
    let mut line = format!("{} {} ", checksum(text.as_bytes()), text.len());
    line.push_str(&text);
    line.push('\n');
    Ok(line.into_bytes())
}

/// Reads a journal up to the first line that is not good.
#[must_use]
pub fn decode_journal(bytes: &[u8]) -> JournalText {
    decode_journal_with(bytes, true)
}

/// [`decode_journal`], which a test can tell not to look at the checksums, to see that they are needed.
#[doc(hidden)]
#[must_use]
pub fn decode_journal_with(bytes: &[u8], check: bool) -> JournalText {
    let mut records = Vec::new();
    let mut whole = 0;
    let tail = loop {
        let rest = bytes.get(whole..).unwrap_or_default();
        if rest.is_empty() {
            break Tail::Clean;
        }
        let Some(end) = rest.iter().position(|byte| *byte == b'\n') else { break Tail::Torn };
        let Some(payload) = rest.get(..end).and_then(|line| proved(line, check)) else {
            let mut later = rest.split(|byte| *byte == b'\n').skip(1);
            break if later.any(|line| proved(line, true).is_some()) { Tail::Damaged } else { Tail::Torn };
        };
        let text = std::str::from_utf8(payload).ok();
        let Some(record) = text.and_then(|text| read(text).ok().flatten()) else { break Tail::NotUnderstood };
        records.push(record);
        whole += end + 1;
    };
    JournalText { records, whole: u64::try_from(whole).unwrap_or(u64::MAX), tail }
}

/// The payload of a line whose length and checksum are right, to the letter.
fn proved(line: &[u8], check: bool) -> Option<&[u8]> {
    let (hash, rest) = line.split_at_checked(CHECKSUM_DIGITS)?;
    let rest = rest.strip_prefix(b" ")?;
    let (length, payload) = rest.split_at_checked(rest.iter().position(|byte| *byte == b' ')?)?;
    let payload = payload.strip_prefix(b" ")?;
    let same_length = length == payload.len().to_string().as_bytes();
    let same_hash = !check || hash == checksum(payload).as_bytes();
    (same_length && same_hash).then_some(payload)
}

fn checksum(payload: &[u8]) -> String {
    content_hash(payload).short()
}

/// The types of the line, whose names are those of the records.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "JournalRecord")]
enum Line<'a> {
    Header {
        format: u32,
        #[serde(borrow)]
        portfolio: Text<'a>,
        #[serde(borrow)]
        base: Text<'a>,
        number: u64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<u64>,
        carried: u64,
        #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
        path: Text<'a>,
    },
    Entry(#[serde(borrow)] EntryLine<'a>),
    Intent {
        #[serde(borrow)]
        hash: Text<'a>,
        through: u64,
    },
}

fn payload(record: &JournalRecord) -> Result<String, EncodeError> {
    let line = match record {
        JournalRecord::Header(JournalHeader { format, portfolio, base, number, after, carried, path }) => {
            Line::Header {
                format: *format,
                portfolio: Text(portfolio.to_string().into()),
                base: Text(base.to_string().into()),
                number: *number,
                after: *after,
                carried: *carried,
                path: path.into(),
            }
        }
        JournalRecord::Entry(entry) => Line::Entry(EntryLine::write(entry)),
        JournalRecord::Intent(Intent { hash, through }) => {
            Line::Intent { hash: Text(hash.to_string().into()), through: *through }
        }
    };
    ron_options().to_string(&line).map_err(|error| EncodeError::Unwritable { said: error.to_string() })
}

/// A record from its payload; `None` where it holds something that this version does not know.
fn read(text: &str) -> Result<Option<JournalRecord>, LoadError> {
    let parsed = Syntax::Ron.parse::<Line<'_>>(text).map_err(|fault| LoadError::Faults(vec![fault]))?;
    if !parsed.ignored.is_empty() {
        return Ok(None);
    }
    Ok(match parsed.value {
        Line::Header { format, portfolio, base, number, after, carried, path } if format == JOURNAL_FORMAT => {
            Uuid::parse_str(&portfolio.0).ok().zip(ContentHash::from_hex(&base.0)).map(|(portfolio, base)| {
                let path = path.into_string();
                JournalRecord::Header(JournalHeader { format, portfolio, base, number, after, carried, path })
            })
        }
        Line::Header { .. } => None,
        Line::Entry(line) => {
            let mut notes = Notes::default();
            let entry = line.read(&mut notes);
            (notes.is_empty() && NUMBERS.contains(&entry.seq)).then_some(JournalRecord::Entry(entry))
        }
        Line::Intent { hash, through } => {
            let hash = ContentHash::from_hex(&hash.0).filter(|_| through < NUMBERS.end);
            hash.map(|hash| JournalRecord::Intent(Intent { hash, through }))
        }
    })
}
