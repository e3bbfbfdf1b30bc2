//! Carries a command out: decide, commit, then what follows in the session. The only way in.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::command::Command;
use super::decide::{Decision, decide};
use super::effect::Effect;
use super::notice::{Failure, Notice};
use super::session::{Dialog, Pending};
use super::{AppState, bulk, commit, dialogs, files, importing, opening, remembered};
use crate::model::{Change, Deed, Edit, Happened, Id};
use crate::rules::{Setting, lifecycle};

/// Up to so many edits are followed one by one; past it, judging everything anew is quicker.
const FOLLOWED_ONE_BY_ONE: usize = 64;

/// What comes from the world with a command: the time, and an id for whatever is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub at: DateTime<Utc>,
    pub id: Uuid,
}

/// Carries a command out, and says what the world has to do.
///
/// A change counts once the world says that it is in the journal. Until then everything else waits, in its order.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other command waits its turn")]
pub fn dispatch(state: &mut AppState, command: Command, stamp: &Stamp) -> Vec<Effect> {
    // What was shown until now is let go before the file is read that takes its place.
    let lets_go = matches!(command, Command::TheirsTaken { .. } | Command::MineKept { .. });
    let mut effects = match command {
        Command::Appended { waiting, untitled } => appended(state, waiting, untitled),
        Command::WorkedOut(worked) => {
            state.take_worked_out(*worked);
            Vec::new()
        }
        Command::OpeningSoFar { path, percent, first } => {
            opening::so_far(state, &path, percent, first);
            Vec::new()
        }
        Command::NotAppended(failure) => {
            not_appended(state, failure);
            Vec::new()
        }
        command => {
            // How much the file lacks is counted as it is said: what is queued can be behind what is said later.
            if let Command::Stored { waiting, .. } | Command::NotStored { waiting, .. } = &command {
                state.session.file.waiting = *waiting;
            }
            if opening::ends(&command) {
                state.session.opening = None;
            }
            state.session.queue.push_back((command, *stamp));
            Vec::new()
        }
    };
    effects.extend(carry_out_what_waits(state));
    state.session.is_kept_by_nobody |= lets_go || effects.contains(&Effect::Discard);
    if let Some(arrived) = opening::heard_now(state, &effects) {
        state.session.queue.push_back((arrived, *stamp));
        effects.extend(carry_out_what_waits(state));
    }
    if let Some(path) =
        effects.iter().find_map(|effect| if let Effect::Open { path, .. } = effect { Some(path) } else { None })
    {
        state.session.opening = Some(opening::begin(path, state.session.is_kept_by_nobody));
    }
    files::bring_back(state);
    effects.extend(state.work_beside());
    effects
}

fn carry_out_what_waits(state: &mut AppState) -> Vec<Effect> {
    let mut effects = Vec::new();
    while state.session.pending.is_none()
        && let Some((command, stamp)) = state.session.queue.pop_front()
    {
        effects.extend(carry_out(state, command, stamp));
    }
    effects
}

fn carry_out(state: &mut AppState, command: Command, stamp: Stamp) -> Vec<Effect> {
    // A form that could not be kept must not hold up what the world says, nor a person who wants to leave all the same.
    let session = &mut state.session;
    let goes_on = if command == Command::Quit {
        std::mem::take(&mut session.leaves_refused_form)
    } else {
        session.form_is_refused && command.is_answer()
    };
    if command.leaves_form() && !goes_on {
        let decision = decide(state, &Command::CommitForm, &stamp);
        let effects = settle(state, Command::CommitForm, decision);
        if state.session.pending.is_some() {
            // The form first; what leaves it comes when that is kept.
            state.session.queue.push_front((command, stamp));
            return effects;
        }
        say_what_is_not_recorded(state);
    }
    match decide(state, &command, &stamp) {
        Decision::Look => look(state, command, &stamp),
        decision @ (Decision::Nothing | Decision::Change(_) | Decision::Refused(_)) => settle(state, command, decision),
    }
}

