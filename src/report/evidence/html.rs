//! The pack as a document to be read and printed. The exact values are in the JSON beside it.

use std::io;

use serde::Serialize;

use super::hash::PortfolioHashes;
use super::{Pack, ReportError};
use crate::model::{HistoryEntry, JudgedCondition, RecordState};
use crate::report::page::{self, Number};
use crate::report::short;
use crate::rules::{ConditionId, RuleSet};
use crate::text::{shown, shown_lines};

/// The plain messages that the template names.
const MESSAGES: &[&str] = &[
    "evidence-after",
    "evidence-before",
    "evidence-comment",
    "evidence-comment-none",
    "evidence-condition",
    "evidence-hash-how",
    "evidence-hash-line",
    "evidence-hash-out-of-reach",
    "evidence-hash-portfolio",
    "evidence-hash-portfolio-how",
    "evidence-hash-text",
    "evidence-hashes-title",
    "evidence-ledger-about",
    "evidence-ledger-title",
    "evidence-new-id",
    "evidence-not-in-history",
    "evidence-outcome",
    "evidence-provisional",
    "evidence-records-title",
    "evidence-rules",
    "evidence-source",
    "evidence-subscription-id",
    "evidence-task-state",
    "evidence-tasks-title",
    "report-customer",
    "report-internal",
    "report-licenses",
    "report-offer",
    "report-partner",
    "report-recorded-on",
    "report-status",
    "report-upgrade",
];

#[derive(Serialize)]
struct Evidence {
    partner: String,
    customer: String,
    customer_id: String,
    upgrade: String,
    recorded: String,
    rules: String,
    new_id: String,
    provisional: bool,
    comment: Vec<String>,
    in_history: bool,
    before: Vec<State>,
    after: Vec<State>,
    ledger: Vec<Judged>,
    tasks: Vec<Task>,
    hashes: Vec<Hash>,
    portfolio: Vec<Hash>,
}

#[derive(Serialize)]
struct State {
    subscription: String,
    offer: String,
    offer_id: String,
    licenses: Number,
    status: String,
}

#[derive(Serialize)]
struct Judged {
    condition: String,
    text: String,
    outcome: String,
    kind: String,
    source: String,
}

#[derive(Serialize)]
struct Task {
    text: String,
    state: String,
    done: bool,
}

/// A hash, with the text that it is of; empty where that is the whole portfolio.
#[derive(Serialize)]
struct Hash {
    of: String,
    sha256: String,
    text: String,
}

pub(super) fn write(pack: &Pack<'_>, out: &mut dyn io::Write) -> Result<(), ReportError> {
    let Pack { basis, upgrade, entry, .. } = pack;
    let words = basis.words;
    let customer = basis.portfolio.customers.get(&upgrade.customer);
    let rules = entry.map_or(upgrade.rules.as_str(), |entry| entry.rules.as_str());
    let set = RuleSet::find(rules);
    let side = |states: fn(&HistoryEntry) -> &Vec<RecordState>| -> Vec<State> {
        entry.map_or(&[][..], |entry| states(entry).as_slice()).iter().map(|record| state(pack, record)).collect()
    };
    let tasks = upgrade.tasks.iter().map(|task| Task {
        text: words.task(task.id).to_owned(),
        state: words.say(if task.done { "task-done" } else { "task-open" }).to_owned(),
        done: task.done,
    });
    let content = Evidence {
        partner: if basis.portfolio.partner.name.is_empty() {
            words.say("report-partner-unnamed").to_owned()
        } else {
            short(&basis.portfolio.partner.name)
        },
        customer: customer.map_or_else(String::new, |customer| short(&customer.company_name)),
        customer_id: shown(upgrade.customer.as_str()).into_owned(),
        upgrade: words.with(
            "report-upgrade-path",
            &[
                ("from", basis.offer(&upgrade.from_offer).into()),
                ("to", basis.offer(&upgrade.to_offer).into()),
                ("licenses", upgrade.licenses.into()),
            ],
        ),
        recorded: words.moment(upgrade.at),
        rules: match set {
            Some(set) => {
                words.with("report-rules-dated", &[("rules", words.rule_set(rules).into()), ("date", set.date.into())])
            }
            None => shown(rules).into_owned(),
        },
        new_id: shown(upgrade.target.as_str()).into_owned(),
        provisional: upgrade.provisional,
        comment: shown_lines(&upgrade.comment).lines().map(str::to_owned).collect(),
        in_history: entry.is_some(),
        before: side(|entry| &entry.old),
        after: side(|entry| &entry.new),
        ledger: entry
            .map_or(&[][..], |entry| entry.outcomes.as_slice())
            .iter()
            .map(|recorded| judged(pack, set, recorded))
            .collect(),
        tasks: tasks.collect(),
        hashes: hashes(pack),
        portfolio: portfolio(pack),
    };
    page::write(words, ("evidence.html", MESSAGES), words.say("evidence-title").to_owned(), content, out)
}

fn state(pack: &Pack<'_>, record: &RecordState) -> State {
    let basis = &pack.basis;
    State {
        subscription: shown(record.subscription.as_str()).into_owned(),
        offer: record.offer.as_ref().map_or_else(|| basis.words.say("not-known").to_owned(), |id| basis.offer(id)),
        offer_id: record.offer.as_ref().map_or_else(String::new, |id| shown(id.as_str()).into_owned()),
        licenses: Number::of(basis.words, record.quantity),
        status: short(basis.words.status(&record.status)),
    }
}

fn judged(pack: &Pack<'_>, set: Option<&RuleSet>, recorded: &JudgedCondition) -> Judged {
    let words = pack.basis.words;
    let JudgedCondition { condition, outcome } = recorded;
    let id = ConditionId::from_key(condition);
    let source = id.and_then(|id| set?.condition(id)).map(|condition| condition.source);
    Judged {
        condition: id.map_or_else(|| shown(condition).into_owned(), |id| words.condition(id).to_owned()),
        text: id.map_or_else(String::new, |id| words.condition_text(id).to_owned()),
        outcome: match outcome.as_str() {
            "pass" => words.say("evidence-outcome-pass").to_owned(),
            "fail" => words.say("evidence-outcome-fail").to_owned(),
            "not-known" => words.say("evidence-outcome-not-known").to_owned(),
            other => shown(other).into_owned(),
        },
        kind: match outcome.as_str() {
            "pass" => "eligible".to_owned(),
            "fail" => "not-eligible".to_owned(),
            _ => "not-known".to_owned(),
        },
        source: source.map_or_else(|| words.say("not-known").to_owned(), |source| words.source(source)),
    }
}

fn hashes(pack: &Pack<'_>) -> Vec<Hash> {
    let words = pack.basis.words;
    let Some(hashes) = &pack.hashes else { return Vec::new() };
    let all =
        [("evidence-before", &hashes.before), ("evidence-after", &hashes.after), ("evidence-hash-line", &hashes.line)];
    all.map(|(of, hashed)| Hash {
        of: words.say(of).to_owned(),
        sha256: hashed.sha256.clone(),
        text: shown(&hashed.text).into_owned(),
    })
    .into()
}

fn portfolio(pack: &Pack<'_>) -> Vec<Hash> {
    let words = pack.basis.words;
    match &pack.portfolio {
        PortfolioHashes::OutOfReach => Vec::new(),
        PortfolioHashes::Known { before, after } => [("evidence-before", before), ("evidence-after", after)]
            .map(|(of, sha256)| Hash { of: words.say(of).to_owned(), sha256: sha256.clone(), text: String::new() })
            .into(),
    }
}
