//! What each source brought at its last import, kept beside the journals: a file a portfolio and source. What it is held against is `exchange`'s.
//!
//! It is a help, not a record: where it is lost or damaged, the next import shows the file's values as if it were the first.

use std::path::{Path, PathBuf};

use thiserror::Error;
use uuid::Uuid;

use super::files::{FileFailure, Step, read_from, refused, write_to};
use super::keep::Keeping;
use crate::exchange::incoming::Supplied;
use crate::exchange::merge::{Base, Field};
use crate::model::Id;
use crate::storage::{EncodeError, LoadError, MAXIMUM_SIZE, Seal, content_hash, decode, encode};

/// The first line begins so; the fields that the source supplied follow, or `all`.
const HEADING: &str = "// upgrade-desk import 1:";

/// Which source an import is from: [ours] the format, and the customer and subscription that it was said to be about.
///
/// The file's name is not in it: Partner Center's exports and monthly files get a new one each time, and are the same
/// source all the same. Exports about single customers are each a source of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSource {
    /// The format's id.
    pub format: &'static str,
    pub customer: Option<Id>,
    pub subscription: Option<Id>,
}

/// Why what a source brought is not known.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportsFailure {
    #[error(transparent)]
    File(#[from] FileFailure),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It is not as it was written, or of another version.
    #[error("what the last import brought is not as it was written: {}", path.display())]
    Changed { path: PathBuf },
}

/// Where it lies: a folder of the program's own, since customers' names are in it.
#[must_use]
pub fn import_path(keeping: &Keeping, portfolio: Uuid, source: &ImportSource) -> PathBuf {
    keeping.state.join("imports").join(portfolio.to_string()).join(format!("{}.ron", source_key(source)))
}

/// A name that any disk takes, the same for ids in any case. Whom it is about is hashed: it is nobody's to read.
fn source_key(source: &ImportSource) -> String {
    let ImportSource { format, customer, subscription } = source;
    if customer.is_none() && subscription.is_none() {
        return (*format).to_owned();
    }
    let about = [customer, subscription].map(|id| id.as_ref().map(|id| id.as_str().to_ascii_lowercase()));
    format!("{format}-{}", content_hash(format!("{about:?}").as_bytes()).short())
}

/// What the last import of a source brought; `None` where there was none.
///
/// # Errors
/// It is there and cannot be used; it can be said, and passed over.
pub fn load_base(keeping: &Keeping, portfolio: Uuid, source: &ImportSource) -> Result<Option<Base>, ImportsFailure> {
    let path = import_path(keeping, portfolio, source);
    let bytes = match read_from(&*keeping.disk, &path, MAXIMUM_SIZE) {
        Ok(bytes) => bytes,
        Err(failure) if failure.is_missing() => return Ok(None),
        Err(failure) => return Err(failure.into()),
    };
    let changed = || ImportsFailure::Changed { path: path.clone() };
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(changed)?;
    let (heading, text) = bytes.split_at_checked(end + 1).ok_or_else(changed)?;
    let supplied = std::str::from_utf8(heading).ok().and_then(supplied).ok_or_else(changed)?;
    let loaded = decode(text)?;
    if loaded.is_read_only() || loaded.seal != Seal::Whole {
        return Err(changed());
    }
    Ok(Some(Base { portfolio: loaded.portfolio, supplied }))
}

/// Keeps what an import brought, in the place of what was kept of the source before.
///
/// # Errors
/// What the system says; what was kept before is still there then.
pub fn store_base(
    keeping: &Keeping,
    portfolio: Uuid,
    source: &ImportSource,
    base: &Base,
) -> Result<(), ImportsFailure> {
    let path = import_path(keeping, portfolio, source);
    let folder = path.parent().unwrap_or(Path::new("."));
    keeping.disk.make_folder(folder).map_err(refused(Step::Folder, folder))?;
    let text = heading(&base.supplied) + &encode(&base.portfolio)?;
    Ok(write_to(&*keeping.disk, &path, text.as_bytes())?)
}

/// Forgets what every source of a portfolio brought. What cannot be removed only makes the next import ask more.
pub fn forget_bases(keeping: &Keeping, portfolio: Uuid) {
    let folder = keeping.state.join("imports").join(portfolio.to_string());
    for name in keeping.disk.names(&folder).unwrap_or_default() {
        let _left = keeping.disk.remove(&folder.join(name));
    }
}

fn heading(supplied: &Supplied) -> String {
    let fields = match supplied {
        Supplied::All => " all".to_owned(),
        Supplied::These(fields) => fields.iter().map(|field| format!(" {}", field.key())).collect(),
    };
    format!("{HEADING}{fields}\n")
}

/// The fields that a heading names; `None` where it names one that is not known.
fn supplied(heading: &str) -> Option<Supplied> {
    let fields = heading.strip_prefix(HEADING)?.trim();
    if fields == "all" {
        return Some(Supplied::All);
    }
    fields.split_whitespace().map(Field::from_key).collect::<Option<_>>().map(Supplied::These)
}
