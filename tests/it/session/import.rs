//! Importing: the preview, what it records, and undo as one step.

use std::path::PathBuf;

use upgrade_desk::exchange::Choices;
use upgrade_desk::exchange::merge::{RowKey, Take};
use upgrade_desk::model::{Customer, Deed, Id, Portfolio};
use upgrade_desk::state::{Command, Dialog, Effect, Notice, OpenFor, Purpose, Reading};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, E1, PREMIUM, VISIO_1, record};
use crate::given;

const PATH: &str = "/somebody/private/b.json";

fn path() -> PathBuf {
    PathBuf::from(PATH)
}

/// Begins to import the file.
#[track_caller]
fn read(desk: &mut Desk, portfolio: Portfolio, notes: &[&str]) {
    desk.import(PATH, given::incoming(portfolio, notes));
}

/// Contoso with another quantity and one more subscription, and a customer who is new.
fn incoming() -> Portfolio {
    let mut more = record("s-1", BUSINESS);
    more.quantity = 77;
    portfolio([
        customer("c-1", "Contoso (Shanghai)", &[more, record("s-8", VISIO_1)]),
        customer("c-8", "Fourth Coffee", &[record("s-7", E1)]),
    ])
}

#[test]
fn an_import_is_chosen_read_shown_and_recorded_as_one_step() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::Choose(Purpose::Import));
    assert!(matches!(&effects[..], [Effect::PickFile { purpose: Purpose::Import, .. }]));
    let effects = desk.choose(PATH);
    assert_eq!(given::path_of(effects.last()), path());
    desk.just(given::answer_to(&effects[0], given::incoming(incoming(), &["customers[0].color: not understood"])));
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no preview") };
    assert_eq!(importing.counts(), (3, 1));
    assert_eq!(*desk.portfolio(), typical(), "nothing counts before it is confirmed");
    desk.send(Command::ConfirmImport);
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.notice(), Some(&Notice::Imported { new: 3, changed: 1 }));
    assert_eq!(desk.record("c-1", "s-1").quantity, 77);
    assert_eq!((desk.portfolio().customers.len(), desk.customer("c-8").subscriptions.len()), (5, 1));
    assert_eq!(desk.customer("c-1").subscriptions.len(), 3, "nothing is removed");
    let deed = Deed::Import { files: vec!["b.json".to_owned()] };
    assert_eq!(desk.state.session.history.next_undo().unwrap().deed, deed, "the name alone: a path can name a person");
    let after = desk.portfolio().clone();
    desk.send(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
    desk.just(Command::Redo);
    assert_eq!(*desk.portfolio(), after);
}

#[test]
fn an_import_that_is_not_confirmed_changes_nothing() {
    let mut desk = Desk::new();
    read(&mut desk, incoming(), &[]);
    desk.just(Command::CloseDialog);
    desk.send(Command::ConfirmImport);
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&typical(), false));
}

#[test]
fn a_file_with_nothing_new_is_said_and_opens_no_preview() {
    let mut desk = Desk::new();
    read(&mut desk, typical(), &[]);
    assert_eq!((desk.dialog(), desk.notice()), (None, Some(&Notice::NothingToImport { path: path() })));
    read(&mut desk, typical(), &["customers[0].color: not understood"]);
    assert!(matches!(desk.dialog(), Some(Dialog::Import(_))), "but what was left behind is shown");
    desk.send(Command::ConfirmImport);
    assert_eq!((desk.dialog(), desk.state.is_dirty()), (None, false));
}

#[test]
fn an_import_of_nothing_but_a_recorded_upgrade_brings_its_open_tasks() {
    let mut desk = Desk::new();
    desk.upgrade(PREMIUM, "10");
    let with_upgrade = desk.portfolio().clone();
    let mut without = with_upgrade.clone();
    without.upgrades.clear();
    let mut desk = Desk::on(without);
    read(&mut desk, with_upgrade, &[]);
    desk.send(Command::ConfirmImport);
    assert_eq!(desk.state.session.derived.totals().open_tasks, 6);
    desk.send(Command::Undo);
    assert_eq!(desk.state.session.derived.totals().open_tasks, 0);
}

#[test]
fn a_preview_that_is_no_longer_true_is_taken_away() {
    let mut desk = Desk::new();
    desk.just(Command::SelectCustomer(Id::new("c-4")));
    desk.just(Command::AskDeleteCustomer);
    desk.just(Command::ConfirmDeleteCustomer);
    read(&mut desk, incoming(), &[]);
    desk.send(Command::Undo);
    assert_eq!(desk.dialog(), None);
    desk.send(Command::ConfirmImport);
    assert_eq!(*desk.portfolio(), typical());
    read(&mut desk, incoming(), &[]);
    desk.just(Command::SwitchRules("page"));
    assert_eq!(desk.dialog(), None);
}

#[test]
fn what_is_half_typed_is_recorded_before_the_preview_is_worked_out() {
    let mut desk = Desk::new();
    desk.form().quantity = "77".to_owned();
    read(&mut desk, incoming(), &[]);
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no preview") };
    assert_eq!(importing.counts(), (3, 0), "the quantity is so already");
    desk.send(Command::ConfirmImport);
    assert_eq!(desk.portfolio().customers.len(), 5);
}

