//! The open portfolio beside a file: which verdicts turned and why, and which records are new, gone or changed. It changes nothing.

use std::sync::Arc;

use egui::{Context, Id, Label, RichText, ScrollArea, Ui};

use super::plan::{Sense, change_ui, count_chip_ui, line_ui, plan_ui, word};
use crate::exchange::merge::{Counts, Kind};
use crate::rules::Verdict;
use crate::rules::conditions::Outcome;
use crate::state::{Command, CompareOutcome, ComparePart, Comparing, Comparison, Drafts, Turned};
use crate::text::{file_name, shown, told};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, GAP, Palette, SMALL_GAP, WIDE_DIALOG_WIDTH, WIDE_GAP};
use crate::ui::{Commands, View, button, fit_rows, form, list_height, scroll, symbols};

/// The lines above and below the list.
const KEPT_FREE: f32 = 300.0;
/// Two verdicts and the way to the record, beside its name.
const VERDICTS_WIDTH: f32 = 400.0;

pub fn compare_ui(
    ctx: &Context,
    view: View<'_>,
    comparing: &Comparing,
    drafts: &mut Drafts,
    commands: &mut Commands,
) -> Ended {
    let mut asked = Commands::new();
    let ended = dialog_ui(
        ctx,
        view.say("compare-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            sides_ui(ui, view, comparing, &mut asked);
            ui.add_space(SMALL_GAP);
            match &comparing.outcome {
                None => form::hint_ui(ui, view.say("compare-under-way")),
                Some(CompareOutcome::Failed { detail }) => {
                    form::problem_ui(
                        ui,
                        &view.words.with("compare-failed", &[("detail", view.words.told(detail).into())]),
                    );
                }
                Some(CompareOutcome::Done { found, is_partial }) => {
                    if *is_partial {
                        form::problem_ui(ui, view.say("compare-partial"));
                    }
                    if found.is_empty() {
                        ui.label(view.say("compare-same"));
                    } else {
                        found_ui(ui, view, found, &mut drafts.compare.part, &mut asked);
                    }
                }
            }
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    );
    commands.append(&mut asked);
    ended
}

/// Which of the two is what was.
fn sides_ui(ui: &mut Ui, view: View<'_>, comparing: &Comparing, commands: &mut Commands) {
    let name = file_name(&comparing.path);
    let id = if comparing.file_is_older { "compare-since-file" } else { "compare-until-file" };
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(view.words.with(id, &[("file", name.into())])).wrap());
        if comparing.outcome.is_some() && button::link_ui(ui, view.say("compare-swap")).clicked() {
            commands.push(Command::SwapCompared);
        }
    });
}

/// The kinds of records that can differ between two portfolios.
const KINDS: [Kind; 5] = [Kind::New, Kind::NotInFile, Kind::Changed, Kind::RealSelf, Kind::LeftOut];

fn count_of(counts: &Counts, kind: Kind) -> usize {
    match kind {
        Kind::New => counts.new,
        Kind::Changed => counts.changed,
        Kind::Conflict => counts.conflicts,
        Kind::RealSelf => counts.real_selves,
        Kind::LeftOut => counts.left_out,
        Kind::NotInFile => counts.not_in_file,
        Kind::Unchanged => counts.unchanged,
    }
}

fn found_ui(
    ui: &mut Ui,
    view: View<'_>,
    found: &Arc<Comparison>,
    part: &mut Option<ComparePart>,
    commands: &mut Commands,
) {
    let Comparison { plan, counts, turned, history } = &**found;
    let first = if turned.is_empty() { ComparePart::Records(None) } else { ComparePart::Verdicts };
    let shown_part = part.unwrap_or(first);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(SMALL_GAP, SMALL_GAP);
        if count_chip_ui(ui, view, "compare-verdicts", turned.len(), shown_part == ComparePart::Verdicts) {
            *part = Some(ComparePart::Verdicts);
        }
        let counts = counts.each();
        for kind in KINDS {
            let count = counts.iter().map(|counts| count_of(counts, kind)).sum();
            let this = ComparePart::Records(Some(kind));
            let is_on = shown_part == this;
            if (count > 0 || is_on) && count_chip_ui(ui, view, word(Sense::Has, kind), count, is_on) {
                *part = Some(if is_on { ComparePart::Records(None) } else { this });
            }
        }
    });
    if *history != (0, 0) {
        let (new, gone) = *history;
        form::hint_ui(ui, &view.words.with("compare-history", &[("new", new.into()), ("gone", gone.into())]));
    }
    ui.add_space(SMALL_GAP);
    match shown_part {
        ComparePart::Verdicts if turned.is_empty() => {
            ui.label(view.say("compare-no-verdicts"));
        }
        ComparePart::Verdicts => turned_ui(ui, view, found, commands),
        ComparePart::Records(kind) => plan_ui(ui, view, plan, (Sense::Has, kind), None, KEPT_FREE),
    }
}

