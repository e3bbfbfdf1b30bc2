//! Other files of a portfolio: one that is new, one under another name, and both versions where two have written.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::super::files::{FileFailure, Step, folder_of, read_from, refused, write_to};
use super::checkpoint::{CheckpointFailure, Swapped, beside};
use super::kept::{Kept, NO_FILE};
use super::lock::Lock;
use super::open::Mine;
use super::place::Place;
use super::{Keeping, place, segments};
use crate::model::{ContentHash, Portfolio};
use crate::storage::{EncodeError, MAXIMUM_SIZE, content_hash, decode, encode_checked};

/// Why another file was not made.
#[derive(Debug, Error)]
pub enum VersionFailure {
    #[error(transparent)]
    File(#[from] FileFailure),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error(transparent)]
    Checkpoint(#[from] CheckpointFailure),
    /// The file that was to be replaced is open in another window.
    #[error("it is open elsewhere")]
    Locked { path: PathBuf },
}

/// A path at which nobody has a portfolio open, and nobody opens one that was there before.
#[derive(Debug)]
pub struct Claim {
    _locks: Vec<Lock>,
}

impl Keeping {
    /// Makes sure that nobody has the file at a path open to be changed, whichever portfolio it is; `None` where somebody has.
    ///
    /// # Errors
    /// What the system says of the locks.
    pub fn claim(&self, path: &Path) -> Result<Option<Claim>, FileFailure> {
        let disk = &*self.disk;
        // A folder that is not there holds nothing that is open; whoever writes says so.
        let Ok(path) = disk.real_path(path) else { return Ok(Some(Claim { _locks: Vec::new() })) };
        let ids = disk.names(&place::all_beside(&path)).unwrap_or_default();
        let ids = ids.iter().filter_map(|name| Uuid::parse_str(name).ok());
        let beside = ids.map(|id| Place::beside(id, &path));
        let mut places = self.places_of_path(&path);
        for place in beside.filter(|place| disk.facts(&place.folder).is_ok()) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let mut locks = Vec::new();
        for place in &places {
            match Lock::take(disk, place)? {
                Some(lock) => locks.push(lock),
                None => return Ok(None),
            }
        }
        Ok(Some(Claim { _locks: locks }))
    }

    /// Begins to keep a portfolio that has no file. Nothing is written before its first change.
    #[must_use]
    pub fn begin(&self, portfolio: Portfolio) -> Kept {
        let path = place::untitled(&self.state, portfolio.id);
        self.kept(portfolio, path, None)
    }

    fn kept(&self, portfolio: Portfolio, path: PathBuf, base: Option<ContentHash>) -> Kept {
        Kept {
            keeping: self.clone(),
            place: self.place(portfolio.id, &path),
            path,
            base,
            origin: base.unwrap_or(NO_FILE),
            base_customers: 0,
            announced: Vec::new(),
            keeps_as_copy: false,
            is_first: false,
            is_prepared: false,
            is_new: true,
            portfolio,
            entries: Vec::new(),
            past: Vec::new(),
            seq: 0,
            after: None,
            journal: None,
            lock: None,
            found: Vec::new(),
        }
    }

    /// Writes a portfolio as a file of its own beside another, under an id of its own, and gives back where.
    ///
    /// # Errors
    /// What the system says; no file is left behind.
    pub fn write_copy(
        &self,
        portfolio: &Portfolio,
        id: Uuid,
        beside_path: &Path,
        what: &str,
        now: DateTime<Utc>,
    ) -> Result<PathBuf, VersionFailure> {
        let copy = Portfolio { id, ..portfolio.clone() };
        let text = encode_checked(&copy)?;
        let path = beside(&*self.disk, beside_path, what, now)?;
        write_to(&*self.disk, &path, text.as_bytes())?;
        Ok(path)
    }
}

impl Kept {
    /// The first file of a portfolio that had none. It is locked from now on.
    pub(super) fn write_first_file(&mut self, now: DateTime<Utc>) -> Result<(), CheckpointFailure> {
        let folder = folder_of(&self.path).to_owned();
        let disk = &*self.keeping.disk;
        disk.make_folder(&folder).map_err(refused(Step::Folder, &folder))?;
        // The folders above can be new too, and their names lost with what is in them.
        for made in [folder_of(&folder), folder_of(&self.keeping.state)] {
            disk.sync_folder(made).map_err(refused(Step::Folder, made))?;
        }
        if self.lock.is_none() {
            let (id, path) = (self.portfolio.id, self.path.clone());
            self.lock = Lock::take_anywhere(&*self.keeping.disk, &mut self.place, id, &path)?;
        }
        self.checkpoint(now).map(drop)
    }

    /// The portfolio under another name, as a portfolio of its own: with its past, so that undo reaches back.
    ///
    /// # Errors
    /// The new file is not there, and this one goes on.
    pub fn save_as(&self, path: &Path, id: Uuid, now: DateTime<Utc>) -> Result<Kept, VersionFailure> {
        let disk = &*self.keeping.disk;
        let path = disk.real_path(path).map_err(refused(Step::Resolve, path))?;
        let replaced = match read_from(disk, &path, MAXIMUM_SIZE) {
            Ok(bytes) => Some(bytes),
            Err(failure) if failure.is_missing() => None,
            Err(failure) => return Err(failure.into()),
        };
        // Whoever has the replaced file open would lose it under their hands.
        let other = replaced.as_deref().and_then(|bytes| decode(bytes).ok()).map(|loaded| loaded.portfolio);
        let mut _other_lock = None;
        if let Some(other) = &other {
            let mut place = self.keeping.place(other.id, &path);
            _other_lock = Lock::take_anywhere(disk, &mut place, other.id, &path)?;
            if _other_lock.is_none() && path != self.path {
                return Err(VersionFailure::Locked { path });
            }
        }
        let portfolio = Portfolio { id, ..self.portfolio.clone() };
        let mut kept = self.keeping.kept(portfolio, path, replaced.as_deref().map(content_hash));
        kept.base_customers = other.map_or(0, |other| other.customers.len());
        kept.lock = Lock::take_anywhere(disk, &mut kept.place, id, &kept.path.clone())?;
        // What came before was not made on the file that is replaced.
        kept.origin = NO_FILE;
        kept.seq = self.seq;
        kept.entries = self.past.iter().chain(&self.entries).map(Arc::clone).collect();
        kept.checkpoint(now)?;
        Ok(kept)
    }

    /// Goes on with the person's version where the file is another one, which is kept beside it.
    ///
    /// # Errors
    /// The file was not written; the journal holds the person's version all the same.
    pub fn keep_mine(
        &mut self,
        mine: Option<Mine>,
        found: Option<ContentHash>,
        now: DateTime<Utc>,
    ) -> Result<Swapped, CheckpointFailure> {
        if let Some(Mine { portfolio: Some(portfolio), entries }) = mine {
            self.portfolio = portfolio;
            self.entries = entries;
        }
        self.base = found;
        self.keeps_as_copy = found.is_some();
        self.checkpoint(now)
    }

    /// Gives up the person's version for the file's: it is written beside it, and its journals are set aside. `None` where
    /// the person's version cannot be put together: then the journals that were set aside are all that is left of it.
    ///
    /// # Errors
    /// Nothing was given up.
    pub fn take_theirs(&mut self, mine: Option<&Mine>, now: DateTime<Utc>) -> Result<Option<PathBuf>, VersionFailure> {
        let mine = mine.map_or(Some(&self.portfolio), |mine| mine.portfolio.as_ref());
        let copy = match mine {
            Some(mine) => Some(self.keeping.write_copy(mine, mine.id, &self.path, "my version", now)?),
            None => None,
        };
        self.journal = None;
        self.after = None;
        segments::discard(&self.keeping, &self.place, now)?;
        Ok(copy)
    }

    /// Gives up a portfolio without a name: its file goes among the discarded journals, where it is kept for a while.
    ///
    /// # Errors
    /// It is still there, and comes back at the next start.
    pub fn discard(&mut self, now: DateTime<Utc>) -> Result<(), FileFailure> {
        let disk = &*self.keeping.disk;
        // One that was announced can be there although nobody could say so.
        if self.base.is_some() || !self.announced.is_empty() {
            self.journal = None;
            segments::discard(&self.keeping, &self.place, now)?;
            let name = self.path.file_name().unwrap_or_default();
            let to = self.place.discarded().join(segments::dated(&name.to_string_lossy(), now));
            match disk.rename(&self.path, &to) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                renamed => renamed.map_err(refused(Step::Rename, &self.path))?,
            }
            disk.sync_folder(&self.place.discarded()).map_err(refused(Step::SyncFolder, &to))?;
            self.base = None;
            self.announced.clear();
        }
        self.entries.clear();
        Ok(())
    }
}
