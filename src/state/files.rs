//! New, Open, Save, Import, Export, Quit, and the world's answers to them. No disk is touched here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::AppState;
use super::command::{Command, Purpose};
use super::dispatch::Stamp;
use super::effect::Effect;
use super::notice::{Failure, Notice};
use super::session::{Dialog, Next, OpenFile, Origin, Preview, Session, Storing, Waiting};
use crate::exchange;
use crate::exchange::merge;
use crate::model::Portfolio;

#[expect(clippy::wildcard_enum_match_arm, reason = "what is left is an answer")]
pub(super) fn look(state: &mut AppState, command: Command, stamp: &Stamp) -> Vec<Effect> {
    match command {
        Command::New => unless_dirty(state, Next::New, stamp),
        Command::OpenSample => unless_dirty(state, Next::Sample, stamp),
        Command::Quit => unless_dirty(state, Next::Quit, stamp),
        Command::OpenPath(path) => unless_dirty(state, Next::Open(path), stamp),
        Command::Choose(Purpose::Open) => unless_dirty(state, Next::ChooseFile, stamp),
        Command::Choose(Purpose::SaveAs) if state.session.file.is_read_only() => {
            state.session.post(Notice::ReadOnly);
            Vec::new()
        }
        Command::Choose(purpose) => {
            forget_errand(state);
            choose(state, purpose)
        }
        Command::ImportPath(path) => {
            state.session.dialog = None;
            vec![Effect::Read { path }]
        }
        Command::Save => {
            forget_errand(state);
            save(state)
        }
        Command::SaveAndGoOn => save_and_go_on(state),
        Command::DiscardAndGoOn => match state.session.dialog.take() {
            Some(Dialog::Unsaved { next }) => go_on(state, next, stamp),
            other => {
                state.session.dialog = other;
                Vec::new()
            }
        },
        Command::GoOn(next) => go_on(state, next, stamp),
        Command::StopWaiting => {
            state.session.waiting = None;
            state.session.after_save = None;
            state.session.post(Notice::StoppedWaiting);
            Vec::new()
        }
        Command::UsePathField => use_path_field(state),
        Command::ConfirmOverwrite => match state.session.dialog.take() {
            Some(Dialog::Overwrite { purpose, path }) => use_path(state, &purpose, path, stamp),
            other => {
                state.session.dialog = other;
                Vec::new()
            }
        },
        Command::FilesDropped(paths) => {
            if state.session.dialog.is_some() {
                // What is half typed in a dialog is not given up for a file.
                state.session.post(Notice::DialogFirst);
            } else if let Some(path) = paths.into_iter().next() {
                state.session.dialog = Some(Dialog::Dropped { path });
            }
            Vec::new()
        }
        answer => answered(state, answer, stamp),
    }
}

/// What the world answers.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other command comes here")]
fn answered(state: &mut AppState, answer: Command, stamp: &Stamp) -> Vec<Effect> {
    match answer {
        Command::PathChosen { purpose, serial, path, ask_overwrite } => {
            if !is_awaited(state, serial) {
                return Vec::new();
            }
            state.session.waiting = None;
            if ask_overwrite {
                state.session.dialog = Some(Dialog::Overwrite { purpose, path });
                return Vec::new();
            }
            return use_path(state, &purpose, path, stamp);
        }
        Command::PathCancelled { serial } if is_awaited(state, serial) => {
            state.session.waiting = None;
            state.session.after_save = None;
            state.session.post(Notice::FileDialogCancelled);
        }
        Command::NoChooser { serial } if is_awaited(state, serial) => {
            return use_path_field(state);
        }
        Command::Opened { path, .. } if !may_replace(state) => {
            state.session.dialog = Some(Dialog::Unsaved { next: Next::Open(path) });
        }
        Command::SampleOpened { .. } if !may_replace(state) => {
            state.session.dialog = Some(Dialog::Unsaved { next: Next::Sample });
        }
        Command::Opened { path, portfolio, not_understood, findings } => {
            let customers = portfolio.customers.len();
            let file = OpenFile { not_understood, ..OpenFile::new(Some(path.clone()), Origin::File) };
            replace(state, *portfolio, file);
            state.session.post(if findings.is_empty() {
                Notice::Opened { path: path.clone(), customers }
            } else {
                Notice::OpenedWithFindings { path: path.clone(), findings }
            });
            state.session.settings.remember(path);
            return vec![Effect::KeepSettings(state.session.settings.clone())];
        }
        Command::SampleOpened { portfolio } => replace(state, *portfolio, OpenFile::new(None, Origin::Sample)),
        Command::Read { path, portfolio, notes } => preview(state, path, &portfolio, notes),
        Command::Saved { path, mark } => return saved(state, path, mark, stamp),
        Command::Exported { path } if state.session.file.is_read_only() => {
            state.session.post(Notice::ExportedInPart { path });
        }
        Command::Exported { path } => state.session.post(Notice::Exported { path }),
        Command::SettingsRead(settings) => state.session.settings = settings,
        Command::Failed(failure) => return failed(state, failure),
        _ => {}
    }
    Vec::new()
}

