//! The ledger: targets × conditions, and below it what stands in the way of the target that is looked at.

use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::details::card_ui;
use super::note::question_link_ui;
use super::theme::{self, GAP, LEDGER_LABEL_WIDTH, LEDGER_TARGET_WIDTH, LEDGER_WIDEST_TARGET, Palette, SMALL_GAP};
use super::{Commands, View, button, form, icons, spoken, symbols};
use crate::model::{Customer, Id, Subscription};
use crate::rules::{Condition, ConditionId, Finding, Outcome, Source, TargetAssessment};
use crate::state::{Command, Ledger, TargetLedger};
use crate::text::shown;

const ROW: f32 = 24.0;

pub fn ledger_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    commands: &mut Commands,
) {
    let Some(ledger) = view.session.derived.ledger() else { return };
    if ledger.assessment.targets.is_empty() {
        return;
    }
    let looked_at = looked_at(view, ledger);
    card_ui(ui, |ui| {
        form::head_ui(ui, view.say("ledger-title"));
        grid_ui(ui, view, ledger, looked_at, commands);
        ui.add_space(GAP);
        let targets = ledger.assessment.targets.iter().zip(&ledger.targets);
        if let Some((target, help)) = targets.into_iter().find(|(target, _)| Some(&target.target) == looked_at) {
            reasons_ui(ui, view, customer, subscription, target, help, commands);
        }
    });
}

/// The target whose reasons are shown: the one asked for, else the first eligible, else the one that needs least.
fn looked_at<'a>(view: View<'a>, ledger: &'a Ledger) -> Option<&'a Id> {
    let asked = view.session.shown_target.as_ref().filter(|target| ledger.assessment.target(target).is_some());
    let eligible = || ledger.assessment.eligible().next().map(|target| &target.target);
    asked.or_else(eligible).or(ledger.nearest.as_ref())
}

/// The names of the targets as their columns are headed: without what all share, in two lines where a name of two parts is
/// too long for one.
fn heads(ui: &Ui, view: View<'_>, ledger: &Ledger, width: f32) -> Vec<String> {
    let naming = view.naming();
    let fits = |name: &str| {
        let galley = ui.painter().layout_no_wrap(name.to_owned(), theme::semibold(), Color32::PLACEHOLDER);
        galley.size().x <= width
    };
    let parted = |name: String| if fits(&name) { name } else { name.replacen(' ', "\n", 1) };
    let short = |name: &str| name.strip_prefix("Office 365 ").unwrap_or(name).to_owned();
    let footnote = |id: &Id| {
        let paths = view.session.catalog.paths.iter().flat_map(|path| &path.targets);
        paths
            .into_iter()
            .find(|target| target.offer == *id)
            .and_then(|target| target.footnote.clone())
            .unwrap_or_default()
    };
    ledger
        .assessment
        .targets
        .iter()
        .map(|target| parted(format!("{}{}", short(&shown(naming.offer_id(&target.target))), footnote(&target.target))))
        .collect()
}

