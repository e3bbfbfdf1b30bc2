//! Rows of cells in text: quotes, line breaks of each kind, and the lines that rows begin on. The encoding is `encoded`'s; what a header means is the formats'.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::super::ExchangeError;
use super::super::source::{Encoding, Separator, Source};
use super::encoded::Decoded;

/// The longest row that is read, in bytes of UTF-8: four times the longest text. [ours]
pub const LONGEST_ROW: usize = 4 << 20;

/// A row as it stands in the text.
pub(super) struct Raw {
    /// The line that it begins on, counted from 1.
    pub line: u64,
    pub cells: Vec<String>,
    /// Whether some of its bytes are no text.
    pub is_broken: bool,
    /// Whether it is longer than [`LONGEST_ROW`]; then no cells are given.
    pub is_too_long: bool,
}

/// The rows of a text in one piece.
pub(super) fn rows_of(text: &str, separator: Separator, most: usize) -> Vec<Vec<String>> {
    let mut parser = Parser::new(separator);
    let mut rows = Vec::new();
    let mut rest = text.as_bytes();
    while rows.len() < most {
        let (read, step) = parser.feed(rest);
        rest = rest.get(read..).unwrap_or_default();
        match step {
            Step::Row(row) if !row.is_too_long => rows.push(row.cells),
            Step::Row(_) | Step::End => break,
            Step::More => {}
        }
    }
    rows
}

enum Step {
    More,
    Row(Raw),
    End,
}

/// The rows of bytes that come piece by piece.
struct Parser {
    separator: Separator,
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    cells: usize,
    line: u64,
    after_return: bool,
    /// The line that the row begins on, where it has begun.
    begun: Option<u64>,
    /// A row that was too long is passed over to the end of its line.
    skipping: bool,
}

fn reader(separator: Separator) -> Reader {
    ReaderBuilder::new().delimiter(separator.byte()).build()
}

impl Parser {
    fn new(separator: Separator) -> Self {
        Self {
            separator,
            reader: reader(separator),
            output: vec![0; 4096],
            ends: vec![0; 64],
            written: 0,
            cells: 0,
            line: 1,
            after_return: false,
            begun: None,
            skipping: false,
        }
    }

    /// Takes what it can of the bytes: how many, and what came of it. No bytes: there are no more.
    fn feed(&mut self, bytes: &[u8]) -> (usize, Step) {
        if self.skipping {
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            self.skipping = end.is_none() && !bytes.is_empty();
            let read = end.unwrap_or(bytes.len());
            return (read, if bytes.is_empty() { Step::End } else { Step::More });
        }
        let output = self.output.get_mut(self.written..).unwrap_or_default();
        let ends = self.ends.get_mut(self.cells..).unwrap_or_default();
        let (result, read, written, cells) = self.reader.read_record(bytes, output, ends);
        self.count_lines(bytes.get(..read).unwrap_or_default());
        self.written += written;
        self.cells += cells;
        match result {
            ReadRecordResult::InputEmpty => (read, Step::More),
            ReadRecordResult::OutputFull if self.output.len() >= LONGEST_ROW => (read, Step::Row(self.too_long())),
            ReadRecordResult::OutputFull => {
                self.output.resize((self.output.len() * 2).min(LONGEST_ROW), 0);
                (read, Step::More)
            }
            // A cell takes a byte at least, or else its separator does: as many cells as bytes are too many too.
            ReadRecordResult::OutputEndsFull if self.ends.len() >= LONGEST_ROW / 4 => {
                (read, Step::Row(self.too_long()))
            }
            ReadRecordResult::OutputEndsFull => {
                self.ends.resize(self.ends.len() * 2, 0);
                (read, Step::More)
            }
            ReadRecordResult::Record => (read, Step::Row(self.row())),
            ReadRecordResult::End => (read, Step::End),
        }
    }

    /// Counts the line breaks, and notes where the row begins: empty lines before it belong to none.
    fn count_lines(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\n' => {
                    self.line += u64::from(!self.after_return);
                    self.after_return = false;
                }
                b'\r' => {
                    self.line += 1;
                    self.after_return = true;
                }
                _ => {
                    self.after_return = false;
                    self.begun.get_or_insert(self.line);
                }
            }
        }
    }

    fn row(&mut self) -> Raw {
        let mut start = 0;
        let mut cells = Vec::with_capacity(self.cells);
        for end in self.ends.get(..self.cells).unwrap_or_default() {
            let bytes = self.output.get(start..*end).unwrap_or_default();
            cells.push(String::from_utf8_lossy(bytes).into_owned());
            start = *end;
        }
        let line = self.begun.take().unwrap_or(self.line);
        (self.written, self.cells) = (0, 0);
        Raw { line, cells, is_broken: false, is_too_long: false }
    }

    /// Mostly a quote that is never closed: the next line begins anew.
    fn too_long(&mut self) -> Raw {
        let line = self.begun.take().unwrap_or(self.line);
        (self.written, self.cells, self.skipping) = (0, 0, true);
        self.reader = reader(self.separator);
        Raw { line, cells: Vec::new(), is_broken: false, is_too_long: true }
    }
}

/// The rows of a source, one after the other.
pub(super) struct Separated<'a> {
    decoded: Decoded<'a>,
    parser: Parser,
    text: Vec<u8>,
    at: usize,
    /// How much of the text is behind us.
    passed: u64,
}

impl<'a> Separated<'a> {
    pub fn new(source: &'a mut dyn Source, encoding: Encoding, separator: Separator) -> Result<Self, ExchangeError> {
        let (decoded, parser) = (Decoded::new(source, encoding)?, Parser::new(separator));
        Ok(Self { decoded, parser, text: Vec::new(), at: 0, passed: 0 })
    }

    pub fn next(&mut self) -> Result<Option<Raw>, ExchangeError> {
        loop {
            if self.at == self.text.len() {
                self.text.clear();
                self.at = 0;
                self.decoded.next(&mut self.text)?;
            }
            let (read, step) = self.parser.feed(self.text.get(self.at..).unwrap_or_default());
            self.at += read;
            self.passed += read as u64;
            match step {
                Step::More => {}
                Step::End => return Ok(None),
                Step::Row(row) => {
                    let is_broken = self.decoded.take_broken(self.passed) > 0;
                    return Ok(Some(Raw { is_broken, ..row }));
                }
            }
        }
    }
}
