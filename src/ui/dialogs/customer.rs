//! Adding and editing a customer.

use egui::{Context, Ui};

use super::cancel_ui;
use crate::model::Family;
use crate::state::{Command, DelegatedChoice, Drafts, Field};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::form::{self, Problems};
use crate::ui::theme::DIALOG_WIDTH;
use crate::ui::{Commands, View, button};

pub fn customer_ui(ctx: &Context, view: View<'_>, is_new: bool, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.customer;
    let old = if is_new { None } else { view.customer() };
    let list = if draft.tried {
        draft.parse(old, |id| view.portfolio.customers.get(id).is_some()).err().unwrap_or_default()
    } else {
        Vec::new()
    };
    let problems = Problems { view, list: &list, warnings: &[] };
    let title = view.say(if is_new { "customer-new" } else { "customer-edit" });
    dialog_ui(
        ctx,
        title,
        DIALOG_WIDTH,
        |ui| {
            let field = form::text_ui(ui, view.say("field-company-name"), &mut draft.company_name);
            problems.under_ui(ui, Field::CompanyName, &field);
            let field = form::text_ui(ui, view.say("field-customer-id"), &mut draft.id);
            problems.under_ui(ui, Field::CustomerId, &field);
            form::text_ui(ui, view.say("field-domain"), &mut draft.domain);
            form::text_ui(ui, view.say("field-relationship"), &mut draft.relationship);
            let label = view.say("field-delegated-admin");
            form::row_ui(ui, label, |ui| {
                let choices = DelegatedChoice::ALL.map(|choice| (choice, view.words.delegated_choice(choice)));
                let shown = view.words.delegated_choice(draft.delegated_admin);
                form::choice_ui(ui, view.words, "delegated-admin", label, &mut draft.delegated_admin, &choices, shown);
                if draft.delegated_admin == DelegatedChoice::Families {
                    families_ui(ui, view, &mut draft.families);
                    no_family_ui(ui, view, &draft.families);
                }
            });
            form::text_ui(ui, view.say("field-tags"), &mut draft.tags);
            form::row_ui(ui, view.say("field-notes"), |ui| {
                // As wide as the fields above it.
                ui.set_max_width(form::field_width(ui));
                form::lines_ui(ui, view.say("field-notes"), &mut draft.notes, 3);
            });
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            let label = view.say(if is_new { "add-customer" } else { "save-changes" });
            if button::primary_ui(ui, label, true).clicked() || entered {
                commands.push(Command::ConfirmCustomer);
            }
        },
    )
}

/// For which services privileges are granted.
pub fn families_ui(ui: &mut Ui, view: View<'_>, families: &mut Vec<Family>) {
    for family in Family::ALL {
        let mut is_in = families.contains(&family);
        if ui.checkbox(&mut is_in, view.words.family(family)).changed() {
            families.retain(|other| *other != family);
            if is_in {
                families.push(family);
            }
        }
    }
}

/// That no service named means no privileges, where none is.
fn no_family_ui(ui: &mut Ui, view: View<'_>, families: &[Family]) {
    if families.is_empty() {
        form::hint_ui(ui, view.say("families-none"));
    }
}
