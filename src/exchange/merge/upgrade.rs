//! Merging recorded upgrades. One is the same record when customer, source and time are the same.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::field::{Field, FieldChange, put, take};
use super::{Into, Reason, Standing, UpgradePlan, updated};
use crate::model::{Edit, Id, Task, Upgrade};

type Key<'a> = (&'a Id, &'a Id, DateTime<Utc>);

fn key(upgrade: &Upgrade) -> Key<'_> {
    (&upgrade.customer, &upgrade.source, upgrade.at)
}

pub fn plan(
    current: &[Arc<Upgrade>],
    incoming: &[Arc<Upgrade>],
    into: Into,
    edits: &mut Vec<Edit>,
) -> Vec<UpgradePlan> {
    let mut present: HashMap<Key<'_>, (usize, usize)> = HashMap::new();
    for (at, upgrade) in current.iter().enumerate() {
        present.entry(key(upgrade)).or_insert((at, 0)).1 += 1;
    }
    let mut met = HashSet::new();
    let mut added = Vec::new();
    let mut plans = Vec::with_capacity(incoming.len());
    for upgrade in incoming {
        let again = !met.insert(key(upgrade));
        let found = present.get(&key(upgrade)).and_then(|(at, times)| Some((*at, *times, current.get(*at)?)));
        let standing = match found {
            Some(_) if again => Standing::LeftOut(Reason::Duplicate),
            None if again && into == Into::Existing => Standing::LeftOut(Reason::Duplicate),
            Some((_, 2.., _)) => Standing::LeftOut(Reason::Ambiguous),
            Some((position, _, old)) => {
                let (standing, new) = updated(old, |record, changes| merge(record, upgrade, changes));
                edits.extend(new.map(|new| Edit::Upgrade { position, old: Some(Arc::clone(old)), new: Some(new) }));
                standing
            }
            None => {
                added.push(upgrade);
                Standing::New
            }
        };
        let Upgrade { customer, source, .. } = &**upgrade;
        plans.push(UpgradePlan { customer: customer.clone(), source: source.clone(), standing, remarks: Vec::new() });
    }
    insert(current, added, into, edits);
    plans
}

/// New upgrades come where their time puts them among those that are there; a new portfolio keeps the file's order.
fn insert(current: &[Arc<Upgrade>], mut added: Vec<&Arc<Upgrade>>, into: Into, edits: &mut Vec<Edit>) {
    if into == Into::Existing {
        added.sort_by_key(|upgrade| upgrade.at);
    }
    for (before, upgrade) in added.into_iter().enumerate() {
        let among = match into {
            Into::New => current.len(),
            Into::Existing => current.iter().rposition(|old| old.at <= upgrade.at).map_or(0, |at| at + 1),
        };
        edits.push(Edit::Upgrade { position: among + before, old: None, new: Some(Arc::clone(upgrade)) });
    }
}

fn merge(record: &mut Upgrade, incoming: &Upgrade, changes: &mut Vec<FieldChange>) {
    let Upgrade {
        customer: _,
        source: _,
        target,
        provisional,
        from_offer,
        to_offer,
        licenses,
        at: _,
        comment,
        rules,
        tasks,
    } = incoming;
    // A made-up id is no knowledge: it never takes the place of one that was entered.
    if !provisional || record.provisional {
        take(changes, Field::Target, &mut record.target, target);
        take(changes, Field::Provisional, &mut record.provisional, provisional);
    }
    take(changes, Field::FromOffer, &mut record.from_offer, from_offer);
    take(changes, Field::ToOffer, &mut record.to_offer, to_offer);
    take(changes, Field::Licenses, &mut record.licenses, licenses);
    take(changes, Field::Comment, &mut record.comment, comment);
    take(changes, Field::Rules, &mut record.rules, rules);
    let tasks = merged_tasks(&record.tasks, tasks);
    put(changes, Field::Tasks, &mut record.tasks, tasks);
}

/// What was done stays done; tasks that are not there yet are added.
fn merged_tasks(present: &[Task], incoming: &[Task]) -> Vec<Task> {
    let mut tasks = present.to_vec();
    for task in incoming {
        if tasks.iter().any(|known| known.id == task.id && known.done >= task.done) {
            continue;
        }
        match tasks.iter_mut().find(|known| known.id == task.id) {
            Some(known) => known.done = true,
            None => tasks.push(*task),
        }
    }
    tasks
}
