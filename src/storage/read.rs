//! Bytes → portfolio, with what was not understood and what was found. What stands in a record is its type's in `v1`.

use std::collections::HashSet;

use super::canonical::{self, Cores, GoesOn};
use super::encoding;
use super::error::{Fault, LoadError, Wrong};
use super::format::{find_format, peek_format};
use super::journal::content_hash;
use super::locate::locate;
use super::parse::{Parsed, Syntax};
use super::place::{FieldPath, Place};
use super::survey::{self, FileFinding};
use super::trailer::{Seal, seal};
use super::v1::{self, What};
use crate::model::{ContentHash, FORMAT, Portfolio};

/// A portfolio as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub portfolio: Portfolio,
    /// What the file says and this version does not know, in the file's order. Saving would lose it.
    pub not_understood: Vec<NotUnderstood>,
    /// What is odd about the records; they open all the same.
    pub findings: Vec<FileFinding>,
    /// Whether the file is as it was written.
    pub seal: Seal,
    /// Of the file's bytes.
    pub hash: ContentHash,
}

impl Loaded {
    /// Whether the file must not be written to.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        !self.not_understood.is_empty()
    }
}

/// Something in a file that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    pub place: Place,
    pub what: Unfamiliar,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfamiliar {
    /// A field; the place names it.
    Field,
    /// A variant by its name; the model holds the value that says nothing in its stead.
    Variant(String),
    /// A format higher than ours.
    Format(u64),
}

/// Reads a portfolio in RON.
///
/// # Errors
/// What is no text, does not parse, or holds a value that the model cannot hold; see [`LoadError`].
pub fn decode(bytes: &[u8]) -> Result<Loaded, LoadError> {
    let text = encoding::text(bytes)?;
    let (canonical, sealed) = both(bytes, &text, &|_| true);
    canonical.map_or_else(
        || read(&text, Syntax::Ron, sealed),
        |portfolio| Ok(understood(portfolio, &text, sealed, Cores::All)),
    )
}

/// As [`decode`], telling how far it is; `None` where it was not to go on.
///
/// # Errors
/// As [`decode`].
pub fn decode_watched(bytes: &[u8], goes_on: GoesOn<'_>) -> Result<Option<Loaded>, LoadError> {
    let text = encoding::text(bytes)?;
    let (canonical, sealed) = both(bytes, &text, goes_on);
    match canonical {
        Some(portfolio) => Ok(Some(understood(portfolio, &text, sealed, Cores::All))),
        None if !goes_on(0) => Ok(None),
        None => read(&text, Syntax::Ron, sealed).map(Some),
    }
}

/// What a text in our own layout says, and meanwhile how its bytes are sealed.
fn both(bytes: &[u8], text: &str, goes_on: GoesOn<'_>) -> (Option<Portfolio>, (Seal, ContentHash)) {
    if canonical::may_be(text) {
        rayon::join(|| canonical::read(text, goes_on), || seal(bytes, text, Cores::All))
    } else {
        (None, seal(bytes, text, Cores::One))
    }
}

/// Reads a portfolio in JSON, which has the same tree.
///
/// # Errors
/// As [`decode`].
pub fn decode_json(bytes: &[u8]) -> Result<Loaded, LoadError> {
    read(&encoding::text(bytes)?, Syntax::Json, (Seal::NotApplicable, content_hash(bytes)))
}

/// A portfolio of whose text nothing is left to be said but what is odd about its records.
fn understood(portfolio: Portfolio, text: &str, (seal, hash): (Seal, ContentHash), cores: Cores) -> Loaded {
    let findings = survey::survey(&portfolio, cores, |paths| locate(text, paths));
    Loaded { portfolio, not_understood: Vec::new(), findings, seal, hash }
}

fn read(text: &str, syntax: Syntax, sealed: (Seal, ContentHash)) -> Result<Loaded, LoadError> {
    let peeked = peek_format(text);
    if peeked == Some(0) {
        return Err(LoadError::UnknownFormat { format: 0 });
    }
    let known = u64::from(FORMAT);
    let newer = |format: u64| LoadError::NewerFormat { format, known: FORMAT };

    let Parsed { value: tree, ignored } = syntax.parse::<v1::Portfolio<'_>>(text).map_err(|fault| {
        let format = peeked.or_else(|| find_format(text, syntax));
        format.filter(|format| *format > known).map_or_else(|| LoadError::Faults(vec![fault]), newer)
    })?;
    let format = tree.format;
    if format == 0 {
        return Err(LoadError::UnknownFormat { format });
    }
    let mut notes = v1::Notes::default();
    let portfolio = tree.read(&mut notes);

    let mut faults = Vec::new();
    let mut unfamiliar = Vec::new();
    if format > known {
        unfamiliar.push((FieldPath::default().field("format"), Unfamiliar::Format(format)));
    }
    for v1::Note { path, what } in notes {
        match what {
            What::Variant(name) => unfamiliar.push((path, Unfamiliar::Variant(name))),
            What::Wrong(wrong) => faults.push((path, wrong)),
        }
    }
    if !faults.is_empty() {
        return Err(if format > known { newer(format) } else { LoadError::Faults(placed(text, faults)) });
    }
    // The content of a variant that is not known is ignored too, at the variant's own path.
    let variants: HashSet<FieldPath> = unfamiliar.iter().map(|(path, _)| path.clone()).collect();
    let fields = ignored.into_iter().filter(|path| !variants.contains(path));
    unfamiliar.extend(fields.map(|path| (path, Unfamiliar::Field)));

    let (paths, whats): (Vec<_>, Vec<_>) = unfamiliar.into_iter().unzip();
    let places = locate(text, paths);
    let mut not_understood: Vec<NotUnderstood> =
        places.into_iter().zip(whats).map(|(place, what)| NotUnderstood { place, what }).collect();
    not_understood.sort_by_key(|entry| entry.place.position);

    Ok(Loaded { not_understood, ..understood(portfolio, text, sealed, Cores::One) })
}

/// Faults with their places, in the text's order.
pub(super) fn placed(text: &str, faults: Vec<(FieldPath, Wrong)>) -> Vec<Fault> {
    let (paths, wrongs): (Vec<_>, Vec<_>) = faults.into_iter().unzip();
    let places = locate(text, paths);
    let mut faults: Vec<Fault> = places.into_iter().zip(wrongs).map(|(place, wrong)| Fault { wrong, place }).collect();
    faults.sort_by_key(|fault| fault.place.position);
    faults
}
