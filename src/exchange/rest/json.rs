//! JSON as people save it: with comments, commas too many or too few, several documents one after the other. What it says is the others'.
//!
//! Not serde_json, which stops at the first thing that is amiss, knows no places in a tree, and would read credentials
//! into memory; nor one of the crates for JSON with comments, which read a whole document or nothing. Here a broken item
//! ends where its bracket does and the next one is read, each value knows where it stands, and what is called
//! `userCredentials` is passed over unread. Strings with escapes are serde_json's.

use std::borrow::Cow;

use super::super::incoming::{FaultReason, Malformed};
use crate::storage::LONGEST_TEXT;

/// How deep an answer may nest. Those that Partner Center gives nest 6 deep.
const DEEPEST: usize = 64;

/// How often a text may be gone over in all.
const PASSES: usize = 16;

#[derive(Debug)]
pub struct Node<'a> {
    /// The byte at which it begins.
    pub at: usize,
    pub value: Value<'a>,
}

#[derive(Debug)]
pub enum Value<'a> {
    Nothing,
    YesNo(bool),
    /// As written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
}

#[derive(Debug)]
pub struct Member<'a> {
    pub name: Cow<'a, str>,
    pub node: Node<'a>,
}

/// Where a value cannot be read, and why.
#[derive(Debug)]
pub struct Broken {
    pub at: usize,
    pub reason: FaultReason,
}

/// A text that is read from its beginning to its end.
#[derive(Debug)]
pub struct Json<'a> {
    text: &'a str,
    pub at: usize,
    /// How many credentials were passed over.
    pub credentials: usize,
    /// How many bytes may still be passed unread.
    patience: usize,
}

