//! Which journal belongs to which file, and what becomes of the two versions where somebody else wrote one; and what other programs lost, by their issues.
//!
//! `cargo test --test it keep::lineage`.

use std::path::{Path, PathBuf};

use upgrade_desk::model::{Happened, Portfolio};
use upgrade_desk::shell::disk::{Disk, Failing, MemoryDisk, Times, errno};
use upgrade_desk::shell::keep::{
    Access, AppendFailure, CheckpointFailure, Kept, OpenFailure, Opened, Outside, TakenBack, VersionFailure, open,
    superfluous,
};
use upgrade_desk::storage::{LoadError, MAXIMUM_SIZE, Screen, content_hash, salvage};

use super::outside::the_journal;
use super::scripts::theirs;
use super::world::{
    FILE, OTHER, after, bytes, change, disk_with, empty_disk, file, held_by, id, minute, open_at, portfolio, whole,
};

fn opened_at(disk: &MemoryDisk, path: &str) -> Opened {
    open_at(&whole(disk), Path::new(path)).unwrap()
}

fn opened(disk: &MemoryDisk) -> Opened {
    opened_at(disk, FILE)
}

/// Makes the change of a number.
fn edit(kept: &mut Kept, number: u64) {
    kept.append(minute(2), Happened::Did, change(kept.portfolio(), number)).unwrap();
}

/// A disk with a file and two changes that it does not hold, as after a kill; and the portfolio with them.
fn unsaved() -> (MemoryDisk, Portfolio) {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    edit(&mut kept, 2);
    let portfolio = kept.portfolio().clone();
    (disk, portfolio)
}

/// The file holds something else, and mine is there with all changes.
#[track_caller]
fn assert_asked(disk: &MemoryDisk, theirs: &Portfolio, mine: &Portfolio) {
    let opened = opened(disk);
    assert_eq!(opened.portfolio, *theirs);
    let found = opened.mine.unwrap();
    assert_eq!(found.portfolio.as_ref(), Some(mine));
    assert_eq!(found.entries.len(), 2);
}

#[test]
fn opening_finds_the_changes_that_only_the_journal_has_and_writes_nothing() {
    let (disk, mine) = unsaved();
    let (file_before, journal_before) = (disk.contents(file()), disk.contents(&the_journal(&disk)));
    let opened = opened(&disk);
    assert_eq!(opened.portfolio, mine);
    assert_eq!(opened.recovered.len(), 2);
    assert_eq!((disk.contents(file()), disk.contents(&the_journal(&disk))), (file_before, journal_before));
}

/// KeePassXC #2389 and #9127: saved over another machine's changes. syncthing #220: the newest by its time won.
#[test]
fn a_file_that_another_machine_wrote_is_shown_and_mine_is_put_together_from_backup_and_journal() {
    let (disk, mine) = unsaved();
    disk.write_durably(file(), &bytes(&theirs())).unwrap();
    assert_asked(&disk, &theirs(), &mine);
    // Still so when nobody decided.
    assert_asked(&disk, &theirs(), &mine);
}

#[test]
fn an_older_version_that_came_back_is_no_file_that_the_journal_belongs_to() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let older = disk.contents(file()).unwrap();
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    kept.checkpoint(minute(3)).unwrap();
    edit(&mut kept, 2);
    edit(&mut kept, 3);
    let mine = kept.portfolio().clone();
    drop(kept);
    disk.write_durably(file(), &older).unwrap();
    assert_asked(&disk, &portfolio("as it was"), &mine);
}

#[test]
fn the_same_content_from_outside_is_the_same_file() {
    let (disk, mine) = unsaved();
    let same = disk.contents(file()).unwrap();
    disk.write_durably(file(), &same).unwrap();
    let opened = opened(&disk);
    assert!(opened.mine.is_none());
    assert_eq!(opened.portfolio, mine);
    opened.kept.unwrap().checkpoint(minute(4)).unwrap();
    assert_eq!(held_by(&disk, file()), Some(mine));
}

#[test]
fn mine_can_be_kept_and_theirs_stays_as_a_file() {
    let (disk, mine) = unsaved();
    disk.write_durably(file(), &bytes(&theirs())).unwrap();
    let found = content_hash(&disk.contents(file()).unwrap());
    let asked = opened(&disk);
    let mut kept = asked.kept.unwrap();
    let swapped = kept.keep_mine(asked.mine, Some(found), minute(4)).unwrap();
    assert_eq!(held_by(&disk, swapped.copy().unwrap()), Some(theirs()));
    drop(kept);
    let again = opened(&disk);
    assert_eq!((again.portfolio, again.mine.is_none()), (mine, true));
}

