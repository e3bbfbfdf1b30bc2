//! The steps that keep a portfolio safe, by name, so that a test can leave one out and see it missed. The program takes them all.

/// One of the steps. What it protects against is said where it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SafetyStep {
    /// A change is on the disk before it counts.
    SyncJournal,
    /// So is the name of a new journal.
    SyncJournalName,
    /// A new journal begins with the changes that the file does not hold yet.
    CarryChanges,
    /// A journal whose sync failed is left for a new one.
    LeaveFailedJournal,
    /// What was encoded is read back and compared.
    ReadBack,
    /// The file is looked at before it is replaced.
    CompareBefore,
    /// The new file is on the disk before it takes the old one's place.
    SyncFile,
    /// The journal says which file is about to come.
    WriteIntent,
    /// It says so on the disk.
    SyncIntent,
    /// What came out of the swap is looked at, and kept where it is not what was opened.
    LookAtWhatCameOut,
    /// So is the name of the new file on the disk.
    SyncFileName,
    /// A journal is replayed on the file that it names and on no other.
    CheckLineage,
    /// Changes that the file holds already are not replayed.
    SkipStored,
    /// A line of the journal counts only when its checksum fits.
    CheckLines,
}

impl SafetyStep {
    pub const ALL: [Self; 14] = [
        Self::SyncJournal,
        Self::SyncJournalName,
        Self::CarryChanges,
        Self::LeaveFailedJournal,
        Self::ReadBack,
        Self::CompareBefore,
        Self::SyncFile,
        Self::WriteIntent,
        Self::SyncIntent,
        Self::LookAtWhatCameOut,
        Self::SyncFileName,
        Self::CheckLineage,
        Self::SkipStored,
        Self::CheckLines,
    ];
}

/// Which steps are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    left_out: Option<SafetyStep>,
}

impl Safety {
    /// Every step.
    pub const WHOLE: Self = Self { left_out: None };

    /// Every step but one: for tests alone.
    #[must_use]
    pub const fn without(step: SafetyStep) -> Self {
        Self { left_out: Some(step) }
    }

    pub(super) fn takes(self, step: SafetyStep) -> bool {
        self.left_out != Some(step)
    }
}
