//! Planning recorded upgrades. One is the same record when customer, source and time are the same.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::merging::Merging;
use super::parts::UpgradeParts;
use super::rows::{CustomerPlan, Reason, Standing, UpgradePlan};
use super::{Into, Planning, record};
use crate::model::{Id, Upgrade};

type Key<'a> = (&'a Id, &'a Id, DateTime<Utc>);

fn key(upgrade: &Upgrade) -> Key<'_> {
    (&upgrade.customer, &upgrade.source, upgrade.at)
}

/// `customers`: the rows of customers, planned before.
pub fn plan(
    planning: &Planning<'_>,
    incoming: &[Arc<Upgrade>],
    customers: &[CustomerPlan],
) -> (Vec<UpgradePlan>, Vec<UpgradeParts>) {
    let current = &planning.current.upgrades;
    let mut present: HashMap<Key<'_>, (usize, usize)> = HashMap::new();
    for (at, upgrade) in current.iter().enumerate() {
        present.entry(key(upgrade)).or_insert((at, 0)).1 += 1;
    }
    let mut added: HashMap<&Id, usize> = HashMap::new();
    for (at, customer) in customers.iter().enumerate() {
        if customer.standing == Standing::New {
            added.entry(&customer.id).or_insert(at);
        }
    }
    // The earliest of each upgrade and those behind it, since a file can hold them in any order.
    let mut least: Vec<DateTime<Utc>> = current.iter().map(|upgrade| upgrade.at).collect();
    let mut earliest = DateTime::<Utc>::MAX_UTC;
    for at in least.iter_mut().rev() {
        earliest = earliest.min(*at);
        *at = earliest;
    }
    let mut met = HashSet::new();
    let mut rows = Vec::with_capacity(incoming.len());
    let mut parts = Vec::with_capacity(incoming.len());
    for upgrade in incoming {
        let again = !met.insert(key(upgrade));
        let found = present
            .get(&key(upgrade))
            .and_then(|(at, times)| Some((*at, *times, current.get(*at)?, planning.start.upgrades.get(*at)?)));
        let mut part = UpgradeParts {
            incoming: Some(Arc::clone(upgrade)),
            customer: added.get(&upgrade.customer).copied(),
            ..UpgradeParts::default()
        };
        let (standing, remarks) = match found {
            Some(_) if again => (Standing::LeftOut(Reason::Duplicate), Vec::new()),
            None if again && planning.into == Into::Existing => (Standing::LeftOut(Reason::Duplicate), Vec::new()),
            Some((_, 2.., ..)) => (Standing::LeftOut(Reason::Ambiguous), Vec::new()),
            Some((position, _, old, start)) => {
                part.old = Some(position);
                let mut merging = Merging::new(planning.manner);
                record::upgrade::merge(&mut merging, start, old, upgrade);
                merging.standing()
            }
            None => {
                // New ones come where their time puts them among those that are there; a new portfolio keeps the file's order.
                part.before = match planning.into {
                    Into::New => current.len(),
                    Into::Existing => least.partition_point(|at| *at <= upgrade.at),
                };
                (Standing::New, Vec::new())
            }
        };
        let Upgrade { customer, source, at, .. } = &**upgrade;
        rows.push(UpgradePlan { customer: customer.clone(), source: source.clone(), at: *at, standing, remarks });
        parts.push(part);
    }
    if planning.manner.exact {
        for upgrade in current.iter().filter(|upgrade| !met.contains(&key(upgrade))) {
            let Upgrade { customer, source, at, .. } = &**upgrade;
            let (customer, source) = (customer.clone(), source.clone());
            rows.push(UpgradePlan { customer, source, at: *at, standing: Standing::NotInFile, remarks: Vec::new() });
            parts.push(UpgradeParts::default());
        }
    }
    (rows, parts)
}
