//! What the command palette finds among customers and offers. Commands are the window's own, since it has their words.

use super::derived::Derived;
use super::search::{Sought, fold};
use crate::model::{Id, Offers};

/// So many of each are shown: whoever sees more of them types on.
pub const MOST_FOUND: usize = 8;

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
    let (mut begins, mut has) = (Vec::new(), Vec::new());
    for row in derived.rows().iter().filter(|row| sought.all(|word| row.is_meant(word))) {
        let list = if row.begins_with(&whole) { &mut begins } else { &mut has };
        if list.len() < MOST_FOUND {
            list.push(row.record.id.clone());
        }
        if begins.len() == MOST_FOUND {
            break;
        }
    }
    begins.extend(has);
    begins.truncate(MOST_FOUND);
    let is_meant = |id: &Id| derived.offer(id).is_some_and(|row| sought.all(|word| row.is_meant(word)));
    let found = derived.offers().iter().map(|offer| &offer.id).filter(|id| offers.find(id).is_some() && is_meant(id));
    Found { customers: begins, offers: found.take(MOST_FOUND).cloned().collect() }
}
