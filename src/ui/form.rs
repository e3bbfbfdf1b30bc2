//! Rows of a form: the label at the left, the field, and what is wrong with it below. What a field means is its form's.

use std::hash::Hash;

use egui::accesskit::Role;
use egui::style::WidgetVisuals;
use egui::{Align, Align2, ComboBox, Layout, Rect, Response, RichText, TextEdit, Ui, vec2};

use super::field::{self, Place, Typed};
use super::theme::{
    self, FIELD_HEIGHT, FIELD_WIDTH, LABEL_WIDTH, Palette, SMALL_GAP, WIDE_FIELD_WIDTH, WIDE_LABEL_WIDTH,
};
use super::{View, focus, icons, spoken};
use crate::state::{Field, FieldProblem};
use crate::text::{Words, shown, shown_lines};

/// The problems of a form with the words for them.
#[derive(Clone, Copy, Debug)]
pub struct Problems<'a> {
    pub view: View<'a>,
    pub list: &'a [FieldProblem],
    /// What is odd about a field, and recorded all the same.
    pub warnings: &'a [(Field, String)],
}

impl Problems<'_> {
    /// What is wrong with a field, or odd about it, below it, and read with it.
    pub fn under_ui(&self, ui: &mut Ui, field: Field, response: &Response) {
        let Some(problem) = self.list.iter().find(|problem| problem.field == field) else {
            if let Some((_, text)) = self.warnings.iter().find(|(of, _)| *of == field) {
                warning_ui(ui, text, response);
            }
            return;
        };
        let text = self.view.words.problem(problem);
        spoken::wrong(response, &text);
        problem_ui(ui, &text);
    }
}

/// A line that says what is wrong.
pub fn problem_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = SMALL_GAP;
        ui.label(RichText::new(icons::TRIANGLE_ALERT).font(theme::small()).color(palette.bad));
        let response = ui.label(RichText::new(shown_lines(text)).font(theme::small()).color(palette.bad));
        spoken::live(&response, false);
    });
}

/// A line that warns of what is allowed all the same, under its field and read with it.
pub fn warning_ui(ui: &mut Ui, text: &str, field: &Response) {
    spoken::description(field, text);
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = SMALL_GAP;
        ui.label(RichText::new(icons::TRIANGLE_ALERT).font(theme::small()).color(palette.unknown));
        let response = ui.label(RichText::new(shown_lines(text)).font(theme::small()).color(palette.unknown));
        spoken::live(&response, false);
    });
}

/// A line that says why something cannot be done, in answer to who tried it: it is read out at once.
pub fn reason_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    let response = ui.label(RichText::new(shown_lines(text)).font(theme::small()).color(palette.text));
    spoken::live(&response, true);
}

/// From this width on a label has room for a few words.
const ROOMY: f32 = 460.0;

/// A label and a text that can be longer than its line.
pub fn said_ui(ui: &mut Ui, label: &str, text: &str) {
    row_ui(ui, label, |ui| {
        // The first line stands level with the label.
        ui.add_space((FIELD_HEIGHT - ui.text_style_height(&egui::TextStyle::Body)) / 2.0);
        ui.add(egui::Label::new(shown_lines(text).into_owned()).wrap());
    });
}

/// A label and whatever stands behind it.
pub fn row_ui<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        let most = if ui.available_width() >= ROOMY { WIDE_LABEL_WIDTH } else { LABEL_WIDTH };
        let width = most.min(ui.available_width() * 0.4);
        ui.allocate_ui_with_layout(vec2(width, FIELD_HEIGHT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width);
            let palette = Palette::of(ui);
            ui.add(egui::Label::new(RichText::new(label).color(palette.weak)).wrap());
        });
        ui.vertical(|ui| content(ui)).inner
    })
    .inner
}

/// The width of a field in what is left of its row.
#[must_use]
pub fn field_width(ui: &Ui) -> f32 {
    let available = ui.available_width() - theme::GAP;
    let most = if available >= WIDE_FIELD_WIDTH { WIDE_FIELD_WIDTH } else { FIELD_WIDTH };
    most.min(available).max(80.0)
}

/// A line of text of a dialog's form, under a label.
pub fn text_ui(ui: &mut Ui, label: &str, text: &mut String) -> Response {
    row_ui(ui, label, |ui| field_ui(ui, label, text))
}

/// A line of text of a dialog's form that is named but has no label beside it.
pub fn field_ui(ui: &mut Ui, name: &str, text: &mut String) -> Response {
    let width = field_width(ui);
    line_ui(ui, Place::Dialog, name, text, width).response
}

/// A line of text of a width, wherever it stands.
pub fn line_ui(ui: &mut Ui, place: Place, name: &str, text: &mut String, width: f32) -> Typed {
    let typed =
        field::field_ui(ui, place, text, |text| TextEdit::singleline(text).desired_width(width).margin(vec2(8.0, 5.0)));
    Typed { response: typed.response.accessible_name(name), ..typed }
}

/// Several lines of text of a dialog's form.
pub fn lines_ui(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> Response {
    let width = ui.available_width();
    field::field_ui(ui, Place::Dialog, text, |text| TextEdit::multiline(text).desired_rows(rows).desired_width(width))
        .response
        .accessible_name(name)
}

/// A choice among a few. Says whether another one was chosen.
pub fn choice_ui<T: PartialEq + Clone>(
    ui: &mut Ui,
    words: &Words,
    salt: impl Hash + std::fmt::Debug,
    name: &str,
    value: &mut T,
    choices: &[(T, &str)],
    chosen: &str,
) -> bool {
    let before = value.clone();
    choice_field_ui(ui, words, salt, name, value, choices, chosen);
    *value != before
}

/// The field of a choice among a few, for who has more to say of it.
pub fn choice_field_ui<T: PartialEq + Clone>(
    ui: &mut Ui,
    words: &Words,
    salt: impl Hash + std::fmt::Debug,
    name: &str,
    value: &mut T,
    choices: &[(T, &str)],
    chosen: &str,
) -> Response {
    let chosen = shown(chosen);
    let before = value.clone();
    let width = field_width(ui);
    let combo = ComboBox::from_id_salt(egui::Id::unique(&salt));
    let combo = combo.width(width).selected_text(chosen.as_ref()).truncate().icon(chevron);
    let response = combo.show_ui(ui, |ui| {
        spoken::choices(ui, name);
        for (choice, text) in choices {
            let text = shown(text);
            let response = ui.selectable_value(value, choice.clone(), text.as_ref());
            spoken::selectable(&response, Role::ListBoxOption, *value == *choice, &text);
            if response.clicked() {
                // A click closes the list by itself, a key does not.
                ui.close();
            }
        }
    });
    if *value != before {
        response.response.request_focus();
    }
    let label = words.said_of(name, &chosen);
    spoken::choice(&response.response, response.inner.is_some(), &label);
    focus::comes_back(&response.response, response.inner.is_some());
    response.response
}

/// The sign of a field that opens a list.
pub fn chevron(ui: &Ui, area: Rect, visuals: &WidgetVisuals, _is_open: bool) {
    ui.painter().text(
        area.center(),
        Align2::CENTER_CENTER,
        icons::CHEVRON_DOWN,
        theme::body(),
        visuals.fg_stroke.color,
    );
}

/// Text that explains, in a calm color.
pub fn hint_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(shown_lines(text)).font(theme::small()).color(palette.weak));
}

/// The head of a card or of a part of a form.
pub fn head_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(text).font(theme::title()).color(palette.text));
    ui.add_space(SMALL_GAP);
}
