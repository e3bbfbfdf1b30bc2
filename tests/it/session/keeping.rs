//! A change counts once it is in the journal: what waits for it, what is refused without it, what is recovered, and what becomes of two versions.

use std::path::PathBuf;
use std::sync::Arc;

use upgrade_desk::model::{Deed, Edit, Entry, Happened, Id, Portfolio, Status};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{
    BackupLine, Better, Command, Dialog, Effect, Failure, FileSeal, LooksOnly, Notice, OpenFor, Opened, Standing,
    Theirs, dispatch,
};

use super::desk::{Desk, opened, stamp, typical};
use crate::case::{E3, PREMIUM};
use crate::given;

fn full() -> Failure {
    Failure::NotJournaled { detail: given::said("no space left") }
}

#[test]
fn a_change_does_not_count_before_it_is_in_the_journal() {
    let mut desk = Desk::new();
    let effects = dispatch(&mut desk.state, Command::SwitchRules("page"), &stamp(1));
    let [Effect::Append { happened: Happened::Did, change, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(change.deed, Deed::SwitchRules);
    assert_eq!((desk.portfolio().rules.as_str(), desk.state.session.standing()), ("partner-center", Standing::Storing));
    assert_eq!(desk.state.session.history.entries().len(), 0);
    dispatch(&mut desk.state, Command::Appended { waiting: 1, untitled: None }, &stamp(2));
    assert_eq!((desk.portfolio().rules.as_str(), desk.state.session.standing()), ("page", Standing::Stored));
}

#[test]
fn everything_waits_in_its_order_until_a_change_is_kept() {
    let mut desk = Desk::new();
    dispatch(&mut desk.state, Command::SwitchRules("page"), &stamp(1));
    for command in [Command::Undo, Command::SelectCustomer(Id::new("c-2")), Command::SwitchRules("page")] {
        assert_eq!(dispatch(&mut desk.state, command, &stamp(2)), []);
    }
    assert_eq!(desk.selected().0, "c-1");
    let kept = Command::Appended { waiting: 1, untitled: None };
    let effects = dispatch(&mut desk.state, kept.clone(), &stamp(3));
    assert!(matches!(&effects[..], [Effect::Append { happened: Happened::Undid, .. }]), "{effects:?}");
    assert_eq!(desk.selected().0, "c-1", "what comes behind the undo still waits");
    let effects = dispatch(&mut desk.state, kept.clone(), &stamp(4));
    assert!(matches!(&effects[..], [Effect::Append { happened: Happened::Did, .. }]), "{effects:?}");
    assert_eq!((desk.selected().0, desk.portfolio().rules.as_str()), ("c-2", "partner-center"));
    dispatch(&mut desk.state, kept, &stamp(5));
    assert_eq!(desk.portfolio().rules, "page");
}

#[test]
fn a_change_that_cannot_be_kept_is_refused_in_memory_too_and_said() {
    let mut desk = Desk::new();
    let before = desk.portfolio().clone();
    desk.is_full = true;
    desk.just(Command::AskUpgrade { target: Some(Id::new(E3)) });
    desk.just(Command::ConfirmUpgrade);
    assert_eq!((desk.portfolio(), desk.notice()), (&before, Some(&Notice::NotKept(full()))));
    assert_eq!(desk.dialog(), Some(&Dialog::Upgrade), "what was typed is still there to be tried again");
    assert!(!desk.state.is_dirty() && desk.state.session.history.next_undo().is_none());
    desk.is_full = false;
    desk.just(Command::ConfirmUpgrade);
    assert_eq!(desk.portfolio().upgrades.len(), 1);
}

#[test]
fn an_undo_that_cannot_be_kept_undoes_nothing() {
    let mut desk = Desk::new();
    desk.act(Action::Suspend);
    desk.is_full = true;
    desk.just(Command::Undo);
    assert_eq!(desk.record("c-1", "s-1").status, Status::Suspended);
    assert!(desk.state.session.history.next_redo().is_none());
    desk.is_full = false;
    desk.just(Command::Undo);
    assert_eq!(desk.record("c-1", "s-1").status, Status::Active);
}

#[test]
fn a_form_that_cannot_be_kept_stays_on_the_screen_and_is_not_tried_for_ever() {
    let mut desk = Desk::new();
    desk.is_full = true;
    desk.form().quantity = "11".to_owned();
    desk.just(Command::Quit);
    assert_eq!(desk.notice(), Some(&Notice::NotKept(full())));
    assert_eq!(desk.form().quantity, "11");
    desk.just(Command::SelectCustomer(Id::new("c-2")));
    assert_eq!(desk.selected().0, "c-1", "the form is still half done");
    desk.is_full = false;
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint]);
    assert_eq!(desk.record("c-1", "s-1").quantity, 11);
}

