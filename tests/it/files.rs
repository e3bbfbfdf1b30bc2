//! Reading within a limit and writing whole or not at all, on a real disk.

use std::fs;
use std::io::ErrorKind;

use upgrade_desk::shell::files::{FileFailure, Step, read_bounded, same_file, write_atomically, write_where_missing};
use upgrade_desk::state::Failure;

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_up_to_the_limit_is_read_and_a_larger_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, b"12345").unwrap();
    assert_eq!(read_bounded(&path, 5).unwrap(), b"12345");
    assert_eq!(read_bounded(&path, 4).unwrap_err(), FileFailure::TooLarge { limit: 4, path: path.clone() });
    let missing = read_bounded(&folder.path().join("missing"), 4).unwrap_err();
    assert!(matches!(&missing, FileFailure::Refused { step: Step::Open, kind: ErrorKind::NotFound, .. }), "{missing}");
    assert!(missing.to_string().ends_with("missing"), "the path comes last: {missing}");
    let told = missing.not_read(path.clone());
    assert_eq!(told, Failure::Missing { path }, "the window says it once, in its own words");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_lies_about_its_size_is_stopped_at_the_limit() {
    // The kernel makes this file while it is read, and gives its size as nothing.
    let growing = std::path::Path::new("/proc/kallsyms");
    assert!(matches!(read_bounded(growing, 1000), Err(FileFailure::TooLarge { limit: 1000, .. })));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_neither_read_nor_replaced() {
    let device = std::path::Path::new("/dev/zero");
    assert!(matches!(read_bounded(device, 1000), Err(FileFailure::Refused { step: Step::Open, .. })));
    assert!(matches!(write_atomically(device, b"text"), Err(FileFailure::Refused { step: Step::Resolve, .. })));
}

#[test]
fn writing_replaces_the_whole_file_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    write_atomically(&path, b"a long first version").unwrap();
    write_atomically(&path, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(names(folder.path()), ["file"]);
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &std::path::Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_its_owners_alone_and_a_present_one_keeps_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write_atomically(&path, b"1").unwrap();
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        write_atomically(&path, b"2").unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn the_real_file_behind_links_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let real = other.path().join("real");
        fs::write(&real, b"old").unwrap();
        symlink(&real, folder.path().join("second")).unwrap();
        symlink("second", folder.path().join("first")).unwrap();
        write_atomically(&folder.path().join("first"), b"new").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(fs::symlink_metadata(folder.path().join("first")).unwrap().is_symlink());
        assert_eq!(names(folder.path()), ["first", "second"]);
    }

    #[test]
    fn a_link_to_a_file_that_is_not_there_makes_it() {
        let folder = tempfile::tempdir().unwrap();
        symlink("real", folder.path().join("link")).unwrap();
        write_atomically(&folder.path().join("link"), b"new").unwrap();
        assert_eq!(fs::read(folder.path().join("real")).unwrap(), b"new");
    }

    #[test]
    fn links_in_a_ring_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        symlink("b", folder.path().join("a")).unwrap();
        symlink("a", folder.path().join("b")).unwrap();
        let failure = write_atomically(&folder.path().join("a"), b"new").unwrap_err();
        assert!(matches!(failure, FileFailure::Refused { step: Step::Resolve, .. }), "{failure}");
    }
}

#[test]
fn a_write_that_fails_leaves_the_target_and_no_temporary_file() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("folder");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("inside"), b"kept").unwrap();
    let failure = write_atomically(&target, b"new").unwrap_err();
    assert!(matches!(&failure, FileFailure::Refused { kind: ErrorKind::IsADirectory, .. }), "{failure}");
    assert_eq!(names(folder.path()), ["folder"]);
    assert_eq!(fs::read(target.join("inside")).unwrap(), b"kept");

    let nowhere = folder.path().join("missing").join("file");
    let failure = write_atomically(&nowhere, b"new").unwrap_err();
    assert!(
        matches!(&failure, FileFailure::Refused { step: Step::Create, kind: ErrorKind::NotFound, .. }),
        "{failure}"
    );
}

#[test]
fn two_paths_are_the_same_file_where_they_lead_to_one_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    fs::write(&one, b"1").unwrap();
    assert!(same_file(&one, &folder.path().join("./one")));
    assert!(!same_file(&one, &other), "the other is not there yet");
    fs::write(&other, b"1").unwrap();
    assert!(!same_file(&one, &other));
}

#[test]
fn a_file_that_came_meanwhile_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    assert!(write_where_missing(&path, b"mine").unwrap());
    assert!(!write_where_missing(&path, b"again").unwrap());
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(names(folder.path()), ["file"]);
}
