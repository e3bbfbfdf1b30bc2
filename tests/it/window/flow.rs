//! The main job by mouse, from the list of customers to the undone upgrade. The keyboard's way has a file of its own.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{Id, Status, TaskId};
use upgrade_desk::state::Dialog;
use upgrade_desk::storage;

use super::desk::{CTRL, Window};
use crate::case::E3;

#[test]
fn by_mouse_a_subscription_is_upgraded_and_undo_restores_the_portfolio_exactly() {
    let mut window = Window::open();
    let before = window.portfolio().clone();

    window.row("Contoso (Shanghai)");
    assert_eq!(window.customer().company_name, "Contoso (Shanghai)");
    window.row("Visio Online Plan 1");
    window.assert_says(&window.say("no-path-no-upgrades"));
    window.row("Office 365 Business, 25 licenses");
    window.assert_says(&window.say("note-eligible"));
    window.button("upgrade-now");

    window.assert_says(&window.with("upgrade-title", &[("offer", "Office 365 Business".into())]));
    window.click(Role::RadioButton, "Office 365 Enterprise E3");
    window.fill("field-licenses", "30");
    window.button("submit");

    window.assert_says(&window.say("recorded-title"));
    let upgrade = window.portfolio().upgrades.last().unwrap().clone();
    assert_eq!((upgrade.to_offer.clone(), upgrade.licenses, upgrade.open_tasks()), (Id::new(E3), 30, 6));
    assert_eq!(window.names(Role::CheckBox).iter().filter(|name| name.starts_with(char::is_numeric)).count(), 6);
    window.click(Role::CheckBox, "1. ");
    let ticked = &window.portfolio().upgrades.last().unwrap().tasks[0];
    assert_eq!((ticked.id, ticked.done), (TaskId::SubmitInPartnerCenter, true));
    window.button("close");
    assert!(!window.has_dialog());

    // The new subscription is selected, says what is left to do, and leads back to the list of tasks.
    let target = window.subscription();
    assert_eq!((&target.id, target.quantity, &target.status), (&upgrade.target, 30, &Status::Active));
    window.assert_says(&window.with("note-tasks-open", &[("open", 5.into()), ("all", 6.into())]));
    window.assert_says(&window.say("note-provisional"));
    window.link("note-tasks-show");
    let dialog = Dialog::UpgradeRecorded { customer: upgrade.customer.clone(), target: upgrade.target.clone() };
    assert_eq!(window.state().session.dialog, Some(dialog));
    window.press(Key::Escape);

    // The closed one leads to the new one.
    window.row("Office 365 Business, 25 licenses, Deleted");
    window.assert_says(&window.say("note-upgraded"));
    window.link("note-upgraded-show");
    assert_eq!(window.subscription().id, upgrade.target);

    window.key(CTRL, Key::Z);
    window.key(CTRL, Key::Z);
    assert_eq!(*window.portfolio(), before);
    assert_eq!(storage::encode(window.portfolio()).unwrap(), storage::encode(&before).unwrap());
    // The upgrade, the tick and both steps back are in the journal; the file follows.
    assert_eq!(window.state().session.file.waiting, 4);
    assert!(window.state().session.history.next_undo().is_none());
    window.assert_says(&window.say("note-eligible"));

    window.key(CTRL, Key::Y);
    assert_eq!(window.portfolio().upgrades.last().map(|again| again.target.clone()), Some(upgrade.target.clone()));
}

#[test]
fn the_list_of_opportunities_leads_to_the_details_and_to_the_upgrade() {
    let mut window = Window::open();
    window.click(Role::Tab, &window.say("tab-subscriptions"));
    let first = window.names(Role::Row).first().cloned().unwrap();
    assert!(first.contains(&window.say("verdict-eligible")), "{first}");
    window.double_click(Role::Row, &first);
    assert!(first.starts_with(&window.customer().company_name));
    window.assert_says(&window.say("note-eligible"));
    window.button("upgrade-now");
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
}
