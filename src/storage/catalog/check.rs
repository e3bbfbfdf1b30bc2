//! Whether a catalogue holds together: ids once, names that exist, limits that make sense. Every fault, not the first; repairs nothing.

use std::collections::{HashMap, HashSet};

use super::super::error::Wrong;
use super::super::place::FieldPath;
use super::raised::{Faults, entry};
use crate::model::{BillingCycle, Catalog, Citation, Id, Offer};

pub fn check(catalog: &Catalog, elsewhere: &[Id], faults: &mut Faults) {
    check_sources(catalog, faults);
    let known: HashSet<&Id> = catalog.offers.iter().map(|offer| &offer.id).collect();
    let bases: HashSet<&Id> = known.iter().copied().chain(elsewhere).collect();
    once(elsewhere.iter(), |index| entry("offers", "elsewhere", index), faults);
    once(catalog.offers.iter().map(|offer| &offer.id), |index| entry("offers", "list", index).field("id"), faults);
    for (index, offer) in catalog.offers.iter().enumerate() {
        check_offer(offer, &entry("offers", "list", index), &bases, faults);
    }
    check_paths(catalog, &known, faults);
    check_names(catalog, &known, faults);
    check_aliases(catalog, &known, faults);
}

fn check_sources(catalog: &Catalog, faults: &mut Faults) {
    let sources = [
        ("offers", &catalog.offers_source),
        ("services", &catalog.services_source),
        ("paths", &catalog.paths_source),
        ("names", &catalog.names_source),
        ("aliases", &catalog.aliases_source),
    ];
    for (block, source) in sources {
        let Citation { title, date } = source;
        for (field, text) in [("title", title), ("date", date)] {
            filled(text, || FieldPath::default().field(block).field("source").field(field), faults);
        }
    }
}

/// Raises a text that is blank.
fn filled(text: &str, path: impl FnOnce() -> FieldPath, faults: &mut Faults) {
    if text.trim().is_empty() {
        faults.raise(path(), Wrong::EmptyText);
    }
}

/// Raises what is blank or there twice, without regard to case.
fn once<'a>(ids: impl Iterator<Item = &'a Id>, path: impl Fn(usize) -> FieldPath, faults: &mut Faults) {
    let mut seen: HashMap<&Id, usize> = HashMap::new();
    for (index, id) in ids.enumerate() {
        filled(id.as_str(), || path(index), faults);
        let first = *seen.entry(id).or_insert(index);
        if first != index {
            let wrong = Wrong::Duplicate { id: id.to_string(), first_line: 0 };
            faults.raise_second(path(index), wrong, path(first));
        }
    }
}

fn exists(id: &Id, known: &HashSet<&Id>, path: impl FnOnce() -> FieldPath, faults: &mut Faults) {
    if !known.contains(id) {
        faults.raise(path(), Wrong::NoSuchOffer { id: id.to_string() });
    }
}

fn check_offer(offer: &Offer, path: &FieldPath, bases: &HashSet<&Id>, faults: &mut Faults) {
    let field = |name| path.clone().field(name);
    filled(&offer.name, || field("name"), faults);
    let (minimum, maximum) = (offer.minimum, offer.maximum);
    if minimum < 0 {
        faults.raise(field("minimum"), Wrong::TooSmall { number: minimum, least: 0 });
    }
    if minimum > maximum {
        faults.raise(field("minimum"), Wrong::MinimumAboveMaximum { minimum, maximum });
    }
    if let Some(number) = offer.concurrent_limit.filter(|limit| *limit < 1) {
        faults.raise(field("concurrent_limit"), Wrong::TooSmall { number, least: 1 });
    }
    if offer.cycles.is_empty() {
        faults.raise(field("cycles"), Wrong::EmptyList);
    }
    for (index, cycle) in offer.cycles.iter().enumerate() {
        if let BillingCycle::Other(text) = cycle {
            faults.raise(field("cycles").index(index), Wrong::UnknownCycle { text: text.clone() });
        }
    }
    for (index, base) in offer.bases.iter().enumerate() {
        let path = || field("bases").index(index);
        exists(base, bases, path, faults);
        if *base == offer.id {
            faults.raise(path(), Wrong::NamesItself { id: base.to_string() });
        }
    }
    for (index, service) in offer.services.iter().flatten().enumerate() {
        filled(service, || field("services").index(index), faults);
    }
}

fn check_paths(catalog: &Catalog, known: &HashSet<&Id>, faults: &mut Faults) {
    let row = |index| entry("paths", "list", index);
    once(catalog.paths.iter().map(|path| &path.source), |index| row(index).field("source"), faults);
    let marks: HashSet<&str> = catalog.footnotes.iter().map(|footnote| footnote.mark.as_str()).collect();
    for (index, path) in catalog.paths.iter().enumerate() {
        exists(&path.source, known, || row(index).field("source"), faults);
        if path.targets.is_empty() {
            faults.raise(row(index).field("targets"), Wrong::EmptyList);
        }
        let target_at = |at| row(index).field("targets").index(at);
        once(path.targets.iter().map(|target| &target.offer), |at| target_at(at).field("offer"), faults);
        for (at, target) in path.targets.iter().enumerate() {
            exists(&target.offer, known, || target_at(at).field("offer"), faults);
            if target.offer == path.source {
                faults.raise(target_at(at).field("offer"), Wrong::NamesItself { id: target.offer.to_string() });
            }
            if let Some(mark) = target.footnote.as_ref().filter(|mark| !marks.contains(mark.as_str())) {
                faults.raise(target_at(at).field("footnote"), Wrong::NoSuchFootnote { mark: mark.clone() });
            }
        }
    }
    for (index, footnote) in catalog.footnotes.iter().enumerate() {
        for (field, text) in [("mark", &footnote.mark), ("note", &footnote.note)] {
            filled(text, || entry("paths", "footnotes", index).field(field), faults);
        }
    }
}

fn check_names(catalog: &Catalog, known: &HashSet<&Id>, faults: &mut Faults) {
    let row = |index| entry("names", "list", index);
    once(catalog.names.iter().map(|names| &names.offer), |index| row(index).field("offer"), faults);
    for (index, names) in catalog.names.iter().enumerate() {
        exists(&names.offer, known, || row(index).field("offer"), faults);
        for (field, text) in [("en", &names.en), ("fr", &names.fr), ("zh_cn", &names.zh_cn)] {
            filled(text, || row(index).field(field), faults);
        }
    }
}

fn check_aliases(catalog: &Catalog, known: &HashSet<&Id>, faults: &mut Faults) {
    let row = |index| entry("aliases", "list", index);
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, alias) in catalog.aliases.iter().enumerate() {
        filled(&alias.name, || row(index).field("name"), faults);
        exists(&alias.offer, known, || row(index).field("offer"), faults);
        let first = *seen.entry(alias.name.to_lowercase()).or_insert(index);
        if first != index {
            let wrong = Wrong::AmbiguousName { name: alias.name.clone(), first_line: 0 };
            faults.raise_second(row(index).field("name"), wrong, row(first).field("name"));
        }
    }
}
