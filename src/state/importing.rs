//! An import under way: the files, how each is read, what the person takes of it, and the one change that it becomes. Reading is the shell's, planning `exchange`'s.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::AppState;
use super::diagnosis::Diagnosis;
use super::draft::ImportDraft;
use super::effect::Effect;
use super::notice::Notice;
use super::planning::{Planned, Planning, plan};
use super::session::{Dialog, Origin};
use crate::exchange::incoming::Asks;
use crate::exchange::merge::{Accepted, Base, MergePlan, PlanCounts, RowKey, Selection, Take};
use crate::exchange::{Choices, Incoming};
use crate::model::{Edit, Partner, Portfolio};

/// How far a file is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Files before it are read first.
    Waiting,
    /// So many bytes of so many.
    UnderWay {
        read: u64,
        size: u64,
    },
    /// It cannot be read.
    Failed {
        detail: Diagnosis,
    },
    Done(Arc<Incoming>),
}

/// What reading a file gave.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadOutcome {
    Failed {
        detail: Diagnosis,
    },
    Done {
        incoming: Arc<Incoming>,
        /// What the last import of the same source brought, where that is known.
        base: Option<Arc<Base>>,
        /// The choices that it was read with: a mapping can have been remembered.
        choices: Choices,
        /// What it would change, where that was worked out along with it.
        planned: Option<Box<Planned>>,
        /// The places of the file's customers whose delegated administrative privileges it does not say.
        without_privileges: Arc<Vec<usize>>,
    },
}

/// One file of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFile {
    pub path: PathBuf,
    pub choices: Choices,
    pub reading: Reading,
    pub base: Option<Arc<Base>>,
    pub accepted: Accepted,
    pub selection: Selection,
    /// What it would change, once the files before it have been imported.
    pub plan: Option<Arc<MergePlan>>,
    /// How many records stand how, as far as they are taken. Kept, since a frame must not walk a large plan.
    pub counts: PlanCounts,
    /// The places of the file's customers whose delegated administrative privileges it does not say.
    pub without_privileges: Arc<Vec<usize>>,
}

impl ImportFile {
    fn new(path: PathBuf, choices: Choices) -> Self {
        Self {
            path,
            choices,
            reading: Reading::Waiting,
            base: None,
            accepted: Accepted::default(),
            selection: Selection::default(),
            plan: None,
            counts: PlanCounts::default(),
            without_privileges: Arc::default(),
        }
    }

    #[must_use]
    pub const fn incoming(&self) -> Option<&Arc<Incoming>> {
        match &self.reading {
            Reading::Done(incoming) => Some(incoming),
            Reading::Waiting | Reading::UnderWay { .. } | Reading::Failed { .. } => None,
        }
    }

    /// The edits of what is taken of it.
    fn edits(&self) -> Vec<Edit> {
        self.plan.as_ref().map(|plan| plan.edits(&self.selection)).unwrap_or_default()
    }

    fn count(&mut self) {
        self.counts = self.plan.as_ref().map(|plan| plan.counts(&self.selection)).unwrap_or_default();
    }

    /// Whether there is anything in it for a person to look at or to answer.
    fn says_something(&self) -> bool {
        let Some(incoming) = self.incoming() else { return true };
        let is_idle = self.plan.as_ref().is_none_or(|plan| plan.is_idle());
        let Incoming { unplaced, asks, proposals, notes, faults, not_understood, findings, .. } = &**incoming;
        !is_idle
            || *asks != Asks::default()
            || !proposals.is_empty()
            || !notes.is_empty()
            || !faults.is_empty()
            || !unplaced.is_empty()
            || !not_understood.is_empty()
            || !findings.is_empty()
    }

    /// The name alone: a path can name the person.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

/// The files that are being imported, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Importing {
    /// Tells the answers to this import from those to an earlier one.
    pub serial: u64,
    pub files: Vec<ImportFile>,
    /// The position of the file that is shown.
    pub shown: usize,
    /// A portfolio in which nothing has been recorded yet takes everything of a whole one, its account and rules too.
    is_blank: bool,
}

impl Importing {
    #[must_use]
    pub fn file(&self) -> Option<&ImportFile> {
        self.files.get(self.shown)
    }

