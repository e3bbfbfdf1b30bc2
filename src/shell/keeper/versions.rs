//! Other versions of what is kept: another name, the person's and somebody else's, backups, and what the journals tell.

use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use super::super::files::{read_from, read_portfolio};
use super::super::keep::{
    Access, Backup, BackupKind, CheckpointFailure, Keeping, OpenFailure, Outside, VersionFailure, is_untitled, open,
};
use super::super::work::LIMIT;
use super::{Keeper, Phase, now};
use crate::model::{ContentHash, Portfolio};
use crate::state::diagnosis::Diagnosis;
use crate::state::{BackupLine, Command, Failure};
use crate::storage::{MAXIMUM_SIZE, content_hash, decode};

impl Keeper {
    pub(super) fn save_as(&mut self, path: &Path, id: Uuid) {
        let Some(current) = &mut self.current else {
            let detail = Diagnosis::OwnFault { said: Some("nothing is open to be saved".to_owned()) };
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
                    let _comes_back_at_the_next_start = current.kept.discard(now());
                }
                let ticket = self.ticket();
                self.subject = Some((id, path.clone()));
                self.current = Some(self.current_of(ticket, kept, None));
                self.answer(Command::SavedAs { path, id });
            }
            Err(failure) => self.answer(Command::NotSavedAs(not_made(path, &failure))),
        }
    }

    pub(super) fn keep_mine(&mut self) {
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

    pub(super) fn take_theirs(&mut self) {
        let Some(current) = &mut self.current else { return };
        let mine = current.mine.as_ref();
        let path = current.kept.path().to_owned();
        match current.kept.take_theirs(mine, now()) {
            Ok(mine) => {
                self.current = None;
                self.answer(Command::TheirsTaken { path, mine });
            }
            Err(failure) => self.answer(Command::Failed(not_made(&path, &failure))),
        }
    }

    pub(super) fn discard(&mut self) {
        let Some(current) = &mut self.current else { return };
        if let Err(failure) = current.kept.discard(now()) {
            let path = current.kept.path().to_owned();
            self.answer(Command::Failed(Failure::NotWritten { path, detail: (&failure).into() }));
            return;
        }
        // Nothing more is written for it.
        self.current = None;
    }

    pub(super) fn restore_better(&self, path: &Path, id: Uuid) {
        let (keeping, answers, wake) = (self.keeping.clone(), self.answers.clone(), Arc::clone(&self.wake));
        let path = path.to_owned();
        std::thread::spawn(move || {
            // Looked for anew: what was found when the file was opened may be hours old.
            let command = match open(&keeping, &path, Access::Look, LIMIT, now()) {
                Err(OpenFailure::Damaged { better: Some(better), .. }) => {
                    restored(&keeping, &better.portfolio, id, &path)
                }
                Ok(_) => Command::Restored { path },
                Err(failure) => Command::Failed(Failure::NotRead { path, detail: failure.into() }),
            };
            let _unheard = answers.send(command);
            wake();
        });
    }

    pub(super) fn restore_backup(&self, backup: &Path, id: Uuid) {
        // Where it is not known whose backup it is, the copy lies beside the backup.
        let path = self.subject.as_ref().map_or_else(|| backup.to_owned(), |(_, path)| path.clone());
        let bytes = read_portfolio(&*self.keeping.disk, backup, LIMIT, &mut |_| true)
            .map_err(|failure| Diagnosis::from(&failure));
        let command = match bytes.and_then(|bytes| decode(&bytes).map_err(Diagnosis::from)) {
            Ok(loaded) => restored(&self.keeping, &loaded.portfolio, id, &path),
            Err(detail) => Command::Failed(Failure::NotRead { path: backup.to_owned(), detail }),
        };
        self.answer(command);
    }

    pub(super) fn list_backups(&self) {
        let backups = self.subject.as_ref().map_or(Ok(Vec::new()), |(id, path)| self.keeping.list_backups(*id, path));
        self.answer(match backups {
            Ok(backups) => Command::BackupsListed(backups.iter().map(backup_line).collect()),
            Err(failure) => {
                let path = self.keeping.state.clone();
                Command::Failed(failure.not_read(path))
            }
        });
    }

    pub(super) fn read_history(&self) {
        let entries = self.current.as_ref().map(|current| current.kept.journaled());
        self.answer(Command::HistoryRead(entries.unwrap_or_default()));
    }
}

fn not_made(path: &Path, failure: &VersionFailure) -> Failure {
    match failure {
        VersionFailure::Locked { path } => Failure::InUse { path: path.clone() },
        VersionFailure::File(_) | VersionFailure::Encode(_) | VersionFailure::Checkpoint(_) => {
            Failure::NotWritten { path: path.to_owned(), detail: failure.into() }
        }
    }
}

fn restored(keeping: &Keeping, portfolio: &Portfolio, id: Uuid, path: &Path) -> Command {
    match keeping.write_copy(portfolio, id, path, "restored", now()) {
        Ok(path) => Command::Restored { path },
        Err(failure) => Command::Failed(not_made(path, &failure)),
    }
}

fn backup_line(backup: &Backup) -> BackupLine {
    BackupLine {
        path: backup.path.clone(),
        at: backup.at,
        size: backup.size,
        customers: backup.customers,
        is_opened: backup.kind == BackupKind::Opened,
    }
}
