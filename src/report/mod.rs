//! What is handed out and not read back: the review of a portfolio, the page for a customer, the evidence of an upgrade. Whole data files are `exchange`'s; putting a report on a disk is `shell`'s.

mod chart;
mod customer_page;
mod evidence;
mod page;
mod review;

use std::io;

use chrono::NaiveDate;

use crate::model::{Customer, Id, Offers, Portfolio, Subscription};
use crate::rules::{RuleSet, Setting};
use crate::text::{Language, Naming, WordsError, shown};

pub use crate::text::Words;
pub use customer_page::customer_page;
pub use evidence::{Hashes, Pack, PortfolioHashes, find_upgrade, sha256};
pub use review::review;

/// What a report is made of. The same basis gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    pub portfolio: &'a Portfolio,
    pub offers: &'a Offers,
    pub rules: &'static RuleSet,
    /// The day of the report, in UTC. It changes no verdict.
    pub as_of: NaiveDate,
    pub words: &'a Words,
}

impl<'a> Basis<'a> {
    const fn setting(&self) -> Setting<'a> {
        Setting { rules: self.rules, offers: self.offers, partner: &self.portfolio.partner }
    }

    const fn naming(&self, customer: Option<&'a Customer>) -> Naming<'a> {
        Naming { words: self.words, offers: self.offers, customer }
    }

    /// An offer by its id, for a label.
    fn offer(&self, id: &Id) -> String {
        shown(self.naming(None).offer_id(id)).into_owned()
    }

    /// A subscription by its offer, and its nickname where it has one.
    fn subscription(&self, record: &Subscription) -> String {
        let offer = shown(self.naming(None).subscription(record)).into_owned();
        if record.friendly_name.is_empty() {
            return offer;
        }
        self.words.with("report-named", &[("offer", offer.into()), ("name", short(&record.friendly_name).into())])
    }
}

/// Told so many of so many, says whether to go on.
pub type Progress<'a> = dyn FnMut(usize, usize) -> bool + 'a;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("it was stopped")]
    Stopped,
    #[error("there is no such customer: {customer}")]
    NoSuchCustomer { customer: Id },
    #[error("no upgrade of this subscription is recorded: {subscription}")]
    NoSuchUpgrade { subscription: Id },
    #[error("there are no words for this language: {tag}")]
    NoSuchLanguage { tag: String },
    #[error(transparent)]
    Words(#[from] WordsError),
    /// A template of the program's own is at fault; tests render all of them.
    #[error("the report cannot be laid out: {0}")]
    Layout(#[from] minijinja::Error),
    #[error("the report cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// The words of a language, by its tag.
///
/// # Errors
/// Where there are none.
pub fn words(tag: &str) -> Result<Words, ReportError> {
    let language = Language::from_tag(tag).ok_or_else(|| ReportError::NoSuchLanguage { tag: tag.to_owned() })?;
    Ok(Words::new(language)?)
}

/// A name as long as a line of a report takes; a longer one ends in an ellipsis. What would steer it is shown.
fn short(name: &str) -> String {
    /// Letters. Names of companies and nicknames of subscriptions are far below.
    const LONGEST: usize = 120;
    cut(name, LONGEST)
}

/// A sentence that names records of a file, which can have names of any length.
fn sentence(text: &str) -> String {
    /// Letters. The longest sentence with a dozen records of usual names is below.
    const LONGEST: usize = 1_000;
    cut(text, LONGEST)
}

fn cut(text: &str, longest: usize) -> String {
    let mut letters = text.chars();
    let mut text: String = letters.by_ref().take(longest).collect();
    if letters.next().is_some() {
        text.push('…');
    }
    shown(&text).into_owned()
}
