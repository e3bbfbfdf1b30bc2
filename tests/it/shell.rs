//! The real hands in a folder of their own: the thread that keeps, the disk, the watch. No window; each step waits for its answer, with a deadline.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use upgrade_desk::app::{Desk, dialog_words};
use upgrade_desk::exchange::merge::Selection;
use upgrade_desk::model::{Customer, Portfolio, Settings, Status};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::shell::disk::RealDisk;
use upgrade_desk::shell::keep::Keeping;
use upgrade_desk::shell::{RealShell, Shell};
use upgrade_desk::state::{
    AppState, Command, CompareOutcome, Dialog, Effect, LooksOnly, Notice, OpenFile, Origin, Purpose, ReportOf, Standing,
};
use upgrade_desk::storage;
use upgrade_desk::text::{Language, Words};
use uuid::Uuid;

use crate::session::desk::typical;

/// Late enough for a loaded machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program without a window, on a folder.
struct Program {
    desk: Desk<RealShell>,
    ctx: egui::Context,
    woken: Receiver<()>,
}

fn program(folder: &Path) -> Program {
    let (sender, woken) = channel();
    let wake = Arc::new(move || {
        let _gone = sender.send(());
    });
    let words = Words::new(Language::English).unwrap();
    let keeping = Keeping::new(Arc::new(RealDisk), folder.join("state"));
    let shell = RealShell::new(wake, dialog_words(&words), Some(folder.join("settings.ron")), keeping);
    let catalog = storage::builtin_catalog().unwrap();
    let empty = Portfolio::new(Uuid::nil());
    let state = AppState::new(catalog, empty, OpenFile::new(None, Origin::New), Settings::default());
    Program { desk: Desk::new(state, words, shell), ctx: egui::Context::default(), woken }
}

impl Program {
    fn state(&self) -> &AppState {
        &self.desk.state
    }

    fn send(&mut self, command: Command) {
        self.desk.obey(&self.ctx, [command]);
    }

    /// Hears the world until something is so.
    #[track_caller]
    fn until(&mut self, what: &str, is_so: impl Fn(&AppState) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(&self.desk.state) {
            let left = deadline.saturating_duration_since(Instant::now());
            let session = &self.desk.state.session;
            assert!(!left.is_zero(), "{what}: {:?} {:?} {:?}", session.dialog, session.notice, session.file);
            // Whether woken or not, there may be something to hear.
            let _woken = self.woken.recv_timeout(left.min(Duration::from_secs(1)));
            self.desk.between(&self.ctx, None);
        }
    }

    #[track_caller]
    fn open(&mut self, path: &Path) {
        self.send(Command::OpenPath(path.to_owned()));
        self.until("it opens", |state| !state.portfolio.customers.is_empty());
    }

    /// Suspends the selected subscription, and waits until that is kept.
    #[track_caller]
    fn suspend(&mut self) {
        let waiting = self.state().session.file.waiting;
        self.send(Command::AskAction(Action::Suspend));
        self.send(Command::ConfirmAction);
        self.until("it is kept", |state| state.session.file.waiting > waiting);
    }

    /// Makes a change that can be made whatever the records' states are.
    #[track_caller]
    fn switch_rules(&mut self) {
        let waiting = self.state().session.file.waiting;
        self.send(Command::SwitchRules("page"));
        self.until("it is kept", |state| state.session.file.waiting > waiting);
    }

    fn status(&self) -> Status {
        self.state().portfolio.customers.at(0).unwrap().subscriptions[0].status.clone()
    }

    #[track_caller]
    fn save(&mut self) {
        self.send(Command::Save);
        self.until(
            "it is stored",
            |state| matches!(&state.session.notice, Some(p) if matches!(p.notice, Notice::Saved { .. })),
        );
    }

    fn notice(&self) -> Option<&Notice> {
        self.state().session.notice.as_ref().map(|posted| &posted.notice)
    }
}

fn written(folder: &Path, portfolio: &Portfolio) -> PathBuf {
    let path = folder.join("desk.ron");
    fs::write(&path, storage::encode(portfolio).unwrap()).unwrap();
    path
}

fn read(path: &Path) -> Portfolio {
    storage::decode(&fs::read(path).unwrap()).unwrap().portfolio
}

fn status_in(path: &Path) -> Status {
    read(path).customers.at(0).unwrap().subscriptions[0].status.clone()
}

