//! The dialogs about damaged, used and large files, two versions, backups and findings: each once through, once left by Escape, and by keyboard.

use std::path::{Path, PathBuf};

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::exchange::merge;
use upgrade_desk::model::{Id, Language};
use upgrade_desk::state::diagnosis::FileStep;
use upgrade_desk::state::{
    BackupLine, Better, Command, Dialog, Effect, FileFact, FindingLine, LooksOnly, Odd, OpenFor, Place, Position,
    Theirs,
};
use upgrade_desk::storage::FieldPath;

use super::desk::{Opening, Window, sample};
use super::keeping::{in_file, others, theirs, window_of};
use crate::given;

fn path() -> PathBuf {
    "/data/damaged.ron".into()
}

fn damaged(better: Option<Better>, readable: Option<usize>) -> Command {
    Command::Damaged { path: path(), detail: given::damage(), better, readable, is_portfolio: true }
}

fn better(is_complete: bool) -> Better {
    Better { at: "2026-11-24T11:58:00Z".parse().unwrap(), customers: 412, is_complete }
}

#[test]
fn a_damaged_file_says_what_is_wrong_and_offers_the_best_there_is() {
    let mut window = window_of(in_file());
    window.answer(damaged(Some(better(true)), Some(400)));
    window.assert_says("damaged.ron: expected `)`, at line 8211, column 3");
    window.assert_says(&window.say("damaged-left"));
    window.assert_says("/data/damaged.ron");
    window.assert_says("A complete version from 2026-11-24 11:58 UTC with 412 customers is available");
    window.assert_says("400 customers of it can still be read");
    // Everything that was found wrong stands below.
    window.assert_says(
        "the field `quantity` of Subscription is missing, at line 90, column 5, customers[2].subscriptions[0]",
    );
    assert_eq!(window.focus(), Some((Role::Button, window.say("close"))));
    let asked = window.asked().len();
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.asked().len()), (false, asked));

    window.answer(damaged(Some(better(false)), Some(400)));
    window.assert_says("not everything recorded after it is in it");
    window.tab_to(Role::Button, &window.say("damaged-open-better"));
    window.press(Key::Space);
    assert!(!window.has_dialog());
    assert!(matches!(window.asked().last(), Some(Effect::RestoreBetter { path, .. }) if *path == self::path()));

    window.answer(damaged(None, Some(1)));
    window.assert_says(&window.say("damaged-nothing"));
    assert!(!window.has(Role::Button, &window.say("damaged-open-better")));
    window.button("damaged-show-readable");
    let effect = Effect::Open { path: path(), what_for: OpenFor::LookAtReadable };
    assert_eq!(window.asked().last(), Some(&effect));

    window.answer(damaged(None, None));
    assert!(!window.has(Role::Button, &window.say("damaged-show-readable")));
    window.assert_says(&window.say("damaged-title"));
    let detail = given::damage();
    let (better, readable, is_portfolio) = (None, None, false);
    window.answer(Command::Damaged { path: path(), detail, better, readable, is_portfolio });
    window.assert_says(&window.say("damaged-not-portfolio-title"));
    window.assert_says(&window.say("damaged-not-portfolio"));
    window.assert_says(&window.say("damaged-left"));
    window.press(Key::Enter);
    assert!(!window.has_dialog());
}

#[test]
fn a_portfolio_that_another_window_has_is_opened_read_only_or_not_at_all() {
    let mut window = window_of(in_file());
    for leave in ["escape", "close", "look"] {
        window.answer(Command::InUse { path: path() });
        window.assert_says(&window.say("in-use-title"));
        window.assert_says(&window.with("in-use-what", &[("file", "damaged.ron".into())]));
        assert_eq!(window.focus(), Some((Role::Button, window.say("in-use-look"))));
        match leave {
            "escape" => window.press(Key::Escape),
            "close" => window.button("close"),
            _ => window.press(Key::Enter),
        }
        assert!(!window.has_dialog());
        let looked = window.asked().contains(&Effect::Open { path: path(), what_for: OpenFor::Look });
        assert_eq!(looked, leave == "look");
    }
}

#[test]
fn a_large_file_is_read_only_when_the_person_says_so() {
    let mut window = window_of(in_file());
    for leave in ["escape", "enter", "open"] {
        window.answer(Command::Large { path: path(), size: 300_000_000 });
        window.assert_says("damaged.ron has 300 MB.");
        // Enter is Cancel until something else has the focus.
        assert_eq!(window.focus(), Some((Role::Button, window.say("cancel"))));
        match leave {
            "escape" => window.press(Key::Escape),
            "enter" => window.press(Key::Enter),
            _ => window.button("large-open"),
        }
        assert!(!window.has_dialog());
        let opened = window.asked().contains(&Effect::Open { path: path(), what_for: OpenFor::ChangeLarge });
        assert_eq!(opened, leave == "open");
    }
}

