//! Lines across the window: where the portfolio comes from, and what just happened.

use egui::accesskit::{Live, Role};
use egui::{Align, Color32, Frame, Layout, Margin, Panel, RichText, Ui, WidgetInfo};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons, symbols};
use crate::state::{Command, Notice, Origin, Purpose, Tone};

/// A line with its way to be dismissed at the right, and the content wrapped in what is left. Says whether it was dismissed.
fn line_ui(ui: &mut Ui, salt: &str, fill: Color32, dismiss: Option<&str>, content: impl FnOnce(&mut Ui)) -> bool {
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 5));
    let line = |ui: &mut Ui| {
        let dismissed = dismiss.is_some_and(|name| button::sign_ui(ui, icons::X, name).clicked());
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), content);
        dismissed
    };
    Panel::top(salt.to_owned())
        .frame(frame)
        .show_separator_line(true)
        .show(ui, |ui| ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(Align::Center), line).inner).inner)
        .inner
}

/// What the person has to know of the open file as long as it is open.
pub fn banner_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let file = &view.session.file;
    if file.is_read_only() {
        line_ui(ui, "read-only", palette.unknown_fill, None, |ui| {
            ui.label(RichText::new(icons::LOCK).color(palette.unknown));
            ui.label(RichText::new(view.say("banner-read-only")).color(palette.text));
            let first = file.not_understood.first().map_or("", String::as_str);
            ui.label(RichText::new(first).font(theme::small()).color(palette.weak));
        });
    } else if file.origin == Origin::Sample && view.session.banner {
        let dismissed = line_ui(ui, "sample", palette.selection, Some(view.say("dismiss")), |ui| {
            ui.label(RichText::new(icons::INFO).color(palette.accent));
            ui.label(RichText::new(view.say("banner-sample")).color(palette.text));
            if button::link_ui(ui, view.say("banner-sample-new")).clicked() {
                commands.push(Command::New);
            }
            if button::link_ui(ui, view.say("banner-sample-open")).clicked() {
                commands.push(Command::Choose(Purpose::Open));
            }
        });
        if dismissed {
            commands.push(Command::DismissBanner);
        }
    }
}

/// The last notice, with what can be done about it.
pub fn notice_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let Some(posted) = &view.session.notice else { return };
    let palette = Palette::of(ui);
    let tone = posted.notice.tone();
    let fill = match tone {
        Tone::Good => palette.good_fill,
        Tone::Plain => palette.raised,
        Tone::Warning => palette.unknown_fill,
        Tone::Bad => palette.bad_fill,
    };
    let naming = view.customer().map_or_else(|| view.naming(), |customer| view.naming_of(customer));
    let text = naming.notice(&posted.notice);
    let dismissed = line_ui(ui, "notice", fill, Some(view.say("dismiss")), |ui| {
        ui.label(RichText::new(symbols::tone(tone)).color(symbols::tone_color(tone, palette)));
        let response = ui.label(RichText::new(&text).color(palette.text));
        let role = if tone == Tone::Bad { Role::Alert } else { Role::Status };
        response.widget_info(|| WidgetInfo::labeled(role, true, &text));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(if tone == Tone::Bad { Live::Assertive } else { Live::Polite });
        });
        if matches!(posted.notice, Notice::Did(_) | Notice::Imported { .. } | Notice::Redid(_))
            && button::link_ui(ui, view.say("menu-undo")).clicked()
        {
            commands.push(Command::Undo);
        }
        if matches!(posted.notice, Notice::Failed(_)) && button::link_ui(ui, view.say("copy-message")).clicked() {
            commands.push(Command::CopyText(text.clone()));
        }
    });
    if dismissed {
        commands.push(Command::DismissNotice);
    }
}
