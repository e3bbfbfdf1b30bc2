//! The hands: files, dialogs, settings, clock. It carries effects out and answers with commands; it decides nothing.

mod chooser;
mod desktop;
mod diagnosing;
pub mod disk;
mod fault;
pub mod files;
pub mod handing_out;
pub mod imports;
pub mod keep;
mod keeper;
mod mappings;
pub mod reading;
pub mod reports;
mod settings;
pub mod start;
mod watch;
mod work;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use chrono::{SubsecRound, Utc};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};
use uuid::Uuid;

use crate::exchange;
use crate::state::diagnosis::Diagnosis;
use crate::state::{Command, Effect, Failure, HandedOut, Stamp, StoreTrouble};

use handing_out::{ExportOrder, NotHandedOut, Watcher};
use keep::Keeping;
use keeper::Order;

pub use chooser::DialogWords;
pub use desktop::{prefers_dark, prefers_less_motion, system_language};
pub use fault::note_faults;
pub use mappings::{keep_mapping, mappings_path, read_mappings};
pub use settings::{keeping, read_settings, settings_path, untitled_portfolio};

/// The window that native dialogs belong to.
pub trait Parent: HasWindowHandle + HasDisplayHandle {}

impl<T: HasWindowHandle + HasDisplayHandle> Parent for T {}

/// What the program asks of the world.
pub trait Shell {
    /// Starts to carry an effect out. It never blocks a frame; the answer comes with [`Shell::answers`].
    fn perform(&mut self, effect: Effect);

    /// What has been answered since the last time.
    fn answers(&mut self, parent: Option<&dyn Parent>) -> Vec<Command>;

    /// The native dialogs speak like this from now on.
    fn speak(&mut self, words: DialogWords);

    /// The time, and an id for whatever is new.
    fn stamp(&mut self) -> Stamp;
}

/// Wakes the window, so that an answer is looked at.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Has work beside the window done by all cores where the window goes before it on each, and else by all but one, on which
/// frames are made meanwhile; and what little is worked out between two frames done by the window's own thread, which must
/// not wait until other work has an end.
fn leave_a_core_to_the_window() -> Option<rayon::ThreadPool> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let left = usize::from(!keeper::STANDS_BACK);
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads((cores - left).max(1)).start_handler(|_| keeper::stand_back());
    // A second window of one process, as tests have it, finds both done.
    let _done = pool.build_global();
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok()
}

/// The real world.
pub struct RealShell {
    wake: Wake,
    words: DialogWords,
    settings: Option<PathBuf>,
    sender: Sender<Command>,
    receiver: Receiver<Command>,
    chooser: chooser::Chooser,
    keeper: keeper::Handle,
    keeping: Keeping,
    /// The imports that are being read, each with the sign that stops it.
    reading: HashMap<u64, Arc<AtomicBool>>,
    /// Whoever hands something out holds it, so that one begins only when the one before has let its file go.
    hands: Arc<Mutex<()>>,
    /// The export or report that is being written, with the sign that stops it.
    handing_out: Option<(u64, Arc<AtomicBool>)>,
    /// The number of the work on the lists that is wanted.
    wanted_work: Arc<AtomicU64>,
    /// Kept as long as the window is there.
    _own_thread: Option<rayon::ThreadPool>,
}

impl std::fmt::Debug for RealShell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RealShell").finish_non_exhaustive()
    }
}

impl RealShell {
    /// `settings` is where the program's own settings lie; `None` where there is no such place.
    #[must_use]
    pub fn new(wake: Wake, words: DialogWords, settings: Option<PathBuf>, keeping: Keeping) -> Self {
        let (sender, receiver) = channel();
        let keeper = keeper::start(keeping.clone(), sender.clone(), Arc::clone(&wake));
        Self {
            chooser: chooser::Chooser::default(),
            wake,
            words,
            settings,
            sender,
            receiver,
            keeper,
            keeping,
            reading: HashMap::new(),
            hands: Arc::default(),
            handing_out: None,
            wanted_work: Arc::default(),
            _own_thread: leave_a_core_to_the_window(),
        }
    }

