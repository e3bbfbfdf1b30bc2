//! The lists of Microsoft's batch migration tool (BAM): `customers.csv` and `subscriptions.csv`. What it says of the new commerce is not read.
//!
//! The headers are the property names of the records `CompanyProfile` and `MigrationRequest`, as CsvHelper writes them in
//! the invariant culture (nce-bulk-migration-tool/NCEBulkMigrationTool/Models.cs and CsvProvider.cs of
//! microsoft/Partner-Center-DotNet-Samples, looked at in November 2026). They are in English only.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::incoming::{FaultReason, Incoming, Likely, Proposal, RowFault, Supplied};
use super::merge::Field;
use super::offer_names::OfferNames;
use super::source::{Choices, HeaderLanguage, Source};
use super::table::{self, Name, Placed, Row};
use super::{ExchangeError, Format, said};
use crate::model::{Channel, Customer, Id, Portfolio, Subscription};

pub(super) const CUSTOMERS: Format = Format {
    id: "bam-customers",
    extensions: &[],
    name: "format-bam-customers",
    recognizes: |opening| {
        Placed::of(CUSTOMER_NAMES, &opening.header).has_all(&[Column::Customer, Column::Domain, Column::Company])
    },
    read: Some(read_customers),
    write: None,
};

pub(super) const SUBSCRIPTIONS: Format = Format {
    id: "bam-subscriptions",
    extensions: &[],
    name: "format-bam-subscriptions",
    recognizes: |opening| {
        Placed::of(NAMES, &opening.header).has_all(&[Column::Customer, Column::Subscription, Column::Quantity])
    },
    read: Some(read_subscriptions),
    write: None,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Customer,
    Company,
    Domain,
    Subscription,
    Nickname,
    Offer,
    End,
    AutoRenew,
    Cycle,
    Quantity,
    Base,
}

const CUSTOMER_NAMES: &[Name<Column>] = &[
    Name::one(Column::Customer, &["TenantId"]),
    Name::one(Column::Domain, &["Domain"]),
    Name::one(Column::Company, &["CompanyName"]),
];

const NAMES: &[Name<Column>] = &[
    Name::one(Column::Company, &["CustomerName"]),
    Name::one(Column::Customer, &["CustomerTenantId"]),
    Name::one(Column::Subscription, &["LegacySubscriptionId"]),
    Name::one(Column::Nickname, &["LegacySubscriptionName"]),
    Name::one(Column::Offer, &["LegacyProductName"]),
    Name::one(Column::End, &["ExpirationDate"]),
    Name::one(Column::AutoRenew, &["AutoRenewEnabled"]),
    Name::one(Column::Cycle, &["CurrentBillingPlan"]),
    // What is held today; `SeatCount` is what the migration will ask for.
    Name::one(Column::Quantity, &["CurrentSeatCount"]),
    Name::one(Column::Base, &["BaseSubscriptionId"]),
];

/// A column with the field that it supplies.
const FIELDS: &[(Column, Field)] = &[
    (Column::Company, Field::CompanyName),
    (Column::Domain, Field::Domain),
    (Column::Nickname, Field::FriendlyName),
    (Column::Offer, Field::OfferName),
    (Column::Offer, Field::OfferId),
    (Column::End, Field::CommitmentEnd),
    (Column::AutoRenew, Field::AutoRenew),
    (Column::Cycle, Field::BillingCycle),
    (Column::Quantity, Field::Quantity),
    (Column::Base, Field::ParentId),
];

fn supplied(placed: &Placed<Column>) -> BTreeSet<Field> {
    FIELDS.iter().filter(|(column, _)| placed.has(*column)).map(|(_, field)| *field).collect()
}

/// A table of which a row is being read.
struct Reading<'a> {
    placed: &'a Placed<Column>,
    header: &'a [String],
    row: &'a Row,
}

