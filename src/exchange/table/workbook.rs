//! The rows of a workbook's first visible sheet, cell by cell, as texts. That the workbook is harmless is `guard`'s.

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader};

use super::super::ExchangeError;
use super::super::source::Source;
use super::guard::{check, damaged};
use super::limits::{Limit, MOST_CELLS, MOST_COLUMNS};

/// A row of a sheet.
pub(super) struct SheetRow {
    /// Counted from 1, as the sheet shows it.
    pub line: u64,
    pub cells: Vec<String>,
}

/// Whether a file begins like a workbook.
pub(super) fn is_one(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// Opens a workbook and hands its rows out.
pub(super) fn with_rows<T>(
    source: &mut dyn Source,
    take: impl FnOnce(&mut dyn SheetRows) -> Result<T, ExchangeError>,
) -> Result<T, ExchangeError> {
    check(source)?;
    let mut workbook = Xlsx::new(source).map_err(|error| damaged(&error))?;
    let is_shown =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let Some(name) = workbook.sheets_metadata().iter().find(is_shown).map(|sheet| sheet.name.clone()) else {
        return Err(damaged(&"it has no sheet that is shown"));
    };
    let cells = workbook.worksheet_cells_reader(&name).map_err(|error| damaged(&error))?;
    take(&mut Sheet { cells, next: None, count: 0, is_over: false })
}

/// The rows of a sheet, one after the other; those without a cell are passed over.
pub(super) trait SheetRows {
    fn next(&mut self) -> Result<Option<SheetRow>, ExchangeError>;
}

struct Sheet<'a, S: std::io::Read + std::io::Seek> {
    cells: XlsxCellReader<'a, S>,
    /// The first cell of the next row.
    next: Option<(u32, u32, String)>,
    count: u64,
    /// Behind its end, the reader would say that the sheet is cut off.
    is_over: bool,
}

impl<S: std::io::Read + std::io::Seek> SheetRows for Sheet<'_, S> {
    fn next(&mut self) -> Result<Option<SheetRow>, ExchangeError> {
        let first = match self.next.take() {
            Some(cell) => Some(cell),
            None => self.cell()?,
        };
        let Some((line, column, text)) = first else { return Ok(None) };
        let mut cells = Vec::new();
        put(&mut cells, column, text)?;
        while let Some((row, column, text)) = self.cell()? {
            if row != line {
                self.next = Some((row, column, text));
                break;
            }
            put(&mut cells, column, text)?;
        }
        Ok(Some(SheetRow { line: u64::from(line) + 1, cells }))
    }
}

impl<S: std::io::Read + std::io::Seek> Sheet<'_, S> {
    fn cell(&mut self) -> Result<Option<(u32, u32, String)>, ExchangeError> {
        if self.is_over {
            return Ok(None);
        }
        let cell = self.cells.next_cell().map_err(|error| damaged(&error))?;
        self.is_over = cell.is_none();
        self.count += 1;
        if self.count > MOST_CELLS {
            return Err(ExchangeError::TooMuch { what: Limit::Cells });
        }
        Ok(cell.map(|cell| {
            let (row, column) = cell.get_position();
            (row, column, text(cell.get_value()))
        }))
    }
}

fn put(cells: &mut Vec<String>, column: u32, text: String) -> Result<(), ExchangeError> {
    if u64::from(column) >= MOST_COLUMNS {
        return Err(ExchangeError::TooMuch { what: Limit::Columns });
    }
    let column = column as usize;
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
    Ok(())
}

/// A cell as text: days as `2019-01-31`, with a time only where there is one; whole numbers without a point.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") }
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
    }
}
