//! The one match that turns a wish into a change or a refusal. It changes nothing; it asks the rules again, since an enabled button is no proof.

use std::sync::Arc;

use super::command::Command;
use super::dispatch::Stamp;
use super::draft::SubscriptionDraft;
use super::notice::Notice;
use super::recorded::{action_edits, upgrade_change};
use super::session::Dialog;
use super::{AppState, answered, bulk};
use crate::model::{Change, Customer, Deed, Edit, Guarded, Id, Offer, Partner, Subscription, TaskId, Upgrade};
use crate::rules::lifecycle::{self, Action};
use crate::rules::{self, RealIdRefusal};

/// What a changing command comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
    /// The command changes nothing in the portfolio.
    Look,
    /// Everything is so already.
    Nothing,
    Change(Change),
    Refused(Notice),
}

impl From<Option<Change>> for Decision {
    fn from(change: Option<Change>) -> Self {
        change.map_or(Self::Nothing, Self::Change)
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "every other command changes nothing")]
pub(super) fn decide(state: &AppState, command: &Command, stamp: &Stamp) -> Decision {
    let decision = match command {
        Command::CommitForm => commit_form(state, stamp),
        Command::ConfirmCustomer => customer(state, stamp),
        Command::ConfirmDeleteCustomer => delete_customer(state, stamp),
        Command::ConfirmSubscription => new_subscription(state, stamp),
        Command::ConfirmDeleteSubscription => delete_subscription(state, stamp),
        Command::ConfirmBulk => bulk::decide(state, stamp),
        Command::ConfirmUpgrade => upgrade(state, stamp),
        Command::ConfirmLicenses => match state.drafts.licenses.parse() {
            Ok(to) => action(state, Action::ChangeLicenses { to }, stamp),
            Err(problem) => Decision::Refused(Notice::FormProblems(vec![problem])),
        },
        Command::ConfirmAction => match state.session.dialog {
            Some(Dialog::Action(wished)) => action(state, wished, stamp),
            _ => Decision::Nothing,
        },
        Command::ConfirmRealId => real_id(state, stamp),
        Command::ConfirmAccount => partner(state, &state.drafts.partner.parse(), stamp),
        Command::ConfirmOffer => match state.drafts.offer.parse() {
            Ok(new) => offer(state, &new, stamp),
            Err(problems) => Decision::Refused(Notice::FormProblems(problems)),
        },
        Command::RestoreOffer => restore_offer(state, stamp),
        Command::ConfirmImport => import(state, stamp),
        Command::TickTask { upgrade, task, done } => tick(state, *upgrade, *task, *done, stamp),
        Command::SwitchRules(id) => switch_rules(state, id, stamp),
        Command::UndoRecovered => take_back_recovered(state, stamp),
        _ => return Decision::Look,
    };
    match decision {
        Decision::Change(_) if state.session.file.is_read_only() => Decision::Refused(Notice::ReadOnly),
        Decision::Change(_) if state.session.file.theirs.as_ref().is_some_and(|theirs| theirs.is_shown) => {
            Decision::Refused(Notice::DecideFirst)
        }
        Decision::Change(_) | Decision::Look | Decision::Nothing | Decision::Refused(_) => decision,
    }
}

fn change(stamp: &Stamp, deed: Deed, edits: Vec<Edit>) -> Decision {
    Decision::Change(Change { at: stamp.at, deed, edits })
}

/// One customer's record before and after; nothing where they are equal.
fn replaced(state: &AppState, old: &Arc<Customer>, new: Customer) -> Option<Edit> {
    if **old == new { None } else { replacement(state, old, new) }
}

/// One customer's record before and after, even where an id was only respelled.
fn replacement(state: &AppState, old: &Arc<Customer>, new: Customer) -> Option<Edit> {
    let position = state.portfolio.customers.position(&old.id)?;
    Some(Edit::Customer { position, old: Some(Arc::clone(old)), new: Some(Arc::new(new)) })
}

fn upgrade_edit(position: usize, old: &Arc<Upgrade>, new: Upgrade) -> Edit {
    Edit::Upgrade { position, old: Some(Arc::clone(old)), new: Some(Arc::new(new)) }
}

