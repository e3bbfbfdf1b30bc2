//! How long a frame takes (egui's run and tessellation, no display) while scrolling, searching, sorting and opening the dialog, and while a file is read or written; and how long a search takes from the key to the list. Nothing is asserted here.
//!
//! `cargo bench --bench frames [-- CUSTOMERS [PER-CUSTOMER]]` prints the median, the 99th percentile and the slowest frame of
//! each script, for 40 customers, for 400, and for as many as asked. Frames come as a screen asks for them. Of so few as 40
//! none has as many subscriptions as the largest of many, and each is seen again and again; 400 are like the many in that.

use std::hint::black_box;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use egui::{Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2, vec2};
use upgrade_desk::app::Desk;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{Offers, Portfolio, Settings};
use upgrade_desk::shell::{DialogWords, Parent, Shell};
use upgrade_desk::state::{
    AppState, Command, CustomerColumn, Effect, OpenFile, Origin, ReadOutcome, Stamp, Tab, dispatch,
};
use upgrade_desk::storage::{builtin_catalog, decode, encode, encode_checked};
use upgrade_desk::text::{Language, Words};
use upgrade_desk::ui::theme;

/// A world in which nothing happens, but that every change is kept and what the lists need is worked out, as in the real one.
struct NoWorld {
    wanted: Arc<AtomicU64>,
    /// Wakes whoever waits for an answer.
    wake: Sender<()>,
    sender: Sender<Command>,
    receiver: Receiver<Command>,
}

impl NoWorld {
    fn new(wake: Sender<()>) -> Self {
        let (sender, receiver) = channel();
        Self { wanted: Arc::default(), wake, sender, receiver }
    }
}

impl Shell for NoWorld {
    fn perform(&mut self, effect: Effect) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        if let Effect::WorkOut(work) = effect {
            let (number, wanted) = (work.number(), Arc::clone(&self.wanted));
            wanted.store(number, Ordering::Relaxed);
            std::thread::spawn(move || {
                stand_back();
                let worked = work.run(&|| wanted.load(Ordering::Relaxed) == number);
                if let Some(worked) = worked {
                    // Nobody listens only once all is measured.
                    let _ = sender.send(Command::WorkedOut(Box::new(worked)));
                    let _ = wake.send(());
                }
            });
        } else if let Effect::LetGo(remains) = effect {
            std::thread::spawn(move || {
                stand_back();
                drop(remains);
            });
        } else if matches!(effect, Effect::Append { .. }) {
            // Nobody listens only once all is measured.
            let _ = sender.send(Command::Appended { waiting: 1, untitled: None });
        }
    }

    fn answers(&mut self, _parent: Option<&dyn Parent>) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }

    fn speak(&mut self, _words: DialogWords) {}

    fn stamp(&mut self) -> Stamp {
        Stamp { at: chrono::DateTime::UNIX_EPOCH, id: uuid::Uuid::nil() }
    }
}

struct Bench {
    ctx: egui::Context,
    desk: Desk<NoWorld>,
    woken: Receiver<()>,
    time: f64,
}

/// Between two frames that a screen asks for.
const FRAME: Duration = Duration::from_micros(16_667);

impl Bench {
    fn new(customers: usize, each: usize) -> Option<Self> {
        let catalog = builtin_catalog().ok()?;
        let portfolio = generate(customers, each, 7, &Offers::new(Arc::clone(&catalog), &[]));
        let state = AppState::new(catalog, portfolio, OpenFile::new(None, Origin::New), Settings::default());
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let (wake, woken) = channel();
        let desk = Desk::new(state, Words::new(Language::English).ok()?, NoWorld::new(wake));
        Some(Self { ctx, desk, woken, time: 0.0 })
    }

