//! One change of several records that are selected together. Which are selected is `picked`'s.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::AppState;
use super::decide::Decision;
use super::dispatch::Stamp;
use super::draft::{BulkDraft, BulkWish};
use super::picked::{shown_customers, shown_subscriptions};
use super::session::Dialog;
use crate::model::{Change, Customer, Deed, Edit, Id, Portfolio, Tab};

/// How many of the tags that the customers have are named.
const NAMED_TAGS: usize = 12;

/// The records that are to be edited, by the ids that they had when it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkOf {
    Customers(Arc<Vec<Id>>),
    /// By customer and subscription.
    Subscriptions(Arc<Vec<(Id, Id)>>),
}

impl BulkOf {
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Customers(ids) => ids.len(),
            Self::Subscriptions(ids) => ids.len(),
        }
    }
}

/// What would become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkCount {
    pub changes: usize,
    /// They have all that is asked for.
    pub already: usize,
    /// They are no longer there.
    pub gone: usize,
}

/// Editing several records, with what would become of them by what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulk {
    pub of: BulkOf,
    pub count: BulkCount,
    /// Tags that they have, the most frequent first.
    pub tags: Vec<String>,
}

/// Begins to edit what is selected in the tab; `None` where one record stands alone.
pub(super) fn begin(state: &mut AppState) -> Option<Dialog> {
    let AppState { session, portfolio, .. } = &*state;
    let picked = &session.picked;
    if picked.count(session.tab) < 2 {
        return None;
    }
    let of = match session.tab {
        Tab::Customers => {
            let ids = shown_customers(session, portfolio).filter(|id| picked.customers.has(id));
            BulkOf::Customers(Arc::new(ids.collect()))
        }
        Tab::Subscriptions => {
            let ids = shown_subscriptions(session, portfolio).filter(|id| picked.subscriptions.has(id));
            BulkOf::Subscriptions(Arc::new(ids.collect()))
        }
    };
    state.drafts.bulk = BulkDraft::default();
    let count = Bulked::of(&state.portfolio, &of, &BulkWish::default(), false).count;
    Some(Dialog::Bulk(Box::new(Bulk { tags: tags_of(&state.portfolio, &of), of, count })))
}

fn tags_of(portfolio: &Portfolio, of: &BulkOf) -> Vec<String> {
    let BulkOf::Customers(ids) = of else { return Vec::new() };
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut all: Vec<&str> = Vec::new();
    for tag in ids.iter().filter_map(|id| portfolio.customers.get(id)).flat_map(|customer| &customer.tags) {
        let first = counts.len();
        let (_, count) = counts.entry(tag).or_insert_with(|| {
            all.push(tag);
            (first, 0)
        });
        *count += 1;
    }
    let rank = |tag: &&str| counts.get(tag).map_or((0, 0), |(first, count)| (usize::MAX - count, *first));
    all.sort_by_key(rank);
    all.into_iter().take(NAMED_TAGS).map(str::to_owned).collect()
}

/// Counts anew what would become of the records.
pub(super) fn recount(state: &mut AppState) {
    let AppState { session, portfolio, drafts } = state;
    if let Some(Dialog::Bulk(bulk)) = &mut session.dialog {
        bulk.count = Bulked::of(portfolio, &bulk.of, &drafts.bulk.parse(), false).count;
    }
}

/// What a wish comes to.
#[derive(Default)]
struct Bulked {
    count: BulkCount,
    edits: Vec<Edit>,
    makes_edits: bool,
    /// Customers that were looked at, where an ID can come twice.
    met: HashSet<Id>,
}

impl Bulked {
    /// Edits are made where they are asked for; to count, no record is copied.
    fn of(portfolio: &Portfolio, of: &BulkOf, wish: &BulkWish, makes_edits: bool) -> Self {
        let mut bulked = Self { makes_edits, ..Self::default() };
        match of {
            BulkOf::Customers(ids) => {
                for id in ids.iter() {
                    bulked.customer(portfolio, id, wish);
                }
            }
            BulkOf::Subscriptions(ids) => bulked.subscriptions(portfolio, ids, wish),
        }
        bulked
    }

