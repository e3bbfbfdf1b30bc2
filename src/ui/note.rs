//! The note just under the subscription ID: it can be upgraded, or why not, or what to find out.

use egui::{Frame, Margin, RichText, Ui};

use super::theme::{self, Palette, RADIUS};
use super::{Commands, View, button, icons, ledger, symbols};
use crate::model::{Customer, Id, Subscription};
use crate::rules::{Finding, Outcome, Question, Verdict, is_upgraded};
use crate::state::{Command, Ledger};

pub fn note_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, subscription: &Subscription, commands: &mut Commands) {
    let Some(ledger) = view.session.derived.ledger() else { return };
    let palette = Palette::of(ui);
    let verdict = ledger.assessment.verdict;
    if let Some(target) = subscription.upgraded_to.as_ref().filter(|_| is_upgraded(subscription)) {
        upgraded_ui(ui, view, customer, target, commands);
        return;
    }
    let frame = Frame::new()
        .fill(symbols::verdict_fill(verdict, palette))
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        match verdict {
            Verdict::Eligible => eligible_ui(ui, view, ledger, commands),
            Verdict::NotEligible | Verdict::NotKnown => blocked_ui(ui, view, customer, ledger, commands),
            Verdict::NoPath => no_path_ui(ui, view, customer, ledger, commands),
        }
    });
    provisional_ui(ui, view, customer, subscription, commands);
}

/// The line that a note begins with.
fn lead_ui(ui: &mut Ui, verdict: Verdict, text: &str) {
    let palette = Palette::of(ui);
    let color = symbols::verdict_color(verdict, palette);
    ui.label(RichText::new(symbols::verdict(verdict)).font(theme::title()).color(color));
    ui.label(RichText::new(text).font(theme::semibold()).color(palette.text));
}

fn eligible_ui(ui: &mut Ui, view: View<'_>, ledger: &Ledger, commands: &mut Commands) {
    ui.horizontal_wrapped(|ui| {
        lead_ui(ui, Verdict::Eligible, view.say("note-eligible"));
        if button::guarded_sign_ui(ui, icons::CIRCLE_ARROW_UP, view.say("upgrade-now"), &view.why_read_only()) {
            commands.push(Command::AskUpgrade { target: None });
        }
    });
    let naming = view.naming();
    let names: Vec<&str> = ledger.assessment.eligible().map(|target| naming.offer_id(&target.target)).collect();
    let text = view.words.with("note-eligible-targets", &[("targets", view.words.list(&names).into())]);
    ui.label(RichText::new(text).color(Palette::of(ui).weak));
}

fn blocked_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, ledger: &Ledger, commands: &mut Commands) {
    let verdict = ledger.assessment.verdict;
    let Some(nearest) = ledger.nearest.as_ref().and_then(|target| ledger.assessment.target(target)) else { return };
    let naming = view.naming_of(customer);
    ui.horizontal_wrapped(|ui| {
        let id = if verdict == Verdict::NotKnown { "note-not-known" } else { "note-not-eligible" };
        lead_ui(ui, verdict, view.say(id));
    });
    if let Some(finding) = nearest.first_reason() {
        ui.label(RichText::new(naming.finding(finding).unwrap_or_default()).color(Palette::of(ui).text));
        help_ui(ui, view, customer, ledger, &nearest.target);
        ui.horizontal_wrapped(|ui| {
            question_link_ui(ui, view, finding, commands);
            let others = nearest.findings.iter().filter(|other| !other.outcome.is_met()).count() - 1;
            let text = view.words.with(
                "note-nearest",
                &[("target", view.naming().offer_id(&nearest.target).into()), ("others", others.into())],
            );
            if button::link_ui(ui, &text).clicked() {
                commands.push(Command::ShowReasons { target: nearest.target.clone() });
                ledger::go_to_reasons(ui, &nearest.target);
            }
        });
    }
}

