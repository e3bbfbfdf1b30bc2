//! `upgrade`: recorded whole, or refused with all reasons and nothing written.

use std::fs;

use upgrade_desk::model::{Id, Status};
use uuid::Uuid;

use super::{Desk, Said, load, run};
use crate::case::{BUSINESS, E3, PREMIUM, PRO_PLUS, SOURCE};

fn upgrade(desk: &Desk, to: &str, licenses: &str) -> Said {
    run(&[&"upgrade", &desk.file(), &"--subscription", &"SOURCE", &"--to", &to, &"--licenses", &licenses])
}

#[test]
fn an_upgrade_is_recorded_and_the_new_id_said() {
    let desk = Desk::new();
    let said = upgrade(&desk, &PRO_PLUS.to_lowercase(), "12");
    assert_eq!(said.status, 0, "{}", said.err);
    let after = load(&desk.file());
    let customer = after.customers.at(0).unwrap();
    let source = customer.subscription(&Id::new(SOURCE)).unwrap();
    let new = customer.subscription(&Id::new(said.out.trim())).unwrap();
    assert!(Uuid::parse_str(said.out.trim()).is_ok());
    assert_eq!((&source.status, source.upgraded_to.as_ref()), (&Status::Deleted, Some(&new.id)));
    assert_eq!((new.quantity, new.offer_id.as_ref().unwrap().as_str()), (12, PRO_PLUS));
    assert_eq!(after.upgrades.len(), 1);
    let upgrade = &after.upgrades[0];
    assert_eq!((&upgrade.from_offer, &upgrade.to_offer), (&Id::new(BUSINESS), &Id::new(PRO_PLUS)));
    assert_eq!((upgrade.provisional, upgrade.open_tasks(), upgrade.rules.as_str()), (true, 6, "partner-center"));
    assert!(said.err.contains("recorded") && said.err.contains("Partner Center"), "{}", said.err);
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

#[test]
fn a_refusal_says_all_reasons_and_writes_nothing() {
    let desk = Desk::new();
    desk.change(|portfolio| {
        let mut customer = (**portfolio.customers.at(0).unwrap()).clone();
        customer.subscriptions[0].status = Status::Suspended;
        customer.delegated_admin = upgrade_desk::model::DelegatedAdmin::NotKnown;
        portfolio.customers = [customer].into_iter().collect();
    });
    let before = fs::read(desk.file()).unwrap();
    let said = upgrade(&desk, E3, "10");
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    for reason in ["active:", "delegated-admin:", "no-conflicting-services:", "mobility"] {
        assert!(said.err.contains(reason), "{}", said.err);
    }
    assert_eq!(fs::read(desk.file()).unwrap(), before);
}

#[test]
fn licenses_offers_and_subscriptions_that_cannot_be_are_refused() {
    let desk = Desk::new();
    let before = fs::read(desk.file()).unwrap();
    for (to, licenses, reason) in [
        (PREMIUM, "301", "2002"),
        (PREMIUM, "0", "2002"),
        (PREMIUM, "-3", "2002"),
        (PREMIUM, "7", "assigned"),
        ("no offer", "10", "upgrade-path"),
        (BUSINESS, "10", "upgrade-path"),
    ] {
        let said = upgrade(&desk, to, licenses);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{to} {licenses}");
        assert!(said.err.contains(reason), "{}", said.err);
    }
    let said = run(&[&"upgrade", &desk.file(), &"--subscription", &"nowhere", &"--to", &E3, &"--licenses", &"1"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("nowhere"), "{}", said.err);
    assert_eq!(fs::read(desk.file()).unwrap(), before);
}

#[test]
fn a_dry_run_says_what_it_would_do_and_writes_nothing() {
    let desk = Desk::new();
    let before = fs::read(desk.file()).unwrap();
    let arguments: &[&dyn AsRef<std::ffi::OsStr>] =
        &[&"upgrade", &desk.file(), &"--subscription", &SOURCE, &"--to", &PREMIUM, &"--licenses", &"9", &"--dry-run"];
    let said = run(arguments);
    assert_eq!((said.status, said.out.as_str()), (0, ""));
    assert!(said.err.contains("would be recorded") && said.err.contains("Fewer than the 10"), "{}", said.err);
    assert_eq!(fs::read(desk.file()).unwrap(), before);
}

#[test]
fn rules_can_be_chosen_and_are_recorded() {
    let desk = Desk::new();
    desk.change(|portfolio| portfolio.partner.good_standing = None);
    assert_eq!(upgrade(&desk, PREMIUM, "10").status, 1);
    let page: &[&dyn AsRef<std::ffi::OsStr>] = &[
        &"upgrade",
        &desk.file(),
        &"--subscription",
        &SOURCE,
        &"--to",
        &PREMIUM,
        &"--licenses",
        &"10",
        &"--rules",
        &"page",
    ];
    assert_eq!(run(page).status, 0);
    assert_eq!(load(&desk.file()).upgrades[0].rules, "page");
}

#[test]
fn an_id_that_is_there_twice_is_refused() {
    let desk = Desk::new();
    desk.change(|portfolio| {
        let mut second = (**portfolio.customers.at(0).unwrap()).clone();
        second.id = Id::new("second");
        portfolio.customers.insert(1, second.into());
    });
    let said = upgrade(&desk, PREMIUM, "10");
    assert_eq!(said.status, 1);
    assert!(said.err.contains("more than one"), "{}", said.err);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_recorded_is_done_though_nobody_can_be_told_its_id() {
    let desk = Desk::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_upgrade-desk"))
        .args(["upgrade", "--subscription", SOURCE, "--to", PRO_PLUS, "--licenses", "12"])
        .arg(desk.file())
        .stdout(full)
        .output()
        .unwrap();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("It is recorded"), "{said}");
    assert_eq!(load(&desk.file()).upgrades.len(), 1);
}
