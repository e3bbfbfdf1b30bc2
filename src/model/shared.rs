//! Texts that many records of a file have in common, held together: a portfolio knows a hundred offers, and names each ten thousand times.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Customer, Hashing, Id};

/// The texts that were met so far.
#[derive(Debug, Default)]
pub struct Shared(HashSet<Arc<str>, Hashing>);

impl Shared {
    /// Has a customer's subscriptions hold the offers' ids and names together with those that came before. What is written
    /// stays the same to the letter.
    #[must_use]
    pub fn with(&mut self, mut customer: Arc<Customer>) -> Arc<Customer> {
        for subscription in &mut Arc::make_mut(&mut customer).subscriptions {
            self.share(&mut subscription.offer_name);
            if let Some(Id(text)) = &mut subscription.offer_id {
                self.share(text);
            }
        }
        customer
    }

    fn share(&mut self, text: &mut Arc<str>) {
        match self.0.get(&**text) {
            Some(known) => *text = Arc::clone(known),
            None => drop(self.0.insert(Arc::clone(text))),
        }
    }
}
