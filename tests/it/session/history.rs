//! Undo, redo, the dirty mark, and what the history says was recorded.

use upgrade_desk::model::{Deed, Happened, Id, Role, Status, TaskId};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Notice};
use upgrade_desk::text::{Language, Naming, Words};

use super::desk::{Desk, portfolio, stamp, typical};
use crate::case::{E3, PREMIUM};

#[test]
fn undo_and_redo_say_what_they_did_and_what_there_is_not() {
    let mut desk = Desk::new();
    desk.just(Command::Undo);
    assert_eq!(desk.notice(), Some(&Notice::NothingToUndo));
    desk.just(Command::Redo);
    assert_eq!(desk.notice(), Some(&Notice::NothingToRedo));
    desk.just(Command::SwitchRules("page"));
    desk.just(Command::Undo);
    assert_eq!(desk.notice(), Some(&Notice::Undid(Deed::SwitchRules)));
    desk.just(Command::Redo);
    assert_eq!(desk.notice(), Some(&Notice::Redid(Deed::SwitchRules)));
}

#[test]
fn undo_and_redo_show_the_record_that_they_are_about() {
    let mut desk = Desk::new();
    desk.act(Action::Suspend);
    desk.just(Command::SelectCustomer(Id::new("c-3")));
    desk.just(Command::Undo);
    assert_eq!((desk.selected(), &desk.record("c-1", "s-1").status), (("c-1", "s-1"), &Status::Active));
    desk.just(Command::SelectCustomer(Id::new("c-3")));
    desk.just(Command::Redo);
    assert_eq!(desk.selected(), ("c-1", "s-1"));
}

#[test]
fn undoing_a_new_customer_selects_one_that_is_there() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    desk.state.drafts.customer.id = "c-5".to_owned();
    desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
    desk.just(Command::ConfirmCustomer);
    desk.just(Command::Undo);
    assert_eq!(desk.selected(), ("c-1", "s-1"));
}

#[test]
fn a_new_change_takes_away_what_could_be_redone() {
    let mut desk = Desk::new();
    desk.act(Action::Suspend);
    desk.just(Command::Undo);
    desk.just(Command::SwitchRules("page"));
    assert!(desk.state.session.history.next_redo().is_none());
}

#[test]
fn undoing_is_one_more_change_for_the_file_to_follow() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.stored();
    desk.just(Command::Undo);
    assert!(desk.state.is_dirty(), "the file holds what was undone");
    assert_eq!(desk.state.session.file.waiting, 1);
    desk.just(Command::Redo);
    assert_eq!(desk.state.session.file.waiting, 2);
    desk.stored();
    assert!(!desk.state.is_dirty());
}

#[test]
fn a_thousand_changes_can_be_undone_and_no_more() {
    let mut desk = Desk::on(portfolio([]));
    for count in 0..1_001 {
        desk.just(Command::SwitchRules(if count % 2 == 0 { "page" } else { "partner-center" }));
    }
    for _ in 0..1_000 {
        desk.just(Command::Undo);
    }
    assert_eq!(desk.portfolio().rules, "page");
    assert!(desk.state.session.history.next_undo().is_none());
    assert_eq!(desk.state.session.history.entries().len(), 1_000, "what is remembered does not grow");
}

#[test]
fn the_history_keeps_when_and_what_for_deeds_undone_and_redone() {
    let mut desk = Desk::new();
    desk.act(Action::Suspend);
    let did = desk.sent();
    desk.just(Command::Undo);
    desk.just(Command::Redo);
    let entries: Vec<_> = desk.state.session.history.entries().collect();
    let suspend = Deed::Suspend { customer: Id::new("c-1"), subscription: Id::new("s-1") };
    assert!(entries.iter().all(|entry| entry.change.deed == suspend));
    let when: Vec<_> = entries.iter().map(|entry| (entry.happened, entry.at)).collect();
    assert_eq!(
        when,
        [(Happened::Did, stamp(did).at), (Happened::Undid, stamp(did + 1).at), (Happened::Redid, stamp(did + 2).at),]
    );
}

