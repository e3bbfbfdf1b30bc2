//! Failures on demand: which operation of a disk in memory fails, how, and the log of what was done. What an operation does is not here.

use std::io;
use std::path::Path;
use std::sync::Arc;

/// Error numbers of Linux, from asm-generic/errno-base.h and errno.h.
pub mod errno {
    /// Interrupted by a signal.
    pub const EINTR: i32 = 4;
    /// The device cannot read or write.
    pub const EIO: i32 = 5;
    /// Not permitted.
    pub const EACCES: i32 = 13;
    /// No room left.
    pub const ENOSPC: i32 = 28;
    /// The disk can only be read.
    pub const EROFS: i32 = 30;
    /// The person's share of the disk is used up.
    pub const EDQUOT: i32 = 122;
}

/// What can be asked of a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    Read,
    Facts,
    Names,
    MakeFolder,
    Create,
    Write,
    Sync,
    Shorten,
    Rename,
    Exchange,
    Remove,
    SyncFolder,
    RealPath,
    Lock,
}

/// How often a failure comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    Once,
    Twice,
    ForEver,
}

/// A failure to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failing {
    /// The operation that fails first, counted from 0: the one that is made while [`super::MemoryDisk::operations`] gives
    /// this number.
    pub from: u64,
    /// One of [`errno`]. `EINTR` waits for a write, and never comes twice running to it when it comes for ever, since no
    /// signal does.
    pub error: i32,
    pub times: Times,
    /// A write that would fail first writes its first half and says so; the operation after it fails.
    pub short_write: bool,
}

#[derive(Clone, Debug)]
struct Armed {
    failing: Failing,
    came: u64,
    was_short: bool,
    was_interrupted: bool,
}

impl Armed {
    fn is_over(&self) -> bool {
        match self.failing.times {
            Times::Once => self.came >= 1,
            Times::Twice => self.came >= 2,
            Times::ForEver => false,
        }
    }

    fn meet(&mut self, number: u64, operation: Operation) -> Outcome {
        if number < self.failing.from || self.is_over() {
            return Outcome::Done;
        }
        let is_write = operation == Operation::Write;
        if self.failing.error == errno::EINTR {
            if !is_write || std::mem::take(&mut self.was_interrupted) {
                return Outcome::Done;
            }
            self.was_interrupted = self.failing.times == Times::ForEver;
        }
        if self.failing.short_write && is_write && !self.was_short {
            self.was_short = true;
            return Outcome::Short;
        }
        self.came += 1;
        Outcome::Failed(self.failing.error)
    }
}

/// How an operation went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Only the first half of what was to be written.
    Short,
    /// With this error number.
    Failed(i32),
    /// The process is gone; nothing was done.
    Gone,
}

impl Outcome {
    /// Whether all was done or a half.
    pub fn is_short(self) -> io::Result<bool> {
        match self {
            Self::Done => Ok(false),
            Self::Short => Ok(true),
            Self::Failed(error) => Err(io::Error::from_raw_os_error(error)),
            Self::Gone => Err(io::Error::other("the process is gone")),
        }
    }
}

/// An operation that was asked of a disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    pub operation: Operation,
    /// As it was asked; where there are two, the first.
    pub path: Arc<Path>,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, Default)]
pub struct Faults {
    armed: Vec<Armed>,
    cut: Option<u64>,
    log: Vec<Logged>,
}

impl Faults {
    pub fn arm(&mut self, failing: Failing) {
        self.armed.push(Armed { failing, came: 0, was_short: false, was_interrupted: false });
    }

    pub fn cut_at(&mut self, number: u64) {
        self.cut = Some(number);
    }

    pub fn mend(&mut self) {
        self.armed.clear();
        self.cut = None;
    }

    pub fn count(&self) -> u64 {
        self.log.len() as u64
    }

    pub fn log(&self) -> &[Logged] {
        &self.log
    }

    pub fn is_gone(&self) -> bool {
        self.cut.is_some_and(|number| self.count() > number)
    }

    /// Counts an operation and says how it goes.
    pub fn meet(&mut self, operation: Operation, path: &Arc<Path>) -> Outcome {
        let number = self.count();
        let outcome = if self.cut.is_some_and(|cut| number >= cut) {
            Outcome::Gone
        } else {
            let outcomes = self.armed.iter_mut().map(|armed| armed.meet(number, operation));
            outcomes.reduce(|first, next| if first == Outcome::Done { next } else { first }).unwrap_or(Outcome::Done)
        };
        self.log.push(Logged { operation, path: Arc::clone(path), outcome });
        outcome
    }
}
