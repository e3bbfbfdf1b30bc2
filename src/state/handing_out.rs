//! Exports and reports on their way to the disk: how far, and whether they are still wanted. Making and writing them is the shell's; which report, is `reporting`'s.

use std::path::PathBuf;

use super::AppState;
use super::command::Command;
use super::effect::Effect;
use super::notice::Notice;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandingOut {
    pub serial: u64,
    pub path: PathBuf,
    /// Customers done, of so many.
    pub done: usize,
    pub all: usize,
    /// What this version does not know in the file that it comes from is not in it.
    pub is_in_part: bool,
    /// It was given up, and the world has not said yet what became of it.
    pub is_stopping: bool,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandedOut {
    /// Everything that the portfolio holds.
    Portfolio,
    /// Customers and subscriptions alone; the portfolio has more.
    Table,
    Report,
}

/// Begins with another one; the effects are to go before the one that writes it.
pub(super) fn begin(state: &mut AppState, path: PathBuf, all: usize) -> (u64, Vec<Effect>) {
    // One at a time: whoever asks for another gives the first up.
    let effects = stop(state);
    let serial = state.session.next_serial();
    let is_in_part = state.session.file.is_read_only();
    state.session.handing_out = Some(HandingOut { serial, path, done: 0, all, is_in_part, is_stopping: false });
    (serial, effects)
}

/// Gives up what is being written. Whether it was written all the same, the world says.
pub(super) fn stop(state: &mut AppState) -> Vec<Effect> {
    let running = state.session.handing_out.as_mut().filter(|running| !running.is_stopping);
    let stopped = running.map(|running| {
        running.is_stopping = true;
        Effect::StopHandingOut { serial: running.serial }
    });
    stopped.into_iter().collect()
}

/// What the world says. That something was written is told in any case: it is there.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other command comes here")]
pub(super) fn answered(state: &mut AppState, answer: Command) {
    let session = &mut state.session;
    match answer {
        Command::HandedOutSoFar { serial, done, all } => {
            if let Some(running) = session.handing_out.as_mut().filter(|running| running.serial == serial) {
                (running.done, running.all) = (done, all);
            }
        }
        Command::HandedOut { serial, path, what } => {
            let running = session.handing_out.take_if(|running| running.serial == serial);
            let in_part = running.map_or_else(|| session.file.is_read_only(), |running| running.is_in_part);
            session.post(match what {
                HandedOut::Portfolio if in_part => Notice::ExportedInPart { path },
                HandedOut::Portfolio => Notice::Exported { path },
                HandedOut::Table => Notice::TableExported { path },
                HandedOut::Report => Notice::ReportWritten { path },
            });
        }
        Command::HandingOutStopped { serial } => {
            if let Some(HandingOut { path, .. }) = session.handing_out.take_if(|running| running.serial == serial) {
                session.post(Notice::HandingOutStopped { path });
            }
        }
        Command::NotHandedOut { serial, failure } => {
            session.handing_out.take_if(|running| running.serial == serial);
            session.post(Notice::Failed(failure));
        }
        _ => {}
    }
}
