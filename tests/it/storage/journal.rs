//! The journal's lines: what is written reads as the same to the letter, and damage shortens a journal but never changes what it says.

use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use insta::assert_snapshot;
use proptest::prelude::*;
use upgrade_desk::model::{
    Answer, Change, ContentHash, Customer, Deed, Edit, Entry, Happened, HistoryEntry, Id, Offer, Portfolio,
    Subscription, Upgrade,
};
use upgrade_desk::state::carry_out;
use upgrade_desk::storage::{
    EncodeError, Intent, JOURNAL_FORMAT, JournalHeader, JournalRecord, JournalText, Tail, content_hash, decode_journal,
    decode_journal_with, encode, encode_record,
};
use uuid::Uuid;

use crate::cases::config;
use crate::given;

fn at(second: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2018, 11, 5, 8, 9, second).unwrap()
}

fn header() -> JournalHeader {
    JournalHeader {
        format: JOURNAL_FORMAT,
        portfolio: Uuid::from_u128(7),
        base: content_hash(b"the file"),
        number: 3,
        after: Some(2),
        carried: 41,
        path: "/home/li/Portfolios/上海.ron".to_owned(),
    }
}

fn did(seq: u64, deed: Deed, edits: Vec<Edit>) -> Entry {
    let change = Arc::new(Change { at: at(1), deed, edits });
    Entry { seq, at: at(1), happened: Happened::Did, change }
}

/// A journal of a few lines: a customer comes, gets a subscription, loses it again; the rules change; a checkpoint follows.
pub fn records() -> Vec<JournalRecord> {
    let id: Id = "c-1".into();
    let first = Arc::new(Customer::new(id.clone(), "四方咖啡 \"& Co\"\nShanghai".to_owned()));
    let mut second = Customer::clone(&first);
    second.subscriptions.push(Subscription::new("S-1".into(), 25));
    let second = Arc::new(second);
    let deed = Deed::AddCustomer { customer: id.clone() };
    let add = did(42, deed, vec![Edit::Customer { position: 0, old: None, new: Some(Arc::clone(&first)) }]);
    let deed = Deed::AddSubscription { customer: id, subscription: "S-1".into() };
    let edit = did(43, deed, vec![Edit::Customer { position: 0, old: Some(first), new: Some(second) }]);
    let undo = Entry { seq: 44, at: at(2), happened: Happened::Undid, change: Arc::clone(&edit.change) };
    let old = "partner-center".to_owned();
    let rules = did(45, Deed::SwitchRules, vec![Edit::Rules { old, new: "page".to_owned() }]);
    let entries = [add, edit, undo, rules].map(JournalRecord::Entry);
    let intent = JournalRecord::Intent(Intent { hash: content_hash(b"the next file"), through: 45 });
    [JournalRecord::Header(header())].into_iter().chain(entries).chain([intent]).collect()
}

pub fn journal(records: &[JournalRecord]) -> Vec<u8> {
    records.iter().flat_map(|record| encode_record(record).unwrap()).collect()
}

/// A line as another program could have written it, with a checksum that is right.
fn line(payload: &str) -> Vec<u8> {
    format!("{} {} {payload}\n", content_hash(payload.as_bytes()).short(), payload.len()).into_bytes()
}

/// Whether records are the first of others, to the letter: ids compare without regard to case, lines do not.
fn is_beginning(records: &[JournalRecord], of: &[JournalRecord]) -> bool {
    records.len() <= of.len() && journal(records) == journal(&of[..records.len()])
}

#[test]
fn a_journal_is_a_line_for_each_record() {
    assert_snapshot!(String::from_utf8(journal(&records())).unwrap());
}

#[test]
fn an_empty_journal_is_clean() {
    assert_eq!(decode_journal(b""), JournalText { records: Vec::new(), whole: 0, tail: Tail::Clean });
}