fn grid_ui(ui: &mut Ui, view: View<'_>, ledger: &Ledger, looked_at: Option<&Id>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let targets = &ledger.assessment.targets;
    #[expect(clippy::cast_precision_loss, reason = "three targets at most")]
    let column = ((ui.available_width() - LEDGER_LABEL_WIDTH) / targets.len() as f32)
        .clamp(LEDGER_TARGET_WIDTH, LEDGER_WIDEST_TARGET);
    #[expect(clippy::cast_precision_loss, reason = "three targets at most")]
    let label_width = (ui.available_width() - column * targets.len() as f32).max(120.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    head_row_ui(ui, view, ledger, looked_at, label_width, column, commands);
    let mut source = None;
    for condition in view.session.rules.conditions {
        let group = condition.source == Source::Page;
        if source != Some(group) {
            source = Some(group);
            ui.add_space(SMALL_GAP);
            let id = if group { "ledger-group-page" } else { "ledger-group-beyond" };
            ui.label(RichText::new(view.say(id)).font(theme::small()).color(palette.weak));
        }
        condition_row_ui(ui, view, condition, targets, label_width, column, commands);
    }
    footnotes_ui(ui, view, ledger);
}

fn head_row_ui(
    ui: &mut Ui,
    view: View<'_>,
    ledger: &Ledger,
    looked_at: Option<&Id>,
    label_width: f32,
    column: f32,
    commands: &mut Commands,
) {
    let palette = Palette::of(ui);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), Sense::hover());
    let names = heads(ui, view, ledger, column - 2.0 * SMALL_GAP);
    for (at, (target, name)) in ledger.assessment.targets.iter().zip(&names).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three targets at most")]
        let left = row.left() + label_width + column * at as f32;
        let area = Rect::from_min_size(pos2(left, row.top()), vec2(column, row.height())).shrink(2.0);
        let is_on = looked_at == Some(&target.target);
        let full = &*shown(view.naming().offer_id(&target.target));
        let verdict = view.words.verdict(target.verdict);
        let response = ui.interact(area, ui.scope_id().with(("target", at)), Sense::click()).on_hover_text(full);
        let sentence = view.words.with("ledger-target", &[("target", full.into()), ("verdict", verdict.into())]);
        spoken::selectable(&response, Role::Tab, is_on, &sentence);
        spoken::description(&response, &reasons_of(view, target));
        if is_on && are_wanted(ui, &target.target) {
            response.request_focus();
        }
        if is_on || response.hovered() {
            ui.painter().rect_filled(area, 4.0, if is_on { palette.selection } else { palette.raised });
        }
        let painter = ui.painter().with_clip_rect(area);
        let lines = name.lines().count();
        for (line, text) in name.lines().enumerate() {
            // One line stands in the middle of the room for two.
            #[expect(clippy::cast_precision_loss, reason = "one or two lines")]
            let down = if lines == 1 { 14.0 } else { 6.0 + 16.0 * line as f32 };
            let top = area.center_top() + vec2(0.0, down);
            painter.text(top, Align2::CENTER_TOP, text, theme::semibold(), palette.text);
        }
        let color = symbols::verdict_color(target.verdict, palette);
        let text = format!("{} {}", symbols::verdict(target.verdict), view.say(short_verdict(target)));
        painter.text(area.center_bottom() - vec2(0.0, 4.0), Align2::CENTER_BOTTOM, text, theme::small(), color);
        if response.clicked() {
            commands.push(Command::ShowReasons { target: target.target.clone() });
        }
    }
}

const fn short_verdict(target: &TargetAssessment) -> &'static str {
    match target.verdict {
        crate::rules::Verdict::Eligible => "short-eligible",
        crate::rules::Verdict::NotKnown => "short-not-known",
        crate::rules::Verdict::NotEligible | crate::rules::Verdict::NoPath => "short-not-eligible",
    }
}

