//! Partner Center's own answer about a subscription, as the file keeps it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::note::Notes;
use super::rows::Record;
use super::text::{Text, time};
use crate::model;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Answer")]
pub struct Answer<'a> {
    #[serde(borrow)]
    customer: Text<'a>,
    #[serde(borrow)]
    subscription: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    read: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<AnsweredTarget<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "AnsweredTarget")]
struct AnsweredTarget<'a> {
    #[serde(borrow)]
    offer: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    offer_name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    upgrade_type: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    eligible: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quantity: Option<i64>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    errors: Vec<AnsweredError<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "AnsweredError")]
struct AnsweredError<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<i64>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    description: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    details: Text<'a>,
}

impl<'a> Record<'a> for Answer<'a> {
    type Model = Arc<model::Answer>;
    const LIST: &'static str = "answers";

    fn write(answer: &'a Arc<model::Answer>) -> Self {
        let model::Answer { customer, subscription, read, targets } = &**answer;
        Self {
            customer: customer.into(),
            subscription: subscription.into(),
            read: read.map(Text::from),
            targets: targets.iter().map(AnsweredTarget::write).collect(),
        }
    }

    fn read(self, notes: &mut Notes) -> Arc<model::Answer> {
        Arc::new(model::Answer {
            customer: self.customer.as_id(),
            subscription: self.subscription.as_id(),
            read: self.read.map(|read| time(read, "read", notes)),
            targets: self.targets.into_iter().map(AnsweredTarget::read).collect(),
        })
    }
}

impl<'a> AnsweredTarget<'a> {
    fn write(target: &'a model::AnsweredTarget) -> Self {
        let model::AnsweredTarget { offer, offer_name, upgrade_type, eligible, quantity, errors } = target;
        Self {
            offer: offer.into(),
            offer_name: offer_name.into(),
            upgrade_type: upgrade_type.into(),
            eligible: *eligible,
            quantity: *quantity,
            errors: errors.iter().map(AnsweredError::write).collect(),
        }
    }

    fn read(self) -> model::AnsweredTarget {
        model::AnsweredTarget {
            offer: self.offer.as_id(),
            offer_name: self.offer_name.into_string(),
            upgrade_type: self.upgrade_type.into_string(),
            eligible: self.eligible,
            quantity: self.quantity,
            errors: self.errors.into_iter().map(AnsweredError::read).collect(),
        }
    }
}

impl<'a> AnsweredError<'a> {
    fn write(error: &'a model::AnsweredError) -> Self {
        let model::AnsweredError { code, name, description, details } = error;
        Self { code: *code, name: name.into(), description: description.into(), details: details.into() }
    }

    fn read(self) -> model::AnsweredError {
        model::AnsweredError {
            code: self.code,
            name: self.name.into_string(),
            description: self.description.into_string(),
            details: self.details.into_string(),
        }
    }
}
