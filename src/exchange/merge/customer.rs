//! Merging customers and their subscriptions.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::field::{Field, FieldChange, put, take};
use super::{CustomerPlan, Into, Reason, RecordPlan, Standing};
use crate::model::{Customer, Customers, Edit, Id, Status, Subscription};

pub fn plan(current: &Customers, incoming: &Customers, into: Into, edits: &mut Vec<Edit>) -> Vec<CustomerPlan> {
    let mut merge = Merge::new(current, into);
    incoming.iter().map(|customer| merge.customer(customer, edits)).collect()
}

struct Merge<'a> {
    current: &'a Customers,
    into: Into,
    /// Ids of customers that the portfolio holds more than once.
    twice: HashSet<&'a Id>,
    /// Whose each subscription of the portfolio is: the customer's position.
    owners: HashMap<&'a Id, usize>,
    /// What the file brought already.
    met_customers: HashSet<&'a Id>,
    met_subscriptions: HashSet<&'a Id>,
    /// Where the next new customer comes.
    end: usize,
}

impl<'a> Merge<'a> {
    fn new(current: &'a Customers, into: Into) -> Self {
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
        Self {
            current,
            into,
            twice,
            owners,
            met_customers: HashSet::new(),
            met_subscriptions: HashSet::new(),
            end: current.len(),
        }
    }

