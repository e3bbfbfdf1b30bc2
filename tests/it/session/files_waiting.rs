//! Waiting for native dialogs and for the disk: cancelled, stopped, late, or not to be had at all.

use std::path::PathBuf;

use upgrade_desk::model::Portfolio;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{
    Command, Dialog, Effect, Failure, Next, Notice, OpenFile, OpenFor, Origin, Purpose, StoreTrouble,
};

use super::desk::{Desk, opened, save_as, typical};

fn untitled() -> Desk {
    Desk::opened(typical(), OpenFile::new(None, Origin::New))
}

/// The portfolio is now in a file of this name.
fn saved_as(desk: &mut Desk, path: &str) -> Vec<Effect> {
    desk.send(Command::SavedAs { path: path.into(), id: uuid::Uuid::from_u128(7) })
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
    desk.choose("/a.ron");
    assert!(!saved_as(&mut desk, "/a.ron").contains(&Effect::Quit), "the wish to quit ended with the dialog");
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
    let [Effect::SaveAs { path: saving, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((saving, desk.dialog()), (&path, None));
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
        desk.choose("/b.ron");
        assert!(!saved_as(&mut desk, "/b.ron").contains(&Effect::Quit), "{step}");
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
    desk.choose("/b.ron");
    assert!(!saved_as(&mut desk, "/b.ron").contains(&Effect::Quit));
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
fn an_export_that_fails_does_not_end_a_save_that_is_under_way() {
    let mut desk = Desk::new();
    desk.dirty();
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
    desk.just(Command::Storing);
    desk.just(Command::Failed(Failure::NotWritten { path: "/out.json".into(), detail: crate::given::said("full") }));
    assert!(desk.state.session.file.is_storing);
    assert_eq!(desk.stored(), [Effect::Quit]);
}

fn empty(path: &str) -> Command {
    Command::Opened(Box::new(opened(path, Portfolio::new(uuid::Uuid::nil()))))
}

#[test]
fn what_was_changed_while_a_file_was_being_opened_is_stored_before_that_is_opened_anew() {
    let mut desk = Desk::new();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.act(Action::Suspend);
    let before = desk.portfolio().clone();
    assert_eq!(desk.send(empty("/b.ron")), [Effect::Checkpoint]);
    assert_eq!((desk.portfolio(), desk.dialog()), (&before, None));
    let open = Effect::Open { path: "/b.ron".into(), what_for: OpenFor::Change };
    assert_eq!(desk.stored(), [open]);
    desk.send(empty("/b.ron"));
    assert!(desk.portfolio().customers.is_empty());
}

#[test]
fn what_is_typed_in_a_dialog_is_not_taken_away_by_a_file_that_arrives() {
    for ends in [
        empty("/b.ron"),
        Command::SampleOpened { portfolio: Box::new(Portfolio::new(uuid::Uuid::nil())) },
        Command::InUse { path: "/b.ron".into() },
        Command::Large { path: "/b.ron".into(), size: 300_000_000 },
        Command::Damaged {
            path: "/b.ron".into(),
            detail: crate::given::said("odd"),
            better: None,
            readable: None,
            is_portfolio: true,
        },
    ] {
        let mut desk = Desk::new();
        desk.send(Command::OpenPath("/b.ron".into()));
        desk.just(Command::AskNewCustomer);
        desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
        let (before, dialog) = (desk.portfolio().clone(), desk.dialog().cloned());
        assert_eq!(desk.send(ends.clone()), [], "{ends:?}");
        assert_eq!((desk.portfolio(), desk.dialog()), (&before, dialog.as_ref()), "{ends:?}");
        assert_eq!(desk.state.drafts.customer.company_name, "Fourth Coffee");
        let will_open = matches!(ends, Command::Opened(_) | Command::SampleOpened { .. });
        assert_eq!(desk.notice() == Some(&Notice::OpensAfterDialog), will_open, "{ends:?}");
        // Once the dialog is closed it is heard.
        desk.send(Command::CloseDialog);
        match ends {
            Command::Opened(_) | Command::SampleOpened { .. } => assert!(desk.portfolio().customers.is_empty()),
            _ => assert!(
                matches!(desk.dialog(), Some(Dialog::InUse { .. } | Dialog::Large { .. } | Dialog::Damaged { .. })),
                "{:?}",
                desk.dialog()
            ),
        }
    }
}

#[test]
fn what_is_recorded_in_the_dialog_meanwhile_is_stored_before_the_file_takes_its_place() {
    let mut desk = Desk::new();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.just(Command::AskNewCustomer);
    desk.just(empty("/b.ron"));
    desk.state.drafts.customer.id = "c-9".to_owned();
    desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
    let effects = desk.send(Command::ConfirmCustomer);
    assert!(effects.contains(&Effect::Checkpoint), "{effects:?}");
    assert_eq!((desk.portfolio().customers.len(), desk.dialog()), (5, None));
    assert_eq!(desk.stored(), [Effect::Open { path: "/b.ron".into(), what_for: OpenFor::Change }]);
}

#[test]
fn where_nobody_keeps_what_is_shown_the_file_takes_its_place_at_once() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::TheirsTaken { path: "/b.ron".into(), mine: None });
    assert_eq!(effects, [Effect::Open { path: "/b.ron".into(), what_for: OpenFor::Change }]);
    desk.just(Command::AskNewCustomer);
    desk.send(empty("/b.ron"));
    assert_eq!((desk.portfolio().customers.len(), desk.dialog()), (0, None));
}

#[test]
fn what_the_dialog_was_for_comes_to_its_end_before_the_file_takes_its_place() {
    let mut desk = Desk::new();
    let before = desk.portfolio().clone();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.send(Command::ShowHistory);
    desk.just(empty("/b.ron"));
    desk.send(Command::ExportHistory("what was done".to_owned()));
    assert_eq!(desk.portfolio(), &before, "the system's dialog asks where the history goes");
    let effects = desk.choose("/history.csv");
    let [Effect::WriteText { text, .. }, ..] = &effects[..] else { panic!("nothing is written: {effects:?}") };
    assert_eq!(text, "what was done");
    assert!(desk.portfolio().customers.is_empty());
}

#[test]
fn what_is_saved_under_another_name_is_so_before_the_file_takes_its_place() {
    let mut desk = Desk::new();
    let before = desk.portfolio().clone();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.send(Command::Choose(Purpose::SaveAs));
    desk.just(empty("/b.ron"));
    let effects = desk.choose("/a2.ron");
    assert!(matches!(&effects[..], [Effect::SaveAs { .. }]), "{effects:?}");
    assert_eq!(desk.portfolio(), &before);
    saved_as(&mut desk, "/a2.ron");
    assert_eq!(desk.state.session.file.path, Some(PathBuf::from("/b.ron")));
}

#[test]
fn a_window_that_is_closed_meanwhile_is_closed() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.stored();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.act(Action::Suspend);
    desk.just(Command::AskNewCustomer);
    desk.just(empty("/b.ron"));
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
    assert_eq!(desk.stored(), [Effect::Quit]);
}

