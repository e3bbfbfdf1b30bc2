//! Waiting for native dialogs and for the disk: cancelled, stopped, late, or not to be had at all.

use std::path::PathBuf;

use upgrade_desk::model::Portfolio;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Dialog, Effect, Failure, Next, Notice, OpenFile, Origin, Purpose};

use super::desk::{Desk, save_as, typical};
use super::files::{save, saving};

fn untitled() -> Desk {
    Desk::opened(typical(), OpenFile::new(None, Origin::New))
}

fn chosen(serial: u64, path: &str) -> Command {
    Command::PathChosen { purpose: Purpose::SaveAs, serial, path: path.into(), ask_overwrite: false }
}

#[test]
fn one_dialog_is_waited_for_at_a_time() {
    let mut desk = Desk::new();
    desk.send(save_as());
    let serial = desk.waiting().serial;
    desk.just(Command::Choose(Purpose::Import));
    assert_eq!((desk.waiting().serial, &desk.waiting().purpose), (serial, &Purpose::SaveAs));
}

#[test]
fn a_cancelled_dialog_changes_nothing_and_is_said() {
    let mut desk = untitled();
    desk.dirty();
    desk.just(Command::Quit);
    desk.send(Command::SaveAndGoOn);
    let serial = desk.waiting().serial;
    desk.just(Command::PathCancelled { serial });
    assert_eq!((desk.notice(), &desk.state.session.waiting), (Some(&Notice::FileDialogCancelled), &None));
    assert!(desk.state.is_dirty());
    desk.send(Command::Save);
    let effects = desk.choose("/a.ron");
    let (path, _, mark) = saving(&effects);
    assert!(
        !desk.send(Command::Saved { path, mark }).contains(&Effect::Quit),
        "the wish to quit ended with the dialog"
    );
}

#[test]
fn an_answer_that_comes_after_waiting_was_stopped_is_ignored() {
    for late in [
        (|serial| chosen(serial, "/late.ron")) as fn(u64) -> Command,
        |serial| Command::PathCancelled { serial },
        |serial| Command::NoChooser { serial },
    ] {
        let mut desk = Desk::new();
        desk.send(save_as());
        let serial = desk.waiting().serial;
        desk.just(Command::StopWaiting);
        assert_eq!(desk.notice(), Some(&Notice::StoppedWaiting));
        desk.just(late(serial));
        assert_eq!((desk.notice(), desk.dialog()), (Some(&Notice::StoppedWaiting), None));
        desk.send(save_as());
        desk.just(late(serial));
        assert!(desk.waiting().serial > serial, "nor does it answer the next question");
    }
}

#[test]
fn where_no_dialog_can_be_had_the_path_is_typed_and_overwriting_is_asked() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.send(save_as());
    let serial = desk.waiting().serial;
    desk.just(Command::NoChooser { serial });
    assert_eq!(desk.dialog(), Some(&Dialog::Path { purpose: Purpose::SaveAs }));
    assert_eq!(desk.state.drafts.path, "/files/a.ron");
    desk.state.drafts.path = "  ".to_owned();
    desk.just(Command::UsePathField);
    assert!(matches!(desk.dialog(), Some(Dialog::Path { .. })), "an empty path goes nowhere");
    desk.state.drafts.path = " /files/b ".to_owned();
    let effects = desk.send(Command::UsePathField);
    let serial = desk.waiting().serial;
    assert_eq!(effects, [Effect::ResolvePath { purpose: Purpose::SaveAs, serial, typed: "/files/b".into() }]);
    let path = PathBuf::from("/files/b.ron");
    desk.just(Command::PathChosen { purpose: Purpose::SaveAs, serial, path: path.clone(), ask_overwrite: true });
    assert_eq!(desk.dialog(), Some(&Dialog::Overwrite { purpose: Purpose::SaveAs, path: path.clone() }));
    let effects = desk.send(Command::ConfirmOverwrite);
    assert_eq!((saving(&effects).0, desk.dialog()), (path, None));
}

#[test]
fn a_typed_export_is_suggested_under_its_own_extension() {
    let mut desk = Desk::new();
    desk.send(Command::Choose(Purpose::Export { format: "json" }));
    desk.just(Command::UsePathField);
    assert_eq!(desk.state.drafts.path, "/files/a.json", "never the portfolio's own file");
}

#[test]
fn overwriting_that_is_declined_writes_nothing_and_forgets_the_wish_to_quit() {
    for step in ["path", "overwrite"] {
        let mut desk = untitled();
        desk.dirty();
        desk.just(Command::Quit);
        desk.send(Command::SaveAndGoOn);
        desk.just(Command::UsePathField);
        if step == "overwrite" {
            desk.state.drafts.path = "/a.ron".to_owned();
            desk.send(Command::UsePathField);
            let serial = desk.waiting().serial;
            let path = PathBuf::from("/a.ron");
            desk.just(Command::PathChosen { purpose: Purpose::SaveAs, serial, path, ask_overwrite: true });
        }
        desk.just(Command::CloseDialog);
        desk.just(Command::ConfirmOverwrite);
        desk.send(Command::Save);
        let effects = desk.choose("/b.ron");
        let (path, _, mark) = saving(&effects);
        assert!(!desk.send(Command::Saved { path, mark }).contains(&Effect::Quit), "{step}");
    }
}