#[test]
fn who_is_told_that_the_form_cannot_be_kept_and_asks_to_leave_again_leaves() {
    let mut desk = Desk::new();
    desk.is_full = true;
    desk.form().quantity = "11".to_owned();
    assert_eq!(desk.send(Command::Quit), []);
    assert_eq!(desk.send(Command::Quit), [Effect::Quit]);
}

#[test]
fn what_the_world_says_is_heard_where_the_form_cannot_be_kept() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::ImportPaths(vec!["/b.ron".into()]));
    desk.is_full = true;
    desk.form().quantity = "11".to_owned();
    desk.just(given::answer_to(&effects[0], given::incoming(typical(), &[])));
    assert_eq!(desk.notice(), Some(&Notice::NothingToImport { path: "/b.ron".into() }));
}

#[test]
fn how_much_the_file_lacks_is_counted_in_the_order_in_which_it_is_said() {
    let mut desk = Desk::new();
    desk.dirty();
    dispatch(&mut desk.state, Command::SwitchRules("partner-center"), &stamp(2));
    dispatch(&mut desk.state, Command::Stored { waiting: 0, copies: Vec::new() }, &stamp(3));
    dispatch(&mut desk.state, Command::Appended { waiting: 1, untitled: None }, &stamp(4));
    assert_eq!(desk.state.session.file.waiting, 1);
    assert_eq!(desk.send(Command::Quit), [Effect::Checkpoint], "the file gets it before the window closes");
}

#[test]
fn opening_the_file_that_is_open_changes_nothing() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::OpenPath("/files/a.ron".into()));
    assert_eq!(desk.portfolio().rules, "page");
}

#[test]
fn a_file_that_somebody_put_in_the_place_of_the_stored_one_is_told() {
    let mut desk = Desk::new();
    let replaced = Opened { is_replaced: true, ..opened("/b.ron", typical()) };
    desk.send(Command::Opened(Box::new(replaced)));
    assert_eq!(desk.notice(), Some(&Notice::OpenedReplaced { path: "/b.ron".into() }));
}

#[test]
fn what_the_world_says_while_a_change_is_on_its_way_is_not_forgotten() {
    let mut desk = Desk::new();
    dispatch(&mut desk.state, Command::SwitchRules("page"), &stamp(1));
    dispatch(&mut desk.state, Command::Stored { waiting: 0, copies: Vec::new() }, &stamp(1));
    dispatch(&mut desk.state, Command::SelectCustomer(Id::new("c-2")), &stamp(1));
    dispatch(&mut desk.state, Command::Storing, &stamp(1));
    dispatch(&mut desk.state, Command::NotAppended(full()), &stamp(1));
    assert!(desk.state.session.file.is_storing, "the answers are heard");
    assert_eq!(desk.selected().0, "c-1", "the wishes behind the refused change are dropped");
}

/// Two changes that a journal holds, made on the typical portfolio.
fn journal() -> (Portfolio, Vec<Arc<Entry>>) {
    let mut desk = Desk::new();
    desk.act(Action::Suspend);
    desk.select("c-1", "s-2");
    desk.just(Command::SwitchRules("page"));
    let entries = desk.state.session.history.entries().map(Arc::clone).collect();
    (desk.portfolio().clone(), entries)
}

fn recovered() -> Desk {
    let (portfolio, recovered) = journal();
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { recovered, ..opened("/files/b.ron", portfolio) })));
    desk
}

#[test]
fn what_the_journal_alone_had_is_shown_said_and_can_be_undone_one_by_one() {
    let mut desk = recovered();
    assert_eq!(
        (desk.record("c-1", "s-1").status.clone(), desk.portfolio().rules.as_str()),
        (Status::Suspended, "page")
    );
    assert!(desk.state.session.recovered_banner && desk.state.is_dirty());
    assert_eq!(desk.state.session.file.recovered.len(), 2);
    desk.just(Command::Undo);
    assert_eq!(desk.portfolio().rules, "partner-center");
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), Portfolio { history: Vec::new(), ..typical() });
}

