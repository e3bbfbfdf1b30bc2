//! What people write into cells and fields: whole numbers with marks in them, days in whichever order, and the words for a channel and for privileges. Our own names for these are `own_table`'s, the words that Partner Center's files have too are `said`'s.

use chrono::NaiveDate;

use super::incoming::FaultReason;
use super::own_table::{of_name, privileges_of_name};
use super::said;
use super::table::key;
use crate::model::{BillingCycle, Channel, DelegatedAdmin, Status};

/// A whole number, with or without marks between its thousands. A comma or a point that could begin a fraction is refused,
/// unless nothing but zeros follow it.
pub fn number(cell: &str) -> Result<i64, FaultReason> {
    whole(cell).map_err(|_| FaultReason::NotANumber)
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    NotWhole,
    /// It has more digits than a number of ours can have.
    TooLarge,
}

/// As [`number`], for who says more of what is wrong.
///
/// # Errors
/// No whole number, or too large a one.
pub fn whole(cell: &str) -> Result<i64, NoNumber> {
    let text: String = cell.trim().chars().map(narrow).collect();
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let whole = without_thousands(without_zero_fraction(digits)).ok_or(NoNumber::NotWhole)?;
    // Nothing but digits is left.
    format!("{sign}{whole}").parse().map_err(|_| NoNumber::TooLarge)
}

/// Digits, signs and blanks as wide as a Chinese character, as ASCII.
fn narrow(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// `25.0` and `25,00` are 25; `1.000` could be a thousand.
fn without_zero_fraction(digits: &str) -> &str {
    let cut = digits.rsplit_once(['.', ',']);
    cut.filter(|(_, zeros)| matches!(*zeros, "0" | "00")).map_or(digits, |(whole, _)| whole)
}

fn without_thousands(digits: &str) -> Option<String> {
    let is_mark = |letter: char| matches!(letter, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut groups = digits.split(is_mark);
    let first = groups.next().filter(|first| is_digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let mut marks = digits.chars().filter(|letter| is_mark(*letter));
    let mark = marks.next();
    let is_one_mark = marks.all(|other| Some(other) == mark);
    // One point and three digits: a thousand to some, a fraction to others.
    let is_unclear = mark == Some('.') && rest.len() == 1;
    let is_grouped = first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && is_digits(group));
    let is_whole = rest.is_empty() || (is_grouped && is_one_mark && !is_unclear);
    is_whole.then(|| [&[first], rest.as_slice()].concat().concat())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day with its year first, which is read in one way only: `2018-09-01`, `2018/9/1`, `2018.9.1`, `2018年9月1日`, `20180901`.
#[must_use]
pub fn day_by_year(text: &str) -> Option<NaiveDate> {
    let text: String = text.trim().chars().map(narrow).collect();
    let text = text.replace(['年', '月'], "-").replace(['日', '号'], "");
    if text.len() == 8 && is_digits(&text) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return of_parts(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    let (mark, parts) = parts(&text)?;
    match parts.as_slice() {
        &[year, month, day] if matches!(mark, '-' | '/' | '.') && text.find(mark) == Some(4) => {
            of_parts(year, month, day)
        }
        _ => None,
    }
}

/// The numbers of a day, and the mark between them.
fn parts(text: &str) -> Option<(char, Vec<u32>)> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let number = |part: &str| Some(part).filter(|part| is_digits(part)).and_then(|part| part.parse().ok());
    Some((mark, text.split(mark).map(number).collect::<Option<_>>()?))
}

fn of_parts(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1..=9999).contains(year));
    year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
}

/// A day: as [`day_by_year`], or `1.9.2018`, and `9/30/2018` or `30/9/2018`. Where day and month could be each other, it is
/// refused, not guessed; between points the day comes first. [ours] A time behind it is left off.
pub fn day(cell: &str) -> Result<NaiveDate, FaultReason> {
    let text: String = cell.trim().chars().map(narrow).collect();
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    if let Some(day) = day_by_year(text) {
        return Ok(day);
    }
    let (mark, parts) = parts(text).ok_or(FaultReason::NotADate)?;
    let of = |year, month, day| of_parts(year, month, day).ok_or(FaultReason::NotADate);
    let has_year_last = text.rsplit(mark).next().is_some_and(|year| year.len() == 4);
    match (parts.as_slice(), mark) {
        (&[day, month, year], '.') if has_year_last => of(year, month, day),
        (&[first, second, year], '/' | '-') if has_year_last => match (first, second) {
            (1..=12, 1..=12) if first != second => Err(FaultReason::AmbiguousDay),
            (1..=12, _) => of(year, first, second),
            _ => of(year, second, first),
        },
        _ => Err(FaultReason::NotADate),
    }
}

/// Without case, accents, blanks and marks: what people write differently and mean alike.
pub fn folded(text: &str) -> String {
    key(&text.chars().map(narrow).collect::<String>())
}

pub fn yes_no(cell: &str) -> Result<bool, FaultReason> {
    said::yes_or_no(cell).ok_or(FaultReason::NotYesOrNo)
}

fn meant<T: Clone>(words: &[(&[&str], T)], cell: &str) -> Option<T> {
    let word = folded(cell);
    words.iter().find(|(known, _)| known.contains(&word.as_str())).map(|(_, meant)| meant.clone())
}

/// A status, as we write it or as others do; a word that nobody knows is kept as read.
pub fn status(cell: &str) -> Status {
    of_name(cell).unwrap_or_else(|| said::status(cell))
}

/// A billing cycle, likewise.
pub fn cycle(cell: &str) -> BillingCycle {
    of_name(cell).unwrap_or_else(|| said::cycle(cell))
}

/// The way a subscription was bought; any other text names another reseller. The words are ours. [ours]
pub fn channel(cell: &str) -> Channel {
    let words: [(&[&str], Channel); 3] = [
        (&["thispartner", "us", "we", "nous", "notre", "本合作伙伴", "我们"], Channel::ThisPartner),
        (&["direct", "microsoft", "世纪互联", "21vianet", "直接", "直销"], Channel::Direct),
        (&["notknown", "unknown", "inconnu", "未知", "不详"], Channel::NotKnown),
    ];
    of_name(cell).or_else(|| meant(&words, cell)).unwrap_or_else(|| Channel::OtherReseller(cell.trim().to_owned()))
}

/// For which services privileges were granted. The words are ours. [ours]
pub fn privileges(cell: &str) -> Result<DelegatedAdmin, FaultReason> {
    let words: [(&[&str], DelegatedAdmin); 3] = [
        (&["all", "granted", "tous", "toutes", "accorde", "accordes", "全部", "已授予"], DelegatedAdmin::All),
        (&["notgranted", "none", "refuse", "aucun", "未授予"], DelegatedAdmin::NotGranted),
        (&["notknown", "unknown", "inconnu", "未知"], DelegatedAdmin::NotKnown),
    ];
    let said = |yes| if yes { DelegatedAdmin::All } else { DelegatedAdmin::NotGranted };
    privileges_of_name(cell)
        .or_else(|| meant(&words, cell))
        .or_else(|| yes_no(cell).ok().map(said))
        .ok_or(FaultReason::NotPrivileges)
}