#[test]
fn theirs_can_be_taken_and_mine_stays_as_a_file() {
    let (disk, mine) = unsaved();
    disk.write_durably(file(), &bytes(&theirs())).unwrap();
    let asked = opened(&disk);
    let copy = asked.kept.unwrap().take_theirs(asked.mine.as_ref(), minute(4)).unwrap().unwrap();
    assert_eq!(held_by(&disk, &copy), Some(mine));
    let again = opened(&disk);
    assert_eq!((again.portfolio, again.mine.is_none()), (theirs(), true));
    let discarded = |path: &PathBuf| path.parent().is_some_and(|folder| folder.ends_with("discarded"));
    assert!(disk.files().iter().any(discarded), "what was given up is kept for a while");
}

/// The second edit is refused because of what fails: from the sync of its line on.
fn refused(disk: &MemoryDisk, kept: &mut Kept, times: Times) -> AppendFailure {
    // Its line is written first.
    disk.fail(Failing { from: disk.operations() + 1, error: errno::EIO, times, short_write: false });
    let refused = kept.append(minute(2), Happened::Did, change(kept.portfolio(), 2)).unwrap_err();
    disk.mend();
    refused
}

#[test]
fn a_refused_change_does_not_come_back_or_is_said_to() {
    // The line, its taking back, the list of journals for a new one: for ever or three times.
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    let before = kept.portfolio().clone();
    assert!(matches!(refused(&disk, &mut kept, Times::ForEver), AppendFailure::MayComeBack(_)));
    drop(kept);
    assert_ne!(opened(&disk).portfolio, before, "it was not for nothing that this was said");

    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    let from = disk.operations();
    for at in [1, 4] {
        disk.fail(Failing { from: from + at, error: errno::EIO, times: Times::Once, short_write: false });
    }
    let failure = kept.append(minute(2), Happened::Did, change(kept.portfolio(), 2)).unwrap_err();
    assert!(matches!(failure, AppendFailure::File(_)), "{failure}");
    for image in disk.crashes(1_000, 1).into_iter().chain([disk.fork()]) {
        assert_eq!(opened(&image).portfolio, before);
    }
}

#[test]
fn what_was_refused_takes_no_part_in_the_past() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    refused(&disk, &mut kept, Times::ForEver);
    // It has the same number as the one that was refused.
    edit(&mut kept, 3);
    let mine = kept.portfolio().clone();
    drop(kept);
    disk.write_durably(file(), &bytes(&theirs())).unwrap();
    assert_asked(&disk, &theirs(), &mine);
}

#[test]
fn a_change_is_taken_back_wholly_or_stays() {
    let before = portfolio("as it was");
    let after = after(&before, &change(&before, 1));
    let is_one_of = |disk: &MemoryDisk, which: &[&Portfolio]| {
        for image in disk.crashes(200, 1).into_iter().chain([disk.fork()]) {
            let opened = opened(&image);
            assert!(opened.mine.is_none() && which.contains(&&opened.portfolio), "{:?}", opened.portfolio);
        }
    };
    let mut seen = Vec::new();
    for times in [Times::Once, Times::Twice, Times::ForEver] {
        for at in 0.. {
            let disk = disk_with(FILE, &before);
            let mut kept = opened(&disk).kept.unwrap();
            edit(&mut kept, 1);
            disk.fail(Failing { from: disk.operations() + at, error: errno::ENOSPC, times, short_write: false });
            if kept.checkpoint(minute(3)).is_ok() {
                break;
            }
            let taken_back = kept.take_back(minute(3));
            disk.mend();
            match taken_back {
                TakenBack::Yes => is_one_of(&disk, &[&before]),
                TakenBack::No => is_one_of(&disk, &[&after]),
                TakenBack::NotKnown => is_one_of(&disk, &[&before, &after]),
            }
            let in_memory = if taken_back == TakenBack::Yes { &before } else { &after };
            assert_eq!(kept.portfolio(), in_memory);
            seen.push(taken_back);
        }
    }
    assert!(seen.contains(&TakenBack::Yes) && seen.contains(&TakenBack::No));
}

