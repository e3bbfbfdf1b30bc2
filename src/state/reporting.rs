//! Reports on their way out: which, in which language, how far, and where to. What stands in one is `report`'s; making and writing it is the shell's.

use std::path::PathBuf;
use std::sync::Arc;

use super::AppState;
use super::command::{Command, Purpose};
use super::dispatch::Stamp;
use super::effect::Effect;
use super::notice::Notice;
use crate::exchange::file_name;
use crate::model::Id;

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportOf {
    /// The whole portfolio.
    Review,
    /// What one customer is told.
    CustomerPage { customer: Id },
    /// The evidence of the recorded upgrade that starts from a subscription.
    Evidence { customer: Option<Id>, subscription: Id },
}

impl ReportOf {
    /// The extensions that it can be written under; the first is added where there is none.
    #[must_use]
    pub const fn extensions(&self) -> &'static [&'static str] {
        match self {
            Self::Review | Self::CustomerPage { .. } => &["html"],
            Self::Evidence { .. } => &["html", "json"],
        }
    }
}

/// A report that is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporting {
    pub serial: u64,
    /// Customers looked at, of so many.
    pub done: usize,
    pub all: usize,
}

/// The name that a report's file gets unless the person chooses another one.
pub(super) fn suggested_name(state: &AppState, stem: &str, of: &ReportOf) -> String {
    let company = |id: &Id| state.portfolio.customers.get(id).map(|customer| customer.company_name.as_str());
    let wished = match of {
        ReportOf::Review => format!("{stem}-review"),
        ReportOf::CustomerPage { customer } => format!("{}-upgrades", company(customer).unwrap_or(stem)),
        ReportOf::Evidence { customer, .. } => {
            format!("{}-evidence", customer.as_ref().and_then(company).unwrap_or(stem))
        }
    };
    file_name(&wished, "html")
}

/// Asks for a report to be made and written.
pub(super) fn start(
    state: &mut AppState,
    (of, language): (&ReportOf, &'static str),
    path: PathBuf,
    stamp: &Stamp,
) -> Vec<Effect> {
    // One at a time: whoever asks for another gives the first up.
    let mut effects = stop(state);
    let serial = state.session.next_serial();
    state.session.reporting = Some(Reporting { serial, done: 0, all: state.portfolio.customers.len() });
    let past = match of {
        ReportOf::Evidence { .. } => state.session.history.under_this_id().map(Arc::clone).collect(),
        ReportOf::Review | ReportOf::CustomerPage { .. } => Vec::new(),
    };
    effects.push(Effect::Report {
        serial,
        path,
        of: of.clone(),
        language,
        as_of: stamp.at.date_naive(),
        portfolio: Arc::new(state.portfolio.clone()),
        past,
    });
    effects
}

pub(super) fn stop(state: &mut AppState) -> Vec<Effect> {
    let running = state.session.reporting.take();
    running.map(|reporting| Effect::StopReport { serial: reporting.serial }).into_iter().collect()
}

/// What the world says of a report. What it says of one that was given up is no longer of interest.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other command comes here")]
pub(super) fn answered(state: &mut AppState, answer: Command) {
    let session = &mut state.session;
    let is_running = |serial| session.reporting.is_some_and(|reporting| reporting.serial == serial);
    match answer {
        Command::ReportSoFar { serial, done, all } if is_running(serial) => {
            session.reporting = Some(Reporting { serial, done, all });
        }
        Command::ReportMade { serial, path } if is_running(serial) => {
            session.reporting = None;
            session.post(Notice::ReportWritten { path });
        }
        Command::ReportFailed { serial, failure } if is_running(serial) => {
            session.reporting = None;
            session.post(Notice::Failed(failure));
        }
        _ => {}
    }
}

/// A page for the selected customer, in a language.
#[must_use]
pub fn customer_page_of(customer: &Id, language: &'static str) -> Command {
    Command::Choose(Purpose::Report { of: ReportOf::CustomerPage { customer: customer.clone() }, language })
}
