//! The upgrade dialog: every target of the path, the number of licenses, what changes, Submit.

use egui::accesskit::Role;
use egui::{Context, Frame, Margin, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::{cancel_ui, focus_first, mark_all};
use crate::model::{Customer, Offer, Services, Subscription};
use crate::rules::{self, TargetAssessment, Verdict};
use crate::state::{Command, Drafts, Ledger, UpgradeDraft};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::Place;
use crate::ui::theme::{self, DIALOG_WIDTH, GAP, Palette, RADIUS, SMALL_GAP};
use crate::ui::{Commands, View, button, form, icons, spoken, symbols};

pub fn upgrade_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.upgrade;
    let found = view.customer().and_then(|customer| {
        let id = view.session.selection.subscription.as_ref()?;
        Some((customer, customer.subscription(id)?, view.session.derived.ledger()?))
    });
    let Some((customer, subscription, ledger)) = found else { return Ended::Dismissed };
    let chosen = draft.target.clone();
    let chosen = chosen.as_ref().and_then(|target| ledger.assessment.target(target));
    let reasons = reasons(view, customer, ledger, chosen, licenses_refusal(view, subscription, draft));
    let name = view.naming().subscription(subscription);
    let title = view.words.with("upgrade-title", &[("offer", name.into())]);
    dialog_ui(
        ctx,
        &title,
        DIALOG_WIDTH,
        |ui| {
            let about = view.words.with("upgrade-about", &[("customer", customer.company_name.as_str().into())]);
            ui.label(RichText::new(about).color(Palette::of(ui).weak));
            ui.add_space(SMALL_GAP);
            form::head_ui(ui, view.say("upgrade-choose-offer"));
            if ledger.assessment.targets.is_empty() {
                let reason = ledger.assessment.no_path.as_ref();
                ui.label(reason.map_or("", |reason| view.naming().no_path(reason)));
            }
            for target in &ledger.assessment.targets {
                target_ui(ui, view, customer, ledger, target, draft);
            }
            ui.add_space(SMALL_GAP);
            licenses_ui(ui, view, subscription, draft);
            summary_ui(ui, view, subscription, draft);
            form::row_ui(ui, view.say("field-comment"), |ui| {
                form::lines_ui(ui, view.say("field-comment"), &mut draft.comment, 2);
            });
            refusal_ui(ui, view, customer, draft);
        },
        |ui, (), entered| {
            ui.label(RichText::new(view.say("upgrade-offline")).font(theme::small()).color(Palette::of(ui).weak));
            cancel_ui(ui, view, commands);
            if button::guarded_ui(ui, view.say("submit"), &reasons) || (entered && reasons.is_empty()) {
                commands.push(Command::ConfirmUpgrade);
            }
        },
    )
}

/// Why the upgrade cannot be submitted: nothing is in the way when there is none.
fn reasons(
    view: View<'_>,
    customer: &Customer,
    ledger: &Ledger,
    chosen: Option<&TargetAssessment>,
    licenses: Option<String>,
) -> Vec<String> {
    let naming = view.naming_of(customer);
    let mut reasons = match (chosen, &ledger.assessment.no_path) {
        (Some(target), _) if target.verdict == Verdict::Eligible => Vec::new(),
        (Some(target), _) => target.findings.iter().filter_map(|finding| naming.finding(finding)).collect(),
        (None, Some(reason)) => vec![naming.no_path(reason).to_owned()],
        (None, None) => vec![view.say("upgrade-choose-offer").to_owned()],
    };
    reasons.extend(licenses);
    reasons
}

/// One target as a card that is a choice; a blocked one says why, and can be looked at.
fn target_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    ledger: &Ledger,
    target: &TargetAssessment,
    draft: &mut UpgradeDraft,
) {
    let palette = Palette::of(ui);
    let name = &*shown(view.naming().offer_id(&target.target));
    let is_open = target.verdict == Verdict::Eligible;
    let is_on = draft.target.as_ref() == Some(&target.target);
    let naming = view.naming_of(customer);
    let reasons: Vec<String> = target.findings.iter().filter_map(|finding| naming.finding(finding)).collect();
    let id = ui.scope_id().with(("target", target.target.as_str()));
    let response = ui
        .scope_builder(UiBuilder::new().id_salt(id).sense(Sense::click()), |ui| {
            let line = if is_on { Stroke::new(1.5, palette.accent) } else { Stroke::new(1.0, palette.border) };
            let fill = if is_on { palette.selection } else { palette.page };
            Frame::new().fill(fill).stroke(line).corner_radius(RADIUS).inner_margin(Margin::symmetric(12, 8)).show(
                ui,
                |ui| {
                    ui.set_width(ui.available_width());
                    ui.horizontal(|ui| {
                        let sign = if is_on { icons::CIRCLE_CHECK } else { icons::CIRCLE };
                        let color = if is_on { palette.accent } else { palette.weak };
                        ui.label(RichText::new(sign).color(color));
                        let color = if is_open { palette.text } else { palette.weak };
                        ui.label(RichText::new(name).font(theme::semibold()).color(color));
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                            let color = symbols::verdict_color(target.verdict, palette);
                            let text =
                                format!("{} {}", symbols::verdict(target.verdict), view.words.verdict(target.verdict));
                            ui.label(RichText::new(text).font(theme::small()).color(color));
                        });
                    });
                    for reason in &reasons {
                        ui.label(RichText::new(reason).font(theme::small()).color(palette.text));
                    }
                },
            );
        })
        .response;
    let spoken = view.words.with(
        "upgrade-target",
        &[
            ("target", name.into()),
            ("verdict", view.words.verdict(target.verdict).into()),
            ("reasons", view.words.list(&reasons).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &spoken));
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(1.0),
            RADIUS,
            Stroke::new(2.0, palette.accent),
            egui::StrokeKind::Outside,
        );
    }
    if response.clicked() && ledger.assessment.target(&target.target).is_some() {
        draft.target = Some(target.target.clone());
        draft.refusal = None;
    }
}