/// What makes no sense in the form is not recorded, and goes when another record is shown: that is said.
fn say_what_is_not_recorded(state: &mut AppState) {
    let draft = &state.drafts.subscription;
    let customer = draft.shows().and_then(|(customer, _)| state.portfolio.customers.get(customer));
    let problems = customer.map(|customer| draft.unrecorded(customer)).unwrap_or_default();
    if !problems.is_empty() {
        state.session.post(Notice::FormProblems(problems));
    }
}

/// The dialogs that end when there was nothing to change.
const fn closes_its_dialog(command: &Command) -> bool {
    matches!(command, Command::ConfirmCustomer | Command::ConfirmAccount | Command::ConfirmImport)
}

/// Carries out what was decided.
fn settle(state: &mut AppState, command: Command, decision: Decision) -> Vec<Effect> {
    match decision {
        Decision::Look => {}
        Decision::Nothing => {
            if closes_its_dialog(&command) {
                state.session.dialog = None;
            }
        }
        Decision::Refused(notice) => refused(state, notice),
        Decision::Change(change) => {
            let at = change.at;
            return append(state, command, at, Happened::Did, Arc::new(change));
        }
    }
    Vec::new()
}

/// Asks the world to write a change down.
fn append(
    state: &mut AppState,
    command: Command,
    at: DateTime<Utc>,
    happened: Happened,
    change: Arc<Change>,
) -> Vec<Effect> {
    state.session.pending = Some(Pending { command, at, happened, change: Arc::clone(&change) });
    vec![Effect::Append { at, happened, change }]
}

/// The change could not be kept, and nothing comes of it.
fn not_appended(state: &mut AppState, failure: Failure) {
    let Some(pending) = state.session.pending.take() else { return };
    let was_form = pending.command == Command::CommitForm;
    // Who is told that the form cannot be kept, and asks to leave once more, leaves.
    let leaves = state.session.form_is_refused && was_form;
    let quit = state.session.queue.pop_front_if(|(command, _)| leaves && *command == Command::Quit);
    state.session.form_is_refused = was_form;
    // What waited behind it was wished for when it was thought to be kept. What the world said stays said.
    state.session.queue.retain(|(command, _)| command.is_answer());
    state.session.leaves_refused_form = quit.is_some();
    state.session.queue.extend(quit);
    state.session.file.was_asked_to_save = false;
    state.session.after_save = None;
    state.session.post(Notice::NotKept(failure));
}

/// The change is kept, and now counts.
fn appended(state: &mut AppState, waiting: usize, untitled: Option<PathBuf>) -> Vec<Effect> {
    let Some(Pending { command, at, happened, change }) = state.session.pending.take() else { return Vec::new() };
    state.session.form_is_refused = false;
    state.session.file.waiting = waiting;
    let mut effects = Vec::new();
    // A later change stands on what was recovered, which can only be undone step by step then.
    state.session.recovered_banner = false;
    match happened {
        Happened::Did => {
            apply(state, &change);
            state.session.history.did(Arc::clone(&change));
            if command == Command::ConfirmImport {
                effects = importing::ended(state);
            } else {
                after_change(state, &command, &change);
            }
        }
        Happened::Undid => {
            let inverse = change.inverse();
            apply(state, &inverse);
            state.session.history.undid(at);
            if matches!(change.deed, Deed::Import { .. }) {
                // What the file brought is no longer here, so it is no measure of what was changed here since.
                effects.push(Effect::ForgetImported { portfolio: state.portfolio.id });
            }
            state.session.post(Notice::Undid(change.deed.clone()));
            show_what_changed(state, &inverse);
        }
        Happened::Redid => {
            apply(state, &change);
            state.session.history.redid(at);
            state.session.post(Notice::Redid(change.deed.clone()));
            show_what_changed(state, &change);
        }
    }
    forget_preview(state);
    state.refresh();
    state.keep_picked();
    bulk::recount(state);
    if untitled.is_some() && state.session.file.untitled != untitled {
        state.session.settings.untitled.clone_from(&untitled);
        state.session.file.untitled = untitled;
        effects.push(Effect::KeepSettings(state.session.settings.clone()));
    }
    effects
}

