//! The import dialog as typed: what is looked for and which part of a list is shown.

use crate::exchange::mapping::Mapping;
use crate::exchange::merge::Kind;
use crate::model::Id;

/// What stands in the fields of the import dialog, and what of its lists is shown.
#[derive(Debug, Default)]
pub struct ImportDraft {
    /// A part of a company's name, or a Microsoft ID.
    pub customer: String,
    /// The customers that were found for what is typed, and what that was.
    pub found: Option<(String, Vec<Id>)>,
    pub subscription: String,
    /// Which column is what, while it is being said.
    pub mapping: Option<Mapping>,
    /// How the file is read is being chosen.
    pub changes_guess: bool,
    /// The kind of rows that alone are shown; `None`: all that something becomes of.
    pub shows: Option<Kind>,
    pub shows_faults: bool,
    pub shows_notes: bool,
}
