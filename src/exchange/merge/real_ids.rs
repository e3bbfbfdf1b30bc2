//! One subscription under two ids: a made-up one in the one portfolio, Partner Center's own in the other. Which records that are; merging them is the others'.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::selection::RowKey;
use crate::model::{Customer, Id, Portfolio, Upgrade};

/// A subscription of the portfolio gets Partner Center's own id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// The customer's position, and their record as it was.
    pub position: usize,
    pub old: Arc<Customer>,
    pub from: Id,
    pub to: Id,
    /// The row that brought the id: without it nothing is renamed.
    pub cause: RowKey,
    /// The positions of the recorded upgrades that name it.
    pub upgrades: Vec<usize>,
    /// The position of the one that made it, where its row does not say so itself.
    pub enters: Option<usize>,
}

/// Customer, source and time: what a recorded upgrade is known by.
type Key = (Id, Id, DateTime<Utc>);

fn key(upgrade: &Upgrade) -> Key {
    (upgrade.customer.clone(), upgrade.source.clone(), upgrade.at)
}

/// Where the upgrades of each customer stand.
pub type ByCustomer = HashMap<Id, Vec<usize>>;

pub fn by_customer(upgrades: &[Arc<Upgrade>]) -> ByCustomer {
    let mut positions = ByCustomer::new();
    for (at, upgrade) in upgrades.iter().enumerate() {
        positions.entry(upgrade.customer.clone()).or_default().push(at);
    }
    positions
}

/// Both portfolios with one id for each subscription that a recorded upgrade made, Partner Center's own where either knows it.
///
/// With them goes what was renamed in `current`, in the order in which it was.
///
/// `tells`: whether the file says what a recorded upgrade made.
pub fn aligned(start: &Portfolio, incoming: &Portfolio, tells: bool) -> (Portfolio, Portfolio, Vec<Rename>) {
    let (mut current, mut incoming) = (start.clone(), incoming.clone());
    let mut renames = Vec::new();
    if !tells {
        return (current, incoming, renames);
    }
    let (ours_by, theirs_by) = (by_customer(&current.upgrades), by_customer(&incoming.upgrades));
    // `None`: more than one is known by it, so that it is not clear which is meant.
    let mut index: HashMap<Key, Option<usize>> = HashMap::new();
    for (at, upgrade) in current.upgrades.iter().enumerate() {
        index.entry(key(upgrade)).and_modify(|found| *found = None).or_insert(Some(at));
    }
    let mut met: HashSet<Key> = HashSet::new();
    for at in 0..incoming.upgrades.len() {
        // Looked up anew each time: an earlier renaming can be what makes a later upgrade the same.
        let Some(theirs) = incoming.upgrades.get(at).map(Arc::clone) else { continue };
        if !met.insert(key(&theirs)) {
            continue;
        }
        let found = index.get(&key(&theirs)).copied().flatten().and_then(|at| current.upgrades.get(at));
        let Some(ours) = found.filter(|ours| ours.target != theirs.target).map(Arc::clone) else { continue };
        if ours.provisional && !theirs.provisional {
            let Some((position, upgrades)) = rename(&mut current, &ours_by, &ours, &theirs.target) else { continue };
            for at in &upgrades {
                if let Some(upgrade) = current.upgrades.get(*at) {
                    let found = index.entry(key(upgrade)).or_insert(Some(*at));
                    *found = found.filter(|found| found == at);
                }
            }
            let Some(old) = start.customers.at(position).map(Arc::clone) else { continue };
            let (from, to) = (ours.target.clone(), theirs.target.clone());
            renames.push(Rename { position, old, from, to, cause: RowKey::Upgrade(at), upgrades, enters: None });
        } else if theirs.provisional {
            rename(&mut incoming, &theirs_by, &theirs, &ours.target);
        }
    }
    (current, incoming, renames)
}

/// Lets every record name the subscription that an upgrade made by another id, unless that id is taken.
///
/// It gives back where the customer stands, and where the upgrades stand that were renamed.
fn rename(
    portfolio: &mut Portfolio,
    by_customer: &ByCustomer,
    upgrade: &Upgrade,
    to: &Id,
) -> Option<(usize, Vec<usize>)> {
    let from = &upgrade.target;
    let position = portfolio.customers.position(&upgrade.customer)?;
    let customer = portfolio.customers.at(position)?;
    if customer.subscription(to).is_some() {
        return None;
    }
    let mut customer = Customer::clone(customer);
    customer.rename_subscription(from, to);
    portfolio.customers.replace(position, Arc::new(customer));
    let mut upgrades = Vec::new();
    for at in by_customer.get(&upgrade.customer).into_iter().flatten().copied() {
        let Some(slot) = portfolio.upgrades.get_mut(at) else { continue };
        if slot.names(&upgrade.customer, from) {
            let mut renamed = Upgrade::clone(slot);
            renamed.rename_subscription(from, to);
            *slot = Arc::new(renamed);
            upgrades.push(at);
        }
    }
    Some((position, upgrades))
}
