//! New, Open, Save, Import, Export, Quit: what a person wishes of files. The world's answers are `answers`'; no disk is touched here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, Purpose};
use super::dispatch::Stamp;
use super::effect::{Effect, OpenFor};
use super::history::History;
use super::notice::{Failure, Notice};
use super::session::{Dialog, Next, OpenFile, Origin, Waiting};
use super::{AppState, answers, comparing, handing_out, importing, opening, reporting, tables};
use crate::exchange;
use crate::model::Portfolio;

/// Whether a command is one of those below.
pub(super) const fn is_about_files(command: &Command) -> bool {
    command.is_answer()
        || matches!(
            command,
            Command::New
                | Command::OpenSample
                | Command::Choose(_)
                | Command::OpenPath(_)
                | Command::ImportPaths(_)
                | Command::ReadOtherwise(_)
                | Command::ShowImported(_)
                | Command::AcceptLikely(_)
                | Command::TakeRows { .. }
                | Command::SaveFaultyRows(_)
                | Command::CompareWith(_)
                | Command::SwapCompared
                | Command::Save
                | Command::Quit
                | Command::LookInto(_)
                | Command::OpenLarge(_)
                | Command::OpenBetter
                | Command::ShowReadable
                | Command::RestoreBackup(_)
                | Command::KeepMine
                | Command::TakeTheirs
                | Command::MergeVersions
                | Command::DiscardAndGoOn
                | Command::SaveAndGoOn
                | Command::KeepAndGoOn
                | Command::StopWaiting
                | Command::StopHandingOut
                | Command::StopOpening
                | Command::UsePathField
                | Command::ConfirmOverwrite
                | Command::FilesDropped(_)
                | Command::GoOn(_)
        )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what is left is an answer")]
pub(super) fn look(state: &mut AppState, command: Command, stamp: &Stamp) -> Vec<Effect> {
    match command {
        Command::New => leave(state, Next::New, stamp),
        Command::OpenSample => leave(state, Next::Sample, stamp),
        Command::Quit => quit(state, stamp),
        // What is only looked at may be opened for changes by now.
        Command::OpenPath(path)
            if state.session.file.path.as_ref() == Some(&path) && !state.session.file.is_read_only() =>
        {
            let customers = state.portfolio.customers.len();
            state.session.dialog = None;
            state.session.post(Notice::Opened { path, customers });
            Vec::new()
        }
        Command::OpenPath(path) => leave(state, Next::Open(path, OpenFor::Change), stamp),
        Command::OpenLarge(path) => leave(state, Next::Open(path, OpenFor::ChangeLarge), stamp),
        Command::LookInto(path) => {
            let is_backup = matches!(state.session.dialog, Some(Dialog::Backups));
            let what_for = if is_backup { OpenFor::LookAtBackup } else { OpenFor::Look };
            leave(state, Next::Open(path, what_for), stamp)
        }
        Command::ShowReadable => match state.session.dialog.clone() {
            Some(Dialog::Damaged { path, .. }) => leave(state, Next::Open(path, OpenFor::LookAtReadable), stamp),
            _ => Vec::new(),
        },
        Command::OpenBetter => match state.session.dialog.take() {
            Some(Dialog::Damaged { path, .. }) => vec![Effect::RestoreBetter { path, id: stamp.id }],
            other => {
                state.session.dialog = other;
                Vec::new()
            }
        },
        Command::RestoreBackup(backup) => {
            state.session.dialog = None;
            vec![Effect::RestoreBackup { backup, id: stamp.id }]
        }
        Command::Choose(Purpose::Open) => leave(state, Next::ChooseFile, stamp),
        Command::Choose(Purpose::SaveAs) if state.session.file.is_read_only() => {
            state.session.post(Notice::ReadOnly);
            Vec::new()
        }
        Command::Choose(purpose) => {
            forget_errand(state);
            // Whoever wanted to leave a file that is stuck, and saves elsewhere, leaves then.
            if let (Some(Dialog::Unsaved { next }), Purpose::SaveAs) = (&state.session.dialog, &purpose) {
                state.session.after_save = Some(next.clone());
            }
            choose(state, purpose)
        }
        Command::ImportPaths(paths) => importing::start(state, paths, stamp.at),
        Command::ReadOtherwise(choices) => importing::choose(state, choices),
        Command::ShowImported(file) => {
            importing::show(state, file);
            Vec::new()
        }
        Command::AcceptLikely(accepted) => {
            importing::accept(state, accepted);
            Vec::new()
        }
        Command::TakeRows { rows, take } => {
            importing::take(state, &rows, take);
            Vec::new()
        }
        Command::SaveFaultyRows(table) => save_faulty_rows(state, table),
        Command::CompareWith(path) => comparing::start(state, path),
        Command::SwapCompared => comparing::swap(state),
        Command::Save => {
            forget_errand(state);
            save(state)
        }
        Command::KeepMine | Command::MergeVersions => keep_mine(state, command == Command::MergeVersions),
        Command::TakeTheirs if state.session.file.theirs.is_some() => {
            state.session.dialog = None;
            vec![Effect::TakeTheirs]
        }
        Command::SaveAndGoOn => save_and_go_on(state),
        Command::DiscardAndGoOn => match state.session.dialog.take() {
            Some(Dialog::Unsaved { next }) => discard_and_go_on(state, next, stamp),
            other => {
                state.session.dialog = other;
                Vec::new()
            }
        },
        // Its journal has everything, and it is what the next start opens.
        Command::KeepAndGoOn => match &state.session.dialog {
            Some(Dialog::Unsaved { next: Next::Quit }) if state.session.file.untitled.is_some() => {
                go_on(state, Next::Quit, stamp)
            }
            _ => Vec::new(),
        },
        Command::GoOn(next) => leave(state, next, stamp),
        Command::StopWaiting => {
            state.session.waiting = None;
            opening::stay(state);
            state.session.post(Notice::StoppedWaiting);
            Vec::new()
        }
        Command::StopHandingOut => handing_out::stop(state),
        Command::StopOpening => opening::stop(state),
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
            } else if let [path] = &paths[..]
                && may_be_a_portfolio(path)
            {
                state.session.dialog = Some(Dialog::Dropped { path: path.clone() });
            } else {
                return importing::start(state, paths, stamp.at);
            }
            Vec::new()
        }
        answer => answers::answered(state, answer, stamp),
    }
}