#[test]
fn what_was_recovered_can_be_taken_back_at_once_and_that_can_be_undone() {
    let mut desk = recovered();
    let with_it = desk.portfolio().clone();
    desk.just(Command::UndoRecovered);
    assert_eq!(*desk.portfolio(), typical());
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::TakeBackRecovered { changes: 2 })));
    desk.just(Command::UndoRecovered);
    assert_eq!(*desk.portfolio(), typical(), "once is enough");
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), with_it);
}

#[test]
fn taking_back_what_was_recovered_leaves_what_came_since() {
    let mut desk = recovered();
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.notes = "since".to_owned();
    desk.just(Command::ConfirmCustomer);
    let before = desk.portfolio().clone();
    desk.just(Command::UndoRecovered);
    assert_eq!(*desk.portfolio(), before, "a later change stands on them");
}

#[test]
fn the_line_about_what_was_recovered_goes_once_the_file_has_it() {
    let mut desk = recovered();
    desk.send(Command::Save);
    desk.stored();
    assert!(!desk.state.session.recovered_banner);
}

#[test]
fn undo_reaches_back_over_a_restart() {
    let (portfolio, past) = journal();
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { past, ..opened("/files/b.ron", portfolio) })));
    assert!(!desk.state.is_dirty() && !desk.state.session.recovered_banner);
    desk.just(Command::Undo);
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
    assert_eq!(desk.state.session.file.waiting, 2);
    desk.just(Command::Redo);
    assert_eq!(desk.record("c-1", "s-1").status, Status::Suspended);
}

#[test]
fn redo_reaches_over_a_restart_too() {
    let mut before = Desk::new();
    before.act(Action::Suspend);
    before.just(Command::Undo);
    let past = before.state.session.history.entries().map(Arc::clone).collect();
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { past, ..opened("/files/b.ron", typical()) })));
    desk.just(Command::Redo);
    assert_eq!(desk.record("c-1", "s-1").status, Status::Suspended);
}

#[test]
fn recorded_upgrades_and_guarded_actions_stand_in_the_files_own_history() {
    let mut desk = Desk::new();
    desk.upgrade(PREMIUM, "12");
    desk.select("c-1", "s-2");
    desk.act(Action::Suspend);
    let history = &desk.portfolio().history;
    let [upgrade, suspended] = &history[..] else { panic!("{history:?}") };
    assert_eq!(
        (upgrade.what.key(), upgrade.customer.as_str(), upgrade.rules.as_str()),
        ("upgrade", "c-1", "partner-center")
    );
    assert_eq!((upgrade.old.len(), upgrade.new.len()), (1, 2));
    assert_eq!((&upgrade.old[0].status, &upgrade.new[0].status), (&Status::Active, &Status::Deleted));
    assert_eq!((upgrade.new[1].quantity, upgrade.new[1].offer.as_ref()), (12, Some(&Id::new(PREMIUM))));
    assert_eq!(upgrade.outcomes.len(), 11);
    assert!(upgrade.outcomes.iter().all(|judged| judged.outcome == "pass"));
    assert_eq!((suspended.what.key(), &suspended.new[0].status), ("suspend", &Status::Suspended));
    desk.just(Command::Undo);
    assert_eq!(desk.portfolio().history.len(), 1, "what is undone was not done");
}

#[test]
fn suspending_a_base_writes_its_add_ons_into_the_history_too() {
    let mut desk = Desk::new();
    desk.select("c-2", "s-3");
    desk.act(Action::Reactivate);
    let line = desk.portfolio().history.last().unwrap();
    let states = |records: &[upgrade_desk::model::RecordState]| {
        records.iter().map(|record| (record.subscription.to_string(), record.status.clone())).collect::<Vec<_>>()
    };
    assert_eq!(states(&line.old)[0], ("s-3".to_owned(), Status::Suspended));
    assert_eq!(states(&line.new)[0], ("s-3".to_owned(), Status::Active));
    assert_eq!(line.old.len(), line.new.len());
}

fn theirs(is_shown: bool) -> Box<Theirs> {
    Box::new(Theirs { plan: None, detail: None, changes: 2, is_shown, can_keep_mine: true })
}

#[test]
fn two_versions_at_opening_are_asked_about_and_nothing_changes_before_that() {
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { theirs: Some(theirs(true)), ..opened("/files/b.ron", typical()) })));
    assert_eq!(desk.dialog(), Some(&Dialog::Versions));
    desk.just(Command::CloseDialog);
    desk.just(Command::SwitchRules("page"));
    assert_eq!((desk.portfolio().rules.as_str(), desk.notice()), ("partner-center", Some(&Notice::DecideFirst)));
    assert_eq!(desk.state.session.standing(), Standing::Behind);
    desk.just(Command::ShowVersions);
    assert_eq!(desk.dialog(), Some(&Dialog::Versions));
    desk.just(Command::Save);
    assert_eq!(desk.dialog(), Some(&Dialog::Versions), "saving cannot choose for the person");
}

