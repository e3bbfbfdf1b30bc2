//! Reading files of an import piece by piece: how far it is, and stopping it. What the bytes mean is `exchange`'s.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use uuid::Uuid;

use super::Wake;
use super::files::{FileFailure, Step, refused};
use super::imports::{ImportSource, forget_bases, load_base, store_base};
use super::keep::Keeping;
use super::mappings::{keep_mapping, mappings_path, read_mappings};
use super::work::LIMIT;
use crate::exchange::mapping::Mapping;
use crate::exchange::merge::Base;
use crate::exchange::system::NOT_A_FILE;
use crate::exchange::{self, Choices, ExchangeError, Incoming, Recognized, Source};
use crate::state::{Command, Planning, ReadOutcome};
use crate::storage::Screen;

/// How many bytes are read between two times that the window is told.
const TOLD_EACH: u64 = 4 << 20;

/// A file that is read within the limit.
#[derive(Debug)]
pub struct Reading<T> {
    file: File,
    size: u64,
    /// The furthest that has been read.
    reached: u64,
    at: u64,
    screen: Screen,
    /// Called as it goes on; an error ends the reading.
    on_the_way: T,
}

impl<T: FnMut(u64, u64) -> io::Result<()>> Reading<T> {
    /// Opens a file to be read; `on_the_way` hears how many bytes of how many have been read.
    ///
    /// # Errors
    /// It is no file, too large, or what the system says.
    pub fn open(path: &Path, on_the_way: T) -> Result<Self, FileFailure> {
        // A pipe would hold the reader up for ever, before it is even looked at.
        let facts = std::fs::metadata(path).map_err(refused(Step::Open, path))?;
        if !facts.is_file() {
            let error = if facts.is_dir() { io::ErrorKind::IsADirectory.into() } else { io::Error::other(NOT_A_FILE) };
            return Err(refused(Step::Open, path)(error));
        }
        let file = File::open(path).map_err(refused(Step::Open, path))?;
        let size = file.metadata().map_err(refused(Step::Open, path))?.len();
        if size > LIMIT {
            return Err(FileFailure::TooLarge { limit: LIMIT, path: path.to_owned() });
        }
        Ok(Self { file, size, reached: 0, at: 0, screen: Screen::source(), on_the_way })
    }
}

impl<T: FnMut(u64, u64) -> io::Result<()>> Read for Reading<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.at += u64::try_from(read).unwrap_or(u64::MAX);
        // A file that grows while it is read, or lies about its size, is stopped there too.
        if self.at > LIMIT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        // What can be no file of any kind is not read to its end.
        if !self.screen.goes_on(buffer.get(..read).unwrap_or_default()) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "it is largely zeros"));
        }
        if self.at > self.reached {
            self.reached = self.at;
            (self.on_the_way)(self.reached, self.size)?;
        }
        Ok(read)
    }
}

impl<T: FnMut(u64, u64) -> io::Result<()>> Seek for Reading<T> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }
}

/// The extension by which a format can be told.
#[must_use]
pub fn extension(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().into_owned())
}

/// One file of an import to be read for the window.
pub(super) struct Errand {
    pub serial: u64,
    pub file: usize,
    pub path: PathBuf,
    pub choices: Choices,
    pub portfolio: Uuid,
    pub planning: Option<Box<Planning>>,
    pub keeping: Keeping,
    pub is_stopped: Arc<AtomicBool>,
    pub sender: Sender<Command>,
    pub wake: Wake,
}

impl Errand {
    /// Reads it; `None` where the answer is no longer wanted.
    pub fn run(self) -> Option<Command> {
        let Self { serial, file, path, choices, portfolio, planning, keeping, is_stopped, sender, wake } = self;
        let stopped = Arc::clone(&is_stopped);
        let mut told = 0;
        let on_the_way = move |read: u64, size: u64| {
            if stopped.load(Ordering::Relaxed) {
                return Err(io::Error::other("stopped"));
            }
            if read >= told + TOLD_EACH {
                told = read;
                // The window may be gone; then nobody waits for it.
                let _ = sender.send(Command::ReadSoFar { serial, file, read, size });
                wake();
            }
            Ok(())
        };
        let outcome = match Reading::open(&path, on_the_way) {
            Err(failure) => ReadOutcome::Failed { detail: (&failure).into() },
            Ok(mut source) => match read(&path, &mut source, choices) {
                Err(error) => ReadOutcome::Failed { detail: error.into() },
                Ok((incoming, choices)) => {
                    // It is a help, not a record: without it the file's values are shown as if for the first time.
                    let base =
                        load_base(&keeping, portfolio, &source_of(&incoming.recognized, &choices)).ok().flatten();
                    // What goes wrong in planning does so in the window as well, where it is told.
                    let plan = |planning: Box<Planning>| Box::new(planning.plan(&incoming, base.as_ref()));
                    let planned = planning.and_then(|planning| catch_unwind(AssertUnwindSafe(|| plan(planning))).ok());
                    let without_privileges = Arc::new(incoming.without_privileges());
                    let (incoming, base) = (Arc::new(incoming), base.map(Arc::new));
                    ReadOutcome::Done { incoming, base, choices, planned, without_privileges }
                }
            },
        };
        (!is_stopped.load(Ordering::Relaxed)).then_some(Command::Read { serial, file, outcome })
    }
}

/// Reads a file as it was said, and a table of the person's own as was said of its header before.
fn read(path: &Path, source: &mut dyn Source, choices: Choices) -> Result<(Incoming, Choices), ExchangeError> {
    let extension = extension(path);
    let incoming = exchange::read(extension.as_deref(), source, &choices)?;
    if !incoming.asks.mapping {
        return Ok((incoming, choices));
    }
    let remembered = mappings_path().and_then(|path| read_mappings(&path).ok()).unwrap_or_default();
    let Some(mapping) = Mapping::recalled(&remembered, &incoming.recognized.header) else {
        return Ok((incoming, choices));
    };
    let choices = Choices { mapping: Some(mapping), ..choices };
    Ok((exchange::read(extension.as_deref(), source, &choices)?, choices))
}

fn source_of(recognized: &Recognized, choices: &Choices) -> ImportSource {
    let Choices { customer, subscription, .. } = choices;
    ImportSource { format: recognized.format, customer: customer.clone(), subscription: subscription.clone() }
}

/// Remembers what an import brought, and which column of its table is what.
pub(super) fn keep(
    keeping: &Keeping,
    portfolio: Uuid,
    recognized: &Recognized,
    choices: &Choices,
    base: &Base,
) -> Option<Command> {
    // Without it the next import shows what the file says as if for the first time.
    let _kept = store_base(keeping, portfolio, &source_of(recognized, choices), base);
    let (mapping, path) = (choices.mapping.as_ref()?, mappings_path()?);
    keep_mapping(&path, mapping.remembered(&recognized.header)).err().map(Command::Failed)
}

/// Forgets what imports into a portfolio brought.
pub(super) fn forget(keeping: &Keeping, portfolio: Uuid) -> Option<Command> {
    forget_bases(keeping, portfolio);
    None
}
