//! How long it takes to read a portfolio, beside what serde_json alone takes to parse the same records as JSON. Nothing is asserted here.
//!
//! `cargo bench --bench reading [-- CUSTOMERS [PER-CUSTOMER [PROGRAM]]]` prints the best of three of each, turn by turn. The
//! JSON is the export without its spaces and line breaks, and is parsed into records of plain fields; the portfolio is read
//! as it is opened, with all that is looked for in it. With the program's path, its whole run of `check` on the same
//! portfolio is measured beside, from the start of the process until the answer is on the disk.

use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::Offers;
use upgrade_desk::storage::{builtin_catalog, decode, encode, encode_json};

/// Each field as JSON has it, and no more work than that.
#[derive(Serialize, Deserialize)]
struct Portfolio {
    format: u64,
    id: String,
    rules: String,
    customers: Vec<Customer>,
}

#[derive(Serialize, Deserialize)]
struct Customer {
    id: String,
    company_name: String,
    domain: Option<String>,
    relationship: Option<String>,
    delegated_admin: Option<serde_json::Value>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    subscriptions: Vec<Subscription>,
}

#[derive(Serialize, Deserialize)]
enum Word {
    Active,
    Suspended,
    Deleted,
    Expired,
    Pending,
    Disabled,
    Unset,
    Monthly,
    Annual,
    OneTime,
    Triennial,
    Biennial,
    ThisPartner,
    Direct,
    NotKnown,
    OtherReseller(String),
    Other(String),
}

#[derive(Serialize, Deserialize)]
struct Subscription {
    id: String,
    offer_id: Option<String>,
    #[serde(default)]
    offer_name: String,
    #[serde(default)]
    friendly_name: String,
    quantity: i64,
    assigned: Option<i64>,
    status: Option<Word>,
    billing_cycle: Option<Word>,
    channel: Option<Word>,
    created: Option<String>,
    commitment_end: Option<String>,
    auto_renew: Option<bool>,
    trial: Option<bool>,
    parent_id: Option<String>,
    suspended_on: Option<String>,
    upgraded_to: Option<String>,
}

/// The time of one turn, the result being given back afterwards.
fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(run());
    let took = start.elapsed();
    drop(result);
    took
}

/// The program's answer about a portfolio, as a file beside it.
fn check(program: &str, file: &Path) -> Option<bool> {
    let answer = File::create(file.with_extension("csv")).ok()?;
    let mut command = Command::new(program);
    command.arg("check").arg(file).args(["--rules", "page", "--format", "csv"]).stdout(answer);
    // It exits with 1 where nothing can be upgraded.
    command.status().ok().map(|status| status.code().is_some())
}

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let (customers, each) = (numbers.next().unwrap_or(10_000), numbers.next().unwrap_or(10));
    let Ok(catalog) = builtin_catalog() else { return };
    let portfolio = generate(customers, each, 1, &Offers::new(catalog, &[]));
    let subscriptions: usize = portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum();
    let (Ok(ron), Ok(pretty)) = (encode(&portfolio), encode_json(&portfolio)) else { return };
    drop(portfolio);
    let Ok(plain) = serde_json::from_str::<Portfolio>(&pretty) else { return };
    let Ok(json) = serde_json::to_string(&plain) else { return };
    drop((pretty, plain));
    let mut out = std::io::stdout();
    let mut say = |line: String| {
        // Nobody listening is no reason to stop.
        let _ = writeln!(out, "{line}");
    };
    let megabytes = |text: &str| text.len() / 1_000_000;
    let of = (megabytes(&ron), megabytes(&json));
    say(format!("{customers} customers, {subscriptions} subscriptions: {} MB of RON, {} MB of JSON", of.0, of.1));
    let folder = tempfile::tempdir().ok();
    let file = folder.as_ref().map(|folder| folder.path().join("portfolio.ron"));
    let program = std::env::args().nth(3).filter(|program| Path::new(program).exists());
    let program = program.zip(file.filter(|file| std::fs::write(file, &ron).is_ok()));
    let mut best = [Duration::MAX; 4];
    // The same text with a remark in front is none of our layout, and RON's own parser reads it.
    let remarked = format!("/* */{ron}");
    for _ in 0..3 {
        let times = [
            time(|| serde_json::from_str::<Portfolio>(&json).map(|read| read.customers.len())),
            time(|| decode(ron.as_bytes())),
            time(|| decode(remarked.as_bytes())),
            program.as_ref().map_or(Duration::MAX, |(program, file)| time(|| check(program, file))),
        ];
        for (best, time) in best.iter_mut().zip(times) {
            *best = (*best).min(time);
        }
    }
    let [serde_json, ours, parser, process] = best.map(|time| time.as_secs_f64());
    let ratio = |time: f64| time / serde_json;
    say(format!("serde_json alone      {serde_json:.3} s"));
    say(format!("a file of ours        {ours:.3} s  {:.2} times", ratio(ours)));
    say(format!("any other RON         {parser:.3} s  {:.2} times", ratio(parser)));
    if program.is_some() {
        say(format!("check, whole process  {process:.3} s  {:.2} times", ratio(process)));
    }
}
