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
use super::super::files::{FileFailure, Step, folder_of, let_go, mode_of, read_from, refused, write_new};
use super::backups::{self, BackupKind, Label};
use super::journal::{AppendFailure, Journals};
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
    /// The writing thread ended before its time.
    #[error("the program found a fault of its own while it wrote the file")]
    Fault,
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
    /// Contents that a checkpoint put in place without being able to say so: they are ours too.
    pub(super) announced: Vec<Intent>,
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
    /// Somebody else's version that an earlier checkpoint had left under a name of ours.
    found: Option<PathBuf>,
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
    path.with_file_name(format!("{}{}.{NEW}", temporary_prefix(path), hash.short()))
}

/// How the names of a file's temporary files begin: nobody else's are touched.
fn temporary_prefix(path: &Path) -> String {
    format!(".upgrade-desk-{}-", key(path))
}

impl Job {
    /// The first half: everything that can fail without a trace.
    pub fn write(mut self) -> Result<Written, CheckpointFailure> {
        let text = if self.safety.takes(SafetyStep::ReadBack) {
            encode_checked(&self.portfolio)?
        } else {
            encode(&self.portfolio)?
        };
        let hash = content_hash(text.as_bytes());
        if self.safety.takes(SafetyStep::CompareBefore) {
            let found = compare(&*self.disk, &self.path, self.base, &self.announced)?;
            if let Some((bytes, hash)) = found {
                self.base = Some(hash);
                self.keep_opened(&bytes);
                let_go(bytes);
            }
        }
        let mode = mode_of(&*self.disk, &self.path).map_err(refused(Step::Resolve, &self.path))?;
        let temporary = temporary(&self.path, hash);
        let lies_there = self.disk.facts(&temporary);
        let is_free = lies_there.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        // Of a checkpoint that could not be finished, theirs may be left under a name of ours.
        let found =
            if is_free && self.announced.is_empty() { Vec::new() } else { self.leftovers().clear(None, self.now)? };
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
        let_go(text.into_bytes());
        Ok(Written { job: self, temporary, hash, found: found.into_iter().next() })
    }
}

/// Looks whether the file is what we put there or opened; gives back its bytes and their hash.
pub(super) fn compare(
    disk: &dyn Disk,
    path: &Path,
    base: Option<ContentHash>,
    announced: &[Intent],
) -> Result<Option<(Vec<u8>, ContentHash)>, CheckpointFailure> {
    let found = match read_from(disk, path, MAXIMUM_SIZE) {
        Ok(bytes) => Some(bytes),
        Err(failure) if failure.is_missing() => None,
        Err(failure) => return Err(CheckpointFailure::Outside(Outside::Unreadable(failure))),
    };
    let Some(bytes) = found else {
        return if base.is_none() { Ok(None) } else { Err(CheckpointFailure::Outside(Outside::Gone)) };
    };
    let hash = content_hash(&bytes);
    if base == Some(hash) || announced.iter().any(|intent| intent.hash == hash) {
        return Ok(Some((bytes, hash)));
    }
    Err(CheckpointFailure::Outside(Outside::Changed(hash)))
}

