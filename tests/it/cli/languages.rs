//! `--lang`: what people read is in the language that is asked for, and what programs read is the same in each.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;

use unicode_width::UnicodeWidthStr;
use upgrade_desk::model::{DelegatedAdmin, Status};
use upgrade_desk::storage;

use super::{Desk, Said, load, run};
use crate::case::{CUSTOMER, E3, PREMIUM, SOURCE};

const LANGUAGES: [&str; 3] = ["en", "fr", "zh-CN"];

/// Runs the program in a language.
#[track_caller]
fn run_in(language: &str, arguments: &[&dyn AsRef<OsStr>]) -> Said {
    let all: Vec<&dyn AsRef<OsStr>> =
        arguments.iter().copied().chain([&"--lang" as &dyn AsRef<OsStr>, &language]).collect();
    run(&all)
}

/// The built-in sample, which has every verdict, beside the desk's own portfolio.
fn desk_with_sample() -> Desk {
    let desk = Desk::new();
    desk.put("sample.ron", storage::SAMPLE.as_bytes());
    desk
}

#[test]
fn what_programs_read_has_the_same_bytes_in_every_language() {
    let desk = desk_with_sample();
    for name in ["sample.ron", "portfolio.ron"] {
        let file = desk.at(name);
        for format in ["json", "csv"] {
            let arguments: [&dyn AsRef<OsStr>; 6] = [&"check", &file, &"--format", &format, &"--as-of", &"2026-11-22"];
            let plain = run(&arguments).out;
            for language in LANGUAGES {
                assert!(run_in(language, &arguments).out == plain, "{name} as {format} in {language}");
            }
        }
    }
    let files = LANGUAGES.map(|language| {
        let (table, made) = (desk.at(&format!("{language}.csv")), desk.at(&format!("{language}.ron")));
        assert_eq!(run_in(language, &[&"export", &desk.file(), &"--to", &table]).status, 0);
        let asked: [&dyn AsRef<OsStr>; 7] = [&"generate", &"--customers", &"20", &"--seed", &"3", &"--to", &made];
        assert_eq!(run_in(language, &asked).status, 0);
        (fs::read(table).unwrap(), fs::read(made).unwrap())
    });
    assert!(files[0] == files[1] && files[1] == files[2]);
    // The new id alone, for the next command.
    let upgrade: [&dyn AsRef<OsStr>; 8] =
        [&"upgrade", &desk.file(), &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"10"];
    let said = run_in("zh-CN", &upgrade);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(uuid::Uuid::parse_str(said.out.trim()).is_ok(), "{}", said.out);
}

#[test]
fn without_a_language_commands_speak_english() {
    let desk = desk_with_sample();
    let arguments: [&dyn AsRef<OsStr>; 4] = [&"check", &desk.at("sample.ron"), &"--as-of", &"2026-11-22"];
    assert_eq!(run(&arguments).out, run_in("en", &arguments).out);
    assert_ne!(run(&arguments).out, run_in("fr", &arguments).out);
}