    fn customer(&mut self, incoming: &'a Arc<Customer>, edits: &mut Vec<Edit>) -> CustomerPlan {
        let again = !self.met_customers.insert(&incoming.id);
        let position = self.current.position(&incoming.id);
        let present = position.and_then(|at| Some((at, self.current.at(at)?)));
        let left_out = if again && (self.into == Into::Existing || present.is_some()) {
            Some(Reason::Duplicate)
        } else if self.twice.contains(&incoming.id) {
            Some(Reason::Ambiguous)
        } else {
            None
        };
        let (standing, subscriptions) = match (left_out, present) {
            (Some(reason), _) => {
                let with = |subscription: &Subscription| entry(subscription, Standing::LeftOut(Reason::WithCustomer));
                (Standing::LeftOut(reason), incoming.subscriptions.iter().map(with).collect())
            }
            (None, Some((position, old))) => {
                let mut record = Customer::clone(old);
                let mut changes = Vec::new();
                merge_customer(&mut record, incoming, &mut changes);
                let subscriptions = self.subscriptions(&mut record, Some(position), incoming);
                if record != **old {
                    let (old, new) = (Some(Arc::clone(old)), Some(Arc::new(record)));
                    edits.push(Edit::Customer { position, old, new });
                }
                (Standing::of(changes, Vec::new()), subscriptions)
            }
            (None, None) => {
                let mut record = Customer { subscriptions: Vec::new(), ..Customer::clone(incoming) };
                let subscriptions = self.subscriptions(&mut record, None, incoming);
                // What is taken whole is shared, not copied.
                let new = if record == **incoming { Arc::clone(incoming) } else { Arc::new(record) };
                edits.push(Edit::Customer { position: self.end, old: None, new: Some(new) });
                self.end += 1;
                (Standing::New, subscriptions)
            }
        };
        CustomerPlan {
            id: incoming.id.clone(),
            company_name: incoming.company_name.clone(),
            standing,
            subscriptions,
            filled: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Merges subscriptions into `record`, the customer at `position` or a new one.
    fn subscriptions(
        &mut self,
        record: &mut Customer,
        position: Option<usize>,
        incoming: &'a Customer,
    ) -> Vec<RecordPlan> {
        let mut times: HashMap<Id, (usize, usize)> = HashMap::new();
        for (at, subscription) in record.subscriptions.iter().enumerate() {
            times.entry(subscription.id.clone()).or_insert((at, 0)).1 += 1;
        }
        let mut plans = Vec::with_capacity(incoming.subscriptions.len());
        for subscription in &incoming.subscriptions {
            let again = !self.met_subscriptions.insert(&subscription.id);
            let owner = self.owners.get(&subscription.id).copied();
            let here = times.get(&subscription.id).copied();
            let standing = match (here, owner) {
                (Some(_), _) if again => Standing::LeftOut(Reason::Duplicate),
                (None, _) if again && self.into == Into::Existing => Standing::LeftOut(Reason::Duplicate),
                (Some((_, 2..)), _) => Standing::LeftOut(Reason::Ambiguous),
                (Some((at, _)), _) => match record.subscriptions.get_mut(at) {
                    Some(present) => {
                        let mut changes = Vec::new();
                        merge_subscription(present, subscription, &mut changes);
                        Standing::of(changes, Vec::new())
                    }
                    None => Standing::LeftOut(Reason::Ambiguous),
                },
                (None, Some(owner)) if Some(owner) != position => {
                    let customer = self.current.at(owner).map_or_else(|| Id::new(""), |customer| customer.id.clone());
                    Standing::LeftOut(Reason::OfOtherCustomer { customer })
                }
                (None, _) => {
                    record.subscriptions.push(subscription.clone());
                    Standing::New
                }
            };
            plans.push(entry(subscription, standing));
        }
        plans
    }
}

fn entry(subscription: &Subscription, standing: Standing) -> RecordPlan {
    RecordPlan {
        id: subscription.id.clone(),
        name: subscription.offer_name.clone(),
        standing,
        filled: Vec::new(),
        remarks: Vec::new(),
    }
}

fn merge_customer(record: &mut Customer, incoming: &Customer, changes: &mut Vec<FieldChange>) {
    let Customer { id: _, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions: _ } =
        incoming;
    take(changes, Field::CompanyName, &mut record.company_name, company_name);
    take(changes, Field::Domain, &mut record.domain, domain);
    take(changes, Field::Relationship, &mut record.relationship, relationship);
    take(changes, Field::DelegatedAdmin, &mut record.delegated_admin, delegated_admin);
    // Tags are each a record of its own kind: those that are there stay.
    let mut all = record.tags.clone();
    for tag in tags {
        if !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    put(changes, Field::Tags, &mut record.tags, all);
    take(changes, Field::Notes, &mut record.notes, notes);
}

fn merge_subscription(record: &mut Subscription, incoming: &Subscription, changes: &mut Vec<FieldChange>) {
    let Subscription {
        id: _,
        offer_id,
        offer_name,
        friendly_name,
        quantity,
        assigned,
        status,
        billing_cycle,
        channel,
        created,
        commitment_end,
        auto_renew,
        trial,
        parent_id,
        suspended_on,
        upgraded_to,
    } = incoming;
    take(changes, Field::OfferId, &mut record.offer_id, offer_id);
    take(changes, Field::OfferName, &mut record.offer_name, offer_name);
    take(changes, Field::FriendlyName, &mut record.friendly_name, friendly_name);
    take(changes, Field::Quantity, &mut record.quantity, quantity);
    take(changes, Field::Assigned, &mut record.assigned, assigned);
    let was_suspended = record.status == Status::Suspended;
    // A copy from before a recorded upgrade knows nothing of it: what was closed stays closed.
    if record.upgraded_to.is_none() || upgraded_to.is_some() {
        take(changes, Field::Status, &mut record.status, status);
    }
    take(changes, Field::BillingCycle, &mut record.billing_cycle, billing_cycle);
    take(changes, Field::Channel, &mut record.channel, channel);
    take(changes, Field::Created, &mut record.created, created);
    take(changes, Field::CommitmentEnd, &mut record.commitment_end, commitment_end);
    take(changes, Field::AutoRenew, &mut record.auto_renew, auto_renew);
    take(changes, Field::Trial, &mut record.trial, trial);
    take(changes, Field::ParentId, &mut record.parent_id, parent_id);
    take(changes, Field::SuspendedOn, &mut record.suspended_on, suspended_on);
    // The day belongs to the suspension: it would date a later one wrongly.
    if was_suspended && record.status != Status::Suspended && suspended_on.is_none() {
        put(changes, Field::SuspendedOn, &mut record.suspended_on, None);
    }
    take(changes, Field::UpgradedTo, &mut record.upgraded_to, upgraded_to);
}
