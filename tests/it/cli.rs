//! The real program on files in a temporary folder: every command, every exit status, every kind of bad input.

mod answers;
mod bad_input;
mod check;
mod diff;
mod exchange;
mod generate;
mod languages;
mod reports;
mod sheets;
mod upgrade;
mod usage;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use upgrade_desk::model::{Portfolio, Role};
use upgrade_desk::storage;
use uuid::Uuid;

use crate::case::{BUSINESS, E5, EXTRA_STORAGE, MOBILITY_E3, SOURCE, Situation, VISIO_1};

/// What the program said, and how it ended.
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program with arguments, and checks what holds for all of its output.
#[track_caller]
pub fn run(arguments: &[&dyn AsRef<OsStr>]) -> Said {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_upgrade-desk")).args(arguments.iter().map(AsRef::as_ref)).output().unwrap();
    let out = String::from_utf8(stdout).unwrap();
    let err = String::from_utf8(stderr).unwrap();
    assert!(!out.contains('\r') && !out.starts_with('\u{feff}'), "{out}");
    assert!(!err.contains("panicked"), "{err}");
    Said { status: status.code().unwrap(), out, err }
}

/// A folder with one portfolio in it.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        desk.put("portfolio.ron", storage::encode(&portfolio()).unwrap().as_bytes());
        desk
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self) -> PathBuf {
        self.at("portfolio.ron")
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        fs::write(self.at(name), bytes).unwrap();
        self.at(name)
    }

    pub fn change(&self, change: impl FnOnce(&mut Portfolio)) {
        let mut portfolio = load(&self.file());
        change(&mut portfolio);
        self.put("portfolio.ron", storage::encode(&portfolio).unwrap().as_bytes());
    }

    /// The names of the files in the folder.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

pub fn load(path: &Path) -> Portfolio {
    storage::decode(&fs::read(path).unwrap()).unwrap().portfolio
}

/// One customer: a Business subscription that can go to ProPlus, a conflict for E3, an add-on elsewhere, no offer id.
pub fn portfolio() -> Portfolio {
    let mut given = Situation::of(BUSINESS);
    given.source().assigned = Some(8);
    given.holds("mobility", MOBILITY_E3);
    given.holds("add-on", EXTRA_STORAGE).parent_id = Some("visio".into());
    given.holds("visio", VISIO_1);
    given.holds("deleted", E5).status = upgrade_desk::model::Status::Deleted;
    given.record("deleted").offer_id = None;
    let mut portfolio = Portfolio::new(Uuid::from_u128(7));
    portfolio.partner = given.partner;
    portfolio.customers = [given.customer].into_iter().collect();
    portfolio
}

#[test]
fn help_and_version_are_said_on_stdout() {
    for arguments in [&["--help"][..], &["check", "--help"], &["--version"]] {
        let arguments: Vec<&dyn AsRef<OsStr>> = arguments.iter().map(|text| text as &dyn AsRef<OsStr>).collect();
        let said = run(&arguments);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        assert!(!said.out.is_empty());
    }
}

#[test]
fn wrong_usage_ends_with_two() {
    let desk = Desk::new();
    let file = desk.file();
    let wrong: [&[&dyn AsRef<OsStr>]; 11] = [
        &[&"check"],
        &[&"check", &file, &"--rules", &"nobody's"],
        &[&"check", &file, &"--as-of", &"2026-02-30"],
        &[&"check", &file, &"--as-of", &"yesterday"],
        &[&"check", &file, &"--format", &"xml"],
        &[&"upgrade", &file, &"--subscription", &SOURCE],
        &[&"upgrade", &file, &"--subscription", &SOURCE, &"--to", &"x", &"--licenses", &"many"],
        &[&"import", &"--into", &file],
        &[&"export", &file],
        &[&"generate", &"--customers", &"10", &"--to", &file],
        &[&"generate", &"--customers", &"99999999999", &"--seed", &"1", &"--to", &file],
    ];
    let before = fs::read(&file).unwrap();
    for arguments in wrong {
        let said = run(arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{}", said.err);
        assert!(!said.err.is_empty());
    }
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

/// The role of the portfolio's partner decides as in the window.
#[test]
fn the_partners_role_counts() {
    let desk = Desk::new();
    desk.change(|portfolio| portfolio.partner.role = Role::HelpdeskAgent);
    let said = run(&[&"check", &desk.file(), &"--format", &"csv"]);
    assert!(said.out.contains("not-eligible,role,"), "{}", said.out);
}
