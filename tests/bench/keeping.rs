//! What keeping costs: a change on its way to the journal, and frames while the file is written. Nothing is asserted here.
//!
//! `cargo bench --bench keeping [CUSTOMERS]` works in a folder of its own on the disk that the system's temporary folder is on.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use egui::{Pos2, RawInput, Rect, vec2};
use upgrade_desk::app::{Desk, dialog_words};
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Change, Customer, Deed, Edit, Happened, Offers, Portfolio, Settings};
use upgrade_desk::shell::RealShell;
use upgrade_desk::shell::disk::RealDisk;
use upgrade_desk::shell::files::write_atomically;
use upgrade_desk::shell::keep::{Access, Keeping, open};
use upgrade_desk::state::{AppState, Command, OpenFile, Origin};
use upgrade_desk::storage::{builtin_catalog, encode};
use upgrade_desk::text::{Language, Words};
use upgrade_desk::ui::theme;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn line(out: &mut impl Write, name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).copied().unwrap_or_default();
    // Nobody listening is no reason to stop.
    let long = times.iter().filter(|time| ms(**time) > 8.0).count();
    let _ = writeln!(
        out,
        "{name:<44} p50 {:7.2} ms   p99 {:7.2} ms   worst {:7.2} ms   of {}, {long} over 8 ms",
        ms(at(50)),
        ms(at(99)),
        ms(at(100)),
        times.len()
    );
}

fn write_portfolio(path: &Path, customers: usize) -> Outcome<u64> {
    let offers = Offers::new(builtin_catalog()?, &[]);
    let text = encode(&generate(customers, 3, 7, &offers))?;
    write_atomically(path, text.as_bytes())?;
    Ok(text.len() as u64)
}

fn renamed(portfolio: &Portfolio, number: usize) -> Option<Change> {
    let old = portfolio.customers.at(0)?;
    let new = Customer { notes: format!("note {number}"), ..Customer::clone(old) };
    let deed = Deed::EditCustomer { customer: old.id.clone() };
    let edits = vec![Edit::Customer { position: 0, old: Some(Arc::clone(old)), new: Some(Arc::new(new)) }];
    Some(Change { at: chrono::DateTime::UNIX_EPOCH, deed, edits })
}

/// Changes written down one after the other, each synced.
fn appends(out: &mut impl Write, customers: usize) -> Outcome<()> {
    const CHANGES: usize = 2_000;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("portfolio.ron");
    write_portfolio(&path, customers)?;
    let keeping = Keeping::new(Arc::new(RealDisk), folder.path().join("state"));
    let now = chrono::DateTime::UNIX_EPOCH;
    let mut kept = open(&keeping, &path, Access::Change, u64::MAX, now)?.kept.ok_or("it opens read-only")?;
    let mut times = Vec::with_capacity(CHANGES);
    // The first one makes the journal and copies the file as it was opened.
    for number in 0..=CHANGES {
        let change = Arc::new(renamed(kept.portfolio(), number).ok_or("no customer")?);
        let start = Instant::now();
        kept.append(now, Happened::Did, change)?;
        if number > 0 {
            times.push(start.elapsed());
        }
    }
    line(out, &format!("a change to the journal, {customers} customers"), times);
    Ok(())
}

/// So many long frames are listed for each time that the file is written.
const LISTED: usize = 5;

/// What the system says about this thread so far.
#[derive(Clone, Copy, Default)]
struct Account {
    /// On a core.
    ran: Duration,
    /// Ready to run, and no core was free.
    waited: Duration,
    /// How often it went to sleep by itself: for a lock, a page or the disk.
    sleeps: u64,
}

impl Account {
    /// From Linux's `schedstat` (run, ready) and `status`; nothing where there is no such thing.
    fn now() -> Self {
        let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        let mut numbers =
            said.split_whitespace().map(|number| Duration::from_nanos(number.parse().unwrap_or_default()));
        let (ran, waited) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        let status = std::fs::read_to_string("/proc/thread-self/status").unwrap_or_default();
        let sleeps = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        Self { ran, waited, sleeps: sleeps.and_then(|number| number.trim().parse().ok()).unwrap_or_default() }
    }

    fn since(self, before: Self) -> Self {
        Self {
            ran: self.ran.saturating_sub(before.ran),
            waited: self.waited.saturating_sub(before.waited),
            sleeps: self.sleeps.saturating_sub(before.sleeps),
        }
    }
}

/// How long a frame took, and what its thread did meanwhile.
#[derive(Clone, Copy)]
struct Frame {
    took: Duration,
    account: Account,
}

impl Frame {
    /// What the machine did not take from it: while it was ready for a core, and, where it never slept, while the host of a virtual
    /// machine had stopped the core under it. The latter is neither running nor waiting in the guest's account.
    fn own(self) -> Duration {
        if self.account.sleeps == 0 && !self.account.ran.is_zero() {
            self.account.ran.min(self.took)
        } else {
            self.took.saturating_sub(self.account.waited)
        }
    }
}

fn frame_lines(out: &mut impl Write, name: &str, frames: &[Frame]) {
    line(out, name, frames.iter().map(|frame| frame.took).collect());
    line(out, "  without what the machine took", frames.iter().map(|frame| frame.own()).collect());
}

struct Bench {
    ctx: egui::Context,
    desk: Desk<RealShell>,
    time: f64,
}