    fn customer(&mut self, portfolio: &Portfolio, id: &Id, wish: &BulkWish) {
        // Of an ID that stands twice only the first record could be found, and it would be changed twice.
        let is_new = !portfolio.customers.has_duplicates() || self.met.insert(id.clone());
        let Some((position, old)) = found(portfolio, id).filter(|_| is_new) else {
            self.count.gone += 1;
            return;
        };
        let tags = wish.tags(&old.tags);
        let privileges = wish.delegated_admin.as_ref().filter(|privileges| **privileges != old.delegated_admin);
        if tags.is_none() && privileges.is_none() {
            self.count.already += 1;
            return;
        }
        self.count.changes += 1;
        if self.makes_edits {
            let mut new = Customer::clone(old);
            new.tags = tags.unwrap_or(new.tags);
            new.delegated_admin = privileges.cloned().unwrap_or(new.delegated_admin);
            self.replace(position, old, new);
        }
    }

    /// A customer's record is replaced once, however many of their subscriptions are among them.
    fn subscriptions(&mut self, portfolio: &Portfolio, ids: &[(Id, Id)], wish: &BulkWish) {
        let mut by_customer: HashMap<&Id, HashSet<&Id>> = HashMap::new();
        let mut order: Vec<&Id> = Vec::new();
        for (customer, subscription) in ids {
            let of_customer = by_customer.entry(customer).or_insert_with(|| {
                order.push(customer);
                HashSet::new()
            });
            of_customer.insert(subscription);
        }
        for customer in order {
            let Some(wanted) = by_customer.get(customer) else { continue };
            let Some((position, old)) = found(portfolio, customer) else {
                self.count.gone += wanted.len();
                continue;
            };
            let is_other =
                |record: &crate::model::Subscription| wish.channel.as_ref().is_some_and(|to| *to != record.channel);
            // An ID that stands twice here tells no record from another, which may not be seen at all.
            let times = |id: &Id| old.subscriptions.iter().filter(|record| record.id == *id).count();
            let is_wanted =
                |record: &&crate::model::Subscription| wanted.contains(&record.id) && times(&record.id) == 1;
            let there = old.subscriptions.iter().filter(is_wanted).count().min(wanted.len());
            let changes =
                old.subscriptions.iter().filter(is_wanted).filter(|record| is_other(record)).count().min(there);
            self.count.gone += wanted.len() - there;
            self.count.changes += changes;
            self.count.already += there - changes;
            if self.makes_edits && changes > 0 {
                let mut new = Customer::clone(old);
                for record in
                    new.subscriptions.iter_mut().filter(|record| wanted.contains(&record.id) && times(&record.id) == 1)
                {
                    record.channel = wish.channel.clone().unwrap_or_else(|| record.channel.clone());
                }
                self.replace(position, old, new);
            }
        }
    }

    fn replace(&mut self, position: usize, old: &Arc<Customer>, new: Customer) {
        self.edits.push(Edit::Customer { position, old: Some(Arc::clone(old)), new: Some(Arc::new(new)) });
    }
}

fn found<'a>(portfolio: &'a Portfolio, id: &Id) -> Option<(usize, &'a Arc<Customer>)> {
    let position = portfolio.customers.position(id)?;
    Some((position, portfolio.customers.at(position)?))
}

/// The one change of all of them that are still there.
pub(super) fn decide(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(Dialog::Bulk(bulk)) = &state.session.dialog else { return Decision::Nothing };
    if state.drafts.bulk.lacks_families() {
        return Decision::Nothing;
    }
    let wish = state.drafts.bulk.parse();
    let Bulked { count, edits, .. } = Bulked::of(&state.portfolio, &bulk.of, &wish, true);
    if edits.is_empty() {
        return Decision::Nothing;
    }
    let deed = match bulk.of {
        BulkOf::Subscriptions(_) => Deed::EditChannel { subscriptions: count.changes },
        BulkOf::Customers(_) => match (wish.has_tags(), wish.delegated_admin.is_some()) {
            (true, true) => Deed::EditCustomers { customers: count.changes },
            (false, true) => Deed::EditDelegatedAdmin { customers: count.changes },
            (_, false) => Deed::EditTags { customers: count.changes },
        },
    };
    Decision::Change(Change { at: stamp.at, deed, edits })
}
