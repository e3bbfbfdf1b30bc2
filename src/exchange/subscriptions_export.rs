//! Partner Center's list of one customer's subscriptions (Export subscriptions), in any of the three languages. Whose it is stands in no column: a person says it.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::as_read::AsRead;
use super::incoming::{FaultReason, Incoming, Lists, RowFault, Supplied};
use super::merge::Field;
use super::offer_names::OfferNames;
use super::source::{Choices, Source};
use super::table::{self, Name, Placed, Row};
use super::{ExchangeError, Format, said};
use crate::model::{Customer, Portfolio, Subscription};

pub(super) const FORMAT: Format = Format {
    id: "subscriptions",
    extensions: &[],
    name: "format-subscriptions",
    recognizes: |opening| {
        let placed = Placed::of(NAMES, &opening.header);
        placed.has_all(&[Column::Id, Column::Offer, Column::Quantity])
            && (placed.has(Column::Status) || placed.has(Column::Reseller))
    },
    read: Some(read),
    write: None,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Offer,
    Quantity,
    Status,
    Reseller,
}

/// The headers as Partner Center operated by 21Vianet writes them; the second words of a line are ours.
const NAMES: &[Name<Column>] = &[
    Name {
        column: Column::Id,
        en: &["Subscription ID"],
        fr: &["ID d'abonnement", "ID de l'abonnement"],
        zh: &["订阅 ID", "订阅标识"],
    },
    Name { column: Column::Offer, en: &["Subscription"], fr: &["Abonnement"], zh: &["订阅"] },
    Name { column: Column::Quantity, en: &["Quantity"], fr: &["Quantité"], zh: &["数量"] },
    Name { column: Column::Status, en: &["Status"], fr: &["État", "Statut"], zh: &["状态"] },
    Name { column: Column::Reseller, en: &["Reseller"], fr: &["Revendeur"], zh: &["经销商"] },
];

fn read(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        let placed = Placed::of(NAMES, &table.header);
        let recognized = table.recognized(FORMAT.id, Some(placed.language));
        let mut reading =
            Reading { placed, header: table.header.clone(), names: OfferNames::builtin()?, partner: &choices.partner };
        let supplied = Supplied::These(reading.supplied());
        let mut incoming = Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), supplied);
        let mut as_read = AsRead::default();
        while let Some(row) = table.next(&mut incoming.faults)? {
            match reading.subscription(&row) {
                Ok(subscription) => {
                    as_read.take(&subscription);
                    incoming.unplaced.push(subscription);
                }
                Err(fault) => incoming.faults.push(*fault),
            }
        }
        incoming.notes = reading.names.notes();
        incoming.notes.extend(as_read.notes());
        match &choices.customer {
            None => incoming.asks.customer = true,
            Some(customer) => {
                let mut customer = Customer::new(customer.clone(), String::new());
                customer.subscriptions = std::mem::take(&mut incoming.unplaced);
                incoming.portfolio.customers = std::iter::once(customer).collect();
                incoming.lists = Lists { customers: false, subscriptions: true };
            }
        }
        Ok(incoming)
    })
}

struct Reading<'a> {
    placed: Placed<Column>,
    header: Vec<String>,
    names: OfferNames,
    partner: &'a [String],
}

impl Reading<'_> {
    fn supplied(&self) -> BTreeSet<Field> {
        let mut fields: BTreeSet<Field> = [Field::OfferId, Field::OfferName, Field::Quantity].into_iter().collect();
        fields.extend(self.placed.has(Column::Status).then_some(Field::Status));
        fields.extend(self.placed.has(Column::Reseller).then_some(Field::Channel));
        fields
    }

    fn subscription(&mut self, row: &Row) -> Result<Subscription, Box<RowFault>> {
        let text = |column| row.get(self.placed.get(column));
        let fault = |column, reason| {
            Box::new(row.fault(self.placed.word(column, &self.header), reason, row.get(self.placed.get(column))))
        };
        let id = text(Column::Id);
        if id.is_empty() {
            return Err(fault(Column::Id, FaultReason::Missing));
        }
        let quantity = text(Column::Quantity);
        let reason = if quantity.is_empty() { FaultReason::Missing } else { FaultReason::NotANumber };
        let quantity = said::whole_number(quantity).ok_or_else(|| fault(Column::Quantity, reason))?;
        let mut subscription = Subscription::new(id.into(), quantity);
        subscription.offer_name = text(Column::Offer).into();
        subscription.offer_id = self.names.resolve("", &subscription.offer_name);
        subscription.status = said::status(text(Column::Status));
        subscription.channel = said::channel(text(Column::Reseller), self.partner);
        Ok(subscription)
    }
}
