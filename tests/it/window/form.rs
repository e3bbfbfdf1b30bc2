//! The details form: a field is recorded when it is left, what makes no sense stays typed, and half words are never recorded.

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key};
use upgrade_desk::model::{BillingCycle, Channel, Id, Status};

use super::desk::{CTRL, Window};

fn contoso() -> Window {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window
}

fn compose(window: &mut Window, text: &str) {
    window.event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }));
    window.settle();
}

#[test]
fn a_field_is_recorded_when_tab_leaves_it_and_on_enter() {
    let mut window = contoso();
    window.fill("field-nickname", "Everybody");
    assert_eq!(window.subscription().friendly_name, "Front office");
    window.press(Key::Tab);
    assert_eq!(window.subscription().friendly_name, "Everybody");
    window.fill("field-assigned", "23");
    window.press(Key::Enter);
    assert_eq!(window.subscription().assigned, Some(23));
    window.fill("field-assigned", "");
    window.press(Key::Enter);
    assert_eq!(window.subscription().assigned, None);
}

#[test]
fn a_field_is_recorded_when_the_mouse_leaves_it_for_another_record_or_another_field() {
    let mut window = contoso();
    let id = window.subscription().id.clone();
    window.fill("field-nickname", "Everybody");
    window.row("Visio Online Plan 1");
    assert_eq!(window.record(id.as_str()).unwrap().friendly_name, "Everybody");
    window.row("Office 365 Business, ");
    window.fill("field-nickname", "Nobody");
    window.click(Role::TextInput, &window.say("field-assigned"));
    assert_eq!(window.subscription().friendly_name, "Nobody");
}

#[test]
fn a_bad_day_and_a_bad_number_say_so_at_the_field_and_leave_the_record() {
    let mut window = contoso();
    let before = window.portfolio().clone();
    for (field, typed, problem) in [
        ("field-commitment-end", "31.12.2027", "problem-not-a-date"),
        ("field-created", "2027-02-30", "problem-not-a-date"),
        ("field-quantity", "a few", "problem-not-a-number"),
    ] {
        window.fill(field, typed);
        window.press(Key::Tab);
        let said = window.with(problem, &[("typed", typed.into())]);
        let at = window.line(&said).unwrap().rect();
        let field_at = window.get(Role::TextInput, &window.say(field)).rect();
        assert!(at.top() > field_at.top() && at.top() < field_at.bottom() + 20.0, "{field}: {at:?} {field_at:?}");
        assert_eq!(window.field(field), typed);
        assert_eq!(*window.portfolio(), before);
    }
    // Another field is recorded all the same, and what was mended is too.
    window.fill("field-nickname", "Everybody");
    window.press(Key::Tab);
    assert_eq!(window.subscription().friendly_name, "Everybody");
    assert_eq!(window.field("field-commitment-end"), "31.12.2027");
    window.fill("field-commitment-end", "2027-12-31");
    window.press(Key::Tab);
    assert_eq!(window.subscription().commitment_end, NaiveDate::from_ymd_opt(2027, 12, 31));
}

#[test]
fn half_a_word_of_an_input_method_is_never_recorded() {
    let mut window = contoso();
    window.click(Role::TextInput, &window.say("field-nickname"));
    window.key(CTRL, Key::A);
    window.press(Key::Delete);
    for half in ["s", "si", "si fang"] {
        compose(&mut window, half);
        assert_eq!(window.subscription().friendly_name, "Front office");
    }
    window.event(Event::Ime(ImeEvent::Commit("四方".to_owned())));
    window.settle();
    assert_eq!(window.subscription().friendly_name, "Front office");
    window.press(Key::Tab);
    assert_eq!(window.subscription().friendly_name, "四方");
}

#[test]
fn undo_in_a_text_field_is_the_fields_and_outside_it_the_portfolios() {
    let mut window = contoso();
    window.fill("field-quantity", "26");
    window.press(Key::Enter);
    assert_eq!(window.subscription().quantity, 26);
    window.click(Role::TextInput, &window.say("field-nickname"));
    window.wait(2.0);
    window.type_text(" and more");
    window.wait(2.0);
    window.key(CTRL, Key::Z);
    assert_eq!(window.subscription().quantity, 26);
    assert_eq!(window.field("field-nickname"), "Front office");
    window.press(Key::Escape);
    window.key(CTRL, Key::Z);
    assert_eq!(window.subscription().quantity, 25);
    assert_eq!(window.field("field-quantity"), "25");
}

#[test]
fn what_is_chosen_is_recorded_at_once() {
    let mut window = contoso();
    window.choose_in("field-status", &window.say("status-pending"));
    assert_eq!(window.subscription().status, Status::Pending);
    window.choose_in("field-cycle", &window.say("cycle-triennial"));
    assert_eq!(window.subscription().billing_cycle, BillingCycle::Triennial);
    window.choose_in("field-channel", &window.say("channel-other-reseller"));
    window.fill("field-other-reseller", "Northwind");
    window.press(Key::Tab);
    assert_eq!(window.subscription().channel, Channel::OtherReseller("Northwind".to_owned()));
    window.choose_in("field-trial", &window.say("yes"));
    assert_eq!(window.subscription().trial, Some(true));
}

#[test]
fn a_status_that_nobody_documents_is_kept_and_can_be_given_up() {
    let mut window = Window::open();
    window.choose("小满幼儿园", "Premium");
    assert!(window.has(Role::ComboBox, &format!("{}: partiallyProvisioned", window.say("field-status"))));
    window.choose_in("field-status", &window.say("status-active"));
    assert_eq!(window.subscription().status, Status::Active);
}

#[test]
fn an_add_on_is_bound_to_its_base_in_the_form() {
    let mut window = Window::open();
    window.choose("竹影建筑设计", "Threat Protection");
    window.choose_in("field-parent", "Office 365 Business Premium");
    let base = window.customer().subscriptions[0].id.clone();
    assert_eq!(window.subscription().parent_id, Some(base));
}

#[test]
fn another_id_is_taken_along_by_the_selection_and_a_taken_one_refused() {
    let mut window = contoso();
    let taken = window.customer().subscriptions[1].id.to_string();
    window.fill("field-subscription-id", &taken);
    window.press(Key::Tab);
    window.assert_says(&window.with("problem-taken", &[("id", taken.into())]));
    window.fill("field-subscription-id", "renamed-1");
    window.press(Key::Tab);
    assert_eq!(window.subscription().id, Id::new("renamed-1"));
}
