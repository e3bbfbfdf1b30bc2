//! `import`: reads files into a portfolio and says what changes. What an import changes is `exchange`'s merge.

mod plan;
mod source;

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange::mapping::Mapping;
use crate::exchange::merge::{Accepted, Import, Into, Selection};
use crate::exchange::{self, Choices, Incoming};
use crate::model::{Change, Deed, Id, Portfolio};
use crate::shell::keep::Kept;
use crate::shell::reading::{Reading, extension};
use crate::shell::{mappings_path, read_mappings};
use crate::state::{carry_out, names_of};
use crate::text::Naming;

/// From so many bytes on it is said how far a file is read.
const LARGE: u64 = 32 << 20;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(required = true)]
    from: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    #[arg(long, value_name = "ID")]
    customer: Option<String>,
    #[arg(long, value_name = "ID")]
    subscription: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let Arguments { from, into, customer, subscription, dry_run } = arguments;
    let mut present = if *dry_run { None } else { open::to_change_if_there(into, console)? };
    let looked_at = if *dry_run { open::to_read_if_there(into, console)? } else { None };
    let is_new = present.is_none() && looked_at.is_none();
    let before = present.as_ref().map(Kept::portfolio).or(looked_at.as_ref());
    let mut portfolio = before.cloned().unwrap_or_else(|| Portfolio::new(Uuid::new_v4()));
    let choices = Choices {
        now: Some(open::now()),
        customer: customer.as_deref().map(Id::new),
        subscription: subscription.as_deref().map(Id::new),
        partner: names_of(&portfolio.partner),
        ..Choices::default()
    };
    let incoming = from.iter().map(|path| read(path, &choices, console)).collect::<Result<Vec<Incoming>, Trouble>>()?;

    // Kept until the portfolio is saved, so that a reader who closes the pipe early does not stop the import.
    let mut said = Vec::new();
    let mut edits = Vec::new();
    for (at, (path, incoming)) in from.iter().zip(&incoming).enumerate() {
        let offers = open::offers(&portfolio)?;
        let naming = Naming { words: console.words, offers: &offers, customer: None };
        source::say(&naming, path, incoming, console);
        // Only the first file fills an empty portfolio: the next ones add to it.
        let into = if is_new && at == 0 && incoming.fills_an_empty_portfolio() { Into::New } else { Into::Existing };
        // What a file makes likely is a person's to confirm; here is nobody to ask.
        let accepted = Accepted::default();
        let planned = Import { current: &portfolio, incoming, base: None, into, accepted: &accepted }.plan();
        let mut kept_back = Console { out: &mut said, err: console.err, words: console.words, is_done: false };
        plan::write(&naming, &planned, path, &mut kept_back).map_err(Trouble::Output)?;
        let own = planned.edits(&Selection::default());
        carry_out(&mut portfolio, &own);
        edits.extend(own);
    }
    let deed = Deed::Import { files: from.iter().filter_map(|path| name_of(path)).collect() };
    let change = Change { at: open::now(), deed, edits };
    match &mut present {
        _ if *dry_run => console.note(console.words.say("cli-dry-run")),
        None => {
            open::save(into, &portfolio)?;
            console.is_done = true;
            console.note(&words::written(console.words, into));
        }
        Some(_) if change.edits.is_empty() => console.note(&words::unchanged(console.words, into)),
        Some(kept) => {
            open::record(kept, change)?;
            console.is_done = true;
            console.note(&words::written(console.words, into));
        }
    }
    console.out.write_all(&said).map_err(Trouble::Output)
}

/// The name alone: a path can name the person.
fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn read(path: &Path, choices: &Choices, console: &mut Console<'_>) -> Result<Incoming, Trouble> {
    let mut told = 0;
    let mut on_the_way = |read: u64, size: u64| {
        let share = read.saturating_mul(10).checked_div(size).unwrap_or(10);
        // Small files are there at once.
        if size >= LARGE && share > told {
            told = share;
            console.note(&words::reading(console.words, path, share * 10));
        }
        Ok(())
    };
    let mut source = Reading::open(path, &mut on_the_way)?;
    let mut read = |choices: &Choices| {
        exchange::read(extension(path).as_deref(), &mut source, choices)
            .map_err(|error| Trouble::Exchange { path: path.to_owned(), error })
    };
    let incoming = read(choices)?;
    if !incoming.asks.mapping {
        return Ok(incoming);
    }
    // Nothing is guessed here: what its columns are was said in the window, or is not known.
    let mapping =
        remembered(&incoming.recognized.header).ok_or_else(|| Trouble::NoMapping { path: path.to_owned() })?;
    read(&Choices { mapping: Some(mapping), ..choices.clone() })
}

/// What was said in the window of a table with this header.
fn remembered(header: &[String]) -> Option<Mapping> {
    let mappings = read_mappings(&mappings_path()?).ok()?;
    Mapping::recalled(&mappings, header)
}
