//! The dialogs about a subscription: adding, add-ons, licenses, suspending, reactivating, cancelling, deleting.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::{Id, Status};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Dialog};

use super::desk::{CTRL, Window};
use super::seen::name;
use crate::case::E3;

fn of(company: &str, offer: &str) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    window
}

#[test]
fn a_subscription_is_added_once_it_makes_sense() {
    let mut window = of("Contoso", "Business");
    let before = window.portfolio().clone();
    window.button("add-subscription");
    assert_eq!(window.state().session.dialog, Some(Dialog::Subscription));
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("field-subscription-id"))));
    assert!(is_waiting(&window));
    let taken = window.customer().subscriptions[1].id.clone();
    window.type_text(taken.as_str());
    window.assert_says(&window.with("problem-taken", &[("id", taken.as_str().into())]));
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));

    window.button("add-subscription");
    window.type_text("second-1");
    window.press(Key::Tab);
    window.type_text("12");
    window.fill("field-commitment-end", "tomorrow");
    window.assert_says(&window.with("problem-not-a-date", &[("typed", "tomorrow".into())]));
    assert!(is_waiting(&window));
    window.fill("field-commitment-end", "2027-11-22");
    pick_offer(&mut window, "enterprise e3", "Office 365 Enterprise E3");
    window.fill("field-assigned", "3");
    window.press(Key::Enter);

    assert!(!window.has_dialog());
    let record = window.subscription();
    assert_eq!((record.id.as_str(), record.quantity, record.assigned), ("second-1", 12, Some(3)));
    assert_eq!((record.offer_id.clone(), &record.status), (Some(Id::new(E3)), &Status::Active));
    window.key(CTRL, Key::Z);
    assert_eq!(*window.portfolio(), before);
}

/// The dialog's own button waits for what is missing.
fn is_waiting(window: &Window) -> bool {
    window.in_dialog(Role::Button, &window.say("add-subscription")).accesskit_node().is_disabled()
}

fn pick_offer(window: &mut Window, search: &str, offer: &str) {
    let label = format!("{}: ", window.say("field-offer"));
    window.click_in_dialog(Role::ComboBox, &label);
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("offer-search"))));
    window.type_text(search);
    window.click(Role::ListBoxOption, offer);
    assert!(matches!(window.focus(), Some((Role::ComboBox, name)) if name.ends_with(offer)), "{:?}", window.focus());
}

#[test]
fn an_add_on_is_added_below_its_base() {
    let mut window = of("Contoso", "Business");
    window.button("add-add-on");
    window.assert_says(&window.say("add-on-new"));
    window.type_text("add-on-1");
    window.press(Key::Tab);
    window.type_text("5");
    window.press(Key::Enter);
    let customer = window.customer();
    assert_eq!(customer.subscriptions[1].id, Id::new("add-on-1"));
    assert_eq!(customer.subscriptions[1].parent_id, Some(customer.subscriptions[0].id.clone()));
}

#[test]
fn licenses_are_changed_within_the_limits() {
    let mut window = of("Contoso", "Business");
    let before = window.portfolio().clone();
    window.button("change-licenses");
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("field-licenses"))));
    for (typed, said) in [
        ("25", window.with("quantity-unchanged", &[("quantity", 25.into())])),
        ("2", window.with("quantity-below-assigned", &[("assigned", 22.into()), ("asked", 2.into())])),
        ("-1", window.with("quantity-below-minimum", &[("minimum", 1.into()), ("asked", (-1).into())])),
        ("x", window.with("problem-not-a-number", &[("typed", "x".into())])),
    ] {
        window.retype(typed);
        window.assert_says(&said);
        assert!(window.is_disabled(Role::Button, &window.say("submit")), "{typed}");
        window.press(Key::Enter);
        assert_eq!((window.has_dialog(), window.portfolio()), (true, &before), "{typed}");
    }
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));
    window.button("change-licenses");
    window.retype("1,000");
    window.retype("31");
    window.press(Key::Enter);
    assert_eq!((window.has_dialog(), window.subscription().quantity), (false, 31));
    assert_eq!(window.field("field-quantity"), "31");
}

