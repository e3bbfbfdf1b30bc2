//! The form with every field of a subscription. A field is recorded on Enter or when it is left; what makes no sense yet is said below it.

use egui::{Response, RichText, Ui};

use super::details::card_ui;
use super::field::Place;
use super::form::{self, Problems};
use super::offer_picker::offer_picker_ui;
use super::theme::{self, Palette};
use super::{Commands, View, button, icons, spoken};
use crate::model::{BillingCycle, Customer, Status, Subscription};
use crate::rules::lifecycle::{self, Action};
use crate::rules::{Held, check_licenses, held};
use crate::state::{ChannelChoice, Command, Drafts, Field, SubscriptionDraft};
use crate::text::Words;

pub fn details_form_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    subscription: &Subscription,
    drafts: &mut Drafts,
    commands: &mut Commands,
) {
    card_ui(ui, |ui| {
        form::head_ui(ui, view.say("details-title"));
        let draft = &mut drafts.subscription;
        let (record, problems) = draft.parse(customer);
        let warnings = warnings(view, &record);
        let problems = Problems { view, list: &problems, warnings: &warnings };
        let mut commit = licenses_ui(ui, view, draft, problems, commands);
        let can_change = view.why_read_only().is_empty();
        let fields = ui.add_enabled_ui(can_change, |ui| fields_ui(ui, view, customer, draft, problems, Form::Details));
        commit |= fields.inner;
        if commit {
            commands.push(Command::CommitForm);
        }
        ui.add_space(theme::GAP);
        actions_ui(ui, view, subscription, commands);
    });
}

/// What is odd about the numbers of a record. The form records what Partner Center shows, so it is said and not refused.
pub fn warnings(view: View<'_>, record: &Subscription) -> Vec<(Field, String)> {
    let mut warnings = Vec::new();
    // What is over has no licenses any more in some lists.
    if held(record) != Held::No {
        let offer = record.offer_id.as_ref().and_then(|id| view.session.offers.find(id));
        let refusal = check_licenses(offer.map(|offer| &**offer), None, record.quantity).err();
        warnings.extend(refusal.map(|refusal| (Field::Quantity, view.words.quantity_refusal(&refusal))));
    }
    if record.assigned.is_some_and(|assigned| assigned > record.quantity) {
        let text = view.words.with("warning-assigned", &[("quantity", record.quantity.into())]);
        warnings.push((Field::Assigned, text));
    }
    warnings
}

/// Which form the fields stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The details of a recorded subscription.
    Details,
    /// The dialog for a new one.
    New,
}

/// The quantity with the guarded way to change it beside it.
fn licenses_ui(
    ui: &mut Ui,
    view: View<'_>,
    draft: &mut SubscriptionDraft,
    problems: Problems<'_>,
    commands: &mut Commands,
) -> bool {
    let label = view.say("field-quantity");
    form::row_ui(ui, label, |ui| {
        let mut commit = false;
        let response = ui.horizontal(|ui| {
            let can_change = view.why_read_only().is_empty();
            let quantity = |ui: &mut Ui| typed_ui(ui, label, draft, |draft| &mut draft.quantity, Form::Details, 48.0);
            let (done, response) = ui.add_enabled_ui(can_change, quantity).inner;
            commit = done;
            let change = |ui: &mut Ui| {
                let change = ui.button(view.say("change-licenses"));
                // What is changed stands before it, for who sees it.
                spoken::description(&change, label);
                change
            };
            if button::blocked_by_ui(ui, &view.why_read_only(), change) {
                commands.push(Command::AskChangeLicenses);
            }
            response
        });
        problems.under_ui(ui, Field::Quantity, &response.inner);
        commit
    })
}

