//! The order of the two lists: all positions sorted by one column. What of them is shown is `lists`'.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Datelike;
use rayon::prelude::*;

use super::rows::{CustomerRow, Rows, SubscriptionRow};
use crate::model::{CustomerColumn, Subscription, SubscriptionColumn, Toggle};

impl<C: PartialEq> Toggle<C> {
    /// What a click on a column's head asks for: that column, or the other way round where it is sorted by already.
    pub(super) fn press(&mut self, column: C) {
        self.descending = self.column == column && !self.descending;
        self.column = column;
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    pub customers: Toggle<CustomerColumn>,
    pub subscriptions: Toggle<SubscriptionColumn>,
}

/// Where a subscription stands: its customer's position, and its own within the customer.
pub(super) type At = (u32, u32);

/// All positions in the order in force. Work beside the window shares them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    pub customers: Arc<Vec<u32>>,
    pub subscriptions: Arc<Vec<At>>,
}

pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

pub(super) fn compare_customers(rows: &Rows, by: Toggle<CustomerColumn>, left: u32, right: u32) -> Ordering {
    let (Some(a), Some(b)) = (rows.get(left as usize), rows.get(right as usize)) else { return left.cmp(&right) };
    let order = match by.column {
        CustomerColumn::Company => a.company_order.cmp(&b.company_order),
        CustomerColumn::Domain => a.domain().cmp(b.domain()),
        CustomerColumn::Subscriptions => a.subscriptions.len().cmp(&b.subscriptions.len()),
        // The most upgradable first: that is what a person looks for.
        CustomerColumn::Upgradable => (b.eligible, b.not_known).cmp(&(a.eligible, a.not_known)),
        CustomerColumn::DelegatedAdmin => a.delegated_admin_rank.cmp(&b.delegated_admin_rank),
        // Whoever has none comes last.
        CustomerColumn::Tags => (a.tags.is_empty(), &a.tags).cmp(&(b.tags.is_empty(), &b.tags)),
    };
    let order = if by.descending { order.reverse() } else { order };
    order.then_with(|| a.company_order.cmp(&b.company_order)).then(left.cmp(&right))
}

/// A subscription as the lists see it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub customer: &'a CustomerRow,
    pub record: &'a Subscription,
    pub row: &'a SubscriptionRow,
}

pub(super) fn see(rows: &Rows, at: At) -> Option<Seen<'_>> {
    let customer = rows.get(at.0 as usize)?;
    let (record, row) = customer.subscription(at.1)?;
    Some(Seen { customer, record, row })
}

pub(super) fn compare_subscriptions(rows: &Rows, by: Toggle<SubscriptionColumn>, left: At, right: At) -> Ordering {
    let (Some(a), Some(b)) = (see(rows, left), see(rows, right)) else { return left.cmp(&right) };
    let order = match by.column {
        SubscriptionColumn::Customer => a.customer.company_order.cmp(&b.customer.company_order),
        SubscriptionColumn::Offer => a.row.offer.order.cmp(&b.row.offer.order),
        SubscriptionColumn::Licenses => a.record.quantity.cmp(&b.record.quantity),
        SubscriptionColumn::Status => a.record.status.cmp(&b.record.status),
        SubscriptionColumn::Renewal => renewal(a.record).cmp(&renewal(b.record)),
        SubscriptionColumn::Verdict => {
            b.row.verdict.cmp(&a.row.verdict).then(b.record.quantity.cmp(&a.record.quantity))
        }
        SubscriptionColumn::Target => b.row.targets.cmp(&a.row.targets),
        SubscriptionColumn::Reason => a.row.reason.cmp(&b.row.reason),
        SubscriptionColumn::Channel => a.record.channel.cmp(&b.record.channel),
    };
    let order = if by.descending { order.reverse() } else { order };
    order.then_with(|| a.customer.company_order.cmp(&b.customer.company_order)).then(left.cmp(&right))
}

/// What renews first comes first, what is not known last.
const fn renewal(record: &Subscription) -> (bool, Option<chrono::NaiveDate>) {
    (record.commitment_end.is_none(), record.commitment_end)
}

pub(super) fn subscriptions_of(rows: &Rows, customer: usize) -> impl Iterator<Item = At> {
    let count = rows.get(customer).map_or(0, |row| row.subscriptions.len());
    (0..count).map(move |at| (index(customer), index(at)))
}

