//! Partner Center's list of customers (Export customers), in any of the three languages. Their subscriptions are `subscriptions_export`'s.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::incoming::{FaultReason, Incoming, Lists, Supplied};
use super::merge::Field;
use super::source::{Choices, Source};
use super::table::{self, Name, Placed};
use super::{ExchangeError, Format};
use crate::model::{Customer, Portfolio};

pub(super) const FORMAT: Format = Format {
    id: "customers",
    extensions: &[],
    name: "format-customers",
    recognizes: |opening| {
        let placed = Placed::of(NAMES, &opening.header);
        placed.has_all(&[Column::Id, Column::Name]) && (placed.has(Column::Domain) || placed.has(Column::Relationship))
    },
    read: Some(read),
    write: None,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Domain,
    Relationship,
}

/// The headers as Partner Center operated by 21Vianet writes them; the second words of a line are ours.
const NAMES: &[Name<Column>] = &[
    Name {
        column: Column::Id, en: &["Microsoft ID"], fr: &["ID Microsoft"], zh: &["Microsoft ID", "Microsoft 标识"]
    },
    Name {
        column: Column::Name,
        en: &["Company name"],
        fr: &["Nom de la société", "Nom de société"],
        zh: &["公司名称", "公司名"],
    },
    Name {
        column: Column::Domain,
        en: &["Primary domain name", "Primary domain"],
        fr: &["Nom de domaine principal", "Domaine principal"],
        zh: &["主域名", "主要域名"],
    },
    Name { column: Column::Relationship, en: &["Relationship"], fr: &["Relation"], zh: &["关系"] },
];

fn read(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        let placed = Placed::of(NAMES, &table.header);
        let recognized = table.recognized(FORMAT.id, Some(placed.language));
        let id_word = placed.word(Column::Id, &table.header).to_owned();
        let fields = [
            (Column::Name, Field::CompanyName),
            (Column::Domain, Field::Domain),
            (Column::Relationship, Field::Relationship),
        ];
        let supplied: BTreeSet<Field> =
            fields.into_iter().filter(|(column, _)| placed.has(*column)).map(|(_, field)| field).collect();
        let mut incoming = Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), Supplied::These(supplied));
        incoming.lists = Lists { customers: true, subscriptions: false };
        let mut customers = Vec::new();
        while let Some(row) = table.next(&mut incoming.faults)? {
            let text = |column| Some(row.get(placed.get(column)).to_owned()).filter(|text| !text.is_empty());
            let Some(id) = text(Column::Id) else {
                incoming.faults.push(row.fault(&id_word, FaultReason::Missing, ""));
                continue;
            };
            let mut customer = Customer::new(id.into(), text(Column::Name).unwrap_or_default());
            customer.domain = text(Column::Domain);
            customer.relationship = text(Column::Relationship);
            customers.push(customer);
        }
        incoming.portfolio.customers = customers.into_iter().collect();
        Ok(incoming)
    })
}
