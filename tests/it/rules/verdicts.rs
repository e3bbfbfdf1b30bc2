//! The verdict alone, as lists and totals ask for it, beside the whole assessment: for made-up portfolios of every kind. What an assessment has to be is told case by case elsewhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Id, Offer, Offers, Portfolio, Role, Service, Services, Status,
    Subscription,
};
use upgrade_desk::rules::{
    Assessment, Conflict, Holdings, Lookup, Outcome, RULE_SETS, Refusal, Setting, Verdict, additional_services, assess,
};

use crate::case::{
    BUSINESS, E1, E3, E5, ESSENTIALS, EXCHANGE_1, EXTRA_STORAGE, MOBILITY_E3, PREMIUM, PRO_PLUS, THREAT_PROTECTION,
    VISIO_1, offers,
};
use crate::given;

/// Asks for both of each subscription, by every rule set; gives back the verdicts that came up.
#[track_caller]
fn check(portfolio: &Portfolio, offers: &Offers) -> BTreeSet<&'static str> {
    let mut verdicts = BTreeSet::new();
    for rules in RULE_SETS {
        let setting = Setting { rules, offers, partner: &portfolio.partner };
        let mut lookup = Lookup::new(setting);
        for customer in &portfolio.customers {
            let (holdings, again) = (Holdings::of(setting, customer), lookup.holdings(customer));
            for (subscription, again) in customer.subscriptions.iter().zip(again.subjects()) {
                let subject = holdings.subject(subscription);
                let assessment = assess(setting, customer, subscription);
                let told = format!("by {}: {subscription:#?}\nof {customer:#?}", rules.id);
                assert_eq!(subject.verdict(), assessment.verdict, "{told}");
                let eligible: Vec<&Id> = assessment.eligible().map(|target| &target.target).collect();
                assert_eq!(subject.eligible(), eligible, "{told}");
                assert_eq!((again.verdict(), again.assess()), (assessment.verdict, assessment.clone()), "{told}");
                check_conflicts(offers, customer, subscription, &assessment);
                verdicts.insert(assessment.verdict.key());
            }
        }
    }
    verdicts
}

/// The services of each conflict are those that the sets of services come to.
#[track_caller]
fn check_conflicts(offers: &Offers, customer: &Customer, subscription: &Subscription, assessment: &Assessment) {
    let offer = |record: &Subscription| record.offer_id.as_ref().and_then(|id| offers.find(id));
    for target in &assessment.targets {
        let added = offer(subscription).zip(offers.find(&target.target));
        let Some(added) = added.and_then(|(source, target)| additional_services(source, target)) else { continue };
        let shared = |record: &&Subscription| -> Services {
            let held = offer(record).and_then(|offer| offer.services.clone()).unwrap_or_default();
            added.intersection(&held).cloned().collect()
        };
        let conflicts: Vec<Conflict> = customer
            .subscriptions
            .iter()
            .filter(|record| !std::ptr::eq(*record, subscription))
            .filter(|record| !matches!(record.status, Status::Deleted | Status::Expired))
            .filter(|record| !matches!(record.status, Status::Unset | Status::Other(_)))
            .filter(|record| !shared(record).is_empty())
            .map(|record| Conflict { subscription: record.id.clone(), services: shared(&record) })
            .collect();
        let told = target.findings.iter().find_map(|finding| match &finding.outcome {
            Outcome::NotMet(Refusal::ConflictingServices { conflicts }) => Some(conflicts.clone()),
            _ => None,
        });
        assert_eq!(told.unwrap_or_default(), conflicts, "{target:#?}\nof {customer:#?}");
    }
}

/// An offer of the table, of those that get in its way, of the portfolio's own alone, or that nobody knows; in either case.
fn offer_id() -> impl Strategy<Value = Id> {
    let known = [
        BUSINESS,
        ESSENTIALS,
        PREMIUM,
        PRO_PLUS,
        E1,
        E3,
        E5,
        EXCHANGE_1,
        MOBILITY_E3,
        VISIO_1,
        EXTRA_STORAGE,
        THREAT_PROTECTION,
        "own",
        "nobody's",
    ];
    // Sources stand first, and come twice as often.
    let known = [&known[..], &known[..3]].concat();
    (prop::sample::select(known), any::<bool>())
        .prop_map(|(id, lower)| if lower { Id::from(id.to_lowercase()) } else { Id::new(id) })
}

