//! The edits of a recorded upgrade and of a guarded action, with the line that the file's own history gets. Whether they are allowed is the rules'.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::model::{
    Change, Customer, Deed, Edit, Guarded, HistoryEntry, Id, JudgedCondition, Portfolio, RecordState, Subscription,
};
use crate::rules::{Finding, Plan, RuleSet};

/// The change that records an upgrade which the rules allow.
#[must_use]
pub fn upgrade_change(portfolio: &Portfolio, position: usize, old: &Arc<Customer>, plan: Plan) -> Change {
    let outcomes = plan.judged().findings.iter().map(judged).collect();
    let (after, upgrade) = plan.into_parts();
    let (at, rules) = (upgrade.at, upgrade.rules.clone());
    let deed =
        Deed::Upgrade { customer: old.id.clone(), subscription: upgrade.source.clone(), to: upgrade.to_offer.clone() };
    let line = line(at, Guarded::Upgrade, old, &after, &upgrade.source, rules, outcomes);
    let edits = vec![
        Edit::Customer { position, old: Some(Arc::clone(old)), new: Some(Arc::new(after)) },
        Edit::Upgrade { position: portfolio.upgrades.len(), old: None, new: Some(Arc::new(upgrade)) },
        Edit::History { position: portfolio.history.len(), old: None, new: Some(Arc::new(line)) },
    ];
    Change { at, deed, edits }
}

/// The edits that record a guarded action on a subscription; none where it changes nothing.
pub(super) fn action_edits(
    portfolio: &Portfolio,
    (position, old): (usize, &Arc<Customer>),
    after: Customer,
    (what, subscription): (Guarded, &Id),
    rules: &RuleSet,
    at: DateTime<Utc>,
) -> Vec<Edit> {
    if **old == after {
        return Vec::new();
    }
    let line = line(at, what, old, &after, subscription, rules.id.to_owned(), Vec::new());
    vec![
        Edit::Customer { position, old: Some(Arc::clone(old)), new: Some(Arc::new(after)) },
        Edit::History { position: portfolio.history.len(), old: None, new: Some(Arc::new(line)) },
    ]
}

fn judged(finding: &Finding) -> JudgedCondition {
    JudgedCondition { condition: finding.condition.key().to_owned(), outcome: finding.outcome.key().to_owned() }
}

/// What became of the records that differ, the one that was acted on first and new ones last.
fn line(
    at: DateTime<Utc>,
    what: Guarded,
    before: &Customer,
    after: &Customer,
    subscription: &Id,
    rules: String,
    outcomes: Vec<JudgedCondition>,
) -> HistoryEntry {
    let is_touched = |record: &Subscription, other: &Customer| {
        record.id == *subscription || other.subscription(&record.id) != Some(record)
    };
    let states = |of: &Customer, other: &Customer| {
        let mut touched: Vec<&Subscription> =
            of.subscriptions.iter().filter(|record| is_touched(record, other)).collect();
        touched.sort_by_key(|record| (record.id != *subscription, before.subscription(&record.id).is_none()));
        touched.into_iter().map(state).collect()
    };
    HistoryEntry {
        at,
        what,
        customer: before.id.clone(),
        old: states(before, after),
        new: states(after, before),
        rules,
        outcomes,
    }
}

fn state(record: &Subscription) -> RecordState {
    RecordState {
        subscription: record.id.clone(),
        offer: record.offer_id.clone(),
        quantity: record.quantity,
        status: record.status.clone(),
    }
}
