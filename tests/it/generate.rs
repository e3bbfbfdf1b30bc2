//! Made-up portfolios: always the same, lifelike, and with each way of failing among the first customers.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Id, Portfolio, Role, Status, Subscription};
use upgrade_desk::rules::{Assessment, ConditionId, Outcome, PARTNER_CENTER, Setting, Verdict, assess};
use upgrade_desk::storage;

use crate::case::{E1, ESSENTIALS, PATHS, offers};

fn made(customers: usize, per_customer: usize, seed: u64) -> Portfolio {
    generate(customers, per_customer, seed, &offers())
}

fn judged<'a>(portfolio: &'a Portfolio, customer: &'a Customer) -> Vec<(&'a Subscription, Assessment)> {
    let offers = offers();
    let setting = Setting { rules: &PARTNER_CENTER, offers: &offers, partner: &portfolio.partner };
    customer.subscriptions.iter().map(|record| (record, assess(setting, customer, record))).collect()
}

/// What fails, where nothing is not known.
fn failing(findings: &[upgrade_desk::rules::Finding]) -> Option<Vec<ConditionId>> {
    let not_known = findings.iter().any(|finding| matches!(finding.outcome, Outcome::NotKnown(_)));
    let failed = findings.iter().filter(|finding| matches!(finding.outcome, Outcome::NotMet(_)));
    (!not_known).then(|| failed.map(|finding| finding.condition).collect())
}

/// What fails together, for a condition that is to fail on a path as alone as it can; `None` where it cannot.
fn alone(path: (&str, &str), condition: ConditionId) -> Option<Vec<ConditionId>> {
    let adds_nothing = path == (ESSENTIALS, E1);
    match condition {
        ConditionId::Active
        | ConditionId::DelegatedAdmin
        | ConditionId::NoAddOns
        | ConditionId::BillingCycle
        | ConditionId::OriginalReseller => Some(vec![condition]),
        ConditionId::Provisioned => Some(vec![ConditionId::Active, condition]),
        ConditionId::NoConflictingServices => (!adds_nothing).then(|| vec![condition]),
        ConditionId::TargetNotHeld if adds_nothing => Some(vec![condition]),
        ConditionId::TargetNotHeld => Some(vec![ConditionId::NoConflictingServices, condition]),
        ConditionId::UpgradePath | ConditionId::PartnerInGoodStanding | ConditionId::Role => None,
    }
}

#[test]
fn each_condition_fails_alone_on_each_path_among_the_first_forty_customers() {
    for seed in [0, 7, u64::MAX] {
        let portfolio = made(40, 3, seed);
        let mut seen: HashSet<(Id, Id, Vec<ConditionId>)> = HashSet::new();
        for customer in &portfolio.customers {
            for (record, assessment) in judged(&portfolio, customer) {
                for target in assessment.targets {
                    if let (Some(offer), Some(failed)) = (record.offer_id.clone(), failing(&target.findings)) {
                        seen.insert((offer, target.target, failed));
                    }
                }
            }
        }
        for path in PATHS {
            for failed in ConditionId::ALL.into_iter().filter_map(|condition| alone(path, condition)) {
                let wanted = (Id::new(path.0), Id::new(path.1), failed);
                assert!(seen.contains(&wanted), "seed {seed}: {wanted:?}");
            }
        }
    }
}

#[test]
fn a_tenth_of_the_customers_have_something_open_however_many_there_are() {
    let eligible = |portfolio: &Portfolio| {
        let open = |customer: &Customer| {
            judged(portfolio, customer).iter().any(|(_, assessment)| assessment.verdict == Verdict::Eligible)
        };
        portfolio.customers.iter().filter(|customer| open(customer)).count()
    };
    for (customers, per_customer) in [(1, 3), (10, 3), (40, 3), (200, 0), (300, 1), (500, 3), (300, 10)] {
        for seed in [1, 2] {
            let portfolio = made(customers, per_customer, seed);
            let open = eligible(&portfolio);
            assert!(open * 10 >= customers, "{open} of {customers} with {per_customer} each");
        }
    }
}

