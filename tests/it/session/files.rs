//! New, Open, Save, Save as, Export. Leaving is in `leaving`, waiting for dialogs in `files_waiting`.

use std::path::PathBuf;
use std::sync::Arc;

use upgrade_desk::model::{Id, Portfolio, RECENT_FILES, Settings, TaskId, ThemeChoice};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{
    Command, Effect, Failure, FindingLine, HandedOut, LooksOnly, Notice, OpenFile, OpenFor, Opened, Origin, Purpose,
    Standing,
};
use uuid::Uuid;

use super::desk::{Desk, save_as, stamp, typical};
use crate::case::{E3, PREMIUM};
use crate::given;

fn opened(path: &str, portfolio: Portfolio) -> Command {
    Command::Opened(Box::new(super::desk::opened(path, portfolio)))
}

fn untitled() -> Desk {
    Desk::opened(typical(), OpenFile::new(None, Origin::New))
}

#[test]
fn save_brings_the_file_up_to_date_and_says_so() {
    let mut desk = Desk::new();
    desk.dirty();
    assert_eq!(desk.send(Command::Save), [Effect::Checkpoint]);
    desk.just(Command::Storing);
    assert_eq!(desk.state.session.standing(), Standing::Storing);
    assert!(desk.state.is_dirty(), "it is clean only once the world says so");
    assert_eq!(desk.stored(), []);
    assert!(!desk.state.is_dirty());
    assert_eq!(desk.notice(), Some(&Notice::Saved { path: "/files/a.ron".into() }));
    assert_eq!(desk.state.session.standing(), Standing::Stored);
}

#[test]
fn the_file_follows_by_itself_and_nothing_is_said() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::DismissNotice);
    assert_eq!(desk.state.session.standing(), Standing::Stored, "the journal has it");
    desk.just(Command::Storing);
    assert_eq!(desk.stored(), []);
    assert_eq!((desk.notice(), desk.state.session.file.waiting), (None, 0));
}

#[test]
fn what_came_while_the_file_was_written_is_saved_before_it_is_called_saved() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.send(Command::Save);
    desk.just(Command::DismissNotice);
    assert_eq!(desk.send(Command::Stored { waiting: 1, copies: Vec::new() }), [Effect::Checkpoint]);
    assert_eq!(desk.notice(), None);
    desk.stored();
    assert_eq!(desk.notice(), Some(&Notice::Saved { path: "/files/a.ron".into() }));
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
    let (path, id) = (PathBuf::from("/files/new.ron"), stamp(desk.sent()).id);
    assert_eq!(effects, [Effect::SaveAs { path: path.clone(), id }]);
    let settings = Settings { recent: vec![path.clone()], ..Settings::default() };
    assert_eq!(desk.send(Command::SavedAs { path: path.clone(), id }), [Effect::KeepSettings(settings)]);
    assert_eq!((desk.portfolio().id, &desk.state.session.file.path), (id, &Some(path)));
    assert_eq!(desk.state.session.file.origin, Origin::File);
}

#[test]
fn a_portfolio_without_a_name_is_found_again_at_the_next_start() {
    let mut desk = untitled();
    let effects = desk.send(Command::SwitchRules("page"));
    let place = Some(PathBuf::from("/state/untitled.ron"));
    assert_eq!(effects, [Effect::KeepSettings(Settings { untitled: place.clone(), ..Settings::default() })]);
    assert_eq!((desk.state.session.file.untitled.clone(), desk.state.session.standing()), (place, Standing::Untitled));
    assert_eq!(desk.send(Command::SwitchRules("partner-center")), [], "once is enough");
    desk.send(save_as());
    let effects = desk.choose("/files/new.ron");
    let [Effect::SaveAs { path, id }] = &effects[..] else { panic!("{effects:?}") };
    let saved = Command::SavedAs { path: path.clone(), id: *id };
    let settings = Settings { recent: vec![path.clone()], ..Settings::default() };
    assert_eq!(desk.send(saved), [Effect::KeepSettings(settings)], "it has a name now");
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
    desk.choose("/full/b.ron");
    let failure = Failure::NotWritten { path: "/full/b.ron".into(), detail: given::said("no space left") };
    desk.just(Command::NotSavedAs(failure.clone()));
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, true));
    assert_eq!(desk.state.session.file.path, Some(PathBuf::from("/files/a.ron")));
    assert_eq!(desk.notice(), Some(&Notice::Failed(failure)));
    assert_eq!(desk.send(Command::Save), [Effect::Checkpoint]);
}

