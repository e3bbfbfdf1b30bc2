//! Which columns a list shows, and in which order.

use egui::{Align, Context, Layout, Ui, UiBuilder, vec2};

use super::{cancel_ui, focus_first};
use crate::model::{Columns, List};
use crate::state::{ColumnsDraft, Command, Drafts};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{DIALOG_WIDTH, FIELD_HEIGHT, GAP, Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form, icons};

/// A way to move a column, with the room around its sign.
const MOVE_WIDTH: f32 = 34.0;

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
            cancel_ui(ui, view, commands);
            if button::primary_ui(ui, view.say("save-changes"), true).clicked() {
                commands.push(Command::SetColumns(list, shown));
            }
        },
    )
}

/// A column with its tick and the ways to move it; gives the line that is to change places with the one above it.
fn line_ui(ui: &mut Ui, view: View<'_>, draft: &mut ColumnsDraft, at: usize) -> Option<usize> {
    let last = draft.lines.len().saturating_sub(1);
    let first = draft.lines.iter().position(|(column, _)| !column.is_name());
    let (column, is_shown) = draft.lines.get_mut(at)?;
    let name = view.words.column_in_full(*column);
    let down = view.words.with("columns-down", &[("column", name.into())]);
    let up = view.words.with("columns-up", &[("column", name.into())]);
    let mut moved = None;
    // Each column keeps its widgets where it moves, and the focus with them.
    let builder = UiBuilder::new().scope_id(egui::Id::unique(("column", *column)));
    ui.scope_builder(builder, |ui| {
        ui.horizontal(|ui| {
            let width = ui.available_width() - 2.0 * (MOVE_WIDTH + GAP);
            ui.allocate_ui_with_layout(vec2(width, FIELD_HEIGHT), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                // What names the row is never hidden.
                *is_shown |= column.is_name();
                let tick = ui.add_enabled(!column.is_name(), egui::Checkbox::new(is_shown, name));
                if first == Some(at) {
                    focus_first(ui, &tick, "columns");
                }
                if column.is_name() {
                    form::hint_ui(ui, view.say("columns-always"));
                }
            });
            if move_ui(ui, icons::CHEVRON_UP, &up, at == 0) {
                moved = Some(at);
            }
            if move_ui(ui, icons::CHEVRON_DOWN, &down, at == last) {
                moved = Some(at + 1);
            }
        });
    });
    moved
}

/// A way to move a column. At the end of the list it does nothing, and keeps the focus: who has just moved a column there
/// is still with it.
fn move_ui(ui: &mut Ui, sign: &str, name: &str, is_end: bool) -> bool {
    let response = ui
        .scope_builder(UiBuilder::new().id_salt(sign), |ui| {
            if is_end {
                ui.visuals_mut().override_text_color = Some(Palette::of(ui).weak);
            }
            button::sign_ui(ui, sign, name)
        })
        .inner;
    if is_end {
        ui.ctx().accesskit_node_builder(response.id, egui::accesskit::Node::set_disabled);
    }
    response.clicked() && !is_end
}