impl Job {
    fn leftovers(&self) -> Leftovers<'_> {
        Leftovers {
            disk: &*self.disk,
            place: &self.place,
            path: &self.path,
            safety: self.safety,
            base: self.base,
            announced: &self.announced,
        }
    }

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
        let Self { job, temporary, hash, found: mut copy } = self;
        let Job { disk, safety, place, path, base, base_customers, keeps_as_copy, portfolio, through, .. } = job;
        let disk = &*disk;
        let came_out = match put_in_place(disk, &temporary, &path) {
            Ok(came_out) => came_out,
            Err(failure) => {
                let _left = disk.remove(&temporary);
                return Err(failure.into());
            }
        };
        let mut backup = None;
        if let Some(old) = &came_out {
            let found = if safety.takes(SafetyStep::LookAtWhatCameOut) {
                disk.read(old, MAXIMUM_SIZE).ok().map(|bytes| {
                    let hash = content_hash(&bytes);
                    let_go(bytes);
                    hash
                })
            } else {
                base
            };
            if found == base && !keeps_as_copy {
                backup = base.map(|base| (old, base));
            } else {
                // It came between the look before and the swap, or its owner is to be asked: it is theirs, and stays.
                let beside = outside_name(disk, &path, now).and_then(|beside| {
                    disk.rename(old, &beside).map_err(refused(Step::Rename, &path))?;
                    Ok(beside)
                });
                // Hidden under a name of ours it would be lost, so it goes back, and is seen the next time.
                copy = Some(beside.inspect_err(|_| put_back(disk, old, &path))?);
            }
        }
        if safety.takes(SafetyStep::SyncFileName) {
            disk.sync_folder(folder_of(&path)).map_err(refused(Step::SyncFolder, &path))?;
        }
        if let Some((old, base)) = backup {
            let label = Label { kind: BackupKind::Replaced, at: now, customers: base_customers, hash: base };
            // The new file is safe; a backup that cannot be set aside is left where it lies, and found there.
            let _kept_beside =
                backups::set_aside(disk, &place, old, label).and_then(|()| backups::prune(disk, &place, now));
        }
        Ok(Swapped { hash, through, customers: portfolio.customers.len(), copy })
    }
}

/// Puts the new file in its place; says where the one that it took the place of lies now.
fn put_in_place(disk: &dyn Disk, temporary: &Path, path: &Path) -> Result<Option<PathBuf>, FileFailure> {
    // Tried also where there was none to be seen: one that has come since must not be lost.
    match disk.exchange(temporary, path) {
        Ok(()) => return Ok(Some(temporary.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            // Without a swap the old file gets a second name first, so that it is never gone.
            match read_from(disk, path, MAXIMUM_SIZE) {
                Ok(bytes) => return copy_then_replace(disk, temporary, path, &bytes).map(Some),
                Err(failure) if failure.is_missing() => {}
                Err(failure) => return Err(failure),
            }
        }
        // It is not there, or was taken away since it was looked at; there is nothing to come out.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(refused(Step::Rename, path)(error)),
    }
    disk.rename(temporary, path).map_err(refused(Step::Rename, path))?;
    Ok(None)
}

fn copy_then_replace(disk: &dyn Disk, temporary: &Path, path: &Path, bytes: &[u8]) -> Result<PathBuf, FileFailure> {
    let old = temporary.with_extension(OLD);
    let _left_from_before = disk.remove(&old);
    let replaced = write_new(disk, &old, None, bytes, path)
        .and_then(|()| disk.sync_folder(folder_of(path)).map_err(refused(Step::SyncFolder, path)))
        .and_then(|()| disk.rename(temporary, path).map_err(refused(Step::Rename, path)));
    match replaced {
        Ok(()) => Ok(old),
        Err(failure) => {
            let _left = disk.remove(&old);
            Err(failure)
        }
    }
}

/// Gives the file's place back to what came out of it.
fn put_back(disk: &dyn Disk, old: &Path, path: &Path) {
    match disk.exchange(old, path) {
        Ok(()) => {
            let _left = disk.remove(old);
        }
        Err(_) => {
            // Where this fails too, it is found by its name the next time.
            let _left = disk.rename(old, path);
        }
    }
    let _seen_the_next_time_all_the_same = disk.sync_folder(folder_of(path));
}

/// A free name beside a file for a version that somebody else wrote.
pub(super) fn outside_name(disk: &dyn Disk, path: &Path, now: DateTime<Utc>) -> Result<PathBuf, FileFailure> {
    beside(disk, path, "changed outside", now)
}

/// So many bytes of a file's name go into the names of its copies.
const LONGEST_STEM: usize = 160;

/// A free name beside a file, that says what it is and when it was made.
pub(super) fn beside(disk: &dyn Disk, path: &Path, what: &str, now: DateTime<Utc>) -> Result<PathBuf, FileFailure> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    // Names of files are limited, to 255 bytes nearly everywhere.
    let end = (0..=stem.len().min(LONGEST_STEM)).rev().find(|end| stem.is_char_boundary(*end)).unwrap_or(0);
    let stem = stem.get(..end).unwrap_or_default();
    let when = now.format("%Y-%m-%d %H-%M-%S");
    let mut turn = 0_u32;
    loop {
        let name = match turn {
            0 => format!("{stem} ({what} {when}).ron"),
            turn => format!("{stem} ({what} {when}, {turn}).ron"),
        };
        let named = path.with_file_name(name);
        match disk.facts(&named) {
            Ok(_) => turn += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(named),
            // A name of which nothing can be learned is not known to be free, and on a broken disk no other would be.
            Err(error) => return Err(refused(Step::Rename, &named)(error)),
        }
    }
}

