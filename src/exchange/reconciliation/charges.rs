//! What the charges of one subscription say: how many licenses, whether it was charged in the last period, and whether by the month. Where they come from is the parent's.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::super::table::key;

/// What a charge is, by its type in words (`Cycle fee`) or as a code (`CYCLE_FEE`).
///
/// The types are those of Partner Center, "Understand the different charge types in reconciliation files", and of the SDK's
/// `ServiceCostLineItem.ChargeType`; which of them are reversals is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A charge for a whole period.
    Fee,
    /// A charge for a part of one, after the licenses changed.
    Prorated,
    /// A cancellation, of all licenses or of the number before a change.
    Cancellation,
    /// Money given back, for licenses that are no others.
    Reversal,
}

impl Kind {
    pub fn of(charge_type: &str) -> Self {
        let key = key(charge_type);
        let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
        if has(&["cancel", "convertaway"]) {
            Self::Cancellation
        } else if has(&["revers", "refund", "offset", "credit"]) {
            Self::Reversal
        } else if has(&["prorat"]) {
            Self::Prorated
        } else {
            Self::Fee
        }
    }

    pub fn is_charge(self) -> bool {
        matches!(self, Self::Fee | Self::Prorated)
    }
}

#[derive(Clone, Copy, Debug)]
struct Charge {
    kind: Kind,
    start: NaiveDateTime,
    end: Option<NaiveDate>,
    quantity: i64,
}

/// The charges that matter, of all that there are.
#[derive(Debug, Default)]
pub(super) struct Charges {
    /// The one that begins last; of several, the last in the file. [ours]
    charge: Option<Charge>,
    /// The same among the charges for a whole period.
    fee: Option<Charge>,
    /// The same among cancellations and reversals.
    taken_back: Option<Charge>,
    cancelled: Option<NaiveDateTime>,
}

/// Puts a charge in the place of one that does not begin later.
fn put(place: &mut Option<Charge>, charge: Charge) -> bool {
    let is_later = place.is_none_or(|present| present.start <= charge.start);
    if is_later {
        *place = Some(charge);
    }
    is_later
}

impl Charges {
    /// Takes a charge in; whether it is the one that counts so far.
    pub fn take(&mut self, kind: Kind, start: NaiveDateTime, end: Option<NaiveDate>, quantity: i64) -> bool {
        let charge = Charge { kind, start, end, quantity };
        match kind {
            Kind::Fee => {
                put(&mut self.fee, charge);
                put(&mut self.charge, charge)
            }
            Kind::Prorated => put(&mut self.charge, charge),
            Kind::Cancellation => {
                self.cancelled = self.cancelled.max(Some(start));
                put(&mut self.taken_back, charge) && self.charge.is_none()
            }
            Kind::Reversal => put(&mut self.taken_back, charge) && self.charge.is_none(),
        }
    }

    /// The licenses of the charge that begins last and is no cancellation or reversal. Where the file has none but those,
    /// what was taken back. [ours]
    pub fn quantity(&self) -> i64 {
        let taken_back = || self.taken_back.map_or(0, |charge| charge.quantity.saturating_abs());
        self.charge.map_or_else(taken_back, |charge| charge.quantity)
    }

    /// Whether it was charged in the last period of the file, and not cancelled since. [ours]
    ///
    /// The last period is the month that ends with the day on which the file's latest charge begins: subscriptions have
    /// their periods from different days on. A cancellation on the day of a prorated charge is the change of licenses
    /// that the charge is for.
    pub fn is_of_last_period(&self, latest: Option<NaiveDateTime>) -> bool {
        let (Some(Charge { kind, start, end, .. }), Some(latest)) = (self.charge, latest) else { return false };
        let month = latest.checked_sub_days(Days::new(31)).unwrap_or(latest);
        let is_in = start > month || end.is_some_and(|end| end >= latest.date());
        let is_cancelled = self.cancelled.is_some_and(|day| day > start || (day == start && kind != Kind::Prorated));
        is_in && !is_cancelled
    }

    /// Whether the last charge for a whole period is for about a month: 27 to 32 days, whichever way the end is meant. [ours]
    pub fn is_monthly(&self) -> bool {
        let days = self.fee.and_then(|fee| Some((fee.end? - fee.start.date()).num_days()));
        days.is_some_and(|days| (27..=32).contains(&days))
    }
}