fn condition_row_ui(
    ui: &mut Ui,
    view: View<'_>,
    condition: &Condition,
    targets: &[TargetAssessment],
    label_width: f32,
    column: f32,
    commands: &mut Commands,
) {
    let palette = Palette::of(ui);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = view.words.condition(condition.id);
    let outcomes: Vec<String> = targets
        .iter()
        .filter_map(|target| Some((target, target.finding(condition.id)?)))
        .map(|(target, finding)| {
            let outcome = view.say(symbols::outcome_word(&finding.outcome));
            view.words.said_of(view.naming().offer_id(&target.target), outcome)
        })
        .collect();
    let outcomes = view.words.list(&outcomes);
    let spoken = view.words.with("ledger-row", &[("condition", name.into()), ("outcomes", outcomes.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(row, 4.0, palette.raised);
    }
    ui.painter().hline(row.x_range(), row.bottom(), Stroke::new(1.0, palette.border.gamma_multiply(0.6)));
    let label = Rect::from_min_size(row.min, vec2(label_width, ROW)).shrink2(vec2(SMALL_GAP, 0.0));
    let painter = ui.painter().with_clip_rect(label);
    let whole = painter.layout_no_wrap(name.to_owned(), theme::body(), palette.text);
    let drawn = if whole.size().x <= label.width() { name } else { view.words.condition_short(condition.id) };
    painter.text(label.left_center(), Align2::LEFT_CENTER, drawn, theme::body(), palette.text);
    for (at, target) in targets.iter().enumerate() {
        let Some(finding) = target.finding(condition.id) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "three targets at most")]
        let left = row.left() + label_width + column * at as f32;
        let area = Rect::from_min_size(pos2(left, row.top()), vec2(column, ROW));
        let color = symbols::outcome_color(&finding.outcome, palette);
        let word = view.say(symbols::outcome_word(&finding.outcome));
        let text = format!("{} {word}", symbols::outcome(&finding.outcome));
        ui.painter().with_clip_rect(area).text(area.center(), Align2::CENTER_CENTER, text, theme::small(), color);
    }
    let response = response.on_hover_ui(|ui| {
        ui.label(view.words.condition_text(condition.id));
        form::hint_ui(ui, &view.words.source(condition.source));
    });
    if response.clicked() {
        commands.push(Command::ShowCondition(condition.id));
    }
}

/// The marks behind the names of targets, explained as far as the page explains them.
fn footnotes_ui(ui: &mut Ui, view: View<'_>, ledger: &Ledger) {
    let catalog = &view.session.catalog;
    let targets: Vec<&Id> = ledger.assessment.targets.iter().map(|target| &target.target).collect();
    let marks = catalog.paths.iter().flat_map(|path| &path.targets).filter(|target| targets.contains(&&target.offer));
    let marks: Vec<&String> = marks.filter_map(|target| target.footnote.as_ref()).collect();
    for footnote in catalog.footnotes.iter().filter(|footnote| marks.contains(&&footnote.mark)) {
        ui.add_space(SMALL_GAP);
        form::hint_ui(ui, &format!("{} {}", footnote.mark, view.say("footnote-premium")));
    }
}

fn wanted() -> egui::Id {
    egui::Id::unique("reasons-wanted")
}

/// Asks for the reasons of a target to be scrolled to, and for its head to take the focus, when they are drawn next: a
/// screen reader reads them with the head, and Tab goes on from there.
pub fn go_to_reasons(ui: &Ui, target: &Id) {
    ui.data_mut(|data| data.insert_temp(wanted(), target.clone()));
}

/// Whether the reasons of a target were asked for, and not drawn yet.
fn are_wanted(ui: &Ui, target: &Id) -> bool {
    ui.data(|data| data.get_temp::<Id>(wanted())).as_ref() == Some(target)
}

/// What is in the way of a target, as a screen reader is told of it.
fn reasons_of(view: View<'_>, target: &TargetAssessment) -> String {
    let customer = view.session.derived.ledger().and_then(|ledger| view.portfolio.customers.get(&ledger.customer));
    let naming = customer.map_or_else(|| view.naming(), |customer| view.naming_of(customer));
    let reasons: Vec<String> = target.findings.iter().filter_map(|finding| naming.finding(finding)).collect();
    reasons.join("\n")
}

