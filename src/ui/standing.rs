//! Where a subscription stands, as every list says it: upgraded, or its verdict, and why there is nothing to judge. Where the words go is each list's.

use super::table::Cell;
use super::{View, icons, symbols};
use crate::model::{Id, Subscription};
use crate::rules::{Verdict, is_upgraded};
use crate::state::SubscriptionRow;

/// The part of an offer's name that tells it from its neighbors.
pub fn short(name: &str) -> &str {
    name.strip_prefix("Office 365 ").unwrap_or(name)
}

/// The verdict in words; one that an upgrade closed is judged no more.
pub fn verdict<'a>(view: View<'a>, subscription: &Subscription, row: &SubscriptionRow) -> &'a str {
    if is_upgraded(subscription) { view.say("row-upgraded") } else { view.words.verdict(row.verdict) }
}

/// A cell with the symbol of where the subscription stands, and words beside it.
pub fn cell(cell: &mut Cell<'_>, subscription: &Subscription, row: &SubscriptionRow, text: &str) {
    let palette = cell.palette();
    if is_upgraded(subscription) {
        cell.symbol(icons::CIRCLE_ARROW_UP, text, palette.weak);
    } else {
        cell.symbol(symbols::verdict(row.verdict), text, symbols::verdict_color(row.verdict, palette));
    }
}

/// Offers by their short names.
pub fn targets(view: View<'_>, targets: &[Id]) -> String {
    let naming = view.naming();
    let names: Vec<&str> = targets.iter().map(|target| short(naming.offer_id(target))).collect();
    view.words.list(&names)
}

/// What stands first in its way; where it has no way at all, why that is.
pub fn reason<'a>(view: View<'a>, subscription: &Subscription, row: &SubscriptionRow) -> &'a str {
    match row.verdict {
        _ if is_upgraded(subscription) => "",
        Verdict::NoPath => no_path(view, subscription).map_or("", |message| view.say(message)),
        Verdict::Eligible | Verdict::NotKnown | Verdict::NotEligible => {
            row.reason.map_or("", |(condition, fails)| view.words.reason(condition, fails))
        }
    }
}

/// Why there is nothing to judge, in a few words: what is not recorded is no refusal. Nothing where the offer simply has no
/// upgrades.
pub fn no_path(view: View<'_>, subscription: &Subscription) -> Option<&'static str> {
    let known = subscription.offer_id.as_ref().map(|id| view.session.offers.find(id).is_some());
    match (&subscription.parent_id, known) {
        (Some(_), _) => Some("row-add-on"),
        (None, None) => Some("row-offer-not-recorded"),
        (None, Some(false)) => Some("offer-not-in-catalog"),
        (None, Some(true)) => None,
    }
}
