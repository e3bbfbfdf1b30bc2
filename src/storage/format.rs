//! The number of a file's format, read before anything else of it. What a number means is `read`'s.

use serde::Deserialize;

use super::parse::Syntax;

/// The format that a text names as its first field, as every portfolio that this program wrote does.
///
/// Reads a few bytes, whatever the length of the text; `None` where the first field is another one.
#[must_use]
pub fn peek_format(text: &str) -> Option<u64> {
    let mut rest = skip_blank(text);
    if let Some(header) = rest.strip_prefix("#![") {
        rest = skip_blank(header.split_once(']')?.1);
    }
    let name = rest.find(|character: char| !(character.is_alphanumeric() || character == '_'))?;
    rest = skip_blank(rest.get(name..)?);
    rest = skip_blank(rest.strip_prefix(['(', '{'])?);
    rest = rest.strip_prefix("format").or_else(|| rest.strip_prefix("\"format\""))?;
    rest = skip_blank(skip_blank(rest).strip_prefix(':')?);
    let digits = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..digits)?.parse().ok()
}

/// The format of a text whose first field is another one; reads all of the text.
pub(super) fn find_format(text: &str, syntax: Syntax) -> Option<u64> {
    #[derive(Deserialize)]
    #[serde(rename = "Portfolio")]
    struct Header {
        format: u64,
    }
    syntax.parse::<Header>(text).ok().map(|parsed| parsed.value.format)
}

/// The text after blanks and comments.
pub(super) fn skip_blank(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        if let Some(comment) = text.strip_prefix("//") {
            text = comment.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(comment) = text.strip_prefix("/*") {
            text = skip_block(comment);
        } else {
            return text;
        }
    }
}

/// The text after the end of a block comment, which can hold others.
fn skip_block(mut text: &str) -> &str {
    let mut open = 1_usize;
    while open > 0 {
        let Some(at) = text.find(['*', '/']) else { return "" };
        let rest = text.get(at..).unwrap_or_default();
        let step = if rest.starts_with("*/") {
            open -= 1;
            2
        } else if rest.starts_with("/*") {
            open += 1;
            2
        } else {
            1
        };
        text = rest.get(step..).unwrap_or_default();
    }
    text
}
