//! The fields of a recorded upgrade. Customer, source and time are what it is known by.

use super::super::field::{Field, FieldChange};
use super::super::merging::Merging;
use super::set;
use crate::model::{Task, Upgrade};

/// `start` is the present record before it learned an id from the file; `present` is it afterwards.
pub fn merge(merging: &mut Merging<'_>, start: &Upgrade, present: &Upgrade, incoming: &Upgrade) {
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
    if !provisional || present.provisional || merging.is_exact() {
        merging.take(Field::Target, &start.target, target, None);
        merging.take(Field::Provisional, &present.provisional, provisional, None);
    }
    merging.take(Field::FromOffer, &present.from_offer, from_offer, None);
    merging.take(Field::ToOffer, &present.to_offer, to_offer, None);
    merging.take(Field::Licenses, &present.licenses, licenses, None);
    merging.take(Field::Comment, &present.comment, comment, None);
    merging.take(Field::Rules, &present.rules, rules, None);
    if merging.is_exact() {
        merging.put(Field::Tasks, &present.tasks, tasks, None);
    } else {
        merging.put(Field::Tasks, &present.tasks, &merged_tasks(&present.tasks, tasks), None);
    }
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

pub fn assign(record: &mut Upgrade, changes: &[FieldChange]) {
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
    } = record;
    set(changes, Field::Target, target);
    set(changes, Field::Provisional, provisional);
    set(changes, Field::FromOffer, from_offer);
    set(changes, Field::ToOffer, to_offer);
    set(changes, Field::Licenses, licenses);
    set(changes, Field::Comment, comment);
    set(changes, Field::Rules, rules);
    set(changes, Field::Tasks, tasks);
}