fn is_awaited(state: &AppState, serial: u64) -> bool {
    state.session.waiting.as_ref().is_some_and(|waiting| waiting.serial == serial)
}

/// Whether there is something to lose.
fn is_at_risk(state: &AppState) -> bool {
    state.is_dirty() && !state.session.file.is_read_only()
}

/// Whether what was opened may take the present portfolio's place: it could have been changed since that was asked for.
fn may_replace(state: &AppState) -> bool {
    !is_at_risk(state) || state.session.leaving == Some(state.session.history.mark())
}

/// A save that was to be followed by something, and never came about, is followed by nothing.
fn forget_errand(state: &mut AppState) {
    if !state.session.file.is_storing() && state.session.waiting.is_none() {
        state.session.after_save = None;
    }
}

fn unless_dirty(state: &mut AppState, next: Next, stamp: &Stamp) -> Vec<Effect> {
    if is_at_risk(state) {
        state.session.dialog = Some(Dialog::Unsaved { next });
        return Vec::new();
    }
    go_on(state, next, stamp)
}

fn go_on(state: &mut AppState, next: Next, stamp: &Stamp) -> Vec<Effect> {
    state.session.dialog = None;
    state.session.leaving = Some(state.session.history.mark());
    match next {
        Next::Quit => vec![Effect::Quit],
        Next::Sample => vec![Effect::OpenSample],
        Next::ChooseFile => choose(state, Purpose::Open),
        Next::Open(path) => vec![Effect::Open { path }],
        Next::New => {
            replace(state, Portfolio::new(stamp.id), OpenFile::new(None, Origin::New));
            Vec::new()
        }
    }
}

/// Another portfolio takes the place of the present one; nothing of the old session but the settings stays.
fn replace(state: &mut AppState, portfolio: Portfolio, file: OpenFile) {
    let old = &state.session;
    let (theme, sorting, tab) = (old.settings.clone(), old.sorting, old.tab);
    let mut session = Session::new(Arc::clone(&old.catalog), &portfolio, file, theme);
    session.serial = old.serial;
    session.waiting = old.waiting.clone();
    session.tab = tab;
    session.sorting = sorting;
    session.relist();
    state.session = session;
    state.portfolio = portfolio;
    state.drafts = super::Drafts::default();
    state.select_first();
    state.refresh();
}

fn choose(state: &mut AppState, purpose: Purpose) -> Vec<Effect> {
    if state.session.waiting.is_some() {
        state.session.after_save = None;
        return Vec::new();
    }
    let serial = state.session.next_serial();
    state.session.dialog = None;
    state.session.waiting = Some(Waiting { purpose: purpose.clone(), serial });
    let beside = state.session.file.path.as_deref().and_then(Path::parent).map(Path::to_owned);
    vec![Effect::PickFile { suggested_name: suggested_name(state, &purpose), purpose, serial, beside }]
}

fn extension_of(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Open | Purpose::SaveAs | Purpose::Import => "ron",
        Purpose::Export { format } => {
            exchange::of_id(format).and_then(|format| format.extensions.first()).copied().unwrap_or("ron")
        }
    }
}

fn suggested_name(state: &AppState, purpose: &Purpose) -> String {
    let stem =
        state.session.file.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_else(|| "portfolio".to_owned());
    format!("{stem}.{}", extension_of(purpose))
}

/// What the path field begins with: the present file, or the file that an export would make beside it.
fn suggested_path(state: &AppState, purpose: &Purpose) -> String {
    let Some(path) = state.session.file.path.as_deref() else { return String::new() };
    match purpose {
        Purpose::Export { .. } => path.with_file_name(suggested_name(state, purpose)).display().to_string(),
        Purpose::Open | Purpose::SaveAs | Purpose::Import => path.display().to_string(),
    }
}

/// Where no dialog can be had, or the person has waited enough: the path is typed.
fn use_path_field(state: &mut AppState) -> Vec<Effect> {
    if let Some(waiting) = state.session.waiting.take() {
        state.drafts.path = suggested_path(state, &waiting.purpose);
        state.session.dialog = Some(Dialog::Path { purpose: waiting.purpose });
    } else if let Some(Dialog::Path { purpose }) = state.session.dialog.clone() {
        // The typed path goes to the shell, which adds the extension and looks whether the file exists.
        let typed = PathBuf::from(state.drafts.path.trim());
        if typed.as_os_str().is_empty() {
            return Vec::new();
        }
        let serial = state.session.next_serial();
        state.session.dialog = None;
        state.session.waiting = Some(Waiting { purpose: purpose.clone(), serial });
        return vec![Effect::ResolvePath { purpose, serial, typed }];
    }
    Vec::new()
}

