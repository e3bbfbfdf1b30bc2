//! Lines across the window: how the portfolio is kept, and what stands in the way of that. None takes more than two rows of the window from the lists; what is longer is shown whole when that is asked for.

use egui::accesskit::{Live, Role};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Frame, Label, Layout, Margin, Panel, RichText, Ui, WidgetInfo};

use super::theme::{self, GAP, Palette, WIDE_GAP};
use super::{Commands, View, button, icons, spoken};
use crate::state::{Command, LooksOnly, Origin, Purpose, StoreTrouble, Theirs};
use crate::text::{file_name, is_gone, shown_lines};

/// One of them.
struct Line<'a> {
    /// What tells it from the others.
    salt: &'static str,
    fill: Color32,
    sign: &'static str,
    color: Color32,
    text: String,
    /// More of it, in small letters behind.
    detail: String,
    /// A screen reader says it as soon as it is there: at once, or when there is a pause.
    said: Option<bool>,
    links: Vec<(String, Command)>,
    /// What is sent when it is dismissed, where it can be.
    ///
    /// To dismiss it is named alike in every line: which one it is, is told by what the line says.
    dismiss: Option<(&'a str, Command)>,
}

/// How the words of a line and its links find room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// Both one behind the other.
    Whole,
    /// Two rows of words at the left, the links at the right of them.
    Beside,
    /// A row of words, and the links below it.
    Below,
}

/// So many rows of the window a line takes, until all of it is asked for.
const MOST_ROWS: usize = 2;

/// Of a line's width, so much at most is the links' beside the words.
const LINKS_SHARE: f32 = 0.45;

/// The words of a line, in a width and no more rows than are given.
fn words(ui: &Ui, line: &Line<'_>, width: f32, rows: usize) -> LayoutJob {
    let palette = Palette::of(ui);
    // Level with the links beside them.
    let format = |font, color| TextFormat { valign: Align::Center, ..TextFormat::simple(font, color) };
    let mut job = LayoutJob::default();
    job.append(&shown_lines(&line.text), 0.0, format(theme::body(), palette.text));
    if !line.detail.is_empty() {
        job.append(&shown_lines(&line.detail), GAP, format(theme::small(), palette.weak));
    }
    job.wrap = TextWrapping { max_rows: rows, ..TextWrapping::wrap_at_width(width) };
    job
}

/// How much room a link takes, with the gap before it.
fn link_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), theme::body(), Color32::PLACEHOLDER).size().x + GAP
}

fn fit(ui: &Ui, line: &Line<'_>, width: f32, more: &str) -> Fit {
    let links: Vec<f32> = line.links.iter().map(|(text, _)| link_width(ui, text)).collect();
    let galley = ui.painter().layout_job(words(ui, line, width, usize::MAX));
    let mut rows = galley.rows.len();
    let mut left = galley.rows.last().map_or(0.0, |row| row.rect().width());
    for link in &links {
        left += link;
        if left > width {
            rows += 1;
            left = *link;
        }
    }
    if rows <= MOST_ROWS {
        Fit::Whole
    } else if links.iter().sum::<f32>() + link_width(ui, more) <= width * LINKS_SHARE {
        Fit::Beside
    } else {
        Fit::Below
    }
}

impl Line<'_> {
    fn show(self, ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
        let frame = Frame::new().fill(self.fill).inner_margin(Margin::symmetric(12, 5));
        let line = |ui: &mut Ui| {
            if let Some((name, command)) = &self.dismiss {
                let response = button::sign_ui(ui, icons::X, name);
                spoken::description(&response, &self.text);
                if response.clicked() {
                    commands.push(command.clone());
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(self.sign).color(self.color));
                self.content_ui(ui, view, commands);
            });
        };
        let panel = Panel::top(self.salt.to_owned()).frame(frame).show_separator_line(true);
        panel.show(ui, |ui| ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(Align::Center), line)));
    }

    fn content_ui(&self, ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
        let (more, less) = (view.say("banner-more"), view.say("banner-less"));
        let width = ui.available_width();
        let fit = fit(ui, self, width, more);
        let is_open_id = egui::Id::unique(("banner", self.salt));
        let is_open = ui.data(|data| data.get_temp::<bool>(is_open_id)).unwrap_or_default();
        let links_ui = |ui: &mut Ui, commands: &mut Commands| {
            for (text, command) in &self.links {
                if button::link_ui(ui, text).clicked() {
                    commands.push(command.clone());
                }
            }
            if fit != Fit::Whole && button::link_ui(ui, if is_open { less } else { more }).clicked() {
                ui.data_mut(|data| data.insert_temp(is_open_id, !is_open));
            }
        };
        if fit == Fit::Whole || is_open {
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                self.words_ui(ui, usize::MAX);
                links_ui(ui, commands);
            });
        } else if fit == Fit::Beside {
            let links: f32 = self.links.iter().map(|(text, _)| link_width(ui, text)).sum::<f32>();
            let room = width - links - link_width(ui, more) - WIDE_GAP;
            ui.scope(|ui| {
                ui.set_max_width(room);
                self.words_ui(ui, MOST_ROWS);
            });
            links_ui(ui, commands);
        } else {
            ui.vertical(|ui| {
                self.words_ui(ui, 1);
                ui.horizontal(|ui| links_ui(ui, commands));
            });
        }
    }

    fn words_ui(&self, ui: &mut Ui, rows: usize) {
        let job = words(ui, self, ui.available_width(), rows);
        let response = if rows == usize::MAX {
            ui.add(Label::new(job).wrap())
        } else {
            let galley = ui.painter().layout_job(job);
            ui.add(Label::new(galley)).on_hover_text(format!("{} {}", self.text, self.detail).trim_end())
        };
        let said = format!("{} {}", self.text, self.detail);
        let role = match self.said {
            Some(true) => Role::Alert,
            Some(false) => Role::Status,
            None => Role::Label,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, said.trim_end()));
        if let Some(is_urgent) = self.said {
            spoken::live(&response, is_urgent);
        }
    }
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
    let palette = Palette::of(ui);
    let file = &view.session.file;
    let lines = [
        file.looks_only.map(|why| looks_only(view, palette, why)),
        file.theirs.as_ref().map(|theirs| versions(view, palette, theirs)),
        file.trouble.as_ref().map(|trouble| trouble_of(view, palette, trouble)),
        (view.session.recovered_banner && !file.recovered.is_empty()).then(|| recovered(view, palette)),
        copies(view, palette),
        (file.origin == Origin::Sample && view.session.banner).then(|| sample(view, palette)),
    ];
    for line in lines.into_iter().flatten() {
        line.show(ui, view, commands);
    }
}