#[test]
fn the_hash_of_bytes_is_blake3() {
    // The first test vector of BLAKE3: of nothing.
    let hash = content_hash(b"").to_string();
    assert_eq!(hash, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262");
    assert_eq!(ContentHash::from_hex(&hash), Some(content_hash(b"")));
}

#[test]
fn a_line_that_a_newer_version_made_is_told_from_a_damaged_one() {
    let good = journal(&records());
    let whole = u64::try_from(good.len()).unwrap();
    let intent = format!("Intent(hash:\"{}\",through:45)", content_hash(b"x"));
    let entry = |deed: &str, edits: &str| {
        let at = "2018-11-05T08:09:01Z";
        format!("Entry((seq:1,at:\"{at}\",happened:Did,change:(at:\"{at}\",deed:{deed},edits:[{edits}])))")
    };
    let customer = |fields: &str| format!("Customer(position:0,new:Some((id:\"c\",company_name:\"C\",{fields})))");
    let header = |format: u32| {
        let id = Uuid::nil();
        format!("Header(format:{format},portfolio:\"{id}\",base:\"{}\",number:1,carried:0)", content_hash(b"x"))
    };
    for understood in [&intent, &entry("EditPartner", ""), &entry("EditPartner", &customer("")), &header(1)] {
        let read = decode_journal(&[good.clone(), line(understood)].concat());
        assert_eq!((read.records.len(), read.tail), (records().len() + 1, Tail::Clean), "{understood}");
    }
    for newer in [
        "Comment(\"hello\")",
        "",
        "Intent(hash:\"abc\",through:45)",
        &intent.replace("through:45", "through:45,by:\"me\""),
        &entry("Merge", ""),
        &entry("EditPartner", "Tag(position:0)"),
        &entry("EditPartner", &customer("color:\"red\"")),
        &entry("EditPartner", &customer("delegated_admin:Some")),
        &entry("EditPartner", &customer("subscriptions:[(id:\"s\",quantity:1,status:Frozen)]")),
        &entry("EditPartner", &customer("subscriptions:[(id:\"s\",quantity:1,created:Some(\"2018-02-30\"))]")),
        &header(2),
        &header(0),
        &header(1).replace("00000000-", "0-"),
    ] {
        let read = decode_journal(&[good.clone(), line(newer), good.clone()].concat());
        let expected = (records().len(), whole, Tail::NotUnderstood);
        assert_eq!((read.records.len(), read.whole, read.tail), expected, "{newer}");
    }
    let latin = [format!("{} 1 ", content_hash(b"\xe9").short()).into_bytes(), b"\xe9\n".to_vec()].concat();
    assert_eq!(decode_journal(&latin).tail, Tail::NotUnderstood);
}

#[test]
fn what_is_no_line_is_torn() {
    let good = journal(&records());
    let whole = u64::try_from(good.len()).unwrap();
    let payload = "Intent(hash:\"\",through:1)";
    let hash = content_hash(payload.as_bytes()).short();
    for bad in [
        "\n".to_owned(),
        " \n".to_owned(),
        "\0\0\0\0".to_owned(),
        format!("{hash} {} {payload}", payload.len()),
        format!("{hash} {} {payload}\r\n", payload.len()),
        format!("{hash} 0{} {payload}\n", payload.len()),
        format!("{hash} +{} {payload}\n", payload.len()),
        format!("{hash}  {} {payload}\n", payload.len()),
        format!("{} {} {payload}\n", hash.to_uppercase(), payload.len()),
        format!("{hash} {} {payload}\n", payload.len() + 1),
        format!("{} {} {payload}\n", "0".repeat(16), payload.len()),
        format!("{hash} 99999999999999999999999999 {payload}\n"),
    ] {
        let read = decode_journal(&[good.clone(), bad.clone().into_bytes(), good.clone()].concat());
        let expected = (records().len(), whole, Tail::Damaged);
        assert_eq!((read.records.len(), read.whole, read.tail), expected, "good lines come after {bad:?}");
        let read = decode_journal(&[good.clone(), bad.clone().into_bytes()].concat());
        assert_eq!((read.records.len(), read.whole, read.tail), (records().len(), whole, Tail::Torn), "{bad:?}");
    }
}

#[test]
fn what_our_own_reader_would_refuse_is_not_written() {
    let mut customer = Customer::new("c".into(), "C".to_owned());
    customer.notes = "x".repeat(2 << 20);
    let edit = Edit::Customer { position: 0, old: None, new: Some(Arc::new(customer)) };
    let entry = JournalRecord::Entry(did(1, Deed::EditPartner, vec![edit]));
    assert!(matches!(encode_record(&entry), Err(EncodeError::NotReadBack(_))));
    let future = JournalRecord::Header(JournalHeader { format: 2, ..header() });
    assert_eq!(encode_record(&future), Err(EncodeError::Differs));
}

#[test]
fn every_truncation_leaves_the_lines_before_it() {
    let all = records();
    let bytes = journal(&all);
    for length in 0..bytes.len() {
        let read = decode_journal(&bytes[..length]);
        assert!(is_beginning(&read.records, &all));
        let lines = bytes[..length].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(read.records.len(), lines, "cut at {length}");
        let at_the_end = length == 0 || bytes[length - 1] == b'\n';
        assert_eq!(read.tail, if at_the_end { Tail::Clean } else { Tail::Torn });
    }
}

/// Every single flipped bit of a journal, with what is read then.
fn flipped(check: bool) -> (usize, usize) {
    let all = records();
    let bytes = journal(&all);
    let (mut changed, mut flips) = (0, 0);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            let read = decode_journal_with(&damaged, check);
            flips += 1;
            changed += usize::from(!is_beginning(&read.records, &all) || read.tail == Tail::Clean);
        }
    }
    (changed, flips)
}