impl Bench {
    fn frame(&mut self) -> Frame {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let (ctx, desk) = (self.ctx.clone(), &mut self.desk);
        let before = Account::now();
        let start = Instant::now();
        let output = ctx.run_ui(input, |ui| {
            desk.between(ui.ctx(), None);
            desk.frame(ui);
        });
        let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        drop(shapes);
        Frame { took, account: Account::now().since(before) }
    }

    /// The frames, and when each ended.
    fn until_timed(&mut self, start: Instant, mut done: impl FnMut(&AppState) -> bool) -> (Vec<Frame>, Vec<Duration>) {
        let (mut times, mut ends) = (Vec::new(), Vec::new());
        while !done(&self.desk.state) {
            times.push(self.frame());
            ends.push(start.elapsed());
        }
        (times, ends)
    }

    fn until(&mut self, mut done: impl FnMut(&AppState) -> bool) {
        while !done(&self.desk.state) {
            self.frame();
        }
    }
}

/// Frames while nothing happens, and while the whole portfolio is encoded, proved, written and swapped in.
fn frames(out: &mut impl Write, customers: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("portfolio.ron");
    let size = write_portfolio(&path, customers)?;
    let words = Words::new(Language::English)?;
    let keeping = Keeping::new(Arc::new(RealDisk), folder.path().join("state"));
    let shell = RealShell::new(Arc::new(|| {}), dialog_words(&words), None, keeping);
    let empty = Portfolio::new(uuid::Uuid::nil());
    let state = AppState::new(builtin_catalog()?, empty, OpenFile::new(None, Origin::New), Settings::default());
    let ctx = egui::Context::default();
    theme::install(&ctx);
    let mut bench = Bench { ctx, desk: Desk::new(state, words, shell), time: 0.0 };
    let ctx = bench.ctx.clone();
    bench.desk.obey(&ctx, [Command::OpenPath(path)]);
    bench.until(|state| state.session.file.path.is_some());
    for _ in 0..60 {
        bench.frame();
    }
    let still: Vec<Frame> = (0..600).map(|_| bench.frame()).collect();
    frame_lines(out, &format!("frames, still, {customers} customers"), &still);
    let mut writing = Vec::new();
    let mut took = Vec::new();
    for number in 0..5 {
        bench.desk.state.drafts.subscription.friendly_name = format!("nickname {number}");
        bench.desk.obey(&ctx, [Command::CommitForm]);
        bench.until(|state| state.session.file.waiting > 0);
        bench.desk.obey(&ctx, [Command::Save]);
        let start = Instant::now();
        let (frames, when) = bench.until_timed(start, |state| state.session.file.waiting == 0);
        took.push(start.elapsed());
        let long = frames.iter().zip(when).filter(|(frame, _)| ms(frame.took) > 8.0);
        for (frame, when) in long.take(LISTED) {
            let Account { ran, waited, sleeps } = frame.account;
            let (took, ran, waited, when) = (ms(frame.took), ms(ran), ms(waited), ms(when));
            let _ = writeln!(
                out,
                "    {when:.0} ms after Save a frame of {took:.1} ms: {ran:.1} running, {waited:.1} without a core, slept {sleeps} times"
            );
        }
        writing.extend(frames);
    }
    let frames = writing.len();
    frame_lines(out, &format!("frames while the file is written ({size} bytes)"), &writing);
    line(out, "the file, from Save to stored", took);
    // What the machine does to as many frames by itself, and what a thread does to them that only computes.
    let still: Vec<Frame> = (0..frames).map(|_| bench.frame()).collect();
    frame_lines(out, "control: as many frames, still", &still);
    frame_lines(out, "control: beside a busy thread", &beside_a_busy_thread(|| bench.frame(), frames));
    let filler = folder.path().join("filler");
    frame_lines(
        out,
        "control: beside a thread that writes",
        &beside_a_writing_thread(|| bench.frame(), frames, &filler, size)?,
    );
    Ok(())
}

/// Frames beside a thread that writes files as large as the portfolio and syncs them, from one small piece of memory.
fn beside_a_writing_thread(
    mut frame: impl FnMut() -> Frame,
    frames: usize,
    path: &Path,
    size: u64,
) -> Outcome<Vec<Frame>> {
    const PIECE: usize = 1 << 20;
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| -> std::io::Result<()> {
            let piece = vec![b'x'; PIECE];
            while !is_over.load(Ordering::Relaxed) {
                let mut file = std::fs::File::create(path)?;
                let mut left = size;
                while left > 0 {
                    let now = left.min(PIECE as u64);
                    file.write_all(piece.get(..usize::try_from(now).unwrap_or(PIECE)).unwrap_or_default())?;
                    left -= now;
                }
                file.sync_all()?;
            }
            Ok(())
        });
        let times = (0..frames).map(|_| frame()).collect();
        is_over.store(true, Ordering::Relaxed);
        writing.join().map_err(|_| "the writing thread fell over")??;
        Ok(times)
    })
}

/// Frames beside a thread that takes a core and nothing else: no memory, no disk.
fn beside_a_busy_thread(mut frame: impl FnMut() -> Frame, frames: usize) -> Vec<Frame> {
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
        });
        let times = (0..frames).map(|_| frame()).collect();
        is_over.store(true, Ordering::Relaxed);
        times
    })
}

fn main() -> Outcome<()> {
    let customers = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000);
    let mut out = std::io::stdout();
    for customers in [10, customers] {
        appends(&mut out, customers)?;
    }
    for customers in [10, customers] {
        frames(&mut out, customers)?;
    }
    Ok(())
}
