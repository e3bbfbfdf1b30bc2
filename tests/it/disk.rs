//! What a disk promises: on the real one and on the one in memory alike; then what the one in memory takes away and how it fails.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use upgrade_desk::shell::disk::{Disk, DiskFile, Failing, MemoryDisk, Operation, RealDisk, Times, errno};

#[cfg(target_os = "linux")]
use crate::cases::config;

/// Runs a promise on both disks, in an empty folder of each.
fn on_both(promise: impl Fn(&dyn Disk, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    promise(&RealDisk, &folder.path().canonicalize().unwrap());
    let (disk, folder) = memory();
    promise(&disk, &folder);
}

/// A disk in memory with a folder that is on it for certain.
fn memory() -> (MemoryDisk, PathBuf) {
    let disk = MemoryDisk::new();
    let folder = PathBuf::from("/home/desk");
    disk.make_folder(&folder).unwrap();
    for folder in folder.ancestors() {
        disk.sync_folder(folder).unwrap();
    }
    (disk, folder)
}

#[track_caller]
fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Box<dyn DiskFile> {
    let mut file = disk.create(path, None).unwrap();
    file.write_all(bytes).unwrap();
    file
}

#[track_caller]
fn write_synced(disk: &dyn Disk, path: &Path, bytes: &[u8]) {
    write(disk, path, bytes).sync().unwrap();
    disk.sync_folder(path.parent().unwrap()).unwrap();
}

#[track_caller]
fn failure<T>(result: std::io::Result<T>) -> ErrorKind {
    result.err().unwrap().kind()
}

fn text(disk: &dyn Disk, path: &Path) -> String {
    String::from_utf8(disk.read(path, 1000).unwrap()).unwrap()
}

/// What a file can hold after a power cut; `None` where it is not there.
fn left(disk: &MemoryDisk, path: &Path) -> BTreeSet<Option<Vec<u8>>> {
    disk.crashes(10_000, 7).iter().map(|image| image.contents(path)).collect()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    Some(text.as_bytes().to_vec())
}

fn failing(from: u64, error: i32, times: Times) -> Failing {
    Failing { from, error, times, short_write: false }
}

#[test]
fn a_file_is_only_made_where_there_is_none() {
    on_both(|disk, folder| {
        let path = folder.join("file");
        drop(write(disk, &path, b"first"));
        assert_eq!(failure(disk.create(&path, None)), ErrorKind::AlreadyExists);
        assert_eq!(failure(disk.create(&folder.join("none/file"), None)), ErrorKind::NotFound);
        assert_eq!(failure(disk.create(&path.join("file"), None)), ErrorKind::NotADirectory);
        assert_eq!(text(disk, &path), "first");
    });
}

#[test]
fn what_is_written_is_read_before_it_is_synced() {
    on_both(|disk, folder| {
        let path = folder.join("file");
        let mut file = write(disk, &path, b"one ");
        assert_eq!(text(disk, &path), "one ");
        file.write_all(b"two").unwrap();
        file.sync().unwrap();
        assert_eq!(text(disk, &path), "one two");
        assert_eq!(disk.facts(&path).unwrap().size, 7);
    });
}

#[test]
fn a_file_is_read_up_to_the_limit_and_not_beyond() {
    on_both(|disk, folder| {
        let path = folder.join("file");
        drop(write(disk, &path, b"12345"));
        assert_eq!(disk.read(&path, 5).unwrap(), b"12345");
        assert_eq!(failure(disk.read(&path, 4)), ErrorKind::FileTooLarge);
        assert_eq!(failure(disk.read(&folder.join("none"), 4)), ErrorKind::NotFound);
        assert_eq!(failure(disk.read(folder, 4)), ErrorKind::IsADirectory);
    });
}

#[test]
fn a_rename_replaces_the_file_of_that_name() {
    on_both(|disk, folder| {
        let (a, b) = (folder.join("a"), folder.join("b"));
        drop(write(disk, &a, b"new"));
        drop(write(disk, &b, b"old"));
        disk.rename(&a, &b).unwrap();
        assert_eq!(text(disk, &b), "new");
        assert_eq!(disk.names(folder).unwrap(), ["b"]);
        assert_eq!(failure(disk.rename(&a, &b)), ErrorKind::NotFound);
        disk.rename(&b, &b).unwrap();
        assert_eq!(text(disk, &b), "new");
    });
}

#[test]
fn a_rename_into_another_folder_takes_the_file_there() {
    on_both(|disk, folder| {
        let other = folder.join("other");
        disk.make_folder(&other).unwrap();
        drop(write(disk, &folder.join("a"), b"text"));
        disk.rename(&folder.join("a"), &other.join("b")).unwrap();
        assert_eq!(text(disk, &other.join("b")), "text");
        assert_eq!(disk.names(folder).unwrap(), ["other"]);
        assert_eq!(failure(disk.rename(&other.join("b"), &folder.join("none/b"))), ErrorKind::NotFound);
        drop(write(disk, &folder.join("c"), b""));
        assert_eq!(failure(disk.rename(&folder.join("c"), &other)), ErrorKind::IsADirectory);
    });
}

#[cfg(target_os = "linux")]
#[test]
fn an_exchange_swaps_two_files_that_are_there() {
    on_both(|disk, folder| {
        let (a, b) = (folder.join("a"), folder.join("b"));
        drop(write(disk, &a, b"was a"));
        assert_eq!(failure(disk.exchange(&a, &b)), ErrorKind::NotFound);
        drop(write(disk, &b, b"was b"));
        disk.exchange(&a, &b).unwrap();
        assert_eq!((text(disk, &a), text(disk, &b)), ("was b".to_owned(), "was a".to_owned()));
    });
}

#[test]
fn a_removed_file_is_not_there() {
    on_both(|disk, folder| {
        let path = folder.join("file");
        drop(write(disk, &path, b"text"));
        disk.remove(&path).unwrap();
        assert_eq!(failure(disk.remove(&path)), ErrorKind::NotFound);
        assert_eq!(failure(disk.facts(&path)), ErrorKind::NotFound);
        assert!(disk.remove(folder).is_err(), "a folder is no file");
    });
}

#[test]
fn the_names_of_a_folder_come_in_order_and_of_none_there_are_none() {
    on_both(|disk, folder| {
        for name in ["b", "a", "é", "A", "a.b"] {
            drop(write(disk, &folder.join(name), b""));
        }
        disk.make_folder(&folder.join("a-folder/below")).unwrap();
        assert_eq!(disk.names(folder).unwrap(), ["A", "a", "a-folder", "a.b", "b", "é"]);
        assert_eq!(disk.names(&folder.join("none")).unwrap(), [""; 0]);
        assert_eq!(failure(disk.names(&folder.join("a"))), ErrorKind::NotADirectory);
    });
}

#[test]
fn a_folder_is_made_with_those_above_it_and_nothing_happens_where_it_is() {
    on_both(|disk, folder| {
        let deep = folder.join("one/two");
        disk.make_folder(&deep).unwrap();
        disk.make_folder(&deep).unwrap();
        drop(write(disk, &deep.join("file"), b"text"));
        let facts = disk.facts(&deep).unwrap();
        assert!(!facts.is_file);
        #[cfg(unix)]
        assert_eq!(facts.mode, Some(0o700));
        assert_eq!(failure(disk.make_folder(&deep.join("file"))), ErrorKind::AlreadyExists);
        assert_eq!(failure(disk.make_folder(&deep.join("file/below"))), ErrorKind::NotADirectory);
    });
}

#[cfg(unix)]
#[test]
fn a_file_is_its_owners_alone_unless_a_mode_is_asked_for_and_keeps_it_under_another_name() {
    on_both(|disk, folder| {
        let (a, b) = (folder.join("a"), folder.join("b"));
        drop(disk.create(&a, None).unwrap());
        drop(disk.create(&b, Some(0o664)).unwrap());
        assert_eq!(disk.facts(&a).unwrap().mode, Some(0o600));
        assert_eq!(disk.facts(&b).unwrap().mode, Some(0o664));
        disk.rename(&b, &a).unwrap();
        assert_eq!(disk.facts(&a).unwrap().mode, Some(0o664));
    });
}

#[cfg(unix)]
#[test]
fn a_path_leads_through_links_to_a_file_that_may_be_missing() {
    let real = tempfile::tempdir().unwrap();
    let real_folder = real.path().canonicalize().unwrap();
    let (disk, folder) = memory();
    for (from, to) in [("first", "second"), ("second", "folder/file"), ("door", "folder"), ("loop", "loop")] {
        std::os::unix::fs::symlink(to, real_folder.join(from)).unwrap();
        disk.link(&folder.join(from), Path::new(to)).unwrap();
    }
    let promise = |disk: &dyn Disk, folder: &Path| {
        disk.make_folder(&folder.join("folder")).unwrap();
        let target = folder.join("folder/file");
        let paths = ["first", "second", "door/file", "folder/../door/./file"].map(|path| folder.join(path));
        for path in &paths {
            assert_eq!(disk.real_path(path).unwrap(), target);
        }
        drop(write(disk, &target, b"text"));
        for path in &paths {
            assert_eq!(disk.real_path(path).unwrap(), target);
            assert_eq!(text(disk, path), "text");
            assert!(disk.facts(path).unwrap().is_file);
        }
        assert_eq!(disk.names(&folder.join("door")).unwrap(), ["file"]);
        assert_eq!(failure(disk.create(&folder.join("first"), None)), ErrorKind::AlreadyExists);
        assert!(disk.real_path(&folder.join("loop")).is_err());
        assert_eq!(failure(disk.real_path(&folder.join("none/file"))), ErrorKind::NotFound);
        // A rename takes the place of the link, not of what is behind it.
        drop(write(disk, &folder.join("new"), b"new"));
        disk.rename(&folder.join("new"), &folder.join("second")).unwrap();
        assert_eq!((text(disk, &folder.join("first")), text(disk, &target)), ("new".to_owned(), "text".to_owned()));
    };
    promise(&RealDisk, &real_folder);
    promise(&disk, &folder);
}

#[test]
fn a_lock_is_held_by_one_until_it_is_dropped() {
    on_both(|disk, folder| {
        let path = folder.join("lock");
        let held = disk.lock(&path).unwrap().unwrap();
        assert!(disk.facts(&path).unwrap().is_file, "it is made");
        assert!(disk.lock(&path).unwrap().is_none());
        assert!(disk.lock(&folder.join("other")).unwrap().is_some());
        drop(held);
        assert!(disk.lock(&path).unwrap().is_some());
    });
}

#[test]
fn a_lock_belongs_to_the_file_and_not_to_its_name() {
    on_both(|disk, folder| {
        let (a, b) = (folder.join("a"), folder.join("b"));
        let _held = disk.lock(&a).unwrap().unwrap();
        disk.rename(&a, &b).unwrap();
        assert!(disk.lock(&b).unwrap().is_none());
        assert!(disk.lock(&a).unwrap().is_some(), "a new file");
    });
}

/// What can be done to a few names, some of them in a folder that may be missing.
#[cfg(target_os = "linux")]
#[derive(Clone, Debug)]
enum Deed {
    Make(&'static str),
    Rename(&'static str, &'static str),
    Exchange(&'static str, &'static str),
    Remove(&'static str),
    MakeFolder(&'static str),
    Read(&'static str),
    Lock(&'static str),
    Names(&'static str),
    RealPath(&'static str),
}

#[cfg(target_os = "linux")]
fn deed() -> impl proptest::strategy::Strategy<Value = Deed> {
    use proptest::prelude::*;
    let file = || proptest::sample::select(vec!["a", "b", "below/a", "below/b", "a/b", "./below/../a"]);
    prop_oneof![
        3 => file().prop_map(Deed::Make),
        2 => (file(), file()).prop_map(|(from, to)| Deed::Rename(from, to)),
        2 => (file(), file()).prop_map(|(a, b)| Deed::Exchange(a, b)),
        1 => file().prop_map(Deed::Remove),
        1 => Just(Deed::MakeFolder("below")),
        1 => file().prop_map(Deed::Read),
        1 => file().prop_map(Deed::Lock),
        1 => prop_oneof![file(), Just("below")].prop_map(Deed::Names),
        1 => file().prop_map(Deed::RealPath),
    ]
}

/// How a deed went, without what differs from disk to disk.
#[cfg(target_os = "linux")]
fn doing(disk: &dyn Disk, folder: &Path, deed: &Deed) -> Result<String, ErrorKind> {
    let at = |name: &str| folder.join(name);
    let done = match deed {
        Deed::Make(path) => {
            disk.create(&at(path), None).and_then(|mut file| file.write_all(path.as_bytes())).map(|()| String::new())
        }
        Deed::Rename(from, to) => disk.rename(&at(from), &at(to)).map(|()| String::new()),
        Deed::Exchange(a, b) => disk.exchange(&at(a), &at(b)).map(|()| String::new()),
        Deed::Remove(path) => disk.remove(&at(path)).map(|()| String::new()),
        Deed::MakeFolder(path) => disk.make_folder(&at(path)).map(|()| String::new()),
        Deed::Read(path) => disk.read(&at(path), 100).map(|content| format!("{content:?}")),
        Deed::Lock(path) => disk.lock(&at(path)).map(|held| held.is_some().to_string()),
        Deed::Names(path) => disk.names(&at(path)).map(|names| names.join(" ")),
        Deed::RealPath(path) => disk.real_path(&at(path)).map(|path| format!("{:?}", path.strip_prefix(folder))),
    };
    done.map_err(|error| error.kind())
}

#[cfg(target_os = "linux")]
proptest::proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn both_disks_answer_the_same_to_whatever_is_done(deeds in proptest::collection::vec(deed(), 1..20)) {
        let real = tempfile::tempdir().unwrap();
        let (disk, folder) = memory();
        for deed in &deeds {
            let expected = doing(&RealDisk, &real.path().canonicalize().unwrap(), deed);
            proptest::prop_assert_eq!(doing(&disk, &folder, deed), expected, "{:?}", deed);
        }
        // Whatever was done, what programs see is one of the crashes, and so is that none of it was.
        let keys: BTreeSet<u128> = disk.crashes(100, 1).iter().map(MemoryDisk::image_key).collect();
        proptest::prop_assert!(keys.contains(&disk.image_key()) && keys.contains(&memory().0.image_key()));
    }
}

#[test]
fn a_file_that_was_not_synced_can_be_lost_in_every_way() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    drop(write(&disk, &path, b"content"));
    let left = left(&disk, &path);
    for expected in
        [None, bytes(""), bytes("c"), bytes("con"), bytes("content"), bytes("con\0\0\0\0"), bytes("\0\0\0tent")]
    {
        assert!(left.contains(&expected), "{expected:?}");
    }
    assert!(left.contains(&Some(vec![0; 7])));
}

#[test]
fn a_synced_file_has_no_name_until_its_folder_is_synced() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    write(&disk, &path, b"content").sync().unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([None, bytes("content")]));
    disk.sync_folder(Path::new("/home")).unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([None, bytes("content")]), "another folder");
    disk.sync_folder(&folder).unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([bytes("content")]));
    assert_eq!(disk.crashes(1000, 1).len(), 1, "there is nothing else that could be");
}

#[test]
fn a_synced_folder_names_a_file_whose_content_can_be_lost() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let mut file = write(&disk, &path, b"content");
    disk.sync_folder(&folder).unwrap();
    let before = left(&disk, &path);
    assert!(before.contains(&bytes("")) && !before.contains(&None), "{before:?}");
    file.sync().unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([bytes("content")]));
}