#[test]
fn what_was_given_up_is_kept_for_thirty_days_from_then_on() {
    let (disk, _) = unsaved();
    disk.write_durably(file(), &bytes(&theirs())).unwrap();
    let asked = opened(&disk);
    let day = 24 * 60;
    let now = minute(400 * day);
    asked.kept.unwrap().take_theirs(asked.mine.as_ref(), now).unwrap();
    let discarded = || {
        let is_one = |path: &PathBuf| path.parent().is_some_and(|folder| folder.ends_with("discarded"));
        disk.files().iter().filter(|path| is_one(path)).count()
    };
    let keeping = whole(&disk);
    keeping.prune_discarded(minute(429 * day));
    assert_eq!(discarded(), 1);

    // A portfolio that was given up is never stored again.
    let mut kept = keeping.begin(Portfolio { id: id(8), ..portfolio("new") });
    edit(&mut kept, 1);
    kept.discard(minute(430 * day)).unwrap();
    assert!(discarded() > 1);
    keeping.prune_discarded(minute(450 * day));
    assert!(discarded() > 1);
    keeping.prune_discarded(minute(461 * day));
    assert_eq!(discarded(), 0);
}

#[test]
fn a_path_at_which_a_portfolio_is_open_is_not_given_to_another() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let keeping = whole(&disk);
    let kept = opened(&disk).kept.unwrap();
    assert!(keeping.claim(file()).unwrap().is_none());
    assert!(keeping.claim(Path::new(OTHER)).unwrap().is_some());
    drop(kept);
    let claim = keeping.claim(file()).unwrap();
    assert!(claim.is_some());
    assert!(matches!(open_at(&keeping, file()), Err(OpenFailure::Locked { .. })));
    drop(claim);
    assert!(open_at(&keeping, file()).is_ok());
}

#[test]
fn a_path_is_not_given_away_where_the_journal_lies_beside_it_either() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    disk.fail(Failing { from: disk.operations() + 5, error: errno::EACCES, times: Times::Once, short_write: false });
    let kept = opened(&disk).kept.unwrap();
    assert!(kept.is_beside());
    assert!(whole(&disk).claim(file()).unwrap().is_none());
}

#[test]
fn a_file_that_is_gone_or_unreadable_is_not_taken_for_unchanged() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    disk.remove_durably(file()).unwrap();
    assert!(matches!(kept.checkpoint(minute(3)), Err(CheckpointFailure::Outside(Outside::Gone))));
    disk.write_durably(file(), &bytes(&portfolio("as it was"))).unwrap();
    disk.fail(Failing { from: disk.operations(), error: errno::EIO, times: Times::Once, short_write: false });
    assert!(matches!(kept.checkpoint(minute(3)), Err(CheckpointFailure::Outside(Outside::Unreadable(_)))));
    kept.checkpoint(minute(3)).unwrap();
    assert_eq!(held_by(&disk, file()).as_ref(), Some(kept.portfolio()));
}

#[test]
fn a_file_that_is_gone_is_written_again_when_mine_is_kept() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    disk.remove_durably(file()).unwrap();
    kept.keep_mine(None, None, minute(3)).unwrap();
    assert_eq!(held_by(&disk, file()).as_ref(), Some(kept.portfolio()));
}

#[test]
fn a_damaged_file_is_never_written_to_and_the_latest_version_is_put_together() {
    let (disk, mine) = unsaved();
    for damaged in [&b""[..], b"(format: 1, id: \"", b"\0\0\0\0"] {
        disk.write_durably(file(), damaged).unwrap();
        let Err(OpenFailure::Damaged { better: Some(better), .. }) = open_at(&whole(&disk), file()) else {
            panic!("it opens, or nothing better is found")
        };
        assert_eq!((better.portfolio, better.is_latest), (mine.clone(), true));
        assert_eq!(disk.contents(file()).unwrap(), damaged);
    }
}

#[test]
fn of_a_large_file_of_zeros_the_beginning_is_read_and_the_latest_version_is_put_together() {
    let (disk, mine) = unsaved();
    let zeros = vec![0; 2 * Screen::MOST_JUNK];
    disk.write_durably(file(), &zeros).unwrap();
    let Err(OpenFailure::Damaged { better: Some(better), bytes, error, .. }) = open_at(&whole(&disk), file()) else {
        panic!("it opens, or nothing better is found")
    };
    assert!(matches!(error, LoadError::Zeros { offset: 0, .. }));
    assert_eq!(bytes.len(), Screen::MOST_JUNK);
    assert_eq!((better.portfolio, better.is_latest), (mine, true));
}

