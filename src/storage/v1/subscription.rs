//! A subscription of the file. One line of it.

use serde::{Deserialize, Serialize};

use super::note::Notes;
use super::rows::Record;
use super::text::{Text, day};
use super::variant::Variant;
use crate::model::{self, BillingCycle, Channel, Status};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Subscription")]
pub struct Subscription<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    offer_id: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    offer_name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    friendly_name: Text<'a>,
    quantity: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assigned: Option<i64>,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    status: Variant<Status>,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    billing_cycle: Variant<BillingCycle>,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    channel: Variant<Channel>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    created: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    commitment_end: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    auto_renew: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trial: Option<bool>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    parent_id: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    suspended_on: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    upgraded_to: Option<Text<'a>>,
}

impl<'a> Record<'a> for Subscription<'a> {
    type Model = model::Subscription;
    const LIST: &'static str = "subscriptions";

    fn write(subscription: &'a model::Subscription) -> Self {
        let model::Subscription {
            id,
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
        } = subscription;
        Self {
            id: id.into(),
            offer_id: offer_id.as_ref().map(Text::from),
            offer_name: (&**offer_name).into(),
            friendly_name: friendly_name.into(),
            quantity: *quantity,
            assigned: *assigned,
            status: Variant::Known(status.clone()),
            billing_cycle: Variant::Known(billing_cycle.clone()),
            channel: Variant::Known(channel.clone()),
            created: created.map(Text::from),
            commitment_end: commitment_end.map(Text::from),
            auto_renew: *auto_renew,
            trial: *trial,
            parent_id: parent_id.as_ref().map(Text::from),
            suspended_on: suspended_on.map(Text::from),
            upgraded_to: upgraded_to.as_ref().map(Text::from),
        }
    }

    fn read(self, notes: &mut Notes) -> model::Subscription {
        model::Subscription {
            id: self.id.as_id(),
            offer_id: self.offer_id.as_ref().map(Text::as_id),
            offer_name: self.offer_name.0.into(),
            friendly_name: self.friendly_name.into_string(),
            quantity: self.quantity,
            assigned: self.assigned,
            status: self.status.take("status", notes),
            billing_cycle: self.billing_cycle.take("billing_cycle", notes),
            channel: self.channel.take("channel", notes),
            created: day(self.created, "created", notes),
            commitment_end: day(self.commitment_end, "commitment_end", notes),
            auto_renew: self.auto_renew,
            trial: self.trial,
            parent_id: self.parent_id.as_ref().map(Text::as_id),
            suspended_on: day(self.suspended_on, "suspended_on", notes),
            upgraded_to: self.upgraded_to.as_ref().map(Text::as_id),
        }
    }
}
