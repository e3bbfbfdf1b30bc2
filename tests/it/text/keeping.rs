//! Words about how a portfolio is kept: sizes, reasons, versions; and that characters which steer text are shown.

use std::path::Path;

use upgrade_desk::model::{Deed, Id};
use upgrade_desk::state::{Failure, LooksOnly, StoreTrouble, Theirs};
use upgrade_desk::text::{DEEDS, Language, Words, file_name, shown, shown_lines, told};

use super::sentences::{Speaker, deeds, failures};

fn words() -> Words {
    Words::new(Language::English).unwrap()
}

#[test]
fn a_size_is_counted_as_a_person_counts() {
    for (bytes, text) in [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (1_999, "1.9 kB"),
        (300_000_000, "300 MB"),
        (1_073_741_824, "1 GB"),
        (9_990_000_000, "9.9 GB"),
        (1_234_000_000_000, "1,234 GB"),
    ] {
        assert_eq!(words().size(bytes), text);
    }
}

#[test]
fn a_size_and_a_share_are_written_as_the_language_writes_numbers() {
    for (language, size, large, share) in [
        (Language::English, "1.9 kB", "1,234 GB", "42%"),
        (Language::French, "1,9\u{a0}ko", "1\u{202f}234\u{a0}Go", "42\u{a0}%"),
        (Language::SimplifiedChinese, "1.9 kB", "1,234 GB", "42%"),
    ] {
        let words = Words::new(language).unwrap();
        assert_eq!(words.size(1_999), size);
        assert_eq!(words.size(1_234_000_000_000), large);
        assert_eq!(words.percent(42), share);
    }
}

#[test]
fn a_thing_and_what_is_said_of_it_are_joined_as_the_language_joins_them() {
    for (language, said, bracketed) in [
        (Language::English, "a: b", "a (b)"),
        (Language::French, "a\u{a0}: b", "a (b)"),
        (Language::SimplifiedChinese, "a：b", "a（b）"),
    ] {
        let words = Words::new(language).unwrap();
        assert_eq!(words.said_of("a", "b"), said);
        assert_eq!(words.bracketed("a", "b"), bracketed);
    }
}

#[test]
fn a_diagnosis_is_one_line_without_the_systems_number() {
    assert_eq!(
        told("the file cannot be read: No such file (os error 2): /a/b"),
        "the file cannot be read: No such file: /a/b"
    );
    assert_eq!(told("one (os error 2)\ntwo (os error 13)"), "one; two");
    assert_eq!(told("an open (os error 2"), "an open (os error 2");
}

#[test]
fn what_would_steer_a_text_is_shown_and_everything_else_stays() {
    assert_eq!(shown("a\u{202e}gnp.exe"), "a‹U+202E›gnp.exe");
    assert_eq!(shown("two\nlines\0"), "two‹U+000A›lines‹U+0000›");
    assert_eq!(shown_lines("two\nlines\r\n"), "two\nlines‹U+000D›\n");
    for letter in [
        '\u{61c}',
        '\u{200b}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{2029}',
        '\u{202a}',
        '\u{2066}',
        '\u{2069}',
        '\u{feff}',
        '\u{7f}',
        '\u{85}',
        '\u{e0041}',
    ] {
        assert_eq!(shown(&letter.to_string()), format!("‹U+{:04X}›", u32::from(letter)));
    }
    // Joiners belong to the writing of Persian and Hindi, and to emoji.
    for plain in ["四方咖啡", "Ünïcode", "نمی\u{200c}خواهم", "👩\u{200d}👧", ""] {
        assert_eq!(shown(plain), plain);
    }
    assert_eq!(file_name(Path::new("/a/\u{202e}b.ron")), "‹U+202E›b.ron");
}

#[test]
fn no_message_obeys_what_it_is_given() {
    let text = words().with("notice-saved", &[("file", "\u{202e}nor.a\n".into())]);
    assert_eq!(text, "Saved ‹U+202E›nor.a‹U+000A›");
}

#[test]
fn everything_about_keeping_is_a_sentence() {
    let speaker = Speaker::new();
    let words = &speaker.words;
    for why in [
        LooksOnly::NotUnderstood,
        LooksOnly::NewerJournal,
        LooksOnly::InUse,
        LooksOnly::Backup,
        LooksOnly::Damaged { customers: 1 },
        LooksOnly::Damaged { customers: 2_000 },
    ] {
        speaker.reads(why, &words.looks_only(why));
    }
    let in_use = Failure::InUse { path: "/files/a.ron".into() };
    for failure in failures().into_iter().chain([in_use]) {
        for trouble in [StoreTrouble::Full(failure.clone()), StoreTrouble::Failed(failure)] {
            for waiting in [0, 1, 14] {
                let text = words.store_trouble(&trouble, waiting);
                speaker.reads(&trouble, &text);
                assert!(waiting < 2 || text.contains("14 changes are kept in the journal"), "{text}");
            }
        }
    }
    for (detail, is_shown) in [(None, false), (None, true), (Some(crate::given::said("the disk is gone")), false)] {
        for changes in [0, 1, 2] {
            let theirs = Theirs { plan: None, detail: detail.clone(), changes, is_shown, can_keep_mine: true };
            let text = words.two_versions(&theirs);
            speaker.reads(&theirs, &text);
            assert!(text.contains("safe"), "safe things first: {text}");
        }
    }
}

#[test]
fn every_kind_of_deed_can_be_looked_for() {
    let kinds: Vec<&str> = deeds().iter().map(Words::deed_kind).collect();
    assert_eq!(kinds, DEEDS);
    assert_eq!(words().deed(&Deed::AddCustomer { customer: Id::new("c") }), words().say("deed-add-customer"));
}
