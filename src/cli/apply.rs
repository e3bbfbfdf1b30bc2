//! Carrying edits out on a portfolio in memory. Which edits those are is decided by the rules and by the merge plan.

use std::sync::Arc;

use crate::model::{Edit, Portfolio};

/// Applies the edits in their order. They come from a plan for this very portfolio, so their positions are right.
pub(super) fn apply(portfolio: &mut Portfolio, edits: Vec<Edit>) {
    for edit in edits {
        match edit {
            Edit::Customer { position, old, new } => match (old, new) {
                (None, Some(new)) => portfolio.customers.insert(position, new),
                (Some(_), Some(new)) => drop(portfolio.customers.replace(position, new)),
                (Some(_), None) => drop(portfolio.customers.remove(position)),
                (None, None) => {}
            },
            Edit::Upgrade { position, old, new } => put(&mut portfolio.upgrades, position, old.is_some(), new),
            Edit::Offer { position, old, new } => put(&mut portfolio.offers, position, old.is_some(), new),
            Edit::Partner { new, .. } => portfolio.partner = new,
            Edit::Rules { new, .. } => portfolio.rules = new,
        }
    }
}

fn put<T>(list: &mut Vec<Arc<T>>, position: usize, was_there: bool, new: Option<Arc<T>>) {
    match (was_there, new) {
        (false, Some(new)) => list.insert(position.min(list.len()), new),
        (true, Some(new)) => {
            if let Some(slot) = list.get_mut(position) {
                *slot = new;
            }
        }
        (true, None) if position < list.len() => drop(list.remove(position)),
        (_, None) => {}
    }
}
