//! Order and filters of the two lists: sorted once, filtered at each keystroke. What a row says is derived's.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::derived::{CustomerRow, SubscriptionRow};
use super::offer_rows::OfferRow;
use super::search::{FoundWords, Sought};
use crate::model::{CustomerColumn, Filter, SubscriptionColumn, Toggle};
use crate::rules::Verdict;

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

/// The filters that are on; a row has to pass all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(Vec<Filter>);

impl Filters {
    #[must_use]
    pub fn has(&self, filter: Filter) -> bool {
        self.0.contains(&filter)
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn toggle(&mut self, filter: Filter) {
        if self.has(filter) {
            self.0.retain(|on| *on != filter);
        } else {
            self.0.push(filter);
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) const fn of(on: Vec<Filter>) -> Self {
        Self(on)
    }

    /// Those that are on, in the order of all.
    pub(super) fn on(&self) -> Vec<Filter> {
        Filter::ALL.into_iter().filter(|filter| self.has(*filter)).collect()
    }

    fn passes_customer(&self, row: &CustomerRow) -> bool {
        self.0.iter().all(|filter| match filter {
            Filter::CanBeUpgraded => row.eligible > 0,
            Filter::NotKnown => row.not_known > 0,
            Filter::Suspended => row.has_suspended,
            Filter::NoDelegatedAdmin => row.no_delegated_admin,
            Filter::OpenTasks => row.open_tasks > 0,
        })
    }

    fn passes_subscription(&self, customer: &CustomerRow, row: &SubscriptionRow) -> bool {
        self.0.iter().all(|filter| match filter {
            Filter::CanBeUpgraded => row.verdict == Verdict::Eligible,
            Filter::NotKnown => row.verdict == Verdict::NotKnown,
            Filter::Suspended => row.is_suspended,
            Filter::NoDelegatedAdmin => customer.no_delegated_admin,
            Filter::OpenTasks => row.open_tasks > 0,
        })
    }
}

#[derive(Debug, Default)]
pub(super) struct Lists {
    sorted_customers: Vec<u32>,
    sorted_subscriptions: Vec<(u32, u32)>,
    customers: Vec<u32>,
    subscriptions: Vec<(u32, u32)>,
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn compare_customers(rows: &[CustomerRow], by: Toggle<CustomerColumn>, left: u32, right: u32) -> Ordering {
    let (Some(a), Some(b)) = (rows.get(left as usize), rows.get(right as usize)) else { return left.cmp(&right) };
    let order = match by.column {
        CustomerColumn::Company => a.company_order.cmp(&b.company_order),
        CustomerColumn::Domain => a.domain_key.cmp(&b.domain_key),
        CustomerColumn::Subscriptions => a.subscriptions.len().cmp(&b.subscriptions.len()),
        // The most upgradable first: that is what a person looks for.
        CustomerColumn::Upgradable => (b.eligible, b.not_known).cmp(&(a.eligible, a.not_known)),
        CustomerColumn::DelegatedAdmin => a.delegated_admin_rank.cmp(&b.delegated_admin_rank),
        // Whoever has none comes last.
        CustomerColumn::Tags => (a.tags_key.is_empty(), &a.tags_key).cmp(&(b.tags_key.is_empty(), &b.tags_key)),
    };
    let order = if by.descending { order.reverse() } else { order };
    order.then_with(|| a.company_order.cmp(&b.company_order)).then(left.cmp(&right))
}

fn compare_subscriptions(
    rows: &[CustomerRow],
    by: Toggle<SubscriptionColumn>,
    left: (u32, u32),
    right: (u32, u32),
) -> Ordering {
    let find = |at: (u32, u32)| {
        let customer = rows.get(at.0 as usize)?;
        Some((customer, customer.subscriptions.get(at.1 as usize)?))
    };
    let (Some((customer_a, a)), Some((customer_b, b))) = (find(left), find(right)) else { return left.cmp(&right) };
    let order = match by.column {
        SubscriptionColumn::Customer => customer_a.company_order.cmp(&customer_b.company_order),
        SubscriptionColumn::Offer => a.offer.order.cmp(&b.offer.order),
        SubscriptionColumn::Licenses => a.quantity.cmp(&b.quantity),
        SubscriptionColumn::Status => a.status.cmp(&b.status),
        // What renews first comes first, what is not known last.
        SubscriptionColumn::Renewal => (a.renewal.is_none(), a.renewal).cmp(&(b.renewal.is_none(), b.renewal)),
        SubscriptionColumn::Verdict => b.verdict.cmp(&a.verdict).then(b.quantity.cmp(&a.quantity)),
        SubscriptionColumn::Target => b.targets.cmp(&a.targets),
        SubscriptionColumn::Reason => a.reason.cmp(&b.reason),
        SubscriptionColumn::Channel => a.channel.cmp(&b.channel),
    };
    let order = if by.descending { order.reverse() } else { order };
    order.then_with(|| customer_a.company_order.cmp(&customer_b.company_order)).then(left.cmp(&right))
}

fn subscriptions_of(rows: &[CustomerRow], customer: usize) -> impl Iterator<Item = (u32, u32)> {
    let count = rows.get(customer).map_or(0, |row| row.subscriptions.len());
    (0..count).map(move |at| (index(customer), index(at)))
}

impl Lists {
    pub(super) fn sort(&mut self, rows: &[CustomerRow], by: Sorting) {
        self.sorted_customers = (0..rows.len()).map(index).collect();
        self.sorted_customers.sort_unstable_by(|a, b| compare_customers(rows, by.customers, *a, *b));
        self.sorted_subscriptions = (0..rows.len()).flat_map(|customer| subscriptions_of(rows, customer)).collect();
        self.sorted_subscriptions.sort_unstable_by(|a, b| compare_subscriptions(rows, by.subscriptions, *a, *b));
    }

    /// Takes one customer out and puts them and their subscriptions in where they belong now.
    pub(super) fn replace(&mut self, rows: &[CustomerRow], customer: usize, by: Sorting) {
        let position = index(customer);
        self.sorted_customers.retain(|at| *at != position);
        let at = self
            .sorted_customers
            .partition_point(|other| compare_customers(rows, by.customers, *other, position) == Ordering::Less);
        self.sorted_customers.insert(at, position);
        self.sorted_subscriptions.retain(|at| at.0 != position);
        for subscription in subscriptions_of(rows, customer) {
            let at = self.sorted_subscriptions.partition_point(|other| {
                compare_subscriptions(rows, by.subscriptions, *other, subscription) == Ordering::Less
            });
            self.sorted_subscriptions.insert(at, subscription);
        }
    }

    /// Chooses what is shown. Every word of the search has to be found.
    pub(super) fn filter(&mut self, rows: &[CustomerRow], search: &str, filters: &Filters) {
        let sought = Sought::new(search);
        let all = sought.every_word();
        // Each customer and each offer is asked once, however many subscriptions they have.
        let of_customers: Vec<FoundWords> =
            rows.iter().map(|row| sought.found(FoundWords::default(), |word| row.is_meant(word))).collect();
        let mut of_offers: HashMap<*const OfferRow, FoundWords> = HashMap::new();
        let of_customer = |customer: u32| of_customers.get(customer as usize).copied().unwrap_or_default();
        let shows_customer = |position: &u32| {
            rows.get(*position as usize)
                .is_some_and(|row| of_customer(*position) == all && filters.passes_customer(row))
        };
        let shows_subscription = |at: &(u32, u32)| {
            rows.get(at.0 as usize).is_some_and(|customer| {
                customer.subscriptions.get(at.1 as usize).is_some_and(|row| {
                    filters.passes_subscription(customer, row) && {
                        let mut found = of_customer(at.0);
                        if found != all {
                            let offer = of_offers.entry(Arc::as_ptr(&row.offer));
                            let of_offer = || sought.found(FoundWords::default(), |word| row.offer.is_meant(word));
                            found = found.and(*offer.or_insert_with(of_offer));
                        }
                        found == all || sought.found(found, |word| row.is_meant(word)) == all
                    }
                })
            })
        };
        self.customers.clear();
        self.customers.extend(self.sorted_customers.iter().copied().filter(shows_customer));
        self.subscriptions.clear();
        self.subscriptions.extend(self.sorted_subscriptions.iter().copied().filter(shows_subscription));
    }

    pub(super) fn customers(&self) -> &[u32] {
        &self.customers
    }

    pub(super) fn subscriptions(&self) -> &[(u32, u32)] {
        &self.subscriptions
    }
}
