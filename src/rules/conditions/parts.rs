//! What each of a customer's other records says to a condition about all of them, and what they say together.

use super::{Holding, Holds, Unclear, UnclearRecord};

/// A record's part in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Harmless,
    Against,
    Unclear(Doubt),
}

/// Why a record's part cannot be told: [`Unclear`] without the facts, which are only gathered where somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    Status,
    NoOfferId,
    Services,
    Compared,
    NoParent,
}

impl Doubt {
    fn about(self, record: &Holding<'_>) -> Unclear {
        match (self, &record.subscription.offer_id) {
            (Self::Status, _) => Unclear::Status(record.subscription.status.clone()),
            (Self::Services, Some(offer)) => Unclear::ServicesOf(offer.clone()),
            (Self::NoOfferId, _) | (Self::Services, None) => Unclear::NoOfferId,
            (Self::Compared, _) => Unclear::Compared,
            (Self::NoParent, _) => Unclear::NoParent,
        }
    }
}

/// One record against it is enough, and no record that is unclear reads as harmless. The first that is against it is the
/// last that is asked.
pub(super) fn together<'a>(parts: impl Iterator<Item = (&'a Holding<'a>, Part)>) -> Holds {
    Holds::all(parts.map(|(_, part)| match part {
        Part::Harmless => Holds::Yes,
        Part::Against => Holds::No,
        Part::Unclear(_) => Holds::NotKnown,
    }))
}

/// The records that are against it, in the file's order.
pub(super) fn against<'a>(
    parts: impl Iterator<Item = (&'a Holding<'a>, Part)>,
) -> impl Iterator<Item = &'a Holding<'a>> {
    parts.filter(|(_, part)| *part == Part::Against).map(|(record, _)| record)
}

/// The records whose part cannot be told, in the file's order, each with the reason.
pub(super) fn unclear<'a>(parts: impl Iterator<Item = (&'a Holding<'a>, Part)>) -> Vec<UnclearRecord> {
    let unclear = parts.filter_map(|(record, part)| match part {
        Part::Unclear(doubt) => {
            Some(UnclearRecord { subscription: record.subscription.id.clone(), why: doubt.about(record) })
        }
        Part::Harmless | Part::Against => None,
    });
    unclear.collect()
}
