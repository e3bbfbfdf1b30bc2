//! Merging a portfolio's own offers. The catalogue's are never touched.

use std::collections::HashMap;
use std::sync::Arc;

use super::field::{Field, FieldChange, put, take};
use super::{Into, Reason, RecordPlan, Standing, updated};
use crate::model::{Edit, Id, Offer};

pub fn plan(current: &[Arc<Offer>], incoming: &[Arc<Offer>], into: Into, edits: &mut Vec<Edit>) -> Vec<RecordPlan> {
    // How often, and first where, the portfolio holds an id; and which ids the file brought already.
    let mut present: HashMap<&Id, (usize, usize)> = HashMap::new();
    for (at, offer) in current.iter().enumerate() {
        present.entry(&offer.id).or_insert((at, 0)).1 += 1;
    }
    let mut met: HashMap<&Id, ()> = HashMap::new();
    let mut end = current.len();
    let mut plans = Vec::with_capacity(incoming.len());
    for offer in incoming {
        let again = met.insert(&offer.id, ()).is_some();
        let found = present.get(&offer.id).and_then(|(at, times)| Some((*at, *times, current.get(*at)?)));
        let standing = match found {
            Some(_) if again => Standing::LeftOut(Reason::Duplicate),
            None if again && into == Into::Existing => Standing::LeftOut(Reason::Duplicate),
            Some((_, 2.., _)) => Standing::LeftOut(Reason::Ambiguous),
            Some((position, _, old)) => {
                let (standing, new) = updated(old, |record, changes| merge(record, offer, changes));
                edits.extend(new.map(|new| Edit::Offer { position, old: Some(Arc::clone(old)), new: Some(new) }));
                standing
            }
            None => {
                edits.push(Edit::Offer { position: end, old: None, new: Some(Arc::clone(offer)) });
                end += 1;
                Standing::New
            }
        };
        plans.push(RecordPlan {
            id: offer.id.clone(),
            name: offer.name.clone(),
            standing,
            filled: Vec::new(),
            remarks: Vec::new(),
        });
    }
    plans
}

fn merge(record: &mut Offer, incoming: &Offer, changes: &mut Vec<FieldChange>) {
    let Offer { id: _, name, minimum, maximum, concurrent_limit, cycles, add_on, bases, family, services } = incoming;
    take(changes, Field::Name, &mut record.name, name);
    take(changes, Field::Minimum, &mut record.minimum, minimum);
    take(changes, Field::Maximum, &mut record.maximum, maximum);
    // No limit is a fact about an offer, not a gap.
    put(changes, Field::ConcurrentLimit, &mut record.concurrent_limit, *concurrent_limit);
    take(changes, Field::Cycles, &mut record.cycles, cycles);
    take(changes, Field::AddOn, &mut record.add_on, add_on);
    take(changes, Field::Bases, &mut record.bases, bases);
    take(changes, Field::Family, &mut record.family, family);
    take(changes, Field::Services, &mut record.services, services);
}
