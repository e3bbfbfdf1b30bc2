//! The licence-based reconciliation file of 2016 and of 2018–19: a row per charge, of all customers, read in memory for its subscriptions alone. What a subscription's charges say is `charges`'.

mod charges;

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::incoming::{FaultReason, Incoming, Likely, Proposal, RowFault, Supplied};
use super::merge::Field;
use super::offer_names::OfferNames;
use super::source::{Choices, HeaderLanguage, Source};
use super::table::{self, Name, Placed, Row};
use super::{ExchangeError, Format, said};
use crate::model::{Channel, Customer, Id, Portfolio, Subscription};
use charges::{Charges, Kind};

pub(super) const FORMAT: Format = Format {
    id: "reconciliation",
    extensions: &[],
    name: "format-reconciliation",
    recognizes: |opening| {
        let placed = Placed::of(NAMES, &opening.header);
        placed.has_all(&[Column::Customer, Column::Subscription, Column::Quantity, Column::ChargeStart])
    },
    read: Some(read),
    write: None,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Customer,
    Company,
    Domain,
    Subscription,
    Offer,
    OfferName,
    Nickname,
    Start,
    End,
    ChargeStart,
    ChargeEnd,
    ChargeType,
    Quantity,
}

/// The columns that are read, as the file has them in every language; SubscriptionID and OfferID are others' ids.
const NAMES: &[Name<Column>] = &[
    // The file of 2016 has CustomerNumber: the customer's unique identifier (21Vianet, "Use the reconciliation files",
    // October 2016). That it is the Microsoft ID is ours.
    Name::one(Column::Customer, &["CustomerID", "CustomerNumber"]),
    Name::one(Column::Company, &["CustomerName"]),
    Name::one(Column::Domain, &["DomainName"]),
    Name::one(Column::Subscription, &["SyndicationPartnerSubscriptionNumber"]),
    Name::one(Column::Offer, &["DurableOfferID"]),
    Name::one(Column::OfferName, &["OfferName"]),
    Name::one(Column::Nickname, &["SubscriptionName"]),
    Name::one(Column::Start, &["SubscriptionStartDate"]),
    Name::one(Column::End, &["SubscriptionEndDate"]),
    Name::one(Column::ChargeStart, &["ChargeStartDate"]),
    Name::one(Column::ChargeEnd, &["ChargeEndDate"]),
    Name::one(Column::ChargeType, &["ChargeType"]),
    Name::one(Column::Quantity, &["Quantity"]),
];

/// A column with the field that it supplies.
const FIELDS: &[(Column, Field)] = &[
    (Column::Company, Field::CompanyName),
    (Column::Domain, Field::Domain),
    (Column::Offer, Field::OfferId),
    (Column::OfferName, Field::OfferId),
    (Column::OfferName, Field::OfferName),
    (Column::Nickname, Field::FriendlyName),
    (Column::Start, Field::Created),
    (Column::End, Field::CommitmentEnd),
    (Column::Quantity, Field::Quantity),
];

fn read(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    table::read(source, choices, |table| {
        let placed = Placed::of(NAMES, &table.header);
        let recognized = table.recognized(FORMAT.id, Some(HeaderLanguage::English));
        let mut fields: BTreeSet<Field> =
            FIELDS.iter().filter(|(column, _)| placed.has(*column)).map(|(_, field)| *field).collect();
        fields.insert(Field::Channel);
        let mut incoming = Incoming::nothing(recognized, Portfolio::new(Uuid::nil()), Supplied::These(fields));
        let mut reading = Reading {
            placed,
            header: table.header.clone(),
            names: OfferNames::builtin()?,
            customers: Vec::new(),
            positions: HashMap::new(),
            charged: Vec::new(),
            of: HashMap::new(),
            latest: None,
        };
        while let Some(row) = table.next(&mut incoming.faults)? {
            if let Err(fault) = reading.charge(&row) {
                incoming.faults.push(*fault);
            }
        }
        reading.end(&mut incoming);
        Ok(incoming)
    })
}

/// A subscription with what its charges have said so far.
struct Charged {
    customer: usize,
    subscription: Subscription,
    charges: Charges,
}

/// What the rows so far come to.
struct Reading {
    placed: Placed<Column>,
    header: Vec<String>,
    names: OfferNames,
    customers: Vec<Customer>,
    positions: HashMap<Id, usize>,
    /// In the file's order.
    charged: Vec<Charged>,
    of: HashMap<(usize, Id), usize>,
    /// When the latest charge of the file begins.
    latest: Option<NaiveDateTime>,
}

