//! What would help: for every failing combination that has a remedy, carrying the remedies out opens the target, and none is too many.

use upgrade_desk::model::{BillingCycle, Channel, DelegatedAdmin, Family, Id, Role, Status};
use upgrade_desk::rules::{
    AddInstead, ConditionId, PARTNER_CENTER, Remedy, Verdict, WayOut, add_instead, judged_after, nearest, way_out,
};

use crate::case::{
    BUSINESS, CUSTOMER, E3, E5, ESSENTIALS, EXCHANGE_1, EXTRA_STORAGE, FLOW_1, M365_BUSINESS, MOBILITY_E3, PATHS,
    PREMIUM, SOURCE, Situation,
};

fn way(given: &Situation, target: &str) -> WayOut {
    let source = given.customer.subscription(&Id::new(SOURCE)).unwrap();
    way_out(given.setting(&PARTNER_CENTER), &given.customer, source, &given.judge(&PARTNER_CENTER, target))
}

fn verdict_after(given: &Situation, target: &str, remedies: &[Remedy]) -> Verdict {
    let (source, target) = (Id::new(SOURCE), Id::new(target));
    judged_after(given.setting(&PARTNER_CENTER), &given.customer, &source, &target, remedies).unwrap().verdict
}

/// One thing that goes wrong and that somebody can mend.
const MENDABLE: [fn(&mut Situation, &str); 7] = [
    |given, _| given.source().status = Status::Suspended,
    |given, _| given.customer.delegated_admin = DelegatedAdmin::NotGranted,
    |given, _| {
        given.holds("conflict 1", E5).channel = Channel::Direct;
        given.holds("conflict 2", M365_BUSINESS).status = Status::Suspended;
    },
    |given, target| {
        given.holds("held", target);
    },
    |given, _| {
        given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
    },
    |given, _| given.partner.good_standing = Some(false),
    |given, _| given.partner.role = Role::HelpdeskAgent,
];

#[test]
fn the_target_that_needs_least_is_one_of_the_best_verdict() {
    let mut given = Situation::of(BUSINESS);
    given.holds("exchange", EXCHANGE_1);
    given.holds("unset", E3).status = Status::Unset;
    let judged = given.assess(&PARTNER_CENTER);
    assert_eq!(judged.verdict, Verdict::NotKnown);
    let source = given.customer.subscription(&Id::new(SOURCE)).unwrap();
    assert_eq!(nearest(&given.customer, source, &judged).unwrap().verdict, Verdict::NotKnown);
}

/// How a situation is spoiled, and which condition that closes the target by.
type Closing = (ConditionId, fn(&mut Situation));

/// One thing that goes wrong and that nobody can mend.
const CLOSED: [Closing; 8] = [
    (ConditionId::Active, |given| given.source().status = Status::Deleted),
    (ConditionId::Active, |given| given.source().status = Status::Expired),
    (ConditionId::Active, |given| given.source().status = Status::Disabled),
    (ConditionId::Active, |given| given.source().status = Status::Pending),
    (ConditionId::BillingCycle, |given| given.source().billing_cycle = BillingCycle::Triennial),
    (ConditionId::BillingCycle, |given| given.source().billing_cycle = BillingCycle::OneTime),
    (ConditionId::OriginalReseller, |given| given.source().channel = Channel::Direct),
    (ConditionId::OriginalReseller, |given| {
        given.source().channel = Channel::OtherReseller("Wingtip Toys".to_owned());
    }),
];

fn mendable(source: &str, target: &str, which: usize) -> Situation {
    let mut given = Situation::of(source);
    for (at, spoil) in MENDABLE.iter().enumerate() {
        if which & (1 << at) != 0 {
            spoil(&mut given, target);
        }
    }
    given
}

