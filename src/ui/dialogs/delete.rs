//! Deleting a record: what goes with it, said before it goes.

use egui::Context;

use super::{cancel_ui, focus_first};
use crate::state::Command;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

fn delete_ui(
    ctx: &Context,
    view: View<'_>,
    title: &str,
    text: &str,
    command: Command,
    commands: &mut Commands,
) -> Ended {
    dialog_ui(
        ctx,
        title,
        DIALOG_WIDTH,
        |ui| {
            ui.label(text);
            form::hint_ui(ui, view.say("delete-undo"));
        },
        |ui, (), _| {
            let cancel = cancel_ui(ui, view, commands);
            focus_first(ui, &cancel, "delete");
            if button::danger_ui(ui, view.say("delete")).clicked() {
                commands.push(command);
            }
        },
    )
}

pub fn customer_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    let Some(customer) = view.customer() else { return Ended::Dismissed };
    let text = view.words.with(
        "delete-customer-what",
        &[("customer", customer.company_name.as_str().into()), ("count", customer.subscriptions.len().into())],
    );
    delete_ui(ctx, view, view.say("menu-delete-customer"), &text, Command::ConfirmDeleteCustomer, commands)
}

pub fn subscription_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    let Some((_, subscription)) = view.selected() else { return Ended::Dismissed };
    let text = view.words.with(
        "delete-subscription-what",
        &[
            ("offer", view.naming().subscription(subscription).to_owned().into()),
            ("id", subscription.id.as_str().into()),
        ],
    );
    delete_ui(ctx, view, view.say("delete-record"), &text, Command::ConfirmDeleteSubscription, commands)
}
