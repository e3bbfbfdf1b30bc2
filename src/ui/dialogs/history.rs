//! What was recorded in this session, when, and what became what.

use egui::{Context, RichText, ScrollArea, Ui};

use crate::model::{Entry, Happened};
use crate::state::{Command, Drafts, fold};
use crate::text::Naming;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form, icons};

pub fn history_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let entries = view.session.history.entries();
    dialog_ui(
        ctx,
        view.say("history-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            if entries.len() == 0 {
                form::hint_ui(ui, view.say("history-empty"));
                return;
            }
            form::text_ui(ui, view.say("history-search"), &mut drafts.history_search);
            let words = fold(&drafts.history_search);
            ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
                for entry in entries.rev() {
                    let subject = subject(view, entry);
                    let head = fold(&format!("{} {subject}", view.words.deed(&entry.change.deed)));
                    if words.split_whitespace().all(|word| head.contains(word)) {
                        entry_ui(ui, view, entry, &subject);
                    }
                }
            });
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
            if ui
                .add_enabled(view.session.history.next_undo().is_some(), egui::Button::new(view.say("menu-undo")))
                .clicked()
            {
                commands.push(Command::Undo);
            }
            if ui
                .add_enabled(view.session.history.next_redo().is_some(), egui::Button::new(view.say("menu-redo")))
                .clicked()
            {
                commands.push(Command::Redo);
            }
        },
    )
}

/// Whom an entry is about; a customer who is gone by the name that the change holds.
fn subject(view: View<'_>, entry: &Entry) -> String {
    let Some(id) = Naming::subject(&entry.change.deed) else { return String::new() };
    let found = view.portfolio.customers.get(id).map(|customer| customer.company_name.clone());
    let held = || {
        entry.change.edits.iter().find_map(|edit| match edit {
            crate::model::Edit::Customer { old, new, .. } => {
                new.as_ref().or(old.as_ref()).map(|customer| customer.company_name.clone())
            }
            crate::model::Edit::Upgrade { .. }
            | crate::model::Edit::Offer { .. }
            | crate::model::Edit::History { .. }
            | crate::model::Edit::Partner { .. }
            | crate::model::Edit::Rules { .. } => None,
        })
    };
    found.or_else(held).unwrap_or_else(|| id.to_string())
}

fn entry_ui(ui: &mut Ui, view: View<'_>, entry: &Entry, subject: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(view.words.moment(entry.at)).font(theme::small()).color(palette.weak));
        let deed = view.words.deed(&entry.change.deed);
        let text = match entry.happened {
            Happened::Did => deed.to_owned(),
            Happened::Undid => view.words.with("notice-undid", &[("deed", deed.into())]),
            Happened::Redid => view.words.with("notice-redid", &[("deed", deed.into())]),
        };
        ui.label(RichText::new(text).font(theme::semibold()).color(palette.text));
        ui.label(RichText::new(subject).color(palette.weak));
    });
    for difference in view.naming().differences(&entry.change) {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(theme::WIDE_GAP);
            ui.label(RichText::new(&difference.what).font(theme::small()).color(palette.weak));
            if !difference.old.is_empty() || !difference.new.is_empty() {
                let shown = |text: &str| if text.is_empty() { view.say("nothing").to_owned() } else { text.to_owned() };
                // What was undone is shown as it went: from the new value back to the old one.
                let (from, to) = match entry.happened {
                    Happened::Did | Happened::Redid => (&difference.old, &difference.new),
                    Happened::Undid => (&difference.new, &difference.old),
                };
                let text = format!("{}  {}  {}", shown(from), icons::ARROW_RIGHT, shown(to));
                ui.label(RichText::new(text).font(theme::small()).color(palette.text));
            }
        });
    }
    ui.add_space(theme::SMALL_GAP);
}
