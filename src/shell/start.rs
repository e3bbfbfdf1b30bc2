//! What the program is started with. What it means is `cli`'s.

use std::ffi::OsString;
use std::path::Path;

/// The arguments, of which the first is the program's own name.
#[must_use]
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// Whether nothing goes by a name. Where that cannot be told there may be something.
#[must_use]
pub fn is_missing(path: &Path) -> bool {
    path.try_exists().is_ok_and(|is_there| !is_there)
}
