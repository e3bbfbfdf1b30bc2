//! Looks through a workbook before calamine opens it: how much is packed in it, really and not as it says. Reading the cells is `workbook`'s.

use std::io::{Read, SeekFrom};

use zip::ZipArchive;

use super::super::ExchangeError;
use super::super::source::Source;
use super::limits::{
    LARGEST_INFLATED, LARGEST_PART, LARGEST_STRINGS, LARGEST_WORKBOOK, Limit, MOST_PARTS, MOST_STYLE_TAGS,
};
use super::markup::{Markup, Refused};

const PIECE: usize = 64 << 10;

/// What every entry of a zip's directory begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

fn too_much(what: Limit) -> ExchangeError {
    ExchangeError::TooMuch { what }
}

/// A workbook that cannot be read, in the words of what reads it.
pub(super) fn damaged(said: &dyn std::fmt::Display) -> ExchangeError {
    ExchangeError::Damaged { said: said.to_string() }
}

/// Whether a workbook can be opened; leaves the source at its start.
pub(super) fn check(source: &mut dyn Source) -> Result<(), ExchangeError> {
    if source.seek(SeekFrom::End(0))? > LARGEST_WORKBOOK {
        return Err(too_much(Limit::FileBytes));
    }
    source.seek(SeekFrom::Start(0))?;
    count_entries(source)?;
    source.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(&mut *source).map_err(|error| damaged(&error))?;
    let mut inflated = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| damaged(&error))?;
        if part.size() > LARGEST_INFLATED {
            return Err(too_much(Limit::InflatedBytes));
        }
        let kind = Kind::of(&part.name().map_err(|error| damaged(&error))?);
        inflated += look_through(&mut part, &kind, LARGEST_INFLATED.saturating_sub(inflated))?;
    }
    drop(archive);
    source.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// The directory is held in memory when it is opened: its entries are counted before.
fn count_entries(source: &mut dyn Source) -> Result<(), ExchangeError> {
    let mut bytes = Vec::new();
    let mut count = 0;
    loop {
        let kept = bytes.len();
        if (&mut *source).take(PIECE as u64).read_to_end(&mut bytes)? == 0 {
            return Ok(());
        }
        count += bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count();
        if count > MOST_PARTS {
            return Err(too_much(Limit::Parts));
        }
        // What may be the beginning of one.
        let cut =
            bytes.len().saturating_sub(ENTRY.len() - 1).max(kept.min(bytes.len().saturating_sub(ENTRY.len() - 1)));
        bytes.drain(..cut);
    }
}

/// What a part is, by its name; calamine finds some by name, and the sheets by what the workbook says of them.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Strings,
    Styles,
    Markup,
    /// Pictures and the like.
    Other,
}

impl Kind {
    fn of(path: &str) -> Self {
        let path = path.to_lowercase();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        match name {
            "sharedstrings.xml" => Self::Strings,
            "styles.xml" | "theme1.xml" => Self::Styles,
            name if name.ends_with(".xml") || name.ends_with(".rels") => Self::Markup,
            _ => Self::Other,
        }
    }
}

/// How many bytes there are in a part.
fn look_through(part: &mut dyn Read, kind: &Kind, room: u64) -> Result<u64, ExchangeError> {
    let (mut markup, most) = match kind {
        Kind::Strings => (Markup::of_strings(), LARGEST_STRINGS),
        Kind::Styles | Kind::Other => (Markup::default(), LARGEST_PART),
        Kind::Markup => (Markup::default(), LARGEST_INFLATED),
    };
    let mut piece = vec![0; PIECE];
    let mut inflated: u64 = 0;
    loop {
        // A part that is broken is found broken here, too.
        let read = part.read(&mut piece).map_err(|error| damaged(&error))?;
        if read == 0 {
            return Ok(inflated);
        }
        inflated += read as u64;
        if inflated > most.min(room) {
            return Err(too_much(Limit::InflatedBytes));
        }
        if *kind == Kind::Other {
            continue;
        }
        markup.feed(piece.get(..read).unwrap_or_default()).map_err(|refused| match refused {
            Refused::TooMuch(what) => too_much(what),
            Refused::NotMarkup => damaged(&"it holds markup that no spreadsheet program writes"),
        })?;
        if *kind == Kind::Styles && markup.tags() > MOST_STYLE_TAGS {
            return Err(too_much(Limit::Styles));
        }
    }
}
