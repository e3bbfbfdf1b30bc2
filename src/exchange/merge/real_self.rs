//! Which new subscription of a file is the real self of one that a recorded upgrade made under a made-up id. Renaming it is `real_ids`' and the plan's.

use std::collections::{HashMap, HashSet};

use super::real_ids::by_customer;
use crate::model::{Channel, Customer, Id, Portfolio, Status, Subscription, Upgrade};

/// What a new subscription could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate<'a> {
    /// The one thing that it can be: what this recorded upgrade made. With the upgrade's position, and those of all that name it.
    Of { enters: usize, upgrade: &'a Upgrade, named_by: Vec<usize> },
    /// One of several, or one of several that could be the same.
    Unclear(Vec<Id>),
}

/// For which subscriptions of the file a real self is looked for: those of customers of the portfolio, by both positions.
pub fn candidates<'a>(
    current: &'a Portfolio,
    incoming: &Portfolio,
    is_new: impl Fn(&Customer, &Subscription) -> bool,
) -> HashMap<(usize, usize), Candidate<'a>> {
    let open = provisional(current, incoming);
    let mut found = HashMap::new();
    if open.is_empty() {
        return found;
    }
    let all = by_customer(&current.upgrades);
    let mut times: HashMap<&Id, usize> = HashMap::new();
    for record in incoming.customers.iter().flat_map(|customer| &customer.subscriptions) {
        *times.entry(&record.id).or_insert(0) += 1;
    }
    let mut seen = HashSet::new();
    for (at, customer) in incoming.customers.iter().enumerate() {
        let Some(upgrades) = open.get(&customer.id).filter(|_| seen.insert(&customer.id)) else { continue };
        let positions = all.get(&customer.id).map_or(&[][..], Vec::as_slice);
        let named = |id: &Id| {
            let mut upgrades = positions.iter().filter_map(|at| current.upgrades.get(*at));
            upgrades.any(|upgrade| upgrade.names(&customer.id, id))
        };
        let is_one = |record: &Subscription| {
            let is_once = times.get(&record.id) == Some(&1);
            could_be_one(record) && is_once && is_new(customer, record) && !named(&record.id)
        };
        let pairs: Vec<(usize, usize, &Upgrade)> = customer
            .subscriptions
            .iter()
            .enumerate()
            .filter(|(_, record)| is_one(record))
            .flat_map(|(of, record)| {
                let fitting = upgrades.iter().filter(move |(_, upgrade)| fits(record, upgrade));
                fitting.map(move |(position, upgrade)| (of, *position, *upgrade))
            })
            .collect();
        let mut of_record: HashMap<usize, Vec<&Id>> = HashMap::new();
        let mut of_upgrade: HashMap<usize, usize> = HashMap::new();
        for (of, position, upgrade) in &pairs {
            of_record.entry(*of).or_default().push(&upgrade.target);
            *of_upgrade.entry(*position).or_insert(0) += 1;
        }
        for (of, enters, upgrade) in pairs {
            let Some(fitting) = of_record.get(&of) else { continue };
            let candidate = if fitting.len() == 1 && of_upgrade.get(&enters) == Some(&1) {
                let names = |at: &usize| {
                    let other = current.upgrades.get(*at);
                    other.is_some_and(|other| other.names(&customer.id, &upgrade.target))
                };
                let named_by = positions.iter().copied().filter(names).collect();
                Candidate::Of { enters, upgrade, named_by }
            } else if found.contains_key(&(at, of)) {
                continue;
            } else {
                Candidate::Unclear(fitting.iter().copied().cloned().collect())
            };
            found.insert((at, of), candidate);
        }
    }
    found
}

/// By customer: the upgrades whose new subscription is there under its made-up id, which the file does not name.
fn provisional<'a>(current: &'a Portfolio, incoming: &Portfolio) -> HashMap<&'a Id, Vec<(usize, &'a Upgrade)>> {
    let mut open: HashMap<&Id, Vec<(usize, &Upgrade)>> = HashMap::new();
    for (at, upgrade) in current.upgrades.iter().enumerate().filter(|(_, upgrade)| upgrade.provisional) {
        open.entry(&upgrade.customer).or_default().push((at, upgrade));
    }
    if open.is_empty() {
        return open;
    }
    let named = named(incoming);
    open.retain(|customer, upgrades| {
        let Some(record) = current.customers.get(customer) else { return false };
        let all = upgrades.clone();
        upgrades.retain(|(_, upgrade)| {
            let target = &upgrade.target;
            let records = record.subscriptions.iter().filter(|record| record.id == *target).count();
            let makers = all.iter().filter(|(_, other)| other.target == *target).count();
            records == 1 && makers == 1 && !named.contains(target)
        });
        !upgrades.is_empty()
    });
    open
}

/// Every id of a subscription that a file names anywhere: what it names by its made-up id has no other.
fn named(incoming: &Portfolio) -> HashSet<&Id> {
    let records = incoming.customers.iter().flat_map(|customer| &customer.subscriptions);
    let records = records.flat_map(|record| [Some(&record.id), record.parent_id.as_ref(), record.upgraded_to.as_ref()]);
    let upgrades = incoming.upgrades.iter().flat_map(|upgrade| [&upgrade.source, &upgrade.target]);
    records.flatten().chain(upgrades).collect()
}

/// [ours] What an upgrade makes is the partner's own sale and in force; a closed one or another's is none.
fn could_be_one(record: &Subscription) -> bool {
    let is_closed = matches!(record.status, Status::Deleted | Status::Expired);
    let is_ours = matches!(record.channel, Channel::ThisPartner | Channel::NotKnown);
    !is_closed && is_ours && record.parent_id.is_none()
}

/// The offer that was asked for, and made, where that is known, not before the day of the upgrade. Both days are UTC.
fn fits(record: &Subscription, upgrade: &Upgrade) -> bool {
    record.offer_id.as_ref() == Some(&upgrade.to_offer)
        && record.created.is_none_or(|created| created >= upgrade.at.date_naive())
}
