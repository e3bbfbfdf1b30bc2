//! One target of an upgrades answer: Partner Center's own verdict, with its reasons. Which subscription it is about is the parent's.

use super::fields::{Fields, Left, Wrong};
use super::json::{Node, Value};
use super::words;
use crate::exchange::incoming::{FaultReason, Malformed};
use crate::model::{AnsweredError, AnsweredTarget};

pub fn read(mut fields: Fields<'_, '_>, left: &mut Left) -> Result<AnsweredTarget, Wrong> {
    let target = fields.inner("targetOffer");
    let Some(mut target) = target else { return Err(fields.wrong(&["targetOffer"], None, FaultReason::Missing)) };
    let offer = target.id(&["id", "offerId"])?;
    let Some(offer) = offer else { return Err(target.wrong(&["id"], None, FaultReason::Missing)) };
    let offer_name = target.text(&["name", "offerName"])?.unwrap_or_default();
    let upgrade_type = fields.word(&["upgradeType"], &words::UPGRADE_TYPES)?.unwrap_or_default();
    // One name for each, however it is written; another word stays as read.
    let named = words::position(&upgrade_type, &words::UPGRADE_TYPES).and_then(|at| words::UPGRADE_TYPES.get(at));
    let upgrade_type = named.map_or(upgrade_type, |name| (*name).to_owned());
    let eligible = fields.yes_no(&["isEligible"])?;
    let quantity = fields.number(&["quantity"])?;
    let mut errors = Vec::new();
    for node in fields.list(&["upgradeErrors"])?.unwrap_or_default() {
        errors.push(error(&fields, node, left)?);
    }
    target.leave(left);
    fields.leave(left);
    Ok(AnsweredTarget { offer, offer_name, upgrade_type, eligible, quantity, errors })
}

fn error(fields: &Fields<'_, '_>, node: &Node<'_>, left: &mut Left) -> Result<AnsweredError, Wrong> {
    let Value::Object(members) = &node.value else {
        let reason = FaultReason::NotParsed(Malformed::NoReason);
        return Err(fields.wrong(&["upgradeErrors"], Some(node), reason));
    };
    let mut fields = Fields::new("upgrade.upgradeErrors", node.at, members);
    let word = fields.word(&["code"], &[])?.unwrap_or_default();
    let numbered = || words::position(&word, &words::ERROR_CODES).and_then(|at| i64::try_from(at).ok());
    let code = word.parse().ok().or_else(numbered);
    let description = fields.text(&["description"])?.unwrap_or_default();
    let details = fields.text(&["additionalDetails"])?.unwrap_or_default();
    fields.leave(left);
    let name = if code.is_some() { String::new() } else { word };
    Ok(AnsweredError { code, name, description, details })
}