/// What an import would change was worked out for the portfolio as it was.
fn forget_preview(state: &mut AppState) {
    if matches!(state.session.dialog, Some(Dialog::Import(_))) {
        state.session.dialog = None;
    }
    importing::plan_anew(state);
}

/// Commits a change to memory and lets everything derived follow.
fn apply(state: &mut AppState, change: &Change) {
    commit::carry_out(&mut state.portfolio, &change.edits);
    let hangs_on_all =
        change.edits.iter().any(|edit| matches!(edit, Edit::Offer { .. } | Edit::Partner { .. } | Edit::Rules { .. }));
    // Following an edit looks at the portfolio after all of them, so positions may move once at most.
    let moves = change.edits.iter().filter(|edit| is_move(edit)).count();
    // Where an id stands twice, an edit can touch more rows than the one that is found by it.
    let is_clear = !state.portfolio.customers.has_duplicates();
    if hangs_on_all || moves > 1 || change.edits.len() > FOLLOWED_ONE_BY_ONE || !is_clear {
        state.session.rebuild(&state.portfolio, moves > 0);
        return;
    }
    let super::Session { derived, offers, rules, .. } = &mut state.session;
    let setting = Setting { rules, offers, partner: &state.portfolio.partner };
    let (first, then): (Vec<_>, Vec<_>) = change.edits.iter().partition(|edit| is_move(edit));
    for edit in first.into_iter().chain(then) {
        derived.follow(&state.portfolio, setting, edit);
    }
}

const fn is_move(edit: &Edit) -> bool {
    matches!(edit, Edit::Customer { old: None, new: Some(_), .. } | Edit::Customer { old: Some(_), new: None, .. })
}

/// A refusal is shown where it was asked for, and changes nothing.
fn refused(state: &mut AppState, notice: Notice) {
    match (&state.session.dialog, &notice) {
        (Some(Dialog::Upgrade), Notice::UpgradeRefused(refusal)) => {
            state.drafts.upgrade.refusal = Some(refusal.clone());
        }
        (Some(Dialog::Customer { .. }), Notice::FormProblems(_)) => state.drafts.customer.tried = true,
        (Some(Dialog::Upgrade | Dialog::Licenses | Dialog::Subscription | Dialog::Offers), Notice::FormProblems(_)) => {
        }
        _ => state.session.post(notice),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "every other change closes its dialog")]
fn after_change(state: &mut AppState, command: &Command, change: &Change) {
    let mut has_warned = false;
    match (command, &change.deed) {
        (Command::ConfirmUpgrade, Deed::Upgrade { customer, .. }) => {
            if let Some(upgrade) = state.portfolio.upgrades.last() {
                let target = upgrade.target.clone();
                state.select(Some(customer), Some(target.clone()));
                state.session.dialog =
                    Some(Dialog::UpgradeRecorded { customer: customer.clone(), target: target.clone() });
                warn_of_excess(state, &target);
            }
            return;
        }
        (Command::ConfirmCustomer, Deed::AddCustomer { customer } | Deed::EditCustomer { customer }) => {
            state.select(Some(customer), state.session.selection.subscription.clone());
        }
        (
            Command::ConfirmSubscription | Command::CommitForm,
            Deed::AddSubscription { customer, subscription } | Deed::EditSubscription { customer, subscription },
        ) => {
            state.select(Some(customer), Some(subscription.clone()));
            has_warned = warn_of_excess(state, subscription);
        }
        (Command::ConfirmRealId, Deed::EnterSubscriptionId { customer, subscription }) => {
            state.select(Some(customer), Some(subscription.clone()));
        }
        _ => {}
    }
    match command {
        Command::CommitForm | Command::TickTask { .. } | Command::SwitchRules(_) => return,
        Command::ConfirmOffer | Command::RestoreOffer => {
            let offer = Id::new(&state.drafts.offer.id);
            dialogs::load_offer_draft(state, &offer);
        }
        Command::ConfirmRealId => state.session.dialog = dialogs::tasks_again(state),
        _ => state.session.dialog = None,
    }
    if !has_warned {
        state.session.post(Notice::Did(change.deed.clone()));
    }
}

