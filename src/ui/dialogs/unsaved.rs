//! What is asked before a portfolio is left that has no file of its own, or whose file does not have everything.

use egui::{Context, Ui};

use super::{cancel_ui, focus_first};
use crate::state::{Command, Next, Purpose};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button};

pub fn unsaved_ui(ctx: &Context, view: View<'_>, next: &Next, commands: &mut Commands) -> Ended {
    if view.session.file.is_stuck() {
        return stuck_ui(ctx, view, commands);
    }
    dialog_ui(
        ctx,
        view.say("unsaved-untitled-title"),
        DIALOG_WIDTH,
        |ui| {
            ui.label(view.say("unsaved-untitled"));
        },
        |ui, (), _| {
            cancel_ui(ui, view, commands);
            if button::danger_ui(ui, view.say("unsaved-discard")).clicked() {
                commands.push(Command::DiscardAndGoOn);
            }
            if next == &Next::Quit && ui.button(view.say("unsaved-keep")).clicked() {
                commands.push(Command::KeepAndGoOn);
            }
            if button::primary_ui(ui, view.say("menu-save-as"), true).clicked() {
                commands.push(Command::SaveAndGoOn);
            }
        },
    )
}

/// The file does not follow; the journal has everything, so that going on loses nothing.
fn stuck_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    let file = &view.session.file;
    let text = view.words.left_behind(file);
    dialog_ui(
        ctx,
        view.say("unsaved-stuck-title"),
        DIALOG_WIDTH,
        |ui| {
            ui.label(&text);
        },
        |ui, (), _| {
            stuck_rest_ui(ui, view, commands);
            if file.theirs.is_some() {
                if button::primary_ui(ui, view.say("banner-versions-show"), true).clicked() {
                    commands.push(Command::ShowVersions);
                }
            } else if button::primary_ui(ui, view.say("save-elsewhere"), true).clicked() {
                commands.push(Command::Choose(Purpose::SaveAs));
            }
        },
    )
}

fn stuck_rest_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let cancel = cancel_ui(ui, view, commands);
    focus_first(ui, &cancel, "unsaved");
    if ui.button(view.say("unsaved-go-on")).clicked() {
        commands.push(Command::DiscardAndGoOn);
    }
    if view.session.file.theirs.is_none() && ui.button(view.say("try-again")).clicked() {
        commands.push(Command::SaveAndGoOn);
    }
}