fn versions(theirs: Theirs) -> Window {
    let mut window = window_of(in_file());
    window.answer(Command::ChangedOutside(Box::new(theirs)));
    assert_eq!(window.state().session.dialog, Some(Dialog::Versions));
    window
}

#[test]
fn two_versions_are_shown_side_by_side_and_one_is_chosen() {
    let mut window = versions(theirs());
    window.assert_says(
        "Both are safe. The file was changed outside while you had it open, and 2 changes of yours are not in it.",
    );
    window.assert_says(&window.say("versions-both-kept"));
    window.assert_says(&window.with("versions-counts", &[("new", 1.into()), ("changed", 1.into())]));
    // Field by field: what it is in the person's version, and what the file would make of it.
    let old = sample().customers.at(0).unwrap().company_name.clone();
    window.assert_says(&format!("{old}  →  Contoso (Pudong)"));
    window.assert_says("Adatum");
    assert_eq!(window.focus(), Some((Role::Button, window.say("versions-later"))));
    window.press(Key::Enter);
    assert!(!window.has_dialog() && window.state().session.file.theirs.is_some());

    for (button, effect) in [
        ("versions-keep-mine", Effect::KeepMine),
        ("versions-take-theirs", Effect::TakeTheirs),
        ("versions-merge", Effect::KeepMine),
    ] {
        let mut window = versions(theirs());
        window.press(Key::Escape);
        assert!(!window.has_dialog() && window.state().session.file.theirs.is_some());
        window.link("banner-versions-show");
        window.tab_to(Role::Button, &window.say(button));
        window.press(Key::Space);
        assert_eq!((window.has_dialog(), window.asked().last()), (false, Some(&effect)), "{button}");
    }
}

#[test]
fn after_a_merge_the_files_version_is_shown_as_an_import() {
    let mut window = versions(theirs());
    window.button("versions-merge");
    window.answer(Command::Stored { waiting: 0, copies: vec!["/data/desk (outside).ron".into()] });
    assert_eq!(given::path_of(window.asked().last()), Path::new("/data/desk (outside).ron"));
    let answer = given::answer_to(window.asked().last().unwrap(), given::incoming(others(), &[]));
    window.answer(answer);
    window.assert_says("desk (outside).ron");
    assert!(window.has(Role::Button, &window.with("import-confirm", &[("count", 2.into())])));
    window.assert_says("Adatum");
}

#[test]
fn where_the_file_is_gone_it_is_written_again() {
    let mut window = versions(Theirs { plan: None, ..theirs() });
    window.assert_says(&window.say("versions-gone"));
    for button in ["versions-take-theirs", "versions-merge", "versions-keep-mine"] {
        assert!(!window.has(Role::Button, &window.say(button)), "{button}");
    }
    window.button("versions-write-again");
    assert_eq!(window.asked().last(), Some(&Effect::KeepMine));
}

#[test]
fn a_version_that_cannot_be_had_says_why_and_is_not_offered() {
    let detail = Some(given::not_allowed(FileStep::Read, "/data/damaged.ron"));
    let mut window = versions(Theirs { plan: None, detail, can_keep_mine: false, ..theirs() });
    window.assert_says("the file cannot be read: the system does not allow it");
    assert!(!window.says("os error"));
    window.assert_says(&window.say("versions-no-mine"));
    assert!(window.is_disabled(Role::Button, &window.say("versions-keep-mine")));
    assert!(!window.has(Role::Button, &window.say("versions-merge")));
    window.button("versions-take-theirs");
    assert_eq!(window.asked().last(), Some(&Effect::TakeTheirs));
}

#[test]
fn versions_that_say_the_same_say_so() {
    let plan = merge::plan(&sample(), &sample(), merge::Into::Existing);
    let window = versions(Theirs { plan: Some(Box::new(plan)), ..theirs() });
    window.assert_says(&window.say("versions-same"));
}

fn backup(day: &str, customers: usize, is_opened: bool) -> BackupLine {
    let path = Path::new("/state/backups").join(day);
    BackupLine { path, at: format!("2026-11-{day}T08:15:00Z").parse().unwrap(), size: 1_234_567, customers, is_opened }
}

