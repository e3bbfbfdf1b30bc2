//! Reading a portfolio beside the window, handing it to the window, and taking it over once the window has taken it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::super::files::FileFailure;
use super::super::keep::{Access, Kept, Mine, OpenFailure, Opened, Rebuilt, Watcher, is_untitled, open_watched};
use super::super::watch::Watch;
use super::super::work::{LIMIT, finding_line};
use super::{Candidate, Current, Keeper, Order, Phase, Wake, now};
use crate::exchange::merge;
use crate::model::Portfolio;
use crate::state::diagnosis::Diagnosis;
use crate::state::{self, Better, Command, Failure, FileSeal, FindingLine, LooksOnly, Odd, OpenFor, Theirs};
use crate::storage::{self, LoadError, Seal};

/// The person is asked before a larger file is read, in bytes: 256 MiB.
const LARGE: u64 = 256 << 20;

/// A portfolio that was read and waits to be taken.
pub(in super::super) struct Loaded {
    path: PathBuf,
    what_for: OpenFor,
    opened: Result<Opened, OpenFailure>,
}

/// So many customers' names are shown while a file is read.
const FIRST_NAMES: usize = 40;

/// What the window is told while a file is read.
struct Told<'a> {
    path: &'a Path,
    /// Bytes that there are to be read, each of them twice.
    all: u64,
    answers: Sender<Command>,
    wake: Wake,
}

impl Told<'_> {
    fn tell(&self, percent: u8, first: Vec<String>) {
        // The window may be gone; then nobody waits for it.
        let _unheard = self.answers.send(Command::OpeningSoFar { path: self.path.to_owned(), percent, first });
        (self.wake)();
    }

    /// Tells how far it is, where that is another whole percent than was said last.
    fn so_far(&self, done: u64, said: &AtomicU64) {
        let percent = (done * 100 / self.all.max(1)).min(99);
        if said.fetch_max(percent, Ordering::Relaxed) < percent {
            self.tell(u8::try_from(percent).unwrap_or(99), Vec::new());
        }
    }

    fn first(&self, names: Vec<String>) {
        if !names.is_empty() {
            self.tell(0, names);
        }
    }
}

