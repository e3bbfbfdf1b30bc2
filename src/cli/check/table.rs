//! The answer for people: each customer's subscriptions with targets, verdicts, reasons and what would help.

use std::collections::HashMap;
use std::io;

use unicode_width::UnicodeWidthStr;

use super::super::{Console, words};
use super::{Answer, Row};
use crate::model::{self, Customer, Id};
use crate::rules::answers::compare;
use crate::rules::{TargetAssessment, Verdict, lifecycle, way_out};
use crate::text::{Naming, Words, shown};

/// The verdicts in the order in which they are counted.
const VERDICTS: [Verdict; 4] = [Verdict::Eligible, Verdict::NotKnown, Verdict::NotEligible, Verdict::NoPath];

/// Partner Center's own answers by customer and subscription.
type Theirs<'a> = HashMap<(&'a Id, &'a Id), &'a model::Answer>;

/// What is the same for every row.
struct Table<'a> {
    answer: &'a Answer<'a>,
    naming: Naming<'a>,
    theirs: Theirs<'a>,
    /// How wide the verdicts of subscriptions are, and those of targets: as many letters as a terminal's columns.
    verdict: usize,
    short: usize,
}

pub(super) fn write(answer: &Answer<'_>, console: &mut Console<'_>) -> io::Result<()> {
    let words = console.words;
    let answers = answer.portfolio.answers.iter().map(|answer| &**answer);
    let table = Table {
        answer,
        naming: Naming { words, offers: answer.setting.offers, customer: None },
        // Where there are two, the first is the one that counts.
        theirs: answers.rev().map(|answer| ((&answer.customer, &answer.subscription), answer)).collect(),
        verdict: widest(VERDICTS.map(|verdict| words.verdict(verdict))),
        short: widest(VERDICTS.map(|verdict| words::short(words, verdict))),
    };
    console.line(format_args!("{}", words::heading(words, answer.setting.rules.id, answer.as_of)))?;
    let mut current: Option<&Customer> = None;
    for row in answer.rows() {
        if !current.is_some_and(|customer| std::ptr::eq(customer, row.customer)) {
            console.line(format_args!(""))?;
            console.line(format_args!("{}", words::customer(words, row.customer)))?;
            current = Some(row.customer);
        }
        table.subscription(&row, console)?;
    }
    table.totals(console)
}

impl Table<'_> {
    fn totals(&self, console: &mut Console<'_>) -> io::Result<()> {
        let words = console.words;
        let totals = self.answer.totals();
        console.line(format_args!(""))?;
        console.line(format_args!("{}", words::totals(words, totals.customers, totals.subscriptions)))?;
        for verdict in VERDICTS {
            let count = match verdict {
                Verdict::Eligible => totals.eligible,
                Verdict::NotKnown => totals.not_known,
                Verdict::NotEligible => totals.not_eligible,
                Verdict::NoPath => totals.no_path,
            };
            let count = words.number(i64::try_from(count).unwrap_or(i64::MAX));
            let verdict = padded(words.verdict(verdict), self.verdict);
            console.line(format_args!("  {verdict} {count:>9}"))?;
        }
        Ok(())
    }

    fn subscription(&self, row: &Row<'_>, console: &mut Console<'_>) -> io::Result<()> {
        let Row { customer, subscription, assessment } = row;
        let (words, naming) = (console.words, &self.naming);
        // What is said of a subscription stands below what it is called.
        let indent = " ".repeat(self.verdict);
        let verdict = padded(words.verdict(assessment.verdict), self.verdict);
        console.line(format_args!("  {verdict} {}", words::subscription(naming, subscription)))?;
        if let Some(reason) = &assessment.no_path {
            console.line(format_args!("  {indent}   {}", words::no_path(naming, reason)))?;
        }
        if let Some(day) = lifecycle::deletion_day(subscription) {
            let left = day.signed_duration_since(self.answer.as_of).num_days();
            console.line(format_args!("  {indent}   {}", words::deletion(words, day, left)))?;
        }
        let named = widest(assessment.targets.iter().map(|target| shown(naming.offer_id(&target.target))));
        for target in &assessment.targets {
            let line = self.target(words, target, named);
            console.line(format_args!("  {indent}   {line}"))?;
            for reason in words::reasons(naming, self.answer.setting.rules, target) {
                console.line(format_args!("  {indent}     - {reason}"))?;
            }
            if target.verdict == Verdict::NotEligible {
                let way = way_out(self.answer.setting, customer, subscription, target);
                for help in words::way_out(naming, &way) {
                    console.line(format_args!("  {indent}     > {help}"))?;
                }
            }
        }
        if let Some(theirs) = self.theirs.get(&(&customer.id, &subscription.id)) {
            for said in words::answer(naming, theirs, &compare(assessment, theirs)) {
                console.line(format_args!("  {indent}   {said}"))?;
            }
        }
        Ok(())
    }

    fn target(&self, words: &Words, target: &TargetAssessment, named: usize) -> String {
        let verdict = padded(words::short(words, target.verdict), self.short);
        let name = padded(&shown(self.naming.offer_id(&target.target)), named);
        let offer = self.answer.setting.offers.find(&target.target);
        let limits = offer.map_or_else(String::new, |offer| words::limits(words, offer.minimum, offer.maximum));
        format!("{verdict} {name}  {limits}").trim_end().to_owned()
    }
}

/// How many of a terminal's columns the widest text takes: a Chinese letter takes two.
fn widest(texts: impl IntoIterator<Item = impl AsRef<str>>) -> usize {
    texts.into_iter().map(|text| text.as_ref().width()).max().unwrap_or(0)
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
