//! `import`: reads files into a portfolio and says what changes. What an import changes is `exchange`'s merge.

mod plan;

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange::merge::{self, Into};
use crate::exchange::{self, Incoming};
use crate::model::Portfolio;
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
    let present = open::to_change_if_there(into, console)?;
    let is_new = present.is_none();
    let mut portfolio = present.unwrap_or_else(|| Portfolio::new(Uuid::new_v4()));
    let incoming = from.iter().map(|path| read(path)).collect::<Result<Vec<Incoming>, Trouble>>()?;

    // Kept until the portfolio is saved, so that a reader who closes the pipe early does not stop the import.
    let mut said = Vec::new();
    let mut idle = true;
    for (at, (path, incoming)) in from.iter().zip(&incoming).enumerate() {
        if !incoming.not_understood.is_empty() {
            console.note(&words::left_behind(path, &incoming.not_understood));
        }
        for finding in &incoming.findings {
            console.note(&words::finding(finding, path));
        }
        // Only the first file fills an empty portfolio: the next ones add to it.
        let how = if is_new && at == 0 { Into::New } else { Into::Existing };
        let planned = merge::plan(&portfolio, &incoming.portfolio, how);
        plan::write(&planned, path, &mut Console { out: &mut said, err: console.err }).map_err(Trouble::Output)?;
        idle &= planned.is_idle();
        carry_out(&mut portfolio, &planned.edits());
    }
    if *dry_run {
        console.note(words::DRY_RUN);
    } else if is_new || !idle {
        open::save(into, &portfolio)?;
        console.note(&words::written(into));
    } else {
        console.note(&words::unchanged(into));
    }
    console.out.write_all(&said).map_err(Trouble::Output)
}

fn read(path: &Path) -> Result<Incoming, Trouble> {
    let bytes = open::read(path)?;
    let extension = path.extension().and_then(|extension| extension.to_str());
    exchange::read(extension, &bytes).map_err(|error| Trouble::Exchange { path: path.to_owned(), error })
}
