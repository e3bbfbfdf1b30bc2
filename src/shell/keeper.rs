//! The thread that keeps the open portfolio: it writes changes down one by one, and brings the file up to date in between.
//!
//! The window never waits for it. What takes long (reading, encoding, swapping) runs on threads of its own, so that a
//! change is never behind it either. How a portfolio is kept safe is `keep`'s.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::Wake;
use super::files::{FileFailure, read_from};
use super::keep::{
    Access, AppendFailure, CheckpointFailure, Keeping, Kept, Mine, OpenFailure, Outside, VersionFailure,
};
use super::keep::{Opened, Rebuilt, Swapped, Written, is_untitled, open};
use super::watch::Watch;
use super::work::{LIMIT, finding_line};
use crate::exchange::merge;
use crate::model::{Change, ContentHash, Happened, Portfolio};
use crate::state::{self, BackupLine, Better, Command, Failure, FileSeal, LooksOnly, OpenFor, StoreTrouble, Theirs};
use crate::storage::{self, MAXIMUM_SIZE, Seal, content_hash, decode};

/// After the last change, the file waits so long before it follows,
const QUIET: Duration = Duration::from_secs(2);
/// or so many times as long as writing it took the last time,
const TIMES_LAST: u32 = 20;
/// unless the journal has grown to so many bytes: 4 MiB.
const MUCH: u64 = 4 << 20;
/// A file that could not be written is tried again after so long.
const AGAIN: Duration = Duration::from_secs(60);
/// The person is asked before a larger file is read, in bytes: 256 MiB.
const LARGE: u64 = 256 << 20;

/// What the thread is asked to do.
pub(super) enum Order {
    Open { path: PathBuf, what_for: OpenFor },
    Keep { ticket: u64 },
    Begin { portfolio: Arc<Portfolio> },
    Append { at: DateTime<Utc>, happened: Happened, change: Arc<Change> },
    Checkpoint,
    SaveAs { path: PathBuf, id: Uuid },
    KeepMine,
    TakeTheirs,
    Discard,
    RestoreBetter { path: PathBuf, id: Uuid },
    RestoreBackup { backup: PathBuf, id: Uuid },
    ListBackups,
    ReadHistory,
    // From its own threads.
    Loaded(Box<Loaded>),
    Written { ticket: u64, written: Result<Written, CheckpointFailure> },
    Swapped { ticket: u64, swapped: Result<Swapped, CheckpointFailure> },
    // From the disk.
    Touched,
}

/// A portfolio that was read and waits to be taken.
pub(super) struct Loaded {
    path: PathBuf,
    what_for: OpenFor,
    opened: Result<Opened, OpenFailure>,
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
}

struct Candidate {
    ticket: u64,
    kept: Option<Kept>,
    mine: Option<Mine>,
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
    current: Option<Current>,
}

