//! How a portfolio is kept: every change in a journal before it counts, the file as its checkpoint, what it replaced as a backup.
//!
//! | file | what |
//! |---|---|
//! | `open` | file and journal → portfolio; which journal belongs to which file |
//! | `kept` | a portfolio that is open: append a change, write the file |
//! | `checkpoint` | the file is written anew and swapped in |
//! | `journal`, `segments` | journals on the disk, the present one and those before |
//! | `backups`, `rebuild` | what was set aside, and the best that can be put together of it |
//! | `versions` | another name, another's version, a portfolio without a file |
//! | `lock`, `place` | one writer at a time; where all this lies |
//! | `safety` | the steps by name, for the tests that leave one out |
//!
//! Everything goes through a [`Disk`], so that tests can cut the power and fail any operation. No window and no thread here.

mod backups;
mod checkpoint;
mod journal;
mod kept;
mod lock;
mod open;
mod place;
mod rebuild;
mod safety;
mod segments;
mod versions;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::disk::Disk;
use super::files::FileFailure;

pub use backups::{Backup, BackupKind, superfluous};
pub use checkpoint::{CheckpointFailure, Job, Outside, Swapped, Written};
pub use journal::{AppendFailure, TakenBack};
pub use kept::Kept;
pub use lock::Holder;
pub use open::{Access, Mine, OpenFailure, Opened, Watcher, open, open_watched};
pub use place::is_untitled;
pub use rebuild::Rebuilt;
pub use safety::{Safety, SafetyStep};
pub use versions::{Claim, VersionFailure};

use place::Place;

/// What keeping a portfolio needs of the machine.
#[derive(Clone, Debug)]
pub struct Keeping {
    pub disk: Arc<dyn Disk>,
    /// The program's own folder for journals, locks and backups.
    pub state: PathBuf,
    pub safety: Safety,
    /// Who this is, for the others on a share: user and machine.
    pub me: String,
}

impl Keeping {
    #[must_use]
    pub fn new(disk: Arc<dyn Disk>, state: PathBuf) -> Self {
        Self { disk, state, safety: Safety::WHOLE, me: String::new() }
    }

    /// Where the journals of a portfolio at a real path lie, or will lie.
    fn place(&self, id: Uuid, path: &Path) -> Place {
        let place = Place::of(&self.state, id, path);
        let beside = Place::beside(id, path);
        // Once they lie beside the file, they are looked for there.
        if self.disk.facts(&place.folder).is_err() && self.disk.facts(&beside.folder).is_ok() { beside } else { place }
    }

    /// The backups of a portfolio at a real path, newest first.
    ///
    /// # Errors
    /// What the system says.
    pub fn list_backups(&self, id: Uuid, path: &Path) -> Result<Vec<Backup>, FileFailure> {
        backups::list(&*self.disk, &self.place(id, path))
    }

    /// The portfolios without a name.
    #[must_use]
    pub fn untitled(&self) -> Vec<PathBuf> {
        let folder = place::untitled_folder(&self.state);
        let names = self.disk.names(&folder).unwrap_or_default();
        names
            .iter()
            .filter(|name| name.ends_with(".ron") && !name.starts_with('.'))
            .map(|name| folder.join(name))
            .collect()
    }

    /// The places of all portfolios that were ever opened at a path: for a file that no longer says which it is.
    fn places_of_path(&self, path: &Path) -> Vec<Place> {
        let all = place::all(&self.state);
        let ids = self.disk.names(&all).unwrap_or_default();
        let ids = ids.iter().filter_map(|name| Uuid::parse_str(name).ok());
        ids.map(|id| self.place(id, path)).filter(|place| self.disk.facts(&place.folder).is_ok()).collect()
    }
}
