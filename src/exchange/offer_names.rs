//! Which offer a file means: by id, else by what the offer is called in three languages, or was called once. The names are the catalogue's.

use std::collections::{BTreeMap, HashMap};

use super::cell_value::folded;
use super::incoming::Note;
use crate::model::Id;
use crate::storage::{LoadError, builtin_catalog};

/// What the built-in catalogue calls offers, and a note of each that was found by another name than its English one.
#[derive(Debug)]
pub struct OfferNames {
    /// The English names, exactly as they are written; `None` where two offers are called the same.
    exact: HashMap<String, Option<Id>>,
    /// All names by their keys, with why this one is one; the first that is put in stays.
    alike: HashMap<String, Option<(Id, String)>>,
    found: BTreeMap<(String, Id), String>,
}

impl OfferNames {
    /// The names of the built-in catalogue.
    ///
    /// # Errors
    /// A catalogue that is none; a test holds that it is one.
    pub fn builtin() -> Result<Self, LoadError> {
        let catalog = builtin_catalog()?;
        let mut names = Self { exact: HashMap::new(), alike: HashMap::new(), found: BTreeMap::new() };
        let source = &catalog.names_source.title;
        for offer in &catalog.names {
            names.exact.insert(offer.en.clone(), Some(offer.offer.clone()));
        }
        for offer in &catalog.names {
            for name in [&offer.en, &offer.fr, &offer.zh_cn] {
                names.call(name, &offer.offer, source);
            }
        }
        for alias in &catalog.aliases {
            names.call(&alias.name, &alias.offer, &alias.note);
        }
        let of_table = names.alike.clone();
        let of_table_exact = names.exact.clone();
        for offer in &catalog.offers {
            if of_table_exact.contains_key(&offer.name) {
                continue;
            }
            let exact = names.exact.entry(offer.name.clone()).or_insert_with(|| Some(offer.id.clone()));
            if exact.as_ref().is_some_and(|id| *id != offer.id) {
                *exact = None;
            }
            let key = folded(&offer.name);
            if !of_table.contains_key(&key) {
                let source = || Some((offer.id.clone(), catalog.offers_source.title.clone()));
                let alike = names.alike.entry(key).or_insert_with(source);
                if alike.as_ref().is_some_and(|(id, _)| *id != offer.id) {
                    *alike = None;
                }
            }
        }
        Ok(names)
    }

    fn call(&mut self, name: &str, offer: &Id, why: &str) {
        self.alike.entry(folded(name)).or_insert_with(|| Some((offer.clone(), why.to_owned())));
    }

    /// The offer that a file means by an id, or else by a name; `None` where neither says it.
    ///
    /// An id is believed, whether the catalogue has it or not. A name by which two offers go says neither.
    pub fn resolve(&mut self, id: &str, name: &str) -> Option<Id> {
        let (id, name) = (id.trim(), name.trim());
        if !id.is_empty() {
            return Some(id.into());
        }
        if let Some(exact) = self.exact.get(name) {
            return exact.clone();
        }
        let wanted = folded(name);
        let found = self.alike.get(&wanted).or_else(|| {
            // In Chinese the products often go without their family's name. [ours]
            let is_chinese = !wanted.is_ascii();
            self.alike.get(&format!("office365{wanted}")).filter(|_| is_chinese)
        });
        let (offer, why) = found?.clone()?;
        self.found.insert((name.to_owned(), offer.clone()), why);
        Some(offer)
    }

    /// A note of each offer that was found by another name than its English one, by name.
    #[must_use]
    pub fn notes(self) -> Vec<Note> {
        let note = |((name, offer), why)| Note::OfferByName { name, offer, why };
        self.found.into_iter().map(note).collect()
    }
}
