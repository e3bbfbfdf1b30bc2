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
/// Too large, empty or blank, or not text in UTF-8 or marked UTF-16, with the position.
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
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let position = end_of(&String::from_utf8_lossy(valid));
        LoadError::NotText { encoding: TextEncoding::Utf8, offset: error.valid_up_to() + skipped, position }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, LoadError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut offset = 2;
    let broken =
        |text: &str, offset| LoadError::NotText { encoding: TextEncoding::Utf16, offset, position: end_of(text) };
    for read in char::decode_utf16(pairs.iter().copied().map(unit)) {
        let Ok(character) = read else { return Err(broken(&text, offset)) };
        offset += 2 * character.len_utf16();
        text.push(character);
    }
    if odd.is_empty() { Ok(text) } else { Err(broken(&text, offset)) }
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