#[test]
fn licenses_of_a_suspended_subscription_are_refused() {
    let mut window = of("Wingtip Toys", "Premium");
    window.button("change-licenses");
    window.retype("61");
    window.assert_says(&window.say("quantity-suspended"));
    assert!(window.is_disabled(Role::Button, &window.say("submit")));
}

#[test]
fn a_subscription_is_suspended_and_reactivated_with_its_add_ons() {
    let mut window = of("Litware", "Office 365 Business");
    let statuses = |window: &Window| {
        window.customer().subscriptions.iter().map(|record| record.status.clone()).collect::<Vec<_>>()
    };
    window.button("action-suspend");
    assert_eq!(window.state().session.dialog, Some(Dialog::Action(Action::Suspend)));
    let add_on =
        window.with("action-add-ons", &[("count", 1.into()), ("records", "Office 365 Extra File Storage".into())]);
    window.assert_says(&add_on);
    window.press(Key::Escape);
    assert_eq!(statuses(&window), [Status::Active, Status::Active]);

    window.button("action-suspend");
    window.press(Key::Enter);
    assert!(!window.has_dialog());
    assert_eq!(statuses(&window), [Status::Suspended, Status::Suspended]);
    window.assert_says(&window.with("deletion-day", &[("day", "2027-01-21".into())]));

    window.button("action-reactivate");
    confirm(&mut window, "action-reactivate");
    assert_eq!(window.subscription().status, Status::Active);
}

/// Presses the button of the open dialog, which is called as the one that opened it.
fn confirm(window: &mut Window, id: &str) {
    let label = window.say(id);
    window.click_in_dialog(Role::Button, &label);
}

#[test]
fn an_action_on_what_somebody_else_sold_says_why_not() {
    let mut window = of("Trey Research", "Exchange");
    window.button("action-suspend");
    let direct = window.say("channel-direct");
    let said = window.names(Role::Label).into_iter().any(|text| text.contains(&direct) && text.contains("Only"));
    assert!(said, "{:#?}", window.names(Role::Label));
    assert_eq!(window.focus(), Some((Role::Button, window.say("cancel"))));
    assert!(window.in_dialog(Role::Button, &window.say("action-suspend")).accesskit_node().is_disabled());
}

#[test]
fn a_cancelled_subscription_is_deleted_and_undo_brings_it_back() {
    let mut window = of("Contoso", "Visio");
    let before = window.portfolio().clone();
    window.button("action-cancel");
    confirm(&mut window, "action-cancel");
    assert_eq!((window.has_dialog(), &window.subscription().status), (false, &Status::Deleted));
    window.key(CTRL, Key::Z);
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn the_record_of_a_subscription_is_deleted_and_brought_back() {
    let mut window = of("Contoso", "Visio");
    let before = window.portfolio().clone();
    let id = window.subscription().id.clone();
    window.button("delete-record");
    window.assert_says(id.as_str());
    window.press(Key::Escape);
    assert_eq!(*window.portfolio(), before);
    window.button("delete-record");
    window.button("delete");
    assert!(window.record(id.as_str()).is_none());
    assert_eq!(window.subscription().offer_name.as_ref(), "Office 365 Business");
    window.key(CTRL, Key::Z);
    assert_eq!((window.portfolio(), &window.subscription().id), (&before, &id));
}

#[test]
fn the_safe_way_out_of_cancelling_a_subscription_is_not_called_cancel_and_titles_have_no_dots() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.answer(Command::AskAction(Action::Cancel));
    window.get(Role::Button, &window.say("keep-subscription"));
    assert!(window.names(Role::Button).iter().all(|name| *name != window.say("cancel")));
    window.button("keep-subscription");
    assert!(!window.has_dialog());
    for command in [Command::AskDeleteSubscription, Command::AskDeleteCustomer, Command::AskCustomerPage] {
        window.answer(command);
        let titles: Vec<String> = window.all(Role::Dialog, "").into_iter().map(|node| name(&node)).collect();
        assert!(titles.len() == 1 && !titles[0].ends_with('…'), "{titles:?}");
        window.answer(Command::CloseDialog);
    }
}
