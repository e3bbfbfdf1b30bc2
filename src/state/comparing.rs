//! Comparing the open portfolio with a file: which file, which of the two is the older one, and what came out. Reading and comparing is done beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use super::AppState;
use super::compare::Comparison;
use super::diagnosis::Diagnosis;
use super::draft::CompareDraft;
use super::effect::Effect;
use super::session::Dialog;

/// What comparing gave.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareOutcome {
    /// The file cannot be read as a portfolio.
    Failed { detail: Diagnosis },
    Done {
        found: Arc<Comparison>,
        /// Not everything in the file, or in its journal, was understood.
        is_partial: bool,
    },
}

/// The comparison that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparing {
    pub path: PathBuf,
    /// The file is what was, and the open portfolio what is.
    pub file_is_older: bool,
    /// `None` while it is under way.
    pub outcome: Option<CompareOutcome>,
    serial: u64,
}

/// Shows how the open portfolio differs from a file, which is what was.
pub(super) fn start(state: &mut AppState, path: PathBuf) -> Vec<Effect> {
    state.drafts.compare = CompareDraft::default();
    ask(state, path, true)
}

/// Shows the same two the other way round.
pub(super) fn swap(state: &mut AppState) -> Vec<Effect> {
    let Some(Dialog::Compare(comparing)) = &state.session.dialog else { return Vec::new() };
    let (path, file_is_older) = (comparing.path.clone(), !comparing.file_is_older);
    ask(state, path, file_is_older)
}

fn ask(state: &mut AppState, path: PathBuf, file_is_older: bool) -> Vec<Effect> {
    let serial = state.session.next_serial();
    let comparing = Comparing { path: path.clone(), file_is_older, outcome: None, serial };
    state.session.dialog = Some(Dialog::Compare(Box::new(comparing)));
    vec![Effect::Compare { serial, path, file_is_older, portfolio: Arc::new(state.portfolio.clone()) }]
}

/// What came out, where it is still waited for.
pub(super) fn compared(state: &mut AppState, serial: u64, outcome: CompareOutcome) {
    if let Some(Dialog::Compare(comparing)) = &mut state.session.dialog
        && comparing.serial == serial
    {
        comparing.outcome = Some(outcome);
    }
}
