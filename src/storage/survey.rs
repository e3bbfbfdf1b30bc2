//! What is odd about the records of a file that opens all the same: ids twice, links to nothing, impossible numbers. Checks only; repairs nothing.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::sync::Arc;

use rayon::prelude::*;

use super::canonical::Cores;
use super::place::{FieldPath, Place, Position, Step};
use crate::model::{ByRef, Customer, DEFAULT_RULE_SET, Id, Ids, Portfolio};

/// The ids of the rule sets that a portfolio can name.
pub const RULE_SETS: [&str; 2] = ["page", DEFAULT_RULE_SET];

/// Something odd, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFinding {
    pub place: Place,
    pub fact: FileFact,
    /// The customer whom it is about, and which of their subscriptions, where it is about one of them; of a recorded
    /// upgrade, its customer. Both are in the portfolio, and either can be there twice or under an empty id.
    pub record: Option<(Id, Option<Id>)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFact {
    /// A second customer of the same id; the first is the one that is found by it.
    DuplicateCustomer {
        id: Id,
        first: Place,
    },
    /// A second subscription of the same id, of whichever customer.
    DuplicateSubscription {
        id: Id,
        first: Place,
    },
    /// A second own offer of the same id.
    DuplicateOffer {
        id: Id,
        first: Place,
    },
    EmptyId,
    UnknownRuleSet(String),
    NegativeQuantity(i64),
    NegativeAssigned(i64),
    /// The parent is not among the customer's subscriptions.
    NoSuchParent(Id),
    /// A subscription that is its own parent.
    OwnParent,
    /// The subscription that took this one's place is not among the customer's.
    NoSuchSuccessor(Id),
    MinimumAboveMaximum {
        minimum: i64,
        maximum: i64,
    },
    /// A recorded upgrade of a customer who is not there.
    NoSuchCustomer(Id),
    /// A recorded upgrade of a subscription that its customer does not have.
    NoSuchSubscription(Id),
    /// An answer of Partner Center's about a subscription that its customer does not have.
    AnswerOfNoSubscription {
        customer: Id,
        subscription: Id,
    },
    /// A second answer about the same subscription; the first is the one that is shown.
    SecondAnswer {
        subscription: Id,
    },
}

/// What is found, before it has a place: the path, the fact, and the path of the record that was there first.
type Found = (FieldPath, FileFact, Option<FieldPath>);

/// All findings, in the file's order of lists. `locate` gives the places of paths.
pub(super) fn survey(
    portfolio: &Portfolio,
    cores: Cores,
    locate: impl Fn(Vec<FieldPath>) -> Vec<Place>,
) -> Vec<FileFinding> {
    let mut paths = Vec::new();
    let facts: Vec<(FileFact, bool)> = find(portfolio, cores)
        .into_iter()
        .map(|(path, fact, first)| {
            let has_first = first.is_some();
            paths.push(path);
            paths.extend(first);
            (fact, has_first)
        })
        .collect();
    let mut places = locate(paths).into_iter();
    let mut findings = Vec::with_capacity(facts.len());
    for (mut fact, has_first) in facts {
        let Some(place) = places.next() else { break };
        if has_first {
            set_first(&mut fact, places.next());
        }
        findings.push(FileFinding { record: record_at(portfolio, &place.path), place, fact });
    }
    findings
}

/// The customer and the subscription that a path leads to or into.
fn record_at(portfolio: &Portfolio, path: &FieldPath) -> Option<(Id, Option<Id>)> {
    let (top, at, rest) = match path.steps() {
        [Step::Field(top), Step::Index(at), rest @ ..] => (top, *at, rest),
        _ => return None,
    };
    if top == "upgrades" {
        let customer = portfolio.customers.get(&portfolio.upgrades.get(at)?.customer)?;
        return Some((customer.id.clone(), None));
    }
    if top == "answers" {
        let answer = portfolio.answers.get(at)?;
        let customer = portfolio.customers.get(&answer.customer)?;
        let subscription = customer.subscription(&answer.subscription);
        return Some((customer.id.clone(), subscription.map(|subscription| subscription.id.clone())));
    }
    if top != "customers" {
        return None;
    }
    let customer = portfolio.customers.at(at)?;
    let subscription = match rest {
        [Step::Field(list), Step::Index(at), ..] if list == "subscriptions" => customer.subscriptions.get(*at),
        _ => None,
    };
    Some((customer.id.clone(), subscription.map(|subscription| subscription.id.clone())))
}

