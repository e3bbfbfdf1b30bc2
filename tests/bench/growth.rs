//! How time and memory grow with a portfolio: reading, judging, listing, writing, and what the records take in memory. Nothing is asserted here.
//!
//! `cargo bench --bench growth [-- PER-CUSTOMER]` prints a row for each of 10,000 to 200,000 customers: the best of three,
//! and beside it how it grew with the size of the file, as a ratio to the row above divided by the ratio of the files. Each
//! size is measured in a process of its own, so that none finds memory that another one left.
//!
//! *Judged* is the verdict of every subscription; *assessed* is the same with all that it follows from, condition by condition
//! and target by target; *listed* is all that the window works out when a portfolio was opened, beside it: verdicts, what
//! stands in the way, what search looks at, and the order of both lists.

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Customer, Offers, Portfolio, Settings};
use upgrade_desk::rules::{Lookup, PARTNER_CENTER, Setting, Subject};
use upgrade_desk::state::{AppState, OpenFile, Origin};
use upgrade_desk::storage::{builtin_catalog, decode, encode};

const SIZES: [usize; 5] = [10_000, 25_000, 50_000, 100_000, 200_000];
const RUNS: usize = 3;

/// The file's size in bytes, what the records of it take in memory in bytes, and how long the rest takes in seconds.
struct Figures {
    file: f64,
    memory: f64,
    read: f64,
    judged: f64,
    assessed: f64,
    listed: f64,
    written: f64,
}

/// How much memory the process has, in bytes; 0 where the system does not say it this way.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or_default() * 1024.0
}

fn best(mut run: impl FnMut() -> Duration) -> f64 {
    (0..RUNS).map(|_| run()).min().unwrap_or_default().as_secs_f64()
}

/// Has every subscription judged, on all cores.
fn judge(portfolio: &Portfolio, offers: &Offers, judge: impl Fn(&Subject<'_>) + Sync) -> Duration {
    let start = Instant::now();
    let setting = Setting { rules: &PARTNER_CENTER, offers, partner: &portfolio.partner };
    let customers = portfolio.customers.as_slice().par_iter().with_min_len(64);
    let of_customer = |lookup: &mut Lookup<'_>, customer: &Arc<Customer>| {
        lookup.holdings(customer).subjects().for_each(|subject| judge(&subject));
    };
    customers.for_each_init(|| Lookup::new(setting), of_customer);
    start.elapsed()
}

/// Has everything worked out that the window shows of a portfolio, as for one that is opened.
fn list(portfolio: &Portfolio, offers: &Offers) -> Duration {
    let (catalog, file) = (Arc::clone(offers.catalog()), OpenFile::new(None, Origin::New));
    let (portfolio, settings) = (portfolio.clone(), Settings::default());
    let start = Instant::now();
    let state = AppState::new(catalog, portfolio, file, settings);
    let took = start.elapsed();
    drop(black_box(state));
    took
}

/// Measures one size, in this process.
fn measure(path: &str) -> Option<Figures> {
    let offers = Offers::new(builtin_catalog().ok()?, &[]);
    let before = resident();
    let bytes = std::fs::read(path).ok()?;
    let file = bytes.len();
    let first = decode(&bytes).ok()?;
    drop(bytes);
    let memory = resident() - before;
    drop(first);
    let bytes = std::fs::read(path).ok()?;
    let read = best(|| {
        let start = Instant::now();
        let loaded = decode(&bytes);
        let took = start.elapsed();
        black_box(loaded.is_ok());
        took
    });
    let portfolio = decode(&bytes).ok()?.portfolio;
    drop(bytes);
    let judged = best(|| judge(&portfolio, &offers, |subject| _ = black_box(subject.verdict())));
    let assessed = best(|| judge(&portfolio, &offers, |subject| _ = black_box(subject.assess())));
    let listed = best(|| list(&portfolio, &offers));
    let written = best(|| {
        let start = Instant::now();
        let text = encode(&portfolio);
        let took = start.elapsed();
        drop(black_box(text));
        took
    });
    #[expect(clippy::cast_precision_loss, reason = "a file is shorter than 2^52 bytes")]
    let file = file as f64;
    Some(Figures { file, memory, read, judged, assessed, listed, written })
}

fn print(out: &mut impl Write, customers: usize, now: &Figures, before: Option<&Figures>) -> std::io::Result<()> {
    let grew = |of: fn(&Figures) -> f64| {
        before
            .map_or_else(|| "–".to_owned(), |before| format!("{:.2}", of(now) / of(before) / (now.file / before.file)))
    };
    writeln!(
        out,
        "| {customers} | {:.1} MB | {:.3} s | {} | {:.3} s ({:.2} of reading) | {} | {:.3} s | {} | {:.3} s | {} | {:.3} s | {} | {:.0} MB ({:.2}) | {} |",
        now.file / 1e6,
        now.read,
        grew(|figures| figures.read),
        now.judged,
        now.judged / now.read,
        grew(|figures| figures.judged),
        now.assessed,
        grew(|figures| figures.assessed),
        now.listed,
        grew(|figures| figures.listed),
        now.written,
        grew(|figures| figures.written),
        now.memory / 1e6,
        now.memory / now.file,
        grew(|figures| figures.memory),
    )
}

/// Has another process measure a file.
fn measured_apart(path: &std::path::Path) -> Option<Figures> {
    let own = std::env::current_exe().ok()?;
    let output = Command::new(own).arg("--measure").arg(path).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let figures: Vec<f64> = text.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [file, memory, read, judged, assessed, listed, written] = figures.try_into().ok()?;
    Some(Figures { file, memory, read, judged, assessed, listed, written })
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut out = std::io::stdout().lock();
    if let [flag, path] = arguments.as_slice()
        && flag == "--measure"
    {
        let Some(figures) = measure(path) else { return Err(std::io::Error::other("not readable")) };
        let Figures { file, memory, read, judged, assessed, listed, written } = figures;
        return writeln!(out, "{file} {memory} {read} {judged} {assessed} {listed} {written}");
    }
    let each = arguments.first().and_then(|each| each.parse().ok()).unwrap_or(10);
    let folder = tempfile::tempdir()?;
    let offers = Offers::new(builtin_catalog().map_err(std::io::Error::other)?, &[]);
    writeln!(
        out,
        "| customers | file | read | grew | judged | grew | assessed | grew | listed | grew | written | grew | in memory (of the file) | grew |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")?;
    let mut before: Option<Figures> = None;
    for customers in SIZES {
        let path = folder.path().join(format!("{customers}.ron"));
        std::fs::write(&path, encode(&generate(customers, each, 7, &offers)).map_err(std::io::Error::other)?)?;
        let Some(figures) = measured_apart(&path) else {
            writeln!(out, "{customers}: not measured")?;
            continue;
        };
        print(&mut out, customers, &figures, before.as_ref())?;
        before = Some(figures);
        std::fs::remove_file(&path)?;
    }
    Ok(())
}
