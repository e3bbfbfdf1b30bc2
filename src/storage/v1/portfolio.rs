//! The top of the file, in the order in which it is written.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::error::Wrong;
use super::answer::Answer;
use super::customer::Customer;
use super::history::HistoryEntry;
use super::note::{Note, Notes, What};
use super::offer::Offer;
use super::partner::Partner;
use super::rows::Rows;
use super::text::Text;
use super::upgrade::Upgrade;
use crate::model::{self, Customers, DEFAULT_RULE_SET, FORMAT, Shared};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Portfolio")]
pub struct Portfolio<'a> {
    pub format: u64,
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow, default = "default_rules")]
    rules: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Partner::says_nothing")]
    partner: Partner<'a>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    offers: Rows<'a, Offer<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    customers: Rows<'a, Customer<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    upgrades: Rows<'a, Upgrade<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    history: Rows<'a, HistoryEntry<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    answers: Rows<'a, Answer<'a>>,
}

fn default_rules<'a>() -> Text<'a> {
    Text::from(DEFAULT_RULE_SET)
}

impl<'a> Portfolio<'a> {
    pub fn write(portfolio: &'a model::Portfolio) -> Self {
        let model::Portfolio { id, rules, partner, offers, customers, upgrades, history, answers } = portfolio;
        Self {
            format: u64::from(FORMAT),
            id: Text(id.to_string().into()),
            rules: rules.into(),
            partner: Partner::write(partner),
            offers: Rows::Write(offers),
            customers: Rows::Write(customers.as_slice()),
            upgrades: Rows::Write(upgrades),
            history: Rows::Write(history),
            answers: Rows::Write(answers),
        }
    }

    /// What cannot be kept as read is noted, in the file's order.
    pub fn read(self, notes: &mut Notes) -> model::Portfolio {
        let id = Uuid::parse_str(&self.id.0).unwrap_or_else(|_| {
            notes.push(Note::new("id", What::Wrong(Wrong::Uuid { text: self.id.into_string() })));
            Uuid::nil()
        });
        let mut shared = Shared::default();
        model::Portfolio {
            id,
            rules: self.rules.into_string(),
            partner: self.partner.read(notes),
            offers: self.offers.take(notes),
            customers: Customers::new(
                self.customers.take(notes).into_iter().map(|customer| shared.with(customer)).collect(),
            ),
            upgrades: self.upgrades.take(notes),
            history: self.history.take(notes),
            answers: self.answers.take(notes),
        }
    }
}
