//! Looks through the XML of a workbook before calamine reads it: nothing in it may be so long, so many or so numbered that reading it takes all memory or stops the program. What it says is not read here.

use super::limits::{LONGEST_CELL, LONGEST_TAG, Limit, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_STRINGS};

/// Why a part is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    TooMuch(Limit),
    /// It is no XML as workbooks have it.
    NotMarkup,
}

/// One part, of which the bytes come piece by piece.
#[derive(Default)]
pub(super) struct Markup {
    /// What stands between `<` and `>`, as far as it has come.
    token: Vec<u8>,
    in_token: bool,
    quote: Option<u8>,
    /// How long the text is that has come since the last token.
    text: usize,
    /// How many bytes there are since the last cell, row or string began. Counted where there are such.
    piece: usize,
    counts_pieces: bool,
    tags: u64,
    cells: u64,
    rows: u64,
    strings: u64,
}

impl Markup {
    /// A part that holds shared strings from its beginning to its end.
    pub fn of_strings() -> Self {
        Self { counts_pieces: true, ..Self::default() }
    }

    pub const fn tags(&self) -> u64 {
        self.tags
    }

    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        for byte in bytes {
            self.byte(*byte)?;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), Refused> {
        // Also what another encoding would hide markup in, UTF-16 above all.
        if byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') {
            return Err(Refused::NotMarkup);
        }
        self.piece += usize::from(self.counts_pieces);
        if self.piece > LONGEST_CELL {
            return Err(Refused::TooMuch(Limit::Cell));
        }
        if !self.in_token {
            self.text += 1;
            if byte == b'<' {
                (self.in_token, self.text) = (true, 0);
                self.token.clear();
            }
            return if self.text > LONGEST_CELL { Err(Refused::TooMuch(Limit::Cell)) } else { Ok(()) };
        }
        if byte == b'>' && self.is_whole()? {
            (self.in_token, self.quote) = (false, None);
            return self.look();
        }
        if !matches!(self.token.first(), Some(b'!' | b'?')) {
            match (self.quote, byte) {
                (None, b'"' | b'\'') => self.quote = Some(byte),
                (Some(open), _) if open == byte => self.quote = None,
                _ => {}
            }
        }
        self.token.push(byte);
        if self.token.len() > LONGEST_TAG { Err(Refused::TooMuch(Limit::Tag)) } else { Ok(()) }
    }

    /// Whether a `>` ends the token.
    fn is_whole(&self) -> Result<bool, Refused> {
        let token = self.token.as_slice();
        match token {
            [b'?', .., b'?'] => Ok(true),
            [b'?', ..] => Ok(false),
            [b'!', b'-', b'-', ..] => Ok(token.len() >= 5 && token.ends_with(b"--")),
            [b'!', ..] if token.starts_with(b"![CDATA[") => Ok(token.ends_with(b"]]")),
            // No workbook declares entities.
            [b'!', ..] => Err(Refused::NotMarkup),
            _ => Ok(self.quote.is_none()),
        }
    }

    /// Looks at a token that is whole.
    fn look(&mut self) -> Result<(), Refused> {
        let token = self.token.as_slice();
        match token.first() {
            Some(b'?') => return declares_utf8(token).then_some(()).ok_or(Refused::NotMarkup),
            Some(b'!') => return Ok(()),
            Some(b'/') => {
                if local(token.get(1..).unwrap_or_default()) == b"sheetData" {
                    self.counts_pieces = false;
                    self.piece = 0;
                }
                return Ok(());
            }
            Some(_) | None => {}
        }
        self.tags += 1;
        match local(token) {
            b"sheetData" => self.counts_pieces = true,
            b"sst" => {
                self.counts_pieces = true;
                // Room is made for as many, before there are any.
                let is_too_many = |count: &[u8]| number(count).is_none_or(|count| count > MOST_STRINGS);
                if attributes(token)?.iter().any(|(key, value)| *key == b"uniqueCount" && is_too_many(value)) {
                    return Err(Refused::TooMuch(Limit::Strings));
                }
            }
            b"si" => {
                self.strings += 1;
                self.piece = 0;
                within(self.strings, MOST_STRINGS, Limit::Strings)?;
            }
            b"row" => {
                self.rows += 1;
                self.piece = 0;
                within(self.rows, MOST_ROWS, Limit::Rows)?;
                references(token)?;
            }
            b"c" => {
                self.cells += 1;
                self.piece = 0;
                within(self.cells, MOST_CELLS, Limit::Cells)?;
                references(token)?;
            }
            b"dimension" => references(token)?,
            _ => {}
        }
        Ok(())
    }
}