impl<'a> Json<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0, credentials: 0, patience: text.len().saturating_mul(PASSES) }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character that says something, behind blanks, comments, commas and a document's separators.
    pub fn peek(&mut self) -> Option<char> {
        loop {
            let rest = self.rest();
            // Some programs put a record separator before each document.
            let blank = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '\u{feff}' | '\u{1e}');
            let said = rest.trim_start_matches(blank);
            self.at += rest.len() - said.len();
            if said.starts_with("//") || said.starts_with('#') {
                self.at += said.find('\n').unwrap_or(said.len());
            } else if let Some(comment) = said.strip_prefix("/*") {
                self.at += comment.find("*/").map_or(said.len(), |end| end + 4);
            } else {
                return said.chars().next();
            }
        }
    }

    /// Passes a bracket, if it is the next thing.
    pub fn eat(&mut self, bracket: char) -> bool {
        let is_it = self.peek() == Some(bracket);
        if is_it {
            self.at += bracket.len_utf8();
        }
        is_it
    }

    fn broken<T>(&self, what: Malformed) -> Result<T, Broken> {
        Err(Broken { at: self.at, reason: FaultReason::NotParsed(what) })
    }

    /// A whole value; `depth` is how many brackets are open around it.
    pub fn value(&mut self, depth: usize) -> Result<Node<'a>, Broken> {
        let next = self.peek();
        let at = self.at;
        if depth > DEEPEST {
            return self.broken(Malformed::TooDeep);
        }
        let value = match next {
            None => return self.broken(Malformed::Ends),
            Some('{') => {
                self.at += 1;
                let mut members = Vec::new();
                while let Some(name) = self.name()? {
                    if self.is_credentials(&name)? {
                        continue;
                    }
                    let node = self.value(depth + 1)?;
                    members.push(Member { name, node });
                }
                Value::Object(members)
            }
            Some('[') => {
                self.at += 1;
                let mut list = Vec::new();
                while !self.eat(']') {
                    list.push(self.value(depth + 1)?);
                }
                Value::List(list)
            }
            Some('"') => Value::Text(self.string()?),
            Some(_) => self.word()?,
        };
        Ok(Node { at, value })
    }

    /// The name of an object's next member and its colon, or `None` behind the bracket that ends it.
    pub fn name(&mut self) -> Result<Option<Cow<'a, str>>, Broken> {
        if self.eat('}') {
            return Ok(None);
        }
        let name = if self.peek() == Some('"') { self.string()? } else { self.bare_name()? };
        if self.eat(':') { Ok(Some(name)) } else { self.broken(Malformed::NoColon) }
    }

    /// A name without quotes, or without the first of them, as one documented sample has it.
    fn bare_name(&mut self) -> Result<Cow<'a, str>, Broken> {
        let rest = self.rest();
        let ends = |letter: char| !(letter.is_alphanumeric() || letter == '_');
        let name = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        if name.is_empty() {
            return self.broken(Malformed::NoName);
        }
        self.at += name.len();
        self.at += usize::from(self.rest().starts_with('"'));
        Ok(Cow::Borrowed(name))
    }

    /// Passes over what stands behind the name of credentials, without reading it.
    pub fn is_credentials(&mut self, name: &str) -> Result<bool, Broken> {
        let secret = ["userCredentials", "userCredential", "credentials", "password", "passwordProfile"];
        if !secret.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return Ok(false);
        }
        self.peek();
        let is_there = !self.rest().starts_with("null");
        if !self.skip() {
            return self.broken(Malformed::Ends);
        }
        self.credentials += usize::from(is_there);
        Ok(true)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Broken> {
        let start = self.at;
        let inner = self.rest().get(1..).unwrap_or_default();
        let Some(length) = string_length(inner) else { return self.broken(Malformed::OpenText) };
        let Some(text) = inner.get(..length) else { return self.broken(Malformed::OpenText) };
        self.at += length + 2;
        if length > LONGEST_TEXT {
            return Err(Broken { at: start, reason: FaultReason::TooLong });
        }
        if !text.contains('\\') {
            return Ok(Cow::Borrowed(text));
        }
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        match serde_json::from_str::<String>(quoted) {
            Ok(text) => Ok(Cow::Owned(text)),
            Err(_) => {
                let reason = FaultReason::NotParsed(Malformed::Backslash);
                Err(Broken { at: start, reason })
            }
        }
    }

    fn word(&mut self) -> Result<Value<'a>, Broken> {
        let rest = self.rest();
        let ends =
            |letter: char| letter.is_whitespace() || matches!(letter, ',' | ']' | '}' | '{' | '[' | ':' | '"' | '/');
        let word = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        let value = match word {
            "null" => Value::Nothing,
            "true" => Value::YesNo(true),
            "false" => Value::YesNo(false),
            number if is_number(number) => Value::Number(number),
            _ => return self.broken(Malformed::NoValue),
        };
        self.at += word.len();
        Ok(value)
    }

    /// Passes a value whatever is in it, as far as its brackets match; says whether it ended.
    pub fn skip(&mut self) -> bool {
        let mut open: Vec<char> = Vec::new();
        let start = self.at;
        loop {
            let Some(next) = self.peek() else { return false };
            // Each broken item can ask for the rest of the text, and there can be many.
            if self.at.saturating_sub(start) > self.patience {
                self.patience = 0;
                return false;
            }
            match next {
                '{' => open.push('}'),
                '[' => open.push(']'),
                // Another bracket than the one that is open ends what is around.
                '}' | ']' if open.pop() != Some(next) => break,
                '"' => {
                    let inner = self.rest().get(1..).unwrap_or_default();
                    // A text without an end ends with its line.
                    self.at += 1 + string_length(inner).unwrap_or_else(|| inner.find('\n').unwrap_or(inner.len()));
                }
                '}' | ']' => {}
                _ => {
                    self.skip_word();
                    if open.is_empty() {
                        break;
                    }
                    continue;
                }
            }
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            if open.is_empty() {
                break;
            }
        }
        self.patience = self.patience.saturating_sub(self.at.saturating_sub(start));
        true
    }

    /// Passes what is no bracket and no text: a character at least, where there is one.
    pub fn skip_word(&mut self) {
        let rest = self.rest();
        let ends = |(at, letter): &(usize, char)| {
            *at > 0 && (letter.is_whitespace() || matches!(letter, ',' | ']' | '}' | '{' | '[' | '"' | '/' | '#'))
        };
        self.at += rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
    }

    /// Whether two bytes stand on one line, and the next line begins with a bracket.
    pub fn is_line(&self, start: usize, stopped: usize) -> bool {
        let between = self.text.get(start..stopped).unwrap_or_default();
        let rest = self.text.get(stopped..).unwrap_or_default();
        let next = rest.split_once('\n').map_or("", |(_, next)| next);
        !between.contains('\n') && next.starts_with(['{', '['])
    }

    /// Goes to the next line that begins with a bracket, or to the end.
    pub fn next_beginning(&mut self) {
        let rest = self.rest();
        let found = ["\n{", "\n["].iter().filter_map(|beginning| rest.find(beginning)).min();
        self.at += found.map_or(rest.len(), |at| at + 1);
    }
}

/// The bytes of a text before the quote that ends it, which has to stand on the same line.
fn string_length(inner: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at),
            b'\n' | b'\r' => return None,
            _ => {}
        }
    }
    None
}

fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | 'e' | 'E' | '+' | '-'))
}
