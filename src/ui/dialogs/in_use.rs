//! Another window has the portfolio open: it was asked to come to the front, and here it can be looked at.

use std::path::Path;

use egui::Context;

use crate::state::Command;
use crate::text::{file_name, whole_path};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

pub fn in_use_ui(ctx: &Context, view: View<'_>, path: &Path, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("in-use-title"),
        DIALOG_WIDTH,
        |ui| {
            ui.label(view.words.with("in-use-what", &[("file", file_name(path).into())]));
            form::hint_ui(ui, &whole_path(path));
        },
        |ui, (), _| {
            if ui.button(view.say("close")).clicked() {
                commands.push(Command::CloseDialog);
            }
            if button::primary_ui(ui, view.say("in-use-look"), true).clicked() {
                commands.push(Command::LookInto(path.to_owned()));
            }
        },
    )
}
