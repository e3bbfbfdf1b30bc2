//! What it costs to hand a portfolio out: time and memory of each export and of the review, beside judging alone. Nothing is asserted here.
//!
//! `cargo bench --bench handing_out [CUSTOMERS]…` makes portfolios of ten subscriptions a customer and writes into the system's
//! temporary folder. Memory is what came on top of the portfolio itself, as the system counts it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use upgrade_desk::cli::generate::generate;
use upgrade_desk::exchange::of_id;
use upgrade_desk::model::{Offers, Portfolio};
use upgrade_desk::rules::{Setting, assess};
use upgrade_desk::shell::disk::RealDisk;
use upgrade_desk::shell::handing_out::{ExportOrder, Watcher, export, report};
use upgrade_desk::shell::keep::Keeping;
use upgrade_desk::shell::reports::Order;
use upgrade_desk::state::{AppState, ReportOf};
use upgrade_desk::storage::builtin_catalog;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// In MiB; 0 where the system does not say.
fn memory(which: &str) -> u64 {
    let mut status = String::new();
    let read = std::fs::File::open("/proc/self/status").and_then(|mut file| file.read_to_string(&mut status));
    let line = status.lines().find_map(|line| line.strip_prefix(which));
    let figure = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    read.ok().and(figure).unwrap_or_default() / 1024
}

/// From here on the peak is counted anew, where the system can.
fn forget_peak() {
    let _cannot = std::fs::write("/proc/self/clear_refs", "5");
}

fn measured(out: &mut impl Write, name: &str, judging: f64, work: impl FnOnce() -> Outcome<u64>) -> Outcome<f64> {
    forget_peak();
    let before = memory("VmRSS");
    let start = Instant::now();
    let bytes = work()?;
    let seconds = start.elapsed().as_secs_f64();
    let more = memory("VmHWM").saturating_sub(before);
    let ratio = if judging > 0.0 { seconds / judging } else { 1.0 };
    writeln!(
        out,
        "  {name:<22} {seconds:8.3} s  {ratio:6.2} × judging  {:8.1} MB  peak + {more} MiB",
        bytes as f64 / 1e6
    )?;
    Ok(seconds)
}

fn main() -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let folder = tempfile::tempdir()?;
    let keeping = Keeping::new(Arc::new(RealDisk), folder.path().join("state"));
    for customers in if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked } {
        let offers = Offers::new(builtin_catalog()?, &[]);
        let portfolio = Arc::new(generate(customers, 10, 7, &offers));
        writeln!(out, "{customers} customers, ten subscriptions each, {} MiB in memory", memory("VmRSS"))?;
        let judging = measured(&mut out, "judging alone", 0.0, || Ok(judged(&portfolio, &offers)))?;
        for format in ["csv", "xlsx", "ron", "json"] {
            let path = folder.path().join("out").with_extension(format);
            measured(&mut out, format, judging, || {
                let format = of_id(format).ok_or("no such format")?;
                let order =
                    ExportOrder { format, id: portfolio.id, portfolio: &portfolio, whole: &portfolio, columns: None };
                export(&keeping, &path, &order, Watcher::NOBODY)?;
                size(&path)
            })?;
        }
        let path = folder.path().join("review.html");
        measured(&mut out, "review", judging, || {
            let order = Order {
                of: ReportOf::Review,
                language: "en",
                as_of: chrono::DateTime::UNIX_EPOCH.date_naive(),
                portfolio: Arc::clone(&portfolio),
                past: Vec::new(),
            };
            report(&keeping, &path, &order, Watcher::NOBODY)?;
            size(&path)
        })?;
    }
    Ok(())
}

fn size(path: &Path) -> Outcome<u64> {
    Ok(std::fs::metadata(path)?.len())
}

/// How many targets are open, so that none of it is left out.
fn judged(portfolio: &Portfolio, offers: &Offers) -> u64 {
    let setting = Setting { rules: AppState::rules_of(portfolio), offers, partner: &portfolio.partner };
    let of = |customer: &upgrade_desk::model::Customer| {
        customer
            .subscriptions
            .iter()
            .map(|record| assess(setting, customer, record).eligible().count() as u64)
            .sum::<u64>()
    };
    portfolio.customers.iter().map(|customer| of(customer)).sum()
}
