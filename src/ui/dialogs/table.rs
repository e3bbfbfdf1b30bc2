//! A table to be exported: which rows, which columns, which kind of file.

use egui::{Context, Grid, Ui};

use super::cancel_ui;
use super::plan::column_name;
use crate::exchange::{self, COLUMNS};
use crate::state::{Command, Drafts, Purpose, TableDraft, TableRows};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{SMALL_GAP, WIDE_DIALOG_WIDTH, WIDE_GAP};
use crate::ui::{Commands, View, button, form};

/// Side by side, in three columns.
const ABREAST: usize = 3;

pub fn table_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.table;
    let is_free = view.session.waiting.is_none();
    dialog_ui(
        ctx,
        view.say("table-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            form::head_ui(ui, view.say("table-rows"));
            rows_ui(ui, view, draft);
            ui.add_space(SMALL_GAP);
            form::head_ui(ui, view.say("table-columns"));
            columns_ui(ui, view, draft);
            ui.add_space(SMALL_GAP);
            form::head_ui(ui, view.say("import-format"));
            for format in ["xlsx", "csv"] {
                let name = exchange::of_id(format).map_or(format, |format| view.say(format.name));
                if ui.radio(draft.format == format, name).clicked() {
                    draft.format = format;
                }
            }
            form::hint_ui(ui, view.say("table-hint"));
            (draft.verdicts || !draft.columns.is_empty(), draft.format)
        },
        |ui, (is_enough, format), _| {
            cancel_ui(ui, view, commands);
            if button::primary_ui(ui, view.say("table-export"), is_enough && is_free).clicked() {
                commands.push(Command::Choose(Purpose::Table { format }));
            }
        },
    )
}

fn rows_ui(ui: &mut Ui, view: View<'_>, draft: &mut TableDraft) {
    let derived = &view.session.derived;
    let all = view.words.with("table-rows-all", &[("count", derived.totals().subscriptions.into())]);
    let filtered = view.words.with("table-rows-filtered", &[("count", derived.subscriptions().len().into())]);
    let mut choices = vec![(TableRows::All, all), (TableRows::Filtered, filtered)];
    match view.customer() {
        Some(customer) => choices.push((
            TableRows::Customer,
            view.words.with(
                "table-rows-customer",
                &[("customer", customer.company_name.as_str().into()), ("count", customer.subscriptions.len().into())],
            ),
        )),
        // Whoever was selected is gone.
        None if draft.rows == TableRows::Customer => draft.rows = TableRows::All,
        None => {}
    }
    for (rows, text) in choices {
        if ui.radio(draft.rows == rows, text).clicked() {
            draft.rows = rows;
        }
    }
}

fn columns_ui(ui: &mut Ui, view: View<'_>, draft: &mut TableDraft) {
    ui.horizontal(|ui| {
        if button::link_ui(ui, view.say("table-columns-all")).clicked() {
            let TableDraft { columns, verdicts, .. } = TableDraft::default();
            (draft.columns, draft.verdicts) = (columns, verdicts);
        }
        if button::link_ui(ui, view.say("table-columns-none")).clicked() {
            draft.columns.clear();
            draft.verdicts = false;
        }
    });
    Grid::new("table-columns").num_columns(ABREAST).spacing([WIDE_GAP, SMALL_GAP]).show(ui, |ui| {
        for (at, (name, column)) in COLUMNS.iter().enumerate() {
            let mut is_chosen = draft.columns.contains(name);
            if ui.checkbox(&mut is_chosen, view.say(column_name(*column))).changed() {
                if is_chosen {
                    draft.columns.insert(name);
                } else {
                    draft.columns.remove(name);
                }
            }
            if at % ABREAST == ABREAST - 1 {
                ui.end_row();
            }
        }
        ui.checkbox(&mut draft.verdicts, view.say("table-verdicts"));
    });
}
