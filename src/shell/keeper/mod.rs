//! The thread that keeps the open portfolio: it writes changes down one by one, and brings the file up to date in between.
//!
//! The window never waits for it. Reading a file to open it, and encoding and swapping it, run on threads of their own, so
//! that a change is not behind them either; another name, two versions and the whole history are worked off here, in turn. How a portfolio is kept safe is `keep`'s.

mod opening;
mod outside;
mod versions;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::Wake;
use super::disk::FileFacts;
use super::keep::{AppendFailure, CheckpointFailure, Keeping, Kept, Mine, Swapped, Written, is_untitled};
use super::watch::Watch;
use crate::model::{Change, Happened};
use crate::state::diagnosis::Diagnosis;
use crate::state::{Command, Effect, Failure, StoreTrouble};
use opening::Loaded;

/// After the last change, the file waits so long before it follows,
const QUIET: Duration = Duration::from_secs(2);
/// or so many times as long as writing it took the last time,
const TIMES_LAST: u32 = 20;
/// unless the journal has grown to so many bytes: 4 MiB.
const MUCH: u64 = 4 << 20;
/// A file that could not be written is tried again after so long.
const AGAIN: Duration = Duration::from_secs(60);

/// What the thread is asked to do.
pub(super) enum Order {
    /// What the state asks of the portfolio and its files.
    Do(Effect),
    // From its own threads.
    Loaded(Box<Loaded>),
    Written {
        ticket: u64,
        written: Box<Result<Written, CheckpointFailure>>,
    },
    Swapped {
        ticket: u64,
        swapped: Result<Swapped, CheckpointFailure>,
    },
    // From the disk.
    Touched,
    /// The window is gone.
    Close,
}

/// What the file is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Idle,
    /// Since when.
    Writing(Instant),
    /// The person has to decide between two versions first.
    Stopped,
}

struct Current {
    ticket: u64,
    kept: Kept,
    mine: Option<Mine>,
    phase: Phase,
    /// When it is due, where nothing comes in between.
    due: Option<Instant>,
    /// How long writing the file took.
    took: Duration,
    watch: Option<Watch>,
    /// The file as it was when it was last looked at, so that it is not read again for nothing.
    seen: Option<FileFacts>,
}

struct Candidate {
    ticket: u64,
    kept: Option<Kept>,
    mine: Option<Mine>,
    /// The portfolio, where it is not a backup of the one before.
    subject: Option<(Uuid, PathBuf)>,
}

/// The thread's way to the outside.
pub(super) struct Keeper {
    keeping: Keeping,
    orders: Receiver<Order>,
    own: Sender<Order>,
    answers: Sender<Command>,
    wake: Wake,
    tickets: u64,
    candidate: Option<Candidate>,
    /// Stops the file that is being read.
    loading: Option<Arc<AtomicBool>>,
    /// Whose backups are listed: the portfolio that is shown, or that a shown backup is one of.
    subject: Option<(Uuid, PathBuf)>,
    postponed: VecDeque<Effect>,
    current: Option<Current>,
    /// What was given up long ago has been looked for.
    has_pruned: bool,
}

/// The thread, from outside. Dropping it waits until the portfolio is let go, so that whoever opens it next finds it free.
#[derive(Debug)]
pub(super) struct Handle {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    /// Whether the order was taken.
    pub fn order(&self, order: Order) -> bool {
        self.orders.send(order).is_ok()
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let _ended_already = self.orders.send(Order::Close);
        if let Some(thread) = self.thread.take() {
            let _ended_by_a_fault = thread.join();
        }
    }
}

/// Starts the thread.
pub(super) fn start(keeping: Keeping, answers: Sender<Command>, wake: Wake) -> Handle {
    let (sender, orders) = channel();
    let own = sender.clone();
    let thread = std::thread::spawn(move || {
        let mut keeper = Keeper {
            keeping,
            orders,
            own,
            answers,
            wake,
            tickets: 0,
            candidate: None,
            loading: None,
            subject: None,
            postponed: VecDeque::new(),
            current: None,
            has_pruned: false,
        };
        keeper.run();
    });
    Handle { orders: sender, thread: Some(thread) }
}

fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(0)
}

