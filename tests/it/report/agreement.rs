//! `check` and the review are two answers to one question: they agree for 2,000 made-up customers, on the real program.

use serde_json::Value;

use super::document::{all_of, rows};
use crate::cli::{Desk, run};

#[test]
fn the_verdicts_of_check_and_of_the_review_agree_for_2_000_customers() {
    let desk = Desk::new();
    let (file, html) = (desk.at("made.ron"), desk.at("review.html"));
    assert_eq!(run(&[&"generate", &"--customers", &"2000", &"--seed", &"4", &"--to", &file]).status, 0);
    let day = "2026-11-22";
    let checked = run(&[&"check", &file, &"--format", &"json", &"--as-of", &day]);
    let written = run(&[&"export", &file, &"--to", &html, &"--as-of", &day]);
    assert_eq!((checked.status, written.status), (0, 0), "{}", written.err);
    let checked: Value = serde_json::from_str(&checked.out).unwrap();
    let html = std::fs::read_to_string(html).unwrap();
    let (verdicts, total) = rows(&html, "verdicts", ',');
    let counts: Vec<i64> = verdicts.iter().map(|row| row[0]).collect();
    let totals =
        ["eligible", "not_known", "not_eligible", "no_path"].map(|key| checked["totals"][key].as_i64().unwrap());
    assert_eq!(counts, totals);
    assert_eq!(total[0], checked["totals"]["subscriptions"].as_i64().unwrap());
    let verdict = |wanted: &str| {
        let all = checked["subscriptions"].as_array().unwrap().iter();
        all.filter(|row| row["verdict"] == wanted).count()
    };
    assert_eq!(all_of(&html, "opportunities"), verdict("eligible"));
    let (blocked, _) = rows(&html, "blocked", ',');
    let blocked: i64 = blocked.iter().map(|row| row[0]).sum();
    // What an upgrade closed is not eligible, and nothing stands in its way.
    let portfolio = upgrade_desk::storage::decode(&std::fs::read(&file).unwrap()).unwrap().portfolio;
    let all = portfolio.customers.iter().flat_map(|customer| customer.subscriptions.clone());
    let upgraded = all.filter(upgrade_desk::rules::is_upgraded).count();
    assert_eq!(usize::try_from(blocked).unwrap() + upgraded, verdict("not-eligible") + verdict("not-known"));
}
