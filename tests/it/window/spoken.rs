//! What a screen reader is told beyond role and name: places in tables, orders, errors with their fields, blocked actions, what is announced. That it reaches a desktop's bus, the end-to-end run looks at.

use egui::Key;
use egui::accesskit::{Invalid, Live, Role, SortDirection};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::Language;
use upgrade_desk::state::{Command, Dialog, Failure, Filter};

use super::desk::{CTRL, Opening, Window};
use super::seen::{name, role};

fn description(node: &Node<'_>) -> String {
    node.accesskit_node().description().unwrap_or_default()
}

/// What is announced now, in the order of the tree.
fn announced(window: &Window, how: Live) -> Vec<String> {
    let root = window.harness.root();
    root.children_recursive().filter(|node| node.accesskit_node().live() == how).map(|node| name(&node)).collect()
}

fn upgrade_of(company: &str, offer: &str) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    window.key(CTRL, Key::U);
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    window
}

#[test]
fn a_table_tells_how_many_rows_it_has_and_a_row_its_place() {
    let window = Window::open();
    let all = window.state().session.derived.customers().len();
    let name = window.say("tab-customers");
    let table = window.get(Role::Table, &name);
    assert_eq!(table.accesskit_node().size_of_set(), Some(all));
    assert_eq!(table.accesskit_node().data().row_count(), Some(all));
    let row = window.get(Role::Row, "Alpine Ski House");
    assert_eq!(row.accesskit_node().position_in_set(), Some(1));
}

#[test]
fn a_row_says_in_its_description_what_stands_in_the_way() {
    let mut window = Window::open();
    window.choose("Wingtip Toys", "Premium");
    let row = window.get(Role::Row, "Office 365 Business Premium, 60");
    assert!(!description(&row).is_empty());
    window.choose("Contoso", "Business");
    let row = window.get(Role::Row, "Office 365 Business, 25");
    assert!(description(&row).contains("Enterprise E3"), "{}", description(&row));
}

#[test]
fn the_head_of_a_column_tells_the_order_and_every_column_has_a_head() {
    let mut window = Window::open();
    let company = window.words().say("column-company").to_owned();
    let order = |window: &Window| {
        let head = window.get(Role::ColumnHeader, &company);
        (head.accesskit_node().sort_direction(), description(&head))
    };
    assert_eq!(order(&window), (Some(SortDirection::Ascending), window.say("spoken-sorted-up")));
    window.click(Role::ColumnHeader, &company);
    assert_eq!(order(&window), (Some(SortDirection::Descending), window.say("spoken-sorted-down")));
    window.choose("Contoso", "Business");
    assert!(
        window.has(Role::ColumnHeader, &window.say("column-renewal")),
        "a column that is not sorted by has one too"
    );
}

#[test]
fn what_is_wrong_with_a_field_is_read_with_it_and_announced() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    let label = window.say("field-assigned");
    let field = |window: &Window| {
        let field = window.get(Role::TextInput, &label);
        (field.accesskit_node().data().invalid(), description(&field))
    };
    assert_eq!(field(&window), (None, String::new()));
    window.fill("field-assigned", "many");
    let problem = window.with("problem-not-a-number", &[("typed", "many".into())]);
    assert_eq!(field(&window), (Some(Invalid::True), problem.clone()));
    assert!(announced(&window, Live::Polite).contains(&problem));
    window.fill("field-assigned", "21");
    assert_eq!(field(&window), (None, String::new()));
}

#[test]
fn the_number_of_licenses_is_read_with_its_limits_or_with_what_is_wrong() {
    let mut window = upgrade_of("Contoso", "Business");
    let label = window.say("field-licenses");
    assert!(description(&window.get(Role::TextInput, &label)).contains("25"));
    window.fill("field-licenses", "many");
    let problem = window.with("problem-not-a-number", &[("typed", "many".into())]);
    assert_eq!(description(&window.get(Role::TextInput, &label)), problem);
}

