//! Our own table of a portfolio: its columns, and a row for each subscription with its customer's fields before it. The files that hold such a table are `own_csv`'s and `own_xlsx`'s; reading is `own_columns`'.
//!
//! A customer without subscriptions has a row of their own. The fields of the partner, the portfolio's own offers, its
//! upgrades and its history are no columns.

mod values;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;

use super::cell_text::{self, Sheet};
use super::mapping::Column;
use super::merge::Field;
use crate::model::{Customer, Portfolio, Status, Subscription};

pub(super) use values::{of_name, privileges_of_name};

/// The name of the column that tells customers of one id apart. It is there only where some id stands twice.
pub const CUSTOMER_NUMBER: &str = "customer_number";

/// Every column by its stable name, which is the model's: first the customer's, then the subscription's.
pub const COLUMNS: [(&str, Column); 23] = [
    ("customer", Column::CustomerId),
    ("company_name", Column::Field(Field::CompanyName)),
    ("domain", Column::Field(Field::Domain)),
    ("relationship", Column::Field(Field::Relationship)),
    ("delegated_admin", Column::Field(Field::DelegatedAdmin)),
    ("tags", Column::Field(Field::Tags)),
    ("notes", Column::Field(Field::Notes)),
    ("subscription", Column::SubscriptionId),
    ("offer_id", Column::Field(Field::OfferId)),
    ("offer_name", Column::Field(Field::OfferName)),
    ("friendly_name", Column::Field(Field::FriendlyName)),
    ("quantity", Column::Field(Field::Quantity)),
    ("assigned", Column::Field(Field::Assigned)),
    ("status", Column::Field(Field::Status)),
    ("billing_cycle", Column::Field(Field::BillingCycle)),
    ("channel", Column::Field(Field::Channel)),
    ("created", Column::Field(Field::Created)),
    ("commitment_end", Column::Field(Field::CommitmentEnd)),
    ("auto_renew", Column::Field(Field::AutoRenew)),
    ("trial", Column::Field(Field::Trial)),
    ("parent_id", Column::Field(Field::ParentId)),
    ("suspended_on", Column::Field(Field::SuspendedOn)),
    ("upgraded_to", Column::Field(Field::UpgradedTo)),
];

/// How many of the columns are the customer's.
const OF_CUSTOMER: usize = 7;

/// The columns without which a table is none of ours.
const NEEDED: [&str; 4] = ["customer", "company_name", "subscription", "quantity"];

/// Whether a table with this header is one of ours.
pub(super) fn is_own(header: &[String]) -> bool {
    NEEDED.iter().all(|needed| header.iter().any(|name| is_named(name, needed)))
}

/// Whether a column goes by a name of ours; a spreadsheet keeps the letters, a person may not keep their case.
pub(super) fn is_named(header: &str, name: &str) -> bool {
    header.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case(name)
}

/// What is handed out beside our own columns and never read back: what the rules say of each subscription.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    pub headers: &'a [String],
    /// One text for each header.
    pub cells: &'a dyn Fn(&Customer, &Subscription) -> Vec<String>,
    /// The names of the columns that alone are handed out, ours and those beside; `None`: all.
    pub only: Option<&'a BTreeSet<String>>,
    /// Further sheets, for files that have sheets.
    pub sheets: &'a dyn Fn() -> Vec<SheetBeside<'a>>,
}

/// A sheet that is handed out and never read back.
pub struct SheetBeside<'a> {
    /// At most 31 characters, none of them one that a workbook keeps for itself.
    pub name: &'static str,
    pub headers: Vec<String>,
    /// As many cells in each as there are headers.
    pub rows: Box<dyn Iterator<Item = Vec<Cell<'a>>> + 'a>,
}

impl std::fmt::Debug for SheetBeside<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetBeside").field("name", &self.name).field("headers", &self.headers).finish_non_exhaustive()
    }
}

impl Beside<'_> {
    /// No such columns.
    pub const NOTHING: Self = Self { headers: &[], cells: &|_, _| Vec::new(), only: None, sheets: &Vec::new };
}

impl Beside<'_> {
    fn has(&self, name: &str) -> bool {
        self.only.is_none_or(|only| only.contains(name))
    }
}

impl std::fmt::Debug for Beside<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Beside").field("headers", &self.headers).finish_non_exhaustive()
    }
}

/// What stands in a cell, by its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// Of few enough digits that every spreadsheet keeps them.
    Number(i64),
    /// Of a year that every spreadsheet knows.
    Day(NaiveDate),
}

/// Numbers up to this one are kept by what counts in floating point with 15 digits.
const LARGEST_NUMBER: u64 = 999_999_999_999_999;

/// Whether the rows need the number of their customer to be told apart.
fn is_numbered(portfolio: &Portfolio) -> bool {
    portfolio.customers.has_duplicates()
}

/// The names of the columns, those beside included.
pub(super) fn header(portfolio: &Portfolio, beside: &Beside<'_>) -> Vec<String> {
    let mut all = every_header(portfolio, beside);
    all.retain(|name| beside.has(name));
    all
}

fn every_header(portfolio: &Portfolio, beside: &Beside<'_>) -> Vec<String> {
    let number = is_numbered(portfolio).then(|| CUSTOMER_NUMBER.to_owned());
    let own = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    number.into_iter().chain(own).chain(beside.headers.iter().cloned()).collect()
}

/// How many rows there are below the header.
pub(super) fn count(portfolio: &Portfolio) -> usize {
    portfolio.customers.iter().map(|customer| customer.subscriptions.len().max(1)).sum()
}