#[test]
fn carrying_the_remedies_out_opens_the_target_and_none_of_them_is_needless() {
    for (source, target) in PATHS {
        for which in 0..1 << MENDABLE.len() {
            let given = mendable(source, target, which);
            let way = way(&given, target);
            assert_eq!(way.closed_by, [], "{source} {target} {which:b}");
            assert_eq!(way.then, Verdict::Eligible, "{source} {target} {which:b}: {way:?}");
            assert_eq!(verdict_after(&given, target, &way.remedies), Verdict::Eligible);
            for at in 0..way.remedies.len() {
                let mut fewer = way.remedies.clone();
                fewer.remove(at);
                assert_ne!(verdict_after(&given, target, &fewer), Verdict::Eligible, "{way:?}");
            }
        }
    }
}

#[test]
fn what_nothing_helps_is_closed_and_said() {
    for (source, target) in PATHS {
        for (condition, spoil) in CLOSED {
            for which in [0, 2, 127] {
                let mut given = mendable(source, target, which);
                spoil(&mut given);
                let way = way(&given, target);
                assert!(way.closed_by.contains(&condition), "{source} {target} {way:?}");
                assert_eq!((way.remedies.as_slice(), way.then), (&[][..], Verdict::NotEligible));
            }
        }
    }
}

#[test]
fn an_open_target_needs_no_remedy_and_a_question_is_none() {
    let mut given = Situation::of(PREMIUM);
    assert_eq!(way(&given, E3), WayOut { remedies: Vec::new(), then: Verdict::Eligible, closed_by: Vec::new() });
    given.holds("flow", FLOW_1);
    assert_eq!(way(&given, E3), WayOut { remedies: Vec::new(), then: Verdict::NotKnown, closed_by: Vec::new() });
    given.source().status = Status::Suspended;
    let reactivate = Remedy::Reactivate { subscription: Id::new(SOURCE) };
    assert_eq!(way(&given, E3), WayOut { remedies: vec![reactivate], then: Verdict::NotKnown, closed_by: Vec::new() });
}

#[test]
fn each_record_is_named_once_and_cancelled_where_it_was_bought() {
    let mut given = Situation::of(PREMIUM);
    given.customer.delegated_admin = DelegatedAdmin::Families(vec![Family::Azure]);
    given.holds("held", E3).channel = Channel::OtherReseller("Wingtip Toys".to_owned());
    given.holds("add-on", MOBILITY_E3).parent_id = Some(Id::new(SOURCE));
    let remedies = way(&given, E3).remedies;
    assert_eq!(
        remedies,
        [
            Remedy::AskForDelegatedAdmin { customer: Id::new(CUSTOMER), family: Some(Family::Office365) },
            Remedy::CancelSubscription {
                subscription: Id::new("held"),
                channel: Channel::OtherReseller("Wingtip Toys".to_owned()),
            },
            Remedy::CancelAddOn { subscription: Id::new("add-on") },
        ]
    );
}

#[test]
fn cancelling_a_base_that_conflicts_makes_cancelling_its_add_on_needless() {
    for base_first in [true, false] {
        let mut given = Situation::of(PREMIUM);
        let order = if base_first { ["base", "add-on"] } else { ["add-on", "base"] };
        for id in order {
            given.holds(id, if id == "base" { E5 } else { MOBILITY_E3 }).channel = Channel::Direct;
        }
        given.record("add-on").parent_id = Some(Id::new("base"));
        let cancel = Remedy::CancelSubscription { subscription: Id::new("base"), channel: Channel::Direct };
        let expected = WayOut { remedies: vec![cancel], then: Verdict::Eligible, closed_by: Vec::new() };
        assert_eq!(way(&given, E3), expected, "base first: {base_first}");
    }
}

#[test]
fn licenses_can_be_added_to_a_held_target_that_is_active() {
    let mut given = Situation::of(ESSENTIALS);
    given.source().quantity = 25;
    given.holds("held", PREMIUM);
    given.holds("suspended", PREMIUM).status = Status::Suspended;
    given.holds("exchange", EXCHANGE_1);
    let source = given.customer.subscription(&Id::new(SOURCE)).unwrap();
    let offered = add_instead(&given.customer, source, &Id::new(PREMIUM));
    assert_eq!(offered, [AddInstead { subscription: Id::new("held"), licenses: 25 }]);
    assert_eq!(add_instead(&given.customer, source, &Id::new(BUSINESS)), []);
}
