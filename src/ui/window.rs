//! The window: bars at the edges, the tab in the middle, the one dialog on top.

use egui::accesskit::Action;
use egui::{CentralPanel, EventFilter, Frame, Id, Key, Margin, Modifiers, Panel, PanelState, Rect, Response, Ui, Vec2};

use super::theme::{self, BAR_HEIGHT, CUSTOMER_LIST_WIDTH, Palette};
use super::{
    Commands, View, all_subscriptions, banner, customer_header, customer_list, details, dialogs, filters, focus,
    list_menu, menu_bar, shortcuts, status_bar, subscription_list, toast,
};
use crate::model::Panels;
use crate::state::{Command, Drafts, Purpose, Tab};

/// Draws a frame and adds what was asked for to the commands.
pub fn window_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let pressed = shortcuts::pressed(ui.ctx(), view.session.dialog.is_some());
    for command in &pressed {
        // To go to a list is to go into it, be it shown already or not.
        if let Command::ShowTab(tab) = command {
            super::table::focus(ui.ctx(), filters::list_of(*tab));
        }
    }
    commands.extend(pressed);
    commands.extend(list_menu::escaped(ui.ctx(), view));
    let bar = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(8, 2));
    Panel::top("menu").frame(bar).show_separator_line(true).show(ui, |ui| menu_bar::menu_bar_ui(ui, view, commands));
    Panel::bottom("status").frame(bar).exact_size(BAR_HEIGHT).show(ui, |ui| {
        status_bar::status_bar_ui(ui, view, commands);
    });
    let tools = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(12, 8));
    Panel::top("tools").frame(tools).show_separator_line(true).show(ui, |ui| filters::filters_ui(ui, view, commands));
    banner::banner_ui(ui, view, commands);
    match view.session.tab {
        Tab::Customers => customers_ui(ui, view, drafts, commands),
        Tab::Subscriptions => {
            CentralPanel::default().frame(Frame::new().fill(palette.page)).show(ui, |ui| {
                all_subscriptions::all_subscriptions_ui(ui, view, commands);
            });
        }
    }
    toast::toast_ui(ui, view, commands);
    dialogs::dialogs_ui(ui.ctx(), view, drafts, commands);
    focus::keep(ui.ctx(), view.session.dialog.is_none().then(|| home(view)));
    focus::ring(ui.ctx());
}

/// Most customers have fewer subscriptions than these; the height stays when another customer is chosen.
const SHOWN_ROWS: f32 = 3.0;

/// Of these none is to be hidden where there is little room, unless the details would have even less.
const LEAST_ROWS: f32 = 2.0;

/// How high the list of a customer's subscriptions is, as long as nobody has chosen a height.
fn list_height(ui: &Ui) -> f32 {
    let of = |rows: f32| theme::HEADER_HEIGHT + rows * theme::row_height(ui) + theme::FOOT_HEIGHT + 4.0;
    let available = ui.available_height();
    of(SHOWN_ROWS).min(available * 0.4).max(of(LEAST_ROWS).min(available * 0.5)).max(100.0)
}

/// The table that the keyboard comes back to.
fn home(view: View<'_>) -> Id {
    match view.session.tab {
        Tab::Subscriptions => all_subscriptions::id(),
        Tab::Customers if view.session.selection.subscription.is_some() => subscription_list::id(),
        Tab::Customers => customer_list::id(),
    }
}

/// Where no customer is selected: how to come to one.
fn nobody_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    if !view.portfolio.customers.is_empty() {
        super::table::empty_ui(ui, view.say("empty-no-customer"), view.say("empty-no-customer-hint"));
        return;
    }
    super::table::empty_ui(ui, view.say("empty-no-customer"), view.say("empty-subscriptions-hint"));
    ui.add_space(theme::WIDE_GAP);
    // One native dialog at a time.
    let is_free = view.session.waiting.is_none();
    let can_store = !view.session.file.is_read_only();
    ui.vertical_centered(|ui| {
        for (id, enabled, command) in [
            ("menu-import", is_free && can_store, Command::Choose(Purpose::Import)),
            ("menu-open", is_free, Command::Choose(Purpose::Open)),
            ("menu-sample", true, Command::OpenSample),
        ] {
            if ui.add_enabled(enabled, egui::Button::new(view.words.say(id))).clicked() {
                commands.push(command);
            }
            ui.add_space(theme::SMALL_GAP);
        }
    });
}

/// Where egui keeps the edge of a panel, which it does not say.
fn edge_id(ui: &Ui, panel: &str) -> Id {
    panel_id(ui, panel).with("__resize")
}

/// The edge of a panel, while it is drawn and in the frame in which it is let go of.
fn edge(ui: &Ui, panel: &str) -> Option<Response> {
    ui.ctx().read_response(edge_id(ui, panel)).filter(|edge| edge.dragged() || edge.drag_stopped())
}

