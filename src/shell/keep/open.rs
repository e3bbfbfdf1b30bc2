//! Opening: the file, and the journal that belongs to it, replayed in memory. Nothing is written but the lock.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::super::disk::Disk;
use super::super::files::{FileFailure, Step, folder_of, let_go, read_portfolio, refused};
use super::journal::{Journal, Journals};
use super::kept::Kept;
use super::lock::{self, Holder, Lock};
use super::place::{self, Place};
use super::rebuild::{Rebuilt, rebuild};
use super::{Keeping, segments};
use crate::model::{ContentHash, Entry, Portfolio};
use crate::state::carry_out;
use crate::storage::{self, FileFinding, GoesOn, LoadError, Loaded, NotUnderstood, Seal, decode_watched, peek_format};

/// How many changes can be undone after a restart.
const UNDONE_AFTER_RESTART: usize = 1_000;

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To be changed: it is locked against other writers.
    Change,
    /// To be looked at, whoever has it open.
    Look,
}

/// The person's own version, where the file in its place is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// `None` where the file that it began with is no longer to be found: then the journal's changes alone are left.
    pub portfolio: Option<Portfolio>,
    /// The changes that were not in any file.
    pub entries: Vec<Arc<Entry>>,
}

/// A portfolio as file and journal give it.
#[derive(Debug)]
pub struct Opened {
    /// The real file.
    pub path: PathBuf,
    pub portfolio: Portfolio,
    pub not_understood: Vec<NotUnderstood>,
    pub findings: Vec<FileFinding>,
    pub seal: Seal,
    /// Changes that were in the journal alone, oldest first; the portfolio has them.
    pub recovered: Vec<Arc<Entry>>,
    /// Changes before those, as far as they can be undone.
    pub past: Vec<Arc<Entry>>,
    /// The file is not the one that the journal's changes were made on; the portfolio is the file's.
    pub mine: Option<Mine>,
    /// Other files in the folder that are versions of the same portfolio.
    pub copies: Vec<PathBuf>,
    /// Who else has it open, on a share.
    pub holder: Option<Holder>,
    /// A newer version of the program wrote the journal: its last changes cannot be read here.
    pub journal_is_newer: bool,
    /// The journal is damaged in its middle: changes that it held cannot be read.
    pub journal_is_damaged: bool,
    /// The file is not the one that was stored last, though nothing of the person's was missing in that.
    pub is_replaced: bool,
    /// To go on with, where the portfolio can be changed.
    pub kept: Option<Kept>,
}

/// Why a portfolio did not open.
#[derive(Debug, Error)]
pub enum OpenFailure {
    #[error(transparent)]
    File(#[from] FileFailure),
    /// It is no portfolio that can be read. `better` is what backups and journal give instead. `bytes` are not all of the file
    /// where that is largely no text.
    #[error("{error}")]
    Damaged { path: PathBuf, error: LoadError, bytes: Vec<u8>, better: Option<Box<Rebuilt>> },
    /// Nobody wants it anymore.
    #[error("opening it was given up")]
    GivenUp,
    /// Another window, or a command, has it open to be changed.
    #[error("it is open elsewhere")]
    Locked { path: PathBuf },
}

/// Hears how opening goes on.
#[derive(Clone, Copy)]
pub struct Watcher<'a> {
    /// Told of each byte twice: when it was read from the disk, and when its record was read.
    pub goes_on: GoesOn<'a>,
    /// Told of the file's first bytes.
    pub begins: &'a (dyn Fn(&[u8]) + Sync),
}

impl std::fmt::Debug for Watcher<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watcher").finish_non_exhaustive()
    }
}

