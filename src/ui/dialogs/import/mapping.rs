//! Which column of the person's own table is what: said once, and remembered by the table's header.

use egui::Ui;

use super::guess::read_otherwise;
use crate::exchange::Incoming;
use crate::exchange::mapping::{Column, Mapping, proposed};
use crate::state::{ImportDraft, ImportFile};
use crate::text::shown;
use crate::ui::dialogs::plan::column_name;
use crate::ui::theme::SMALL_GAP;
use crate::ui::{Commands, View, button, form};

pub fn mapping_ui(
    ui: &mut Ui,
    view: View<'_>,
    file: &ImportFile,
    incoming: &Incoming,
    draft: &mut ImportDraft,
    commands: &mut Commands,
) {
    let header = &incoming.recognized.header;
    if !incoming.asks.mapping && file.choices.mapping.is_none() {
        return;
    }
    ui.add_space(SMALL_GAP);
    // What was said stands in one line; it opens where something has to be said.
    if !incoming.asks.mapping && draft.mapping.is_none() {
        if button::link_ui(ui, view.say("import-columns-change")).clicked() {
            draft.mapping.clone_from(&file.choices.mapping);
        }
        return;
    }
    let mapping = draft.mapping.get_or_insert_with(|| file.choices.mapping.clone().unwrap_or_else(|| proposed(header)));
    mapping.columns.resize(header.len(), None);
    form::head_ui(ui, view.say("import-columns"));
    form::hint_ui(ui, view.say("import-columns-hint"));
    let mut choices: Vec<(Option<Column>, &str)> = vec![(None, view.say("import-column-not-read"))];
    choices.extend(Column::all().map(|column| (Some(column), view.say(column_name(column)))));
    for (at, (title, column)) in header.iter().zip(&mut mapping.columns).enumerate() {
        let title = shown(title);
        let chosen = column.map_or_else(|| view.say("import-column-not-read"), |column| view.say(column_name(column)));
        form::row_ui(ui, &title, |ui| {
            form::choice_ui(ui, view.words, ("column", at), &title, column, &choices, chosen);
        });
    }
    let is_enough = mapping.is_enough(file.choices.customer.is_some());
    if button::primary_ui(ui, view.say("import-columns-use"), is_enough).clicked() {
        use_mapping(file, mapping.clone(), commands);
        draft.mapping = None;
    }
    if !is_enough {
        form::hint_ui(ui, view.say("import-columns-not-enough"));
    }
}

fn use_mapping(file: &ImportFile, mapping: Mapping, commands: &mut Commands) {
    let mut choices = file.choices.clone();
    choices.mapping = Some(mapping);
    read_otherwise(file, choices, commands);
}
