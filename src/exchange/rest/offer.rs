//! An offer of an answer, beside the catalog's of the same id: the answer's facts, and from the catalog what no answer says.

use super::fields::{Fields, Left, Wrong};
use super::words;
use crate::exchange::incoming::{FaultReason, Malformed};
use crate::model::{BillingCycle, Catalog, Family, Id, Offer};

const ID: [&str; 2] = ["id", "offerId"];
const NAME: [&str; 2] = ["name", "offerName"];
const MINIMUM: [&str; 1] = ["minimumQuantity"];
const MAXIMUM: [&str; 1] = ["maximumQuantity"];

/// The offer, unless it is as the catalog has it.
pub fn read(mut fields: Fields<'_, '_>, catalog: &Catalog, left: &mut Left) -> Result<Option<Offer>, Wrong> {
    let Some(id) = fields.id(&ID)? else { return Err(fields.wrong(&ID, None, FaultReason::Missing)) };
    let known = catalog.offers.iter().find(|offer| offer.id == id).map(|offer| &**offer);
    let english = fields.text(&["locale"])?.is_none_or(|locale| locale.to_ascii_lowercase().starts_with("en"));
    let name = fields.text(&NAME)?.filter(|name| !name.trim().is_empty());
    // The catalog's names are English ones: another language's name of an offer that it knows is no other offer. [ours]
    let name = match (name, known) {
        (Some(name), None) => name,
        (Some(name), Some(_)) if english => name,
        (_, Some(known)) => known.name.clone(),
        (None, None) => return Err(fields.wrong(&NAME, None, FaultReason::Missing)),
    };
    let minimum = fields.number(&MINIMUM)?.or(known.map(|known| known.minimum));
    let Some(minimum) = minimum else { return Err(fields.wrong(&MINIMUM, None, FaultReason::Missing)) };
    let maximum = fields.number(&MAXIMUM)?.or(known.map(|known| known.maximum));
    let Some(maximum) = maximum else { return Err(fields.wrong(&MAXIMUM, None, FaultReason::Missing)) };
    let concurrent_limit = limit(&mut fields, known, left)?;
    let cycles = cycles(&mut fields)?;
    let bases = bases(&mut fields)?;
    let add_on = fields.yes_no(&["isAddOn"])?.or(known.map(|known| known.add_on)).unwrap_or(!bases.is_empty());
    let offer = Offer {
        family: known.map_or_else(|| family(&name), |known| known.family),
        services: known.and_then(|known| known.services.clone()),
        cycles: in_known_order(cycles, known.map(|known| known.cycles.as_slice())),
        bases: in_known_order(bases, known.map(|known| known.bases.as_slice())),
        id,
        name,
        minimum,
        maximum,
        concurrent_limit,
        add_on,
    };
    fields.leave(left);
    Ok(Some(offer).filter(|offer| Some(offer) != known))
}

/// How many one customer may have at the same time. A limit of another kind is told: the model has no place for it.
fn limit(fields: &mut Fields<'_, '_>, known: Option<&Offer>, left: &mut Left) -> Result<Option<i64>, Wrong> {
    let unit = fields.word(&["limitUnitOfMeasure"], &words::LIMIT_UNITS)?;
    let limit = fields.number(&["limit"])?.filter(|limit| *limit > 0);
    match (unit, limit) {
        (None, None) => Ok(known.and_then(|known| known.concurrent_limit)),
        (Some(unit), Some(limit)) if unit.eq_ignore_ascii_case("concurrent") => Ok(Some(limit)),
        (_, None) => Ok(None),
        (unit, Some(_)) => {
            let what = unit.map_or_else(|| "offer.limit".to_owned(), |unit| format!("offer.limit ({unit})"));
            *left.entry(what).or_default() += 1;
            Ok(None)
        }
    }
}

fn cycles(fields: &mut Fields<'_, '_>) -> Result<Vec<BillingCycle>, Wrong> {
    let names = ["supportedBillingCycles"];
    let mut cycles = Vec::new();
    for node in fields.list(&names)?.unwrap_or_default() {
        let word = words::word(node, &words::CYCLES)
            .ok_or_else(|| fields.wrong(&names, Some(node), FaultReason::NotParsed(Malformed::NoWord)))?;
        cycles.push(words::cycle(&word));
    }
    Ok(cycles)
}

fn bases(fields: &mut Fields<'_, '_>) -> Result<Vec<Id>, Wrong> {
    let names = ["prerequisiteOffers"];
    let nodes = fields.list(&names)?.unwrap_or_default();
    let ids = nodes.iter().map(|node| {
        let word = words::word(node, &[]);
        word.ok_or_else(|| fields.wrong(&names, Some(node), FaultReason::NotParsed(Malformed::NoId)))
    });
    Ok(ids.collect::<Result<Vec<_>, _>>()?.iter().filter_map(|word| words::id(word)).collect())
}

/// The catalog's list where it holds the same in another order, or where the answer has none.
fn in_known_order<T: Clone + PartialEq>(list: Vec<T>, known: Option<&[T]>) -> Vec<T> {
    let is_same = |known: &[T]| list.len() == known.len() && list.iter().all(|one| known.contains(one));
    match known {
        Some(known) if list.is_empty() || is_same(known) => known.to_vec(),
        Some(_) | None => list,
    }
}

/// The family of an offer that the catalog lacks, by the words that its offers are sorted by. [ours]
///
/// Which services it holds, no answer says; so one that is not called Office 365 may hold some of them all the same.
fn family(name: &str) -> Family {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["dynamics"]) {
        Family::Dynamics365
    } else if has(&["azure"]) {
        Family::Azure
    } else if has(&[
        "office 365",
        "exchange online",
        "sharepoint online",
        "onedrive",
        "skype for business",
        "visio online",
        "project online",
    ]) {
        Family::Office365
    } else {
        Family::Other
    }
}
