//! Our own table as the first sheet of an Excel workbook, what is said beside it in further ones, with types: texts are never formulas, numbers are numbers, days are days. What its columns and rows are is `own_table`'s.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use super::cell_text::Sheet;
use super::own_columns;
use super::own_table::{self, Cell, Part, Row, SheetBeside};
use super::{ExchangeError, Export, Format, Out, Progress, Writer, not_written};

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
        // Where it is the file itself that cannot be written, whoever writes it knows and says so.
        if let XlsxError::IoError(_) | XlsxError::TempFileError(..) = error {
            return Self::Temporary { said: error.to_string() };
        }
        not_written(error)
    }
}

fn write(export: &mut Export<'_>, out: &mut Out<'_>, progress: &mut Progress<'_>) -> Result<(), ExchangeError> {
    let count = own_table::count(export.portfolio);
    if count >= MOST_ROWS {
        return Err(ExchangeError::TooManyRows { rows: count, most: MOST_ROWS - 1 });
    }
    let mut book = Book::new(count)?;
    book.add(0, SHEET, own_table::header(export))?;
    // Whoever chooses columns wants these alone.
    let with_sheets = export.only.is_none();
    for (SheetBeside { name, headers }, at) in export.beside.sheets().into_iter().filter(|_| with_sheets).zip(1..) {
        book.add(at, name, headers)?;
    }
    own_table::walk(export, (Sheet::Xlsx, with_sheets), progress, &mut |part| match part {
        Part::Own(row) => book.put(0, row),
        Part::Further(sheet, row) => book.put(sheet + 1, row),
    })?;
    book.finish(out)
}

/// A workbook that is filled row by row: what is put into a sheet goes to a file without a name in the system's folder for
/// such, so that memory does not grow with the rows.
struct Book {
    workbook: Workbook,
    formats: Formats,
    /// By the sheet's place, each with those that go on where one was full.
    sheets: Vec<Vec<Filling>>,
}

/// A sheet that is being filled.
struct Filling {
    sheet: Worksheet,
    name: String,
    headers: Vec<String>,
    /// The last row that is filled; the header is row 0.
    last: u32,
}

impl Book {
    /// `rows`: about how many there will be.
    fn new(rows: usize) -> Result<Self, ExchangeError> {
        /// From here on a sheet can grow over the 4 GiB that the plain form of a zip file allows.
        const LARGE: usize = 100_000;
        let mut workbook = Workbook::new();
        // The same portfolio gives the same bytes, at any time.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        workbook.use_zip_large_file(rows >= LARGE);
        Ok(Self { workbook, formats: Formats::new(), sheets: Vec::new() })
    }

    /// Adds a sheet with a header that stays in sight and filters.
    fn add(&mut self, at: usize, name: &str, headers: Vec<String>) -> Result<(), ExchangeError> {
        let mut sheet = self.workbook.new_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (header, column) in headers.iter().zip(0_u16..) {
            sheet.write_string_with_format(0, column, header, &self.formats.head)?;
            sheet.set_column_width(column, width(header))?;
        }
        if self.sheets.len() <= at {
            self.sheets.resize_with(at + 1, Vec::new);
        }
        if let Some(sheets) = self.sheets.get_mut(at) {
            sheets.push(Filling { sheet, name: name.to_owned(), headers, last: 0 });
        }
        Ok(())
    }

    fn put(&mut self, at: usize, row: Row<'_>) -> Result<(), ExchangeError> {
        let Some(sheets) = self.sheets.get(at) else { return Ok(()) };
        // Rows for which one sheet has no room go on in a further one.
        if let (Some(first), Some(last)) = (sheets.first(), sheets.last())
            && last.last as usize >= MOST_ROWS - 1
        {
            let (name, headers) = (format!("{} {}", first.name, sheets.len() + 1), first.headers.clone());
            self.add(at, &name, headers)?;
        }
        match self.sheets.get_mut(at).and_then(|sheets| sheets.last_mut()) {
            Some(filling) => filling.put(row, &self.formats),
            None => Ok(()),
        }
    }

    fn finish(mut self, out: &mut Out<'_>) -> Result<(), ExchangeError> {
        for filling in self.sheets.into_iter().flatten() {
            let Filling { mut sheet, headers, last, .. } = filling;
            let columns = u16::try_from(headers.len()).unwrap_or(u16::MAX);
            sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
            self.workbook.push_worksheet(sheet);
        }
        self.workbook.save_to_writer(out)?;
        Ok(())
    }
}

impl Filling {
    fn put(&mut self, row: Row<'_>, formats: &Formats) -> Result<(), ExchangeError> {
        let Self { sheet, headers, last, .. } = self;
        let at = *last + 1;
        for ((cell, name), column) in row.into_iter().zip(headers).zip(0_u16..) {
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
        *last = at;
        Ok(())
    }
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