fn commit_form(state: &AppState, stamp: &Stamp) -> Decision {
    let Some((customer, old)) = shown(state, &state.drafts.subscription) else { return Decision::Nothing };
    let (record, _) = state.drafts.subscription.parse(customer);
    if record.is_written_like(old) {
        return Decision::Nothing;
    }
    let deed = Deed::EditSubscription { customer: customer.id.clone(), subscription: record.id.clone() };
    let renamed = (!record.id.is_written_like(&old.id)).then(|| (old.id.clone(), record.id.clone()));
    let mut after = Customer::clone(customer);
    if let Some(slot) = after.subscription_mut(&old.id) {
        *slot = record;
    }
    let mut edits = Vec::new();
    if let Some((from, to)) = &renamed {
        after.rename_links(from, to);
        edits = renamed_upgrades(state, &customer.id, from, to);
        edits.extend(answered::with_subscription(&state.portfolio, &customer.id, from, to));
    }
    edits.extend(replacement(state, customer, after));
    change(stamp, deed, edits)
}

/// The record that a form shows, as it stands now.
fn shown<'a>(state: &'a AppState, draft: &SubscriptionDraft) -> Option<(&'a Arc<Customer>, &'a Subscription)> {
    let (customer, subscription) = draft.shows()?;
    let customer = state.portfolio.customers.get(customer)?;
    Some((customer, customer.subscription(subscription)?))
}

fn renamed_upgrades(state: &AppState, customer: &Id, from: &Id, to: &Id) -> Vec<Edit> {
    let all = state.portfolio.upgrades.iter().enumerate();
    all.filter(|(_, old)| old.names(customer, from))
        .map(|(position, old)| {
            let mut new = Upgrade::clone(old);
            new.rename_subscription(from, to);
            upgrade_edit(position, old, new)
        })
        .collect()
}

fn customer(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(Dialog::Customer { is_new }) = state.session.dialog else { return Decision::Nothing };
    let old = if is_new { None } else { state.customer() };
    let is_taken = |id: &Id| state.portfolio.customers.get(id).is_some();
    let new = match state.drafts.customer.parse(old.map(|old| &**old), is_taken) {
        Ok(new) => new,
        Err(problems) => return Decision::Refused(Notice::FormProblems(problems)),
    };
    let Some(old) = old else {
        let position = state.portfolio.customers.len();
        let deed = Deed::AddCustomer { customer: new.id.clone() };
        return change(stamp, deed, vec![Edit::Customer { position, old: None, new: Some(Arc::new(new)) }]);
    };
    let deed = Deed::EditCustomer { customer: new.id.clone() };
    let mut edits = Vec::new();
    let is_renamed = !new.id.is_written_like(&old.id);
    if is_renamed {
        for (position, upgrade) in state.portfolio.upgrades.iter().enumerate() {
            if upgrade.customer == old.id {
                edits.push(upgrade_edit(
                    position,
                    upgrade,
                    Upgrade { customer: new.id.clone(), ..Upgrade::clone(upgrade) },
                ));
            }
        }
    }
    if is_renamed {
        edits.extend(answered::with_customer(&state.portfolio, &old.id, &new.id));
    }
    let edit = if is_renamed { replacement(state, old, new) } else { replaced(state, old, new) };
    match edit {
        Some(edit) => {
            // The customer goes first, so that what follows finds them under the new id.
            edits.insert(0, edit);
            change(stamp, deed, edits)
        }
        None => Decision::Nothing,
    }
}

/// Takes out the records of upgrades, last first, so that the positions hold while they are applied.
fn without_upgrades(state: &AppState, drop: impl Fn(&Upgrade) -> bool) -> Vec<Edit> {
    let all = state.portfolio.upgrades.iter().enumerate().rev();
    all.filter(|(_, upgrade)| drop(upgrade))
        .map(|(position, upgrade)| Edit::Upgrade { position, old: Some(Arc::clone(upgrade)), new: None })
        .collect()
}

fn delete_customer(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(old) = state.customer() else { return Decision::Nothing };
    let Some(position) = state.portfolio.customers.position(&old.id) else { return Decision::Nothing };
    let mut edits = without_upgrades(state, |upgrade| upgrade.customer == old.id);
    edits.extend(answered::without(&state.portfolio, |answer| answer.customer == old.id));
    edits.push(Edit::Customer { position, old: Some(Arc::clone(old)), new: None });
    change(stamp, Deed::DeleteCustomer { customer: old.id.clone() }, edits)
}