#[test]
fn the_persons_version_is_kept_by_opening_the_file_anew() {
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { theirs: Some(theirs(true)), ..opened("/files/b.ron", typical()) })));
    assert_eq!(desk.send(Command::KeepMine), [Effect::KeepMine]);
    let copy = PathBuf::from("/files/b (changed outside).ron");
    let answer = Command::MineKept { path: "/files/b.ron".into(), theirs: Some(copy) };
    let open = Effect::Open { path: "/files/b.ron".into(), what_for: OpenFor::Change };
    assert_eq!(desk.send(answer), [open]);
    desk.send(Command::Opened(Box::new(opened("/files/b.ron", typical()))));
    assert_eq!(desk.state.session.standing(), Standing::Stored);
}

#[test]
fn merging_keeps_the_persons_version_and_then_offers_the_files_for_import() {
    let copy = PathBuf::from("/files/b (changed outside).ron");
    // Opened over a version of somebody else's.
    let mut desk = Desk::new();
    desk.send(Command::Opened(Box::new(Opened { theirs: Some(theirs(true)), ..opened("/files/b.ron", typical()) })));
    desk.send(Command::MergeVersions);
    desk.send(Command::MineKept { path: "/files/b.ron".into(), theirs: Some(copy.clone()) });
    let effects = desk.send(Command::Opened(Box::new(opened("/files/b.ron", typical()))));
    assert_eq!(given::path_of(effects.last()), copy);
    // Changed under an open window.
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::ChangedOutside(theirs(false)));
    desk.just(Command::SwitchRules("partner-center"));
    assert_eq!(desk.portfolio().rules, "partner-center", "the journal goes on meanwhile");
    desk.send(Command::MergeVersions);
    let effects = desk.send(Command::Stored { waiting: 0, copies: vec![copy.clone()] });
    assert_eq!(given::path_of(effects.last()), copy);
}

#[test]
fn the_files_version_is_taken_and_it_is_said_where_the_persons_is_kept() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::ChangedOutside(theirs(false)));
    assert_eq!(desk.send(Command::TakeTheirs), [Effect::TakeTheirs]);
    let mine = PathBuf::from("/files/a (my version).ron");
    let open = Effect::Open { path: "/files/a.ron".into(), what_for: OpenFor::Change };
    assert_eq!(desk.send(Command::TheirsTaken { path: "/files/a.ron".into(), mine: Some(mine) }), [open]);
    desk.send(Command::Opened(Box::new(opened("/files/a.ron", typical()))));
    assert_eq!(desk.portfolio().rules, "partner-center");
}

#[test]
fn a_file_that_is_gone_or_cannot_be_read_does_not_let_its_version_be_taken() {
    let mut desk = Desk::new();
    desk.dirty();
    let unreadable = Theirs { can_keep_mine: false, detail: Some(given::said("access denied")), ..*theirs(false) };
    desk.just(Command::ChangedOutside(Box::new(unreadable)));
    desk.just(Command::KeepMine);
    assert!(desk.state.session.file.theirs.is_some());
}

#[test]
fn a_damaged_file_offers_what_there_is_in_its_place() {
    let mut desk = Desk::new();
    let before = desk.portfolio().clone();
    let better = Better { at: stamp(1).at, customers: 4, is_complete: true };
    let path = PathBuf::from("/files/b.ron");
    let damaged = Command::Damaged {
        path: path.clone(),
        detail: given::damage(),
        better: Some(better),
        readable: Some(3),
        is_portfolio: true,
    };
    desk.just(damaged.clone());
    assert!(matches!(desk.dialog(), Some(Dialog::Damaged { .. })));
    assert_eq!(*desk.portfolio(), before);
    let effects = desk.send(Command::OpenBetter);
    assert_eq!(effects, [Effect::RestoreBetter { path: path.clone(), id: stamp(desk.sent()).id }]);
    let copy = PathBuf::from("/files/b (restored).ron");
    let open = Effect::Open { path: copy.clone(), what_for: OpenFor::Change };
    assert_eq!(desk.send(Command::Restored { path: copy }), [open]);
    desk.just(damaged);
    let look = Effect::Open { path, what_for: OpenFor::LookAtReadable };
    assert_eq!(desk.send(Command::ShowReadable), [look]);
    let looks_only = Some(LooksOnly::Damaged { customers: 3 });
    desk.send(Command::Opened(Box::new(Opened { looks_only, ..opened("/files/b.ron", typical()) })));
    desk.just(Command::SwitchRules("page"));
    assert_eq!(desk.notice(), Some(&Notice::ReadOnly));
    assert_eq!(desk.state.session.settings.recent, Vec::<PathBuf>::new());
}