/// Every field but the quantity of the details. Says whether one of them was left or chosen.
pub fn fields_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    draft: &mut SubscriptionDraft,
    problems: Problems<'_>,
    place: Form,
) -> bool {
    let mut commit = false;
    let salt = if place == Form::New { "new" } else { "details" };
    let id: Line = ("field-subscription-id", Some(Field::SubscriptionId), |draft| &mut draft.id);
    let line = |ui: &mut Ui, draft: &mut SubscriptionDraft, line| line_ui(ui, problems, place, draft, line);
    if place == Form::New {
        commit |= line(ui, draft, id);
        commit |= line(ui, draft, ("field-quantity", Some(Field::Quantity), |draft| &mut draft.quantity));
    }
    commit |= line(ui, draft, ("field-assigned", Some(Field::Assigned), |draft| &mut draft.assigned));
    let label = view.say("field-offer");
    commit |= form::row_ui(ui, label, |ui| {
        offer_picker_ui(ui, view, salt, label, &mut draft.offer_id, &mut draft.offer_name)
    });
    commit |= choices_ui(ui, view, draft, salt);
    if draft.channel == ChannelChoice::OtherReseller {
        commit |= line(ui, draft, ("field-other-reseller", None, |draft| &mut draft.other_reseller));
    }
    commit |= renewal_ui(ui, view, draft, salt);
    commit |= line(ui, draft, ("field-commitment-end", Some(Field::CommitmentEnd), |draft| &mut draft.commitment_end));
    commit |= line(ui, draft, ("field-created", Some(Field::Created), |draft| &mut draft.created));
    commit |= line(ui, draft, ("field-suspended-on", Some(Field::SuspendedOn), |draft| &mut draft.suspended_on));
    commit |= line(ui, draft, ("field-nickname", None, |draft| &mut draft.friendly_name));
    commit |= parent_ui(ui, view, customer, draft, problems, salt);
    if place == Form::Details {
        commit |= line(ui, draft, id);
        commit |= line(ui, draft, ("field-offer-id", None, |draft| &mut draft.offer_id));
        commit |= line(ui, draft, ("field-offer-name", None, |draft| &mut draft.offer_name));
        commit |= line(ui, draft, ("field-upgraded-to", None, |draft| &mut draft.upgraded_to));
    }
    commit
}

/// One of the texts of the form.
type Text = fn(&mut SubscriptionDraft) -> &mut String;

