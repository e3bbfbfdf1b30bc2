//! The numbers of a review, read out of the document and worked out anew from the records by the rules.

use std::collections::BTreeMap;

use chrono::Datelike;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Customer, Id, Portfolio, Status, Subscription};
use upgrade_desk::rules::{
    Assessment, Outcome, PARTNER_CENTER, Remedy, Setting, Verdict, assess, judged_after, lifecycle, nearest, way_out,
};
use upgrade_desk::text::Language;

use super::document::{all_of, fault, numbers, part, rows};
use super::small::{after, as_of, review};
use crate::case::offers;

/// Subscriptions and licenses.
type Tally = (i64, i64);

struct Judged<'a> {
    customer: &'a Customer,
    record: &'a Subscription,
    assessment: Assessment,
}

fn judged(portfolio: &Portfolio) -> Vec<Judged<'_>> {
    let offers = offers();
    let setting = Setting { rules: &PARTNER_CENTER, offers: &offers, partner: &portfolio.partner };
    let of = |customer| move |record| Judged { customer, record, assessment: assess(setting, customer, record) };
    let all = portfolio.customers.iter().map(|customer| -> &Customer { customer });
    all.flat_map(|customer| customer.subscriptions.iter().map(of(customer))).collect()
}

fn tally<'a>(records: impl IntoIterator<Item = &'a Subscription>) -> Tally {
    records.into_iter().fold((0, 0), |(count, licenses), record| (count + 1, licenses + record.quantity))
}

fn pairs(rows: &[Vec<i64>]) -> Vec<Tally> {
    rows.iter().map(|row| (row[0], row[1])).collect()
}

fn sum(rows: &[Vec<i64>]) -> Vec<i64> {
    vec![rows.iter().map(|row| row[0]).sum(), rows.iter().map(|row| row[1]).sum()]
}

fn sorted(mut all: Vec<Tally>) -> Vec<Tally> {
    all.sort_unstable();
    all
}

const fn is_theirs(record: &Subscription) -> bool {
    !matches!(record.status, Status::Deleted | Status::Expired)
}

/// Every table of a review against the records.
#[track_caller]
fn agrees(portfolio: &Portfolio, html: &str, mark: char) {
    assert_eq!(fault(html), None);
    let all = judged(portfolio);
    let records: Vec<&Subscription> = all.iter().map(|one| one.record).collect();
    let (count, licenses) = tally(records.iter().copied());
    let open: usize = portfolio.upgrades.iter().map(|upgrade| upgrade.open_tasks()).sum();
    let customers = i64::try_from(portfolio.customers.len()).unwrap();
    let figures = numbers(part(html, "ul", "figures").unwrap(), mark);
    assert_eq!(figures, [customers, count, licenses, i64::try_from(open).unwrap()]);

    let (verdicts, total) = rows(html, "verdicts", mark);
    let of = |verdict| tally(all.iter().filter(|one| one.assessment.verdict == verdict).map(|one| one.record));
    assert_eq!(pairs(&verdicts), Verdict::ALL.map(of));
    assert_eq!((&total, total[0]), (&sum(&verdicts), count));

    let (statuses, total) = rows(html, "statuses", mark);
    let mut by_status: BTreeMap<String, Tally> = BTreeMap::new();
    for record in &records {
        let name = match &record.status {
            Status::Other(_) => "other".to_owned(),
            known => format!("{known:?}"),
        };
        let slot = by_status.entry(name).or_default();
        *slot = (slot.0 + 1, slot.1 + record.quantity);
    }
    assert_eq!(sorted(pairs(&statuses)), sorted(by_status.into_values().collect()));
    assert_eq!(total, [count, licenses]);

    let theirs = tally(records.iter().copied().filter(|record| is_theirs(record)));
    let (by_offer, total) = rows(html, "offers", mark);
    assert_eq!((total[0], total[1]), theirs);
    assert_eq!(sum(&by_offer), total);
    let mut offers: BTreeMap<String, Tally> = BTreeMap::new();
    for record in records.iter().filter(|record| is_theirs(record)) {
        let key = record.offer_id.as_ref().map_or(record.offer_name.to_string(), |id| id.as_str().to_lowercase());
        let slot = offers.entry(key).or_default();
        *slot = (slot.0 + 1, slot.1 + record.quantity);
    }
    let mut most: Vec<Tally> = offers.into_values().collect();
    most.sort_unstable_by_key(|tally| std::cmp::Reverse(*tally));
    most.truncate(10);
    assert_eq!(pairs(&by_offer[..most.len()]), most);

    let (renewals, total) = rows(html, "renewals", mark);
    assert_eq!((total[0], total[1]), theirs);
    let months = |day: chrono::NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let from = months(as_of());
    let within = |wanted: &dyn Fn(Option<i64>) -> bool| {
        let ends = |record: &Subscription| record.commitment_end.map(|day| months(day) - from);
        tally(records.iter().copied().filter(|record| is_theirs(record) && wanted(ends(record))))
    };
    let mut expected = vec![within(&|month| month.is_some_and(|month| month < 0))];
    expected.extend((0..12).map(|month| within(&|found| found == Some(month))));
    expected.push(within(&|month| month.is_some_and(|month| month >= 12)));
    expected.push(within(&|month| month.is_none()));
    assert_eq!(pairs(&renewals), expected);

    let mut wanted: Vec<i64> =
        all.iter().filter(|one| one.assessment.verdict == Verdict::Eligible).map(|one| one.record.quantity).collect();
    wanted.sort_unstable_by_key(|licenses| std::cmp::Reverse(*licenses));
    if !wanted.is_empty() {
        assert_eq!(all_of(html, "opportunities"), wanted.len());
        wanted.truncate(500);
        let listed: Vec<i64> = rows(html, "opportunities", mark).0.iter().map(|row| row[0]).collect();
        assert_eq!(listed, wanted);
    }
    blocked_agrees(portfolio, html, mark, &all);

    let suspended: Vec<&Subscription> =
        records.iter().copied().filter(|record| record.status == Status::Suspended).collect();
    let mut days: Vec<i64> =
        suspended.iter().filter_map(|record| Some((lifecycle::deletion_day(record)? - as_of()).num_days())).collect();
    days.sort_unstable();
    if !suspended.is_empty() {
        assert_eq!(all_of(html, "suspended"), suspended.len());
        let listed: Vec<i64> = rows(html, "suspended", mark).0.iter().filter_map(|row| row.get(1).copied()).collect();
        assert_eq!(listed, days[..listed.len()]);
    }
}

