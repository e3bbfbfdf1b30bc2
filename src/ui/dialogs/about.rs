//! About: version, license, what the facts rest on.

use egui::{Context, RichText};

use crate::state::Command;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button, form};

pub fn about_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("about-title"),
        DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            let version = view.words.with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
            ui.label(RichText::new(version).color(palette.text));
            ui.label(view.say("about-what"));
            form::head_ui(ui, view.say("about-sources"));
            let catalog = &view.session.catalog;
            for (source, note) in [
                (&catalog.paths_source, "about-source-paths"),
                (&catalog.offers_source, "about-source-offers"),
                (&catalog.services_source, "about-source-services"),
                (&catalog.names_source, "about-source-names"),
                (&catalog.aliases_source, "about-source-aliases"),
            ] {
                ui.label(RichText::new(view.words.bracketed(&source.title, &source.date)).color(palette.text));
                form::hint_ui(ui, view.say(note));
            }
            form::hint_ui(ui, view.say("about-sources-defaults"));
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}