#[test]
fn writes_of_one_file_are_lost_independently_of_one_another() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let mut file = write(&disk, &path, b"kept.");
    file.sync().unwrap();
    disk.sync_folder(&folder).unwrap();
    file.write_all(b"two.").unwrap();
    file.write_all(b"six.").unwrap();
    let left = left(&disk, &path);
    for expected in ["kept.", "kept.two.", "kept.two.six.", "kept.\0\0\0\0six.", "kept.\0\0\0\0si", "kept.two.\0\0\0\0"]
    {
        assert!(left.contains(&bytes(expected)), "{expected:?}");
    }
    assert!(left.iter().flatten().all(|content| content.starts_with(b"kept.")), "{left:?}");
}

#[test]
fn a_file_in_a_folder_that_was_lost_is_lost_too() {
    let (disk, folder) = memory();
    let (new, path) = (folder.join("new"), folder.join("new/file"));
    disk.make_folder(&new).unwrap();
    write_synced(&disk, &path, b"content");
    assert_eq!(left(&disk, &path), BTreeSet::from([None, bytes("content")]));
    disk.sync_folder(&folder).unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([bytes("content")]));
}

#[test]
fn an_exchange_is_whole_in_every_crash() {
    let (disk, folder) = memory();
    let (a, b) = (folder.join("a"), folder.join("b"));
    write_synced(&disk, &a, b"old");
    write_synced(&disk, &b, b"new");
    disk.exchange(&a, &b).unwrap();
    let pairs = |disk: &MemoryDisk| -> BTreeSet<_> {
        disk.crashes(1000, 1).iter().map(|image| (image.contents(&a), image.contents(&b))).collect()
    };
    let (before, after) = ((bytes("old"), bytes("new")), (bytes("new"), bytes("old")));
    assert_eq!(pairs(&disk), BTreeSet::from([before, after.clone()]));
    disk.sync_folder(&folder).unwrap();
    assert_eq!(pairs(&disk), BTreeSet::from([after]));
}

