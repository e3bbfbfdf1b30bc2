//! Your account: who the partner is, and the two things that conditions hang on.

use egui::Context;

use super::cancel_ui;
use crate::model::Role;
use crate::state::{Command, Drafts};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button, form};

pub fn account_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.partner;
    dialog_ui(
        ctx,
        view.say("account-title"),
        DIALOG_WIDTH,
        |ui| {
            form::hint_ui(ui, view.say("account-hint"));
            form::text_ui(ui, view.say("field-partner-name"), &mut draft.name);
            form::text_ui(ui, view.say("field-mpn-id"), &mut draft.mpn_id);
            let roles = [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent, Role::NotKnown];
            let roles = roles.map(|role| (role, view.words.role(role)));
            let label = view.say("field-role");
            let shown = view.words.role(draft.role);
            form::row_ui(ui, label, |ui| {
                form::choice_ui(ui, view.words, "role", label, &mut draft.role, &roles, shown)
            });
            let answers = [Some(true), Some(false), None].map(|answer| (answer, view.words.yes_no(answer)));
            let label = view.say("field-standing");
            let shown = view.words.yes_no(draft.good_standing);
            form::row_ui(ui, label, |ui| {
                form::choice_ui(ui, view.words, "standing", label, &mut draft.good_standing, &answers, shown);
            });
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            if button::primary_ui(ui, view.say("save-changes"), true).clicked() || entered {
                commands.push(Command::ConfirmAccount);
            }
        },
    )
}
