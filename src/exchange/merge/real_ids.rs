//! One subscription under two ids: a made-up one in the one portfolio, Partner Center's own in the other. Which records that are; merging them is the others'.

use std::sync::Arc;

use crate::model::{Customer, Edit, Id, Portfolio, Upgrade};

/// Both portfolios with one id for each subscription that a recorded upgrade made, Partner Center's own where either knows it.
pub fn aligned(current: &Portfolio, incoming: &Portfolio) -> (Portfolio, Portfolio) {
    let (mut current, mut incoming) = (current.clone(), incoming.clone());
    for at in 0..incoming.upgrades.len() {
        // Looked up anew each time: an earlier renaming can be what makes a later upgrade the same.
        let Some(theirs) = incoming.upgrades.get(at).map(Arc::clone) else { continue };
        let Some(ours) = current.upgrades.iter().find(|ours| is_same(ours, &theirs)).map(Arc::clone) else { continue };
        if ours.target == theirs.target {
            continue;
        }
        if ours.provisional && !theirs.provisional {
            rename(&mut current, &ours, &theirs.target);
        } else if theirs.provisional {
            rename(&mut incoming, &theirs, &ours.target);
        }
    }
    (current, incoming)
}

fn is_same(ours: &Upgrade, theirs: &Upgrade) -> bool {
    ours.customer == theirs.customer && ours.source == theirs.source && ours.at == theirs.at
}

/// Lets every record name the subscription that an upgrade made by another id, unless that id is taken.
fn rename(portfolio: &mut Portfolio, upgrade: &Upgrade, to: &Id) {
    let from = &upgrade.target;
    let Some(position) = portfolio.customers.position(&upgrade.customer) else { return };
    let Some(customer) = portfolio.customers.at(position) else { return };
    if customer.subscription(to).is_some() {
        return;
    }
    let mut customer = Customer::clone(customer);
    for record in &mut customer.subscriptions {
        for id in [Some(&mut record.id), record.parent_id.as_mut(), record.upgraded_to.as_mut()].into_iter().flatten() {
            if id == from {
                *id = to.clone();
            }
        }
    }
    portfolio.customers.replace(position, Arc::new(customer));
    for slot in &mut portfolio.upgrades {
        if slot.customer == upgrade.customer && (slot.source == *from || slot.target == *from) {
            let mut renamed = Upgrade::clone(slot);
            for id in [&mut renamed.source, &mut renamed.target] {
                if id == from {
                    *id = to.clone();
                }
            }
            *slot = Arc::new(renamed);
        }
    }
}

/// The edits as they are from the portfolio that is there, and those that the renaming alone makes.
pub fn from_the_start(edits: Vec<Edit>, start: &Portfolio, aligned: &Portfolio) -> Vec<Edit> {
    let mut customers: Vec<usize> = differing(start.customers.as_slice(), aligned.customers.as_slice());
    let mut upgrades: Vec<usize> = differing(&start.upgrades, &aligned.upgrades);
    let mut all = Vec::with_capacity(edits.len());
    for edit in edits {
        all.push(match edit {
            Edit::Customer { position, old: Some(_), new } if customers.contains(&position) => {
                customers.retain(|at| *at != position);
                Edit::Customer { position, old: start.customers.at(position).map(Arc::clone), new }
            }
            Edit::Upgrade { position, old: Some(_), new } if upgrades.contains(&position) => {
                upgrades.retain(|at| *at != position);
                Edit::Upgrade { position, old: start.upgrades.get(position).map(Arc::clone), new }
            }
            other @ (Edit::Customer { .. }
            | Edit::Upgrade { .. }
            | Edit::Offer { .. }
            | Edit::History { .. }
            | Edit::Answer { .. }
            | Edit::Partner { .. }
            | Edit::Rules { .. }) => other,
        });
    }
    // What only changed its name goes first, while the positions are those of the start.
    let renamed_customers = customers.into_iter().map(|position| Edit::Customer {
        position,
        old: start.customers.at(position).map(Arc::clone),
        new: aligned.customers.at(position).map(Arc::clone),
    });
    let renamed_upgrades = upgrades.into_iter().map(|position| Edit::Upgrade {
        position,
        old: start.upgrades.get(position).map(Arc::clone),
        new: aligned.upgrades.get(position).map(Arc::clone),
    });
    renamed_customers.chain(renamed_upgrades).chain(all).collect()
}

/// Where two lists of the same length hold other records.
fn differing<T>(start: &[Arc<T>], aligned: &[Arc<T>]) -> Vec<usize> {
    let pairs = start.iter().zip(aligned).enumerate();
    pairs.filter(|(_, (a, b))| !Arc::ptr_eq(a, b)).map(|(at, _)| at).collect()
}
