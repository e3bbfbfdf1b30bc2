//! `export`: the portfolio as another file under a new id, or a report of it. The formats are `exchange`'s, what stands in a report is `report`'s.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use uuid::Uuid;

use super::trouble::{Misuse, Trouble};
use super::{Console, arguments, open, words};
use crate::exchange::{self, Beside};
use crate::model::{Customer, Id, Subscription};
use crate::shell::files::same_file;
use crate::shell::reports::{self, Order};
use crate::state::{ReportOf, VerdictColumns};
use crate::storage::builtin_catalog;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The portfolio
    file: PathBuf,
    /// The file to write; its extension says the format, and .html is a report in the language that --lang names
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// The page for this customer, instead of the review of the portfolio (.html)
    #[arg(long, value_name = "ID", conflicts_with = "upgrade")]
    customer: Option<String>,
    /// The evidence of the recorded upgrade of this subscription (.html or .json)
    #[arg(long, value_name = "SUBSCRIPTION-ID")]
    upgrade: Option<String>,
    /// The day of the report; without it today, in UTC
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = arguments::day)]
    as_of: Option<NaiveDate>,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let Arguments { file, to, customer, upgrade, as_of } = arguments;
    let asked = match (customer, upgrade) {
        (Some(customer), _) => Some(ReportOf::CustomerPage { customer: Id::new(customer) }),
        (None, Some(subscription)) => Some(ReportOf::Evidence { customer: None, subscription: Id::new(subscription) }),
        (None, None) => None,
    };
    let is_html = has_extension(to, "html");
    match asked.or(is_html.then_some(ReportOf::Review)) {
        Some(of) if !of.extensions().iter().any(|extension| has_extension(to, extension)) => {
            Err(Trouble::Usage(Misuse::ReportExtension))
        }
        Some(of) => report(file, to, of, as_of.unwrap_or_else(|| Utc::now().date_naive()), console),
        None => data(file, to, console),
    }
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

fn report(file: &Path, to: &Path, of: ReportOf, as_of: NaiveDate, console: &mut Console<'_>) -> Result<(), Trouble> {
    if same_file(file, to) {
        return Err(Trouble::OntoItself { path: to.to_owned() });
    }
    let (portfolio, past) = open::to_read_with_past(file, console)?;
    let order = Order { of, language: console.words.language().tag(), as_of, portfolio: Arc::new(portfolio), past };
    let bytes = reports::made(&order, to, &mut |_, _| true)?;
    open::replace(to, &bytes)?;
    console.note(&words::written(console.words, to));
    Ok(())
}

fn data(file: &Path, to: &Path, console: &mut Console<'_>) -> Result<(), Trouble> {
    let extension = to.extension().and_then(OsStr::to_str);
    let format = extension
        .and_then(exchange::of_extension)
        .filter(|format| format.can_export())
        .ok_or_else(|| Trouble::Extension { path: to.to_owned() })?;
    if same_file(file, to) {
        return Err(Trouble::OntoItself { path: to.to_owned() });
    }
    let portfolio = open::to_read(file, console)?;
    let verdicts = VerdictColumns::of(&portfolio, builtin_catalog().map_err(Trouble::Catalog)?);
    let cells = |customer: &Customer, subscription: &Subscription| verdicts.cells(customer, subscription);
    let sheets = || verdicts.sheets(&portfolio);
    let beside = Beside { headers: verdicts.headers(), cells: &cells, only: None, sheets: &sheets };
    let bytes = exchange::write(format, &portfolio, Uuid::new_v4(), &beside)
        .map_err(|error| Trouble::Exchange { path: to.to_owned(), error })?;
    open::replace(to, &bytes)?;
    let left_out = format.leaves_out(&portfolio);
    if !left_out.is_empty() {
        console.note(&words::not_exported(console.words, to, &left_out));
    }
    console.note(&words::written(console.words, to));
    Ok(())
}
