//! What the world answers: what was opened, what became of the file, which path was chosen. What a person wishes of files is `files`'.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::AppState;
use super::command::Command;
use super::dispatch::Stamp;
use super::effect::{Effect, OpenFor};
use super::files::{is_at_risk, leave, use_path, use_path_field};
use super::history::History;
use super::kept::{FileSeal, LooksOnly, Opened, StoreTrouble};
use super::notice::{Failure, Notice};
use super::session::{Dialog, Next, OpenFile, Origin, Session};
use super::working_out::Remains;
use super::{comparing, handing_out, importing, opening};
use crate::model::{Portfolio, Settings};

/// What the world answers.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other command comes here")]
pub(super) fn answered(state: &mut AppState, answer: Command, stamp: &Stamp) -> Vec<Effect> {
    let Some(answer) = opening::hold_back(state, answer) else { return Vec::new() };
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
            opening::stay(state);
            state.session.post(Notice::FileDialogCancelled);
        }
        Command::NoChooser { serial } if is_awaited(state, serial) => {
            return use_path_field(state);
        }
        Command::Opened(opened) if !may_replace(state) => {
            return leave(state, Next::Open(opened.path, opened.what_for), stamp);
        }
        Command::SampleOpened { .. } if !may_replace(state) => return leave(state, Next::Sample, stamp),
        Command::Opened(opened) => return take(state, *opened, stamp),
        Command::SampleOpened { portfolio } => {
            let effect = Effect::Begin { portfolio: Arc::new((*portfolio).clone()) };
            let let_go = replace(state, *portfolio, OpenFile::new(None, Origin::Sample), History::default());
            return std::iter::once(effect).chain(let_go).collect();
        }
        Command::Damaged { path, detail, better, readable, is_portfolio } => {
            let forgotten = forget_recent(state, &path);
            state.session.dialog = Some(Dialog::Damaged { path, detail, better, readable, is_portfolio });
            return forgotten;
        }
        Command::InUse { path } => state.session.dialog = Some(Dialog::InUse { path }),
        Command::Large { path, size } => state.session.dialog = Some(Dialog::Large { path, size }),
        Command::PathsChosen { serial, paths } if is_awaited(state, serial) => {
            state.session.waiting = None;
            return importing::start(state, paths, stamp.at);
        }
        Command::Read { serial, file, outcome } => return importing::read(state, serial, file, outcome),
        Command::ReadSoFar { serial, file, read, size } => importing::so_far(state, serial, file, read, size),
        Command::Compared { serial, outcome } => comparing::compared(state, serial, outcome),
        Command::Storing => state.session.file.is_storing = true,
        Command::Stored { copies, .. } => return stored(state, copies, stamp),
        Command::NotStored { trouble, .. } => not_stored(state, trouble),
        Command::ChangedOutside(theirs) => {
            let file = &mut state.session.file;
            file.is_storing = false;
            file.was_asked_to_save = false;
            file.theirs = Some(theirs);
            state.session.after_save = None;
            if state.session.dialog.is_none() {
                state.session.dialog = Some(Dialog::Versions);
            }
        }
        Command::SavedAs { path, id } => return saved_as(state, path, id, stamp),
        Command::NotSavedAs(failure) => {
            state.session.file.is_storing = false;
            state.session.after_save = None;
            state.session.post(Notice::Failed(failure));
        }
        Command::TheirsTaken { path, mine } => {
            state.session.file.theirs = None;
            state.session.file.waiting = 0;
            state.session.post(mine.map_or(Notice::TheirsTakenAlone, |mine| Notice::TheirsTaken { mine }));
            state.session.leaving = Some(state.session.history.mark());
            return vec![Effect::Open { path, what_for: OpenFor::Change }];
        }
        Command::MineKept { path, theirs } => {
            if let Some(theirs) = theirs {
                state.session.post(Notice::OutsideKept { path: theirs.clone() });
                if std::mem::take(&mut state.session.merges_theirs) {
                    state.session.import_next = Some(theirs);
                }
            }
            state.session.file.waiting = 0;
            state.session.file.theirs = None;
            state.session.leaving = Some(state.session.history.mark());
            return vec![Effect::Open { path, what_for: OpenFor::Change }];
        }
        Command::Restored { path } => {
            state.session.post(Notice::Restored { path: path.clone() });
            return opening::leave_when_free(state, Next::Open(path, OpenFor::Change), stamp);
        }
        Command::OpeningGivenUp { path } => opening::given_up(state, &path),
        Command::BackupsListed(backups) => state.session.backups = Some(backups),
        Command::HistoryRead(entries) => state.session.journaled = Some(entries),
        Command::ComeToFront => {
            state.session.post(Notice::AskedToFront);
            return vec![Effect::Raise];
        }
        Command::Exported { path } => state.session.post(Notice::Exported { path }),
        Command::HandedOutSoFar { .. }
        | Command::HandedOut { .. }
        | Command::HandingOutStopped { .. }
        | Command::NotHandedOut { .. } => {
            handing_out::answered(state, answer);
            let session = &mut state.session;
            if session.handing_out.is_none() && std::mem::take(&mut session.quits_once_handed_out) {
                return opening::leave_when_free(state, Next::Quit, stamp);
            }
        }
        Command::SettingsRead(settings) => {
            state.session.settings = settings;
            state.session.follow_language(&state.portfolio);
        }
        Command::Failed(failure) => return failed(state, failure),
        _ => {}
    }
    Vec::new()
}

