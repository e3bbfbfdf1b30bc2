//! Faults of a catalogue on their way from a path to a line.

use std::borrow::Cow;

use super::super::error::{Fault, Wrong};
use super::super::locate::locate;
use super::super::place::{FieldPath, Step};

/// A fault, and for what is there twice the path of the first.
pub struct Raised {
    path: FieldPath,
    wrong: Wrong,
    first: Option<FieldPath>,
}

#[derive(Default)]
pub struct Faults(Vec<Raised>);

impl Faults {
    pub fn raise(&mut self, path: FieldPath, wrong: Wrong) {
        self.0.push(Raised { path, wrong, first: None });
    }

    /// The line of the first is filled in by [`Faults::in_text`].
    pub fn raise_second(&mut self, path: FieldPath, wrong: Wrong, first: FieldPath) {
        self.0.push(Raised { path, wrong, first: Some(first) });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults with their lines, in the text's order.
    pub fn in_text(self, text: &str) -> Vec<Fault> {
        let paths = |raised: &Raised| [raised.path.clone(), raised.first.clone().unwrap_or_default()];
        let mut places = locate(text, self.0.iter().flat_map(paths).collect()).into_iter();
        let mut faults = Vec::with_capacity(self.0.len());
        for mut raised in self.0 {
            let (Some(place), Some(first)) = (places.next(), places.next()) else { break };
            if let Wrong::Duplicate { first_line, .. } | Wrong::AmbiguousName { first_line, .. } = &mut raised.wrong {
                *first_line = first.position.line;
            }
            faults.push(Fault { wrong: raised.wrong, place });
        }
        faults.sort_by_key(|fault| fault.place.position);
        faults
    }
}

/// The path to a field of an entry in a block's list.
pub fn entry(block: &'static str, list: &'static str, index: usize) -> FieldPath {
    let field = |name| Step::Field(Cow::Borrowed(name));
    FieldPath::new(vec![field(block), field(list), Step::Index(index)])
}
