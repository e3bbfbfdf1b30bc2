//! `export`: the portfolio as another file under a new id, or a report of it. The formats are `exchange`'s, what stands in a report is `report`'s.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use uuid::Uuid;

use super::trouble::{Misuse, Trouble};
use super::{Console, arguments, open, words};
use crate::exchange;
use crate::model::Id;
use crate::shell::files::same_file;
use crate::shell::handing_out::{self, ExportOrder, Watcher};
use crate::shell::keeping;
use crate::shell::reports::Order;
use crate::state::ReportOf;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    file: PathBuf,
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    #[arg(long, value_name = "ID", conflicts_with = "upgrade")]
    customer: Option<String>,
    #[arg(long, value_name = "SUBSCRIPTION-ID")]
    upgrade: Option<String>,
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
    handing_out::report(&keeping(), to, &order, Watcher::NOBODY)
        .map_err(|failure| Trouble::handing_out(to, failure))?;
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
    let order = ExportOrder { format, id: Uuid::new_v4(), portfolio: &portfolio, whole: &portfolio, columns: None };
    handing_out::export(&keeping(), to, &order, Watcher::NOBODY)
        .map_err(|failure| Trouble::handing_out(to, failure))?;
    let left_out = format.leaves_out(&portfolio);
    if !left_out.is_empty() {
        console.note(&words::not_exported(console.words, to, &left_out));
    }
    console.note(&words::written(console.words, to));
    Ok(())
}
