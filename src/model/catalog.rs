//! The built-in catalogue, as it was read. Reading it is storage's; which offers are in force is `offers`'.

use std::sync::Arc;

use super::{Id, Offer};

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The document, as a title that a person can look up.
    pub title: String,
    /// When the source was written or recorded, as far as it says: `2018-10-29`, `2019-01`.
    pub date: String,
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
