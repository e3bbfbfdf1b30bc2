//! What each source brought, kept in the program's folder: there and back, private, and passed over where it is damaged.

use std::sync::Arc;

use proptest::prelude::*;
use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::merge::{Base, Field};
use upgrade_desk::shell::disk::{Disk, MemoryDisk, RealDisk};
use upgrade_desk::shell::imports::{ImportSource, ImportsFailure, import_path, load_base, store_base};
use upgrade_desk::shell::keep::Keeping;
use uuid::Uuid;

use super::world;
use crate::cases::config;
use crate::given;

const PORTFOLIO: Uuid = Uuid::from_u128(7);

fn whole(format: &'static str) -> ImportSource {
    ImportSource { format, customer: None, subscription: None }
}

fn about(customer: &str) -> ImportSource {
    ImportSource { customer: Some(customer.into()), ..whole("subscriptions") }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn what_was_brought_comes_back(portfolio in given::portfolio(), supplied in world::supplied()) {
        let keeping = Keeping::new(Arc::new(MemoryDisk::default()), "/state".into());
        let base = Base { portfolio, supplied };
        store_base(&keeping, PORTFOLIO, &whole("json"), &base).unwrap();
        prop_assert_eq!(load_base(&keeping, PORTFOLIO, &whole("json")), Ok(Some(base)));
    }
}

#[test]
fn each_source_and_each_portfolio_has_its_own() {
    let keeping = Keeping::new(Arc::new(MemoryDisk::default()), "/state".into());
    let path = |portfolio, source: &ImportSource| import_path(&keeping, portfolio, source);
    let all = [
        path(PORTFOLIO, &whole("subscriptions")),
        path(PORTFOLIO, &whole("json")),
        path(PORTFOLIO, &about("c1")),
        path(PORTFOLIO, &about("c2")),
        path(PORTFOLIO, &ImportSource { subscription: Some("c1".into()), ..whole("subscriptions") }),
        path(Uuid::from_u128(8), &whole("json")),
    ];
    for (at, one) in all.iter().enumerate() {
        assert!(!all[..at].contains(one), "{}", one.display());
    }
    assert_eq!(path(PORTFOLIO, &about("C1")), path(PORTFOLIO, &about("c1")), "ids are the same in any case");
    let hostile = path(PORTFOLIO, &about("../../四方\0"));
    assert!(hostile.starts_with(format!("/state/imports/{PORTFOLIO}")) && hostile.components().count() == 5);
    assert_eq!(load_base(&keeping, PORTFOLIO, &about("c1")), Ok(None));
}

#[test]
fn what_is_damaged_is_said_and_can_be_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let keeping = Keeping::new(Arc::new(RealDisk), folder.path().to_owned());
    let base = Base {
        portfolio: upgrade_desk::model::Portfolio::new(PORTFOLIO),
        supplied: Supplied::These([Field::Quantity, Field::Status].into()),
    };
    let (source, path) = (whole("json"), import_path(&keeping, PORTFOLIO, &whole("json")));
    store_base(&keeping, PORTFOLIO, &source, &base).unwrap();
    let good = std::fs::read(&path).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    for end in 0..good.len() {
        std::fs::write(&path, &good[..end]).unwrap();
        assert!(load_base(&keeping, PORTFOLIO, &source).is_err(), "cut at {end}");
    }
    let unknown = String::from_utf8(good).unwrap().replace("quantity", "quality");
    std::fs::write(&path, unknown).unwrap();
    assert_eq!(load_base(&keeping, PORTFOLIO, &source), Err(ImportsFailure::Changed { path: path.clone() }));
    store_base(&keeping, PORTFOLIO, &source, &base).unwrap();
    assert_eq!(load_base(&keeping, PORTFOLIO, &source), Ok(Some(base)));
    assert!(RealDisk.names(path.parent().unwrap()).unwrap().iter().all(|name| !name.contains("tmp")));
}

#[test]
fn each_field_has_a_name_of_its_own() {
    for (at, field) in Field::ALL.into_iter().enumerate() {
        assert_eq!(Field::from_key(field.key()), Some(field));
        assert!(!Field::ALL[..at].contains(&field));
    }
    assert_eq!(Field::from_key("no such field"), None);
}
