//! Everything the program knows, and the one place that changes it. No disk, no dialogs, no drawing, no sentences.

mod answered;
mod answers;
mod bulk;
mod chapter;
mod command;
mod commit;
mod compare;
mod comparing;
mod decide;
mod derived;
pub mod diagnosis;
mod dialogs;
mod dispatch;
mod draft;
mod effect;
mod files;
mod handing_out;
mod history;
mod importing;
mod kept;
mod lists;
mod notice;
mod offer_rows;
mod opening;
mod order;
mod palette;
mod picked;
mod planning;
mod recorded;
mod remembered;
mod reporting;
mod rows;
mod search;
mod session;
mod sorting;
mod tables;
mod verdict_columns;
mod verdict_sheets;
mod working_out;

use std::sync::Arc;

pub use bulk::{Bulk, BulkCount, BulkOf};
pub use chapter::Chapter;
pub use command::{Command, Purpose};
pub use commit::carry_out;
pub use compare::{Comparison, Turned, TurnedCondition, TurnedTarget, compare};
pub use comparing::{CompareOutcome, Comparing};
pub use derived::{Derived, Ledger, TargetLedger};
pub use dispatch::{Stamp, dispatch};
pub use draft::{
    BulkDraft, BulkWish, ChannelChoice, ColumnsDraft, CompareDraft, ComparePart, CustomerDraft, DelegatedChoice,
    Drafts, Field, FieldProblem, ImportDraft, LicensesDraft, OfferDraft, PaletteDraft, PartnerDraft, Problem,
    SubscriptionDraft, TableDraft, TableRows, UpgradeDraft,
};
pub use effect::{Effect, OpenFor};
pub use handing_out::{HandedOut, HandingOut};
pub use history::History;
pub use importing::{ImportFile, Importing, ReadOutcome, Reading, names_of};
pub use kept::{
    BackupLine, Better, FileFact, FileSeal, FindingLine, LooksOnly, NotUnderstood, Odd, Opened, Place, Position,
    StoreTrouble, Theirs, Unfamiliar,
};
pub use lists::Filters;
pub use notice::{Failure, Notice, Tone};
pub use offer_rows::OfferRow;
pub use opening::Opening;
pub use order::{NameKey, NameOrder};
pub use palette::{Found, MOST_FOUND};
pub use picked::{Pick, Picked, Picks};
pub use planning::{Planned, Planning};
pub use recorded::upgrade_change;
pub use reporting::{ReportOf, customer_page_of};
pub use rows::{CustomerRow, SubscriptionRow, Totals};
pub use search::{Sought, Sounds, fold};
pub use session::{Dialog, Next, OpenFile, Origin, Posted, Selection, Session, Speaks, Standing, Waiting};
pub use verdict_columns::VerdictColumns;
pub use verdict_sheets::VerdictSheets;
pub use working_out::{Remains, Work, Worked};

pub use crate::model::{AnyColumn, CustomerColumn, Filter, HeldColumn, List, SubscriptionColumn, Tab, Toggle};

use crate::model::{Catalog, Id, Portfolio, Settings, Status, Subscription};
use crate::rules::{RuleSet, Setting};

/// Three lifetimes: what is in the file, what a restart would lose, and what is half typed.
#[derive(Debug)]
pub struct AppState {
    pub portfolio: Portfolio,
    pub session: Session,
    pub drafts: Drafts,
}

