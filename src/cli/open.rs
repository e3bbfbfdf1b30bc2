//! Opening and saving FILE, and what holds for every command that does. What is done in between is the commands'.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};

use super::trouble::Trouble;
use super::{Console, words};
use crate::model::{Change, Entry, Happened, Offers, Portfolio};
use crate::rules::{PARTNER_CENTER, RuleSet};
use crate::shell::files::{FileFailure, Step, write_atomically, write_where_missing};
use crate::shell::keep::{self, Access, Kept, OpenFailure, Opened};
use crate::shell::keeping;
use crate::storage::{FileFinding, MAXIMUM_SIZE, Seal, builtin_catalog, encode_checked};

/// Opens a portfolio to be read: file and journal, whoever has it open. What this version does not understand in it is said.
pub(super) fn to_read(path: &Path, console: &mut Console<'_>) -> Result<Portfolio, Trouble> {
    to_read_with_past(path, console).map(|(portfolio, _)| portfolio)
}

/// As [`to_read`], with the changes that led there, oldest first, as far back as the journals tell.
pub(super) fn to_read_with_past(
    path: &Path,
    console: &mut Console<'_>,
) -> Result<(Portfolio, Vec<Arc<Entry>>), Trouble> {
    let opened = load(path, Access::Look)?;
    if !opened.not_understood.is_empty() {
        console.note(&words::not_understood(console.words, path, &opened.not_understood));
    }
    say(&opened, path, console);
    let past = opened.past.into_iter().chain(opened.recovered).collect();
    Ok((opened.portfolio, past))
}

/// As [`to_read`]; `None` where there is no such file.
pub(super) fn to_read_if_there(path: &Path, console: &mut Console<'_>) -> Result<Option<Portfolio>, Trouble> {
    match to_read(path, console) {
        Ok(portfolio) => Ok(Some(portfolio)),
        Err(Trouble::File(failure)) if failure.is_missing() => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

/// Opens a portfolio to be changed: locked against everybody else until it is dropped.
pub(super) fn to_change(path: &Path, console: &mut Console<'_>) -> Result<Kept, Trouble> {
    let opened = load(path, Access::Change)?;
    say(&opened, path, console);
    if let Some(mine) = opened.mine.as_ref().filter(|mine| !mine.entries.is_empty()) {
        return Err(Trouble::TwoVersions { path: path.to_owned(), changes: mine.entries.len() });
    }
    let not_understood = opened.not_understood;
    opened.kept.ok_or_else(|| Trouble::ReadOnly { path: path.to_owned(), not_understood })
}

/// As [`to_change`]; `None` where there is no such file.
pub(super) fn to_change_if_there(path: &Path, console: &mut Console<'_>) -> Result<Option<Kept>, Trouble> {
    match to_change(path, console) {
        Ok(kept) => Ok(Some(kept)),
        Err(Trouble::File(failure)) if failure.is_missing() => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

/// More than these are counted, not listed. The window lists them all.
const MOST_FINDINGS: usize = 100;

/// What is odd about the records of a file.
pub(super) fn say_findings(findings: &[FileFinding], path: &Path, console: &mut Console<'_>) {
    for finding in findings.iter().take(MOST_FINDINGS) {
        console.note(&words::finding(console.words, finding, path));
    }
    if let Some(more) = findings.len().checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
        console.note(&words::more_findings(console.words, more, path));
    }
}

/// What is odd about what was opened.
fn say(opened: &Opened, path: &Path, console: &mut Console<'_>) {
    say_findings(&opened.findings, path, console);
    if opened.seal == Seal::Wrong {
        console.note(&words::edited_outside(console.words, path));
    }
    if !opened.recovered.is_empty() {
        console.note(&words::recovered(console.words, opened.recovered.len(), path));
    }
    if let Some(mine) = opened.mine.as_ref().filter(|mine| !mine.entries.is_empty()) {
        console.note(&words::without_journal(console.words, mine.entries.len(), path));
    }
    if opened.journal_is_newer {
        console.note(&words::newer_journal(console.words, path));
    }
    if opened.journal_is_damaged {
        console.note(&words::damaged_journal(console.words, path));
    }
    if opened.is_replaced {
        console.note(&words::replaced(console.words, path));
    }
    if let Some(holder) = &opened.holder {
        console.note(&words::open_on_share(console.words, &holder.said, path));
    }
    for copy in &opened.copies {
        console.note(&words::another_version(console.words, copy));
    }
}

fn load(path: &Path, access: Access) -> Result<Opened, Trouble> {
    keep::open(&keeping(), path, access, MAXIMUM_SIZE, now()).map_err(|failure| match failure {
        OpenFailure::File(failure) => Trouble::File(failure),
        OpenFailure::Damaged { error, .. } => Trouble::Load { path: path.to_owned(), error },
        OpenFailure::Locked { path } => Trouble::InUse { path },
        // Here nobody does.
        OpenFailure::GivenUp => Trouble::File(FileFailure::Refused {
            step: Step::Open,
            kind: std::io::ErrorKind::Interrupted,
            said: OpenFailure::GivenUp.to_string(),
            path: path.to_owned(),
        }),
    })
}

/// The time, as a record says it: to the second.
pub(super) fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(0)
}

/// Records a change: in the journal, then in the file. Whoever is told of a failure is to find nothing changed, so that
/// it can be tried again.
pub(super) fn record(kept: &mut Kept, change: Change) -> Result<(), Trouble> {
    kept.append(change.at, Happened::Did, Arc::new(change))?;
    match kept.checkpoint(now()) {
        Ok(_) => Ok(()),
        Err(failure) => {
            let taken_back = kept.take_back(now());
            Err(Trouble::Checkpoint { path: kept.path().to_owned(), failure, taken_back })
        }
    }
}

/// Writes a portfolio that was not there: proved to read back the same, then written whole or not at all. A file that has
/// come meanwhile is left as it is.
pub(super) fn save(path: &Path, portfolio: &Portfolio) -> Result<(), Trouble> {
    let text = encode_checked(portfolio)?;
    if write_where_missing(path, text.as_bytes())? { Ok(()) } else { Err(Trouble::Appeared { path: path.to_owned() }) }
}

/// Writes a file in the place of whatever is there, but not of a portfolio that somebody has open.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let Some(_until_it_is_written) = keeping().claim(path)? else {
        return Err(Trouble::InUse { path: path.to_owned() });
    };
    Ok(write_atomically(path, bytes)?)
}

/// The offers in force for a portfolio.
pub(super) fn offers(portfolio: &Portfolio) -> Result<Offers, Trouble> {
    let catalog = builtin_catalog().map_err(Trouble::Catalog)?;
    Ok(Offers::new(catalog, &portfolio.offers))
}

/// The rule set to judge by: the one asked for, else the portfolio's own, else the default one, which is said then.
pub(super) fn rules(
    asked: Option<&'static RuleSet>,
    portfolio: &Portfolio,
    console: &mut Console<'_>,
) -> &'static RuleSet {
    asked.or_else(|| RuleSet::find(&portfolio.rules)).unwrap_or_else(|| {
        console.note(&words::unknown_rules(console.words, &portfolio.rules, PARTNER_CENTER.id));
        &PARTNER_CENTER
    })
}
