//! Where the journals, the lock and the backups of a portfolio lie. What is in them is the siblings'.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::super::disk::Disk;
use super::super::files::{FileFailure, Step, folder_of, refused};
use crate::storage::content_hash;

/// The folder of all folders, within the program's state folder.
const PORTFOLIOS: &str = "portfolios";
/// Portfolios that have no name of their own yet.
const UNTITLED: &str = "untitled";
/// Stands beside the portfolio where the state folder cannot be written.
const BESIDE: &str = ".upgrade-desk";
/// How many hexadecimal digits tell two paths apart.
const KEY_DIGITS: usize = 16;

/// So many folders of a place lie within the program's own: by key, by id, and that of all portfolios.
const OWN_FOLDERS: usize = 3;

/// The folder of one portfolio file: by the portfolio's id, and within it by the file's path, since a copy made outside keeps its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub folder: PathBuf,
    /// The state folder cannot be written, so this lies beside the file, where a sync client can get at it.
    pub is_beside: bool,
}

impl Place {
    /// The place for a portfolio at a real path, in the state folder.
    pub(super) fn of(state: &Path, id: Uuid, path: &Path) -> Self {
        Self { folder: of_id(state, id).join(key(path)), is_beside: false }
    }

    /// The place beside the file.
    pub(super) fn beside(id: Uuid, path: &Path) -> Self {
        Self { folder: all_beside(path).join(id.to_string()).join(key(path)), is_beside: true }
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Written by a second start to ask the first one to come to the front.
    pub(super) fn request(&self) -> PathBuf {
        self.folder.join("come-to-front")
    }

    pub(super) fn journal(&self, number: u64) -> PathBuf {
        self.folder.join(format!("journal-{number:08}"))
    }

    pub(super) fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    pub(super) fn discarded(&self) -> PathBuf {
        self.folder.join("discarded")
    }

    /// Makes the folder, for its owner alone.
    pub(super) fn make(&self, disk: &dyn Disk) -> Result<(), FileFailure> {
        // The program's own folder, or that of the file, which is there.
        let own = self.folder.ancestors().nth(OWN_FOLDERS).unwrap_or(&self.folder);
        let is_new = disk.facts(own).is_err();
        disk.make_folder(&self.folder).map_err(refused(Step::Folder, &self.folder))?;
        if is_new {
            // A journal does not insist on what lies above the program's folder, since that may not be ours to open. Where it
            // has a new name of ours, that can be lost, so no journal lies in a folder of which this is not known to be safe.
            disk.sync_folder(folder_of(own)).map_err(refused(Step::Folder, own))?;
        }
        Ok(())
    }
}

/// The folder beside a file in which the places of portfolios lie, where the state folder could not be written.
pub(super) fn all_beside(path: &Path) -> PathBuf {
    folder_of(path).join(BESIDE)
}

/// The number of a journal, from its file's name.
pub(super) fn journal_number(name: &str) -> Option<u64> {
    name.strip_prefix("journal-").and_then(|number| number.parse().ok())
}

/// The folder with a folder for each portfolio's id.
pub(super) fn all(state: &Path) -> PathBuf {
    state.join(PORTFOLIOS)
}

/// All places of a portfolio's id: one for each path that it was opened at.
pub(super) fn of_id(state: &Path, id: Uuid) -> PathBuf {
    all(state).join(id.to_string())
}

/// Where portfolios lie that have no name yet.
pub(super) fn untitled_folder(state: &Path) -> PathBuf {
    state.join(UNTITLED)
}

/// The file of a portfolio that has no name yet.
pub(super) fn untitled(state: &Path, id: Uuid) -> PathBuf {
    untitled_folder(state).join(format!("{id}.ron"))
}

/// Whether a file is one that [`untitled`] names.
#[must_use]
pub fn is_untitled(state: &Path, path: &Path) -> bool {
    path.starts_with(untitled_folder(state))
}

/// Tells two paths apart in names.
pub(super) fn key(path: &Path) -> String {
    content_hash(path.as_os_str().as_encoded_bytes()).to_string().chars().take(KEY_DIGITS).collect()
}
