//! How a record stands, without the details: what lists are narrowed by.

use super::rows::Standing;

/// How a record stands, in so many kinds as a person chooses among.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    New,
    Changed,
    Conflict,
    RealSelf,
    LeftOut,
    NotInFile,
    Unchanged,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::New, Self::Changed, Self::Conflict, Self::RealSelf, Self::LeftOut, Self::NotInFile, Self::Unchanged];

    /// The kind of a standing.
    #[must_use]
    pub const fn of(standing: &Standing) -> Self {
        match standing {
            Standing::New => Self::New,
            Standing::Changed(_) => Self::Changed,
            Standing::Conflict { .. } => Self::Conflict,
            Standing::RealSelfOf { .. } => Self::RealSelf,
            Standing::LeftOut(_) => Self::LeftOut,
            Standing::NotInFile => Self::NotInFile,
            Standing::Unchanged => Self::Unchanged,
        }
    }
}
