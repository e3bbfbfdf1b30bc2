//! What the program remembers of itself between two starts. Nothing of any customer.

use std::path::PathBuf;

use super::Language;
use super::arranged::{CustomerColumn, Filter, SubscriptionColumn, Tab, Toggle};
use super::columns::Columns;

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

/// How close the rows of tables stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
}

/// How large everything is drawn, in percent; always one of the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zoom(u16);

impl Zoom {
    pub const STEPS: [Self; 8] = [Self(80), Self(90), Self(100), Self(110), Self(125), Self(150), Self(175), Self(200)];

    /// The step that is nearest.
    #[must_use]
    pub fn nearest(percent: u16) -> Self {
        Self::STEPS.into_iter().min_by_key(|step| step.0.abs_diff(percent)).unwrap_or_default()
    }

    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    #[must_use]
    pub fn larger(self) -> Self {
        Self::STEPS.into_iter().find(|step| *step > self).unwrap_or(self)
    }

    #[must_use]
    pub fn smaller(self) -> Self {
        Self::STEPS.into_iter().rev().find(|step| *step < self).unwrap_or(self)
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

/// How large the window was when it was last neither maximized nor filling the screen, in points of the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowPlace {
    /// Width and height without the frame.
    pub size: (u16, u16),
    pub is_maximized: bool,
}

/// How large the person has made the parts of the window, in points; `None` as the window has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panels {
    /// The width of the customer list.
    pub customers: Option<u16>,
    /// The height of the list of a customer's subscriptions.
    pub subscriptions: Option<u16>,
}

/// How the lists were left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    pub tab: Tab,
    pub customers: Toggle<CustomerColumn>,
    pub subscriptions: Toggle<SubscriptionColumn>,
    /// In the order of [`Filter::ALL`].
    pub filters: Vec<Filter>,
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
    pub density: Density,
    pub zoom: Zoom,
    /// Nothing glides or fades. As the desktop has it where nothing was chosen.
    pub less_motion: Option<bool>,
    pub window: Option<WindowPlace>,
    pub panels: Panels,
    pub lists: Arrangement,
    pub columns: Columns,
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
