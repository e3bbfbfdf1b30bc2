//! What the portfolio holds and a file does not, where the file lists all of its kind. It is told; nothing becomes of it.

use std::collections::{HashMap, HashSet};

use super::Planning;
use super::parts::{CustomerParts, Place};
use super::rows::{CustomerPlan, RecordPlan, Standing};
use crate::model::{Channel, Customer, Id, Portfolio, Status, Subscription};

/// Adds the rows behind those of the file.
pub fn add(
    planning: &Planning<'_>,
    incoming: &Portfolio,
    rows: &mut Vec<CustomerPlan>,
    parts: &mut Vec<CustomerParts>,
) {
    let exact = planning.manner.exact;
    if exact || planning.lists.subscriptions {
        subscriptions(planning, incoming, rows, parts);
    }
    if exact || planning.lists.customers {
        for customer in &planning.current.customers {
            if incoming.customers.get(&customer.id).is_none() {
                // Compared, what a customer held is gone with them.
                let held = if exact { customer.subscriptions.as_slice() } else { &[] };
                let held: Vec<_> = held.iter().map(|record| RecordPlan::of(record, Standing::NotInFile)).collect();
                let places = vec![Place::Out; held.len()];
                rows.push(CustomerPlan {
                    id: customer.id.clone(),
                    company_name: customer.company_name.clone(),
                    standing: Standing::NotInFile,
                    subscriptions: held,
                    filled: Vec::new(),
                    remarks: Vec::new(),
                });
                parts.push(CustomerParts { subscriptions: places, ..CustomerParts::default() });
            }
        }
    }
}

fn subscriptions(
    planning: &Planning<'_>,
    incoming: &Portfolio,
    rows: &mut [CustomerPlan],
    parts: &mut [CustomerParts],
) {
    let records = incoming.customers.iter().flat_map(|customer| &customer.subscriptions);
    let listed: HashSet<&Id> = records.map(|record| &record.id).collect();
    let mut made_up: HashMap<&Id, HashSet<&Id>> = HashMap::new();
    for upgrade in planning.current.upgrades.iter().filter(|upgrade| upgrade.provisional) {
        made_up.entry(&upgrade.customer).or_default().insert(&upgrade.target);
    }
    // [ours] A file is not expected to list what is closed, what others sold, or an id that we made up.
    let is_expected = |customer: &Customer, record: &Subscription| {
        let is_open = !matches!(record.status, Status::Deleted | Status::Expired);
        let is_made_up = made_up.get(&customer.id).is_some_and(|ids| ids.contains(&record.id));
        is_open && record.channel == Channel::ThisPartner && !is_made_up
    };
    for (row, part) in rows.iter_mut().zip(parts) {
        let Some((position, _)) = part.old else { continue };
        let Some(customer) = planning.current.customers.at(position) else { continue };
        for record in customer.subscriptions.iter().filter(|record| !listed.contains(&record.id)) {
            if planning.manner.exact || is_expected(customer, record) {
                row.subscriptions.push(RecordPlan::of(record, Standing::NotInFile));
                part.subscriptions.push(Place::Out);
            }
        }
    }
}
