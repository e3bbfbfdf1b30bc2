//! Backups: what a swap took out of the file's place, and the file as it was last opened well. Which are kept, and how they are listed.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};

use super::super::disk::Disk;
use super::super::files::{FileFailure, Step, refused, write_new};
use super::place::Place;
use crate::model::ContentHash;
use crate::storage::MAXIMUM_SIZE;

/// So many of the newest are kept. This and the next are the figures of "how a portfolio is kept" in the README.
const NEWEST: usize = 10;
const DAYS: i64 = 14;
const MONTHS: usize = 12;
/// One that came out sooner after the one before is not kept: the journals lead to it all the same.
const APART: TimeDelta = TimeDelta::minutes(10);
/// In bytes, all together: 1 GiB.
const ROOM: u64 = 1 << 30;

const TIME: &str = "%Y%m%dT%H%M%SZ";

/// How a backup came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupKind {
    /// The file as it was opened well, before its first change.
    Opened,
    /// The file that a newer one took the place of.
    Replaced,
}

impl BackupKind {
    const fn key(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Replaced => "replaced",
        }
    }
}

/// A backup, as its name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub kind: BackupKind,
    /// When it was set aside.
    pub at: DateTime<Utc>,
    /// In bytes.
    pub size: u64,
    pub customers: usize,
    /// The first digits of its content's hash.
    pub hash: String,
}

/// What a new backup is called by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub kind: BackupKind,
    pub at: DateTime<Utc>,
    pub customers: usize,
    pub hash: ContentHash,
}

impl Label {
    pub const fn opened(at: DateTime<Utc>, customers: usize, hash: ContentHash) -> Self {
        Self { kind: BackupKind::Opened, at, customers, hash }
    }

    fn name(self) -> String {
        let Self { kind, at, customers, hash } = self;
        format!("{}-{customers}-{}-{}.ron", at.format(TIME), hash.short(), kind.key())
    }
}

fn parse(name: &str) -> Option<(BackupKind, DateTime<Utc>, usize, String)> {
    let mut parts = name.strip_suffix(".ron")?.split('-');
    let at = NaiveDateTime::parse_from_str(parts.next()?, TIME).ok()?.and_utc();
    let customers = parts.next()?.parse().ok()?;
    let hash = parts.next()?.to_owned();
    let kind = match parts.next()? {
        "opened" => BackupKind::Opened,
        "replaced" => BackupKind::Replaced,
        _ => return None,
    };
    parts.next().is_none().then_some((kind, at, customers, hash))
}

/// The backups of a place, newest first.
pub(super) fn list(disk: &dyn Disk, place: &Place) -> Result<Vec<Backup>, FileFailure> {
    let folder = place.backups();
    let mut backups = Vec::new();
    for name in disk.names(&folder).map_err(refused(Step::Read, &folder))? {
        if let Some((kind, at, customers, hash)) = parse(&name) {
            let path = folder.join(&name);
            let size = disk.facts(&path).map_or(0, |facts| facts.size);
            backups.push(Backup { path, kind, at, size, customers, hash });
        }
    }
    backups.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.path.cmp(&a.path)));
    Ok(backups)
}

/// Moves what came out of a swap among the backups, or removes it where one was set aside a moment ago.
pub(super) fn set_aside(disk: &dyn Disk, place: &Place, from: &Path, label: Label) -> Result<(), FileFailure> {
    let backups = list(disk, place)?;
    let last = backups.iter().find(|backup| backup.kind == BackupKind::Replaced);
    let is_soon = last.is_some_and(|last| label.at - last.at < APART && label.at >= last.at);
    let short = label.hash.short();
    if is_soon || backups.iter().any(|backup| backup.hash == short) {
        return disk.remove(from).map_err(refused(Step::Rename, from));
    }
    let folder = place.backups();
    disk.make_folder(&folder).map_err(refused(Step::Folder, &folder))?;
    let to = folder.join(label.name());
    match disk.rename(from, &to) {
        Ok(()) => {}
        // The file lies on another disk than the program's folder.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            copy(disk, from, &to)?;
            disk.remove(from).map_err(refused(Step::Rename, from))?;
        }
        Err(error) => return Err(refused(Step::Rename, from)(error)),
    }
    sync(disk, place)
}

/// Gets the names of the backups onto the disk, and that of their folder.
fn sync(disk: &dyn Disk, place: &Place) -> Result<(), FileFailure> {
    for folder in [&place.backups(), &place.folder] {
        disk.sync_folder(folder).map_err(refused(Step::SyncFolder, folder))?;
    }
    Ok(())
}

/// Copies the file as it was opened, before it changes for the first time; not where such a copy is there.
pub(super) fn keep_opened(disk: &dyn Disk, place: &Place, bytes: &[u8], label: Label) -> Result<(), FileFailure> {
    let short = label.hash.short();
    if list(disk, place)?.iter().any(|backup| backup.hash == short) {
        return Ok(());
    }
    let folder = place.backups();
    disk.make_folder(&folder).map_err(refused(Step::Folder, &folder))?;
    let to = folder.join(label.name());
    write_whole(disk, &folder, &to, bytes)?;
    sync(disk, place)
}

fn copy(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), FileFailure> {
    let bytes = disk.read(from, MAXIMUM_SIZE).map_err(refused(Step::Read, from))?;
    let folder = super::super::files::folder_of(to);
    write_whole(disk, folder, to, &bytes)
}

/// A backup is there whole or not at all.
fn write_whole(disk: &dyn Disk, folder: &Path, to: &Path, bytes: &[u8]) -> Result<(), FileFailure> {
    let temporary = to.with_extension("tmp");
    let _left_from_before = disk.remove(&temporary);
    write_new(disk, &temporary, None, bytes, to)?;
    disk.rename(&temporary, to).map_err(refused(Step::Rename, to))?;
    disk.sync_folder(folder).map_err(refused(Step::SyncFolder, folder))
}

/// Removes the backups that nobody needs any more.
pub(super) fn prune(disk: &dyn Disk, place: &Place, now: DateTime<Utc>) -> Result<(), FileFailure> {
    let backups = list(disk, place)?;
    for at in superfluous(&backups, now) {
        if let Some(backup) = backups.get(at) {
            disk.remove(&backup.path).map_err(refused(Step::Rename, &backup.path))?;
        }
    }
    Ok(())
}

/// The positions of those that are not kept, of a list that has the newest first.
#[must_use]
pub fn superfluous(backups: &[Backup], now: DateTime<Utc>) -> Vec<usize> {
    let mut kept = HashSet::new();
    kept.extend(backups.iter().position(|backup| backup.kind == BackupKind::Opened));
    kept.extend(0..backups.len().min(NEWEST));
    let (mut days, mut months) = (HashSet::new(), HashSet::new());
    for (at, backup) in backups.iter().enumerate() {
        let day = backup.at.date_naive();
        if (now.date_naive() - day).num_days() < DAYS && days.insert(day) {
            kept.insert(at);
        }
        let month = (day.year(), day.month());
        if (months.len() < MONTHS || months.contains(&month)) && months.insert(month) {
            kept.insert(at);
        }
    }
    let mut room = ROOM;
    let mut dropped = Vec::new();
    for (at, backup) in backups.iter().enumerate() {
        // The newest one stays however large it is.
        let fits = at == 0 || backup.size <= room;
        if kept.contains(&at) && fits {
            room = room.saturating_sub(backup.size);
        } else {
            dropped.push(at);
        }
    }
    dropped
}
