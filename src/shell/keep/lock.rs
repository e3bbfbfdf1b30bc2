//! One writer at a time: the lock, the wish that the other window come to the front, and the hint on shares, where locks cannot be relied on.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

use super::super::disk::{Disk, HeldLock};
use super::super::files::{FileFailure, Step, folder_of, refused};
use super::place::Place;

/// What stands beside a portfolio on a share while it is open somewhere, in bytes at most.
const HINT_LIMIT: u64 = 4096;

/// Who has a portfolio on a share open, as their hint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// User, machine and time, as written.
    pub said: String,
}

/// A portfolio that only we write.
pub(super) struct Lock {
    _held: HeldLock,
    hint: Option<PathBuf>,
}

impl std::fmt::Debug for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lock").field("hint", &self.hint).finish_non_exhaustive()
    }
}

impl Lock {
    /// Takes the lock; `None` where another has it.
    pub fn take(disk: &dyn Disk, place: &Place) -> Result<Option<Self>, FileFailure> {
        place.make(disk)?;
        let path = place.lock();
        let held = disk.lock(&path).map_err(refused(Step::Lock, &path))?;
        Ok(held.map(|held| Self { _held: held, hint: None }))
    }

    /// Takes the lock, beside the file where the state folder cannot be written; `None` where another has it.
    pub fn take_anywhere(
        disk: &dyn Disk,
        place: &mut Place,
        id: Uuid,
        path: &Path,
    ) -> Result<Option<Self>, FileFailure> {
        match Self::take(disk, place) {
            Ok(lock) => Ok(lock),
            Err(failure) if place.is_beside => Err(failure),
            Err(_) => {
                *place = Place::beside(id, path);
                Self::take(disk, place)
            }
        }
    }

    /// Leaves a hint beside a portfolio on a share, and gives back whose hint was there.
    pub fn hint(&mut self, disk: &dyn Disk, portfolio: &Path, me: &str, now: DateTime<Utc>) -> Option<Holder> {
        if !disk.is_share(portfolio) {
            return None;
        }
        let path = hint_path(portfolio);
        let other = disk.read(&path, HINT_LIMIT).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let other = other.filter(|said| said.rsplit_once(", ").map_or(said.as_str(), |(who, _)| who) != me);
        if other.is_none() {
            let _left_from_before = disk.remove(&path);
            let text = format!("{me}, {}", now.to_rfc3339_opts(SecondsFormat::Secs, true));
            let written =
                disk.create(&path, None).and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()));
            // Where no hint can be left, the others see the lock or nothing.
            self.hint = written.is_ok().then_some(path);
        }
        other.map(|said| Holder { said })
    }

    /// Takes the hint away again.
    pub fn release(&mut self, disk: &dyn Disk) {
        if let Some(hint) = self.hint.take() {
            let _gone_already = disk.remove(&hint);
        }
    }
}

fn hint_path(portfolio: &Path) -> PathBuf {
    let name = portfolio.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder_of(portfolio).join(format!(".{name}.upgrade-desk-open"))
}

/// Asks the window that has a portfolio open to come to the front.
pub(super) fn ask_to_front(disk: &dyn Disk, place: &Place) -> Result<(), FileFailure> {
    let path = place.request();
    let _asked_before = disk.remove(&path);
    disk.create(&path, None).map(drop).map_err(refused(Step::Folder, &path))
}

/// Whether somebody asked this window to come to the front since the last time.
pub(super) fn was_asked_to_front(disk: &dyn Disk, place: &Place) -> bool {
    disk.remove(&place.request()).is_ok()
}
