//! Importing: the preview, what it records, and undo as one step.

use std::path::PathBuf;

use upgrade_desk::model::{Deed, Id, Portfolio};
use upgrade_desk::state::{Command, Dialog, Effect, Notice, OpenFor, Purpose};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, E1, PREMIUM, VISIO_1, record};

fn path() -> PathBuf {
    PathBuf::from("/somebody/private/b.json")
}

fn read(portfolio: Portfolio, notes: &[&str]) -> Command {
    let notes = notes.iter().map(|note| (*note).to_owned()).collect();
    Command::Read { path: path(), portfolio: Box::new(portfolio), notes }
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
    assert_eq!(desk.choose("/somebody/private/b.json"), [Effect::Read { path: path() }]);
    desk.just(read(incoming(), &["customers[0].color: not understood"]));
    let Some(Dialog::Import(preview)) = desk.dialog() else { panic!("no preview") };
    assert_eq!((preview.counts(), preview.notes.len()), ((3, 1), 1));
    assert_eq!(*desk.portfolio(), typical(), "nothing counts before it is confirmed");
    desk.just(Command::ConfirmImport);
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.notice(), Some(&Notice::Imported { new: 3, changed: 1 }));
    assert_eq!(desk.record("c-1", "s-1").quantity, 77);
    assert_eq!((desk.portfolio().customers.len(), desk.customer("c-8").subscriptions.len()), (5, 1));
    assert_eq!(desk.customer("c-1").subscriptions.len(), 3, "nothing is removed");
    let deed = Deed::Import { files: vec!["b.json".to_owned()] };
    assert_eq!(desk.state.session.history.next_undo().unwrap().deed, deed, "the name alone: a path can name a person");
    let after = desk.portfolio().clone();
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
    desk.just(Command::Redo);
    assert_eq!(*desk.portfolio(), after);
}

#[test]
fn an_import_that_is_not_confirmed_changes_nothing() {
    let mut desk = Desk::new();
    desk.just(read(incoming(), &[]));
    desk.just(Command::CloseDialog);
    desk.just(Command::ConfirmImport);
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&typical(), false));
}

#[test]
fn a_file_with_nothing_new_is_said_and_opens_no_preview() {
    let mut desk = Desk::new();
    desk.just(read(typical(), &[]));
    assert_eq!((desk.dialog(), desk.notice()), (None, Some(&Notice::NothingToImport { path: path() })));
    desk.just(read(typical(), &["customers[0].color: not understood"]));
    assert!(matches!(desk.dialog(), Some(Dialog::Import(_))), "but what was left behind is shown");
    desk.just(Command::ConfirmImport);
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
    desk.just(read(with_upgrade, &[]));
    desk.just(Command::ConfirmImport);
    assert_eq!(desk.state.session.derived.totals().open_tasks, 6);
    desk.just(Command::Undo);
    assert_eq!(desk.state.session.derived.totals().open_tasks, 0);
}

#[test]
fn a_preview_that_is_no_longer_true_is_taken_away() {
    let mut desk = Desk::new();
    desk.just(Command::SelectCustomer(Id::new("c-4")));
    desk.just(Command::AskDeleteCustomer);
    desk.just(Command::ConfirmDeleteCustomer);
    desk.just(read(incoming(), &[]));
    desk.just(Command::Undo);
    assert_eq!(desk.dialog(), None);
    desk.just(Command::ConfirmImport);
    assert_eq!(*desk.portfolio(), typical());
    desk.just(read(incoming(), &[]));
    desk.just(Command::SwitchRules("page"));
    assert_eq!(desk.dialog(), None);
}

#[test]
fn what_is_half_typed_is_recorded_before_the_preview_is_worked_out() {
    let mut desk = Desk::new();
    desk.form().quantity = "77".to_owned();
    desk.just(read(incoming(), &[]));
    let Some(Dialog::Import(preview)) = desk.dialog() else { panic!("no preview") };
    assert_eq!(preview.counts(), (3, 0), "the quantity is so already");
    desk.just(Command::ConfirmImport);
    assert_eq!(desk.portfolio().customers.len(), 5);
}

#[test]
fn a_dropped_file_can_be_imported_or_opened() {
    let mut desk = Desk::new();
    desk.just(Command::FilesDropped(vec![path(), PathBuf::from("/second")]));
    assert_eq!(desk.dialog(), Some(&Dialog::Dropped { path: path() }));
    assert_eq!(desk.send(Command::ImportPath(path())), [Effect::Read { path: path() }]);
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.send(Command::OpenPath(path())), [Effect::Open { path: path(), what_for: OpenFor::Change }]);
    desk.just(Command::FilesDropped(Vec::new()));
    assert_eq!(desk.dialog(), None);
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
        desk.just(read(incoming.clone(), &[]));
        desk.send(Command::ConfirmImport);
        assert_eq!(desk.selected(), ("c-1", "s-1"), "something is selected at once");
        let kept = (desk.portfolio().partner.name.as_str(), desk.portfolio().rules.as_str());
        assert_eq!(kept, if begun { ("Tailspin", "partner-center") } else { ("Fabrikam", "page") });
    }
}
