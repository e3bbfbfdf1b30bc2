//! New, Open, Save, Save as, Export, Quit, and the question about unsaved changes. Waiting for dialogs is in `files_waiting`.

use std::path::PathBuf;
use std::sync::Arc;

use upgrade_desk::model::{Id, Portfolio, RECENT_FILES, Settings, TaskId, ThemeChoice};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Effect, Failure, Notice, OpenFile, Origin, Purpose};
use uuid::Uuid;

use super::desk::{Desk, save_as, stamp, typical};
use crate::case::{E3, PREMIUM};

fn opened(path: &str, portfolio: Portfolio) -> Command {
    Command::Opened {
        path: PathBuf::from(path),
        portfolio: Box::new(portfolio),
        not_understood: Vec::new(),
        findings: Vec::new(),
    }
}

fn untitled() -> Desk {
    Desk::opened(typical(), OpenFile::new(None, Origin::New))
}

/// The one save that is asked for.
#[track_caller]
pub fn saving(effects: &[Effect]) -> (PathBuf, Arc<Portfolio>, u64) {
    let [Effect::Save { path, portfolio, mark }] = effects else { panic!("{effects:?}") };
    (path.clone(), Arc::clone(portfolio), *mark)
}

#[track_caller]
pub fn save(desk: &mut Desk) -> Vec<Effect> {
    let effects = desk.send(Command::Save);
    let (path, _, mark) = saving(&effects);
    desk.send(Command::Saved { path, mark })
}

#[test]
fn save_writes_the_portfolio_to_its_file_and_it_is_clean_then() {
    let mut desk = Desk::new();
    desk.dirty();
    let effects = desk.send(Command::Save);
    let (path, portfolio, mark) = saving(&effects);
    assert_eq!((path.as_path(), &*portfolio), (std::path::Path::new("/files/a.ron"), desk.portfolio()));
    assert!(desk.state.is_dirty(), "it is clean only once the world says so");
    let settings = Settings { recent: vec![path.clone()], ..Settings::default() };
    assert_eq!(desk.send(Command::Saved { path: path.clone(), mark }), [Effect::KeepSettings(settings)]);
    assert!(!desk.state.is_dirty());
    assert_eq!(desk.notice(), Some(&Notice::Saved { path }));
}

#[test]
fn save_without_a_file_asks_for_one_and_gives_the_portfolio_an_id_of_its_own() {
    let mut desk = untitled();
    let effects = desk.send(Command::Save);
    let serial = desk.waiting().serial;
    let pick =
        Effect::PickFile { purpose: Purpose::SaveAs, serial, suggested_name: "portfolio.ron".to_owned(), beside: None };
    assert_eq!(effects, [pick]);
    let effects = desk.choose("/files/new.ron");
    let (path, portfolio, mark) = saving(&effects);
    assert_eq!(portfolio.id, stamp(desk.sent()).id);
    desk.send(Command::Saved { path: path.clone(), mark });
    assert_eq!((desk.portfolio().id, &desk.state.session.file.path), (portfolio.id, &Some(path)));
    assert_eq!(desk.state.session.file.origin, Origin::File);
}

#[test]
fn save_as_suggests_the_present_name_beside_the_present_file() {
    let mut desk = Desk::new();
    let effects = desk.send(save_as());
    let [Effect::PickFile { suggested_name, beside, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((suggested_name.as_str(), beside), ("a.ron", &Some(PathBuf::from("/files"))));
}

#[test]
fn a_save_as_that_fails_keeps_the_portfolio_its_id_and_its_file() {
    let mut desk = Desk::new();
    desk.dirty();
    let before = desk.portfolio().clone();
    desk.send(save_as());
    let effects = desk.choose("/full/b.ron");
    let (path, _, _) = saving(&effects);
    let failure = Failure::NotWritten { path, detail: "no space left".to_owned() };
    desk.just(Command::Failed(failure.clone()));
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, true));
    assert_eq!(desk.state.session.file.path, Some(PathBuf::from("/files/a.ron")));
    assert_eq!(desk.notice(), Some(&Notice::Failed(failure)));
    let effects = desk.send(Command::Save);
    assert_eq!((saving(&effects).0, saving(&effects).1.id), (PathBuf::from("/files/a.ron"), before.id));
}

