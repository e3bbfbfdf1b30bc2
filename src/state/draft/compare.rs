//! The comparison as looked at: which part of it is shown.

use crate::exchange::merge::Kind;

/// A part of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComparePart {
    /// The verdicts that turned, and why.
    #[default]
    Verdicts,
    /// The records: all that differ, or those of one kind.
    Records(Option<Kind>),
}

/// What of a comparison is shown.
#[derive(Debug, Default)]
pub struct CompareDraft {
    /// `None`: whatever there is something in.
    pub part: Option<ComparePart>,
}