/// What was opened takes the present portfolio's place.
fn take(state: &mut AppState, opened: Opened, stamp: &Stamp) -> Vec<Effect> {
    let Opened {
        ticket,
        path,
        portfolio,
        not_understood,
        findings,
        seal,
        recovered,
        past,
        theirs,
        copies,
        holder,
        looks_only,
        is_beside,
        is_untitled,
        is_replaced,
        what_for: _,
    } = opened;
    let customers = portfolio.customers.len();
    let origin = if is_untitled { Origin::New } else { Origin::File };
    let notice = match (&looks_only, &holder, seal) {
        (Some(LooksOnly::Backup), ..) => Notice::BackupOpened { customers },
        (_, Some(said), _) => Notice::OpenOnShare { said: said.clone() },
        (None, None, _) if is_replaced => Notice::OpenedReplaced { path: path.clone() },
        (_, None, FileSeal::EditedOutside) => Notice::OpenedEditedOutside { path: path.clone() },
        _ if !findings.is_empty() => Notice::OpenedWithFindings {
            path: path.clone(),
            findings: findings.iter().map(|finding| finding.said.clone()).collect(),
        },
        _ if is_beside => Notice::KeptBeside,
        (_, None, FileSeal::Missing) if looks_only.is_none() => {
            Notice::OpenedUnsealed { path: path.clone(), customers }
        }
        (_, None, FileSeal::Missing | FileSeal::Whole) => Notice::Opened { path: path.clone(), customers },
    };
    let has_versions = theirs.is_some();
    let history = History::of(&past, &recovered);
    // What another window has in its journal is no loss that was mended.
    let was_recovered = !recovered.is_empty() && looks_only.is_none();
    let file = OpenFile {
        not_understood,
        looks_only,
        waiting: recovered.len(),
        recovered,
        theirs,
        untitled: is_untitled.then(|| path.clone()),
        is_beside,
        findings,
        copies,
        ..OpenFile::new((!is_untitled).then(|| path.clone()), origin)
    };
    let is_kept = looks_only.is_none();
    let let_go = replace(state, Arc::unwrap_or_clone(portfolio), file, history);
    state.session.recovered_banner = was_recovered;
    if has_versions {
        state.session.dialog = Some(Dialog::Versions);
    }
    if !is_untitled || !was_recovered {
        state.session.post(notice);
    }
    let mut effects = vec![Effect::Keep { ticket }];
    effects.extend(let_go);
    if is_kept && !is_untitled {
        state.session.settings.remember(path);
        effects.push(Effect::KeepSettings(state.session.settings.clone()));
    }
    if let Some(path) = state.session.import_next.take() {
        effects.extend(importing::start(state, vec![path], stamp.at));
    }
    effects
}

/// The file holds every change but those that came since.
fn stored(state: &mut AppState, copies: Vec<PathBuf>, stamp: &Stamp) -> Vec<Effect> {
    let file = &mut state.session.file;
    file.is_storing = false;
    let waiting = file.waiting;
    file.trouble = None;
    file.theirs = None;
    let was_asked = std::mem::take(&mut file.was_asked_to_save);
    let path = file.path.clone();
    if waiting == 0 {
        state.session.recovered_banner = false;
    }
    if let Some(copy) = copies.into_iter().next() {
        state.session.post(Notice::OutsideKept { path: copy.clone() });
        if std::mem::take(&mut state.session.merges_theirs) {
            return importing::start(state, vec![copy], stamp.at);
        }
    } else if let (true, Some(path)) = (was_asked, path) {
        if waiting > 0 {
            // What came meanwhile was in the window when saving was asked for, or soon after: it is saved as well.
            state.session.file.was_asked_to_save = true;
            return vec![Effect::Checkpoint];
        }
        state.session.post(Notice::Saved { path });
    }
    // A file that is being named is saved first.
    let is_being_named = state.session.waiting.is_some()
        || matches!(state.session.dialog, Some(Dialog::Path { .. } | Dialog::Overwrite { .. }));
    match state.session.after_save.take_if(|_| !is_being_named) {
        Some(next) => opening::leave_when_free(state, next, stamp),
        None => Vec::new(),
    }
}

