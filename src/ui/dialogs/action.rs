//! Suspend, Reactivate, Cancel: what will happen, to which records, before it does.

use egui::{Context, RichText};

use super::{cancel_as_ui, focus_first};
use crate::rules::lifecycle::{self, Action};
use crate::state::Command;
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button, form};

pub fn action_ui(ctx: &Context, view: View<'_>, action: Action, commands: &mut Commands) -> Ended {
    let Some((customer, subscription)) = view.selected() else { return Ended::Dismissed };
    let refusal = lifecycle::check(view.setting(), customer, subscription, action).err();
    let refusal = refusal.map(|refusal| view.words.action_refusal(&refusal));
    let what = match action {
        Action::Suspend => "action-suspend-what",
        Action::Reactivate => "action-reactivate-what",
        Action::Cancel | Action::ChangeLicenses { .. } => "action-cancel-what",
    };
    let follows = |status| lifecycle::starts_from(action, status);
    let add_ons: Vec<&str> = customer
        .add_ons(&subscription.id)
        .filter(|add_on| action != Action::Reactivate && follows(&add_on.status))
        .map(|add_on| view.naming().subscription(add_on))
        .collect();
    dialog_ui(
        ctx,
        view.words.action(action),
        DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            ui.label(
                RichText::new(shown(view.naming().subscription(subscription)))
                    .font(theme::semibold())
                    .color(palette.text),
            );
            form::hint_ui(ui, subscription.id.as_str());
            ui.label(view.say(what));
            if !add_ons.is_empty() {
                let text = view.words.with(
                    "action-add-ons",
                    &[("count", add_ons.len().into()), ("records", view.words.list(&add_ons).into())],
                );
                ui.label(RichText::new(text).color(palette.unknown));
            }
            if let Some(refusal) = &refusal {
                form::problem_ui(ui, refusal);
            }
            form::hint_ui(ui, view.say("recorded-here"));
        },
        |ui, (), _| {
            // Beside what cancels a subscription, "Cancel" could mean either.
            let stay = if action == Action::Cancel { "keep-subscription" } else { "cancel" };
            let cancel = cancel_as_ui(ui, view, stay, commands);
            if action == Action::Cancel || refusal.is_some() {
                focus_first(ui, &cancel, "action");
            }
            let label = view.words.action(action);
            let pressed = if action == Action::Cancel && refusal.is_none() {
                button::danger_ui(ui, label).clicked()
            } else {
                button::guarded_ui(ui, label, refusal.as_slice())
            };
            if pressed {
                commands.push(Command::ConfirmAction);
            }
        },
    )
}