#[test]
fn a_portfolio_that_is_open_elsewhere_can_be_looked_at() {
    let mut desk = Desk::new();
    desk.just(Command::InUse { path: "/files/b.ron".into() });
    assert_eq!(desk.dialog(), Some(&Dialog::InUse { path: "/files/b.ron".into() }));
    let look = Effect::Open { path: "/files/b.ron".into(), what_for: OpenFor::Look };
    assert_eq!(desk.send(Command::LookInto("/files/b.ron".into())), [look]);
    desk.send(Command::Opened(Box::new(Opened {
        looks_only: Some(LooksOnly::InUse),
        ..opened("/files/b.ron", typical())
    })));
    assert_eq!(desk.state.session.standing(), Standing::ReadOnly);
    assert_eq!(desk.send(Command::Quit), [Effect::Quit]);
}

#[test]
fn a_window_that_is_asked_for_comes_to_the_front() {
    let mut desk = Desk::new();
    assert_eq!(desk.send(Command::ComeToFront), [Effect::Raise]);
    assert_eq!(desk.notice(), Some(&Notice::AskedToFront));
}

#[test]
fn a_large_file_is_read_only_when_the_person_says_so() {
    let mut desk = Desk::new();
    desk.just(Command::Large { path: "/big.ron".into(), size: 300 << 20 });
    assert_eq!(desk.dialog(), Some(&Dialog::Large { path: "/big.ron".into(), size: 300 << 20 }));
    let open = Effect::Open { path: "/big.ron".into(), what_for: OpenFor::ChangeLarge };
    assert_eq!(desk.send(Command::OpenLarge("/big.ron".into())), [open]);
    assert_eq!(desk.dialog(), None);
}

#[test]
fn a_backup_is_looked_into_and_restored_as_a_copy() {
    let mut desk = Desk::new();
    assert_eq!(desk.send(Command::ShowBackups), [Effect::ListBackups]);
    let path = PathBuf::from("/state/backup.ron");
    let line = BackupLine { path: path.clone(), at: stamp(1).at, size: 100, customers: 4, is_opened: false };
    desk.just(Command::BackupsListed(vec![line.clone()]));
    assert_eq!(desk.state.session.backups, Some(vec![line]));
    let look = Effect::Open { path: path.clone(), what_for: OpenFor::LookAtBackup };
    assert_eq!(desk.send(Command::LookInto(path.clone())), [look]);
    let effects = desk.send(Command::RestoreBackup(path.clone()));
    assert_eq!(effects, [Effect::RestoreBackup { backup: path, id: stamp(desk.sent()).id }]);
}

#[test]
fn what_the_end_of_the_file_tells_is_said() {
    for (seal, notice) in [
        (FileSeal::Whole, Notice::Opened { path: "/b.ron".into(), customers: 4 }),
        (FileSeal::Missing, Notice::OpenedUnsealed { path: "/b.ron".into(), customers: 4 }),
        (FileSeal::EditedOutside, Notice::OpenedEditedOutside { path: "/b.ron".into() }),
    ] {
        let mut desk = Desk::new();
        desk.send(Command::Opened(Box::new(Opened { seal, ..opened("/b.ron", typical()) })));
        assert_eq!(desk.notice(), Some(&notice));
    }
}

#[test]
fn a_change_holds_old_and_new_of_all_that_it_touches() {
    let mut desk = Desk::new();
    desk.upgrade(E3, "20");
    let entry = desk.state.session.history.entries().last().unwrap().clone();
    let kinds: Vec<&str> = entry
        .change
        .edits
        .iter()
        .map(|edit| match edit {
            Edit::Customer { .. } => "customer",
            Edit::Upgrade { .. } => "upgrade",
            Edit::History { .. } => "history",
            Edit::Offer { .. } | Edit::Answer { .. } | Edit::Partner { .. } | Edit::Rules { .. } => "other",
        })
        .collect();
    assert_eq!(kinds, ["customer", "upgrade", "history"]);
}
