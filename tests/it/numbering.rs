//! Changes are numbered on over restarts, so that backups and journals lead to the last one.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use upgrade_desk::model::{Change, Deed, Edit, Happened, Portfolio};
use upgrade_desk::shell::disk::{MemoryDisk, RealDisk};
use upgrade_desk::shell::keep::{Access, Keeping, OpenFailure, Opened, open};
use upgrade_desk::storage::{MAXIMUM_SIZE, encode};
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

fn opened(keeping: &Keeping, path: &Path) -> Result<Opened, OpenFailure> {
    open(keeping, path, Access::Change, MAXIMUM_SIZE, now())
}

/// Opens, renames the rule set, writes the file and closes.
fn session(keeping: &Keeping, path: &Path, rules: &str) {
    let mut kept = opened(keeping, path).unwrap().kept.unwrap();
    let edits = vec![Edit::Rules { old: kept.portfolio().rules.clone(), new: rules.to_owned() }];
    let change = Change { at: now(), deed: Deed::Import { files: Vec::new() }, edits };
    kept.append(now(), Happened::Did, Arc::new(change)).unwrap();
    kept.checkpoint(now()).unwrap();
}

#[test]
fn behind_the_last_journal_that_can_be_numbered_a_change_is_refused_and_not_written_before_it() {
    let disk = MemoryDisk::new();
    let keeping = Keeping::new(Arc::new(disk.clone()), "/state".into());
    let path = Path::new("/files/a.ron");
    disk.write_durably(path, encode(&Portfolio::new(Uuid::from_u128(7))).unwrap().as_bytes()).unwrap();
    let mut kept = opened(&keeping, path).unwrap().kept.unwrap();
    let lock = disk.files().into_iter().find(|file| file.ends_with("lock")).unwrap();
    disk.write_durably(&lock.with_file_name(format!("journal-{}", u64::MAX)), b"").unwrap();
    let edits = vec![Edit::Rules { old: kept.portfolio().rules.clone(), new: "page".to_owned() }];
    let change = Change { at: now(), deed: Deed::SwitchRules, edits };
    assert!(kept.append(now(), Happened::Did, Arc::new(change)).is_err());
}

#[test]
fn a_damaged_file_comes_back_with_the_changes_of_every_session() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let keeping = Keeping::new(Arc::new(RealDisk), root.join("state"));
    let path = root.join("portfolio.ron");
    std::fs::write(&path, encode(&Portfolio::new(Uuid::from_u128(7))).unwrap()).unwrap();
    for rules in ["first", "second", "third"] {
        session(&keeping, &path, rules);
    }
    let past = opened(&keeping, &path).unwrap().past;
    assert_eq!(past.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [1, 2, 3]);

    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.get(..40).unwrap()).unwrap();
    let OpenFailure::Damaged { better: Some(better), .. } = opened(&keeping, &path).unwrap_err() else {
        panic!("it opens, or nothing better is found")
    };
    assert_eq!(better.portfolio.rules, "third");
    assert!(better.is_latest);
}
