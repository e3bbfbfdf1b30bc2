//! The import dialog on real files: what a file makes likely is confirmed, rows are taken or left, whose a file is and what its columns are is said.
//!
//! `UPGRADE_DESK_PICTURES=folder cargo test --test it window::imports` writes pictures of it for a person to look at.

use std::io::Cursor;
use std::path::PathBuf;

use egui::accesskit::Role;
use upgrade_desk::exchange::mapping::{Column, Mapping};
use upgrade_desk::exchange::merge::Field;
use upgrade_desk::exchange::{self, Choices, Incoming};
use upgrade_desk::model::{self, Channel, DelegatedAdmin, Id, Portfolio, Settings, Status, ThemeChoice};
use upgrade_desk::state::{Dialog, Effect, Importing};
use uuid::Uuid;

use super::desk::{Opening, Window};
use crate::given;

const RECONCILIATION: &str = include_str!("../../fixtures/import/reconciliation-2018.csv");
const SUBSCRIPTIONS: &str = include_str!("../../fixtures/import/subscriptions-fr.csv");
const CUSTOMERS: &str = include_str!("../../fixtures/import/customers-en.csv");
const OWN: &str = "Kunde;Name;Abo;Anzahl\nc-77;Adatum;s-77;12\nc-78;Alpine;s-78;many\n";

fn read(text: &str, choices: &Choices) -> Incoming {
    exchange::read(Some("csv"), &mut Cursor::new(text.as_bytes()), choices).unwrap()
}

/// What is asked to be read is answered with what the text gives, read as it was asked.
fn answer(window: &mut Window, text: &str) {
    let effect = window.asked().last().unwrap().clone();
    let Effect::Read { choices, .. } = &effect else { panic!("{effect:?}") };
    let answer = given::answer_to(&effect, read(text, choices));
    window.answer(answer);
}

#[track_caller]
fn importing(window: &Window) -> &Importing {
    match &window.state().session.dialog {
        Some(Dialog::Import(importing)) => importing,
        other => panic!("no import: {other:?}"),
    }
}

fn begin(window: &mut Window, text: &str) {
    window.import("/data/file.csv", read(text, &Choices::default()));
}

#[test]
fn a_reconciliation_file_leads_to_opportunities_once_its_likelihoods_are_confirmed() {
    let mut window = Window::open();
    let before = window.portfolio().clone();
    begin(&mut window, RECONCILIATION);
    window.assert_says(&window.say("likely-title"));
    window.click(Role::CheckBox, &window.with("likely-active", &[("count", 2.into())]));
    window.click(Role::CheckBox, &window.with("likely-privileges-all", &[("count", 2.into())]));
    window.assert_says(&window.with("likely-own-sale", &[("count", 5.into())]));
    let (new, changed) = importing(&window).counts();
    assert_eq!(changed, 0);
    assert!(!window.says(&window.say("likely-account")), "the sample's account is recorded");
    window.button_named(&window.with("import-confirm", &[("count", new.into())]));
    let id = Id::new("3f1c2a52-3c41-4d8e-9a77-5d1c2e3f4a01");
    let customer = window.portfolio().customers.get(&id).unwrap().clone();
    let record = &customer.subscriptions[0];
    assert_eq!((&record.status, &record.channel), (&Status::Active, &Channel::ThisPartner));
    assert_eq!(customer.delegated_admin, DelegatedAdmin::All);
    let kept = window.asked().iter().any(|effect| matches!(effect, Effect::KeepImported { .. }));
    assert!(kept, "what it brought is remembered");
    window.button("menu-undo");
    assert_eq!(*window.portfolio(), before);
    assert!(matches!(window.asked().last(), Some(Effect::ForgetImported { .. })));
}

#[test]
fn a_new_portfolio_gets_from_one_file_and_what_is_said_to_what_can_be_upgraded() {
    let mut window = Window::of(Portfolio::new(Uuid::nil()));
    begin(&mut window, RECONCILIATION);
    window.click(Role::CheckBox, &window.with("likely-active", &[("count", 2.into())]));
    window.click(Role::CheckBox, &window.with("likely-monthly", &[("count", 3.into())]));
    window.click(Role::CheckBox, &window.with("likely-privileges-all", &[("count", 2.into())]));
    let (none, _) = importing(&window).counts();
    window.choose_in("field-role", "Admin agent");
    window.choose_in("field-standing", &window.say("yes"));
    assert_eq!(importing(&window).counts().0, none, "the account is no record");
    window.button_named(&window.with("import-confirm", &[("count", none.into())]));
    let partner = &window.portfolio().partner;
    assert_eq!((partner.role, partner.good_standing), (model::Role::AdminAgent, Some(true)));
    assert!(window.state().session.derived.totals().eligible > 0, "{:?}", window.state().session.derived.totals());
    window.menu("menu-edit", "menu-undo");
    assert_eq!(*window.portfolio(), Portfolio::new(Uuid::nil()), "it is undone as one");
}

