//! What is rarely seen comes to rest, with a name for every input, in both themes and in a small window.
//!
//! `UPGRADE_DESK_PICTURES=folder cargo test --test it gallery` writes pictures of all of it for a person to look at.

use std::path::PathBuf;

use upgrade_desk::exchange::merge;
use upgrade_desk::model::{Customer, Density, Id, Language, List, Settings, Tab, ThemeChoice};
use upgrade_desk::rules::ConditionId;
use upgrade_desk::state::{
    BackupLine, Better, Chapter, Command, Failure, FindingLine, LooksOnly, OpenFile, Opened, Origin, StoreTrouble,
    Theirs,
};

use super::desk::{Opening, Window, sample};
use super::keeping::{entry, failure, in_file, opened, others, theirs};
use crate::given;

fn full() -> Command {
    Command::NotStored { waiting: 14, trouble: StoreTrouble::Full(failure("no room")) }
}

fn failed() -> Command {
    let path = "/data/customers/desk.ron";
    let failure = Failure::NotWritten { path: path.into(), detail: given::not_written(path) };
    Command::NotStored { waiting: 14, trouble: StoreTrouble::Failed(failure) }
}

fn damaged(better: Option<Better>) -> Command {
    let path = "/data/customers/desk.ron".into();
    Command::Damaged { path, detail: given::damage(), better, readable: Some(400), is_portfolio: true }
}

fn better(is_complete: bool) -> Option<Better> {
    Some(Better { at: "2026-11-24T11:58:00Z".parse().unwrap(), customers: 412, is_complete })
}

pub fn backups() -> Command {
    let line = |day: u32, size: u64, customers: usize| BackupLine {
        path: format!(
            "/data/state/upgrade-desk/portfolios/5a4d0000-0000-4000-8000-000000000000/0011223344556677/backups/{day}"
        )
        .into(),
        at: format!("2026-11-{day:02}T08:15:00Z").parse().unwrap(),
        size,
        customers,
        is_opened: day == 24,
    };
    Command::BackupsListed(
        (1..=24).rev().map(|day| line(day, 1_234_567 * u64::from(day), 400 + day as usize)).collect(),
    )
}

fn recovered() -> Command {
    Command::Opened(Box::new(Opened { recovered: vec![entry(1, "Alpine"), entry(2, "Alps")], ..opened() }))
}

/// Two versions that differ in much.
fn many() -> Theirs {
    let mut portfolio = others();
    for number in 0..40 {
        let end = portfolio.customers.len();
        let customer = Customer::new(Id::new(&format!("n{number}")), format!("Adatum {number} (Shanghai) 四方咖啡"));
        portfolio.customers.insert(end, customer.into());
    }
    let mut second = Customer::clone(portfolio.customers.at(1).unwrap());
    second.subscriptions[0].quantity += 5;
    second.notes = "Asked by phone, calls again on Monday".to_owned();
    portfolio.customers.replace(1, second.into());
    Theirs { plan: Some(Box::new(merge::plan(&sample(), &portfolio, merge::Into::Existing))), ..theirs() }
}