fn new_subscription(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(old) = state.customer() else { return Decision::Nothing };
    let (record, problems) = state.drafts.new_subscription.parse(old);
    if !problems.is_empty() {
        return Decision::Refused(Notice::FormProblems(problems));
    }
    let deed = Deed::AddSubscription { customer: old.id.clone(), subscription: record.id.clone() };
    let mut after = Customer::clone(old);
    // An add-on stands behind its base and the base's other add-ons.
    let family = |other: &Subscription| {
        record.parent_id.is_some()
            && (other.parent_id == record.parent_id || Some(&other.id) == record.parent_id.as_ref())
    };
    let at = after.subscriptions.iter().rposition(family).map_or(after.subscriptions.len(), |at| at + 1);
    after.subscriptions.insert(at, record);
    match replaced(state, old, after) {
        Some(edit) => change(stamp, deed, vec![edit]),
        None => Decision::Nothing,
    }
}

fn delete_subscription(state: &AppState, stamp: &Stamp) -> Decision {
    let (Some(old), Some(record)) = (state.customer(), state.subscription()) else { return Decision::Nothing };
    let deed = Deed::DeleteSubscription { customer: old.id.clone(), subscription: record.id.clone() };
    let mut edits = without_upgrades(state, |upgrade| {
        upgrade.customer == old.id && (upgrade.source == record.id || upgrade.target == record.id)
    });
    edits.extend(answered::without(&state.portfolio, |answer| answer.is_about(&old.id, &record.id)));
    let mut after = Customer::clone(old);
    after.subscriptions.retain(|other| other.id != record.id);
    edits.extend(replaced(state, old, after));
    change(stamp, deed, edits)
}

fn upgrade(state: &AppState, stamp: &Stamp) -> Decision {
    let (Some(old), Some(record)) = (state.customer(), state.subscription()) else { return Decision::Nothing };
    let draft = &state.drafts.upgrade;
    let Some(target) = draft.target.clone() else { return Decision::Nothing };
    let licenses = match draft.parse() {
        Ok(licenses) => licenses,
        Err(problem) => return Decision::Refused(Notice::FormProblems(vec![problem])),
    };
    let wish =
        rules::Wish { subscription: record.id.clone(), target, licenses, comment: draft.comment.trim().to_owned() };
    let made_up = rules::Stamp { at: stamp.at, new_id: Id::from(stamp.id.to_string()) };
    match rules::plan(state.setting(), old, &wish, &made_up) {
        Err(refusal) => Decision::Refused(Notice::UpgradeRefused(refusal)),
        Ok(plan) => match state.portfolio.customers.position(&old.id) {
            Some(position) => Decision::Change(upgrade_change(&state.portfolio, position, old, plan)),
            None => Decision::Nothing,
        },
    }
}

fn action(state: &AppState, action: Action, stamp: &Stamp) -> Decision {
    let (Some(old), Some(record)) = (state.customer(), state.subscription()) else { return Decision::Nothing };
    match lifecycle::act(state.setting(), old, &record.id, action, stamp.at.date_naive()) {
        Err(refusal) => Decision::Refused(Notice::ActionRefused(refusal)),
        Ok(after) => {
            let (customer, subscription) = (old.id.clone(), record.id.clone());
            let deed = match action {
                Action::ChangeLicenses { .. } => Deed::ChangeLicenses { customer, subscription },
                Action::Suspend => Deed::Suspend { customer, subscription },
                Action::Reactivate => Deed::Reactivate { customer, subscription },
                Action::Cancel => Deed::Cancel { customer, subscription },
            };
            let what = match action {
                Action::ChangeLicenses { .. } => Guarded::ChangeLicenses,
                Action::Suspend => Guarded::Suspend,
                Action::Reactivate => Guarded::Reactivate,
                Action::Cancel => Guarded::Cancel,
            };
            let Some(position) = state.portfolio.customers.position(&old.id) else { return Decision::Nothing };
            let edits = action_edits(
                &state.portfolio,
                (position, old),
                after,
                (what, &record.id),
                state.session.rules,
                stamp.at,
            );
            if edits.is_empty() { Decision::Nothing } else { change(stamp, deed, edits) }
        }
    }
}