/// What the names of temporary files end in: the new one, and the old one where two files cannot be swapped.
const NEW: &str = "tmp";
const OLD: &str = "old";

/// What checkpoints that were cut off, or could not be finished, have left beside a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leftovers<'a> {
    pub disk: &'a dyn Disk,
    pub place: &'a Place,
    pub path: &'a Path,
    pub safety: Safety,
    pub base: Option<ContentHash>,
    pub announced: &'a [Intent],
}

impl Leftovers<'_> {
    /// Clears them: our own go, and what came out of the file's place and is no version of ours is kept. Gives back
    /// where. `written` is none of them: it waits for its swap.
    pub fn clear(self, written: Option<&Path>, now: DateTime<Utc>) -> Result<Vec<PathBuf>, FileFailure> {
        let Self { disk, path, .. } = self;
        let folder = folder_of(path);
        let prefix = temporary_prefix(path);
        let names = disk.names(folder).map_err(refused(Step::Read, folder))?;
        let mut left = names.iter().filter_map(|name| {
            let (hash, kind) = name.strip_prefix(&prefix)?.rsplit_once('.')?;
            let at = folder.join(name);
            ([NEW, OLD].contains(&kind) && written != Some(&*at)).then_some((at, hash, kind))
        });
        let Some(first) = left.next() else { return Ok(Vec::new()) };
        let (known, announced) = self.versions()?;
        let mut kept = Vec::new();
        for (at, hash, kind) in std::iter::once(first).chain(left) {
            let content = read_from(disk, &at, MAXIMUM_SIZE).map(|bytes| content_hash(&bytes))?;
            // Only what was announced can have been swapped; the old one is moved there once it is whole.
            let was_swapped = announced.iter().any(|intent| intent.short() == hash)
                && (kind == NEW || disk.facts(&at.with_extension(NEW)).is_err());
            if !was_swapped || content.short() == hash || known.contains(&content) {
                disk.remove(&at).map_err(refused(Step::Rename, &at))?;
            } else {
                let beside = outside_name(disk, path, now)?;
                disk.rename(&at, &beside).map_err(refused(Step::Rename, &at))?;
                disk.sync_folder(folder).map_err(refused(Step::SyncFolder, folder))?;
                kept.push(beside);
            }
        }
        Ok(kept)
    }

    /// The contents that the file is known to have had, and those that were about to take its place.
    fn versions(self) -> Result<(Vec<ContentHash>, Vec<ContentHash>), FileFailure> {
        let mut announced: Vec<ContentHash> = self.announced.iter().map(|intent| intent.hash).collect();
        let mut known: Vec<ContentHash> = self.base.into_iter().collect();
        let journals = Journals::of(self.disk, self.place, self.safety)?;
        for number in journals.numbers() {
            if let Some(journal) = journals.read(*number)? {
                known.push(journal.header.base);
                // Each journal says first what its own file holds, which was not about to come.
                let others =
                    journal.intents.iter().map(|intent| intent.hash).filter(|hash| *hash != journal.header.base);
                announced.extend(others);
            }
        }
        known.extend(&announced);
        Ok((known, announced))
    }
}
