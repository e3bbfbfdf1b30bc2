//! Several rows of a list selected at once, by the ids of their records. What is done with them is `bulk`'s.

use std::collections::HashSet;
use std::hash::Hash;

use super::{AppState, Session};
use crate::model::{Id, Portfolio, Tab};

/// How a row is selected beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick<K> {
    /// Selected where it was not, and the other way round.
    Toggle(K),
    /// Everything as it is shown, from where selecting began to this one.
    Through(K),
    /// Its details are shown, and what is selected stays so.
    Lead(K),
}

/// The selected rows of a list, two at least, that whose details are shown among them. Empty where that one stands alone.
#[derive(Clone, Debug)]
pub struct Picks<K> {
    ids: HashSet<K>,
    /// Where a range begins.
    anchor: Option<K>,
}

impl<K> Default for Picks<K> {
    fn default() -> Self {
        Self { ids: HashSet::new(), anchor: None }
    }
}

impl<K: Clone + Eq + Hash> Picks<K> {
    #[must_use]
    pub fn has(&self, id: &K) -> bool {
        self.ids.contains(id)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.ids.clear();
        self.anchor = None;
    }

    /// Where the row whose details are shown is not selected, selecting begins anew with it.
    fn follow(&mut self, lead: Option<&K>) {
        if !lead.is_some_and(|lead| self.has(lead)) {
            self.clear();
        }
    }

    /// Selects, and says whose details are to be shown.
    fn pick(&mut self, pick: Pick<K>, lead: Option<K>, shown: impl Iterator<Item = K> + Clone) -> Option<K> {
        match pick {
            Pick::Lead(id) => Some(id),
            Pick::Toggle(id) => self.toggle(id, lead, shown),
            Pick::Through(id) => {
                let anchor = self.anchor.take().or(lead).unwrap_or_else(|| id.clone());
                let mut is_within = false;
                self.ids.clear();
                for row in shown {
                    let is_end = row == id || row == anchor;
                    if is_within || is_end {
                        self.ids.insert(row);
                    }
                    // Both ends can be one.
                    is_within ^= is_end && id != anchor;
                }
                // A beginning that is no longer shown leaves no range.
                if is_within {
                    self.ids.clear();
                }
                self.anchor = Some(anchor);
                self.end_with_one(Some(id))
            }
        }
    }

    fn toggle(&mut self, id: K, lead: Option<K>, mut shown: impl Iterator<Item = K> + Clone) -> Option<K> {
        if self.is_empty() {
            let is_shown = |lead: &K| shown.clone().any(|row| row == *lead);
            self.ids.extend(lead.clone().filter(is_shown));
        }
        if !self.ids.remove(&id) {
            self.ids.insert(id.clone());
            self.anchor = Some(id.clone());
            return self.end_with_one(Some(id));
        }
        self.anchor = self.anchor.take().filter(|anchor| self.has(anchor));
        let is_lead = lead.as_ref() == Some(&id);
        let next = if is_lead { shown.find(|row| self.has(row)) } else { lead };
        // The last one stays.
        self.end_with_one(next.or(Some(id)))
    }

    /// One alone is the one whose details are shown, and nothing more is to be known of it.
    fn end_with_one(&mut self, lead: Option<K>) -> Option<K> {
        if self.len() < 2 {
            self.clear();
        }
        lead
    }

    fn keep(&mut self, shown: impl Iterator<Item = K>, lead: Option<&K>) {
        if self.is_empty() {
            return;
        }
        self.ids = shown.filter(|row| self.has(row)).collect();
        if self.len() < 2 {
            self.clear();
        }
        self.follow(lead);
    }
}

/// What is selected in the two lists.
#[derive(Clone, Debug, Default)]
pub struct Picked {
    pub customers: Picks<Id>,
    /// By customer and subscription.
    pub subscriptions: Picks<(Id, Id)>,
}

impl Picked {
    /// Follows the records whose details are shown.
    pub(super) fn follow(&mut self, customer: Option<&Id>, subscription: Option<&(Id, Id)>) {
        self.customers.follow(customer);
        self.subscriptions.follow(subscription);
    }

