//! Who the selected customer is, in two lines, and what can be done with them.

use egui::{Align, Layout, RichText, Ui};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons};
use crate::model::Customer;
use crate::state::Command;

pub fn customer_header_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::sign_ui(ui, icons::TRASH_2, view.say("menu-delete-customer")).clicked() {
                commands.push(Command::AskDeleteCustomer);
            }
            if button::sign_text_ui(ui, icons::PENCIL, view.say("edit")).clicked() {
                commands.push(Command::AskEditCustomer);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name =
                    RichText::new(&customer.company_name).text_style(egui::TextStyle::Heading).color(palette.text);
                ui.add(egui::Label::new(name).truncate());
            });
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        if let Some(domain) = &customer.domain {
            ui.label(RichText::new(domain).color(palette.weak));
            ui.label(RichText::new("·").color(palette.weak));
        }
        let privileges = view.words.delegated_admin(&customer.delegated_admin);
        let text = view.words.with("header-delegated-admin", &[("privileges", privileges.into())]);
        ui.label(RichText::new(text).color(palette.weak));
        for tag in &customer.tags {
            let text = format!("{} {tag}", icons::TAG);
            ui.label(RichText::new(text).font(theme::small()).color(palette.accent));
        }
        if !customer.notes.is_empty() {
            let first = customer.notes.lines().next().unwrap_or_default();
            ui.add(egui::Label::new(RichText::new(first).font(theme::small()).color(palette.weak)).truncate())
                .on_hover_text(&customer.notes);
        }
    });
}
