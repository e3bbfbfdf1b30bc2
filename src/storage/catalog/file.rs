//! The blocks of `assets/catalog.ron`, and their way into the model. Whether what they say holds together is `check`'s.

use serde::Deserialize;

use super::super::error::Wrong;
use super::super::v1::{Notes, Offer, Record, What};
use super::raised::Faults;
use crate::model::{Alias, Catalog, Citation, Footnote, Id, OfferNames, Path, PathTarget};

/// Each block names its source.
#[derive(Deserialize)]
#[serde(rename = "Catalog")]
pub struct CatalogFile<'a> {
    #[serde(borrow)]
    offers: OffersBlock<'a>,
    services: ServicesBlock,
    paths: PathsBlock,
    names: NamesBlock,
    aliases: AliasesBlock,
}

#[derive(Deserialize)]
struct CitationText {
    title: String,
    date: String,
}

#[derive(Deserialize)]
struct OffersBlock<'a> {
    source: CitationText,
    /// Offers that add-ons name as their bases and that the source does not list.
    elsewhere: Vec<String>,
    #[serde(borrow)]
    list: Vec<Offer<'a>>,
}

/// The services themselves stand with their offers.
#[derive(Deserialize)]
struct ServicesBlock {
    source: CitationText,
}

#[derive(Deserialize)]
struct PathsBlock {
    source: CitationText,
    list: Vec<PathRow>,
    footnotes: Vec<FootnoteRow>,
}

#[derive(Deserialize)]
struct PathRow {
    source: String,
    targets: Vec<TargetRow>,
}

#[derive(Deserialize)]
struct TargetRow {
    offer: String,
    footnote: Option<String>,
}

#[derive(Deserialize)]
struct FootnoteRow {
    mark: String,
    note: String,
}

#[derive(Deserialize)]
struct NamesBlock {
    source: CitationText,
    list: Vec<NamesRow>,
}

#[derive(Deserialize)]
struct NamesRow {
    offer: String,
    en: String,
    fr: String,
    zh_cn: String,
}

#[derive(Deserialize)]
struct AliasesBlock {
    source: CitationText,
    list: Vec<AliasRow>,
}

#[derive(Deserialize)]
struct AliasRow {
    name: String,
    offer: String,
    note: String,
}

impl CatalogFile<'_> {
    /// The catalogue and the offers elsewhere. Words that are not known become faults.
    pub fn read(self, faults: &mut Faults) -> (Catalog, Vec<Id>) {
        let Self { offers, services, paths, names, aliases } = self;
        let mut list = Vec::with_capacity(offers.list.len());
        let mut notes = Notes::default();
        for (at, offer) in offers.list.into_iter().enumerate() {
            list.push(offer.read(&mut notes));
            for note in notes.take() {
                let mut path = note.path;
                let in_family = path.to_string() == "family";
                path.within("list", at);
                path.inside("offers");
                let wrong = match note.what {
                    What::Variant(text) if in_family => Wrong::UnknownFamily { text },
                    What::Variant(text) => Wrong::UnknownCycle { text },
                    What::Wrong(wrong) => wrong,
                };
                faults.raise(path, wrong);
            }
        }
        let catalog = Catalog {
            offers_source: citation(offers.source),
            offers: list,
            services_source: citation(services.source),
            paths_source: citation(paths.source),
            paths: paths.list.into_iter().map(path).collect(),
            footnotes: paths.footnotes.into_iter().map(footnote).collect(),
            names_source: citation(names.source),
            names: names.list.into_iter().map(offer_names).collect(),
            aliases_source: citation(aliases.source),
            aliases: aliases.list.into_iter().map(alias).collect(),
        };
        (catalog, offers.elsewhere.into_iter().map(Id::from).collect())
    }
}

fn citation(CitationText { title, date }: CitationText) -> Citation {
    Citation { title, date }
}

fn path(PathRow { source, targets }: PathRow) -> Path {
    let target = |TargetRow { offer, footnote }| PathTarget { offer: Id::from(offer), footnote };
    Path { source: Id::from(source), targets: targets.into_iter().map(target).collect() }
}

fn footnote(FootnoteRow { mark, note }: FootnoteRow) -> Footnote {
    Footnote { mark, note }
}

fn offer_names(NamesRow { offer, en, fr, zh_cn }: NamesRow) -> OfferNames {
    OfferNames { offer: Id::from(offer), en, fr, zh_cn }
}

fn alias(AliasRow { name, offer, note }: AliasRow) -> Alias {
    Alias { name, offer: Id::from(offer), note }
}