impl<'a> Reading<'a> {
    fn text(&self, column: Column) -> &'a str {
        self.row.get(self.placed.get(column))
    }

    fn fault(&self, column: Column, reason: FaultReason) -> Box<RowFault> {
        Box::new(self.row.fault(self.placed.word(column, self.header), reason, self.text(column)))
    }

    fn id(&self, column: Column) -> Result<Id, Box<RowFault>> {
        let id = self.text(column);
        if id.is_empty() { Err(self.fault(column, FaultReason::Missing)) } else { Ok(id.into()) }
    }

    fn subscription(&self, names: &mut OfferNames) -> Result<Subscription, Box<RowFault>> {
        let quantity = said::whole_number(self.text(Column::Quantity));
        let quantity = quantity.ok_or_else(|| self.fault(Column::Quantity, FaultReason::NotANumber))?;
        let mut subscription = Subscription::new(self.id(Column::Subscription)?, quantity);
        subscription.friendly_name = self.text(Column::Nickname).to_owned();
        subscription.offer_name = self.text(Column::Offer).into();
        subscription.offer_id = names.resolve("", &subscription.offer_name);
        let end = said::day(self.text(Column::End));
        subscription.commitment_end = end.map_err(|said::NoDay| self.fault(Column::End, FaultReason::NotADate))?;
        let renews = self.text(Column::AutoRenew);
        subscription.auto_renew = said::yes_or_no(renews);
        if subscription.auto_renew.is_none() && !renews.is_empty() {
            return Err(self.fault(Column::AutoRenew, FaultReason::NotYesOrNo));
        }
        subscription.billing_cycle = said::cycle(self.text(Column::Cycle));
        subscription.parent_id = Some(self.text(Column::Base)).filter(|id| !id.is_empty()).map(Id::from);
        // The tool asks for what the partner sold, and nothing else.
        subscription.channel = Channel::ThisPartner;
        Ok(subscription)
    }
}

fn read_customers(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        let placed = Placed::of(CUSTOMER_NAMES, &table.header);
        let recognized = table.recognized(CUSTOMERS.id, Some(HeaderLanguage::English));
        let header = table.header.clone();
        let supplied = Supplied::These(supplied(&placed));
        // Not a list in full: the tool's own instructions are to cut it down to the customers that are meant.
        let mut incoming = Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), supplied);
        let mut customers = Vec::new();
        while let Some(row) = table.next(&mut incoming.faults)? {
            let reading = Reading { placed: &placed, header: &header, row: &row };
            match reading.id(Column::Customer) {
                Err(fault) => incoming.faults.push(*fault),
                Ok(id) => {
                    let mut customer = Customer::new(id, reading.text(Column::Company).to_owned());
                    customer.domain = Some(reading.text(Column::Domain).to_owned()).filter(|domain| !domain.is_empty());
                    customers.push(customer);
                }
            }
        }
        incoming.portfolio.customers = customers.into_iter().collect();
        Ok(incoming)
    })
}

fn read_subscriptions(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        let placed = Placed::of(NAMES, &table.header);
        let recognized = table.recognized(SUBSCRIPTIONS.id, Some(HeaderLanguage::English));
        let header = table.header.clone();
        let mut fields = supplied(&placed);
        fields.insert(Field::Channel);
        let mut incoming = Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), Supplied::These(fields));
        let mut names = OfferNames::builtin()?;
        let mut customers: Vec<Customer> = Vec::new();
        let mut positions: HashMap<Id, usize> = HashMap::new();
        let mut own = BTreeSet::new();
        while let Some(row) = table.next(&mut incoming.faults)? {
            let reading = Reading { placed: &placed, header: &header, row: &row };
            let read = reading.id(Column::Customer).and_then(|id| Ok((id, reading.subscription(&mut names)?)));
            let (id, subscription) = match read {
                Ok(read) => read,
                Err(fault) => {
                    incoming.faults.push(*fault);
                    continue;
                }
            };
            own.insert(subscription.id.clone());
            let at = *positions.entry(id.clone()).or_insert(customers.len());
            if at == customers.len() {
                customers.push(Customer::new(id, reading.text(Column::Company).to_owned()));
            }
            if let Some(customer) = customers.get_mut(at) {
                customer.subscriptions.push(subscription);
            }
        }
        incoming.portfolio.customers = customers.into_iter().collect();
        incoming.notes = names.notes();
        incoming.proposals = vec![Proposal { likely: Likely::OwnSale, subscriptions: own }];
        Ok(incoming)
    })
}
