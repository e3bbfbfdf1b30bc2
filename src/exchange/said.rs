//! How files write down a status, a cycle, a number, a day: read in three languages. What stands in which column is the formats'.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::table::key;
use crate::model::{BillingCycle, Channel, Status};

/// What a status is called: the first word of a language is Partner Center's, the others are ours.
const STATUSES: &[(Status, &[&str])] = &[
    (Status::Active, &["active", "actif", "活动", "有效", "使用中", "正常"]),
    (Status::Suspended, &["suspended", "suspendu", "suspendue", "已暂停", "暂停", "已挂起"]),
    // Partner Center shows as cancelled what its answers call deleted.
    (
        Status::Deleted,
        &["cancelled", "canceled", "deleted", "annulé", "annulée", "supprimé", "supprimée", "已取消", "已删除"],
    ),
    (Status::Expired, &["expired", "expiré", "expirée", "已过期", "已到期"]),
    (Status::Pending, &["pending", "en attente", "待定", "待处理", "等待中"]),
    (Status::Disabled, &["disabled", "désactivé", "désactivée", "已禁用"]),
    (Status::Unset, &["", "none", "unset", "aucun", "无"]),
];

const CYCLES: &[(BillingCycle, &[&str])] = &[
    (BillingCycle::Monthly, &["monthly", "mensuel", "mensuelle", "每月", "按月", "月度", "月付", "按月付", "月"]),
    (BillingCycle::Annual, &["annual", "annuel", "annuelle", "yearly", "每年", "按年", "年度", "年付", "按年付", "年"]),
    (BillingCycle::OneTime, &["onetime", "one-time", "unique", "一次性"]),
    (BillingCycle::Triennial, &["triennial", "triennal", "三年"]),
    (BillingCycle::Biennial, &["biennial", "biennal", "两年"]),
    (BillingCycle::Unset, &["", "none", "unset", "unknown", "aucun", "无"]),
];

fn listed<T: Clone>(list: &[(T, &[&str])], text: &str) -> Option<T> {
    let wanted = key(text);
    list.iter().find(|(_, words)| words.iter().any(|word| key(word) == wanted)).map(|(value, _)| value.clone())
}

/// A status; a word that is none is kept as it is written.
#[must_use]
pub fn status(text: &str) -> Status {
    listed(STATUSES, text).unwrap_or_else(|| Status::Other(text.trim().to_owned()))
}

/// A billing cycle; a word that is none is kept as it is written.
#[must_use]
pub fn cycle(text: &str) -> BillingCycle {
    listed(CYCLES, text).unwrap_or_else(|| BillingCycle::Other(text.trim().to_owned()))
}

#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    listed(
        &[
            (true, &["true", "yes", "oui", "vrai", "是", "真", "y", "1"]),
            (false, &["false", "no", "non", "faux", "否", "假", "n", "0"]),
        ],
        text,
    )
}

/// A whole number; a point with nothing behind it but zeros is none.
#[must_use]
pub fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.bytes().all(|digit| digit == b'0') { whole.parse().ok() } else { None }
}

/// A day with or without its time: `1/31/2019 0:00`, `01/31/2019 00:00:00`, `1/31/2019 1:00 PM`, `2019-01-31T00:00:00Z`, `2019/1/31`.
///
/// With slashes the month comes first, as in Partner Center's files, unless the year does.
#[must_use]
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let separator = if day.contains('/') { '/' } else { '-' };
    let mut parts = day.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (first.len(), third.len(), separator) {
        (4, 1..=2, _) => (first, second, third),
        (1..=2, 4, '/') => (third, first, second),
        _ => return None,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
    let day = NaiveDate::from_ymd_opt(i32::try_from(digits(year)?).ok()?, digits(month)?, digits(day)?)?;
    Some(day.and_time(time_of_day(time.trim())?))
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    if text.is_empty() {
        return Some(NaiveTime::MIN);
    }
    let text = text.strip_suffix('Z').unwrap_or(text);
    ["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%H:%M:%S%.f%:z"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay;

/// The day, if one is said.
///
/// # Errors
/// A text that is no day.
pub fn day(text: &str) -> Result<Option<NaiveDate>, NoDay> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = moment(text).ok_or(NoDay)?.date();
    // `01/01/0001` is how .NET writes a day that was not given. [ours]
    Ok(Some(day).filter(|day| day.year() > 1))
}

/// Who sold a subscription, by what stands in the column Reseller; `partner`: the partner's own name and MPN id.
#[must_use]
pub fn channel(reseller: &str, partner: &[String]) -> Channel {
    let wanted = key(reseller);
    if reseller.trim().is_empty() {
        Channel::NotKnown
    } else if partner.iter().any(|own| reseller.trim() == own.trim() || (!wanted.is_empty() && key(own) == wanted)) {
        Channel::ThisPartner
    } else {
        Channel::OtherReseller(reseller.trim().to_owned())
    }
}
