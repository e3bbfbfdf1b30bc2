//! A subscription or an add-on of an answer, and what of its links matters. Whose it is, is the parent's.

use std::collections::BTreeSet;

use super::fields::{Fields, Left, Wrong};
use super::words;
use crate::exchange::incoming::FaultReason;
use crate::exchange::merge::Field;
use crate::model::{Channel, Id, Subscription};

const ID: [&str; 2] = ["id", "subscriptionId"];
const QUANTITY: [&str; 1] = ["quantity"];

/// A subscription as one item says it.
#[derive(Debug)]
pub struct Read {
    pub subscription: Subscription,
    /// Whose it is, where the item says so.
    pub customer: Option<Id>,
    /// `quantity` is 0 where the item says none.
    pub has_quantity: bool,
}

pub fn read(mut fields: Fields<'_, '_>, supplied: &mut BTreeSet<Field>, left: &mut Left) -> Result<Read, Wrong> {
    let mut links = fields.inner("links");
    let mut link = |name: &str| -> Result<Option<String>, Wrong> {
        let Some(mut link) = links.as_mut().and_then(|links| links.inner(name)) else { return Ok(None) };
        link.text(&["uri"])
    };
    let (own, offer, parent) = (link("self")?, link("offer")?, link("parentSubscription")?);
    let own = own.unwrap_or_default();
    let id = fields.id(&ID)?.or_else(|| words::linked(&own, "subscriptions"));
    let Some(id) = id else { return Err(fields.wrong(&ID, None, FaultReason::Missing)) };
    let quantity = fields.number(&QUANTITY)?;
    let mut subscription = Subscription::new(id, quantity.unwrap_or_default());
    subscription.offer_id =
        fields.id(&["offerId"])?.or_else(|| offer.as_deref().and_then(|uri| words::linked(uri, "offers")));
    subscription.offer_name = fields.text(&["offerName"])?.unwrap_or_default().into();
    subscription.friendly_name = fields.text(&["friendlyName"])?.unwrap_or_default();
    if let Some(word) = fields.word(&["status"], &words::STATUSES)? {
        subscription.status = words::status(&word);
    }
    if let Some(word) = fields.word(&["billingCycle"], &words::CYCLES)? {
        subscription.billing_cycle = words::cycle(&word);
    }
    // Partner Center lists the partner's own sales.
    subscription.channel = Channel::ThisPartner;
    subscription.created = fields.day(&["creationDate"])?;
    subscription.commitment_end = fields.day(&["commitmentEndDate"])?;
    subscription.auto_renew = fields.yes_no(&["autoRenewEnabled"])?;
    subscription.trial = fields.yes_no(&["isTrial"])?;
    subscription.parent_id = fields
        .id(&["parentSubscriptionId"])?
        .or_else(|| parent.as_deref().and_then(|uri| words::linked(uri, "subscriptions")));
    let customer = fields.id(&["customerId"])?.or_else(|| words::linked(&own, "customers"));
    fields.leave(left);

    let says = [
        (Field::OfferId, subscription.offer_id.is_some()),
        (Field::OfferName, !subscription.offer_name.is_empty()),
        (Field::FriendlyName, !subscription.friendly_name.is_empty()),
        (Field::Quantity, quantity.is_some()),
        (Field::Status, subscription.status != words::status("")),
        (Field::BillingCycle, subscription.billing_cycle != words::cycle("")),
        (Field::Channel, true),
        (Field::Created, subscription.created.is_some()),
        (Field::CommitmentEnd, subscription.commitment_end.is_some()),
        (Field::AutoRenew, subscription.auto_renew.is_some()),
        (Field::Trial, subscription.trial.is_some()),
        (Field::ParentId, subscription.parent_id.is_some()),
    ];
    supplied.extend(says.into_iter().filter(|(_, says)| *says).map(|(field, _)| field));
    Ok(Read { subscription, customer, has_quantity: quantity.is_some() })
}