#[test]
fn a_dropped_portfolio_can_be_imported_or_opened_and_other_files_are_imported() {
    let mut desk = Desk::new();
    let dropped = PathBuf::from("/somebody/b.ron");
    desk.just(Command::FilesDropped(vec![dropped.clone()]));
    assert_eq!(desk.dialog(), Some(&Dialog::Dropped { path: dropped.clone() }));
    assert_eq!(
        desk.send(Command::OpenPath(dropped.clone())),
        [Effect::Open { path: dropped, what_for: OpenFor::Change }]
    );
    desk.just(Command::CloseDialog);
    let effects = desk.send(Command::FilesDropped(vec![path(), PathBuf::from("/second")]));
    assert_eq!(given::path_of(effects.last()), path());
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no import") };
    assert_eq!(importing.files.len(), 2);
    desk.send(Command::CloseDialog);
    desk.just(Command::FilesDropped(Vec::new()));
    assert_eq!(desk.dialog(), None);
}

#[test]
fn several_files_are_read_one_after_the_other_and_are_one_step() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::ImportPaths(vec!["/a.ron".into(), "/b.ron".into()]));
    assert_eq!(effects.len(), 1);
    let second = desk.send(given::answer_to(&effects[0], given::incoming(incoming(), &[])));
    assert_eq!(given::path_of(second.last()), PathBuf::from("/b.ron"));
    // The second file says of the first one's new subscription what it has not said.
    let mut more = incoming();
    let mut fourth = Customer::clone(more.customers.get(&Id::new("c-8")).unwrap());
    fourth.subscriptions[0].quantity = 99;
    more.customers.replace(1, fourth.into());
    desk.just(given::answer_to(&second[0], given::incoming(more, &[])));
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no preview") };
    assert_eq!(importing.counts(), (3, 2), "the second changes what the first brings");
    // Without the first one's new customer the second brings it whole.
    desk.just(Command::TakeRows { rows: vec![RowKey::Customer(1)], take: Some(Take::Nothing) });
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no preview") };
    assert_eq!(importing.counts(), (3, 1));
    let effects = desk.send(Command::ConfirmImport);
    assert_eq!(effects.len(), 2, "both are remembered: {effects:?}");
    assert_eq!(desk.record("c-8", "s-7").quantity, 99);
    let deed = Deed::Import { files: vec!["a.ron".to_owned(), "b.ron".to_owned()] };
    assert_eq!(desk.state.session.history.next_undo().unwrap().deed, deed);
    desk.send(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn an_import_that_is_given_up_is_read_no_further_and_its_answers_come_to_nothing() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::ImportPaths(vec![path()]));
    let Effect::Read { serial, .. } = effects[0] else { panic!("nothing is read") };
    desk.just(Command::ReadSoFar { serial, file: 0, read: 5, size: 10 });
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no import") };
    assert_eq!(importing.files[0].reading, Reading::UnderWay { read: 5, size: 10 });
    assert_eq!(desk.send(Command::CloseDialog), [Effect::StopReading { serial }]);
    desk.just(given::answer_to(&effects[0], given::incoming(incoming(), &[])));
    desk.just(Command::ReadSoFar { serial, file: 0, read: 9, size: 10 });
    assert_eq!((desk.dialog(), desk.portfolio()), (None, &typical()));
}

#[test]
fn what_was_planned_for_another_state_of_the_portfolio_is_planned_anew() {
    let mut edited = Desk::new();
    edited.select("c-1", "s-1");
    edited.form().quantity = "55".to_owned();
    edited.send(Command::CommitForm);
    let [mut late, mut timely] = [Desk::new(), Desk::new()];
    let [for_edited, _, for_timely] =
        [&mut edited, &mut late, &mut timely].map(|desk| desk.send(Command::ImportPaths(vec![path()])).remove(0));
    for (desk, planned_for) in [(&mut late, &for_edited), (&mut timely, &for_timely)] {
        desk.just(given::answer_to(planned_for, given::incoming(incoming(), &[])));
        desk.send(Command::ConfirmImport);
        assert_eq!(desk.record("c-1", "s-1").quantity, 77);
        desk.send(Command::Undo);
        assert_eq!(*desk.portfolio(), typical(), "a number of licenses came back that was never there");
    }
}

#[test]
fn a_file_is_read_anew_as_the_person_says() {
    let mut desk = Desk::new();
    let first = desk.send(Command::ImportPaths(vec![path()]));
    desk.just(given::answer_to(&first[0], given::incoming(incoming(), &[])));
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("no import") };
    let choices = Choices { customer: Some(Id::new("c-1")), ..importing.files[0].choices.clone() };
    let again = desk.send(Command::ReadOtherwise(choices.clone()));
    assert!(matches!(&again[..], [Effect::Read { choices: asked, .. }] if *asked == choices), "{again:?}");
    desk.just(given::answer_to(&first[0], given::incoming(typical(), &[])));
    let Some(Dialog::Import(importing)) = desk.dialog() else { panic!("an answer of before counted") };
    assert!(!importing.is_read());
    desk.just(given::answer_to(&again[0], given::incoming(incoming(), &[])));
    desk.send(Command::ConfirmImport);
    assert_eq!(desk.record("c-1", "s-1").quantity, 77);
}

#[test]
fn a_blank_portfolio_takes_everything_and_one_with_something_recorded_keeps_its_account() {
    let mut incoming = incoming();
    incoming.rules = "page".to_owned();
    for begun in [false, true] {
        let mut desk = Desk::new();
        desk.send(Command::New);
        if begun {
            desk.just(Command::AskAccount);
            desk.state.drafts.partner.name = "Tailspin".to_owned();
            desk.send(Command::ConfirmAccount);
        }
        read(&mut desk, incoming.clone(), &[]);
        desk.send(Command::ConfirmImport);
        assert_eq!(desk.selected(), ("c-1", "s-1"), "something is selected at once");
        let kept = (desk.portfolio().partner.name.as_str(), desk.portfolio().rules.as_str());
        assert_eq!(kept, if begun { ("Tailspin", "partner-center") } else { ("Fabrikam", "page") });
    }
}