fn target_offer<'a>(view: View<'a>, draft: &UpgradeDraft) -> Option<&'a Offer> {
    view.session.offers.find(draft.target.as_ref()?).map(|offer| &**offer)
}

fn licenses_refusal(view: View<'_>, subscription: &Subscription, draft: &UpgradeDraft) -> Option<String> {
    match draft.parse() {
        Err(problem) => Some(view.words.problem(&problem)),
        Ok(licenses) => rules::check_licenses(target_offer(view, draft), subscription.assigned, licenses)
            .err()
            .map(|refusal| view.words.quantity_refusal(&refusal)),
    }
}

/// The number of licenses with the offer's limits.
fn licenses_ui(ui: &mut Ui, view: View<'_>, subscription: &Subscription, draft: &mut UpgradeDraft) {
    let label = view.say("field-licenses");
    form::row_ui(ui, label, |ui| {
        let field = ui.horizontal(|ui| {
            let response = form::line_ui(ui, Place::Dialog, label, &mut draft.licenses, 96.0).response;
            focus_first(ui, &response, "upgrade");
            mark_all(ui, &response, &draft.licenses);
            if let Some(offer) = target_offer(view, draft) {
                let text = view.words.with(
                    "licenses-limits",
                    &[
                        ("minimum", offer.minimum.into()),
                        ("maximum", offer.maximum.into()),
                        ("today", subscription.quantity.into()),
                    ],
                );
                // The limits are read with the field, as long as they are kept to.
                spoken::description(&response, &text);
                form::hint_ui(ui, &text);
            }
            response
        });
        if let Some(refusal) = licenses_refusal(view, subscription, draft) {
            spoken::wrong(&field.inner, &refusal);
            form::problem_ui(ui, &refusal);
        } else if draft.parse().is_ok_and(|licenses| licenses < subscription.quantity) {
            let text = view.words.with("licenses-fewer", &[("today", subscription.quantity.into())]);
            form::warning_ui(ui, &text, &field.inner);
        }
    });
}

/// Before → after: offer, licenses, services gained and lost.
fn summary_ui(ui: &mut Ui, view: View<'_>, subscription: &Subscription, draft: &UpgradeDraft) {
    let Some(target) = target_offer(view, draft) else { return };
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.surface).corner_radius(RADIUS).inner_margin(Margin::symmetric(12, 8));
    ui.add_space(SMALL_GAP);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let arrow = icons::ARROW_RIGHT;
        let naming = view.naming();
        let change = |ui: &mut Ui, label: &str, before: &str, after: &str| {
            form::said_ui(ui, label, &format!("{before}  {arrow}  {after}"));
        };
        change(ui, view.say("field-offer"), naming.subscription(subscription), naming.offer(target));
        let after = draft.parse().map_or_else(|_| "?".to_owned(), |licenses| view.words.number(licenses));
        change(ui, view.say("column-licenses"), &view.words.number(subscription.quantity), &after);
        let source = subscription.offer_id.as_ref().and_then(|id| view.session.offers.find(id));
        services_ui(ui, view, source.map(|offer| &**offer), target);
    });
    ui.add_space(GAP);
}

fn services_ui(ui: &mut Ui, view: View<'_>, source: Option<&Offer>, target: &Offer) {
    let both = source.and_then(|source| Some((source.services.as_ref()?, target.services.as_ref()?)));
    let Some((before, after)) = both else {
        form::said_ui(ui, view.say("services-gained"), view.say("not-known"));
        return;
    };
    let list = |left: &Services, right: &Services| view.words.services(left.difference(right));
    for (label, text) in [("services-gained", list(after, before)), ("services-lost", list(before, after))] {
        form::said_ui(ui, view.say(label), &text);
    }
}

/// What the rules said at the last Submit.
fn refusal_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, draft: &UpgradeDraft) {
    let Some(refusal) = &draft.refusal else { return };
    let text = view.naming_of(customer).plan_refusal(refusal);
    form::problem_ui(ui, &view.words.with("upgrade-refused", &[("reason", text.into())]));
}
