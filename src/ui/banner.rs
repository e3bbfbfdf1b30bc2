//! Lines across the window: how the portfolio is kept, and what stands in the way of that.

use egui::accesskit::{Live, Role};
use egui::{Align, Color32, Frame, Layout, Margin, Panel, RichText, Ui, WidgetInfo};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons, spoken};
use crate::state::{Command, LooksOnly, Origin, Purpose, StoreTrouble, Theirs};
use crate::text::{file_name, is_gone};

/// A line with its way to be dismissed at the right, and the content wrapped in what is left. Says whether it was dismissed.
///
/// To dismiss it is named alike in every line: which one it is, is told by what the line says.
fn line_ui(
    ui: &mut Ui,
    salt: &str,
    fill: Color32,
    dismiss: Option<(&str, &str)>,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 5));
    let line = |ui: &mut Ui| {
        let dismissed = dismiss.is_some_and(|(name, line)| {
            let response = button::sign_ui(ui, icons::X, name);
            spoken::description(&response, line);
            response.clicked()
        });
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), content);
        dismissed
    };
    Panel::top(salt.to_owned())
        .frame(frame)
        .show_separator_line(true)
        .show(ui, |ui| ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(Align::Center), line).inner).inner)
        .inner
}

/// A sentence that a screen reader says as soon as it is there.
pub fn said_ui(ui: &mut Ui, text: &str, is_urgent: bool) {
    let response = ui.label(RichText::new(text).color(Palette::of(ui).text));
    let role = if is_urgent { Role::Alert } else { Role::Status };
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(if is_urgent { Live::Assertive } else { Live::Polite });
    });
}

/// What the person has to know of the open file as long as it is so: what is stuck first.
pub fn banner_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let file = &view.session.file;
    if let Some(why) = file.looks_only {
        looks_only_ui(ui, view, why, commands);
    }
    if let Some(theirs) = &file.theirs {
        versions_ui(ui, view, theirs, commands);
    }
    if let Some(trouble) = &file.trouble {
        trouble_ui(ui, view, trouble, commands);
    }
    if view.session.recovered_banner && !file.recovered.is_empty() {
        recovered_ui(ui, view, commands);
    }
    if !file.copies.is_empty() {
        copies_ui(ui, view, commands);
    }
    if file.origin == Origin::Sample && view.session.banner {
        sample_ui(ui, view, commands);
    }
}

/// Why nothing can be changed.
fn looks_only_ui(ui: &mut Ui, view: View<'_>, why: LooksOnly, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let file = &view.session.file;
    line_ui(ui, "read-only", palette.unknown_fill, None, |ui| {
        ui.label(RichText::new(icons::LOCK).color(palette.unknown));
        said_ui(ui, &view.words.looks_only(why), false);
        if let (LooksOnly::NotUnderstood, Some(first)) = (why, file.not_understood.first()) {
            ui.label(RichText::new(view.words.unfamiliar(first)).font(theme::small()).color(palette.weak));
        }
        if let (LooksOnly::Backup, Some(path)) = (why, &file.path)
            && button::link_ui(ui, view.say("restore-copy")).clicked()
        {
            commands.push(Command::RestoreBackup(path.clone()));
        }
    });
}

/// The file is somebody else's version.
fn versions_ui(ui: &mut Ui, view: View<'_>, theirs: &Theirs, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let (text, link) = if is_gone(theirs) {
        ("banner-gone", "banner-gone-show")
    } else if theirs.is_shown {
        ("banner-versions-shown", "banner-versions-show")
    } else {
        ("banner-versions", "banner-versions-show")
    };
    line_ui(ui, "versions", palette.unknown_fill, None, |ui| {
        ui.label(RichText::new(icons::TRIANGLE_ALERT).color(palette.unknown));
        said_ui(ui, view.words.say(text), true);
        if button::link_ui(ui, view.words.say(link)).clicked() {
            commands.push(Command::ShowVersions);
        }
    });
}

/// The file was not written; this stays until it is.
fn trouble_ui(ui: &mut Ui, view: View<'_>, trouble: &StoreTrouble, commands: &mut Commands) {
    let palette = Palette::of(ui);
    line_ui(ui, "trouble", palette.bad_fill, None, |ui| {
        ui.label(RichText::new(icons::CIRCLE_X).color(palette.bad));
        said_ui(ui, &view.words.store_trouble(trouble, view.session.file.waiting), true);
        // One native dialog at a time.
        if view.session.waiting.is_none() && button::link_ui(ui, view.say("save-elsewhere")).clicked() {
            commands.push(Command::Choose(Purpose::SaveAs));
        }
        if button::link_ui(ui, view.say("try-again")).clicked() {
            commands.push(Command::Save);
        }
    });
}

fn recovered_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let (words, changes) = (view.words, view.session.file.recovered.len());
    let text = words.with("banner-recovered", &[("changes", changes.into())]);
    let dismissed = line_ui(ui, "recovered", palette.good_fill, Some((view.say("dismiss"), &text)), |ui| {
        ui.label(RichText::new(icons::HISTORY).color(palette.good));
        said_ui(ui, &text, false);
        if button::link_ui(ui, &words.with("banner-recovered-show", &[("changes", changes.into())])).clicked() {
            commands.push(Command::ShowRecovered);
        }
        if button::link_ui(ui, &words.with("banner-recovered-undo", &[("changes", changes.into())])).clicked() {
            commands.push(Command::UndoRecovered);
        }
    });
    if dismissed {
        commands.push(Command::DismissRecovered);
    }
}

/// Other files in the folder that are versions of the portfolio.
fn copies_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let copies = &view.session.file.copies;
    let Some(first) = copies.first() else { return };
    let text = view.words.with("banner-copies", &[("count", copies.len().into()), ("file", file_name(first).into())]);
    let dismissed = line_ui(ui, "copies", palette.raised, Some((view.say("dismiss"), &text)), |ui| {
        ui.label(RichText::new(icons::INFO).color(palette.accent));
        said_ui(ui, &text, false);
        if button::link_ui(ui, view.say("banner-copies-show")).clicked() {
            commands.push(Command::ImportPaths(vec![first.clone()]));
        }
    });
    if dismissed {
        commands.push(Command::DismissCopies);
    }
}

fn sample_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let dismiss = Some((view.say("dismiss"), view.say("banner-sample")));
    let dismissed = line_ui(ui, "sample", palette.selection, dismiss, |ui| {
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
