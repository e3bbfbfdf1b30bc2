//! Several rows of a list selected by mouse and by keys, what is said of them, and the dialog that edits them. What it changes is the session's.

use egui::accesskit::{Live, Role};
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::NodeT;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::Deed;
use upgrade_desk::state::{Command, Dialog, LooksOnly, Notice, Tab};

use super::desk::{CTRL, Opening, Window};
use super::keeping::in_file;
use super::seen::name;
use crate::case::offers;

fn click_with(window: &mut Window, modifiers: Modifiers, button: PointerButton, row: &str) {
    let pos = window.get(Role::Row, row).rect().center();
    window.event(Event::PointerMoved(pos));
    window.event(Event::ModifiersChanged(modifiers));
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.settle();
}

fn click(window: &mut Window, modifiers: Modifiers, row: &str) {
    click_with(window, modifiers, PointerButton::Primary, row);
}

/// The rows of the customer list that say of themselves that they are selected.
fn selected(window: &Window) -> Vec<String> {
    let title = window.say("tab-customers");
    let table = window.get(Role::Table, &title);
    let rows = table.children_recursive().filter(|node| node.accesskit_node().is_selected() == Some(true));
    rows.map(|row| name(&row).split(',').next().unwrap_or_default().to_owned()).collect()
}

fn says_how_many(window: &Window, count: usize) -> bool {
    window.says(&window.with("picked-customers", &[("count", count.into())]))
}

#[test]
fn rows_are_selected_with_control_and_shift_and_a_plain_click_leaves_one() {
    let mut window = Window::open();
    let names: Vec<String> = window.all(Role::Row, "").iter().map(name).collect();
    let row = |at: usize| names[at].split(',').next().unwrap().to_owned();
    window.row(&row(0));
    click(&mut window, CTRL, &row(2));
    assert_eq!(selected(&window), [row(0), row(2)]);
    assert!(says_how_many(&window, 2));
    click(&mut window, Modifiers::SHIFT, &row(4));
    assert_eq!(selected(&window), [row(2), row(3), row(4)]);
    click(&mut window, CTRL, &row(3));
    assert_eq!(selected(&window), [row(2), row(4)]);
    assert!(window.customer().company_name.starts_with(&row(4)), "the last one that is selected is shown");
    window.row(&row(2));
    assert_eq!(selected(&window), [row(2)]);
    assert!(!says_how_many(&window, 2) && window.has(Role::Button, &window.say("add-customer")));
}

#[test]
fn rows_are_selected_by_keys_alone_and_escape_leaves_one() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&window).len(), 3);
    window.key(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected(&window).len(), 2);
    assert!(selected(&window)[0].starts_with("Contoso"));
    window.key(Modifiers::SHIFT, Key::End);
    let many = selected(&window).len();
    assert!(many > 3);
    let focus = window.focus();
    assert!(focus.as_ref().is_some_and(|(role, _)| *role == Role::Row), "{focus:?}");
    window.press(Key::Escape);
    assert_eq!(selected(&window).len(), 1);
    assert_eq!(window.focus(), focus, "the keys stay where they were");
    window.key(CTRL, Key::A);
    let all = window.portfolio().customers.len();
    assert!(says_how_many(&window, all));
    window.press(Key::ArrowUp);
    assert_eq!(selected(&window).len(), 1, "an arrow alone selects one");
}

#[test]
fn in_a_field_the_keys_are_the_fields() {
    let mut window = Window::open();
    window.key(CTRL, Key::F);
    window.type_text("o");
    window.key(CTRL, Key::A);
    assert_eq!(window.state().session.picked.count(Tab::Customers), 0);
    window.press(Key::Escape);
    window.row("Contoso (Shanghai)");
    window.key(CTRL, Key::A);
    let count = window.state().session.picked.count(Tab::Customers);
    assert_eq!(count, window.state().session.derived.customers().len());
    // Escape closes a menu first, and takes the selection next.
    window.button("menu-edit");
    window.press(Key::Escape);
    assert_eq!(window.state().session.picked.count(Tab::Customers), count);
}

#[test]
fn the_table_says_that_several_can_be_selected_and_the_line_below_is_announced() {
    let mut window = Window::open();
    let title = window.say("tab-customers");
    let table = window.get(Role::Table, &title);
    assert!(table.accesskit_node().is_multiselectable());
    window.row("Contoso (Shanghai)");
    window.key(CTRL, Key::A);
    let line = window.with("picked-customers", &[("count", window.portfolio().customers.len().into())]);
    assert_eq!(window.line(&line).unwrap().accesskit_node().live(), Live::Polite);
}

#[test]
fn several_rows_are_copied_as_lines() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.event(Event::Copy);
    window.settle();
    let text = window.copied.last().unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.starts_with("Contoso (Shanghai)\t"), "{text}");
}

#[test]
fn the_menu_of_a_selected_row_is_about_all_of_them() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    click_with(&mut window, Modifiers::NONE, PointerButton::Secondary, "Contoso (Shanghai)");
    assert_eq!(selected(&window).len(), 2);
    let label = window.say("menu-edit-selected");
    let at = window.all(Role::Button, &label).last().unwrap().rect().center();
    window.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    window.settle();
    assert!(matches!(window.state().session.dialog, Some(Dialog::Bulk(_))));
    window.press(Key::Escape);
    // Another row is not among them.
    window.click_second(Role::Row, "Alpine Ski House");
    assert_eq!(selected(&window), ["Alpine Ski House (Dalian)"]);
}

