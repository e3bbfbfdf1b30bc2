//! `export` to reports: which, in which language, under which names, and what is refused.

use super::{Desk, run};
use crate::case::{PREMIUM, SOURCE};

#[test]
fn the_extension_and_the_options_say_which_report() {
    let desk = Desk::new();
    let file = desk.file();
    let review = desk.at("review.html");
    let said = run(&[&"export", &file, &"--to", &review, &"--lang", &"fr", &"--as-of", &"2026-11-22"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let html = std::fs::read_to_string(&review).unwrap();
    assert!(
        html.contains("<html lang=\"fr\">") && html.contains("Bilan des mises à niveau") && html.contains("2026-11-22")
    );

    let page = desk.at("page.html");
    let said = run(&[&"export", &file, &"--to", &page, &"--customer", &"CUSTOMER", &"--lang", &"zh-CN"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(std::fs::read_to_string(&page).unwrap().contains("您的 Office 365 订阅"));

    let upgraded = run(&[&"upgrade", &file, &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"10"]);
    assert_eq!(upgraded.status, 0, "{}", upgraded.err);
    for name in ["evidence.html", "evidence.json"] {
        let to = desk.at(name);
        let said = run(&[&"export", &file, &"--to", &to, &"--upgrade", &SOURCE]);
        assert_eq!(said.status, 0, "{}", said.err);
    }
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(desk.at("evidence.json")).unwrap()).unwrap();
    let stored = upgrade_desk::report::sha256(&std::fs::read_to_string(&file).unwrap());
    assert_eq!(json["hashes"]["portfolio"]["after"], stored, "the hash is that of the file as it was stored then");
}

#[cfg(unix)]
#[test]
fn a_report_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let to = desk.at("review.html");
    assert_eq!(run(&[&"export", &desk.file(), &"--to", &to]).status, 0);
    assert_eq!(std::fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_cannot_be_reported_on_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let file = desk.file();
    let names = desk.names();
    let to = desk.at("out.html");
    let refused = |arguments: &[&dyn AsRef<std::ffi::OsStr>], status: i32, word: &str| {
        let said = run(arguments);
        assert_eq!(said.status, status, "{}", said.err);
        assert!(said.err.contains(word), "{}", said.err);
        assert_eq!(desk.names(), names);
    };
    refused(&[&"export", &file, &"--to", &to, &"--customer", &"nobody"], 1, "no customer nobody");
    refused(&[&"export", &file, &"--to", &to, &"--upgrade", &SOURCE], 1, "no upgrade of the subscription");
    refused(&[&"export", &file, &"--to", &desk.at("out.csv"), &"--customer", &"customer"], 2, ".html");
    refused(&[&"export", &file, &"--to", &desk.at("out.csv"), &"--upgrade", &SOURCE], 2, ".json");
    refused(&[&"export", &file, &"--to", &to, &"--lang", &"xx"], 2, "en, fr, zh-CN");
    refused(&[&"export", &file, &"--to", &to, &"--upgrade", &"a", &"--customer", &"b"], 2, "cannot be used with");
}
