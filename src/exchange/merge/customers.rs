//! Planning customers and their subscriptions: which record of the portfolio each one of the file is, and how it stands.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::merging::Merging;
use super::parts::{CustomerParts, Place};
use super::real_ids::Rename;
use super::real_self::{Candidate, candidates};
use super::rows::{CustomerPlan, Reason, RecordPlan, Remark, Standing};
use super::selection::RowKey;
use super::{Into, Planning, not_in_file, proposed, record};
use crate::model::{Customer, Id, Portfolio, Subscription};

/// Plans what a file brings. What it shows to be the real self of a provisional subscription is added to `renames`.
pub fn plan<'a>(
    planning: &'a Planning<'a>,
    incoming: &'a Portfolio,
    renames: &mut Vec<Rename>,
) -> (Vec<CustomerPlan>, Vec<CustomerParts>) {
    let mut matching = Matching::new(planning, incoming, renames);
    let (mut rows, mut parts): (Vec<_>, Vec<_>) =
        incoming.customers.iter().enumerate().map(|(at, customer)| matching.customer(at, customer)).unzip();
    not_in_file::add(planning, incoming, &mut rows, &mut parts);
    (rows, parts)
}

struct Matching<'a, 'r> {
    planning: &'a Planning<'a>,
    /// Ids of customers that the portfolio holds more than once.
    twice: HashSet<&'a Id>,
    /// Whose each subscription of the portfolio is: the customer's position.
    owners: HashMap<&'a Id, usize>,
    /// What the file brought already.
    met_customers: HashSet<&'a Id>,
    met_subscriptions: HashSet<&'a Id>,
    real_selves: HashMap<(usize, usize), Candidate<'a>>,
    renames: &'r mut Vec<Rename>,
    /// What an upgrade's row renamed, by the customer's position and the new id.
    renamed: HashMap<(usize, Id), usize>,
}

impl<'a, 'r> Matching<'a, 'r> {
    fn new(planning: &'a Planning<'a>, incoming: &'a Portfolio, renames: &'r mut Vec<Rename>) -> Self {
        let current = &planning.current.customers;
        let mut twice = HashSet::new();
        let mut owners = HashMap::new();
        for (at, customer) in current.iter().enumerate() {
            if current.position(&customer.id) != Some(at) {
                twice.insert(&customer.id);
            }
            for subscription in &customer.subscriptions {
                owners.entry(&subscription.id).or_insert(at);
            }
        }
        let real_selves = if planning.into == Into::New || planning.manner.exact {
            HashMap::new()
        } else {
            let is_new = |customer: &Customer, record: &Subscription| {
                !twice.contains(&customer.id) && !owners.contains_key(&record.id)
            };
            candidates(planning.current, incoming, is_new)
        };
        let renamed = renames.iter().enumerate();
        let renamed = renamed.map(|(at, rename)| ((rename.position, rename.to.clone()), at)).collect();
        let (met_customers, met_subscriptions) = (HashSet::new(), HashSet::new());
        Self { planning, twice, owners, met_customers, met_subscriptions, real_selves, renames, renamed }
    }

    fn customer(&mut self, at: usize, incoming: &'a Arc<Customer>) -> (CustomerPlan, CustomerParts) {
        let planning = self.planning;
        let again = !self.met_customers.insert(&incoming.id);
        let position = planning.current.customers.position(&incoming.id);
        let present = position.and_then(|at| Some((at, planning.current.customers.at(at)?)));
        let left_out = if again && (planning.into == Into::Existing || present.is_some()) {
            Some(Reason::Duplicate)
        } else if self.twice.contains(&incoming.id) {
            Some(Reason::Ambiguous)
        } else {
            None
        };
        let base = planning.base().and_then(|base| base.customers.get(&incoming.id)).map(|base| &**base);
        let mut row = CustomerPlan {
            id: incoming.id.clone(),
            company_name: incoming.company_name.clone(),
            standing: Standing::New,
            subscriptions: Vec::new(),
            filled: Vec::new(),
            remarks: Vec::new(),
        };
        let mut part = CustomerParts { old: None, incoming: Some(Arc::clone(incoming)), subscriptions: Vec::new() };
        if let Some(reason) = left_out {
            let with = |record: &Subscription| RecordPlan::of(record, Standing::LeftOut(Reason::WithCustomer));
            row.subscriptions = incoming.subscriptions.iter().map(with).collect();
            part.subscriptions = vec![Place::Out; incoming.subscriptions.len()];
            row.standing = Standing::LeftOut(reason);
            return (row, part);
        }
        let mut merging = Merging::new(planning.manner);
        match present {
            Some((position, old)) => {
                // The record as it is, before it learned an id from the file.
                part.old = planning.start.customers.at(position).map(|start| (position, Arc::clone(start)));
                record::customer::merge(&mut merging, old, incoming, base);
                proposed::fill_customer(planning, &mut merging, old, incoming);
                (row.standing, row.remarks) = merging.standing();
            }
            None => {
                proposed::fill_customer(planning, &mut merging, incoming, incoming);
                row.filled = merging.changes;
                row.remarks.extend(base.map(|_| Remark::DeletedHere));
            }
        }
        let nobody = Customer::new(incoming.id.clone(), String::new());
        let record = present.map_or(&nobody, |(_, old)| old);
        let known = Known::of(record, base);
        for (of, subscription) in incoming.subscriptions.iter().enumerate() {
            let (plan, place) = self.subscription((at, of), (position, record), &known, subscription);
            row.subscriptions.push(plan);
            part.subscriptions.push(place);
        }
        (row, part)
    }

