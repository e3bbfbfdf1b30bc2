//! `export` and `import`: there and back, into new and existing files, and what is left out.

use std::fs;

use upgrade_desk::model::{Id, Portfolio};
use upgrade_desk::storage;
use uuid::Uuid;

use super::{Desk, load, portfolio, run};
use crate::case::SOURCE;

/// The portfolio but for its id.
fn without_id(mut portfolio: Portfolio) -> Portfolio {
    portfolio.id = Uuid::nil();
    portfolio
}

#[test]
fn what_is_exported_and_imported_is_the_same_but_for_its_id() {
    let desk = Desk::new();
    for name in ["out.json", "out.ron", "OUT2.JSON"] {
        let said = run(&[&"export", &desk.file(), &"--to", &desk.at(name)]);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{}", said.err);
        let into = desk.at(&format!("{name}-back.ron"));
        let said = run(&[&"import", &desk.at(name), &"--into", &into]);
        assert_eq!(said.status, 0, "{}", said.err);
        let (original, back) = (load(&desk.file()), load(&into));
        assert_ne!(original.id, back.id);
        assert_eq!(without_id(original), without_id(back));
    }
    let exported = storage::decode_json(&fs::read(desk.at("out.json")).unwrap()).unwrap().portfolio;
    assert_ne!(exported.id, portfolio().id);
    assert_eq!(without_id(exported), without_id(portfolio()));
}

#[test]
fn importing_into_an_existing_file_keeps_its_partner_and_takes_nothing_away() {
    let desk = Desk::new();
    run(&[&"export", &desk.file(), &"--to", &desk.at("newer.ron")]);
    let mut newer = load(&desk.at("newer.ron"));
    let mut customer = (**newer.customers.at(0).unwrap()).clone();
    customer.subscriptions.truncate(1);
    customer.subscriptions[0].quantity = 25;
    newer.customers = [customer].into_iter().collect();
    newer.partner.name = "Somebody else".to_owned();
    desk.put("newer.ron", storage::encode(&newer).unwrap().as_bytes());

    let before = load(&desk.file());
    let arguments: &[&dyn AsRef<std::ffi::OsStr>] =
        &[&"import", &desk.at("newer.ron"), &"--into", &desk.file(), &"--customer", &"x", &"--subscription", &"y"];
    let dry: Vec<&dyn AsRef<std::ffi::OsStr>> =
        arguments.iter().copied().chain([&"--dry-run" as &dyn AsRef<std::ffi::OsStr>]).collect();
    let said = run(&dry);
    assert_eq!(said.status, 0);
    assert!(said.out.contains("Quantity: 10 → 25"), "{}", said.out);
    assert_eq!(load(&desk.file()), before);

    let wet = run(arguments);
    assert_eq!((wet.status, wet.out), (0, said.out));
    let mut expected = before;
    let mut customer = (**expected.customers.at(0).unwrap()).clone();
    customer.subscription_mut(&Id::new(SOURCE)).unwrap().quantity = 25;
    expected.customers = [customer].into_iter().collect();
    assert_eq!(load(&desk.file()), expected);
}

#[test]
fn several_files_are_taken_in_one_after_another() {
    let desk = Desk::new();
    let mut other = portfolio();
    let mut customer = (**other.customers.at(0).unwrap()).clone();
    customer.id = Id::new("second");
    for record in &mut customer.subscriptions {
        record.id = Id::from(format!("second {}", record.id));
        record.parent_id = record.parent_id.as_ref().map(|id| Id::from(format!("second {id}")));
    }
    other.customers = [customer].into_iter().collect();
    other.partner.name = "Somebody else".to_owned();
    let other = desk.put("other.json", storage::encode_json(&other).unwrap().as_bytes());
    let into = desk.at("both.ron");
    let said = run(&[&"import", &desk.file(), &other, &"--into", &into]);
    assert_eq!(said.status, 0, "{}", said.err);
    let both = load(&into);
    assert_eq!((both.customers.len(), both.partner), (2, portfolio().partner));
}

#[test]
fn importing_what_is_there_already_changes_no_byte() {
    let desk = Desk::new();
    let before = fs::read(desk.file()).unwrap();
    let said = run(&[&"import", &desk.file(), &"--into", &desk.file()]);
    assert_eq!(said.status, 0);
    assert_eq!(fs::read(desk.file()).unwrap(), before);
}

