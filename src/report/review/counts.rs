//! The counts with their charts: verdicts, statuses, offers, renewals. What is counted is the survey's.

use std::cmp::Reverse;

use super::survey::{MONTHS, OfferKey, Renewal, Survey, months};
use crate::model::Status;
use crate::report::Basis;
use crate::report::chart::{Chart, Count, Tally};
use crate::report::short;
use crate::rules::Verdict;
use crate::text::shown;

/// How many offers are named; the others are one row.
const OFFERS: usize = 10;

pub fn verdicts(basis: &Basis<'_>, survey: &Survey<'_>) -> Chart {
    let counts = Verdict::ALL.into_iter().zip(survey.verdicts);
    let count = |(verdict, tally): (Verdict, Tally)| Count {
        label: basis.words.verdict(verdict).to_owned(),
        kind: verdict.key(),
        tally,
    };
    Chart::of(basis.words, counts.map(count).collect())
}

pub fn statuses(basis: &Basis<'_>, survey: &Survey<'_>) -> Chart {
    let count = |(status, tally): (&Status, &Tally)| Count {
        label: if matches!(status, Status::Other(_)) {
            basis.words.say("report-status-other").to_owned()
        } else {
            basis.words.status(status).to_owned()
        },
        kind: "plain",
        tally: *tally,
    };
    Chart::of(basis.words, survey.statuses.iter().map(count).collect())
}

pub fn offers(basis: &Basis<'_>, survey: &Survey<'_>) -> Chart {
    let words = basis.words;
    let label = |key: &OfferKey<'_>| match key {
        OfferKey::Id(id) => short(basis.naming(None).offer_id(id)),
        OfferKey::Name("") => words.say("report-offer-not-recorded").to_owned(),
        OfferKey::Name(name) => short(name),
    };
    let mut named: Vec<(String, Tally)> = Vec::with_capacity(survey.offers.len());
    #[expect(clippy::iter_over_hash_type, reason = "they are put in order right after")]
    for (key, tally) in &survey.offers {
        named.push((label(key), *tally));
    }
    named.sort_unstable_by(|(a, first), (b, second)| {
        let order = |tally: &Tally| Reverse((tally.subscriptions, tally.licenses));
        order(first).cmp(&order(second)).then_with(|| a.cmp(b))
    });
    let mut rest = Tally::default();
    let others = named.len().saturating_sub(OFFERS);
    named.iter().skip(OFFERS).for_each(|(_, tally)| rest.add_all(*tally));
    named.truncate(OFFERS);
    if others > 0 {
        named.push((words.with("report-other-offers", &[("count", others.into())]), rest));
    }
    let counts = named.into_iter().map(|(label, tally)| Count { label, kind: "plain", tally });
    Chart::of(words, counts.collect())
}

pub fn renewals(basis: &Basis<'_>, survey: &Survey<'_>) -> Chart {
    let words = basis.words;
    let month = |after: i32| {
        let months = months(basis.as_of) + after;
        format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
    };
    let tally = |renewal| survey.renewals.get(&renewal).copied().unwrap_or_default();
    let mut counts = vec![Count {
        label: words.with("report-renewals-before", &[("month", month(0).into())]),
        kind: "edge",
        tally: tally(Renewal::Before),
    }];
    counts.extend((0..MONTHS).map(|after| Count {
        label: month(after),
        kind: "plain",
        tally: tally(Renewal::Month(after)),
    }));
    counts.push(Count {
        label: words.with("report-renewals-after", &[("month", month(MONTHS - 1).into())]),
        kind: "edge",
        tally: tally(Renewal::After),
    });
    counts.push(Count {
        label: shown(words.say("report-renewals-none")).into_owned(),
        kind: "edge",
        tally: tally(Renewal::NotRecorded),
    });
    Chart::of(words, counts)
}
