//! The frame of every dialog: title, content, buttons at the right, Escape, and the focus given back.

use egui::accesskit::Role;
use egui::{Align, Context, Frame, Id, Layout, Modal, RichText, ScrollArea, Ui};

use super::theme::{GAP, Palette, WIDE_GAP};

/// What ends a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Open,
    /// Escape, or a click beside it.
    Dismissed,
}

/// Draws a dialog of a width, its content scrolled where it is higher than the window, its buttons below.
///
/// What the content gives back (that Enter was pressed in it, say) is handed to the buttons.
pub fn dialog_ui<R>(
    ctx: &Context,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
    buttons: impl FnOnce(&mut Ui, R),
) -> Ended {
    let screen = ctx.content_rect();
    let width = width.min(screen.width() - 2.0 * WIDE_GAP);
    let frame = Frame::window(&ctx.global_style()).inner_margin(egui::Margin::same(20));
    let response = Modal::new(Id::unique(("dialog", title))).frame(frame).show(ctx, |ui| {
        ui.set_width(width - 40.0);
        let palette = Palette::of(ui);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_label(title);
        });
        ui.label(RichText::new(title).text_style(egui::TextStyle::Heading).color(palette.text));
        ui.add_space(GAP);
        let room = (screen.height() - 180.0).max(120.0);
        // The bar stands beside the content, not on it.
        ui.spacing_mut().scroll.floating_allocated_width = 10.0;
        let area = ScrollArea::vertical()
            .id_salt("dialog-content")
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true]);
        let given = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            content(ui)
        });
        ui.add_space(WIDE_GAP);
        // A row of its own takes no more height than the buttons, so that the dialog follows its content.
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons(ui, given.inner));
        });
    });
    if response.should_close() { Ended::Dismissed } else { Ended::Open }
}