/// The message that names a text, the field that can have a problem, and the text.
type Line = (&'static str, Option<Field>, Text);

/// A line of text with its label, and what is wrong with it below. Says whether it was left.
fn line_ui(ui: &mut Ui, problems: Problems<'_>, place: Form, draft: &mut SubscriptionDraft, line: Line) -> bool {
    let (id, field, text) = line;
    let label = problems.view.words.say(id);
    form::row_ui(ui, label, |ui| {
        let width = form::field_width(ui);
        let (done, response) = typed_ui(ui, label, draft, text, place, width);
        if let Some(field) = field {
            problems.under_ui(ui, field, &response);
        }
        done
    })
}

/// The field of a text, in which Escape brings back what is recorded. Says whether it was left.
fn typed_ui(
    ui: &mut Ui,
    label: &str,
    draft: &mut SubscriptionDraft,
    text: Text,
    place: Form,
    width: f32,
) -> (bool, Response) {
    let place = if place == Form::Details { Place::Record } else { Place::Dialog };
    let typed = form::line_ui(ui, place, label, text(draft), width);
    if typed.escaped
        && let Some(mut recorded) = draft.recorded()
    {
        text(draft).clone_from(text(&mut recorded));
        ui.ctx().request_repaint();
    }
    (typed.done, typed.response)
}

/// A choice in a row of its own.
fn choice_row_ui<T: PartialEq + Clone>(
    ui: &mut Ui,
    words: &Words,
    salt: (&str, &str),
    label: &str,
    value: &mut T,
    choices: &[(T, &str)],
) -> bool {
    let shown = choices.iter().find(|(choice, _)| choice == value).map_or("", |(_, text)| *text);
    form::row_ui(ui, label, |ui| form::choice_ui(ui, words, salt, label, value, choices, shown))
}

fn choices_ui(ui: &mut Ui, view: View<'_>, draft: &mut SubscriptionDraft, salt: &str) -> bool {
    let words = view.words;
    let mut statuses = vec![
        Status::Active,
        Status::Suspended,
        Status::Deleted,
        Status::Expired,
        Status::Pending,
        Status::Disabled,
        Status::Unset,
    ];
    // A word that a file brought can be kept or given up, not made up.
    if let Status::Other(_) = draft.status {
        statuses.push(draft.status.clone());
    }
    let named: Vec<(Status, &str)> = statuses.iter().map(|status| (status.clone(), words.status(status))).collect();
    let mut changed = choice_row_ui(ui, words, (salt, "status"), view.say("field-status"), &mut draft.status, &named);
    let mut cycles = vec![
        BillingCycle::Monthly,
        BillingCycle::Annual,
        BillingCycle::OneTime,
        BillingCycle::Triennial,
        BillingCycle::Biennial,
        BillingCycle::Unset,
    ];
    if let BillingCycle::Other(_) = draft.billing_cycle {
        cycles.push(draft.billing_cycle.clone());
    }
    let named: Vec<(BillingCycle, &str)> = cycles.iter().map(|cycle| (cycle.clone(), words.cycle(cycle))).collect();
    changed |= choice_row_ui(ui, words, (salt, "cycle"), view.say("field-cycle"), &mut draft.billing_cycle, &named);
    let named = ChannelChoice::ALL.map(|choice| (choice, words.channel_choice(choice)));
    changed |= choice_row_ui(ui, words, (salt, "channel"), view.say("field-channel"), &mut draft.channel, &named);
    changed
}

fn renewal_ui(ui: &mut Ui, view: View<'_>, draft: &mut SubscriptionDraft, salt: &str) -> bool {
    let words = view.words;
    let answers = [Some(true), Some(false), None].map(|answer| (answer, words.yes_no(answer)));
    let mut changed =
        choice_row_ui(ui, words, (salt, "renew"), view.say("field-auto-renew"), &mut draft.auto_renew, &answers);
    changed |= choice_row_ui(ui, words, (salt, "trial"), view.say("field-trial"), &mut draft.trial, &answers);
    changed
}

/// The base of an add-on, among the customer's other subscriptions.
fn parent_ui(
    ui: &mut Ui,
    view: View<'_>,
    customer: &Customer,
    draft: &mut SubscriptionDraft,
    problems: Problems<'_>,
    salt: &str,
) -> bool {
    let naming = view.naming();
    let mut choices: Vec<(String, String)> = vec![(String::new(), view.say("parent-none").to_owned())];
    let own = draft.id.clone();
    choices.extend(
        customer
            .subscriptions
            .iter()
            .filter(|other| other.parent_id.is_none() && other.id.as_str() != own)
            .map(|other| (other.id.to_string(), format!("{} · {}", naming.subscription(other), other.id))),
    );
    if !choices.iter().any(|(id, _)| *id == draft.parent_id) {
        choices.push((draft.parent_id.clone(), draft.parent_id.clone()));
    }
    let named: Vec<(String, &str)> = choices.iter().map(|(id, text)| (id.clone(), text.as_str())).collect();
    let label = view.say("field-parent");
    let before = draft.parent_id.clone();
    let shown = named.iter().find(|(id, _)| *id == before).map_or("", |(_, text)| *text);
    let parent = &mut draft.parent_id;
    let field = form::row_ui(ui, label, |ui| {
        form::choice_field_ui(ui, view.words, (salt, "parent"), label, parent, &named, shown)
    });
    problems.under_ui(ui, Field::ParentId, &field);
    draft.parent_id != before
}

/// Suspend, Reactivate, Cancel, and what concerns the record alone.
fn actions_ui(ui: &mut Ui, view: View<'_>, subscription: &Subscription, commands: &mut Commands) {
    let palette = Palette::of(ui);
    if let Some(day) = lifecycle::deletion_day(subscription) {
        let text = view.words.with("deletion-day", &[("day", day.to_string().into())]);
        ui.label(
            RichText::new(format!("{} {text}", icons::TRIANGLE_ALERT)).font(theme::small()).color(palette.unknown),
        );
    }
    let why_not = view.why_read_only();
    let deed_ui = |ui: &mut Ui, sign: &str, text: &str| {
        button::blocked_by_ui(ui, &why_not, |ui| button::sign_text_ui(ui, sign, text))
    };
    ui.horizontal_wrapped(|ui| {
        for (action, sign) in
            [(Action::Suspend, icons::PAUSE), (Action::Reactivate, icons::PLAY), (Action::Cancel, icons::BAN)]
        {
            if lifecycle::starts_from(action, &subscription.status) && deed_ui(ui, sign, view.words.action(action)) {
                commands.push(Command::AskAction(action));
            }
        }
        if subscription.parent_id.is_none() && deed_ui(ui, icons::PLUS, view.say("add-add-on")) {
            commands.push(Command::AskNewSubscription { parent: Some(subscription.id.clone()) });
        }
        if deed_ui(ui, icons::TRASH_2, view.say("delete-record")) {
            commands.push(Command::AskDeleteSubscription);
        }
    });
    form::hint_ui(ui, view.say("form-hint"));
}
