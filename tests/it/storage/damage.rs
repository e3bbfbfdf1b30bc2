//! Damage of every kind to whole files: nothing panics, and nothing is taken for a file as it was written.
//!
//! `UPGRADE_DESK_CASES=1000000 cargo test --release --test it storage::damage` tries as many random damages as asked for.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use upgrade_desk::model::{Customer, Portfolio};
use upgrade_desk::storage::{
    JournalRecord, Seal, Tail, decode, decode_journal, decode_json, encode, encode_record, salvage,
};

use super::journal::{journal, records};
use super::round_trip::small;
use crate::cases::config;

/// Two customers and no more, so that every bit of the file can be tried.
fn two() -> Portfolio {
    let mut portfolio = small();
    portfolio.offers.clear();
    portfolio.upgrades.clear();
    portfolio.history.clear();
    portfolio
}

/// How a damaged file is taken.
#[derive(Debug, PartialEq, Eq)]
enum Taken {
    Refused,
    /// It opens, as the same portfolio or another, and is told from one as it was written.
    Told {
        same: bool,
    },
    /// It opens and passes for whole.
    ForWhole,
}

fn taken(bytes: &[u8], as_written: &str) -> Taken {
    match decode(bytes) {
        Err(_) => Taken::Refused,
        Ok(read) if read.seal == Seal::Whole => Taken::ForWhole,
        Ok(read) => Taken::Told { same: encode(&read.portfolio).is_ok_and(|text| text == as_written) },
    }
}

#[test]
fn every_truncation_of_a_file_is_refused_or_told() {
    let text = encode(&two()).unwrap();
    let last = text.find("// end ").unwrap();
    for length in 0..text.len() {
        let bytes = &text.as_bytes()[..length];
        // What is left of the last line is a comment from its second character on.
        let opens = length >= last - 1 && length != last + 1;
        let expected = if opens { Taken::Told { same: true } } else { Taken::Refused };
        assert_eq!(taken(bytes, &text), expected, "cut at {length} of {}", text.len());
        let _ = (salvage(bytes), decode_json(bytes));
    }
    assert_eq!(taken(text.as_bytes(), &text), Taken::ForWhole);
}

#[test]
fn every_flipped_bit_of_a_file_is_refused_or_told() {
    let text = encode(&two()).unwrap();
    let (mut flips, mut others) = (0, 0);
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let taken = taken(&bytes, &text);
            assert_ne!(taken, Taken::ForWhole, "bit {bit} of byte {at}");
            flips += 1;
            others += usize::from(taken == Taken::Told { same: false });
            if bit == at % 8 {
                let _ = salvage(&bytes);
            }
        }
    }
    // That the last line is needed: so many bits give another portfolio that opens.
    assert!(others > flips / 50, "{others} of {flips}");
}

