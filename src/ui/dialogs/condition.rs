//! One condition with its words, its source and what in our reading is ours.

use egui::{Context, RichText};

use crate::rules::{ConditionId, Source};
use crate::state::{Chapter, Command};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button, form};

pub fn condition_ui(ctx: &Context, view: View<'_>, id: ConditionId, commands: &mut Commands) -> Ended {
    let Some(condition) = view.session.rules.condition(id) else { return Ended::Dismissed };
    dialog_ui(
        ctx,
        view.words.condition(id),
        DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            ui.label(RichText::new(view.words.condition_text(id)).color(palette.text));
            if let Some(reading) = view.words.condition_reading(id) {
                form::said_ui(ui, view.say("condition-reading"), reading);
            }
            form::row_ui(ui, view.say("condition-source"), |ui| {
                ui.add(egui::Label::new(view.words.source(condition.source)).wrap());
                let beyond =
                    if condition.source == Source::Page { "condition-on-page" } else { "condition-beyond-page" };
                form::hint_ui(ui, view.say(beyond));
            });
            if let Some(code) = condition.code {
                let text = view.words.with("condition-code", &[("code", code.into())]);
                form::said_ui(ui, view.say("condition-partner-center"), &text);
            }
            button::link_ui(ui, view.say("condition-why")).clicked()
        },
        |ui, asks_why, _| {
            if asks_why {
                commands.push(Command::ShowManual { chapter: Chapter::Conditions, condition: Some(id) });
            }
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}
