//! One subscription's details: the ID and the note below it, then the form and the ledger side by side.

use egui::{Frame, Margin, RichText, ScrollArea, Stroke, Ui, UiBuilder, vec2};

use super::theme::{self, GAP, Palette, RADIUS, WIDE_GAP};
use super::{Commands, View, answer, button, customer_list, details_form, icons, ledger, note, scroll, toast};
use crate::model::{Customer, Subscription};
use crate::state::{Command, Drafts};
use crate::text::shown;

/// From this width on the form and the ledger stand side by side.
const SIDE_BY_SIDE: f32 = 720.0;

/// A card on the surface.
pub fn card_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.page)
        .stroke(Stroke::new(1.0, palette.border))
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(14));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

pub fn details_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, drafts: &mut Drafts, commands: &mut Commands) {
    let Some(subscription) = view.session.selection.subscription.as_ref().and_then(|id| customer.subscription(id))
    else {
        return;
    };
    // The lines above the lists come and go, and the field that is filled in meanwhile keeps the focus.
    let builder = UiBuilder::new().scope_id(egui::Id::unique("details"));
    ui.scope_builder(builder, |ui| content_ui(ui, view, customer, subscription, drafts, commands));
}

fn content_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    drafts: &mut Drafts,
    commands: &mut Commands,
) {
    let shows = customer_list::key_of(&[Some(&customer.id), Some(&subscription.id)]);
    let shown = egui::Id::unique("details show");
    let before: Option<u64> = ui.data(|data| data.get_temp(shown));
    ui.data_mut(|data| data.insert_temp(shown, shows));
    let mut area = ScrollArea::vertical().id_salt("details").auto_shrink([false, false]);
    if before != Some(shows) {
        // Another subscription is read from its top.
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        scroll::pages_ui(ui);
        Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, GAP);
            card_ui(ui, |ui| {
                id_ui(ui, view, subscription.id.as_str(), commands);
                note::note_ui(ui, view, customer, subscription, commands);
            });
            answer::answer_ui(ui, view);
            let has_ledger = view.session.derived.ledger().is_some_and(|ledger| !ledger.assessment.targets.is_empty());
            if has_ledger && ui.available_width() >= SIDE_BY_SIDE {
                let width = ui.available_width();
                let form = (width * 0.45).clamp(364.0, 420.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    ui.allocate_ui(vec2(width - form - 12.0, 0.0), |ui| {
                        ui.vertical(|ui| ledger::ledger_ui(ui, view, customer, subscription, commands));
                    });
                    ui.allocate_ui(vec2(form, 0.0), |ui| {
                        ui.vertical(|ui| {
                            details_form::details_form_ui(ui, view, customer, subscription, drafts, commands)
                        });
                    });
                });
            } else {
                ledger::ledger_ui(ui, view, customer, subscription, commands);
                details_form::details_form_ui(ui, view, customer, subscription, drafts, commands);
            }
            // What comes last can be scrolled out from under a notice.
            ui.add_space(WIDE_GAP + toast::HEIGHT);
        });
        scroll::follow_focus(ui, egui::Id::unique("details followed"), shows);
    });
}

fn id_ui(ui: &mut Ui, view: View<'_>, id: &str, commands: &mut Commands) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(view.say("field-subscription-id")).color(palette.weak));
        // While the zoom changes there can be none for a frame.
        let room = (ui.available_width() - theme::square_button().x - ui.spacing().item_spacing.x).max(0.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            let text = RichText::new(shown(id)).font(theme::semibold()).color(palette.text);
            ui.add(egui::Label::new(text).selectable(true).truncate());
        });
        if button::sign_ui(ui, icons::COPY, view.say("copy-id")).clicked() {
            commands.push(Command::CopyText(id.to_owned()));
        }
    });
}
