//! Why something did not come about, as data: what whoever failed found. The sentences are `text`'s.

use std::path::PathBuf;

pub use crate::exchange::ExchangeError;
pub use crate::exchange::incoming::{
    EncodeError, Fault, FaultReason, Found, Kind, LONGEST_TEXT, LoadError, Malformed, ParseFault, RowFault,
    TextEncoding, Wrong,
};
use crate::exchange::of_id;
pub use crate::exchange::system::{SystemError, SystemErrorKind};
pub use crate::exchange::table::Limit;
use crate::model::Id;

/// What was being done to a file when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStep {
    Open,
    Read,
    /// Following the links to the real file.
    Resolve,
    /// Making the temporary file beside the target.
    Create,
    Write,
    /// Getting the bytes onto the disk.
    Sync,
    /// Putting the temporary file in the target's place.
    Rename,
    /// Getting the folder's entry onto the disk: the new file is in place, but a power cut could still undo it.
    SyncFolder,
    /// Making or finding the program's own folder for journals.
    Folder,
    /// Taking the lock that keeps other windows out.
    Lock,
    /// Writing down a change before it counts.
    Journal,
}

/// What whoever failed found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// The system refused a step with a file or a folder.
    File {
        step: FileStep,
        error: SystemError,
        path: PathBuf,
    },
    /// As before, where the step goes without saying.
    At {
        error: SystemError,
        path: PathBuf,
    },
    /// The system refused, and no file is to be named.
    System(SystemError),
    /// In bytes.
    TooLarge {
        limit: u64,
        path: PathBuf,
    },
    /// What is in a file of ours.
    Load(LoadError),
    /// What is in a file to be imported or exported.
    Exchange(ExchangeError),
    Encode(EncodeError),
    /// The file is not what it was when it was read.
    ChangedOutside,
    /// Another window has it open.
    Locked {
        path: PathBuf,
    },
    GivenUp,
    NoSuchCustomer {
        customer: Id,
    },
    NoSuchUpgrade {
        subscription: Id,
    },
    /// The built-in catalog, in the words of those who build it.
    Catalog(LoadError),
    /// A fault of the program's own. `said`: where there is more to tell those who build it, in their words.
    OwnFault {
        said: Option<String>,
    },
    /// There is nothing more to say.
    Nothing,
}

/// The message that names a format of files, by its id.
#[must_use]
pub fn format_name(id: &str) -> Option<&'static str> {
    of_id(id).map(|format| format.name)
}
