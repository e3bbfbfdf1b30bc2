//! The entries that the history's filters let through, kept from frame to frame: a frame walks none of the others.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Ui};

use crate::model::{Edit, Entry, Happened};
use crate::state::{Drafts, Sought, Sounds, fold};
use crate::text::{Difference, Naming, Words};
use crate::ui::View;

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Texts {
    pub at: String,
    /// The same, where the column says that it is UTC.
    pub time: String,
    pub deed: String,
    pub customer: String,
    pub changes: String,
}

/// What was found for a setting of the filters.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What it was found for.
    key: u64,
    /// Newest first.
    pub entries: Arc<Vec<Arc<Entry>>>,
    /// How many there are without filters.
    pub all: usize,
    /// Rows that were drawn before, by their entry's number.
    texts: HashMap<u64, Texts>,
    /// The differences of the entry that was chosen last.
    chosen: Option<(u64, Arc<Vec<Difference>>)>,
}

fn id() -> Id {
    Id::unique("history-found")
}

impl Found {
    /// What the last frame found, or else what is found now.
    pub fn take(ui: &Ui, view: View<'_>, drafts: &Drafts) -> Self {
        let key = key(view, drafts);
        let kept: Option<Self> = ui.data_mut(|data| data.remove_temp(id()));
        match kept {
            Some(kept) if kept.key == key => kept,
            Some(_) | None => Self::find(key, view, drafts),
        }
    }

    pub fn put_back(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(id(), self));
    }

    fn find(key: u64, view: View<'_>, drafts: &Drafts) -> Self {
        let session = view.session;
        let mut all: Vec<&Arc<Entry>> = Vec::new();
        if session.shows_recovered {
            all.extend(&session.file.recovered);
        } else {
            let journaled = session.journaled.as_deref().unwrap_or_default();
            let last = journaled.last().map_or(0, |entry| entry.seq);
            all.extend(journaled);
            // What came since the journals were read.
            all.extend(session.history.entries().filter(|entry| entry.seq > last));
        }
        let (sought, company) = (Sought::new(&drafts.history_search), Sought::new(&drafts.history_customer));
        let is_meant = |entry: &Arc<Entry>| {
            let deed = &entry.change.deed;
            if drafts.history_kind.is_some_and(|kind| kind != Words::deed_kind(deed)) {
                return false;
            }
            if sought.is_empty() && company.is_empty() {
                return true;
            }
            let subject = fold(&subject(view, entry));
            let sounds = Sounds::of(&subject);
            let is_subject = |word: &str| subject.contains(word) || sounds.has(word);
            company.all(is_subject)
                && (sought.is_empty() || {
                    let head = fold(&format!("{} {}", view.words.moment(entry.at), view.words.deed(deed)));
                    sought.all(|word| head.contains(word) || is_subject(word))
                })
        };
        let entries: Vec<Arc<Entry>> =
            all.iter().rev().filter(|entry| is_meant(entry)).map(|e| Arc::clone(e)).collect();
        Self { key, all: all.len(), entries: Arc::new(entries), texts: HashMap::new(), chosen: None }
    }

    /// The row of an entry.
    pub fn texts(&mut self, view: View<'_>, entry: &Entry) -> &Texts {
        self.texts.entry(entry.seq).or_insert_with(|| {
            let deed = view.words.deed(&entry.change.deed);
            let deed = match entry.happened {
                Happened::Did => deed.into_owned(),
                Happened::Undid => view.words.with("notice-undid", &[("deed", deed.into_owned().into())]),
                Happened::Redid => view.words.with("notice-redid", &[("deed", deed.into_owned().into())]),
            };
            Texts {
                at: view.words.moment(entry.at),
                time: view.words.time(entry.at),
                deed,
                customer: subject(view, entry),
                changes: in_short(view, entry),
            }
        })
    }

    /// What became what in an entry.
    pub fn differences(&mut self, view: View<'_>, entry: &Entry) -> Arc<Vec<Difference>> {
        match &self.chosen {
            Some((seq, differences)) if *seq == entry.seq => Arc::clone(differences),
            Some(_) | None => {
                let differences = Arc::new(view.naming().differences(&entry.change));
                self.chosen = Some((entry.seq, Arc::clone(&differences)));
                differences
            }
        }
    }
}

/// Changes with whatever would let other entries through.
fn key(view: View<'_>, drafts: &Drafts) -> u64 {
    let session = view.session;
    let mut hasher = DefaultHasher::new();
    (&drafts.history_search, &drafts.history_customer, drafts.history_kind).hash(&mut hasher);
    (session.shows_recovered, view.portfolio.id, view.words.language()).hash(&mut hasher);
    let ends = |entries: &[Arc<Entry>]| (entries.len(), entries.last().map(|entry| entry.seq));
    (session.journaled.as_deref().map(ends), ends(&session.file.recovered)).hash(&mut hasher);
    let entries = session.history.entries();
    (entries.len(), entries.last().map(|entry| entry.seq)).hash(&mut hasher);
    hasher.finish()
}

/// Whom an entry is about; a customer who is gone by the name that the change holds.
pub fn subject(view: View<'_>, entry: &Entry) -> String {
    let Some(id) = Naming::subject(&entry.change.deed) else { return String::new() };
    let found = view.portfolio.customers.get(id).map(|customer| customer.company_name.clone());
    let held = || {
        entry.change.edits.iter().find_map(|edit| match edit {
            Edit::Customer { old, new, .. } => {
                new.as_ref().or(old.as_ref()).map(|customer| customer.company_name.clone())
            }
            Edit::Upgrade { .. }
            | Edit::Offer { .. }
            | Edit::History { .. }
            | Edit::Answer { .. }
            | Edit::Partner { .. }
            | Edit::Rules { .. } => None,
        })
    };
    found.or_else(held).unwrap_or_else(|| id.to_string())
}

/// A difference as it went: what was undone, from the new value back to the old one. `None` where it says all by its name.
pub fn from_to(happened: Happened, difference: &Difference) -> Option<(&str, &str)> {
    if difference.old.is_empty() && difference.new.is_empty() {
        return None;
    }
    Some(match happened {
        Happened::Did | Happened::Redid => (&difference.old, &difference.new),
        Happened::Undid => (&difference.new, &difference.old),
    })
}

/// The first difference, and how many more there are.
fn in_short(view: View<'_>, entry: &Entry) -> String {
    let differences = view.naming().differences(&entry.change);
    let Some(first) = differences.first() else { return String::new() };
    let said = |text: &str| if text.is_empty() { view.say("nothing").to_owned() } else { text.to_owned() };
    let text = match from_to(entry.happened, first) {
        None => first.what.clone(),
        Some((old, new)) => view.words.with(
            "history-became",
            &[("what", first.what.as_str().into()), ("old", said(old).into()), ("new", said(new).into())],
        ),
    };
    match differences.len() - 1 {
        0 => text,
        more => view.words.with("history-more", &[("first", text.into()), ("more", more.into())]),
    }
}
