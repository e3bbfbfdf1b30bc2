//! What an import would change, shown before it counts.

use egui::{Context, RichText};

use super::cancel_ui;
use super::plan::plan_ui;
use crate::state::{Command, Preview};
use crate::text::{file_name, told};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form};

/// The lines above and below the list.
const KEPT_FREE: f32 = 260.0;

pub fn import_ui(ctx: &Context, view: View<'_>, preview: &Preview, commands: &mut Commands) -> Ended {
    let (new, changed) = preview.counts();
    dialog_ui(
        ctx,
        view.say("import-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            let text = view.words.with(
                "import-summary",
                &[("file", file_name(&preview.path).into()), ("new", new.into()), ("changed", changed.into())],
            );
            ui.label(RichText::new(text).color(palette.text));
            form::hint_ui(ui, view.say("import-hint"));
            for note in &preview.notes {
                form::problem_ui(ui, &told(note));
            }
            plan_ui(ui, view, &preview.plan, KEPT_FREE);
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("import-confirm"), true).clicked() {
                commands.push(Command::ConfirmImport);
            }
            cancel_ui(ui, view, commands);
        },
    )
}
