//! Opening and closing the one dialog, with its draft filled. What its buttons do is decided elsewhere.

use super::command::Command;
use super::draft::{
    ColumnsDraft, CustomerDraft, LicensesDraft, OfferDraft, PaletteDraft, PartnerDraft, SubscriptionDraft, UpgradeDraft,
};
use super::effect::Effect;
use super::notice::Notice;
use super::palette::{self, Found};
use super::session::Dialog;
use super::{AppState, bulk, importing, opening};
use crate::model::{Id, Tab};

#[expect(clippy::wildcard_enum_match_arm, reason = "every other command opens nothing")]
pub(super) fn open(state: &mut AppState, command: &Command) -> Vec<Effect> {
    if state.session.file.is_read_only() && edits(command) {
        state.session.post(Notice::ReadOnly);
        return Vec::new();
    }
    let dialog = match command {
        Command::AskNewCustomer => {
            state.drafts.customer = CustomerDraft::default();
            Dialog::Customer { is_new: true }
        }
        Command::AskEditCustomer => {
            let Some(customer) = state.customer() else { return Vec::new() };
            state.drafts.customer = CustomerDraft::of(customer);
            Dialog::Customer { is_new: false }
        }
        Command::AskDeleteCustomer if state.customer().is_some() => Dialog::DeleteCustomer,
        Command::AskNewSubscription { parent } if state.customer().is_some() => {
            state.drafts.new_subscription = SubscriptionDraft::blank(parent.as_ref());
            Dialog::Subscription
        }
        Command::AskDeleteSubscription if state.subscription().is_some() => Dialog::DeleteSubscription,
        Command::AskBulk => {
            let Some(dialog) = bulk::begin(state) else { return Vec::new() };
            dialog
        }
        Command::AskColumns(list) => {
            state.drafts.columns = ColumnsDraft::of(&state.session.settings.columns, *list);
            Dialog::Columns(*list)
        }
        Command::AskUpgrade { target } => {
            if !fill_upgrade(state, target.as_ref()) {
                return Vec::new();
            }
            Dialog::Upgrade
        }
        Command::AskChangeLicenses => {
            let Some(record) = state.subscription() else { return Vec::new() };
            state.drafts.licenses = LicensesDraft { licenses: record.quantity.to_string() };
            Dialog::Licenses
        }
        Command::AskAction(action) if state.subscription().is_some() => Dialog::Action(*action),
        Command::AskRealId { source } => {
            state.drafts.real_id.clear();
            let from_tasks = matches!(state.session.dialog, Some(Dialog::UpgradeRecorded { .. }));
            Dialog::RealId { source: source.clone(), from_tasks }
        }
        Command::AskAccount => {
            state.drafts.partner = PartnerDraft::of(&state.portfolio.partner);
            Dialog::Account
        }
        Command::AskAbout => Dialog::About,
        Command::AskKeys => Dialog::Keys,
        Command::AskPalette => {
            state.drafts.palette = PaletteDraft::default();
            Dialog::Palette { found: Found::default() }
        }
        Command::SearchPalette(query) if matches!(state.session.dialog, Some(Dialog::Palette { .. })) => {
            let found = palette::find(query, &state.session.offers, &state.session.derived);
            Dialog::Palette { found }
        }
        Command::ShowManual { chapter, condition } => Dialog::Manual { chapter: *chapter, condition: *condition },
        Command::AskCustomerPage => {
            let Some(customer) = state.customer() else { return Vec::new() };
            Dialog::CustomerPage { customer: customer.id.clone() }
        }
        Command::ShowCondition(condition) => Dialog::Condition(*condition),
        Command::ShowHistory | Command::ShowRecovered => {
            state.drafts.history_search.clear();
            state.drafts.history_customer.clear();
            state.drafts.history_kind = None;
            state.drafts.history_entry = None;
            state.session.shows_recovered = *command == Command::ShowRecovered;
            state.session.journaled = None;
            state.session.dialog = Some(Dialog::History);
            return vec![Effect::ReadHistory];
        }
        Command::ShowBackups => {
            state.session.backups = None;
            state.session.dialog = Some(Dialog::Backups);
            return vec![Effect::ListBackups];
        }
        Command::AskTable => Dialog::Table,
        Command::ShowFindings => Dialog::Findings,
        Command::ShowVersions if state.session.file.theirs.is_some() => Dialog::Versions,
        Command::ShowOffers => {
            let first = state.session.offers.all().next().map(|offer| offer.id.clone());
            let selected = state.subscription().and_then(|record| record.offer_id.clone()).or(first);
            state.drafts.offer_search.clear();
            if let Some(id) = selected {
                load_offer_draft(state, &id);
            }
            Dialog::Offers
        }
        Command::ShowOffer(id) => {
            load_offer_draft(state, id);
            Dialog::Offers
        }
        Command::ShowTasks { target } => {
            let Some(dialog) = show_tasks(state, target) else { return Vec::new() };
            dialog
        }
        Command::CloseDialog => {
            let effects = importing::stop(state);
            if matches!(state.session.dialog, Some(Dialog::Path { .. } | Dialog::Overwrite { .. })) {
                // Whoever gives up naming the file gives up what was to follow the save.
                opening::stay(state);
            }
            state.session.dialog = tasks_again(state);
            return effects;
        }
        _ => return Vec::new(),
    };
    state.session.dialog = Some(dialog);
    Vec::new()
}

