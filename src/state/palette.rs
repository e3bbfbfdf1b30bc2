//! What the command palette finds among customers and offers. Commands are the window's own, since it has their words.

use rayon::prelude::*;

use super::derived::Derived;
use super::search::{Sought, fold};
use crate::model::{Id, Offers};

/// So many of each are shown: whoever sees more of them types on.
pub const MOST_FOUND: usize = 8;

/// How many customers a core looks at in one go.
const PIECE: usize = 4096;

/// Customers and offers that are meant by what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub customers: Vec<Id>,
    pub offers: Vec<Id>,
}

/// Looks for every word; customers whose name begins with all that was typed come first. Nothing typed finds nothing.
pub(super) fn find(query: &str, offers: &Offers, derived: &Derived) -> Found {
    let (sought, whole) = (Sought::new(query), fold(query.trim()));
    if sought.is_empty() {
        return Found::default();
    }
    let pieces = derived.rows().par_chunks(PIECE).map(|piece| {
        let (mut begins, mut has) = (Vec::new(), Vec::new());
        for row in piece.iter().filter(|row| sought.all(|word| row.is_meant(word))) {
            let list = if row.begins_with(&whole) { &mut begins } else { &mut has };
            if list.len() < MOST_FOUND {
                list.push(row.record.id.clone());
            }
        }
        (begins, has)
    });
    let (begins, has): (Vec<_>, Vec<_>) = pieces.collect::<Vec<_>>().into_iter().unzip();
    let customers = begins.into_iter().chain(has).flatten().take(MOST_FOUND).collect();
    let is_meant = |id: &Id| derived.offer(id).is_some_and(|row| sought.all(|word| row.is_meant(word)));
    let found = derived.offers().iter().map(|offer| &offer.id).filter(|id| offers.find(id).is_some() && is_meant(id));
    Found { customers, offers: found.take(MOST_FOUND).cloned().collect() }
}