#[test]
fn no_flipped_bit_of_a_journal_reads_as_another_record() {
    let (changed, flips) = flipped(true);
    assert_eq!(changed, 0, "of {flips}");
}

#[test]
fn without_the_checksums_flipped_bits_would_read_as_other_records() {
    let (changed, flips) = flipped(false);
    assert!(changed > flips / 20, "{changed} of {flips}");
}

/// Position, old and new of an edit.
type Fit<T> = (usize, Option<Arc<T>>, Option<Arc<T>>);

/// Turns edits of no portfolio in particular into edits of this one: positions and old records are those that are there.
fn fitted(portfolio: &Portfolio, edit: Edit) -> Option<Edit> {
    fn fit<T>(list: &[Arc<T>], position: usize, old: bool, new: Option<Arc<T>>) -> Option<Fit<T>> {
        if old && !list.is_empty() {
            let position = position % list.len();
            return Some((position, Some(Arc::clone(&list[position])), new));
        }
        new.map(|new| (position % (list.len() + 1), None, Some(new)))
    }
    Some(match edit {
        Edit::Customer { position, old, new } => {
            let (position, old, new) = fit::<Customer>(portfolio.customers.as_slice(), position, old.is_some(), new)?;
            Edit::Customer { position, old, new }
        }
        Edit::Upgrade { position, old, new } => {
            let (position, old, new) = fit::<Upgrade>(&portfolio.upgrades, position, old.is_some(), new)?;
            Edit::Upgrade { position, old, new }
        }
        Edit::Offer { position, old, new } => {
            let (position, old, new) = fit::<Offer>(&portfolio.offers, position, old.is_some(), new)?;
            Edit::Offer { position, old, new }
        }
        Edit::History { position, old, new } => {
            let (position, old, new) = fit::<HistoryEntry>(&portfolio.history, position, old.is_some(), new)?;
            Edit::History { position, old, new }
        }
        Edit::Answer { position, old, new } => {
            let (position, old, new) = fit::<Answer>(&portfolio.answers, position, old.is_some(), new)?;
            Edit::Answer { position, old, new }
        }
        Edit::Partner { new, .. } => Edit::Partner { old: portfolio.partner.clone(), new },
        Edit::Rules { new, .. } => Edit::Rules { old: portfolio.rules.clone(), new },
    })
}

