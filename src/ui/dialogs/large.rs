//! A file so large that the person is asked before it is read.

use std::path::Path;

use egui::Context;

use super::{cancel_ui, focus_first};
use crate::state::Command;
use crate::text::{file_name, whole_path};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

pub fn large_ui(ctx: &Context, view: View<'_>, path: &Path, size: u64, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("large-title"),
        DIALOG_WIDTH,
        |ui| {
            let (file, size) = (file_name(path), view.words.size(size));
            ui.label(view.words.with("large-what", &[("file", file.into()), ("size", size.into())]));
            form::hint_ui(ui, &whole_path(path));
        },
        |ui, (), _| {
            let cancel = cancel_ui(ui, view, commands);
            focus_first(ui, &cancel, "large");
            if button::primary_ui(ui, view.say("large-open"), true).clicked() {
                commands.push(Command::OpenLarge(path.to_owned()));
            }
        },
    )
}
