//! `import`: reads files into a portfolio and says what changes. What an import changes is `exchange`'s merge.

mod plan;

use std::io::Cursor;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange::mapping::Mapping;
use crate::exchange::merge::{self, Into};
use crate::exchange::{self, Choices, Incoming};
use crate::model::{Change, Deed, Portfolio};
use crate::shell::keep::Kept;
use crate::shell::{mappings_path, read_mappings};
use crate::state::carry_out;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The files to read
    #[arg(required = true)]
    from: Vec<PathBuf>,
    /// The portfolio that takes them in; it is made where it is missing
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// The customer that a file is about, where it does not say so itself
    #[arg(long, value_name = "ID")]
    customer: Option<String>,
    /// The subscription that a file is about, where it does not say so itself
    #[arg(long, value_name = "ID")]
    subscription: Option<String>,
    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    // The formats that can be read so far all say whom they are about.
    let Arguments { from, into, customer: _, subscription: _, dry_run } = arguments;
    let incoming = from.iter().map(|path| read(path)).collect::<Result<Vec<Incoming>, Trouble>>()?;
    let mut present = if *dry_run { None } else { open::to_change_if_there(into, console)? };
    let looked_at = if *dry_run { open::to_read_if_there(into, console)? } else { None };
    let is_new = present.is_none() && looked_at.is_none();
    let before = present.as_ref().map(Kept::portfolio).or(looked_at.as_ref());
    let mut portfolio = before.cloned().unwrap_or_else(|| Portfolio::new(Uuid::new_v4()));

    // Kept until the portfolio is saved, so that a reader who closes the pipe early does not stop the import.
    let mut said = Vec::new();
    let mut edits = Vec::new();
    for (at, (path, incoming)) in from.iter().zip(&incoming).enumerate() {
        if !incoming.not_understood.is_empty() {
            console.note(&words::left_behind(path, &incoming.not_understood));
        }
        open::say_findings(&incoming.findings, path, console);
        // Only the first file fills an empty portfolio: the next ones add to it.
        let how = if is_new && at == 0 { Into::New } else { Into::Existing };
        let planned = merge::plan(&portfolio, &incoming.portfolio, how);
        plan::write(&planned, path, &mut Console { out: &mut said, err: console.err }).map_err(Trouble::Output)?;
        let own = planned.edits();
        carry_out(&mut portfolio, &own);
        edits.extend(own);
    }
    let deed = Deed::Import { files: from.iter().filter_map(|path| name_of(path)).collect() };
    let change = Change { at: open::now(), deed, edits };
    match &mut present {
        _ if *dry_run => console.note(words::DRY_RUN),
        None => {
            open::save(into, &portfolio)?;
            console.note(&words::written(into));
        }
        Some(_) if change.edits.is_empty() => console.note(&words::unchanged(into)),
        Some(kept) => {
            open::record(kept, change)?;
            console.note(&words::written(into));
        }
    }
    console.out.write_all(&said).map_err(Trouble::Output)
}

/// The name alone: a path can name the person.
fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn read(path: &Path) -> Result<Incoming, Trouble> {
    let bytes = open::read(path)?;
    let extension = path.extension().and_then(|extension| extension.to_str());
    let read = |choices: &Choices| {
        exchange::read(extension, &mut Cursor::new(&bytes), choices)
            .map_err(|error| Trouble::Exchange { path: path.to_owned(), error })
    };
    let incoming = read(&Choices::default())?;
    if !incoming.asks.mapping {
        return Ok(incoming);
    }
    // Nothing is guessed here: what its columns are was said in the window, or is not known.
    let mapping =
        remembered(&incoming.recognized.header).ok_or_else(|| Trouble::NoMapping { path: path.to_owned() })?;
    read(&Choices { mapping: Some(mapping), ..Choices::default() })
}

/// What was said in the window of a table with this header.
fn remembered(header: &[String]) -> Option<Mapping> {
    let mappings = read_mappings(&mappings_path()?).ok()?;
    Mapping::recalled(&mappings, header)
}
