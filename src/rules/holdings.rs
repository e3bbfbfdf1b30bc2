//! A customer's records as the rules look at them: each with its offer, which is looked up once however often a record is asked about. What is asked is the conditions'.

use super::assess::Setting;
use super::held::{Held, held};
use crate::model::{Customer, Id, InForce, Subscription};

/// One record.
#[derive(Clone, Copy, Debug)]
pub struct Holding<'a> {
    pub subscription: &'a Subscription,
    pub held: Held,
    /// Its offer, where that is in force.
    pub offer: Option<&'a InForce>,
    /// It names a parent, or its offer is an add-on. Most records are neither.
    pub is_add_on: bool,
}

/// All records of a customer, in the file's order.
#[derive(Clone, Debug)]
pub struct Holdings<'a> {
    pub setting: Setting<'a>,
    pub customer: &'a Customer,
    records: Vec<Holding<'a>>,
}

/// Looks up the offers of many customers. The records of a file hold the texts of their offers' ids in common, so that most
/// ids were met before, and are known by where their text stands.
#[derive(Debug)]
pub struct Lookup<'a> {
    setting: Setting<'a>,
    /// What was met, each at the place that its text's address comes to. An id that is held here is no other one's.
    met: Vec<Option<(Id, Option<&'a InForce>)>>,
}

impl<'a> Lookup<'a> {
    /// Several times as many as the offers that a portfolio names.
    const PLACES: usize = 1 << 10;

    #[must_use]
    pub fn new(setting: Setting<'a>) -> Self {
        Self { setting, met: vec![None; Self::PLACES] }
    }

    fn in_force(&mut self, id: &Id) -> Option<&'a InForce> {
        let find = || self.setting.offers.in_force(id);
        // Texts begin at multiples of 8.
        let Some(slot) = self.met.get_mut((id.address() >> 3) % Self::PLACES) else { return find() };
        match slot {
            Some((met, found)) if met.address() == id.address() => *found,
            Some(_) | None => {
                let found = find();
                *slot = Some((id.clone(), found));
                found
            }
        }
    }

    /// As [`Holdings::of`].
    #[must_use]
    pub fn holdings<'b>(&mut self, customer: &'b Customer) -> Holdings<'b>
    where
        'a: 'b,
    {
        Holdings::found(self.setting, customer, |id| self.in_force(id))
    }
}

impl<'a> Holdings<'a> {
    /// Of a single customer. [`Lookup`] is for many.
    #[must_use]
    pub fn of(setting: Setting<'a>, customer: &'a Customer) -> Self {
        Self::found(setting, customer, |id| setting.offers.in_force(id))
    }

    fn found(setting: Setting<'a>, customer: &'a Customer, mut find: impl FnMut(&Id) -> Option<&'a InForce>) -> Self {
        let record = |subscription: &'a Subscription| {
            let offer = subscription.offer_id.as_ref().and_then(&mut find);
            let is_add_on = subscription.parent_id.is_some() || offer.is_some_and(|found| found.offer.add_on);
            Holding { subscription, held: held(subscription), offer, is_add_on }
        };
        Self { setting, customer, records: customer.subscriptions.iter().map(record).collect() }
    }

    /// A subscription as what is to be judged.
    #[must_use]
    pub fn subject<'b>(&'b self, subscription: &'b Subscription) -> Subject<'b> {
        let own = self.records.iter().find(|record| std::ptr::eq(record.subscription, subscription));
        let find = || subscription.offer_id.as_ref().and_then(|id| self.setting.offers.in_force(id));
        let source = own.map_or_else(find, |own| own.offer);
        Subject { holdings: self, subscription, source }
    }

    /// All of the customer's subscriptions, each as what is to be judged.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        self.records.iter().map(|record| Subject {
            holdings: self,
            subscription: record.subscription,
            source: record.offer,
        })
    }
}

/// A subscription that is to be judged, among all that its customer has.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub holdings: &'a Holdings<'a>,
    pub subscription: &'a Subscription,
    /// The subscription's offer, where that is in force.
    pub source: Option<&'a InForce>,
}

impl<'a> Subject<'a> {
    /// The customer's records other than the subscription itself. A faulty file can hold its id twice; the second is another record.
    pub fn others(&self) -> impl Iterator<Item = &'a Holding<'a>> + use<'a> {
        let own = self.subscription;
        self.holdings.records.iter().filter(move |other| !std::ptr::eq(other.subscription, own))
    }

    /// What it can be upgraded to by the table alone, in the table's order, each as it is in force: nothing where it is an
    /// add-on, or its offer has no upgrades.
    pub fn upgrades(&self) -> impl Iterator<Item = (&'a Id, Option<&'a InForce>)> + use<'a> {
        let Self { holdings, subscription, source } = *self;
        let offer = subscription.offer_id.as_ref().filter(|_| subscription.parent_id.is_none());
        offer.into_iter().flat_map(move |offer| holdings.setting.offers.targets_in_force(offer, source))
    }

    /// Whether the table has anything that it can be upgraded to.
    #[must_use]
    pub fn has_upgrades(&self) -> bool {
        self.upgrades().next().is_some()
    }
}
