//! The tasks of a recorded upgrade: what is left to do, and the way there.

use super::{Naming, Words};
use crate::model::{TaskId, Upgrade};

impl Words {
    #[must_use]
    pub fn task(&self, task: TaskId) -> &str {
        self.say(match task {
            TaskId::SubmitInPartnerCenter => "task-submit",
            TaskId::EnterSubscriptionId => "task-enter-id",
            TaskId::ReassignLicenses => "task-reassign",
            TaskId::CheckOldSubscription => "task-check-old",
            TaskId::CancelLeftovers => "task-cancel-leftovers",
            TaskId::TellCustomer => "task-tell-customer",
        })
    }
}

impl Naming<'_> {
    /// The way there.
    #[must_use]
    pub fn task_help(&self, task: TaskId, upgrade: &Upgrade) -> String {
        let words = self.words;
        let naming = Naming { words, offers: self.offers, customer: None };
        let customer = self.customer.map_or(upgrade.customer.as_str(), |customer| customer.company_name.as_str());
        match task {
            TaskId::SubmitInPartnerCenter => words.with(
                "task-help-submit",
                &[
                    ("customer", customer.into()),
                    ("source", upgrade.source.as_str().into()),
                    ("offer", naming.offer_id(&upgrade.to_offer).into()),
                    ("licenses", upgrade.licenses.into()),
                ],
            ),
            TaskId::EnterSubscriptionId => words.say("task-help-enter-id").to_owned(),
            TaskId::ReassignLicenses => words.with(
                "task-help-reassign",
                &[("offer", naming.offer_id(&upgrade.to_offer).into())],
            ),
            TaskId::CheckOldSubscription => {
                words.with("task-help-check-old", &[("source", upgrade.source.as_str().into())])
            }
            TaskId::CancelLeftovers => words.say("task-help-cancel-leftovers").to_owned(),
            TaskId::TellCustomer => words.with("task-help-tell-customer", &[("customer", customer.into())]),
        }
    }
}
