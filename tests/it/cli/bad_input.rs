//! Any bytes and any path as FILE: a message with what and where, status 1, nothing written, no panic.

use std::fs;
use std::path::Path;

use upgrade_desk::storage;

use super::{Desk, Said, portfolio, run};
use crate::case::{PREMIUM, SOURCE};

/// What every command says that opens FILE.
fn each_command(file: &Path, desk: &Desk) -> Vec<Said> {
    let out = desk.at("out.json");
    let from = desk.file();
    vec![
        run(&[&"check", &file]),
        run(&[&"check", &file, &"--format", &"json"]),
        run(&[&"export", &file, &"--to", &out]),
        run(&[&"upgrade", &file, &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"10"]),
        run(&[&"import", &from, &"--into", &file]),
    ]
}

#[track_caller]
fn refused(said: &Said, place: &str) {
    assert_eq!((said.status, said.out.as_str()), (1, ""), "{}", said.err);
    assert!(said.err.contains(place), "{}", said.err);
}

#[test]
fn bytes_that_are_no_portfolio_are_refused_and_left_alone() {
    let text = storage::encode(&portfolio()).unwrap();
    let half = &text.as_bytes()[..text.len() / 2];
    let json = storage::encode_json(&portfolio()).unwrap();
    let broken_day = text.replace("quantity: 10", "created: Some(\"2026-02-30\"), quantity: 10");
    let bad: [&[u8]; 10] = [
        b"",
        b"   \n",
        b"\x00\xff\xfe\x01garbage\x80",
        &[0; 4096],
        half,
        b"(format: 1)",
        b"not a portfolio at all",
        json.as_bytes(),
        broken_day.as_bytes(),
        &[b'('; 100_000],
    ];
    for bytes in bad {
        let desk = Desk::new();
        let file = desk.put("bad.ron", bytes);
        for said in each_command(&file, &desk) {
            refused(&said, "bad.ron");
        }
        assert_eq!(fs::read(&file).unwrap(), bytes);
        assert_eq!(desk.names(), ["bad.ron", "portfolio.ron"]);
    }
}

#[test]
fn every_truncation_of_a_portfolio_is_refused() {
    let text = storage::encode(&portfolio()).unwrap();
    let desk = Desk::new();
    for part in 1..12 {
        let file = desk.put("cut.ron", &text.as_bytes()[..text.len() * part / 12]);
        refused(&run(&[&"check", &file]), "cut.ron");
    }
}

#[test]
fn a_place_without_a_file_is_refused_but_by_import_which_makes_it() {
    let desk = Desk::new();
    let mut said = each_command(&desk.at("missing.ron"), &desk);
    assert_eq!(said.pop().map(|import| import.status), Some(0));
    for said in said {
        refused(&said, "missing.ron");
    }
    assert_eq!(desk.names(), ["missing.ron", "portfolio.ron"]);
}

#[test]
fn a_folder_is_no_file() {
    let desk = Desk::new();
    fs::create_dir(desk.at("folder.ron")).unwrap();
    for said in each_command(&desk.at("folder.ron"), &desk) {
        refused(&said, "folder.ron");
    }
    let generated = run(&[&"generate", &"--customers", &"1", &"--seed", &"1", &"--to", &desk.at("folder.ron")]);
    refused(&generated, "folder.ron");
    assert_eq!(desk.names(), ["folder.ron", "portfolio.ron"]);
}

#[test]
fn a_file_with_something_unknown_is_read_and_exported_but_not_changed() {
    let text = storage::encode(&portfolio()).unwrap();
    for (odd, named) in [
        (text.replace("company_name", "mood: \"calm\", company_name"), "mood"),
        (text.replace("format: 1", "format: 2"), "format"),
        (text.replace("status: Active", "status: Dozing"), "Dozing"),
    ] {
        let desk = Desk::new();
        let file = desk.put("odd.ron", odd.as_bytes());
        let said = each_command(&file, &desk);
        let statuses: Vec<i32> = said.iter().map(|said| said.status).collect();
        assert_eq!(statuses, [0, 0, 0, 1, 1], "{named}");
        for said in &said {
            assert!(said.err.contains(named) && said.err.contains("read-only"), "{}", said.err);
        }
        assert_eq!(fs::read(&file).unwrap(), odd.as_bytes());
    }
}

#[test]
fn what_is_odd_but_opens_is_said() {
    let desk = Desk::new();
    let text = storage::encode(&portfolio()).unwrap().replace("quantity: 10", "quantity: -10");
    let said = run(&[&"check", &desk.put("odd.ron", text.as_bytes())]);
    assert_eq!(said.status, 0);
    assert!(said.err.contains("-10") && said.err.contains("odd.ron"), "{}", said.err);
}

/// Linux allows any bytes in a name.
#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_no_text_is_a_path_all_the_same() {
    use std::os::unix::ffi::OsStringExt;

    let desk = Desk::new();
    let file = desk.at(".").join(std::ffi::OsString::from_vec(b"caf\xe9.ron".to_vec()));
    assert_eq!(run(&[&"check", &file]).status, 1);
    fs::copy(desk.file(), &file).unwrap();
    let said = each_command(&file, &desk);
    assert!(said.iter().all(|said| said.status == 0));
}

#[test]
fn what_is_odd_in_a_file_is_listed_up_to_a_hundred_and_counted_beyond() {
    let desk = Desk::new();
    desk.change(|portfolio| {
        let mut customer = portfolio.customers.at(0).unwrap().as_ref().clone();
        let record = customer.subscriptions[0].clone();
        customer.subscriptions = (0..150)
            .map(|number| {
                let id = upgrade_desk::model::Id::from(format!("odd-{number}"));
                upgrade_desk::model::Subscription { id, quantity: -1, ..record.clone() }
            })
            .collect();
        portfolio.customers.replace(0, std::sync::Arc::new(customer));
    });
    let said = run(&[&"check", &desk.file(), &"--format", &"csv"]);
    let odd = |line: &&str| line.starts_with("odd: ");
    assert_eq!((said.status, said.err.lines().filter(odd).count()), (0, 101), "{}", said.err);
    assert!(said.err.contains("odd: and 50 more"), "{}", said.err);
}