/// Puts the person's version in the file's place; for a merge, the file's is then imported into it.
fn keep_mine(state: &mut AppState, merges: bool) -> Vec<Effect> {
    if !state.session.file.theirs.as_ref().is_some_and(|theirs| theirs.can_keep_mine) {
        return Vec::new();
    }
    state.session.dialog = None;
    state.session.merges_theirs = merges;
    state.session.file.is_storing = true;
    vec![Effect::KeepMine]
}

fn discard_and_go_on(state: &mut AppState, next: Next, stamp: &Stamp) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.session.file.untitled.take().is_some() {
        state.session.settings.untitled = None;
        effects.push(Effect::Discard);
        effects.push(Effect::KeepSettings(state.session.settings.clone()));
    }
    effects.extend(go_on(state, next, stamp));
    effects
}

/// Whether the person has to be asked before another portfolio takes this one's place.
pub(super) fn is_at_risk(state: &AppState) -> bool {
    let file = &state.session.file;
    // The journal keeps it all; but a file of the person's own does not have it, and does not get it by itself.
    !file.is_read_only() && (file.untitled.is_some() || (file.is_stuck() && file.waiting > 0))
}

/// A save that was to be followed by something, and never came about, is followed by nothing.
fn forget_errand(state: &mut AppState) {
    if !state.session.file.is_storing && state.session.waiting.is_none() {
        state.session.after_save = None;
    }
}

