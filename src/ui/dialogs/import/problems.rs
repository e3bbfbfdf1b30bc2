//! What of a file was read otherwise than it stands there, or not at all, with the way to mend it.

use egui::{Label, RichText, ScrollArea, Ui};

use crate::exchange::Incoming;
use crate::exchange::incoming::Note;
use crate::exchange::table::faulty_rows;
use crate::state::{Command, ImportDraft};
use crate::text::shown;
use crate::ui::dialogs::plan::field_name;
use crate::ui::theme::{self, GAP, Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form, icons};

/// The height of the list of rows in error.
const LIST_HEIGHT: f32 = 140.0;
/// So many notes are shown at once; they are aggregated, so more are rare.
const MOST_NOTES: usize = 6;
/// So many at most when all are asked for; the rest is counted.
const ALL_NOTES: usize = 200;

pub fn problems_ui(ui: &mut Ui, view: View<'_>, incoming: &Incoming, draft: &mut ImportDraft, commands: &mut Commands) {
    notes_ui(ui, view, incoming, draft);
    let faults = incoming.faults.rows.len() + incoming.faults.more;
    if faults == 0 {
        return;
    }
    ui.add_space(SMALL_GAP);
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(icons::TRIANGLE_ALERT).font(theme::small()).color(palette.bad));
        let text = view.words.with("import-faults", &[("count", faults.into())]);
        ui.label(RichText::new(text).font(theme::small()).color(palette.bad));
        let word = if draft.shows_faults { "import-faults-hide" } else { "import-faults-show" };
        if button::link_ui(ui, view.say(word)).clicked() {
            draft.shows_faults = !draft.shows_faults;
        }
        if !incoming.recognized.header.is_empty() && button::link_ui(ui, view.say("import-faults-save")).clicked() {
            let table = faulty_rows(&incoming.recognized.header, &incoming.faults, |fault| {
                view.words.fault_reason(&fault.reason)
            });
            commands.push(Command::SaveFaultyRows(table));
        }
    });
    if draft.shows_faults {
        let area = ScrollArea::vertical().id_salt("faults").max_height(LIST_HEIGHT);
        let row_height = theme::row_height(ui);
        area.auto_shrink([false, true]).show_rows(ui, row_height, incoming.faults.rows.len(), |ui, range| {
            for fault in incoming.faults.rows.get(range).unwrap_or_default() {
                let said = RichText::new(view.words.row_fault(fault)).font(theme::small());
                ui.add(Label::new(said).truncate());
            }
        });
    }
}

fn notes_ui(ui: &mut Ui, view: View<'_>, incoming: &Incoming, draft: &mut ImportDraft) {
    let count = incoming.notes.len() + incoming.not_understood.len() + incoming.findings.len();
    if count == 0 {
        return;
    }
    // Only what is shown is worded: a faulty file can have a finding for each of its records.
    let most = if draft.shows_notes { ALL_NOTES } else { MOST_NOTES };
    let left_behind = incoming.not_understood.iter().map(|one| view.words.unfamiliar(one));
    let odd = incoming.findings.iter().map(|one| view.words.at_place(&view.words.file_fact(&one.fact), &one.place));
    let notes = incoming.notes.iter().map(|note| note_text(view, note)).chain(left_behind).chain(odd).take(most);
    ui.add_space(SMALL_GAP);
    let palette = Palette::of(ui);
    let area = ScrollArea::vertical().id_salt("notes").max_height(LIST_HEIGHT);
    area.auto_shrink([false, true]).show(ui, |ui| {
        for note in notes {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.label(RichText::new(icons::INFO).font(theme::small()).color(palette.accent));
                ui.label(RichText::new(shown(&note)).font(theme::small()).color(palette.text));
            });
        }
    });
    if count > most {
        let text = view.words.with("import-notes-more", &[("count", (count - most).into())]);
        if draft.shows_notes {
            form::hint_ui(ui, &text);
        } else if button::link_ui(ui, &text).clicked() {
            draft.shows_notes = true;
        }
    }
    if draft.shows_notes && button::link_ui(ui, view.say("import-notes-fewer")).clicked() {
        draft.shows_notes = false;
    }
    form::hint_ui(ui, view.say("import-notes-hint"));
}

fn note_text(view: View<'_>, note: &Note) -> String {
    let words = view.words;
    match note {
        Note::OfferByName { name, offer, why } => {
            let (name, offer) = (name.as_str(), view.naming().offer_id(offer).to_owned());
            if why.is_empty() {
                words.with("note-offer-by-name", &[("name", name.into()), ("offer", offer.into())])
            } else {
                words.with(
                    "note-offer-by-name-why",
                    &[("name", name.into()), ("offer", offer.into()), ("why", why.as_str().into())],
                )
            }
        }
        Note::OfferNotFound { name, times } => {
            words.with("note-offer-not-found", &[("name", name.as_str().into()), ("times", (*times).into())])
        }
        Note::AsRead { field, word, times } => words.with(
            "note-as-read",
            &[
                ("field", view.say(field_name(*field)).into()),
                ("word", word.as_str().into()),
                ("times", (*times).into()),
            ],
        ),
        Note::CredentialsSkipped { times } => words.with("note-credentials-skipped", &[("times", (*times).into())]),
        Note::NotTaken { what, times } => {
            words.with("note-not-taken", &[("what", what.as_str().into()), ("times", (*times).into())])
        }
        Note::Incomplete { held, total } => {
            words.with("note-incomplete", &[("held", (*held).into()), ("total", (*total).into())])
        }
        Note::MorePages { held } => words.with("note-more-pages", &[("held", (*held).into())]),
        Note::OffersAsInCatalog { times } => words.with("note-offers-as-in-catalog", &[("times", (*times).into())]),
    }
}
