//! Tables as files hold them: a header and rows of texts, in text of any encoding and separator or in a workbook, row after row. What the columns mean is the formats'.
//!
//! [`read`] opens a source and lends a [`Table`]; a format asks for [`Table::next`] until there is none. Rows that are no
//! rows go to the faults with their lines, and the next one is given.

mod disarm;
mod encoded;
mod faulty;
mod guard;
mod limits;
mod markup;
mod separated;
mod separator;
mod words;
mod workbook;

use std::io::Read;

pub use disarm::{disarmed, rearmed};
pub use faulty::{REASON, faulty_rows};
pub use limits::Limit;
use limits::MOST_COLUMNS;
use separated::{Raw, Separated};
pub use words::{Name, Names, Placed, key};
use workbook::SheetRows;

use super::ExchangeError;
use super::incoming::{FaultReason, Faults, RowFault};
use super::source::{Choices, Encoding, HeaderLanguage, Recognized, Separator, Source};
use crate::storage::{LONGEST_TEXT, LoadError};

/// A row of as many cells as the header has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// From 1, the header being line 1 where nothing stands before it: the line of the text, or the row of the sheet.
    pub line: u64,
    pub cells: Vec<String>,
}

impl Row {
    /// A cell without the blanks around it; empty where there is none.
    #[must_use]
    pub fn get(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// This row, in error.
    #[must_use]
    pub fn fault(&self, column: &str, reason: FaultReason, value: &str) -> RowFault {
        let (column, value) = (column.to_owned(), value.to_owned());
        RowFault { line: self.line, column, reason, value, cells: self.cells.clone() }
    }
}

/// Where rows come from.
enum Rows<'a> {
    Text(Box<Separated<'a>>),
    Sheet(&'a mut dyn SheetRows),
}

impl Rows<'_> {
    fn next(&mut self) -> Result<Option<Raw>, ExchangeError> {
        match self {
            Self::Text(rows) => Ok(rows.next()?.map(|mut row| {
                for cell in &mut row.cells {
                    let text = rearmed(cell);
                    if text.len() < cell.len() {
                        *cell = text.to_owned();
                    }
                }
                row
            })),
            Self::Sheet(rows) => Ok(rows.next()?.map(|row| Raw {
                line: row.line,
                cells: row.cells,
                is_broken: false,
                is_too_long: false,
            })),
        }
    }
}

/// A table that is being read.
pub struct Table<'a> {
    /// The first row that is not empty, as read; without the column of reasons that [`faulty_rows`] adds.
    pub header: Vec<String>,
    has_reasons: bool,
    /// `None`: a workbook, which leaves no choice.
    pub encoding: Option<Encoding>,
    pub separator: Option<Separator>,
    rows: Rows<'a>,
}

impl std::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("header", &self.header).finish_non_exhaustive()
    }
}

impl<'a> Table<'a> {
    fn begin(
        mut rows: Rows<'a>,
        encoding: Option<Encoding>,
        separator: Option<Separator>,
    ) -> Result<Self, ExchangeError> {
        loop {
            let Some(row) = rows.next()? else { return Err(LoadError::Empty.into()) };
            if row.is_too_long {
                return Err(ExchangeError::TooMuch { what: Limit::Columns });
            }
            if is_blank(&row.cells) || (separator.is_some() && separator::is_named(&row.cells)) {
                continue;
            }
            let mut header = row.cells;
            let has_reasons = drop_reason(&mut header);
            while header.last().is_some_and(|cell| cell.trim().is_empty()) {
                header.pop();
            }
            if header.len() as u64 > MOST_COLUMNS {
                return Err(ExchangeError::TooMuch { what: Limit::Columns });
            }
            return Ok(Self { header, has_reasons, encoding, separator, rows });
        }
    }

    /// The next row; those that are none are put to the faults, and empty ones are passed over.
    ///
    /// # Errors
    /// What the system says; a workbook that is broken from here on.
    pub fn next(&mut self, faults: &mut Faults) -> Result<Option<Row>, ExchangeError> {
        while let Some(mut row) = self.rows.next()? {
            if self.has_reasons && !row.cells.is_empty() {
                row.cells.remove(0);
            }
            if row.is_too_long {
                faults.push(fault(row, FaultReason::TooLong, String::new()));
            } else if row.is_broken {
                let value = row.cells.iter().find(|cell| cell.contains('\u{fffd}')).cloned().unwrap_or_default();
                faults.push(fault(row, FaultReason::NotText, value));
            } else if let Some((at, long)) = row.cells.iter().enumerate().find(|(_, cell)| cell.len() > LONGEST_TEXT) {
                let column = self.header.get(at).cloned().unwrap_or_default();
                let value = long.chars().take(80).collect();
                faults.push(RowFault { column, ..fault(row, FaultReason::TooLong, value) });
            } else if !is_blank(&row.cells) {
                match self.fitted(row) {
                    Ok(row) => return Ok(Some(row)),
                    Err(fault) => faults.push(*fault),
                }
            }
        }
        Ok(None)
    }