/// What would help with a target, in the order in which the ledger lists it.
fn help_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, ledger: &Ledger, target: &Id) {
    let targets = ledger.assessment.targets.iter().zip(&ledger.targets);
    let Some((_, help)) = targets.into_iter().find(|(judged, _)| judged.target == *target) else { return };
    let naming = view.naming_of(customer);
    for remedy in &help.way_out.remedies {
        let text = view.words.with("note-help", &[("remedy", naming.remedy(remedy).into())]);
        ui.label(RichText::new(text).color(Palette::of(ui).text));
    }
    if !help.way_out.closed_by.is_empty() {
        ui.label(RichText::new(naming.closed_by(&help.way_out.closed_by)).color(Palette::of(ui).weak));
    }
}

/// Where an answer to a question is entered, when it is not on this form.
pub fn question_link_ui(ui: &mut Ui, view: View<'_>, finding: &Finding, commands: &mut Commands) {
    let Outcome::NotKnown(question) = &finding.outcome else { return };
    let (id, command) = match question {
        Question::Standing | Question::Role => ("open-account", Command::AskAccount),
        Question::DelegatedAdmin { .. } => ("open-customer", Command::AskEditCustomer),
        Question::Conflicts { offers, .. } => match offers.first() {
            Some(offer) => ("open-offer", Command::ShowOffer(offer.clone())),
            None => return,
        },
        Question::Status { .. }
        | Question::Holdings { .. }
        | Question::AddOns { .. }
        | Question::Cycle { .. }
        | Question::Channel { .. } => return,
    };
    if button::link_ui(ui, view.say(id)).clicked() {
        commands.push(command);
    }
}

fn no_path_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, ledger: &Ledger, commands: &mut Commands) {
    let Some(reason) = &ledger.assessment.no_path else { return };
    ui.horizontal_wrapped(|ui| {
        lead_ui(ui, Verdict::NoPath, view.naming_of(customer).no_path(reason));
        if let crate::rules::NoPathReason::OfferNotInCatalog { offer } = reason
            && button::link_ui(ui, view.say("open-offer")).clicked()
        {
            commands.push(Command::ShowOffer(offer.clone()));
        }
    });
}

/// The subscription was closed by a recorded upgrade.
fn upgraded_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, target: &Id, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.raised).corner_radius(RADIUS).inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::CIRCLE_ARROW_UP).font(theme::title()).color(palette.accent));
            ui.label(RichText::new(view.say("note-upgraded")).font(theme::semibold()).color(palette.text));
            if customer.subscription(target).is_some() && button::link_ui(ui, view.say("note-upgraded-show")).clicked()
            {
                commands
                    .push(Command::SelectSubscription { customer: customer.id.clone(), subscription: target.clone() });
            }
        });
    });
}

/// A new subscription of a recorded upgrade: its tasks, and where Partner Center's own id is entered.
fn provisional_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    commands: &mut Commands,
) {
    let Some((_, upgrade)) = view.upgrade_to(&customer.id, &subscription.id) else { return };
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(icons::CLIPBOARD_LIST).color(palette.accent));
        let open = upgrade.open_tasks();
        let text = if open == 0 {
            view.say("note-tasks-done").to_owned()
        } else {
            view.words.with("note-tasks-open", &[("open", open.into()), ("all", upgrade.tasks.len().into())])
        };
        ui.label(RichText::new(text).color(palette.text));
        if button::link_ui(ui, view.say("note-tasks-show")).clicked() {
            commands.push(Command::ShowTasks { target: upgrade.target.clone() });
        }
    });
    if upgrade.provisional {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::KEY_ROUND).color(palette.unknown));
            ui.label(RichText::new(view.say("note-provisional")).color(palette.unknown));
            if button::link_ui(ui, view.say("enter-real-id")).clicked() {
                commands.push(Command::AskRealId { source: upgrade.source.clone() });
            }
        });
    }
}