/// Closes the window, once what is being handed out is written. Whoever asks again gives that up; and who asks once more, leaves.
fn quit(state: &mut AppState, stamp: &Stamp) -> Vec<Effect> {
    if let Some(running) = &state.session.handing_out
        && !running.is_stopping
    {
        let asks_again = std::mem::replace(&mut state.session.quits_once_handed_out, true);
        return if asks_again { handing_out::stop(state) } else { Vec::new() };
    }
    leave(state, Next::Quit, stamp)
}

/// Leaves the portfolio, once its file has everything.
pub(super) fn leave(state: &mut AppState, next: Next, stamp: &Stamp) -> Vec<Effect> {
    if is_at_risk(state) {
        state.session.dialog = Some(Dialog::Unsaved { next });
        return Vec::new();
    }
    let file = &state.session.file;
    if file.waiting > 0 && !file.is_read_only() {
        state.session.dialog = None;
        state.session.after_save = Some(next);
        return vec![Effect::Checkpoint];
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
        Next::Open(path, what_for) => vec![Effect::Open { path, what_for }],
        Next::New => {
            let portfolio = Portfolio::new(stamp.id);
            let let_go =
                answers::replace(state, portfolio.clone(), OpenFile::new(None, Origin::New), History::default());
            std::iter::once(Effect::Begin { portfolio: Arc::new(portfolio) }).chain(let_go).collect()
        }
    }
}

/// Whether a file can be meant to be opened: what has another name can only be imported.
fn may_be_a_portfolio(path: &Path) -> bool {
    path.extension().is_none_or(|extension| extension.eq_ignore_ascii_case("ron"))
}

/// Asks where the rows in error go; the import comes back afterwards.
fn save_faulty_rows(state: &mut AppState, table: String) -> Vec<Effect> {
    if state.session.waiting.is_some() {
        return Vec::new();
    }
    let Some(Dialog::Import(importing)) = state.session.dialog.take() else { return Vec::new() };
    state.session.text_to_write = table;
    state.session.set_aside = Some(importing);
    choose(state, Purpose::FaultyRows)
}

/// An import that was set aside comes back as soon as nothing else is asked.
pub(super) fn bring_back(state: &mut AppState) {
    let session = &mut state.session;
    if session.dialog.is_none() && session.waiting.is_none() {
        session.dialog = session.set_aside.take().map(Dialog::Import);
    }
}

fn choose(state: &mut AppState, purpose: Purpose) -> Vec<Effect> {
    if state.session.waiting.is_some() {
        state.session.after_save = None;
        return Vec::new();
    }
    if matches!(purpose, Purpose::Table { .. }) {
        // What was chosen is written, whatever is selected or filtered until a file is named.
        state.session.table_to_write = Some(tables::chosen(state));
    }
    let serial = state.session.next_serial();
    state.session.dialog = None;
    state.session.waiting = Some(Waiting { purpose: purpose.clone(), serial });
    let beside = state.session.file.path.as_deref().and_then(Path::parent).map(Path::to_owned);
    vec![Effect::PickFile { suggested_name: suggested_name(state, &purpose), purpose, serial, beside }]
}

fn extension_of(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Open | Purpose::SaveAs | Purpose::Import | Purpose::Compare => "ron",
        Purpose::Export { format } | Purpose::Table { format } => {
            exchange::of_id(format).and_then(|format| format.extensions.first()).copied().unwrap_or("ron")
        }
        Purpose::Report { of, .. } => of.extensions().first().copied().unwrap_or("html"),
        Purpose::History | Purpose::FaultyRows => "csv",
    }
}

fn suggested_name(state: &AppState, purpose: &Purpose) -> String {
    let rows = state.session.set_aside.as_deref().and_then(importing::faults_name);
    if let (Purpose::FaultyRows, Some(name)) = (purpose, rows) {
        return name;
    }
    let stem =
        state.session.file.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_else(|| "portfolio".to_owned());
    if let Purpose::Report { of, .. } = purpose {
        return reporting::suggested_name(state, &stem, of);
    }
    let name = format!("{stem}.{}", extension_of(purpose));
    // The open file's own name is the one that an export cannot have.
    let is_own = state.session.file.path.as_deref().and_then(Path::file_name).is_some_and(|own| *own == *name);
    if is_own && *purpose != Purpose::SaveAs { format!("{stem}-export.{}", extension_of(purpose)) } else { name }
}

