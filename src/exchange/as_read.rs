//! What a table says and nobody could make sense of, so that it stands as it was read: counted, to be told before it is taken in.

use std::collections::BTreeMap;

use super::incoming::Note;
use super::merge::Field;
use crate::model::{BillingCycle, Status, Subscription};

/// The most different words that are told one by one: a faulty file can have another in each row.
const MOST: usize = 1_000;

#[derive(Debug, Default)]
pub(super) struct AsRead(BTreeMap<(Field, String), usize>);

impl AsRead {
    /// Looks at what was made of a row.
    pub fn take(&mut self, subscription: &Subscription) {
        if let Status::Other(word) = &subscription.status {
            self.count(Field::Status, word);
        }
        if let BillingCycle::Other(word) = &subscription.billing_cycle {
            self.count(Field::BillingCycle, word);
        }
        if subscription.offer_id.is_none() && !subscription.offer_name.trim().is_empty() {
            self.count(Field::OfferName, &subscription.offer_name);
        }
    }

    fn count(&mut self, field: Field, word: &str) {
        let key = (field, word.to_owned());
        if self.0.len() < MOST || self.0.contains_key(&key) {
            *self.0.entry(key).or_default() += 1;
        }
    }

    pub fn notes(self) -> impl Iterator<Item = Note> {
        self.0.into_iter().map(|((field, word), times)| {
            if field == Field::OfferName {
                Note::OfferNotFound { name: word, times }
            } else {
                Note::AsRead { field, word, times }
            }
        })
    }
}