    /// One subscription of the file's customer; `record` is the portfolio's, at `position`, or an empty one.
    fn subscription(
        &mut self,
        at: (usize, usize),
        (position, record): (Option<usize>, &Customer),
        known: &Known<'_>,
        incoming: &'a Subscription,
    ) -> (RecordPlan, Place) {
        let again = !self.met_subscriptions.insert(&incoming.id);
        let owner = self.owners.get(&incoming.id).copied();
        let here = known.places.get(&incoming.id).copied();
        let base = known.bases.get(&incoming.id).copied();
        let out = |reason| (RecordPlan::of(incoming, Standing::LeftOut(reason)), Place::Out);
        match (here, owner) {
            (Some(_), _) if again => out(Reason::Duplicate),
            (None, _) if again && self.planning.into == Into::Existing => out(Reason::Duplicate),
            (Some((_, 2..)), _) => out(Reason::Ambiguous),
            (Some((place, _)), _) => match record.subscriptions.get(place) {
                Some(present) => {
                    let through = position.and_then(|at| self.renamed.get(&(at, incoming.id.clone())).copied());
                    let (standing, remarks) = self.merged(present, incoming, base).standing();
                    let plan = RecordPlan { remarks, ..RecordPlan::of(incoming, standing) };
                    (plan, Place::At(place, through))
                }
                None => out(Reason::Ambiguous),
            },
            (None, Some(owner)) if Some(owner) != position => {
                let customer = self.planning.current.customers.at(owner);
                out(Reason::OfOtherCustomer { customer: customer.map_or_else(|| Id::new(""), |of| of.id.clone()) })
            }
            (None, _) => self.new_subscription(at, (position, record), known, incoming),
        }
    }

    fn new_subscription(
        &mut self,
        at: (usize, usize),
        (position, record): (Option<usize>, &Customer),
        known: &Known<'_>,
        incoming: &Subscription,
    ) -> (RecordPlan, Place) {
        let mut filling = Merging::new(self.planning.manner);
        proposed::fill_subscription(self.planning, &mut filling, incoming, incoming);
        let mut row = RecordPlan { filled: filling.changes, ..RecordPlan::of(incoming, Standing::New) };
        row.remarks.extend(known.bases.get(&incoming.id).map(|_| Remark::DeletedHere));
        if !self.planning.manner.supplied.has(super::Field::Quantity) {
            row.remarks.push(Remark::NoQuantity);
        }
        match (self.real_selves.remove(&at), position) {
            (Some(Candidate::Of { enters, upgrade, named_by }), Some(position)) => {
                let Some((place, _)) = known.places.get(&upgrade.target).copied() else { return (row, Place::Behind) };
                let present = record.subscriptions.get(place);
                let start = self.planning.start.customers.at(position).map(Arc::clone);
                let (Some(present), Some(old)) = (present, start) else { return (row, Place::Behind) };
                let (standing, remarks) = self.merged(present, incoming, None).standing();
                row.standing =
                    Standing::RealSelfOf { provisional: upgrade.target.clone(), changes: standing.changes(None) };
                row.remarks.extend(remarks);
                let place = Place::At(place, Some(self.renames.len()));
                self.renames.push(Rename {
                    position,
                    old,
                    from: upgrade.target.clone(),
                    to: incoming.id.clone(),
                    cause: RowKey::Subscription(at.0, at.1),
                    upgrades: named_by,
                    enters: Some(enters),
                });
                (row, place)
            }
            (Some(Candidate::Unclear(provisional)), _) => {
                row.remarks.push(Remark::MaybeRealSelf { provisional });
                (row, Place::Behind)
            }
            (Some(Candidate::Of { .. }) | None, _) => (row, Place::Behind),
        }
    }

    fn merged(&self, present: &Subscription, incoming: &Subscription, base: Option<&Subscription>) -> Merging<'a> {
        let mut merging = Merging::new(self.planning.manner);
        record::subscription::merge(&mut merging, present, incoming, base);
        proposed::fill_subscription(self.planning, &mut merging, present, incoming);
        merging
    }
}

/// A customer's subscriptions by id.
struct Known<'b> {
    /// Where the first of an id stands, and how many there are.
    places: HashMap<&'b Id, (usize, usize)>,
    /// What the last import of the same source brought.
    bases: HashMap<&'b Id, &'b Subscription>,
}

impl<'b> Known<'b> {
    fn of(record: &'b Customer, base: Option<&'b Customer>) -> Self {
        let mut places: HashMap<&Id, (usize, usize)> = HashMap::new();
        for (at, subscription) in record.subscriptions.iter().enumerate() {
            places.entry(&subscription.id).or_insert((at, 0)).1 += 1;
        }
        let bases = base.map_or(&[][..], |base| &base.subscriptions);
        Self { places, bases: bases.iter().map(|record| (&record.id, record)).collect() }
    }
}
