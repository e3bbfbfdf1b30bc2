//! The messages of reports are there in every language, with the same arguments, and a missing one is said in English.

use std::collections::{BTreeMap, BTreeSet};

use upgrade_desk::text::{Language, Words, message_ids};

use crate::sources::root;

fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("assets/locales/{}.ftl", language.tag()));
    let locale = std::fs::read_to_string(path).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in locale.lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = message_ids(line).next() {
            current = Some(id.to_owned());
            assert!(found.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} twice");
        }
        let Some(args) = current.as_ref().and_then(|id| found.get_mut(id)) else { continue };
        for (at, _) in line.match_indices('$') {
            args.insert(line[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect());
        }
    }
    found
}

fn is_of_reports(id: &str) -> bool {
    ["report-", "customer-page-", "evidence-", "purpose-report", "notice-report", "failure-report"]
        .iter()
        .any(|start| id.starts_with(start))
}

#[test]
fn every_message_of_the_reports_is_there_in_three_languages_with_the_same_arguments() {
    let of_reports =
        |language| -> BTreeMap<_, _> { messages(language).into_iter().filter(|(id, _)| is_of_reports(id)).collect() };
    let english = of_reports(Language::English);
    assert!(english.len() > 150, "{}", english.len());
    for language in Language::ALL {
        assert_eq!(of_reports(language), english, "{}", language.tag());
    }
}

#[test]
fn french_and_chinese_are_set_as_they_are_written() {
    let source = |language: Language| {
        std::fs::read_to_string(root().join(format!("assets/locales/{}.ftl", language.tag()))).unwrap()
    };
    let texts = |locale: &str| -> Vec<String> {
        let is_text = |line: &&str| !line.starts_with('#') && !line.trim().is_empty();
        let of = |line: &str| line.split_once(" = ").map_or(line, |(_, text)| text).to_owned();
        locale.lines().filter(is_text).map(of).collect()
    };
    for text in texts(&source(Language::French)) {
        assert!(!text.contains('\'') && !text.contains(" :") && !text.contains(" ;") && !text.contains(" ?"), "{text}");
    }
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for text in texts(&source(Language::SimplifiedChinese)) {
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            let half = matches!(pair[1], ',' | ';' | ':' | '?' | '!' | '(' | ')');
            assert!(!(is_han(pair[0]) && half), "{text}");
        }
    }
}

#[test]
fn a_message_that_a_language_lacks_is_said_in_english() {
    let english = Words::new(Language::English).unwrap();
    for language in Language::ALL {
        let words = Words::new(language).unwrap();
        for id in messages(Language::English).keys() {
            assert!(words.has(id), "{id}");
            assert_ne!(words.say(id), "", "{id}");
        }
    }
    let (french, lacking) = (messages(Language::French), messages(Language::English));
    let words = Words::new(Language::French).unwrap();
    for (id, args) in lacking.iter().filter(|(id, args)| !french.contains_key(*id) && args.is_empty()) {
        assert_eq!(words.say(id), english.say(id), "{args:?}");
    }
}

#[test]
fn numbers_are_grouped_as_each_language_does() {
    let say = |language: Language| {
        let words = Words::new(language).unwrap();
        (words.number(1_234_567), words.number(-1_234), words.with("report-other-offers", &[("count", 12_345.into())]))
    };
    assert_eq!(say(Language::English), ("1,234,567".into(), "−1,234".into(), "12,345 other offers".into()));
    assert_eq!(
        say(Language::French),
        ("1\u{202f}234\u{202f}567".into(), "−1\u{202f}234".into(), "12\u{202f}345 autres offres".into())
    );
    assert_eq!(say(Language::SimplifiedChinese).0, "1,234,567");
    let words = Words::new(Language::English).unwrap();
    assert_eq!(words.number(i64::MAX), "9,223,372,036,854,775,807");
    assert_eq!(words.number(i64::MIN), "−9,223,372,036,854,775,808");
}