#[test]
fn a_row_that_is_not_taken_stays_out_and_none_or_all_can_be_taken_at_once() {
    let mut window = Window::open();
    begin(&mut window, CUSTOMERS);
    assert_eq!(importing(&window).counts().0, 3);
    window.link("import-take-none");
    assert_eq!(importing(&window).counts().0, 0);
    window.assert_says(&window.say("import-nothing-taken"));
    window.link("import-take-all");
    let row = window.with("import-take", &[("record", "Société Wingtip".into())]);
    window.click(Role::CheckBox, &row);
    window.button_named(&window.with("import-confirm", &[("count", 2.into())]));
    assert!(window.portfolio().customers.iter().all(|customer| customer.company_name != "Société Wingtip"));
}

#[test]
fn whose_a_list_of_subscriptions_is_is_asked_and_chosen_by_name() {
    let mut window = Window::open();
    begin(&mut window, SUBSCRIPTIONS);
    window.assert_says(&window.say("import-asks-customer"));
    window.fill("import-customer-search", "wingtip");
    window.button_named("Wingtip Toys");
    answer(&mut window, SUBSCRIPTIONS);
    assert!(importing(&window).files[0].choices.customer.is_some());
    assert_eq!(importing(&window).counts().0, 4, "its subscriptions are placed");
    window.assert_says("Wingtip Toys");
}

#[test]
fn the_columns_of_a_table_of_ones_own_are_said_and_its_faulty_rows_saved() {
    let mut window = Window::open();
    begin(&mut window, OWN);
    window.assert_says(&window.say("import-columns"));
    let mapped = Mapping {
        columns: vec![
            Some(Column::CustomerId),
            Some(Column::Field(Field::CompanyName)),
            Some(Column::SubscriptionId),
            Some(Column::Field(Field::Quantity)),
        ],
    };
    window.harness.state_mut().state.drafts.import.mapping = Some(mapped.clone());
    window.settle();
    window.button("import-columns-use");
    answer(&mut window, OWN);
    assert_eq!(importing(&window).files[0].choices.mapping.as_ref(), Some(&mapped));
    window.assert_says(&window.with("import-faults", &[("count", 1.into())]));
    window.link("import-faults-show");
    assert!(window.says("many"), "the cell in error is shown");
    window.link("import-faults-save");
    assert!(
        matches!(window.asked().last(), Some(Effect::PickFile { suggested_name, .. }) if suggested_name == "file-rows-in-error.csv")
    );
}

#[test]
fn the_dialog_can_be_left_by_mouse_in_both_themes_and_in_a_small_window() {
    let folder = std::env::var_os("UPGRADE_DESK_PICTURES").map(PathBuf::from);
    for (name, theme, size) in [
        ("light", ThemeChoice::Light, [1280.0, 800.0]),
        ("dark", ThemeChoice::Dark, [1280.0, 800.0]),
        ("small", ThemeChoice::Light, [640.0, 420.0]),
    ] {
        for (file, text) in
            [("reconciliation", RECONCILIATION), ("whose", SUBSCRIPTIONS), ("own", OWN), ("customers", CUSTOMERS)]
        {
            let mut window =
                Opening { settings: Settings { theme, ..Settings::default() }, size, ..Opening::default() }.open();
            begin(&mut window, text);
            window.away_with_the_pointer();
            let screen = window.harness.ctx.content_rect();
            let buttons = window.buttons_of_dialog();
            assert!(buttons.iter().any(|button| screen.contains_rect(*button)), "{file} {name}: {buttons:?}");
            if let Some(folder) = &folder {
                let picture = window.harness.render().unwrap();
                picture.save(folder.join(format!("import-{file}-{name}.png"))).unwrap();
            }
        }
    }
}