pub type Scene = (&'static str, fn() -> OpenFile, fn() -> Vec<Command>);

fn untitled() -> OpenFile {
    let mut file = OpenFile::new(None, Origin::New);
    file.untitled = Some(PathBuf::from("/state/a.ron"));
    file
}

fn looking(why: LooksOnly) -> OpenFile {
    let mut file = in_file();
    file.looks_only = Some(why);
    file.not_understood = vec![given::unknown_field()];
    file
}

fn with_findings() -> OpenFile {
    let mut file = in_file();
    let said = |n: usize| given::odd_record(8_210 + n);
    file.findings =
        (0..9).map(|n| FindingLine { said: said(n), record: (n % 2 == 0).then(|| (Id::new("x"), None)) }).collect();
    file
}

fn with_copies() -> OpenFile {
    let mut file = in_file();
    file.copies = vec!["/data/desk (conflicted copy 2026-11-24).ron".into()];
    file
}

/// All customers, or all subscriptions, edited at once.
fn bulk(tab: Tab) -> Vec<Command> {
    vec![Command::ShowTab(tab), Command::PickAll, Command::AskBulk]
}

/// Every column that the lists have.
fn all_columns() -> Vec<Command> {
    List::ALL.into_iter().map(|list| Command::SetColumns(list, list.columns())).collect()
}

pub const SCENES: [Scene; 42] = [
    ("palette", in_file, || vec![Command::AskPalette, Command::SearchPalette("o".to_owned())]),
    ("keys", in_file, || vec![Command::AskKeys]),
    ("manual", in_file, || vec![Command::ShowManual { chapter: Chapter::Flow, condition: None }]),
    ("manual-condition", in_file, || {
        vec![Command::ShowManual { chapter: Chapter::Conditions, condition: Some(ConditionId::BillingCycle) }]
    }),
    ("full-disk", in_file, || vec![full()]),
    ("failed", in_file, || vec![failed()]),
    ("recovered", in_file, || vec![recovered()]),
    ("recovered-history", in_file, || vec![recovered(), Command::ShowRecovered]),
    ("newer-file", || looking(LooksOnly::NotUnderstood), Vec::new),
    ("backup", || looking(LooksOnly::Backup), Vec::new),
    ("readable", || looking(LooksOnly::Damaged { customers: 17 }), Vec::new),
    ("copies", with_copies, Vec::new),
    ("everything-at-once", with_copies, || {
        vec![recovered(), Command::ChangedOutside(Box::new(theirs())), Command::CloseDialog, failed()]
    }),
    ("damaged", in_file, || vec![damaged(better(true))]),
    ("damaged-nothing", in_file, || vec![damaged(None)]),
    ("in-use", in_file, || vec![Command::InUse { path: "/data/desk.ron".into() }]),
    ("large", in_file, || vec![Command::Large { path: "/data/desk.ron".into(), size: 300_000_000 }]),
    ("versions", in_file, || vec![Command::ChangedOutside(Box::new(many()))]),
    ("versions-gone", in_file, || vec![Command::ChangedOutside(Box::new(Theirs { plan: None, ..theirs() }))]),
    ("versions-shown", in_file, || {
        vec![Command::ChangedOutside(Box::new(Theirs { is_shown: true, can_keep_mine: false, ..theirs() }))]
    }),
    ("backups", in_file, || vec![Command::ShowBackups, backups()]),
    ("backups-none", in_file, || vec![Command::ShowBackups, Command::BackupsListed(Vec::new())]),
    ("findings", with_findings, || vec![Command::ShowFindings]),
    ("history", in_file, || {
        let entries = (1..200).map(|seq| entry(seq, &format!("Name {seq}"))).collect();
        vec![Command::ShowHistory, Command::HistoryRead(entries)]
    }),
    ("unsaved-untitled", untitled, || vec![Command::Quit]),
    ("unsaved-stuck", in_file, || vec![failed(), Command::Quit]),
    ("untitled", untitled, Vec::new),
    ("notice-change", in_file, || vec![Command::AskDeleteCustomer, Command::ConfirmDeleteCustomer]),
    ("notice-failed", in_file, || {
        vec![Command::Failed(failure("Permission denied (os error 13): /data/customers/upgrade-desk/desk.ron"))]
    }),
    ("notice-long", in_file, || vec![Command::Failed(failure(&"Permission denied (os error 13) ".repeat(40)))]),
    ("opening", in_file, || vec![Command::OpenPath("/data/customers/upgrade-desk/portfolio.ron".into())]),
    ("compact", in_file, || vec![Command::SetDensity(Density::Compact)]),
    ("selected", in_file, || vec![Command::PickAll]),
    ("selected-subscriptions", in_file, || vec![Command::ShowTab(Tab::Subscriptions), Command::PickAll]),
    ("bulk-customers", in_file, || bulk(Tab::Customers)),
    ("bulk-subscriptions", in_file, || bulk(Tab::Subscriptions)),
    ("columns", in_file, || vec![Command::AskColumns(List::Subscriptions)]),
    ("all-columns", in_file, all_columns),
    ("all-columns-subscriptions", in_file, || {
        all_columns().into_iter().chain([Command::ShowTab(Tab::Subscriptions)]).collect()
    }),
    ("compact-backups", in_file, || vec![Command::SetDensity(Density::Compact), Command::ShowBackups, backups()]),
    ("nothing-found", in_file, || vec![Command::Search("nobody of that name".to_owned())]),
    ("no-customers", in_file, || vec![Command::New]),
];

/// A scene of the gallery, as it is drawn.
pub fn drawn_scene(scene: &Scene, theme: ThemeChoice, size: [f32; 2], system: Language) -> Window {
    let (_, file, commands) = scene;
    let settings = Settings { theme, ..Settings::default() };
    let mut window = Opening { file: file(), settings, system, size, ..Opening::default() }.open();
    for command in commands() {
        window.answer(command);
    }
    window.away_with_the_pointer();
    window
}

/// A scene at the usual size, in a language.
pub fn opened_scene(scene: &Scene, language: Language) -> Window {
    drawn_scene(scene, ThemeChoice::Light, [1280.0, 800.0], language)
}

#[test]
fn what_is_rarely_seen_comes_to_rest_in_both_themes_and_in_a_small_window() {
    let folder = std::env::var_os("UPGRADE_DESK_PICTURES").map(PathBuf::from);
    if let Some(folder) = &folder {
        std::fs::create_dir_all(folder).unwrap();
    }
    for scene in &SCENES {
        for (name, theme, size, language) in [
            ("light", ThemeChoice::Light, [1280.0, 800.0], Language::English),
            ("dark", ThemeChoice::Dark, [1280.0, 800.0], Language::English),
            ("small", ThemeChoice::Light, [640.0, 420.0], Language::English),
            ("french", ThemeChoice::Light, [1280.0, 800.0], Language::French),
            ("small-french", ThemeChoice::Light, [640.0, 420.0], Language::French),
            ("chinese", ThemeChoice::Light, [1280.0, 800.0], Language::SimplifiedChinese),
        ] {
            let mut window = drawn_scene(scene, theme, size, language);
            // A dialog that does not fit its window cannot be left by mouse.
            let screen = window.harness.ctx.content_rect();
            if window.has_dialog() {
                let buttons = window.buttons_of_dialog();
                assert!(!buttons.is_empty(), "{}: no way out", scene.0);
                assert!(buttons.iter().any(|button| screen.contains_rect(*button)), "{} {name}: {buttons:?}", scene.0);
            }
            if let Some(folder) = &folder {
                let picture = window.harness.render().unwrap();
                picture.save(folder.join(format!("{}-{name}.png", scene.0))).unwrap();
            }
        }
    }
}