#[test]
fn of_a_file_with_a_hole_what_stands_behind_the_hole_is_read_too() {
    let (disk, _) = unsaved();
    let text = String::from_utf8(disk.contents(file()).unwrap()).unwrap();
    let customers = "customers: [\n";
    let (head, tail) = text.split_once(customers).unwrap();
    let mut holed = format!("{head}{customers}").into_bytes();
    holed.resize(holed.len() + Screen::MOST_JUNK / 2, 0);
    holed.extend(tail.bytes());
    disk.write_durably(file(), &holed).unwrap();
    let Err(OpenFailure::Damaged { bytes, .. }) = open_at(&whole(&disk), file()) else { panic!("it opens") };
    assert_eq!(bytes, holed);
    assert_eq!(salvage(&bytes).unwrap().portfolio.customers.len(), 1);
}

#[test]
fn a_file_that_was_moved_takes_its_journal_along_and_a_copy_does_not() {
    let (disk, mine) = unsaved();
    let content = disk.contents(file()).unwrap();
    disk.write_durably(Path::new(OTHER), &content).unwrap();
    assert_eq!(opened_at(&disk, OTHER).portfolio, portfolio("as it was"), "a copy");
    disk.remove_durably(file()).unwrap();
    let moved = opened_at(&disk, OTHER);
    assert_eq!(moved.portfolio, mine);
    let mut kept = moved.kept.unwrap();
    edit(&mut kept, 3);
    let mine = kept.portfolio().clone();
    drop(kept);
    assert_eq!(opened_at(&disk, OTHER).portfolio, mine);
}

#[test]
fn a_second_window_cannot_change_what_the_first_has_open_but_can_look() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let kept = opened(&disk).kept.unwrap();
    assert!(matches!(open_at(&whole(&disk), file()), Err(OpenFailure::Locked { .. })));
    assert!(kept.was_asked_to_front());
    let looked_at = open(&whole(&disk), file(), Access::Look, MAXIMUM_SIZE, minute(1)).unwrap();
    assert!(looked_at.kept.is_none());
    drop(kept);
    assert!(opened(&disk).kept.is_some());
}

#[test]
fn a_portfolio_that_is_open_is_not_saved_over_by_another() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    disk.write_durably(Path::new(OTHER), &bytes(&Portfolio { id: id(8), ..theirs() })).unwrap();
    let _other = opened_at(&disk, OTHER).kept.unwrap();
    let kept = opened(&disk).kept.unwrap();
    assert!(matches!(kept.save_as(Path::new(OTHER), id(9), minute(3)), Err(VersionFailure::Locked { .. })));
}

#[test]
fn what_a_newer_version_wrote_in_the_journal_opens_to_be_looked_at() {
    let (disk, mine) = unsaved();
    let journal = the_journal(&disk);
    let mut lines = disk.contents(&journal).unwrap();
    let newer = "Tomorrow(what:1)";
    let hash = content_hash(newer.as_bytes()).short();
    lines.extend(format!("{hash} {} {newer}\n", newer.len()).into_bytes());
    disk.write_durably(&journal, &lines).unwrap();
    let opened = opened(&disk);
    assert!(opened.journal_is_newer && opened.kept.is_none());
    assert_eq!(opened.portfolio, mine, "as far as this version can read it");
}

/// Tabularis #668: an older version dropped a newer one's fields.
#[test]
fn a_file_with_something_that_is_not_known_here_is_not_opened_to_be_changed() {
    let text = String::from_utf8(bytes(&portfolio("as it was"))).unwrap();
    let disk = empty_disk();
    disk.write_durably(file(), text.replacen("id:", "colour: \"red\", id:", 1).as_bytes()).unwrap();
    let opened = opened(&disk);
    assert!(!opened.not_understood.is_empty() && opened.kept.is_none());
}

