//! Our own table as the first sheet of an Excel workbook, what is said beside it in further ones, with types: texts are never formulas, numbers are numbers, days are days. What its columns and rows are is `own_table`'s.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use super::cell_text::Sheet;
use super::own_columns;
use super::own_table::{self, Beside, Cell, SheetBeside};
use super::{ExchangeError, Format, Writer};
use crate::model::Portfolio;

/// The most characters that Excel lets a cell hold, counted as UTF-16 does.
const MOST_CHARACTERS: usize = 32_767;

/// The most rows of a sheet, the header's among them.
const MOST_ROWS: usize = 1 << 20;

/// The name of the sheet that is read back; stable, as the names of the columns are.
const SHEET: &str = "subscriptions";

pub(super) const FORMAT: Format = Format {
    id: "xlsx",
    extensions: &["xlsx"],
    name: "format-xlsx",
    recognizes: |opening| own_columns::is_own(opening) && opening.is_workbook(),
    read: Some(|source, choices| own_columns::read_own("xlsx", source, choices)),
    write: Some(Writer::Table(write)),
};

impl From<XlsxError> for ExchangeError {
    fn from(error: XlsxError) -> Self {
        Self::NotWritten { said: error.to_string() }
    }
}

fn write(portfolio: &Portfolio, beside: &Beside<'_>) -> Result<Vec<u8>, ExchangeError> {
    let count = own_table::count(portfolio);
    if count >= MOST_ROWS {
        return Err(ExchangeError::TooManyRows { rows: count, most: MOST_ROWS - 1 });
    }
    let mut workbook = Workbook::new();
    // The same portfolio gives the same bytes, at any time.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let formats = Formats::new();
    let header = own_table::header(portfolio, beside);
    let mut rows = own_table::rows(portfolio, beside, Sheet::Xlsx);
    fill(workbook.add_worksheet(), SHEET, &header, &mut rows, &formats)?;
    for SheetBeside { name, headers, rows } in (beside.sheets)() {
        let mut rows = rows.peekable();
        // Rows for which one sheet has no room go on in a further one.
        for number in 1_u32.. {
            let name = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
            fill(workbook.add_worksheet(), &name, &headers, &mut rows.by_ref().take(MOST_ROWS - 1), &formats)?;
            if rows.peek().is_none() {
                break;
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// How cells are shown.
struct Formats {
    head: CellFormat,
    day: CellFormat,
    number: CellFormat,
}

impl Formats {
    fn new() -> Self {
        let (day, number) = (CellFormat::new().set_num_format("yyyy-mm-dd"), CellFormat::new().set_num_format("0"));
        Self { head: CellFormat::new().set_bold(), day, number }
    }
}

/// Fills a sheet: a header that stays in sight and filters, and the rows.
fn fill<'a>(
    sheet: &mut Worksheet,
    name: &str,
    header: &[String],
    rows: &mut dyn Iterator<Item = Vec<Cell<'a>>>,
    formats: &Formats,
) -> Result<(), ExchangeError> {
    sheet.set_name(name)?;
    for (name, at) in header.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, at, name, &formats.head)?;
        sheet.set_column_width(at, width(name))?;
    }
    let mut last = 0;
    for (row, at) in rows.zip(1_u32..) {
        for ((cell, name), column) in row.into_iter().zip(header).zip(0_u16..) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let characters = text.encode_utf16().count();
                    if characters > MOST_CHARACTERS {
                        let (column, most) = (name.clone(), MOST_CHARACTERS);
                        return Err(ExchangeError::TooLong { row: u64::from(at) + 1, column, characters, most });
                    }
                    sheet.write_string(at, column, &*text)?;
                }
                Cell::Number(number) => {
                    // It has few enough digits to be exact in floating point.
                    #[expect(clippy::cast_precision_loss, reason = "numbers of more digits are texts")]
                    sheet.write_number_with_format(at, column, number as f64, &formats.number)?;
                }
                Cell::Day(day) => {
                    sheet.write_datetime_with_format(at, column, &date(day)?, &formats.day)?;
                }
            }
        }
        last = at;
    }
    sheet.set_freeze_panes(1, 0)?;
    let columns = u16::try_from(header.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    Ok(())
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, ExchangeError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let (month, day) = (u8::try_from(day.month()).unwrap_or_default(), u8::try_from(day.day()).unwrap_or_default());
    Ok(ExcelDateTime::from_ymd(year, month, day)?)
}

/// How wide a column is, in letters: wide enough for an id or a name, and never so wide that it fills the screen.
fn width(name: &str) -> f64 {
    const ID: f64 = 38.0;
    const TEXT: f64 = 30.0;
    const SHORT: f64 = 14.0;
    match name {
        "customer" | "subscription" | "offer_id" | "parent_id" | "upgraded_to" => ID,
        "company_name" | "domain" | "delegated_admin" | "tags" | "notes" | "offer_name" | "friendly_name" => TEXT,
        "offer" | "target" | "what" => TEXT,
        _ if name.starts_with("target_") => TEXT,
        _ => SHORT,
    }
}
