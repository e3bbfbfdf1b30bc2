//! The chapters of the manual. Their words are `text`'s.

/// In the order in which they are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Chapter {
    #[default]
    Flow,
    /// One section for each condition, in the order of [`ConditionId::ALL`](crate::rules::ConditionId::ALL).
    Conditions,
    Upgrades,
    Files,
    Keeping,
    Keyboard,
    CommandLine,
    Sources,
}

impl Chapter {
    pub const ALL: [Self; 8] = [
        Self::Flow,
        Self::Conditions,
        Self::Upgrades,
        Self::Files,
        Self::Keeping,
        Self::Keyboard,
        Self::CommandLine,
        Self::Sources,
    ];
}
