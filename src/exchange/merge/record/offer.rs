//! The fields of a portfolio's own offer.

use super::super::field::{Field, FieldChange};
use super::super::merging::Merging;
use super::set;
use crate::model::Offer;

pub fn merge(merging: &mut Merging<'_>, present: &Offer, incoming: &Offer, base: Option<&Offer>) {
    let Offer { id: _, name, minimum, maximum, concurrent_limit, cycles, add_on, bases, family, services } = incoming;
    merging.take(Field::Name, &present.name, name, base.map(|base| &base.name));
    merging.take(Field::Minimum, &present.minimum, minimum, base.map(|base| &base.minimum));
    merging.take(Field::Maximum, &present.maximum, maximum, base.map(|base| &base.maximum));
    // No limit is a fact about an offer, not a gap.
    let limit = base.map(|base| &base.concurrent_limit);
    merging.put(Field::ConcurrentLimit, &present.concurrent_limit, concurrent_limit, limit);
    merging.take(Field::Cycles, &present.cycles, cycles, base.map(|base| &base.cycles));
    merging.take(Field::AddOn, &present.add_on, add_on, base.map(|base| &base.add_on));
    merging.take(Field::Bases, &present.bases, bases, base.map(|base| &base.bases));
    merging.take(Field::Family, &present.family, family, base.map(|base| &base.family));
    merging.take(Field::Services, &present.services, services, base.map(|base| &base.services));
}

pub fn assign(record: &mut Offer, changes: &[FieldChange]) {
    let Offer { id: _, name, minimum, maximum, concurrent_limit, cycles, add_on, bases, family, services } = record;
    set(changes, Field::Name, name);
    set(changes, Field::Minimum, minimum);
    set(changes, Field::Maximum, maximum);
    set(changes, Field::ConcurrentLimit, concurrent_limit);
    set(changes, Field::Cycles, cycles);
    set(changes, Field::AddOn, add_on);
    set(changes, Field::Bases, bases);
    set(changes, Field::Family, family);
    set(changes, Field::Services, services);
}