#[test]
fn the_same_arguments_give_the_same_bytes_and_others_give_others() {
    let hash = |portfolio: &Portfolio| {
        let mut hasher = DefaultHasher::new();
        storage::encode(portfolio).unwrap().hash(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash(&made(300, 3, 7)), hash(&made(300, 3, 7)));
    assert_ne!(hash(&made(300, 3, 7)), hash(&made(300, 3, 8)));
    assert_ne!(made(1, 3, 7).id, made(1, 3, 8).id);
}

#[test]
fn a_customer_is_the_same_however_many_follow() {
    let (few, many) = (made(50, 3, 7), made(60, 3, 7));
    assert_eq!(few.customers.as_slice(), &many.customers.as_slice()[..50]);
    assert_eq!(few.id, many.id);
}

#[test]
fn the_first_customers_are_as_they_were_when_this_was_written() {
    insta::assert_snapshot!(storage::encode(&made(3, 2, 7)).unwrap(), @r#"
    (
      format: 1,
      id: "7a700b91-d8df-42e4-89aa-522d1a33d529",
      rules: "partner-center",
      partner: (
        name: "Fabrikam Cloud Services",
        mpn_id: Some("4711470"),
        role: AdminAgent,
        good_standing: Some(true),
      ),
      customers: [
        (
          id: "17d69413-c9a3-43ae-aae7-052a1a35fea7",
          company_name: "重庆青石旅行社有限公司",
          domain: Some("cqqingshilx0.partner.onmschina.cn"),
          relationship: Some("none"),
          delegated_admin: Families([
            "office-365",
          ]),
          tags: [
            "school",
            "试用",
          ],
          subscriptions: [
            (id: "9fff38f6-b12b-45ef-8c2a-855282560738", offer_id: Some("BD938F12-058F-4927-BBA3-AE36B1D2501C"), offer_name: "Office 365 Business Essentials", friendly_name: "Front office", quantity: 37, assigned: Some(23), status: Active, billing_cycle: Annual, channel: ThisPartner, created: Some("2023-02-15"), commitment_end: Some("2027-02-15"), auto_renew: Some(true), trial: Some(false)),
          ],
        ),
        (
          id: "7ac8f77c-c62f-471a-ad26-4b86a5c9e169",
          company_name: "Fern Gable Instruments",
          domain: Some("ferngable1.partner.onmschina.cn"),
          relationship: Some("Reseller"),
          delegated_admin: All,
          subscriptions: [
            (id: "a49c865f-b8a9-41a0-88d6-b28ef54f7b38", offer_id: Some("5C9FD4CC-EDCE-44A8-8E91-07DF09744609"), offer_name: "Office 365 Business", friendly_name: "Front office", quantity: 6, assigned: Some(4), status: Suspended, billing_cycle: Annual, channel: ThisPartner, created: Some("2025-09-05"), commitment_end: Some("2027-09-05"), auto_renew: Some(false), suspended_on: Some("2026-10-04")),
          ],
        ),
        (
          id: "9b4aac4e-efac-4abe-9025-820811a51fda",
          company_name: "Litware (Beijing)",
          domain: Some("litware2.partner.onmschina.cn"),
          relationship: Some("Cloud Reseller"),
          delegated_admin: NotGranted,
          subscriptions: [
            (id: "39d86c53-124f-4b47-8db7-fae6898799e0", offer_id: Some("5C9FD4CC-EDCE-44A8-8E91-07DF09744609"), offer_name: "Office 365 Business", quantity: 21, assigned: Some(10), status: Active, billing_cycle: Annual, channel: ThisPartner, created: Some("2023-10-11"), commitment_end: Some("2027-10-11"), auto_renew: Some(false), trial: Some(false)),
          ],
        ),
      ],
    )
    // end 2282 blake3:62ed7c8e3f408647d5dc9ae75cebb0ed1bccfab3476d0c3d399e5ca09c174014
    "#);
}

#[test]
fn no_two_records_share_an_id() {
    let portfolio = made(5_000, 3, 7);
    let mut seen = HashSet::new();
    for customer in &portfolio.customers {
        assert!(seen.insert(customer.id.clone()));
        for record in &customer.subscriptions {
            assert!(seen.insert(record.id.clone()), "{}", record.id);
        }
    }
}

#[test]
fn the_average_customer_has_about_as_many_subscriptions_as_asked_for() {
    for average in [1, 3, 10] {
        let portfolio = made(4_000, average, 7);
        let total: usize = portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum();
        let (least, most) = (4_000 * average * 9 / 10, 4_000 * average * 12 / 10);
        assert!((least..=most).contains(&total), "{total} for {average}");
    }
}

#[test]
fn a_large_one_is_read_back_as_it_was_written_with_nothing_odd_about_it() {
    let portfolio = made(2_000, 3, 7);
    let text = storage::encode(&portfolio).unwrap();
    let loaded = storage::decode(text.as_bytes()).unwrap();
    assert!(loaded.portfolio == portfolio);
    assert_eq!((loaded.not_understood, loaded.findings), (Vec::new(), Vec::new()));
}

#[test]
fn every_kind_of_record_occurs() {
    let portfolio = made(2_000, 3, 7);
    let offers = offers();
    let records = || portfolio.customers.iter().flat_map(|customer| &customer.subscriptions);

    let statuses: BTreeSet<Status> = records().map(|record| record.status.clone()).collect();
    for status in [
        Status::Active,
        Status::Suspended,
        Status::Deleted,
        Status::Expired,
        Status::Pending,
        Status::Disabled,
        Status::Unset,
    ] {
        assert!(statuses.contains(&status), "{status:?}");
    }
    assert!(statuses.iter().any(|status| matches!(status, Status::Other(_))));

    let cycles: BTreeSet<BillingCycle> = records().map(|record| record.billing_cycle.clone()).collect();
    for cycle in [
        BillingCycle::Monthly,
        BillingCycle::Annual,
        BillingCycle::OneTime,
        BillingCycle::Triennial,
        BillingCycle::Biennial,
        BillingCycle::Unset,
    ] {
        assert!(cycles.contains(&cycle), "{cycle:?}");
    }
    assert!(cycles.iter().any(|cycle| matches!(cycle, BillingCycle::Other(_))));

    let channels: BTreeSet<Channel> = records().map(|record| record.channel.clone()).collect();
    assert!([Channel::ThisPartner, Channel::Direct, Channel::NotKnown].iter().all(|known| channels.contains(known)));
    assert!(channels.iter().any(|channel| matches!(channel, Channel::OtherReseller(_))));

    let offer_of = |record: &Subscription| record.offer_id.as_ref().and_then(|id| offers.find(id).cloned());
    assert!(records().any(|record| record.parent_id.is_some()));
    assert!(records().any(|record| record.parent_id.is_none() && offer_of(record).is_some_and(|offer| offer.add_on)));
    assert!(records().any(|record| record.trial == Some(true)));
    assert!(records().any(|record| record.offer_id.is_none()));
    assert!(records().any(|record| record.offer_id.is_some() && offer_of(record).is_none()));
    assert!(records().any(|record| offer_of(record).is_some_and(|offer| offer.services.is_none())));

    let granted = |wanted: &DelegatedAdmin| portfolio.customers.iter().any(|c| c.delegated_admin == *wanted);
    assert!([DelegatedAdmin::All, DelegatedAdmin::NotGranted, DelegatedAdmin::NotKnown].iter().all(granted));
    assert!(portfolio.customers.iter().any(|customer| !customer.company_name.is_ascii()));
    assert!(portfolio.customers.iter().any(|customer| customer.company_name.is_ascii()));
}

#[test]
fn the_partner_is_paid_up_and_may_upgrade_and_no_offer_is_changed() {
    let portfolio = made(0, 3, 7);
    assert_eq!((portfolio.partner.role, portfolio.partner.good_standing), (Role::AdminAgent, Some(true)));
    assert!(portfolio.offers.is_empty() && portfolio.upgrades.is_empty() && portfolio.customers.is_empty());
}