#[test]
fn a_rename_between_folders_is_whole_and_kept_once_either_is_synced() {
    for synced in ["here", "there"] {
        let (disk, folder) = memory();
        let (here, there) = (folder.join("here"), folder.join("there"));
        disk.make_folder(&here).unwrap();
        disk.make_folder(&there).unwrap();
        disk.sync_folder(&folder).unwrap();
        write_synced(&disk, &here.join("a"), b"text");
        disk.rename(&here.join("a"), &there.join("b")).unwrap();
        let pairs = || -> BTreeSet<_> {
            let images = disk.crashes(1000, 1);
            images.iter().map(|image| (image.contents(&here.join("a")), image.contents(&there.join("b")))).collect()
        };
        assert_eq!(pairs(), BTreeSet::from([(bytes("text"), None), (None, bytes("text"))]));
        disk.sync_folder(&folder.join(synced)).unwrap();
        assert_eq!(pairs(), BTreeSet::from([(None, bytes("text"))]));
    }
}

#[test]
fn steps_of_different_names_are_reordered_and_those_of_one_name_are_not() {
    let (disk, folder) = memory();
    for name in ["a", "b"] {
        write(&disk, &folder.join(name), b"").sync().unwrap();
    }
    disk.rename(&folder.join("b"), &folder.join("c")).unwrap();
    let names: BTreeSet<_> =
        disk.crashes(1000, 1).iter().map(|image| image.names(&folder).unwrap().join(" ")).collect();
    assert_eq!(names, BTreeSet::from(["", "a", "b", "c", "a b", "a c"].map(str::to_owned)));
}