/// The place of each among all that differ, in their order.
fn ranks<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, i64> {
    keys.collect::<BTreeSet<K>>().into_iter().zip(0..).collect()
}

impl Sorted {
    pub fn of(rows: &Rows, by: Sorting) -> Self {
        let mut customers: Vec<u32> = (0..rows.len()).map(index).collect();
        customers.par_sort_unstable_by(|a, b| compare_customers(rows, by.customers, *a, *b));
        Self { customers: Arc::new(customers), subscriptions: Arc::new(subscriptions(rows, by.subscriptions)) }
    }
}

/// All subscriptions in order. A million are compared twenty million times, so what they are compared by is made a number
/// beforehand wherever few values differ; the order is that of [`compare_subscriptions`].
fn subscriptions(rows: &Rows, by: Toggle<SubscriptionColumn>) -> Vec<At> {
    let mut names: Vec<u32> = (0..rows.len()).map(index).collect();
    names.par_sort_unstable_by(|a, b| {
        let order = |at: &u32| rows.get(*at as usize).map(|row| &row.company_order);
        order(a).cmp(&order(b)).then(a.cmp(b))
    });
    // Customers of one name share a rank; their position decides then, as it does where only one list is compared.
    let mut by_name = vec![0_u32; rows.len()];
    let mut rank = 0;
    for (at, position) in names.iter().enumerate() {
        let order = |position: u32| rows.get(position as usize).map(|row| &row.company_order);
        let before = at.checked_sub(1).and_then(|before| names.get(before));
        if before.is_some_and(|before| order(*before) != order(*position)) {
            rank += 1;
        }
        if let Some(slot) = by_name.get_mut(*position as usize) {
            *slot = rank;
        }
    }
    let all = |column| {
        let rows = rows.iter().take(if by.column == column { usize::MAX } else { 0 });
        rows.flat_map(|row| row.record.subscriptions.iter().zip(&row.subscriptions))
    };
    let offers = ranks(all(SubscriptionColumn::Offer).map(|(_, row)| &row.offer.order));
    let statuses = ranks(all(SubscriptionColumn::Status).map(|(record, _)| &record.status));
    let targets = ranks(all(SubscriptionColumn::Target).map(|(_, row)| &row.targets));
    let channels = ranks(all(SubscriptionColumn::Channel).map(|(record, _)| &record.channel));
    let reasons = ranks(all(SubscriptionColumn::Reason).map(|(_, row)| row.reason));
    let key = |record: &Subscription, row: &SubscriptionRow| -> (i64, i64) {
        let rank = |rank: Option<&i64>| (rank.copied().unwrap_or_default(), 0);
        let (first, second) = match by.column {
            SubscriptionColumn::Customer => (0, 0),
            SubscriptionColumn::Offer => rank(offers.get(&row.offer.order)),
            SubscriptionColumn::Licenses => (record.quantity, 0),
            SubscriptionColumn::Status => rank(statuses.get(&record.status)),
            SubscriptionColumn::Renewal => {
                let days = record.commitment_end.map(|day| i64::from(day.num_days_from_ce()));
                (days.unwrap_or(i64::MAX), 0)
            }
            // Reversed without a number that has no opposite.
            SubscriptionColumn::Verdict => (!(row.verdict as i64), !record.quantity),
            SubscriptionColumn::Target => (!rank(targets.get(&row.targets)).0, 0),
            SubscriptionColumn::Reason => rank(reasons.get(&row.reason)),
            SubscriptionColumn::Channel => rank(channels.get(&record.channel)),
        };
        if by.descending { (!first, !second) } else { (first, second) }
    };
    // By its own column the customer's name goes down with the rest; as what decides between equals it never does.
    let turned = by.descending && by.column == SubscriptionColumn::Customer;
    let mut keyed: Vec<((i64, i64), u32, At)> = rows
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, customer)| {
            let name = by_name.get(at).copied().unwrap_or_default();
            let name = if turned { !name } else { name };
            let each = customer.record.subscriptions.iter().zip(&customer.subscriptions).zip(0..);
            let key = &key;
            each.map(move |((record, row), own)| (key(record, row), name, (index(at), own)))
        })
        .collect();
    keyed.par_sort_unstable();
    keyed.into_iter().map(|(.., at)| at).collect()
}
