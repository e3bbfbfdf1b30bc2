//! Makes a report: the words, the catalog and what the kept changes tell. What stands in it is `report`'s.

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{Deed, Edit, Entry, Happened, HistoryEntry, Offers, Portfolio};
use crate::report::{self, Basis, Pack, PortfolioHashes, Progress, ReportError, sha256};
use crate::state::{AppState, ReportOf, carry_out};
use crate::storage::{self, LoadError};

/// A report that is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    pub of: ReportOf,
    pub language: &'static str,
    /// A UTC day.
    pub as_of: NaiveDate,
    pub portfolio: Arc<Portfolio>,
    /// The changes that led to the portfolio as it is, oldest first, as far back as they are kept.
    pub past: Vec<Arc<Entry>>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    #[error("the built-in catalog is damaged: {0}")]
    Catalog(LoadError),
    #[error(transparent)]
    Report(#[from] ReportError),
}

/// Makes it. The extension of the path says whether evidence is HTML or JSON.
///
/// # Errors
/// See [`OrderError`].
pub fn write(
    order: &Order,
    path: &Path,
    out: &mut dyn io::Write,
    progress: &mut Progress<'_>,
) -> Result<(), OrderError> {
    let Order { of, language, as_of, portfolio, past } = order;
    let catalog = storage::builtin_catalog().map_err(OrderError::Catalog)?;
    let offers = Offers::new(catalog, &portfolio.offers);
    let words = report::words(language)?;
    let basis =
        Basis { portfolio, offers: &offers, rules: AppState::rules_of(portfolio), as_of: *as_of, words: &words };
    match of {
        ReportOf::Review => report::review(&basis, out, progress)?,
        ReportOf::CustomerPage { customer } => report::customer_page(&basis, customer, out)?,
        ReportOf::Evidence { customer, subscription } => {
            let upgrade = report::find_upgrade(&basis, customer.as_ref(), subscription)?;
            let hashes = match Pack::entry_of(&basis, upgrade) {
                Some(entry) => portfolio_hashes(portfolio, past, entry, progress)?,
                None => PortfolioHashes::OutOfReach,
            };
            let pack = Pack::of(basis, upgrade, hashes);
            if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
                pack.write_json(out)?;
            } else {
                pack.write_html(out)?;
            }
        }
    }
    Ok(())
}

/// The hash of the whole portfolio right before and right after the change that wrote a line of its history.
///
/// The changes are taken back one by one from the portfolio as it is. Each is checked against what stands there: where one does
/// not fit, nothing before it can be told.
fn portfolio_hashes(
    portfolio: &Portfolio,
    past: &[Arc<Entry>],
    line: &HistoryEntry,
    progress: &mut Progress<'_>,
) -> Result<PortfolioHashes, ReportError> {
    let mut then = Cow::Borrowed(portfolio);
    for entry in past.iter().rev() {
        // It is asked whether to go on; how far it is, is counted in customers, and this is none of them.
        if !progress(0, 0) {
            return Err(ReportError::Stopped);
        }
        let is_it = entry.happened != Happened::Undid && wrote(&entry.change.deed, &entry.change.edits, line);
        let after = if is_it { hash(&then) } else { None };
        if !took_back(then.to_mut(), &entry.edits()) {
            return Ok(PortfolioHashes::OutOfReach);
        }
        if is_it {
            return Ok(match (hash(&then), after) {
                (Some(before), Some(after)) => PortfolioHashes::Known { before, after },
                (None, _) | (_, None) => PortfolioHashes::OutOfReach,
            });
        }
    }
    Ok(PortfolioHashes::OutOfReach)
}

fn hash(portfolio: &Portfolio) -> Option<String> {
    storage::encode(portfolio).ok().map(|text| sha256(&text))
}

/// Whether a change is the upgrade that wrote this line.
fn wrote(deed: &Deed, edits: &[Edit], line: &HistoryEntry) -> bool {
    let has_line = |edit: &Edit| matches!(edit, Edit::History { old: None, new: Some(new), .. } if **new == *line);
    matches!(deed, Deed::Upgrade { .. }) && edits.iter().any(has_line)
}

/// Takes edits back, if each is what stands there.
fn took_back(portfolio: &mut Portfolio, edits: &[Edit]) -> bool {
    edits.iter().rev().all(|edit| {
        let stands = stands(portfolio, edit);
        if stands {
            carry_out(portfolio, &[edit.inverse()]);
        }
        stands
    })
}

/// Whether what an edit made is what is there.
fn stands(portfolio: &Portfolio, edit: &Edit) -> bool {
    fn at<T: PartialEq>(list: &[Arc<T>], position: usize, new: Option<&Arc<T>>, old: Option<&Arc<T>>) -> bool {
        match new {
            Some(new) => list.get(position) == Some(new),
            // It took something out, which can go back where it was.
            None => old.is_some() && position <= list.len(),
        }
    }
    match edit {
        Edit::Customer { position, old, new } => {
            at(portfolio.customers.as_slice(), *position, new.as_ref(), old.as_ref())
        }
        Edit::Upgrade { position, old, new } => at(&portfolio.upgrades, *position, new.as_ref(), old.as_ref()),
        Edit::Offer { position, old, new } => at(&portfolio.offers, *position, new.as_ref(), old.as_ref()),
        Edit::History { position, old, new } => at(&portfolio.history, *position, new.as_ref(), old.as_ref()),
        Edit::Answer { position, old, new } => at(&portfolio.answers, *position, new.as_ref(), old.as_ref()),
        Edit::Partner { new, .. } => portfolio.partner == *new,
        Edit::Rules { new, .. } => portfolio.rules == *new,
    }
}
