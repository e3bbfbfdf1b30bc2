//! Where things stand, said at the bottom, and the lines across the window about how the portfolio is kept. The dialogs about it are beside this.

use std::path::Path;

use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::exchange::merge::{self, MergePlan};
use upgrade_desk::model::{Change, Customer, Deed, Edit, Entry, Happened, Id, Portfolio};
use upgrade_desk::state::{
    Command, Dialog, Effect, Failure, FindingLine, LooksOnly, Notice, Odd, OpenFile, Opened, Origin, Purpose,
    StoreTrouble, Theirs,
};

use super::desk::{CTRL, Opening, Window, sample};
use crate::given;

/// A portfolio in a file of its own.
pub fn in_file() -> OpenFile {
    OpenFile::new(Some("/data/desk.ron".into()), Origin::File)
}

pub fn window_of(file: OpenFile) -> Window {
    Opening { file, ..Opening::default() }.open()
}

/// The file could not be written.
pub fn failure(detail: &str) -> Failure {
    Failure::NotWritten { path: "/data/desk.ron".into(), detail: given::said(detail) }
}

fn full(waiting: usize) -> Command {
    let failure = failure("the file cannot be written: No space left on device (os error 28): /data/desk.ron");
    Command::NotStored { waiting, trouble: StoreTrouble::Full(failure) }
}

/// The sample as somebody else's program left it: one customer called otherwise, one more.
pub fn others() -> Portfolio {
    let mut portfolio = sample();
    let mut first = Customer::clone(portfolio.customers.at(0).unwrap());
    first.company_name = "Contoso (Pudong)".to_owned();
    portfolio.customers.replace(0, first.into());
    let end = portfolio.customers.len();
    portfolio.customers.insert(end, Customer::new(Id::new("new-1"), "Adatum".to_owned()).into());
    portfolio
}

fn plan() -> MergePlan {
    merge::plan(&sample(), &others(), merge::Into::Existing)
}

/// Two versions, with something to compare.
pub fn theirs() -> Theirs {
    Theirs { plan: Some(Box::new(plan())), detail: None, changes: 2, is_shown: false, can_keep_mine: true }
}

/// The sample's first customer became another name.
pub fn entry(seq: u64, name: &str) -> Arc<Entry> {
    renamed(sample().customers.at(0).unwrap(), seq, name)
}

pub fn renamed(old: &Arc<Customer>, seq: u64, name: &str) -> Arc<Entry> {
    let new = Customer { company_name: name.to_owned(), ..Customer::clone(old) };
    let deed = Deed::EditCustomer { customer: old.id.clone() };
    let edits = vec![Edit::Customer { position: 0, old: Some(Arc::clone(old)), new: Some(new.into()) }];
    let at = "2026-11-22T08:00:00Z".parse().unwrap();
    Arc::new(Entry { seq, at, happened: Happened::Did, change: Arc::new(Change { at, deed, edits }) })
}

/// What the world opened, as it opens without anything to say.
pub fn opened() -> Opened {
    Opened::new(7, "/data/desk.ron".into(), sample().into())
}

fn hover(window: &mut Window, text: &str) {
    let at = window.line(text).unwrap().rect().center();
    window.event(egui::Event::PointerMoved(at));
    window.wait(2.0);
    window.wait(2.0);
}

#[test]
fn the_bottom_line_says_where_things_stand_in_every_standing() {
    let window = Window::of(sample());
    window.assert_says(&window.say("file-blank"));

    let mut kept = OpenFile::new(None, Origin::New);
    kept.untitled = Some("/state/untitled/a.ron".into());
    window_of(kept).assert_says("Kept in the program's folder, not in a file of yours yet");

    let mut looked_at = in_file();
    looked_at.looks_only = Some(LooksOnly::InUse);
    window_of(looked_at).assert_says(&window.say("file-read-only"));

    let mut window = window_of(in_file());
    window.assert_says("All changes stored");
    window.answer(Command::Storing);
    window.assert_says("Storing…");
    assert!(!window.says("All changes stored"));
    window.answer(full(14));
    window.assert_says("14 changes in the journal, file not updated: no room left on the disk");
    window.answer(Command::NotStored { waiting: 1, trouble: StoreTrouble::Failed(failure("no such folder")) });
    window.assert_says("1 change in the journal, file not updated: it could not be written");
    window.answer(Command::ChangedOutside(Box::new(theirs())));
    window.press(Key::Escape);
    window.assert_says("1 change in the journal, file not updated: it was changed outside");
    let gone = Theirs { plan: None, ..theirs() };
    window.answer(Command::ChangedOutside(Box::new(gone)));
    window.press(Key::Escape);
    window.assert_says("1 change in the journal, file not updated: it is no longer there");
    window.answer(Command::Stored { waiting: 0, copies: Vec::new() });
    window.assert_says("All changes stored");
}

