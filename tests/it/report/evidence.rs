//! Evidence is rebuilt from what is recorded: the same later, whatever happened since, and never more than is known.

use std::sync::Arc;

use serde_json::Value;
use sha2::{Digest, Sha256};
use upgrade_desk::model::{Change, Deed, Edit, Entry, Happened, Id, Portfolio, TaskId};
use upgrade_desk::report::sha256;
use upgrade_desk::rules::{with_real_id, with_real_source};
use upgrade_desk::storage;
use upgrade_desk::text::Language;

use super::small::{after, at, before, carried, evidence, upgrade, upgrade_of};
use crate::case::{E3, PREMIUM};

fn json(portfolio: &Portfolio, past: Vec<Arc<Entry>>) -> Value {
    serde_json::from_str(&evidence(portfolio, past, Language::English, "e.json")).unwrap()
}

/// A hash worked out by other code than the program's own.
fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn entry(seq: u64, happened: Happened, change: &Arc<Change>) -> Arc<Entry> {
    Arc::new(Entry { seq, at: at("2026-11-22T10:00:00Z"), happened, change: Arc::clone(change) })
}

/// A change that has nothing to do with it: another partner's name.
fn renamed(portfolio: &Portfolio, seq: u64) -> Arc<Entry> {
    let mut new = portfolio.partner.clone();
    new.name.push('!');
    let edits = vec![Edit::Partner { old: portfolio.partner.clone(), new }];
    entry(seq, Happened::Did, &Arc::new(Change { at: at("2026-11-22T10:00:00Z"), deed: Deed::EditPartner, edits }))
}

