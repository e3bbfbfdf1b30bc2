//! One subscription under another id: everything that names it follows. Whether it may be renamed is the rules' and the import's.

use super::{Customer, Id, TaskId, Upgrade};

impl Customer {
    /// Lets every record that names a subscription name it by another id. Its own record keeps its id.
    pub fn rename_links(&mut self, from: &Id, to: &Id) {
        for record in &mut self.subscriptions {
            for link in [record.parent_id.as_mut(), record.upgraded_to.as_mut()].into_iter().flatten() {
                if link == from {
                    *link = to.clone();
                }
            }
        }
    }

    /// Gives a subscription another id, everywhere.
    pub fn rename_subscription(&mut self, from: &Id, to: &Id) {
        for record in self.subscriptions.iter_mut().filter(|record| record.id == *from) {
            record.id = to.clone();
        }
        self.rename_links(from, to);
    }
}

impl Upgrade {
    /// Whether it is a customer's, and starts from a subscription or made it.
    #[must_use]
    pub fn names(&self, customer: &Id, subscription: &Id) -> bool {
        self.customer == *customer && (self.source == *subscription || self.target == *subscription)
    }

    /// Names a subscription of its customer by another id.
    pub fn rename_subscription(&mut self, from: &Id, to: &Id) {
        for id in [&mut self.source, &mut self.target] {
            if id == from {
                *id = to.clone();
            }
        }
    }

    /// Takes Partner Center's own id for what it made, and ticks the task of entering it.
    pub fn enter_real_id(&mut self, real: &Id) {
        self.target = real.clone();
        self.provisional = false;
        for task in &mut self.tasks {
            if task.id == TaskId::EnterSubscriptionId {
                task.done = true;
            }
        }
    }
}
