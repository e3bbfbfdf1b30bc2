//! Why a command came to nothing. The sentences that people read are `words`'.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::exchange::ExchangeError;
use crate::model::{Id, Offers};
use crate::rules::{PlanRefusal, RuleSet};
use crate::shell::files::FileFailure;
use crate::shell::handing_out::NotHandedOut;
use crate::shell::keep::{AppendFailure, CheckpointFailure, TakenBack};
use crate::shell::reports::OrderError;
use crate::storage::{EncodeError, LoadError, NotUnderstood};

#[derive(Debug, Error)]
pub(super) enum Trouble {
    #[error(transparent)]
    File(#[from] FileFailure),
    /// FILE is no portfolio that this version can open.
    #[error("{}: {error}", path.display())]
    Load { path: PathBuf, error: LoadError },
    /// A file to be imported or exported.
    #[error("{}: {error}", path.display())]
    Exchange { path: PathBuf, error: ExchangeError },
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// Another window or command has FILE open to be changed.
    #[error("{}: in use", path.display())]
    InUse { path: PathBuf },
    /// FILE is not the one that the journal's changes were made on.
    #[error("{}: two versions", path.display())]
    TwoVersions { path: PathBuf, changes: usize },
    /// The change could not be written down, and does not count.
    #[error(transparent)]
    Append(#[from] AppendFailure),
    /// FILE could not be written, and what became of the change.
    #[error("{}: {failure}", path.display())]
    Checkpoint { path: PathBuf, failure: CheckpointFailure, taken_back: TakenBack },
    /// A file that was to be made has been made by somebody else.
    #[error("{}: made meanwhile", path.display())]
    Appeared { path: PathBuf },
    /// The built-in catalogue is damaged.
    #[error(transparent)]
    Catalog(LoadError),
    /// The file says things that this version does not know and would lose.
    #[error("{}: read-only", path.display())]
    ReadOnly { path: PathBuf, not_understood: Vec<NotUnderstood> },
    /// No format to export to has this extension.
    #[error("{}: no format", path.display())]
    Extension { path: PathBuf },
    /// The rules say no to an upgrade.
    #[error("refused")]
    Refused { customer: Id, refusal: Box<PlanRefusal>, rules: &'static RuleSet, offers: Box<Offers> },
    #[error("no subscription {subscription}")]
    NoSuchSubscription { subscription: Id, path: PathBuf },
    /// The file holds the id more than once, so that it is not clear which is meant.
    #[error("several subscriptions {subscription}")]
    SeveralSubscriptions { subscription: Id, path: PathBuf },
    /// A table of the person's own, of which nobody said yet what its columns are.
    #[error("{}: no mapping", path.display())]
    NoMapping { path: PathBuf },
    /// A file cannot be imported into or exported onto itself.
    #[error("{}: onto itself", path.display())]
    OntoItself { path: PathBuf },
    /// A report could not be made.
    #[error(transparent)]
    NoReport(OrderError),
    #[error(transparent)]
    Usage(Misuse),
    #[error(transparent)]
    Output(io::Error),
}

impl Trouble {
    /// Why nothing was handed out to a path.
    pub(super) fn handing_out(path: &Path, failure: NotHandedOut) -> Self {
        let exchange = |error| Self::Exchange { path: path.to_owned(), error };
        match failure {
            NotHandedOut::Stopped => exchange(ExchangeError::Stopped),
            NotHandedOut::InUse { path } => Self::InUse { path },
            NotHandedOut::File(failure) => Self::File(failure),
            NotHandedOut::Catalog(error) => Self::Catalog(error),
            NotHandedOut::Export(error) => exchange(error),
            NotHandedOut::Report(error) => Self::NoReport(error),
        }
    }
}

/// Arguments that make no sense together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum Misuse {
    #[error("no report is written under this extension")]
    ReportExtension,
    /// More than a file can hold that is to be opened again.
    #[error("too many records")]
    TooManyRecords,
}