fn use_path(state: &mut AppState, purpose: &Purpose, path: PathBuf, stamp: &Stamp) -> Vec<Effect> {
    match purpose {
        Purpose::Open => vec![Effect::Open { path }],
        Purpose::Import => vec![Effect::Read { path }],
        Purpose::SaveAs => {
            // What is saved under another name is another portfolio, from when it is saved on.
            store(state, path, stamp.id)
        }
        Purpose::Export { format } => {
            let portfolio = Arc::new(Portfolio { id: stamp.id, ..state.portfolio.clone() });
            vec![Effect::Export { path, format, portfolio }]
        }
    }
}

fn save(state: &mut AppState) -> Vec<Effect> {
    if state.session.file.is_read_only() {
        state.session.after_save = None;
        state.session.post(Notice::ReadOnly);
        return Vec::new();
    }
    if let Some(storing) = &mut state.session.file.storing {
        // Two writers of one file could end in the wrong order.
        storing.again = true;
        return Vec::new();
    }
    match state.session.file.path.clone() {
        Some(path) => store(state, path, state.portfolio.id),
        None => choose(state, Purpose::SaveAs),
    }
}

fn save_and_go_on(state: &mut AppState) -> Vec<Effect> {
    let Some(Dialog::Unsaved { next }) = state.session.dialog.clone() else { return Vec::new() };
    if state.session.waiting.is_some() && state.session.file.path.is_none() {
        // The file cannot be asked for while another dialog is open, so the question stays.
        return Vec::new();
    }
    state.session.dialog = None;
    state.session.after_save = Some(next);
    save(state)
}

fn store(state: &mut AppState, path: PathBuf, id: Uuid) -> Vec<Effect> {
    let mark = state.session.history.mark();
    state.session.file.storing = Some(Storing { path: path.clone(), mark, id, again: false });
    vec![Effect::Save { path, portfolio: Arc::new(Portfolio { id, ..state.portfolio.clone() }), mark }]
}

fn saved(state: &mut AppState, path: PathBuf, mark: u64, stamp: &Stamp) -> Vec<Effect> {
    let file = &mut state.session.file;
    // A save of a portfolio that is no longer here says nothing about the present one.
    let Some(storing) = file.storing.take_if(|storing| storing.path == path && storing.mark == mark) else {
        return Vec::new();
    };
    state.portfolio.id = storing.id;
    file.path = Some(path.clone());
    file.origin = Origin::File;
    file.not_understood.clear();
    file.saved_mark = mark;
    state.session.post(Notice::Saved { path: path.clone() });
    state.session.settings.remember(path.clone());
    let mut effects = vec![Effect::KeepSettings(state.session.settings.clone())];
    if storing.again && state.is_dirty() {
        effects.extend(store(state, path, storing.id));
    } else if let Some(next) = state.session.after_save.take() {
        effects.extend(unless_dirty(state, next, stamp));
    }
    effects
}

fn failed(state: &mut AppState, failure: Failure) -> Vec<Effect> {
    let mut effects = Vec::new();
    match &failure {
        Failure::NotWritten { path, .. } => {
            // An export can fail as well.
            if state.session.file.storing.take_if(|storing| storing.path == *path).is_some() {
                state.session.after_save = None;
            }
        }
        Failure::NotRead { path, .. } => {
            if state.session.settings.recent.contains(path) {
                state.session.settings.forget(path);
                effects.push(Effect::KeepSettings(state.session.settings.clone()));
            }
        }
        Failure::NotUnderstood { .. } | Failure::SettingsNotKept { .. } | Failure::SettingsNotRead { .. } => {}
    }
    state.session.post(Notice::Failed(failure));
    effects
}

fn preview(state: &mut AppState, path: PathBuf, incoming: &Portfolio, notes: Vec<String>) {
    // A portfolio in which nothing has been recorded yet takes everything, its account and rules too.
    let is_blank = state.session.file.origin == Origin::New && state.session.history.entries().is_empty();
    let into = if is_blank { merge::Into::New } else { merge::Into::Existing };
    let plan = merge::plan(&state.portfolio, incoming, into);
    if plan.is_idle() && notes.is_empty() {
        state.session.post(Notice::NothingToImport { path });
        return;
    }
    state.session.dialog = Some(Dialog::Import(Preview { path, plan: Box::new(plan), notes }));
}
