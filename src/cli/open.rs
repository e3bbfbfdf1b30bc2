//! Opening and saving FILE, and what holds for every command that does. What is done in between is the commands'.

use std::io;
use std::path::Path;

use super::trouble::Trouble;
use super::{Console, words};
use crate::model::{Offers, Portfolio};
use crate::rules::{PARTNER_CENTER, RuleSet};
use crate::shell::files::{FileFailure, read_bounded, write_atomically};
use crate::storage::{Loaded, MAXIMUM_SIZE, builtin_catalog, decode, encode_checked};

/// Opens a portfolio to be read. What this version does not understand in it is said.
pub(super) fn to_read(path: &Path, console: &mut Console<'_>) -> Result<Portfolio, Trouble> {
    let Loaded { portfolio, not_understood, findings, seal: _ } = load(path)?;
    if !not_understood.is_empty() {
        console.note(&words::not_understood(path, &not_understood));
    }
    for finding in &findings {
        console.note(&words::finding(finding, path));
    }
    Ok(portfolio)
}

/// Opens a portfolio to be changed.
pub(super) fn to_change(path: &Path, console: &mut Console<'_>) -> Result<Portfolio, Trouble> {
    let Loaded { portfolio, not_understood, findings, seal: _ } = load(path)?;
    if !not_understood.is_empty() {
        return Err(Trouble::ReadOnly { path: path.to_owned(), not_understood });
    }
    for finding in &findings {
        console.note(&words::finding(finding, path));
    }
    Ok(portfolio)
}

/// As [`to_change`]; `None` where there is no such file.
pub(super) fn to_change_if_there(path: &Path, console: &mut Console<'_>) -> Result<Option<Portfolio>, Trouble> {
    match to_change(path, console) {
        Ok(portfolio) => Ok(Some(portfolio)),
        Err(Trouble::File(FileFailure::Refused { kind: io::ErrorKind::NotFound, .. })) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

fn load(path: &Path) -> Result<Loaded, Trouble> {
    let bytes = read(path)?;
    decode(&bytes).map_err(|error| Trouble::Load { path: path.to_owned(), error })
}

/// The bytes of a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    Ok(read_bounded(path, MAXIMUM_SIZE)?)
}

/// Saves a portfolio: proved to read back the same, then written whole or not at all.
pub(super) fn save(path: &Path, portfolio: &Portfolio) -> Result<(), Trouble> {
    let text = encode_checked(portfolio)?;
    Ok(write_atomically(path, text.as_bytes())?)
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
        console.note(&words::unknown_rules(&portfolio.rules, PARTNER_CENTER.id));
        &PARTNER_CENTER
    })
}
