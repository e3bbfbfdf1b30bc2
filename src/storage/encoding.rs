//! Bytes → text: size limit, byte order marks, UTF-8 and UTF-16. What the text says is not looked at.

use std::borrow::Cow;
use std::fmt;

use super::error::LoadError;
use super::locate::position;
use super::place::Position;

/// The largest file that is read, in bytes: 1 GiB.
pub const MAXIMUM_SIZE: u64 = 1 << 30;

/// How a text was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    Utf8,
    Utf16,
}

impl fmt::Display for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
        })
    }
}

/// The text of a file, without its byte order mark.
///
/// # Errors
/// Too large, empty or blank, or not text in UTF-8 or marked UTF-16, with the position. Nobody writes a zero into a text, so
/// one is damage too.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, LoadError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAXIMUM_SIZE {
        return Err(LoadError::TooLarge { size, limit: MAXIMUM_SIZE });
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3)?,
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        // The first character of every file that we read is ASCII.
        [first, second, ..] if (*first == 0) != (*second == 0) => return Err(LoadError::UnmarkedUtf16),
        rest => utf8(rest, 0)?,
    };
    if text.trim().is_empty() { Err(LoadError::Empty) } else { Ok(text) }
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<Cow<'_, str>, LoadError> {
    let (text, is_whole) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), true),
        Err(error) => (String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()), false),
    };
    if let Some(at) = text.find('\0') {
        return Err(LoadError::Zeros { offset: at + skipped, position: position(&text, at) });
    }
    if is_whole {
        return Ok(text);
    }
    let (offset, position) = (text.len() + skipped, end_of(&text));
    Err(LoadError::NotText { encoding: TextEncoding::Utf8, offset, position })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, LoadError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut offset = 2;
    let broken =
        |text: &str, offset| LoadError::NotText { encoding: TextEncoding::Utf16, offset, position: end_of(text) };
    for read in char::decode_utf16(pairs.iter().copied().map(unit)) {
        let Ok(character) = read else { return Err(broken(&text, offset)) };
        if character == '\0' {
            return Err(LoadError::Zeros { offset, position: end_of(&text) });
        }
        offset += 2 * character.len_utf16();
        text.push(character);
    }
    if odd.is_empty() { Ok(text) } else { Err(broken(&text, offset)) }
}

/// Watches a file while it is read, so that one which is no text, or largely not, is not read to its end.
///
/// A block that a disk lost is smaller than what this lets pass: such a file is read whole, and what is left of it with it.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    is_portfolio: bool,
    /// The first two bytes of the file, and how much of it was seen.
    mark: [u8; 2],
    seen: usize,
    junk: usize,
}

impl Screen {
    /// So many bytes that are no text are read, and no more: 16 MiB.
    pub const MOST_JUNK: usize = 16 << 20;

    /// For a portfolio, which is in UTF-8 or marked UTF-16.
    #[must_use]
    pub const fn portfolio() -> Self {
        Self { is_portfolio: true, mark: [0; 2], seen: 0, junk: 0 }
    }

    /// For a file that can be of any kind. Only long runs of zeros count, which no text has, and in an archive not even these.
    #[must_use]
    pub const fn source() -> Self {
        Self { is_portfolio: false, ..Self::portfolio() }
    }

    /// Whether to read on behind a piece, which follows on those before. What was read until then is enough to refuse the file.
    pub fn goes_on(&mut self, piece: &[u8]) -> bool {
        if self.seen == 0 {
            self.mark = piece.first_chunk().copied().unwrap_or_default();
        }
        self.seen += piece.len();
        // A character that is cut in two by the end of a piece is counted by mistake, and three bytes are not much.
        self.junk += match (self.is_portfolio, self.mark) {
            (true, [0xFF, 0xFE]) => 2 * units_of_junk(piece, u16::from_le_bytes),
            (true, [0xFE, 0xFF]) => 2 * units_of_junk(piece, u16::from_be_bytes),
            (true, _) => bytes_of_junk(piece),
            (false, [b'P', b'K']) => 0,
            (false, _) => piece.as_chunks::<8>().0.iter().filter(|word| **word == [0; 8]).count() * 8,
        };
        self.junk < Self::MOST_JUNK
    }
}

fn bytes_of_junk(piece: &[u8]) -> usize {
    // Most pieces are text throughout, which is found out much faster than where one is not.
    let is_text = std::str::from_utf8(piece).is_ok();
    let invalid = if is_text { 0 } else { piece.utf8_chunks().map(|chunk| chunk.invalid().len()).sum::<usize>() };
    // A zero is valid in UTF-8 as such. Most texts have none, and looking for one is much faster than counting.
    let zeros = if piece.contains(&0) { piece.iter().filter(|byte| **byte == 0).count() } else { 0 };
    invalid + zeros
}

fn units_of_junk(piece: &[u8], unit: fn([u8; 2]) -> u16) -> usize {
    let (pairs, _) = piece.as_chunks::<2>();
    char::decode_utf16(pairs.iter().copied().map(unit)).filter(|read| matches!(read, Ok('\0') | Err(_))).count()
}

/// The text of a file as well as it can be read, and where bytes were no text: there, `\u{fffd}` stands in the text.
pub(super) fn lossy(bytes: &[u8]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut unreadable = Vec::new();
    let mut put = |read: Option<&str>| {
        unreadable.extend(read.is_none().then_some(text.len()));
        text.push_str(read.unwrap_or("\u{fffd}"));
    };
    let mut units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        for read in char::decode_utf16(pairs.iter().copied().map(unit)) {
            let mut letter = [0; 4];
            put(read.ok().map(|character| &*character.encode_utf8(&mut letter)));
        }
        if !odd.is_empty() {
            put(None);
        }
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => {
            for chunk in rest.utf8_chunks() {
                put(Some(chunk.valid()));
                if !chunk.invalid().is_empty() {
                    put(None);
                }
            }
        }
    }
    (text, unreadable)
}

fn end_of(text: &str) -> Position {
    position(text, text.len())
}

/// The first few hundred characters of a file, as well as they can be read: enough to see what kind of file it is.
#[must_use]
pub fn opening(bytes: &[u8]) -> String {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = rest.as_chunks::<2>();
        String::from_utf16_lossy(&pairs.iter().copied().map(unit).collect::<Vec<_>>())
    };
    match head {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => String::from_utf8_lossy(rest).into_owned(),
    }
}