/// Starts the thread, and gives back where it takes orders.
pub(super) fn start(keeping: Keeping, answers: Sender<Command>, wake: Wake) -> Sender<Order> {
    let (sender, orders) = channel();
    let own = sender.clone();
    std::thread::spawn(move || {
        let mut keeper = Keeper { keeping, orders, own, answers, wake, tickets: 0, candidate: None, current: None };
        keeper.run();
    });
    sender
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
                Ok(order) => {
                    let was_append = matches!(order, Order::Append { .. });
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
            Order::Open { path, what_for } => self.load(path, what_for),
            Order::Loaded(loaded) => self.loaded(*loaded),
            Order::Keep { ticket } => self.keep(ticket),
            Order::Begin { portfolio } => self.begin(Arc::unwrap_or_clone(portfolio)),
            Order::Append { at, happened, change } => self.append(at, happened, change),
            Order::Checkpoint => self.checkpoint(),
            Order::Written { ticket, written } => self.written(ticket, written),
            Order::Swapped { ticket, swapped } => self.swapped(ticket, swapped),
            Order::SaveAs { path, id } => self.save_as(&path, id),
            Order::KeepMine => self.keep_mine(),
            Order::TakeTheirs => self.take_theirs(),
            Order::Discard => self.discard(),
            Order::RestoreBetter { path, id } => self.restore_better(&path, id),
            Order::RestoreBackup { backup, id } => self.restore_backup(&backup, id),
            Order::ListBackups => self.list_backups(),
            Order::ReadHistory => self.read_history(),
            Order::Touched => self.touched(),
        }
    }

    // Opening.

    fn load(&self, path: PathBuf, what_for: OpenFor) {
        let (keeping, own) = (self.keeping.clone(), self.own.clone());
        std::thread::spawn(move || {
            let access = match what_for {
                OpenFor::Change | OpenFor::ChangeLarge => Access::Change,
                OpenFor::Look | OpenFor::LookAtBackup | OpenFor::LookAtReadable => Access::Look,
            };
            let limit = if what_for == OpenFor::Change { LARGE } else { LIMIT };
            let opened = open(&keeping, &path, access, limit, now());
            let _gone = own.send(Order::Loaded(Box::new(Loaded { path, what_for, opened })));
        });
    }

    fn loaded(&mut self, loaded: Loaded) {
        let Loaded { path, what_for, opened } = loaded;
        // A name without its folder would mean another file once the program stands elsewhere.
        let path = std::path::absolute(&path).unwrap_or(path);
        let command = match opened {
            Ok(opened) => self.opened(opened, what_for),
            Err(OpenFailure::File(FileFailure::TooLarge { limit: LARGE, .. })) => {
                let size = self.keeping.disk.facts(&path).map_or(LARGE, |facts| facts.size);
                if size > LIMIT {
                    let failure = FileFailure::TooLarge { limit: LIMIT, path: path.clone() };
                    Command::Failed(Failure::NotRead { path, detail: failure.to_string() })
                } else {
                    Command::Large { path, size }
                }
            }
            Err(OpenFailure::File(failure)) => Command::Failed(Failure::NotRead { path, detail: failure.to_string() }),
            Err(OpenFailure::Locked { path }) => Command::InUse { path },
            Err(OpenFailure::Damaged { bytes, .. }) if what_for == OpenFor::LookAtReadable => {
                match storage::salvage(&bytes) {
                    Some(read) => self.readable(path, read.portfolio),
                    None => Command::Failed(Failure::NotUnderstood { path, detail: String::new() }),
                }
            }
            Err(OpenFailure::Damaged { error, bytes, better, .. }) => Command::Damaged {
                path,
                detail: error.to_string(),
                better: better.map(|rebuilt| better_of(&rebuilt)),
                readable: storage::salvage(&bytes).map(|read| read.portfolio.customers.len()),
            },
        };
        self.answer(command);
    }

    fn ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    fn opened(&mut self, opened: Opened, what_for: OpenFor) -> Command {
        let Opened {
            path,
            portfolio,
            not_understood,
            findings,
            seal,
            recovered,
            past,
            mine,
            copies,
            holder,
            journal_is_newer,
            kept,
        } = opened;
        let ticket = self.ticket();
        let looks_only = match what_for {
            OpenFor::LookAtBackup => Some(LooksOnly::Backup),
            _ if !not_understood.is_empty() => Some(LooksOnly::NotUnderstood),
            _ if journal_is_newer => Some(LooksOnly::NewerJournal),
            OpenFor::Look | OpenFor::LookAtReadable => Some(LooksOnly::InUse),
            OpenFor::Change | OpenFor::ChangeLarge => None,
        };
        let theirs = mine.as_ref().map(|mine| {
            let plan = mine.portfolio.as_ref().map(|mine| merge::plan(mine, &portfolio, merge::Into::Existing));
            Box::new(Theirs {
                plan: plan.map(Box::new),
                detail: None,
                changes: mine.entries.len(),
                is_shown: true,
                can_keep_mine: mine.portfolio.is_some(),
            })
        });
        let is_beside = kept.as_ref().is_some_and(Kept::is_beside);
        self.candidate = Some(Candidate { ticket, kept, mine });
        Command::Opened(Box::new(state::Opened {
            ticket,
            is_untitled: is_untitled(&self.keeping.state, &path),
            path,
            portfolio: Arc::new(portfolio),
            not_understood: not_understood.iter().map(ToString::to_string).collect(),
            findings: findings.iter().map(finding_line).collect(),
            seal: match seal {
                Seal::Whole | Seal::NotApplicable => FileSeal::Whole,
                Seal::Missing => FileSeal::Missing,
                Seal::Wrong => FileSeal::EditedOutside,
            },
            recovered,
            past,
            theirs: theirs.filter(|_| looks_only.is_none()),
            copies,
            holder: holder.map(|holder| holder.said),
            looks_only,
            is_beside,
        }))
    }

    /// What can be read of a damaged file, to be looked at.
    fn readable(&mut self, path: PathBuf, portfolio: Portfolio) -> Command {
        let ticket = self.ticket();
        self.candidate = Some(Candidate { ticket, kept: None, mine: None });
        let customers = portfolio.customers.len();
        Command::Opened(Box::new(state::Opened {
            ticket,
            path,
            portfolio: Arc::new(portfolio),
            not_understood: Vec::new(),
            findings: Vec::new(),
            seal: FileSeal::Whole,
            recovered: Vec::new(),
            past: Vec::new(),
            theirs: None,
            copies: Vec::new(),
            holder: None,
            looks_only: Some(LooksOnly::Damaged { customers }),
            is_beside: false,
            is_untitled: false,
        }))
    }

    /// What was opened is taken: it is kept from now on, and what was kept before is let go.
    fn keep(&mut self, ticket: u64) {
        let Some(Candidate { kept, mine, .. }) = self.candidate.take_if(|candidate| candidate.ticket == ticket) else {
            return;
        };
        self.current = kept.map(|kept| self.current_of(ticket, kept, mine));
    }

    fn begin(&mut self, portfolio: Portfolio) {
        let ticket = self.ticket();
        let kept = self.keeping.begin(portfolio);
        self.current = Some(self.current_of(ticket, kept, None));
    }

    fn current_of(&self, ticket: u64, kept: Kept, mine: Option<Mine>) -> Current {
        let own = self.own.clone();
        let watch = Watch::on(&kept.watched(), move || {
            let _gone = own.send(Order::Touched);
        });
        // Nothing is written for what was opened: the first write belongs to the first change.
        Current { ticket, kept, mine, phase: Phase::Idle, due: None, took: Duration::ZERO, watch }
    }

    // Changes, and the file that follows them.

    fn append(&mut self, at: DateTime<Utc>, happened: Happened, change: Arc<Change>) {
        let state = self.keeping.state.clone();
        let Some(current) = &mut self.current else {
            self.answer(Command::NotAppended(not_journaled("no portfolio is open to be changed")));
            return;
        };
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
            Err(failure) => Command::NotAppended(not_journaled(&failure.to_string())),
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
            Phase::Idle | Phase::Stopped if current.kept.waiting() == 0 => match current.kept.look_at_file() {
                Ok(()) => self.answer(Command::Stored { waiting: 0, copies: Vec::new() }),
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
            let _gone = own.send(Order::Written { ticket, written: job.write() });
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
                    let _gone = own.send(Order::Swapped { ticket, swapped: written.swap(now()) });
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
            let theirs = self.theirs(outside.clone());
            self.answer(Command::ChangedOutside(Box::new(theirs)));
            return;
        }
        current.phase = Phase::Idle;
        current.due = Some(Instant::now() + AGAIN);
        let is_full = match failure {
            CheckpointFailure::File(failure) | CheckpointFailure::Journal(AppendFailure::File(failure)) => {
                failure.is_full()
            }
            CheckpointFailure::Encode(_) | CheckpointFailure::Journal(_) | CheckpointFailure::Outside(_) => false,
        };
        let failure = Failure::NotWritten { path, detail: failure.to_string() };
        let trouble = if is_full { StoreTrouble::Full(failure) } else { StoreTrouble::Failed(failure) };
        self.answer(Command::NotStored { waiting, trouble });
    }

    /// What stands in the file's place, beside what the person has.
    fn theirs(&self, outside: Outside) -> Theirs {
        let mut theirs = Theirs { plan: None, detail: None, changes: 0, is_shown: false, can_keep_mine: true };
        let Some(current) = &self.current else { return theirs };
        theirs.changes = current.kept.waiting();
        match outside {
            Outside::Changed(_) => {
                let bytes = read_from(&*self.keeping.disk, current.kept.path(), MAXIMUM_SIZE);
                match bytes
                    .map_err(|failure| failure.to_string())
                    .and_then(|bytes| decode(&bytes).map_err(|error| error.to_string()))
                {
                    Ok(loaded) => {
                        let mine = current.kept.portfolio();
                        let plan = merge::plan(mine, &loaded.portfolio, merge::Into::Existing);
                        theirs.plan = Some(Box::new(plan));
                    }
                    Err(detail) => theirs.detail = Some(detail),
                }
            }
            Outside::Gone => {}
            Outside::Unreadable(failure) => {
                theirs.detail = Some(failure.to_string());
                theirs.can_keep_mine = false;
            }
        }
        theirs
    }

    /// Something happened to the file or to the wish to come to the front.
    fn touched(&mut self) {
        let Some(current) = &mut self.current else { return };
        if current.kept.was_asked_to_front() {
            self.answer(Command::ComeToFront);
            return;
        }
        if current.phase == Phase::Idle
            && current.mine.is_none()
            && let Err(failure @ CheckpointFailure::Outside(_)) = current.kept.look_at_file()
        {
            self.not_stored(&failure);
        }
    }

    // Versions.

    fn save_as(&mut self, path: &Path, id: Uuid) {
        let Some(current) = &mut self.current else {
            let detail = "nothing is open to be saved".to_owned();
            self.answer(Command::NotSavedAs(Failure::NotWritten { path: path.to_owned(), detail }));
            return;
        };
        // The file that is left behind gets what it has been given; where it cannot, its journal has it.
        if current.kept.has_file() && current.phase == Phase::Idle && current.kept.waiting() > 0 {
            let _kept_in_the_journal = current.kept.checkpoint(now());
        }
        match current.kept.save_as(path, id, now()) {
            Ok(kept) => {
                let path = kept.path().to_owned();
                if is_untitled(&self.keeping.state, current.kept.path()) {
                    let _comes_back_at_the_next_start = current.kept.discard();
                }
                let ticket = self.ticket();
                self.current = Some(self.current_of(ticket, kept, None));
                self.answer(Command::SavedAs { path, id });
            }
            Err(failure) => self.answer(Command::NotSavedAs(not_made(path, &failure))),
        }
    }

    fn keep_mine(&mut self) {
        let Some(current) = &mut self.current else { return };
        let found = read_from(&*self.keeping.disk, current.kept.path(), MAXIMUM_SIZE);
        let found: Option<ContentHash> = match found {
            Ok(bytes) => Some(content_hash(&bytes)),
            Err(failure) if failure.is_missing() => None,
            Err(failure) => {
                self.not_stored(&CheckpointFailure::Outside(Outside::Unreadable(failure)));
                return;
            }
        };
        let mine = current.mine.take();
        let was_shown = mine.is_some();
        match current.kept.keep_mine(mine.clone(), found, now()) {
            Ok(swapped) => {
                current.phase = Phase::Idle;
                let path = current.kept.path().to_owned();
                let copy = swapped.copy().map(Path::to_owned);
                if was_shown {
                    // The window shows the other version, so it opens the file anew.
                    self.current = None;
                    self.answer(Command::MineKept { path, theirs: copy });
                } else {
                    self.answer(Command::Stored { waiting: 0, copies: copy.into_iter().collect() });
                }
            }
            Err(failure) => {
                current.mine = mine;
                self.not_stored(&failure);
            }
        }
    }

    fn take_theirs(&mut self) {
        let Some(current) = &mut self.current else { return };
        let mine = current.mine.as_ref().and_then(|mine| mine.portfolio.as_ref());
        let path = current.kept.path().to_owned();
        match current.kept.take_theirs(mine, now()) {
            Ok(mine) => {
                self.current = None;
                self.answer(Command::TheirsTaken { path, mine });
            }
            Err(failure) => self.answer(Command::Failed(not_made(&path, &failure))),
        }
    }

    fn discard(&mut self) {
        if let Some(current) = &mut self.current
            && let Err(failure) = current.kept.discard()
        {
            let path = current.kept.path().to_owned();
            self.answer(Command::Failed(Failure::NotWritten { path, detail: failure.to_string() }));
        }
    }

    fn restore_better(&self, path: &Path, id: Uuid) {
        let (keeping, answers, wake) = (self.keeping.clone(), self.answers.clone(), Arc::clone(&self.wake));
        let path = path.to_owned();
        std::thread::spawn(move || {
            // Looked for anew: what was found when the file was opened may be hours old.
            let command = match open(&keeping, &path, Access::Look, LIMIT, now()) {
                Err(OpenFailure::Damaged { better: Some(better), .. }) => {
                    restored(&keeping, &better.portfolio, id, &path)
                }
                Ok(_) => Command::Restored { path },
                Err(failure) => Command::Failed(Failure::NotRead { path, detail: failure.to_string() }),
            };
            let _unheard = answers.send(command);
            wake();
        });
    }

    fn restore_backup(&self, backup: &Path, id: Uuid) {
        let Some(current) = &self.current else { return };
        let path = current.kept.path().to_owned();
        let bytes = read_from(&*self.keeping.disk, backup, LIMIT).map_err(|failure| failure.to_string());
        let command = match bytes.and_then(|bytes| decode(&bytes).map_err(|error| error.to_string())) {
            Ok(loaded) => restored(&self.keeping, &loaded.portfolio, id, &path),
            Err(detail) => Command::Failed(Failure::NotRead { path: backup.to_owned(), detail }),
        };
        self.answer(command);
    }

    fn list_backups(&self) {
        let backups = self.current.as_ref().map_or(Ok(Vec::new()), |current| current.kept.list_backups());
        self.answer(match backups {
            Ok(backups) => Command::BackupsListed(backups.iter().map(backup_line).collect()),
            Err(failure) => {
                let path = self.keeping.state.clone();
                Command::Failed(Failure::NotRead { path, detail: failure.to_string() })
            }
        });
    }

    fn read_history(&self) {
        let entries = self.current.as_ref().map(|current| current.kept.journaled());
        self.answer(Command::HistoryRead(entries.unwrap_or_default()));
    }
}