/// Everything that a command says in each of the many ways to go right and wrong: the command's name, and what was said.
fn everything(language: &str) -> Vec<(String, Said)> {
    let desk = desk_with_sample();
    let text = storage::encode(&super::portfolio()).unwrap();
    desk.put("odd.ron", text.replace("quantity: 10", "quantity: -10").as_bytes());
    desk.put("newer.ron", text.replace("company_name", "mood: \"calm\", company_name").as_bytes());
    desk.put("half.ron", &text.as_bytes()[..text.len() / 2]);
    desk.put("day.ron", text.replace("quantity: 10", "created: Some(\"2026-02-30\"), quantity: 10").as_bytes());
    desk.put("empty.ron", b"");
    desk.put("noise.ron", b"\x00\xff\xfe\x01garbage\x80");
    desk.put("mine.csv", b"Customer ID,Company,Color\nc,Contoso,blue\n");
    desk.put("unknown.dat", b"\x00\x01\x02");
    let answer = format!(
        r#"{{"totalCount": 9, "items": [{{"targetOffer": {{"id": "{E3}", "name": "y"}}, "isEligible": true}}]}}"#
    );
    desk.put("upgrades.json", answer.as_bytes());
    desk.put("charges.csv", include_bytes!("../../fixtures/import/reconciliation-2018.csv"));
    let mut other = super::portfolio();
    let mut customer = (**other.customers.at(0).unwrap()).clone();
    customer.subscriptions[0].status = Status::Suspended;
    customer.subscriptions[0].suspended_on = chrono::NaiveDate::from_ymd_opt(2026, 11, 1);
    customer.subscriptions[0].quantity = 25;
    customer.delegated_admin = DelegatedAdmin::NotKnown;
    customer.subscriptions.pop();
    other.customers = [customer].into_iter().collect();
    other.rules = "house rules".to_owned();
    desk.put("other.ron", storage::encode(&other).unwrap().as_bytes());

    let file = desk.file();
    let mut all = Vec::new();
    let mut say = |arguments: &[&dyn AsRef<OsStr>]| {
        let name =
            arguments.iter().map(|one| one.as_ref().to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ");
        let folder = desk.at("").to_string_lossy().into_owned();
        all.push((name.replace(&folder, ""), run_in(language, arguments)));
    };
    let day: [&dyn AsRef<OsStr>; 2] = [&"--as-of", &"2026-11-22"];
    for name in ["sample.ron", "other.ron", "odd.ron", "newer.ron", "half.ron", "day.ron", "empty.ron", "noise.ron"] {
        say(&[&"check", &desk.at(name), day[0], day[1]]);
    }
    say(&[&"check", &desk.at("missing.ron")]);
    say(&[&"check", &desk.at("")]);
    say(&[&"diff", &file, &desk.at("other.ron")]);
    say(&[&"diff", &file, &file]);
    let to = |offer: &'static str, licenses: &'static str, file: &std::path::Path| {
        let all: Vec<Box<dyn AsRef<OsStr>>> = vec![
            Box::new("upgrade"),
            Box::new(file.to_owned()),
            Box::new("--subscription"),
            Box::new(SOURCE),
            Box::new("--to"),
            Box::new(offer),
            Box::new("--licenses"),
            Box::new(licenses),
        ];
        all
    };
    for (offer, licenses, file) in [
        (E3, "10", desk.at("other.ron")),
        (PREMIUM, "301", file.clone()),
        (PREMIUM, "7", file.clone()),
        ("no offer", "10", file.clone()),
        (PREMIUM, "10", desk.at("newer.ron")),
    ] {
        let arguments = to(offer, licenses, &file);
        say(&arguments.iter().map(|one| &**one as &dyn AsRef<OsStr>).collect::<Vec<_>>());
    }
    say(&[&"upgrade", &file, &"--subscription", &"nowhere", &"--to", &E3, &"--licenses", &"1"]);
    say(&[&"upgrade", &file, &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"9", &"--dry-run"]);
    say(&[&"upgrade", &file, &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"9"]);
    for from in ["other.ron", "newer.ron", "upgrades.json", "charges.csv", "mine.csv", "unknown.dat", "half.ron"] {
        say(&[&"import", &desk.at(from), &"--into", &file, &"--dry-run"]);
    }
    say(&[&"import", &desk.at("upgrades.json"), &"--into", &file, &"--subscription", &SOURCE]);
    say(&[&"check", &file, day[0], day[1]]);
    say(&[&"import", &desk.at("other.ron"), &"--into", &desk.at("new.ron")]);
    for name in ["out.csv", "out.json", "out.html", "out.xyz", "nowhere/out.json"] {
        say(&[&"export", &file, &"--to", &desk.at(name)]);
    }
    say(&[&"export", &file, &"--to", &file]);
    say(&[&"export", &file, &"--to", &desk.at("page.html"), &"--customer", &"nobody"]);
    say(&[&"export", &file, &"--to", &desk.at("page.html"), &"--upgrade", &"nothing"]);
    say(&[&"export", &file, &"--to", &desk.at("page.csv"), &"--customer", &CUSTOMER]);
    say(&[&"generate", &"--customers", &"2", &"--seed", &"3", &"--to", &desk.at("made.ron")]);
    say(&[&"generate", &"--customers", &"9000000", &"--seed", &"3", &"--to", &desk.at("made.ron")]);
    // Only after everything was said, so that no name depends on the folder.
    let folder = desk.at("").to_string_lossy().into_owned();
    for (_, said) in &mut all {
        said.err = said.err.replace(&folder, "");
        said.out = said.out.replace(&folder, "");
    }
    assert!(load(&file).customers.len() == 1);
    all
}

/// What of a line is words: names, ids and numbers are the same in every language.
fn is_wordy(line: &str) -> bool {
    let words = line.split(' ').filter(|word| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase()));
    words.count() > 2
}

