//! The two lists: search, filters, order, type-ahead, and only the visible rows drawn. What a verdict is, is not here.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Customer, Portfolio, Status};
use upgrade_desk::state::Filter;

use super::desk::{CTRL, Window};
use super::seen::{name, role};
use crate::case::offers;

/// The companies of the list as it is ordered and filtered now.
fn companies(window: &Window) -> Vec<String> {
    let customers = &window.portfolio().customers;
    let shown = window.state().session.derived.customers().iter();
    shown.map(|at| customers.at(*at as usize).unwrap().company_name.clone()).collect()
}

/// The first word or so of each row that is drawn, from the top.
fn drawn(window: &Window) -> Vec<String> {
    let known = companies(window);
    let rows = window.names(Role::Row);
    known.into_iter().filter(|company| rows.iter().any(|row| row.starts_with(company.as_str()))).collect()
}

fn search(window: &mut Window, text: &str) {
    window.key(CTRL, Key::F);
    window.retype(text);
}

#[test]
fn search_finds_company_domain_and_id_in_any_case_and_script() {
    let mut window = Window::open();
    for (typed, company) in [
        ("CONTOSO shang", "Contoso (Shanghai)"),
        ("四方", "四方咖啡（杭州）有限公司"),
        ("sifangkafei.partner", "四方咖啡（杭州）有限公司"),
        ("87e3ca4d-8986", "Wingtip Toys"),
    ] {
        search(&mut window, typed);
        assert_eq!(companies(&window), [company], "{typed}");
        assert_eq!(drawn(&window), [company], "{typed}");
    }
    search(&mut window, "nobody of that name");
    window.assert_says(&window.say("empty-search"));
    window.link("filters-clear");
    assert_eq!(companies(&window).len(), window.portfolio().customers.len());
}

#[test]
fn each_filter_lets_through_what_it_says_and_says_how_many() {
    let mut window = Window::open();
    let all = companies(&window).len();
    for filter in Filter::ALL {
        let label = window.words().filter(filter).to_owned();
        window.click(Role::CheckBox, &label);
        let shown = companies(&window).len();
        assert!(shown > 0 && shown < all, "{label}");
        window.assert_says(&window.with("shown-of", &[("shown", shown.into()), ("all", all.into())]));
        window.click(Role::CheckBox, &label);
        assert_eq!(companies(&window).len(), all);
    }
    let suspended = window.words().filter(Filter::Suspended).to_owned();
    window.click(Role::CheckBox, &suspended);
    assert!(companies(&window).contains(&"Wingtip Toys".to_owned()));
    window.key(CTRL, Key::Num2);
    let rows = window.names(Role::Row);
    assert!(rows.iter().all(|row| row.contains(window.words().status(&Status::Suspended))), "{rows:#?}");
}

#[test]
fn each_head_of_the_customer_list_sorts_both_ways() {
    let mut window = Window::open();
    let heads: Vec<String> = window
        .get(Role::Table, &window.say("tab-customers"))
        .children_recursive()
        .filter(|node| role(node) == Role::ColumnHeader)
        .map(|node| name(&node))
        .collect();
    assert!(heads.len() >= 4, "{heads:?}");
    for head in heads {
        window.click(Role::ColumnHeader, &head);
        let once = companies(&window);
        window.click(Role::ColumnHeader, &head);
        let twice = companies(&window);
        assert_ne!(once, twice, "{head}");
        assert_eq!(drawn(&window).first(), twice.first(), "{head}");
    }
}

#[test]
fn each_head_of_the_list_of_opportunities_sorts_both_ways() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num2);
    let order = |window: &Window| window.state().session.derived.subscriptions().to_vec();
    let heads = window.names(Role::ColumnHeader);
    assert_eq!(heads.len(), 8, "{heads:?}");
    for head in heads {
        window.click(Role::ColumnHeader, &head);
        let once = order(&window);
        window.click(Role::ColumnHeader, &head);
        assert_ne!(once, order(&window), "{head}");
    }
}

