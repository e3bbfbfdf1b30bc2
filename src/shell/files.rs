//! Reading files within a limit and writing them whole or not at all. What is in them is `storage`'s and `exchange`'s.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use uuid::Uuid;

use super::disk::{Disk, DiskFile, RealDisk};
use crate::exchange::system::{NOT_A_FILE, SystemError};
use crate::state::Failure;
use crate::state::diagnosis::Diagnosis;
pub use crate::state::diagnosis::FileStep as Step;
use crate::storage::Screen;

/// The world said no to a file. After a failed write the target is what it was, but after [`Step::SyncFolder`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileFailure {
    /// `said` is the system's sentence.
    #[error("{step:?}: {said}: {}", path.display())]
    Refused { step: Step, kind: io::ErrorKind, said: String, path: PathBuf },
    /// In bytes.
    #[error("the file is larger than {limit} bytes: {}", path.display())]
    TooLarge { limit: u64, path: PathBuf },
}

impl FileFailure {
    /// Whether there is no room left for what was to be written.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::Refused { kind: io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, .. })
    }

    /// What a window is told of a file that it wanted to read. Which step failed says nothing more: it could not be read.
    #[must_use]
    pub fn not_read(&self, wanted: PathBuf) -> Failure {
        match self {
            Self::Refused { kind: io::ErrorKind::NotFound, .. } => Failure::Missing { path: wanted },
            Self::Refused { kind: io::ErrorKind::PermissionDenied, .. } => Failure::NotAllowed { path: wanted },
            Self::Refused { step: Step::Open | Step::Read, kind, said, path } => {
                let error = SystemError::new(*kind, said);
                Failure::NotRead { path: wanted, detail: Diagnosis::At { error, path: path.clone() } }
            }
            Self::Refused { .. } | Self::TooLarge { .. } => Failure::NotRead { path: wanted, detail: self.into() },
        }
    }

    /// Whether the file is not there.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Refused { kind: io::ErrorKind::NotFound, .. })
    }
}

pub(super) fn refused(step: Step, path: &Path) -> impl FnOnce(io::Error) -> FileFailure {
    move |error| FileFailure::Refused { step, kind: error.kind(), said: error.to_string(), path: path.to_owned() }
}

/// Reads a whole file of at most `limit` bytes. A file that grows or lies about its size is stopped there too.
///
/// # Errors
/// Too large, or what the system says.
pub fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, FileFailure> {
    read_from(&RealDisk, path, limit)
}

/// [`read_bounded`] on a disk of the caller's.
pub(super) fn read_from(disk: &dyn Disk, path: &Path, limit: u64) -> Result<Vec<u8>, FileFailure> {
    read_while(disk, path, limit, &mut |_| true)
}

/// As [`read_from`], for a portfolio: of a file that is largely no text only so much is read as [`decode`](crate::storage::decode)
/// needs to refuse it.
pub(super) fn read_portfolio(
    disk: &dyn Disk,
    path: &Path,
    limit: u64,
    goes_on: &mut dyn FnMut(&[u8]) -> bool,
) -> Result<Vec<u8>, FileFailure> {
    let mut screen = Screen::portfolio();
    read_while(disk, path, limit, &mut |piece| goes_on(piece) && screen.goes_on(piece))
}

fn read_while(
    disk: &dyn Disk,
    path: &Path,
    limit: u64,
    goes_on: &mut dyn FnMut(&[u8]) -> bool,
) -> Result<Vec<u8>, FileFailure> {
    disk.read_while(path, limit, goes_on).map_err(|error| {
        if error.kind() == io::ErrorKind::FileTooLarge {
            FileFailure::TooLarge { limit, path: path.to_owned() }
        } else {
            refused(Step::Open, path)(error)
        }
    })
}

/// Writes a file so that at any moment either the old or the new one is there whole.
///
/// Links are followed to the real file. A new file is readable by its owner alone; one that was there keeps its mode.
///
/// # Errors
/// What the system says, with the step. The temporary file is removed and the target untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileFailure> {
    write_to(&RealDisk, path, bytes)
}