/// What the path field begins with: the present file, or the file that an export would make beside it.
fn suggested_path(state: &AppState, purpose: &Purpose) -> String {
    let Some(path) = state.session.file.path.as_deref() else { return String::new() };
    match purpose {
        Purpose::Export { .. }
        | Purpose::Table { .. }
        | Purpose::Report { .. }
        | Purpose::History
        | Purpose::FaultyRows => path.with_file_name(suggested_name(state, purpose)).display().to_string(),
        Purpose::Open | Purpose::SaveAs | Purpose::Import | Purpose::Compare => path.display().to_string(),
    }
}

/// Where no dialog can be had, or the person has waited enough: the path is typed.
pub(super) fn use_path_field(state: &mut AppState) -> Vec<Effect> {
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

pub(super) fn use_path(state: &mut AppState, purpose: &Purpose, path: PathBuf, stamp: &Stamp) -> Vec<Effect> {
    let hands_out = match purpose {
        Purpose::Open | Purpose::Import | Purpose::Compare | Purpose::SaveAs => false,
        Purpose::Export { .. }
        | Purpose::Table { .. }
        | Purpose::Report { .. }
        | Purpose::History
        | Purpose::FaultyRows => true,
    };
    if hands_out && state.session.file.path.as_ref() == Some(&path) {
        state.session.post(Notice::Failed(Failure::OwnFile { path }));
        return Vec::new();
    }
    match purpose {
        Purpose::Open => look(state, Command::OpenPath(path), stamp),
        Purpose::Import => importing::start(state, vec![path], stamp.at),
        Purpose::Compare => comparing::start(state, path),
        Purpose::SaveAs => {
            // What is saved under another name is another portfolio, from when it is saved on.
            state.session.file.is_storing = true;
            vec![Effect::SaveAs { path, id: stamp.id }]
        }
        Purpose::Export { format } => {
            let portfolio = Arc::new(Portfolio { id: stamp.id, ..state.portfolio.clone() });
            export(state, (path, format), (Arc::clone(&portfolio), portfolio), None)
        }
        Purpose::Table { format } => {
            let Some(tables::Chosen { whole, rows, columns }) = state.session.table_to_write.take() else {
                return Vec::new();
            };
            let portfolio = Arc::new(Portfolio { id: stamp.id, ..rows });
            export(state, (path, format), (portfolio, whole), Some(columns))
        }
        Purpose::Report { of, language } => reporting::start(state, (of, *language), path, stamp),
        Purpose::History | Purpose::FaultyRows => {
            vec![Effect::WriteText { path, text: std::mem::take(&mut state.session.text_to_write) }]
        }
    }
}

/// Asks for an export; `whole` is what a table's records are judged in.
fn export(
    state: &mut AppState,
    (path, format): (PathBuf, &'static str),
    (portfolio, whole): (Arc<Portfolio>, Arc<Portfolio>),
    columns: Option<BTreeSet<String>>,
) -> Vec<Effect> {
    let (serial, mut effects) = handing_out::begin(state, path.clone(), portfolio.customers.len());
    effects.push(Effect::Export { serial, path, format, portfolio, whole, columns });
    effects
}

fn save(state: &mut AppState) -> Vec<Effect> {
    if state.session.file.is_read_only() {
        state.session.after_save = None;
        state.session.post(Notice::ReadOnly);
        return Vec::new();
    }
    if state.session.file.theirs.is_some() {
        state.session.dialog = Some(Dialog::Versions);
        return Vec::new();
    }
    match state.session.file.path {
        Some(_) => {
            state.session.file.was_asked_to_save = true;
            vec![Effect::Checkpoint]
        }
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
