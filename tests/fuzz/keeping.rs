//! The target `kept`: a file, a backup and journals as they lie on a disk. Opening writes nothing, and what opens can be kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use upgrade_desk::model::{Change, Deed, Edit, Entry, Happened, Portfolio};
use upgrade_desk::shell::disk::MemoryDisk;
use upgrade_desk::shell::keep::{Access, AppendFailure, Keeping, Kept, Mine, OpenFailure, Opened, open};
use upgrade_desk::state::{History, carry_out};
use upgrade_desk::storage::{MAXIMUM_SIZE, Seal, content_hash, decode};
use uuid::Uuid;

use super::{loaded, mended, told, written};

const FILE: &str = "/files/a.ron";
const STATE: &str = "/state";
/// A line that stands between the file, the backup and the journals.
const BREAK: &[u8] = b"%%\n";
const MOST_JOURNALS: usize = 4;

/// A day after the clock of a disk in memory begins, so that no journal is old.
fn now() -> DateTime<Utc> {
    "1970-01-02T00:00:00Z".parse().unwrap()
}

/// The file, behind `%%` a backup, which can be empty, and behind more of them the journals, oldest first.
///
/// Each line of a journal gets its checksum, and `@file`, `@backup` and `@id` in it become what they stand for, since no
/// fuzzer finds a hash.
pub fn kept(bytes: &[u8]) {
    let disk = MemoryDisk::new();
    let file = lay(&disk, bytes);
    let before = contents(&disk);
    let looked = look(&disk, Access::Look);
    assert!(contents(&disk) == before, "looking has written");
    let opened = look(&disk, Access::Change);
    let mut after = contents(&disk);
    after.retain(|path, _| !path.ends_with("lock"));
    assert!(after == before, "opening has written");
    match (looked, opened) {
        (Ok(looked), Ok(opened)) => {
            assert_eq!(looked.portfolio, opened.portfolio);
            assert!(looked.kept.is_none());
            holds(&disk, &file, opened);
        }
        (Err(OpenFailure::Damaged { .. }), Err(OpenFailure::Damaged { error, bytes, better, .. })) => {
            told(&error, &bytes);
            assert_eq!(bytes, file, "a damaged file is given back as it is");
            better.iter().for_each(|better| drop(written(&better.portfolio)));
        }
        (looked, opened) => panic!("{looked:?}, but {opened:?}"),
    }
}

/// How many changes are recovered; `None` where the file does not open. By it the seeds are known to be what they are for.
pub fn recovered(bytes: &[u8]) -> Option<usize> {
    let disk = MemoryDisk::new();
    lay(&disk, bytes);
    look(&disk, Access::Look).ok().map(|opened| opened.recovered.len())
}

/// Puts everything where it is looked for, and gives back the file.
fn lay(disk: &MemoryDisk, bytes: &[u8]) -> Vec<u8> {
    let mut parts: Vec<Vec<u8>> = vec![Vec::new()];
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match parts.last_mut() {
            Some(part) if line != BREAK => part.extend_from_slice(line),
            _ => parts.push(Vec::new()),
        }
    }
    let mut parts = parts.into_iter();
    let (file, backup) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let id = [&file, &backup].iter().find_map(|bytes| Some(decode(bytes).ok()?.portfolio.id)).unwrap_or_default();
    let folder = place(id);
    put(disk, Path::new(FILE), &file);
    if !backup.is_empty() {
        let name = format!("19700101T000000Z-1-{}-replaced.ron", content_hash(&backup).short());
        put(disk, &folder.join("backups").join(name), &backup);
    }
    for (at, text) in parts.take(MOST_JOURNALS).enumerate() {
        let text = replaced(&text, b"@file", content_hash(&file).to_string().as_bytes());
        let text = replaced(&text, b"@backup", content_hash(&backup).to_string().as_bytes());
        let text = replaced(&text, b"@id", id.to_string().as_bytes());
        put(disk, &folder.join(format!("journal-{:08}", at + 1)), &mended(&text));
    }
    file
}

/// Where the journals of the file lie. That it is so is held where the file opens.
fn place(id: Uuid) -> PathBuf {
    let key = content_hash(FILE.as_bytes()).short();
    Path::new(STATE).join("portfolios").join(id.to_string()).join(key)
}

fn put(disk: &MemoryDisk, path: &Path, bytes: &[u8]) {
    disk.write_durably(path, bytes).unwrap();
}

fn replaced(text: &[u8], word: &[u8], by: &[u8]) -> Vec<u8> {
    let mut rest = text;
    let mut out = Vec::new();
    while let Some(at) = rest.windows(word.len()).position(|here| here == word) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(by);
        rest = &rest[at + word.len()..];
    }
    out.extend_from_slice(rest);
    out
}

fn contents(disk: &MemoryDisk) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    disk.files().into_iter().map(|path| (path.clone(), disk.contents(&path))).collect()
}

fn look(disk: &MemoryDisk, access: Access) -> Result<Opened, OpenFailure> {
    let keeping = Keeping::new(Arc::new(disk.clone()), PathBuf::from(STATE));
    open(&keeping, Path::new(FILE), access, MAXIMUM_SIZE, now())
}