#[test]
fn an_export_has_an_id_of_its_own_and_leaves_the_file_as_it_is() {
    let mut desk = Desk::new();
    desk.dirty();
    let effects = desk.send(Command::Choose(Purpose::Export { format: "json" }));
    let [Effect::PickFile { suggested_name, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(suggested_name, "a.json");
    let effects = desk.choose("/files/out.json");
    let [Effect::Export { path, format: "json", portfolio }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(portfolio.id, stamp(desk.sent()).id);
    assert_eq!(Portfolio { id: desk.portfolio().id, ..(**portfolio).clone() }, *desk.portfolio());
    desk.just(Command::Exported { path: path.clone() });
    assert_eq!(desk.notice(), Some(&Notice::Exported { path: path.clone() }));
    assert!(desk.state.is_dirty() && desk.state.session.file.path == Some(PathBuf::from("/files/a.ron")));
}

#[test]
fn an_opened_file_takes_the_place_of_everything_but_the_settings() {
    let mut desk = Desk::new();
    desk.just(Command::Search("zzz".to_owned()));
    assert_eq!(desk.send(Command::OpenPath("/files/b.ron".into())), [Effect::Open { path: "/files/b.ron".into() }]);
    let settings = Settings { recent: vec!["/files/b.ron".into()], ..Settings::default() };
    assert_eq!(desk.send(opened("/files/b.ron", typical())), [Effect::KeepSettings(settings)]);
    assert_eq!(desk.notice(), Some(&Notice::Opened { path: "/files/b.ron".into(), customers: 4 }));
    assert_eq!((desk.state.session.search.as_str(), desk.selected()), ("", ("c-1", "s-1")));
    assert!(!desk.state.is_dirty());
}

#[test]
fn what_is_odd_in_an_opened_file_is_said() {
    let mut desk = Desk::new();
    let findings = vec!["the id is there twice".to_owned()];
    desk.send(Command::Opened {
        path: "/b.ron".into(),
        portfolio: Box::new(typical()),
        not_understood: Vec::new(),
        findings: findings.clone(),
    });
    assert_eq!(desk.notice(), Some(&Notice::OpenedWithFindings { path: "/b.ron".into(), findings }));
}

#[test]
fn a_file_that_cannot_be_opened_leaves_everything_as_it_was() {
    let mut desk = Desk::new();
    save(&mut desk);
    let before = desk.portfolio().clone();
    let not_understood = Failure::NotUnderstood { path: "/b.ron".into(), detail: "line 3".to_owned() };
    desk.just(Command::Failed(not_understood.clone()));
    assert_eq!((desk.portfolio(), desk.notice()), (&before, Some(&Notice::Failed(not_understood))));
    // One that is not there any more leaves the list of recent files.
    let gone = Failure::NotRead { path: "/files/a.ron".into(), detail: "not found".to_owned() };
    assert_eq!(desk.send(Command::Failed(gone)), [Effect::KeepSettings(Settings::default())]);
}

#[test]
fn recent_files_are_newest_first_each_once_and_not_too_many() {
    let mut desk = Desk::new();
    for number in 0..RECENT_FILES + 2 {
        desk.send(opened(&format!("/{number}.ron"), typical()));
    }
    desk.send(opened("/5.ron", typical()));
    let recent: Vec<String> =
        desk.state.session.settings.recent.iter().map(|path| path.display().to_string()).collect();
    assert_eq!(recent, ["/5.ron", "/9.ron", "/8.ron", "/7.ron", "/6.ron", "/4.ron", "/3.ron", "/2.ron"]);
}

#[test]
fn the_theme_is_kept_with_the_settings() {
    let mut desk = Desk::new();
    let settings = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
    assert_eq!(desk.send(Command::SetTheme(ThemeChoice::Dark)), [Effect::KeepSettings(settings)]);
    desk.just(Command::SettingsRead(Settings::default()));
    assert_eq!(desk.state.session.settings.theme, ThemeChoice::System);
}

#[test]
fn the_sample_is_a_copy_without_a_file() {
    let mut desk = Desk::opened(Portfolio::new(Uuid::nil()), OpenFile::new(None, Origin::New));
    assert_eq!(desk.send(Command::OpenSample), [Effect::OpenSample]);
    let sample = upgrade_desk::storage::sample().unwrap();
    desk.just(Command::SampleOpened { portfolio: Box::new(sample.clone()) });
    assert_eq!((desk.portfolio(), desk.state.session.file.origin), (&sample, Origin::Sample));
    assert!(desk.state.session.banner && !desk.state.is_dirty() && !desk.selected().0.is_empty());
    desk.just(Command::DismissBanner);
    assert!(!desk.state.session.banner);
    let effects = desk.send(Command::Save);
    assert!(
        matches!(&effects[..], [Effect::PickFile { purpose: Purpose::SaveAs, .. }]),
        "the sample itself is never written"
    );
}

#[test]
fn new_begins_an_empty_portfolio_with_an_id_of_its_own() {
    let mut desk = Desk::new();
    desk.just(Command::New);
    assert_eq!(*desk.portfolio(), Portfolio::new(stamp(desk.sent()).id));
    assert_eq!((desk.selected(), desk.state.session.file.origin), (("", ""), Origin::New));
}

#[test]
fn a_read_only_portfolio_refuses_every_change_and_is_never_written() {
    let mut portfolio = typical();
    portfolio.upgrades = {
        let mut desk = Desk::new();
        desk.upgrade(PREMIUM, "10");
        desk.portfolio().upgrades.clone()
    };
    let mut file = OpenFile::new(Some("/files/a.ron".into()), Origin::File);
    file.not_understood = vec!["customers[0].color".to_owned()];
    let mut desk = Desk::opened(portfolio.clone(), file);
    let type_and = |desk: &mut Desk, ask: Option<Command>, change: fn(&mut Desk), command: Command| {
        desk.just(Command::DismissNotice);
        if let Some(ask) = ask {
            desk.just(ask);
        }
        change(desk);
        let shown = format!("{command:?}");
        let effects = desk.send(command);
        assert_eq!((effects, desk.portfolio()), (Vec::new(), &portfolio), "{shown}");
        assert_eq!(desk.notice(), Some(&Notice::ReadOnly), "{shown}");
        desk.just(Command::CloseDialog);
        desk.state.drafts.subscription.quantity = "10".to_owned();
    };
    let nothing = |_: &mut Desk| {};
    type_and(&mut desk, None, |desk| desk.form().quantity = "11".to_owned(), Command::CommitForm);
    type_and(
        &mut desk,
        Some(Command::AskEditCustomer),
        |desk| desk.state.drafts.customer.notes = "x".to_owned(),
        Command::ConfirmCustomer,
    );
    type_and(&mut desk, Some(Command::AskDeleteCustomer), nothing, Command::ConfirmDeleteCustomer);
    let fill = |desk: &mut Desk| {
        let draft = &mut desk.state.drafts.new_subscription;
        (draft.id, draft.quantity) = ("n".to_owned(), "1".to_owned());
    };
    type_and(&mut desk, Some(Command::AskNewSubscription { parent: None }), fill, Command::ConfirmSubscription);
    type_and(&mut desk, Some(Command::AskDeleteSubscription), nothing, Command::ConfirmDeleteSubscription);
    type_and(&mut desk, Some(Command::AskUpgrade { target: Some(Id::new(E3)) }), nothing, Command::ConfirmUpgrade);
    type_and(
        &mut desk,
        Some(Command::AskChangeLicenses),
        |desk| desk.state.drafts.licenses.licenses = "20".to_owned(),
        Command::ConfirmLicenses,
    );
    for action in [Action::Suspend, Action::Cancel] {
        type_and(&mut desk, Some(Command::AskAction(action)), nothing, Command::ConfirmAction);
    }
    type_and(
        &mut desk,
        Some(Command::AskAccount),
        |desk| desk.state.drafts.partner.name = "x".to_owned(),
        Command::ConfirmAccount,
    );
    type_and(
        &mut desk,
        Some(Command::ShowOffer(Id::new(PREMIUM))),
        |desk| desk.state.drafts.offer.maximum = "9".to_owned(),
        Command::ConfirmOffer,
    );
    type_and(&mut desk, None, nothing, Command::TickTask { upgrade: 0, task: TaskId::TellCustomer, done: true });
    type_and(&mut desk, None, nothing, Command::SwitchRules("page"));
    let read = Command::Read {
        path: "/b.ron".into(),
        portfolio: Box::new(super::desk::contoso_holds_e3()),
        notes: Vec::new(),
    };
    type_and(&mut desk, Some(read), nothing, Command::ConfirmImport);
    type_and(&mut desk, None, nothing, Command::Save);
    type_and(&mut desk, None, nothing, save_as());
    assert_eq!(desk.send(Command::Quit), [Effect::Quit], "there is nothing to lose");
}
