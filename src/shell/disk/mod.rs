//! The few things that keeping a portfolio asks of a disk, so that crashes and failures can be played in memory. No policy here.

mod memory;
mod real;

use std::any::Any;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

pub use memory::{Failing, Logged, MemoryDisk, Operation, Outcome, Times, errno};
pub use real::RealDisk;

/// So much of a file is read at a time, in bytes.
const PIECE: usize = 1 << 20;

/// What is known of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// In bytes.
    pub size: u64,
    pub is_file: bool,
    /// When it was last written, for people to see. Nothing is decided by it.
    pub modified: Option<DateTime<Utc>>,
    /// The permission bits, where the system has them.
    pub mode: Option<u32>,
}

/// A file that was made to be written. What is written can be lost until it is synced.
pub trait DiskFile: io::Write + Send {
    /// Gets everything written so far onto the disk.
    ///
    /// # Errors
    /// What the system says. After a failure nothing is known of what was written since the last success.
    fn sync(&mut self) -> io::Result<()>;

    /// Takes back what was written last, so that the file has so many bytes. Nothing is written to it afterwards. The old end
    /// can come back until it is synced.
    ///
    /// # Errors
    /// What the system says.
    fn shorten(&mut self, size: u64) -> io::Result<()>;
}

/// A lock that is held until it is dropped.
pub type HeldLock = Box<dyn Any + Send + Sync>;

/// A disk. Every name that is made, changed or removed can be lost or come back until its folder is synced.
pub trait Disk: fmt::Debug + Send + Sync {
    /// A whole regular file of at most `limit` bytes; a larger one is [`io::ErrorKind::FileTooLarge`].
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.read_while(path, limit, &mut |_| true)
    }

    /// As [`Self::read`], a piece at a time: where `goes_on`, which is shown each, says no, what was read until then comes back.
    ///
    /// # Errors
    /// What the system says.
    fn read_while(&self, path: &Path, limit: u64, goes_on: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<Vec<u8>>;

    /// Whether a regular file holds just these bytes.
    ///
    /// # Errors
    /// What the system says.
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        let mut rest = bytes;
        let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let read = self.read_while(path, limit, &mut |piece| {
            let same = rest.strip_prefix(piece);
            rest = same.unwrap_or(&[0]);
            same.is_some()
        });
        match read {
            Ok(read) => Ok(rest.is_empty() && read.len() == bytes.len()),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The first bytes of a regular file, at most so many.
    ///
    /// # Errors
    /// What the system says.
    fn read_start(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// Facts of what the path leads to, links followed.
    ///
    /// # Errors
    /// Not there, or what the system says.
    fn facts(&self, path: &Path) -> io::Result<FileFacts>;

    /// The names in a folder, in order; none where the folder is not there.
    ///
    /// # Errors
    /// What the system says.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Makes a folder and those above it, each for its owner alone. Nothing happens where it is there.
    ///
    /// # Errors
    /// What the system says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes a new file to be written; one that is there already is [`io::ErrorKind::AlreadyExists`]. `mode` is 0600 where it is `None`.
    ///
    /// # Errors
    /// What the system says.
    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<Box<dyn DiskFile>>;

    /// Gives a file another name; one of that name is replaced.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Swaps two files in one step. [`io::ErrorKind::Unsupported`] where this disk cannot.
    ///
    /// # Errors
    /// What the system says.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;

    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Gets the names in a folder onto the disk.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// The real file behind links, as an absolute path without dots, also where the file is not there yet.
    ///
    /// # Errors
    /// What the system says; too many links.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;

    /// Locks a file, which is made where it is missing; `None` where another holds the lock.
    ///
    /// # Errors
    /// What the system says.
    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>>;

    /// Whether a path lies on a share, where locks of other machines cannot be relied on.
    fn is_share(&self, path: &Path) -> bool;
}
