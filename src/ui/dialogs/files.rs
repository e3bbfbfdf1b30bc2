//! Questions about files: a path to type, a file that is there already, a file that was dropped.

use std::path::Path;

use egui::Context;

use super::{cancel_ui, focus_first, mark_all};
use crate::state::{Command, Drafts, Purpose};
use crate::text::{file_name, whole_path};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::{self, Place};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

/// Where no dialog of the desktop can be had, the path is typed.
pub fn path_ui(
    ctx: &Context,
    view: View<'_>,
    purpose: &Purpose,
    drafts: &mut Drafts,
    commands: &mut Commands,
) -> Ended {
    let is_filled = !drafts.path.trim().is_empty();
    dialog_ui(
        ctx,
        view.words.purpose(purpose),
        DIALOG_WIDTH,
        |ui| {
            form::hint_ui(ui, view.say("path-hint"));
            let width = ui.available_width();
            let typed = field::field_ui(ui, Place::Dialog, &mut drafts.path, |text| {
                egui::TextEdit::singleline(text).desired_width(width)
            });
            let response = typed.response.accessible_name(view.say("path-name"));
            mark_all(ui, &response, &drafts.path);
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            if button::primary_ui(ui, view.say("path-confirm"), is_filled).clicked() || (entered && is_filled) {
                commands.push(Command::UsePathField);
            }
        },
    )
}

pub fn overwrite_ui(ctx: &Context, view: View<'_>, path: &Path, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("overwrite-title"),
        DIALOG_WIDTH,
        |ui| {
            ui.label(view.words.with("overwrite-what", &[("file", file_name(path).into())]));
            form::hint_ui(ui, &whole_path(path));
        },
        |ui, (), _| {
            let cancel = cancel_ui(ui, view, commands);
            focus_first(ui, &cancel, "overwrite");
            if button::danger_ui(ui, view.say("overwrite-confirm")).clicked() {
                commands.push(Command::ConfirmOverwrite);
            }
        },
    )
}

pub fn dropped_ui(ctx: &Context, view: View<'_>, path: &Path, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("dropped-title"),
        DIALOG_WIDTH,
        |ui| {
            ui.label(view.words.with("dropped-what", &[("file", file_name(path).into())]));
        },
        |ui, (), _| {
            cancel_ui(ui, view, commands);
            if ui.button(view.say("dropped-import")).clicked() {
                commands.push(Command::ImportPaths(vec![path.to_owned()]));
            }
            if button::primary_ui(ui, view.say("dropped-open"), true).clicked() {
                commands.push(Command::OpenPath(path.to_owned()));
            }
        },
    )
}
