//! What is noted when the program finds a fault of its own: where, never with what data.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic;
use std::path::PathBuf;

use chrono::{SecondsFormat, Utc};

/// Lets a panic say where it happened, on stderr and in the program's own folder. A panic's message can hold a customer's
/// records, so it is not passed on. Every change that was shown as kept is in the journal already.
pub fn note_faults(folder: PathBuf) {
    panic::set_hook(Box::new(move |info| {
        let place =
            info.location().map_or_else(String::new, |at| format!("{}:{}:{}", at.file(), at.line(), at.column()));
        let _unheard = writeln!(
            std::io::stderr(),
            "the program found a fault of its own at {place}; all changes that were shown as kept are safe"
        );
        let at = Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let noted = options.open(folder.join("faults.log"));
        let _unnoted = noted.and_then(|mut log| writeln!(log, "{at} {} {place}", env!("CARGO_PKG_VERSION")));
    }));
}
