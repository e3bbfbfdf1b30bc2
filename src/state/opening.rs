//! A file on its way into the window: how far it is, and whether it is still wanted. Reading it is the shell's; taking it, `answers`'.

use std::path::{Path, PathBuf};

use super::AppState;
use super::command::Command;
use super::dispatch::Stamp;
use super::effect::Effect;
use super::files::leave;
use super::notice::Notice;
use super::session::{Dialog, Next, Session};

/// What is being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub path: PathBuf,
    /// Of 100.
    pub percent: u8,
    /// The first customers in it, as soon as they are known.
    pub first: Vec<String>,
    /// It was given up, and the world has not said yet that it is so.
    pub is_stopping: bool,
    /// Nobody keeps what is shown meanwhile, so that there is no way back to it.
    pub must_be: bool,
}

/// Whether this is what becomes of a file that was to be opened.
pub(super) const fn ends(command: &Command) -> bool {
    matches!(
        command,
        Command::Opened(_)
            | Command::SampleOpened { .. }
            | Command::Damaged { .. }
            | Command::InUse { .. }
            | Command::Large { .. }
            | Command::Failed(_)
    )
}

/// Whether a dialog is open that is the person's, the system's included. What became of another file says nothing that
/// anybody typed.
const fn is_in_the_way(session: &Session) -> bool {
    !is_told(session.dialog.as_ref()) || session.set_aside.is_some() || session.waiting.is_some()
}

const fn is_told(dialog: Option<&Dialog>) -> bool {
    matches!(dialog, None | Some(Dialog::Damaged { .. } | Dialog::InUse { .. } | Dialog::Large { .. }))
}

/// Whether what was wished of the portfolio that is shown has come to its end.
fn is_settled(session: &Session) -> bool {
    session.pending.is_none() && session.queue.is_empty() && session.after_save.is_none() && !session.file.is_storing
}

/// Holds back what would take an open dialog away, with all that is typed in it; gives it back where nothing stands in its
/// way.
pub(super) fn hold_back(state: &mut AppState, command: Command) -> Option<Command> {
    let session = &mut state.session;
    // A failure is told beside the dialog.
    let takes_it_away = ends(&command) && !matches!(command, Command::Failed(_));
    if !takes_it_away || !is_in_the_way(session) || session.is_kept_by_nobody {
        return Some(command);
    }
    if matches!(session.arrived.as_deref(), Some(Command::GoOn(_))) {
        // Where the person wants to go was asked for later.
        return None;
    }
    if matches!(command, Command::Opened(_) | Command::SampleOpened { .. }) {
        session.post(Notice::OpensAfterDialog);
    }
    session.arrived = Some(Box::new(command));
    None
}

/// Goes where the person wanted to go once everything was stored.
pub(super) fn leave_when_free(state: &mut AppState, next: Next, stamp: &Stamp) -> Vec<Effect> {
    wait_for_dialog(state, next).map_or_else(Vec::new, |next| leave(state, next, stamp))
}

/// Holds back what would take a dialog away that was opened while everything was being stored, with all that is typed in it;
/// gives it back where there is none.
pub(super) fn wait_for_dialog(state: &mut AppState, next: Next) -> Option<Next> {
    let session = &mut state.session;
    // A dialog of the system's has nothing of this portfolio in it.
    let is_typed_in = !is_told(session.dialog.as_ref()) || session.set_aside.is_some();
    if !is_typed_in {
        return Some(next);
    }
    session.post(Notice::LeavesAfterDialog);
    session.arrived = Some(Box::new(Command::GoOn(next)));
    None
}

/// Nothing follows a save any more: the person has given it up.
pub(super) fn stay(state: &mut AppState) {
    let session = &mut state.session;
    session.after_save = None;
    session.arrived.take_if(|arrived| matches!(**arrived, Command::GoOn(_)));
}

/// What was held back, once nothing stands in its way. Whatever else was asked for meanwhile that leaves what is shown is
/// wanted instead.
pub(super) fn heard_now(state: &mut AppState, effects: &[Effect]) -> Option<Command> {
    let session = &mut state.session;
    if effects.iter().any(leaves) {
        session.arrived = None;
    }
    let is_free = !is_in_the_way(session) && is_settled(session);
    session.arrived.take_if(|_| is_free).map(|arrived| *arrived)
}

/// Whether an effect leaves what is shown, now or as soon as the world has done it.
const fn leaves(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Open { .. }
            | Effect::OpenSample
            | Effect::Begin { .. }
            | Effect::TakeTheirs
            | Effect::KeepMine
            | Effect::Quit
    )
}

pub(super) fn begin(path: &Path, must_be: bool) -> Opening {
    Opening { path: path.to_owned(), percent: 0, first: Vec::new(), is_stopping: false, must_be }
}

/// Nobody wants it anymore, and the world says so. What it says of one whose place another has taken is late.
pub(super) fn given_up(state: &mut AppState, path: &Path) {
    if state.session.opening.take_if(|opening| opening.is_stopping && opening.path == path).is_some() {
        state.session.post(Notice::OpeningGivenUp { path: path.to_owned() });
    }
}

/// What the world says of it. What it says of another one is late.
pub(super) fn so_far(state: &mut AppState, path: &Path, percent: u8, first: Vec<String>) {
    if let Some(opening) = state.session.opening.as_mut().filter(|opening| opening.path == path) {
        opening.percent = opening.percent.max(percent);
        if !first.is_empty() {
            opening.first = first;
        }
    }
}

/// Gives it up. Whether it was opened all the same, the world says.
pub(super) fn stop(state: &mut AppState) -> Vec<Effect> {
    let opening = state.session.opening.as_mut().filter(|opening| !opening.is_stopping && !opening.must_be);
    let stopped = opening.map(|opening| {
        opening.is_stopping = true;
        Effect::StopOpening
    });
    stopped.into_iter().collect()
}
