//! What all suites share: a small portfolio, a disk that holds it, and changes that show when one is missing or made twice.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use upgrade_desk::model::{Change, Customer, Deed, Edit, Id, Partner, Portfolio};
use upgrade_desk::shell::disk::{Disk, MemoryDisk};
use upgrade_desk::shell::keep::{Access, Keeping, OpenFailure, Opened, Safety, open};
use upgrade_desk::storage::{MAXIMUM_SIZE, decode, encode_checked};
use uuid::Uuid;

pub const FILE: &str = "/home/desk/portfolio.ron";
pub const OTHER: &str = "/home/desk/other.ron";
pub const STATE: &str = "/home/state";

/// A promise that was broken, in words.
#[derive(Clone, Debug)]
pub struct Violation(pub String);

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives up with a violation.
macro_rules! violated {
    ($($said:tt)*) => { return Err($crate::keep::world::Violation(format!($($said)*))) };
}
pub(crate) use violated;

/// A time: so many minutes after the beginning of 2026.
pub fn minute(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap() + TimeDelta::minutes(minutes)
}

pub fn file() -> &'static Path {
    Path::new(FILE)
}

pub const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A portfolio with one customer, who says which version it is.
pub fn portfolio(name: &str) -> Portfolio {
    let customer = Customer::new(Id::new("c"), name.to_owned());
    Portfolio { customers: [customer].into_iter().collect(), ..Portfolio::new(id(7)) }
}

/// The change that follows, by a number that no other has: a customer comes, a customer goes, or the partner is renamed.
pub fn change(portfolio: &Portfolio, number: u64) -> Arc<Change> {
    let at = minute(0);
    let customers = portfolio.customers.as_slice();
    let (deed, edit) = match (number % 3, customers) {
        (1, _) => {
            let new = Partner { name: number.to_string(), ..portfolio.partner.clone() };
            (Deed::EditPartner, Edit::Partner { old: portfolio.partner.clone(), new })
        }
        (_, [_, last, ..]) if number.is_multiple_of(3) => {
            let edit = Edit::Customer { position: 1, old: Some(Arc::clone(last)), new: None };
            (Deed::DeleteCustomer { customer: last.id.clone() }, edit)
        }
        _ => {
            let new = Arc::new(Customer::new(Id::from(format!("c{number}")), String::new()));
            let edit = Edit::Customer { position: customers.len(), old: None, new: Some(Arc::clone(&new)) };
            (Deed::AddCustomer { customer: new.id.clone() }, edit)
        }
    };
    Arc::new(Change { at, deed, edits: vec![edit] })
}

pub fn after(portfolio: &Portfolio, change: &Change) -> Portfolio {
    let mut after = portfolio.clone();
    upgrade_desk::state::carry_out(&mut after, &change.edits);
    after
}

pub fn bytes(portfolio: &Portfolio) -> Vec<u8> {
    encode_checked(portfolio).unwrap().into_bytes()
}

/// A disk with a file on it.
pub fn disk_with(path: &str, portfolio: &Portfolio) -> MemoryDisk {
    let disk = empty_disk();
    disk.write_durably(Path::new(path), &bytes(portfolio)).unwrap();
    disk
}

/// A disk with the folder for portfolios and the one above the program's.
pub fn empty_disk() -> MemoryDisk {
    let disk = MemoryDisk::new();
    let folder = Path::new("/home/desk");
    disk.make_folder(folder).unwrap();
    for folder in folder.ancestors() {
        disk.sync_folder(folder).unwrap();
    }
    disk
}

pub fn keeping(disk: &MemoryDisk, safety: Safety) -> Keeping {
    Keeping { safety, me: "desk@here".to_owned(), ..Keeping::new(Arc::new(disk.clone()), PathBuf::from(STATE)) }
}

pub fn whole(disk: &MemoryDisk) -> Keeping {
    keeping(disk, Safety::WHOLE)
}

pub fn open_at(keeping: &Keeping, path: &Path) -> Result<Opened, OpenFailure> {
    open(keeping, path, Access::Change, MAXIMUM_SIZE, minute(1))
}

/// The portfolio that a file holds by itself.
pub fn held_by(disk: &MemoryDisk, path: &Path) -> Option<Portfolio> {
    decode(&disk.contents(path)?).ok().map(|loaded| loaded.portfolio)
}

/// The files that a person sees in the folder of portfolios.
pub fn visible(disk: &MemoryDisk) -> Vec<PathBuf> {
    let is_visible = |path: &PathBuf| {
        path.parent() == Some(Path::new("/home/desk"))
            && !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    disk.files().into_iter().filter(is_visible).collect()
}