#[track_caller]
fn reopened(disk: &MemoryDisk) -> Opened {
    look(disk, Access::Change).unwrap_or_else(|failure| panic!("it does not open again: {failure}"))
}

/// A portfolio that opened is what file and journal say, and goes on to be kept.
fn holds(disk: &MemoryDisk, file: &[u8], opened: Opened) {
    let text = written(&opened.portfolio);
    let ends = contents(disk).values().flatten().any(|bytes| replaced(bytes, LAST.as_bytes(), b"") != *bytes);
    if opened.mine.is_none() {
        let mut replayed = loaded(file).portfolio;
        opened.recovered.iter().for_each(|entry| carry_out(&mut replayed, &entry.edits()));
        assert_eq!(written(&replayed), text, "it is not the file and what was recovered");
    }
    assert!(opened.past.windows(2).all(|pair| pair[0].seq + 1 == pair[1].seq), "the past has a gap");
    let history = History::of(&opened.past, &opened.recovered);
    assert_eq!(history.recovered(), opened.recovered.len());
    let is_read_only = !opened.not_understood.is_empty() || opened.journal_is_newer;
    assert_eq!(opened.kept.is_none(), is_read_only);
    let Some(kept) = opened.kept else { return };
    assert!(disk.files().contains(&place(opened.portfolio.id).join("lock")), "the journals were laid elsewhere");
    let told = kept.journaled();
    assert!(told.windows(2).all(|pair| pair[0].seq < pair[1].seq), "the history is out of order");
    match opened.mine {
        Some(mine) => both_ways(disk, kept, &mine, &text),
        None => goes_on(disk, kept, opened.recovered.len(), ends),
    }
}

/// A change that every portfolio can take.
fn change(portfolio: &Portfolio) -> Arc<Change> {
    let old = portfolio.rules.clone();
    let new = if old == "page" { "partner-center" } else { "page" }.to_owned();
    Arc::new(Change { at: now(), deed: Deed::SwitchRules, edits: vec![Edit::Rules { old, new }] })
}

/// The last number that a change can have. Behind it none can be kept, which is said.
const LAST: &str = "18446744073709551614";

/// A change is there after a restart, is in the file after a checkpoint, and is there once.
fn goes_on(disk: &MemoryDisk, mut kept: Kept, recovered: usize, ends: bool) {
    let change = change(kept.portfolio());
    let mut expected = kept.portfolio().clone();
    carry_out(&mut expected, &change.edits);
    let expected = written(&expected);
    let appended: Arc<Entry> = match kept.append(now(), Happened::Did, change) {
        Ok(entry) => entry,
        Err(AppendFailure::Encode(_)) if ends => return,
        Err(failure) => panic!("a change cannot be kept: {failure}"),
    };
    assert_eq!(written(kept.portfolio()), expected);
    drop(kept);

    let opened = reopened(disk);
    assert_eq!(written(&opened.portfolio), expected, "after a restart");
    assert_eq!(opened.recovered.len(), recovered + 1);
    assert_eq!(opened.recovered.last(), Some(&appended));
    let mut kept = opened.kept.unwrap_or_else(|| panic!("it can no longer be changed"));
    if let Err(failure) = kept.checkpoint(now()) {
        panic!("the file cannot be written: {failure}");
    }
    drop(kept);

    let opened = reopened(disk);
    assert_eq!(written(&opened.portfolio), expected, "after a checkpoint");
    assert_eq!((opened.recovered.len(), opened.mine.is_none(), opened.seal), (0, true, Seal::Whole));
    assert_eq!(opened.past.last(), Some(&appended), "undo no longer reaches it");
}

/// The person's version and the file's: either can be taken, and neither is lost.
fn both_ways(disk: &MemoryDisk, kept: Kept, mine: &Mine, file: &str) {
    let version = mine.portfolio.as_ref().map(written);
    drop(kept);

    let other = disk.fork();
    let mut kept = reopened(&other).kept.unwrap_or_else(|| panic!("it can no longer be changed"));
    let copy = kept.take_theirs(Some(mine), now()).unwrap_or_else(|failure| panic!("{failure}"));
    drop(kept);
    let copied = copy.map(|copy| written(&loaded(&other.contents(&copy).unwrap_or_default()).portfolio));
    assert_eq!(copied, version, "a version that cannot be put together is not called kept");
    let opened = reopened(&other);
    assert_eq!((written(&opened.portfolio).as_str(), opened.mine), (file, None));

    let Some(version) = version else { return };
    let found = content_hash(&disk.contents(Path::new(FILE)).unwrap_or_default());
    let mut kept = reopened(disk).kept.unwrap_or_else(|| panic!("it can no longer be changed"));
    let swapped = kept.keep_mine(Some(mine.clone()), Some(found), now()).unwrap_or_else(|failure| panic!("{failure}"));
    let copy = swapped.copy().map(Path::to_owned).unwrap_or_else(|| panic!("the file's version is gone"));
    drop(kept);
    assert_eq!(content_hash(&disk.contents(&copy).unwrap_or_default()), found);
    let opened = reopened(disk);
    assert_eq!((written(&opened.portfolio), opened.mine), (version, None));
}
