//! The text of one cell, such that no spreadsheet runs it, turns it into another value or cuts it: how it is written and read back. Which cells there are is the formats'.
//!
//! A text stands in a cell as it is, wherever a spreadsheet leaves it so. One that begins like a formula has a quote (`'`)
//! before it in CSV. One that would come back as something else stands between quotation marks with escapes (`"007"`,
//! `"a\r\nb"`), so that a text that is there and empty is told from none, too.

use std::borrow::Cow;

use super::table::{disarmed, rearmed};

/// What the file can say of a cell: CSV has texts alone, a workbook has types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Csv,
    Xlsx,
}

/// A text as a cell holds it.
pub fn written(text: &str, sheet: Sheet) -> Cow<'_, str> {
    if is_changed_by_spreadsheets(text) {
        return quoted(text).into();
    }
    match sheet {
        Sheet::Xlsx => text.into(),
        Sheet::Csv => match disarmed(text) {
            safe if safe == text && is_taken_for_a_value(text) => quoted(text).into(),
            safe => safe.into(),
        },
    }
}

/// The text that a cell of ours holds. What a person typed there reads as it stands.
pub fn read(cell: &str) -> Cow<'_, str> {
    unquoted(cell).map_or_else(|| rearmed(cell).into(), Cow::Owned)
}

/// Several texts in one cell, in their order.
pub fn written_list<'a>(texts: impl IntoIterator<Item = &'a str>, sheet: Sheet) -> String {
    let each = |text: &'a str| {
        let is_plain = !text.is_empty()
            && !text.contains([';', '\n'])
            && !is_changed_by_spreadsheets(text)
            && !is_taken_for_a_value(text);
        if is_plain { text.to_owned() } else { quoted(text) }
    };
    let joined = texts.into_iter().map(each).collect::<Vec<_>>().join("; ");
    match sheet {
        Sheet::Csv => disarmed(&joined),
        Sheet::Xlsx => joined,
    }
}

/// The texts that a cell lists.
pub fn read_list(cell: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = rearmed(cell).trim();
    while !rest.is_empty() {
        let end = end_of_first(rest);
        let (first, behind) = rest.split_at(end);
        let first = first.trim();
        if let Some(text) = unquoted(first) {
            texts.push(text);
        } else if !first.is_empty() {
            texts.push(first.to_owned());
        }
        rest = behind.strip_prefix(';').unwrap_or(behind).trim_start();
    }
    texts
}

/// Where the first text of a list ends: at a semicolon that is not between quotation marks.
fn end_of_first(list: &str) -> usize {
    let is_quoted = list.starts_with('"');
    let (mut inside, mut escaped) = (is_quoted, false);
    for (at, letter) in list.char_indices().skip(usize::from(is_quoted)) {
        match letter {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' if inside => inside = false,
            ';' if !inside => return at,
            _ => {}
        }
    }
    // A quotation mark that nothing closes is a letter like any other.
    if inside { list.find(';').unwrap_or(list.len()) } else { list.len() }
}

/// A text between quotation marks, on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '_' if text.get(at..).is_some_and(begins_with_escape_of_xlsx) => out.push_str("\\u{5f}"),
            letter if is_hidden(letter) => {
                out.push_str("\\u{");
                out.push_str(&format!("{:x}", u32::from(letter)));
                out.push('}');
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// What stands between quotation marks; `None` where it is not written as we write it.
pub fn unquoted(cell: &str) -> Option<String> {
    let inside = cell.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return None,
            '\\' => match letters.next()? {
                letter @ ('"' | '\\') => out.push(letter),
                'n' => out.push('\n'),
                'r' => out.push('\r'),
                't' => out.push('\t'),
                'u' => {
                    let rest = letters.as_str().strip_prefix('{')?;
                    let (number, behind) = rest.split_once('}')?;
                    out.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
                    letters = behind.chars();
                }
                _ => return None,
            },
            letter => out.push(letter),
        }
    }
    Some(out)
}

/// Controls, and what a workbook's XML cannot hold or takes for the end of a line.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether some spreadsheet gives the text back as another, even where it is told that it is text.
fn is_changed_by_spreadsheets(text: &str) -> bool {
    text.trim() != text
        || text.starts_with('"')
        // It would read as another text that was disarmed.
        || rearmed(text) != text
        || text.chars().any(|letter| letter != '\n' && is_hidden(letter))
        || text.match_indices('_').any(|(at, _)| text.get(at..).is_some_and(begins_with_escape_of_xlsx))
}

/// `_x000D_` in a workbook stands for a control character.
fn begins_with_escape_of_xlsx(text: &str) -> bool {
    let number = text.strip_prefix("_x").or_else(|| text.strip_prefix("_X"));
    number.is_some_and(|rest| {
        rest.get(..4).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            && rest.get(4..).is_some_and(|rest| rest.starts_with('_'))
    })
}

/// Words that stand in dates, times, numbers and truth values as spreadsheets of our three languages read them.
const VALUE_WORDS: [&str; 28] = [
    "e", "am", "pm", "t", "z", "h", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "janv", "fev", "fév", "avr", "mai", "juin", "juil", "aoû", "aou", "déc",
];

/// The longest of such words: `septembre`.
const LONGEST_VALUE_WORD: usize = 9;

/// Whole numbers of at most so many digits come back from every spreadsheet as they went in.
const MOST_DIGITS: usize = 15;

/// Whether a spreadsheet that opens the text as CSV could read a number, a day or a truth value, and write it otherwise.
fn is_taken_for_a_value(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && text.len() <= MOST_DIGITS && (text == "0" || !text.starts_with('0')) {
        return false;
    }
    let folded = text.to_lowercase();
    if ["true", "false", "vrai", "faux"].contains(&folded.as_str()) {
        return true;
    }
    let is_word_of_value = |word: &str| {
        word.is_empty()
            || ["年", "月", "日", "时", "分", "秒", "上午", "下午"].contains(&word)
            || word.chars().count() <= LONGEST_VALUE_WORD
                && VALUE_WORDS
                    .iter()
                    .any(|known| if known.len() < 3 { word == *known } else { word.starts_with(known) })
    };
    // `E3` is a name; `3E5` is a number.
    let first = folded.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    text.chars().any(char::is_numeric)
        && !VALUE_WORDS.iter().any(|known| known.len() < 3 && first == *known)
        && folded.split(|letter: char| !letter.is_alphabetic()).all(is_word_of_value)
}