impl Keeper {
    fn run(&mut self) {
        loop {
            let order = match self.wait() {
                None => self.orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => self.orders.recv_timeout(wait),
            };
            match order {
                Ok(Order::Close) => return,
                Ok(order) => {
                    let was_append = matches!(order, Order::Do(Effect::Append { .. }));
                    // After a panic nothing is written any more: what is on the disk is better than what led to it.
                    if catch_unwind(AssertUnwindSafe(|| self.obey(order))).is_err() {
                        if was_append {
                            self.answer(Command::NotAppended(not_journaled("the program found a fault of its own")));
                        }
                        return;
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.begin_checkpoint(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn answer(&self, command: Command) {
        // The window may be gone; then nobody waits for the answer.
        let _unheard = self.answers.send(command);
        (self.wake)();
    }

    /// How long nothing has to be done; `None` until the next order.
    fn wait(&self) -> Option<Duration> {
        let current = self.current.as_ref().filter(|current| current.phase == Phase::Idle)?;
        current.due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Do(effect) => self.take(effect),
            Order::Loaded(loaded) => self.loaded(*loaded),
            Order::Written { ticket, written } => {
                self.written(ticket, *written);
                self.go_on();
            }
            Order::Swapped { ticket, swapped } => {
                self.swapped(ticket, swapped);
                self.go_on();
            }
            Order::Touched => self.touched(),
            Order::Close => {}
        }
    }

    /// What lets go of the file waits until nothing is on its way to it, and everything behind that waits too.
    fn take(&mut self, effect: Effect) {
        let is_writing = self.current.as_ref().is_some_and(|current| matches!(current.phase, Phase::Writing(_)));
        if !self.postponed.is_empty() || (is_writing && lets_go(&effect)) {
            self.postponed.push_back(effect);
        } else {
            self.carry_out(effect);
        }
    }

    /// What waited for the file, where nothing is on its way to it any more.
    fn go_on(&mut self) {
        if self.current.as_ref().is_some_and(|current| matches!(current.phase, Phase::Writing(_))) {
            return;
        }
        for effect in std::mem::take(&mut self.postponed) {
            self.take(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Open { path, what_for } => self.load(path, what_for),
            Effect::StopOpening => self.stop_loading(),
            Effect::Keep { ticket } => self.keep(ticket),
            Effect::Begin { portfolio } => self.begin(Arc::unwrap_or_clone(portfolio)),
            Effect::Append { at, happened, change } => self.append(at, happened, change),
            Effect::Checkpoint => self.checkpoint(),
            Effect::SaveAs { path, id } => self.save_as(&path, id),
            Effect::KeepMine => self.keep_mine(),
            Effect::TakeTheirs => self.take_theirs(),
            Effect::Discard => self.discard(),
            Effect::RestoreBetter { path, id } => self.restore_better(&path, id),
            Effect::RestoreBackup { backup, id } => self.restore_backup(&backup, id),
            Effect::ListBackups => self.list_backups(),
            Effect::ReadHistory => self.read_history(),
            // The shell's own, and the window's.
            Effect::WorkOut(_)
            | Effect::LetGo(_)
            | Effect::PickFile { .. }
            | Effect::ResolvePath { .. }
            | Effect::OpenSample
            | Effect::Read { .. }
            | Effect::StopReading { .. }
            | Effect::KeepImported { .. }
            | Effect::ForgetImported { .. }
            | Effect::WriteText { .. }
            | Effect::Export { .. }
            | Effect::Compare { .. }
            | Effect::Report { .. }
            | Effect::StopHandingOut { .. }
            | Effect::KeepSettings(_)
            | Effect::CopyText(_)
            | Effect::Raise
            | Effect::Quit => {}
        }
    }

    // Changes, and the file that follows them.

    fn append(&mut self, at: DateTime<Utc>, happened: Happened, change: Arc<Change>) {
        let state = self.keeping.state.clone();
        let Some(current) = &mut self.current else {
            self.answer(Command::NotAppended(not_journaled("no portfolio is open to be changed")));
            return;
        };
        if current.mine.is_some() {
            // The window shows the other version, and a change of that is none of this.
            self.answer(Command::NotAppended(not_journaled("there are two versions to be decided on first")));
            return;
        }
        let command = match current.kept.append(at, happened, change) {
            Ok(_) => {
                let quiet = QUIET.max(current.took * TIMES_LAST);
                let wait = if current.kept.journal_size() > MUCH { Duration::ZERO } else { quiet };
                current.due = Some(Instant::now() + wait);
                if current.watch.is_none() {
                    let own = self.own.clone();
                    current.watch = Watch::on(&current.kept.watched(), move || {
                        let _gone = own.send(Order::Touched);
                    });
                }
                let path = current.kept.path();
                let untitled = is_untitled(&state, path).then(|| path.to_owned());
                Command::Appended { waiting: current.kept.waiting(), untitled }
            }
            Err(failure) => Command::NotAppended(not_appended(&failure)),
        };
        self.answer(command);
    }

    /// The person wants the file to be up to date, or is about to leave.
    fn checkpoint(&mut self) {
        let Some(current) = &mut self.current else {
            self.answer(Command::Stored { waiting: 0, copies: Vec::new() });
            return;
        };
        match current.phase {
            // The answer of the one that is under way comes anyway.
            Phase::Writing(_) => {}
            Phase::Idle | Phase::Stopped if current.mine.is_some() => {
                let theirs = self.theirs(None);
                self.answer(Command::ChangedOutside(Box::new(theirs)));
            }
            Phase::Idle | Phase::Stopped if current.kept.waiting() == 0 => match current.kept.look_at_file() {
                Ok(()) => {
                    current.phase = Phase::Idle;
                    self.answer(Command::Stored { waiting: 0, copies: Vec::new() });
                }
                Err(failure) => self.not_stored(&failure),
            },
            Phase::Idle | Phase::Stopped => {
                current.phase = Phase::Idle;
                self.begin_checkpoint();
            }
        }
    }

    fn begin_checkpoint(&mut self) {
        let Some(current) = &mut self.current else { return };
        current.due = None;
        if current.phase != Phase::Idle || current.kept.waiting() == 0 {
            return;
        }
        current.phase = Phase::Writing(Instant::now());
        let (job, ticket, own) = (current.kept.job(now()), current.ticket, self.own.clone());
        std::thread::spawn(move || {
            stand_back();
            let written = guarded(|| job.write());
            let _gone = own.send(Order::Written { ticket, written: Box::new(written) });
        });
        self.answer(Command::Storing);
    }

    fn written(&mut self, ticket: u64, written: Result<Written, CheckpointFailure>) {
        let Some(current) = self.current.as_mut().filter(|current| current.ticket == ticket) else { return };
        let announced = written.and_then(|written| current.kept.announce(&written, now()).map(|()| written));
        match announced {
            Ok(written) => {
                let own = self.own.clone();
                std::thread::spawn(move || {
                    stand_back();
                    let swapped = guarded(|| written.swap(now()));
                    let _gone = own.send(Order::Swapped { ticket, swapped });
                });
            }
            Err(failure) => self.not_stored(&failure),
        }
    }

    fn swapped(&mut self, ticket: u64, swapped: Result<Swapped, CheckpointFailure>) {
        let Some(current) = self.current.as_mut().filter(|current| current.ticket == ticket) else { return };
        match swapped {
            Ok(swapped) => {
                current.kept.settle(&swapped, now());
                if let Phase::Writing(since) = current.phase {
                    current.took = since.elapsed();
                }
                current.phase = Phase::Idle;
                let waiting = current.kept.waiting();
                if waiting > 0 {
                    current.due = Some(Instant::now() + QUIET.max(current.took * TIMES_LAST));
                }
                let mut copies: Vec<PathBuf> = current.kept.take_found();
                copies.extend(swapped.copy().map(Path::to_owned));
                self.answer(Command::Stored { waiting, copies });
                // Opening writes nothing, and removes nothing either: the first file that was stored is early enough.
                if !std::mem::replace(&mut self.has_pruned, true) {
                    self.keeping.prune_discarded(now());
                }
            }
            Err(failure) => self.not_stored(&failure),
        }
    }

    fn not_stored(&mut self, failure: &CheckpointFailure) {
        let Some(current) = &mut self.current else { return };
        let waiting = current.kept.waiting();
        let path = current.kept.path().to_owned();
        if let CheckpointFailure::Outside(outside) = failure {
            current.phase = Phase::Stopped;
            let theirs = self.theirs(Some(outside.clone()));
            self.answer(Command::ChangedOutside(Box::new(theirs)));
            return;
        }
        // While there are two versions only the person brings the file up to date.
        let is_decided = current.mine.is_none();
        current.phase = if is_decided { Phase::Idle } else { Phase::Stopped };
        current.due = is_decided.then(|| Instant::now() + AGAIN);
        let is_full = match failure {
            CheckpointFailure::File(failure) | CheckpointFailure::Journal(AppendFailure::File(failure)) => {
                failure.is_full()
            }
            CheckpointFailure::Encode(_)
            | CheckpointFailure::Journal(_)
            | CheckpointFailure::Outside(_)
            | CheckpointFailure::Fault => false,
        };
        let failure = Failure::NotWritten { path, detail: failure.into() };
        let trouble = if is_full { StoreTrouble::Full(failure) } else { StoreTrouble::Failed(failure) };
        self.answer(Command::NotStored { waiting, trouble });
    }
}

/// Whether [`stand_back`] does anything: on Linux a thread has a priority of its own; elsewhere that would slow down the
/// window too.
pub(super) const STANDS_BACK: bool = cfg!(target_os = "linux");

/// The window goes before the thread that this is called on: the file can come a little later.
pub(super) fn stand_back() {
    /// So much nicer than the window, of 19.
    #[cfg(target_os = "linux")]
    const NICER: i32 = 10;
    #[cfg(target_os = "linux")]
    let _as_before = rustix::process::nice(NICER);
}

/// Whether an effect lets go of the file that is kept, or puts another in its place.
const fn lets_go(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Keep { .. }
            | Effect::Begin { .. }
            | Effect::SaveAs { .. }
            | Effect::KeepMine
            | Effect::TakeTheirs
            | Effect::Discard
    )
}

/// A fault of the program's own must not leave everybody waiting for an answer.
fn guarded<T>(work: impl FnOnce() -> Result<T, CheckpointFailure>) -> Result<T, CheckpointFailure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(CheckpointFailure::Fault))
}

fn not_journaled(said: &str) -> Failure {
    Failure::NotJournaled { detail: Diagnosis::OwnFault { said: Some(said.to_owned()) } }
}

fn not_appended(failure: &AppendFailure) -> Failure {
    let detail = failure.into();
    match failure {
        AppendFailure::MayComeBack(_) => Failure::MayComeBack { detail },
        AppendFailure::File(_) | AppendFailure::Encode(_) | AppendFailure::FirstFile(_) => {
            Failure::NotJournaled { detail }
        }
    }
}
