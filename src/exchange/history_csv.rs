//! The history as a table for spreadsheets: rows of texts as CSV, disarmed. What the rows say is its caller's; it is not read back.

use csv::{Terminator, WriterBuilder};

use super::table::disarmed;

/// The columns, by the names that scripts can hold on to.
pub const COLUMNS: [&str; 7] = ["at", "what", "happened", "customer", "field", "old", "new"];

/// Rows below the names of the columns. A byte order mark tells spreadsheets that it is UTF-8.
#[must_use]
pub fn write(rows: impl IntoIterator<Item = [String; 7]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|text| disarmed(text)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}
