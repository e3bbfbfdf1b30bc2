//! Reading files of an import piece by piece: how far it is, and stopping it. What the bytes mean is `exchange`'s.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use chrono::{SubsecRound, Utc};

use super::Wake;
use super::files::{FileFailure, Step, refused};
use super::work::LIMIT;
use crate::exchange::{self, Choices, ExchangeError};
use crate::state::{Command, ReadOutcome};
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
            let error = if facts.is_dir() {
                io::ErrorKind::IsADirectory.into()
            } else {
                io::Error::other("it is not a regular file")
            };
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
    pub is_stopped: Arc<AtomicBool>,
    pub sender: Sender<Command>,
    pub wake: Wake,
}

impl Errand {
    /// Reads it; `None` where the answer is no longer wanted.
    pub fn run(self) -> Option<Command> {
        let Self { serial, file, path, choices, is_stopped, sender, wake } = self;
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
            Err(failure) => ReadOutcome::Failed { detail: failure.to_string() },
            Ok(mut source) => {
                // What a person chose stays as it was chosen.
                let dated = Choices { now: Some(Utc::now().trunc_subsecs(0)), ..choices.clone() };
                match exchange::read(extension(&path).as_deref(), &mut source, &dated) {
                    Err(error) => ReadOutcome::Failed { detail: said(&error) },
                    Ok(incoming) => ReadOutcome::Done { incoming: Arc::new(incoming), base: None, choices },
                }
            }
        };
        (!is_stopped.load(Ordering::Relaxed)).then_some(Command::Read { serial, file, outcome })
    }
}

fn said(error: &ExchangeError) -> String {
    error.to_string()
}