#[test]
fn an_export_has_an_id_of_its_own_and_leaves_the_file_as_it_is() {
    let mut desk = Desk::new();
    desk.dirty();
    let effects = desk.send(Command::Choose(Purpose::Export { format: "json" }));
    let [Effect::PickFile { suggested_name, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(suggested_name, "a.json");
    let effects = desk.choose("/files/out.json");
    let [Effect::Export { serial, path, format: "json", portfolio, columns: None, .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(portfolio.id, stamp(desk.sent()).id);
    assert_eq!(Portfolio { id: desk.portfolio().id, ..(**portfolio).clone() }, *desk.portfolio());
    let (serial, path) = (*serial, path.clone());
    desk.just(Command::HandedOut { serial, path: path.clone(), what: HandedOut::Portfolio });
    assert_eq!(desk.notice(), Some(&Notice::Exported { path }));
    assert!(desk.state.is_dirty() && desk.state.session.file.path == Some(PathBuf::from("/files/a.ron")));
}

#[test]
fn an_opened_file_takes_the_place_of_everything_but_the_settings() {
    let mut desk = Desk::new();
    desk.just(Command::Search("zzz".to_owned()));
    let open = Effect::Open { path: "/files/b.ron".into(), what_for: OpenFor::Change };
    assert_eq!(desk.send(Command::OpenPath("/files/b.ron".into())), [open]);
    let settings = Settings { recent: vec!["/files/b.ron".into()], ..Settings::default() };
    let effects = desk.send(opened("/files/b.ron", typical()));
    assert_eq!(effects, [Effect::Keep { ticket: 1 }, Effect::KeepSettings(settings)]);
    assert_eq!(desk.notice(), Some(&Notice::Opened { path: "/files/b.ron".into(), customers: 4 }));
    assert_eq!((desk.state.session.search.as_str(), desk.selected()), ("", ("c-1", "s-1")));
    assert!(!desk.state.is_dirty());
}

#[test]
fn what_is_odd_in_an_opened_file_is_said() {
    let mut desk = Desk::new();
    let said = given::odd_record(12);
    let findings = vec![FindingLine { said: said.clone(), record: None }];
    desk.send(Command::Opened(Box::new(Opened {
        findings: findings.clone(),
        ..super::desk::opened("/b.ron", typical())
    })));
    assert_eq!(desk.notice(), Some(&Notice::OpenedWithFindings { path: "/b.ron".into(), findings: vec![said] }));
    assert_eq!(desk.state.session.file.findings, findings);
}

#[test]
fn a_file_that_cannot_be_opened_leaves_everything_as_it_was() {
    let mut desk = Desk::new();
    desk.send(opened("/files/a.ron", typical()));
    let before = desk.portfolio().clone();
    let not_understood = Failure::NotUnderstood { path: "/b.ron".into(), detail: given::said("line 3") };
    desk.just(Command::Failed(not_understood.clone()));
    assert_eq!((desk.portfolio(), desk.notice()), (&before, Some(&Notice::Failed(not_understood))));
    // One that is not there any more leaves the list of recent files.
    let gone = Failure::NotRead { path: "/files/a.ron".into(), detail: given::said("not found") };
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
    let effects = desk.send(Command::SampleOpened { portfolio: Box::new(sample.clone()) });
    assert_eq!(effects, [Effect::Begin { portfolio: Arc::new(sample.clone()) }]);
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
    let effects = desk.send(Command::New);
    let new = Portfolio::new(stamp(desk.sent()).id);
    assert_eq!(effects, [Effect::Begin { portfolio: Arc::new(new.clone()) }]);
    assert_eq!(*desk.portfolio(), new);
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
    file.looks_only = Some(LooksOnly::NotUnderstood);
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
    type_and(&mut desk, None, nothing, Command::ImportPaths(vec!["/b.ron".into()]));
    type_and(&mut desk, None, nothing, Command::Save);
    type_and(&mut desk, None, nothing, save_as());
    assert_eq!(desk.send(Command::Quit), [Effect::Quit], "there is nothing to lose");
}

#[test]
fn while_a_file_is_being_opened_that_is_known() {
    let path = PathBuf::from("/files/b.ron");
    for answer in [
        Command::InUse { path: path.clone() },
        Command::Large { path: path.clone(), size: 1 },
        Command::Failed(Failure::NotRead { path: path.clone(), detail: given::said("gone") }),
    ] {
        let mut desk = Desk::new();
        desk.send(Command::OpenPath(path.clone()));
        assert_eq!(desk.state.session.opening.as_ref().map(|opening| &opening.path), Some(&path));
        desk.send(answer);
        assert_eq!(desk.state.session.opening, None);
    }
}

#[test]
fn a_file_on_its_way_says_how_far_it_is_and_can_be_given_up() {
    let mut desk = Desk::new();
    let path = PathBuf::from("/large.ron");
    desk.send(Command::OpenPath(path.clone()));
    let so_far = |percent, first: &[&str]| Command::OpeningSoFar {
        path: "/large.ron".into(),
        percent,
        first: first.iter().map(|name| (*name).to_owned()).collect(),
    };
    desk.just(so_far(0, &["Contoso", "四方咖啡"]));
    desk.just(so_far(40, &[]));
    desk.just(so_far(30, &[]));
    let opening = desk.state.session.opening.clone().unwrap();
    assert_eq!((opening.percent, opening.first.len(), opening.is_stopping), (40, 2, false));
    desk.just(Command::OpeningSoFar { path: "/another.ron".into(), percent: 90, first: Vec::new() });
    assert_eq!(desk.state.session.opening.as_ref().map(|opening| opening.percent), Some(40));
    assert_eq!(desk.send(Command::StopOpening), [Effect::StopOpening]);
    desk.just(Command::StopOpening);
    assert!(desk.state.session.opening.as_ref().is_some_and(|opening| opening.is_stopping));
    desk.just(Command::OpeningGivenUp { path: path.clone() });
    assert_eq!(desk.state.session.opening, None);
    assert_eq!(desk.notice(), Some(&Notice::OpeningGivenUp { path }));
}

#[test]
fn an_export_of_the_files_own_kind_has_a_name_of_its_own_and_never_takes_the_files_place() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::Choose(Purpose::Export { format: "ron" }));
    let [Effect::PickFile { suggested_name, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(suggested_name, "a-export.ron");
    assert_eq!(desk.choose("/files/a.ron"), []);
    let own = Failure::OwnFile { path: "/files/a.ron".into() };
    assert_eq!(desk.notice(), Some(&Notice::Failed(own)));
}
