//! What the program remembers of itself between two starts. Nothing of any customer.

use std::path::PathBuf;

use super::Language;

/// How many files the list of recent ones holds.
pub const RECENT_FILES: usize = 8;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    /// As the desktop asks for; light where it does not say.
    #[default]
    System,
    Light,
    Dark,
}

/// The program's own settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// As the system speaks where none was chosen.
    pub language: Option<Language>,
    /// Portfolios opened or saved, newest first.
    pub recent: Vec<PathBuf>,
    /// The portfolio without a name that was open last, in the program's own folder.
    pub untitled: Option<PathBuf>,
}

impl Settings {
    /// Puts a file at the top of the recent ones.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|recent| *recent != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_FILES);
    }

    /// Takes a file that cannot be opened out of the recent ones.
    pub fn forget(&mut self, path: &std::path::Path) {
        self.recent.retain(|recent| recent != path);
    }
}
