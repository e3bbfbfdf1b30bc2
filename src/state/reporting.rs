//! Reports that are asked for: which, in which language, and where to. What stands in one is `report`'s; how far it is, `handing_out`'s.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::{Command, Purpose};
use super::dispatch::Stamp;
use super::effect::Effect;
use super::{AppState, handing_out};
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

/// The name that a report's file gets unless the person chooses another one.
pub(super) fn suggested_name(state: &AppState, stem: &str, of: &ReportOf) -> String {
    let company = |id: &Id| state.portfolio.customers.get(id).map(|customer| customer.company_name.as_str());
    let (wished, tail) = match of {
        ReportOf::Review => (stem, "review"),
        ReportOf::CustomerPage { customer } => (company(customer).unwrap_or(stem), "upgrades"),
        ReportOf::Evidence { customer, .. } => (customer.as_ref().and_then(company).unwrap_or(stem), "evidence"),
    };
    file_name(wished, tail, of.extensions().first().copied().unwrap_or("html"))
}

/// Asks for a report to be made and written.
pub(super) fn start(
    state: &mut AppState,
    (of, language): (&ReportOf, &'static str),
    path: PathBuf,
    stamp: &Stamp,
) -> Vec<Effect> {
    let (serial, mut effects) = handing_out::begin(state, path.clone(), state.portfolio.customers.len());
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

/// A page for the selected customer, in a language.
#[must_use]
pub fn customer_page_of(customer: &Id, language: &'static str) -> Command {
    Command::Choose(Purpose::Report { of: ReportOf::CustomerPage { customer: customer.clone() }, language })
}