    /// A row of as many cells as the header has. Sheets leave out empty cells at the end; a line of text that does so is cut off.
    fn fitted(&self, row: Raw) -> Result<Row, Box<RowFault>> {
        let header = self.header.len();
        let Raw { line, mut cells, .. } = row;
        let is_cut = matches!(self.rows, Rows::Text(_)) && cells.len() < header;
        let is_wider = cells.iter().skip(header).any(|cell| !cell.trim().is_empty());
        if is_cut || is_wider {
            let reason = FaultReason::CellCount { cells: cells.len(), header };
            let row = Raw { line, cells, is_broken: false, is_too_long: false };
            return Err(Box::new(fault(row, reason, String::new())));
        }
        cells.resize(header, String::new());
        Ok(Row { line, cells })
    }

    /// What there is to say of this table.
    #[must_use]
    pub fn recognized(&self, format: &'static str, language: Option<HeaderLanguage>) -> Recognized {
        let (encoding, separator) = (self.encoding, self.separator);
        Recognized { format, encoding, separator, language, header: self.header.clone() }
    }
}

/// Takes the column of reasons out of a header.
fn drop_reason(header: &mut Vec<String>) -> bool {
    let has_reasons = header.first().is_some_and(|cell| cell == REASON);
    if has_reasons {
        header.remove(0);
    }
    has_reasons
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

fn fault(row: Raw, reason: FaultReason, value: String) -> RowFault {
    RowFault { line: row.line, column: String::new(), reason, value, cells: row.cells }
}

/// How much of a file is looked at to find its separator, in bytes.
const LOOKED_AT: u64 = 64 << 10;

/// Opens a source as a table and lends it: its encoding and separator are those chosen, else those recognized.
///
/// # Errors
/// An empty file, more than the limits allow, a workbook that is none; and whatever `take` says.
pub fn read<T>(
    source: &mut dyn Source,
    choices: &Choices,
    take: impl FnOnce(&mut Table<'_>) -> Result<T, ExchangeError>,
) -> Result<T, ExchangeError> {
    let head = head_of(source)?;
    if workbook::is_one(&head) {
        return workbook::with_rows(source, |rows| take(&mut Table::begin(Rows::Sheet(rows), None, None)?));
    }
    let encoding = match choices.encoding {
        Some(encoding) => encoding,
        None => encoded::recognized(source)?,
    };
    let separator =
        choices.separator.unwrap_or_else(|| separator::recognized(&encoded::beginning(&head, Some(encoding))));
    let rows = Separated::new(source, encoding, separator)?;
    take(&mut Table::begin(Rows::Text(Box::new(rows)), Some(encoding), Some(separator))?)
}

/// Whether a file begins like a workbook.
pub(super) fn is_workbook(head: &[u8]) -> bool {
    workbook::is_one(head)
}

/// The header of a source, if it is a table, as cheaply as can be; leaves the source at its start.
///
/// # Errors
/// What the system says; a workbook that is not opened.
pub(super) fn header_of(source: &mut dyn Source, choices: &Choices) -> Result<Vec<String>, ExchangeError> {
    let head = head_of(source)?;
    let header = if workbook::is_one(&head) {
        read(source, choices, |table| Ok(table.header.clone()))
    } else {
        let text = encoded::beginning(&head, choices.encoding);
        let separator = choices.separator.unwrap_or_else(|| separator::recognized(&text));
        // Before the header may stand the line that names the separator, and empty cells.
        let rows = separated::rows_of(&text, separator, 4);
        let header = rows.into_iter().find(|cells| !is_blank(cells) && !separator::is_named(cells));
        let header = header.filter(|cells| cells.len() as u64 <= MOST_COLUMNS);
        Ok(header.map_or_else(Vec::new, |mut cells| {
            cells.iter_mut().for_each(|cell| *cell = rearmed(cell).to_owned());
            drop_reason(&mut cells);
            cells
        }))
    };
    source.seek(std::io::SeekFrom::Start(0))?;
    header
}

fn head_of(source: &mut dyn Source) -> Result<Vec<u8>, ExchangeError> {
    let mut head = Vec::new();
    source.seek(std::io::SeekFrom::Start(0))?;
    (&mut *source).take(LOOKED_AT).read_to_end(&mut head)?;
    source.seek(std::io::SeekFrom::Start(0))?;
    Ok(head)
}
