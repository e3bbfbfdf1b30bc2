//! Partner Center's words: enums by name or number, days as they are met, ids and the links that name them.
//!
//! The numbers are those of the Partner Center SDK for .NET, which scripts print.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};

use super::json::{Node, Value};
use crate::model::{BillingCycle, Id, Status};

/// `SubscriptionStatus`.
pub const STATUSES: [&str; 7] = ["none", "active", "suspended", "deleted", "expired", "pending", "disabled"];

/// `BillingCycleType`.
pub const CYCLES: [&str; 7] = ["unknown", "monthly", "annual", "none", "one_time", "triennial", "biennial"];

/// `CustomerPartnerRelationship`.
pub const RELATIONSHIPS: [&str; 5] = ["unknown", "reseller", "advisor", "syndication", "microsoft_support"];

/// `UpgradeType`.
pub const UPGRADE_TYPES: [&str; 3] = ["none", "upgrade_only", "upgrade_with_license_transfer"];

/// `UpgradeErrorCode`.
pub const ERROR_CODES: [&str; 12] = [
    "other",
    "delegated_admin_permissions_disabled",
    "subscription_status_not_active",
    "conflicting_service_types",
    "concurrency_conflicts",
    "user_context_required",
    "subscription_add_ons_present",
    "subscription_does_not_have_any_upgrade_paths",
    "subscription_target_offer_not_found",
    "subscription_not_provisioned",
    "offer_does_not_support_billing_cycle",
    "insufficient_granular_admin_permissions",
];

/// `LimitUnitOfMeasure`; its numbers are not documented.
pub const LIMIT_UNITS: [&str; 0] = [];

/// The word of a value: a number as the name it stands for.
pub fn word(node: &Node<'_>, numbered: &[&str]) -> Option<String> {
    match &node.value {
        Value::Text(text) => {
            let text = text.trim();
            // Some scripts write the number as a text.
            Some(text.parse::<usize>().ok().and_then(|at| numbered.get(at)).map_or(text, |name| name).to_owned())
        }
        Value::Number(number) => {
            Some(number.parse::<usize>().ok().and_then(|at| numbered.get(at)).map_or(*number, |name| name).to_owned())
        }
        Value::Nothing | Value::YesNo(_) | Value::List(_) | Value::Object(_) => None,
    }
}

/// Where a word stands in an enum: in any case, with or without what separates its parts.
pub fn position(word: &str, numbered: &[&str]) -> Option<usize> {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let word = letters(word);
    numbered.iter().position(|name| letters(name) == word)
}

pub fn status(word: &str) -> Status {
    match position(word, &STATUSES).and_then(|at| STATUSES.get(at)) {
        Some(&"none") => Status::Unset,
        Some(&"active") => Status::Active,
        Some(&"suspended") => Status::Suspended,
        Some(&"deleted") => Status::Deleted,
        Some(&"expired") => Status::Expired,
        Some(&"pending") => Status::Pending,
        Some(&"disabled") => Status::Disabled,
        Some(_) | None if word.is_empty() => Status::Unset,
        Some(_) | None => Status::Other(word.to_owned()),
    }
}

pub fn cycle(word: &str) -> BillingCycle {
    match position(word, &CYCLES).and_then(|at| CYCLES.get(at)) {
        Some(&"monthly") => BillingCycle::Monthly,
        Some(&"annual") => BillingCycle::Annual,
        Some(&"one_time") => BillingCycle::OneTime,
        Some(&"triennial") => BillingCycle::Triennial,
        Some(&"biennial") => BillingCycle::Biennial,
        Some(&"unknown" | &"none") => BillingCycle::Unset,
        Some(_) | None if word.is_empty() => BillingCycle::Unset,
        Some(_) | None => BillingCycle::Other(word.to_owned()),
    }
}

/// The day of a time in UTC: ISO with blanks astray or without a zone, and what .NET and PowerShell write.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let day = if let Some(inner) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
        // Milliseconds since 1970; a zone behind them does not move the moment.
        let end = inner.char_indices().skip(1).find(|(_, letter)| matches!(letter, '+' | '-')).map(|(at, _)| at);
        let millis = inner.get(..end.unwrap_or(inner.len()))?.trim().parse().ok()?;
        DateTime::from_timestamp_millis(millis)?.date_naive()
    } else {
        // A blank can stand where the T should, and anywhere else.
        let (date, time) = text.split_once(['T', 't']).or_else(|| text.split_once(' ')).unwrap_or((text, ""));
        let squeezed = |text: &str| -> String { text.chars().filter(|letter| !letter.is_whitespace()).collect() };
        let (date, time) = (squeezed(date), squeezed(time));
        if time.is_empty() {
            NaiveDate::parse_from_str(&date, "%Y-%m-%d").ok()?
        } else {
            let whole = format!("{date}T{time}");
            let zoned = DateTime::parse_from_rfc3339(&whole).map(|time| time.to_utc().date_naive());
            // Partner Center's times are UTC where they do not say.
            zoned
                .or_else(|_| NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M:%S%.f").map(|time| time.date()))
                .ok()?
        }
    };
    (0..=9999).contains(&day.year()).then_some(day)
}

/// The first day of .NET's calendar stands for none.
pub fn is_unset(day: NaiveDate) -> bool {
    day.year() <= 1
}

/// What documentation writes in the place of a value: `<guid>`, `{id}`.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.contains(['<', '>', '{', '}']) || text.starts_with("@{")
}

/// An id, unless it is empty, a placeholder or .NET's GUID of nothing.
pub fn id(text: &str) -> Option<Id> {
    let text = text.trim();
    let is_nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'-'));
    (!is_nothing && !is_placeholder(text)).then(|| Id::new(text))
}

/// The id that stands in a link behind a name, as in `/v1/customers/{id}/subscriptions`.
pub fn linked(uri: &str, behind: &str) -> Option<Id> {
    let path = uri.split(['?', '#']).next()?;
    let mut segments = path.split('/');
    segments.find(|segment| segment.eq_ignore_ascii_case(behind))?;
    segments.next().and_then(id)
}