/// The task list, where the open dialog was asked for from it.
pub(super) fn tasks_again(state: &AppState) -> Option<Dialog> {
    let Some(Dialog::RealId { source, from_tasks: true }) = &state.session.dialog else { return None };
    let customer = state.session.selection.customer.as_ref()?;
    let mut found = state.portfolio.upgrades.iter().rev();
    let upgrade = found.find(|upgrade| upgrade.customer == *customer && upgrade.source == *source)?;
    Some(Dialog::UpgradeRecorded { customer: customer.clone(), target: upgrade.target.clone() })
}

/// Whether the dialog that a command opens is for changing something.
const fn edits(command: &Command) -> bool {
    matches!(
        command,
        Command::AskNewCustomer
            | Command::AskEditCustomer
            | Command::AskDeleteCustomer
            | Command::AskNewSubscription { .. }
            | Command::AskDeleteSubscription
            | Command::AskBulk
            | Command::AskUpgrade { .. }
            | Command::AskChangeLicenses
            | Command::AskAction(_)
            | Command::AskRealId { .. }
            | Command::AskAccount
    )
}

/// Fills the upgrade dialog: the target asked for, or else the first that is eligible, and the licenses of today.
fn fill_upgrade(state: &mut AppState, asked: Option<&Id>) -> bool {
    let Some(quantity) = state.subscription().map(|record| record.quantity) else { return false };
    let Some(ledger) = state.session.derived.ledger() else { return false };
    let assessment = &ledger.assessment;
    let eligible = assessment.eligible().next().or_else(|| assessment.targets.first());
    let target = asked.cloned().or_else(|| eligible.map(|target| target.target.clone()));
    state.drafts.upgrade =
        UpgradeDraft { target, licenses: quantity.to_string(), comment: String::new(), refusal: None };
    true
}

/// The recorded upgrade whose new subscription this is, with that subscription selected.
fn show_tasks(state: &mut AppState, target: &Id) -> Option<Dialog> {
    let found = state.portfolio.upgrades.iter().rev().find(|upgrade| upgrade.target == *target);
    let Some(customer) = found.map(|upgrade| upgrade.customer.clone()) else {
        state.session.post(Notice::CustomerGone { id: target.clone() });
        return None;
    };
    state.session.tab = Tab::Customers;
    state.select(Some(&customer), Some(target.clone()));
    state.refresh();
    Some(Dialog::UpgradeRecorded { customer, target: target.clone() })
}

/// Loads an offer into the offers window: as in force, or a blank one under the name that subscriptions give it.
pub(super) fn load_offer_draft(state: &mut AppState, id: &Id) {
    let met_as = || {
        let all = state.portfolio.customers.iter().flat_map(|customer| &customer.subscriptions);
        let mut names = all.filter(|record| record.offer_id.as_ref() == Some(id)).map(|record| &*record.offer_name);
        names.find(|name| !name.is_empty()).unwrap_or_default().to_owned()
    };
    state.drafts.offer = match state.session.offers.find(id) {
        Some(offer) => OfferDraft::of(offer),
        None => OfferDraft::blank(id, &met_as()),
    };
}