#[test]
fn every_line_for_people_is_in_the_language_that_was_asked_for() {
    let [english, french, chinese] = LANGUAGES.map(everything);
    for (language, other) in [("fr", &french), ("zh-CN", &chinese)] {
        for ((name, ours), (_, theirs)) in english.iter().zip(other) {
            assert_eq!(ours.status, theirs.status, "{name}: {}", theirs.err);
            assert_eq!(ours.err.lines().count(), theirs.err.lines().count(), "{name}\n{}\n{}", ours.err, theirs.err);
            assert_eq!(ours.out.lines().count(), theirs.out.lines().count(), "{name}\n{}\n{}", ours.out, theirs.out);
            let lines = |said: &Said| -> BTreeSet<String> {
                said.err.lines().chain(said.out.lines()).map(|line| line.trim().to_owned()).collect()
            };
            let (ours, theirs) = (lines(ours), lines(theirs));
            let same: Vec<&String> = ours.intersection(&theirs).filter(|line| is_wordy(line)).collect();
            assert!(same.is_empty(), "{name} in {language}: {same:#?}");
            // A message that is missing, or lacks an argument, would stand there by its id.
            for line in theirs {
                let by_id = line.split([' ', '\u{a0}']).find(|word| word.starts_with("cli-"));
                assert!(!line.contains(['{', '}']) && by_id.is_none(), "{name} in {language}: {line}");
            }
        }
    }
}

#[test]
fn the_table_stays_aligned_where_letters_are_two_columns_wide() {
    let desk = Desk::new();
    for (language, mark) in [("en", "licenses"), ("fr", "licences"), ("zh-CN", "个许可证")] {
        let said = run_in(language, &[&"check", &desk.file(), &"--as-of", &"2026-11-22"]);
        // The limits of the three targets, which have names of different lengths.
        let limits: BTreeSet<usize> = said
            .out
            .lines()
            .filter(|line| line.ends_with(mark))
            .map(|line| line.rfind("  ").map(|at| line[..at].width()).unwrap())
            .collect();
        assert_eq!(limits.len(), 1, "{language}: {}", said.out);
        // The ids of the subscriptions, behind verdicts of different lengths.
        let ids: BTreeSet<usize> = ["source ·", "mobility ·", "deleted ·"]
            .map(|id| said.out.lines().find_map(|line| line.find(id).map(|at| line[..at].width())).unwrap())
            .into();
        assert_eq!(ids.len(), 1, "{language}: {}", said.out);
    }
}

#[test]
fn the_sums_of_the_table_are_those_of_the_json_in_every_language() {
    let desk = desk_with_sample();
    let file = desk.at("sample.ron");
    let json = run(&[&"check", &file, &"--format", &"json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let totals =
        ["eligible", "not_known", "not_eligible", "no_path"].map(|verdict| json["totals"][verdict].to_string());
    for language in LANGUAGES {
        let table = run_in(language, &[&"check", &file]).out;
        let last: Vec<&str> = table.lines().rev().take(4).map(|line| line.split(' ').next_back().unwrap()).collect();
        assert_eq!(last.into_iter().rev().collect::<Vec<_>>(), totals, "{language}: {table}");
    }
}
