//! What every input has to bear: a function for each target, run by proptest with each commit and by cargo-fuzz on demand.
//!
//! Each holds what is promised of the input, not only that nothing panics. On demand, from the project's folder and with
//! nightly and cargo-fuzz installed; the first line writes the seeds, the second keeps to the versions of the program:
//!
//! ```sh
//! UPGRADE_DESK_SEEDS=tests/fuzz/corpus cargo test --test it fuzz::every_body_bears
//! cp Cargo.lock tests/fuzz/
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz -s none open -- -max_total_time=300 -max_len=8192 -dict=tests/fuzz/tokens.dict
//! ```
//!
//! The other targets are `journal`, `import`, `rest`, `tables`, `settings`, `kept` and `commands`. There is no unsafe code of ours for a
//! sanitizer to look at; without `-s none` it takes longer to build and to run, and looks at our dependencies too. A crash is
//! repeated by giving its file in place of what stands behind `--`. What is found gets a test in `tests/it` first.

mod desk;
mod keeping;
mod tables;

use std::io::Cursor;

use upgrade_desk::exchange::merge::{Accepted, Import, Into, Selection, plan};
use upgrade_desk::exchange::{self, Choices, ExchangeError, FORMATS, Incoming, of_id, to_bytes};
use upgrade_desk::model::{Edit, FORMAT, Portfolio};
use upgrade_desk::state::carry_out;
use upgrade_desk::storage::{
    JournalRecord, JournalText, LoadError, Loaded, NotUnderstood, Position, Seal, Tail, content_hash, decode,
    decode_journal, decode_journal_with, decode_settings, encode, encode_checked, encode_record, encode_settings,
    peek_format, salvage,
};
use uuid::Uuid;

pub use desk::commands;
pub use keeping::{kept, recovered};
pub use tables::tables;

/// A portfolio to import into and to change: typical customers, with offers of the catalog.
pub const TYPICAL: &str = include_str!("typical.ron");

/// A portfolio as text, proved. Two portfolios are the same where their texts are: ids compare without regard to case.
#[track_caller]
fn written(portfolio: &Portfolio) -> String {
    encode_checked(portfolio).unwrap_or_else(|error| panic!("it cannot be written: {error}"))
}

#[track_caller]
fn loaded(bytes: &[u8]) -> Loaded {
    decode(bytes).unwrap_or_else(|error| panic!("it does not open: {error}"))
}

/// A portfolio file, in RON.
pub fn open(bytes: &[u8]) {
    let peeked = std::str::from_utf8(bytes).ok().and_then(peek_format);
    match decode(bytes) {
        Ok(loaded) => {
            let is_newer = peeked.is_some_and(|format| format > u64::from(FORMAT));
            assert!(!is_newer || loaded.is_read_only(), "a newer format can be written to");
            well_placed(&loaded.not_understood, bytes);
            no_byte_can_change_unseen(&written(&loaded.portfolio), bytes);
            if let Ok(text) = std::str::from_utf8(bytes) {
                says_the_same_in_utf16(text, &loaded);
                can_be_sealed(text, &loaded);
            }
        }
        Err(error) => told(&error, bytes),
    }
}

/// What was not understood stands in the order of the file, and in it.
fn well_placed(not_understood: &[NotUnderstood], bytes: &[u8]) {
    assert!(not_understood.is_sorted_by_key(|entry| entry.place.position));
    for entry in not_understood {
        within(entry.place.position, bytes);
        assert!(!entry.place.to_string().is_empty());
    }
}

fn within(position: Position, bytes: &[u8]) {
    let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
    assert!((1..=lines).contains(&position.line) && position.column >= 1, "{position:?} of {lines} lines");
}

/// An error says what is wrong, and where.
fn told(error: &LoadError, bytes: &[u8]) {
    assert!(!error.to_string().is_empty());
    match error {
        LoadError::Empty => assert!(bytes.len() < 4 || loses_nothing(bytes), "not empty"),
        LoadError::NotText { offset, position, .. } | LoadError::Zeros { offset, position } => {
            assert!(*offset <= bytes.len());
            within(*position, bytes);
        }
        LoadError::NewerFormat { format, known } => assert!(*format > u64::from(*known)),
        LoadError::Faults(faults) => {
            assert!(!faults.is_empty());
            assert!(faults.is_sorted_by_key(|fault| fault.place.position));
            faults.iter().for_each(|fault| within(fault.place.position, bytes));
        }
        LoadError::TooLarge { .. } | LoadError::UnmarkedUtf16 | LoadError::UnknownFormat { .. } => {}
    }
}

/// Whether there is nothing but blanks, in whichever encoding.
fn loses_nothing(bytes: &[u8]) -> bool {
    upgrade_desk::storage::opening(bytes).trim().is_empty()
}

/// Another byte anywhere in a file as we write it: it no longer passes for whole. `bytes` decides which.
fn no_byte_can_change_unseen(text: &str, bytes: &[u8]) {
    let [a, b, c, bit, ..] = content_hash(bytes).0;
    let at = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
    let mut damaged = text.as_bytes().to_vec();
    let at = at % damaged.len();
    damaged[at] ^= 1 << (bit % 8);
    assert!(decode(&damaged).map_or(true, |loaded| loaded.seal != Seal::Whole), "byte {at} changed unseen");
}