impl Keeper {
    /// Whoever asks for another file, or for none, gives up the one that is being read.
    pub(super) fn stop_loading(&mut self) {
        if let Some(loading) = self.loading.take() {
            loading.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn load(&mut self, path: PathBuf, what_for: OpenFor) {
        // What was not taken is let go, with its lock.
        self.candidate = None;
        let (keeping, own) = (self.keeping.clone(), self.own.clone());
        let (answers, wake) = (self.answers.clone(), Arc::clone(&self.wake));
        self.stop_loading();
        let is_stopped = Arc::clone(self.loading.insert(Arc::default()));
        std::thread::spawn(move || {
            let access = match what_for {
                OpenFor::Change | OpenFor::ChangeLarge => Access::Change,
                OpenFor::Look | OpenFor::LookAtBackup | OpenFor::LookAtReadable => Access::Look,
            };
            let limit = if what_for == OpenFor::Change { LARGE } else { LIMIT };
            let told =
                Told { path: &path, all: keeping.disk.facts(&path).map_or(1, |facts| 2 * facts.size), answers, wake };
            let (done, said) = (AtomicU64::new(0), AtomicU64::new(0));
            let watcher = Watcher {
                goes_on: &|more| {
                    let more = u64::try_from(more).unwrap_or(0);
                    told.so_far(done.fetch_add(more, Ordering::Relaxed) + more, &said);
                    !is_stopped.load(Ordering::Relaxed)
                },
                begins: &|beginning| told.first(storage::first_names(beginning, FIRST_NAMES)),
            };
            let opened = open_watched(&keeping, &path, access, limit, now(), watcher);
            // Whoever gave it up when it was all but done gave it up too.
            let opened = if is_stopped.load(Ordering::Relaxed) { Err(OpenFailure::GivenUp) } else { opened };
            let _gone = own.send(Order::Loaded(Box::new(Loaded { path, what_for, opened })));
        });
    }

    pub(super) fn loaded(&mut self, loaded: Loaded) {
        let Loaded { path, what_for, opened } = loaded;
        // A name without its folder would mean another file once the program stands elsewhere.
        let path = std::path::absolute(&path).unwrap_or(path);
        let command = match opened {
            Ok(opened) => self.opened(opened, what_for),
            Err(OpenFailure::File(FileFailure::TooLarge { limit: LARGE, .. })) => {
                let size = self.keeping.disk.facts(&path).map_or(LARGE, |facts| facts.size);
                if size > LIMIT {
                    let failure = FileFailure::TooLarge { limit: LIMIT, path: path.clone() };
                    Command::Failed(failure.not_read(path))
                } else {
                    Command::Large { path, size }
                }
            }
            Err(OpenFailure::File(failure)) => Command::Failed(failure.not_read(path)),
            Err(OpenFailure::GivenUp) => Command::OpeningGivenUp { path },
            Err(OpenFailure::Locked { path }) => Command::InUse { path },
            Err(OpenFailure::Damaged { bytes, .. }) if what_for == OpenFor::LookAtReadable => {
                match storage::salvage(&bytes) {
                    Some(read) => self.readable(path, read.portfolio),
                    None => Command::Failed(Failure::NotUnderstood { path, detail: Diagnosis::Nothing }),
                }
            }
            // It is whole, and another version of the program can read it.
            Err(OpenFailure::Damaged {
                error: error @ (LoadError::NewerFormat { .. } | LoadError::UnknownFormat { .. }),
                ..
            }) => Command::Failed(Failure::NotUnderstood { path, detail: error.into() }),
            Err(OpenFailure::Damaged { error, bytes, better, .. }) => {
                let readable = storage::salvage(&bytes).map(|read| read.portfolio.customers.len());
                // A full disk and a power cut leave nothing and zeros of what was one.
                let is_left_over = matches!(error, LoadError::Empty | LoadError::Zeros { .. });
                let says_so = storage::peek_format(&storage::opening(&bytes)).is_some();
                Command::Damaged {
                    path,
                    detail: error.into(),
                    is_portfolio: is_left_over || says_so || readable.is_some() || better.is_some(),
                    better: better.map(|rebuilt| better_of(&rebuilt)),
                    readable,
                }
            }
        };
        self.answer(command);
    }

    pub(super) fn ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    pub(super) fn opened(&mut self, opened: Opened, what_for: OpenFor) -> Command {
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
            journal_is_damaged,
            is_replaced,
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
        let lost = journal_is_damaged.then_some(FindingLine { said: Odd::JournalDamaged, record: None });
        let is_beside = kept.as_ref().is_some_and(Kept::is_beside);
        let subject = (what_for != OpenFor::LookAtBackup).then(|| (portfolio.id, path.clone()));
        self.candidate = Some(Candidate { ticket, kept, mine, subject });
        Command::Opened(Box::new(state::Opened {
            ticket,
            is_untitled: is_untitled(&self.keeping.state, &path),
            path,
            portfolio: Arc::new(portfolio),
            not_understood,
            findings: findings.iter().map(finding_line).chain(lost).collect(),
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
            is_replaced: is_replaced && looks_only.is_none(),
            what_for,
        }))
    }

    /// What can be read of a damaged file, to be looked at.
    pub(super) fn readable(&mut self, path: PathBuf, portfolio: Portfolio) -> Command {
        let ticket = self.ticket();
        let subject = Some((portfolio.id, path.clone()));
        self.candidate = Some(Candidate { ticket, kept: None, mine: None, subject });
        let customers = portfolio.customers.len();
        let looks_only = Some(LooksOnly::Damaged { customers });
        let opened = state::Opened::new(ticket, path, Arc::new(portfolio));
        Command::Opened(Box::new(state::Opened { looks_only, ..opened }))
    }

    /// What was opened is taken: it is kept from now on, and what was kept before is let go.
    pub(super) fn keep(&mut self, ticket: u64) {
        let Some(Candidate { kept, mine, subject, .. }) =
            self.candidate.take_if(|candidate| candidate.ticket == ticket)
        else {
            // Another file was asked for meanwhile. What the window shows is not what was kept until now, and no change of
            // it may go there.
            self.current = None;
            return;
        };
        self.subject = subject.or(self.subject.take());
        self.current = kept.map(|kept| self.current_of(ticket, kept, mine));
    }

    pub(super) fn begin(&mut self, portfolio: Portfolio) {
        let ticket = self.ticket();
        let kept = self.keeping.begin(portfolio);
        self.subject = Some((kept.portfolio().id, kept.path().to_owned()));
        self.current = Some(self.current_of(ticket, kept, None));
    }

    pub(super) fn current_of(&self, ticket: u64, kept: Kept, mine: Option<Mine>) -> Current {
        let own = self.own.clone();
        let watch = Watch::on(&kept.watched(), move || {
            let _gone = own.send(Order::Touched);
        });
        // Nothing is written for what was opened: the first write belongs to the first change.
        Current { ticket, kept, mine, phase: Phase::Idle, due: None, took: Duration::ZERO, watch, seen: None }
    }
}

fn better_of(rebuilt: &Rebuilt) -> Better {
    Better { at: rebuilt.at, customers: rebuilt.portfolio.customers.len(), is_complete: rebuilt.is_latest }
}
