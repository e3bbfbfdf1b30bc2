//! Adding a subscription or an add-on.

use egui::Context;

use super::cancel_ui;
use crate::state::{Command, Drafts, FieldProblem};
use crate::ui::details_form::{Form, fields_ui, warnings};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::form::{self, Problems};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button};

pub fn subscription_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let Some(customer) = view.customer() else { return Ended::Dismissed };
    let draft = &mut drafts.new_subscription;
    let (record, list) = draft.parse(customer);
    // Of what nobody has typed yet nothing is odd.
    let warnings = if draft.quantity.trim().is_empty() { Vec::new() } else { warnings(view, &record) };
    // What is still empty is no fault yet: the button waits for it.
    let shown: Vec<_> =
        list.iter().filter(|problem| problem.problem != crate::state::Problem::Empty).cloned().collect();
    let title = view.say(if draft.parent_id.is_empty() { "subscription-new" } else { "add-on-new" });
    dialog_ui(
        ctx,
        title,
        DIALOG_WIDTH,
        |ui| {
            form::hint_ui(ui, view.say("subscription-new-hint"));
            fields_ui(ui, view, customer, draft, Problems { view, list: &shown, warnings: &warnings }, Form::New);
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            let label = view.say("add-subscription");
            let said = |problem: &FieldProblem| {
                view.words.said_of(view.words.field(problem.field), &view.words.problem(problem))
            };
            let reasons: Vec<String> = list.iter().map(said).collect();
            if button::guarded_ui(ui, label, &reasons) || (entered && reasons.is_empty()) {
                commands.push(Command::ConfirmSubscription);
            }
        },
    )
}
