//! A string of the file, borrowed wherever it can be, and the values that files write as strings: ids, days, times.

use std::borrow::Cow;
use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::super::error::Wrong;
use super::super::parse_fault::too_long;
use super::note::{Note, Notes, What};
use crate::model::Id;

/// The longest text that a field may hold, in bytes: 1 MiB. Ours: far more than a note that a person writes, and little
/// enough for any screen, any line of the journal and any other program.
pub const LONGEST_TEXT: usize = 1 << 20;

/// Refuses a text that is too long; the parser adds where.
pub(super) fn bounded<E: Error>(text: &str) -> Result<(), E> {
    let length = text.len();
    if length <= LONGEST_TEXT {
        return Ok(());
    }
    Err(E::custom(too_long(length)))
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    pub fn as_id(&self) -> Id {
        Id::new(&self.0)
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Text<'a> {
    fn from(text: &'a String) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Id> for Text<'a> {
    fn from(id: &'a Id) -> Self {
        Self(Cow::Borrowed(id.as_str()))
    }
}

impl From<NaiveDate> for Text<'_> {
    fn from(day: NaiveDate) -> Self {
        Self(Cow::Owned(day.format("%Y-%m-%d").to_string()))
    }
}

impl From<DateTime<Utc>> for Text<'_> {
    fn from(time: DateTime<Utc>) -> Self {
        Self(Cow::Owned(time.to_rfc3339_opts(SecondsFormat::AutoSi, true)))
    }
}

/// A UTC day; one that does not exist is noted.
pub(super) fn day(text: Option<Text<'_>>, field: &'static str, notes: &mut Notes) -> Option<NaiveDate> {
    let text = text?;
    let day = plain_day(&text.0).or_else(|| NaiveDate::parse_from_str(&text.0, "%Y-%m-%d").ok());
    if day.is_none() {
        notes.push(Note::new(field, What::Wrong(Wrong::Day { text: text.into_string() })));
    }
    day
}

/// A day as we write it: four digits, two and two. Such a day is read in a tenth of the time that a format takes.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_u16, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

/// A time; one that cannot be read is noted, and 1970 stands in for it in what is then refused.
pub(super) fn time(text: Text<'_>, field: &'static str, notes: &mut Notes) -> DateTime<Utc> {
    let time = DateTime::parse_from_rfc3339(&text.0).ok().map(|time| time.to_utc());
    // With an offset, the first and the last hours that can be written lie in a year that cannot.
    time.filter(|time| (0..=9999).contains(&time.year())).unwrap_or_else(|| {
        notes.push(Note::new(field, What::Wrong(Wrong::Time { text: text.into_string() })));
        DateTime::UNIX_EPOCH
    })
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                bounded(text)?;
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                bounded(text)?;
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
                bounded(&text)?;
                Ok(Text(Cow::Owned(text)))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}
