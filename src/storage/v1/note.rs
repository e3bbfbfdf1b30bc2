//! What is noted of a record while it is read: words that are not known, values that cannot be held. Where it stands in the text is looked up later.

use std::borrow::Cow;

use super::super::error::Wrong;
use super::super::place::{FieldPath, Step};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A variant that this version does not know; what was read in its stead says nothing.
    Variant(String),
    /// A value that the model cannot hold.
    Wrong(Wrong),
}

/// How many notes are kept. A person reads a few, and a hostile file can hold millions, each of which takes many times its
/// length in memory.
const MAXIMUM: usize = 1000;

/// What is noted of a text, as far as there is room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(Vec<Note>);

impl Notes {
    /// One value that cannot be held is noted in any case: it refuses the file, while words that are not known do not.
    pub fn push(&mut self, note: Note) {
        let is_wrong = |note: &Note| matches!(note.what, What::Wrong(_));
        if self.0.len() < MAXIMUM || (is_wrong(&note) && !self.0.last().is_some_and(is_wrong)) {
            self.0.push(note);
        }
    }

    pub fn extend(&mut self, notes: impl IntoIterator<Item = Note>) {
        notes.into_iter().for_each(|note| self.push(note));
    }

    /// Takes the notes out.
    pub fn take(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Notes {
    type Item = Note;
    type IntoIter = std::vec::IntoIter<Note>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Something to say about a value, with the path to it from the record that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub path: FieldPath,
    pub what: What,
}

impl Note {
    pub(super) fn new(field: &'static str, what: What) -> Self {
        Self { path: FieldPath::new(vec![Step::Field(Cow::Borrowed(field))]), what }
    }

    pub(super) fn at(field: &'static str, index: usize, what: What) -> Self {
        Self { path: FieldPath::default().field(field).index(index), what }
    }

    /// The same note, seen from the record that holds this one's at `index` of its list `field`.
    pub(super) fn within(mut self, field: &'static str, index: usize) -> Self {
        self.path.within(field, index);
        self
    }

    /// The same note, seen from the record that holds this one's in `field`.
    pub(super) fn inside(mut self, field: &'static str) -> Self {
        self.path.inside(field);
        self
    }
}
