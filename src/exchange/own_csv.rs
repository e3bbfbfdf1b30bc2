//! Our own table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF. What its columns and rows are is `own_table`'s.

use csv::{Terminator, WriterBuilder};

use super::cell_text::Sheet;
use super::own_columns;
use super::own_table::{self, Beside, Cell};
use super::{ExchangeError, Format, Writer};
use crate::model::Portfolio;

pub(super) const FORMAT: Format = Format {
    id: "csv",
    extensions: &["csv"],
    name: "format-csv",
    recognizes: |opening| own_columns::is_own(opening) && !opening.is_workbook(),
    read: Some(|source, choices| own_columns::read_own("csv", source, choices)),
    write: Some(Writer::Table(write)),
};

fn write(portfolio: &Portfolio, beside: &Beside<'_>) -> Result<Vec<u8>, ExchangeError> {
    // What tells spreadsheets that it is UTF-8.
    let start = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(start);
    let failed = |error: csv::Error| ExchangeError::NotWritten { said: error.to_string() };
    writer.write_record(own_table::header(portfolio, beside)).map_err(failed)?;
    for row in own_table::rows(portfolio, beside, Sheet::Csv) {
        for cell in row {
            let field = match cell {
                Cell::Empty => "".into(),
                Cell::Text(text) => text,
                Cell::Number(number) => number.to_string().into(),
                Cell::Day(day) => day.format("%Y-%m-%d").to_string().into(),
            };
            writer.write_field(field.as_bytes()).map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| ExchangeError::NotWritten { said: error.to_string() })
}
