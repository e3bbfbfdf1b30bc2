//! The rows in error as a table of their own, to be corrected and imported again. Words for the reasons are the caller's.

use csv::{Terminator, WriterBuilder};

use super::super::incoming::{Faults, RowFault};
use super::disarmed;

/// What the column of reasons is called. It stands first, so that rows can be of any length, and is passed over when read.
pub const REASON: &str = "Upgrade Desk: reason";

/// The rows in error below their header, each behind its reason: CSV in marked UTF-8, disarmed. What is no row is left out.
#[must_use]
pub fn faulty_rows(header: &[String], faults: &Faults, reason: impl Fn(&RowFault) -> String) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let mut write = |first: &str, cells: &[String]| {
        let cells = cells.iter().map(|cell| disarmed(cell));
        // Writing into memory cannot fail.
        let _ = writer.write_record(std::iter::once(disarmed(first)).chain(cells));
    };
    write(REASON, header);
    for fault in faults.rows.iter().filter(|fault| !fault.cells.is_empty()) {
        write(&reason(fault), &fault.cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}