    /// Hands an effect to the thread that keeps the portfolio.
    fn order(&self, effect: Effect) {
        let answer = answer_without_keeper(&effect);
        if !self.keeper.order(Order::Do(effect)) {
            // It has ended after a fault; what it had acknowledged is on the disk, and nothing more can be kept.
            let _ = self.sender.send(answer);
            (self.wake)();
        }
    }

    /// Hands something out beside the window, which hears how far it is.
    fn hand_out(
        &mut self,
        serial: u64,
        path: PathBuf,
        what: HandedOut,
        hand_out: impl FnOnce(&Keeping, &Path, Watcher<'_>) -> Result<(), NotHandedOut> + Send + 'static,
    ) {
        let is_stopped = Arc::new(AtomicBool::new(false));
        self.handing_out = Some((serial, Arc::clone(&is_stopped)));
        let (sender, wake, keeping) = (self.sender.clone(), Arc::clone(&self.wake), self.keeping.clone());
        let hands = Arc::clone(&self.hands);
        self.spawn(move || {
            // One that found a fault of its own holds nothing anymore.
            let _until_it_is_written = hands.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let tell = |done, all| {
                // The window may be gone; then nobody waits for the answer.
                let _unheard = sender.send(Command::HandedOutSoFar { serial, done, all });
                wake();
            };
            let watcher = Watcher { is_stopped: &is_stopped, tell: &tell };
            work::handed_out(serial, path, what, |path| hand_out(&keeping, path, watcher))
        });
    }

    /// Does a piece of work beside the window and answers with what it gives.
    fn spawn(&self, work: impl FnOnce() -> Command + Send + 'static) {
        self.spawn_if_wanted(move || Some(work()));
    }

    /// Does a piece of work of which the answer can turn out to be wanted no longer.
    fn spawn_if_wanted(&self, work: impl FnOnce() -> Option<Command> + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        std::thread::spawn(move || {
            // The window may be gone; then nobody waits for the answer.
            if let Some(answer) = work() {
                let _ = sender.send(answer);
                wake();
            }
        });
    }
}

impl Shell for RealShell {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::WorkOut(work) => {
                let (number, wanted) = (work.number(), Arc::clone(&self.wanted_work));
                wanted.store(number, Ordering::Relaxed);
                self.spawn_if_wanted(move || {
                    keeper::stand_back();
                    let worked = work.run(&|| wanted.load(Ordering::Relaxed) == number)?;
                    Some(Command::WorkedOut(Box::new(worked)))
                });
            }
            Effect::LetGo(remains) => {
                std::thread::spawn(move || {
                    keeper::stand_back();
                    drop(remains);
                });
            }
            Effect::PickFile { purpose, serial, suggested_name, beside } => {
                self.chooser.ask(chooser::Pick { purpose, serial, suggested_name, beside }, &self.wake);
            }
            Effect::ResolvePath { purpose, serial, typed } => {
                self.spawn(move || {
                    let (path, ask_overwrite) = chooser::resolve(&purpose, typed, true);
                    Command::PathChosen { purpose, serial, path, ask_overwrite }
                });
            }
            Effect::WriteText { path, text } => self.spawn(move || work::write_text(path, &text)),
            Effect::OpenSample => self.spawn(work::open_sample),
            Effect::Read { serial, file, path, choices, portfolio, planning } => {
                let is_stopped = Arc::clone(self.reading.entry(serial).or_default());
                let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
                let keeping = self.keeping.clone();
                let errand = reading::Errand {
                    serial,
                    file,
                    path,
                    choices,
                    portfolio,
                    planning,
                    keeping,
                    is_stopped,
                    sender,
                    wake,
                };
                self.spawn_if_wanted(move || {
                    keeper::stand_back();
                    errand.run()
                });
            }
            Effect::StopReading { serial } => {
                if let Some(reading) = self.reading.remove(&serial) {
                    reading.store(true, Ordering::Relaxed);
                }
            }
            Effect::KeepImported { portfolio, recognized, choices, base } => {
                let keeping = self.keeping.clone();
                self.spawn_if_wanted(move || reading::keep(&keeping, portfolio, &recognized, &choices, &base));
            }
            Effect::ForgetImported { portfolio } => {
                let keeping = self.keeping.clone();
                self.spawn_if_wanted(move || reading::forget(&keeping, portfolio));
            }
            Effect::Compare { serial, path, file_is_older, portfolio } => {
                let keeping = self.keeping.clone();
                self.spawn(move || Command::Compared {
                    serial,
                    outcome: work::compare(&keeping, &path, file_is_older, &portfolio),
                });
            }
            Effect::Export { serial, path, format, portfolio, whole, columns } => {
                let Some(format) = exchange::of_id(format) else {
                    let detail = Diagnosis::OwnFault { said: Some(format!("there is no format {format}")) };
                    let failure = Failure::NotWritten { path, detail };
                    return self.spawn(move || Command::NotHandedOut { serial, failure });
                };
                let is_whole = format.leaves_out(&portfolio).is_empty();
                let what = if is_whole { HandedOut::Portfolio } else { HandedOut::Table };
                self.hand_out(serial, path, what, move |keeping, path, watcher| {
                    let (portfolio, whole, columns) = (&*portfolio, &*whole, columns.as_ref());
                    let order = ExportOrder { format, id: portfolio.id, portfolio, whole, columns };
                    handing_out::export(keeping, path, &order, watcher)
                });
            }
            Effect::Report { serial, path, of, language, as_of, portfolio, past } => {
                let order = reports::Order { of, language, as_of, portfolio, past };
                self.hand_out(serial, path, HandedOut::Report, move |keeping, path, watcher| {
                    handing_out::report(keeping, path, &order, watcher)
                });
            }
            Effect::StopHandingOut { serial } => {
                if let Some((_, is_stopped)) = self.handing_out.take_if(|(running, _)| *running == serial) {
                    is_stopped.store(true, Ordering::Relaxed);
                }
            }
            Effect::KeepSettings(settings) => {
                if let Some(path) = &self.settings
                    && let Err(failure) = settings::keep_settings(path, &settings)
                {
                    let _ = self.sender.send(Command::Failed(failure));
                    (self.wake)();
                }
            }
            // Everything about the portfolio and its file goes through the one thread that keeps them.
            Effect::Open { .. }
            | Effect::StopOpening
            | Effect::Keep { .. }
            | Effect::Begin { .. }
            | Effect::Append { .. }
            | Effect::Checkpoint
            | Effect::SaveAs { .. }
            | Effect::KeepMine
            | Effect::TakeTheirs
            | Effect::Discard
            | Effect::RestoreBetter { .. }
            | Effect::RestoreBackup { .. }
            | Effect::ListBackups
            | Effect::ReadHistory => self.order(effect),
            // The window's own, carried out where the window is.
            Effect::CopyText(_) | Effect::Raise | Effect::Quit => {}
        }
    }

    fn answers(&mut self, parent: Option<&dyn Parent>) -> Vec<Command> {
        if let Some(answer) = self.chooser.advance(&self.words, parent, &self.sender, &self.wake) {
            let _ = self.sender.send(answer);
        }
        self.receiver.try_iter().collect()
    }

    fn speak(&mut self, words: DialogWords) {
        self.words = words;
    }

    fn stamp(&mut self) -> Stamp {
        // A record says when to the second.
        Stamp { at: Utc::now().trunc_subsecs(0), id: Uuid::new_v4() }
    }
}

/// What becomes of an effect when the thread that keeps the portfolio has ended.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other effect just fails")]
fn answer_without_keeper(effect: &Effect) -> Command {
    let detail = Diagnosis::OwnFault { said: None };
    match effect {
        Effect::Append { .. } => Command::NotAppended(Failure::NotJournaled { detail }),
        Effect::Checkpoint => {
            let failure = Failure::NotWritten { path: PathBuf::new(), detail };
            Command::NotStored { waiting: 1, trouble: StoreTrouble::Failed(failure) }
        }
        Effect::SaveAs { path, .. } => Command::NotSavedAs(Failure::NotWritten { path: path.clone(), detail }),
        _ => Command::Failed(Failure::NotJournaled { detail }),
    }
}