fn within(count: u64, most: u64, limit: Limit) -> Result<(), Refused> {
    if count > most { Err(Refused::TooMuch(limit)) } else { Ok(()) }
}

/// Whether a declaration names no other encoding.
fn declares_utf8(token: &[u8]) -> bool {
    let text = String::from_utf8_lossy(token).to_ascii_lowercase();
    !text.contains("encoding") || text.contains("utf-8") || text.contains("us-ascii")
}

/// The name of a tag, without its prefix.
fn local(token: &[u8]) -> &[u8] {
    let end = token.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(token.len());
    let name = token.get(..end).unwrap_or_default();
    let start = name.iter().rposition(|byte| *byte == b':').map_or(0, |at| at + 1);
    name.get(start..).unwrap_or_default()
}

fn number(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

type Attribute<'a> = (&'a [u8], &'a [u8]);

/// The attributes of a tag; one that is not quoted makes it no markup.
fn attributes(token: &[u8]) -> Result<Vec<Attribute<'_>>, Refused> {
    let end = token.iter().position(u8::is_ascii_whitespace).unwrap_or(token.len());
    let mut rest = token.get(end..).unwrap_or_default().trim_ascii();
    let mut found = Vec::new();
    while !rest.is_empty() && rest != b"/" {
        let equals = rest.iter().position(|byte| *byte == b'=').ok_or(Refused::NotMarkup)?;
        let (key, behind) = rest.split_at(equals);
        let Some((quote @ (b'"' | b'\''), behind)) =
            behind.get(1..).unwrap_or_default().trim_ascii_start().split_first()
        else {
            return Err(Refused::NotMarkup);
        };
        let close = behind.iter().position(|byte| byte == quote).ok_or(Refused::NotMarkup)?;
        let (value, behind) = behind.split_at(close);
        found.push((key.trim_ascii(), value));
        rest = behind.get(1..).unwrap_or_default().trim_ascii();
    }
    Ok(found)
}

/// Whether the places that a tag names are on a sheet, and on the part of it that we read.
fn references(token: &[u8]) -> Result<(), Refused> {
    for (key, value) in attributes(token)? {
        if key != b"r" && key != b"ref" {
            continue;
        }
        let places: Vec<Option<(u64, u64)>> = value.split(|byte| *byte == b':').map(place).collect();
        match places.as_slice() {
            [Some(_)] => {}
            // calamine subtracts the one from the other.
            [Some((column, row)), Some((last_column, last_row))] if column <= last_column && row <= last_row => {}
            _ => return Err(Refused::NotMarkup),
        }
        // A dimension is only declared; what stands in a cell is believed.
        if key == b"r" && places.iter().flatten().any(|(column, _)| *column > MOST_COLUMNS) {
            return Err(Refused::TooMuch(Limit::Columns));
        }
        if places.iter().flatten().any(|(_, row)| *row > MOST_ROWS) {
            return Err(Refused::TooMuch(Limit::Rows));
        }
    }
    Ok(())
}

/// `AB12` as column and row from 1; a row alone has the column 0.
fn place(text: &[u8]) -> Option<(u64, u64)> {
    let letters = text.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(text.len());
    let (letters, digits) = text.split_at(letters);
    if letters.len() > 3 || digits.len() > 9 {
        return None;
    }
    let column =
        letters.iter().fold(0, |column, letter| column * 26 + u64::from(letter.to_ascii_uppercase() - b'A') + 1);
    number(digits).map(|row| (column, row))
}
