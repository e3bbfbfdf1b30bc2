//! Subscriptions as a reseller meets them: mostly plain, some odd. The cases that must fail in one way alone are not made here.

use std::sync::Arc;

use chrono::{Days, Months, NaiveDate};

use super::names::{self, OTHER_RESELLERS};
use super::stream::Stream;
use crate::model::{BillingCycle, Channel, Id, Offer, Offers, Services, Status, Subscription};

/// The day from which all generated dates are counted, so that the same arguments give the same bytes on any day.
const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 2) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

pub(super) fn days_ago(days: i64) -> NaiveDate {
    TODAY.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(TODAY)
}

/// The catalogue's offers sorted by what they are good for here.
#[derive(Debug)]
pub(super) struct Stock {
    /// The offers of the table of upgrades; sources and targets.
    table: Vec<Arc<Offer>>,
    /// Those of them that can be upgraded.
    pub(super) sources: Vec<Arc<Offer>>,
    ordinary: Vec<Arc<Offer>>,
    add_ons: Vec<Arc<Offer>>,
    trials: Vec<Arc<Offer>>,
    unknown_services: Vec<Arc<Offer>>,
    /// Offers that hold none of the services that matter, so that they conflict with nothing.
    harmless: Vec<Arc<Offer>>,
    /// Offer ids that no catalogue knows, with the names under which they were met.
    unknown: Vec<(Id, &'static str)>,
}

impl Stock {
    pub(super) fn new(offers: &Offers) -> Self {
        // Special prices are met rarely; leaving them out keeps the lists lifelike.
        let common =
            |offer: &&Arc<Offer>| !["Nonprofit", "Qualified Offer"].iter().any(|word| offer.name.contains(word));
        let is_trial = |offer: &Offer| !offer.cycles.iter().any(|cycle| *cycle != BillingCycle::Unset);
        let all: Vec<&Arc<Offer>> = offers.all().filter(common).collect();
        let of = |wanted: &dyn Fn(&Offer) -> bool| -> Vec<Arc<Offer>> {
            all.iter().filter(|offer| wanted(offer)).map(|offer| Arc::clone(offer)).collect()
        };
        let plain = |offer: &Offer| !offer.add_on && !is_trial(offer);
        let mut table: Vec<Arc<Offer>> = Vec::new();
        for path in &offers.catalog().paths {
            let ids = std::iter::once(&path.source).chain(path.targets.iter().map(|target| &target.offer));
            for offer in ids.filter_map(|id| offers.find(id)) {
                if !table.iter().any(|known| known.id == offer.id) {
                    table.push(Arc::clone(offer));
                }
            }
        }
        Self {
            sources: table.iter().filter(|offer| !offers.targets(&offer.id).is_empty()).cloned().collect(),
            table,
            ordinary: of(&|offer| plain(offer) && offer.services.is_some()),
            add_ons: of(&|offer| offer.add_on && !offer.bases.is_empty()),
            trials: of(&|offer| !offer.add_on && is_trial(offer)),
            unknown_services: of(&|offer| plain(offer) && offer.services.is_none()),
            harmless: of(&|offer| plain(offer) && offer.services.as_ref().is_some_and(Services::is_empty)),
            unknown: vec![
                (Id::new("7E1B3C52-0D4A-4F66-9C11-5A2D8E904B17"), "Contoso Backup 100 GB"),
                (Id::new("C25D0F81-63AE-4B0C-8F3E-1D97A4E6B250"), "Proseware Fax Gateway"),
                (Id::new("0AF4D9B6-91E7-4C38-A5D2-6B83F17C2E49"), "世纪互联云备份"),
                (Id::new("MS-AZR-CN-0001"), "Azure 预付费"),
            ],
        }
    }

    /// Something that conflicts with no upgrade.
    pub(super) fn harmless(&self, stream: &mut Stream) -> Option<Subscription> {
        let offer = stream.pick(&self.harmless)?;
        Some(clean(stream, offer))
    }

    /// One more subscription for a customer, in whatever state. `held` are those they have already.
    pub(super) fn any(&self, stream: &mut Stream, held: &[Subscription]) -> Subscription {
        let mut record = match stream.below(100) {
            0..=45 => of_offer(stream, &self.table),
            46..=69 => of_offer(stream, &self.ordinary),
            70..=84 => self.add_on(stream, held),
            85..=88 => trial(stream, &self.trials),
            89..=93 => of_offer(stream, &self.unknown_services),
            94..=97 => self.unknown_offer(stream),
            _ => unrecorded_offer(stream),
        };
        unsettle(stream, &mut record);
        record
    }

