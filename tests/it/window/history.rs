//! The history: all that the journals know, narrowed down, and as a table. What one change says is tested with the customers.

use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::Entry;
use upgrade_desk::state::{Command, Effect, Purpose};

use super::desk::{CTRL, Window, sample};
use super::keeping::{entry, in_file, renamed, window_of};

/// So many changes of the first customer's name, the last one a switch of rules.
fn journaled(count: u64) -> Vec<Arc<Entry>> {
    let sample = sample();
    let first = sample.customers.at(0).unwrap();
    let mut entries: Vec<Arc<Entry>> = (1..count).map(|seq| renamed(first, seq, &format!("Name {seq}"))).collect();
    let mut last = Entry::clone(&entry(count, "x"));
    let change = upgrade_desk::model::Change {
        deed: upgrade_desk::model::Deed::SwitchRules,
        edits: vec![upgrade_desk::model::Edit::Rules { old: "page".to_owned(), new: "partner-center".to_owned() }],
        at: last.at,
    };
    last.change = Arc::new(change);
    entries.push(Arc::new(last));
    entries
}

fn open(entries: Vec<Arc<Entry>>) -> Window {
    let mut window = window_of(in_file());
    window.key(CTRL, Key::H);
    assert_eq!(window.asked().last(), Some(&Effect::ReadHistory));
    window.assert_says(&window.say("history-reading"));
    assert!(!window.says(&window.say("history-empty")), "nobody knows yet");
    window.answer(Command::HistoryRead(entries));
    assert!(!window.says(&window.say("history-reading")));
    window
}

fn rows(window: &Window) -> Vec<String> {
    window.names(Role::Row).into_iter().filter(|row| row.starts_with("2026-11-22 08:00 UTC")).collect()
}

#[test]
fn everything_that_the_journals_know_is_listed_newest_first_and_only_what_is_seen_is_drawn() {
    let mut window = open(journaled(20_000));
    let rows = rows(&window);
    assert!(rows.len() > 5 && rows.len() < 40, "{}", rows.len());
    assert!(rows[0].contains(&window.say("deed-switch-rules")) && rows[1].contains("Name 19999"), "{rows:#?}");
    // The newest is chosen, and says what became what.
    window.assert_says(&format!("{}  →  {}", window.say("rules-page"), window.say("rules-partner-center")));
    window.tab_to(Role::Row, "");
    window.press(Key::ArrowDown);
    window.assert_says("→  Name 19999");
    window.press(Key::End);
    window.assert_says("→  Name 1");
}

#[test]
fn the_history_is_narrowed_down_by_words_by_company_and_by_kind() {
    let mut window = open(journaled(4));
    assert_eq!(rows(&window).len(), 4);
    window.fill("history-search", "switch");
    assert_eq!(rows(&window).len(), 1);
    window.assert_says(&window.with("shown-of", &[("shown", 1.into()), ("all", 4.into())]));
    window.fill("history-search", "");
    let company = window.portfolio().customers.at(0).unwrap().company_name.clone();
    window.fill("history-customer", &company.to_uppercase());
    assert_eq!(rows(&window).len(), 3);
    window.fill("history-customer", "nobody at all");
    assert_eq!(rows(&window).len(), 0);
    window.assert_says(&window.say("empty-search"));
    assert!(window.is_disabled(Role::Button, &window.say("history-export")));
    window.fill("history-customer", "");
    window.choose_in("history-kind", &window.say("deed-switch-rules"));
    assert_eq!(rows(&window).len(), 1);
    window.choose_in("history-kind", &window.say("deed-import"));
    assert_eq!(rows(&window).len(), 0);

    // The next time it begins anew.
    window.press(Key::Escape);
    window.key(CTRL, Key::H);
    window.answer(Command::HistoryRead(journaled(4)));
    assert_eq!(rows(&window).len(), 4);
}

#[test]
fn what_is_done_while_the_history_is_open_is_listed_too() {
    let mut window = window_of(in_file());
    window.answer(Command::SwitchRules("page"));
    window.key(CTRL, Key::H);
    let entries: Vec<_> = window.state().session.history.entries().cloned().collect();
    window.answer(Command::HistoryRead(entries));
    let count = |window: &Window| window.names(Role::Row).iter().filter(|row| row.contains("Switch rules")).count();
    assert_eq!(count(&window), 1);
    window.button("menu-undo");
    assert_eq!(count(&window), 2);
    assert!(window.is_disabled(Role::Button, &window.say("menu-undo")));
}

#[test]
fn what_is_shown_is_exported_as_a_table_in_which_nothing_is_a_formula() {
    let mut window = open(vec![entry(1, "Plain"), entry(2, "=HYPERLINK(\"x\")")]);
    window.fill("history-search", "edit customer");
    window.button("history-export");
    let Some(Effect::PickFile { purpose: Purpose::History, serial, .. }) = window.asked().last().cloned() else {
        panic!("{:?}", window.asked().last());
    };
    let path = std::path::PathBuf::from("/data/history.csv");
    window.answer(Command::PathChosen { purpose: Purpose::History, serial, path: path.clone(), ask_overwrite: false });
    let Some(Effect::WriteText { path: written, text }) = window.asked().last() else { panic!() };
    assert_eq!(*written, path);
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "at,what,happened,customer,field,old,new");
    let company = &window.portfolio().customers.at(0).unwrap().company_name;
    let row = |new: &str| format!("2026-11-22T08:00:00Z,Edit customer,done,{company},Company name,{company},{new}");
    assert_eq!(lines[1..], [row("\"'=HYPERLINK(\"\"x\"\")\""), row("Plain")]);
}