impl Reading {
    fn fault(&self, row: &Row, column: Column, reason: FaultReason) -> Box<RowFault> {
        Box::new(row.fault(self.placed.word(column, &self.header), reason, row.get(self.placed.get(column))))
    }

    fn id(&self, row: &Row, column: Column) -> Result<Id, Box<RowFault>> {
        let id = row.get(self.placed.get(column));
        if id.is_empty() { Err(self.fault(row, column, FaultReason::Missing)) } else { Ok(id.into()) }
    }

    fn day(&self, row: &Row, column: Column) -> Result<Option<NaiveDate>, Box<RowFault>> {
        let day = said::day(row.get(self.placed.get(column)));
        day.map_err(|said::NoDay| self.fault(row, column, FaultReason::NotADate))
    }

    /// Takes a row in.
    fn charge(&mut self, row: &Row) -> Result<(), Box<RowFault>> {
        let text = |column| row.get(self.placed.get(column));
        let (customer, subscription) = (self.id(row, Column::Customer)?, self.id(row, Column::Subscription)?);
        let start = said::moment(text(Column::ChargeStart));
        let start = start.ok_or_else(|| self.fault(row, Column::ChargeStart, FaultReason::NotADate))?;
        let end = self.day(row, Column::ChargeEnd)?;
        let (created, commitment_end) = (self.day(row, Column::Start)?, self.day(row, Column::End)?);
        let quantity = said::whole_number(text(Column::Quantity));
        let quantity = quantity.ok_or_else(|| self.fault(row, Column::Quantity, FaultReason::NotANumber))?;
        let kind = Kind::of(text(Column::ChargeType));
        let company = text(Column::Company).to_owned();
        let domain = text(Column::Domain).to_owned();
        let nickname = text(Column::Nickname).to_owned();
        let offer_name = text(Column::OfferName).to_owned();
        let offer_id = text(Column::Offer).to_owned();

        if kind.is_charge() {
            self.latest = self.latest.max(Some(start));
        }
        let customer = self.customer(customer, company, domain);
        let at = *self.of.entry((customer, subscription.clone())).or_insert(self.charged.len());
        if at == self.charged.len() {
            let mut subscription = Subscription::new(subscription, 0);
            // The file lists what the partner is billed for.
            subscription.channel = Channel::ThisPartner;
            self.charged.push(Charged { customer, subscription, charges: Charges::default() });
        }
        let Some(charged) = self.charged.get_mut(at) else { return Ok(()) };
        let record = &mut charged.subscription;
        if charged.charges.take(kind, start, end, quantity) || record.offer_name.is_empty() {
            if !nickname.is_empty() {
                record.friendly_name = nickname;
            }
            record.created = created.or(record.created);
            record.commitment_end = commitment_end.or(record.commitment_end);
            if !offer_id.is_empty() || !offer_name.is_empty() {
                record.offer_id = self.names.resolve(&offer_id, &offer_name);
            }
            if !offer_name.is_empty() {
                record.offer_name = offer_name.into();
            }
        }
        Ok(())
    }

    /// The position of a customer, of whom the first name and domain are kept.
    fn customer(&mut self, id: Id, company: String, domain: String) -> usize {
        let at = *self.positions.entry(id.clone()).or_insert(self.customers.len());
        if at == self.customers.len() {
            self.customers.push(Customer::new(id, String::new()));
        }
        if let Some(customer) = self.customers.get_mut(at) {
            if customer.company_name.is_empty() {
                customer.company_name = company;
            }
            if customer.domain.is_none() && !domain.is_empty() {
                customer.domain = Some(domain);
            }
        }
        at
    }

    /// What the whole file says of each subscription, and makes likely.
    fn end(self, incoming: &mut Incoming) {
        let mut customers = self.customers;
        let (mut active, mut monthly, mut own) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for Charged { customer, mut subscription, charges } in self.charged {
            subscription.quantity = charges.quantity();
            let id = || subscription.id.clone();
            active.extend(charges.is_of_last_period(self.latest).then(id));
            monthly.extend(charges.is_monthly().then(id));
            own.insert(id());
            if let Some(customer) = customers.get_mut(customer) {
                customer.subscriptions.push(subscription);
            }
        }
        incoming.portfolio.customers = customers.into_iter().collect();
        incoming.notes = self.names.notes();
        let likely = [(Likely::Active, active), (Likely::Monthly, monthly), (Likely::OwnSale, own)];
        let proposals = likely.into_iter().filter(|(_, subscriptions)| !subscriptions.is_empty());
        incoming.proposals = proposals.map(|(likely, subscriptions)| Proposal { likely, subscriptions }).collect();
    }
}
