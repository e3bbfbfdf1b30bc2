//! Change licenses, suspend, reactivate, cancel: what is allowed from where, and what follows. Editing the form is not guarded here.

use chrono::{Days, NaiveDate};

use super::assess::Setting;
use super::conditions::ConditionId;
use super::held::{Held, held};
use super::quantity::{QuantityRefusal, check_change};
use crate::model::{Channel, Customer, Id, Offer, Role, Status, Subscription};

/// Days from suspension to the deletion of all data (21Vianet; 90 elsewhere).
pub const DAYS_UNTIL_DELETION: u64 = 60;

/// A guarded action on one subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    ChangeLicenses { to: i64 },
    Suspend,
    Reactivate,
    Cancel,
}

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionRefusal {
    NoSuchSubscription {
        subscription: Id,
    },
    NotSoldByYou {
        channel: Channel,
    },
    ChannelNotRecorded,
    WrongStatus {
        status: Status,
    },
    /// REST 27009: a child cannot be active under an inactive parent.
    ParentNotActive {
        parent: Id,
        status: Status,
    },
    RoleCannot {
        role: Role,
    },
    RoleNotRecorded,
    Delinquent,
    StandingNotRecorded,
    Quantity(QuantityRefusal),
}

/// The statuses from which an action starts.
#[must_use]
pub const fn starts_from(action: Action, status: &Status) -> bool {
    match action {
        Action::ChangeLicenses { .. } | Action::Suspend => matches!(status, Status::Active),
        Action::Reactivate => matches!(status, Status::Suspended),
        Action::Cancel => matches!(status, Status::Active | Status::Suspended | Status::Pending),
    }
}

/// The day on which a suspended subscription's data is deleted, where the day of suspension is known.
#[must_use]
pub fn deletion_day(subscription: &Subscription) -> Option<NaiveDate> {
    match subscription.status {
        Status::Suspended => subscription.suspended_on?.checked_add_days(Days::new(DAYS_UNTIL_DELETION)),
        Status::Active
        | Status::Deleted
        | Status::Expired
        | Status::Pending
        | Status::Disabled
        | Status::Unset
        | Status::Other(_) => None,
    }
}

/// Closes a subscription and, with it, those of its add-ons that can be cancelled.
pub(super) fn cancel_with_add_ons(customer: &mut Customer, subscription: &Id) {
    for record in &mut customer.subscriptions {
        let is_add_on = record.parent_id.as_ref() == Some(subscription);
        if record.id == *subscription || (is_add_on && starts_from(Action::Cancel, &record.status)) {
            record.status = Status::Deleted;
            record.suspended_on = None;
        }
    }
}

fn suspend_with_add_ons(customer: &mut Customer, subscription: &Id, today: NaiveDate) {
    for record in &mut customer.subscriptions {
        let is_add_on = record.parent_id.as_ref() == Some(subscription);
        if record.id == *subscription || (is_add_on && starts_from(Action::Suspend, &record.status)) {
            record.status = Status::Suspended;
            record.suspended_on = Some(today);
        }
    }
}

/// Who may act at all: the seller, in a role that manages subscriptions, and for quantities with a paid-up account.
fn check_standing(setting: Setting<'_>, subscription: &Subscription, action: Action) -> Result<(), ActionRefusal> {
    match &subscription.channel {
        Channel::ThisPartner => {}
        Channel::NotKnown => return Err(ActionRefusal::ChannelNotRecorded),
        channel @ (Channel::OtherReseller(_) | Channel::Direct) => {
            return Err(ActionRefusal::NotSoldByYou { channel: channel.clone() });
        }
    }
    if setting.rules.condition(ConditionId::Role).is_some() {
        match setting.partner.role {
            Role::GlobalAdmin | Role::AdminAgent | Role::SalesAgent => {}
            role @ Role::HelpdeskAgent => return Err(ActionRefusal::RoleCannot { role }),
            Role::NotKnown => return Err(ActionRefusal::RoleNotRecorded),
        }
    }
    let changes_quantity = matches!(action, Action::ChangeLicenses { .. });
    if changes_quantity && setting.rules.condition(ConditionId::PartnerInGoodStanding).is_some() {
        match setting.partner.good_standing {
            Some(true) => {}
            Some(false) => return Err(ActionRefusal::Delinquent),
            None => return Err(ActionRefusal::StandingNotRecorded),
        }
    }
    Ok(())
}

/// Whether an action is allowed now.
///
/// # Errors
/// The first reason against it.
pub fn check(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    action: Action,
) -> Result<(), ActionRefusal> {
    check_standing(setting, subscription, action)?;
    match action {
        Action::ChangeLicenses { to } => {
            let offer = subscription.offer_id.as_ref().and_then(|id| setting.offers.find(id));
            return check_change(offer.map(|offer| -> &Offer { offer }), subscription, to)
                .map_err(ActionRefusal::Quantity);
        }
        Action::Suspend | Action::Reactivate | Action::Cancel => {
            if !starts_from(action, &subscription.status) {
                return Err(ActionRefusal::WrongStatus { status: subscription.status.clone() });
            }
        }
    }
    let parent = subscription.parent_id.as_ref().and_then(|id| customer.subscription(id));
    match parent {
        Some(parent) if action == Action::Reactivate && parent.status != Status::Active => {
            Err(ActionRefusal::ParentNotActive { parent: parent.id.clone(), status: parent.status.clone() })
        }
        Some(_) | None => Ok(()),
    }
}

/// The customer after the action.
///
/// # Errors
/// The first reason against it; nothing is changed then.
pub fn act(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Id,
    action: Action,
    today: NaiveDate,
) -> Result<Customer, ActionRefusal> {
    let record = customer
        .subscription(subscription)
        .ok_or_else(|| ActionRefusal::NoSuchSubscription { subscription: subscription.clone() })?;
    check(setting, customer, record, action)?;
    let mut after = customer.clone();
    match action {
        Action::Suspend => suspend_with_add_ons(&mut after, subscription, today),
        Action::Cancel => cancel_with_add_ons(&mut after, subscription),
        Action::ChangeLicenses { to } => {
            if let Some(record) = after.subscription_mut(subscription) {
                record.quantity = to;
            }
        }
        Action::Reactivate => {
            if let Some(record) = after.subscription_mut(subscription) {
                record.status = Status::Active;
                record.suspended_on = None;
            }
        }
    }
    Ok(after)
}

/// More subscriptions of an offer than one customer may have at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcurrentExcess {
    pub offer: Id,
    pub limit: i64,
    pub held: usize,
}

/// Whether the customer holds more subscriptions of an offer than its limit: it warns, since what exists cannot be forbidden.
#[must_use]
pub fn concurrent_excess(customer: &Customer, offer: &Offer) -> Option<ConcurrentExcess> {
    let limit = offer.concurrent_limit?;
    let of_offer = |record: &&Subscription| record.offer_id.as_ref() == Some(&offer.id) && held(record) == Held::Yes;
    let held = customer.subscriptions.iter().filter(of_offer).count();
    (i64::try_from(held).unwrap_or(i64::MAX) > limit).then(|| ConcurrentExcess { offer: offer.id.clone(), limit, held })
}