/// What can happen to a block of a file.
#[derive(Clone, Debug)]
enum Damage {
    /// A disk that lost what was not synced.
    Zeros(Index, usize),
    Random(Index, Vec<u8>),
    Flip(Index, u8),
    Cut(Index),
    Lose(Index, usize),
    Twice(Index, usize),
    /// A block of the same file in another's place.
    Copied(Index, Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    let length = || prop_oneof![1..64_usize, Just(512), Just(4096)];
    prop_oneof![
        (at(), length()).prop_map(|(at, length)| Damage::Zeros(at, length)),
        (at(), proptest::collection::vec(any::<u8>(), 1..600)).prop_map(|(at, bytes)| Damage::Random(at, bytes)),
        (at(), 0..8_u8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        at().prop_map(Damage::Cut),
        (at(), length()).prop_map(|(at, length)| Damage::Lose(at, length)),
        (at(), length()).prop_map(|(at, length)| Damage::Twice(at, length)),
        (at(), at(), length()).prop_map(|(from, to, length)| Damage::Copied(from, to, length)),
    ]
}

/// The damaged bytes; all before the one that is given back are as they were.
fn damaged(whole: &[u8], damage: &Damage) -> (Vec<u8>, usize) {
    let mut bytes = whole.to_vec();
    let block = |at: usize, length: usize| at..(at + length).min(whole.len());
    let start = match damage {
        Damage::Zeros(at, length) => {
            let block = block(at.index(whole.len()), *length);
            bytes[block.clone()].fill(0);
            block.start
        }
        Damage::Random(at, junk) => {
            let block = block(at.index(whole.len()), junk.len());
            bytes[block.clone()].copy_from_slice(&junk[..block.len()]);
            block.start
        }
        Damage::Flip(at, bit) => {
            let at = at.index(whole.len());
            bytes[at] ^= 1 << bit;
            at
        }
        Damage::Cut(at) => {
            bytes.truncate(at.index(whole.len()));
            bytes.len()
        }
        Damage::Lose(at, length) => {
            let block = block(at.index(whole.len()), *length);
            bytes.drain(block.clone());
            block.start
        }
        Damage::Twice(at, length) => {
            let block = block(at.index(whole.len()), *length);
            bytes.splice(block.start..block.start, whole[block.clone()].iter().copied());
            block.start
        }
        Damage::Copied(from, to, length) => {
            let to = block(to.index(whole.len()), *length);
            let from = block(from.index(whole.len()), to.len());
            bytes[to.start..to.start + from.len()].copy_from_slice(&whole[from]);
            to.start
        }
    };
    (bytes, start)
}

/// A file of sixty customers, with where each of them ends.
static LARGER: LazyLock<(Portfolio, String, Vec<usize>)> = LazyLock::new(|| {
    let mut portfolio = small();
    let first = portfolio.customers.as_slice()[0].clone();
    let customer = |at: usize| {
        let mut customer = Customer::clone(&first);
        customer.id = format!("c-{at}").into();
        customer.company_name = format!("Customer {at}");
        customer
    };
    portfolio.customers = (0..60).map(customer).collect();
    let text = encode(&portfolio).unwrap();
    let list = text.find("customers: [").unwrap();
    let ends = text[list..].match_indices("\n    ),").map(|(at, end)| list + at + end.len()).take(60).collect();
    (portfolio, text, ends)
});

/// A journal of many lines.
static LONGER: LazyLock<(Vec<JournalRecord>, Vec<u8>)> = LazyLock::new(|| {
    let records: Vec<JournalRecord> = (0..20).flat_map(|_| records()).collect();
    let bytes = journal(&records);
    (records, bytes)
});

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_damaged_file_is_never_taken_for_whole_and_what_stands_before_the_damage_is_read(damage in damage()) {
        let (portfolio, text, ends) = &*LARGER;
        let (bytes, start) = damaged(text.as_bytes(), &damage);
        prop_assume!(bytes != text.as_bytes());
        prop_assert_ne!(taken(&bytes, text), Taken::ForWhole);
        let before = ends.iter().filter(|end| **end <= start).count();
        match salvage(&bytes) {
            Some(found) => {
                let (found, customers) = (found.portfolio.customers, portfolio.customers.as_slice());
                prop_assert!(found.len() >= before, "{} of {before}", found.len());
                prop_assert_eq!(&found.as_slice()[..before], &customers[..before]);
            }
            None => prop_assert_eq!(before, 0),
        }
    }

    #[test]
    fn a_damaged_journal_reads_as_its_beginning(damage in damage()) {
        let (records, whole) = &*LONGER;
        let (bytes, start) = damaged(whole, &damage);
        let read = decode_journal(&bytes);
        let before = whole[..start].iter().filter(|byte| **byte == b'\n').count();
        prop_assert!(read.records.len() >= before);
        // Lines that are there twice or are gone can be whole ones; that their numbers do not follow is seen by `shell`.
        let moved = matches!(damage, Damage::Lose(..) | Damage::Twice(..) | Damage::Copied(..));
        let expected = if moved { before } else { read.records.len() };
        prop_assert_eq!(journal(&read.records[..expected]), journal(&records[..expected]));
        for record in &read.records {
            prop_assert!(records.contains(record));
        }
        let kept = usize::try_from(read.whole).unwrap();
        prop_assert_eq!(journal(&read.records), &bytes[..kept]);
        prop_assert!(read.tail != Tail::Clean || kept == bytes.len());
        prop_assert!(read.tail != Tail::NotUnderstood);
    }
}

#[test]
fn a_line_of_the_journal_is_as_long_as_what_it_says() {
    for record in records() {
        let line = encode_record(&record).unwrap();
        assert_eq!(decode_journal(&line).whole, u64::try_from(line.len()).unwrap());
    }
}