fn not_stored(state: &mut AppState, trouble: StoreTrouble) {
    let file = &mut state.session.file;
    file.is_storing = false;
    file.was_asked_to_save = false;
    file.trouble = Some(trouble);
    state.session.merges_theirs = false;
    if let Some(next) = state.session.after_save.take()
        && let Some(next) = opening::wait_for_dialog(state, next)
    {
        state.session.dialog = Some(Dialog::Unsaved { next });
    }
}

fn saved_as(state: &mut AppState, path: PathBuf, id: uuid::Uuid, stamp: &Stamp) -> Vec<Effect> {
    state.portfolio.id = id;
    state.session.history.begin_another();
    state.session.is_kept_by_nobody = false;
    let findings = std::mem::take(&mut state.session.file.findings);
    state.session.file = OpenFile { findings, ..OpenFile::new(Some(path.clone()), Origin::File) };
    state.session.recovered_banner = false;
    state.session.post(Notice::Saved { path: path.clone() });
    state.session.settings.remember(path);
    state.session.settings.untitled = None;
    let mut effects = vec![Effect::KeepSettings(state.session.settings.clone())];
    if let Some(next) = state.session.after_save.take() {
        effects.extend(opening::leave_when_free(state, next, stamp));
    }
    effects
}

fn forget_recent(state: &mut AppState, path: &Path) -> Vec<Effect> {
    let settings = &mut state.session.settings;
    if !settings.recent.iter().any(|recent| recent == path) && settings.untitled.as_deref() != Some(path) {
        return Vec::new();
    }
    settings.forget(path);
    settings.untitled.take_if(|untitled| untitled == path);
    vec![Effect::KeepSettings(state.session.settings.clone())]
}

fn is_awaited(state: &AppState, serial: u64) -> bool {
    state.session.waiting.as_ref().is_some_and(|waiting| waiting.serial == serial)
}

/// Whether what was opened may take the present portfolio's place: it could have been changed since that was asked for.
fn may_replace(state: &AppState) -> bool {
    let session = &state.session;
    let is_settled = !is_at_risk(state) && (session.file.waiting == 0 || session.file.is_read_only());
    is_settled || session.leaving == Some(session.history.mark())
}

/// Another portfolio takes the place of the present one; nothing of the old session but the settings stays.
pub(super) fn replace(state: &mut AppState, portfolio: Portfolio, file: OpenFile, history: History) -> Option<Effect> {
    let old = &mut state.session;
    let settings = Settings { lists: super::remembered::arrangement(old), ..old.settings.clone() };
    let notice = old.notice.take();
    let queue = std::mem::take(&mut old.queue);
    let mut session = Session::new(Arc::clone(&old.catalog), &portfolio, file, settings, old.speaks);
    let is_much = old.derived.is_much();
    let remains = session.derived.succeed(&mut old.derived);
    session.history = history;
    session.desktop_has_less_motion = old.desktop_has_less_motion;
    session.shows_frame_times = old.shows_frame_times;
    session.serial = old.serial;
    // What is written of the former portfolio goes on, and is heard of.
    session.handing_out = old.handing_out.take();
    session.quits_once_handed_out = old.quits_once_handed_out;
    session.waiting = old.waiting.clone();
    session.queue = queue;
    session.import_next = old.import_next.take();
    session.notice = notice.filter(|posted| posted.notice.outlives_its_portfolio());
    state.session = session;
    let former = std::mem::replace(&mut state.portfolio, portfolio);
    state.drafts = super::Drafts::default();
    state.select_first();
    state.refresh();
    is_much.then(|| Effect::LetGo(Remains { portfolio: Some(Arc::new(former)), ..remains }))
}

fn failed(state: &mut AppState, failure: Failure) -> Vec<Effect> {
    let effects = match &failure {
        Failure::NotRead { path, .. } | Failure::Missing { path } | Failure::NotAllowed { path } => {
            forget_recent(state, path)
        }
        Failure::OwnFile { .. }
        | Failure::NotUnderstood { .. }
        | Failure::NotWritten { .. }
        | Failure::NotJournaled { .. }
        | Failure::MayComeBack { .. }
        | Failure::InUse { .. }
        | Failure::SettingsNotKept { .. }
        | Failure::SettingsNotRead { .. }
        | Failure::NoReport { .. } => Vec::new(),
    };
    state.session.post(Notice::Failed(failure));
    effects
}
