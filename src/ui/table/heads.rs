//! The heads of a table's columns: how wide they are, and what is pressed there.

use egui::{FontId, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{Cell, Column, Happened, Sorted, Table, Width};
use crate::ui::theme::{self, GAP, HEADER_HEIGHT, Palette};
use crate::ui::{icons, spoken};

impl Table<'_> {
    pub(super) fn widths(&self, available: f32) -> Vec<f32> {
        let fixed: f32 =
            self.columns.iter().map(|column| if let Width::Exactly(width) = column.width { width } else { 0.0 }).sum();
        let shares: f32 =
            self.columns.iter().map(|column| if let Width::Share(share) = column.width { share } else { 0.0 }).sum();
        let rest = (available - fixed).max(0.0);
        let width = |column: &Column<'_>| match column.width {
            Width::Exactly(width) => width,
            Width::Share(share) => rest * share / shares.max(f32::EPSILON),
        };
        self.columns.iter().map(width).collect()
    }

    pub(super) fn header_ui(&self, ui: &mut Ui, widths: &[f32], happened: &mut Happened) {
        let palette = Palette::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER_HEIGHT), Sense::hover());
        ui.painter().rect_filled(rect, 0.0, palette.raised);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.border));
        let mut left = rect.left();
        for (at, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            let area = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, HEADER_HEIGHT));
            left += width;
            let inner = area.shrink2(vec2(GAP, 0.0));
            let mut cell = Cell { ui, rect: inner, right: column.right, palette, said: None, is_cut: false };
            let sign = match column.sorted {
                Some(Sorted::Up) => icons::CHEVRON_UP,
                Some(Sorted::Down) => icons::CHEVRON_DOWN,
                Some(Sorted::No) | None => "",
            };
            let color = if sign.is_empty() { palette.weak } else { palette.text };
            if column.right && !sign.is_empty() {
                cell.rect.max.x -= 14.0;
            }
            let width = cell.paint(column.title, FontId::new(12.0, theme::semibold().family), color);
            if !sign.is_empty() {
                let x = if column.right { inner.right() - 12.0 } else { inner.left() + width + 4.0 };
                let rect = Rect::from_min_max(pos2(x, inner.top()), area.max);
                let mut cell = Cell { ui, rect, right: false, palette, said: None, is_cut: false };
                cell.paint(sign, theme::small(), palette.accent);
            }
            // One that cannot be sorted by has its menu all the same, and no place among what Tab comes to.
            let sense = if column.sorted.is_some() { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(area, self.id.with(("head", at)), sense);
            spoken::column_head(&response, self.words, column.sorted, column.title);
            if column.sorted.is_some() {
                if response.has_focus() || response.hovered() {
                    ui.painter().hline(area.x_range(), area.bottom() - 1.0, Stroke::new(2.0, palette.accent));
                }
                if response.clicked() {
                    happened.head = Some(at);
                }
            }
            if response.secondary_clicked() || response.context_menu_opened() {
                happened.head_menu = Some(response);
            }
        }
    }
}
