//! Change licenses: old → new with the offer's limits, guarded like an upgrade.

use egui::{Context, RichText};

use super::{cancel_ui, mark_all};
use crate::rules::lifecycle::{self, Action};
use crate::state::{Command, Drafts};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::Place;
use crate::ui::theme::{self, DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, button, form, icons, spoken};

pub fn licenses_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.licenses;
    let Some((customer, subscription)) = view.selected() else { return Ended::Dismissed };
    let refusal = match draft.parse() {
        Err(problem) => Some(view.words.problem(&problem)),
        Ok(to) => lifecycle::check(view.setting(), customer, subscription, Action::ChangeLicenses { to })
            .err()
            .map(|refusal| view.words.action_refusal(&refusal)),
    };
    dialog_ui(
        ctx,
        view.say("licenses-title"),
        DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            ui.label(
                RichText::new(shown(view.naming().subscription(subscription)))
                    .font(theme::semibold())
                    .color(palette.text),
            );
            let field = form::row_ui(ui, view.say("field-licenses"), |ui| {
                ui.horizontal(|ui| {
                    ui.label(format!("{}  {}", view.words.number(subscription.quantity), icons::ARROW_RIGHT));
                    let name = view.say("field-licenses");
                    let response = form::line_ui(ui, Place::Dialog, name, &mut draft.licenses, 96.0).response;
                    mark_all(ui, &response, &draft.licenses);
                    response
                })
                .inner
            });
            if let Some(offer) = subscription.offer_id.as_ref().and_then(|id| view.session.offers.find(id)) {
                let text = view.words.with(
                    "licenses-limits",
                    &[
                        ("minimum", offer.minimum.into()),
                        ("maximum", offer.maximum.into()),
                        ("today", subscription.quantity.into()),
                    ],
                );
                form::hint_ui(ui, &text);
            }
            let assigned =
                subscription.assigned.map_or_else(|| view.say("not-known").to_owned(), |n| view.words.number(n));
            form::hint_ui(ui, &view.words.with("licenses-assigned", &[("assigned", assigned.into())]));
            if let Some(refusal) = &refusal {
                spoken::wrong(&field, refusal);
                form::problem_ui(ui, refusal);
            }
            form::hint_ui(ui, view.say("recorded-here"));
        },
        |ui, (), entered| {
            cancel_ui(ui, view, commands);
            let reasons = refusal.as_slice();
            if button::guarded_ui(ui, view.say("submit"), reasons) || (entered && reasons.is_empty()) {
                commands.push(Command::ConfirmLicenses);
            }
        },
    )
}