#[test]
fn another_file_that_is_asked_for_is_wanted_instead_of_the_one_that_waits() {
    let mut desk = Desk::new();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.just(Command::AskNewCustomer);
    desk.just(empty("/b.ron"));
    let effects = desk.send(Command::OpenPath("/c.ron".into()));
    assert_eq!(effects, [Effect::Open { path: "/c.ron".into(), what_for: OpenFor::Change }]);
    assert_eq!(desk.dialog(), None);
    assert!(!desk.portfolio().customers.is_empty(), "the first one was given up");
    desk.send(empty("/c.ron"));
    assert_eq!(desk.state.session.file.path, Some(PathBuf::from("/c.ron")));
}

#[test]
fn what_is_half_typed_while_the_sample_is_being_opened_is_kept_and_stored_first() {
    let mut desk = Desk::new();
    desk.send(Command::OpenSample);
    desk.form().quantity = "11".to_owned();
    let effects = desk.send(Command::SampleOpened { portfolio: Box::new(Portfolio::new(uuid::Uuid::nil())) });
    assert_eq!(effects, [Effect::Checkpoint]);
    assert_eq!(desk.record("c-1", "s-1").quantity, 11);
    assert_eq!(desk.stored(), [Effect::OpenSample]);
}

#[test]
fn a_dialog_that_was_opened_while_all_was_being_stored_is_not_taken_away_by_what_follows() {
    for is_stored in [true, false] {
        let mut desk = Desk::new();
        desk.dirty();
        assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
        desk.just(Command::Storing);
        desk.just(Command::AskNewCustomer);
        desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
        let dialog = desk.dialog().cloned();
        let failure = Failure::NotWritten { path: "/files/a.ron".into(), detail: crate::given::said("full") };
        let answer = if is_stored {
            Command::Stored { waiting: 0, copies: Vec::new() }
        } else {
            Command::NotStored { waiting: 1, trouble: StoreTrouble::Full(failure) }
        };
        assert_eq!(desk.send(answer), []);
        assert_eq!(desk.dialog(), dialog.as_ref());
        assert_eq!(desk.state.drafts.customer.company_name, "Fourth Coffee");
        assert_eq!(desk.notice(), Some(&Notice::LeavesAfterDialog));
        let effects = desk.send(Command::CloseDialog);
        if is_stored {
            assert_eq!(effects, [Effect::Quit]);
        } else {
            assert_eq!((effects, desk.dialog()), (Vec::new(), Some(&Dialog::Unsaved { next: Next::Quit })));
        }
    }
}

#[test]
fn who_asks_to_leave_leaves_whichever_dialog_comes_and_goes_while_all_is_being_stored() {
    let mut desk = Desk::new();
    desk.dirty();
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
    desk.just(Command::Storing);
    desk.just(Command::AskNewCustomer);
    desk.just(Command::CloseDialog);
    assert_eq!(desk.stored(), [Effect::Quit]);
}

#[test]
fn a_copy_that_was_restored_does_not_take_a_dialog_away() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    assert_eq!(desk.send(Command::Restored { path: "/copy.ron".into() }), []);
    assert!(matches!(desk.dialog(), Some(Dialog::Customer { .. })));
    let open = Effect::Open { path: "/copy.ron".into(), what_for: OpenFor::Change };
    assert_eq!(desk.send(Command::CloseDialog), [open]);
}

#[test]
fn what_was_asked_for_last_is_where_the_window_goes_once_its_dialog_is_closed() {
    let mut desk = Desk::new();
    desk.send(Command::OpenPath("/b.ron".into()));
    desk.dirty();
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
    desk.just(Command::AskNewCustomer);
    desk.just(Command::Stored { waiting: 0, copies: Vec::new() });
    desk.just(empty("/b.ron"));
    assert_eq!(desk.send(Command::CloseDialog), [Effect::Quit]);
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
        Command::Appended { waiting: 7, untitled: None },
        Command::NotAppended(Failure::NotJournaled { detail: crate::given::said("full") }),
        Command::KeepMine,
        Command::TakeTheirs,
        Command::OpenBetter,
        Command::ShowReadable,
        Command::UndoRecovered,
        chosen(77, "/x.ron"),
        Command::PathCancelled { serial: 77 },
    ] {
        desk.just(command);
    }
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, true));
    assert_eq!(desk.state.session.file.waiting, 1);
}
