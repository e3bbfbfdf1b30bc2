//! Tables by the columns that are known of them: our own by its header, a person's by a mapping. Row after row they become customers with their subscriptions. What single cells say is `cell_text`'s and `cell_value`'s.

mod fields;
mod records;

use std::collections::BTreeSet;

use super::incoming::{Asks, Faults, Supplied};
use super::mapping::{self, Column, Mapping};
use super::merge::Field;
use super::offer_names::OfferNames;
use super::opening::Opening;
use super::own_table::{self, COLUMNS, CUSTOMER_NUMBER, is_named};
use super::source::{Choices, Recognized, Source};
use super::table::{self, Table};
use super::{ExchangeError, Format, Incoming, nothing_yet};
use records::{Finished, Records};

/// Any other table, through a mapping of the person's.
pub(super) const FORMAT: Format = Format {
    id: "mapped",
    extensions: &[],
    name: "format-mapped",
    recognizes: is_table,
    read: Some(|source, choices| table::read(source, choices, |table| read_mapped(table, choices))),
    write: None,
};

/// Whether a file can be a table that nobody else knows: a workbook, or text with more than one column.
fn is_table(opening: &Opening) -> bool {
    let is_named = opening.extension.as_deref().is_some_and(|extension| {
        ["csv", "tsv", "txt", "xlsx"].iter().any(|known| extension.trim_start_matches('.').eq_ignore_ascii_case(known))
    });
    let columns = opening.header.iter().filter(|name| !name.trim().is_empty()).count();
    columns >= 2 && is_named && !opening.text.trim_start().starts_with(['{', '[', '('])
}

/// Whether a file begins with a header of ours.
pub(super) fn is_own(opening: &Opening) -> bool {
    own_table::is_own(&opening.header)
}

/// How the cells of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// As we write them.
    Own,
    /// As people do.
    Foreign,
}

/// Reads a table of ours; `format` is the file's.
pub(super) fn read_own(
    format: &'static str,
    source: &mut dyn Source,
    choices: &Choices,
) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        if !own_table::is_own(&table.header) {
            return Err(ExchangeError::NotRecognized);
        }
        let column = |name: &String| COLUMNS.iter().find(|(own, _)| is_named(name, own)).map(|(_, column)| *column);
        let columns = once_each(table.header.iter().map(column).collect());
        let number = table.header.iter().position(|name| is_named(name, CUSTOMER_NUMBER));
        let recognized = table.recognized(format, None);
        let records = Records::new(Dialect::Own, columns.clone(), number, &table.header, choices);
        collect(table, records, recognized, &columns)
    })
}

fn read_mapped(table: &mut Table<'_>, choices: &Choices) -> Result<Incoming, ExchangeError> {
    let recognized = table.recognized(FORMAT.id, None);
    let width = table.header.len();
    let Some(Mapping { columns }) = choices.mapping.clone().filter(|mapping| mapping.columns.len() == width) else {
        // Nothing is read before a person has said what the columns are.
        let nothing = nothing_yet(recognized, Supplied::These(BTreeSet::new()));
        let proposed_mapping = Some(mapping::proposed(&table.header));
        return Ok(Incoming { asks: Asks { mapping: true, ..Asks::default() }, proposed_mapping, ..nothing });
    };
    let columns = once_each(columns);
    let mut records = Records::new(Dialect::Foreign, columns.clone(), None, &table.header, choices);
    if columns.contains(&Some(Column::Field(Field::OfferName))) {
        records.names = Some(OfferNames::builtin()?);
    }
    collect(table, records, recognized, &columns)
}

/// Of two columns that are the same, the first.
fn once_each(mut columns: Vec<Option<Column>>) -> Vec<Option<Column>> {
    let mut met = BTreeSet::new();
    for column in &mut columns {
        if column.is_some_and(|known| !met.insert(known)) {
            *column = None;
        }
    }
    columns
}

fn collect(
    table: &mut Table<'_>,
    mut records: Records<'_>,
    recognized: Recognized,
    columns: &[Option<Column>],
) -> Result<Incoming, ExchangeError> {
    let mut faults = Faults::default();
    while let Some(row) = table.next(&mut faults)? {
        records.take(&row, &mut faults);
    }
    let mut supplied = supplied(columns);
    // An offer is known by its name too.
    if records.names.is_some() {
        supplied.insert(Field::OfferId);
    }
    let nothing = nothing_yet(recognized, Supplied::These(supplied));
    let asks = Asks { customer: records.asks_customer, subscription: records.asks_subscription, mapping: false };
    let Finished { customers, unplaced, notes } = records.finish();
    let portfolio = crate::model::Portfolio { customers, ..nothing.portfolio };
    Ok(Incoming { portfolio, unplaced, asks, notes, faults, ..nothing })
}

/// The fields that these columns supply.
fn supplied(columns: &[Option<Column>]) -> BTreeSet<Field> {
    let field = |column: &Column| match column {
        Column::Field(field) => Some(*field),
        Column::Reseller => Some(Field::Channel),
        Column::CustomerId | Column::SubscriptionId => None,
    };
    columns.iter().flatten().filter_map(field).collect()
}

/// Whether a column is of the customer, not of the subscription.
const fn is_of_customer(column: Column) -> bool {
    match column {
        Column::CustomerId => true,
        Column::SubscriptionId | Column::Reseller => false,
        Column::Field(field) => is_customers(field),
    }
}

const fn is_customers(field: Field) -> bool {
    match field {
        Field::CompanyName
        | Field::Domain
        | Field::Relationship
        | Field::DelegatedAdmin
        | Field::Tags
        | Field::Notes => true,
        Field::OfferId
        | Field::OfferName
        | Field::FriendlyName
        | Field::Quantity
        | Field::Assigned
        | Field::Status
        | Field::BillingCycle
        | Field::Channel
        | Field::Created
        | Field::CommitmentEnd
        | Field::AutoRenew
        | Field::Trial
        | Field::ParentId
        | Field::SuspendedOn
        | Field::UpgradedTo
        | Field::Name
        | Field::Minimum
        | Field::Maximum
        | Field::ConcurrentLimit
        | Field::Cycles
        | Field::AddOn
        | Field::Bases
        | Field::Family
        | Field::Services
        | Field::Target
        | Field::Provisional
        | Field::FromOffer
        | Field::ToOffer
        | Field::Licenses
        | Field::Comment
        | Field::Rules
        | Field::Tasks
        | Field::Targets
        | Field::Read => false,
    }
}
