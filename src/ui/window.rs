//! The window: bars at the edges, the tab in the middle, the one dialog on top.

use egui::{CentralPanel, Frame, Id, Margin, Panel, Ui};

use super::theme::{BAR_HEIGHT, CUSTOMER_LIST_WIDTH, Palette};
use super::{
    Commands, View, all_subscriptions, banner, customer_header, customer_list, details, dialogs, filters, focus,
    menu_bar, shortcuts, status_bar, subscription_list,
};
use crate::state::{Drafts, Tab};

/// Draws a frame and adds what was asked for to the commands.
pub fn window_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) {
    let palette = Palette::of(ui);
    if view.session.dialog.is_none() {
        commands.extend(shortcuts::pressed(ui.ctx()));
    }
    let bar = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(8, 2));
    Panel::top("menu").frame(bar).show_separator_line(true).show(ui, |ui| menu_bar::menu_bar_ui(ui, view, commands));
    Panel::bottom("status").frame(bar).exact_size(BAR_HEIGHT).show(ui, |ui| {
        status_bar::status_bar_ui(ui, view, commands);
    });
    let tools = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(12, 8));
    Panel::top("tools").frame(tools).show_separator_line(true).show(ui, |ui| filters::filters_ui(ui, view, commands));
    banner::banner_ui(ui, view, commands);
    banner::notice_ui(ui, view, commands);
    match view.session.tab {
        Tab::Customers => customers_ui(ui, view, drafts, commands),
        Tab::Subscriptions => {
            CentralPanel::default().frame(Frame::new().fill(palette.page)).show(ui, |ui| {
                all_subscriptions::all_subscriptions_ui(ui, view, commands);
            });
        }
    }
    dialogs::dialogs_ui(ui.ctx(), view, drafts, commands);
    focus::keep(ui.ctx(), view.session.dialog.is_none().then(|| home(view)));
}

/// Most customers have fewer subscriptions than these; the height stays when another customer is chosen.
const SHOWN_ROWS: f32 = 3.0;

/// The table that the keyboard comes back to.
fn home(view: View<'_>) -> Id {
    match view.session.tab {
        Tab::Subscriptions => all_subscriptions::id(),
        Tab::Customers if view.session.selection.subscription.is_some() => subscription_list::id(),
        Tab::Customers => customer_list::id(),
    }
}

fn customers_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let available = ui.available_width();
    let list = Frame::new().fill(palette.page);
    Panel::left("customers")
        .frame(list)
        .resizable(true)
        .default_size(CUSTOMER_LIST_WIDTH.min(available * 0.4))
        .size_range(220.0..=available * 0.6)
        .show(ui, |ui| customer_list::customer_list_ui(ui, view, commands));
    CentralPanel::default().frame(Frame::new().fill(palette.page)).show(ui, |ui| {
        let Some(customer) = view.customer() else {
            super::table::empty_ui(ui, view.say("empty-no-customer"), view.say("empty-no-customer-hint"));
            return;
        };
        let head = Frame::new().fill(palette.page).inner_margin(Margin { left: 16, right: 12, top: 10, bottom: 10 });
        Panel::top("customer").frame(head).show_separator_line(true).show(ui, |ui| {
            customer_header::customer_header_ui(ui, view, customer, commands);
        });
        let height =
            super::theme::HEADER_HEIGHT + SHOWN_ROWS * super::theme::ROW_HEIGHT + super::theme::FOOT_HEIGHT + 4.0;
        let most = (ui.available_height() * 0.6).max(90.0);
        Panel::top("subscriptions")
            .frame(Frame::new().fill(palette.page))
            .resizable(true)
            .default_size(height.min(ui.available_height() * 0.36).max(100.0))
            .size_range(100.0..=most)
            .show(ui, |ui| subscription_list::subscription_list_ui(ui, view, customer, commands));
        CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| {
            details::details_ui(ui, view, customer, drafts, commands);
        });
    });
}
