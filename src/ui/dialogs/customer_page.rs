//! The language of the page for a customer, which is theirs and not the window's.

use egui::{Context, RichText};

use super::{cancel_ui, focus_first};
use crate::model::Id;
use crate::state::customer_page_of;
use crate::text::Language;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button};

pub fn customer_page_ui(ctx: &Context, view: View<'_>, customer: &Id, commands: &mut Commands) -> Ended {
    let Some(record) = view.portfolio.customers.get(customer) else { return Ended::Dismissed };
    // One native dialog at a time.
    let is_free = view.session.waiting.is_none();
    dialog_ui(
        ctx,
        view.say("customer-page-menu"),
        DIALOG_WIDTH,
        |ui| {
            let text = view.words.with("customer-page-language", &[("customer", record.company_name.as_str().into())]);
            ui.label(RichText::new(text).color(Palette::of(ui).text));
        },
        |ui, (), _| {
            cancel_ui(ui, view, commands);
            for language in Language::ALL {
                let name = view.words.language_name(language);
                let response = button::primary_ui(ui, name, is_free);
                if response.clicked() {
                    commands.push(customer_page_of(customer, language.tag()));
                }
                if language == view.words.language() {
                    focus_first(ui, &response, "customer_page");
                }
            }
        },
    )
}
