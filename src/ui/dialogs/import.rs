//! An import: how each file is read, what it makes likely, and what it would change, shown before it counts.

mod asks;
mod guess;
mod likely;
mod mapping;
mod problems;

use egui::accesskit::Role;
use egui::{Context, ProgressBar, RichText, Ui, WidgetInfo};

use super::cancel_ui;
use super::plan::{Choosing, Sense, count_chip_ui, plan_ui, takeable, word};
use crate::exchange::incoming::Asks;
use crate::exchange::merge::{Counts, Kind, Take};
use crate::state::{Command, Drafts, ImportDraft, ImportFile, Importing, Reading};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, GAP, Palette, SMALL_GAP, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form, icons, spoken};

/// The lines above and below the list.
const KEPT_FREE: f32 = 420.0;

pub fn import_ui(
    ctx: &Context,
    view: View<'_>,
    importing: &Importing,
    drafts: &mut Drafts,
    commands: &mut Commands,
) -> Ended {
    let mut asked = Commands::new();
    let ended = dialog_ui(
        ctx,
        view.say("import-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            files_ui(ui, importing, &mut asked);
            if let Some(file) = importing.file() {
                file_ui(ui, view, file, &mut drafts.import, &mut asked);
            }
        },
        |ui, (), _| buttons_ui(ui, view, importing, commands),
    );
    commands.append(&mut asked);
    ended
}

/// The files of the import, where there are several.
fn files_ui(ui: &mut Ui, importing: &Importing, commands: &mut Commands) {
    if importing.files.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (at, file) in importing.files.iter().enumerate() {
            let sign = match &file.reading {
                Reading::Waiting | Reading::UnderWay { .. } => icons::CLOCK,
                Reading::Failed { .. } => icons::TRIANGLE_ALERT,
                Reading::Done(incoming) if needs_an_answer(&incoming.asks) => icons::CIRCLE_HELP,
                Reading::Done(_) => icons::CHECK,
            };
            let name = file.name();
            let is_shown = at == importing.shown;
            let response = ui.selectable_label(is_shown, format!("{sign}  {}", shown(&name)));
            spoken::selectable(&response, Role::Tab, is_shown, &name);
            if response.clicked() {
                commands.push(Command::ShowImported(at));
            }
        }
    });
    ui.separator();
}

const fn needs_an_answer(asks: &Asks) -> bool {
    let Asks { customer, subscription, mapping } = *asks;
    customer || subscription || mapping
}

fn file_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, draft: &mut ImportDraft, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(shown(&file.name())).font(theme::semibold()).color(palette.text));
    match &file.reading {
        Reading::Waiting => form::hint_ui(ui, view.say("import-waiting")),
        Reading::UnderWay { read, size } => reading_ui(ui, view, *read, *size),
        Reading::Failed { detail } => {
            form::problem_ui(ui, &view.words.told(detail));
            guess::otherwise_ui(ui, view, file, draft, commands);
        }
        Reading::Done(incoming) => {
            guess::guess_ui(ui, view, file, incoming, draft, commands);
            asks::asks_ui(ui, view, file, incoming, draft, commands);
            mapping::mapping_ui(ui, view, file, incoming, draft, commands);
            likely::likely_ui(ui, view, file, incoming, commands);
            problems::problems_ui(ui, view, incoming, draft, commands);
            changes_ui(ui, view, file, draft, commands);
        }
    }
}

fn reading_ui(ui: &mut Ui, view: View<'_>, read: u64, size: u64) {
    // A share of a bar needs no more exactness than a float of this size has.
    #[expect(clippy::cast_precision_loss, reason = "a bar is some hundred points wide")]
    let share = if size == 0 { 0.0 } else { (read as f64 / size as f64).clamp(0.0, 1.0) };
    #[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 1")]
    let bar = ProgressBar::new(share as f32).desired_width(ui.available_width());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 100")]
    let percent = (share * 100.0).round() as u8;
    let response = ui.add(bar);
    let text = view.words.with("import-reading", &[("share", view.words.percent(percent).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &text));
    form::hint_ui(ui, &text);
}

/// The counts, by which the list is narrowed, and the list itself.
fn changes_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, draft: &mut ImportDraft, commands: &mut Commands) {
    let Some(plan) = &file.plan else { return };
    ui.add_space(GAP);
    let all = file.counts.each().into_iter().fold([0_usize; 7], |sum, counts| {
        let of = by_kind(&counts);
        std::array::from_fn(|at| sum.get(at).copied().unwrap_or_default() + of.get(at).copied().unwrap_or_default())
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(SMALL_GAP, SMALL_GAP);
        for (kind, count) in Kind::ALL.into_iter().zip(all) {
            if count > 0 || draft.shows == Some(kind) {
                kind_ui(ui, view, kind, count, draft);
            }
        }
        // New, changed, in conflict, new ids and left out: what can be taken or not.
        if all.iter().take(5).sum::<usize>() > 1 {
            let has_left_out = file.selection.rows.values().any(|take| *take == Take::Nothing);
            let (all, take) =
                if has_left_out { ("import-take-all", None) } else { ("import-take-none", Some(Take::Nothing)) };
            if button::link_ui(ui, view.say(all)).clicked() {
                commands.push(Command::TakeRows { rows: takeable(plan), take });
            }
        }
    });
    ui.add_space(SMALL_GAP);
    let mut choosing = Choosing { selection: &file.selection, commands };
    plan_ui(ui, view, plan, (Sense::Would, draft.shows), Some(&mut choosing), KEPT_FREE);
}

/// In the order of [`Kind::ALL`].
const fn by_kind(counts: &Counts) -> [usize; 7] {
    let Counts { new, changed, unchanged, conflicts, real_selves, not_in_file, left_out } = *counts;
    [new, changed, conflicts, real_selves, left_out, not_in_file, unchanged]
}

fn kind_ui(ui: &mut Ui, view: View<'_>, kind: Kind, count: usize, draft: &mut ImportDraft) {
    let is_on = draft.shows == Some(kind);
    if count_chip_ui(ui, view, word(Sense::Would, kind), count, is_on) {
        draft.shows = (!is_on).then_some(kind);
    }
}

fn buttons_ui(ui: &mut Ui, view: View<'_>, importing: &Importing, commands: &mut Commands) {
    let (new, changed) = importing.counts();
    let palette = Palette::of(ui);
    if importing.is_read() {
        let hint = view.say(if new + changed > 0 { "import-hint" } else { "import-nothing-taken" });
        ui.label(RichText::new(hint).font(theme::small()).color(palette.weak));
    } else {
        // What stands behind it keeps its id, and the focus.
        ui.skip_ahead_auto_ids(1);
    }
    cancel_ui(ui, view, commands);
    let text = view.words.with("import-confirm", &[("count", (new + changed).into())]);
    if button::primary_ui(ui, &text, importing.is_read() && new + changed > 0).clicked() {
        commands.push(Command::ConfirmImport);
    }
}
