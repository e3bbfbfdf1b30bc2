//! The line at the bottom: which file, whether it is stored, and the counts.

use egui::{Align, Layout, RichText, Ui};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons};
use crate::state::{Command, Origin, Standing};

pub fn status_bar_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.horizontal_centered(|ui| {
        let file = &view.session.file;
        let name = match (&file.path, file.origin) {
            (Some(path), _) => {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }
            (None, Origin::Sample) => view.say("file-sample").to_owned(),
            (None, Origin::New | Origin::File) => view.say("file-untitled").to_owned(),
        };
        let response = ui.label(RichText::new(&name).font(theme::semibold()).color(palette.text));
        if let Some(path) = &file.path {
            response.on_hover_text(path.display().to_string());
        }
        let (sign, id, color) = match view.session.standing() {
            Standing::ReadOnly => (icons::LOCK, "file-read-only", palette.unknown),
            Standing::Storing => (icons::CLOCK, "file-storing", palette.weak),
            Standing::Behind => (icons::CIRCLE, "file-changed", palette.unknown),
            Standing::Blank => (icons::CIRCLE_MINUS, "file-not-stored", palette.weak),
            Standing::Stored | Standing::Untitled => (icons::CHECK, "file-stored", palette.good),
        };
        ui.label(RichText::new(format!("{sign} {}", view.say(id))).font(theme::small()).color(color));
        if let Some(waiting) = &view.session.waiting {
            let purpose = view.words.purpose(&waiting.purpose).to_owned();
            let text = view.words.with("status-waiting", &[("purpose", purpose.into())]);
            ui.label(RichText::new(text).font(theme::small()).color(palette.unknown));
            if button::link_ui(ui, view.say("status-type-path")).clicked() {
                commands.push(Command::UsePathField);
            }
            if button::link_ui(ui, view.say("status-stop-waiting")).clicked() {
                commands.push(Command::StopWaiting);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let totals = view.session.derived.totals();
            let text = view.words.with(
                "status-counts",
                &[
                    ("customers", totals.customers.into()),
                    ("subscriptions", totals.subscriptions.into()),
                    ("eligible", totals.eligible.into()),
                ],
            );
            ui.label(RichText::new(text).font(theme::small()).color(palette.weak));
        });
    });
}
