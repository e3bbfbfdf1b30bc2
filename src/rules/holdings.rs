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
}

/// All records of a customer, in the file's order.
#[derive(Clone, Debug)]
pub struct Holdings<'a> {
    pub setting: Setting<'a>,
    pub customer: &'a Customer,
    /// Whether any record that may be held can be an add-on. Few customers have any.
    pub has_add_ons: bool,
    records: Vec<Holding<'a>>,
}

fn in_force<'a>(setting: Setting<'a>, subscription: &Subscription) -> Option<&'a InForce> {
    subscription.offer_id.as_ref().and_then(|id| setting.offers.in_force(id))
}

impl<'a> Holdings<'a> {
    #[must_use]
    pub fn of(setting: Setting<'a>, customer: &'a Customer) -> Self {
        let record = |subscription: &'a Subscription| Holding {
            subscription,
            held: held(subscription),
            offer: in_force(setting, subscription),
        };
        let records: Vec<Holding<'a>> = customer.subscriptions.iter().map(record).collect();
        let is_add_on = |record: &Holding<'_>| {
            record.subscription.parent_id.is_some() || record.offer.is_some_and(|offer| offer.offer.add_on)
        };
        let has_add_ons = records.iter().any(|record| record.held != Held::No && is_add_on(record));
        Self { setting, customer, has_add_ons, records }
    }

    /// A subscription as what is to be judged.
    #[must_use]
    pub fn subject<'b>(&'b self, subscription: &'b Subscription) -> Subject<'b> {
        let own = self.records.iter().find(|record| std::ptr::eq(record.subscription, subscription));
        let source = own.map_or_else(|| in_force(self.setting, subscription), |own| own.offer);
        Subject { holdings: self, subscription, source }
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
