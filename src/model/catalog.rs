//! The built-in catalogue and the offers in force: the catalogue's, or the portfolio's own in their stead. Reading it is storage's.

use std::sync::Arc;

use super::{ById, Id, Language, Offer};

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The document, as a title that a person can look up.
    pub title: String,
    /// When the source was written or recorded, as far as it says: `2018-10-29`, `2019-01`.
    pub date: String,
    /// What has to be known of it: that it is ours, that it is of another country, and the like.
    pub note: String,
}

/// One row of the page's table of upgrades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub source: Id,
    /// In the page's order.
    pub targets: Vec<PathTarget>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTarget {
    pub offer: Id,
    /// The mark of a footnote, such as `¹`.
    pub footnote: Option<String>,
}

/// What the catalogue knows of a footnote's mark. It blocks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    pub mark: String,
    pub note: String,
}

/// What an offer of the table is called in the three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferNames {
    pub offer: Id,
    pub en: String,
    pub fr: String,
    pub zh_cn: String,
}

/// Another name under which an offer is met, with what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub name: String,
    pub offer: Id,
    pub note: String,
}

/// The built-in catalogue, as loaded from `assets/catalog.ron` and validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    pub offers_source: Citation,
    pub offers: Vec<Arc<Offer>>,
    pub services_source: Citation,
    pub paths_source: Citation,
    pub paths: Vec<Path>,
    pub footnotes: Vec<Footnote>,
    pub names_source: Citation,
    pub names: Vec<OfferNames>,
    pub aliases_source: Citation,
    pub aliases: Vec<Alias>,
}

/// The offers in force for one portfolio, found by id.
#[derive(Clone, Debug)]
pub struct Offers {
    catalog: Arc<Catalog>,
    by_id: ById<Arc<Offer>>,
    own: Vec<Arc<Offer>>,
    paths: ById<usize>,
}

impl Offers {
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, own: &[Arc<Offer>]) -> Self {
        let mut by_id: ById<Arc<Offer>> =
            catalog.offers.iter().map(|offer| (offer.id.clone(), Arc::clone(offer))).collect();
        by_id.extend(own.iter().map(|offer| (offer.id.clone(), Arc::clone(offer))));
        let paths = catalog.paths.iter().enumerate().map(|(at, path)| (path.source.clone(), at)).collect();
        Self { catalog, by_id, own: own.to_vec(), paths }
    }

    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    #[must_use]
    pub fn find(&self, id: &Id) -> Option<&Arc<Offer>> {
        self.by_id.get(id)
    }

    /// The upgrade targets of an offer in the page's order; empty where there are none.
    #[must_use]
    pub fn targets(&self, source: &Id) -> &[PathTarget] {
        self.paths.get(source).and_then(|at| self.catalog.paths.get(*at)).map_or(&[], |path| path.targets.as_slice())
    }

    /// The catalogue's offers in its order, each as in force, then those that only this portfolio has.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Offer>> {
        let builtin = self.catalog.offers.iter().filter_map(|offer| self.by_id.get(&offer.id));
        let only_own = self.own.iter().filter(|own| !self.catalog.offers.iter().any(|offer| offer.id == own.id));
        builtin.chain(only_own)
    }

    /// What the offers of the table are called in each language; of an offer that this portfolio has as its own, nothing.
    #[must_use]
    pub fn names(&self, id: &Id) -> Option<&OfferNames> {
        self.catalog.names.iter().find(|names| names.offer == *id).filter(|_| !self.is_own(id))
    }

    /// An offer as a language calls it, else as the catalogue or the portfolio does.
    #[must_use]
    pub fn name<'a>(&'a self, offer: &'a Offer, language: Language) -> &'a str {
        self.names(&offer.id).map_or(offer.name.as_str(), |names| match language {
            Language::English => names.en.as_str(),
            Language::French => names.fr.as_str(),
            Language::SimplifiedChinese => names.zh_cn.as_str(),
        })
    }

    /// Whether the offer in force is this portfolio's own.
    #[must_use]
    pub fn is_own(&self, id: &Id) -> bool {
        self.own.iter().any(|offer| offer.id == *id)
    }
}
