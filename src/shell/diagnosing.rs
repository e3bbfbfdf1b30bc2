//! What failed here, as the window and the command line are told of it.

use super::files::FileFailure;
use super::handing_out::NotHandedOut;
use super::keep::{AppendFailure, CheckpointFailure, OpenFailure, Outside, VersionFailure};
use super::reports::OrderError;
use crate::exchange::ExchangeError;
use crate::exchange::system::SystemError;
use crate::report::ReportError;
use crate::state::diagnosis::Diagnosis;
use crate::storage::{EncodeError, LoadError};

impl From<&FileFailure> for Diagnosis {
    fn from(failure: &FileFailure) -> Self {
        match failure {
            FileFailure::Refused { step, kind, said, path } => {
                Self::File { step: *step, error: SystemError::new(*kind, said), path: path.clone() }
            }
            FileFailure::TooLarge { limit, path } => Self::TooLarge { limit: *limit, path: path.clone() },
        }
    }
}

impl From<&std::io::Error> for Diagnosis {
    fn from(error: &std::io::Error) -> Self {
        Self::System(SystemError::from(error))
    }
}

impl From<LoadError> for Diagnosis {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl From<EncodeError> for Diagnosis {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<ExchangeError> for Diagnosis {
    fn from(error: ExchangeError) -> Self {
        Self::Exchange(error)
    }
}

impl From<&AppendFailure> for Diagnosis {
    fn from(failure: &AppendFailure) -> Self {
        match failure {
            AppendFailure::File(failure) => failure.into(),
            AppendFailure::Encode(error) => Self::Encode(error.clone()),
            AppendFailure::FirstFile(failure) => (&**failure).into(),
            AppendFailure::MayComeBack(failure) => (&**failure).into(),
        }
    }
}

impl From<&CheckpointFailure> for Diagnosis {
    fn from(failure: &CheckpointFailure) -> Self {
        match failure {
            CheckpointFailure::File(failure) | CheckpointFailure::Outside(Outside::Unreadable(failure)) => {
                failure.into()
            }
            CheckpointFailure::Encode(error) => Self::Encode(error.clone()),
            CheckpointFailure::Journal(failure) => failure.into(),
            CheckpointFailure::Outside(Outside::Changed(_) | Outside::Gone) => Self::ChangedOutside,
            CheckpointFailure::Fault => Self::OwnFault { said: None },
        }
    }
}

impl From<&VersionFailure> for Diagnosis {
    fn from(failure: &VersionFailure) -> Self {
        match failure {
            VersionFailure::File(failure) => failure.into(),
            VersionFailure::Encode(error) => Self::Encode(error.clone()),
            VersionFailure::Checkpoint(failure) => failure.into(),
            VersionFailure::Locked { path } => Self::Locked { path: path.clone() },
        }
    }
}

impl From<OpenFailure> for Diagnosis {
    fn from(failure: OpenFailure) -> Self {
        match failure {
            OpenFailure::File(failure) => (&failure).into(),
            OpenFailure::Damaged { error, .. } => Self::Load(error),
            OpenFailure::GivenUp => Self::GivenUp,
            OpenFailure::Locked { path } => Self::Locked { path },
        }
    }
}

impl From<OrderError> for Diagnosis {
    fn from(error: OrderError) -> Self {
        match error {
            OrderError::Catalog(error) => Self::Catalog(error),
            OrderError::Report(ReportError::Stopped) => Self::GivenUp,
            OrderError::Report(ReportError::NoSuchCustomer { customer }) => Self::NoSuchCustomer { customer },
            OrderError::Report(ReportError::NoSuchUpgrade { subscription }) => Self::NoSuchUpgrade { subscription },
            OrderError::Report(ReportError::Output(error)) => (&error).into(),
            OrderError::Report(
                error @ (ReportError::NoSuchLanguage { .. }
                | ReportError::Words(_)
                | ReportError::Layout(_)
                | ReportError::Json(_)),
            ) => Self::OwnFault { said: Some(error.to_string()) },
        }
    }
}

impl From<NotHandedOut> for Diagnosis {
    fn from(failure: NotHandedOut) -> Self {
        match failure {
            NotHandedOut::Stopped => Self::GivenUp,
            NotHandedOut::InUse { path } => Self::Locked { path },
            NotHandedOut::File(failure) => (&failure).into(),
            NotHandedOut::Catalog(error) => Self::Catalog(error),
            NotHandedOut::Export(error) => Self::Exchange(error),
            NotHandedOut::Report(error) => error.into(),
        }
    }
}
