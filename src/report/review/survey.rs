//! One walk over the portfolio: what is counted, and where the rows of the lists are to be found. Nothing is worded here.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use crate::model::{Customer, Id, Status, Subscription};
use crate::report::chart::Tally;
use crate::report::{Basis, Progress, ReportError};
use crate::rules::{
    Assessment, ConditionId, Held, Outcome, Verdict, assess, cured, held, is_upgraded, lifecycle, nearest,
};

/// Where a subscription stands: its customer's place and its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    customer: usize,
    subscription: usize,
}

impl At {
    /// The records themselves.
    pub fn find<'a>(self, basis: &Basis<'a>) -> Option<(&'a Customer, &'a Subscription)> {
        let customer = basis.portfolio.customers.at(self.customer)?;
        Some((customer, customer.subscriptions.get(self.subscription)?))
    }
}

/// An offer: by its id, or where that is not recorded by what the file called it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OfferKey<'a> {
    Id(&'a Id),
    Name(&'a str),
}

/// When the commitment of a subscription ends, as far as a chart tells months apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Renewal {
    Before,
    /// So many months after the report's own.
    Month(i32),
    After,
    NotRecorded,
}

/// How many months the chart of renewals has, the report's own among them.
pub const MONTHS: i32 = 12;

/// Months since the year 0, so that they can be counted.
pub fn months(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

/// What stands first in the way, and whether it fails or is not known.
pub type Reason = (ConditionId, bool);

/// Blocked subscriptions with the same reason.
#[derive(Debug, Default)]
pub struct Blocked {
    pub all: Tally,
    /// Those that could be upgraded if this one thing were cured.
    pub opened: Tally,
    /// Where they stand; the most licenses first.
    pub places: Vec<(Reverse<i64>, At, bool)>,
}

#[derive(Debug, Default)]
pub struct Survey<'a> {
    pub total: Tally,
    /// In the order of [`Verdict::ALL`].
    pub verdicts: [Tally; 4],
    pub statuses: BTreeMap<Status, Tally>,
    /// Of the subscriptions that are neither deleted nor expired.
    pub offers: HashMap<OfferKey<'a>, Tally>,
    pub renewals: BTreeMap<Renewal, Tally>,
    /// Those that can be upgraded; the most licenses first.
    pub opportunities: Vec<(Reverse<i64>, At)>,
    pub blocked: BTreeMap<Reason, Blocked>,
    /// Suspended ones by the day on which their data is deleted; those of which it is not known come last.
    pub suspended: Vec<(bool, Option<NaiveDate>, At)>,
}

impl<'a> Survey<'a> {
    pub fn of(basis: &Basis<'a>, progress: &mut Progress<'_>) -> Result<Self, ReportError> {
        let mut survey = Self::default();
        let all = basis.portfolio.customers.len();
        for (at, customer) in basis.portfolio.customers.iter().enumerate() {
            if !progress(at, all) {
                return Err(ReportError::Stopped);
            }
            for (index, subscription) in customer.subscriptions.iter().enumerate() {
                survey.take(basis, (customer, subscription), At { customer: at, subscription: index });
            }
        }
        survey.opportunities.sort_unstable();
        survey.suspended.sort_unstable();
        survey.blocked.values_mut().for_each(|blocked| blocked.places.sort_unstable());
        if progress(all, all) { Ok(survey) } else { Err(ReportError::Stopped) }
    }

    fn take(&mut self, basis: &Basis<'a>, (customer, record): (&'a Customer, &'a Subscription), at: At) {
        let licenses = record.quantity;
        let assessment = assess(basis.setting(), customer, record);
        self.total.add(licenses);
        for (verdict, tally) in Verdict::ALL.iter().zip(&mut self.verdicts) {
            if *verdict == assessment.verdict {
                tally.add(licenses);
            }
        }
        // Words that nobody knows are one status here, however many of them a file holds.
        let is_other = matches!(record.status, Status::Other(_));
        let status = if is_other { Status::Other(String::new()) } else { record.status.clone() };
        self.statuses.entry(status).or_default().add(licenses);
        if held(record) != Held::No {
            let offer = record.offer_id.as_ref().map_or(OfferKey::Name(&record.offer_name), OfferKey::Id);
            self.offers.entry(offer).or_default().add(licenses);
            self.renewals.entry(renewal(basis.as_of, record.commitment_end)).or_default().add(licenses);
        }
        if record.status == Status::Suspended {
            let day = lifecycle::deletion_day(record);
            self.suspended.push((day.is_none(), day, at));
        }
        match assessment.verdict {
            Verdict::Eligible => self.opportunities.push((Reverse(licenses), at)),
            // Nothing stands in the way of what an upgrade closed.
            Verdict::NotEligible | Verdict::NotKnown if is_upgraded(record) => {}
            Verdict::NotEligible | Verdict::NotKnown => self.block(basis, (customer, record), &assessment, at),
            Verdict::NoPath => {}
        }
    }

    fn block(
        &mut self,
        basis: &Basis<'_>,
        (customer, record): (&Customer, &Subscription),
        assessment: &Assessment,
        at: At,
    ) {
        let first = nearest(customer, record, assessment).and_then(|target| target.first_reason());
        let Some(finding) = first else { return };
        let reason = (finding.condition, matches!(finding.outcome, Outcome::NotMet(_)));
        let opens = reason.1
            && assessment.targets.iter().any(|target| {
                let cured = cured(basis.setting(), customer, record, target, reason.0);
                cured.is_some_and(|judged| judged.verdict == Verdict::Eligible)
            });
        let blocked = self.blocked.entry(reason).or_default();
        blocked.all.add(record.quantity);
        if opens {
            blocked.opened.add(record.quantity);
        }
        blocked.places.push((Reverse(record.quantity), at, opens));
    }
}

fn renewal(as_of: NaiveDate, end: Option<NaiveDate>) -> Renewal {
    match end.map(|end| months(end) - months(as_of)) {
        None => Renewal::NotRecorded,
        Some(month) if month < 0 => Renewal::Before,
        Some(month) if month >= MONTHS => Renewal::After,
        Some(month) => Renewal::Month(month),
    }
}