/// Commits entries as a session does, the undone and redone ones too, and gives back what was recorded and what is in memory.
fn session(start: &Portfolio, made: Vec<Entry>) -> (Vec<Entry>, Portfolio) {
    let mut memory = start.clone();
    let (mut recorded, mut done, mut undone): (Vec<Entry>, Vec<Arc<Change>>, Vec<Arc<Change>>) = Default::default();
    for (entry, seq) in made.into_iter().zip(1..) {
        let (happened, change) = match entry.happened {
            Happened::Undid if !done.is_empty() => (Happened::Undid, done.pop().unwrap()),
            Happened::Redid if !undone.is_empty() => (Happened::Redid, undone.pop().unwrap()),
            _ => {
                let mut trial = memory.clone();
                let mut edits = Vec::new();
                for edit in entry.change.edits.iter().cloned() {
                    let Some(edit) = fitted(&trial, edit) else { continue };
                    carry_out(&mut trial, std::slice::from_ref(&edit));
                    edits.push(edit);
                }
                undone.clear();
                (Happened::Did, Arc::new(Change { edits, ..Change::clone(&entry.change) }))
            }
        };
        match happened {
            Happened::Undid => undone.push(Arc::clone(&change)),
            Happened::Did | Happened::Redid => done.push(Arc::clone(&change)),
        }
        let entry = Entry { seq, happened, change, ..entry };
        carry_out(&mut memory, &entry.edits());
        recorded.push(entry);
    }
    (recorded, memory)
}

fn entries(read: JournalText) -> Vec<Entry> {
    let entry = |record| match record {
        JournalRecord::Entry(entry) => Some(entry),
        JournalRecord::Header(_) | JournalRecord::Intent(_) => None,
    };
    read.records.into_iter().filter_map(entry).collect()
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn what_is_written_reads_as_the_same_to_the_letter(entry in given::entry(), path in given::hostile(), number in any::<u64>()) {
        let header = JournalRecord::Header(JournalHeader { number, path, ..header() });
        let records = vec![header, JournalRecord::Entry(entry)];
        let bytes = journal(&records);
        prop_assert_eq!(bytes.iter().filter(|byte| **byte == b'\n').count(), 2);
        let read = decode_journal(&bytes);
        prop_assert_eq!(read.tail, Tail::Clean);
        prop_assert_eq!(read.whole, u64::try_from(bytes.len()).unwrap());
        prop_assert_eq!(&read.records, &records);
        // Ids compare without regard to case; bytes do not.
        prop_assert_eq!(journal(&read.records), bytes);
    }

    #[test]
    fn replaying_the_journal_gives_what_was_in_memory(
        start in given::portfolio(), made in proptest::collection::vec(given::entry(), 0..6),
    ) {
        let (recorded, memory) = session(&start, made);
        let bytes = journal(&recorded.iter().cloned().map(JournalRecord::Entry).collect::<Vec<_>>());
        let mut replayed = start;
        for entry in entries(decode_journal(&bytes)) {
            replayed = given::applied(&replayed, &entry.edits());
        }
        // As text, because ids compare without regard to case.
        prop_assert_eq!(encode(&replayed).unwrap(), encode(&memory).unwrap());
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode_journal(&bytes);
    }

    #[test]
    fn no_payload_panics(payload in "[(){}\\[\\],:\"'#r!/*a-zA-Z0-9\\\\ .-]{0,80}") {
        let _ = decode_journal(&line(&payload));
        let _ = decode_journal_with(format!("0123456789abcdef {} {payload}\n", payload.len()).as_bytes(), false);
    }
}
