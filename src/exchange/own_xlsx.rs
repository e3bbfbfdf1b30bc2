//! Our own table as an Excel workbook of one sheet, with types: texts are never formulas, numbers are numbers, days are days. What its columns and rows are is `own_table`'s.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use super::cell_text::Sheet;
use super::own_columns;
use super::own_table::{self, Beside, Cell};
use super::{ExchangeError, Format, Writer};
use crate::model::Portfolio;

/// The most characters that Excel lets a cell hold, counted as UTF-16 does.
const MOST_CHARACTERS: usize = 32_767;

/// The most rows of a sheet, the header's among them.
const MOST_ROWS: usize = 1 << 20;

/// The name of the sheet; stable, as the names of the columns are.
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
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET)?;
    fill(sheet, portfolio, beside)?;
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, portfolio: &Portfolio, beside: &Beside<'_>) -> Result<(), ExchangeError> {
    let (bold, of_days) = (CellFormat::new().set_bold(), CellFormat::new().set_num_format("yyyy-mm-dd"));
    let of_numbers = CellFormat::new().set_num_format("0");
    let header = own_table::header(portfolio, beside);
    for (name, at) in header.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, at, name, &bold)?;
        sheet.set_column_width(at, width(name))?;
    }
    let mut last = 0;
    for (row, at) in own_table::rows(portfolio, beside, Sheet::Xlsx).zip(1_u32..) {
        for ((cell, name), column) in row.into_iter().zip(&header).zip(0_u16..) {
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
                    sheet.write_number_with_format(at, column, number as f64, &of_numbers)?;
                }
                Cell::Day(day) => {
                    sheet.write_datetime_with_format(at, column, &date(day)?, &of_days)?;
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
        _ if name.starts_with("target_") => TEXT,
        _ => SHORT,
    }
}