    /// How many are selected together in a tab; none where one stands alone.
    #[must_use]
    pub fn count(&self, tab: Tab) -> usize {
        match tab {
            Tab::Customers => self.customers.len(),
            Tab::Subscriptions => self.subscriptions.len(),
        }
    }
}

/// The customers that are shown, in order.
pub(super) fn shown_customers<'a>(
    session: &'a Session,
    portfolio: &'a Portfolio,
) -> impl Iterator<Item = Id> + Clone + 'a {
    let at = |at: &u32| portfolio.customers.at(*at as usize).map(|customer| customer.id.clone());
    session.derived.customers().iter().filter_map(at)
}

/// The subscriptions that are shown, in order.
pub(super) fn shown_subscriptions<'a>(
    session: &'a Session,
    portfolio: &'a Portfolio,
) -> impl Iterator<Item = (Id, Id)> + Clone + 'a {
    let at = |(customer, at): &(u32, u32)| {
        let customer = portfolio.customers.at(*customer as usize)?;
        Some((customer.id.clone(), customer.subscriptions.get(*at as usize)?.id.clone()))
    };
    session.derived.subscriptions().iter().filter_map(at)
}

impl AppState {
    pub(super) fn pick_customers(&mut self, pick: Pick<Id>) {
        let mut picks = std::mem::take(&mut self.session.picked.customers);
        let lead = self.session.selection.customer.clone();
        let next = picks.pick(pick, lead, shown_customers(&self.session, &self.portfolio));
        self.session.picked.customers = picks;
        self.lead_to_customer(next);
    }

    pub(super) fn pick_subscriptions(&mut self, pick: Pick<(Id, Id)>) {
        let mut picks = std::mem::take(&mut self.session.picked.subscriptions);
        let next = picks.pick(pick, self.session.selection.pair(), shown_subscriptions(&self.session, &self.portfolio));
        self.session.picked.subscriptions = picks;
        self.lead_to_subscription(next);
    }

    /// Selects everything that the list in view shows.
    pub(super) fn pick_all(&mut self) {
        match self.session.tab {
            Tab::Customers => {
                let all: HashSet<Id> = shown_customers(&self.session, &self.portfolio).collect();
                let lead = self.session.selection.customer.clone().filter(|lead| all.contains(lead));
                let lead = lead.or_else(|| shown_customers(&self.session, &self.portfolio).next());
                let picks = &mut self.session.picked.customers;
                picks.ids = all;
                let lead = picks.end_with_one(lead);
                self.lead_to_customer(lead);
            }
            Tab::Subscriptions => {
                let all: HashSet<(Id, Id)> = shown_subscriptions(&self.session, &self.portfolio).collect();
                let lead = self.session.selection.pair().filter(|lead| all.contains(lead));
                let lead = lead.or_else(|| shown_subscriptions(&self.session, &self.portfolio).next());
                let picks = &mut self.session.picked.subscriptions;
                picks.ids = all;
                let lead = picks.end_with_one(lead);
                self.lead_to_subscription(lead);
            }
        }
    }

    /// The one whose details are shown stands alone again.
    pub(super) fn pick_one(&mut self) {
        match self.session.tab {
            Tab::Customers => self.session.picked.customers.clear(),
            Tab::Subscriptions => self.session.picked.subscriptions.clear(),
        }
    }

    /// What is no longer shown is no longer selected: nobody changes what they do not see.
    pub(super) fn keep_picked(&mut self) {
        let Self { session, portfolio, .. } = self;
        let mut picked = std::mem::take(&mut session.picked);
        picked.customers.keep(shown_customers(session, portfolio), session.selection.customer.as_ref());
        picked.subscriptions.keep(shown_subscriptions(session, portfolio), session.selection.pair().as_ref());
        session.picked = picked;
    }

    fn lead_to_customer(&mut self, next: Option<Id>) {
        if let Some(next) = next
            && self.session.selection.customer.as_ref() != Some(&next)
        {
            self.select(Some(&next), None);
            self.refresh();
        }
    }

    fn lead_to_subscription(&mut self, next: Option<(Id, Id)>) {
        if let Some((customer, subscription)) = next
            && self.session.selection.pair().as_ref() != Some(&(customer.clone(), subscription.clone()))
        {
            self.select(Some(&customer), Some(subscription));
            self.refresh();
        }
    }
}