fn real_id(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(Dialog::RealId { source, .. }) = &state.session.dialog else { return Decision::Nothing };
    let Some(old) = state.customer() else { return Decision::Nothing };
    let found = state.portfolio.upgrades.iter().enumerate();
    let Some((position, upgrade)) =
        found.rev().find(|(_, upgrade)| upgrade.customer == old.id && upgrade.source == *source)
    else {
        return Decision::Refused(Notice::RealIdRefused(RealIdRefusal::NotProvisional));
    };
    let real = Id::new(state.drafts.real_id.trim());
    match rules::with_real_id(old, upgrade, &real) {
        Err(refusal) => Decision::Refused(Notice::RealIdRefused(refusal)),
        Ok((after, new)) => {
            let deed = Deed::EnterSubscriptionId { customer: old.id.clone(), subscription: real.clone() };
            let mut edits: Vec<Edit> = replaced(state, old, after).into_iter().collect();
            edits.push(upgrade_edit(position, upgrade, new));
            for (position, later) in state.portfolio.upgrades.iter().enumerate() {
                if let Some(new) = rules::with_real_source(later, upgrade, &real) {
                    edits.push(upgrade_edit(position, later, new));
                }
            }
            change(stamp, deed, edits)
        }
    }
}

fn tick(state: &AppState, position: usize, task: TaskId, done: bool, stamp: &Stamp) -> Decision {
    let Some(old) = state.portfolio.upgrades.get(position) else { return Decision::Nothing };
    let mut new = Upgrade::clone(old);
    for slot in &mut new.tasks {
        if slot.id == task {
            slot.done = done;
        }
    }
    if new == **old {
        return Decision::Nothing;
    }
    let deed = Deed::TickTask { customer: old.customer.clone(), subscription: old.target.clone() };
    change(stamp, deed, vec![upgrade_edit(position, old, new)])
}

fn partner(state: &AppState, new: &Partner, stamp: &Stamp) -> Decision {
    let old = &state.portfolio.partner;
    if old == new {
        return Decision::Nothing;
    }
    change(stamp, Deed::EditPartner, vec![Edit::Partner { old: old.clone(), new: new.clone() }])
}

fn switch_rules(state: &AppState, id: &str, stamp: &Stamp) -> Decision {
    let old = &state.portfolio.rules;
    if old == id {
        return Decision::Nothing;
    }
    change(stamp, Deed::SwitchRules, vec![Edit::Rules { old: old.clone(), new: id.to_owned() }])
}

/// Everything that was recovered, back to what the file holds: one change, that can be undone like any other.
fn take_back_recovered(state: &AppState, stamp: &Stamp) -> Decision {
    let changes = state.session.file.recovered.len();
    let recovered = state.session.file.recovered.iter().rev();
    let edits: Vec<Edit> =
        recovered.flat_map(|entry| entry.edits().iter().rev().map(Edit::inverse).collect::<Vec<_>>()).collect();
    if edits.is_empty() || !state.session.recovered_banner {
        return Decision::Nothing;
    }
    change(stamp, Deed::TakeBackRecovered { changes }, edits)
}

fn own_offer(state: &AppState, id: &Id) -> Option<(usize, Arc<Offer>)> {
    let own = &state.portfolio.offers;
    own.iter().position(|offer| offer.id == *id).and_then(|at| own.get(at).map(|offer| (at, Arc::clone(offer))))
}

fn offer(state: &AppState, new: &Arc<Offer>, stamp: &Stamp) -> Decision {
    if state.session.offers.find(&new.id).is_some_and(|old| old == new) {
        return Decision::Nothing;
    }
    let deed = Deed::EditOffer { offer: new.id.clone() };
    let (position, old) = match own_offer(state, &new.id) {
        Some((position, old)) => (position, Some(old)),
        None => (state.portfolio.offers.len(), None),
    };
    change(stamp, deed, vec![Edit::Offer { position, old, new: Some(Arc::clone(new)) }])
}

fn restore_offer(state: &AppState, stamp: &Stamp) -> Decision {
    let id = Id::new(&state.drafts.offer.id);
    match own_offer(state, &id) {
        Some((position, old)) => {
            change(stamp, Deed::RestoreOffer { offer: id }, vec![Edit::Offer { position, old: Some(old), new: None }])
        }
        None => Decision::Nothing,
    }
}

fn import(state: &AppState, stamp: &Stamp) -> Decision {
    let Some(Dialog::Import(importing)) = &state.session.dialog else { return Decision::Nothing };
    let edits = importing.edits();
    if edits.is_empty() {
        return Decision::Nothing;
    }
    change(stamp, Deed::Import { files: importing.names() }, edits)
}