/// The one other file in the folder whose name holds these words.
#[track_caller]
fn beside(folder: &Path, words: &str) -> PathBuf {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found: Vec<PathBuf> = names.filter(|path| path.to_string_lossy().contains(words)).collect();
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    found[0].clone()
}

#[test]
fn what_was_kept_is_there_after_the_program_is_gone_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    let before = fs::read(&path).unwrap();
    let mut first = program(folder.path());
    first.open(&path);
    assert_eq!(fs::read(&path).unwrap(), before, "opening writes nothing");
    first.suspend();
    // Dropped as a killed program is: nothing is closed and nothing is written.
    drop(first);
    assert_eq!(fs::read(&path).unwrap(), before);
    let mut second = program(folder.path());
    second.open(&path);
    assert_eq!((second.status(), second.state().session.file.recovered.len()), (Status::Suspended, 1));
    assert!(second.state().session.recovered_banner);
    second.save();
    assert_eq!(status_in(&path), Status::Suspended);
    let mut third = program(folder.path());
    drop(second);
    third.open(&path);
    assert!(third.state().session.file.recovered.is_empty());
    third.send(Command::Undo);
    third.until("it is undone", |state| state.session.file.waiting == 1);
    assert_eq!(third.status(), Status::Active);
}

#[test]
fn the_file_follows_by_itself_after_a_while() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    let mut program = program(folder.path());
    program.open(&path);
    program.suspend();
    program.until("the file follows", |state| state.session.file.waiting == 0);
    assert_eq!((status_in(&path), program.state().session.standing()), (Status::Suspended, Standing::Stored));
}

#[test]
fn a_second_start_calls_the_first_one_and_can_look() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    let mut first = program(folder.path());
    first.open(&path);
    first.suspend();
    let mut second = program(folder.path());
    second.send(Command::OpenPath(path.clone()));
    second.until("it is in use", |state| matches!(state.session.dialog, Some(Dialog::InUse { .. })));
    first.until("it is called", |state| matches!(&state.session.notice, Some(p) if p.notice == Notice::AskedToFront));
    second.send(Command::LookInto(path));
    second.until("it is shown", |state| !state.portfolio.customers.is_empty());
    assert_eq!(second.state().session.file.looks_only, Some(LooksOnly::InUse));
    assert_eq!(second.status(), Status::Suspended, "with what the journal has");
}

/// A program whose file was replaced, with a change of its own that is in the journal alone.
fn two_versions(folder: &Path) -> (Program, PathBuf) {
    let path = written(folder, &typical());
    let mut program = program(folder);
    program.open(&path);
    program.suspend();
    let mut theirs = typical();
    theirs.partner.name = "Theirs".to_owned();
    let other = folder.join("other");
    fs::write(&other, storage::encode(&theirs).unwrap()).unwrap();
    fs::rename(&other, &path).unwrap();
    program.until("it is noticed", |state| state.session.dialog == Some(Dialog::Versions));
    (program, path)
}

#[test]
fn a_file_that_was_replaced_is_noticed_and_mine_can_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut program, path) = two_versions(folder.path());
    assert_eq!(read(&path).partner.name, "Theirs", "nothing is written before the person has chosen");
    program.send(Command::KeepMine);
    program.until("mine is stored", |state| state.session.file.theirs.is_none());
    assert_eq!((status_in(&path), program.status()), (Status::Suspended, Status::Suspended));
    assert_eq!(read(&beside(folder.path(), "changed outside")).partner.name, "Theirs");
}

#[test]
fn a_file_that_was_replaced_can_be_taken_and_mine_is_kept_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut program, path) = two_versions(folder.path());
    program.send(Command::TakeTheirs);
    program.until("theirs is shown", |state| state.portfolio.partner.name == "Theirs");
    assert_eq!((program.status(), read(&path).partner.name.as_str()), (Status::Active, "Theirs"));
    assert_eq!(status_in(&beside(folder.path(), "my version")), Status::Suspended);
    program.suspend();
    program.save();
    assert_eq!(status_in(&path), Status::Suspended, "and work goes on");
}

