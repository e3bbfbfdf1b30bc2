//! What can still be read of a damaged portfolio file: each record that is whole, on its own. What a sound file says is `read`'s.
//!
//! Only records that are understood to the last word count: one in which a letter turned so that a field or a variant is
//! not known is lost, like one that does not parse. A number that turned is not seen here; the file's seal tells of it.

use std::ops::Range;

use uuid::Uuid;

use super::encoding::{MAXIMUM_SIZE, lossy};
use super::lexer::Lexer;
use super::locate::position;
use super::parse::{MAXIMUM_DEPTH, Syntax};
use super::place::Position;
use super::v1::{Answer, Customer, HistoryEntry, Notes, Offer, Partner, Record, Upgrade};
use crate::model::{Customers, Portfolio};

/// How often a text may be gone over in all. Each broken record can ask for the rest of it, and there can be many.
const PASSES: usize = 16;

/// What could be read of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// Under the file's id, or the nil one where that cannot be read.
    pub portfolio: Portfolio,
    /// How many customers could not be read; `None` where that is not known.
    pub customers_lost: Option<usize>,
    /// Behind the last customer that could be read.
    pub ends_at: Position,
}

/// Reads what can be read of a file in RON that does not open as a whole; `None` where that is not one customer.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvaged> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MAXIMUM_SIZE) {
        return None;
    }
    let (text, unreadable) = lossy(bytes);
    let mut wreck = Wreck { text: &text, unreadable, budget: text.len().saturating_mul(PASSES) };
    let customers = wreck.list::<Customer<'_>>(&["id", "company_name"], "company_name");
    let ends_at = position(&text, customers.end?);
    let (id, rules) = wreck.head();
    let mut portfolio = Portfolio::new(id);
    if let Some(rules) = rules {
        portfolio.rules = rules;
    }
    portfolio.partner = wreck.partner();
    portfolio.offers = wreck.list::<Offer<'_>>(&["id", "name"], "minimum").records;
    portfolio.upgrades = wreck.list::<Upgrade<'_>>(&["customer"], "from_offer").records;
    portfolio.history = wreck.list::<HistoryEntry<'_>>(&["at"], "what").records;
    portfolio.answers = wreck.list::<Answer<'_>>(&["customer"], "targets").records;
    portfolio.customers = Customers::new(customers.records);
    Some(Salvaged { portfolio, customers_lost: customers.lost, ends_at })
}

struct Wreck<'a> {
    text: &'a str,
    /// Where bytes were no text, in order.
    unreadable: Vec<usize>,
    /// How many bytes may still be looked at.
    budget: usize,
}

struct Salvage<T> {
    records: Vec<T>,
    /// Behind the last record.
    end: Option<usize>,
    /// How many records are gone, as far as that is known.
    lost: Option<usize>,
}

/// What begins at a bracket.
enum Found<T> {
    Record(T, usize),
    /// Its brackets match, and it is no record that we understand.
    Broken(usize),
    /// Its end is not found.
    Open,
}

impl<'a> Wreck<'a> {
    /// The records of a list that can be read, those behind a broken one too.
    ///
    /// `first` are the fields that a record can begin with; `mark` is one that each has and that none of those inside it has.
    fn list<T: Record<'a> + serde::Deserialize<'a>>(&mut self, first: &[&str], mark: &str) -> Salvage<T::Model> {
        let mut list = Salvage { records: Vec::new(), end: None, lost: Some(0) };
        let opening = self.opening(T::LIST, '[');
        let mut at = opening.map_or(0, |opening| opening + 1);
        let mut in_order = opening.is_some();
        loop {
            if in_order {
                match self.next_in_order(at) {
                    Next::Record(start) => match self.record::<T>(start) {
                        Found::Record(record, end) => {
                            list.records.push(record);
                            list.end = Some(end);
                            at = end;
                        }
                        Found::Broken(end) => {
                            // A quote that is gone lets brackets match that do not belong together.
                            let before = list.records.len();
                            at = self.sift::<T>(start + 1, end, first, &mut list).max(end);
                            let is_one = self.text.get(start..end).is_some_and(|text| text.matches(mark).count() <= 1);
                            let certain = is_one && list.records.len() == before;
                            list.lost = list.lost.filter(|_| certain).map(|lost| lost + 1);
                        }
                        Found::Open => {
                            in_order = false;
                            at = start + 1;
                        }
                    },
                    Next::End => return list,
                    Next::Nonsense => in_order = false,
                }
            } else {
                list.lost = None;
                let Some((record, end)) = self.search::<T>(at, self.text.len(), first) else { return list };
                list.records.push(record);
                list.end = Some(end);
                at = end;
                in_order = true;
            }
        }
    }

    /// Takes all records that begin in a range, and gives back where the last of them ends.
    fn sift<T: Record<'a> + serde::Deserialize<'a>>(
        &mut self,
        mut at: usize,
        end: usize,
        first: &[&str],
        list: &mut Salvage<T::Model>,
    ) -> usize {
        while let Some((record, after)) = self.search::<T>(at, end, first) {
            list.records.push(record);
            list.end = Some(after);
            at = after;
        }
        at
    }

