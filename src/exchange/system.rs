//! What the system says when it refuses a file, told apart so that it can be said in any language. Here, below `state`, since
//! both what is imported and what is kept can be refused.

use std::io;

use thiserror::Error;

/// Said of a folder, a pipe or a device that is asked for as a file.
pub const NOT_A_FILE: &str = "it is not a regular file";
/// Said of a name that leads from link to link without end.
pub const TOO_MANY_LINKS: &str = "too many links";

/// The system's no.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{said}")]
pub struct SystemError {
    pub kind: SystemErrorKind,
    /// The system's own sentence, in its language.
    pub said: String,
}

/// Those refusals that people meet, and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemErrorKind {
    Missing,
    NotAllowed,
    Full,
    ReadOnly,
    /// It is a folder, where a file was wanted.
    Folder,
    /// A part of the path is no folder.
    NoFolder,
    /// The name is taken.
    Taken,
    NotAFile,
    TooManyLinks,
    TooLarge,
    /// Another program is at it.
    Busy,
    /// The system does not take the name.
    BadName,
    /// A share that is not reached.
    NotReached,
    /// The disk, or the way to it, fails.
    Broken,
    Other,
}

impl SystemErrorKind {
    const fn of(kind: io::ErrorKind) -> Self {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the kinds of failures grow, and the rest has the system's sentence"
        )]
        match kind {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::AlreadyExists => Self::Taken,
            io::ErrorKind::FileTooLarge => Self::TooLarge,
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy | io::ErrorKind::WouldBlock => Self::Busy,
            io::ErrorKind::InvalidFilename => Self::BadName,
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::NotConnected
            | io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::TimedOut => Self::NotReached,
            _ => Self::Other,
        }
    }
}

impl SystemError {
    /// Of a failure whose kind and sentence are known.
    #[must_use]
    pub fn new(kind: io::ErrorKind, said: &str) -> Self {
        /// A disk that fails has no kind of its own; its number on Linux and macOS.
        const BROKEN: &str = "(os error 5)";
        let known = SystemErrorKind::of(kind);
        let kind = if known != SystemErrorKind::Other {
            known
        } else if said == NOT_A_FILE {
            SystemErrorKind::NotAFile
        } else if said == TOO_MANY_LINKS {
            SystemErrorKind::TooManyLinks
        } else if cfg!(unix) && said.ends_with(BROKEN) {
            SystemErrorKind::Broken
        } else {
            SystemErrorKind::Other
        };
        Self { kind, said: said.to_owned() }
    }
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        Self::new(error.kind(), &error.to_string())
    }
}
