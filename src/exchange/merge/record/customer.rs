//! A customer's own fields. The subscriptions are records of their own.

use super::super::field::{Field, FieldChange};
use super::super::merging::Merging;
use super::set;
use crate::model::Customer;

pub fn merge(merging: &mut Merging<'_>, present: &Customer, incoming: &Customer, base: Option<&Customer>) {
    let Customer { id: _, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions: _ } =
        incoming;
    merging.take(Field::CompanyName, &present.company_name, company_name, base.map(|base| &base.company_name));
    merging.take(Field::Domain, &present.domain, domain, base.map(|base| &base.domain));
    merging.take(Field::Relationship, &present.relationship, relationship, base.map(|base| &base.relationship));
    let granted = base.map(|base| &base.delegated_admin);
    merging.take(Field::DelegatedAdmin, &present.delegated_admin, delegated_admin, granted);
    if merging.is_exact() {
        merging.put(Field::Tags, &present.tags, tags, None);
    } else {
        // Tags are each a record of its own kind: those that are there stay, and those that were taken off do not come back.
        let is_new = |tag: &&String| !present.tags.contains(*tag) && base.is_none_or(|base| !base.tags.contains(*tag));
        let mut all = present.tags.clone();
        for tag in tags.iter().filter(is_new) {
            if !all.contains(tag) {
                all.push(tag.clone());
            }
        }
        merging.put(Field::Tags, &present.tags, &all, None);
    }
    merging.take(Field::Notes, &present.notes, notes, base.map(|base| &base.notes));
}

pub fn assign(record: &mut Customer, changes: &[FieldChange]) {
    let Customer { id: _, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions: _ } = record;
    set(changes, Field::CompanyName, company_name);
    set(changes, Field::Domain, domain);
    set(changes, Field::Relationship, relationship);
    set(changes, Field::DelegatedAdmin, delegated_admin);
    set(changes, Field::Tags, tags);
    set(changes, Field::Notes, notes);
}
