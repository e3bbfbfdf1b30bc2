//! RON and JSON through serde: the value, the fields that nothing took, or one fault with its place. What the value means is its reader's.

use std::borrow::Cow;

use serde::Deserialize;

use super::error::{Fault, Wrong};
use super::place::{FieldPath, Place, Position, Step};

/// How deep a file may nest. The portfolio nests 7 deep.
const MAXIMUM_DEPTH: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Ron,
    Json,
}

pub(super) struct Parsed<T> {
    pub value: T,
    /// Fields that are in the text and were not asked for.
    pub ignored: Vec<FieldPath>,
}

impl Syntax {
    /// Reads a whole text; what follows the value is a fault.
    ///
    /// The path to a fault is looked for in a second run, so that a sound file pays nothing for it.
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
    let options = ron_options();
    let open = || ron::Deserializer::from_str_with_options(text, &options);
    let mut source = open().map_err(|error| ron_fault(error, FieldPath::default()))?;
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(&mut source, |path| ignored.push(of_ignored(&path)))
        .and_then(|value| source.end().map(|()| value));
    match read {
        Ok(value) => Ok(Parsed { value, ignored }),
        Err(error) => {
            let error = source.span_error(error);
            let path = open().ok().and_then(|mut source| {
                serde_path_to_error::deserialize::<_, T>(&mut source).err().map(|error| of_tracked(error.path()))
            });
            Err(ron_fault(error, path.unwrap_or_default()))
        }
    }
}

fn ron_fault(error: ron::error::SpannedError, path: FieldPath) -> Fault {
    let ron::error::SpannedError { code, span } = error;
    let position = Position { line: span.start.line, column: span.start.col };
    Fault { wrong: Wrong::Parse { said: said(&code) }, place: Place { path, position } }
}

/// The common faults in plain words; the parser's own for the rest.
fn said(code: &ron::Error) -> String {
    let of = |outer: &Option<String>| outer.as_deref().map_or_else(String::new, |outer| format!(" of {outer}"));
    if let ron::Error::MissingStructField { field, outer } = code {
        format!("the field `{field}`{} is missing", of(outer))
    } else if let ron::Error::DuplicateStructField { field, outer } = code {
        format!("the field `{field}`{} is there twice", of(outer))
    } else if let ron::Error::SuggestRawIdentifier(found) | ron::Error::InvalidIdentifier(found) = code {
        format!("expected a name, found `{found}`")
    } else if let ron::Error::Eof = code {
        "the text ends early".to_owned()
    } else if let ron::Error::ExpectedOption = code {
        "expected `Some(…)` or `None`".to_owned()
    } else {
        code.to_string()
    }
}

fn json_value<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Parsed<T>, Fault> {
    let mut source = serde_json::Deserializer::from_str(text);
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(&mut source, |path| ignored.push(of_ignored(&path)))
        .and_then(|value| source.end().map(|()| value));
    match read {
        Ok(value) => Ok(Parsed { value, ignored }),
        Err(error) => {
            let mut source = serde_json::Deserializer::from_str(text);
            let path = serde_path_to_error::deserialize::<_, T>(&mut source).err();
            Err(json_fault(&error, path.map(|error| of_tracked(error.path())).unwrap_or_default()))
        }
    }
}

fn json_fault(error: &serde_json::Error, path: FieldPath) -> Fault {
    let position = Position { line: error.line().max(1), column: error.column().max(1) };
    let said = error.to_string();
    // The parser repeats the position at the end of its sentence.
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = said.strip_suffix(&place).unwrap_or(&said).to_owned();
    Fault { wrong: Wrong::Parse { said }, place: Place { path, position } }
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

fn of_tracked(path: &serde_path_to_error::Path) -> FieldPath {
    let steps = path.iter().filter_map(|segment| match segment {
        serde_path_to_error::Segment::Seq { index } => Some(Step::Index(*index)),
        serde_path_to_error::Segment::Map { key } => Some(Step::Field(Cow::Owned(key.clone()))),
        serde_path_to_error::Segment::Enum { .. } | serde_path_to_error::Segment::Unknown => None,
    });
    FieldPath::new(steps.collect())
}
