//! About: version, license, what the facts rest on.

use egui::{Context, RichText};

use crate::state::Command;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button, form, shortcuts};

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
            for source in [
                &catalog.paths_source,
                &catalog.offers_source,
                &catalog.services_source,
                &catalog.names_source,
                &catalog.aliases_source,
            ] {
                ui.label(RichText::new(view.words.bracketed(&source.title, &source.date)).color(palette.text));
                form::hint_ui(ui, &source.note);
            }
            form::head_ui(ui, view.say("about-keys"));
            egui::Grid::new("keys").num_columns(2).spacing([24.0, 4.0]).show(ui, |ui| {
                for shortcut in shortcuts::all() {
                    let keys = ui.ctx().format_shortcut(&shortcut.keys);
                    ui.label(RichText::new(keys).font(theme::semibold()).color(palette.text));
                    ui.label(view.words.say(shortcut.name));
                    ui.end_row();
                }
                ui.label(
                    RichText::new(ui.ctx().format_shortcut(&shortcuts::FIND))
                        .font(theme::semibold())
                        .color(palette.text),
                );
                ui.label(view.say("menu-find"));
                ui.end_row();
            });
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}