#[test]
fn backups_are_listed_and_looked_into_or_restored_as_a_copy() {
    let mut window = window_of(in_file());
    window.menu("menu-file", "menu-backups");
    assert_eq!(window.asked().last(), Some(&Effect::ListBackups));
    window.assert_says(&window.say("backups-reading"));
    window.answer(Command::BackupsListed(Vec::new()));
    window.assert_says(&window.say("backups-empty"));
    window.assert_says(&window.say("backups-empty-hint"));
    window.press(Key::Escape);
    assert!(!window.has_dialog());

    let listed = || Command::BackupsListed(vec![backup("24", 1_412, false), backup("23", 411, true)]);
    window.answer(Command::ShowBackups);
    window.answer(listed());
    for text in ["2026-11-24 08:15", "1.2 MB", "1,412", "They are in /state/backups"] {
        window.assert_says(text);
    }
    window.assert_says(&window.say("backups-opened"));
    window.assert_says(&window.say("backups-replaced"));
    window.tab_to(Role::Button, "Look inside the backup of 2026-11-23 08:15 UTC");
    window.press(Key::Space);
    let effect = Effect::Open { path: "/state/backups/23".into(), what_for: OpenFor::LookAtBackup };
    assert_eq!((window.has_dialog(), window.asked().last()), (false, Some(&effect)));

    window.answer(Command::ShowBackups);
    window.answer(listed());
    window.click(Role::Button, "Restore the backup of 2026-11-24 08:15 UTC as a copy");
    assert!(!window.has_dialog());
    assert!(matches!(
        window.asked().last(),
        Some(Effect::RestoreBackup { backup, .. }) if *backup == Path::new("/state/backups/24")
    ));
}

#[test]
fn a_finding_leads_to_its_record() {
    let customer = sample().customers.at(3).unwrap().clone();
    let subscription = customer.subscriptions[0].id.clone();
    let mut file = in_file();
    file.findings = (0..2_000)
        .map(|line| FindingLine {
            said: given::odd_record(line),
            record: (line == 1).then(|| (customer.id.clone(), Some(subscription.clone()))),
        })
        .collect();
    let mut window = window_of(file);
    window.answer(Command::ShowFindings);
    window.assert_says("2,000 things in the file are odd");
    window.assert_says("a subscription is its own parent, at line 1, column 5, customers[0].subscriptions[1].id");
    // Those that cannot be seen are not laid out.
    assert!(!window.says("at line 1000,"));
    assert_eq!(window.names(Role::Button).iter().filter(|name| name.starts_with("Go to: ")).count(), 1);
    window.press(Key::Escape);
    assert!(!window.has_dialog());

    window.answer(Command::ShowFindings);
    window.tab_to(
        Role::Button,
        "Go to: a subscription is its own parent, at line 1, column 5, customers[0].subscriptions[1].id",
    );
    window.press(Key::Enter);
    assert!(!window.has_dialog());
    assert_eq!((&window.customer().id, &window.subscription().id), (&customer.id, &subscription));
}

/// What the dialog says below its heading, in a language.
fn findings_in(language: Language) -> Window {
    let mut file = in_file();
    let place = |line| Place { path: FieldPath::new(Vec::new()), position: Position { line, column: 5 } };
    let odd = [
        Odd::InFile { fact: FileFact::DuplicateCustomer { id: Id::new("c-1"), first: place(8) }, place: place(8_211) },
        Odd::JournalDamaged,
    ];
    file.findings = odd.map(|said| FindingLine { said, record: None }).to_vec();
    file.not_understood = vec![given::unknown_field()];
    file.looks_only = Some(LooksOnly::NotUnderstood);
    let mut window = Opening { file, system: language, ..Opening::default() }.open();
    window.answer(Command::ShowFindings);
    window
}

#[test]
fn findings_and_what_was_not_understood_are_said_in_the_language_of_the_window() {
    for (language, said) in [
        (
            Language::English,
            [
                "the customer c-1 is there twice, first at line 8, column 5, at line 8211, column 5",
                "the journal of this portfolio is damaged",
                "a field, at line 12, column 5, customers[0].color",
            ],
        ),
        (
            Language::French,
            [
                "le client c-1 figure deux fois, d’abord ligne 8, colonne 5, ligne 8211, colonne 5",
                "le journal de ce portefeuille est endommagé",
                "un champ, ligne 12, colonne 5, customers[0].color",
            ],
        ),
        (
            Language::SimplifiedChinese,
            [
                "客户 c-1 出现两次，第一次位于第 8 行第 5 列，位于第 8211 行第 5 列",
                "此客户库的日志已损坏",
                "字段，位于第 12 行第 5 列，customers[0].color",
            ],
        ),
    ] {
        let mut window = findings_in(language);
        window.assert_says(said[0]);
        window.assert_says(said[1]);
        window.press(Key::Escape);
        window.assert_says(said[2]);
    }
}
