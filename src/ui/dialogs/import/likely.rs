//! What a file makes likely and cannot say: the person confirms it, and nothing is filled in before.

use std::collections::BTreeSet;

use egui::Ui;

use crate::exchange::Incoming;
use crate::exchange::incoming::{Likely, Proposal};
use crate::exchange::merge::{Accepted, Privileges};
use crate::model::Role;
use crate::state::{Command, ImportFile};
use crate::text::shown;
use crate::ui::theme::{self, SMALL_GAP, WIDE_GAP};
use crate::ui::{Commands, View, fit_rows, form};

/// The height of the list of customers to choose from.
const LIST_HEIGHT: f32 = 116.0;

fn sentence(view: View<'_>, likely: Likely, count: usize) -> String {
    match likely {
        Likely::Active => view.words.with("likely-active", &[("count", count.into())]),
        Likely::Monthly => view.words.with("likely-monthly", &[("count", count.into())]),
        Likely::OwnSale => view.words.with("likely-own-sale", &[("count", count.into())]),
    }
}

pub fn likely_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, incoming: &Incoming, commands: &mut Commands) {
    let proposals: Vec<&Proposal> =
        incoming.proposals.iter().filter(|proposal| !proposal.subscriptions.is_empty()).collect();
    let without = file.without_privileges.len();
    let asks_account = view.portfolio.partner.role == Role::NotKnown || view.portfolio.partner.good_standing.is_none();
    if incoming.is_whole() || (proposals.is_empty() && without == 0) {
        return;
    }
    ui.add_space(SMALL_GAP);
    form::head_ui(ui, view.say("likely-title"));
    let mut accepted = file.accepted.clone();
    let is_read_from_charges = proposals.iter().any(|proposal| proposal.likely != Likely::OwnSale);
    for Proposal { likely, subscriptions } in proposals {
        let text = sentence(view, *likely, subscriptions.len());
        if *likely == Likely::OwnSale {
            // Such files list nothing else, so their records bear it already: it is said, and there is nothing to tick.
            form::hint_ui(ui, &text);
            continue;
        }
        let mut is_accepted = accepted.likely.contains(likely);
        if ui.checkbox(&mut is_accepted, text).changed() {
            if is_accepted {
                accepted.likely.insert(*likely);
            } else {
                accepted.likely.remove(likely);
            }
        }
    }
    if is_read_from_charges {
        form::hint_ui(ui, view.say("likely-ours"));
    }
    if without > 0 {
        privileges_ui(ui, view, incoming, &file.without_privileges, &mut accepted.privileges);
    }
    if asks_account {
        account_ui(ui, view, &mut accepted);
    }
    if accepted != file.accepted {
        commands.push(Command::AcceptLikely(accepted));
    }
}

/// Who the person is in Partner Center, which no file says and two conditions hang on. It is asked for once.
fn account_ui(ui: &mut Ui, view: View<'_>, accepted: &mut Accepted) {
    ui.add_space(SMALL_GAP);
    form::hint_ui(ui, view.say("likely-account"));
    let partner = &view.portfolio.partner;
    if partner.role == Role::NotKnown {
        let roles = [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent].map(Some);
        let roles: Vec<_> = [None].into_iter().chain(roles).map(|role| (role, role_word(view, role))).collect();
        let label = view.say("field-role");
        let shown = role_word(view, accepted.role);
        form::row_ui(ui, label, |ui| {
            form::choice_ui(ui, view.words, ("import", "role"), label, &mut accepted.role, &roles, shown)
        });
    }
    if partner.good_standing.is_none() {
        let answers = [None, Some(true), Some(false)].map(|answer| (answer, view.words.yes_no(answer)));
        let label = view.say("field-standing");
        let shown = view.words.yes_no(accepted.good_standing);
        form::row_ui(ui, label, |ui| {
            form::choice_ui(
                ui,
                view.words,
                ("import", "standing"),
                label,
                &mut accepted.good_standing,
                &answers,
                shown,
            );
        });
    }
}

fn role_word<'a>(view: View<'a>, role: Option<Role>) -> &'a str {
    view.words.role(role.unwrap_or(Role::NotKnown))
}

/// "I have delegated administrative privileges for all of these", or for some.
fn privileges_ui(ui: &mut Ui, view: View<'_>, incoming: &Incoming, without: &[usize], privileges: &mut Privileges) {
    let mut is_all = *privileges == Privileges::All;
    let text = view.words.with("likely-privileges-all", &[("count", without.len().into())]);
    if ui.checkbox(&mut is_all, text).changed() {
        *privileges = if is_all { Privileges::All } else { Privileges::NotSaid };
    }
    if without.len() < 2 {
        return;
    }
    let mut is_some = matches!(privileges, Privileges::These(_));
    if ui.checkbox(&mut is_some, view.say("likely-privileges-these")).changed() {
        *privileges = if is_some { Privileges::These(BTreeSet::new()) } else { Privileges::NotSaid };
    }
    let Privileges::These(chosen) = privileges else { return };
    let area = egui::ScrollArea::vertical().id_salt("privileges").max_height(LIST_HEIGHT);
    let row_height = theme::row_height(ui);
    area.auto_shrink([false, true]).show_rows(ui, row_height, without.len(), |ui, range| {
        fit_rows(ui, row_height);
        let shown_now = without.get(range).unwrap_or_default();
        for customer in shown_now.iter().filter_map(|at| incoming.portfolio.customers.at(*at)) {
            ui.horizontal(|ui| {
                ui.set_min_height(row_height);
                ui.add_space(WIDE_GAP);
                let name = if customer.company_name.is_empty() { customer.id.as_str() } else { &customer.company_name };
                let mut is_chosen = chosen.contains(&customer.id);
                if ui.checkbox(&mut is_chosen, shown(name)).changed() {
                    if is_chosen {
                        chosen.insert(customer.id.clone());
                    } else {
                        chosen.remove(&customer.id);
                    }
                }
            });
        }
    });
}
