//! Rows and columns that are chosen and exported: all, those of the list, those of the customer.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use upgrade_desk::exchange::{self, Export, of_id};
use upgrade_desk::model::{Settings, Subscription, ThemeChoice};
use upgrade_desk::state::{Command, Effect, Filter, Purpose, VerdictColumns, VerdictSheets};
use upgrade_desk::storage;

use super::desk::{Opening, Window};

/// The path is chosen in the native dialog.
fn chosen(window: &mut Window, path: &str) -> Effect {
    let Some(Effect::PickFile { purpose: purpose @ Purpose::Table { .. }, serial, .. }) =
        window.asked().last().cloned()
    else {
        panic!("{:?}", window.asked().last())
    };
    window.answer(Command::PathChosen { purpose, serial, path: path.into(), ask_overwrite: false });
    window.asked().last().unwrap().clone()
}

#[test]
fn the_filtered_rows_are_exported_with_the_chosen_columns_alone() {
    let mut window = Window::open();
    window.answer(Command::ToggleFilter(Filter::CanBeUpgraded));
    let shown = window.state().session.derived.subscriptions().len();
    window.menu("menu-file", "menu-export-table");
    window.click(Role::RadioButton, &window.with("table-rows-filtered", &[("count", shown.into())]));
    window.link("table-columns-none");
    assert!(window.is_disabled(Role::Button, &window.say("table-export")));
    window.click(Role::CheckBox, &window.say("field-subscription-id"));
    window.click(Role::CheckBox, &window.say("table-verdicts"));
    let csv = window.say(of_id("csv").unwrap().name);
    window.click(Role::RadioButton, &csv);
    window.button("table-export");
    // Whatever is looked at until the file is named, what was chosen is written.
    window.answer(Command::ClearFilters);
    let Effect::Export { format: "csv", portfolio, whole, columns: Some(columns), .. } =
        chosen(&mut window, "/data/o.csv")
    else {
        panic!("{:?}", window.asked().last())
    };
    let records: Vec<_> = portfolio.customers.iter().flat_map(|customer| &customer.subscriptions).collect();
    assert_eq!(records.len(), shown);
    assert_eq!(*whole, *window.portfolio(), "they are judged among all that their customers have");
    assert!(columns.contains("subscription") && columns.contains("verdict") && !columns.contains("company_name"));
    let catalog = storage::builtin_catalog().unwrap();
    let judged = VerdictColumns::of(&whole, Arc::clone(&catalog));
    let mut bytes = Vec::new();
    let mut sheets = VerdictSheets::of(&portfolio, &whole, catalog);
    let mut export = Export { portfolio: &portfolio, only: Some(&columns), beside: &mut sheets };
    exchange::write(of_id("csv").unwrap(), portfolio.id, &mut export, &mut bytes, &mut |_, _| true).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(heads[..2], ["subscription", "verdict"]);
    assert_eq!(heads.len(), 1 + judged.headers().len());
    let verdict = |customer, record: &Subscription| format!("{},{}", record.id, judged.cells(customer, record)[0]);
    let expected: BTreeSet<String> = (portfolio.customers.iter())
        .flat_map(|customer| customer.subscriptions.iter().map(move |record| (&customer.id, record)))
        .map(|(id, record)| verdict(whole.customers.get(id).unwrap(), record))
        .collect();
    let said = lines.map(|line| line.split(',').take(2).collect::<Vec<_>>().join(","));
    assert_eq!(said.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_selected_customers_rows_are_exported_whole_as_a_workbook() {
    let mut window = Window::open();
    window.menu("menu-file", "menu-export-table");
    let customer = window.customer().clone();
    let of = window.with(
        "table-rows-customer",
        &[("customer", customer.company_name.as_str().into()), ("count", customer.subscriptions.len().into())],
    );
    window.click(Role::RadioButton, &of);
    window.button("table-export");
    let Effect::Export { format: "xlsx", portfolio, columns: Some(columns), path, .. } =
        chosen(&mut window, "/data/o.xlsx")
    else {
        panic!("{:?}", window.asked().last())
    };
    assert_eq!(path, PathBuf::from("/data/o.xlsx"));
    assert_eq!(portfolio.customers.iter().map(|one| (**one).clone()).collect::<Vec<_>>(), [customer]);
    assert!(exchange::COLUMNS.iter().all(|(name, _)| columns.contains(*name)));
}

#[test]
fn it_is_left_by_escape_and_fits_in_both_themes_and_in_a_small_window() {
    let folder = std::env::var_os("UPGRADE_DESK_PICTURES").map(PathBuf::from);
    for (name, theme, size) in [
        ("light", ThemeChoice::Light, [1280.0, 800.0]),
        ("dark", ThemeChoice::Dark, [1280.0, 800.0]),
        ("small", ThemeChoice::Light, [640.0, 420.0]),
    ] {
        let mut window =
            Opening { settings: Settings { theme, ..Settings::default() }, size, ..Opening::default() }.open();
        window.answer(Command::AskTable);
        window.away_with_the_pointer();
        let screen = window.harness.ctx.content_rect();
        let buttons = window.buttons_of_dialog();
        assert!(buttons.iter().any(|button| screen.contains_rect(*button)), "{name}: {buttons:?}");
        if let Some(folder) = &folder {
            let picture = window.harness.render().unwrap();
            picture.save(folder.join(format!("table-{name}.png"))).unwrap();
        }
        window.press(egui::Key::Escape);
        assert!(!window.has_dialog());
    }
}
