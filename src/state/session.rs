//! What a restart would lose: selection, tabs, the open dialog, the open file's standing, notices. Nothing half typed.

use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::command::Purpose;
use super::derived::Derived;
use super::history::History;
use super::lists::{Filters, Sorting};
use super::notice::Notice;
use crate::exchange::merge::MergePlan;
use crate::model::{Catalog, Id, Offers, Portfolio, Settings};
use crate::rules::lifecycle::Action;
use crate::rules::{ConditionId, RuleSet};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    #[default]
    Customers,
    /// Every subscription of every customer: the list of opportunities.
    Subscriptions,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub customer: Option<Id>,
    pub subscription: Option<Id>,
}

/// What a file's place was taken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    New,
    /// A copy of the built-in sample.
    Sample,
    File,
}

/// A save that is under way, by which its answer is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storing {
    pub(super) path: PathBuf,
    pub(super) mark: u64,
    /// The portfolio's id in that file: Save as makes a new one.
    pub(super) id: Uuid,
    /// Saving was asked for once more meanwhile.
    pub(super) again: bool,
}

/// How the portfolio in memory stands to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFile {
    pub path: Option<PathBuf>,
    pub origin: Origin,
    /// What in the file was not understood; not empty means read-only, so that nothing is lost.
    pub not_understood: Vec<String>,
    /// The history's mark at the last save.
    pub saved_mark: u64,
    pub(super) storing: Option<Storing>,
}

impl OpenFile {
    #[must_use]
    pub const fn new(path: Option<PathBuf>, origin: Origin) -> Self {
        Self { path, origin, not_understood: Vec::new(), saved_mark: 0, storing: None }
    }

    /// Whether a save is under way.
    #[must_use]
    pub const fn is_storing(&self) -> bool {
        self.storing.is_some()
    }

    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        !self.not_understood.is_empty()
    }
}

/// Where to go once the question about unsaved changes is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Quit,
    New,
    Sample,
    ChooseFile,
    Open(PathBuf),
}

/// What an import would change, shown before it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub path: PathBuf,
    pub plan: Box<MergePlan>,
    pub notes: Vec<String>,
}

impl Preview {
    /// How many records are new and how many change, of every kind.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let plan = &self.plan;
        let kinds = [plan.customer_counts(), plan.subscription_counts(), plan.offer_counts(), plan.upgrade_counts()];
        (kinds.iter().map(|counts| counts.new).sum(), kinds.iter().map(|counts| counts.changed).sum())
    }
}

/// The one dialog that is open. What is typed into it is a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    Customer { is_new: bool },
    DeleteCustomer,
    Subscription,
    DeleteSubscription,
    Upgrade,
    UpgradeRecorded { customer: Id, target: Id },
    Licenses,
    Action(Action),
    RealId { source: Id },
    Account,
    About,
    Condition(ConditionId),
    History,
    Offers,
    Import(Preview),
    Unsaved { next: Next },
    Path { purpose: Purpose },
    Overwrite { purpose: Purpose, path: PathBuf },
    Dropped { path: PathBuf },
}

/// A native dialog is open somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub purpose: Purpose,
    pub serial: u64,
}

/// A notice with a number, so that a new one is told from the same one again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub serial: u64,
    pub notice: Notice,
}

#[derive(Debug)]
pub struct Session {
    pub catalog: Arc<Catalog>,
    pub offers: Offers,
    pub rules: &'static RuleSet,
    pub derived: Derived,
    pub history: History,
    pub file: OpenFile,
    pub settings: Settings,
    pub tab: Tab,
    pub selection: Selection,
    /// The target whose reasons the ledger shows, where one was asked for.
    pub shown_target: Option<Id>,
    pub search: String,
    pub filters: Filters,
    pub sorting: Sorting,
    pub dialog: Option<Dialog>,
    pub waiting: Option<Waiting>,
    pub notice: Option<Posted>,
    /// Whether the line about the sample or the read-only file is still shown.
    pub banner: bool,
    /// Where to go once the save that is under way has succeeded.
    pub after_save: Option<Next>,
    /// The history's mark when it was settled that another portfolio may take this one's place.
    pub(super) leaving: Option<u64>,
    pub(super) serial: u64,
}

impl Session {
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, portfolio: &Portfolio, file: OpenFile, settings: Settings) -> Self {
        let offers = Offers::new(Arc::clone(&catalog), &portfolio.offers);
        let rules = super::AppState::rules_of(portfolio);
        let mut session = Self {
            catalog,
            offers,
            rules,
            derived: Derived::default(),
            history: History::default(),
            file,
            settings,
            tab: Tab::default(),
            selection: Selection::default(),
            shown_target: None,
            search: String::new(),
            filters: Filters::default(),
            sorting: Sorting::default(),
            dialog: None,
            waiting: None,
            notice: None,
            banner: true,
            after_save: None,
            leaving: None,
            serial: 0,
        };
        session.rebuild(portfolio);
        session
    }

    /// Judges everything anew: after opening, and after what every verdict hangs on.
    pub(super) fn rebuild(&mut self, portfolio: &Portfolio) {
        self.offers = Offers::new(Arc::clone(&self.catalog), &portfolio.offers);
        self.rules = super::AppState::rules_of(portfolio);
        self.derived.rebuild(portfolio, &self.offers, self.rules);
        self.relist();
    }

    /// Orders and filters the lists anew, without judging.
    pub(super) fn relist(&mut self) {
        self.derived.sort(self.sorting);
        self.refilter();
    }

    pub(super) fn refilter(&mut self) {
        self.derived.filter(&self.search, &self.filters);
    }

    pub(super) fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    pub(super) fn post(&mut self, notice: Notice) {
        let serial = self.next_serial();
        self.notice = Some(Posted { serial, notice });
    }
}
