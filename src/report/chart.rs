//! What the templates draw charts of: lengths worked out from the same numbers as the table beside a chart. No markup, no colors.

use serde::Serialize;

use super::page::Number;
use crate::text::Words;

/// A row of a table and its mark in the chart.
#[derive(Debug, Serialize)]
pub(super) struct Bar {
    pub label: String,
    /// The label as it fits into a chart.
    pub short: String,
    pub subscriptions: Number,
    pub licenses: Number,
    /// Where the mark begins in a bar of all, in thousandths.
    pub start: usize,
    /// Of all, in thousandths.
    pub share: usize,
    /// Of the longest, in thousandths.
    pub length: usize,
    /// Which color it has, where the colors mean something.
    pub kind: &'static str,
}

/// One table with its chart.
#[derive(Debug, Serialize)]
pub(super) struct Chart {
    pub bars: Vec<Bar>,
    pub subscriptions: Number,
    pub licenses: Number,
}

/// A count to be drawn: its label, the color's kind, subscriptions and licenses.
pub(super) struct Count {
    pub label: String,
    pub kind: &'static str,
    pub tally: Tally,
}

/// Subscriptions and their licenses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub subscriptions: usize,
    pub licenses: i64,
}

impl Tally {
    pub fn add(&mut self, licenses: i64) {
        self.add_all(Self { subscriptions: 1, licenses });
    }

    pub fn add_all(&mut self, other: Self) {
        self.subscriptions += other.subscriptions;
        // A faulty file can hold counts near the end of what a number holds.
        self.licenses = self.licenses.saturating_add(other.licenses);
    }
}

/// How wide a label is that fits into a chart; Chinese letters count twice.
const LABEL_WIDTH: usize = 44;

fn fitting(label: &str) -> String {
    let mut width = 0;
    let mut text = String::new();
    for letter in label.chars() {
        width += if letter < '\u{1100}' { 1 } else { 2 };
        if width > LABEL_WIDTH {
            text.push('…');
            break;
        }
        text.push(letter);
    }
    text
}

impl Chart {
    pub fn of(words: &Words, counts: Vec<Count>) -> Self {
        let mut total = Tally::default();
        counts.iter().for_each(|count| total.add_all(count.tally));
        let all = total.subscriptions.max(1);
        let longest = counts.iter().map(|count| count.tally.subscriptions).max().unwrap_or(0).max(1);
        let mut before = 0;
        let bars = counts.into_iter().map(|Count { label, kind, tally }| {
            let start = before * 1000 / all;
            before += tally.subscriptions;
            Bar {
                short: fitting(&label),
                label,
                subscriptions: Number::count(words, tally.subscriptions),
                licenses: Number::of(words, tally.licenses),
                start,
                share: before * 1000 / all - start,
                length: tally.subscriptions * 1000 / longest,
                kind,
            }
        });
        Self {
            bars: bars.collect(),
            subscriptions: Number::count(words, total.subscriptions),
            licenses: Number::of(words, total.licenses),
        }
    }
}