fn record_id() -> impl Strategy<Value = Id> {
    (0..6_u8).prop_map(|number| Id::from(format!("record {number}")))
}

prop_compose! {
    fn record()(
        id in record_id(),
        offer_id in option::weighted(0.95, offer_id()),
        status in prop_oneof![6 => Just(Status::Active), 1 => Just(Status::Deleted), 2 => given::status()],
        billing_cycle in prop_oneof![4 => Just(BillingCycle::Annual), 1 => given::billing_cycle()],
        channel in prop_oneof![6 => Just(Channel::ThisPartner), 1 => given::channel()],
        parent_id in option::weighted(0.1, record_id()),
        upgraded_to in option::weighted(0.1, record_id()),
    ) -> Subscription {
        let record = Subscription::new(id, 10);
        Subscription { offer_id, status, billing_cycle, channel, parent_id, upgraded_to, ..record }
    }
}

prop_compose! {
    fn customer()(
        id in given::id(),
        delegated_admin in prop_oneof![4 => Just(DelegatedAdmin::All), 1 => given::delegated_admin()],
        subscriptions in vec(record(), 1..6),
    ) -> Customer {
        Customer { delegated_admin, subscriptions, ..Customer::new(id, "Contoso".to_owned()) }
    }
}

/// More services than a machine word has bits, so that the last ones lie in another; those of the catalogue come before.
fn services() -> impl Strategy<Value = Services> {
    let name = |number: u8| Service::from(format!("SERVICE_{number}"));
    prop_oneof![
        3 => btree_set((0..4_u8).prop_map(name), 0..3),
        1 => btree_set((0..200_u8).prop_map(name), 0..100),
    ]
}

prop_compose! {
    fn own_offer()(
        id in offer_id(),
        cycles in vec(given::billing_cycle(), 0..3),
        add_on in prop::bool::weighted(0.2),
        bases in vec(offer_id(), 0..3),
        family in given::family(),
        services in option::weighted(0.8, services()),
    ) -> Offer {
        let cycles = cycles.into_iter().chain([BillingCycle::Annual]).collect();
        let name = "An offer of our own".to_owned();
        Offer { id, name, minimum: 1, maximum: 300, concurrent_limit: None, cycles, add_on, bases, family, services }
    }
}

prop_compose! {
    /// A portfolio whose records are about the table of upgrades.
    fn portfolio()(
        (role, good_standing) in (
            prop_oneof![4 => Just(Role::AdminAgent), 1 => Just(Role::HelpdeskAgent), 1 => Just(Role::NotKnown)],
            prop_oneof![4 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)],
        ),
        offers in vec(own_offer().prop_map(Arc::new), 0..4),
        customers in vec(customer(), 1..4),
        id in any::<u128>(),
    ) -> Portfolio {
        let mut portfolio = Portfolio::new(uuid::Uuid::from_u128(id));
        (portfolio.partner.role, portfolio.partner.good_standing) = (role, good_standing);
        portfolio.offers = offers;
        portfolio.customers = customers.into_iter().collect();
        portfolio
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn the_verdict_alone_is_that_of_the_whole_assessment(portfolio in portfolio()) {
        check(&portfolio, &Offers::new(Arc::clone(offers().catalog()), &portfolio.offers));
    }

    #[test]
    fn so_it_is_in_a_portfolio_in_which_anything_can_stand(portfolio in given::portfolio()) {
        check(&portfolio, &Offers::new(Arc::clone(offers().catalog()), &portfolio.offers));
    }
}

#[test]
fn so_it_is_in_a_lifelike_portfolio_with_verdicts_of_all_kinds() {
    let offers = offers();
    let verdicts = check(&generate(400, 6, 7, &offers), &offers);
    assert_eq!(verdicts, Verdict::ALL.map(Verdict::key).into_iter().collect());
}
