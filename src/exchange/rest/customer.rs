//! A customer of an answer. Where it goes is the parent's.

use super::fields::{Fields, Left, Wrong};
use super::words;
use crate::exchange::incoming::FaultReason;
use crate::model::{Customer, DelegatedAdmin};

const ID: [&str; 2] = ["id", "customerId"];

pub fn read(mut fields: Fields<'_, '_>, left: &mut Left) -> Result<Customer, Wrong> {
    let mut company = fields.inner("companyProfile");
    let own = fields.id(&ID)?;
    let profile_id = company.as_mut().map(|company| company.id(&["tenantId"])).transpose()?.flatten();
    let Some(id) = own.or(profile_id).or(fields.id(&["tenantId"])?) else {
        return Err(fields.wrong(&ID, None, FaultReason::Missing));
    };
    let mut name = None;
    let mut domain = None;
    if let Some(company) = &mut company {
        name = company.text(&["companyName"])?;
        domain = company.text(&["domain"])?;
    }
    let name = match name {
        Some(name) => Some(name),
        None => fields.text(&["companyName", "name"])?,
    };
    let domain = match domain {
        Some(domain) => Some(domain),
        None => fields.text(&["domain"])?,
    };
    let mut customer = Customer::new(id, String::new());
    customer.relationship = fields.word(&["relationshipToPartner"], &words::RELATIONSHIPS)?;
    customer.delegated_admin = match fields.yes_no(&["allowDelegatedAccess"])? {
        Some(true) => DelegatedAdmin::All,
        Some(false) => DelegatedAdmin::NotGranted,
        None => DelegatedAdmin::NotKnown,
    };
    customer.domain = domain.filter(|domain| !domain.trim().is_empty());
    // An answer to the making of a customer has the name in the billing profile alone. [ours]
    let name = name.filter(|name| !name.trim().is_empty());
    if name.is_none()
        && let Some(mut billing) = fields.inner("billingProfile")
    {
        customer.company_name = billing.text(&["companyName"])?.unwrap_or_default();
        billing.leave(left);
    }
    customer.company_name = name.unwrap_or(customer.company_name);
    fields.leave(left);
    if let Some(company) = company {
        company.leave(left);
    }
    Ok(customer)
}