#[test]
fn a_dry_run_into_a_new_file_makes_none() {
    let desk = Desk::new();
    let said = run(&[&"import", &desk.file(), &"--into", &desk.at("new.ron"), &"--dry-run"]);
    assert_eq!(said.status, 0);
    assert!(said.out.contains("new customer customer (Contoso (Shanghai))"), "{}", said.out);
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

#[test]
fn one_source_that_cannot_be_read_stops_the_whole_import() {
    let desk = Desk::new();
    let bad = desk.put("bad.json", b"{\"format\": 1, \"customers\": [");
    let unknown = desk.put("unknown.dat", b"\x00\x01\x02");
    for source in [&bad, &unknown, &desk.at("missing.json")] {
        let said = run(&[&"import", &desk.file(), source, &"--into", &desk.at("new.ron")]);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{}", said.err);
        assert!(said.err.contains(source.file_name().unwrap().to_str().unwrap()), "{}", said.err);
        assert!(!desk.at("new.ron").exists());
    }
}

#[test]
fn what_cannot_be_placed_is_said_and_the_rest_goes_in() {
    let desk = Desk::new();
    let text = storage::encode(&portfolio()).unwrap().replace("company_name", "mood: \"calm\", company_name");
    let source = desk.put("odd.ron", text.as_bytes());
    let said = run(&[&"import", &source, &"--into", &desk.at("new.ron")]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("left out") && said.err.contains("mood"), "{}", said.err);
    assert_eq!(without_id(load(&desk.at("new.ron"))), without_id(portfolio()));
}

#[test]
fn an_export_needs_a_name_that_says_a_format_and_is_not_the_portfolio_itself() {
    let desk = Desk::new();
    for name in ["out.xyz", "out", ".json"] {
        let said = run(&[&"export", &desk.file(), &"--to", &desk.at(name)]);
        assert_eq!(said.status, 1);
        assert!(said.err.contains(".ron") && said.err.contains(".json"), "{}", said.err);
    }
    let before = fs::read(desk.file()).unwrap();
    assert_eq!(run(&[&"export", &desk.file(), &"--to", &desk.file()]).status, 1);
    assert_eq!(fs::read(desk.file()).unwrap(), before);
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

#[test]
fn an_export_into_a_folder_that_is_not_there_is_refused() {
    let desk = Desk::new();
    let said = run(&[&"export", &desk.file(), &"--to", &desk.at("nowhere/out.json")]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("nowhere"), "{}", said.err);
}

#[test]
fn a_table_comes_back_with_every_customer_and_subscription_and_says_what_it_left_out() {
    let desk = Desk::new();
    for name in ["out.csv", "out.xlsx"] {
        let said = run(&[&"export", &desk.file(), &"--to", &desk.at(name)]);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{}", said.err);
        assert!(said.err.contains("left out") && said.err.contains("the partner"), "{}", said.err);
        let into = desk.at(&format!("{name}-back.ron"));
        let said = run(&[&"import", &desk.at(name), &"--into", &into]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert_eq!(load(&into).customers, portfolio().customers);
        // What is there already is not changed by a table that says the same.
        let before = fs::read(desk.file()).unwrap();
        assert_eq!(run(&[&"import", &desk.at(name), &"--into", &desk.file()]).status, 0);
        assert_eq!(fs::read(desk.file()).unwrap(), before);
    }
}

#[test]
fn the_verdicts_stand_beside_the_table_as_check_gives_them() {
    let desk = Desk::new();
    run(&[&"export", &desk.file(), &"--to", &desk.at("out.csv")]);
    let text = fs::read(desk.at("out.csv")).unwrap();
    let mut table = csv::Reader::from_reader(&text[3..]);
    let header = table.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let mut beside = Vec::new();
    for row in table.records() {
        let row = row.unwrap();
        for number in 1..=3 {
            let of = |what: &str| row[at(&format!("target_{number}{what}"))].to_owned();
            let target = of("");
            if number == 1 && target.is_empty() {
                beside.push([
                    row[at("subscription")].to_owned(),
                    target,
                    row[at("verdict")].to_owned(),
                    String::new(),
                    String::new(),
                ]);
            } else if !target.is_empty() {
                beside.push([
                    row[at("subscription")].to_owned(),
                    target,
                    of("_verdict"),
                    of("_failed"),
                    of("_not_known"),
                ]);
            }
        }
    }
    let said = run(&[&"check", &desk.file(), &"--format", &"csv"]);
    let mut check = csv::Reader::from_reader(said.out.as_bytes());
    let rows = check.records().map(|row| {
        let row = row.unwrap();
        [1, 4, 5, 6, 7].map(|at| row[at].to_owned())
    });
    assert_eq!(beside, rows.collect::<Vec<_>>());
    assert!(beside.len() > 3);
}

#[test]
fn a_table_of_which_nobody_said_what_its_columns_are_is_refused() {
    let desk = Desk::new();
    let source = desk.put("mine.csv", b"Customer ID,Company,Color\nc,Contoso,blue\n");
    let said = run(&[&"import", &source, &"--into", &desk.at("new.ron")]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("columns") && said.err.contains("mine.csv"), "{}", said.err);
    assert!(!desk.at("new.ron").exists());
}

#[test]
fn a_table_that_numbers_its_customers_brings_back_those_of_one_id() {
    let desk = Desk::new();
    fs::write(desk.at("hostile.json"), include_str!("../../fixtures/hostile-cells.json")).unwrap();
    assert_eq!(run(&[&"import", &desk.at("hostile.json"), &"--into", &desk.at("hostile.ron")]).status, 0);
    let original = load(&desk.at("hostile.ron"));
    assert!(original.customers.has_duplicates());
    for name in ["hostile.csv", "hostile.xlsx"] {
        assert_eq!(run(&[&"export", &desk.at("hostile.ron"), &"--to", &desk.at(name)]).status, 0);
        let into = desk.at(&format!("{name}-back.ron"));
        let said = run(&[&"import", &desk.at(name), &"--into", &into]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert_eq!(load(&into).customers, original.customers, "{name}");
    }
}