fn panel_id(ui: &Ui, panel: &str) -> Id {
    ui.scope_id().with_salt(egui::IdSalt::new(panel))
}

/// Whether the edge of a panel has just been let go of, or moved by a screen reader. Its size changes with the window too,
/// which says nothing of what the person wants.
fn was_drawn(ui: &Ui, panel: &str) -> bool {
    let edge_id = edge_id(ui, panel);
    let is_asked = |action| ui.input(|input| input.has_accesskit_action_request(edge_id, action));
    edge(ui, panel).is_some_and(|edge| edge.drag_stopped())
        || [Action::Increment, Action::Decrement, Action::SetValue].into_iter().any(is_asked)
}

/// How far an arrow moves an edge.
const EDGE_STEP: f32 = 16.0;

/// The size that the arrows give a panel while its edge has the focus: which of them make it smaller and larger is said by
/// the side that it is at.
fn sized_by_keys(ui: &Ui, panel: &str, [smaller, larger]: [Key; 2], size: f32, least: f32, most: f32) -> Option<f32> {
    let edge = edge_id(ui, panel);
    if !ui.memory(|memory| memory.has_focus(edge)) {
        return None;
    }
    // Else an arrow would lead to another widget.
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(edge, arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let step = match (pressed(smaller), pressed(larger)) {
        (true, false) => -EDGE_STEP,
        (false, true) => EDGE_STEP,
        (true, true) | (false, false) => return None,
    };
    Some((size.clamp(least, most) + step).clamp(least, most))
}

/// Has a panel begin from the size that it is to have: egui keeps the one that it was last drawn with, so that a small window
/// or a large zoom would shrink it for good.
fn begin_from(ui: &Ui, panel: &str, size: Vec2) {
    if edge(ui, panel).is_some() {
        return;
    }
    let id = panel_id(ui, panel);
    if let Some(state) = PanelState::load(ui.ctx(), id) {
        let outer_rect = Rect::from_min_size(state.outer_rect.min, size);
        ui.ctx().data_mut(|data| data.insert_persisted(id, PanelState { outer_rect }));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a window")]
fn points(size: f32) -> u16 {
    size.round() as u16
}

fn customers_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let available = ui.available_width();
    let list = Frame::new().fill(palette.page);
    let panels = view.session.settings.panels;
    let width = panels.customers.map_or(CUSTOMER_LIST_WIDTH.min(available * 0.4), f32::from);
    let (least, most) = (220.0, (available * 0.6).max(220.0));
    let by_keys = sized_by_keys(ui, "customers", [Key::ArrowLeft, Key::ArrowRight], width, least, most);
    let width = by_keys.unwrap_or(width);
    begin_from(ui, "customers", Vec2::splat(width));
    let shown = Panel::left("customers")
        .frame(list)
        .resizable(true)
        .default_size(width)
        .size_range(least..=most)
        .show(ui, |ui| customer_list::customer_list_ui(ui, view, commands));
    if by_keys.is_some() || was_drawn(ui, "customers") {
        let customers = Some(points(shown.response.rect.width()));
        commands.push(Command::SizePanels(Panels { customers, ..panels }));
    }
    CentralPanel::default().frame(Frame::new().fill(palette.page)).show(ui, |ui| {
        let Some(customer) = view.customer() else {
            nobody_ui(ui, view, commands);
            return;
        };
        let head = Frame::new().fill(palette.page).inner_margin(Margin { left: 16, right: 12, top: 10, bottom: 10 });
        Panel::top("customer").frame(head).show_separator_line(true).show(ui, |ui| {
            customer_header::customer_header_ui(ui, view, customer, commands);
        });
        let height = list_height(ui);
        let height = panels.subscriptions.map_or(height, f32::from);
        let (least, most) = (100.0, (ui.available_height() * 0.6).max(100.0));
        let by_keys = sized_by_keys(ui, "subscriptions", [Key::ArrowUp, Key::ArrowDown], height, least, most);
        let height = by_keys.unwrap_or(height);
        begin_from(ui, "subscriptions", Vec2::splat(height));
        let shown = Panel::top("subscriptions")
            .frame(Frame::new().fill(palette.page))
            .resizable(true)
            .default_size(height)
            .size_range(least..=most)
            .show(ui, |ui| subscription_list::subscription_list_ui(ui, view, customer, commands));
        if by_keys.is_some() || was_drawn(ui, "subscriptions") {
            let subscriptions = Some(points(shown.response.rect.height()));
            commands.push(Command::SizePanels(Panels { subscriptions, ..panels }));
        }
        CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| {
            details::details_ui(ui, view, customer, drafts, commands);
        });
    });
}
