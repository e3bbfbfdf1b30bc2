//! Where in a file something is: a path of fields, and its line and column. Finding them in the text is `locate`'s.

use std::borrow::Cow;
use std::fmt;

/// One step from a record into it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    Field(Cow<'static, str>),
    /// Counted from 0.
    Index(usize),
}

/// The way from the top of a file to a value, shown as `customers[3].subscriptions[1].status`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    #[must_use]
    pub const fn new(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    #[must_use]
    pub fn field(mut self, name: &'static str) -> Self {
        self.0.push(Step::Field(Cow::Borrowed(name)));
        self
    }

    #[must_use]
    pub fn index(mut self, at: usize) -> Self {
        self.0.push(Step::Index(at));
        self
    }

    /// The same path, seen from the record that holds this one at `index` of its list `field`.
    pub(super) fn within(&mut self, field: &'static str, index: usize) {
        self.0.splice(0..0, [Step::Field(Cow::Borrowed(field)), Step::Index(index)]);
    }

    /// The same path, seen from the record that holds this one in `field`.
    pub(super) fn inside(&mut self, field: &'static str) {
        self.0.insert(0, Step::Field(Cow::Borrowed(field)));
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if at == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A position in the text, both counted from 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// A path with the position of its value, or of the nearest record around it that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub path: FieldPath,
    pub position: Position,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        write!(f, "line {line}, column {column}")?;
        if !self.path.steps().is_empty() {
            write!(f, ", {}", self.path)?;
        }
        Ok(())
    }
}
