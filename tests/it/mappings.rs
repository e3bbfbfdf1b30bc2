//! The mappings of a person's own tables, kept in a file of the program's own: remembered, replaced, and set aside where they make no sense.

use std::fs;

use tempfile::TempDir;
use upgrade_desk::shell::{keep_mapping, read_mappings};
use upgrade_desk::state::Failure;
use upgrade_desk::storage::RememberedMapping;

fn mapping(header: &str, column: &str) -> RememberedMapping {
    RememberedMapping { header: header.to_owned(), columns: vec![Some(column.to_owned()), None] }
}

#[test]
fn the_newest_mapping_of_a_header_is_remembered() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("deep").join("mappings.ron");
    assert_eq!(read_mappings(&path), Ok(Vec::new()));
    for (header, column) in [("a", "customer"), ("b", "quantity"), ("a", "status")] {
        keep_mapping(&path, mapping(header, column)).unwrap();
    }
    assert_eq!(read_mappings(&path), Ok(vec![mapping("a", "status"), mapping("b", "quantity")]));
}

#[test]
fn only_so_many_are_remembered() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mappings.ron");
    for number in 0..205 {
        keep_mapping(&path, mapping(&number.to_string(), "customer")).unwrap();
    }
    let kept = read_mappings(&path).unwrap();
    assert_eq!((kept.len(), kept[0].header.as_str(), kept[199].header.as_str()), (200, "204", "5"));
}

#[test]
fn what_makes_no_sense_is_set_aside_and_never_written_over() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mappings.ron");
    fs::write(&path, "(mappings: [(header").unwrap();
    let Err(Failure::SettingsNotRead { path: aside, .. }) = keep_mapping(&path, mapping("a", "customer")) else {
        panic!("it was read");
    };
    assert_eq!(fs::read_to_string(aside).unwrap(), "(mappings: [(header");
    assert!(!path.exists());
    keep_mapping(&path, mapping("a", "customer")).unwrap();
    assert_eq!(read_mappings(&path), Ok(vec![mapping("a", "customer")]));
}