#[test]
fn two_versions_are_merged_as_an_import() {
    let folder = tempfile::tempdir().unwrap();
    let (mut program, path) = two_versions(folder.path());
    program.send(Command::MergeVersions);
    program.until("theirs is offered or says nothing new", |state| {
        let is_said = matches!(&state.session.notice, Some(p) if matches!(p.notice, Notice::NothingToImport { .. }));
        is_said || matches!(state.session.dialog, Some(Dialog::Import(_)))
    });
    assert_eq!(status_in(&path), Status::Suspended);
}

#[test]
fn two_versions_that_a_kill_left_behind_are_asked_about_at_the_next_start() {
    for keeps_mine in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let (killed, path) = two_versions(folder.path());
        drop(killed);
        let mut program = program(folder.path());
        program.open(&path);
        assert_eq!(program.state().session.dialog, Some(Dialog::Versions));
        assert_eq!((program.status(), program.state().session.standing()), (Status::Active, Standing::Behind));
        program.send(if keeps_mine { Command::KeepMine } else { Command::TakeTheirs });
        let decided = |state: &AppState| state.session.file.theirs.is_none() && state.session.dialog.is_none();
        program.until("it is decided", decided);
        let expected = if keeps_mine { Status::Suspended } else { Status::Active };
        program.until("the chosen one is shown", |state| {
            state.portfolio.customers.at(0).is_some_and(|customer| customer.subscriptions[0].status == expected)
        });
        assert_eq!(status_in(&path), expected);
        let other = beside(folder.path(), if keeps_mine { "changed outside" } else { "my version" });
        assert_ne!(status_in(&other), expected, "the other one is kept");
    }
}

#[test]
fn a_damaged_file_is_left_alone_and_its_latest_version_opens_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    let mut first = program(folder.path());
    first.open(&path);
    first.suspend();
    first.save();
    drop(first);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let damaged = fs::read(&path).unwrap();
    let mut second = program(folder.path());
    second.send(Command::OpenPath(path.clone()));
    second.until("it is damaged", |state| matches!(state.session.dialog, Some(Dialog::Damaged { .. })));
    let Some(Dialog::Damaged { better: Some(better), .. }) = &second.state().session.dialog else { panic!("nothing") };
    assert!(better.is_complete);
    second.send(Command::OpenBetter);
    second.until("the copy opens", |state| !state.portfolio.customers.is_empty());
    assert_eq!(second.status(), Status::Suspended);
    assert_eq!(fs::read(&path).unwrap(), damaged);
    let copy = beside(folder.path(), "restored");
    assert_eq!(second.state().session.file.path.as_deref(), Some(copy.as_path()));
    assert_ne!(read(&copy).id, typical().id, "a copy is a portfolio of its own");
}

#[test]
fn a_portfolio_without_a_name_is_kept_from_its_first_change_on_and_can_be_saved_or_discarded() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = program(folder.path());
    first.send(Command::OpenSample);
    first.until("the sample is there", |state| !state.portfolio.customers.is_empty());
    assert!(!folder.path().join("state").exists(), "nothing is written for looking");
    first.send(Command::SwitchRules("page"));
    first.until("it is kept", |state| state.session.file.untitled.is_some());
    let place = first.state().session.file.untitled.clone().unwrap();
    drop(first);

    let mut second = program(folder.path());
    second.open(&place);
    assert_eq!(second.state().portfolio.rules, "page");
    assert_eq!(
        (second.state().session.file.path.clone(), second.state().session.standing()),
        (None, Standing::Untitled)
    );
    let path = folder.path().join("named.ron");
    second.send(Command::Choose(Purpose::SaveAs));
    let serial = second.state().session.waiting.as_ref().unwrap().serial;
    second.send(Command::PathChosen { purpose: Purpose::SaveAs, serial, path: path.clone(), ask_overwrite: false });
    second.until("it has a name", |state| state.session.file.path.is_some());
    assert_eq!((read(&path).rules.as_str(), place.exists()), ("page", false));
    second.send(Command::Undo);
    second.until("undo reaches back over Save as", |state| state.portfolio.rules == "partner-center");
    drop(second);
    let mut third = program(folder.path());
    third.open(&path);
    assert_eq!(third.state().portfolio.rules, "partner-center");
    third.send(Command::Undo);
    third.until(
        "nothing is left to undo",
        |state| matches!(&state.session.notice, Some(p) if p.notice == Notice::NothingToUndo),
    );
}