/// KeePassXC #9695: an empty file was offered as a new one. VS Code #78500: an empty backup as the document.
#[test]
fn an_empty_file_is_damaged_and_an_empty_backup_is_no_version() {
    let (disk, mine) = unsaved();
    disk.write_durably(file(), b"").unwrap();
    let backups = |disk: &MemoryDisk| -> Vec<PathBuf> {
        let is_backup = |path: &PathBuf| path.parent().is_some_and(|folder| folder.ends_with("backups"));
        disk.files().into_iter().filter(is_backup).collect()
    };
    let backup = backups(&disk).remove(0);
    let newer = backup.with_file_name("20260102T000000Z-1-0000000000000000-replaced.ron");
    disk.write_durably(&newer, b"").unwrap();
    match open_at(&whole(&disk), file()) {
        Err(OpenFailure::Damaged { better: Some(better), .. }) => assert_eq!(better.portfolio, mine),
        other => panic!("{other:?}"),
    }
    disk.remove_durably(&backup).unwrap();
    assert!(matches!(open_at(&whole(&disk), file()), Err(OpenFailure::Damaged { better: None, .. })));
}

/// KeePassXC #6634, #12149 and #8176: a full disk left an empty file, once without an error. #1061: it was called a lock.
#[test]
fn a_full_disk_leaves_the_file_as_it_was_and_is_called_full() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    let before = disk.contents(file());
    let used: usize = disk.files().iter().filter_map(|path| disk.contents(path)).map(|bytes| bytes.len()).sum();
    disk.set_capacity(Some(used as u64 + 20));
    match kept.checkpoint(minute(3)) {
        Err(CheckpointFailure::File(failure)) => assert!(failure.is_full(), "{failure}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(disk.contents(file()), before);
    let mine = kept.portfolio().clone();
    drop(kept);
    assert_eq!(opened(&disk).portfolio, mine, "it opens while the disk is full");
}

/// KeePassXC #2888 and #2957: the original was deleted before the new one was in its place.
#[test]
fn the_file_is_there_at_every_moment_of_a_checkpoint() {
    for can_exchange in [true, false] {
        let disk = disk_with(FILE, &portfolio("as it was"));
        if !can_exchange {
            disk.without_exchange();
        }
        let mut kept = opened(&disk).kept.unwrap();
        edit(&mut kept, 1);
        disk.before_each(|disk| assert!(held_by(disk, file()).is_some()));
        kept.checkpoint(minute(3)).unwrap();
    }
}

/// Portfolio Performance #2592: backup and file were bad in the same way.
#[test]
fn a_backup_is_what_was_opened_well_and_never_the_new_file() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 1);
    kept.checkpoint(minute(3)).unwrap();
    edit(&mut kept, 2);
    kept.checkpoint(minute(60)).unwrap();
    let held: Vec<_> = kept.list_backups().unwrap().iter().map(|backup| held_by(&disk, &backup.path)).collect();
    assert!(held.contains(&Some(portfolio("as it was"))));
    assert!(held.iter().all(|held| held.is_some() && held.as_ref() != Some(kept.portfolio())));
}

#[test]
fn where_the_state_folder_cannot_be_written_the_journal_lies_beside_the_file_and_is_found_again() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let from = disk.operations();
    // The sixth operation makes the folder.
    disk.fail(Failing { from: from + 5, error: errno::EACCES, times: Times::Once, short_write: false });
    let mut kept = opened(&disk).kept.unwrap();
    assert!(kept.is_beside());
    edit(&mut kept, 1);
    let mine = kept.portfolio().clone();
    drop(kept);
    assert_eq!(opened(&disk).portfolio, mine);
}

#[test]
fn a_new_state_folder_whose_name_may_be_lost_holds_no_journal() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let from = disk.operations();
    // The seventh operation gets the name of the program's folder onto the disk.
    disk.fail(Failing { from: from + 6, error: errno::EACCES, times: Times::Once, short_write: false });
    let mut kept = opened(&disk).kept.unwrap();
    assert!(kept.is_beside());
    edit(&mut kept, 1);
    let mine = kept.portfolio().clone();
    for image in disk.crashes(100, 1) {
        assert_eq!(opened(&image).portfolio, mine);
    }
}

#[test]
fn changes_that_were_written_beside_the_file_for_a_while_are_found_from_the_state_folder_too() {
    let (disk, _) = unsaved();
    let from = disk.operations();
    // The sixth operation takes the lock, since the folder is there.
    disk.fail(Failing { from: from + 5, error: errno::EROFS, times: Times::Once, short_write: false });
    let mut kept = opened(&disk).kept.unwrap();
    assert!(kept.is_beside());
    edit(&mut kept, 3);
    let mine = kept.portfolio().clone();
    drop(kept);
    let again = opened(&disk);
    assert_eq!((again.portfolio, again.mine.is_none()), (mine, true));
    assert_eq!(again.recovered.len(), 3);
}

