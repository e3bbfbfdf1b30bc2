//! Merging Partner Center's own answers. A portfolio keeps the newest of a subscription; an older one never takes its place.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::field::{Field, FieldChange};
use super::value::FieldValue;
use super::{Into, Reason, RowKey, Selection, Standing, Take};
use crate::model::{Answer, Customers, Edit, Id};

/// What becomes of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerPlan {
    /// Whose the subscription is; empty where nobody knows.
    pub customer: Id,
    pub subscription: Id,
    pub standing: Standing,
    outcome: Outcome,
}

/// What an edit of it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Stays,
    Added(Arc<Answer>),
    Replaced { position: usize, old: Arc<Answer>, new: Arc<Answer> },
}

/// How the answers of a file stand; `unplaced` are those that do not say whose the subscription is.
pub fn plan(
    current: &[Arc<Answer>],
    incoming: &[Arc<Answer>],
    unplaced: &[Answer],
    customers: [&Customers; 2],
    into: Into,
) -> Vec<AnswerPlan> {
    let mut present: HashMap<(&Id, &Id), (usize, usize)> = HashMap::new();
    for (at, answer) in current.iter().enumerate() {
        present.entry((&answer.customer, &answer.subscription)).or_insert((at, 0)).1 += 1;
    }
    let mut met: HashSet<(Id, Id)> = HashSet::new();
    let mut one = |answer: &Arc<Answer>| {
        let key = (answer.customer.clone(), answer.subscription.clone());
        let again = met.contains(&key);
        let found = present.get(&(&key.0, &key.1)).and_then(|(at, times)| Some((*at, *times, current.get(*at)?)));
        met.insert(key);
        let (standing, outcome) = match found {
            Some(_) if again => (Standing::LeftOut(Reason::Duplicate), Outcome::Stays),
            None if again && into == Into::Existing => (Standing::LeftOut(Reason::Duplicate), Outcome::Stays),
            Some((_, 2.., _)) => (Standing::LeftOut(Reason::Ambiguous), Outcome::Stays),
            Some((position, _, old)) => newer(position, old, answer),
            None => (Standing::New, Outcome::Added(Arc::clone(answer))),
        };
        let Answer { customer, subscription, .. } = &**answer;
        AnswerPlan { customer: customer.clone(), subscription: subscription.clone(), standing, outcome }
    };
    let mut plans: Vec<AnswerPlan> = incoming.iter().map(&mut one).collect();
    let owners = if unplaced.is_empty() { HashMap::new() } else { owners(customers) };
    for answer in unplaced {
        plans.push(match owners.get(&answer.subscription) {
            Some(Some(owner)) => one(&Arc::new(Answer { customer: owner.clone(), ..answer.clone() })),
            Some(None) => left_out(answer, Reason::Ambiguous),
            None => left_out(answer, Reason::NoCustomer),
        });
    }
    plans
}

/// Puts the incoming value in the place of the present one where it says something else.
fn put<T: FieldValue>(changes: &mut Vec<FieldChange>, field: Field, present: &mut T, incoming: T) {
    if *present != incoming {
        changes.push(FieldChange { field, old: present.value(), new: incoming.value(), proposed: false });
        *present = incoming;
    }
}

fn left_out(answer: &Answer, reason: Reason) -> AnswerPlan {
    let subscription = answer.subscription.clone();
    AnswerPlan { customer: Id::new(""), subscription, standing: Standing::LeftOut(reason), outcome: Outcome::Stays }
}

/// An answer in an older one's place. One without a time is taken for what it is: read in just now.
fn newer(position: usize, old: &Arc<Answer>, incoming: &Answer) -> (Standing, Outcome) {
    let is_older = matches!((old.read, incoming.read), (Some(old), Some(new)) if new < old);
    let mut changes: Vec<FieldChange> = Vec::new();
    let mut record = Answer::clone(old);
    if !is_older {
        if record.targets != incoming.targets {
            put(&mut changes, Field::Targets, &mut record.targets, incoming.targets.clone());
            put(&mut changes, Field::Read, &mut record.read, incoming.read);
        } else if incoming.read.is_some() {
            // The same answer again: it is as of now.
            put(&mut changes, Field::Read, &mut record.read, incoming.read);
        }
    }
    if changes.is_empty() {
        return (Standing::Unchanged, Outcome::Stays);
    }
    let outcome = Outcome::Replaced { position, old: Arc::clone(old), new: Arc::new(record) };
    (Standing::Changed(changes), outcome)
}

/// The edits that carry out what is taken of the rows; `end` is how many answers the portfolio has.
pub fn edits(plans: &[AnswerPlan], selection: &Selection, mut end: usize, edits: &mut Vec<Edit>) {
    for (at, plan) in plans.iter().enumerate() {
        if selection.take(RowKey::Answer(at)) == Some(Take::Nothing) {
            continue;
        }
        match &plan.outcome {
            Outcome::Stays => {}
            Outcome::Added(new) => {
                edits.push(Edit::Answer { position: end, old: None, new: Some(Arc::clone(new)) });
                end += 1;
            }
            Outcome::Replaced { position, old, new } => {
                let (old, new) = (Some(Arc::clone(old)), Some(Arc::clone(new)));
                edits.push(Edit::Answer { position: *position, old, new });
            }
        }
    }
}

/// Whose each subscription is; `None` where several customers have it.
fn owners(customers: [&Customers; 2]) -> HashMap<Id, Option<Id>> {
    let mut owners: HashMap<Id, Option<Id>> = HashMap::new();
    for customer in customers.into_iter().flatten() {
        for subscription in &customer.subscriptions {
            let owner = owners.entry(subscription.id.clone()).or_insert_with(|| Some(customer.id.clone()));
            if owner.as_ref().is_some_and(|known| *known != customer.id) {
                *owner = None;
            }
        }
    }
    owners
}
