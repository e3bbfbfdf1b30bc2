//! The open portfolio beside a file: verdicts that turned and why, what is new, gone or changed, and the ways there.
//!
//! `UPGRADE_DESK_PICTURES=folder cargo test --test it window::compare` writes pictures of it for a person to look at.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{Customer, DelegatedAdmin, Id, Portfolio, Settings, ThemeChoice};
use upgrade_desk::state::{BackupLine, Command, CompareOutcome, Comparison, Dialog, Effect, Purpose, compare};
use upgrade_desk::storage;

use super::desk::{Opening, Window, sample};

/// The sample as it was: one customer fewer, one more, one without privileges and by another name.
fn before() -> Portfolio {
    let now = sample();
    let mut customers: Vec<Customer> = now.customers.iter().map(|customer| Customer::clone(customer)).collect();
    customers.pop();
    let granted = customers.iter_mut().find(|customer| customer.delegated_admin == DelegatedAdmin::All).unwrap();
    granted.delegated_admin = DelegatedAdmin::NotGranted;
    granted.company_name = "An older name".into();
    let gone = Customer { id: Id::new("gone-1"), company_name: "No longer here".into(), ..customers[3].clone() };
    customers.push(Customer { subscriptions: Vec::new(), ..gone });
    Portfolio { customers: customers.into_iter().collect(), ..now }
}

/// What is asked to be compared is answered with what comparing with a portfolio gives.
fn answer(window: &mut Window, file: &Portfolio) -> Arc<Comparison> {
    let Some(Effect::Compare { serial, file_is_older, portfolio, .. }) = window.asked().last().cloned() else {
        panic!("{:?}", window.asked().last())
    };
    let (old, new) = if file_is_older { (file, &*portfolio) } else { (&*portfolio, file) };
    let found = Arc::new(compare(&storage::builtin_catalog().unwrap(), old, new));
    window.answer(Command::Compared {
        serial,
        outcome: CompareOutcome::Done { found: Arc::clone(&found), is_partial: false },
    });
    found
}

fn chip(window: &Window, word: &str, count: usize) -> String {
    let word = window.say(word);
    window.with("import-kind", &[("kind", word.into()), ("count", count.into())])
}

#[test]
fn a_file_that_is_chosen_is_compared_and_the_verdicts_that_turned_lead_to_their_subscriptions() {
    let mut window = Window::open();
    window.menu("menu-file", "menu-compare");
    assert!(matches!(window.asked().last(), Some(Effect::PickFile { purpose: Purpose::Compare, .. })));
    let serial = window.state().session.waiting.as_ref().unwrap().serial;
    let path = PathBuf::from("/data/before.ron");
    window.answer(Command::PathChosen { purpose: Purpose::Compare, serial, path, ask_overwrite: false });
    window.assert_says(&window.say("compare-under-way"));
    let kept = window.portfolio().clone();
    let found = answer(&mut window, &before());
    window.assert_says(&window.with("compare-since-file", &[("file", "before.ron".into())]));
    let turned = found.turned.first().expect("privileges were granted since");
    window.assert_says(window.words().verdict(turned.new));
    window.link("compare-show");
    assert!(!window.has_dialog());
    assert_eq!(window.state().session.selection.subscription.as_ref(), Some(&turned.subscription));
    assert_eq!(*window.portfolio(), kept, "nothing is changed");
}

#[test]
fn the_lists_are_scrolled_by_keys() {
    let now = sample();
    let customers = now.customers.iter().map(|customer| Customer {
        delegated_admin: DelegatedAdmin::NotGranted,
        notes: "as it was".into(),
        ..Customer::clone(customer)
    });
    let file = Portfolio { customers: customers.collect(), ..now };
    let mut window = Window::open();
    window.answer(Command::CompareWith("/data/before.ron".into()));
    let found = answer(&mut window, &file);
    let first = found.turned.first().unwrap().company_name.clone();
    let company = |name: &str| format!("{name} · ");
    window.assert_says(&company(&first));
    window.press(Key::PageDown);
    assert!(!window.says(&company(&first)));
    window.press(Key::PageUp);
    window.tab_to(Role::Document, &window.say("compare-verdicts"));
    for (away, back) in [(Key::Space, Key::PageUp), (Key::End, Key::Home)] {
        window.press(away);
        assert!(!window.says(&company(&first)), "{away:?}");
        window.press(back);
        window.assert_says(&company(&first));
    }
    let changed = found.counts.each().iter().map(|counts| counts.changed).sum();
    let changed = chip(&window, "import-changed", changed);
    window.click(Role::CheckBox, &changed);
    window.tab_to(Role::Document, &window.say("spoken-records"));
    let seen = window.names(Role::Label);
    window.press(Key::End);
    assert_ne!(window.names(Role::Label), seen);
}