#[test]
fn a_foreign_temporary_file_is_left_alone_and_our_own_goes() {
    let (disk, _) = unsaved();
    let foreign = Path::new("/home/desk/.upgrade-desk-0123456789abcdef-0123456789abcdef.tmp");
    disk.write_durably(foreign, b"of another portfolio").unwrap();
    let mut kept = opened(&disk).kept.unwrap();
    let mut written = Some(kept.job(minute(3)).write().unwrap());
    // The program ends before the swap.
    drop(written.take());
    edit(&mut kept, 3);
    drop(kept);
    let mut kept = opened(&disk).kept.unwrap();
    edit(&mut kept, 4);
    let hidden = disk.names(Path::new("/home/desk")).unwrap();
    assert_eq!(hidden.iter().filter(|name| name.ends_with(".tmp")).count(), 1, "{hidden:?}");
    assert!(disk.contents(foreign).is_some());
}

#[test]
fn journals_are_kept_for_thirty_days_and_the_newest_always() {
    let disk = disk_with(FILE, &portfolio("as it was"));
    let mut kept = opened(&disk).kept.unwrap();
    let journals = |disk: &MemoryDisk| {
        let is_journal = |path: &&PathBuf| path.to_string_lossy().contains("/journal-");
        disk.files().iter().filter(is_journal).count()
    };
    edit(&mut kept, 1);
    kept.checkpoint(minute(3)).unwrap();
    edit(&mut kept, 2);
    kept.checkpoint(minute(29 * 24 * 60)).unwrap();
    assert_eq!(journals(&disk), 3);
    edit(&mut kept, 3);
    kept.checkpoint(minute(31 * 24 * 60)).unwrap();
    assert_eq!(journals(&disk), 1);
    edit(&mut kept, 4);
    let mine = kept.portfolio().clone();
    drop(kept);
    let again = opened(&disk);
    assert_eq!(again.portfolio, mine);
    assert_eq!(again.recovered.first().map(|entry| entry.seq), Some(4), "numbers go on");
}

mod backups {
    use chrono::{DateTime, TimeDelta, Utc};
    use upgrade_desk::shell::keep::{Backup, BackupKind};

    use super::{minute, superfluous};

    fn backup(at: DateTime<Utc>, size: u64, kind: BackupKind) -> Backup {
        Backup { path: at.to_rfc3339().into(), kind, at, size, customers: 1, hash: String::new() }
    }

    /// Which of those that are so many hours old are kept; newest first.
    #[track_caller]
    fn check(hours: impl IntoIterator<Item = i64>, size: u64, kept: &[usize]) {
        let now = minute(2 * 365 * 24 * 60);
        let backups: Vec<Backup> =
            hours.into_iter().map(|hours| backup(now - TimeDelta::hours(hours), size, BackupKind::Replaced)).collect();
        let gone = superfluous(&backups, now);
        let stay: Vec<usize> = (0..backups.len()).filter(|at| !gone.contains(at)).collect();
        assert_eq!(stay, kept);
    }

    #[test]
    fn the_last_ten_are_kept_however_close_they_are() {
        check(vec![0; 12], 1, &(0..10).collect::<Vec<_>>());
    }

    #[test]
    fn one_a_day_is_kept_for_fourteen_days_and_one_a_month_for_twelve_months() {
        // Twice a day: ten, and then the later one of each day.
        let days: Vec<usize> = (0..10).chain((11..26).step_by(2)).collect();
        check((0..28).map(|half| half * 12), 1, &days);
        // One a month for 20 months.
        check((0..20).map(|month| month * 24 * 31), 1, &(0..12).collect::<Vec<_>>());
    }

    #[test]
    fn all_together_take_no_more_than_a_gibibyte_and_the_newest_stays_however_large() {
        check(0..4, 400 << 20, &[0, 1]);
        check(0..2, 2 << 30, &[0]);
        check(0..0, 1, &[]);
    }

    #[test]
    fn the_last_that_was_opened_well_is_kept_beyond_all_ages() {
        let now = minute(0);
        let mut backups: Vec<Backup> =
            (0..11).map(|hour| backup(now - TimeDelta::minutes(hour), 1, BackupKind::Replaced)).collect();
        backups.push(backup(now - TimeDelta::minutes(20), 1, BackupKind::Opened));
        backups.push(backup(now - TimeDelta::minutes(30), 1, BackupKind::Opened));
        assert_eq!(superfluous(&backups, now), [10, 12]);
    }
}