#[test]
fn a_step_is_never_kept_without_an_earlier_one_of_its_names() {
    let (disk, folder) = memory();
    let [a, b, c] = ["a", "b", "c"].map(|name| folder.join(name));
    write_synced(&disk, &a, b"old");
    write_synced(&disk, &b, b"new");
    disk.exchange(&a, &b).unwrap();
    disk.rename(&b, &c).unwrap();
    let contents = |image: &MemoryDisk| [&a, &b, &c].map(|path| image.contents(path));
    let all: BTreeSet<_> = disk.crashes(1000, 1).iter().map(contents).collect();
    let [old, new] = ["old", "new"].map(bytes);
    let expected = [[old.clone(), new.clone(), None], [new.clone(), old.clone(), None], [new, None, old]];
    assert_eq!(all, BTreeSet::from(expected));
}

#[test]
fn all_dropped_and_all_written_come_first_and_no_two_disks_are_the_same() {
    let (disk, folder) = memory();
    write_synced(&disk, &folder.join("old"), b"old");
    for name in ["a", "b", "c", "d"] {
        let mut file = write(&disk, &folder.join(name), &[b'x'; 1000]);
        file.write_all(&[b'y'; 1000]).unwrap();
    }
    let nothing = disk.crashes(1, 0);
    assert_eq!(nothing.iter().flat_map(MemoryDisk::files).collect::<Vec<_>>(), [folder.join("old")]);
    let some = disk.crashes(500, 1);
    assert_eq!(some.len(), 500);
    let keys: BTreeSet<u128> = some.iter().map(MemoryDisk::image_key).collect();
    assert_eq!(keys.len(), 500);
    assert!(keys.contains(&disk.image_key()), "all written is what programs see");
    let again: Vec<u128> = disk.crashes(500, 1).iter().map(MemoryDisk::image_key).collect();
    assert_eq!(again, some.iter().map(MemoryDisk::image_key).collect::<Vec<_>>(), "the same seed");
    let other: BTreeSet<u128> = disk.crashes(500, 2).iter().map(MemoryDisk::image_key).collect();
    assert_ne!(other, keys, "another seed");
}