/// Why nothing can be changed.
fn looks_only<'a>(view: View<'a>, palette: &Palette, why: LooksOnly) -> Line<'a> {
    let file = &view.session.file;
    let first = file.not_understood.first().filter(|_| why == LooksOnly::NotUnderstood);
    let path = file.path.as_ref().filter(|_| why == LooksOnly::Backup);
    Line {
        salt: "read-only",
        fill: palette.unknown_fill,
        sign: icons::LOCK,
        color: palette.unknown,
        text: view.words.looks_only(why),
        detail: first.map(|first| view.words.unfamiliar(first)).unwrap_or_default(),
        said: Some(false),
        links: path
            .map(|path| (view.say("restore-copy").to_owned(), Command::RestoreBackup(path.clone())))
            .into_iter()
            .collect(),
        dismiss: None,
    }
}

/// The file is somebody else's version.
fn versions<'a>(view: View<'a>, palette: &Palette, theirs: &Theirs) -> Line<'a> {
    let (text, link) = if is_gone(theirs) {
        ("banner-gone", "banner-gone-show")
    } else if theirs.is_shown {
        ("banner-versions-shown", "banner-versions-show")
    } else {
        ("banner-versions", "banner-versions-show")
    };
    Line {
        salt: "versions",
        fill: palette.unknown_fill,
        sign: icons::TRIANGLE_ALERT,
        color: palette.unknown,
        text: view.say(text).to_owned(),
        detail: String::new(),
        said: Some(true),
        links: vec![(view.say(link).to_owned(), Command::ShowVersions)],
        dismiss: None,
    }
}

/// The file was not written; this stays until it is.
fn trouble_of<'a>(view: View<'a>, palette: &Palette, trouble: &StoreTrouble) -> Line<'a> {
    let mut links = vec![(view.say("try-again").to_owned(), Command::Save)];
    // One native dialog at a time.
    if view.session.waiting.is_none() {
        links.insert(0, (view.say("save-elsewhere").to_owned(), Command::Choose(Purpose::SaveAs)));
    }
    Line {
        salt: "trouble",
        fill: palette.bad_fill,
        sign: icons::CIRCLE_X,
        color: palette.bad,
        text: view.words.store_trouble(trouble, view.session.file.waiting),
        detail: String::new(),
        said: Some(true),
        links,
        dismiss: None,
    }
}

fn recovered<'a>(view: View<'a>, palette: &Palette) -> Line<'a> {
    let (words, changes) = (view.words, view.session.file.recovered.len());
    let show = words.with("banner-recovered-show", &[("changes", changes.into())]);
    let undo = words.with("banner-recovered-undo", &[("changes", changes.into())]);
    Line {
        salt: "recovered",
        fill: palette.good_fill,
        sign: icons::HISTORY,
        color: palette.good,
        text: words.with("banner-recovered", &[("changes", changes.into())]),
        detail: String::new(),
        said: Some(false),
        links: vec![(show, Command::ShowRecovered), (undo, Command::UndoRecovered)],
        dismiss: Some((view.say("dismiss"), Command::DismissRecovered)),
    }
}

/// Other files in the folder that are versions of the portfolio.
fn copies<'a>(view: View<'a>, palette: &Palette) -> Option<Line<'a>> {
    let copies = &view.session.file.copies;
    let first = copies.first()?;
    let text = view.words.with("banner-copies", &[("count", copies.len().into()), ("file", file_name(first).into())]);
    Some(Line {
        salt: "copies",
        fill: palette.raised,
        sign: icons::INFO,
        color: palette.accent,
        text,
        detail: String::new(),
        said: Some(false),
        links: vec![(view.say("banner-copies-show").to_owned(), Command::ImportPaths(vec![first.clone()]))],
        dismiss: Some((view.say("dismiss"), Command::DismissCopies)),
    })
}

fn sample<'a>(view: View<'a>, palette: &Palette) -> Line<'a> {
    Line {
        salt: "sample",
        fill: palette.selection,
        sign: icons::INFO,
        color: palette.accent,
        text: view.say("banner-sample").to_owned(),
        detail: String::new(),
        said: None,
        links: vec![
            (view.say("banner-sample-new").to_owned(), Command::New),
            (view.say("banner-sample-open").to_owned(), Command::Choose(Purpose::Open)),
        ],
        dismiss: Some((view.say("dismiss"), Command::DismissBanner)),
    }
}
