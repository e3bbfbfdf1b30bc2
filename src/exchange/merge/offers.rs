//! Planning a portfolio's own offers. The catalogue's are never touched.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::merging::Merging;
use super::parts::OfferParts;
use super::rows::{Reason, RecordPlan, Remark, Standing};
use super::{Into, Planning, record};
use crate::model::{Id, Offer};

pub fn plan(planning: &Planning<'_>, incoming: &[Arc<Offer>]) -> (Vec<RecordPlan>, Vec<OfferParts>) {
    let current = &planning.start.offers;
    // How often, and first where, the portfolio holds an id; and which ids the file brought already.
    let mut present: HashMap<&Id, (usize, usize)> = HashMap::new();
    for (at, offer) in current.iter().enumerate() {
        present.entry(&offer.id).or_insert((at, 0)).1 += 1;
    }
    let bases: HashMap<&Id, &Arc<Offer>> =
        planning.base().map(|base| base.offers.iter().map(|offer| (&offer.id, offer)).collect()).unwrap_or_default();
    let mut met: HashSet<&Id> = HashSet::new();
    let mut rows = Vec::with_capacity(incoming.len());
    let mut parts = Vec::with_capacity(incoming.len());
    for offer in incoming {
        let again = !met.insert(&offer.id);
        let base = bases.get(&offer.id).map(|base| &***base);
        let found = present.get(&offer.id).and_then(|(at, times)| Some((*at, *times, current.get(*at)?)));
        let mut part = OfferParts { old: None, incoming: Some(Arc::clone(offer)) };
        let (standing, remarks) = match found {
            Some(_) if again => (Standing::LeftOut(Reason::Duplicate), Vec::new()),
            None if again && planning.into == Into::Existing => (Standing::LeftOut(Reason::Duplicate), Vec::new()),
            Some((_, 2.., _)) => (Standing::LeftOut(Reason::Ambiguous), Vec::new()),
            Some((position, _, old)) => {
                part.old = Some((position, Arc::clone(old)));
                let mut merging = Merging::new(planning.manner);
                record::offer::merge(&mut merging, old, offer, base);
                merging.standing()
            }
            None => (Standing::New, base.map(|_| Remark::DeletedHere).into_iter().collect()),
        };
        rows.push(RecordPlan { id: offer.id.clone(), name: offer.name.clone(), standing, filled: Vec::new(), remarks });
        parts.push(part);
    }
    if planning.manner.exact {
        for offer in current.iter().filter(|offer| !met.contains(&offer.id)) {
            let standing = Standing::NotInFile;
            let (id, name) = (offer.id.clone(), offer.name.clone());
            rows.push(RecordPlan { id, name, standing, filled: Vec::new(), remarks: Vec::new() });
            parts.push(OfferParts::default());
        }
    }
    (rows, parts)
}