    /// One frame with these events: what the window's thread does but for drawing on the screen.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let (ctx, desk) = (self.ctx.clone(), &mut self.desk);
        let start = Instant::now();
        let output = ctx.run_ui(input, |ui| {
            desk.between(ui.ctx(), None);
            desk.frame(ui);
        });
        let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        drop(shapes);
        took
    }

    fn script(
        &mut self,
        name: &str,
        out: &mut impl Write,
        frames: usize,
        mut events: impl FnMut(&mut Self, usize) -> Vec<Event>,
    ) {
        for _ in 0..20 {
            self.frame(Vec::new());
        }
        let mut times: Vec<Duration> = (0..frames)
            .map(|at| {
                let events = events(self, at);
                let took = self.frame(events);
                std::thread::sleep(FRAME.saturating_sub(took));
                took
            })
            .collect();
        report(name, out, &mut times);
    }

    /// Frames as a screen would ask for them, for as long as some work beside the window takes.
    fn beside(&mut self, name: &str, out: &mut impl Write, work: impl FnOnce() + Send) {
        let mut times = Vec::new();
        std::thread::scope(|scope| {
            let work = scope.spawn(|| {
                stand_back();
                work();
            });
            while !work.is_finished() {
                let start = Instant::now();
                let by = if times.len().is_multiple_of(2) { -140.0 } else { 100.0 };
                times.push(self.frame(wheel(Pos2::new(200.0, 400.0), by)));
                std::thread::sleep(FRAME.saturating_sub(start.elapsed()));
            }
        });
        report(name, out, &mut times);
    }

    /// The frames from the moment a person confirms an import of everything until it counts and is listed, and those of
    /// taking it back.
    fn import(&mut self, out: &mut impl Write, portfolio: Portfolio) {
        let stamp = Stamp { at: chrono::DateTime::UNIX_EPOCH, id: uuid::Uuid::nil() };
        let effects = dispatch(&mut self.desk.state, Command::ImportPaths(vec!["all.ron".into()]), &stamp);
        let read = effects.into_iter().find_map(|effect| {
            let Effect::Read { serial, file, choices, planning, .. } = effect else { return None };
            Some((serial, file, choices, planning))
        });
        let Some((serial, file, choices, planning)) = read else { return };
        let incoming = Incoming::nothing(Recognized::only("ron"), portfolio, Supplied::All);
        let planned = planning.map(|planning| Box::new(planning.plan(&incoming, None)));
        let without_privileges = Arc::new(incoming.without_privileges());
        let (incoming, base) = (Arc::new(incoming), None);
        let outcome = ReadOutcome::Done { incoming, base, choices, planned, without_privileges };
        let ctx = self.ctx.clone();
        self.desk.obey(&ctx, [Command::Read { serial, file, outcome }]);
        for (name, command) in [("an import is recorded", Command::ConfirmImport), ("it is taken back", Command::Undo)]
        {
            for _ in 0..20 {
                self.frame(Vec::new());
            }
            let start = Instant::now();
            self.desk.obey(&ctx, [command]);
            let mut times = vec![start.elapsed() + self.frame(Vec::new())];
            for _ in 0..120 {
                times.push(self.frame(Vec::new()));
                std::thread::sleep(FRAME.saturating_sub(times.last().copied().unwrap_or_default()));
            }
            report(name, out, &mut times);
            let _ = writeln!(out, "    now {} customers", self.desk.state.portfolio.customers.as_slice().len());
        }
    }

    /// How long it takes until the lists are as a search asks for them, with frames made meanwhile as the window makes
    /// them: as often as a screen asks for one, and as soon as there is an answer.
    fn searches(&mut self, out: &mut impl Write, words: &[&str]) {
        let mut times = Vec::new();
        for word in words {
            let start = Instant::now();
            let ctx = self.ctx.clone();
            self.desk.obey(&ctx, [Command::Search((*word).to_owned())]);
            self.woken.try_iter().for_each(drop);
            let mut took = self.frame(Vec::new());
            while self.desk.state.session.derived.is_catching_up() {
                let _answered = self.woken.recv_timeout(FRAME.saturating_sub(took));
                took = self.frame(Vec::new());
            }
            times.push(start.elapsed());
        }
        let of_words: Vec<String> =
            words.iter().zip(&times).map(|(word, took)| format!("{word} {}", took.as_millis())).collect();
        // Nobody listening is no reason to stop.
        let _ = writeln!(out, "ms until the list of: {}", of_words.join(", "));
        report("from the key to the list", out, &mut times);
    }
}

/// As the program has it: what is done beside the window comes after it.
fn stand_back() {
    #[cfg(target_os = "linux")]
    let _as_before = rustix::process::nice(10);
}

fn report(name: &str, out: &mut impl Write, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    // Nobody listening is no reason to stop.
    let _ =
        writeln!(out, "{name:<28} p50 {:7.2} ms   p99 {:7.2} ms   worst {:7.2} ms", ms(at(50)), ms(at(99)), ms(worst));
}