fn says_the_same_in_utf16(text: &str, loaded: &Loaded) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let units = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
    let both: [Vec<u8>; 2] =
        [units().flat_map(u16::to_le_bytes).collect(), units().flat_map(u16::to_be_bytes).collect()];
    for bytes in both {
        let other = self::loaded(&bytes);
        assert_eq!(other.portfolio, loaded.portfolio);
        assert_eq!((other.not_understood, other.findings), (loaded.not_understood.clone(), loaded.findings.clone()));
        assert_ne!(other.seal, Seal::Whole);
    }
}

/// A seal says that a file is as it was written, and nothing else about it.
fn can_be_sealed(text: &str, loaded: &Loaded) {
    if loaded.seal != Seal::Missing || text.starts_with('\u{feff}') {
        return;
    }
    let body = format!("{text}\n");
    let sealed = format!("{body}// end {} blake3:{}\n", body.len(), content_hash(body.as_bytes()));
    let again = self::loaded(sealed.as_bytes());
    assert_eq!(again, Loaded { seal: Seal::Whole, hash: again.hash, ..loaded.clone() });
}

/// A journal: the bytes as they are, and once more with a right checksum before each of their lines.
pub fn journal(bytes: &[u8]) {
    lines(bytes);
    lines(&mended(bytes));
}

/// A line of the journal as another program could have written it, with length and checksum right.
fn line(payload: &[u8]) -> Vec<u8> {
    let mut line = format!("{} {} ", content_hash(payload).short(), payload.len()).into_bytes();
    line.extend_from_slice(payload);
    line.push(b'\n');
    line
}

/// Each line as the payload of one, so that what is behind the checksums is reached. A line behind `!` stays as it is.
pub fn mended(bytes: &[u8]) -> Vec<u8> {
    let each = |text: &[u8]| match text.strip_prefix(b"!") {
        Some(raw) => raw.to_vec(),
        None => line(text.strip_suffix(b"\n").unwrap_or(text)),
    };
    bytes.split_inclusive(|byte| *byte == b'\n').flat_map(each).collect()
}

fn lines(bytes: &[u8]) {
    let JournalText { records, whole, tail } = decode_journal(bytes);
    let whole = usize::try_from(whole).unwrap();
    let good = &bytes[..whole];
    assert_eq!(whole == bytes.len(), tail == Tail::Clean);
    assert_eq!(good.iter().filter(|byte| **byte == b'\n').count(), records.len(), "a line is a record");
    assert!(decode_journal_with(bytes, false).records.starts_with(&records), "the checksums add a record");
    // What comes behind the last good line changes nothing before it.
    let clean = JournalText { records: records.clone(), whole: whole as u64, tail: Tail::Clean };
    assert_eq!(decode_journal(good), clean);
    for cut in [whole / 2, whole.saturating_sub(1), bytes.len() / 2] {
        assert!(records.starts_with(&decode_journal(&bytes[..cut]).records) || cut > whole, "cut at {cut}");
    }
    let again: Vec<u8> = records.iter().flat_map(rewritten).collect();
    let read = decode_journal(&again);
    assert_eq!((&read.records, read.tail), (&records, Tail::Clean));
    assert_eq!(read.records.iter().flat_map(rewritten).collect::<Vec<u8>>(), again);
    if let Some(last) = records.last() {
        let longer = [good, &rewritten(last)].concat();
        assert_eq!(decode_journal(&longer).records.len(), records.len() + 1, "a journal cannot go on");
    }
    replayed(&records);
}

#[track_caller]
fn rewritten(record: &JournalRecord) -> Vec<u8> {
    encode_record(record).unwrap_or_else(|error| panic!("a record cannot be written again: {error}"))
}

/// Entries fit any portfolio without a panic, and what they make of it can be written.
fn replayed(records: &[JournalRecord]) {
    let mut portfolio = Portfolio::new(Uuid::nil());
    for record in records {
        if let JournalRecord::Entry(entry) = record {
            carry_out(&mut portfolio, &entry.edits());
        }
    }
    written(&portfolio);
}

/// A file to be imported, by its content and by its name, and what can be read of it where it is damaged.
pub fn import(bytes: &[u8]) {
    let mut last = None;
    for extension in [None, Some("ron"), Some("json"), Some(".JSON"), Some("csv")] {
        let read = read(extension, bytes);
        match &read {
            Ok(incoming) if last.as_ref() != Some(incoming) => {
                imported(incoming, bytes);
                last = read.ok();
            }
            Ok(_) => {}
            Err(ExchangeError::Load(error)) => told(error, bytes),
            Err(ExchangeError::TooMuch { .. } | ExchangeError::Damaged { .. } | ExchangeError::NotRecognized) => {}
            Err(error) => panic!("{error}"),
        }
    }
    if let Some(salvaged) = salvage(bytes) {
        written(&salvaged.portfolio);
        assert!(!salvaged.portfolio.customers.is_empty());
        within(salvaged.ends_at, bytes);
    }
}

