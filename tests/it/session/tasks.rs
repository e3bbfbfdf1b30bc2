//! After an upgrade: ticking tasks, and entering Partner Center's own id.

use upgrade_desk::model::{Deed, Id, TaskId};
use upgrade_desk::rules::RealIdRefusal;
use upgrade_desk::state::{Command, Dialog, Notice, Tab};

use super::desk::Desk;
use crate::case::{E3, PREMIUM};

/// Contoso's first subscription, upgraded, with the made-up id of the new one.
fn upgraded() -> (Desk, String) {
    let mut desk = Desk::new();
    desk.upgrade(PREMIUM, "10");
    let target = desk.selected().1.to_owned();
    (desk, target)
}

fn enter(desk: &mut Desk, source: &str, real: &str) {
    desk.just(Command::AskRealId { source: Id::new(source) });
    desk.state.drafts.real_id = real.to_owned();
    desk.just(Command::ConfirmRealId);
}

fn done(desk: &Desk) -> Vec<TaskId> {
    desk.portfolio().upgrades[0].tasks.iter().filter(|task| task.done).map(|task| task.id).collect()
}

#[test]
fn a_task_is_ticked_and_unticked_and_the_count_of_open_ones_follows() {
    let (mut desk, target) = upgraded();
    let open = |desk: &Desk| desk.state.session.derived.totals().open_tasks;
    assert_eq!(open(&desk), 6);
    let tick = |done| Command::TickTask { upgrade: 0, task: TaskId::TellCustomer, done };
    desk.just(tick(true));
    assert_eq!((done(&desk), open(&desk)), (vec![TaskId::TellCustomer], 5));
    assert!(matches!(desk.dialog(), Some(Dialog::UpgradeRecorded { .. })), "the list stays");
    desk.just(tick(true));
    assert_eq!(desk.state.session.history.entries().len(), 2, "ticking again records nothing");
    desk.just(tick(false));
    assert_eq!(open(&desk), 6);
    let deed = Deed::TickTask { customer: Id::new("c-1"), subscription: Id::new(&target) };
    assert_eq!(desk.state.session.history.next_undo().unwrap().deed, deed);
    desk.just(Command::TickTask { upgrade: 7, task: TaskId::TellCustomer, done: true });
    assert_eq!(open(&desk), 6, "an upgrade that is not there has no tasks");
}

#[test]
fn the_tasks_are_shown_from_anywhere_with_the_new_subscription_selected() {
    let (mut desk, target) = upgraded();
    desk.just(Command::CloseDialog);
    desk.just(Command::ShowTab(Tab::Subscriptions));
    desk.select("c-3", "s-5");
    desk.just(Command::ShowTasks { target: Id::new(&target) });
    assert_eq!(desk.selected(), ("c-1", target.as_str()));
    assert_eq!(desk.state.session.tab, Tab::Customers);
    assert!(matches!(desk.dialog(), Some(Dialog::UpgradeRecorded { .. })));
}

#[test]
fn tasks_of_an_upgrade_that_is_gone_open_no_dialog_and_say_so() {
    let mut desk = Desk::new();
    desk.just(Command::ShowTasks { target: Id::new("gone") });
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.notice(), Some(&Notice::CustomerGone { id: Id::new("gone") }));
}

#[test]
fn the_real_id_takes_the_place_of_the_made_up_one_everywhere_and_ticks_its_task() {
    let (mut desk, target) = upgraded();
    desk.upgrade(E3, "10");
    let before = desk.portfolio().clone();
    enter(&mut desk, "s-1", " s-real ");
    let real = Id::new("s-real");
    assert_eq!(desk.record("c-1", "s-1").upgraded_to, Some(real.clone()));
    assert!(desk.customer("c-1").subscription(&Id::new(&target)).is_none());
    let upgrades = &desk.portfolio().upgrades;
    assert_eq!((&upgrades[0].target, upgrades[0].provisional), (&real, false));
    assert_eq!(upgrades[1].source, real, "the later upgrade follows");
    assert_eq!(done(&desk), [TaskId::EnterSubscriptionId]);
    let tasks = Dialog::UpgradeRecorded { customer: Id::new("c-1"), target: real };
    assert_eq!((desk.selected(), desk.dialog()), (("c-1", "s-real"), Some(&tasks)));
    desk.just(Command::CloseDialog);
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
}

#[test]
fn a_real_id_that_is_empty_taken_or_entered_already_is_refused() {
    let (mut desk, _) = upgraded();
    let before = desk.portfolio().clone();
    for (typed, refusal) in [("  ", RealIdRefusal::Empty), ("S-2", RealIdRefusal::Taken { id: Id::new("S-2") })] {
        enter(&mut desk, "s-1", typed);
        assert_eq!(desk.notice(), Some(&Notice::RealIdRefused(refusal)));
        assert!(matches!(desk.dialog(), Some(Dialog::RealId { .. })), "the dialog stays");
        assert_eq!(*desk.portfolio(), before);
    }
    enter(&mut desk, "s-1", "s-real");
    enter(&mut desk, "s-1", "s-other");
    assert_eq!(desk.notice(), Some(&Notice::RealIdRefused(RealIdRefusal::NotProvisional)));
    enter(&mut desk, "nobody", "s-other");
    assert_eq!(desk.notice(), Some(&Notice::RealIdRefused(RealIdRefusal::NotProvisional)));
}

#[test]
fn the_task_list_comes_back_after_the_id_that_was_asked_for_from_it() {
    let (mut desk, target) = upgraded();
    let recorded = |target: &str| Dialog::UpgradeRecorded { customer: Id::new("c-1"), target: Id::new(target) };
    assert_eq!(desk.dialog(), Some(&recorded(&target)));
    desk.just(Command::AskRealId { source: Id::new("s-1") });
    desk.just(Command::CloseDialog);
    assert_eq!(desk.dialog(), Some(&recorded(&target)), "who gives it up is where they were");
    enter(&mut desk, "s-1", "real-1");
    assert_eq!(desk.dialog(), Some(&recorded("real-1")));
    desk.just(Command::CloseDialog);
    assert_eq!(desk.dialog(), None);
}
