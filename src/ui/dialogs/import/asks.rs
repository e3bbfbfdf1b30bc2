//! What a file does not say of itself: whose it is. Looked for by a part of the name, however many customers there are.

use egui::{RichText, Ui};

use super::guess::read_otherwise;
use crate::exchange::Incoming;
use crate::model::Id;
use crate::state::{ImportDraft, ImportFile, fold};
use crate::text::shown;
use crate::ui::theme::{Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form};

/// How many customers are offered at once; another letter finds the others.
const OFFERED: usize = 6;

pub fn asks_ui(
    ui: &mut Ui,
    view: View<'_>,
    file: &ImportFile,
    incoming: &Incoming,
    draft: &mut ImportDraft,
    commands: &mut Commands,
) {
    if incoming.asks.customer || file.choices.customer.is_some() {
        customer_ui(ui, view, file, draft, commands);
    }
    if incoming.asks.subscription || file.choices.subscription.is_some() {
        subscription_ui(ui, view, file, draft, commands);
    }
}

fn customer_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, draft: &mut ImportDraft, commands: &mut Commands) {
    ui.add_space(SMALL_GAP);
    if let Some(id) = &file.choices.customer {
        let name = view.portfolio.customers.get(id).map_or(id.as_str(), |customer| &customer.company_name);
        form::row_ui(ui, view.say("import-customer"), |ui| {
            chosen_ui(ui, view, name, || {
                let mut choices = file.choices.clone();
                choices.customer = None;
                read_otherwise(file, choices, commands);
            });
        });
        return;
    }
    form::head_ui(ui, view.say("import-asks-customer"));
    form::row_ui(ui, view.say("import-customer"), |ui| {
        form::field_ui(ui, view.say("import-customer-search"), &mut draft.customer);
    });
    let found = found(view, draft);
    let mut choose = |id: Id| {
        let mut choices = file.choices.clone();
        choices.customer = Some(id);
        read_otherwise(file, choices, commands);
    };
    ui.horizontal_wrapped(|ui| {
        for customer in found.iter().filter_map(|id| view.portfolio.customers.get(id)) {
            let name = if customer.company_name.is_empty() { customer.id.as_str() } else { &customer.company_name };
            if ui.button(shown(name)).clicked() {
                choose(customer.id.clone());
            }
        }
        // Whoever is not in the portfolio yet is named by the Microsoft ID.
        let typed = draft.customer.trim();
        let is_id = typed.len() >= 8 && !typed.contains(char::is_whitespace);
        if is_id && view.portfolio.customers.get(&Id::new(typed)).is_none() {
            let text = view.words.with("import-customer-by-id", &[("id", typed.into())]);
            if ui.button(text).clicked() {
                choose(Id::new(typed));
            }
        }
    });
}

/// The first customers that are meant. They are looked for when something was typed, not in each frame.
fn found(view: View<'_>, draft: &mut ImportDraft) -> Vec<Id> {
    let typed = fold(draft.customer.trim());
    if let Some((_, found)) = draft.found.as_ref().filter(|(before, _)| *before == typed) {
        return found.clone();
    }
    let meant = view.session.derived.rows().iter().filter(|row| row.is_named(&typed));
    let found: Vec<Id> = meant.take(OFFERED).map(|row| row.record.id.clone()).collect();
    if !view.session.derived.is_void() {
        draft.found = Some((typed, found.clone()));
    }
    found
}

fn subscription_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, draft: &mut ImportDraft, commands: &mut Commands) {
    ui.add_space(SMALL_GAP);
    if let Some(id) = &file.choices.subscription {
        form::row_ui(ui, view.say("import-subscription"), |ui| {
            chosen_ui(ui, view, id.as_str(), || {
                let mut choices = file.choices.clone();
                choices.subscription = None;
                read_otherwise(file, choices, commands);
            });
        });
        return;
    }
    form::head_ui(ui, view.say("import-asks-subscription"));
    let mut choose = |id: Id| {
        let mut choices = file.choices.clone();
        choices.subscription = Some(id);
        read_otherwise(file, choices, commands);
    };
    form::row_ui(ui, view.say("import-subscription"), |ui| {
        form::field_ui(ui, view.say("field-subscription-id"), &mut draft.subscription);
        let typed = draft.subscription.trim();
        if !typed.is_empty() && ui.button(view.say("import-subscription-use")).clicked() {
            choose(Id::new(typed));
        }
    });
    // The one that is selected behind the dialog is the likeliest.
    if let Some((customer, record)) = view.selected() {
        let text = view.naming_of(customer).record(&record.id);
        if ui.button(shown(&text)).clicked() {
            choose(record.id.clone());
        }
    }
}

fn chosen_ui(ui: &mut Ui, view: View<'_>, name: &str, clear: impl FnOnce()) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(shown(name)).color(palette.text));
        if button::link_ui(ui, view.say("import-choose-other")).clicked() {
            clear();
        }
    });
}
