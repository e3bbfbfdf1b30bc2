//! Which columns a list shows, and in which order.

use egui::{Align, Context, Layout, Ui, vec2};

use super::cancel_ui;
use crate::model::{Columns, List};
use crate::state::{ColumnsDraft, Command, Drafts};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{DIALOG_WIDTH, FIELD_HEIGHT, Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form, icons};

pub fn columns_ui(ctx: &Context, view: View<'_>, list: List, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.columns;
    dialog_ui(
        ctx,
        view.words.columns_of(list),
        DIALOG_WIDTH,
        |ui| {
            let mut moved = None;
            ui.spacing_mut().item_spacing.y = SMALL_GAP;
            for at in 0..draft.lines.len() {
                if let Some(swapped) = line_ui(ui, view, draft, at) {
                    moved = Some(swapped);
                }
            }
            if let Some(at) = moved {
                draft.raise(at);
            }
            ui.add_space(SMALL_GAP);
            form::hint_ui(ui, view.say("columns-hint"));
            if button::link_ui(ui, view.say("columns-reset")).clicked() {
                *draft = ColumnsDraft::of(&Columns::default(), list);
            }
            draft.shown()
        },
        |ui, shown, _| {
            if button::primary_ui(ui, view.say("save-changes"), true).clicked() {
                commands.push(Command::SetColumns(list, shown));
            }
            cancel_ui(ui, view, commands);
        },
    )
}

/// A column with its tick and the ways to move it; gives the line that is to change places with the one above it.
fn line_ui(ui: &mut Ui, view: View<'_>, draft: &mut ColumnsDraft, at: usize) -> Option<usize> {
    let last = draft.lines.len().saturating_sub(1);
    let (column, is_shown) = draft.lines.get_mut(at)?;
    let name = view.words.column_in_full(*column);
    let with = |id| view.words.with(id, &[("column", name.into())]);
    let mut moved = None;
    // Each column keeps its widgets where it moves, and the focus with them.
    ui.push_id(("column", *column), |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), FIELD_HEIGHT), Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(at < last, |ui| {
                if button::sign_ui(ui, icons::CHEVRON_DOWN, &with("columns-down")).clicked() {
                    moved = Some(at + 1);
                }
            });
            ui.add_enabled_ui(at > 0, |ui| {
                if button::sign_ui(ui, icons::CHEVRON_UP, &with("columns-up")).clicked() {
                    moved = Some(at);
                }
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if column.is_name() {
                    *is_shown = true;
                }
                ui.add_enabled(!column.is_name(), egui::Checkbox::new(is_shown, name));
                if column.is_name() {
                    let weak = Palette::of(ui).weak;
                    ui.label(egui::RichText::new(view.say("columns-always")).font(crate::ui::theme::small()).color(weak));
                }
            });
        });
    });
    moved
}
