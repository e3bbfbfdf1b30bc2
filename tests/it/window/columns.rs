//! Columns chosen and put in order by keys and by mouse, and what follows them: the table, what is copied, what is said. What is kept is the session's.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::{CustomerColumn, Density, HeldColumn, List, Settings, SubscriptionColumn};
use upgrade_desk::state::{Command, Effect};

use super::desk::{CTRL, Opening, Window};
use super::seen::{name, role};

fn heads(window: &Window, table: &str) -> Vec<String> {
    let title = window.say(table);
    let table = window.get(Role::Table, &title);
    let heads = table.children_recursive().filter(|node| role(node) == Role::ColumnHeader);
    heads.map(|head| name(&head)).collect()
}

fn open(window: &mut Window, item: &str) {
    window.button("menu-view");
    window.button("menu-columns");
    window.button(item);
    assert!(window.has_dialog());
}

fn with(window: &Window, id: &str, column: &str) -> String {
    window.with(id, &[("column", window.say(column).into())])
}

fn kept(window: &Window) -> Settings {
    let Some(Effect::KeepSettings(settings)) = window.asked().last() else { panic!("{:?}", window.asked()) };
    settings.clone()
}

#[test]
fn columns_are_hidden_and_moved_by_keys_alone_and_kept() {
    let mut window = Window::open();
    open(&mut window, "menu-columns-subscriptions");
    // The one that names the row cannot be hidden, so the next one is begun with.
    assert_eq!(window.focus(), Some((Role::CheckBox, window.say("column-offer"))));
    window.tab_to(Role::Button, &with(&window, "columns-up", "column-offer"));
    window.press(Key::Enter);
    let focus = window.focus();
    window.tab_to(Role::CheckBox, &window.say("column-licenses"));
    window.press(Key::Space);
    window.tab_to(Role::Button, &window.say("save-changes"));
    window.press(Key::Enter);
    assert_eq!(focus, Some((Role::Button, with(&window, "columns-up", "column-offer"))), "the keys go with the column");
    assert!(!window.has_dialog());
    window.key(CTRL, Key::Num2);
    let shown = heads(&window, "tab-subscriptions");
    assert_eq!(shown[..3], ["Offer", "Customer", "Status"]);
    let settings = kept(&window);
    assert_eq!(settings.columns.subscriptions.as_slice()[0], SubscriptionColumn::Offer);
    assert!(settings.columns.customers.is_as_at_first());
    let mut window = Opening { settings, ..Opening::default() }.open();
    window.key(CTRL, Key::Num2);
    assert_eq!(heads(&window, "tab-subscriptions"), shown, "as they were left");
}

#[test]
fn what_is_copied_and_said_follows_the_columns() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    open(&mut window, "menu-columns-customers");
    window.click_in_dialog(Role::CheckBox, &window.say("column-tags"));
    window.click_in_dialog(Role::CheckBox, &window.say("column-upgradable"));
    window.click_in_dialog(Role::CheckBox, &window.say("condition-delegated-admin"));
    let up = with(&window, "columns-up", "column-domain");
    window.click_in_dialog(Role::Button, &up);
    window.button("save-changes");
    assert_eq!(heads(&window, "tab-customers"), ["Domain", "Company", "Subs.", "Tags"]);
    let row = window.get(Role::Row, "Contoso (Shanghai), ");
    let sentence = name(&row);
    let domain = window.customer().domain.clone().unwrap();
    assert!(sentence.starts_with(&format!("Contoso (Shanghai), Domain: {domain}, Subscriptions: ")), "{sentence}");
    assert!(!sentence.contains("can be upgraded"), "{sentence}");
    window.row("Contoso (Shanghai), ");
    window.event(egui::Event::Copy);
    let text = window.copied.last().unwrap().clone();
    assert!(text.starts_with(&format!("{domain}\tContoso (Shanghai)\t")), "{text}");
    window.menu("menu-edit", "menu-copy-list");
    let text = window.copied.last().unwrap().clone();
    assert_eq!(text.lines().next(), Some("Domain\tCompany\tSubs.\tTags"));
}

#[test]
fn the_head_of_a_table_has_the_choice_in_its_menu_and_it_is_set_back() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.click_second(Role::ColumnHeader, &window.say("column-renewal"));
    window.button("columns-choose");
    let title = window.words().columns_of(List::Held).to_owned();
    assert!(window.has(Role::Dialog, &title));
    window.click_in_dialog(Role::CheckBox, &window.say("column-renewal"));
    window.button("save-changes");
    assert!(!window.state().session.settings.columns.held.has(HeldColumn::Renewal));
    window.click_second(Role::ColumnHeader, &window.say("column-company"));
    window.button("columns-choose");
    window.press(Key::Escape);
    open(&mut window, "menu-columns-held");
    window.link("columns-reset");
    window.button("save-changes");
    assert!(kept(&window).columns.held.is_as_at_first());
}

#[test]
fn the_first_line_goes_no_higher_and_the_last_no_lower() {
    let mut window = Window::open();
    open(&mut window, "menu-columns-customers");
    assert!(window.is_disabled(Role::Button, &with(&window, "columns-up", "column-company")));
    assert!(window.is_disabled(Role::Button, &with(&window, "columns-down", "column-tags")));
    assert!(window.is_disabled(Role::CheckBox, &window.say("column-company")));
    window.press(Key::Escape);
    assert!(!window.has_dialog() && window.state().session.settings.columns.customers.is_as_at_first());
}

#[test]
fn tags_and_who_sold_it_can_be_shown_and_sorted_by() {
    let mut window = Window::open();
    let all = List::Customers.columns();
    window.answer(Command::SetColumns(List::Customers, all));
    window.click(Role::ColumnHeader, &window.say("column-tags"));
    assert_eq!(window.state().session.sorting.customers.column, CustomerColumn::Tags);
    let derived = &window.state().session.derived;
    let first = derived.row(derived.customers()[0]).unwrap();
    assert!(!first.tags.is_empty());
    window.answer(Command::SetColumns(List::Subscriptions, List::Subscriptions.columns()));
    window.key(CTRL, Key::Num2);
    assert_eq!(heads(&window, "tab-subscriptions").len(), 9);
    window.click(Role::ColumnHeader, &window.say("field-channel"));
    assert_eq!(window.state().session.sorting.subscriptions.column, SubscriptionColumn::Channel);
}

#[test]
fn the_lists_of_dialogs_stand_as_close_as_the_tables() {
    let backup = |day: u32| upgrade_desk::state::BackupLine {
        path: format!("/backups/{day}.ron").into(),
        at: format!("2026-11-{day:02}T08:15:00Z").parse().unwrap(),
        size: 10,
        customers: 1,
        is_opened: false,
    };
    let distance = |density| {
        let settings = Settings { density, ..Settings::default() };
        let mut window = Opening { settings, ..Opening::default() }.open();
        window.answer(Command::ShowBackups);
        window.answer(Command::BackupsListed((1..9).map(backup).collect()));
        let look = window.with("backups-look-at", &[("at", "2026-11-".into())]);
        let tops: Vec<f32> = window.all(Role::Button, &look).iter().map(|row| row.rect().center().y).collect();
        assert_eq!(tops.len(), 8);
        (tops[7] - tops[0]).abs() / 7.0
    };
    let (comfortable, compact) = (distance(Density::Comfortable), distance(Density::Compact));
    assert!((comfortable - compact - 4.0).abs() < 0.6, "{comfortable} {compact}");
}