#[test]
fn a_discarded_portfolio_is_out_of_the_way_and_not_gone() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(folder.path());
    program.send(Command::OpenSample);
    program.until("the sample is there", |state| !state.portfolio.customers.is_empty());
    program.send(Command::SwitchRules("page"));
    program.until("it is kept", |state| state.session.file.untitled.is_some());
    let place = program.state().session.file.untitled.clone().unwrap();
    program.send(Command::New);
    program.send(Command::DiscardAndGoOn);
    // Backups are listed behind the discarding, in the same order.
    program.send(Command::ShowBackups);
    program.until("it is done", |state| state.session.backups.is_some());
    assert!(!place.exists());
    assert!(program.state().portfolio.customers.is_empty());
    let name = place.file_name().unwrap().to_string_lossy().into_owned();
    let is_kept = |folder: &Path| {
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else if entry.file_name().to_string_lossy().ends_with(&name) {
                    return true;
                }
            }
        }
        false
    };
    assert!(is_kept(&folder.path().join("state")));
}

#[test]
fn a_large_file_is_asked_about_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    fs::File::create(&path).unwrap().set_len((256 << 20) + 1).unwrap();
    let mut program = program(folder.path());
    program.send(Command::OpenPath(path));
    program.until("it asks", |state| matches!(state.session.dialog, Some(Dialog::Large { .. })));
}

#[test]
fn a_change_that_cannot_be_written_anywhere_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    // A file where the folders have to be: neither the program's own place nor the one beside the file can be made.
    fs::write(folder.path().join("state"), b"").unwrap();
    fs::write(folder.path().join(".upgrade-desk"), b"").unwrap();
    let mut program = program(folder.path());
    program.send(Command::OpenPath(path.clone()));
    program.until("it says why", |state| state.session.notice.is_some());
    assert!(matches!(program.notice(), Some(Notice::Failed(_))), "{:?}", program.notice());
    assert_eq!(status_in(&path), Status::Active);
}

#[test]
fn a_backup_is_looked_into_and_restored_as_a_copy_beside_its_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), &typical());
    let mut program = program(folder.path());
    program.open(&path);
    program.suspend();
    program.save();
    program.send(Command::ShowBackups);
    program.until("they are listed", |state| state.session.backups.is_some());
    let backups = program.state().session.backups.clone().unwrap();
    let [backup] = &backups[..] else { panic!("{backups:?}") };
    assert_eq!((backup.customers, backup.is_opened), (4, true));
    program.send(Command::LookInto(backup.path.clone()));
    program.until("it is shown", |state| state.session.file.looks_only == Some(LooksOnly::Backup));
    assert_eq!(program.status(), Status::Active);
    program.send(Command::ShowBackups);
    program.until("they are still listed", |state| state.session.backups.as_ref() == Some(&backups));
    program.send(Command::RestoreBackup(backup.path.clone()));
    program.until("the copy is open", |state| state.session.file.looks_only.is_none());
    let copy = beside(folder.path(), "restored");
    assert_eq!(program.state().session.file.path.as_deref(), Some(copy.as_path()));
    assert_eq!((status_in(&copy), status_in(&path)), (Status::Active, Status::Suspended));
}

#[test]
fn a_file_that_was_edited_outside_is_shown_beside_what_it_was_and_either_can_be_gone_on_with() {
    for keeps_mine in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), &typical());
        let mut first = program(folder.path());
        first.open(&path);
        first.suspend();
        first.save();
        drop(first);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("Contoso (Shanghai)", "Contoso (edited)")).unwrap();

        let mut second = program(folder.path());
        second.open(&path);
        assert_eq!(second.state().session.dialog, Some(Dialog::Versions));
        let theirs = second.state().session.file.theirs.clone().unwrap();
        assert_eq!((theirs.changes, theirs.can_keep_mine), (0, true));
        assert_eq!(
            theirs.plan.unwrap().counts(&Selection::default()).customers.changed,
            1,
            "the one difference is shown"
        );
        second.send(if keeps_mine { Command::KeepMine } else { Command::TakeTheirs });
        let expected = if keeps_mine { "Contoso (Shanghai)" } else { "Contoso (edited)" };
        second.until("it is decided", |state| {
            // Either way the file is opened anew.
            let is_open = state.session.notice.as_ref().is_some_and(|posted| {
                matches!(posted.notice, Notice::Opened { .. } | Notice::OpenedEditedOutside { .. })
            });
            let is_decided = is_open && state.session.file.theirs.is_none() && state.session.dialog.is_none();
            is_decided && state.portfolio.customers.at(0).is_some_and(|customer| customer.company_name == expected)
        });
        let other = beside(folder.path(), if keeps_mine { "changed outside" } else { "my version" });
        assert_ne!(read(&other).customers.at(0).unwrap().company_name, expected, "the other one is kept");
        second.switch_rules();
        second.save();
        drop(second);
        let mut third = program(folder.path());
        third.open(&path);
        assert_eq!(third.state().session.dialog, None, "it is asked once");
        assert_eq!(third.state().portfolio.customers.at(0).unwrap().company_name, expected);
    }
}