#[test]
fn a_dropped_file_takes_the_place_of_a_typed_path_and_of_the_wish_behind_it() {
    let mut desk = untitled();
    desk.dirty();
    desk.just(Command::Quit);
    desk.send(Command::SaveAndGoOn);
    desk.just(Command::UsePathField);
    desk.just(Command::FilesDropped(vec!["/c.ron".into()]));
    desk.just(Command::CloseDialog);
    desk.send(Command::Save);
    let effects = desk.choose("/b.ron");
    let (path, _, mark) = saving(&effects);
    assert!(!desk.send(Command::Saved { path, mark }).contains(&Effect::Quit));
}

#[test]
fn save_and_quit_waits_for_the_file_to_be_chosen_and_written() {
    let mut desk = untitled();
    desk.dirty();
    desk.just(Command::Quit);
    desk.send(Command::SaveAndGoOn);
    let effects = desk.choose("/a.ron");
    let (path, _, mark) = saving(&effects);
    let effects = desk.send(Command::Saved { path, mark });
    assert_eq!(effects.last(), Some(&Effect::Quit));
}

#[test]
fn where_another_dialog_is_open_the_question_about_unsaved_changes_stays() {
    let mut desk = untitled();
    desk.dirty();
    desk.send(Command::Choose(Purpose::Export { format: "json" }));
    desk.just(Command::Quit);
    desk.just(Command::SaveAndGoOn);
    assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: Next::Quit }));
}

#[test]
fn a_save_that_ends_after_another_portfolio_took_its_place_is_ignored() {
    let mut desk = Desk::new();
    desk.dirty();
    let effects = desk.send(Command::Save);
    let (path, _, mark) = saving(&effects);
    desk.just(Command::New);
    desk.just(Command::DiscardAndGoOn);
    desk.just(Command::Saved { path, mark });
    assert_eq!(desk.state.session.file.path, None, "saving the new portfolio must not write over the old file");
    desk.dirty();
    let effects = desk.send(Command::Save);
    assert!(matches!(&effects[..], [Effect::PickFile { purpose: Purpose::SaveAs, .. }]));
}

#[test]
fn a_second_save_waits_for_the_first_so_that_the_newest_is_in_the_file() {
    let mut desk = Desk::new();
    desk.dirty();
    let effects = desk.send(Command::Save);
    let (path, _, mark) = saving(&effects);
    desk.act(Action::Suspend);
    desk.just(Command::Save);
    let effects = desk.send(Command::Saved { path, mark });
    let [Effect::KeepSettings(_), Effect::Save { path, portfolio, mark }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(**portfolio, *desk.portfolio());
    desk.send(Command::Saved { path: path.clone(), mark: *mark });
    assert!(!desk.state.is_dirty() && !desk.state.session.file.is_storing());
}

#[test]
fn an_export_that_fails_does_not_end_a_save_that_is_under_way() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::Quit);
    let effects = desk.send(Command::SaveAndGoOn);
    let (path, _, mark) = saving(&effects);
    desk.just(Command::Failed(Failure::NotWritten { path: "/out.json".into(), detail: "full".to_owned() }));
    assert!(desk.state.session.file.is_storing());
    assert_eq!(desk.send(Command::Saved { path, mark }).last(), Some(&Effect::Quit));
}

#[test]
fn what_was_changed_while_a_file_was_being_opened_is_asked_about() {
    let opened = |path: &str| Command::Opened {
        path: path.into(),
        portfolio: Box::new(Portfolio::new(uuid::Uuid::nil())),
        not_understood: Vec::new(),
        findings: Vec::new(),
    };
    let mut desk = Desk::new();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.act(Action::Suspend);
    let before = desk.portfolio().clone();
    desk.just(opened("/b.ron"));
    assert_eq!(*desk.portfolio(), before);
    assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: Next::Open("/b.ron".into()) }));
    assert_eq!(desk.send(Command::DiscardAndGoOn), [Effect::Open { path: "/b.ron".into() }]);
    desk.send(opened("/b.ron"));
    assert!(desk.portfolio().customers.is_empty(), "what was given up is not asked about again");
}

#[test]
fn what_is_half_typed_while_the_sample_is_being_opened_is_asked_about() {
    let mut desk = Desk::new();
    desk.send(Command::OpenSample);
    desk.form().quantity = "11".to_owned();
    desk.just(Command::SampleOpened { portfolio: Box::new(Portfolio::new(uuid::Uuid::nil())) });
    assert_eq!(desk.record("c-1", "s-1").quantity, 11);
    assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: Next::Sample }));
}

#[test]
fn an_answer_about_files_that_nobody_asked_for_changes_nothing() {
    let mut desk = Desk::new();
    desk.dirty();
    let before = desk.portfolio().clone();
    for command in [
        Command::DiscardAndGoOn,
        Command::ConfirmOverwrite,
        Command::UsePathField,
        Command::Saved { path: "/x.ron".into(), mark: 1 },
        chosen(77, "/x.ron"),
        Command::PathCancelled { serial: 77 },
    ] {
        desk.just(command);
    }
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, true));
    save(&mut desk);
}