/// As [`write_atomically`], where there is no file yet; whether it was so.
///
/// # Errors
/// As [`write_atomically`].
pub fn write_where_missing(path: &Path, bytes: &[u8]) -> Result<bool, FileFailure> {
    let written = write_named(&RealDisk, path, bytes, |temporary, target| RealDisk.rename_to_new(temporary, target));
    match written {
        Ok(()) => Ok(true),
        Err(FileFailure::Refused { step: Step::Rename, kind: io::ErrorKind::AlreadyExists, .. }) => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// As [`write_atomically`], filled by the caller as it is made. Where that fails, the target stays what it was.
///
/// # Errors
/// The caller's, or as [`write_atomically`].
pub(super) fn write_as_made<E: From<FileFailure>>(
    path: &Path,
    fill: impl FnOnce(&mut dyn DiskFile) -> Result<(), E>,
) -> Result<(), E> {
    fill_named(&RealDisk, path, fill, |temporary, target| RealDisk.rename(temporary, target))
}

/// [`write_atomically`] on a disk of the caller's.
pub(super) fn write_to(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), FileFailure> {
    write_named(disk, path, bytes, |temporary, target| disk.rename(temporary, target))
}

fn write_named(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    name: impl FnOnce(&Path, &Path) -> io::Result<()>,
) -> Result<(), FileFailure> {
    let fill = |file: &mut dyn DiskFile| file.write_all(bytes).map_err(refused(Step::Write, path));
    fill_named(disk, path, fill, name)
}

fn fill_named<E: From<FileFailure>>(
    disk: &dyn Disk,
    path: &Path,
    fill: impl FnOnce(&mut dyn DiskFile) -> Result<(), E>,
    name: impl FnOnce(&Path, &Path) -> io::Result<()>,
) -> Result<(), E> {
    let target = disk.real_path(path).map_err(|error| {
        let step = if error.kind() == io::ErrorKind::NotFound { Step::Create } else { Step::Resolve };
        refused(step, path)(error)
    })?;
    let mode = mode_of(disk, &target).map_err(refused(Step::Resolve, path))?;
    let temporary = target.with_file_name(format!(".upgrade-desk-{}.tmp", Uuid::new_v4().simple()));
    let written = fill_new(disk, &temporary, mode, fill, path)
        .and_then(|()| Ok(name(&temporary, &target).map_err(refused(Step::Rename, path))?));
    if let Err(failure) = written {
        // What is left of it is of no use; where it cannot be removed, its name says what it was.
        let _left = disk.remove(&temporary);
        return Err(failure);
    }
    Ok(disk.sync_folder(folder_of(&target)).map_err(refused(Step::SyncFolder, path))?)
}

/// Makes a new file that is whole and on the disk, though not yet its name. `path` is whom a failure is about.
pub(super) fn write_new(
    disk: &dyn Disk,
    at: &Path,
    mode: Option<u32>,
    bytes: &[u8],
    path: &Path,
) -> Result<(), FileFailure> {
    fill_new(disk, at, mode, |file| file.write_all(bytes).map_err(refused(Step::Write, path)), path)
}

fn fill_new<E: From<FileFailure>>(
    disk: &dyn Disk,
    at: &Path,
    mode: Option<u32>,
    fill: impl FnOnce(&mut dyn DiskFile) -> Result<(), E>,
    path: &Path,
) -> Result<(), E> {
    let mut file = disk.create(at, mode).map_err(refused(Step::Create, path))?;
    fill(&mut *file)?;
    Ok(file.sync().map_err(refused(Step::Sync, path))?)
}

/// Gives back the memory of a large file bit by bit: while the system takes memory back, it holds every thread that asks for
/// some, and the window's is one of them.
pub(super) fn let_go(mut bytes: Vec<u8>) {
    /// 4 MiB.
    const PIECE: usize = 4 << 20;
    while bytes.len() > PIECE {
        bytes.truncate(bytes.len() - PIECE);
        bytes.shrink_to_fit();
    }
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The mode of a file that is there. A pipe or a device would be replaced by a file of its name, so it is refused.
pub(super) fn mode_of(disk: &dyn Disk, target: &Path) -> io::Result<Option<u32>> {
    match disk.facts(target) {
        Ok(facts) if !facts.is_file => Err(match disk.names(target) {
            Ok(_) => io::ErrorKind::IsADirectory.into(),
            Err(_) => io::Error::other(NOT_A_FILE),
        }),
        Ok(facts) => Ok(facts.mode),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether two paths lead to the same file, as far as that can be told.
#[must_use]
pub fn same_file(a: &Path, b: &Path) -> bool {
    match (RealDisk.real_path(a), RealDisk.real_path(b)) {
        (Ok(a), Ok(b)) => a == b && RealDisk.facts(&a).is_ok(),
        (Ok(_) | Err(_), _) => false,
    }
}
