//! One item's members, taken one by one by their names in any case, so that what nobody took can be told. What they mean is `words`' and the records'.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::incoming::{FaultReason, Malformed};
use super::json::{Member, Node, Value};
use super::words;
use crate::model::Id;

/// How much of a value is shown where it is in error, in characters.
const SHOWN: usize = 200;

/// Names that say nothing about the record itself: where it is found again, and how the answer is made up.
const NOISE: [&str; 11] =
    ["links", "attributes", "etag", "uri", "locale", "rank", "headers", "method", "objectType", "culture", "language"];

/// A value that a record cannot take, so that its item is in error.
#[derive(Debug)]
pub struct Wrong {
    /// The byte at which it stands.
    pub at: usize,
    /// The way to it inside the item.
    pub path: String,
    pub reason: FaultReason,
    pub value: String,
}

/// What is read and has no place: its path, and how often.
pub type Left = BTreeMap<String, usize>;

#[derive(Debug)]
pub struct Fields<'n, 'a> {
    at: usize,
    /// The kind of record, and the way to these members inside it.
    path: String,
    members: &'n [Member<'a>],
    taken: Vec<bool>,
}

impl<'n, 'a> Fields<'n, 'a> {
    pub fn new(path: &str, at: usize, members: &'n [Member<'a>]) -> Self {
        Self { at, path: path.to_owned(), members, taken: vec![false; members.len()] }
    }

    /// The first member that has one of these names and says something.
    fn take(&mut self, names: &[&str]) -> Option<&'n Node<'a>> {
        for name in names {
            let found = self.members.iter().position(|member| {
                member.name.eq_ignore_ascii_case(name) && !matches!(member.node.value, Value::Nothing)
            });
            if let Some(at) = found {
                if let Some(taken) = self.taken.get_mut(at) {
                    *taken = true;
                }
                return self.members.get(at).map(|member| &member.node);
            }
        }
        None
    }

    pub fn wrong(&self, names: &[&str], node: Option<&Node<'_>>, reason: FaultReason) -> Wrong {
        let name = names.first().copied().unwrap_or_default();
        Wrong {
            at: node.map_or(self.at, |node| node.at),
            path: format!("{}.{name}", self.path),
            reason,
            value: node.map(shown).unwrap_or_default(),
        }
    }

    /// A member's own members.
    pub fn inner(&mut self, name: &str) -> Option<Fields<'n, 'a>> {
        let node = self.take(&[name])?;
        match &node.value {
            Value::Object(members) => Some(Self::new(&format!("{}.{name}", self.path), node.at, members)),
            // ConvertTo-Json cuts deep answers: a word stands for the object then, and is told.
            Value::Nothing | Value::YesNo(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => {
                self.untake(name);
                None
            }
        }
    }

    fn untake(&mut self, name: &str) {
        for (member, taken) in self.members.iter().zip(&mut self.taken) {
            if member.name.eq_ignore_ascii_case(name) {
                *taken = false;
            }
        }
    }

    pub fn list(&mut self, names: &[&str]) -> Result<Option<&'n [Node<'a>]>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        match &node.value {
            Value::List(list) => Ok(Some(list)),
            // PowerShell unrolls a list of one.
            Value::Nothing | Value::YesNo(_) | Value::Number(_) | Value::Text(_) | Value::Object(_) => {
                Ok(Some(std::slice::from_ref(node)))
            }
        }
    }

    pub fn text(&mut self, names: &[&str]) -> Result<Option<String>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        match &node.value {
            Value::Text(text) => Ok(Some(text.to_string())),
            Value::Number(number) => Ok(Some((*number).to_owned())),
            Value::Nothing | Value::YesNo(_) | Value::List(_) | Value::Object(_) => {
                Err(self.wrong(names, Some(node), FaultReason::NotParsed(Malformed::NoText)))
            }
        }
    }

    /// An id; what a documentation puts in the place of one is none, and is told as what it is.
    pub fn id(&mut self, names: &[&str]) -> Result<Option<Id>, Wrong> {
        for name in names {
            if let Some(id) = self.text(&[name])?.as_deref().and_then(words::id) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    pub fn number(&mut self, names: &[&str]) -> Result<Option<i64>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        let text = match &node.value {
            Value::Number(number) => number,
            Value::Text(text) if text.trim().is_empty() => return Ok(None),
            Value::Text(text) => text.trim(),
            Value::Nothing | Value::YesNo(_) | Value::List(_) | Value::Object(_) => "",
        };
        let whole = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|digit| digit == b'0'));
        let number = whole.map_or(text, |(whole, _)| whole).parse().ok();
        number.map(Some).ok_or_else(|| self.wrong(names, Some(node), FaultReason::NotANumber))
    }

    pub fn yes_no(&mut self, names: &[&str]) -> Result<Option<bool>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        match &node.value {
            Value::YesNo(yes) => Ok(Some(*yes)),
            Value::Text(text) if text.eq_ignore_ascii_case("true") => Ok(Some(true)),
            Value::Text(text) if text.eq_ignore_ascii_case("false") => Ok(Some(false)),
            Value::Text(text) if text.trim().is_empty() => Ok(None),
            Value::Nothing | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                Err(self.wrong(names, Some(node), FaultReason::NotYesOrNo))
            }
        }
    }

    /// A UTC day; the first day of all stands for none.
    pub fn day(&mut self, names: &[&str]) -> Result<Option<NaiveDate>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        let text = match &node.value {
            Value::Text(text) => Some(&**text),
            // PowerShell 5 writes a day as an object that holds it.
            Value::Object(members) => members.iter().find_map(|member| match &member.node.value {
                Value::Text(text) if member.name.eq_ignore_ascii_case("value") => Some(&**text),
                Value::Nothing
                | Value::YesNo(_)
                | Value::Number(_)
                | Value::Text(_)
                | Value::List(_)
                | Value::Object(_) => None,
            }),
            Value::Nothing | Value::YesNo(_) | Value::Number(_) | Value::List(_) => None,
        };
        match text {
            Some(text) if text.trim().is_empty() || words::is_placeholder(text) => Ok(None),
            Some(text) => {
                let day = words::day(text).ok_or_else(|| self.wrong(names, Some(node), FaultReason::NotADate))?;
                Ok(Some(day).filter(|day| *day > NaiveDate::MIN && !words::is_unset(*day)))
            }
            None => Err(self.wrong(names, Some(node), FaultReason::NotADate)),
        }
    }

    /// A word of an enum: as written, or the name that its number stands for; a number without a name stays one.
    pub fn word(&mut self, names: &[&str], numbered: &[&str]) -> Result<Option<String>, Wrong> {
        let Some(node) = self.take(names) else { return Ok(None) };
        words::word(node, numbered)
            .map(Some)
            .ok_or_else(|| self.wrong(names, Some(node), FaultReason::NotParsed(Malformed::NoWord)))
    }

    /// Tells what nobody took, unless it says nothing.
    pub fn leave(self, left: &mut Left) {
        for (member, taken) in self.members.iter().zip(self.taken) {
            let is_noise = NOISE.iter().any(|noise| member.name.eq_ignore_ascii_case(noise));
            if !taken && !is_noise && !says_nothing(&member.node.value) {
                *left.entry(format!("{}.{}", self.path, camel(&member.name))).or_default() += 1;
            }
        }
    }
}

fn says_nothing(value: &Value<'_>) -> bool {
    match value {
        Value::Nothing => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::List(list) => list.is_empty(),
        Value::Object(members) => members.iter().all(|member| says_nothing(&member.node.value)),
        Value::YesNo(_) | Value::Number(_) => false,
    }
}

/// The name as Partner Center writes it: PowerShell begins it with a capital.
fn camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A value as it is shown beside what is wrong with it.
fn shown(node: &Node<'_>) -> String {
    let text = match &node.value {
        Value::Nothing => return String::new(),
        Value::YesNo(yes) => return yes.to_string(),
        Value::Number(number) => number,
        Value::Text(text) => &**text,
        Value::List(_) => "[…]",
        Value::Object(_) => "{…}",
    };
    text.chars().take(SHOWN).collect()
}
