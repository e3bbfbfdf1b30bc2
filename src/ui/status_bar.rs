//! The line at the bottom: which file, whether it is stored, and the counts.

use egui::accesskit::Role;
use egui::{Align, Label, Layout, RichText, Ui, WidgetInfo};

use super::frame_times::frame_times_ui;
use super::theme::{self, Palette};
use super::{Commands, View, button, icons, spoken};
use crate::state::{Command, HandingOut, Opening, Origin, Standing};
use crate::text::{file_name, whole_path};

/// Of a long file name, no more than this share of the line is shown.
const NAME_SHARE: f32 = 0.4;

pub fn status_bar_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.horizontal_centered(|ui| {
        name_ui(ui, view);
        standing_ui(ui, view);
        if let Some(Opening { path, percent, is_stopping, must_be, .. }) = &view.session.opening {
            let name = file_name(path);
            let text = if *is_stopping {
                view.words.with("status-opening-stops", &[("file", name.into())])
            } else {
                let percent = i64::from(*percent);
                view.words.with("status-opening", &[("file", name.into()), ("percent", percent.into())])
            };
            let label = RichText::new(format!("{} {text}", icons::CLOCK)).font(theme::small()).color(palette.weak);
            let response = ui.add(Label::new(label).truncate());
            response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
            spoken::live(&response, false);
            if !is_stopping && !must_be && button::link_ui(ui, view.say("status-opening-stop")).clicked() {
                commands.push(Command::StopOpening);
            }
        }
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
        if let Some(HandingOut { path, done, all, is_stopping, .. }) = &view.session.handing_out {
            let name = file_name(path);
            let text = if *is_stopping {
                view.words.with("writing-stops", &[("file", name.into())])
            } else {
                view.words
                    .with("writing-so-far", &[("file", name.into()), ("done", (*done).into()), ("all", (*all).into())])
            };
            let most = ui.available_width() * NAME_SHARE;
            ui.scope(|ui| {
                ui.set_max_width(most);
                ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.unknown)).truncate());
            });
            if !is_stopping && button::link_ui(ui, view.say("writing-stop")).clicked() {
                commands.push(Command::StopHandingOut);
            }
        }
        if view.session.shows_frame_times {
            frame_times_ui(ui, view);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let totals = view.session.derived.totals();
            if view.session.derived.is_judging() {
                let text = RichText::new(view.say("status-working")).font(theme::small()).color(palette.unknown);
                ui.add(Label::new(text).truncate());
                return;
            }
            let text = view.words.with(
                "status-counts",
                &[
                    ("customers", totals.customers.into()),
                    ("subscriptions", totals.subscriptions.into()),
                    ("eligible", totals.eligible.into()),
                ],
            );
            // Where things stand needs its room more than these.
            ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.weak)).truncate());
        });
    });
}

fn name_ui(ui: &mut Ui, view: View<'_>) {
    let file = &view.session.file;
    let name = match (&file.path, file.origin) {
        (Some(path), _) => file_name(path),
        (None, Origin::Sample) => view.say("file-sample").to_owned(),
        (None, Origin::New | Origin::File) => view.say("file-untitled").to_owned(),
    };
    let text = RichText::new(&name).font(theme::semibold()).color(Palette::of(ui).text);
    let most = ui.available_width() * NAME_SHARE;
    let response = ui.scope(|ui| {
        ui.set_max_width(most);
        ui.add(Label::new(text).truncate())
    });
    if let Some(path) = &file.path {
        response.inner.on_hover_text(whole_path(path));
    }
}

/// Where things stand, with a sign and in words; what that means when it is hovered.
fn standing_ui(ui: &mut Ui, view: View<'_>) {
    let palette = Palette::of(ui);
    let (sign, color) = match view.session.standing() {
        Standing::ReadOnly => (icons::LOCK, palette.unknown),
        Standing::Storing => (icons::CLOCK, palette.weak),
        Standing::Behind => (icons::TRIANGLE_ALERT, palette.bad),
        Standing::Blank => (icons::CIRCLE_MINUS, palette.weak),
        Standing::Untitled => (icons::SAVE, palette.unknown),
        Standing::Stored => (icons::CHECK, palette.good),
    };
    let text = format!("{sign} {}", view.words.standing(view.session));
    let text = RichText::new(text).font(theme::small()).color(color);
    ui.add(Label::new(text).truncate()).on_hover_text(view.words.standing_hint(view.session));
}
