//! What offers are sorted and found by: kept once for all subscriptions of an offer. What subscriptions are is derived's.

use std::sync::Arc;

use super::order::{NameKey, NameOrder};
use super::search::{Sounds, fold};
use crate::model::{ById, Id, Offer, Offers, Subscription};

/// What lists sort and find an offer by. All subscriptions of an offer share it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRow {
    /// Of its name in the language in force.
    pub order: NameKey,
    /// Its place among the offers in force; `None` for what only a file calls an offer.
    pub(super) number: Option<usize>,
    /// Its names in all languages, folded: people know it by the one that they have in front of them elsewhere.
    haystack: String,
    sounds: Sounds,
}

impl OfferRow {
    fn new(order: &NameOrder, name: &str, others: [&str; 3]) -> Self {
        let mut haystack = fold(name);
        for other in others.map(fold) {
            if !haystack.contains(&other) {
                haystack.push('\n');
                haystack.push_str(&other);
            }
        }
        // Of the three one is Chinese; the others do not sound otherwise than they are written.
        let sounds = haystack.lines().map(Sounds::of).find(|sounds| !sounds.is_empty()).unwrap_or_default();
        Self { order: order.key(name), number: None, sounds, haystack }
    }

    fn of(order: &NameOrder, offers: &Offers, offer: &Offer) -> Self {
        let others = offers.names(&offer.id).map_or([""; 3], |names| [&*names.en, &*names.fr, &*names.zh_cn]);
        Self::new(order, offers.name(offer, order.language()), others)
    }

    /// Whether a folded word is in one of its names, by its letters or by how it sounds.
    #[must_use]
    pub fn is_meant(&self, word: &str) -> bool {
        self.haystack.contains(word) || self.sounds.has(word)
    }
}

/// The offers in force, by their ids and in the order of their names.
#[derive(Debug, Default)]
pub(super) struct OfferRows {
    by_id: ById<Arc<OfferRow>>,
    /// By their numbers.
    rows: Vec<Arc<OfferRow>>,
    sorted: Vec<Arc<Offer>>,
}

impl OfferRows {
    pub fn new(order: &NameOrder, offers: &Offers) -> Self {
        let mut all: Vec<(OfferRow, Arc<Offer>)> =
            offers.all().map(|offer| (OfferRow::of(order, offers, offer), Arc::clone(offer))).collect();
        // Offers of one name stay in the catalogue's order.
        all.sort_by(|(a, _), (b, _)| a.order.cmp(&b.order));
        let (rows, sorted): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let numbered = rows.into_iter().enumerate().map(|(at, row)| OfferRow { number: Some(at), ..row });
        let rows: Vec<Arc<OfferRow>> = numbered.map(Arc::new).collect();
        let by_id = sorted.iter().zip(&rows).map(|(offer, row)| (offer.id.clone(), Arc::clone(row))).collect();
        Self { by_id, rows, sorted }
    }

    /// What a subscription is sorted and found by: its offer, or else what the file called it.
    pub fn row(&self, order: &NameOrder, subscription: &Subscription) -> Arc<OfferRow> {
        let known = subscription.offer_id.as_ref().and_then(|id| self.by_id.get(id));
        known.map_or_else(|| Arc::new(OfferRow::new(order, &subscription.offer_name, [""; 3])), Arc::clone)
    }

    /// The offers in force by their numbers.
    pub fn rows(&self) -> &[Arc<OfferRow>] {
        &self.rows
    }

    pub fn sorted(&self) -> &[Arc<Offer>] {
        &self.sorted
    }

    pub fn find(&self, id: &Id) -> Option<&OfferRow> {
        self.by_id.get(id).map(|row| &**row)
    }
}
