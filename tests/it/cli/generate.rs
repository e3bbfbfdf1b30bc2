//! `generate` as a command: the same bytes each time, and a file that `check` answers.

use std::fs;

use upgrade_desk::shell::keep::{Access, open};
use upgrade_desk::shell::keeping;
use upgrade_desk::storage::MAXIMUM_SIZE;

use super::{Desk, load, run};

#[test]
fn two_thousand_customers_twice_are_the_same_bytes() {
    let desk = Desk::new();
    for name in ["a.ron", "b.ron"] {
        let said = run(&[&"generate", &"--customers", &"2000", &"--seed", &"7", &"--to", &desk.at(name)]);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{}", said.err);
    }
    assert!(fs::read(desk.at("a.ron")).unwrap() == fs::read(desk.at("b.ron")).unwrap());
    assert_eq!(load(&desk.at("a.ron")).customers.len(), 2000);
}

#[test]
fn a_generated_portfolio_is_checked_without_a_word_on_stderr() {
    let desk = Desk::new();
    let file = desk.at("a.ron");
    run(&[&"generate", &"--customers", &"60", &"--per-customer", &"5", &"--seed", &"1", &"--to", &file]);
    let said = run(&[&"check", &file, &"--format", &"json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer["totals"]["customers"], 60);
    assert!(answer["totals"]["eligible"].as_u64().unwrap() >= 6);
}

#[test]
fn none_and_one_are_numbers_of_customers_too() {
    let desk = Desk::new();
    for customers in ["0", "1"] {
        let file = desk.at("few.ron");
        assert_eq!(run(&[&"generate", &"--customers", &customers, &"--seed", &"3", &"--to", &file]).status, 0);
        assert_eq!(load(&file).customers.len().to_string(), customers);
    }
}

#[test]
fn a_portfolio_that_is_open_is_replaced_neither_by_a_generated_one_nor_by_an_export() {
    let desk = Desk::new();
    let before = fs::read(desk.file()).unwrap();
    let now = chrono::DateTime::UNIX_EPOCH;
    let opened = open(&keeping(), &desk.file(), Access::Change, MAXIMUM_SIZE, now).unwrap();
    assert!(opened.kept.is_some());
    let generated = run(&[&"generate", &"--customers", &"1", &"--seed", &"1", &"--to", &desk.file()]);
    let other = desk.put("other.ron", &before);
    let exported = run(&[&"export", &other, &"--to", &desk.file()]);
    for said in [generated, exported] {
        assert_eq!(said.status, 1);
        assert!(said.err.contains("it is open in another window"), "{}", said.err);
    }
    assert_eq!(fs::read(desk.file()).unwrap(), before);
    drop(opened);
    assert_eq!(run(&[&"generate", &"--customers", &"1", &"--seed", &"1", &"--to", &desk.file()]).status, 0);
}
