//! What the person is told after the fact, as data. The sentences are `text`'s.

use std::path::PathBuf;

use super::draft::FieldProblem;
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

/// The world said no. `detail` is the diagnosis of whoever failed, for the person to pass on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    NotRead { path: PathBuf, detail: String },
    NotUnderstood { path: PathBuf, detail: String },
    NotWritten { path: PathBuf, detail: String },
    SettingsNotKept { detail: String },
    SettingsNotRead { path: PathBuf, detail: String },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    Opened {
        path: PathBuf,
        customers: usize,
    },
    OpenedWithFindings {
        path: PathBuf,
        findings: Vec<String>,
    },
    Saved {
        path: PathBuf,
    },
    Exported {
        path: PathBuf,
    },
    /// What this version does not know in the open file is not in the exported one.
    ExportedInPart {
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
            Self::Opened { .. } | Self::Saved { .. } | Self::Exported { .. } | Self::Imported { .. } | Self::Did(_) => {
                Tone::Good
            }
            Self::Copied
            | Self::Undid(_)
            | Self::Redid(_)
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::NothingToImport { .. }
            | Self::FileDialogCancelled
            | Self::DialogFirst
            | Self::StoppedWaiting => Tone::Plain,
            Self::OpenedWithFindings { .. }
            | Self::ExportedInPart { .. }
            | Self::ReadOnly
            | Self::TooManySubscriptions(_)
            | Self::CustomerGone { .. } => Tone::Warning,
            Self::UpgradeRefused(_)
            | Self::ActionRefused(_)
            | Self::RealIdRefused(_)
            | Self::FormProblems(_)
            | Self::Failed(_) => Tone::Bad,
        }
    }
}
