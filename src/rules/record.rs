//! Planning and recording an upgrade: the new subscription, the old one closed and linked, the task list. Only the rules make a plan.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::assess::{Setting, TargetAssessment, Verdict, assess_target};
use super::quantity::{QuantityRefusal, check_licenses};
use crate::model::{Customer, Id, Status, Subscription, Task, TaskId, Upgrade};

/// What a person asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub subscription: Id,
    pub target: Id,
    pub licenses: i64,
    pub comment: String,
}

/// What comes from the world: the time, and an id for the new subscription until Partner Center's own is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub at: DateTime<Utc>,
    pub new_id: Id,
}

/// An upgrade that the rules allow. Its fields are private, so that nothing else can make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    customer: Customer,
    upgrade: Upgrade,
    judged: TargetAssessment,
}

impl Plan {
    /// The customer as they are once the upgrade is recorded, and its record.
    #[must_use]
    pub fn into_parts(self) -> (Customer, Upgrade) {
        (self.customer, self.upgrade)
    }

    #[must_use]
    pub const fn upgrade(&self) -> &Upgrade {
        &self.upgrade
    }

    /// What every condition of the rule set came to.
    #[must_use]
    pub const fn judged(&self) -> &TargetAssessment {
        &self.judged
    }
}

/// Why an upgrade is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanRefusal {
    NoSuchSubscription {
        subscription: Id,
    },
    /// The subscription's offer is not recorded.
    NoOffer {
        subscription: Id,
    },
    /// At least one condition fails or is not known.
    Conditions(Box<TargetAssessment>),
    Quantity(QuantityRefusal),
    /// The made-up id is already taken; another one will do.
    IdTaken {
        id: Id,
    },
}

/// Asks the rules and plans the upgrade.
///
/// # Errors
/// The reason against it; nothing is changed either way.
pub fn plan(setting: Setting<'_>, customer: &Customer, wish: &Wish, stamp: &Stamp) -> Result<Plan, PlanRefusal> {
    let subscription = &wish.subscription;
    let source = customer
        .subscription(subscription)
        .ok_or_else(|| PlanRefusal::NoSuchSubscription { subscription: subscription.clone() })?;
    let judged = assess_target(setting, customer, source, &wish.target);
    if judged.verdict != Verdict::Eligible {
        return Err(PlanRefusal::Conditions(Box::new(judged)));
    }
    let from_offer =
        source.offer_id.clone().ok_or_else(|| PlanRefusal::NoOffer { subscription: subscription.clone() })?;
    // The rule set passes a target only where the catalogue has a path to it, and validation sees that paths name offers.
    let target = setting.offers.find(&wish.target);
    check_licenses(target.map(|offer| &**offer), source.assigned, wish.licenses).map_err(PlanRefusal::Quantity)?;
    if customer.subscription(&stamp.new_id).is_some() {
        return Err(PlanRefusal::IdTaken { id: stamp.new_id.clone() });
    }
    let upgrade = Upgrade {
        customer: customer.id.clone(),
        source: source.id.clone(),
        target: stamp.new_id.clone(),
        provisional: true,
        from_offer,
        // The catalogue's own spelling, whatever case the wish was typed in.
        to_offer: target.map_or_else(|| wish.target.clone(), |offer| offer.id.clone()),
        licenses: wish.licenses,
        at: stamp.at,
        comment: wish.comment.clone(),
        rules: setting.rules.id.to_owned(),
        tasks: TaskId::ALL.into_iter().map(|id| Task { id, done: false }).collect(),
    };
    let offer_name = target.map_or("", |offer| &offer.name);
    Ok(Plan { customer: after(customer, &upgrade, offer_name), upgrade, judged })
}

/// The customer with the source closed and linked, and the new subscription right behind it.
fn after(customer: &Customer, upgrade: &Upgrade, offer_name: &str) -> Customer {
    let mut after = customer.clone();
    let Some(at) = after.subscriptions.iter().position(|record| record.id == upgrade.source) else { return after };
    if let Some(source) = after.subscriptions.get_mut(at) {
        let mut new = Subscription::new(upgrade.target.clone(), upgrade.licenses);
        new.offer_id = Some(upgrade.to_offer.clone());
        new.offer_name = Arc::from(offer_name);
        new.friendly_name = source.friendly_name.clone();
        new.status = Status::Active;
        new.billing_cycle = source.billing_cycle.clone();
        new.channel = source.channel.clone();
        new.auto_renew = source.auto_renew;
        new.created = Some(upgrade.at.date_naive());
        source.status = Status::Deleted;
        source.upgraded_to = Some(upgrade.target.clone());
        after.subscriptions.insert(at + 1, new);
    }
    after
}

/// Why an id cannot stand for the recorded upgrade's new subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RealIdRefusal {
    Empty,
    /// The upgrade has Partner Center's own id already.
    NotProvisional,
    /// Another subscription of the customer has this id.
    Taken {
        id: Id,
    },
}

/// Puts Partner Center's own id in the place of the made-up one, everywhere, and ticks the task.
///
/// # Errors
/// The reason against it; nothing is changed then.
pub fn with_real_id(customer: &Customer, upgrade: &Upgrade, real: &Id) -> Result<(Customer, Upgrade), RealIdRefusal> {
    if real.as_str().trim().is_empty() {
        return Err(RealIdRefusal::Empty);
    }
    if !upgrade.provisional {
        return Err(RealIdRefusal::NotProvisional);
    }
    // The form may have given the record its real id before; then only the mark is missing.
    if *real != upgrade.target && customer.subscription(real).is_some() {
        return Err(RealIdRefusal::Taken { id: real.clone() });
    }
    let (mut customer, mut entered) = (customer.clone(), upgrade.clone());
    customer.rename_subscription(&upgrade.target, real);
    entered.enter_real_id(real);
    Ok((customer, entered))
}

/// A later upgrade that starts from the subscription which `entered` made, under Partner Center's own id for it.
///
/// `entered` is as it was before its real id was known. `None` where the other upgrade starts elsewhere.
#[must_use]
pub fn with_real_source(later: &Upgrade, entered: &Upgrade, real: &Id) -> Option<Upgrade> {
    let starts_there = later.customer == entered.customer && later.source == entered.target;
    starts_there.then(|| Upgrade { source: real.clone(), ..later.clone() })
}
