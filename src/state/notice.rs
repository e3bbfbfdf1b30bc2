//! What the person is told after the fact, as data. The sentences are `text`'s.

use std::path::PathBuf;

use super::diagnosis::Diagnosis;
use super::draft::FieldProblem;
use super::kept::Odd;
use crate::model::{Deed, Id};
use crate::rules::lifecycle::{ActionRefusal, ConcurrentExcess};
use crate::rules::{PlanRefusal, RealIdRefusal};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Plain,
    Warning,
    Bad,
}

/// The world said no. `detail` is what whoever failed found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    NotRead {
        path: PathBuf,
        detail: Diagnosis,
    },
    /// There is no file there.
    Missing {
        path: PathBuf,
    },
    /// The system does not let this person read it.
    NotAllowed {
        path: PathBuf,
    },
    /// What is handed out would take the place of the file that is open in this window.
    OwnFile {
        path: PathBuf,
    },
    NotUnderstood {
        path: PathBuf,
        detail: Diagnosis,
    },
    NotWritten {
        path: PathBuf,
        detail: Diagnosis,
    },
    /// A change could not be written down, and does not count.
    NotJournaled {
        detail: Diagnosis,
    },
    /// As before; but it may be in the journal all the same.
    MayComeBack {
        detail: Diagnosis,
    },
    /// The file is open in another window.
    InUse {
        path: PathBuf,
    },
    SettingsNotKept {
        detail: Diagnosis,
    },
    SettingsNotRead {
        path: PathBuf,
        detail: Diagnosis,
    },
    /// A report could not be made.
    NoReport {
        detail: Diagnosis,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    Opened {
        path: PathBuf,
        customers: usize,
    },
    OpenedWithFindings {
        path: PathBuf,
        findings: Vec<Odd>,
    },
    /// It has no end mark, as files of the first version and those written by hand.
    OpenedUnsealed {
        path: PathBuf,
        customers: usize,
    },
    /// Its end mark does not fit.
    OpenedEditedOutside {
        path: PathBuf,
    },
    BackupOpened {
        customers: usize,
    },
    /// Somebody on another machine has it open, in their program's words.
    OpenOnShare {
        said: String,
    },
    /// Its journals lie beside it.
    KeptBeside,
    Saved {
        path: PathBuf,
    },
    /// A version that somebody else wrote in the file's place is kept here.
    OutsideKept {
        path: PathBuf,
    },
    /// The person's version is kept here.
    TheirsTaken {
        mine: PathBuf,
    },
    /// The person's version could not be put together; its journals are kept.
    TheirsTakenAlone,
    /// The file is not the one that was stored last.
    OpenedReplaced {
        path: PathBuf,
    },
    Restored {
        path: PathBuf,
    },
    /// A second start on the same portfolio.
    AskedToFront,
    /// The person has to decide between two versions first.
    DecideFirst,
    /// A change was refused because it could not be written down.
    NotKept(Failure),
    Exported {
        path: PathBuf,
    },
    /// What this version does not know in the open file is not in the exported one.
    ExportedInPart {
        path: PathBuf,
    },
    /// A table holds customers and subscriptions alone; the portfolio has more.
    TableExported {
        path: PathBuf,
    },
    ReportWritten {
        path: PathBuf,
    },
    /// It was given up in time.
    /// The file was not opened, because nobody wanted it anymore.
    OpeningGivenUp {
        path: PathBuf,
    },
    HandingOutStopped {
        path: PathBuf,
    },
    Imported {
        new: usize,
        changed: usize,
    },
    NothingToImport {
        path: PathBuf,
    },
    Copied,
    Did(Deed),
    Undid(Deed),
    Redid(Deed),
    NothingToUndo,
    NothingToRedo,
    ReadOnly,
    UpgradeRefused(PlanRefusal),
    ActionRefused(ActionRefusal),
    RealIdRefused(RealIdRefusal),
    FormProblems(Vec<FieldProblem>),
    TooManySubscriptions(ConcurrentExcess),
    FileDialogCancelled,
    /// Files were dropped while a dialog was open.
    DialogFirst,
    /// What was to be opened waits for a dialog to be closed.
    OpensAfterDialog,
    /// Where the person wanted to go once everything was stored waits for a dialog to be closed.
    LeavesAfterDialog,
    StoppedWaiting,
    CustomerGone {
        id: Id,
    },
    Failed(Failure),
}

impl Notice {
    #[must_use]
    pub const fn tone(&self) -> Tone {
        match self {
            Self::Opened { .. }
            | Self::Restored { .. }
            | Self::Saved { .. }
            | Self::Exported { .. }
            | Self::TableExported { .. }
            | Self::ReportWritten { .. }
            | Self::Imported { .. }
            | Self::Did(_) => Tone::Good,
            Self::Copied
            | Self::OpenedUnsealed { .. }
            | Self::BackupOpened { .. }
            | Self::KeptBeside
            | Self::AskedToFront
            | Self::Undid(_)
            | Self::Redid(_)
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::NothingToImport { .. }
            | Self::FileDialogCancelled
            | Self::DialogFirst
            | Self::OpensAfterDialog
            | Self::LeavesAfterDialog
            | Self::OpeningGivenUp { .. }
            | Self::HandingOutStopped { .. }
            | Self::StoppedWaiting => Tone::Plain,
            Self::OpenedWithFindings { .. }
            | Self::OpenedEditedOutside { .. }
            | Self::OpenOnShare { .. }
            | Self::OutsideKept { .. }
            | Self::DecideFirst
            | Self::TheirsTaken { .. }
            | Self::TheirsTakenAlone
            | Self::OpenedReplaced { .. }
            | Self::ExportedInPart { .. }
            | Self::ReadOnly
            | Self::TooManySubscriptions(_)
            | Self::CustomerGone { .. } => Tone::Warning,
            Self::UpgradeRefused(_)
            | Self::ActionRefused(_)
            | Self::RealIdRefused(_)
            | Self::FormProblems(_)
            | Self::NotKept(_)
            | Self::Failed(_) => Tone::Bad,
        }
    }

    /// Whether it is still of use when another portfolio takes the place of the one that it is about.
    #[must_use]
    pub(super) const fn outlives_its_portfolio(&self) -> bool {
        matches!(
            self,
            Self::TheirsTaken { .. }
                | Self::TheirsTakenAlone
                | Self::OutsideKept { .. }
                | Self::Restored { .. }
                | Self::Failed(_)
        )
    }

    /// Whether it tells of a change that can be taken back.
    #[must_use]
    pub const fn tells_of_a_change(&self) -> bool {
        matches!(self, Self::Did(_) | Self::Redid(_) | Self::Imported { .. } | Self::TooManySubscriptions(_))
    }

    /// Whether it may go unread: what was asked for was done, or there was nothing to do.
    #[must_use]
    pub const fn passes(&self) -> bool {
        matches!(
            self,
            Self::Opened { .. }
                | Self::Saved { .. }
                | Self::Exported { .. }
                | Self::ReportWritten { .. }
                | Self::Imported { .. }
                | Self::Did(_)
                | Self::Undid(_)
                | Self::Redid(_)
                | Self::Copied
                | Self::NothingToUndo
                | Self::NothingToRedo
                | Self::FileDialogCancelled
                | Self::StoppedWaiting
        )
    }
}
