//! The words and strings of RON and JSON, as far as finding a place needs them. No values, and nothing is refused.

use super::format::skip_blank;

pub struct Lexer<'a> {
    pub text: &'a str,
    /// The byte that comes next.
    pub at: usize,
}

impl<'a> Lexer<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub fn blank(&mut self) {
        self.at = self.text.len() - skip_blank(self.rest()).len();
    }

    pub fn eat(&mut self, mark: char) -> bool {
        let eaten = self.rest().starts_with(mark);
        if eaten {
            self.at += mark.len_utf8();
        }
        eaten
    }

    /// A RON file can begin with the names of extensions.
    pub fn prologue(&mut self) {
        self.blank();
        while self.rest().starts_with("#![") {
            self.at += self.rest().find(']').map_or(self.rest().len(), |end| end + 1);
            self.blank();
        }
    }

    /// Passes one character, so that text which makes no sense cannot hold the scan.
    pub fn skip_one(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes a name or a number and gives back its length in bytes.
    pub fn word(&mut self) -> usize {
        let rest = self.rest();
        let stop = |character: char| !(character.is_alphanumeric() || "_.+-#".contains(character));
        let length = rest.find(stop).unwrap_or(rest.len());
        self.at += length;
        length
    }

    /// Passes a string, if one begins here, and gives back what stands between its quotes, escapes as written.
    pub fn string(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let start = usize::from(rest.starts_with('b'));
        let body = &rest[start..];
        if let Some(raw) = body.strip_prefix('r') {
            let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
            let inner = raw[hashes..].strip_prefix('"')?;
            let closing = format!("\"{}", &raw[..hashes]);
            let length = inner.find(&closing).unwrap_or(inner.len());
            self.at = (self.text.len() - inner.len() + length + closing.len()).min(self.text.len());
            return Some(&inner[..length]);
        }
        let quote = body.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let inner = &body[1..];
        let mut escaped = false;
        let end = inner.find(|character: char| {
            let closes = character == quote && !escaped;
            escaped = character == '\\' && !escaped;
            closes
        });
        let length = end.unwrap_or(inner.len());
        self.at = (self.text.len() - inner.len() + length + 1).min(self.text.len());
        Some(&inner[..length])
    }
}
