//! `export`: the portfolio as another file, under a new id. The formats are `exchange`'s.

use std::path::PathBuf;

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange;
use crate::shell::files::same_file;

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
    let bytes = exchange::write(format, &portfolio, Uuid::new_v4())
        .map_err(|error| Trouble::Exchange { path: to.clone(), error })?;
    open::replace(to, &bytes)?;
    console.note(&words::written(to));
    Ok(())
}
