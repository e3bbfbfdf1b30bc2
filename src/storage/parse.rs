//! RON and JSON through serde: the value, the fields that nothing took, or one fault with its place. What the value means is its reader's.

use std::borrow::Cow;

use serde::Deserialize;

use super::error::{Fault, Wrong};
use super::locate::position;
use super::parse_fault::{ParseFault, of_json, of_ron};
use super::place::{FieldPath, Place, Step};
use super::trace::path_at;

/// How deep a file may nest. The portfolio nests 7 deep.
pub(super) const MAXIMUM_DEPTH: usize = 64;

/// How many fields that nothing took are kept. One is enough to open read-only, and a hostile file can hold millions, each
/// of which takes many times its length in memory.
const MAXIMUM_IGNORED: usize = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Ron,
    Json,
}

pub(super) struct Parsed<T> {
    pub value: T,
    /// Fields that are in the text and were not asked for, the first thousand of them.
    pub ignored: Vec<FieldPath>,
}

impl Syntax {
    /// Reads a whole text; what follows the value is a fault.
    pub(super) fn parse<'a, T: Deserialize<'a>>(self, text: &'a str) -> Result<Parsed<T>, Fault> {
        match self {
            Self::Ron => ron_value(text),
            Self::Json => json_value(text),
        }
    }
}

/// How the RON of this program is read and written: no extensions, and no deeper than we allow.
pub(super) fn ron_options() -> ron::Options {
    ron::Options::default().with_recursion_limit(MAXIMUM_DEPTH)
}

fn ron_value<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Parsed<T>, Fault> {
    let fault = |error: ron::error::SpannedError| {
        let ron::error::SpannedError { code, span } = error;
        let what = of_ron(&code);
        // Whatever was expected behind the end: that the text ends is what a person can do something about.
        let is_at_end = offset(text, span.end) >= text.trim_end().len();
        let what = if is_at_end && matches!(what, ParseFault::Expected(_)) { ParseFault::Ends } else { what };
        fault(text, offset(text, span.start), what)
    };
    let mut source = ron::Deserializer::from_str_with_options(text, &ron_options()).map_err(fault)?;
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(&mut source, |path| note(&mut ignored, &path))
        .and_then(|value| source.end().map(|()| value));
    match read {
        Ok(value) => Ok(Parsed { value, ignored }),
        Err(error) => Err(fault(source.span_error(error))),
    }
}

/// The parser's position, whose columns are characters, in bytes.
fn offset(text: &str, position: ron::error::Position) -> usize {
    let line_start = line_start(text, position.line);
    let line = text.get(line_start..).unwrap_or_default();
    line_start + line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// The byte at which a line begins; lines are counted from 1.
fn line_start(text: &str, line: usize) -> usize {
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).nth(line.saturating_sub(1)).unwrap_or(text.len())
}

fn fault(text: &str, offset: usize, what: ParseFault) -> Fault {
    let place = Place { path: path_at(text, offset), position: position(text, offset) };
    Fault { wrong: Wrong::Parse(what), place }
}

fn json_value<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Parsed<T>, Fault> {
    let mut source = serde_json::Deserializer::from_str(text);
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(&mut source, |path| note(&mut ignored, &path))
        .and_then(|value| source.end().map(|()| value));
    read.map(|value| Parsed { value, ignored }).map_err(|error: serde_json::Error| {
        // The column is in bytes, and is that of the last byte that was read.
        let mut offset = (line_start(text, error.line()) + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let said = error.to_string();
        // The parser repeats the position at the end of its sentence.
        let place = format!(" at line {} column {}", error.line(), error.column());
        fault(text, offset, of_json(said.strip_suffix(&place).unwrap_or(&said)))
    })
}

fn note(ignored: &mut Vec<FieldPath>, path: &serde_ignored::Path<'_>) {
    if ignored.len() < MAXIMUM_IGNORED {
        ignored.push(of_ignored(path));
    }
}

/// Variants and `Some` are no steps: the value is where its field is.
fn of_ignored(path: &serde_ignored::Path<'_>) -> FieldPath {
    fn gather(path: &serde_ignored::Path<'_>, steps: &mut Vec<Step>) {
        match path {
            serde_ignored::Path::Root => {}
            serde_ignored::Path::Seq { parent, index } => {
                gather(parent, steps);
                steps.push(Step::Index(*index));
            }
            serde_ignored::Path::Map { parent, key } => {
                gather(parent, steps);
                steps.push(Step::Field(Cow::Owned(key.clone())));
            }
            serde_ignored::Path::Some { parent }
            | serde_ignored::Path::NewtypeStruct { parent }
            | serde_ignored::Path::NewtypeVariant { parent } => gather(parent, steps),
        }
    }
    let mut steps = Vec::new();
    gather(path, &mut steps);
    FieldPath::new(steps)
}
