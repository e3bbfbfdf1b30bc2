//! The pack as data for other programs: stable keys, exact values. Nothing is shortened and nothing made visible.

use std::io;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::hash::{Hashes, PortfolioHashes};
use super::{Pack, ReportError};
use crate::model::{JudgedCondition, RecordState, Task};
use crate::rules::{ConditionId, RuleSet};

/// The number of this shape.
const FORMAT: u32 = 1;

/// A moment as files say it.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[derive(Serialize)]
struct File<'a> {
    evidence_format: u32,
    language: &'static str,
    made_by: String,
    partner: &'a str,
    customer: &'a str,
    company_name: Option<&'a str>,
    upgrade: Upgrade<'a>,
    /// Whether the portfolio's history has the line that all below rests on.
    in_history: bool,
    rules: Rules<'a>,
    before: Vec<State<'a>>,
    after: Vec<State<'a>>,
    ledger: Vec<Judged<'a>>,
    tasks: Vec<TaskState>,
    hashes: AllHashes<'a>,
}

#[derive(Serialize)]
struct Upgrade<'a> {
    at: String,
    source: &'a str,
    target: &'a str,
    provisional: bool,
    from_offer: &'a str,
    to_offer: &'a str,
    licenses: i64,
    comment: &'a str,
}

#[derive(Serialize)]
struct Rules<'a> {
    id: &'a str,
    /// The date of this version's set of that id; null where it knows none.
    date: Option<&'static str>,
}

#[derive(Serialize)]
struct State<'a> {
    subscription: &'a str,
    offer: Option<&'a str>,
    offer_name: String,
    licenses: i64,
    status: &'a str,
}

#[derive(Serialize)]
struct Judged<'a> {
    condition: &'a str,
    outcome: &'a str,
    text: Option<&'a str>,
    source: Option<Source>,
}

#[derive(Serialize)]
struct Source {
    id: &'static str,
    title: &'static str,
    date: Option<&'static str>,
}

#[derive(Serialize)]
struct TaskState {
    id: &'static str,
    done: bool,
    text: String,
}

#[derive(Serialize)]
struct AllHashes<'a> {
    algorithm: &'static str,
    how: &'a str,
    records: Option<&'a Hashes>,
    how_portfolio: &'a str,
    portfolio: &'a PortfolioHashes,
}

pub(super) fn write(pack: &Pack<'_>, out: &mut dyn io::Write) -> Result<(), ReportError> {
    let Pack { basis, upgrade, entry, hashes, portfolio } = pack;
    let words = basis.words;
    let rules = entry.map_or(upgrade.rules.as_str(), |entry| entry.rules.as_str());
    let set = RuleSet::find(rules);
    let state = |state: &'_ RecordState| -> String {
        state.offer.as_ref().map_or_else(String::new, |id| basis.naming(None).offer_id(id).to_owned())
    };
    let states = |side: fn(&crate::model::HistoryEntry) -> &Vec<RecordState>| {
        let all = entry.map_or(&[][..], |entry| side(entry).as_slice());
        all.iter()
            .map(|record| State {
                subscription: record.subscription.as_str(),
                offer: record.offer.as_ref().map(|offer| offer.as_str()),
                offer_name: state(record),
                licenses: record.quantity,
                status: record.status.key(),
            })
            .collect::<Vec<_>>()
    };
    let judged = |judged: &'_ JudgedCondition| -> (Option<&str>, Option<Source>) {
        let Some(id) = ConditionId::from_key(&judged.condition) else { return (None, None) };
        let source = set.and_then(|set| set.condition(id)).map(|condition| condition.source);
        let source = source.map(|source| Source { id: source.key(), title: source.title(), date: source.date() });
        (Some(words.condition_text(id)), source)
    };
    let file = File {
        evidence_format: FORMAT,
        language: words.language().tag(),
        made_by: format!("Upgrade Desk {}", env!("CARGO_PKG_VERSION")),
        partner: &basis.portfolio.partner.name,
        customer: upgrade.customer.as_str(),
        company_name: basis.portfolio.customers.get(&upgrade.customer).map(|customer| customer.company_name.as_str()),
        upgrade: Upgrade {
            at: time(upgrade.at),
            source: upgrade.source.as_str(),
            target: upgrade.target.as_str(),
            provisional: upgrade.provisional,
            from_offer: upgrade.from_offer.as_str(),
            to_offer: upgrade.to_offer.as_str(),
            licenses: upgrade.licenses,
            comment: &upgrade.comment,
        },
        in_history: entry.is_some(),
        rules: Rules { id: rules, date: set.map(|set| set.date) },
        before: states(|entry| &entry.old),
        after: states(|entry| &entry.new),
        ledger: entry
            .map_or(&[][..], |entry| entry.outcomes.as_slice())
            .iter()
            .map(|recorded| {
                let (text, source) = judged(recorded);
                Judged { condition: &recorded.condition, outcome: &recorded.outcome, text, source }
            })
            .collect(),
        tasks: upgrade
            .tasks
            .iter()
            .map(|Task { id, done }| TaskState { id: id.key(), done: *done, text: words.task(*id).to_owned() })
            .collect(),
        hashes: AllHashes {
            algorithm: "SHA-256",
            how: words.say("evidence-hash-how"),
            records: hashes.as_ref(),
            how_portfolio: words.say("evidence-hash-portfolio-how"),
            portfolio,
        },
    };
    serde_json::to_writer_pretty(&mut *out, &file)?;
    out.write_all(b"\n")?;
    Ok(())
}
