//! Exports and reports on their way to the disk: whole or not at all, however they end, and told what they are about.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::TempDir;
use upgrade_desk::exchange::{Export, Nothing, of_id, write};
use upgrade_desk::model::Portfolio;
use upgrade_desk::shell::disk::RealDisk;
use upgrade_desk::shell::files::{FileFailure, Step};
use upgrade_desk::shell::handing_out::{ExportOrder, NotHandedOut, Watcher, export, report};
use upgrade_desk::shell::keep::{Access, Keeping, open};
use upgrade_desk::shell::reports::Order;
use upgrade_desk::state::ReportOf;
use upgrade_desk::storage::{encode, sample};
use uuid::Uuid;

struct Out {
    folder: TempDir,
    keeping: Keeping,
    portfolio: Arc<Portfolio>,
}

impl Out {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keeping = Keeping::new(Arc::new(RealDisk), folder.path().join("state"));
        Self { folder, keeping, portfolio: Arc::new(sample().unwrap()) }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes what its name says: `html` is the review.
    fn hand_out(&self, path: &Path, watcher: Watcher<'_>) -> Result<(), NotHandedOut> {
        let extension = path.extension().unwrap().to_str().unwrap();
        if extension == "html" {
            let (of, as_of) = (ReportOf::Review, chrono::DateTime::UNIX_EPOCH.date_naive());
            let order = Order { of, language: "en", as_of, portfolio: Arc::clone(&self.portfolio), past: Vec::new() };
            return report(&self.keeping, path, &order, watcher);
        }
        let portfolio = &*self.portfolio;
        let format = of_id(extension).unwrap();
        let order = ExportOrder { format, id: Uuid::nil(), portfolio, whole: portfolio, columns: None };
        export(&self.keeping, path, &order, watcher)
    }

    /// What lies beside it that was not there before.
    fn left(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let names = names.map(|name| name.into_string().unwrap());
        names.filter(|name| name.starts_with(".upgrade-desk")).collect()
    }
}

const EACH: [&str; 5] = ["out.csv", "out.xlsx", "out.ron", "out.json", "out.html"];

#[test]
fn given_up_at_any_customer_it_leaves_what_was_there() {
    let out = Out::new();
    let customers = out.portfolio.customers.len();
    for name in EACH {
        let path = out.at(name);
        let told = Cell::new(0);
        let never = AtomicBool::new(false);
        out.hand_out(&path, Watcher { is_stopped: &never, tell: &|_, _| told.set(told.get() + 1) }).unwrap();
        let whole = fs::read(&path).unwrap();
        assert!(told.get() >= 1 && told.get() <= 100, "{name}: told {} times", told.get());
        fs::write(&path, "what was there").unwrap();
        for at in 0..=told.get() {
            let (is_stopped, heard) = (AtomicBool::new(at == 0), Cell::new(0));
            let tell = |done: usize, all: usize| {
                assert!(done <= all && all == customers);
                heard.set(heard.get() + 1);
                is_stopped.store(heard.get() == at, Ordering::Relaxed);
            };
            let stopped = out.hand_out(&path, Watcher { is_stopped: &is_stopped, tell: &tell });
            assert!(matches!(stopped, Err(NotHandedOut::Stopped)), "{name} at {at}: {stopped:?}");
            assert_eq!(fs::read(&path).unwrap(), b"what was there", "{name} at {at}");
        }
        out.hand_out(&path, Watcher { is_stopped: &never, tell: &|_, _| {} }).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole, "{name}: the same bytes each time");
        assert_eq!(out.left(), [] as [&str; 0]);
    }
}

#[test]
fn a_table_is_written_as_it_is_made() {
    /// Takes no more than a part.
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let most = bytes.len().min(self.0);
            self.0 -= most;
            if most == 0 { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(most) }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut portfolio = Portfolio::new(Uuid::nil());
    let one = Arc::clone(sample().unwrap().customers.at(0).unwrap());
    portfolio.customers = (0..5_000)
        .map(|number| {
            let mut customer = (*one).clone();
            customer.id = format!("c-{number}").as_str().into();
            customer
        })
        .collect();
    let done = Cell::new(0);
    let mut progress = |customers, _| {
        done.set(customers);
        true
    };
    let mut export = Export { portfolio: &portfolio, only: None, beside: &mut Nothing };
    let refused = write(of_id("csv").unwrap(), Uuid::nil(), &mut export, &mut Full(100_000), &mut progress);
    assert!(refused.is_err());
    assert!(done.get() > 10 && done.get() < 2_500, "it went on to customer {} of 5,000", done.get());
}

#[test]
fn what_is_open_to_be_changed_is_not_replaced() {
    let out = Out::new();
    let path = out.at("open.ron");
    fs::write(&path, encode(&out.portfolio).unwrap()).unwrap();
    let before = fs::read(&path).unwrap();
    let opened = open(&out.keeping, &path, Access::Change, 1 << 20, chrono::Utc::now()).unwrap();
    let never = AtomicBool::new(false);
    let refused = out.hand_out(&path, Watcher { is_stopped: &never, tell: &|_, _| {} });
    assert!(matches!(refused, Err(NotHandedOut::InUse { .. })), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    drop(opened);
}

#[test]
fn a_place_that_is_not_there_is_said_by_the_step() {
    let out = Out::new();
    let never = AtomicBool::new(false);
    for name in EACH {
        let refused = out.hand_out(&out.at("nowhere").join(name), Watcher { is_stopped: &never, tell: &|_, _| {} });
        let Err(NotHandedOut::File(FileFailure::Refused { step: Step::Create, .. })) = refused else {
            panic!("{name}: {refused:?}")
        };
    }
}

#[test]
fn a_workbook_of_chosen_columns_has_no_other_sheet() {
    let out = Out::new();
    let columns = ["subscription", "verdict"].map(str::to_owned).into();
    for (columns, sheets) in [(Some(&columns), 1), (None, 4)] {
        let path = out.at("chosen.xlsx");
        let (format, portfolio) = (of_id("xlsx").unwrap(), &*out.portfolio);
        let order = ExportOrder { format, id: Uuid::nil(), portfolio, whole: portfolio, columns };
        export(&out.keeping, &path, &order, Watcher::NOBODY).unwrap();
        let book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
        assert_eq!(calamine::Reader::sheet_names(&book).len(), sheets);
    }
}