fn set_first(fact: &mut FileFact, place: Option<Place>) {
    let (FileFact::DuplicateCustomer { first, .. }
    | FileFact::DuplicateSubscription { first, .. }
    | FileFact::DuplicateOffer { first, .. }) = fact
    else {
        return;
    };
    if let Some(place) = place {
        *first = place;
    }
}

fn find(portfolio: &Portfolio, cores: Cores) -> Vec<Found> {
    let mut found = Vec::new();
    if !RULE_SETS.contains(&portfolio.rules.as_str()) {
        let path = FieldPath::default().field("rules");
        found.push((path, FileFact::UnknownRuleSet(portfolio.rules.clone()), None));
    }
    of_offers(portfolio, &mut found);
    of_customers(portfolio, cores, &mut found);
    of_upgrades(portfolio, &mut found);
    of_answers(portfolio, &mut found);
    found
}

/// Stands in a duplicate's fact until the places are known.
fn later() -> Place {
    Place { path: FieldPath::default(), position: Position { line: 1, column: 1 } }
}

fn of_offers(portfolio: &Portfolio, found: &mut Vec<Found>) {
    let path = |at: usize| FieldPath::default().field("offers").index(at);
    let mut seen: ByRef<'_, usize> = ByRef::default();
    for (at, offer) in portfolio.offers.iter().enumerate() {
        let id = &offer.id;
        found.extend(id.is_empty().then(|| (path(at).field("id"), FileFact::EmptyId, None)));
        let first = *seen.entry(id).or_insert(at);
        if first != at {
            let fact = FileFact::DuplicateOffer { id: id.clone(), first: later() };
            found.push((path(at), fact, Some(path(first))));
        }
        let (minimum, maximum) = (offer.minimum, offer.maximum);
        if minimum > maximum {
            let fact = FileFact::MinimumAboveMaximum { minimum, maximum };
            found.push((path(at).field("minimum"), fact, None));
        }
    }
}

fn of_customers(portfolio: &Portfolio, cores: Cores, found: &mut Vec<Found>) {
    let path = |at: usize| FieldPath::default().field("customers").index(at);
    let hasher = foldhash::fast::RandomState::default();
    let hashed = |id: &Id| hasher.hash_one(id);
    let alike = met_twice(portfolio, cores, hashed);
    let mut subscriptions: ByRef<'_, (usize, usize)> = ByRef::default();
    // In most files there is nothing odd, and all cores find that out together.
    if cores == Cores::All && alike.is_empty() && !portfolio.customers.has_duplicates() && !is_any_odd(portfolio) {
        return;
    }
    for (at, customer) in portfolio.customers.iter().enumerate() {
        let id = &customer.id;
        found.extend(id.is_empty().then(|| (path(at).field("id"), FileFact::EmptyId, None)));
        if let Some(first) = portfolio.customers.position(id).filter(|first| *first != at) {
            let fact = FileFact::DuplicateCustomer { id: id.clone(), first: later() };
            found.push((path(at), fact, Some(path(first))));
        }
        for (index, subscription) in customer.subscriptions.iter().enumerate() {
            if alike.is_empty() || !alike.contains(&hashed(&subscription.id)) {
                continue;
            }
            let path = |(customer, index)| path(customer).field("subscriptions").index(index);
            let here = (at, index);
            let first = *subscriptions.entry(&subscription.id).or_insert(here);
            if first != here {
                let fact = FileFact::DuplicateSubscription { id: subscription.id.clone(), first: later() };
                found.push((path(here), fact, Some(path(first))));
            }
        }
        of_subscriptions(customer, |index| path(at).field("subscriptions").index(index), found);
    }
}

