//! Exports and reports on their way to the disk, for the window's thread and the command line alike: nobody has the place open, they are written as they are made, and they are there whole or not at all. What stands in them is `exchange`'s and `report`'s.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use thiserror::Error;
use uuid::Uuid;

use super::disk::DiskFile;
use super::files::{FileFailure, Step, refused, write_as_made};
use super::keep::Keeping;
use super::reports::{self, Order, OrderError};
use crate::exchange::{self, ExchangeError, Export, Format};
use crate::model::Portfolio;
use crate::state::VerdictSheets;
use crate::storage::{LoadError, builtin_catalog};

/// A portfolio to be exported.
#[derive(Clone, Copy, Debug)]
pub struct ExportOrder<'a> {
    pub format: &'static Format,
    pub id: Uuid,
    pub portfolio: &'a Portfolio,
    /// The portfolio that a table's records are judged in: it has the customers whole.
    pub whole: &'a Portfolio,
    /// The names of a table's columns that alone are written; `None`: all.
    pub columns: Option<&'a BTreeSet<String>>,
}

/// Whoever waits for it: hears how far it is, and can give it up until it has its name.
#[derive(Clone, Copy)]
pub struct Watcher<'a> {
    pub is_stopped: &'a AtomicBool,
    /// Hears of each hundredth: so many customers of so many.
    pub tell: &'a dyn Fn(usize, usize),
}

impl std::fmt::Debug for Watcher<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watcher").field("is_stopped", &self.is_stopped).finish_non_exhaustive()
    }
}

/// Nobody stops what nobody waits for.
static NEVER: AtomicBool = AtomicBool::new(false);

impl Watcher<'_> {
    /// Nobody hears of it, and it is not given up.
    pub const NOBODY: Watcher<'static> = Watcher { is_stopped: &NEVER, tell: &|_, _| {} };

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// What says how far it is, and asks whether to go on.
    fn progress(&self) -> impl FnMut(usize, usize) -> bool {
        let mut told = 0;
        move |done, all| {
            let hundredth = done.saturating_mul(100) / all.max(1);
            if hundredth > told {
                told = hundredth;
                (self.tell)(done, all);
            }
            !self.is_stopped()
        }
    }
}

/// Why nothing was handed out. What stood at the path stands there still.
#[derive(Debug, Error)]
pub enum NotHandedOut {
    #[error("it was stopped")]
    Stopped,
    /// A portfolio at this path is open to be changed.
    #[error("in use: {}", path.display())]
    InUse { path: PathBuf },
    #[error(transparent)]
    File(#[from] FileFailure),
    #[error("the built-in catalog is damaged: {0}")]
    Catalog(LoadError),
    #[error(transparent)]
    Export(#[from] ExchangeError),
    #[error(transparent)]
    Report(#[from] OrderError),
}

/// Writes a portfolio as a file of a format.
///
/// # Errors
/// See [`NotHandedOut`].
pub fn export(
    keeping: &Keeping,
    path: &Path,
    order: &ExportOrder<'_>,
    watcher: Watcher<'_>,
) -> Result<(), NotHandedOut> {
    let ExportOrder { format, id, portfolio, whole, columns } = *order;
    let catalog = builtin_catalog().map_err(NotHandedOut::Catalog)?;
    hand_out(keeping, path, watcher, |out| {
        let mut sheets = VerdictSheets::of(portfolio, whole, catalog);
        let mut export = Export { portfolio, only: columns, beside: &mut sheets };
        exchange::write(format, id, &mut export, out, &mut watcher.progress()).map_err(NotHandedOut::from)
    })
}

/// Makes a report and writes it.
///
/// # Errors
/// See [`NotHandedOut`].
pub fn report(keeping: &Keeping, path: &Path, order: &Order, watcher: Watcher<'_>) -> Result<(), NotHandedOut> {
    hand_out(keeping, path, watcher, |out| {
        reports::write(order, path, out, &mut watcher.progress()).map_err(NotHandedOut::from)
    })
}

fn hand_out(
    keeping: &Keeping,
    path: &Path,
    watcher: Watcher<'_>,
    make: impl FnOnce(&mut Outlet<'_>) -> Result<(), NotHandedOut>,
) -> Result<(), NotHandedOut> {
    let Some(_until_it_is_written) = keeping.claim(path)? else {
        return Err(NotHandedOut::InUse { path: path.to_owned() });
    };
    write_as_made(path, |file| {
        let mut outlet =
            Outlet { file: BufWriter::with_capacity(PIECE, file), is_stopped: watcher.is_stopped, failed: None };
        let made =
            make(&mut outlet).and_then(|()| outlet.flush().map_err(|error| refused(Step::Write, path)(error).into()));
        match (made, outlet.failed) {
            // Whatever came of it, it is not wanted.
            _ if watcher.is_stopped() => Err(NotHandedOut::Stopped),
            (Ok(()), _) => Ok(()),
            // What makes a file says only that it could not write it; the disk has said why.
            (Err(_), Some(error)) => Err(refused(Step::Write, path)(error).into()),
            (Err(failure), None) => Err(failure),
        }
    })
}

/// So much is written at a time, in bytes.
const PIECE: usize = 1 << 20;

/// The file as it is filled: where it can no longer be written, or is not wanted, whoever fills it is stopped.
struct Outlet<'a> {
    file: BufWriter<&'a mut dyn DiskFile>,
    is_stopped: &'a AtomicBool,
    /// What the disk said first.
    failed: Option<io::Error>,
}

impl Outlet<'_> {
    fn noted<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let passed_on = io::Error::new(error.kind(), error.to_string());
            self.failed.get_or_insert(error);
            passed_on
        })
    }
}

impl Write for Outlet<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_stopped.load(Ordering::Relaxed) {
            // Not one that is tried again.
            return Err(io::Error::other("it was stopped"));
        }
        let written = self.file.write(bytes);
        self.noted(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.file.flush();
        self.noted(flushed)
    }
}