impl AppState {
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, portfolio: Portfolio, file: OpenFile, settings: Settings) -> Self {
        let mut session = Session::new(catalog, &portfolio, file, settings, Speaks::default());
        session.work_out(&portfolio);
        let mut state = Self { portfolio, session, drafts: Drafts::default() };
        state.select_first();
        state.refresh();
        state
    }

    /// Says what the window speaks before anybody has chosen. What hangs on it follows.
    pub fn speak(&mut self, speaks: Speaks) {
        self.session.speaks = speaks;
        self.session.follow_language(&self.portfolio);
    }

    /// What the rules look at beside the customer.
    #[must_use]
    pub fn setting(&self) -> Setting<'_> {
        Setting { rules: self.session.rules, offers: &self.session.offers, partner: &self.portfolio.partner }
    }

    /// The customer that is selected.
    #[must_use]
    pub fn customer(&self) -> Option<&Arc<crate::model::Customer>> {
        self.session.selection.customer.as_ref().and_then(|id| self.portfolio.customers.get(id))
    }

    /// The subscription that is selected.
    #[must_use]
    pub fn subscription(&self) -> Option<&Subscription> {
        let id = self.session.selection.subscription.as_ref()?;
        self.customer()?.subscription(id)
    }

    /// The rule set that the portfolio names, or the default where nobody knows it.
    #[must_use]
    pub fn rules_of(portfolio: &Portfolio) -> &'static RuleSet {
        RuleSet::find(&portfolio.rules).unwrap_or(&crate::rules::PARTNER_CENTER)
    }

    /// Whether something is not in a file of the person's own yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        let session = &self.session;
        session.pending.is_some() || session.file.waiting > 0 || session.file.untitled.is_some()
    }

    /// What is to be done beside the window for the lists.
    fn work_beside(&mut self) -> Vec<Effect> {
        let let_go = self.session.derived.remains().map(Effect::LetGo);
        let work = self.session.work(&self.portfolio).map(|work| Effect::WorkOut(Box::new(work)));
        let_go.into_iter().chain(work).collect()
    }

    /// The lists are as they were asked to be.
    fn take_worked_out(&mut self, worked: Worked) {
        if !self.session.derived.take(worked) {
            return;
        }
        self.keep_picked();
        if self.session.selection.customer.is_none() {
            self.select_first();
            self.refresh();
        }
    }

    fn select_first(&mut self) {
        let first = self.session.derived.customers().first().copied();
        let customer =
            first.and_then(|at| self.portfolio.customers.at(at as usize)).map(|customer| customer.id.clone());
        self.select(customer.as_ref(), None);
    }

    /// Selects a customer and one of their subscriptions: the one asked for, or else the first.
    pub(crate) fn select(&mut self, customer: Option<&Id>, subscription: Option<Id>) {
        let record = customer.and_then(|id| self.portfolio.customers.get(id));
        let asked = subscription.filter(|id| record.is_some_and(|record| record.subscription(id).is_some()));
        let first = || {
            let all = &record?.subscriptions;
            // One that is still there says more than one that was closed.
            let open = all.iter().find(|record| !matches!(record.status, Status::Deleted | Status::Expired));
            open.or_else(|| all.first()).map(|first| first.id.clone())
        };
        let subscription = asked.or_else(first);
        self.session.selection = Selection { customer: record.map(|record| record.id.clone()), subscription };
        let Session { picked, selection, .. } = &mut self.session;
        picked.follow(selection.customer.as_ref(), selection.pair().as_ref());
    }

    /// Brings what hangs on the selection up to date: the ledger and the form.
    pub(crate) fn refresh(&mut self) {
        let (customer, subscription) =
            (self.session.selection.customer.clone(), self.session.selection.subscription.clone());
        self.select(customer.as_ref(), subscription);
        let customer = self.customer().map(Arc::clone);
        let ledger = match (&customer, &self.session.selection.subscription) {
            (Some(customer), Some(id)) => {
                let ledger = |record| Ledger::of(self.setting(), &self.portfolio, customer, record);
                customer.subscription(id).map(ledger)
            }
            (None, _) | (Some(_), None) => None,
        };
        self.session.derived.set_ledger(ledger);
        let record = customer.as_ref().zip(self.session.selection.subscription.as_ref());
        match record.and_then(|(customer, id)| Some((customer, customer.subscription(id)?))) {
            Some((customer, subscription)) => self.drafts.subscription.follow(customer, subscription),
            None => self.drafts.subscription = SubscriptionDraft::default(),
        }
    }
}
