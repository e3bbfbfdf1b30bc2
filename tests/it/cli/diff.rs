//! `diff`: what is new, gone and changed between two portfolios, which verdicts turned and why, and that nothing is written.

use std::fs;

use insta::assert_snapshot;
use upgrade_desk::model::{Customer, DelegatedAdmin, Id, Portfolio, Role, Status, Subscription};
use upgrade_desk::storage;

use super::{Desk, portfolio, run};
use crate::case::SOURCE;

/// The desk with another portfolio beside its own.
fn beside(change: impl FnOnce(&mut Portfolio)) -> (Desk, std::path::PathBuf) {
    let desk = Desk::new();
    let mut newer = portfolio();
    change(&mut newer);
    let path = desk.put("newer.ron", storage::encode(&newer).unwrap().as_bytes());
    (desk, path)
}

fn customer(portfolio: &mut Portfolio, change: impl FnOnce(&mut Customer)) {
    let mut record = (**portfolio.customers.at(0).unwrap()).clone();
    change(&mut record);
    portfolio.customers.replace(0, record.into());
}

#[test]
fn what_is_the_same_is_said_and_nothing_is_printed() {
    let (desk, newer) = beside(|newer| newer.id = uuid::Uuid::from_u128(8));
    for other in [&desk.file(), &newer] {
        let said = run(&[&"diff", &desk.file(), other]);
        assert_eq!((said.status, said.out.as_str()), (0, ""));
        assert!(said.err.contains("the same"), "{}", said.err);
    }
}

#[test]
fn what_is_new_gone_and_changed_is_listed_with_the_verdicts_that_turned() {
    let (desk, newer) = beside(|newer| {
        newer.partner.role = Role::HelpdeskAgent;
        customer(newer, |record| {
            record.delegated_admin = DelegatedAdmin::NotGranted;
            record.subscription_mut(&Id::new(SOURCE)).unwrap().quantity = 25;
            record.subscription_mut(&Id::new(SOURCE)).unwrap().assigned = None;
            record.subscriptions.retain(|record| record.id != Id::new("deleted"));
            record.subscriptions.push(Subscription::new("fresh".into(), 3));
        });
        let mut other = Customer::new("other".into(), "Wingtip Toys".to_owned());
        other.subscriptions = vec![Subscription::new("toys".into(), 1)];
        newer.customers.insert(usize::MAX, other.into());
    });
    let (before, after) = (fs::read(desk.file()).unwrap(), fs::read(&newer).unwrap());
    let said = run(&[&"diff", &desk.file(), &newer]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_snapshot!(said.out, @r"
    changed partner: Your role: Admin agent → Help desk agent
    changed customer customer (Contoso (Shanghai)): Delegated admin: All services → Not granted
    changed subscription source of customer (Contoso (Shanghai)): Quantity: 10 → 25, Assigned: 8 → nothing
    new subscription fresh of customer (Contoso (Shanghai))
    gone subscription deleted of customer (Contoso (Shanghai))
    new customer other (Wingtip Toys)
    new subscription toys of other (Wingtip Toys)
    verdict of source of customer (Contoso (Shanghai)): Can be upgraded → Cannot be upgraded
      Office 365 Business Premium: Can be upgraded → Cannot be upgraded
        Delegated admin: Pass (customer) → Fail (customer)
        No conflicting services: Pass → Not known (fresh)
        Target not held: Pass → Not known (fresh)
        Your role: Pass → Fail
      Office 365 ProPlus: Can be upgraded → Cannot be upgraded
        Delegated admin: Pass (customer) → Fail (customer)
        No conflicting services: Pass → Not known (fresh)
        Target not held: Pass → Not known (fresh)
        Your role: Pass → Fail
    ");
    let back = run(&[&"diff", &newer, &desk.file()]);
    assert!(back.out.contains("gone customer other (Wingtip Toys)\ngone subscription toys of other"), "{}", back.out);
    assert!(back.out.contains("Quantity: 25 → 10, Assigned: nothing → 8"), "{}", back.out);
    assert!(back.out.contains("new subscription deleted"), "{}", back.out);
    assert_eq!((fs::read(desk.file()).unwrap(), fs::read(&newer).unwrap()), (before, after));
    assert_eq!(desk.names(), ["newer.ron", "portfolio.ron"]);
}

#[test]
fn a_value_that_was_taken_away_is_a_change() {
    let (desk, newer) = beside(|newer| {
        customer(newer, |record| {
            record.subscription_mut(&Id::new(SOURCE)).unwrap().status = Status::Unset;
            record.subscription_mut(&Id::new("mobility")).unwrap().offer_id = None;
        });
    });
    let said = run(&[&"diff", &desk.file(), &newer]);
    assert!(said.out.contains("Status: Active → nothing"), "{}", said.out);
    assert!(said.out.contains("changed subscription mobility") && said.out.contains("→ nothing"), "{}", said.out);
}

#[test]
fn a_portfolio_that_cannot_be_read_is_refused() {
    let desk = Desk::new();
    let damaged = desk.put("damaged.ron", b"(format: 1, customers: [");
    for pair in [[&desk.file(), &damaged], [&damaged, &desk.file()], [&desk.file(), &desk.at("missing.ron")]] {
        let said = run(&[&"diff", pair[0], pair[1]]);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{}", said.err);
        assert!(!said.err.is_empty());
    }
    assert_eq!(run(&[&"diff", &desk.file()]).status, 2);
}

#[test]
fn generated_portfolios_differ_in_the_same_order_each_time() {
    let desk = Desk::new();
    for (name, customers) in [("ten.ron", "10"), ("twelve.ron", "12")] {
        run(&[&"generate", &"--customers", &customers, &"--seed", &"5", &"--to", &desk.at(name)]);
    }
    let said = run(&[&"diff", &desk.at("ten.ron"), &desk.at("twelve.ron")]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(said.out, run(&[&"diff", &desk.at("ten.ron"), &desk.at("twelve.ron")]).out);
    assert!(said.out.lines().filter(|line| line.starts_with("new customer")).count() >= 2, "{}", said.out);
}
