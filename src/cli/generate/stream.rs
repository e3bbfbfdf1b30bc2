//! A stream of random choices that is the same on any day and machine. What is chosen from is the callers'.

use rand_core::Rng;
use rand_pcg::Pcg64;
use uuid::{Builder, Uuid};

use crate::model::Id;

/// Random choices for one customer. The mapping from numbers to choices is our own, so that no library update moves it.
#[derive(Debug)]
pub(super) struct Stream(Pcg64);

/// Spreads close numbers apart (the finalizer of SplitMix64), so that neighboring customers share no choices.
const fn spread(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

impl Stream {
    /// The stream of one seed and one place, such as a customer's position.
    pub(super) fn new(seed: u64, place: u64) -> Self {
        let high = spread(seed);
        let low = spread(high ^ spread(place));
        Self(Pcg64::new((u128::from(high) << 64) | u128::from(low), 0x0A02_BDBF_7BB3_C0A7))
    }

    /// A number from 0 up to, not including, `end`; 0 where `end` is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.saturating_sub(least).saturating_add(1);
        least.saturating_add(i64::try_from(self.below(u64::try_from(span).unwrap_or(0))).unwrap_or(0))
    }

    /// True once in `many` times.
    pub(super) fn once_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(from.len()).unwrap_or(0));
        from.get(usize::try_from(at).unwrap_or(0))
    }

    /// One of the words, or nothing where there are none.
    pub(super) fn word(&mut self, from: &[&'static str]) -> &'static str {
        self.pick(from).copied().unwrap_or_default()
    }

    /// One of the rows, each as likely as its weight.
    pub(super) fn weighted<'a, T>(&mut self, rows: &'a [(u64, T)]) -> Option<&'a T> {
        let mut left = self.below(rows.iter().map(|(weight, _)| weight).sum());
        for (weight, value) in rows {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return Some(value),
            }
        }
        None
    }

    pub(super) fn uuid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        Builder::from_random_bytes(bytes).into_uuid()
    }

    /// An id in the way of Partner Center's: lower case, with hyphens.
    pub(super) fn id(&mut self) -> Id {
        Id::new(self.uuid().hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}
