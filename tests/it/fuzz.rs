//! The fuzz targets' bodies on bytes of all kinds and on damaged files, with each commit. On demand, cargo-fuzz runs the same ones.
//!
//! `UPGRADE_DESK_CASES=1000000 cargo test --release --test it fuzz` tries as many as asked for.

#[path = "../fuzz/bodies.rs"]
pub mod bodies;

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use upgrade_desk::storage::{SAMPLE, decode, decode_journal, decode_json, encode, encode_json};

use crate::cases::config;

/// Words that files are made of: the fuzzer's own dictionary.
static TOKENS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| tokens(include_str!("../fuzz/tokens.dict")));

/// The tokens of a dictionary of libFuzzer: a line each, in quotation marks, with `\\`, `\"` and `\x0a`.
fn tokens(dictionary: &str) -> Vec<Vec<u8>> {
    let inside = |line: &str| line.strip_prefix('"')?.strip_suffix('"').map(unescaped);
    dictionary.lines().filter_map(inside).collect()
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = match (first, behind) {
            (b'\\', [b'x', high, low, behind @ ..]) => {
                let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16).unwrap()).unwrap();
                bytes.push(digit(*high) << 4 | digit(*low));
                behind
            }
            (b'\\', [escaped, behind @ ..]) => {
                bytes.push(*escaped);
                behind
            }
            _ => {
                bytes.push(*first);
                behind
            }
        };
    }
    bytes
}

const FIXTURE: &str = include_str!("../fixtures/portfolio-format-1.ron");

const HEADER: &str =
    r#"Header(format: 1, portfolio: "@id", base: "@file", number: 1, carried: 0, path: "/files/a.ron")"#;
const AT: &str = "2026-11-22T08:00:00Z";

