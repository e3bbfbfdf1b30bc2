//! What a screen reader is told of a widget beyond its name. The names are the views'.

use egui::accesskit::{Role, SortDirection};
use egui::{Response, WidgetInfo};

use super::table::Sorted;

/// One of several of which one is selected: a row, a tab.
pub fn selectable(response: &Response, role: Role, is_selected: bool, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
}

/// The head of a column that can be sorted by.
pub fn column_head(response: &Response, sorted: Sorted, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name));
    response.ctx.accesskit_node_builder(response.id, |node| match sorted {
        Sorted::No => {}
        Sorted::Up => node.set_sort_direction(SortDirection::Ascending),
        Sorted::Down => node.set_sort_direction(SortDirection::Descending),
    });
}
