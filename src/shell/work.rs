//! Files read and written beside the window: each piece of work ends in the command that answers it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::Utc;

use super::files::write_atomically;
use super::keep::{self, Access, Keeping};
use super::reports::{self, Order, OrderError};
use crate::exchange::{self, Beside};
use crate::model::{Customer, Portfolio, Subscription};
use crate::report::ReportError;
use crate::state::{Command, CompareOutcome, Failure, FindingLine, VerdictColumns};
use crate::{state, storage};

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = 1 << 30;

/// A finding with the way to its record.
pub fn finding_line(finding: &storage::FileFinding) -> FindingLine {
    FindingLine { said: finding.to_string(), record: finding.record.clone() }
}

pub fn open_sample() -> Command {
    match storage::sample() {
        Ok(portfolio) => Command::SampleOpened { portfolio: Box::new(portfolio) },
        Err(error) => {
            Command::Failed(Failure::NotUnderstood { path: PathBuf::from("sample.ron"), detail: error.to_string() })
        }
    }
}

fn written(path: PathBuf, bytes: &[u8], answer: impl FnOnce(PathBuf) -> Command) -> Command {
    match write_atomically(&path, bytes) {
        Ok(()) => answer(path),
        Err(failure) => Command::Failed(Failure::NotWritten { path, detail: failure.to_string() }),
    }
}

pub fn write_text(path: PathBuf, text: &str) -> Command {
    written(path, text.as_bytes(), |path| Command::Exported { path })
}

/// Makes a report and writes it; `None` where it was given up. `tell` hears of each hundredth.
pub fn report(
    serial: u64,
    path: PathBuf,
    order: &Order,
    is_stopped: &AtomicBool,
    tell: impl Fn(usize, usize),
) -> Option<Command> {
    let mut told = 0;
    let mut progress = |done: usize, all: usize| {
        let hundredth = done * 100 / all.max(1);
        if hundredth > told {
            told = hundredth;
            tell(done, all);
        }
        !is_stopped.load(Ordering::Relaxed)
    };
    let made = reports::made(order, &path, &mut progress);
    if is_stopped.load(Ordering::Relaxed) {
        return None;
    }
    let failed = |failure| Command::ReportFailed { serial, failure };
    Some(match made {
        Ok(bytes) => match write_atomically(&path, &bytes) {
            Ok(()) => Command::ReportMade { serial, path },
            Err(failure) => failed(Failure::NotWritten { path, detail: failure.to_string() }),
        },
        Err(OrderError::Report(ReportError::Stopped)) => return None,
        Err(error) => failed(Failure::NoReport { detail: error.to_string() }),
    })
}

/// Writes a portfolio as a file of a format; where it is a table, with these of its columns alone. The verdicts in it are those
/// of the whole portfolio: what of a customer is not written still counts.
pub fn export(
    path: PathBuf,
    format: &'static str,
    (portfolio, whole): (&Portfolio, &Portfolio),
    columns: Option<&BTreeSet<String>>,
) -> Command {
    let Some(format) = exchange::of_id(format) else {
        return Command::Failed(Failure::NotWritten { path, detail: format!("there is no format {format}") });
    };
    let catalog = match storage::builtin_catalog() {
        Ok(catalog) => catalog,
        Err(error) => return Command::Failed(Failure::NotWritten { path, detail: error.to_string() }),
    };
    let verdicts = VerdictColumns::of(whole, catalog);
    let cells = |customer: &Customer, subscription: &Subscription| {
        // Where an id stands twice, the one that has the record.
        let found = whole.customers.get(&customer.id).filter(|found| found.subscription(&subscription.id).is_some());
        verdicts.cells(found.map_or(customer, |found| found), subscription)
    };
    // Whoever chooses columns wants these alone.
    let sheets = || if columns.is_none() { verdicts.sheets(portfolio) } else { Vec::new() };
    let beside = Beside { headers: verdicts.headers(), cells: &cells, only: columns, sheets: &sheets };
    let is_whole = format.leaves_out(portfolio).is_empty();
    match exchange::write(format, portfolio, portfolio.id, &beside) {
        Ok(bytes) if is_whole => written(path, &bytes, |path| Command::Exported { path }),
        Ok(bytes) => written(path, &bytes, |path| Command::TableExported { path }),
        Err(error) => Command::Failed(Failure::NotWritten { path, detail: error.to_string() }),
    }
}

/// Compares a portfolio with a file and its journal, whoever has it open.
pub fn compare(keeping: &Keeping, path: &Path, file_is_older: bool, portfolio: &Portfolio) -> CompareOutcome {
    let catalog = match storage::builtin_catalog() {
        Ok(catalog) => catalog,
        Err(error) => return CompareOutcome::Failed { detail: error.to_string() },
    };
    let opened = match keep::open(keeping, path, Access::Look, LIMIT, Utc::now()) {
        Ok(opened) => opened,
        Err(failure) => return CompareOutcome::Failed { detail: failure.to_string() },
    };
    let is_partial = !opened.not_understood.is_empty() || opened.journal_is_newer || opened.journal_is_damaged;
    let file = opened.portfolio;
    let (old, new) = if file_is_older { (&file, portfolio) } else { (portfolio, &file) };
    CompareOutcome::Done { found: Arc::new(state::compare(&catalog, old, new)), is_partial }
}