/// Opens a portfolio file.
///
/// # Errors
/// See [`OpenFailure`]; nothing was written.
pub fn open(
    keeping: &Keeping,
    path: &Path,
    access: Access,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Opened, OpenFailure> {
    open_watched(keeping, path, access, limit, now, Watcher { goes_on: &|_| true, begins: &|_| () })
}

/// As [`open`], telling how far it is.
///
/// # Errors
/// As [`open`].
pub fn open_watched(
    keeping: &Keeping,
    path: &Path,
    access: Access,
    limit: u64,
    now: DateTime<Utc>,
    watcher: Watcher<'_>,
) -> Result<Opened, OpenFailure> {
    let disk = &*keeping.disk;
    let path = disk.real_path(path).map_err(refused(Step::Open, path))?;
    let mut is_first = true;
    let bytes = read_portfolio(disk, &path, limit, &mut |piece| {
        if std::mem::take(&mut is_first) {
            (watcher.begins)(piece);
        }
        (watcher.goes_on)(piece.len())
    })?;
    if !(watcher.goes_on)(0) {
        return Err(OpenFailure::GivenUp);
    }
    let loaded = match decode_watched(&bytes, watcher.goes_on) {
        Ok(Some(loaded)) => loaded,
        Ok(None) => return Err(OpenFailure::GivenUp),
        Err(error) => return Err(damaged(keeping, path, error, bytes)),
    };
    let Loaded { portfolio, not_understood, findings, seal, hash } = loaded;
    let id = portfolio.id;
    let mut place = keeping.place(id, &path);
    // What this version does not understand is not written, so there is nothing to lock.
    let changes = access == Access::Change && not_understood.is_empty();
    let mut lock = if changes { Some(take_lock(keeping, &mut place, id, &path)?) } else { None };
    // Another one may have written it between the first look and the lock.
    if changes && !disk.holds(&path, &bytes).map_err(refused(Step::Open, &path))? {
        drop(lock);
        return open_watched(keeping, &path, access, limit, now, watcher);
    }
    // The journal is read next; the file's text is not wanted anymore, and it is the largest thing there is.
    let_go(bytes);
    let holder = lock.as_mut().and_then(|lock| lock.hint(disk, &path, &keeping.me, now));

    let journals = Journals::of(disk, &place, keeping.safety)?;
    let own = journals.last()?.map(|journal| (place.clone(), journal));
    let found: Vec<_> = own.into_iter().chain(of_other_place(keeping, id, &path, &place)?).collect();
    // Numbers go on behind all that were given, in whichever place.
    let highest = found.iter().map(|(_, journal)| journal.last_seq()).max().unwrap_or(0);
    // Of two that belong to the file, the one that took over from the other goes farther.
    let found = found
        .into_iter()
        .rev()
        .max_by_key(|(_, journal)| (journal.belongs_to(hash, keeping.safety), journal.last_seq()));
    let found = found.or_else(|| of_moved_file(keeping, id, &place, hash));
    let last = found.as_ref().map(|(_, journal)| journal);
    let base_customers = portfolio.customers.len();
    let mut opened = Opened {
        copies: copies(disk, &path, id),
        path,
        portfolio,
        not_understood,
        findings,
        seal,
        recovered: Vec::new(),
        past: Vec::new(),
        mine: None,
        holder,
        journal_is_newer: last.is_some_and(|journal| journal.is_newer),
        journal_is_damaged: last.is_some_and(|journal| journal.is_damaged),
        is_replaced: false,
        kept: None,
    };
    if let Some((found_at, last)) = &found {
        follow(&mut opened, keeping, found_at, last, hash)?;
    }
    let after = found.as_ref().filter(|(found_at, _)| *found_at == place).map(|(_, journal)| journal.header.number);
    if changes && !opened.journal_is_newer {
        let seq = last.map_or(0, Journal::last_seq).max(highest);
        opened.kept = Some(Kept {
            keeping: keeping.clone(),
            place,
            path: opened.path.clone(),
            base: Some(hash),
            // The person's changes, where they are to be asked, go on belonging to the file that they were made on.
            origin: last
                .filter(|_| opened.mine.as_ref().is_some_and(|mine| !mine.entries.is_empty()))
                .map_or(hash, |last| last.header.base),
            base_customers,
            announced: Vec::new(),
            keeps_as_copy: false,
            is_first: true,
            is_prepared: false,
            is_new: false,
            portfolio: opened.portfolio.clone(),
            entries: opened.recovered.clone(),
            past: opened.past.clone(),
            seq,
            after,
            journal: None,
            lock,
            found: Vec::new(),
        });
    }
    Ok(opened)
}

/// Lets the journal's changes follow the file, or tells the person's version from the file's.
fn follow(
    opened: &mut Opened,
    keeping: &Keeping,
    place: &Place,
    last: &Journal,
    file: ContentHash,
) -> Result<(), FileFailure> {
    if let Some(beyond) = last.beyond(file, keeping.safety) {
        for entry in beyond {
            carry_out(&mut opened.portfolio, &entry.edits());
        }
        opened.recovered = beyond.to_vec();
        let journals = Journals::of(&*keeping.disk, place, keeping.safety)?;
        let mut past = segments::past(&journals, last, UNDONE_AFTER_RESTART);
        past.truncate(past.len().saturating_sub(beyond.len()));
        opened.past = past;
        return Ok(());
    }
    let unsaved = last.unsaved();
    opened.is_replaced = unsaved.is_empty();
    // A file that another window of this program wrote can well be the person's own; one that was edited is shown beside
    // what it was.
    if !unsaved.is_empty() || opened.seal == Seal::Wrong {
        let portfolio = rebuild(keeping, place).filter(|rebuilt| rebuilt.is_latest).map(|rebuilt| rebuilt.portfolio);
        let differs = portfolio.as_ref().is_some_and(|portfolio| *portfolio != opened.portfolio);
        if differs || !unsaved.is_empty() {
            opened.mine = Some(Mine { portfolio, entries: unsaved.to_vec() });
        }
    }
    Ok(())
}

/// Takes the lock. The window that has it already is asked to show itself.
fn take_lock(keeping: &Keeping, place: &mut Place, id: Uuid, path: &Path) -> Result<Lock, OpenFailure> {
    Lock::take_anywhere(&*keeping.disk, place, id, path)?.ok_or_else(|| {
        let _best_effort = lock::ask_to_front(&*keeping.disk, place);
        OpenFailure::Locked { path: path.to_owned() }
    })
}

/// The last journal in the other of the two places: the state folder could not be written for a while, or cannot be now.
fn of_other_place(
    keeping: &Keeping,
    id: Uuid,
    path: &Path,
    own: &Place,
) -> Result<Option<(Place, Journal)>, FileFailure> {
    let other = if own.is_beside { Place::of(&keeping.state, id, path) } else { Place::beside(id, path) };
    let last = Journals::of(&*keeping.disk, &other, keeping.safety).and_then(|journals| journals.last());
    match last {
        Ok(last) => Ok(last.map(|journal| (other, journal))),
        // A folder that was never ours to read has nothing of ours.
        Err(FileFailure::Refused { kind: io::ErrorKind::PermissionDenied, .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// The journal of a file that was moved: it lies under the old path, names this content, and nothing is left there.
fn of_moved_file(keeping: &Keeping, id: Uuid, own: &Place, hash: ContentHash) -> Option<(Place, Journal)> {
    let disk = &*keeping.disk;
    let folder = place::of_id(&keeping.state, id);
    for name in disk.names(&folder).ok()? {
        let place = Place { folder: folder.join(name), is_beside: false };
        if place == *own {
            continue;
        }
        let last = Journals::of(disk, &place, keeping.safety).ok().and_then(|journals| journals.last().ok().flatten());
        let Some(journal) = last else { continue };
        let is_gone = disk.facts(Path::new(&journal.header.path)).is_err_and(|e| e.kind() == io::ErrorKind::NotFound);
        if is_gone && journal.beyond(hash, keeping.safety).is_some_and(|beyond| !beyond.is_empty()) {
            return Some((place, journal));
        }
    }
    None
}

/// Other files beside this one that carry the same portfolio's id: what sync clients leave where two machines wrote.
fn copies(disk: &dyn Disk, path: &Path, id: Uuid) -> Vec<PathBuf> {
    /// The id stands at the beginning of every file that we wrote.
    const OPENING: u64 = 512;
    let folder = folder_of(path);
    let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let id = id.to_string();
    let mut copies = Vec::new();
    for name in disk.names(folder).unwrap_or_default() {
        // Sync clients keep the beginning of the name; a folder full of other files is not read for it.
        if name == own || !name.starts_with(&stem) || name.starts_with('.') {
            continue;
        }
        let other = folder.join(&name);
        let opening = disk.read_start(&other, OPENING).unwrap_or_default();
        let text = storage::opening(&opening);
        if peek_format(&text).is_some() && text.contains(&id) {
            copies.push(other);
        }
    }
    copies
}

/// What a file that cannot be read leaves to offer.
fn damaged(keeping: &Keeping, path: PathBuf, error: LoadError, bytes: Vec<u8>) -> OpenFailure {
    // The path can have held another portfolio before: what was recorded last is the likeliest.
    let places = keeping.places_of_path(&path);
    let better = places.iter().filter_map(|place| rebuild(keeping, place));
    let better = better.max_by_key(|rebuilt| rebuilt.at);
    OpenFailure::Damaged { path, error, bytes, better: better.map(Box::new) }
}
