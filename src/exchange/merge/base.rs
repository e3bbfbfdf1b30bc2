//! What the last import of the same source brought, so that what was changed here since can be told from what the file changed. Where it is kept is the shell's.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::incoming::Supplied;
use super::MergePlan;
use super::parts::{CustomerParts, OfferParts};
use super::rows::{CustomerPlan, RecordPlan, Standing};
use super::selection::{RowKey, Selection};
use crate::model::{Customer, Customers, Id, Offer, Portfolio, Subscription};

/// What the last import of the same source brought: customers, their subscriptions, and offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    pub portfolio: Portfolio,
    pub supplied: Supplied,
}

impl MergePlan {
    /// What the next import of the same source is held against, once what is taken of this one is carried out.
    ///
    /// A row that is left out stays what it was before, so that the file's values are offered again the next time. What
    /// the file does not hold stays too: it is still what this source said of it last.
    #[must_use]
    pub fn next_base(&self, previous: Option<&Base>, selection: &Selection) -> Base {
        // Other columns than the last time: what is missing among the old values would read as said.
        let previous = previous.filter(|base| base.supplied == self.parts.supplied).map(|base| &base.portfolio);
        let mut portfolio = Portfolio::new(self.parts.portfolio);
        let mut met: HashSet<&Id> = HashSet::new();
        let mut customers: Vec<Arc<Customer>> = Vec::new();
        for (at, (row, part)) in self.customers.iter().zip(&self.parts.customers).enumerate() {
            let known = previous.and_then(|base| base.customers.get(&row.id));
            if let Some(customer) = self.customer_base(at, (row, part), known, selection) {
                met.insert(&row.id);
                customers.push(customer);
            }
        }
        let rest = previous.into_iter().flat_map(|base| &base.customers);
        customers.extend(rest.filter(|known| !met.contains(&known.id)).map(Arc::clone));
        portfolio.customers = Customers::new(customers);
        portfolio.offers = self.offer_bases(previous, selection);
        Base { portfolio, supplied: self.parts.supplied.clone() }
    }

    /// `None` where nothing is taken of a customer: what was known stays.
    fn customer_base(
        &self,
        at: usize,
        (row, part): (&CustomerPlan, &CustomerParts),
        known: Option<&Arc<Customer>>,
        selection: &Selection,
    ) -> Option<Arc<Customer>> {
        let incoming = part.incoming.as_ref().filter(|_| !matches!(row.standing, Standing::LeftOut(_)))?;
        let is_taken = self.is_taken(RowKey::Customer(at), selection);
        let of_file = |of: usize, row: &RecordPlan| {
            !matches!(row.standing, Standing::LeftOut(_) | Standing::NotInFile)
                && self.is_taken(RowKey::Subscription(at, of), selection)
        };
        let is_whole = row.subscriptions.iter().enumerate().all(|(of, row)| of_file(of, row));
        if is_taken && is_whole && known.is_none() {
            return Some(Arc::clone(incoming));
        }
        // Held against the record as it is here, the file's values are what changed.
        let own = if is_taken { Some(incoming) } else { known.or(part.old.as_ref().map(|(_, old)| old)) };
        let mut base = Customer { subscriptions: Vec::new(), ..Customer::clone(own?) };
        let mut before: HashMap<&Id, &Subscription> = HashMap::new();
        for record in known.iter().flat_map(|known| &known.subscriptions) {
            before.entry(&record.id).or_insert(record);
        }
        for (of, row) in row.subscriptions.iter().enumerate() {
            if of_file(of, row)
                && let Some(brought) = incoming.subscriptions.get(of)
            {
                before.remove(&brought.id);
                base.subscriptions.push(brought.clone());
            }
        }
        let rest = known.iter().flat_map(|known| &known.subscriptions);
        base.subscriptions.extend(rest.filter(|record| before.contains_key(&record.id)).cloned());
        Some(Arc::new(base))
    }

    fn offer_bases(&self, previous: Option<&Portfolio>, selection: &Selection) -> Vec<Arc<Offer>> {
        let taken = |(at, (row, part)): (usize, (&RecordPlan, &OfferParts))| {
            let counts = !matches!(row.standing, Standing::LeftOut(_)) && self.is_taken(RowKey::Offer(at), selection);
            part.incoming.as_ref().filter(|_| counts).map(Arc::clone)
        };
        let rows = self.offers.iter().zip(&self.parts.offers);
        let mut offers: Vec<Arc<Offer>> = rows.enumerate().filter_map(taken).collect();
        let met: HashSet<Id> = offers.iter().map(|offer| offer.id.clone()).collect();
        let rest = previous.into_iter().flat_map(|base| &base.offers);
        offers.extend(rest.filter(|known| !met.contains(&known.id)).map(Arc::clone));
        offers
    }
}
