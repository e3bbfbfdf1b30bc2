//! The path to a byte of a text that need not parse beyond it: where a parser stopped. The way back, from paths to lines, is `locate`'s.

use std::borrow::Cow;

use super::lexer::Lexer;
use super::place::{FieldPath, Step};

/// What is open around the byte that is read.
enum Open<'a> {
    List {
        index: usize,
    },
    /// A record, and the field whose value is being read. The content of a variant has no field and adds no step.
    Record {
        field: Option<&'a str>,
    },
}

/// The path to the value that holds a byte, or to the record around it where the byte is between values.
pub(super) fn path_at(text: &str, offset: usize) -> FieldPath {
    let mut lexer = Lexer::new(text);
    let mut open: Vec<Open<'_>> = Vec::new();
    lexer.prologue();
    loop {
        lexer.blank();
        let start = lexer.at;
        if lexer.rest().is_empty() || start > offset {
            break;
        }
        if lexer.eat('[') {
            open.push(Open::List { index: 0 });
        } else if lexer.eat('(') || lexer.eat('{') {
            open.push(Open::Record { field: None });
        } else if lexer.eat(']') || lexer.eat(')') || lexer.eat('}') {
            if start == offset {
                break;
            }
            open.pop();
            finish(&mut open);
        } else if lexer.eat(',') {
            if let Some(Open::List { index }) = open.last_mut() {
                *index += 1;
            }
        } else {
            let word = word(&mut lexer);
            if lexer.at > offset {
                break;
            }
            lexer.blank();
            if lexer.eat(':') {
                if let Some(Open::Record { field }) = open.last_mut() {
                    *field = Some(word);
                }
            } else if !lexer.rest().starts_with('(') {
                finish(&mut open);
            }
        }
    }
    let steps = open.iter().filter_map(|open| match open {
        Open::List { index } => Some(Step::Index(*index)),
        Open::Record { field } => field.map(|field| Step::Field(Cow::Owned(field.to_owned()))),
    });
    FieldPath::new(steps.collect())
}

/// A value has ended, and its field with it.
fn finish(open: &mut [Open<'_>]) {
    if let Some(Open::Record { field }) = open.last_mut() {
        *field = None;
    }
}

/// A string, a name or a number; at least one character.
fn word<'a>(lexer: &mut Lexer<'a>) -> &'a str {
    if let Some(text) = lexer.string() {
        return text;
    }
    let start = lexer.at;
    if lexer.word() == 0 {
        lexer.skip_one();
    }
    let word = &lexer.text[start..lexer.at];
    word.strip_prefix("r#").unwrap_or(word)
}