fn not_journaled(detail: &str) -> Failure {
    Failure::NotJournaled { detail: detail.to_owned() }
}

fn not_made(path: &Path, failure: &VersionFailure) -> Failure {
    match failure {
        VersionFailure::Locked { path } => Failure::InUse { path: path.clone() },
        VersionFailure::File(_) | VersionFailure::Encode(_) | VersionFailure::Checkpoint(_) => {
            Failure::NotWritten { path: path.to_owned(), detail: failure.to_string() }
        }
    }
}

fn restored(keeping: &Keeping, portfolio: &Portfolio, id: Uuid, path: &Path) -> Command {
    match keeping.write_copy(portfolio, id, path, "restored", now()) {
        Ok(path) => Command::Restored { path },
        Err(failure) => Command::Failed(not_made(path, &failure)),
    }
}

fn better_of(rebuilt: &Rebuilt) -> Better {
    Better { at: rebuilt.at, customers: rebuilt.portfolio.customers.len(), is_complete: rebuilt.is_latest }
}

fn backup_line(backup: &super::keep::Backup) -> BackupLine {
    BackupLine {
        path: backup.path.clone(),
        at: backup.at,
        size: backup.size,
        customers: backup.customers,
        is_opened: backup.kind == super::keep::BackupKind::Opened,
    }
}
