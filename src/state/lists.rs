//! What the two lists show: filtered at each keystroke, and after an edit changed where it changed something. In which order is `sorting`'s, what a row says is `rows`'.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use super::offer_rows::{OfferRow, OfferRows};
use super::rows::{CustomerRow, Rows, SubscriptionRow};
use super::search::{FoundWords, Sought, is_hexadecimal};
use super::sorting::{At, Sorted, Sorting, compare_customers, compare_subscriptions, index, subscriptions_of};
use crate::model::{Filter, Status};
use crate::rules::Verdict;

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

    fn passes_subscription(&self, customer: &CustomerRow, own: usize, row: &SubscriptionRow) -> bool {
        self.0.iter().all(|filter| match filter {
            Filter::CanBeUpgraded => row.verdict == Verdict::Eligible,
            Filter::NotKnown => row.verdict == Verdict::NotKnown,
            Filter::Suspended => {
                let record = customer.record.subscriptions.get(own);
                record.is_some_and(|record| record.status == Status::Suspended)
            }
            Filter::NoDelegatedAdmin => customer.no_delegated_admin,
            Filter::OpenTasks => row.open_tasks > 0,
        })
    }
}

/// Those of them that search and filters let through, in the same order.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub customers: Vec<u32>,
    pub subscriptions: Vec<At>,
}

/// What the lists are asked to be like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Arrangement {
    pub sorting: Sorting,
    pub search: String,
    pub filters: Filters,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// By which they are as they are.
    pub arrangement: Arrangement,
    pub sorted: Sorted,
    pub shown: Shown,
}

/// What search and filters let through.
struct Sieve<'a> {
    filters: &'a Filters,
    sought: Sought,
    all: FoundWords,
    /// The words that could be a part of a GUID: those of digits, the letters to f, and dashes.
    in_ids: FoundWords,
    /// What is found in each offer, by its number: it is asked once, however many subscriptions it has.
    offers: Vec<FoundWords>,
}

/// Which words were found of a customer: in what is said of them, and those that may be in some nickname too.
#[derive(Clone, Copy)]
struct FoundIn {
    customer: FoundWords,
    nicknames: FoundWords,
}

impl<'a> Sieve<'a> {
    fn new(arrangement: &'a Arrangement, offers: &OfferRows) -> Self {
        let sought = Sought::new(&arrangement.search);
        let found = |offer: &Arc<OfferRow>| sought.found(FoundWords::default(), |word| offer.is_meant(word));
        Self {
            filters: &arrangement.filters,
            all: sought.every_word(),
            in_ids: sought.found(FoundWords::default(), is_hexadecimal),
            offers: offers.rows().iter().map(found).collect(),
            sought,
        }
    }

    fn found_in(&self, row: &CustomerRow) -> FoundIn {
        let customer = self.sought.found(FoundWords::default(), |word| row.is_meant(word));
        let nicknames = if customer == self.all {
            customer
        } else {
            self.sought.found(customer, |word| row.may_be_nicknamed(word))
        };
        FoundIn { customer, nicknames }
    }

    fn shows_customer(&self, row: &CustomerRow, found: FoundIn) -> bool {
        found.customer == self.all && self.filters.passes_customer(row)
    }

    /// `own`: the subscription's place within the customer. The record itself lies elsewhere in memory, and is looked at
    /// only where the row does not do.
    fn shows_subscription(&self, customer: &CustomerRow, own: usize, found: FoundIn) -> bool {
        let Some(row) = customer.subscriptions.get(own) else { return false };
        if !self.filters.passes_subscription(customer, own, row) {
            return false;
        }
        let FoundIn { customer: of_customer, nicknames } = found;
        if of_customer == self.all {
            return true;
        }
        let of_offer = row.offer.number.and_then(|number| self.offers.get(number).copied());
        let found = of_customer
            .and(of_offer.unwrap_or_else(|| self.sought.found(FoundWords::default(), |word| row.offer.is_meant(word))));
        if found == self.all {
            return true;
        }
        let found =
            if nicknames == of_customer { found } else { self.sought.found(found, |word| row.is_nicknamed(word)) };
        if found == self.all {
            return true;
        }
        let may_be_in_id = !row.has_guid() || found.and(self.in_ids) == self.all;
        may_be_in_id && self.sought.found(found, |word| customer.is_identified(own, word)) == self.all
    }
}

/// How many customers a core looks at before it asks whether anybody still wants to know.
const PIECE: usize = 256;

/// How many entries of a list in order a core goes through at a time.
const ENTRIES: usize = 1 << 16;

/// What was found of a piece: of each customer whether they are shown and where their subscriptions begin, and of each
/// subscription whether it is shown.
type Looked = (Vec<(bool, usize)>, Vec<bool>);

