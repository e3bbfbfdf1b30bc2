//! What a screen reader is told of a widget beyond its name. The names are the views'.

mod signs;

use egui::accesskit::{Action, HasPopup, Invalid, Live, Role, SortDirection};
use egui::{Response, Ui, WidgetInfo};

use super::table::Sorted;
use crate::text::{Words, shown_lines};
pub use signs::{Signs, name_dividers};

/// One of several of which one is selected: a row, a tab, a choice of a list.
pub fn selectable(response: &Response, role: Role, is_selected: bool, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        // egui's own selectable widgets say that they are pressed, which is another thing.
        node.clear_toggled();
        node.set_selected(is_selected);
    });
}

/// The head of a column. The direction is in words too, since Linux passes on nothing else of it.
pub fn column_head(response: &Response, words: &Words, sorted: Option<Sorted>, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name));
    let (direction, said) = match sorted {
        None => {
            // Pressing it does nothing; only the pointer's other button has a menu there, which View has too.
            response.ctx.accesskit_node_builder(response.id, |node| node.remove_action(Action::Click));
            return;
        }
        Some(Sorted::No) => return,
        Some(Sorted::Up) => (SortDirection::Ascending, "spoken-sorted-up"),
        Some(Sorted::Down) => (SortDirection::Descending, "spoken-sorted-down"),
    };
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_sort_direction(direction);
        node.set_description(words.say(said));
    });
}

/// A field that opens a list of choices, named together with what is chosen: Linux passes on no value of such a field.
pub fn choice(response: &Response, is_open: bool, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_has_popup(HasPopup::Listbox);
        node.set_expanded(is_open);
    });
}

/// What such a field opens.
pub fn choices(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::ListBox);
        node.set_label(name);
    });
}

/// More of a widget than its name, read behind it.
pub fn description(response: &Response, text: &str) {
    let text = shown_lines(text);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(text.into_owned()));
}

/// What is wrong with what a field holds, read with the field.
pub fn wrong(response: &Response, text: &str) {
    description(response, text);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_invalid(Invalid::True));
}

/// An action that cannot be done now, and why. It keeps the focus and can be pressed to be told.
pub fn blocked(response: &Response, why: &str) {
    description(response, why);
    response.ctx.accesskit_node_builder(response.id, egui::accesskit::Node::set_disabled);
}

/// A line of text that is said when it comes or changes: at once, or when there is a pause.
pub fn live(response: &Response, is_urgent: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_live(if is_urgent { Live::Assertive } else { Live::Polite });
    });
}
