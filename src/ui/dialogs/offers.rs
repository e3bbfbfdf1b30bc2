//! The offers window: limits, cycles and services of every offer, and what of them this portfolio changes.

use egui::accesskit::Role;
use egui::{Align, Context, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::model::{Family, Id};
use crate::state::{Command, Drafts, Field, OfferDraft, Sought};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::{self, Place};
use crate::ui::form::{self, Problems};
use crate::ui::offer_picker::is_meant;
use crate::ui::theme::{self, Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, icons, spoken};

/// The service plans that matter to an upgrade.
const SERVICES: [&str; 10] = [
    "OFFICE_BUSINESS",
    "OFFICESUBSCRIPTION",
    "SHAREPOINTWAC",
    "ONEDRIVESTANDARD",
    "EXCHANGE_S_STANDARD",
    "EXCHANGE_S_ENTERPRISE",
    "SHAREPOINTSTANDARD",
    "SHAREPOINTENTERPRISE",
    "MCOSTANDARD",
    "RMS_S_ENTERPRISE",
];

pub fn offers_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let parsed = drafts.offer.parse();
    let list = parsed.as_ref().err().cloned().unwrap_or_default();
    let in_force = view.session.offers.find(&Id::new(&drafts.offer.id));
    let is_changed = parsed.as_ref().is_ok_and(|offer| in_force != Some(offer));
    let is_own = view.session.offers.is_own(&Id::new(&drafts.offer.id));
    dialog_ui(
        ctx,
        view.say("offers-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            form::hint_ui(ui, view.say("offers-hint"));
            let height = (ui.ctx().content_rect().height() - 290.0).clamp(160.0, 460.0);
            // A height of its own: the line between the two would take all there is, and more in each frame.
            let whole = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(whole, Layout::left_to_right(Align::TOP), |ui| {
                ui.allocate_ui(vec2(300.0, height), |ui| {
                    ui.vertical(|ui| list_ui(ui, view, drafts, height, &mut asked));
                });
                ui.separator();
                ui.vertical(|ui| {
                    ScrollArea::vertical()
                        .id_salt("offer")
                        .min_scrolled_height(height)
                        .max_height(height)
                        .auto_shrink([false, false])
                        .show(ui, |ui| {
                            offer_ui(
                                ui,
                                view,
                                &mut drafts.offer,
                                Problems { view, list: &list, warnings: &[] },
                                is_own,
                            );
                        });
                });
            });
            asked
        },
        |ui, asked, _| {
            commands.extend(asked);
            if ui.button(view.say("close")).clicked() {
                commands.push(Command::CloseDialog);
            }
            if is_own && ui.button(view.say("offers-restore")).clicked() {
                commands.push(Command::RestoreOffer);
            }
            if button::primary_ui(ui, view.say("offers-save"), is_changed).clicked() {
                commands.push(Command::ConfirmOffer);
            }
        },
    )
}

fn list_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, height: f32, commands: &mut Commands) {
    let hint = view.say("offer-search");
    let typed = field::field_ui(ui, Place::Search, &mut drafts.offer_search, |text| {
        TextEdit::singleline(text).desired_width(280.0).hint_text(hint)
    });
    typed.response.accessible_name(hint);
    let sought = Sought::new(&drafts.offer_search);
    let naming = view.naming();
    let all = view.session.derived.offers().iter();
    let found: Vec<_> = all.filter(|offer| is_meant(view, offer, &sought)).collect();
    ScrollArea::vertical()
        .id_salt("offers")
        .min_scrolled_height(height - 40.0)
        .max_height(height - 40.0)
        .auto_shrink([false, false])
        .show_rows(ui, theme::FIELD_HEIGHT, found.len(), |ui, range| {
            for offer in found.get(range).unwrap_or_default() {
                let is_on = offer.id.as_str() == drafts.offer.id;
                let (mark, meaning) = if view.session.offers.is_own(&offer.id) {
                    (icons::PENCIL, view.say("offers-own"))
                } else if offer.services.is_none() {
                    (icons::CIRCLE_HELP, view.say("offers-services-unknown-hint"))
                } else {
                    ("", "")
                };
                let text = format!("{} {mark}", shown(naming.offer(offer)));
                let row = egui::Button::selectable(is_on, text.trim_end()).truncate();
                ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
                    let response = ui.add(row.min_size(vec2(0.0, theme::FIELD_HEIGHT)));
                    spoken::selectable(&response, Role::ListBoxOption, is_on, &shown(naming.offer(offer)));
                    spoken::description(&response, meaning);
                    if response.clicked() {
                        commands.push(Command::ShowOffer(offer.id.clone()));
                    }
                });
            }
        });
}

fn offer_ui(ui: &mut Ui, view: View<'_>, draft: &mut OfferDraft, problems: Problems<'_>, is_own: bool) {
    let palette = Palette::of(ui);
    ui.add(egui::Label::new(RichText::new(shown(&draft.name)).font(theme::title()).color(palette.text)).wrap());
    form::hint_ui(ui, &draft.id.clone());
    if is_own {
        ui.label(RichText::new(format!("{} {}", icons::PENCIL, view.say("offers-own"))).color(palette.unknown));
    } else if draft.is_new {
        ui.label(RichText::new(view.say("offer-not-in-catalog")).color(palette.unknown));
    } else {
        let source = &view.session.catalog.offers_source;
        form::hint_ui(ui, &view.words.bracketed(&source.title, &source.date));
    }
    let field = form::text_ui(ui, view.say("field-offer-name"), &mut draft.name);
    problems.under_ui(ui, Field::OfferName, &field);
    let field = form::text_ui(ui, view.say("field-minimum"), &mut draft.minimum);
    problems.under_ui(ui, Field::Minimum, &field);
    let field = form::text_ui(ui, view.say("field-maximum"), &mut draft.maximum);
    problems.under_ui(ui, Field::Maximum, &field);
    let field = form::text_ui(ui, view.say("field-concurrent-limit"), &mut draft.concurrent_limit);
    problems.under_ui(ui, Field::ConcurrentLimit, &field);
    form::row_ui(ui, view.say("field-cycles"), |ui| {
        ui.checkbox(&mut draft.annual, view.say("cycle-annual"));
        ui.checkbox(&mut draft.monthly, view.say("cycle-monthly"));
    });
    let label = view.say("field-family");
    form::row_ui(ui, label, |ui| {
        let families = Family::ALL.map(|family| (family, view.words.family(family)));
        let shown = view.words.family(draft.family);
        form::choice_ui(ui, view.words, "family", label, &mut draft.family, &families, shown);
    });
    form::row_ui(ui, view.say("field-services"), |ui| services_ui(ui, view, draft));
}

fn services_ui(ui: &mut Ui, view: View<'_>, draft: &mut OfferDraft) {
    ui.checkbox(&mut draft.services_known, view.say("offers-services-known"));
    if !draft.services_known {
        form::hint_ui(ui, view.say("offers-services-unknown-hint"));
        return;
    }
    for service in SERVICES {
        let mut is_in = draft.service_list().iter().any(|other| **other == *service);
        if ui.checkbox(&mut is_in, view.words.service(service)).changed() {
            draft.set_service(service, is_in);
        }
    }
    form::hint_ui(ui, view.say("offers-services-others"));
    let width = form::field_width(ui);
    let typed =
        field::field_ui(ui, Place::Dialog, &mut draft.services, |text| TextEdit::singleline(text).desired_width(width));
    typed.response.accessible_name(view.say("field-services"));
}
