//! Partner Center's own answer beside ours: one calm line where the two agree, and both sides' reasons where they do not.

use egui::{Label, RichText, Ui};

use super::details::card_ui;
use super::theme::{self, Palette, SMALL_GAP};
use super::{View, form, icons};
use crate::rules::answers::{Comparison, compare};

pub fn answer_ui(ui: &mut Ui, view: View<'_>) {
    let Some(ledger) = view.session.derived.ledger() else { return };
    let Some(answer) = &ledger.answer else { return };
    let comparisons = compare(&ledger.assessment, answer);
    let palette = Palette::of(ui);
    card_ui(ui, |ui| {
        form::head_ui(ui, view.say("answer-title"));
        ui.spacing_mut().item_spacing.y = SMALL_GAP;
        let differing: Vec<&Comparison<'_>> = comparisons.iter().filter(|comparison| comparison.differs()).collect();
        let same = comparisons.len() - differing.len();
        if comparisons.is_empty() {
            line_ui(ui, icons::CHECK, palette.weak, view.say("answer-none"));
        } else if differing.is_empty() {
            let text = view.words.with("answer-all-same", &[("count", same.into())]);
            line_ui(ui, icons::CHECK, palette.good, &text);
        }
        for comparison in differing {
            difference_ui(ui, view, comparison);
            ui.add_space(SMALL_GAP);
        }
        if same > 0 && same < comparisons.len() {
            let text = view.words.with("answer-others-same", &[("count", same.into())]);
            line_ui(ui, icons::CHECK, palette.weak, &text);
        }
        if let Some(read) = answer.read {
            form::hint_ui(ui, &view.words.with("answer-read", &[("at", view.words.moment(read).into())]));
        }
        form::hint_ui(ui, view.say("answer-hint"));
    });
}

fn line_ui(ui: &mut Ui, icon: &str, color: egui::Color32, text: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(icon).color(color));
        ui.add(Label::new(RichText::new(text).color(palette.text)).wrap());
    });
}

fn difference_ui(ui: &mut Ui, view: View<'_>, comparison: &Comparison<'_>) {
    let palette = Palette::of(ui);
    let naming = view.naming();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(icons::CIRCLE_HELP).color(palette.unknown));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let text = RichText::new(naming.agreement(comparison)).font(theme::semibold()).color(palette.text);
            ui.add(Label::new(text).wrap());
            let theirs = comparison.theirs.map(|theirs| naming.their_reasons(theirs)).unwrap_or_default();
            side_ui(ui, view, "answer-theirs", &theirs);
            let ours = comparison.ours.map(|ours| view_reasons(view, ours)).unwrap_or_default();
            side_ui(ui, view, "answer-ours", &ours);
        });
    });
}

fn view_reasons(view: View<'_>, ours: &crate::rules::TargetAssessment) -> Vec<String> {
    let customer = view.session.derived.ledger().and_then(|ledger| view.portfolio.customers.get(&ledger.customer));
    match customer {
        Some(customer) => view.naming_of(customer).our_reasons(ours),
        None => view.naming().our_reasons(ours),
    }
}

/// One side's reasons, under its name.
fn side_ui(ui: &mut Ui, view: View<'_>, whose: &str, reasons: &[String]) {
    let palette = Palette::of(ui);
    for reason in reasons {
        let text = view.words.with(whose, &[("reason", reason.as_str().into())]);
        ui.add(Label::new(RichText::new(text).color(palette.text)).wrap());
    }
}
