//! The checkpoint: the portfolio file is written anew, and takes the old one's place in one step. The journal's part is `kept`'s.
//!
//! In this order: encode, read back and compare; look at the file that is there; a temporary file beside it, synced; the
//! journal's intent; the swap; a look at what came out; the folder, synced. Cut off anywhere, either file is whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::super::disk::Disk;
use super::super::files::{FileFailure, Step, folder_of, mode_of, read_from, refused, write_new};
use super::backups::{self, BackupKind, Label};
use super::journal::AppendFailure;
use super::place::{Place, key};
use super::safety::{Safety, SafetyStep};
use crate::model::{ContentHash, Portfolio};
use crate::storage::{EncodeError, Intent, MAXIMUM_SIZE, content_hash, encode, encode_checked};

/// What stands in the file's place instead of what we put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Another content.
    Changed(ContentHash),
    /// Nothing: it was moved or deleted.
    Gone,
    /// It cannot be looked at, so it is not known to be unchanged.
    Unreadable(FileFailure),
}

/// Why the file was not written. The journal holds every change all the same.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CheckpointFailure {
    #[error(transparent)]
    File(#[from] FileFailure),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error(transparent)]
    Journal(#[from] AppendFailure),
    #[error("the file was changed outside")]
    Outside(Outside),
}

/// A snapshot to be written: beside the window, on whichever thread.
#[derive(Debug)]
pub struct Job {
    pub(super) now: DateTime<Utc>,
    pub(super) disk: Arc<dyn Disk>,
    pub(super) safety: Safety,
    pub(super) place: Place,
    pub(super) path: PathBuf,
    /// The content that the file is expected to have; `None` where it is not there yet.
    pub(super) base: Option<ContentHash>,
    /// How many customers that content has.
    pub(super) base_customers: usize,
    /// What comes out belongs to somebody else and is kept beside the file.
    pub(super) keeps_as_copy: bool,
    /// The file is still as it was opened.
    pub(super) is_first: bool,
    pub(super) portfolio: Portfolio,
    /// The last change that the snapshot holds.
    pub(super) through: u64,
}

/// A new file that lies beside the old one, whole and on the disk.
#[derive(Debug)]
pub struct Written {
    job: Job,
    temporary: PathBuf,
    pub(super) hash: ContentHash,
}

impl Swapped {
    /// Where somebody else's version was kept, if one came out.
    #[must_use]
    pub fn copy(&self) -> Option<&Path> {
        self.copy.as_deref()
    }
}

/// The new file is in its place.
#[derive(Debug)]
pub struct Swapped {
    pub(super) hash: ContentHash,
    pub(super) through: u64,
    pub(super) customers: usize,
    copy: Option<PathBuf>,
}

/// The file that a journal's intent names, until it is in its place.
fn temporary(path: &Path, hash: ContentHash) -> PathBuf {
    path.with_file_name(format!("{}{}.tmp", temporary_prefix(path), hash.short()))
}

/// How the names of a file's temporary files begin: nobody else's are touched.
fn temporary_prefix(path: &Path) -> String {
    format!(".upgrade-desk-{}-", key(path))
}

impl Job {
    /// The first half: everything that can fail without a trace.
    pub fn write(self) -> Result<Written, CheckpointFailure> {
        let text = if self.safety.takes(SafetyStep::ReadBack) {
            encode_checked(&self.portfolio)?
        } else {
            encode(&self.portfolio)?
        };
        let hash = content_hash(text.as_bytes());
        if self.safety.takes(SafetyStep::CompareBefore) {
            let found = compare(&*self.disk, &self.path, self.base)?;
            if let Some(bytes) = found {
                self.keep_opened(&bytes);
            }
        }
        let mode = mode_of(&*self.disk, &self.path).map_err(refused(Step::Resolve, &self.path))?;
        let temporary = temporary(&self.path, hash);
        let _left_from_before = self.disk.remove(&temporary);
        let written = if self.safety.takes(SafetyStep::SyncFile) {
            write_new(&*self.disk, &temporary, mode, text.as_bytes(), &self.path)
        } else {
            let file = self.disk.create(&temporary, mode);
            file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(refused(Step::Write, &self.path))
        };
        if let Err(failure) = written {
            let _left = self.disk.remove(&temporary);
            return Err(failure.into());
        }
        Ok(Written { job: self, temporary, hash })
    }
}

/// Looks whether the file is what we put there or opened; gives back its bytes.
pub(super) fn compare(
    disk: &dyn Disk,
    path: &Path,
    base: Option<ContentHash>,
) -> Result<Option<Vec<u8>>, CheckpointFailure> {
    let found = match read_from(disk, path, MAXIMUM_SIZE) {
        Ok(bytes) => Some(bytes),
        Err(failure) if failure.is_missing() => None,
        Err(failure) => return Err(CheckpointFailure::Outside(Outside::Unreadable(failure))),
    };
    let hash = found.as_deref().map(content_hash);
    match (hash, base) {
        (found_hash, base) if found_hash == base => Ok(found),
        (Some(hash), _) => Err(CheckpointFailure::Outside(Outside::Changed(hash))),
        (None, _) => Err(CheckpointFailure::Outside(Outside::Gone)),
    }
}

impl Job {
    /// Copies the file as it was opened, where that has not been done.
    fn keep_opened(&self, bytes: &[u8]) {
        if let (true, Some(base)) = (self.is_first, self.base) {
            let label = Label::opened(self.now, self.base_customers, base);
            // The file itself is still there; without room for a copy the new one may still find some.
            let _no_copy = backups::keep_opened(&*self.disk, &self.place, bytes, label);
        }
    }
}

impl Written {
    /// The last change that it holds.
    pub(super) const fn through(&self) -> u64 {
        self.job.through
    }

    /// Where it lies until the swap.
    pub(super) fn temporary(&self) -> &Path {
        &self.temporary
    }

    /// Takes the temporary file away again.
    pub(super) fn give_up(&self) {
        let _left = self.job.disk.remove(&self.temporary);
    }

    /// The second half, once the journal names the new file.
    pub fn swap(self, now: DateTime<Utc>) -> Result<Swapped, CheckpointFailure> {
        let Self { job, temporary, hash } = self;
        let Job { disk, safety, place, path, base, base_customers, keeps_as_copy, portfolio, through, .. } = job;
        let disk = &*disk;
        let came_out = match put_in_place(disk, &temporary, &path, base.is_some()) {
            Ok(came_out) => came_out,
            Err(failure) => {
                let _left = disk.remove(&temporary);
                return Err(failure.into());
            }
        };
        let mut copy = None;
        let mut backup = None;
        if came_out {
            let found = if safety.takes(SafetyStep::LookAtWhatCameOut) {
                disk.read(&temporary, MAXIMUM_SIZE).ok().map(|bytes| content_hash(&bytes))
            } else {
                base
            };
            if found == base && !keeps_as_copy {
                backup = base;
            } else {
                // It came between the look before and the swap, or its owner is to be asked: it is theirs, and stays.
                let beside = outside_name(disk, &path, now);
                disk.rename(&temporary, &beside).map_err(refused(Step::Rename, &path))?;
                copy = Some(beside);
            }
        }
        if safety.takes(SafetyStep::SyncFileName) {
            disk.sync_folder(folder_of(&path)).map_err(refused(Step::SyncFolder, &path))?;
        }
        if let Some(base) = backup {
            let label = Label { kind: BackupKind::Replaced, at: now, customers: base_customers, hash: base };
            // The new file is safe; a backup that cannot be set aside is left where it lies, and found there.
            let _kept_beside =
                backups::set_aside(disk, &place, &temporary, label).and_then(|()| backups::prune(disk, &place, now));
        }
        Ok(Swapped { hash, through, customers: portfolio.customers.len(), copy })
    }
}

/// Puts the new file in its place; says whether the old one now goes by the temporary name.
fn put_in_place(disk: &dyn Disk, temporary: &Path, path: &Path, is_there: bool) -> Result<bool, FileFailure> {
    if is_there {
        match disk.exchange(temporary, path) {
            Ok(()) => return Ok(true),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                // Without a swap the old file gets a second name first, so that it is never gone.
                let old = temporary.with_extension("old");
                let _left_from_before = disk.remove(&old);
                let bytes = read_from(disk, path, MAXIMUM_SIZE)?;
                write_new(disk, &old, None, &bytes, path)?;
                disk.rename(temporary, path).map_err(refused(Step::Rename, path))?;
                disk.rename(&old, temporary).map_err(refused(Step::Rename, path))?;
                return Ok(true);
            }
            // It was taken away since it was looked at; there is nothing to come out.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(refused(Step::Rename, path)(error)),
        }
    }
    disk.rename(temporary, path).map_err(refused(Step::Rename, path))?;
    Ok(false)
}