#[test]
fn several_customers_are_edited_by_keys_alone_and_the_toast_undoes_it() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.tab_to(Role::Button, &window.say("menu-edit-selected"));
    window.press(Key::Enter);
    window.assert_says(&window.say("bulk-nothing"));
    let field = window.say("bulk-add-tags");
    assert_eq!(window.focus(), Some((Role::TextInput, field)));
    // Nothing is chosen yet, and Enter says so by doing nothing.
    window.press(Key::Enter);
    assert!(window.has_dialog());
    window.type_text("quarter");
    window.assert_says(&window.with("bulk-changes", &[("changes", 2.into()), ("all", 2.into())]));
    window.press(Key::Enter);
    assert!(!window.has_dialog());
    let done = Notice::Did(Deed::EditTags { customers: 2 });
    assert_eq!(window.state().session.notice.as_ref().map(|posted| &posted.notice), Some(&done));
    assert!(window.customer().tags.contains(&"quarter".to_owned()));
    let deed = window.with("deed-tags-of", &[("count", 2.into())]);
    window.assert_says(&window.with("notice-did", &[("deed", deed.into())]));
    let before = super::desk::sample();
    let undo = window.say("menu-undo");
    window.click(Role::Button, &undo);
    assert_eq!(window.portfolio().customers, before.customers);
}

#[test]
fn some_services_of_which_none_is_chosen_are_asked_for_in_words() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num1);
    window.key(CTRL, Key::A);
    window.menu("menu-edit", "menu-edit-selected");
    let some = window.say("delegated-families");
    window.choose_in("field-delegated-admin", &some);
    let wants = window.say("bulk-no-family");
    window.assert_says(&wants);
    assert!(window.is_disabled(Role::Button, &window.say("save-changes")));
    window.tab_to(Role::Button, &window.say("save-changes"));
    window.press(Key::Enter);
    assert!(window.has_dialog());
    let family = window.words().family(upgrade_desk::model::Family::Azure).to_owned();
    window.click_in_dialog(Role::CheckBox, &family);
    assert!(!window.says(&wants));
    window.button("save-changes");
    assert!(!window.has_dialog());
    // One customer alone can have a list of none, as it is read from files: the dialog says what that means.
    window.button("edit");
    assert!(!window.says(&window.say("families-none")));
    window.click_in_dialog(Role::CheckBox, &family);
    window.assert_says(&window.say("families-none"));
}

#[test]
fn who_sold_several_subscriptions_is_recorded_in_the_list_of_opportunities() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num2);
    window.tab_to(Role::Row, "");
    window.key(CTRL, Key::A);
    let all = window.state().session.derived.totals().subscriptions;
    window.assert_says(&window.with("picked-subscriptions", &[("count", all.into())]));
    window.menu("menu-edit", "menu-edit-selected");
    let direct = window.say("channel-direct");
    window.choose_in("field-channel", &direct);
    window.button("save-changes");
    let records = window.portfolio().customers.iter().flat_map(|customer| &customer.subscriptions);
    assert!(records.into_iter().all(|record| record.channel == upgrade_desk::model::Channel::Direct));
    assert_eq!(window.harness.state().shell.journal.len(), 1);
}

#[test]
fn a_portfolio_that_can_only_be_looked_at_says_why_nothing_is_edited() {
    let mut file = in_file();
    file.looks_only = Some(LooksOnly::InUse);
    let mut window = Opening { file, ..Opening::default() }.open();
    window.row("Contoso (Shanghai)");
    window.key(CTRL, Key::A);
    window.button("menu-edit-selected");
    assert!(!window.has_dialog());
    window.assert_says(&window.say("notice-read-only"));
}

#[test]
fn ten_thousand_rows_are_selected_and_only_the_visible_ones_are_drawn() {
    let mut window = Window::of(generate(10_000, 1, 7, &offers()));
    window.tab_to(Role::Row, "");
    window.key(CTRL, Key::A);
    assert!(says_how_many(&window, 10_000));
    assert!(window.names(Role::Row).len() < 60);
    window.answer(Command::AskBulk);
    window.type_text("x");
    window.assert_says(&window.with("bulk-changes", &[("changes", 10_000.into()), ("all", 10_000.into())]));
    window.press(Key::Enter);
    assert!(window.portfolio().customers.iter().all(|customer| customer.tags.contains(&"x".to_owned())));
}

#[test]
fn enter_confirms_nothing_while_the_dialog_says_why_not() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.key(CTRL, Key::A);
    window.menu("menu-edit", "menu-edit-selected");
    window.choose_in("field-delegated-admin", &window.say("delegated-families"));
    window.fill("bulk-add-tags", "quarter");
    window.assert_says(&window.say("bulk-no-family"));
    window.press(Key::Enter);
    assert!(window.has_dialog());
    assert!(window.portfolio().customers.iter().all(|customer| !customer.tags.contains(&"quarter".to_owned())));
}
