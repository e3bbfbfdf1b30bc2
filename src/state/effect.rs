//! What is asked of the world: data that a test can compare. Carrying it out is the shell's.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::Purpose;
use crate::model::{Portfolio, Settings};

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Let the person choose a file with the desktop's own dialog.
    PickFile {
        purpose: Purpose,
        serial: u64,
        suggested_name: String,
        beside: Option<PathBuf>,
    },
    /// Look at a typed path: add the extension where it is missing, and say whether the file exists.
    ResolvePath {
        purpose: Purpose,
        serial: u64,
        typed: PathBuf,
    },
    Open {
        path: PathBuf,
    },
    OpenSample,
    Read {
        path: PathBuf,
    },
    Save {
        path: PathBuf,
        portfolio: Arc<Portfolio>,
        mark: u64,
    },
    Export {
        path: PathBuf,
        format: &'static str,
        portfolio: Arc<Portfolio>,
    },
    KeepSettings(Settings),
    CopyText(String),
    /// Close the window, without asking again.
    Quit,
}