/// Says it where a customer now holds more subscriptions of an offer than its limit, and whether it did.
fn warn_of_excess(state: &mut AppState, subscription: &Id) -> bool {
    state.session.notice = None;
    let excess = state.customer().and_then(|customer| {
        let offer = customer.subscription(subscription)?.offer_id.as_ref()?;
        lifecycle::concurrent_excess(customer, state.session.offers.find(offer)?)
    });
    let is_exceeded = excess.is_some();
    if let Some(excess) = excess {
        state.session.post(Notice::TooManySubscriptions(excess));
    }
    is_exceeded
}

/// Everything that changes the session alone.
#[expect(clippy::wildcard_enum_match_arm, reason = "what is left opens a dialog")]
fn look(state: &mut AppState, command: Command, stamp: &Stamp) -> Vec<Effect> {
    match command {
        Command::ShowTab(tab) => state.session.tab = tab,
        Command::SelectCustomer(id) => {
            state.session.picked.customers.clear();
            state.select(Some(&id), None);
            state.refresh();
        }
        Command::SelectSubscription { customer, subscription } => {
            state.session.picked.subscriptions.clear();
            state.select(Some(&customer), Some(subscription));
            state.refresh();
        }
        Command::PickCustomers(pick) => state.pick_customers(pick),
        Command::PickSubscriptions(pick) => state.pick_subscriptions(pick),
        // What is shown is not what was asked for yet, and nobody selects what they are about to hide.
        Command::PickAll | Command::AskBulk if state.session.derived.is_catching_up() => {}
        Command::PickAll => state.pick_all(),
        Command::PickOne => state.pick_one(),
        Command::CountBulk => bulk::recount(state),
        Command::Search(text) => {
            state.session.search = text;
            refilter(state);
        }
        Command::ToggleFilter(filter) => {
            state.session.filters.toggle(filter);
            refilter(state);
        }
        Command::ClearFilters => {
            state.session.filters.clear();
            state.session.search.clear();
            refilter(state);
        }
        Command::SortCustomers(column) => {
            state.session.sorting.customers.press(column);
            state.session.relist(&state.portfolio);
        }
        Command::SortSubscriptions(column) => {
            state.session.sorting.subscriptions.press(column);
            state.session.relist(&state.portfolio);
        }
        Command::SetLanguage(language) => {
            state.session.settings.language = language;
            // Who chooses in the window means more by it than who started it.
            state.session.speaks.this_run = None;
            state.session.follow_language(&state.portfolio);
            return vec![Effect::KeepSettings(state.session.settings.clone())];
        }
        Command::ShowReasons { target } => state.session.shown_target = Some(target),
        Command::ShowFrameTimes(shows) => state.session.shows_frame_times = shows,
        Command::DismissNotice => state.session.notice = None,
        Command::DismissBanner => state.session.banner = false,
        Command::DismissRecovered => state.session.recovered_banner = false,
        Command::DismissCopies => state.session.file.copies.clear(),
        Command::CopyText(text) => {
            state.session.post(Notice::Copied);
            return vec![Effect::CopyText(text)];
        }
        Command::Undo | Command::Redo => return travel(state, command, stamp),
        command if remembered::is_remembered(&command) => return remembered::set(state, &command),
        command if files::is_about_files(&command) => return files::look(state, command, stamp),
        Command::ShowRecord { customer, subscription } => {
            state.session.dialog = None;
            state.session.tab = crate::model::Tab::Customers;
            state.select(Some(&customer), subscription);
            state.refresh();
        }
        Command::ExportHistory(text) => {
            state.session.text_to_write = text;
            return files::look(state, Command::Choose(super::Purpose::History), stamp);
        }
        command => return dialogs::open(state, &command),
    }
    Vec::new()
}

