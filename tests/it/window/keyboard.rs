//! The main job by keyboard alone, and that the focus is never lost. What the keys of the menus do is not here.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use upgrade_desk::model::Id;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Dialog, Tab};

use super::desk::{CTRL, Window};
use super::fits::dialogs;
use crate::case::PRO_PLUS;

fn focused_row(window: &Window, begins: &str) -> bool {
    window.focus().is_some_and(|(role, name)| role == Role::Row && name.starts_with(begins))
}

#[test]
fn by_keyboard_alone_a_subscription_is_upgraded_and_undo_restores_the_portfolio_exactly() {
    let mut window = Window::open();
    let before = window.portfolio().clone();

    // The list of customers: type-ahead, arrows, ends.
    window.tab_to(Role::Row, "Adventure Works");
    window.press(Key::End);
    let last = window.customer().company_name.clone();
    assert!(focused_row(&window, &last));
    window.press(Key::Home);
    assert!(focused_row(&window, "Adventure Works"));
    window.press(Key::ArrowDown);
    assert!(focused_row(&window, "Alpine Ski House"));
    window.press(Key::ArrowUp);
    assert!(focused_row(&window, "Adventure Works"));
    window.type_text("conto");
    assert!(focused_row(&window, "Contoso (Shanghai)"));

    // The subscriptions of the customer, and the note.
    window.tab_to(Role::Row, "Office 365 Business");
    window.press(Key::ArrowDown);
    assert!(focused_row(&window, "Visio Online Plan 1"));
    window.press(Key::Home);
    window.tab_to(Role::Button, &window.say("upgrade-now"));
    window.press(Key::Enter);

    // The dialog: the field first, the targets before it, Enter submits.
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("field-licenses"))));
    window.tab_back_to(Role::RadioButton, "Office 365 ProPlus");
    window.press(Key::Space);
    window.tab_to(Role::TextInput, &window.say("field-licenses"));
    window.retype("27");
    window.press(Key::Enter);

    // The tasks: the first one has the focus, Space ticks, Escape closes.
    let upgrade = window.portfolio().upgrades.last().unwrap().clone();
    assert_eq!((&upgrade.to_offer, upgrade.licenses), (&Id::new(PRO_PLUS), 27));
    assert!(matches!(window.focus(), Some((Role::CheckBox, name)) if name.starts_with("1. ")));
    window.press(Key::Space);
    window.tab_to(Role::CheckBox, "2. ");
    window.press(Key::Space);
    assert_eq!(window.portfolio().upgrades.last().unwrap().open_tasks(), 4);
    window.press(Key::Escape);
    assert!(!window.has_dialog());

    // The button that opened the dialog is gone: the focus is on what stands before it, and the next Tab at the tasks.
    assert_eq!(window.focus(), Some((Role::Button, window.say("copy-id"))));
    window.press(Key::Tab);
    assert_eq!(window.focus(), Some((Role::Link, window.say("note-tasks-show"))));
    for _ in 0..3 {
        window.key(CTRL, Key::Z);
    }
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn where_a_dialog_selects_another_row_the_focus_goes_to_that_one() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.tab_to(Role::Row, "Office 365 Business, 25");
    window.press(Key::Enter);
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert!(!window.has_dialog());
    assert_eq!(window.portfolio().upgrades.last().unwrap().target, window.subscription().id);
    let (role, name) = window.focus().unwrap();
    assert!(role == Role::Row && !name.contains("Deleted"), "{role:?} {name:?}");
}

#[test]
fn a_line_that_goes_away_above_takes_no_focus_with_it() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.key(CTRL, Key::Z);
    window.assert_says(&window.say("notice-nothing-to-undo"));
    window.fill("field-assigned", "21");
    window.press(Key::Tab);
    assert!(!window.says(&window.say("notice-nothing-to-undo")));
    let (role, name) = window.focus().unwrap();
    assert!(role == Role::ComboBox && name.starts_with(&window.say("field-offer")), "{role:?} {name:?}");
}

#[test]
fn a_dialog_that_closes_gives_the_focus_back() {
    let mut window = Window::open();
    for id in ["edit", "add-customer", "change-licenses", "delete-record"] {
        window.tab_to(Role::Button, &window.say(id));
        let before = window.focus();
        window.press(Key::Space);
        assert!(window.has_dialog(), "{id}");
        assert!(window.focus().is_some() && window.focus() != before, "{id}");
        window.press(Key::Escape);
        assert!(!window.has_dialog(), "{id}");
        assert_eq!(window.focus(), before, "{id}");
    }
}

#[test]
fn the_focus_stays_within_an_open_dialog() {
    let mut window = Window::open();
    window.key(CTRL, Key::U);
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    for _ in 0..30 {
        window.press(Key::Tab);
        if let Some((role, name)) = window.focus() {
            assert!(role != Role::Row && role != Role::ColumnHeader, "{role:?} {name}");
        }
    }
}

#[test]
fn every_dialog_has_the_focus_when_it_opens() {
    let mut window = Window::open();
    let items = [
        ("menu-portfolio", "menu-upgrade"),
        ("menu-portfolio", "menu-add-customer"),
        ("menu-portfolio", "menu-edit-customer"),
        ("menu-portfolio", "menu-delete-customer"),
        ("menu-portfolio", "menu-add-subscription"),
        ("menu-portfolio", "menu-account"),
        ("menu-portfolio", "menu-offers"),
        ("menu-edit", "menu-history"),
        ("menu-help", "menu-about"),
    ];
    for (menu, item) in items {
        window.menu(menu, item);
        assert!(window.has_dialog(), "{item}");
        assert!(window.focus().is_some(), "{item}");
        window.press(Key::Escape);
        assert!(!window.has_dialog(), "{item}");
    }
}

