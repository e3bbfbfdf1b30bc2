//! Where the program's own settings lie, and how they are read and kept. Their text is storage's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use directories::ProjectDirs;

use super::disk::RealDisk;
use super::files::{read_bounded, write_atomically};
use super::keep::Keeping;
use crate::model::Settings;
use crate::state::Failure;
use crate::state::diagnosis::Diagnosis;
use crate::storage;

/// Far more than the settings ever need, in bytes.
const LIMIT: u64 = 1 << 20;

/// The settings file in the user's configuration folder.
#[must_use]
pub fn settings_path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "upgrade-desk").map(|folders| folders.config_dir().join("settings.ron"))
}

/// What keeping a portfolio needs of this machine: its disk, and the program's folder for journals, locks and backups.
#[must_use]
pub fn keeping() -> Keeping {
    let folders = ProjectDirs::from("", "", "upgrade-desk");
    let state = folders.map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned());
    // Where there is no home there is no such folder, and the journals lie beside the file.
    let state = state.unwrap_or_else(|| PathBuf::from("/dev/null/upgrade-desk"));
    Keeping { me: me(), ..Keeping::new(Arc::new(RealDisk), state) }
}

/// A portfolio without a name that lies in the program's folder: the settings that named it can be lost.
#[must_use]
pub fn untitled_portfolio() -> Option<PathBuf> {
    keeping().untitled().into_iter().next()
}

/// User and machine, for the hint that others on a share see.
fn me() -> String {
    let user = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_else(|_| "somebody".to_owned());
    format!("{user} on {}", machine())
}

#[cfg(unix)]
fn machine() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_else(|_| "another machine".to_owned())
}

/// The settings; defaults where there are none yet. What cannot be read is set aside, never written over.
///
/// # Errors
/// The file is there and makes no sense.
pub fn read_settings(path: &Path) -> Result<Settings, Failure> {
    if !path.exists() {
        return Ok(Settings::default());
    }
    let read = read_bounded(path, LIMIT)
        .map_err(|failure| Diagnosis::from(&failure))
        .and_then(|bytes| storage::decode_settings(&bytes).map_err(Diagnosis::from));
    read.map_err(|detail| Failure::SettingsNotRead { path: keep_aside(path), detail })
}

/// Puts a file of the program's own that cannot be read out of the way, and says where it lies then.
pub(super) fn keep_aside(path: &Path) -> PathBuf {
    let aside = path.with_extension("ron.unreadable");
    std::fs::rename(path, &aside).map_or_else(|_| path.to_owned(), |()| aside)
}

pub(super) fn keep_settings(path: &Path, settings: &Settings) -> Result<(), Failure> {
    let failed = |detail: Diagnosis| Failure::SettingsNotKept { detail };
    if let Some(folder) = path.parent() {
        make_private_folder(folder).map_err(|error| failed((&error).into()))?;
    }
    let text = storage::encode_settings(settings).map_err(|error| failed(error.into()))?;
    write_atomically(path, text.as_bytes()).map_err(|failure| failed((&failure).into()))
}

/// A folder that only its owner may look into.
pub(super) fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
