//! Reading files within a limit and writing them whole or not at all. What is in them is `storage`'s and `exchange`'s.

use std::fs::{self, File, Permissions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

/// What was being done when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Open,
    Read,
    /// Following the links to the real file.
    Resolve,
    /// Making the temporary file beside the target.
    Create,
    Write,
    /// Getting the bytes onto the disk.
    Sync,
    /// Putting the temporary file in the target's place.
    Rename,
    /// Getting the folder's entry onto the disk: the new file is in place, but a power cut could still undo it.
    SyncFolder,
}

impl Step {
    const fn words(self) -> &'static str {
        match self {
            Self::Open => "the file cannot be opened",
            Self::Read => "the file cannot be read",
            Self::Resolve => "the place of the file cannot be found",
            Self::Create => "no temporary file can be made beside the file",
            Self::Write => "the file cannot be written",
            Self::Sync => "the file cannot be put safely on the disk",
            Self::Rename => "the new file cannot take the place of the old one",
            Self::SyncFolder => "the folder cannot be put safely on the disk",
        }
    }
}

/// The world said no to a file. After a failed write the target is what it was, but after [`Step::SyncFolder`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileFailure {
    /// `said` is the system's sentence.
    #[error("{}: {said}: {}", step.words(), path.display())]
    Refused { step: Step, kind: io::ErrorKind, said: String, path: PathBuf },
    /// In bytes.
    #[error("the file is larger than {limit} bytes: {}", path.display())]
    TooLarge { limit: u64, path: PathBuf },
}

fn refused(step: Step, path: &Path) -> impl FnOnce(io::Error) -> FileFailure {
    move |error| FileFailure::Refused { step, kind: error.kind(), said: error.to_string(), path: path.to_owned() }
}

/// Reads a whole file of at most `limit` bytes. A file that grows or lies about its size is stopped there too.
///
/// # Errors
/// Too large, or what the system says.
pub fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, FileFailure> {
    // Opening a pipe waits for its other end, and a device has none.
    let is_plain = fs::metadata(path).map_err(refused(Step::Open, path))?;
    if !is_plain.is_file() {
        return Err(refused(Step::Open, path)(no_file(&is_plain)));
    }
    let file = File::open(path).map_err(refused(Step::Open, path))?;
    let too_large = || FileFailure::TooLarge { limit, path: path.to_owned() };
    let size = file.metadata().map_err(refused(Step::Open, path))?.len();
    if size > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused(Step::Read, path))?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

/// Writes a file so that at any moment either the old or the new one is there whole.
///
/// Links are followed to the real file. A new file is readable by its owner alone; one that was there keeps its mode.
///
/// # Errors
/// What the system says, with the step. The temporary file is removed and the target untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileFailure> {
    let target = resolve(path).map_err(refused(Step::Resolve, path))?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let mode = mode_of(&target).map_err(refused(Step::Resolve, path))?;
    let mut temporary = create(folder).map_err(refused(Step::Create, path))?;
    temporary.write_all(bytes).map_err(refused(Step::Write, path))?;
    if let Some(mode) = mode {
        temporary.as_file().set_permissions(mode).map_err(refused(Step::Write, path))?;
    }
    temporary.as_file().sync_all().map_err(refused(Step::Sync, path))?;
    temporary.persist(&target).map_err(|failed| refused(Step::Rename, path)(failed.error))?;
    sync_folder(folder).map_err(refused(Step::SyncFolder, path))
}

/// A file of its own that nobody else has or can read; it is removed when it is dropped.
fn create(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".upgrade-desk-").suffix(".tmp").tempfile_in(folder)
}

fn no_file(metadata: &fs::Metadata) -> io::Error {
    if metadata.is_dir() { io::ErrorKind::IsADirectory.into() } else { io::Error::other("it is not a regular file") }
}

/// The mode of a file that is there.
fn mode_of(target: &Path) -> io::Result<Option<Permissions>> {
    match fs::metadata(target) {
        // A pipe or a device would be replaced by a file of its name.
        Ok(metadata) if !metadata.is_file() => Err(no_file(&metadata)),
        Ok(metadata) => Ok(Some(metadata.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The real file behind links, also where it is not there yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => {
                let to = fs::read_link(&path)?;
                path = path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to));
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many links"))
}

/// Whether two paths lead to the same file, as far as that can be told.
#[must_use]
pub fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        (Ok(_) | Err(_), _) => false,
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere the rename itself is written through, and folders cannot be opened.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