/// The buttons of the open dialog as Tab comes to them, each with where it is.
fn buttons_by_tab(window: &mut Window) -> Vec<(String, f32)> {
    let places = window.buttons_of_dialog();
    let line = places.iter().map(egui::Rect::bottom).fold(0.0, f32::max);
    let mut passed: Vec<(String, f32)> = Vec::new();
    for _ in 0..150 {
        window.press(Key::Tab);
        let Some((Role::Button, name)) = window.focus() else { continue };
        let id = window.harness.ctx.memory(|memory| memory.focused()).unwrap();
        let rect = window.harness.ctx.read_response(id).unwrap().rect;
        if rect.bottom() < line - 4.0 {
            continue;
        }
        if passed.first().is_some_and(|(first, _)| *first == name) {
            return passed;
        }
        passed.push((name, rect.left()));
    }
    panic!("Tab does not come round: {passed:?}");
}

/// Tab goes through the buttons from the left to the right, from whichever it begins at; how many there are.
#[track_caller]
fn assert_in_reading_order(window: &mut Window, what: &str) -> usize {
    let passed = buttons_by_tab(window);
    let begins = (0..passed.len()).min_by(|a, b| passed[*a].1.total_cmp(&passed[*b].1)).unwrap();
    let in_turn: Vec<f32> = passed[begins..].iter().chain(&passed[..begins]).map(|(_, left)| *left).collect();
    assert!(in_turn.is_sorted(), "{what}: {passed:?}");
    passed.len()
}

#[test]
fn tab_goes_through_the_buttons_of_every_dialog_as_they_are_read() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    let mut several = 0;
    for commands in dialogs(&window) {
        let what = format!("{commands:?}");
        commands.into_iter().for_each(|command| window.answer(command));
        if !window.has_dialog() {
            continue;
        }
        several += usize::from(assert_in_reading_order(&mut window, &what) > 2);
        window.press(Key::Escape);
        window.press(Key::Escape);
    }
    window.answer(Command::AskUpgrade { target: None });
    window.press(Key::Enter);
    several += usize::from(assert_in_reading_order(&mut window, "the recorded upgrade") > 2);
    window.press(Key::Escape);
    // Two buttons come round in any order.
    assert!(several > 1, "{several}");
    window.answer(Command::AskDeleteCustomer);
    let places = window.buttons_of_dialog();
    assert!(places.iter().all(|place| place.right() <= window.harness.ctx.content_rect().center().x + 400.0));
    assert_eq!(window.focus(), Some((Role::Button, window.say("cancel"))), "the first that is read");
    window.press(Key::Tab);
    assert_eq!(window.focus(), Some((Role::Button, window.say("delete"))));
}

#[test]
fn where_a_dialog_has_nothing_but_buttons_the_one_that_it_is_for_has_the_focus() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.answer(Command::AskAction(Action::Suspend));
    assert_eq!(window.focus(), Some((Role::Button, window.words().action(Action::Suspend).to_owned())));
    window.press(Key::Escape);
    window.answer(Command::InUse { path: "/data/desk.ron".into() });
    assert_eq!(window.focus(), Some((Role::Button, window.say("in-use-look"))));
    window.key(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focus(), Some((Role::Button, window.say("close"))));
}

#[test]
fn what_destroys_is_not_what_enter_presses_when_its_dialog_opens() {
    let mut window = Window::open();
    let before = window.portfolio().clone();
    for (id, stays) in [("delete-record", "cancel"), ("action-cancel", "keep-subscription")] {
        window.button(id);
        assert_eq!(window.focus(), Some((Role::Button, window.say(stays))), "{id}");
        window.press(Key::Enter);
        assert!(!window.has_dialog(), "{id}");
    }
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn a_menu_is_worked_by_keyboard_and_gives_the_focus_back() {
    let mut window = Window::open();
    window.tab_to(Role::Button, &window.say("menu-view"));
    window.press(Key::Enter);
    window.tab_to(Role::Button, &window.say("tab-subscriptions"));
    window.press(Key::Enter);
    assert_eq!(window.state().session.tab, Tab::Subscriptions);
    assert!(window.focus().is_some());
}

#[test]
fn a_choice_in_the_form_is_made_by_keyboard() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    let label = format!("{}: ", window.say("field-cycle"));
    window.tab_to(Role::ComboBox, &label);
    window.press(Key::Space);
    window.tab_to(Role::ListBoxOption, &window.say("cycle-monthly"));
    window.press(Key::Enter);
    assert_eq!(window.subscription().billing_cycle, upgrade_desk::model::BillingCycle::Monthly);
    assert!(matches!(window.focus(), Some((Role::ComboBox, name)) if name.starts_with(&label)), "{:?}", window.focus());
}

#[test]
fn enter_in_the_list_of_opportunities_goes_to_the_details_and_takes_the_focus_along() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num2);
    window.tab_to(Role::Row, "");
    window.press(Key::Home);
    window.press(Key::Enter);
    assert_eq!(window.state().session.tab, Tab::Customers);
    assert!(
        matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Office 365")),
        "{:?}",
        window.focus()
    );
}

#[test]
fn a_link_to_a_deciding_record_takes_the_focus_along() {
    let mut window = Window::open();
    window.choose("Trey Research", "Business");
    window.tab_to(Role::Tab, "Office 365 Business Premium");
    window.press(Key::Space);
    let link = window.names(Role::Link).into_iter().find(|name| name.ends_with("Exchange Online (Plan 1)")).unwrap();
    window.tab_to(Role::Link, &link);
    window.press(Key::Enter);
    assert_eq!(window.subscription().offer_name.as_ref(), "Exchange Online (Plan 1)");
    assert!(focused_row(&window, "Exchange Online (Plan 1)"), "{:?}", window.focus());
}
