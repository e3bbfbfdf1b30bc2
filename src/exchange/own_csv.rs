//! Our own table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF. What its columns and rows are is `own_table`'s.

use csv::{Terminator, WriterBuilder};

use super::cell_text::Sheet;
use super::own_columns;
use super::own_table::{self, Cell, Part};
use super::{ExchangeError, Export, Format, Out, Progress, Writer, not_written};

pub(super) const FORMAT: Format = Format {
    id: "csv",
    extensions: &["csv"],
    name: "format-csv",
    recognizes: |opening| own_columns::is_own(opening) && !opening.is_workbook(),
    read: Some(|source, choices| own_columns::read_own("csv", source, choices)),
    write: Some(Writer::Table(write)),
};

fn write(export: &mut Export<'_>, out: &mut Out<'_>, progress: &mut Progress<'_>) -> Result<(), ExchangeError> {
    // What tells spreadsheets that it is UTF-8.
    out.write_all("\u{feff}".as_bytes()).map_err(not_written)?;
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(own_table::header(export)).map_err(not_written)?;
    own_table::walk(export, (Sheet::Csv, false), progress, &mut |part| {
        let Part::Own(row) = part else { return Ok(()) };
        for cell in row {
            let field = match cell {
                Cell::Empty => "".into(),
                Cell::Text(text) => text,
                Cell::Number(number) => number.to_string().into(),
                Cell::Day(day) => day.format("%Y-%m-%d").to_string().into(),
            };
            writer.write_field(field.as_bytes()).map_err(not_written)?;
        }
        writer.write_record(None::<&[u8]>).map_err(not_written)
    })?;
    writer.flush().map_err(not_written)
}
