//! Files read and written beside the window: each piece of work ends in the command that answers it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Utc;

use super::files::write_atomically;
use super::handing_out::NotHandedOut;
use super::keep::{self, Access, Keeping};
use crate::model::Portfolio;
use crate::state::diagnosis::Diagnosis;
use crate::state::{Command, CompareOutcome, Failure, FindingLine, HandedOut, Odd};
use crate::{state, storage};

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = 1 << 30;

/// A finding with the way to its record.
pub fn finding_line(finding: &storage::FileFinding) -> FindingLine {
    let storage::FileFinding { place, fact, record } = finding.clone();
    FindingLine { said: Odd::InFile { fact, place }, record }
}

pub fn open_sample() -> Command {
    match storage::sample() {
        Ok(portfolio) => Command::SampleOpened { portfolio: Box::new(portfolio) },
        Err(error) => {
            Command::Failed(Failure::NotUnderstood { path: PathBuf::from("sample.ron"), detail: error.into() })
        }
    }
}

fn written(path: PathBuf, bytes: &[u8], answer: impl FnOnce(PathBuf) -> Command) -> Command {
    match write_atomically(&path, bytes) {
        Ok(()) => answer(path),
        Err(failure) => Command::Failed(Failure::NotWritten { path, detail: (&failure).into() }),
    }
}

pub fn write_text(path: PathBuf, text: &str) -> Command {
    written(path, text.as_bytes(), |path| Command::Exported { path })
}

/// Hands something out and says what came of it.
pub fn handed_out(
    serial: u64,
    path: PathBuf,
    what: HandedOut,
    hand_out: impl FnOnce(&Path) -> Result<(), NotHandedOut>,
) -> Command {
    let failed = |failure| Command::NotHandedOut { serial, failure };
    match hand_out(&path) {
        Ok(()) => Command::HandedOut { serial, path, what },
        Err(NotHandedOut::Stopped) => Command::HandingOutStopped { serial },
        Err(NotHandedOut::InUse { path }) => failed(Failure::InUse { path }),
        Err(NotHandedOut::Report(error)) => failed(Failure::NoReport { detail: error.into() }),
        Err(error @ (NotHandedOut::File(_) | NotHandedOut::Catalog(_) | NotHandedOut::Export(_))) => {
            failed(Failure::NotWritten { path, detail: error.into() })
        }
    }
}

/// Compares a portfolio with a file and its journal, whoever has it open.
pub fn compare(keeping: &Keeping, path: &Path, file_is_older: bool, portfolio: &Portfolio) -> CompareOutcome {
    let catalog = match storage::builtin_catalog() {
        Ok(catalog) => catalog,
        Err(error) => return CompareOutcome::Failed { detail: Diagnosis::Catalog(error) },
    };
    let opened = match keep::open(keeping, path, Access::Look, LIMIT, Utc::now()) {
        Ok(opened) => opened,
        Err(failure) => return CompareOutcome::Failed { detail: failure.into() },
    };
    let is_partial = !opened.not_understood.is_empty() || opened.journal_is_newer || opened.journal_is_damaged;
    let file = opened.portfolio;
    let (old, new) = if file_is_older { (&file, portfolio) } else { (portfolio, &file) };
    CompareOutcome::Done { found: Arc::new(state::compare(&catalog, old, new)), is_partial }
}