#[test]
fn the_open_portfolio_is_compared_with_a_file_as_it_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("portfolio.ron");
    let other = folder.path().join("before.ron");
    let text = storage::encode(&typical()).unwrap();
    fs::write(&path, &text).unwrap();
    fs::write(&other, &text).unwrap();
    let mut program = program(folder.path());
    program.open(&path);
    program.suspend();
    program.send(Command::CompareWith(other.clone()));
    let outcome = |state: &AppState| match &state.session.dialog {
        Some(Dialog::Compare(comparing)) => comparing.outcome.clone(),
        _ => None,
    };
    program.until("it is compared", |state| outcome(state).is_some());
    let Some(CompareOutcome::Done { found, is_partial: false }) = outcome(program.state()) else {
        panic!("{:?}", outcome(program.state()))
    };
    assert!(!found.is_empty(), "one is suspended since");
    fs::write(&other, "no portfolio").unwrap();
    program.send(Command::CompareWith(other));
    program.until("it is said", |state| matches!(outcome(state), Some(CompareOutcome::Failed { .. })));
}

#[test]
fn a_report_is_made_beside_the_window_and_written_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.ron");
    fs::write(&file, storage::encode(&typical()).unwrap()).unwrap();
    let mut program = program(folder.path());
    program.open(&file);
    program.send(Command::Choose(Purpose::Report { of: ReportOf::Review, language: "fr" }));
    let serial = program.state().session.waiting.as_ref().unwrap().serial;
    let path = folder.path().join("bilan.html");
    let purpose = Purpose::Report { of: ReportOf::Review, language: "fr" };
    program.send(Command::PathChosen { purpose, serial, path: path.clone(), ask_overwrite: false });
    program.until("it is written", |state| {
        state.session.notice.as_ref().is_some_and(|posted| matches!(posted.notice, Notice::ReportWritten { .. }))
    });
    let html = fs::read_to_string(&path).unwrap();
    assert!(html.contains("Bilan des mises à niveau") && html.trim_end().ends_with("</html>"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_part_of_a_table_has_the_verdicts_of_the_whole_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(folder.path());
    let whole = Arc::new(storage::sample().unwrap());
    let catalog = storage::builtin_catalog().unwrap();
    let judged = upgrade_desk::state::VerdictColumns::of(&whole, catalog);
    let mut part = (*whole).clone();
    // Each record alone, without what its customer has beside it.
    part.customers = (whole.customers.iter())
        .flat_map(|customer| {
            customer.subscriptions.iter().map(|record| Customer {
                id: customer.id.clone(),
                subscriptions: vec![record.clone()],
                ..Customer::clone(customer)
            })
        })
        .collect();
    let path = folder.path().join("part.csv");
    let columns = Some(["subscription", "verdict"].map(str::to_owned).into());
    let export = Effect::Export {
        serial: 1,
        path: path.clone(),
        format: "csv",
        portfolio: Arc::new(part),
        whole: Arc::clone(&whole),
        columns,
    };
    program.desk.shell.perform(export);
    program.until("it is written", |state| state.session.notice.is_some());
    let text = fs::read_to_string(&path).unwrap();
    let said: Vec<&str> = text.trim_start_matches('\u{feff}').lines().skip(1).collect();
    let expected: Vec<String> = (whole.customers.iter())
        .flat_map(|customer| customer.subscriptions.iter().map(move |record| (customer, record)))
        .map(|(customer, record)| format!("{},{}", record.id, judged.cells(customer, record)[0]))
        .collect();
    assert_eq!(said, expected);
}
