//! The reader of our own layout: it reads what we write, and never reads a text otherwise than RON's own parser does.

use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use upgrade_desk::model::{Customer, DelegatedAdmin, Portfolio, Subscription};
use upgrade_desk::storage::{Loaded, Seal, decode, decode_watched, encode, first_names, read_canonical};
use uuid::Uuid;

use super::FIXTURE;
use crate::cases::config;
use crate::given;

fn canonical(text: &str) -> Option<Portfolio> {
    read_canonical(text, &|_| true)
}

/// What the parser makes of a text. The comment in front keeps the other reader away; the seal, which is about bytes, is
/// none of its business.
fn parsed(text: &str) -> Option<Loaded> {
    let commented = format!("/* by the parser */ {text}");
    assert_eq!(canonical(&commented), None);
    decode(commented.as_bytes()).ok()
}

/// Whether two portfolios are written alike: ids are equal in either case, and this tells them apart.
fn is_written_alike(one: &Portfolio, other: &Portfolio) -> bool {
    encode(one).unwrap() == encode(other).unwrap()
}

/// What is read by the one is read the same by the other, with nothing left to be said.
#[track_caller]
fn holds(text: &str) -> bool {
    let Some(read) = canonical(text) else { return false };
    let Some(parsed) = parsed(text) else { panic!("the parser refuses what is taken for ours: {text}") };
    assert!(parsed.not_understood.is_empty(), "{text}");
    assert!(read == parsed.portfolio && is_written_alike(&read, &parsed.portfolio), "{text}");
    true
}

fn many(count: usize) -> Portfolio {
    let mut portfolio = Portfolio::new(Uuid::from_u128(7));
    portfolio.customers = (0..count)
        .map(|at| Customer {
            delegated_admin: DelegatedAdmin::All,
            notes: "),\n    (\n      id: \"no record\",\n    ),\n  ],\n".to_owned(),
            subscriptions: vec![Subscription::new(format!("S-{at}").into(), 5)],
            ..Customer::new(format!("C-{at}").into(), format!("Contoso \"{at}\" \\ Xi'an 四方咖啡\u{200b}"))
        })
        .collect();
    portfolio
}

#[test]
fn a_file_of_ours_is_read_without_the_parser_however_many_pieces_it_is_cut_into() {
    for count in [1, 2, 30_000] {
        let text = encode(&many(count)).unwrap();
        assert!(holds(&text), "{count} customers");
        let loaded = decode(text.as_bytes()).unwrap();
        assert_eq!(loaded.seal, Seal::Whole);
        let names: Vec<_> = loaded.portfolio.customers.iter().map(|customer| customer.id.to_string()).collect();
        assert_eq!(names, (0..count).map(|at| format!("C-{at}")).collect::<Vec<_>>());
    }
    assert!(holds(&encode(&decode(FIXTURE.as_bytes()).unwrap().portfolio).unwrap()));
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_given_up() {
    let text = encode(&many(30_000)).unwrap();
    let read = AtomicUsize::new(0);
    let whole = decode_watched(text.as_bytes(), &|more| read.fetch_add(more, Ordering::Relaxed) < usize::MAX);
    assert_eq!(whole.unwrap().unwrap().portfolio.customers.len(), 30_000);
    let told = read.load(Ordering::Relaxed);
    assert!(told < text.len() && told > text.len() - 1_000, "{told} of {}", text.len());
    assert_eq!(decode_watched(text.as_bytes(), &|_| false), Ok(None));
    // The parser cannot be stopped, and what it finds wrong is told all the same.
    assert!(decode_watched(b"(format: 1, nothing", &|_| true).is_err());
}

#[test]
fn the_first_names_are_there_before_the_file_is_read() {
    let text = encode(&many(30_000)).unwrap();
    let names = first_names(&text.as_bytes()[..4_000], 3);
    assert_eq!(names, [0, 1, 2].map(|at| format!("Contoso \"{at}\" \\ Xi'an 四方咖啡\u{200b}")));
    assert!(first_names(&text.as_bytes()[..4_001], 3_000).len() < 50, "those that are whole");
    assert_eq!(first_names(b"(format: 1)", 3), [""; 0]);
}

/// Each of these is RON, and none of it is how we write.
#[test]
fn another_layout_is_left_to_the_parser() {
    let ours = encode(&many(3)).unwrap();
    for (from, to) in [
        ("\n    (\n", "\n    ( // the first\n"),
        ("delegated_admin: All", "delegated_admin: r#All"),
        ("\"C-1\"", "r\"C-1\""),
        ("quantity: 5", "quantity: +5"),
        ("quantity: 5", "quantity: 0x5"),
        ("quantity: 5", "quantity: 5, domain: None"),
        ("id: \"C-1\"", "id: \"C\\x2d1\""),
        ("id: \"C-1\"", "id: \"C\n    ),\n    (\n1\""),
        ("  customers: [", "  customers:\n  ["),
        ("(\n  format", "Portfolio(\n  format"),
    ] {
        let changed = ours.replacen(from, to, 1);
        assert_ne!(changed, ours, "{from}");
        assert_eq!(canonical(&changed), None, "{to}");
        assert_eq!(decode(changed.as_bytes()).is_ok(), parsed(&changed).is_some(), "{to}");
    }
}

/// What is not known is told with its place, so it is the parser's.
#[test]
fn what_is_not_understood_is_left_to_the_parser() {
    let ours = encode(&many(3)).unwrap();
    for (from, to) in [
        ("delegated_admin: All", "delegated_admin: Some"),
        ("delegated_admin: All", "delegated_admin: Everything"),
        ("delegated_admin: All", "delegated_admin: Families([\"unheard-of\"])"),
        ("quantity: 5", "quantity: 5, weight: 3"),
        ("quantity: 5", "quantity: 5, created: Some(\"2026-02-30\")"),
        ("format: 1", "format: 2"),
        ("customers: [", "partner: (\n  customers: [\n  ],\n),\n  customers: ["),
    ] {
        let changed = ours.replacen(from, to, 1);
        assert_ne!(changed, ours, "{from}");
        assert_eq!(canonical(&changed), None, "{to}");
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn what_we_write_is_read_as_the_parser_reads_it(portfolio in given::portfolio()) {
        let text = encode(&portfolio).unwrap();
        prop_assert!(holds(&text) || portfolio.customers.is_empty(), "{}", text);
    }

    /// The marks are those that mean something to a parser; zeros are refused before either reads.
    #[test]
    fn what_is_changed_is_read_as_the_parser_reads_it_or_not_at_all(
        portfolio in given::portfolio(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), any::<bool>(), prop::sample::select(vec![
                "", "\"", "\\", "(", ")", "[", "]", ",", ":", " ", "\n", "/", "//", "0", "-", "_", "9", "e", "r", "#", "Some(", "None", "é",
            ])),
            1..3,
        ),
    ) {
        let mut text = encode(&portfolio).unwrap();
        for (at, replaces, mark) in edits {
            let mut at = at.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let length = if replaces { text[at..].chars().next().map_or(0, char::len_utf8) } else { 0 };
            text.replace_range(at..at + length, mark);
        }
        holds(&text);
    }
}