    /// The first record that begins in a range. Strings are not heeded: a quote can be what is broken.
    fn search<T: Record<'a> + serde::Deserialize<'a>>(
        &mut self,
        mut at: usize,
        end: usize,
        first: &[&str],
    ) -> Option<(T::Model, usize)> {
        while at < end && self.budget > 0 {
            let start = at + self.text.get(at..end)?.find('(')?;
            at = start + 1;
            let inner = self.text.get(at..)?.trim_start();
            let begins = |name: &&str| inner.strip_prefix(*name).is_some_and(|rest| rest.trim_start().starts_with(':'));
            if first.iter().any(begins)
                && let Found::Record(record, end) = self.record::<T>(start)
            {
                return Some((record, end));
            }
        }
        None
    }

    fn next_in_order(&self, at: usize) -> Next {
        let mut lexer = Lexer { text: self.text, at };
        lexer.blank();
        lexer.eat(',');
        lexer.blank();
        match lexer.rest().chars().next() {
            Some('(') => Next::Record(lexer.at),
            Some(']') => Next::End,
            Some(_) | None => Next::Nonsense,
        }
    }

    /// The record that begins at a bracket, if it is whole and says nothing that we do not know.
    fn record<T: Record<'a> + serde::Deserialize<'a>>(&mut self, start: usize) -> Found<T::Model> {
        let Some(end) = self.extent(start) else { return Found::Open };
        let mut notes = Notes::default();
        let record = self.value::<T>(start..end).map(|record| record.read(&mut notes));
        match record {
            Some(record) if notes.is_empty() => Found::Record(record, end),
            Some(_) | None => Found::Broken(end),
        }
    }

    /// A value that is understood as a whole.
    fn value<T: serde::Deserialize<'a>>(&mut self, range: Range<usize>) -> Option<T> {
        self.budget = self.budget.saturating_sub(range.len());
        let damaged = self.unreadable.partition_point(|at| *at < range.start);
        if self.unreadable.get(damaged).is_some_and(|at| *at < range.end) {
            return None;
        }
        let parsed = Syntax::Ron.parse::<T>(self.text.get(range)?).ok()?;
        parsed.ignored.is_empty().then_some(parsed.value)
    }

    /// Where the bracket that opens here is closed.
    fn extent(&mut self, start: usize) -> Option<usize> {
        let mut lexer = Lexer { text: self.text, at: start };
        let end = closing(&mut lexer, start.saturating_add(self.budget));
        self.budget = self.budget.saturating_sub(lexer.at - start);
        end
    }

    /// Where the value of a field of the portfolio begins, with its bracket.
    fn opening(&self, field: &str, bracket: char) -> Option<usize> {
        self.text.match_indices(field).find_map(|(at, _)| {
            let before = self.text.get(..at)?.chars().next_back();
            if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                return None;
            }
            let value = self.text.get(at + field.len()..)?.trim_start().strip_prefix(':')?.trim_start();
            value.starts_with(bracket).then_some(self.text.len() - value.len())
        })
    }

    /// The id and the rule set, which stand before every bracket but the first.
    fn head(&mut self) -> (Uuid, Option<String>) {
        let mut lexer = Lexer { text: self.text, at: self.text.find('(').map_or(0, |at| at + 1) };
        let (mut id, mut rules) = (None, None);
        loop {
            lexer.blank();
            if lexer.rest().is_empty() || lexer.rest().starts_with(['(', '[', '{']) {
                break;
            }
            let start = lexer.at;
            if lexer.word() == 0 {
                lexer.skip_one();
                continue;
            }
            let name = self.text.get(start..lexer.at).unwrap_or_default();
            lexer.blank();
            if !lexer.eat(':') {
                continue;
            }
            lexer.blank();
            let value = lexer.at;
            if lexer.string().is_none() {
                continue;
            }
            match name {
                "id" if id.is_none() => {
                    id = self.value::<String>(value..lexer.at).and_then(|id| Uuid::parse_str(&id).ok());
                }
                "rules" if rules.is_none() => rules = self.value::<String>(value..lexer.at),
                _ => {}
            }
        }
        (id.unwrap_or_default(), rules)
    }

    fn partner(&mut self) -> crate::model::Partner {
        let mut notes = Notes::default();
        let start = self.opening("partner", '(');
        let range = start.and_then(|start| Some(start..self.extent(start)?));
        let partner = range.and_then(|range| self.value::<Partner<'a>>(range)).map(|partner| partner.read(&mut notes));
        partner.filter(|_| notes.is_empty()).unwrap_or_default()
    }
}

enum Next {
    Record(usize),
    End,
    Nonsense,
}

/// Passes a bracket with all that is in it, if it is closed before `limit` and every bracket in it is by its own kind.
fn closing(lexer: &mut Lexer<'_>, limit: usize) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    while lexer.at < limit && open.len() <= MAXIMUM_DEPTH {
        lexer.blank();
        let next = lexer.rest().chars().next()?;
        let closes = match next {
            '(' => Some(')'),
            '[' => Some(']'),
            '{' => Some('}'),
            _ => None,
        };
        if let Some(closes) = closes {
            lexer.eat(next);
            open.push(closes);
        } else if matches!(next, ')' | ']' | '}') {
            lexer.eat(next);
            if open.pop() != Some(next) {
                return None;
            }
            if open.is_empty() {
                return Some(lexer.at);
            }
        } else if lexer.string().is_none() && lexer.word() == 0 {
            lexer.skip_one();
        }
    }
    None
}
