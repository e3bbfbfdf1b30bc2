//! What would help, as a person reads it, and the text to copy for whoever has to do it.

use super::Naming;
use crate::model::{Channel, Id};
use crate::rules::{AddInstead, ConditionId, Remedy};

impl Naming<'_> {
    #[must_use]
    pub fn remedy(&self, remedy: &Remedy) -> String {
        let words = self.words;
        match remedy {
            Remedy::Reactivate { .. } => words.say("remedy-reactivate").to_owned(),
            Remedy::AskForDelegatedAdmin { .. } => words.say("remedy-ask-delegated-admin").to_owned(),
            Remedy::CancelSubscription { subscription, channel } => {
                let record = self.record(subscription);
                match channel {
                    Channel::ThisPartner => words.with("remedy-cancel-yours", &[("record", record.into())]),
                    Channel::OtherReseller(name) if !name.is_empty() => words.with(
                        "remedy-cancel-elsewhere",
                        &[("record", record.into()), ("channel", name.as_str().into())],
                    ),
                    Channel::OtherReseller(_) | Channel::Direct | Channel::NotKnown => {
                        words.with("remedy-cancel-where-bought", &[("record", record.into())])
                    }
                }
            }
            Remedy::CancelAddOn { subscription } => {
                words.with("remedy-cancel-add-on", &[("record", self.record(subscription).into())])
            }
            Remedy::SettleAccount => words.say("remedy-settle-account").to_owned(),
            Remedy::SubmitInAnotherRole => words.say("remedy-another-role").to_owned(),
        }
    }

    /// A mail ready to send, where somebody else has to act; `None` where the partner acts alone.
    #[must_use]
    pub fn remedy_mail(&self, remedy: &Remedy, partner: &str) -> Option<String> {
        let words = self.words;
        let customer = self.customer.map_or("", |customer| customer.company_name.as_str());
        let partner = if partner.is_empty() { words.say("mail-your-reseller") } else { partner };
        match remedy {
            Remedy::AskForDelegatedAdmin { .. } => {
                Some(words.with("mail-delegated-admin", &[("customer", customer.into()), ("partner", partner.into())]))
            }
            // What the partner sold, the partner cancels.
            Remedy::CancelSubscription { channel: Channel::ThisPartner, .. } => None,
            Remedy::CancelSubscription { subscription, .. } => Some(words.with(
                "mail-cancel",
                &[
                    ("customer", customer.into()),
                    ("partner", partner.into()),
                    ("record", self.record(subscription).into()),
                    ("id", subscription.as_str().into()),
                ],
            )),
            Remedy::Reactivate { .. }
            | Remedy::CancelAddOn { .. }
            | Remedy::SettleAccount
            | Remedy::SubmitInAnotherRole => None,
        }
    }

    /// What is said where nothing helps.
    #[must_use]
    pub fn closed_by(&self, conditions: &[ConditionId]) -> String {
        let names: Vec<&str> = conditions.iter().map(|condition| self.words.reason(*condition, true)).collect();
        self.words.with("remedy-none", &[("conditions", self.words.list(&names).into())])
    }

    #[must_use]
    pub fn add_instead(&self, instead: &AddInstead, target: &Id) -> String {
        let target = Naming { words: self.words, offers: self.offers, customer: None }.offer_id(target).to_owned();
        self.words.with("instead-add-licenses", &[("licenses", instead.licenses.into()), ("target", target.into())])
    }
}
