//! What a person did, as the journal's lines name it. What became of the records is `change`'s.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::model;

/// A variant that is not known is refused by serde, and with it the line: a deed without a name cannot be shown or undone.
#[derive(Debug, Serialize, Deserialize)]
pub enum Deed<'a> {
    AddCustomer {
        #[serde(borrow)]
        customer: Text<'a>,
    },
    EditCustomer {
        #[serde(borrow)]
        customer: Text<'a>,
    },
    DeleteCustomer {
        #[serde(borrow)]
        customer: Text<'a>,
    },
    AddSubscription {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    EditSubscription {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    DeleteSubscription {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    ChangeLicenses {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    Suspend {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    Reactivate {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    Cancel {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    Upgrade {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
        #[serde(borrow)]
        to: Text<'a>,
    },
    EnterSubscriptionId {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    TickTask {
        #[serde(borrow)]
        customer: Text<'a>,
        #[serde(borrow)]
        subscription: Text<'a>,
    },
    EditTags {
        customers: u64,
    },
    EditDelegatedAdmin {
        customers: u64,
    },
    EditCustomers {
        customers: u64,
    },
    EditChannel {
        subscriptions: u64,
    },
    EditPartner,
    SwitchRules,
    EditOffer {
        #[serde(borrow)]
        offer: Text<'a>,
    },
    RestoreOffer {
        #[serde(borrow)]
        offer: Text<'a>,
    },
    Import {
        #[serde(borrow)]
        files: Vec<Text<'a>>,
    },
    TakeBackRecovered {
        changes: u64,
    },
}

/// A count as the file has it, whatever the machine's own numbers are.
fn written(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn read(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

impl<'a> Deed<'a> {
    pub fn write(deed: &'a model::Deed) -> Self {
        use model::Deed as From;
        match deed {
            From::AddCustomer { customer } => Self::AddCustomer { customer: customer.into() },
            From::EditCustomer { customer } => Self::EditCustomer { customer: customer.into() },
            From::DeleteCustomer { customer } => Self::DeleteCustomer { customer: customer.into() },
            From::AddSubscription { customer, subscription } => {
                Self::AddSubscription { customer: customer.into(), subscription: subscription.into() }
            }
            From::EditSubscription { customer, subscription } => {
                Self::EditSubscription { customer: customer.into(), subscription: subscription.into() }
            }
            From::DeleteSubscription { customer, subscription } => {
                Self::DeleteSubscription { customer: customer.into(), subscription: subscription.into() }
            }
            From::ChangeLicenses { customer, subscription } => {
                Self::ChangeLicenses { customer: customer.into(), subscription: subscription.into() }
            }
            From::Suspend { customer, subscription } => {
                Self::Suspend { customer: customer.into(), subscription: subscription.into() }
            }
            From::Reactivate { customer, subscription } => {
                Self::Reactivate { customer: customer.into(), subscription: subscription.into() }
            }
            From::Cancel { customer, subscription } => {
                Self::Cancel { customer: customer.into(), subscription: subscription.into() }
            }
            From::Upgrade { customer, subscription, to } => {
                Self::Upgrade { customer: customer.into(), subscription: subscription.into(), to: to.into() }
            }
            From::EnterSubscriptionId { customer, subscription } => {
                Self::EnterSubscriptionId { customer: customer.into(), subscription: subscription.into() }
            }
            From::TickTask { customer, subscription } => {
                Self::TickTask { customer: customer.into(), subscription: subscription.into() }
            }
            From::EditTags { customers } => Self::EditTags { customers: written(*customers) },
            From::EditDelegatedAdmin { customers } => Self::EditDelegatedAdmin { customers: written(*customers) },
            From::EditCustomers { customers } => Self::EditCustomers { customers: written(*customers) },
            From::EditChannel { subscriptions } => Self::EditChannel { subscriptions: written(*subscriptions) },
            From::EditPartner => Self::EditPartner,
            From::SwitchRules => Self::SwitchRules,
            From::EditOffer { offer } => Self::EditOffer { offer: offer.into() },
            From::RestoreOffer { offer } => Self::RestoreOffer { offer: offer.into() },
            From::TakeBackRecovered { changes } => Self::TakeBackRecovered { changes: written(*changes) },
            From::Import { files } => Self::Import { files: files.iter().map(Text::from).collect() },
        }
    }

    pub fn read(self) -> model::Deed {
        use model::Deed as Into;
        let id = |text: Text<'a>| text.as_id();
        match self {
            Self::AddCustomer { customer } => Into::AddCustomer { customer: id(customer) },
            Self::EditCustomer { customer } => Into::EditCustomer { customer: id(customer) },
            Self::DeleteCustomer { customer } => Into::DeleteCustomer { customer: id(customer) },
            Self::AddSubscription { customer, subscription } => {
                Into::AddSubscription { customer: id(customer), subscription: id(subscription) }
            }
            Self::EditSubscription { customer, subscription } => {
                Into::EditSubscription { customer: id(customer), subscription: id(subscription) }
            }
            Self::DeleteSubscription { customer, subscription } => {
                Into::DeleteSubscription { customer: id(customer), subscription: id(subscription) }
            }
            Self::ChangeLicenses { customer, subscription } => {
                Into::ChangeLicenses { customer: id(customer), subscription: id(subscription) }
            }
            Self::Suspend { customer, subscription } => {
                Into::Suspend { customer: id(customer), subscription: id(subscription) }
            }
            Self::Reactivate { customer, subscription } => {
                Into::Reactivate { customer: id(customer), subscription: id(subscription) }
            }
            Self::Cancel { customer, subscription } => {
                Into::Cancel { customer: id(customer), subscription: id(subscription) }
            }
            Self::Upgrade { customer, subscription, to } => {
                Into::Upgrade { customer: id(customer), subscription: id(subscription), to: id(to) }
            }
            Self::EnterSubscriptionId { customer, subscription } => {
                Into::EnterSubscriptionId { customer: id(customer), subscription: id(subscription) }
            }
            Self::TickTask { customer, subscription } => {
                Into::TickTask { customer: id(customer), subscription: id(subscription) }
            }
            Self::EditTags { customers } => Into::EditTags { customers: read(customers) },
            Self::EditDelegatedAdmin { customers } => Into::EditDelegatedAdmin { customers: read(customers) },
            Self::EditCustomers { customers } => Into::EditCustomers { customers: read(customers) },
            Self::EditChannel { subscriptions } => Into::EditChannel { subscriptions: read(subscriptions) },
            Self::EditPartner => Into::EditPartner,
            Self::SwitchRules => Into::SwitchRules,
            Self::EditOffer { offer } => Into::EditOffer { offer: id(offer) },
            Self::RestoreOffer { offer } => Into::RestoreOffer { offer: id(offer) },
            Self::TakeBackRecovered { changes } => Into::TakeBackRecovered { changes: read(changes) },
            Self::Import { files } => Into::Import { files: files.into_iter().map(Text::into_string).collect() },
        }
    }
}