fn reasons_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &TargetAssessment,
    help: &TargetLedger,
    commands: &mut Commands,
) {
    let palette = Palette::of(ui);
    let name = view.naming().offer_id(&target.target);
    ui.spacing_mut().item_spacing.y = 6.0;
    if are_wanted(ui, &target.target) {
        ui.data_mut(|data| data.remove::<Id>(wanted()));
        ui.scroll_to_cursor(Some(egui::Align::Center));
    }
    // A line of text in a row would else be as high as a button, and the next one further from it than the third.
    ui.spacing_mut().interact_size.y = 0.0;
    if target.findings.iter().all(|finding| finding.outcome.is_met()) {
        ui.horizontal_wrapped(|ui| {
            let text = view.words.with("reasons-none", &[("target", name.into())]);
            ui.label(RichText::new(text).color(palette.text));
            if button::link_ui(ui, view.say("upgrade-to-this")).clicked() {
                commands.push(Command::AskUpgrade { target: Some(target.target.clone()) });
            }
        });
        return;
    }
    let title = view.words.with("reasons-title", &[("target", name.into())]);
    ui.label(RichText::new(title).font(theme::semibold()).color(palette.text));
    for finding in target.findings.iter().filter(|finding| !finding.outcome.is_met()) {
        reason_ui(ui, view, customer, finding, commands);
    }
    remedies_ui(ui, view, customer, subscription, target, help, commands);
}

fn reason_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, finding: &Finding, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let naming = view.naming_of(customer);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let color = symbols::outcome_color(&finding.outcome, palette);
        ui.label(RichText::new(symbols::outcome(&finding.outcome)).color(color));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let text = RichText::new(naming.finding(finding).unwrap_or_default()).color(palette.text);
            ui.add(egui::Label::new(text).wrap());
            ui.horizontal_wrapped(|ui| {
                evidence_ui(ui, view, customer, &finding.outcome, commands);
                question_link_ui(ui, view, finding, commands);
                if matches!(finding.outcome, Outcome::NotMet(_))
                    && finding.condition == ConditionId::DelegatedAdmin
                    && button::link_ui(ui, view.say("open-customer-short")).clicked()
                {
                    commands.push(Command::AskEditCustomer);
                }
            });
        });
    });
}

/// The deciding records as links, where they are others than the one that is shown.
fn evidence_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, outcome: &Outcome, commands: &mut Commands) {
    for id in outcome.evidence() {
        if Some(&id) == view.session.selection.subscription.as_ref() {
            continue;
        }
        let Some(record) = customer.subscription(&id) else { continue };
        let text = format!("{} {}", icons::LINK, view.naming().subscription(record));
        if button::link_ui(ui, &text).on_hover_text(shown(id.as_str())).clicked() {
            commands.push(Command::SelectSubscription { customer: customer.id.clone(), subscription: id.clone() });
        }
    }
}

fn remedies_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &TargetAssessment,
    help: &TargetLedger,
    commands: &mut Commands,
) {
    let palette = Palette::of(ui);
    let naming = view.naming_of(customer);
    let way = &help.way_out;
    if !way.closed_by.is_empty() {
        ui.add_space(SMALL_GAP);
        form::hint_ui(ui, &naming.closed_by(&way.closed_by));
    } else if !way.remedies.is_empty() {
        ui.add_space(SMALL_GAP);
        ui.label(RichText::new(view.say("remedies-title")).font(theme::semibold()).color(palette.text));
        for (at, remedy) in way.remedies.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new(format!("{}.", at + 1)).color(palette.accent));
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add(egui::Label::new(RichText::new(naming.remedy(remedy)).color(palette.text)).wrap());
                    if let Some(mail) = naming.remedy_mail(remedy, &view.portfolio.partner.name)
                        && button::link_ui(ui, view.say("copy-mail")).clicked()
                    {
                        commands.push(Command::CopyText(mail));
                    }
                });
            });
        }
        let then = if way.then == crate::rules::Verdict::Eligible {
            "remedies-then-eligible"
        } else {
            "remedies-then-not-known"
        };
        form::hint_ui(ui, view.say(then));
    }
    for instead in &help.instead {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::INFO).color(palette.accent));
            ui.label(RichText::new(naming.add_instead(instead, &target.target)).color(palette.text));
            if instead.subscription != subscription.id && button::link_ui(ui, view.say("show-record")).clicked() {
                commands.push(Command::SelectSubscription {
                    customer: customer.id.clone(),
                    subscription: instead.subscription.clone(),
                });
            }
        });
    }
}