/// The payloads of a journal: a header, and two changes of which the second is taken back.
fn payloads(header: &str) -> String {
    let change = |seq, happened, deed, edit| {
        format!(
            "Entry((seq: {seq}, at: \"{AT}\", happened: {happened}, change: (at: \"{AT}\", deed: {deed}, edits: [{edit}])))\n"
        )
    };
    let customer = r#"Customer(position: 0, new: Some((id: "c-9", company_name: "Wingtip")))"#;
    let rules = r#"Rules(old: "partner-center", new: "page")"#;
    let added = change(1, "Did", r#"AddCustomer(customer: "c-9")"#, customer);
    let switched = change(2, "Did", "SwitchRules", rules);
    let undone = change(3, "Undid", "SwitchRules", rules);
    format!("{header}\n{added}{switched}{undone}")
}

/// A portfolio of a few lines, as the program writes it.
fn typical() -> String {
    encode(&decode(bodies::TYPICAL.as_bytes()).unwrap().portfolio).unwrap()
}

fn portfolios() -> Vec<Vec<u8>> {
    let json = encode_json(&decode(FIXTURE.as_bytes()).unwrap().portfolio).unwrap();
    let id = r#"(format: 1, id: "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b")"#;
    [FIXTURE.to_owned(), typical(), id.to_owned(), json].map(String::into_bytes).to_vec()
}

fn journals() -> Vec<Vec<u8>> {
    let header = HEADER.replace("@id", "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b").replace("@file", &"ab".repeat(32));
    let intent = format!("{}Intent(hash: \"{}\", through: 3)\n", payloads(&header), "cd".repeat(32));
    [payloads(&header), intent].map(String::into_bytes).to_vec()
}

fn settings() -> Vec<Vec<u8>> {
    let full = "(\n  theme: Dark,\n  recent: [\n    \"/files/a.ron\",\n  ],\n  untitled: Some(\"/b\"),\n)\n";
    [full, "()"].map(|text| text.as_bytes().to_vec()).to_vec()
}

/// Files with their journals, as `kept` takes them apart.
fn disks() -> Vec<Vec<u8>> {
    let file = typical();
    let small = "(format: 1, id: \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\")\n";
    let own = payloads(HEADER);
    let of_backup = payloads(&HEADER.replace("@file", "@backup"));
    let next = payloads(&HEADER.replace("number: 1", "number: 2, after: Some(1)"));
    let stored = format!("{of_backup}Intent(hash: \"@file\", through: 2)\n");
    [
        format!("{file}%%\n%%\n{own}"),
        format!("{small}%%\n{file}%%\n{stored}"),
        format!("{small}%%\n{file}%%\n{of_backup}"),
        format!("{small}%%\n{small}%%\n{stored}%%\n{}", next.replace("seq: ", "seq: 1")),
        format!("damaged\n%%\n{small}%%\n{of_backup}"),
        format!("{small}%%\n%%\n{HEADER}\n"),
        small.to_owned(),
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// Tables as `tables` takes them apart: what is chosen, then the file or the parts of a workbook.
fn tables() -> Vec<Vec<u8>> {
    let fixtures: [&[u8]; 6] = [
        include_bytes!("../fixtures/import/customers-fr.csv"),
        include_bytes!("../fixtures/import/subscriptions-en.csv"),
        include_bytes!("../fixtures/import/subscriptions-zh.csv"),
        include_bytes!("../fixtures/import/reconciliation-2018.csv"),
        include_bytes!("../fixtures/import/bam-customers.csv"),
        include_bytes!("../fixtures/import/bam-subscriptions.csv"),
    ];
    let mut all: Vec<Vec<u8>> = fixtures.iter().map(|bytes| [b"\x3f", *bytes].concat()).collect();
    let chinese = String::from_utf8(fixtures[2].to_vec()).unwrap();
    let utf16: Vec<u8> = chinese.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb18030 = encoding_rs::GB18030.encode(&chinese).0;
    all.extend([[b"\x1f", &*utf16].concat(), [b"\x1f", &*gb18030].concat()]);
    all.push(b"\x1fsep=;\r\nUpgrade Desk: reason;a;b\r\n'=x;1\r\n;'-2;\"3\r\n4\"\r\n".to_vec());
    let sheet = r#"<worksheet><dimension ref="A1:C2"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>Subscription</t></is></c><c t="str"><v>Quantity</v></c><c t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>43496.5</v></c><c r="C2"><v>25</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<?xml version="1.0" encoding="UTF-8"?><sst uniqueCount="2"><si><t>Subscription ID</t></si><si><r><t>Sta</t></r><r><t>tus &amp;#x20;</t></r></si></sst>"#;
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><fonts><font><name val="a"/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="164" fontId="0"><alignment/></xf></cellXfs></styleSheet>"#;
    all.push(format!("\u{7f}{sheet}%%{strings}%%{styles}").into_bytes());
    // High, for a workbook.
    if let Some(first) = all.last_mut().and_then(|bytes| bytes.first_mut()) {
        *first = 0xbf;
    }
    all
}

/// Deeds one after the other; each of them reads the bytes behind it.
fn deeds() -> Vec<Vec<u8>> {
    let all: Vec<u8> = (0..32).flat_map(|deed| [deed, 1, 2, 3, 5, 6, 7, 9]).collect();
    let upgrade = [0, 0, 0, 1, 15, 1, 1, 1, 8, 1, 1, 17, 0, 1, 4, 1, 1, 23, 1, 1, 25, 1, 1].to_vec();
    let restart = [20, 0, 1, 1, 20, 1, 1, 1, 26, 1, 1, 1, 1, 1, 0, 1, 23, 1, 1, 26, 2, 1, 1, 1, 1, 23, 1, 1].to_vec();
    vec![all, upgrade, restart]
}

/// One thing that happens to a file.
#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    /// What stands from one place on, up to so many bytes, is gone.
    Cut(Index, usize),
    End(Index),
    /// From here on it is another of the files, from there on.
    Splice(Index, Index, Index),
    /// A piece stands once more, somewhere.
    Repeat(Index, usize, Index),
    Insert(Index, Vec<u8>),
    /// A word stands in the place of as many bytes.
    Overwrite(Index, Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), 0..8_u8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        2 => (at(), 1..64_usize).prop_map(|(at, length)| Damage::Cut(at, length)),
        1 => at().prop_map(Damage::End),
        1 => (at(), at(), at()).prop_map(|(at, other, from)| Damage::Splice(at, other, from)),
        2 => (at(), 1..256_usize, at()).prop_map(|(from, length, to)| Damage::Repeat(from, length, to)),
        3 => (at(), select(TOKENS.clone())).prop_map(|(at, token)| Damage::Insert(at, token)),
        3 => (at(), select(TOKENS.clone())).prop_map(|(at, token)| Damage::Overwrite(at, token)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damage: Damage, all: &[Vec<u8>]) -> Vec<u8> {
    let place = |at: Index, bytes: &[u8]| at.index(bytes.len() + 1);
    match damage {
        Damage::Flip(at, bit) => {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
        }
        Damage::Cut(at, length) => {
            let from = place(at, &bytes);
            bytes.drain(from..(from + length).min(bytes.len()));
        }
        Damage::End(at) => bytes.truncate(place(at, &bytes)),
        Damage::Splice(at, other, from) => {
            bytes.truncate(place(at, &bytes));
            let other = other.get(all);
            bytes.extend_from_slice(&other[place(from, other)..]);
        }
        Damage::Repeat(from, length, to) => {
            let from = place(from, &bytes);
            let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
            let to = place(to, &bytes);
            bytes.splice(to..to, piece);
        }
        Damage::Insert(at, token) => {
            let at = place(at, &bytes);
            bytes.splice(at..at, token);
        }
        Damage::Overwrite(at, token) => {
            let at = place(at, &bytes);
            let end = (at + token.len()).min(bytes.len());
            bytes.splice(at..end, token);
        }
    }
    bytes
}

/// Bytes that can be read where they fail, and put back as they were.
#[derive(Clone)]
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// Any bytes; or one of the files, damaged a few times or not at all.
fn input(seeds: fn() -> Vec<Vec<u8>>) -> impl Strategy<Value = Bytes> {
    let all = seeds();
    let one = (0..all.len(), vec(damage(), 0..6));
    let damaged = one.prop_map(move |(at, damages)| {
        damages.into_iter().fold(all[at].clone(), |bytes, damage| damaged(bytes, damage, &all))
    });
    prop_oneof![1 => vec(any::<u8>(), 0..400), 4 => damaged].prop_map(Bytes)
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn whatever_a_file_holds_it_opens_as_it_is_written_or_says_what_is_wrong(bytes in input(portfolios)) {
        bodies::open(&bytes.0);
    }

    #[test]
    fn whatever_comes_behind_them_the_good_lines_of_a_journal_stay(bytes in input(journals)) {
        bodies::journal(&bytes.0);
    }

    #[test]
    fn whatever_is_imported_can_be_exported_merged_once_and_undone(bytes in input(portfolios)) {
        bodies::import(&bytes.0);
    }

    #[test]
    fn whatever_a_table_holds_its_rows_fit_the_header_and_those_in_error_come_back(bytes in input(tables)) {
        bodies::tables(&bytes.0);
    }

    #[test]
    fn whatever_settings_are_read_are_written_as_the_same(bytes in input(settings)) {
        bodies::settings(&bytes.0);
    }

    #[test]
    fn whatever_lies_on_the_disk_opening_writes_nothing_and_what_opens_is_kept(bytes in input(disks)) {
        bodies::kept(&bytes.0);
    }

    #[test]
    fn whatever_is_done_memory_is_what_the_journal_took_and_undo_leads_back(bytes in input(deeds)) {
        bodies::commands(&bytes.0);
    }
}

#[test]
fn the_seeds_reach_what_they_are_made_for() {
    for (at, bytes) in portfolios().iter().enumerate() {
        assert!(decode(bytes).is_ok() || decode_json(bytes).is_ok(), "portfolio {at}");
    }
    assert_eq!(decode_journal(&bodies::mended(&journals()[1])).records.len(), 5);
    let recovered: Vec<Option<usize>> = disks().iter().map(|bytes| bodies::recovered(bytes)).collect();
    assert_eq!(recovered, [Some(3), Some(1), Some(0), Some(3), None, Some(0), Some(0)]);
}

#[test]
fn the_dictionary_is_read_as_the_fuzzer_reads_it() {
    assert_eq!(tokens("# a\n\"b\\\\\\\"c\"\n\n\"\\x0a\\xff\"\n"), [b"b\\\"c".to_vec(), vec![0x0a, 0xff]]);
    assert!(TOKENS.len() > 50);
}

/// A file and journals in the format of `kept`, each with its lines.
fn disk(file: &str, backup: &str, journals: &[&[&str]]) -> Vec<u8> {
    let mut text = format!("{file}\n%%\n{backup}");
    for journal in journals {
        text.push_str("%%\n");
        journal.iter().for_each(|line| text.push_str(&format!("{line}\n")));
    }
    text.into_bytes()
}

const SMALL: &str = r#"(format: 1, id: "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b")"#;

/// A journal's line with a change of the rules.
fn switch(seq: u64, new: &str) -> String {
    let edit = format!("Rules(old: \"partner-center\", new: \"{new}\")");
    format!(
        "Entry((seq: {seq}, at: \"{AT}\", happened: Did, change: (at: \"{AT}\", deed: SwitchRules, edits: [{edit}])))"
    )
}

#[test]
fn a_journal_that_names_itself_as_the_one_before_is_not_followed_for_ever() {
    let header = HEADER.replace("number: 1", "number: 1, after: Some(1)");
    bodies::kept(&disk(SMALL, "", &[&[&header]]));
    let header = HEADER.replace("number: 1", "number: 9, after: Some(1)");
    bodies::kept(&disk(SMALL, "", &[&[&header]]));
    let header = HEADER.replace("number: 1", "number: 18446744073709551615, after: Some(18446744073709551615)");
    bodies::kept(&disk(SMALL, "", &[&[&header], &[&HEADER.replace("number: 1", "number: 2, after: Some(1)")]]));
}

#[test]
fn a_journal_is_numbered_by_its_name() {
    let older = [HEADER, &switch(1, "page"), &switch(2, "page")];
    bodies::kept(&disk(SMALL, "", &[&older, &[], &[HEADER]]));
}

#[test]
fn a_change_with_a_number_that_none_has_is_none_of_this_programs() {
    for seq in [0, u64::MAX] {
        let entry = switch(seq, "page");
        bodies::kept(&disk(SMALL, "", &[&[HEADER, &entry]]));
        let header = HEADER.replace("@file", "@backup");
        bodies::kept(&disk("damaged", &format!("{SMALL}\n"), &[&[&header, &entry]]));
    }
    let intent = "Intent(hash: \"@file\", through: 18446744073709551615)";
    bodies::kept(&disk(SMALL, "", &[&[HEADER, intent]]));
    bodies::kept(&disk(SMALL, "", &[&[HEADER, &switch(u64::MAX - 1, "page")]]));
}

#[test]
fn changes_whose_numbers_go_back_are_not_carried_out_twice() {
    bodies::kept(&disk(SMALL, "", &[&[HEADER, &switch(7, "a"), &switch(3, "b")]]));
    bodies::kept(&disk(SMALL, "", &[&[HEADER, &switch(3, "a"), &switch(3, "b")]]));
}

#[test]
fn a_time_that_is_in_no_year_of_four_digits_elsewhere_is_no_time() {
    for time in ["9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00"] {
        let upgrade = format!(
            r#"(customer: "c", source: "s", target: "t", from_offer: "a", to_offer: "b", licenses: 1, at: "{time}", rules: "page")"#
        );
        let file = format!(r#"(format: 1, id: "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b", upgrades: [{upgrade}])"#);
        bodies::open(file.as_bytes());
        assert!(decode(file.as_bytes()).is_err(), "{time}");
        bodies::journal(switch(1, "page").replace(AT, time).as_bytes());
    }
}

#[test]
fn a_day_in_a_year_of_more_or_fewer_than_four_digits_can_be_written_or_is_no_day() {
    for day in ["+10000-01-01", "-0001-01-01", "0000-01-01", "18-1-5", "+2026-1-1", " 2026-01-01"] {
        let file = format!(
            r#"(format: 1, id: "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b", customers: [(id: "c", company_name: "", subscriptions: [(id: "s", quantity: 1, created: Some("{day}"))])])"#
        );
        bodies::open(file.as_bytes());
    }
}

type Body = fn(&[u8]);

/// Partner Center's answers of every kind, as they are tested.
fn answers() -> Vec<Vec<u8>> {
    let all = [
        include_str!("../fixtures/import/rest/customers.json"),
        include_str!("../fixtures/import/rest/customers-by-id.json"),
        include_str!("../fixtures/import/rest/subscriptions.json"),
        include_str!("../fixtures/import/rest/subscriptions-powershell.json"),
        include_str!("../fixtures/import/rest/upgrades.json"),
        include_str!("../fixtures/import/rest/upgrades-unnamed.json"),
        include_str!("../fixtures/import/rest/offers.json"),
        include_str!("../fixtures/import/rest/broken.jsonl"),
    ];
    all.map(|text| text.as_bytes().to_vec()).to_vec()
}

/// What cargo-fuzz begins with is written, a folder for each target, where `UPGRADE_DESK_SEEDS` says.
#[test]
fn every_body_bears_what_fuzzing_begins_with() {
    let folder = std::env::var_os("UPGRADE_DESK_SEEDS").map(std::path::PathBuf::from);
    let sample = || vec![SAMPLE.as_bytes().to_vec()];
    let all: [(&str, Body, Vec<Vec<u8>>); 8] = [
        ("open", bodies::open, [portfolios(), sample()].concat()),
        ("journal", bodies::journal, journals()),
        ("import", bodies::import, portfolios()),
        ("rest", bodies::rest, answers()),
        ("tables", bodies::tables, tables()),
        ("settings", bodies::settings, settings()),
        ("kept", bodies::kept, disks()),
        ("commands", bodies::commands, deeds()),
    ];
    for (target, body, seeds) in all {
        for (at, bytes) in seeds.iter().enumerate() {
            body(bytes);
            if let Some(folder) = &folder {
                let folder = folder.join(target);
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(folder.join(format!("seed-{at}")), bytes).unwrap();
            }
        }
    }
}
