//! Our own table of a portfolio: its columns, and a row for each subscription with its customer's fields before it. The files that hold such a table are `own_csv`'s and `own_xlsx`'s; reading is `own_columns`'.
//!
//! A customer without subscriptions has a row of their own. The fields of the partner, the portfolio's own offers, its
//! upgrades and its history are no columns.

mod values;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::cell_text::{self, Sheet};
use super::mapping::Column;
use super::merge::Field;
use super::{ExchangeError, Export, Progress};
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

/// What is handed out beside our own columns and never read back: what the rules say. It is asked of each customer once, in the
/// portfolio's order, and at the end for what closes the sheets; so a large portfolio is judged once and never kept whole.
pub trait Beside {
    /// The names of the columns behind our own.
    fn headers(&self) -> &[String];

    /// The further sheets, for files that have sheets.
    fn sheets(&self) -> Vec<SheetBeside>;

    /// What is said of a customer; rows of further sheets only where they are asked for.
    fn of<'a>(&'a mut self, customer: &'a Customer, with_sheets: bool) -> Aside<'a>;

    /// The rows below those of all customers, by sheet.
    fn closing(&mut self) -> Vec<Vec<Row<'static>>>;
}

/// A further sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetBeside {
    /// At most 27 characters, none of them one that a workbook keeps for itself.
    pub name: &'static str,
    pub headers: Vec<String>,
}

/// What is said of a customer beside their own fields.
#[derive(Debug, Default)]
pub struct Aside<'a> {
    /// For each subscription, in their order: one text for each header.
    pub cells: Vec<Vec<String>>,
    /// The rows of each further sheet, with as many cells as it has headers.
    pub rows: Vec<Vec<Row<'a>>>,
}

/// Nothing is said beside.
#[derive(Debug)]
pub struct Nothing;

impl Beside for Nothing {
    fn headers(&self) -> &[String] {
        &[]
    }

    fn sheets(&self) -> Vec<SheetBeside> {
        Vec::new()
    }

    fn of<'a>(&'a mut self, _: &'a Customer, _: bool) -> Aside<'a> {
        Aside::default()
    }

    fn closing(&mut self) -> Vec<Vec<Row<'static>>> {
        Vec::new()
    }
}

/// As many cells as there are headers.
pub type Row<'a> = Vec<Cell<'a>>;

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

/// A row, and where it goes.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// Into the table itself.
    Own(Row<'a>),
    /// Into the further sheet of this place.
    Further(usize, Row<'a>),
}

/// Whether a column is handed out.
fn is_chosen(export: &Export<'_>, name: &str) -> bool {
    export.only.is_none_or(|only| only.contains(name))
}

/// The names of the columns, those beside included.
pub(super) fn header(export: &Export<'_>) -> Vec<String> {
    let mut all = every_header(export);
    all.retain(|name| is_chosen(export, name));
    all
}

fn every_header(export: &Export<'_>) -> Vec<String> {
    let number = is_numbered(export.portfolio).then(|| CUSTOMER_NUMBER.to_owned());
    let own = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    number.into_iter().chain(own).chain(export.beside.headers().iter().cloned()).collect()
}

/// How many rows there are below the header.
pub(super) fn count(portfolio: &Portfolio) -> usize {
    portfolio.customers.iter().map(|customer| customer.subscriptions.len().max(1)).sum()
}

/// Hands out every row, in the portfolio's order, customer by customer.
pub(super) fn walk(
    export: &mut Export<'_>,
    (sheet, with_sheets): (Sheet, bool),
    progress: &mut Progress<'_>,
    each: &mut dyn FnMut(Part<'_>) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    let portfolio = export.portfolio;
    let is_numbered = is_numbered(portfolio);
    let is_in: Vec<bool> = every_header(export).iter().map(|name| is_chosen(export, name)).collect();
    let beside_own = export.beside.headers().len();
    let all = portfolio.customers.len();
    for (at, customer) in portfolio.customers.iter().enumerate() {
        if !progress(at, all) {
            return Err(ExchangeError::Stopped);
        }
        let Aside { cells, rows } = export.beside.of(customer, with_sheets);
        let number = i64::try_from(at + 1).ok().filter(|_| is_numbered).map(Cell::whole);
        let none = customer.subscriptions.is_empty().then_some(None);
        let mut cells = cells.into_iter();
        for subscription in customer.subscriptions.iter().map(Some).chain(none) {
            let mut row: Row<'_> = number.clone().into_iter().collect();
            row.extend(of_customer(customer, sheet));
            let before = row.len();
            let cells = cells.next().unwrap_or_default();
            if let Some(subscription) = subscription {
                row.extend(of_subscription(subscription, sheet));
                row.extend(cells.iter().map(|cell| text(cell, sheet)));
            }
            row.resize(before + COLUMNS.len() - OF_CUSTOMER + beside_own, Cell::Empty);
            let mut is_in = is_in.iter();
            row.retain(|_| is_in.next().copied().unwrap_or_default());
            each(Part::Own(row))?;
        }
        further(rows, sheet, each)?;
    }
    if with_sheets {
        further(export.beside.closing(), sheet, each)?;
    }
    if progress(all, all) { Ok(()) } else { Err(ExchangeError::Stopped) }
}

/// Hands out rows of further sheets, their texts written as everywhere.
fn further(
    rows: Vec<Vec<Row<'_>>>,
    sheet: Sheet,
    each: &mut dyn FnMut(Part<'_>) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    for (at, rows) in rows.into_iter().enumerate() {
        for row in rows {
            let row = row.iter().map(|cell| cell.written(sheet)).collect();
            each(Part::Further(at, row))?;
        }
    }
    Ok(())
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

    /// The same, its text such that no spreadsheet changes it.
    fn written(&self, sheet: Sheet) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => self::text(text, sheet),
            Self::Number(number) => Cell::Number(*number),
            Self::Day(day) => Cell::Day(*day),
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