#[test]
fn a_disk_after_a_crash_is_one_to_go_on_with() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let _held = disk.lock(&folder.join("lock")).unwrap();
    drop(write(&disk, &path, b"content"));
    disk.fail(failing(0, errno::EIO, Times::ForEver));
    for image in disk.crashes(100, 1) {
        assert_eq!(image.operations(), 0);
        assert!(image.lock(&folder.join("lock")).unwrap().is_some());
        drop(write(&image, &folder.join("after"), b"after"));
        assert_eq!(image.crashes(1, 1).first().unwrap().contents(&folder.join("after")), None);
    }
    assert!(!disk.files().contains(&folder.join("after")));
}

#[test]
fn a_fork_goes_its_own_way_with_what_is_not_on_the_disk_yet() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let mut file = write(&disk, &path, b"content");
    let _held = disk.lock(&folder.join("lock")).unwrap().unwrap();
    let fork = disk.fork();
    assert!(fork.lock(&folder.join("lock")).unwrap().is_some(), "nobody holds it there");
    file.sync().unwrap();
    disk.sync_folder(&folder).unwrap();
    disk.remove(&path).unwrap();
    assert_eq!(text(&fork, &path), "content");
    assert!(left(&fork, &path).contains(&None));
}

#[test]
fn a_failed_sync_loses_what_still_reads_back_and_no_later_sync_saves_it() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let mut file = write(&disk, &path, b"kept.");
    file.sync().unwrap();
    disk.sync_folder(&folder).unwrap();
    file.write_all(b"two.").unwrap();
    disk.fail(failing(disk.operations(), errno::EIO, Times::Once));
    assert_eq!(file.sync().unwrap_err().raw_os_error(), Some(errno::EIO));
    file.sync().unwrap();
    assert_eq!(text(&disk, &path), "kept.two.");
    assert!(left(&disk, &path).contains(&bytes("kept.")));
    file.write_all(b"six.").unwrap();
    file.sync().unwrap();
    let after = left(&disk, &path);
    assert!(after.contains(&bytes("kept.\0\0\0\0six.")), "{after:?}");
    assert!(after.iter().flatten().all(|content| content.ends_with(b"six.")), "{after:?}");
}

