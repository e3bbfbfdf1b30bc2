//! A file that cannot be read: which one, what is wrong with it, and what there is in its place.

use std::path::Path;

use egui::{Context, Label, RichText, ScrollArea, Ui};

use super::focus_first;
use crate::state::diagnosis::Diagnosis;
use crate::state::{Better, Command};
use crate::text::{diagnosis_lines, file_name, whole_path};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, DIALOG_WIDTH, GAP, Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form, icons};

/// The diagnosis may be long; this much of it is seen at once.
const DETAIL_HEIGHT: f32 = 96.0;

/// What is said of such a file.
#[derive(Clone, Copy)]
pub struct Damage<'a> {
    pub path: &'a Path,
    pub detail: &'a Diagnosis,
    pub better: Option<&'a Better>,
    pub readable: Option<usize>,
    pub is_portfolio: bool,
}

pub fn damaged_ui(ctx: &Context, view: View<'_>, damage: Damage<'_>, commands: &mut Commands) -> Ended {
    let Damage { path, detail, better, readable, is_portfolio } = damage;
    dialog_ui(
        ctx,
        view.say(if is_portfolio { "damaged-title" } else { "damaged-not-portfolio-title" }),
        DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            let wrong = view.words.diagnosis_line(detail, 0);
            let text = view.words.with("damaged-what", &[("file", file_name(path).into()), ("wrong", wrong.into())]);
            ui.label(RichText::new(text).color(palette.text));
            form::hint_ui(ui, &whole_path(path));
            safe_ui(ui, view.say("damaged-left"));
            ui.add_space(SMALL_GAP);
            match better {
                Some(better) => better_ui(ui, view, better),
                None => {
                    ui.label(view.say(if is_portfolio { "damaged-nothing" } else { "damaged-not-portfolio" }));
                }
            }
            if let Some(customers) = readable {
                ui.label(view.words.with("damaged-readable", &[("customers", customers.into())]));
            }
            if diagnosis_lines(detail) > 1 {
                all_of_it_ui(ui, view, detail);
            }
        },
        |ui, (), _| {
            let close = ui.button(view.say("close"));
            if close.clicked() {
                commands.push(Command::CloseDialog);
            }
            focus_first(ui, &close, "damaged");
            if readable.is_some_and(|customers| customers > 0) && ui.button(view.say("damaged-show-readable")).clicked()
            {
                commands.push(Command::ShowReadable);
            }
            if better.is_some() && button::primary_ui(ui, view.say("damaged-open-better"), true).clicked() {
                commands.push(Command::OpenBetter);
            }
        },
    )
}

/// What is safe, with its sign.
fn safe_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = SMALL_GAP;
        ui.label(RichText::new(icons::SHIELD_CHECK).color(palette.good));
        ui.label(RichText::new(text).color(palette.text));
    });
}

fn better_ui(ui: &mut Ui, view: View<'_>, better: &Better) {
    let (at, customers) = (view.words.moment(better.at), better.customers);
    let text = if better.is_complete {
        view.words.with("damaged-better-complete", &[("at", at.into()), ("customers", customers.into())])
    } else {
        view.words.with("damaged-better-part", &[("at", at.into()), ("customers", customers.into())])
    };
    ui.label(RichText::new(text).font(theme::semibold()).color(Palette::of(ui).text));
    form::hint_ui(ui, view.say("damaged-better-hint"));
    ui.add_space(SMALL_GAP);
}

/// The whole diagnosis, a line a fault.
fn all_of_it_ui(ui: &mut Ui, view: View<'_>, detail: &Diagnosis) {
    ui.add_space(GAP);
    form::hint_ui(ui, view.say("damaged-details"));
    let font = theme::small();
    let height = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let area = ScrollArea::vertical().id_salt("damaged-detail").max_height(DETAIL_HEIGHT);
    area.min_scrolled_height(DETAIL_HEIGHT).auto_shrink([false, true]).show_rows(
        ui,
        height,
        diagnosis_lines(detail),
        |ui, range| {
            for line in range.map(|at| view.words.diagnosis_line(detail, at)) {
                let text = RichText::new(&line).font(font.clone()).color(Palette::of(ui).weak);
                ui.add(Label::new(text).truncate()).on_hover_text(line);
            }
        },
    );
}
