//! Who the selected customer is, in two lines, and what can be done with them.

use egui::{Align, Layout, RichText, Ui, UiBuilder, vec2};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons};
use crate::model::Customer;
use crate::state::Command;
use crate::text::{shown, shown_lines};

pub fn customer_header_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, commands: &mut Commands) {
    // The lines above come and go, and a button that has the focus keeps it.
    let builder = UiBuilder::new().scope_id(egui::Id::unique("customer-header"));
    ui.scope_builder(builder, |ui| lines_ui(ui, view, customer, commands));
}

fn lines_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        // The buttons stand at the right and Tab comes to them as they are read, so that there has to be known before how
        // much room they take.
        let taken = ui.scope_id().with("width of the buttons");
        let width: Option<f32> = ui.data(|data| data.get_temp(taken));
        let room = (ui.available_width() - width.unwrap_or_default() - ui.spacing().item_spacing.x).max(0.0);
        let name = vec2(room, theme::FIELD_HEIGHT);
        ui.allocate_ui_with_layout(name, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            let name =
                RichText::new(shown(&customer.company_name)).text_style(egui::TextStyle::Heading).color(palette.text);
            ui.add(egui::Label::new(name).truncate());
        });
        let drawn = ui.horizontal(|ui| deeds_ui(ui, view, commands)).response.rect.width();
        if width != Some(drawn) {
            ui.data_mut(|data| data.insert_temp(taken, drawn));
            ui.ctx().request_repaint();
        }
    });
    // One line however much there is to say, so that nothing below it moves from customer to customer.
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let dot = |ui: &mut Ui| ui.label(RichText::new("·").color(palette.weak));
        if let Some(domain) = &customer.domain {
            cut_ui(ui, 0.5, RichText::new(shown(domain)).color(palette.weak));
            dot(ui);
        }
        let privileges = view.words.delegated_admin(&customer.delegated_admin);
        let text = view.words.with("header-delegated-admin", &[("privileges", privileges.into())]);
        cut_ui(ui, 1.0, RichText::new(text).color(palette.weak));
        for tag in &customer.tags {
            let text = format!("{} {}", icons::TAG, shown(tag));
            cut_ui(ui, 0.5, RichText::new(text).font(theme::small()).color(palette.accent));
        }
        if let Some(first) = customer.notes.lines().next().filter(|first| !first.is_empty()) {
            dot(ui);
            cut_ui(ui, 1.0, RichText::new(shown(first)).font(theme::small()).color(palette.weak))
                .on_hover_text(shown_lines(&customer.notes));
        }
    });
}

/// What can be done with the customer.
fn deeds_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    if button::sign_ui(ui, icons::FILE_TEXT, view.say("customer-page-menu")).clicked() {
        commands.push(Command::AskCustomerPage);
    }
    let why_not = view.why_read_only();
    if button::blocked_by_ui(ui, &why_not, |ui| button::sign_text_ui(ui, icons::PENCIL, view.say("edit"))) {
        commands.push(Command::AskEditCustomer);
    }
    let delete = view.say("menu-delete-customer");
    if button::blocked_by_ui(ui, &why_not, |ui| button::sign_ui(ui, icons::TRASH_2, delete)) {
        commands.push(Command::AskDeleteCustomer);
    }
}

/// A text that takes no more than a share of the room that is left in its line.
fn cut_ui(ui: &mut Ui, share: f32, text: RichText) -> egui::Response {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() * share);
        ui.add(egui::Label::new(text).truncate())
    })
    .inner
}