/// A free name beside a file for a version that somebody else wrote.
pub(super) fn outside_name(disk: &dyn Disk, path: &Path, now: DateTime<Utc>) -> PathBuf {
    beside(disk, path, "changed outside", now)
}

/// A free name beside a file, that says what it is and when it was made.
pub(super) fn beside(disk: &dyn Disk, path: &Path, what: &str, now: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let when = now.format("%Y-%m-%d %H-%M-%S");
    let name = |turn: u32| match turn {
        0 => format!("{stem} ({what} {when}).ron"),
        turn => format!("{stem} ({what} {when}, {turn}).ron"),
    };
    let is_free = |path: &PathBuf| disk.facts(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    (0..).map(|turn| path.with_file_name(name(turn))).find(is_free).unwrap_or_else(|| path.with_file_name(name(0)))
}

/// Clears what a checkpoint that was cut off left beside a file: our own goes, what came out of its place and is nobody's
/// version that we know is kept. Gives back where. `written` is no leftover: it waits for its swap.
pub(super) fn clear_leftovers(
    disk: &dyn Disk,
    path: &Path,
    written: Option<&Path>,
    intents: &[Intent],
    known: &[ContentHash],
    now: DateTime<Utc>,
) -> Result<Vec<PathBuf>, FileFailure> {
    let folder = folder_of(path);
    let prefix = temporary_prefix(path);
    let mut kept = Vec::new();
    for name in disk.names(folder).map_err(refused(Step::Read, folder))? {
        let Some(hash) = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(".tmp")) else { continue };
        let left = folder.join(&name);
        if written == Some(&*left) {
            continue;
        }
        let was_announced = intents.iter().any(|intent| intent.hash.short() == hash);
        let content = read_from(disk, &left, MAXIMUM_SIZE).map(|bytes| content_hash(&bytes))?;
        if !was_announced || content.short() == hash || known.contains(&content) {
            disk.remove(&left).map_err(refused(Step::Rename, &left))?;
        } else {
            let beside = outside_name(disk, path, now);
            disk.rename(&left, &beside).map_err(refused(Step::Rename, &left))?;
            disk.sync_folder(folder).map_err(refused(Step::SyncFolder, folder))?;
            kept.push(beside);
        }
    }
    Ok(kept)
}
