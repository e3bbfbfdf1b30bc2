//! Whether a record counts as something the customer has. Its status alone decides; who sold it and what it is do not.

use crate::model::{Status, Subscription};

/// Three-valued, since a status can be unset or a word that nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Yes,
    No,
    NotKnown,
}

/// A suspended subscription still counts: it has to be cancelled first. Our reading; no source decides.
#[must_use]
pub fn held(subscription: &Subscription) -> Held {
    match subscription.status {
        Status::Active | Status::Suspended | Status::Pending | Status::Disabled => Held::Yes,
        Status::Deleted | Status::Expired => Held::No,
        Status::Unset | Status::Other(_) => Held::NotKnown,
    }
}

/// Whether an upgrade closed it, so that nothing is in its way and nothing is to be done about it. One that counts as
/// something the customer has is not closed, whatever it says it became.
#[must_use]
pub fn is_upgraded(subscription: &Subscription) -> bool {
    subscription.upgraded_to.is_some() && held(subscription) == Held::No
}