/// The rows, in the portfolio's order, as many cells in each as the header has.
pub(super) fn rows<'a>(
    portfolio: &'a Portfolio,
    beside: &'a Beside<'_>,
    sheet: Sheet,
) -> impl Iterator<Item = Vec<Cell<'a>>> {
    let is_numbered = is_numbered(portfolio);
    let is_in: Rc<[bool]> = every_header(portfolio, beside).iter().map(|name| beside.has(name)).collect();
    portfolio.customers.iter().zip(1_i64..).flat_map(move |(customer, number)| {
        let number = is_numbered.then_some(Cell::Number(number));
        let none = customer.subscriptions.is_empty().then_some(None);
        let subscriptions = customer.subscriptions.iter().map(Some).chain(none);
        let is_in = Rc::clone(&is_in);
        subscriptions.map(move |subscription| {
            let mut row: Vec<Cell<'a>> = number.clone().into_iter().collect();
            row.extend(of_customer(customer, sheet));
            match subscription {
                Some(subscription) => {
                    row.extend(of_subscription(subscription, sheet));
                    let cells = (beside.cells)(customer, subscription);
                    row.extend(cells.iter().map(|cell| text(cell, sheet).into_owned_text()));
                }
                None => row.extend((OF_CUSTOMER..COLUMNS.len() + beside.headers.len()).map(|_| Cell::Empty)),
            }
            let mut is_in = is_in.iter();
            row.retain(|_| is_in.next().copied().unwrap_or_default());
            row
        })
    })
}

fn of_customer(customer: &Customer, sheet: Sheet) -> [Cell<'_>; OF_CUSTOMER] {
    let Customer { id, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions: _ } = customer;
    [
        known(Some(id.as_str()), sheet),
        text(company_name, sheet),
        known(domain.as_deref(), sheet),
        known(relationship.as_deref(), sheet),
        Cell::Text(values::privileges_named(delegated_admin)),
        list(tags, sheet),
        text(notes, sheet),
    ]
}

fn of_subscription(subscription: &Subscription, sheet: Sheet) -> [Cell<'_>; COLUMNS.len() - OF_CUSTOMER] {
    let Subscription {
        id,
        offer_id,
        offer_name,
        friendly_name,
        quantity,
        assigned,
        status,
        billing_cycle,
        channel,
        created,
        commitment_end,
        auto_renew,
        trial,
        parent_id,
        suspended_on,
        upgraded_to,
    } = subscription;
    [
        known(Some(id.as_str()), sheet),
        known(offer_id.as_ref().map(|id| id.as_str()), sheet),
        text(offer_name, sheet),
        text(friendly_name, sheet),
        number(*quantity, sheet),
        assigned.map_or(Cell::Empty, |assigned| number(assigned, sheet)),
        Cell::Text(values::named(status)),
        Cell::Text(values::named(billing_cycle)),
        Cell::Text(values::named(channel)),
        day(*created),
        day(*commitment_end),
        yes_no(*auto_renew),
        yes_no(*trial),
        known(parent_id.as_ref().map(|id| id.as_str()), sheet),
        day(*suspended_on),
        known(upgraded_to.as_ref().map(|id| id.as_str()), sheet),
    ]
}

impl Cell<'_> {
    /// A status, as our own column of that name says it.
    #[must_use]
    pub fn status(status: &Status) -> Self {
        Self::Text(values::named(status))
    }

    /// A number; one with more digits than spreadsheets keep stands as text.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        if number.unsigned_abs() <= LARGEST_NUMBER {
            Self::Number(number)
        } else {
            Self::Text(number.to_string().into())
        }
    }

    fn into_owned_text<'b>(self) -> Cell<'b> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(text.into_owned().into()),
            Self::Number(number) => Cell::Number(number),
            Self::Day(day) => Cell::Day(day),
        }
    }
}

/// A text of which nothing is told from an empty one by no one.
fn text(text: &str, sheet: Sheet) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(cell_text::written(text, sheet)) }
}

/// A text that can be known and empty.
fn known(text: Option<&str>, sheet: Sheet) -> Cell<'_> {
    match text {
        None => Cell::Empty,
        Some("") => Cell::Text(cell_text::quoted("").into()),
        Some(text) => self::text(text, sheet),
    }
}

fn list(texts: &[String], sheet: Sheet) -> Cell<'_> {
    if texts.is_empty() {
        return Cell::Empty;
    }
    Cell::Text(cell_text::written_list(texts.iter().map(String::as_str), sheet).into())
}

fn number<'a>(number: i64, sheet: Sheet) -> Cell<'a> {
    if number.unsigned_abs() <= LARGEST_NUMBER {
        return Cell::Number(number);
    }
    let digits = number.to_string();
    Cell::Text(match sheet {
        Sheet::Csv => cell_text::quoted(&digits).into(),
        Sheet::Xlsx => digits.into(),
    })
}

/// Spreadsheets count days from 1900, and take that year for a leap year; what is before stands as text.
fn day<'a>(day: Option<NaiveDate>) -> Cell<'a> {
    let first = NaiveDate::from_ymd_opt(1900, 3, 1);
    match day {
        None => Cell::Empty,
        Some(day) if Some(day) < first => Cell::Text(cell_text::quoted(&day.format("%Y-%m-%d").to_string()).into()),
        Some(day) => Cell::Day(day),
    }
}

/// Words that no spreadsheet translates, as it does with `true`.
fn yes_no<'a>(value: Option<bool>) -> Cell<'a> {
    match value {
        None => Cell::Empty,
        Some(true) => Cell::Text("yes".into()),
        Some(false) => Cell::Text("no".into()),
    }
}
