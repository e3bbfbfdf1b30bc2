//! A customer with all of their subscriptions, and the customers of a portfolio in the file's order.

use std::sync::Arc;

use super::{ById, Family, Hashing, Id, Subscription};

/// For which services the customer granted delegated administrative privileges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DelegatedAdmin {
    All,
    NotGranted,
    NotKnown,
    /// An empty list is no privileges.
    Families(Vec<Family>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The Microsoft ID.
    pub id: Id,
    pub company_name: String,
    pub domain: Option<String>,
    /// As read; it decides nothing.
    pub relationship: Option<String>,
    pub delegated_admin: DelegatedAdmin,
    pub tags: Vec<String>,
    /// Empty where there are none.
    pub notes: String,
    pub subscriptions: Vec<Subscription>,
}

impl Customer {
    /// A customer of whom nothing is known but id and name.
    #[must_use]
    pub fn new(id: Id, company_name: String) -> Self {
        Self {
            id,
            company_name,
            domain: None,
            relationship: None,
            delegated_admin: DelegatedAdmin::NotKnown,
            tags: Vec::new(),
            notes: String::new(),
            subscriptions: Vec::new(),
        }
    }

    #[must_use]
    pub fn subscription(&self, id: &Id) -> Option<&Subscription> {
        self.subscriptions.iter().find(|subscription| subscription.id == *id)
    }

    pub fn subscription_mut(&mut self, id: &Id) -> Option<&mut Subscription> {
        self.subscriptions.iter_mut().find(|subscription| subscription.id == *id)
    }

    /// The add-ons of a subscription: those that name it as their parent.
    pub fn add_ons<'a>(&'a self, base: &'a Id) -> impl Iterator<Item = &'a Subscription> {
        self.subscriptions.iter().filter(move |subscription| subscription.parent_id.as_ref() == Some(base))
    }
}

/// The customers in the file's order, found by id. Where a file holds an id twice, the first is found.
///
/// A copy costs nothing, however many there are: it shares the lists until one of the two is changed.
#[derive(Clone, Debug, Default)]
pub struct Customers {
    list: Arc<Vec<Arc<Customer>>>,
    positions: Arc<ById<usize>>,
}

impl Customers {
    #[must_use]
    pub fn new(list: Vec<Arc<Customer>>) -> Self {
        let mut customers = Self { list: Arc::new(list), positions: Arc::default() };
        customers.index();
        customers
    }

    fn index(&mut self) {
        let mut positions = ById::with_capacity_and_hasher(self.list.len(), Hashing::default());
        for (at, customer) in self.list.iter().enumerate() {
            positions.entry(customer.id.clone()).or_insert(at);
        }
        self.positions = Arc::new(positions);
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Arc<Customer>] {
        &self.list
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether some id stands in the list more than once.
    #[must_use]
    pub fn has_duplicates(&self) -> bool {
        self.positions.len() < self.list.len()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Arc<Customer>> {
        self.list.iter()
    }

    #[must_use]
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.positions.get(id).copied()
    }

    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Arc<Customer>> {
        self.position(id).and_then(|at| self.list.get(at))
    }

    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Arc<Customer>> {
        self.list.get(position)
    }

    /// Puts a customer in at a position; past the end means at the end.
    pub fn insert(&mut self, position: usize, customer: Arc<Customer>) {
        let list = Arc::make_mut(&mut self.list);
        if position >= list.len() {
            Arc::make_mut(&mut self.positions).entry(customer.id.clone()).or_insert(list.len());
            list.push(customer);
        } else {
            list.insert(position, customer);
            self.index();
        }
    }

    /// Takes out the customer at a position.
    pub fn remove(&mut self, position: usize) -> Option<Arc<Customer>> {
        if position >= self.list.len() {
            return None;
        }
        let customer = Arc::make_mut(&mut self.list).remove(position);
        if position < self.list.len() {
            self.index();
        } else if self.position(&customer.id) == Some(position) {
            // Nobody else has moved, so that a long import is taken back without finding everybody anew for each.
            Arc::make_mut(&mut self.positions).remove(&customer.id);
        }
        Some(customer)
    }

    /// Puts another record in the place of the one at a position, and gives back the old one.
    pub fn replace(&mut self, position: usize, customer: Arc<Customer>) -> Option<Arc<Customer>> {
        let slot = Arc::make_mut(&mut self.list).get_mut(position)?;
        let same_id = slot.id == customer.id;
        let old = std::mem::replace(slot, customer);
        if !same_id {
            self.index();
        }
        Some(old)
    }
}

impl PartialEq for Customers {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for Customers {}

impl<'a> IntoIterator for &'a Customers {
    type Item = &'a Arc<Customer>;
    type IntoIter = std::slice::Iter<'a, Arc<Customer>>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl FromIterator<Customer> for Customers {
    fn from_iter<T: IntoIterator<Item = Customer>>(iter: T) -> Self {
        Self::new(iter.into_iter().map(Arc::new).collect())
    }
}
