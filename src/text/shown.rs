//! What must not be obeyed is shown: control characters and marks that turn or hide text, in names, ids and notes from files. Which labels they stand in is the views'.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character steers how text is laid out instead of being drawn itself.
fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            // Arabic letter mark; zero width space; left-to-right and right-to-left marks.
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            // Line and paragraph separators; embeddings, overrides and isolates of direction.
            | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Byte order mark inside a text; interlinear annotations; tags.
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// A text for a label of one line: what would steer it stands there by its number instead.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    shown_but(text, |_| false)
}

/// A text for a label of several lines: as [`shown`], but its lines stay lines.
#[must_use]
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    shown_but(text, |letter| letter == '\n')
}

fn shown_but(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let turns = |letter: char| steers(letter) && !stays(letter);
    if !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if turns(letter) {
            // Writing to a text cannot fail.
            let _ = write!(shown, "‹U+{:04X}›", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// The last part of a path, for a label.
#[must_use]
pub fn file_name(path: &std::path::Path) -> String {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), std::ffi::OsStr::to_string_lossy);
    shown(&name).into_owned()
}

/// A whole path, for a label.
#[must_use]
pub fn whole_path(path: &std::path::Path) -> String {
    shown(&path.to_string_lossy()).into_owned()
}

/// A diagnosis of the world's in one line, without the number that the system puts behind its words.
#[must_use]
pub fn told(detail: &str) -> String {
    let mut text = detail.lines().map(str::trim_end).collect::<Vec<_>>().join("; ");
    while let Some(at) = text.find(" (os error ") {
        let Some(end) = text.get(at..).and_then(|rest| rest.find(')')) else { break };
        text.replace_range(at..=at + end, "");
    }
    text
}
