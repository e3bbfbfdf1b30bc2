//! Puts what a cell says into one field of a record. Which cell that is, and what becomes of a record with a wrong one, is `records`'.

use super::super::cell_text;
use super::super::cell_value;
use super::super::incoming::FaultReason;
use super::super::merge::Field;
use super::Dialect;
use crate::model::{Customer, Id, Subscription};

pub fn text(dialect: Dialect, cell: &str) -> String {
    match dialect {
        Dialect::Own => cell_text::read(cell).into_owned(),
        Dialect::Foreign => cell.trim().to_owned(),
    }
}

pub fn id(dialect: Dialect, cell: &str) -> Id {
    Id::from(text(dialect, cell))
}

/// A value that is no text: ours can stand between quotation marks, so that no spreadsheet changes it.
fn value<T>(cell: &str, parse: impl Fn(&str) -> Result<T, FaultReason>) -> Result<T, FaultReason> {
    let cell = cell.trim();
    cell_text::unquoted(cell).map_or_else(|| parse(cell), |text| parse(&text))
}

/// The texts of a list: ours between semicolons, a person's between commas too.
fn list(dialect: Dialect, cell: &str) -> Vec<String> {
    match dialect {
        Dialect::Own => cell_text::read_list(cell),
        Dialect::Foreign => {
            let parts = cell.split([';', ',', '，', '；', '、', '\n']);
            parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        }
    }
}

pub fn put_customer(dialect: Dialect, customer: &mut Customer, field: Field, cell: &str) -> Result<(), FaultReason> {
    match field {
        Field::CompanyName => customer.company_name = text(dialect, cell),
        Field::Domain => customer.domain = Some(text(dialect, cell)),
        Field::Relationship => customer.relationship = Some(text(dialect, cell)),
        Field::DelegatedAdmin => customer.delegated_admin = value(cell, cell_value::privileges)?,
        Field::Tags => customer.tags = list(dialect, cell),
        Field::Notes => customer.notes = text(dialect, cell),
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
        | Field::Read => {}
    }
    Ok(())
}

pub fn put_subscription(
    dialect: Dialect,
    subscription: &mut Subscription,
    field: Field,
    cell: &str,
) -> Result<(), FaultReason> {
    match field {
        Field::OfferId => subscription.offer_id = Some(id(dialect, cell)),
        Field::OfferName => subscription.offer_name = text(dialect, cell).into(),
        Field::FriendlyName => subscription.friendly_name = text(dialect, cell),
        Field::Quantity => subscription.quantity = value(cell, cell_value::number)?,
        Field::Assigned => subscription.assigned = Some(value(cell, cell_value::number)?),
        Field::Status => subscription.status = cell_value::status(cell),
        Field::BillingCycle => subscription.billing_cycle = cell_value::cycle(cell),
        Field::Channel => subscription.channel = cell_value::channel(cell),
        Field::Created => subscription.created = Some(value(cell, cell_value::day)?),
        Field::CommitmentEnd => subscription.commitment_end = Some(value(cell, cell_value::day)?),
        Field::AutoRenew => subscription.auto_renew = Some(value(cell, cell_value::yes_no)?),
        Field::Trial => subscription.trial = Some(value(cell, cell_value::yes_no)?),
        Field::ParentId => subscription.parent_id = Some(id(dialect, cell)),
        Field::SuspendedOn => subscription.suspended_on = Some(value(cell, cell_value::day)?),
        Field::UpgradedTo => subscription.upgraded_to = Some(id(dialect, cell)),
        Field::CompanyName
        | Field::Domain
        | Field::Relationship
        | Field::DelegatedAdmin
        | Field::Tags
        | Field::Notes
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
        | Field::Read => {}
    }
    Ok(())
}