#[test]
fn the_bottom_line_explains_itself_when_it_is_hovered() {
    let mut window = window_of(in_file());
    hover(&mut window, "All changes stored");
    window.assert_says(&window.say("file-stored-hint"));

    let mut file = in_file();
    (file.waiting, file.is_beside) = (3, true);
    let mut window = window_of(file);
    hover(&mut window, "All changes stored");
    window.assert_says("3 changes are in the journal, safe on the disk; the file follows in a moment");
    window.assert_says(&window.say("file-beside-hint"));

    let mut window = window_of(in_file());
    window.answer(Command::NotStored { waiting: 2, trouble: StoreTrouble::Failed(failure("no such folder")) });
    hover(&mut window, "2 changes in the journal");
    window.assert_says(&window.say("file-behind-hint"));
    window.assert_says("no such folder");
}

#[test]
fn a_change_is_shown_as_kept_only_once_it_is_in_the_journal() {
    let mut window = window_of(in_file());
    window.choose("Contoso", "Business");
    window.fill("field-quantity", "26");
    window.press(Key::Enter);
    assert_eq!((window.subscription().quantity, window.state().session.file.waiting), (26, 1));
    window.assert_says("All changes stored");

    // One that cannot be kept does not count, and that is said.
    window.harness.state_mut().shell.refuses = true;
    window.fill("field-quantity", "27");
    window.press(Key::Enter);
    assert_eq!(window.subscription().quantity, 26);
    window.assert_says("This change was not kept, and nothing was changed: the disk is gone.");
    assert!(window.line("This change was not kept").is_some_and(|line| super::seen::role(&line) == Role::Alert));
}

#[test]
fn a_full_disk_is_said_with_what_is_safe_and_stays_until_it_is_solved() {
    let mut window = window_of(in_file());
    window.answer(full(14));
    let text = "No room left on the disk. Your 14 changes are kept in the journal; the portfolio file is unchanged since it was last stored.";
    window.assert_says(text);
    let alert = window.line(text).unwrap();
    assert_eq!(super::seen::role(&alert), Role::Alert);
    assert!(!window.names(Role::Label).iter().any(|line| line.contains("os error")));
    // Nothing dismisses it.
    assert!(!window.has(Role::Button, &window.say("dismiss")));
    window.key(CTRL, Key::Num2);
    window.assert_says(text);

    window.harness.state_mut().shell.holds_back = true;
    window.link("try-again");
    assert_eq!(window.asked().last(), Some(&Effect::Checkpoint));
    window.assert_says(text);
    window.link("save-elsewhere");
    assert!(matches!(window.asked().last(), Some(Effect::PickFile { purpose: Purpose::SaveAs, .. })));
    assert!(!window.has(Role::Link, &window.say("save-elsewhere")), "one native dialog at a time");
    window.answer(Command::Stored { waiting: 0, copies: Vec::new() });
    assert!(!window.says(text));
}

#[test]
fn a_file_that_cannot_be_written_is_said_with_its_reason() {
    let mut window = window_of(in_file());
    let failure = failure("the file cannot be written: Permission denied (os error 13): /data/desk.ron");
    window.answer(Command::NotStored { waiting: 1, trouble: StoreTrouble::Failed(failure) });
    window.assert_says(
        "Your change is kept in the journal, but not in the portfolio file yet: \
         the file cannot be written: Permission denied: /data/desk.ron",
    );
}

#[test]
fn recovered_changes_are_shown_and_undone_from_their_line() {
    let mut window = window_of(in_file());
    let recovered = vec![entry(1, "Alpine"), entry(2, "Alps")];
    let mut portfolio = sample();
    let renamed = Customer { company_name: "Alps".to_owned(), ..Customer::clone(portfolio.customers.at(0).unwrap()) };
    portfolio.customers.replace(0, renamed.into());
    let recovering = || Opened { recovered: recovered.clone(), portfolio: portfolio.clone().into(), ..opened() };
    window.answer(Command::Opened(Box::new(recovering())));
    let text = "2 changes made after the last save were recovered";
    window.assert_says(text);

    let show = window.with("banner-recovered-show", &[("changes", 2.into())]);
    window.click(Role::Link, &show);
    assert_eq!(window.asked().last(), Some(&Effect::ReadHistory));
    window.assert_says(&window.say("history-recovered"));
    assert_eq!(window.names(Role::Row).iter().filter(|row| row.contains("2026-11-22 08:00 UTC")).count(), 2);
    window.press(Key::Escape);

    // Dismissed, the changes stay.
    window.answer(Command::DismissNotice);
    window.button("dismiss");
    assert!(!window.says(text));
    assert_eq!(window.portfolio().customers.at(0).unwrap().company_name, "Alps");

    let mut window = window_of(in_file());
    window.answer(Command::Opened(Box::new(Opened { recovered: recovered[..1].to_vec(), ..recovering() })));
    window.assert_says("One change made after the last save was recovered");
    let mut window = window_of(in_file());
    window.answer(Command::Opened(Box::new(recovering())));
    let undo = window.with("banner-recovered-undo", &[("changes", 2.into())]);
    window.click(Role::Link, &undo);
    assert!(!window.says(text));
    assert_eq!(window.portfolio().customers.at(0).unwrap(), sample().customers.at(0).unwrap());
    window.assert_says(&window.say("deed-take-back-recovered"));
}