    /// Whether every file has been looked at.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.files.iter().all(|file| matches!(file.reading, Reading::Done(_) | Reading::Failed { .. }))
    }

    /// How many records are new and how many change, of every kind, in all files.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let all: Vec<_> = self.files.iter().flat_map(|file| file.counts.each()).collect();
        let changed = all.iter().map(|counts| counts.changed + counts.real_selves);
        (all.iter().map(|counts| counts.new).sum(), changed.sum())
    }

    /// The edits of all files, each on what the ones before it made.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        self.files.iter().flat_map(ImportFile::edits).collect()
    }

    /// The names of the files that bring something.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.files.iter().filter(|file| file.incoming().is_some()).map(ImportFile::name).collect()
    }

    /// Works out anew what the files from a position on would change.
    fn plan_from(&mut self, current: &Portfolio, first: usize) {
        let mut current = current.clone();
        let last = self.files.len().saturating_sub(1);
        for (at, file) in self.files.iter_mut().enumerate() {
            let Reading::Done(incoming) = &file.reading else {
                file.plan = None;
                file.count();
                continue;
            };
            if at >= first {
                let is_blank = at == 0 && self.is_blank;
                file.plan = Some(Arc::new(plan(&current, incoming, file.base.as_deref(), is_blank, &file.accepted)));
                file.count();
            }
            // The last one's edits are nobody's start.
            if at < last {
                super::carry_out(&mut current, &file.edits());
            }
        }
    }

    /// Takes the plan that was made while a file was read, unless something is otherwise now; whether it did.
    fn take(&mut self, at: usize, planned: Option<Box<Planned>>, now: u64) -> bool {
        let is_last = at + 1 == self.files.len();
        let (Some(planned), Some(file)) = (planned, self.files.get_mut(at)) else { return false };
        let Planned { mark, is_blank, accepted, plan, counts } = *planned;
        let is_as_planned = at == 0 && is_last && mark == now && is_blank == self.is_blank && accepted == file.accepted;
        if is_as_planned {
            (file.plan, file.counts) = (Some(plan), counts);
        }
        is_as_planned
    }

    fn next_to_read(&self) -> Option<usize> {
        self.files.iter().position(|file| file.reading == Reading::Waiting)
    }
}

/// What identifies the partner in a file, so that their own sales are told from others'.
#[must_use]
pub fn names_of(partner: &Partner) -> Vec<String> {
    [Some(&partner.name), partner.mpn_id.as_ref()]
        .into_iter()
        .flatten()
        .filter(|name| !name.is_empty())
        .cloned()
        .collect()
}

/// Begins to import files.
pub(super) fn start(state: &mut AppState, paths: Vec<PathBuf>, now: DateTime<Utc>) -> Vec<Effect> {
    if state.session.file.is_read_only() {
        state.session.post(Notice::ReadOnly);
        return Vec::new();
    }
    let partner = names_of(&state.portfolio.partner);
    let choices = Choices { now: Some(now), partner, ..Choices::default() };
    let files: Vec<ImportFile> = paths.into_iter().map(|path| ImportFile::new(path, choices.clone())).collect();
    if files.is_empty() {
        return Vec::new();
    }
    let mut effects = stop(state);
    state.drafts.import = ImportDraft::default();
    let serial = state.session.next_serial();
    let is_blank = state.session.file.origin == Origin::New && state.session.history.entries().len() == 0;
    state.session.dialog = Some(Dialog::Import(Box::new(Importing { serial, files, shown: 0, is_blank })));
    effects.extend(read_next(state));
    effects
}

/// Asks for the next file to be read: one at a time, since each can be large.
fn read_next(state: &mut AppState) -> Option<Effect> {
    let AppState { portfolio, session, .. } = state;
    let mark = session.history.mark();
    let Some(Dialog::Import(importing)) = &mut session.dialog else { return None };
    let at = importing.next_to_read()?;
    let Importing { serial, is_blank, .. } = **importing;
    let is_only = importing.files.len() == 1;
    let file = importing.files.get_mut(at)?;
    file.reading = Reading::UnderWay { read: 0, size: 0 };
    let planning = || Planning { current: portfolio.clone(), mark, is_blank, accepted: file.accepted.clone() };
    let planning = is_only.then(planning).map(Box::new);
    let (path, choices) = (file.path.clone(), file.choices.clone());
    Some(Effect::Read { serial, file: at, path, choices, portfolio: portfolio.id, planning })
}

/// The import whose answers carry this number.
fn of_serial(state: &mut AppState, wanted: u64) -> Option<&mut Importing> {
    let found = match (&mut state.session.dialog, &mut state.session.set_aside) {
        (Some(Dialog::Import(importing)), _) | (_, Some(importing)) => &mut **importing,
        _ => return None,
    };
    (found.serial == wanted).then_some(found)
}

/// A file is read as far as this.
pub(super) fn so_far(state: &mut AppState, serial: u64, file: usize, read: u64, size: u64) {
    let file = of_serial(state, serial).and_then(|importing| importing.files.get_mut(file));
    if let Some(file) = file.filter(|file| matches!(file.reading, Reading::UnderWay { .. })) {
        file.reading = Reading::UnderWay { read, size };
    }
}