/// Whether any customer or subscription has something odd about it that no other record is needed for.
fn is_any_odd(portfolio: &Portfolio) -> bool {
    portfolio.customers.as_slice().par_iter().any(|customer| {
        let mut found = Vec::new();
        of_subscriptions(customer, |_| FieldPath::default(), &mut found);
        customer.id.is_empty() || !found.is_empty()
    })
}

/// The hashes that more than one subscription's id has. A million hashes are sorted sooner than a million ids are looked up,
/// and in most files no two are alike.
fn met_twice(portfolio: &Portfolio, cores: Cores, hashed: impl Fn(&Id) -> u64 + Send + Sync) -> HashSet<u64> {
    let customers = portfolio.customers.as_slice();
    let of = |customer: &Arc<Customer>| -> Vec<u64> {
        customer.subscriptions.iter().map(|subscription| hashed(&subscription.id)).collect()
    };
    let mut hashes: Vec<u64> = match cores {
        Cores::All => customers.par_iter().flat_map_iter(of).collect(),
        Cores::One => customers.iter().flat_map(of).collect(),
    };
    match cores {
        Cores::All => hashes.par_sort_unstable(),
        Cores::One => hashes.sort_unstable(),
    }
    hashes.array_windows().filter(|[one, other]| one == other).map(|[one, _]| *one).collect()
}

fn of_subscriptions(customer: &Customer, path: impl Fn(usize) -> FieldPath, found: &mut Vec<Found>) {
    // Most customers have no links at all, so their ids are gathered only where one asks.
    let mut ids: Option<Ids<'_>> = None;
    for (at, subscription) in customer.subscriptions.iter().enumerate() {
        let mut note = |field, fact| found.push((path(at).field(field), fact, None));
        if subscription.id.is_empty() {
            note("id", FileFact::EmptyId);
        }
        if subscription.quantity < 0 {
            note("quantity", FileFact::NegativeQuantity(subscription.quantity));
        }
        if let Some(assigned) = subscription.assigned.filter(|assigned| *assigned < 0) {
            note("assigned", FileFact::NegativeAssigned(assigned));
        }
        let mut has = |id: &Id| {
            ids.get_or_insert_with(|| customer.subscriptions.iter().map(|subscription| &subscription.id).collect())
                .contains(id)
        };
        if let Some(parent) = &subscription.parent_id {
            if *parent == subscription.id {
                note("parent_id", FileFact::OwnParent);
            } else if !has(parent) {
                note("parent_id", FileFact::NoSuchParent(parent.clone()));
            }
        }
        if let Some(successor) = subscription.upgraded_to.as_ref().filter(|successor| !has(successor)) {
            note("upgraded_to", FileFact::NoSuchSuccessor(successor.clone()));
        }
    }
}

fn of_upgrades(portfolio: &Portfolio, found: &mut Vec<Found>) {
    for (at, upgrade) in portfolio.upgrades.iter().enumerate() {
        let mut note =
            |field, fact| found.push((FieldPath::default().field("upgrades").index(at).field(field), fact, None));
        let Some(customer) = portfolio.customers.get(&upgrade.customer) else {
            note("customer", FileFact::NoSuchCustomer(upgrade.customer.clone()));
            continue;
        };
        for (field, id) in [("source", &upgrade.source), ("target", &upgrade.target)] {
            if customer.subscription(id).is_none() {
                note(field, FileFact::NoSuchSubscription(id.clone()));
            }
        }
    }
}

fn of_answers(portfolio: &Portfolio, found: &mut Vec<Found>) {
    let mut met = HashSet::new();
    for (at, answer) in portfolio.answers.iter().enumerate() {
        let path = FieldPath::default().field("answers").index(at).field("subscription");
        let (customer, subscription) = (&answer.customer, &answer.subscription);
        if portfolio.customers.get(customer).and_then(|customer| customer.subscription(subscription)).is_none() {
            let (customer, subscription) = (customer.clone(), subscription.clone());
            found.push((path, FileFact::AnswerOfNoSubscription { customer, subscription }, None));
        } else if !met.insert((customer, subscription)) {
            found.push((path, FileFact::SecondAnswer { subscription: subscription.clone() }, None));
        }
    }
}