#[test]
fn the_selection_follows_the_record_when_the_order_changes() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.click(Role::ColumnHeader, &window.say("column-company"));
    assert_eq!(window.customer().company_name, "Contoso (Shanghai)");
    let row = window.get(Role::Row, "Contoso (Shanghai)");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
    window.key(CTRL, Key::Num2);
    assert_eq!(window.subscription().offer_name.as_ref(), "Office 365 Business");
}

#[test]
fn type_ahead_looks_for_the_letters_typed_within_a_second() {
    let mut window = Window::open();
    window.row("Contoso (Shanghai)");
    window.type_text("tr");
    assert_eq!(window.customer().company_name, "Trey Research (Wuhan)");
    window.type_text("x");
    assert_eq!(window.customer().company_name, "Trey Research (Wuhan)");
    window.wait(2.0);
    window.type_text("w");
    assert_eq!(window.customer().company_name, "Wingtip Toys");
    window.wait(2.0);
    window.type_text("四");
    assert_eq!(window.customer().company_name, "四方咖啡（杭州）有限公司");
}

#[test]
fn the_list_of_opportunities_is_walked_by_keys() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num2);
    window.tab_to(Role::Row, "");
    let rows = window.state().session.derived.subscriptions().to_vec();
    let at = |window: &Window| {
        let customer = window.portfolio().customers.position(&window.customer().id).unwrap();
        let id = &window.subscription().id;
        let subscription = window.customer().subscriptions.iter().position(|record| record.id == *id).unwrap();
        rows.iter().position(|row| (row.0 as usize, row.1 as usize) == (customer, subscription)).unwrap()
    };
    window.press(Key::Home);
    assert_eq!(at(&window), 0);
    window.press(Key::ArrowDown);
    assert_eq!(at(&window), 1);
    window.press(Key::PageDown);
    assert!(at(&window) > 10);
    window.press(Key::End);
    assert_eq!(at(&window), rows.len() - 1);
    window.press(Key::ArrowUp);
    assert_eq!(at(&window), rows.len() - 2);
}

fn many() -> Portfolio {
    generate(10_000, 1, 7, &offers())
}

#[test]
fn of_ten_thousand_customers_only_the_visible_ones_are_drawn_and_end_selects_the_last() {
    let mut window = Window::of(many());
    let shown = companies(&window);
    assert_eq!(shown.len(), 10_000);
    assert!(window.names(Role::Row).len() < 60, "{}", window.names(Role::Row).len());
    window.tab_to(Role::Row, "");
    window.press(Key::End);
    assert_eq!(Some(&window.customer().company_name), shown.last());
    assert!(window.has(Role::Row, shown.last().unwrap()));
    assert!(window.names(Role::Row).len() < 60);
    assert!(window.focus().is_some_and(|(role, name)| role == Role::Row && name.starts_with(shown.last().unwrap())));
    window.key(CTRL, Key::Num2);
    assert!(window.names(Role::Row).len() < 60);
}

#[test]
fn the_selected_row_and_the_whole_list_are_copied_as_text_that_no_spreadsheet_runs() {
    let mut portfolio = super::desk::sample();
    let armed = Customer { company_name: "=1+1\t\"x\"".into(), ..(**portfolio.customers.at(0).unwrap()).clone() };
    let others = portfolio.customers.iter().skip(1).map(|customer| Customer::clone(customer));
    portfolio.customers = std::iter::once(armed).chain(others).collect();
    let mut window = Window::of(portfolio);
    let row = window.names(Role::Row).into_iter().find(|name| name.contains("=1+1")).unwrap();
    window.row(&row);
    window.event(egui::Event::Copy);
    let text = window.copied.last().unwrap().clone();
    assert!(text.starts_with("'=1+1 \"x\"\t"), "{text:?}");
    assert_eq!(text.lines().count(), 1);
    window.menu("menu-edit", "menu-copy-list");
    let text = window.copied.last().unwrap().clone();
    assert_eq!(text.lines().count(), 1 + window.portfolio().customers.len());
    let heads = text.lines().next().unwrap().split('\t').count();
    assert!(text.lines().all(|line| line.split('\t').count() == heads), "a cell for each head");
    assert!(!text.chars().any(|letter| ('\u{e000}'..='\u{f8ff}').contains(&letter)), "no symbol of the window's font");
}
