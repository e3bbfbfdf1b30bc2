//! What is worked out for the lists: verdicts, order, what a search finds. Data in, data out, so that it can be done on any thread; which, is `derived`'s and the shell's.

use std::sync::Arc;

use super::lists::{Arrangement, Lists, Shown};
use super::offer_rows::OfferRows;
use super::order::NameOrder;
use super::rows::{Making, Rows, Totals};
use super::sorting::Sorted;
use crate::model::{Customers, Language, Offers, Partner, Portfolio, Upgrade};
use crate::rules::{RuleSet, Setting};

/// What a portfolio is judged and listed by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judging<'a> {
    pub portfolio: &'a Portfolio,
    pub offers: &'a Offers,
    pub rules: &'static RuleSet,
    pub language: Language,
}

/// What the work begins with.
#[derive(Clone, Debug)]
pub(super) enum Basis {
    /// Records, of which rows are made.
    Records(Box<Records>),
    /// Rows that are there.
    Rows(Arc<Rows>),
}

/// A snapshot: pointers to records, not the records.
#[derive(Clone, Debug)]
pub(super) struct Records {
    customers: Customers,
    upgrades: Vec<Arc<Upgrade>>,
    partner: Partner,
    offers: Offers,
    rules: &'static RuleSet,
    language: Language,
}

impl Basis {
    pub fn of(judging: Judging<'_>) -> Self {
        let Judging { portfolio, offers, rules, language } = judging;
        Self::Records(Box::new(Records {
            customers: portfolio.customers.clone(),
            upgrades: portfolio.upgrades.clone(),
            partner: portfolio.partner.clone(),
            offers: offers.clone(),
            rules,
            language,
        }))
    }
}

/// Something to be worked out.
#[derive(Clone, Debug)]
pub struct Work {
    pub(super) number: u64,
    pub(super) basis: Basis,
    /// By which rows that are there were made.
    pub(super) offers: Arc<OfferRows>,
    /// The order, where it is there already.
    pub(super) sorted: Option<Sorted>,
    pub(super) arrangement: Arrangement,
}

/// What was worked out.
#[derive(Clone, Debug)]
pub struct Worked {
    pub(super) number: u64,
    pub(super) made: Option<Made>,
    pub(super) lists: Lists,
}

/// Rows, and what they were made with.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub order: Arc<NameOrder>,
    pub offers: Arc<OfferRows>,
    pub rows: Arc<Rows>,
    pub totals: Totals,
}

/// By its number: there is one of each.
impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl PartialEq for Worked {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// What has no more use. Giving back the memory of a million records takes longer than a frame, so that is done beside the
/// window too.
#[derive(Clone, Debug, Default)]
pub struct Remains {
    pub(super) rows: Vec<Arc<Rows>>,
    pub(super) lists: Vec<Lists>,
    pub(super) portfolio: Option<Arc<Portfolio>>,
}

/// So many rows are given back in no time.
const FEW: usize = 5_000;

impl Remains {
    /// Those that it takes time to give back; the others are gone now. `None` where there is nothing left.
    pub(super) fn much(mut self) -> Option<Self> {
        self.rows.retain(|rows| rows.len() > FEW);
        self.lists.retain(|lists| lists.shown.subscriptions.len() > FEW);
        let is_little = self.rows.is_empty() && self.lists.is_empty() && self.portfolio.is_none();
        (!is_little).then_some(self)
    }
}

/// Any is as good as another.
impl PartialEq for Remains {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Work {
    /// Later work has a higher number.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Does the work on the cores that the caller has been given; `None` where it is wanted no longer, which is asked
    /// again and again.
    pub fn run(self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Worked> {
        let Self { number, basis, offers, sorted, arrangement } = self;
        let (rows, offers, made) = match basis {
            Basis::Records(records) => {
                let made = records.make();
                (Arc::clone(&made.rows), Arc::clone(&made.offers), Some(made))
            }
            Basis::Rows(rows) => (rows, offers, None),
        };
        if !is_wanted() {
            return None;
        }
        let sorted = sorted.unwrap_or_else(|| Sorted::of(&rows, arrangement.sorting));
        if !is_wanted() {
            return None;
        }
        let shown = Shown::of(&rows, &sorted, &arrangement, &offers, is_wanted)?;
        Some(Worked { number, made, lists: Lists { arrangement, sorted, shown } })
    }
}

impl Records {
    fn make(self) -> Made {
        let Self { customers, upgrades, partner, offers, rules, language } = self;
        let order = NameOrder::of(language);
        let offer_rows = OfferRows::new(&order, &offers);
        let setting = Setting { rules, offers: &offers, partner: &partner };
        let rows = Making { setting, order: &order, offers: &offer_rows }.rows(customers.as_slice(), &upgrades);
        let totals = Totals::over(&rows);
        Made { order: Arc::new(order), offers: Arc::new(offer_rows), rows: Arc::new(rows), totals }
    }
}
