//! What the world tells of how a portfolio is kept: what was opened with it, what became of its file. Data for the window; the keeping is `shell`'s.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::diagnosis::Diagnosis;
use super::effect::OpenFor;
use super::notice::Failure;
pub use crate::exchange::incoming::{FileFact, NotUnderstood, Place, Position, Unfamiliar};
use crate::exchange::merge::MergePlan;
use crate::model::{Entry, Id, Portfolio};

/// What the end mark of a file says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSeal {
    /// As the program wrote it.
    Whole,
    /// It has none: made by the first version, or by hand.
    Missing,
    /// It does not fit: the file was edited outside.
    EditedOutside,
}

/// What can be odd about a portfolio that opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    InFile {
        fact: FileFact,
        place: Place,
    },
    /// Changes that only the later lines of its journal held are missing.
    JournalDamaged,
}

/// Something odd, with the way to its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingLine {
    pub said: Odd,
    /// The customer, and the subscription where it is about one.
    pub record: Option<(Id, Option<Id>)>,
}

/// What a person's version and the file's differ in.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The file's version as it would change the person's; `None` where it is gone or cannot be read.
    pub plan: Option<Box<MergePlan>>,
    /// Why there is nothing to compare with.
    pub detail: Option<Diagnosis>,
    /// How many changes of the person's no file holds.
    pub changes: usize,
    /// The file's version is the one that is shown: nothing can be changed before the person has decided.
    pub is_shown: bool,
    /// Whether the person's version can be put in the file's place.
    pub can_keep_mine: bool,
}

/// A portfolio that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// By which the shell knows it when it is taken.
    pub ticket: u64,
    pub path: PathBuf,
    pub portfolio: Arc<Portfolio>,
    /// What in the file was not understood; not empty means read-only.
    pub not_understood: Vec<NotUnderstood>,
    pub findings: Vec<FindingLine>,
    pub seal: FileSeal,
    /// Changes that were in the journal alone; the portfolio has them.
    pub recovered: Vec<Arc<Entry>>,
    /// Changes before those, as far as they can be undone.
    pub past: Vec<Arc<Entry>>,
    /// The file is not the one that the person's last changes were made on.
    pub theirs: Option<Box<Theirs>>,
    /// Other versions of the same portfolio in the file's folder.
    pub copies: Vec<PathBuf>,
    /// Who else has it open, on a share, in their own words.
    pub holder: Option<String>,
    /// Why it is opened only to be looked at.
    pub looks_only: Option<LooksOnly>,
    /// Its journals lie beside it, since the program's own folder cannot be written.
    pub is_beside: bool,
    /// It has no name of its own yet, and is kept in the program's folder.
    pub is_untitled: bool,
    /// Somebody else put this file in the place of the one that was stored last.
    pub is_replaced: bool,
    /// What it was opened for.
    pub what_for: OpenFor,
}

impl Opened {
    /// A portfolio about which nothing is odd.
    #[must_use]
    pub fn new(ticket: u64, path: PathBuf, portfolio: Arc<Portfolio>) -> Self {
        Self {
            ticket,
            path,
            portfolio,
            not_understood: Vec::new(),
            findings: Vec::new(),
            seal: FileSeal::Whole,
            recovered: Vec::new(),
            past: Vec::new(),
            theirs: None,
            copies: Vec::new(),
            holder: None,
            looks_only: None,
            is_beside: false,
            is_untitled: false,
            is_replaced: false,
            what_for: OpenFor::Change,
        }
    }
}

/// Why a portfolio cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksOnly {
    /// The file says things that this version does not know.
    NotUnderstood,
    /// The journal was written by a newer version.
    NewerJournal,
    /// Another window has it open.
    InUse,
    /// It is a backup.
    Backup,
    /// It is what can be read of a damaged file; so many customers.
    Damaged { customers: usize },
}

/// What backups and journal give in place of a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Better {
    /// When the last thing in it was recorded.
    pub at: DateTime<Utc>,
    pub customers: usize,
    /// It holds everything that was recorded.
    pub is_complete: bool,
}

/// Why the file does not hold every change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreTrouble {
    /// No room is left on the disk.
    Full(Failure),
    Failed(Failure),
}

impl StoreTrouble {
    #[must_use]
    pub const fn failure(&self) -> &Failure {
        match self {
            Self::Full(failure) | Self::Failed(failure) => failure,
        }
    }
}

/// A backup as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupLine {
    pub path: PathBuf,
    pub at: DateTime<Utc>,
    /// In bytes.
    pub size: u64,
    pub customers: usize,
    /// It is the file as it was opened; the others are what a newer one took the place of.
    pub is_opened: bool,
}
