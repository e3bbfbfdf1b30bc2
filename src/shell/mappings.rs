//! The mappings of a person's own tables: where they lie, and how they are read and kept. Their text is storage's.

use std::path::{Path, PathBuf};

use super::settings::{keep_aside, make_private_folder, settings_path};
use crate::shell::files::{read_bounded, write_atomically};
use crate::state::Failure;
use crate::state::diagnosis::Diagnosis;
use crate::storage::{self, RememberedMapping};

/// Far more than the mappings ever need, in bytes.
const LIMIT: u64 = 4 << 20;

/// How many mappings are remembered; the one that was set longest ago goes first. [ours]
const MOST: usize = 200;

/// The file in the user's configuration folder, beside the settings.
#[must_use]
pub fn mappings_path() -> Option<PathBuf> {
    settings_path().map(|settings| settings.with_file_name("mappings.ron"))
}

/// The mappings, the newest first; none where there is no file yet. What cannot be read is set aside, never written over.
///
/// # Errors
/// The file is there and makes no sense.
pub fn read_mappings(path: &Path) -> Result<Vec<RememberedMapping>, Failure> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let read = read_bounded(path, LIMIT)
        .map_err(|failure| Diagnosis::from(&failure))
        .and_then(|bytes| storage::decode_mappings(&bytes).map_err(Diagnosis::from));
    read.map_err(|detail| Failure::SettingsNotRead { path: keep_aside(path), detail })
}

/// Remembers a mapping, in the place of an earlier one for the same header.
///
/// # Errors
/// What is there makes no sense and was set aside, or the file cannot be written.
pub fn keep_mapping(path: &Path, mapping: RememberedMapping) -> Result<(), Failure> {
    let mut mappings = read_mappings(path)?;
    mappings.retain(|known| known.header != mapping.header);
    mappings.insert(0, mapping);
    mappings.truncate(MOST);
    let failed = |detail: Diagnosis| Failure::SettingsNotKept { detail };
    if let Some(folder) = path.parent() {
        make_private_folder(folder).map_err(|error| failed((&error).into()))?;
    }
    let text = storage::encode_mappings(&mappings).map_err(|error| failed(error.into()))?;
    write_atomically(path, text.as_bytes()).map_err(|failure| failed((&failure).into()))
}