#[test]
fn what_was_taken_back_is_gone_for_programs_at_once_and_for_a_power_cut_once_it_is_synced() {
    let (disk, folder) = memory();
    let path = folder.join("a");
    disk.make_folder(&folder).unwrap();
    let mut file = disk.create(&path, None).unwrap();
    file.write_all(b"kept.").unwrap();
    file.sync().unwrap();
    for above in folder.ancestors() {
        disk.sync_folder(above).unwrap();
    }
    file.write_all(b"refused.").unwrap();
    disk.fail(failing(disk.operations(), errno::EIO, Times::Once));
    file.sync().unwrap_err();
    file.shorten(5).unwrap();
    assert_eq!(text(&disk, &path), "kept.");
    let left_now = left(&disk, &path);
    assert!(left_now.contains(&bytes("kept.")) && left_now.contains(&bytes("kept.refu")), "{left_now:?}");
    file.sync().unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([bytes("kept.")]));
}

#[test]
fn a_file_on_the_real_disk_is_shortened_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    let mut file = RealDisk.create(&path, None).unwrap();
    file.write_all(b"kept.refused.").unwrap();
    file.shorten(5).unwrap();
    file.sync().unwrap();
    assert_eq!(RealDisk.read(&path, 100).unwrap(), b"kept.");
    let (other, new) = (folder.path().join("b"), folder.path().join("c"));
    std::fs::write(&other, b"other").unwrap();
    assert_eq!(RealDisk.rename_to_new(&path, &other).unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert_eq!(RealDisk.read(&other, 100).unwrap(), b"other");
    RealDisk.rename_to_new(&path, &new).unwrap();
    assert_eq!(RealDisk.read(&new, 100).unwrap(), b"kept.");
}

/// Each operation once, in this order.
fn each_operation(disk: &dyn Disk, folder: &Path) -> Vec<std::io::Result<()>> {
    let [a, b, lock] = ["a", "b", "lock"].map(|name| folder.join(name));
    let mut results = vec![disk.make_folder(folder)];
    match disk.create(&a, None) {
        Ok(mut file) => {
            results.extend([Ok(()), file.write(b"text").map(drop), file.sync(), file.shorten(3)]);
        }
        Err(error) => results.push(Err(error)),
    }
    results.extend([
        disk.rename(&a, &b),
        disk.exchange(&b, &folder.join("c")),
        disk.read(&b, 100).map(drop),
        disk.facts(&b).map(drop),
        disk.names(folder).map(drop),
        disk.real_path(&b).map(drop),
        disk.lock(&lock).map(drop),
        disk.remove(&b),
        disk.sync_folder(folder),
    ]);
    results
}

/// What an operation is called in the log.
const EACH: [Operation; 14] = [
    Operation::MakeFolder,
    Operation::Create,
    Operation::Write,
    Operation::Sync,
    Operation::Shorten,
    Operation::Rename,
    Operation::Exchange,
    Operation::Read,
    Operation::Facts,
    Operation::Names,
    Operation::RealPath,
    Operation::Lock,
    Operation::Remove,
    Operation::SyncFolder,
];