/// A file has been read, or cannot be.
pub(super) fn read(state: &mut AppState, serial: u64, at: usize, outcome: ReadOutcome) -> Vec<Effect> {
    let (current, mark) = (state.portfolio.clone(), state.session.history.mark());
    let Some(importing) = of_serial(state, serial) else { return Vec::new() };
    let Some(file) = importing.files.get_mut(at) else { return Vec::new() };
    file.selection = Selection::default();
    let mut plan = None;
    match outcome {
        ReadOutcome::Failed { detail } => file.reading = Reading::Failed { detail },
        ReadOutcome::Done { incoming, base, choices, planned, without_privileges } => {
            file.without_privileges = without_privileges;
            file.reading = Reading::Done(incoming);
            file.base = base;
            file.choices = choices;
            plan = planned;
        }
    }
    if !importing.take(at, plan, mark) {
        importing.plan_from(&current, at);
    }
    if !importing.is_read() {
        return read_next(state).into_iter().collect();
    }
    end_if_there_is_nothing(state);
    Vec::new()
}

/// Where no file brings anything or asks anything, that is said, and no preview opened.
fn end_if_there_is_nothing(state: &mut AppState) {
    let Some(Dialog::Import(importing)) = &state.session.dialog else { return };
    if importing.files.iter().any(ImportFile::says_something) {
        return;
    }
    let Some(path) = importing.files.first().map(|file| file.path.clone()) else { return };
    state.session.dialog = None;
    state.session.post(Notice::NothingToImport { path });
}

/// The person says otherwise how the shown file is to be read.
pub(super) fn choose(state: &mut AppState, choices: Choices) -> Vec<Effect> {
    let mut effects = stop(state);
    let serial = state.session.next_serial();
    let Some(Dialog::Import(importing)) = &mut state.session.dialog else { return Vec::new() };
    // What was under way is read from its start, under the new number.
    importing.serial = serial;
    for file in &mut importing.files {
        if matches!(file.reading, Reading::UnderWay { .. }) {
            file.reading = Reading::Waiting;
        }
    }
    let shown = importing.shown;
    if let Some(file) = importing.files.get_mut(shown) {
        file.choices = choices;
        file.reading = Reading::Waiting;
        file.plan = None;
    }
    effects.extend(read_next(state));
    effects
}

pub(super) fn show(state: &mut AppState, at: usize) {
    if let Some(Dialog::Import(importing)) = &mut state.session.dialog
        && at < importing.files.len()
    {
        importing.shown = at;
    }
}

/// The person confirms what the shown file makes likely, or no longer does.
pub(super) fn accept(state: &mut AppState, accepted: Accepted) {
    change_shown(state, true, |file| file.accepted = accepted);
}

/// The person takes rows of the shown file, or does not; `None` is what the plan proposes.
pub(super) fn take(state: &mut AppState, rows: &[RowKey], take: Option<Take>) {
    change_shown(state, false, |file| {
        for row in rows {
            match take {
                Some(take) => file.selection.rows.insert(*row, take),
                None => file.selection.rows.remove(row),
            };
        }
    });
}

/// Changes what is taken of the shown file. The plans of the files after it stand on that.
fn change_shown(state: &mut AppState, with_it: bool, change: impl FnOnce(&mut ImportFile)) {
    let AppState { portfolio, session, .. } = state;
    let Some(Dialog::Import(importing)) = &mut session.dialog else { return };
    let shown = importing.shown;
    let Some(file) = importing.files.get_mut(shown) else { return };
    change(file);
    file.count();
    let first = if with_it { shown } else { shown + 1 };
    if first < importing.files.len() {
        importing.plan_from(portfolio, first);
    }
}

/// An import that is set aside is worked out anew for the portfolio as it is now.
pub(super) fn plan_anew(state: &mut AppState) {
    let AppState { portfolio, session, .. } = state;
    if let Some(importing) = &mut session.set_aside {
        importing.plan_from(portfolio, 0);
    }
}

/// What is being read is read no longer.
pub(super) fn stop(state: &AppState) -> Vec<Effect> {
    match &state.session.dialog {
        Some(Dialog::Import(importing)) if !importing.is_read() => {
            vec![Effect::StopReading { serial: importing.serial }]
        }
        _ => Vec::new(),
    }
}

/// The import counts: what it brought is remembered, so that the next one of the same source can tell what was changed here.
pub(super) fn ended(state: &mut AppState) -> Vec<Effect> {
    let portfolio = state.portfolio.id;
    let Some(Dialog::Import(importing)) = state.session.dialog.take() else { return Vec::new() };
    let (new, changed) = importing.counts();
    if state.customer().is_none() {
        state.select_first();
    }
    state.session.post(Notice::Imported { new, changed });
    let kept = |file: ImportFile| {
        let recognized = file.incoming()?.recognized.clone();
        let base = Arc::new(file.plan?.next_base(file.base.as_deref(), &file.selection));
        Some(Effect::KeepImported { portfolio, recognized, choices: file.choices, base })
    };
    importing.files.into_iter().filter_map(kept).collect()
}

/// What the table of the rows in error is called.
pub(super) fn faults_name(importing: &Importing) -> Option<String> {
    let stem = importing.file()?.path.file_stem().map(Path::new)?;
    Some(crate::exchange::file_name(&stem.display().to_string(), "rows-in-error", "csv"))
}
