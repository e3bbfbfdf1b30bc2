//! Puts a change into memory. It asks no rule and decides nothing: what is replayed was decided before.

use std::sync::Arc;

use crate::model::{Edit, Portfolio};

/// Carries edits out, in their order. They were decided for this very portfolio, so their positions are right.
pub fn carry_out(portfolio: &mut Portfolio, edits: &[Edit]) {
    for edit in edits {
        apply(portfolio, edit);
    }
}

fn apply(portfolio: &mut Portfolio, edit: &Edit) {
    match edit {
        Edit::Customer { position, old, new } => match (old, new) {
            (None, Some(new)) => portfolio.customers.insert(*position, Arc::clone(new)),
            (Some(_), None) => {
                portfolio.customers.remove(*position);
            }
            (Some(_), Some(new)) => {
                portfolio.customers.replace(*position, Arc::clone(new));
            }
            (None, None) => {}
        },
        Edit::Upgrade { position, old, new } => splice(&mut portfolio.upgrades, *position, old.is_some(), new.as_ref()),
        Edit::Offer { position, old, new } => splice(&mut portfolio.offers, *position, old.is_some(), new.as_ref()),
        Edit::History { position, old, new } => splice(&mut portfolio.history, *position, old.is_some(), new.as_ref()),
        Edit::Answer { position, old, new } => splice(&mut portfolio.answers, *position, old.is_some(), new.as_ref()),
        Edit::Partner { new, .. } => portfolio.partner = new.clone(),
        Edit::Rules { new, .. } => portfolio.rules.clone_from(new),
    }
}

fn splice<T>(list: &mut Vec<Arc<T>>, position: usize, is_there: bool, new: Option<&Arc<T>>) {
    match (is_there, new) {
        (true, Some(new)) => {
            if let Some(slot) = list.get_mut(position) {
                *slot = Arc::clone(new);
            }
        }
        (true, None) if position < list.len() => {
            list.remove(position);
        }
        (true, None) | (false, None) => {}
        (false, Some(new)) => list.insert(position.min(list.len()), Arc::clone(new)),
    }
}