/// The history's last entry: each value with what it was and what it became.
fn lines(desk: &Desk) -> Vec<String> {
    let words = Words::new(Language::English).unwrap();
    let naming = Naming { words: &words, offers: &desk.state.session.offers, customer: None };
    let change = &desk.state.session.history.entries().last().unwrap().change;
    naming.differences(change).iter().map(|line| format!("{}: {} → {}", line.what, line.old, line.new)).collect()
}

#[test]
fn the_history_says_what_became_what() {
    let mut desk = Desk::new();
    desk.form().quantity = "12000".to_owned();
    desk.form().id = "s-new".to_owned();
    desk.form().commitment_end = "2027-03-01".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(lines(&desk), ["Subscription ID: s-1 → s-new", "Quantity: 10 → 12,000", "Renewal:  → 2027-03-01"]);
    desk.act(Action::Suspend);
    assert_eq!(lines(&desk), ["Status: Active → Suspended", "Suspended on:  → 2026-11-22"]);
    desk.just(Command::SwitchRules("page"));
    assert_eq!(lines(&desk), ["Rule set: Partner Center → Page"]);
    desk.just(Command::AskAccount);
    desk.state.drafts.partner.role = Role::SalesAgent;
    desk.just(Command::ConfirmAccount);
    assert_eq!(lines(&desk), ["Your role: Admin agent → Sales agent"]);
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.tags = "key, vip".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(lines(&desk), ["Tags, with commas:  → key, vip"]);
    desk.just(Command::AskDeleteCustomer);
    desk.just(Command::ConfirmDeleteCustomer);
    assert_eq!(lines(&desk), ["Customer: Contoso (Shanghai) → "]);
}

#[test]
fn the_history_says_what_an_upgrade_and_a_ticked_task_changed() {
    let mut desk = Desk::new();
    desk.upgrade(E3, "20");
    let target = desk.selected().1.to_owned();
    assert_eq!(
        lines(&desk),
        [
            "Status: Active → Deleted".to_owned(),
            format!("Upgraded to:  → {target}"),
            format!("New: Office 365 Enterprise E3 ({target}):  → "),
        ]
    );
    desk.just(Command::TickTask { upgrade: 0, task: TaskId::TellCustomer, done: true });
    assert_eq!(lines(&desk), ["Tell the customer: open → done"]);
}

#[test]
fn the_history_says_every_field_of_an_offer_that_changed() {
    let mut desk = Desk::new();
    desk.just(Command::ShowOffer(Id::new(PREMIUM)));
    let draft = &mut desk.state.drafts.offer;
    draft.name = "Business Premium of ours".to_owned();
    draft.minimum = "2".to_owned();
    draft.maximum = "500".to_owned();
    draft.concurrent_limit = "3".to_owned();
    draft.monthly = false;
    draft.family = upgrade_desk::model::Family::Other;
    draft.services_known = false;
    desk.just(Command::ConfirmOffer);
    let lines = lines(&desk);
    assert!(lines.contains(&"Least licenses: 1 → 2".to_owned()), "the old value is the catalog's: {lines:?}");
    for begin in [
        "Offer name: ",
        "Least licenses: ",
        "Most licenses: ",
        "At the same time: ",
        "Billing cycles: ",
        "Family: ",
        "Services: ",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(begin)), "{begin} in {lines:?}");
    }
    desk.just(Command::ShowOffer(Id::new(PREMIUM)));
    desk.just(Command::RestoreOffer);
    let back = self::lines(&desk);
    assert!(back.contains(&"Least licenses: 2 → 1".to_owned()), "{back:?}");
    assert_eq!(back.len(), 7);
}

#[test]
fn undo_after_submit_restores_the_portfolio_exactly() {
    let mut desk = Desk::new();
    desk.upgrade(E3, "20");
    desk.just(Command::Undo);
    assert_eq!((desk.portfolio(), desk.state.session.history.mark()), (&typical(), 0));
}
