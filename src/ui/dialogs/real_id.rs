//! Entering Partner Center's own id for the subscription that a recorded upgrade made.

use egui::Context;
use uuid::Uuid;

use super::cancel_ui;
use crate::model::Id;
use crate::rules::RealIdRefusal;
use crate::state::{Command, Drafts};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

pub fn real_id_ui(ctx: &Context, view: View<'_>, source: &Id, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let upgrade = view.portfolio.upgrades.iter().rev().find(|upgrade| upgrade.source == *source);
    let Some(upgrade) = upgrade else { return Ended::Dismissed };
    let is_filled = !drafts.real_id.trim().is_empty();
    dialog_ui(
        ctx,
        view.say("enter-real-id"),
        DIALOG_WIDTH,
        |ui| {
            let offer = view.naming().offer_id(&upgrade.to_offer).to_owned();
            ui.label(view.words.with("real-id-what", &[("offer", offer.into())]));
            form::hint_ui(ui, &view.words.with("real-id-now", &[("id", upgrade.target.as_str().into())]));
            let field = form::text_ui(ui, view.say("field-subscription-id"), &mut drafts.real_id);
            let typed = Id::new(drafts.real_id.trim());
            let is_taken = view.customer().is_some_and(|customer| customer.subscription(&typed).is_some());
            if is_taken && typed != upgrade.target {
                form::problem_ui(ui, &view.words.real_id_refusal(&RealIdRefusal::Taken { id: typed }));
            } else if is_filled && Uuid::parse_str(typed.as_str()).is_err() {
                form::warning_ui(ui, view.say("real-id-not-guid"), &field);
            }
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            if button::primary_ui(ui, view.say("save-changes"), is_filled).clicked() || (entered && is_filled) {
                commands.push(Command::ConfirmRealId);
            }
        },
    )
}