fn wheel(at: Pos2, by: f32) -> Vec<Event> {
    let scroll = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, by),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    };
    vec![Event::PointerMoved(at), scroll]
}

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let (customers, each) = (numbers.next().unwrap_or(10_000), numbers.next().unwrap_or(3));
    // As in the window, which keeps a core to itself where it cannot go before what is done beside it.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let left = usize::from(!cfg!(target_os = "linux"));
    let beside = rayon::ThreadPoolBuilder::new().num_threads((cores - left).max(1)).start_handler(|_| stand_back());
    let _built = beside.build_global();
    let _own_thread = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
    let mut out = std::io::stdout();
    for customers in [40, 400, customers] {
        let Some(mut bench) = Bench::new(customers, each) else { return };
        let totals = *bench.desk.state.session.derived.totals();
        let _ = writeln!(out, "{} customers, {} subscriptions", totals.customers, totals.subscriptions);
        bench.script("still", &mut out, 300, |_, _| Vec::new());
        bench.script("scrolling customers", &mut out, 600, |_, _| wheel(Pos2::new(200.0, 400.0), -140.0));
        let words = ["c", "co", "con", "cont", "conto", "cont", "con", "", "上", "海", "e3", "", "onms", "trading", ""];
        bench.script("searching", &mut out, 600, |bench, at| {
            if at.is_multiple_of(4) {
                let word = words.get(at / 4 % words.len()).copied().unwrap_or_default();
                let ctx = bench.ctx.clone();
                bench.desk.obey(&ctx, [Command::Search(word.to_owned())]);
            }
            Vec::new()
        });
        bench.searches(&mut out, &words);
        bench.script("searching, with the key", &mut out, 600, |bench, at| {
            if at == 0 {
                bench.ctx.memory_mut(|memory| memory.request_focus(egui::Id::unique("search")));
            }
            match at % 8 {
                0 => vec![Event::Text("o".to_owned())],
                4 => vec![Event::Key {
                    key: egui::Key::Backspace,
                    physical_key: None,
                    pressed: true,
                    repeat: false,
                    modifiers: Modifiers::NONE,
                }],
                _ => Vec::new(),
            }
        });
        bench.script("choosing customers", &mut out, 300, |bench, at| {
            let position = at * 31 % customers.max(1);
            let id = bench.desk.state.portfolio.customers.at(position).map(|customer| customer.id.clone());
            let ctx = bench.ctx.clone();
            bench.desk.obey(&ctx, id.map(Command::SelectCustomer));
            Vec::new()
        });
        bench.script("dialog open", &mut out, 200, |bench, at| {
            if at == 0 {
                let ctx = bench.ctx.clone();
                bench.desk.obey(&ctx, [Command::AskUpgrade { target: None }]);
            }
            Vec::new()
        });
        let ctx = bench.ctx.clone();
        bench.desk.obey(&ctx, [Command::CloseDialog, Command::ShowTab(Tab::Subscriptions)]);
        bench.script("scrolling all subscriptions", &mut out, 600, |_, _| wheel(Pos2::new(600.0, 500.0), -200.0));
        bench.script("switching tabs", &mut out, 200, |bench, at| {
            let tab = if at.is_multiple_of(2) { Tab::Customers } else { Tab::Subscriptions };
            let ctx = bench.ctx.clone();
            bench.desk.obey(&ctx, [Command::ShowTab(tab)]);
            Vec::new()
        });
        bench.script("sorting", &mut out, 60, |bench, at| {
            let column = if at.is_multiple_of(2) { CustomerColumn::Domain } else { CustomerColumn::Company };
            let ctx = bench.ctx.clone();
            bench.desk.obey(&ctx, [Command::SortCustomers(column)]);
            Vec::new()
        });
        bench.desk.obey(&ctx, [Command::ShowTab(Tab::Customers)]);
        let portfolio = bench.desk.state.portfolio.clone();
        let Ok(text) = encode(&portfolio) else { return };
        bench.beside("scrolling while one is read", &mut out, || drop(black_box(decode(text.as_bytes()))));
        drop(text);
        if customers > 400
            && let Some(mut empty) = Bench::new(0, each)
        {
            empty.import(&mut out, portfolio.clone());
        }
        bench.beside("scrolling while it is written", &mut out, || drop(black_box(encode_checked(&portfolio))));
    }
}
