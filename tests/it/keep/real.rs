//! The same on the machine's own disk, in a folder that goes afterwards: modes, the swap, and the lock. What a cut leaves is not to be seen here.
//!
//! `cargo test --test it keep::real`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use upgrade_desk::model::Happened;
use upgrade_desk::shell::disk::{Disk, RealDisk};
use upgrade_desk::shell::keep::{Keeping, OpenFailure};
use upgrade_desk::storage::{MAXIMUM_SIZE, decode};

use super::world::{bytes, change, minute, open_at, portfolio};

struct Real {
    _folder: tempfile::TempDir,
    keeping: Keeping,
    file: PathBuf,
}

fn real() -> Real {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let file = root.join("portfolio.ron");
    std::fs::write(&file, bytes(&portfolio("as it was"))).unwrap();
    let keeping = Keeping::new(Arc::new(RealDisk), root.join("state"));
    Real { _folder: folder, keeping, file }
}

fn held(path: &Path) -> upgrade_desk::model::Portfolio {
    decode(&RealDisk.read(path, MAXIMUM_SIZE).unwrap()).unwrap().portfolio
}

#[test]
fn a_change_is_found_after_a_restart_and_a_checkpoint_puts_it_into_the_file() {
    let Real { _folder, keeping, file } = real();
    let mut kept = open_at(&keeping, &file).unwrap().kept.unwrap();
    kept.append(minute(2), Happened::Did, change(kept.portfolio(), 1)).unwrap();
    let mine = kept.portfolio().clone();
    drop(kept);
    let opened = open_at(&keeping, &file).unwrap();
    assert_eq!(opened.portfolio, mine);
    assert_eq!(held(&file), portfolio("as it was"));
    let mut kept = opened.kept.unwrap();
    kept.checkpoint(minute(3)).unwrap();
    assert_eq!(held(&file), mine);
    let backups = kept.list_backups().unwrap();
    assert_eq!(held(&backups.first().unwrap().path), portfolio("as it was"));
    assert_eq!(RealDisk.names(file.parent().unwrap()).unwrap(), ["portfolio.ron", "state"]);
}

#[test]
fn the_lock_is_held_until_the_portfolio_is_let_go() {
    let Real { _folder, keeping, file } = real();
    let kept = open_at(&keeping, &file).unwrap().kept;
    assert!(matches!(open_at(&keeping, &file), Err(OpenFailure::Locked { .. })));
    drop(kept);
    assert!(open_at(&keeping, &file).is_ok());
}

#[cfg(unix)]
#[test]
fn what_the_program_keeps_is_its_owners_alone_and_the_file_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let Real { _folder, keeping, file } = real();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    let mut kept = open_at(&keeping, &file).unwrap().kept.unwrap();
    kept.append(minute(2), Happened::Did, change(kept.portfolio(), 1)).unwrap();
    kept.checkpoint(minute(3)).unwrap();
    assert_eq!(RealDisk.facts(&file).unwrap().mode, Some(0o640));
    let mut folders = vec![keeping.state];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        assert_eq!(RealDisk.facts(&folder).unwrap().mode, Some(0o700), "{}", folder.display());
        for name in RealDisk.names(&folder).unwrap() {
            let path = folder.join(name);
            let facts = RealDisk.facts(&path).unwrap();
            if facts.is_file {
                files += 1;
                assert_eq!(facts.mode.unwrap() & 0o077, 0, "{}", path.display());
            } else {
                folders.push(path);
            }
        }
    }
    assert!(files >= 4, "a lock, two journals and a backup");
}