#[test]
fn records_are_new_gone_and_changed_and_the_other_way_round_they_change_places() {
    let mut window = Window::open();
    window.answer(Command::CompareWith("/data/before.ron".into()));
    answer(&mut window, &before());
    let gone = chip(&window, "compare-gone", 1);
    window.click(Role::CheckBox, &gone);
    window.assert_says("No longer here");
    window.link("compare-swap");
    assert!(matches!(window.asked().last(), Some(Effect::Compare { file_is_older: false, .. })));
    answer(&mut window, &before());
    window.assert_says(&window.with("compare-until-file", &[("file", "before.ron".into())]));
    assert!(!window.says("No longer here"), "it is shown as gone no more");
    window.click(Role::CheckBox, &chip(&window, "compare-gone", 1));
    window.click(Role::CheckBox, &chip(&window, "import-new", 1));
    window.assert_says("No longer here");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_an_answer_to_an_earlier_question_is_not_taken() {
    let mut window = Window::open();
    window.answer(Command::CompareWith("/data/one.ron".into()));
    let Some(Effect::Compare { serial: first, .. }) = window.asked().last().cloned() else { panic!() };
    window.button("close");
    assert!(!window.has_dialog());
    window.answer(Command::CompareWith("/data/two.ron".into()));
    let found = Arc::new(compare(&storage::builtin_catalog().unwrap(), &sample(), &sample()));
    let same = CompareOutcome::Done { found, is_partial: true };
    window.answer(Command::Compared { serial: first, outcome: same.clone() });
    window.assert_says(&window.say("compare-under-way"));
    let Some(Effect::Compare { serial, .. }) = window.asked().last().cloned() else { panic!() };
    window.answer(Command::Compared {
        serial,
        outcome: CompareOutcome::Failed { detail: crate::given::said("it is damaged") },
    });
    window.assert_says(&window.with("compare-failed", &[("detail", "it is damaged".into())]));
    window.answer(Command::CompareWith("/data/three.ron".into()));
    let Some(Effect::Compare { serial, .. }) = window.asked().last().cloned() else { panic!() };
    window.answer(Command::Compared { serial, outcome: same });
    window.assert_says(&window.say("compare-same"));
    window.assert_says(&window.say("compare-partial"));
}

#[test]
fn a_backup_is_compared_with_the_portfolio_from_its_list() {
    let mut window = Window::open();
    window.menu("menu-file", "menu-backups");
    let at = "2026-11-24T08:15:00Z".parse().unwrap();
    let path = PathBuf::from("/data/state/1");
    let line = BackupLine { path: path.clone(), at, size: 1, customers: 1, is_opened: false };
    window.answer(Command::BackupsListed(vec![line]));
    window.button_named(&window.with("backups-compare-with", &[("at", window.words().moment(at).into())]));
    assert!(matches!(window.asked().last(), Some(Effect::Compare { path: asked, .. }) if *asked == path));
    assert!(matches!(&window.state().session.dialog, Some(Dialog::Compare(_))));
}

#[test]
fn it_can_be_left_by_mouse_in_both_themes_and_in_a_small_window() {
    let folder = std::env::var_os("UPGRADE_DESK_PICTURES").map(PathBuf::from);
    for (name, theme, size) in [
        ("light", ThemeChoice::Light, [1280.0, 800.0]),
        ("dark", ThemeChoice::Dark, [1280.0, 800.0]),
        ("small", ThemeChoice::Light, [640.0, 420.0]),
    ] {
        for records in [false, true] {
            let mut window =
                Opening { settings: Settings { theme, ..Settings::default() }, size, ..Opening::default() }.open();
            window.answer(Command::CompareWith("/data/before.ron".into()));
            answer(&mut window, &before());
            if records {
                window.click(Role::CheckBox, &chip(&window, "import-changed", 1));
            }
            window.away_with_the_pointer();
            let screen = window.harness.ctx.content_rect();
            let buttons = window.buttons_of_dialog();
            assert!(buttons.iter().any(|button| screen.contains_rect(*button)), "{name}: {buttons:?}");
            if let Some(folder) = &folder {
                let picture = window.harness.render().unwrap();
                picture.save(folder.join(format!("compare-{name}-{records}.png"))).unwrap();
            }
        }
    }
}
