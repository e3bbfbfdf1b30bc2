//! A lock that fails is no reason to pass over the journals that lie beside it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use upgrade_desk::model::{Change, Deed, Edit, Happened, Portfolio};
use upgrade_desk::shell::disk::RealDisk;
use upgrade_desk::shell::keep::{Access, Keeping, OpenFailure, open};
use upgrade_desk::storage::{MAXIMUM_SIZE, encode};
use uuid::Uuid;

#[test]
fn a_lock_that_fails_does_not_let_the_journal_be_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let keeping = Keeping::new(Arc::new(RealDisk), root.join("state"));
    let path = root.join("portfolio.ron");
    let now = DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap();
    let portfolio = Portfolio::new(Uuid::from_u128(7));
    std::fs::write(&path, encode(&portfolio).unwrap()).unwrap();
    let opened = || open(&keeping, &path, Access::Change, MAXIMUM_SIZE, now);

    // In the journal, and not in the file yet.
    let mut kept = opened().unwrap().kept.unwrap();
    let edits = vec![Edit::Rules { old: portfolio.rules.clone(), new: "mine".to_owned() }];
    let change = Change { at: now, deed: Deed::Import { files: Vec::new() }, edits };
    kept.append(now, Happened::Did, Arc::new(change)).unwrap();
    drop(kept);

    let place = std::fs::read_dir(root.join("state/portfolios").join(portfolio.id.to_string())).unwrap().next();
    let lock = place.unwrap().unwrap().path().join("lock");
    std::fs::remove_file(&lock).unwrap();
    std::fs::create_dir(&lock).unwrap();
    match opened() {
        Ok(opened) => assert_eq!(opened.portfolio.rules, "mine"),
        Err(failure) => assert!(matches!(failure, OpenFailure::File(_))),
    }

    std::fs::remove_dir(&lock).unwrap();
    assert_eq!(opened().unwrap().portfolio.rules, "mine");
}