#[test]
fn the_hash_is_sha_256() {
    assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn every_text_in_the_pack_has_the_hash_that_stands_beside_it() {
    let (portfolio, entry) = after();
    let pack = json(&portfolio, vec![entry]);
    for of in ["before", "after", "line"] {
        let hashed = &pack["hashes"]["records"][of];
        assert_eq!(hash(hashed["text"].as_str().unwrap()), hashed["sha256"], "{of}");
    }
    let before = pack["hashes"]["records"]["before"]["text"].as_str().unwrap();
    let before: Value = serde_json::from_str(before).unwrap();
    assert_eq!(before["subscriptions"][0]["licenses"], pack["before"][0]["licenses"]);
}

#[test]
fn what_it_says_is_what_the_history_says() {
    let (portfolio, entry) = after();
    let pack = json(&portfolio, vec![entry]);
    let line = &portfolio.history[0];
    for (side, states) in [("before", &line.old), ("after", &line.new)] {
        let shown = pack[side].as_array().unwrap();
        assert_eq!(shown.len(), states.len());
        for (shown, state) in shown.iter().zip(states) {
            assert_eq!(shown["subscription"], state.subscription.as_str());
            assert_eq!(shown["offer"], state.offer.as_ref().unwrap().as_str());
            assert_eq!(shown["licenses"], state.quantity);
        }
    }
    let ledger = pack["ledger"].as_array().unwrap();
    assert_eq!(ledger.len(), 11);
    for (shown, judged) in ledger.iter().zip(&line.outcomes) {
        assert_eq!(
            (shown["condition"].as_str(), shown["outcome"].as_str()),
            (Some(&*judged.condition), Some(&*judged.outcome))
        );
        assert!(shown["text"].is_string() && shown["source"]["title"].is_string());
    }
    assert_eq!(pack["rules"]["date"], "2018-10-29");
    assert_eq!(pack["tasks"].as_array().unwrap().len(), TaskId::ALL.len());
    let html = evidence(&portfolio, Vec::new(), Language::English, "e.html");
    for text in ["Asked for by mail<br>on 20 November", "made-up-1", "2018-10-29", "Contoso (Shanghai)"] {
        assert!(html.contains(text), "{text}");
    }
}

#[test]
fn the_whole_portfolio_is_hashed_as_it_was_before_and_after_however_much_came_later() {
    let old = before();
    let first = renamed(&old, 1);
    let old = carried(&old, &first);
    let entry_ = upgrade(&old, 2);
    let new = carried(&old, &entry_);
    let (mut now, mut past) = (new.clone(), vec![first, Arc::clone(&entry_)]);
    for seq in 3..9 {
        let later = renamed(&now, seq);
        now = carried(&now, &later);
        past.push(later);
    }
    let pack = json(&now, past.clone());
    let of = |portfolio: &Portfolio| hash(&storage::encode(portfolio).unwrap());
    assert_eq!(pack["hashes"]["portfolio"]["state"], "known");
    assert_eq!(pack["hashes"]["portfolio"]["before"], of(&old));
    assert_eq!(pack["hashes"]["portfolio"]["after"], of(&new));

    // Undone and done again: the last time is the one that counts.
    let undone = entry(9, Happened::Undid, &past.last().unwrap().change);
    now = carried(&now, &undone);
    past.push(undone);
    let redone = entry(10, Happened::Redid, &past[7].change);
    now = carried(&now, &redone);
    past.push(redone);
    assert_eq!(json(&now, past)["hashes"]["portfolio"], pack["hashes"]["portfolio"]);
}

#[test]
fn where_the_changes_do_not_reach_back_or_do_not_fit_the_pack_says_so() {
    let (portfolio, entry) = after();
    let out_of_reach = |past| json(&portfolio, past)["hashes"]["portfolio"]["state"] == "out-of-reach";
    assert!(out_of_reach(Vec::new()));
    let of_another = renamed(&before(), 2);
    assert!(out_of_reach(vec![Arc::clone(&entry), of_another]), "it is not what stands there");
    assert!(!out_of_reach(vec![entry]));
    let html = evidence(&portfolio, Vec::new(), Language::English, "e.html");
    assert!(html.contains("do not reach back to this upgrade"));
    assert!(html.contains("Each hash is taken of the text below it"), "the records' hashes are there all the same");
}

#[test]
fn it_comes_out_the_same_from_the_file_alone_and_after_the_real_id_was_entered() {
    let (portfolio, entry) = after();
    let now = json(&portfolio, vec![entry]);
    let read = storage::decode(storage::encode(&portfolio).unwrap().as_bytes()).unwrap().portfolio;
    let mut later = read.clone();
    let customer = Arc::clone(later.customers.get(&Id::new("c-1")).unwrap());
    let (customer, upgrade) = with_real_id(&customer, &later.upgrades[0], &Id::new("real-1")).unwrap();
    let position = later.customers.position(&Id::new("c-1")).unwrap();
    later.customers.replace(position, Arc::new(customer));
    later.upgrades[0] = Arc::new(upgrade);
    for portfolio in [&read, &later] {
        let pack = json(portfolio, Vec::new());
        for key in ["before", "after", "ledger", "rules"] {
            assert_eq!(pack[key], now[key], "{key}");
        }
        assert_eq!(pack["hashes"]["records"], now["hashes"]["records"]);
    }
    assert_eq!(json(&later, Vec::new())["upgrade"]["target"], "real-1");
}

#[test]
fn a_second_upgrade_whose_source_has_another_id_now_still_finds_its_line() {
    let first = upgrade_of(&before(), 1, "c-1", "s-front", PREMIUM);
    let once = carried(&before(), &first);
    let second = upgrade_of(&once, 2, "c-1", "made-up-1", E3);
    let mut twice = carried(&once, &second);
    let customer = Arc::clone(twice.customers.get(&Id::new("c-1")).unwrap());
    let real = Id::new("real-1");
    let (_, entered) = with_real_id(&customer, &twice.upgrades[0], &real).unwrap();
    let later = with_real_source(&twice.upgrades[1], &twice.upgrades[0], &real).unwrap();
    twice.upgrades[1] = Arc::new(later);
    twice.upgrades[0] = Arc::new(entered);
    let of = upgrade_desk::state::ReportOf::Evidence { customer: None, subscription: real };
    let text = super::small::ordered(of, Language::English, &twice, Vec::new(), "e.json");
    let pack: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(pack["in_history"], true);
    assert_eq!(pack["before"][0]["subscription"], "made-up-1");
}

#[test]
fn without_a_line_in_the_history_nothing_is_made_up() {
    let (mut portfolio, _) = after();
    portfolio.history.clear();
    let pack = json(&portfolio, Vec::new());
    assert_eq!(pack["in_history"], false);
    assert!(pack["before"].as_array().unwrap().is_empty() && pack["hashes"]["records"].is_null());
    let html = evidence(&portfolio, Vec::new(), Language::English, "e.html");
    assert!(html.contains("has no line for this upgrade"));
}