/// One line of the list of verdicts, by its places.
#[derive(Clone, Copy, Debug)]
enum Line {
    Subscription(usize),
    Target(usize, usize),
    Condition(usize, usize, usize),
}

fn lines_of(turned: &[Turned]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, subscription) in turned.iter().enumerate() {
        lines.push(Line::Subscription(at));
        for (of, target) in subscription.targets.iter().enumerate() {
            lines.push(Line::Target(at, of));
            lines.extend((0..target.conditions.len()).map(|condition| Line::Condition(at, of, condition)));
        }
    }
    lines
}

/// The lines of the comparison that is shown, which are worked out once.
#[derive(Clone)]
struct Cache {
    found: Arc<Comparison>,
    lines: Arc<Vec<Line>>,
}

fn cached(ui: &Ui, found: &Arc<Comparison>) -> Arc<Vec<Line>> {
    let id = Id::unique("turned-lines");
    let kept: Option<Cache> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| Arc::ptr_eq(&kept.found, found)) {
        return kept.lines;
    }
    let lines = Arc::new(lines_of(&found.turned));
    ui.data_mut(|data| data.insert_temp(id, Cache { found: Arc::clone(found), lines: Arc::clone(&lines) }));
    lines
}

fn turned_ui(ui: &mut Ui, view: View<'_>, found: &Arc<Comparison>, commands: &mut Commands) {
    let lines = cached(ui, found);
    let height = list_height(ui, KEPT_FREE);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("turned").max_height(height).min_scrolled_height(height);
    let row_height = theme::row_height(ui) - SMALL_GAP;
    area.auto_shrink([false, true]).show_rows(ui, row_height, lines.len(), |ui, range| {
        fit_rows(ui, row_height);
        scroll::stop_ui(ui, view.say("compare-verdicts"));
        for line in lines.get(range).unwrap_or_default() {
            let _drawn = turned_line_ui(ui, view, &found.turned, *line, commands);
        }
    });
}

/// `None` where there is no such line, which the list does not have.
fn turned_line_ui(ui: &mut Ui, view: View<'_>, turned: &[Turned], line: Line, commands: &mut Commands) -> Option<()> {
    match line {
        Line::Subscription(at) => subscription_ui(ui, view, turned.get(at)?, commands),
        Line::Target(at, of) => {
            let target = turned.get(at)?.targets.get(of)?;
            let verdict = |verdict: Option<Verdict>| {
                verdict.map_or_else(|| view.say("compare-no-target"), |verdict| view.words.verdict(verdict))
            };
            let name = view.naming().offer_id(&target.offer);
            change_ui(ui, &shown(name), verdict(target.old), verdict(target.new), None, WIDE_GAP);
        }
        Line::Condition(at, of, condition) => {
            let condition = turned.get(at)?.targets.get(of)?.conditions.get(condition)?;
            let outcome = |outcome: &Option<Outcome>| match outcome {
                None => view.say("compare-not-asked"),
                Some(outcome) => view.say(symbols::outcome_word(outcome)),
            };
            let (old, new) = (outcome(&condition.old), outcome(&condition.new));
            change_ui(ui, view.words.condition(condition.condition), old, new, None, 2.0 * WIDE_GAP);
        }
    }
    Some(())
}

fn subscription_ui(ui: &mut Ui, view: View<'_>, turned: &Turned, commands: &mut Commands) {
    let Turned { customer, company_name, subscription, old, new, targets: _ } = turned;
    let palette = Palette::of(ui);
    let record = view.portfolio.customers.get(customer).and_then(|customer| customer.subscription(subscription));
    let name =
        record.map_or_else(|| subscription.as_str().into(), |record| view.naming().subscription(record).to_owned());
    let company = if company_name.is_empty() { customer.as_str() } else { company_name };
    line_ui(ui, 0.0, |ui| {
        let text = format!("{} · {}", shown(company), shown(&told(&name)));
        let most = ui.available_width() - VERDICTS_WIDTH;
        ui.scope(|ui| {
            ui.set_max_width(most);
            let text = RichText::new(text).font(theme::semibold()).color(palette.text);
            ui.add(Label::new(text).truncate());
        });
        ui.add_space(GAP);
        for (at, verdict) in [*old, *new].into_iter().enumerate() {
            if at > 0 {
                ui.label(RichText::new(crate::ui::icons::ARROW_RIGHT).color(palette.weak));
            }
            let color = symbols::verdict_color(verdict, palette);
            let text = format!("{}  {}", symbols::verdict(verdict), view.words.verdict(verdict));
            ui.label(RichText::new(text).font(theme::small()).color(color));
        }
        if record.is_some() && button::link_ui(ui, view.say("compare-show")).clicked() {
            let (customer, subscription) = (customer.clone(), Some(subscription.clone()));
            commands.push(Command::ShowRecord { customer, subscription });
        }
    });
}
