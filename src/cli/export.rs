//! `export`: the portfolio as another file, under a new id. The formats are `exchange`'s.

use std::path::PathBuf;

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange::{self, Beside};
use crate::model::{Customer, Subscription};
use crate::shell::files::same_file;
use crate::state::VerdictColumns;
use crate::storage::builtin_catalog;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The portfolio
    file: PathBuf,
    /// The file to write; its extension says the format
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let Arguments { file, to } = arguments;
    let extension = to.extension().and_then(|extension| extension.to_str());
    let format = extension
        .and_then(exchange::of_extension)
        .filter(|format| format.can_export())
        .ok_or_else(|| Trouble::Extension { path: to.clone() })?;
    if same_file(file, to) {
        return Err(Trouble::OntoItself { path: to.clone() });
    }
    let portfolio = open::to_read(file, console)?;
    let verdicts = VerdictColumns::of(&portfolio, builtin_catalog().map_err(Trouble::Catalog)?);
    let cells = |customer: &Customer, subscription: &Subscription| verdicts.cells(customer, subscription);
    let sheets = || verdicts.sheets(&portfolio);
    let beside = Beside { headers: verdicts.headers(), cells: &cells, only: None, sheets: &sheets };
    let bytes = exchange::write(format, &portfolio, Uuid::new_v4(), &beside)
        .map_err(|error| Trouble::Exchange { path: to.clone(), error })?;
    open::replace(to, &bytes)?;
    let left_out = format.leaves_out(&portfolio);
    if !left_out.is_empty() {
        console.note(&words::not_exported(to, &left_out));
    }
    console.note(&words::written(to));
    Ok(())
}