/// A file that is taken for Partner Center's REST answers, whatever it begins with, and with what a person can choose for it.
pub fn rest(bytes: &[u8]) {
    let chosen = Choices { format: Some("rest"), ..Choices::default() };
    let placed = Choices { customer: Some("c-1".into()), subscription: Some("s-1".into()), ..chosen.clone() };
    for choices in [chosen, placed] {
        match exchange::read(None, &mut Cursor::new(bytes), &choices) {
            Ok(incoming) => {
                answered(&incoming, bytes, &choices);
            }
            Err(ExchangeError::Load(error)) => told(&error, bytes),
            Err(error) => panic!("{error}"),
        }
    }
}

fn answered(incoming: &Incoming, bytes: &[u8], choices: &Choices) {
    let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    for fault in &incoming.faults.rows {
        assert!((1..=lines).contains(&fault.line), "{fault:?}");
    }
    assert_eq!(incoming.asks.customer, !incoming.unplaced.is_empty());
    assert!(choices.customer.is_none() || (incoming.unplaced.is_empty() && incoming.unplaced_answers.is_empty()));
    assert!(choices.subscription.is_none() || !incoming.asks.subscription);
    written(&incoming.portfolio);
    let current = loaded(TYPICAL.as_bytes()).portfolio;
    let accepted = Accepted::default();
    let import = Import { current: &current, incoming, base: None, into: Into::Existing, accepted: &accepted };
    let plan = import.plan();
    let edits = plan.edits(&Selection::default());
    let mut portfolio = current.clone();
    carry_out(&mut portfolio, &edits);
    written(&portfolio);
    assert_eq!(portfolio.answers.len(), current.answers.len() + plan.counts(&Selection::default()).answers.new);
    let again = Import { current: &portfolio, ..import }.plan();
    assert!(again.is_idle(), "a second import changes {:?}", again.edits(&Selection::default()));
    let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
    carry_out(&mut portfolio, &back);
    assert_eq!(encode(&portfolio), encode(&current));
}

/// Reads what is in memory.
fn read(extension: Option<&str>, bytes: &[u8]) -> Result<Incoming, ExchangeError> {
    exchange::read(extension, &mut Cursor::new(bytes), &Choices::default())
}

fn imported(incoming: &Incoming, bytes: &[u8]) {
    assert!(of_id(incoming.recognized.format).is_some_and(exchange::Format::can_import));
    well_placed(&incoming.not_understood, bytes);
    let id = Uuid::from_u128(1);
    let same = Portfolio { id, ..incoming.portfolio.clone() };
    for format in FORMATS.iter().filter(|format| format.can_export()) {
        let bytes = match to_bytes(format, &incoming.portfolio, id) {
            Ok(bytes) => bytes,
            // A workbook holds less than a portfolio can; what it cannot hold is never cut.
            Err(ExchangeError::TooLong { .. } | ExchangeError::TooManyRows { .. }) => continue,
            Err(error) => panic!("no export: {error}"),
        };
        let back = read(None, &bytes).unwrap_or_else(|error| panic!("no import of an export: {error}"));
        assert_eq!((back.recognized.format, back.not_understood.len()), (format.id, 0));
        if format.is_whole() {
            assert_eq!(encode(&back.portfolio), encode(&same));
        } else {
            assert!(back.faults.is_empty(), "an export with faults: {:?}", back.faults);
            let of = |portfolio: &Portfolio| Portfolio { customers: portfolio.customers.clone(), ..Portfolio::new(id) };
            assert_eq!(encode(&of(&back.portfolio)), encode(&of(&same)), "{} loses something", format.id);
        }
    }
    merged(&loaded(TYPICAL.as_bytes()).portfolio, &incoming.portfolio);
    let mut fresh = Portfolio::new(id);
    let edits = plan(&fresh, &incoming.portfolio, Into::New).edits(&Selection::default());
    carry_out(&mut fresh, &edits);
    assert_eq!(encode(&fresh), encode(&same), "a new portfolio does not take everything");
}

/// An import can be written, is done once, and can be undone.
fn merged(current: &Portfolio, incoming: &Portfolio) {
    let edits = plan(current, incoming, Into::Existing).edits(&Selection::default());
    let mut portfolio = current.clone();
    carry_out(&mut portfolio, &edits);
    written(&portfolio);
    let again = plan(&portfolio, incoming, Into::Existing);
    assert!(again.is_idle(), "a second import changes {:?}", again.edits(&Selection::default()));
    let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
    carry_out(&mut portfolio, &back);
    assert_eq!(encode(&portfolio), encode(current));
}

/// The program's own settings.
pub fn settings(bytes: &[u8]) {
    match decode_settings(bytes) {
        Ok(settings) => {
            let text = encode_settings(&settings).unwrap_or_else(|error| panic!("not written: {error}"));
            let back =
                decode_settings(text.as_bytes()).unwrap_or_else(|error| panic!("not read back: {error}\n{text}"));
            assert_eq!(back, settings);
        }
        Err(error) => told(&error, bytes),
    }
}