#[test]
fn a_blocked_submit_keeps_the_focus_tells_why_and_opens_the_reasons_on_enter() {
    let mut window = upgrade_of("Wingtip Toys", "Premium");
    let before = window.portfolio().clone();
    let submit = window.say("submit");
    let why = window.say("refusal-suspended");
    assert!(window.is_disabled(Role::Button, &submit));
    assert!(description(&window.get(Role::Button, &submit)).contains(&why));
    window.tab_to(Role::Button, &submit);
    assert!(announced(&window, Live::Assertive).is_empty());
    window.press(Key::Enter);
    assert!(announced(&window, Live::Assertive).contains(&why));
    assert_eq!(window.focus(), Some((Role::Button, submit)));
    // Escape closes the reasons, and once more the dialog.
    window.press(Key::Escape);
    assert!(announced(&window, Live::Assertive).is_empty() && window.has_dialog());
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));
}

#[test]
fn a_blocked_submit_is_free_once_nothing_is_wrong_and_the_focus_stays_on_it() {
    let mut window = upgrade_of("Contoso", "Business");
    window.fill("field-licenses", "many");
    window.tab_to(Role::Button, &window.say("submit"));
    assert!(window.is_disabled(Role::Button, &window.say("submit")));
    window.harness.state_mut().state.drafts.upgrade.licenses = "26".to_owned();
    window.settle();
    assert!(!window.is_disabled(Role::Button, &window.say("submit")));
    assert_eq!(window.focus(), Some((Role::Button, window.say("submit"))));
    window.press(Key::Enter);
    assert_eq!(window.portfolio().upgrades.last().unwrap().licenses, 26);
}

#[test]
fn the_way_to_the_reasons_leads_the_keyboard_to_them() {
    let mut window = Window::open();
    window.choose("Wingtip Toys", "Premium");
    let link = window.names(Role::Link).into_iter().find(|name| name.contains("E3") || name.contains("need")).unwrap();
    window.tab_to(Role::Link, &link);
    window.press(Key::Enter);
    let (role, head) = window.focus().unwrap();
    assert_eq!(role, Role::Tab);
    assert!(description(&window.get(Role::Tab, &head)).contains(&window.say("refusal-suspended")));
}

#[test]
fn results_are_announced_when_there_is_a_pause_and_errors_at_once() {
    let mut window = Window::open();
    window.answer(Command::ToggleFilter(Filter::CanBeUpgraded));
    let shown = window.state().session.derived.customers().len();
    let all = window.portfolio().customers.len();
    let found = window.with("shown-of", &[("shown", shown.into()), ("all", all.into())]);
    assert!(announced(&window, Live::Polite).contains(&found));
    window.answer(Command::Search("no such name".to_owned()));
    assert!(announced(&window, Live::Polite).contains(&window.say("empty-search")));
    window.answer(Command::Failed(Failure::SettingsNotKept { detail: crate::given::said("the disk is full") }));
    let urgent = announced(&window, Live::Assertive);
    assert!(urgent.iter().any(|text| text.contains("the disk is full")), "{urgent:?}");
}

#[test]
fn a_list_of_choices_tells_whether_it_is_open_and_which_is_chosen() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    let label = format!("{}: ", window.say("field-cycle"));
    let is_open = |window: &Window| window.get(Role::ComboBox, &label).accesskit_node().data().is_expanded();
    assert_eq!(is_open(&window), Some(false));
    window.click(Role::ComboBox, &label);
    assert_eq!(is_open(&window), Some(true));
    let selected =
        |window: &Window, id: &str| window.get(Role::ListBoxOption, &window.say(id)).accesskit_node().is_selected();
    assert_eq!((selected(&window, "cycle-annual"), selected(&window, "cycle-monthly")), (Some(true), Some(false)));
}

#[test]
fn no_sign_of_the_icon_font_is_read_and_dividers_speak_the_language_of_the_window() {
    for system in [Language::English, Language::French, Language::SimplifiedChinese] {
        let mut window = Opening { system, ..Opening::default() }.open();
        window.choose("Contoso", "Business");
        let dividers = [window.say("spoken-divider-width"), window.say("spoken-divider-height")];
        for divider in &dividers {
            assert!(window.has(Role::Splitter, divider), "{:?}", window.names(Role::Splitter));
        }
        window.key(CTRL, Key::U);
        for node in window.harness.root().children_recursive() {
            let read = format!("{} {} {}", name(&node), description(&node), node.value().unwrap_or_default());
            assert!(!read.contains(|letter| ('\u{e000}'..='\u{f8ff}').contains(&letter)), "{:?} {read:?}", role(&node));
        }
    }
}
