//! Subscriptions of which a file does not say whose they are: placed where exactly one customer has them. Merging them then is the others'.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::rows::{Reason, RecordPlan, Standing};
use crate::model::{Customer, Id, Portfolio, Subscription};

/// Puts each subscription with its customer in `incoming`, and gives back those that have none.
pub fn place(current: &Portfolio, incoming: &mut Portfolio, unplaced: &[Subscription]) -> Vec<RecordPlan> {
    if unplaced.is_empty() {
        return Vec::new();
    }
    // `None`: more than one customer has it.
    let mut owners: HashMap<&Id, Option<usize>> = HashMap::new();
    for (at, customer) in current.customers.iter().enumerate() {
        for record in &customer.subscriptions {
            let owner = owners.entry(&record.id).or_insert(Some(at));
            *owner = owner.filter(|owner| *owner == at);
        }
    }
    let mut left = Vec::new();
    let mut placed: BTreeMap<usize, Vec<Subscription>> = BTreeMap::new();
    for record in unplaced {
        match owners.get(&record.id).copied().flatten() {
            Some(owner) => placed.entry(owner).or_default().push(record.clone()),
            None => left.push(RecordPlan::of(record, Standing::LeftOut(Reason::NoCustomer))),
        }
    }
    for (owner, records) in placed {
        let Some(owner) = current.customers.at(owner) else { continue };
        let position = incoming.customers.position(&owner.id);
        let present = position.and_then(|at| incoming.customers.at(at)).map(|customer| Customer::clone(customer));
        // A customer that the file does not hold says nothing but its subscriptions.
        let mut customer = present.unwrap_or_else(|| Customer::new(owner.id.clone(), owner.company_name.clone()));
        customer.subscriptions.extend(records);
        match position {
            Some(at) => {
                incoming.customers.replace(at, Arc::new(customer));
            }
            None => incoming.customers.insert(usize::MAX, Arc::new(customer)),
        }
    }
    left
}