impl Shown {
    /// Chooses what is shown: every word of the search has to be found. `None` where it is wanted no longer.
    pub fn of(
        rows: &Rows,
        sorted: &Sorted,
        arrangement: &Arrangement,
        offers: &OfferRows,
        is_wanted: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let passes_all = arrangement.search.trim().is_empty() && arrangement.filters.is_empty();
        if passes_all {
            return Some(Self { customers: sorted.customers.to_vec(), subscriptions: sorted.subscriptions.to_vec() });
        }
        let sieve = Sieve::new(arrangement, offers);
        // In the order in which rows lie in memory; the orders of the lists are gone through afterwards, with an answer
        // for each row that is a byte long.
        let look = |piece: &[Arc<CustomerRow>]| {
            if !is_wanted() {
                return None;
            }
            let (mut customers, mut subscriptions) = (Vec::with_capacity(piece.len()), Vec::new());
            fetch(piece);
            for customer in piece {
                let found = sieve.found_in(customer);
                customers.push((sieve.shows_customer(customer, found), subscriptions.len()));
                let each = 0..customer.subscriptions.len();
                subscriptions.extend(each.map(|own| sieve.shows_subscription(customer, own, found)));
            }
            Some((customers, subscriptions))
        };
        let looked: Option<Vec<Looked>> = rows.par_chunks(PIECE).map(look).collect();
        let (mut customers, mut begins, mut subscriptions) = (Vec::new(), Vec::new(), Vec::new());
        for (of_piece, shown) in looked? {
            for (is_shown, begins_in_piece) in of_piece {
                customers.push(is_shown);
                begins.push(subscriptions.len() + begins_in_piece);
            }
            subscriptions.extend(shown);
        }
        let shows_customer = |at: &u32| customers.get(*at as usize).copied().unwrap_or_default();
        let shows_subscription = |(customer, own): &At| {
            let begins = begins.get(*customer as usize).copied().unwrap_or_default();
            subscriptions.get(begins + *own as usize).copied().unwrap_or_default()
        };
        is_wanted().then(|| Self {
            customers: sorted.customers.iter().copied().filter(shows_customer).collect(),
            subscriptions: sorted
                .subscriptions
                .par_chunks(ENTRIES)
                .map(|piece| piece.iter().copied().filter(shows_subscription).collect())
                .collect::<Vec<Vec<At>>>()
                .concat(),
        })
    }
}

/// Has the memory of rows fetched that a search is about to look at. One row is fetched while the others are; looked at one
/// after another, each would be waited for, which took most of a search's time.
fn fetch(rows: &[Arc<CustomerRow>]) {
    let texts: Vec<&[u8]> = rows.iter().map(|row| row.haystack().as_bytes()).collect();
    let firsts = texts.iter().map(|text| usize::from(text.first().copied().unwrap_or_default()));
    let verdicts = rows.iter().map(|row| row.subscriptions.first().map_or(0, |row| row.open_tasks as usize));
    // What it comes to says nothing, but that it has to be looked at.
    std::hint::black_box(firsts.sum::<usize>() + verdicts.sum::<usize>());
}

/// Puts a value where it belongs in a list in order.
fn put<T: Copy>(list: &mut Vec<T>, value: T, compare: impl Fn(T, T) -> Ordering) {
    let at = list.partition_point(|other| compare(*other, value) == Ordering::Less);
    list.insert(at, value);
}

/// Takes a value out of a list in order, as it was found there.
fn take<T: Copy>(list: &mut Vec<T>, value: T, compare: impl Fn(T, T) -> Ordering) {
    if let Ok(at) = list.binary_search_by(|other| compare(*other, value)) {
        list.remove(at);
    }
}

/// What of a customer changes its place in the lists, or whether it is seen.
struct Moving {
    customer: bool,
    /// Their places within the customer.
    subscriptions: Vec<u32>,
}

impl Moving {
    fn all(rows: &Rows, position: usize) -> Self {
        Self { customer: true, subscriptions: subscriptions_of(rows, position).map(|at| at.1).collect() }
    }

    /// The subscriptions among them that the customer has now.
    fn of(&self, rows: &Rows, position: usize) -> impl Iterator<Item = At> {
        let count = subscriptions_of(rows, position).count();
        self.subscriptions.iter().filter(move |own| (**own as usize) < count).map(move |own| (index(position), *own))
    }
}

impl Lists {
    /// Puts another row in the place of a customer's, and them and their subscriptions where they belong now. What does
    /// not change its place is not touched.
    pub fn replace(&mut self, rows: &mut Rows, offers: &OfferRows, position: usize, row: &Arc<CustomerRow>) {
        let Some(old) = rows.get(position).map(Arc::clone) else { return };
        let moving = self.moving(offers, &old, row);
        self.take_all(rows, position, &moving);
        if let Some(slot) = rows.get_mut(position) {
            *slot = Arc::clone(row);
        }
        self.put_all(rows, offers, position, &moving);
    }