/// Shows what the search and the filters let through.
fn refilter(state: &mut AppState) {
    state.session.relist(&state.portfolio);
    state.keep_picked();
}

/// Goes one change back or forth.
fn travel(state: &mut AppState, command: Command, stamp: &Stamp) -> Vec<Effect> {
    let undo = command == Command::Undo;
    let history = &state.session.history;
    let next = if undo { history.next_undo() } else { history.next_redo() };
    let Some(change) = next.map(Arc::clone) else {
        state.session.post(if undo { Notice::NothingToUndo } else { Notice::NothingToRedo });
        return Vec::new();
    };
    if state.session.file.is_read_only() {
        state.session.post(Notice::ReadOnly);
        return Vec::new();
    }
    append(state, command, stamp.at, if undo { Happened::Undid } else { Happened::Redid }, change)
}

/// Selects the record that an undone or redone change is about, where it is still there.
fn show_what_changed(state: &mut AppState, change: &Change) {
    let (customer, subscription) = match &change.deed {
        Deed::AddSubscription { customer, subscription }
        | Deed::EditSubscription { customer, subscription }
        | Deed::DeleteSubscription { customer, subscription }
        | Deed::ChangeLicenses { customer, subscription }
        | Deed::Suspend { customer, subscription }
        | Deed::Reactivate { customer, subscription }
        | Deed::Cancel { customer, subscription }
        | Deed::Upgrade { customer, subscription, .. }
        | Deed::EnterSubscriptionId { customer, subscription }
        | Deed::TickTask { customer, subscription } => (customer, Some(subscription)),
        Deed::AddCustomer { customer } | Deed::EditCustomer { customer } | Deed::DeleteCustomer { customer } => {
            (customer, None)
        }
        Deed::EditTags { .. }
        | Deed::EditDelegatedAdmin { .. }
        | Deed::EditCustomers { .. }
        | Deed::EditChannel { .. }
        | Deed::EditPartner
        | Deed::SwitchRules
        | Deed::EditOffer { .. }
        | Deed::RestoreOffer { .. }
        | Deed::Import { .. }
        | Deed::TakeBackRecovered { .. } => return,
    };
    let (customer, subscription) = after_renaming(state, change, customer, subscription);
    if state.portfolio.customers.get(&customer).is_some() {
        state.select(Some(&customer), subscription);
    } else if state.customer().is_none() {
        state.select_first();
    }
}

/// The ids by which the records that a change is about are found once it is applied: it can be what renamed them.
fn after_renaming(state: &AppState, change: &Change, customer: &Id, subscription: Option<&Id>) -> (Id, Option<Id>) {
    // A change of the customer's own fields leaves the selected subscription selected.
    let subscription = subscription.or(state.session.selection.subscription.as_ref());
    let replaced = change.edits.iter().find_map(|edit| match edit {
        Edit::Customer { old: Some(old), new: Some(new), .. } if old.id == *customer || new.id == *customer => {
            Some((old, new))
        }
        Edit::Customer { .. }
        | Edit::Upgrade { .. }
        | Edit::Offer { .. }
        | Edit::History { .. }
        | Edit::Answer { .. }
        | Edit::Partner { .. }
        | Edit::Rules { .. } => None,
    });
    let Some((old, new)) = replaced else { return (customer.clone(), subscription.cloned()) };
    let found = subscription.and_then(|id| {
        let at = old.subscriptions.iter().position(|record| record.id == *id);
        let same_place =
            || if old.subscriptions.len() == new.subscriptions.len() { new.subscriptions.get(at?) } else { None };
        new.subscription(id).or_else(same_place)
    });
    (new.id.clone(), found.map(|record| record.id.clone()))
}
