//! The evidence of a recorded upgrade: what became what, by which rules and which sources, what was left to do. It is rebuilt from the portfolio's own history alone, so that it comes out the same later. What can be seen of it is `html`'s and `json`'s.

mod hash;
mod html;
mod json;

use std::io;

use super::{Basis, ReportError};
use crate::model::{Guarded, HistoryEntry, Id, Upgrade};

pub use hash::{Hashes, PortfolioHashes, sha256};

/// Everything that is known of a recorded upgrade.
#[derive(Debug)]
pub struct Pack<'a> {
    basis: Basis<'a>,
    upgrade: &'a Upgrade,
    /// The line that the portfolio's history got when it was recorded; `None` where the history does not have it.
    entry: Option<&'a HistoryEntry>,
    hashes: Option<Hashes>,
    portfolio: PortfolioHashes,
}

/// The latest recorded upgrade that starts from a subscription, or else that made it. Where the customer is said too, the one that made it
/// comes first: what an upgrade made is no other one's.
///
/// # Errors
/// Where none is recorded.
pub fn find_upgrade<'a>(
    basis: &Basis<'a>,
    customer: Option<&Id>,
    subscription: &Id,
) -> Result<&'a Upgrade, ReportError> {
    let of_customer = |upgrade: &&Upgrade| customer.is_none_or(|customer| upgrade.customer == *customer);
    let all = || basis.portfolio.upgrades.iter().rev().map(|upgrade| -> &Upgrade { upgrade }).filter(of_customer);
    let from = all().find(|upgrade| upgrade.source == *subscription);
    let made = all().find(|upgrade| upgrade.target == *subscription);
    let found = if customer.is_some() { made.or(from) } else { from.or(made) };
    found.ok_or_else(|| ReportError::NoSuchUpgrade { subscription: subscription.clone() })
}

/// The line of the history that belongs to an upgrade. Ids that were provisional have been replaced since, in the upgrade and
/// not in its history: where the source's id is another one now, the time and the offers tell.
fn entry_of<'a>(history: &'a [std::sync::Arc<HistoryEntry>], upgrade: &Upgrade) -> Option<&'a HistoryEntry> {
    let is_of = |entry: &&HistoryEntry| {
        let offers = entry.old.first().and_then(|old| old.offer.as_ref()) == Some(&upgrade.from_offer)
            && entry.new.last().and_then(|new| new.offer.as_ref()) == Some(&upgrade.to_offer);
        entry.what == Guarded::Upgrade && entry.customer == upgrade.customer && entry.at == upgrade.at && offers
    };
    let candidates: Vec<&HistoryEntry> = history.iter().map(|entry| -> &HistoryEntry { entry }).filter(is_of).collect();
    let by_source =
        candidates.iter().find(|entry| entry.old.first().is_some_and(|old| old.subscription == upgrade.source));
    match (by_source, &candidates[..]) {
        (Some(found), _) => Some(found),
        (None, [only]) => Some(only),
        // Several of the same second and the same offers: none is better than a wrong one.
        (None, _) => None,
    }
}

impl<'a> Pack<'a> {
    /// `portfolio` is what the changes that are still kept tell of the whole portfolio before and after.
    #[must_use]
    pub fn of(basis: Basis<'a>, upgrade: &'a Upgrade, portfolio: PortfolioHashes) -> Self {
        let entry = entry_of(&basis.portfolio.history, upgrade);
        Self { basis, upgrade, entry, hashes: entry.map(Hashes::of), portfolio }
    }

    /// The history's line, for whoever looks for the change that wrote it.
    #[must_use]
    pub fn entry_of(basis: &Basis<'a>, upgrade: &Upgrade) -> Option<&'a HistoryEntry> {
        entry_of(&basis.portfolio.history, upgrade)
    }

    /// Writes it as HTML.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_html(&self, out: &mut dyn io::Write) -> Result<(), ReportError> {
        html::write(self, out)
    }

    /// Writes it as JSON: keys and keywords are never translated, sentences are in the basis' language.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_json(&self, out: &mut dyn io::Write) -> Result<(), ReportError> {
        json::write(self, out)
    }
}