    /// What does not stay as it is in the lists where a row takes another's place: what is sorted or seen otherwise.
    fn moving(&self, offers: &OfferRows, old: &Arc<CustomerRow>, new: &Arc<CustomerRow>) -> Moving {
        let Sorting { customers, subscriptions } = self.arrangement.sorting;
        let (there, back) = (vec![Arc::clone(old), Arc::clone(new)], vec![Arc::clone(new), Arc::clone(old)]);
        // What stands first goes before its equal, whichever of the two it is.
        let is_level =
            |compare: &dyn Fn(&Rows) -> Ordering| compare(&there) == Ordering::Less && compare(&back) == Ordering::Less;
        let sieve = Sieve::new(&self.arrangement, offers);
        let [found_old, found_new] = [old, new].map(|row| sieve.found_in(row));
        let stays = |own: u32| {
            let at = own as usize;
            at < old.subscriptions.len()
                && at < new.subscriptions.len()
                && is_level(&|rows| compare_subscriptions(rows, subscriptions, (0, own), (1, own)))
                && sieve.shows_subscription(old, at, found_old) == sieve.shows_subscription(new, at, found_new)
        };
        let is_customer_level = is_level(&|rows| compare_customers(rows, customers, 0, 1));
        let count = index(old.subscriptions.len().max(new.subscriptions.len()));
        Moving {
            customer: !is_customer_level
                || sieve.shows_customer(old, found_old) != sieve.shows_customer(new, found_new),
            subscriptions: (0..count).filter(|own| !stays(*own)).collect(),
        }
    }

    /// Puts a row in at a position; those from there on stand one further.
    pub fn insert(&mut self, rows: &mut Rows, offers: &OfferRows, position: usize, row: Arc<CustomerRow>) {
        let at = index(position);
        self.renumber(|other| if other >= at { other + 1 } else { other });
        rows.insert(position, row);
        let moving = Moving::all(rows, position);
        self.put_all(rows, offers, position, &moving);
    }

    /// Takes the row at a position out; those behind it stand one nearer.
    pub fn remove(&mut self, rows: &mut Rows, position: usize) -> Option<Arc<CustomerRow>> {
        let at = index(position);
        rows.get(position)?;
        self.take_all(rows, position, &Moving::all(rows, position));
        self.renumber(|other| if other > at { other - 1 } else { other });
        Some(rows.remove(position))
    }

    fn renumber(&mut self, renumber: impl Fn(u32) -> u32) {
        let Self { sorted, shown, .. } = self;
        for customers in [Arc::make_mut(&mut sorted.customers), &mut shown.customers] {
            customers.iter_mut().for_each(|at| *at = renumber(*at));
        }
        for subscriptions in [Arc::make_mut(&mut sorted.subscriptions), &mut shown.subscriptions] {
            subscriptions.iter_mut().for_each(|at| at.0 = renumber(at.0));
        }
    }

    /// Takes a customer and those of their subscriptions that move out of their places. The rows are still as they were.
    fn take_all(&mut self, rows: &Rows, position: usize, moving: &Moving) {
        let Self { arrangement, sorted, shown } = self;
        let Sorting { customers, subscriptions } = arrangement.sorting;
        if moving.customer {
            for list in [Arc::make_mut(&mut sorted.customers), &mut shown.customers] {
                take(list, index(position), |a, b| compare_customers(rows, customers, a, b));
            }
        }
        for at in moving.of(rows, position) {
            for list in [Arc::make_mut(&mut sorted.subscriptions), &mut shown.subscriptions] {
                take(list, at, |a, b| compare_subscriptions(rows, subscriptions, a, b));
            }
        }
    }

    /// Puts a customer and those of their subscriptions that move where they belong, and shows what may be seen.
    fn put_all(&mut self, rows: &Rows, offers: &OfferRows, position: usize, moving: &Moving) {
        let Self { arrangement, sorted, shown } = self;
        let Sorting { customers, subscriptions } = arrangement.sorting;
        let Some(row) = rows.get(position) else { return };
        let sieve = Sieve::new(arrangement, offers);
        let found = sieve.found_in(row);
        if moving.customer {
            let is_shown = sieve.shows_customer(row, found);
            let lists = [Some(Arc::make_mut(&mut sorted.customers)), is_shown.then_some(&mut shown.customers)];
            for list in lists.into_iter().flatten() {
                put(list, index(position), |a, b| compare_customers(rows, customers, a, b));
            }
        }
        for at in moving.of(rows, position) {
            let is_shown = sieve.shows_subscription(row, at.1 as usize, found);
            let sorted = Arc::make_mut(&mut sorted.subscriptions);
            for list in [Some(sorted), is_shown.then_some(&mut shown.subscriptions)].into_iter().flatten() {
                put(list, at, |a, b| compare_subscriptions(rows, subscriptions, a, b));
            }
        }
    }

    /// Where a customer's position stands among those shown.
    pub fn place_of_customer(&self, rows: &Rows, position: u32) -> Option<usize> {
        let compare = |other: &u32| compare_customers(rows, self.arrangement.sorting.customers, *other, position);
        self.shown.customers.binary_search_by(compare).ok()
    }

    /// Where a subscription's position stands among those shown.
    pub fn place_of_subscription(&self, rows: &Rows, at: At) -> Option<usize> {
        let compare = |other: &At| compare_subscriptions(rows, self.arrangement.sorting.subscriptions, *other, at);
        self.shown.subscriptions.binary_search_by(compare).ok()
    }
}
