//! What is asked of the world: data that a test can compare. Carrying it out is the shell's.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::command::Purpose;
use super::planning::Planning;
use super::reporting::ReportOf;
use super::working_out::{Remains, Work};
use crate::exchange::merge::Base;
use crate::exchange::{Choices, Recognized};
use crate::model::{Change, Entry, Happened, Portfolio, Settings};

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFor {
    /// To be changed, if it is not so large that the person has to be asked.
    Change,
    /// To be changed, whatever its size.
    ChangeLarge,
    /// To be looked at, whoever has it open.
    Look,
    /// A backup to be looked at.
    LookAtBackup,
    /// What can be read of a damaged file.
    LookAtReadable,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Work out what the lists need; what was asked for before is wanted no longer.
    WorkOut(Box<Work>),
    /// Give the memory of these back.
    LetGo(Remains),
    /// Give up the file that is being opened.
    StopOpening,
    /// Let the person choose a file with the desktop's own dialog.
    PickFile {
        purpose: Purpose,
        serial: u64,
        suggested_name: String,
        beside: Option<PathBuf>,
    },
    /// Look at a typed path: add the extension where it is missing, and say whether the file exists.
    ResolvePath {
        purpose: Purpose,
        serial: u64,
        typed: PathBuf,
    },
    Open {
        path: PathBuf,
        what_for: OpenFor,
    },
    OpenSample,
    /// Read a file of an import, and look what the last import of the same source into this portfolio brought.
    Read {
        serial: u64,
        /// The file's place in the import.
        file: usize,
        path: PathBuf,
        choices: Choices,
        portfolio: Uuid,
        /// What it is planned with, where no other file comes before it.
        planning: Option<Box<Planning>>,
    },
    /// The answers to this import are no longer wanted.
    StopReading {
        serial: u64,
    },
    /// Forget what was remembered of imports into this portfolio: one was taken back.
    ForgetImported {
        portfolio: Uuid,
    },
    /// Remember what an import brought, and how its file was read.
    KeepImported {
        portfolio: Uuid,
        /// What was recognized of the file.
        recognized: Recognized,
        choices: Choices,
        base: Arc<Base>,
    },
    /// Go on keeping what was opened under this ticket, in place of the present portfolio.
    Keep {
        ticket: u64,
    },
    /// Begin to keep a portfolio that has no file.
    Begin {
        portfolio: Arc<Portfolio>,
    },
    /// Write a change down before it counts.
    Append {
        at: DateTime<Utc>,
        happened: Happened,
        change: Arc<Change>,
    },
    /// Bring the file up to date now.
    Checkpoint,
    SaveAs {
        path: PathBuf,
        id: Uuid,
    },
    /// Put the person's version in the file's place, and keep the file's beside it.
    KeepMine,
    /// Keep the person's version beside the file, and give it up.
    TakeTheirs,
    /// Give up a portfolio without a name.
    Discard,
    /// Write what backups and journal give in place of a damaged file, beside it.
    RestoreBetter {
        path: PathBuf,
        id: Uuid,
    },
    /// Write a backup beside the portfolio, as one of its own.
    RestoreBackup {
        backup: PathBuf,
        id: Uuid,
    },
    ListBackups,
    ReadHistory,
    /// Write a text as a file.
    WriteText {
        path: PathBuf,
        text: String,
    },
    Export {
        serial: u64,
        path: PathBuf,
        format: &'static str,
        portfolio: Arc<Portfolio>,
        /// The portfolio that a table's records are judged in: it has the customers whole.
        whole: Arc<Portfolio>,
        /// The names of a table's columns that alone are written; `None`: all.
        columns: Option<BTreeSet<String>>,
    },
    /// Read a file and compare the portfolio with it.
    Compare {
        serial: u64,
        path: PathBuf,
        /// The file is what was, and the portfolio what is.
        file_is_older: bool,
        portfolio: Arc<Portfolio>,
    },
    /// Make a report and write it.
    Report {
        serial: u64,
        path: PathBuf,
        of: ReportOf,
        /// The language's tag.
        language: &'static str,
        as_of: NaiveDate,
        portfolio: Arc<Portfolio>,
        /// For evidence: the changes that led to the portfolio, as far back as they are kept.
        past: Vec<Arc<Entry>>,
    },
    /// The export or report is no longer wanted.
    StopHandingOut {
        serial: u64,
    },
    KeepSettings(Settings),
    CopyText(String),
    /// Bring the window to the front, as far as the desktop lets it.
    Raise,
    /// Close the window, without asking again.
    Quit,
}
