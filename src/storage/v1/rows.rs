//! A list of records that turns each into the model as it is read, and each into the file's type as it is written: neither tree is ever whole in memory.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::note::Notes;

/// A record of the file beside the model's.
pub trait Record<'a>: Sized {
    /// The model's record.
    type Model: 'a;

    /// The field that lists such records.
    const LIST: &'static str;

    fn write(record: &'a Self::Model) -> Self;

    /// What cannot be kept as read is noted.
    fn read(self, notes: &mut Notes) -> Self::Model;
}

#[derive(Debug)]
pub enum Rows<'a, T: Record<'a>> {
    Write(&'a [T::Model]),
    Read { records: Vec<T::Model>, notes: Notes },
}

impl<'a, T: Record<'a>> Rows<'a, T> {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Write(records) => records.is_empty(),
            Self::Read { records, .. } => records.is_empty(),
        }
    }

    /// The records as read; a list that was made for writing gives none.
    pub fn take(self, into: &mut Notes) -> Vec<T::Model> {
        match self {
            Self::Write(_) => Vec::new(),
            Self::Read { records, notes } => {
                into.extend(notes);
                records
            }
        }
    }
}

impl<'a, T: Record<'a>> Default for Rows<'a, T> {
    fn default() -> Self {
        Self::Read { records: Vec::new(), notes: Notes::default() }
    }
}

impl<'a, T: Record<'a> + Serialize> Serialize for Rows<'a, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Write(records) => serializer.collect_seq(records.iter().map(T::write)),
            // Only what was made for writing is written.
            Self::Read { .. } => serializer.collect_seq(std::iter::empty::<T>()),
        }
    }
}

impl<'de: 'a, 'a, T: Record<'a> + Deserialize<'de>> Deserialize<'de> for Rows<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowsVisitor<'a, T>(PhantomData<(&'a (), T)>);
        impl<'de: 'a, 'a, T: Record<'a> + Deserialize<'de>> Visitor<'de> for RowsVisitor<'a, T> {
            type Value = Rows<'a, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of {}", T::LIST)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let (mut records, mut notes, mut own) = (Vec::new(), Notes::default(), Notes::default());
                while let Some(record) = seq.next_element::<T>()? {
                    let index = records.len();
                    records.push(record.read(&mut own));
                    notes.extend(own.take().into_iter().map(|note| note.within(T::LIST, index)));
                }
                // Grown by doubling, a list of nine would take as much memory as one of sixteen, as long as it is held.
                records.shrink_to_fit();
                Ok(Rows::Read { records, notes })
            }
        }
        deserializer.deserialize_seq(RowsVisitor(PhantomData))
    }
}
