//! The first customers: for each path, each condition that can fail there, alone. Ordinary customers are not made here.

use std::sync::Arc;

use super::names::OTHER_RESELLERS;
use super::records::{clean, days_ago};
use super::stream::Stream;
use crate::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Family, Offer, Offers, Services, Status};
use crate::rules::additional_services;

/// Something that fails, as the only thing, for the upgrades from one offer.
#[derive(Clone, Debug)]
pub(super) enum Special {
    /// Fails `active` alone.
    Suspended {
        source: Arc<Offer>,
    },
    DelegatedAdmin {
        source: Arc<Offer>,
    },
    /// Fails `no-add-ons`; the offer is one for which add-ons to the source are sold.
    AddOn {
        source: Arc<Offer>,
        add_on: Arc<Offer>,
    },
    /// Fails `provisioned`, and with it `active`: what is pending is not active.
    Pending {
        source: Arc<Offer>,
    },
    Cycle {
        source: Arc<Offer>,
    },
    Reseller {
        source: Arc<Offer>,
    },
    /// Another record: one that holds an additional service, or the target itself.
    Holds {
        source: Arc<Offer>,
        other: Arc<Offer>,
    },
}

impl Special {
    fn source(&self) -> &Arc<Offer> {
        match self {
            Self::Suspended { source }
            | Self::DelegatedAdmin { source }
            | Self::AddOn { source, .. }
            | Self::Pending { source }
            | Self::Cycle { source }
            | Self::Reseller { source }
            | Self::Holds { source, .. } => source,
        }
    }
}

/// Every special case of the catalogue's paths. What fails whatever the target is needs one customer a source.
pub(super) fn all(offers: &Offers) -> Vec<Special> {
    let mut cases = Vec::new();
    for path in &offers.catalog().paths {
        let Some(source) = offers.find(&path.source) else { continue };
        let source = || Arc::clone(source);
        cases.push(Special::Suspended { source: source() });
        cases.push(Special::DelegatedAdmin { source: source() });
        if let Some(add_on) = add_on_of(offers, &source()) {
            cases.push(Special::AddOn { source: source(), add_on });
        }
        cases.push(Special::Pending { source: source() });
        cases.push(Special::Cycle { source: source() });
        cases.push(Special::Reseller { source: source() });
        for target in path.targets.iter().filter_map(|target| offers.find(&target.offer)) {
            if let Some(other) = conflicting(offers, &source(), target) {
                cases.push(Special::Holds { source: source(), other });
            }
            cases.push(Special::Holds { source: source(), other: Arc::clone(target) });
        }
    }
    cases
}

/// An add-on for the source that holds no service, so that nothing else fails with it.
fn add_on_of(offers: &Offers, source: &Offer) -> Option<Arc<Offer>> {
    let harmless = |offer: &Offer| offer.services.as_ref().is_some_and(Services::is_empty);
    offers.all().find(|offer| offer.add_on && offer.bases.contains(&source.id) && harmless(offer)).cloned()
}

/// The plainest offer that holds one of the services which the target adds.
fn conflicting(offers: &Offers, source: &Offer, target: &Offer) -> Option<Arc<Offer>> {
    let additional = additional_services(source, target)?;
    offers
        .all()
        .filter(|offer| !offer.add_on && offer.id != source.id && offer.id != target.id)
        .filter(|offer| offer.services.as_ref().is_some_and(|services| !services.is_disjoint(&additional)))
        .min_by_key(|offer| (offer.services.as_ref().map_or(0, Services::len), offer.name.len()))
        .cloned()
}

/// Gives the customer what the special case consists of. Who they are comes from the stream; what fails does not.
pub(super) fn arrange(special: &Special, customer: &mut Customer, stream: &mut Stream) {
    customer.delegated_admin = DelegatedAdmin::All;
    let mut source = clean(stream, special.source());
    let base = source.id.clone();
    match special {
        Special::Suspended { .. } => {
            source.status = Status::Suspended;
            source.suspended_on = Some(days_ago(stream.between(1, 50)));
        }
        Special::DelegatedAdmin { .. } => {
            let lacking = [DelegatedAdmin::NotGranted, DelegatedAdmin::Families(vec![Family::Azure])];
            customer.delegated_admin = stream.pick(&lacking).cloned().unwrap_or(DelegatedAdmin::NotGranted);
        }
        Special::Pending { .. } => source.status = Status::Pending,
        Special::Cycle { .. } => {
            let cycles = [BillingCycle::Triennial, BillingCycle::Biennial, BillingCycle::OneTime];
            source.billing_cycle = stream.pick(&cycles).cloned().unwrap_or(BillingCycle::OneTime);
        }
        Special::Reseller { .. } => source.channel = Channel::OtherReseller(stream.word(&OTHER_RESELLERS).to_owned()),
        Special::AddOn { .. } | Special::Holds { .. } => {}
    }
    customer.subscriptions.push(source);
    match special {
        Special::AddOn { add_on, .. } => {
            let mut record = clean(stream, add_on);
            record.parent_id = Some(base);
            customer.subscriptions.push(record);
        }
        Special::Holds { other, .. } => {
            let mut record = clean(stream, other);
            let elsewhere = Channel::OtherReseller(stream.word(&OTHER_RESELLERS).to_owned());
            record.channel = match stream.below(3) {
                0 => Channel::ThisPartner,
                1 => Channel::Direct,
                _ => elsewhere,
            };
            customer.subscriptions.push(record);
        }
        Special::Suspended { .. }
        | Special::DelegatedAdmin { .. }
        | Special::Pending { .. }
        | Special::Cycle { .. }
        | Special::Reseller { .. } => {}
    }
}