#[test]
fn two_versions_are_said_until_the_person_has_chosen() {
    let mut window = window_of(in_file());
    window.answer(Command::ChangedOutside(Box::new(theirs())));
    window.press(Key::Escape);
    window.assert_says(&window.say("banner-versions"));
    window.link("banner-versions-show");
    assert_eq!(window.state().session.dialog, Some(Dialog::Versions));
    window.press(Key::Escape);
    window.answer(Command::ChangedOutside(Box::new(Theirs { is_shown: true, ..theirs() })));
    window.press(Key::Escape);
    window.assert_says(&window.say("banner-versions-shown"));
    window.answer(Command::ChangedOutside(Box::new(Theirs { plan: None, ..theirs() })));
    window.press(Key::Escape);
    window.assert_says(&window.say("banner-gone"));
    window.link("banner-gone-show");
    window.assert_says(&window.say("versions-gone"));
}

#[test]
fn what_can_only_be_looked_at_says_why() {
    let looking = |why| {
        let mut file = in_file();
        file.looks_only = Some(why);
        file.not_understood = vec![given::unknown_field()];
        window_of(file)
    };
    let window = looking(LooksOnly::NotUnderstood);
    window.assert_says("Made by a newer version. Opened read-only so that nothing is lost.");
    window.assert_says("customers[0].color");
    looking(LooksOnly::NewerJournal).assert_says(&window.say("banner-newer-journal"));
    looking(LooksOnly::InUse).assert_says(&window.say("banner-in-use"));
    looking(LooksOnly::Damaged { customers: 3 })
        .assert_says("What can be read of the damaged file: 3 customers. The file itself is not touched.");
    let mut backup = looking(LooksOnly::Backup);
    backup.assert_says(&window.say("banner-backup"));
    assert!(!backup.says("customers[0].color"));
    backup.link("restore-copy");
    assert!(matches!(
        backup.asked().last(),
        Some(Effect::RestoreBackup { backup, .. }) if *backup == Path::new("/data/desk.ron")
    ));
    // Nothing is asked when it is left.
    backup.ask_to_close();
    assert!(backup.closed);
}

#[test]
fn another_version_in_the_folder_is_named_and_shown_or_dismissed() {
    let mut file = in_file();
    file.copies = vec!["/data/desk (conflicted copy).ron".into(), "/data/desk 2.ron".into()];
    let mut window = window_of(file);
    window.assert_says(
        &window.with("banner-copies", &[("count", 2.into()), ("file", "desk (conflicted copy).ron".into())]),
    );
    window.link("banner-copies-show");
    assert_eq!(given::path_of(window.asked().last()), Path::new("/data/desk (conflicted copy).ron"));
    window.press(Key::Escape);
    window.button("dismiss");
    assert!(window.state().session.file.copies.is_empty());
    assert!(!window.says("conflicted copy"));
}

#[test]
fn findings_are_shown_from_the_notice_and_from_the_menu() {
    let mut window = window_of(in_file());
    window.button("menu-portfolio");
    assert!(!window.has(Role::Button, &window.say("menu-findings")));
    window.press(Key::Escape);
    let record = sample().customers.at(3).unwrap().id.clone();
    let findings = vec![
        FindingLine { said: given::odd_record(8_211), record: Some((record, None)) },
        FindingLine { said: Odd::JournalDamaged, record: None },
    ];
    window.answer(Command::Opened(Box::new(Opened { findings, ..opened() })));
    assert!(matches!(
        window.state().session.notice.as_ref().map(|posted| &posted.notice),
        Some(Notice::OpenedWithFindings { .. })
    ));
    window.button("findings-show-all");
    assert_eq!(window.state().session.dialog, Some(Dialog::Findings));
    window.press(Key::Escape);
    window.menu("menu-portfolio", "menu-findings");
    assert_eq!(window.state().session.dialog, Some(Dialog::Findings));
}