/// The groups of blocked ones, and what single cures open: proved by a way out whose every remedy is the reason's.
#[track_caller]
fn blocked_agrees(portfolio: &Portfolio, html: &str, mark: char, all: &[Judged<'_>]) {
    let offers = offers();
    let setting = Setting { rules: &PARTNER_CENTER, offers: &offers, partner: &portfolio.partner };
    let mut groups: BTreeMap<_, (Tally, Tally)> = BTreeMap::new();
    let is_blocked = |one: &&Judged<'_>| {
        let is_upgraded = one.record.upgraded_to.is_some() && one.record.status == Status::Deleted;
        matches!(one.assessment.verdict, Verdict::NotEligible | Verdict::NotKnown) && !is_upgraded
    };
    for Judged { customer, record, assessment } in all.iter().filter(is_blocked) {
        let finding = nearest(customer, record, assessment).unwrap().first_reason().unwrap();
        let fails = matches!(finding.outcome, Outcome::NotMet(_));
        let is_of_reason = |ids: &[Id], remedy: &Remedy| match remedy {
            Remedy::Reactivate { subscription }
            | Remedy::CancelSubscription { subscription, .. }
            | Remedy::CancelAddOn { subscription } => ids.contains(subscription),
            Remedy::AskForDelegatedAdmin { customer, .. } => ids.contains(customer),
            Remedy::SettleAccount | Remedy::SubmitInAnotherRole => ids.is_empty(),
        };
        let opens = fails
            && assessment.targets.iter().any(|target| {
                let way = way_out(setting, customer, record, target);
                let ids = target.finding(finding.condition).unwrap().outcome.evidence();
                let of_reason: Vec<Remedy> =
                    way.remedies.into_iter().filter(|remedy| is_of_reason(&ids, remedy)).collect();
                let then = judged_after(setting, customer, &record.id, &target.target, &of_reason);
                !of_reason.is_empty() && then.is_some_and(|then| then.verdict == Verdict::Eligible)
            });
        let (every, opened) = groups.entry((finding.condition, fails)).or_default();
        *every = (every.0 + 1, every.1 + record.quantity);
        if opens {
            *opened = (opened.0 + 1, opened.1 + record.quantity);
        }
    }
    if groups.is_empty() {
        return;
    }
    let (blocked, total) = rows(html, "blocked", mark);
    assert_eq!(pairs(&blocked), groups.values().map(|(every, _)| *every).collect::<Vec<_>>());
    assert_eq!(total, sum(&blocked));
    let (fixes, total) = rows(html, "fixes", mark);
    assert_eq!(pairs(&fixes), groups.values().map(|(_, opened)| *opened).collect::<Vec<_>>());
    assert_eq!(total, sum(&fixes));
}

#[test]
fn every_number_of_a_small_review_is_that_of_the_records() {
    let (portfolio, _) = after();
    for (language, mark) in Language::ALL.into_iter().zip([',', '\u{202f}', ',']) {
        agrees(&portfolio, &review(&portfolio, language), mark);
    }
}

#[test]
fn every_number_of_a_large_review_is_that_of_the_records_though_its_lists_are_cut() {
    let portfolio = generate(4_000, 4, 11, &offers());
    let html = review(&portfolio, Language::English);
    agrees(&portfolio, &html, ',');
    let listed = rows(&html, "opportunities", ',').0.len();
    assert!(listed == 500 && all_of(&html, "opportunities") > 500);
    assert!(html.contains("The first 500 of "), "that it is cut is said");
}

#[test]
fn an_empty_portfolio_has_a_review_too() {
    let portfolio = Portfolio::new(uuid::Uuid::nil());
    agrees(&portfolio, &review(&portfolio, Language::French), '\u{202f}');
}

#[test]
#[should_panic(expected = "assertion")]
fn a_number_that_is_not_the_records_is_caught() {
    let (portfolio, _) = after();
    let html = review(&portfolio, Language::English);
    let wrong = html.replacen("data-value=\"2137\">2,137<", "data-value=\"2138\">2,138<", 2);
    assert_ne!(html, wrong, "there is such a number: assert");
    agrees(&portfolio, &wrong, ',');
}