#[test]
fn every_operation_is_counted_and_can_be_the_one_that_fails() {
    for (at, operation) in EACH.into_iter().enumerate() {
        for error in [errno::ENOSPC, errno::EDQUOT, errno::EIO, errno::EACCES, errno::EROFS] {
            let (disk, folder) = memory();
            disk.write_durably(&folder.join("c"), b"other").unwrap();
            let start = disk.operations();
            disk.fail(failing(start + at as u64, error, Times::Once));
            let results = each_operation(&disk, &folder);
            let failed = results
                .iter()
                .position(|result| result.as_ref().is_err_and(|failure| failure.raw_os_error() == Some(error)));
            assert_eq!(failed, Some(at), "{operation:?}");
            let log = disk.log();
            assert_eq!(log.get(usize::try_from(start).unwrap() + at).unwrap().operation, operation);
            assert_eq!(log.len() as u64, disk.operations());
        }
    }
}

#[test]
fn nothing_is_done_after_the_cut() {
    for at in 0..EACH.len() {
        let (disk, folder) = memory();
        disk.write_durably(&folder.join("c"), b"other").unwrap();
        let start = disk.operations();
        disk.cut_at(start + at as u64);
        assert!(!disk.is_cut());
        let results = each_operation(&disk, &folder);
        assert!(disk.is_cut());
        assert!(results.iter().take(at).all(Result::is_ok) && results.iter().skip(at).all(Result::is_err), "{at}");
        disk.mend();
        disk.facts(&folder).unwrap();
    }
}

#[test]
fn a_failure_comes_as_often_as_was_asked() {
    for (times, expected) in [(Times::Once, 1), (Times::Twice, 2), (Times::ForEver, 5)] {
        let (disk, folder) = memory();
        disk.fail(failing(disk.operations() + 1, errno::EACCES, times));
        disk.facts(&folder).unwrap();
        let failed = (0..5).filter(|_| disk.facts(&folder).is_err()).count();
        assert_eq!(failed, expected);
        disk.mend();
        disk.facts(&folder).unwrap();
    }
}

#[test]
fn an_interrupted_write_is_made_again_by_who_writes_all() {
    for times in [Times::Once, Times::Twice, Times::ForEver] {
        let (disk, folder) = memory();
        disk.fail(failing(0, errno::EINTR, times));
        let mut file = disk.create(&folder.join("file"), None).unwrap();
        assert_eq!(failure(file.write(b"text")), ErrorKind::Interrupted);
        file.write_all(b"text").unwrap();
        file.write_all(b", more").unwrap();
        assert_eq!(text(&disk, &folder.join("file")), "text, more");
    }
}

#[test]
fn a_short_write_writes_a_part_and_then_fails() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    let mut file = disk.create(&path, None).unwrap();
    disk.fail(Failing { short_write: true, ..failing(disk.operations(), errno::EDQUOT, Times::Once) });
    assert_eq!(file.write_all(b"content").unwrap_err().raw_os_error(), Some(errno::EDQUOT));
    assert_eq!(text(&disk, &path), "cont");
    file.write_all(b"ent").unwrap();
    assert_eq!(text(&disk, &path), "content");
}

#[test]
fn a_full_disk_takes_what_it_has_room_for_and_more_once_something_is_removed() {
    let (disk, folder) = memory();
    disk.write_durably(&folder.join("old"), b"12345").unwrap();
    disk.set_capacity(Some(8));
    let path = folder.join("file");
    let mut file = disk.create(&path, None).unwrap();
    assert_eq!(file.write_all(b"67890").unwrap_err().raw_os_error(), Some(errno::ENOSPC));
    assert_eq!(text(&disk, &path), "678");
    file.sync().unwrap();
    assert_eq!(failure(file.write(b"9")), ErrorKind::StorageFull);
    disk.remove(&folder.join("old")).unwrap();
    file.write_all(b"90").unwrap();
    drop(file);
    disk.remove(&path).unwrap();
    drop(write(&disk, &path, b"12345678"));
}

