//! What an import would change, shown before it counts.

use egui::{Context, RichText, ScrollArea};

use super::cancel_ui;
use crate::state::{Command, Preview};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form};

pub fn import_ui(ctx: &Context, view: View<'_>, preview: &Preview, commands: &mut Commands) -> Ended {
    let counts = preview.plan.counts();
    dialog_ui(
        ctx,
        view.say("import-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            let name = preview.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = view.words.with(
                "import-summary",
                &[("file", name.into()), ("new", counts.new.into()), ("changed", counts.changed.into())],
            );
            ui.label(RichText::new(text).color(palette.text));
            form::hint_ui(ui, view.say("import-hint"));
            for note in &preview.notes {
                form::problem_ui(ui, note);
            }
            ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {});
        },
        |ui| {
            if button::primary_ui(ui, view.say("import-confirm"), true).clicked() {
                commands.push(Command::ConfirmImport);
            }
            cancel_ui(ui, view, commands);
        },
    )
}