    /// An add-on of one of the customer's subscriptions where one fits, else one whose parent is not recorded.
    fn add_on(&self, stream: &mut Stream, held: &[Subscription]) -> Subscription {
        let fits =
            |offer: &Offer, base: &Subscription| base.offer_id.as_ref().is_some_and(|id| offer.bases.contains(id));
        let base = stream.pick(held).filter(|base| base.parent_id.is_none());
        let fitting: Vec<Arc<Offer>> = match base {
            Some(base) => self.add_ons.iter().filter(|offer| fits(offer, base)).cloned().collect(),
            None => Vec::new(),
        };
        if fitting.is_empty() {
            return of_offer(stream, &self.add_ons);
        }
        let mut record = of_offer(stream, &fitting);
        if !stream.once_in(5) {
            record.parent_id = base.map(|base| base.id.clone());
        }
        record
    }

    fn unknown_offer(&self, stream: &mut Stream) -> Subscription {
        let mut record = blank(stream);
        if let Some((id, name)) = stream.pick(&self.unknown) {
            record.offer_id = Some(id.clone());
            record.offer_name = Arc::from(*name);
        }
        record
    }
}

/// A subscription that nothing speaks against, of no offer yet: active, annual or monthly, sold by you.
fn blank(stream: &mut Stream) -> Subscription {
    let mut record = Subscription::new(stream.id(), 0);
    record.quantity = match stream.below(10) {
        0 => 1,
        1..=7 => stream.between(2, 60),
        _ => stream.between(60, 300),
    };
    record.assigned = (!stream.once_in(4)).then(|| stream.between(0, record.quantity));
    record.friendly_name = names::nickname(stream);
    record.status = Status::Active;
    record.billing_cycle = if stream.once_in(3) { BillingCycle::Monthly } else { BillingCycle::Annual };
    record.channel = Channel::ThisPartner;
    let age = stream.between(20, 1500);
    let created = days_ago(age);
    record.created = Some(created);
    record.commitment_end = next_anniversary(created);
    record.auto_renew = Some(!stream.once_in(4));
    record.trial = (!stream.once_in(3)).then_some(false);
    record
}

/// The first yearly return of a day that lies ahead.
fn next_anniversary(created: NaiveDate) -> Option<NaiveDate> {
    (1..=10).filter_map(|years| created.checked_add_months(Months::new(12 * years))).find(|day| *day > TODAY)
}

/// A subscription of an offer that nothing speaks against.
pub(super) fn clean(stream: &mut Stream, offer: &Offer) -> Subscription {
    let mut record = blank(stream);
    record.offer_id = Some(offer.id.clone());
    record.offer_name = Arc::from(offer.name.as_str());
    record.quantity = record.quantity.clamp(offer.minimum, offer.maximum.max(offer.minimum));
    record.assigned = record.assigned.map(|assigned| assigned.min(record.quantity));
    record
}

fn of_offer(stream: &mut Stream, from: &[Arc<Offer>]) -> Subscription {
    match stream.pick(from) {
        Some(offer) => clean(stream, offer),
        None => unrecorded_offer(stream),
    }
}

fn trial(stream: &mut Stream, from: &[Arc<Offer>]) -> Subscription {
    let mut record = of_offer(stream, from);
    record.trial = Some(true);
    record.billing_cycle = BillingCycle::Unset;
    record.commitment_end = record.created.and_then(|day| day.checked_add_days(Days::new(30)));
    record
}

/// A subscription of which only a name is recorded, as an export for people has it.
fn unrecorded_offer(stream: &mut Stream) -> Subscription {
    let mut record = blank(stream);
    record.offer_name =
        stream.word(&["Office 365 entreprise", "Microsoft 365 Apps", "邮箱服务", "Legacy hosting"]).into();
    record
}

/// Brings a record into one of the states in which records are met.
fn unsettle(stream: &mut Stream, record: &mut Subscription) {
    let statuses = [
        (66, Status::Active),
        (10, Status::Suspended),
        (7, Status::Deleted),
        (4, Status::Expired),
        (3, Status::Pending),
        (2, Status::Disabled),
        (5, Status::Unset),
        (2, Status::Other("partiallyFulfilled".to_owned())),
        (1, Status::Other("已锁定".to_owned())),
    ];
    record.status = stream.weighted(&statuses).cloned().unwrap_or(Status::Unset);
    if record.status == Status::Suspended && !stream.once_in(4) {
        record.suspended_on = Some(days_ago(stream.between(0, 59)));
    }
    let cycles = [
        (2, BillingCycle::OneTime),
        (1, BillingCycle::Triennial),
        (1, BillingCycle::Biennial),
        (3, BillingCycle::Unset),
        (1, BillingCycle::Other("quarterly".to_owned())),
    ];
    if stream.once_in(12) {
        record.billing_cycle = stream.weighted(&cycles).cloned().unwrap_or(BillingCycle::Unset);
    }
    if stream.once_in(5) {
        record.channel = match stream.below(3) {
            0 => Channel::NotKnown,
            1 => Channel::Direct,
            _ => Channel::OtherReseller(stream.word(&OTHER_RESELLERS).to_owned()),
        };
    }
    if stream.once_in(9) {
        record.created = None;
        record.commitment_end = None;
        record.auto_renew = None;
    }
}
