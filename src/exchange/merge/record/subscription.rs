//! A subscription's fields.

use super::super::field::{Field, FieldChange, FieldConflict, Value};
use super::super::merging::Merging;
use super::super::value::FieldValue;
use super::set;
use crate::model::{Status, Subscription};

pub fn merge(merging: &mut Merging<'_>, present: &Subscription, incoming: &Subscription, base: Option<&Subscription>) {
    let Subscription {
        id: _,
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
    } = incoming;
    merging.take(Field::OfferId, &present.offer_id, offer_id, base.map(|base| &base.offer_id));
    merging.take(Field::OfferName, &present.offer_name, offer_name, base.map(|base| &base.offer_name));
    merging.take(Field::FriendlyName, &present.friendly_name, friendly_name, base.map(|base| &base.friendly_name));
    merging.take(Field::Quantity, &present.quantity, quantity, base.map(|base| &base.quantity));
    merging.take(Field::Assigned, &present.assigned, assigned, base.map(|base| &base.assigned));
    // A copy from before a recorded upgrade knows nothing of it: what was closed stays closed.
    if present.upgraded_to.is_none() || upgraded_to.is_some() || merging.is_exact() {
        merging.take(Field::Status, &present.status, status, base.map(|base| &base.status));
    }
    merging.take(Field::BillingCycle, &present.billing_cycle, billing_cycle, base.map(|base| &base.billing_cycle));
    merging.take(Field::Channel, &present.channel, channel, base.map(|base| &base.channel));
    merging.take(Field::Created, &present.created, created, base.map(|base| &base.created));
    let end = base.map(|base| &base.commitment_end);
    merging.take(Field::CommitmentEnd, &present.commitment_end, commitment_end, end);
    merging.take(Field::AutoRenew, &present.auto_renew, auto_renew, base.map(|base| &base.auto_renew));
    merging.take(Field::Trial, &present.trial, trial, base.map(|base| &base.trial));
    merging.take(Field::ParentId, &present.parent_id, parent_id, base.map(|base| &base.parent_id));
    merging.take(Field::SuspendedOn, &present.suspended_on, suspended_on, base.map(|base| &base.suspended_on));
    if !merging.is_exact() && present.suspended_on.is_some() && suspended_on.is_none() {
        end_of_suspension(merging, present);
    }
    merging.take(Field::UpgradedTo, &present.upgraded_to, upgraded_to, base.map(|base| &base.upgraded_to));
}

/// The day belongs to the suspension: it would date a later one wrongly.
fn end_of_suspension(merging: &mut Merging<'_>, present: &Subscription) {
    let ends = |status: &Value| present.status == Status::Suspended && *status != Value::Status(Status::Suspended);
    if merging.after(Field::Status).is_some_and(ends) {
        merging.follow(Field::SuspendedOn, &present.suspended_on, &None);
    } else if merging.refused(Field::Status).is_some_and(|conflict| ends(&conflict.theirs)) {
        let ours = present.suspended_on.value();
        merging.refuse(FieldConflict { field: Field::SuspendedOn, base: ours.clone(), ours, theirs: Value::Absent });
    }
}

pub fn assign(record: &mut Subscription, changes: &[FieldChange]) {
    let Subscription {
        id: _,
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
    } = record;
    set(changes, Field::OfferId, offer_id);
    set(changes, Field::OfferName, offer_name);
    set(changes, Field::FriendlyName, friendly_name);
    set(changes, Field::Quantity, quantity);
    set(changes, Field::Assigned, assigned);
    set(changes, Field::Status, status);
    set(changes, Field::BillingCycle, billing_cycle);
    set(changes, Field::Channel, channel);
    set(changes, Field::Created, created);
    set(changes, Field::CommitmentEnd, commitment_end);
    set(changes, Field::AutoRenew, auto_renew);
    set(changes, Field::Trial, trial);
    set(changes, Field::ParentId, parent_id);
    set(changes, Field::SuspendedOn, suspended_on);
    set(changes, Field::UpgradedTo, upgraded_to);
}