#[test]
fn a_swap_can_be_more_than_a_disk_knows_and_a_folder_can_be_on_a_share() {
    let (disk, folder) = memory();
    write_synced(&disk, &folder.join("a"), b"a");
    write_synced(&disk, &folder.join("b"), b"b");
    disk.without_exchange();
    disk.share(&folder);
    assert_eq!(failure(disk.exchange(&folder.join("a"), &folder.join("b"))), ErrorKind::Unsupported);
    assert!(disk.is_share(&folder.join("a")) && !disk.is_share(Path::new("/home/other")));
    for image in disk.crashes(10, 1) {
        assert!(image.is_share(&folder));
        assert_eq!(failure(image.exchange(&folder.join("a"), &folder.join("b"))), ErrorKind::Unsupported);
    }
}

#[test]
fn what_comes_from_outside_is_on_the_disk_at_once_as_a_new_file() {
    let (disk, folder) = memory();
    let path = folder.join("file");
    drop(disk.create(&path, Some(0o640)).unwrap());
    let mut mine = write(&disk, &folder.join("new"), b"mine");
    disk.rename(&folder.join("new"), &path).unwrap();
    disk.write_durably(&path, b"theirs").unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([bytes("theirs")]));
    mine.write_all(b" too").unwrap();
    assert_eq!(text(&disk, &path), "theirs", "the old file is another one");
    disk.write_durably(&folder.join("deep/down/file"), b"far").unwrap();
    assert_eq!(left(&disk, &folder.join("deep/down/file")), BTreeSet::from([bytes("far")]));
    assert_eq!(failure(disk.write_durably(&folder, b"")), ErrorKind::IsADirectory);
    assert_eq!(failure(disk.write_durably(&path.join("below"), b"")), ErrorKind::AlreadyExists);
    assert_eq!(failure(disk.write_durably(Path::new("file"), b"")), ErrorKind::InvalidInput);
    disk.remove_durably(&path).unwrap();
    assert_eq!(left(&disk, &path), BTreeSet::from([None]));
}

#[test]
fn crashes_can_be_looked_at_before_each_operation() {
    let (disk, folder) = memory();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (kept, path) = (Arc::clone(&seen), folder.join("file"));
    let looked_at = path.clone();
    disk.before_each(move |disk| {
        // What the hook does itself does not call it.
        let _ = disk.facts(&looked_at);
        let can_be_lost = disk.crashes(100, 1).iter().any(|image| image.contents(&looked_at) != bytes("text"));
        kept.lock().unwrap().push(can_be_lost);
    });
    write_synced(&disk, &path, b"text");
    let _ = disk.facts(&path);
    assert_eq!(*seen.lock().unwrap(), [true, true, true, true, false]);
}

/// A checkpoint as a keeper makes it, in small: enough steps and writes that crashes are many.
fn busy() -> (MemoryDisk, PathBuf) {
    let (disk, folder) = memory();
    let state = PathBuf::from("/home/state");
    disk.make_folder(&state).unwrap();
    disk.sync_folder(Path::new("/home")).unwrap();
    write_synced(&disk, &folder.join("portfolio.ron"), &[b'a'; 4096]);
    let mut journal = disk.create(&state.join("journal"), None).unwrap();
    journal.write_all(&[b'h'; 200]).unwrap();
    journal.sync().unwrap();
    disk.sync_folder(&state).unwrap();
    for backup in 0..4 {
        write_synced(&disk, &state.join(format!("backup-{backup}")), &[b'o'; 2048]);
    }
    journal.write_all(&[b'c'; 300]).unwrap();
    let mut new = disk.create(&folder.join("portfolio.ron.new"), None).unwrap();
    new.write_all(&[b'b'; 2048]).unwrap();
    new.write_all(&[b'c'; 2048]).unwrap();
    journal.write_all(&[b'i'; 100]).unwrap();
    disk.exchange(&folder.join("portfolio.ron.new"), &folder.join("portfolio.ron")).unwrap();
    disk.rename(&folder.join("portfolio.ron.new"), &state.join("backup-4")).unwrap();
    disk.remove(&state.join("backup-0")).unwrap();
    (disk, folder)
}

#[test]
fn a_busy_disk_has_thousands_of_crashes_and_none_mixes_the_old_file_with_the_new() {
    let (disk, folder) = busy();
    let mut images = 0;
    let mut contents = BTreeSet::new();
    for seed in 0..10 {
        for image in disk.crashes(200, seed) {
            images += 1;
            let content = image.contents(&folder.join("portfolio.ron")).unwrap();
            assert!(
                content == vec![b'a'; 4096] || content.first() != Some(&b'a'),
                "the old or the new, never a mixture"
            );
            contents.insert(content);
        }
    }
    assert!(images > 1000 && contents.len() > 10, "{images} {}", contents.len());
}
