//! stub until merge
pub mod merge;
use crate::state::Purpose;
pub fn extension_of(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Export { format } => format,
        _ => "ron",
    }
}
