//! Planning and recording an upgrade, its refusals, and the real id that comes later.

use chrono::{DateTime, NaiveDate, Utc};
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Id, Status, Subscription, Task, TaskId, Upgrade,
};
use upgrade_desk::rules::{
    ConditionId, PAGE, PARTNER_CENTER, Plan, PlanRefusal, QuantityRefusal, RealIdRefusal, Stamp, Verdict, Wish, plan,
    with_real_id, with_real_source,
};

use crate::case::{BUSINESS, CUSTOMER, E1, E3, EXTRA_STORAGE, PATHS, PREMIUM, SOURCE, Situation, VISIO_1};

fn at() -> DateTime<Utc> {
    "2026-11-22T23:59:59Z".parse().unwrap()
}

fn wish(target: &str, licenses: i64) -> Wish {
    Wish { subscription: Id::new(SOURCE), target: Id::new(target), licenses, comment: "as agreed".to_owned() }
}

fn plan_for(given: &Situation, wish: &Wish) -> Result<Plan, PlanRefusal> {
    plan(given.setting(&PARTNER_CENTER), &given.customer, wish, &Stamp { at: at(), new_id: Id::new("new") })
}

fn recorded(given: &Situation, wish: &Wish) -> (Customer, Upgrade) {
    plan_for(given, wish).unwrap().into_parts()
}

#[test]
fn the_new_subscription_takes_over_what_moves_and_leaves_open_what_is_not_known() {
    let mut given = Situation::of(BUSINESS);
    let source = given.source();
    source.friendly_name = "Front office".to_owned();
    source.billing_cycle = BillingCycle::Monthly;
    source.auto_renew = Some(false);
    source.assigned = Some(5);
    source.trial = Some(false);
    source.created = NaiveDate::from_ymd_opt(2025, 1, 2);
    source.commitment_end = NaiveDate::from_ymd_opt(2026, 1, 2);
    let (after, _) = recorded(&given, &wish(PREMIUM, 7));

    let mut expected = Subscription::new(Id::new("new"), 7);
    expected.offer_id = Some(Id::new(PREMIUM));
    expected.offer_name = "Office 365 Business Premium".into();
    expected.friendly_name = "Front office".to_owned();
    expected.status = Status::Active;
    expected.billing_cycle = BillingCycle::Monthly;
    expected.channel = Channel::ThisPartner;
    expected.auto_renew = Some(false);
    expected.created = NaiveDate::from_ymd_opt(2026, 11, 22);
    assert_eq!(after.subscription(&Id::new("new")), Some(&expected));
}

#[test]
fn the_source_is_closed_and_linked_and_everything_else_stays_as_it_is() {
    let mut given = Situation::of(BUSINESS);
    given.holds("visio", VISIO_1);
    let (after, _) = recorded(&given, &wish(PREMIUM, 10));
    let mut expected = given.customer.clone();
    expected.subscriptions[0].status = Status::Deleted;
    expected.subscriptions[0].upgraded_to = Some(Id::new("new"));
    let new = after.subscriptions[1].clone();
    assert_eq!(new.id, Id::new("new"));
    expected.subscriptions.insert(1, new);
    assert_eq!(after, expected);
}

#[test]
fn the_record_says_what_was_asked_by_which_rules_and_what_is_left_to_do() {
    let given = Situation::of(BUSINESS);
    let (_, upgrade) = recorded(&given, &wish(&E3.to_lowercase(), 12));
    let expected = Upgrade {
        customer: Id::new(CUSTOMER),
        source: Id::new(SOURCE),
        target: Id::new("new"),
        provisional: true,
        from_offer: Id::new(BUSINESS),
        to_offer: Id::new(E3),
        licenses: 12,
        at: at(),
        comment: "as agreed".to_owned(),
        rules: "partner-center".to_owned(),
        tasks: TaskId::ALL.map(|id| Task { id, done: false }).to_vec(),
    };
    assert_eq!(upgrade, expected);
    assert_eq!(upgrade.open_tasks(), 6);
    assert_eq!(upgrade.to_offer.as_str(), E3, "the catalogue's own spelling is recorded");
}

#[test]
fn every_open_path_can_be_recorded_and_is_closed_afterwards() {
    for (source, target) in PATHS {
        let given = Situation::of(source);
        let (after, _) = recorded(&given, &wish(target, 10));
        let again = Situation { customer: after, ..given };
        assert_eq!(again.judge(&PARTNER_CENTER, target).verdict, Verdict::NotEligible);
        assert!(matches!(plan_for(&again, &wish(target, 10)), Err(PlanRefusal::Conditions(_))));
    }
}

#[test]
fn a_failed_condition_and_one_that_is_not_known_both_refuse_with_the_whole_ledger() {
    let mut given = Situation::of(BUSINESS);
    given.source().status = Status::Suspended;
    given.customer.delegated_admin = DelegatedAdmin::NotKnown;
    let before = given.customer.clone();
    let Err(PlanRefusal::Conditions(judged)) = plan_for(&given, &wish(PREMIUM, 10)) else { panic!("planned") };
    assert_eq!(*judged, given.judge(&PARTNER_CENTER, PREMIUM));
    assert_eq!(given.customer, before);

    let mut given = Situation::of(BUSINESS);
    given.customer.delegated_admin = DelegatedAdmin::NotKnown;
    let Err(PlanRefusal::Conditions(judged)) = plan_for(&given, &wish(PREMIUM, 10)) else { panic!("planned") };
    assert_eq!(judged.verdict, Verdict::NotKnown);
}

#[test]
fn a_target_off_the_path_is_refused() {
    let Err(PlanRefusal::Conditions(judged)) = plan_for(&Situation::of(BUSINESS), &wish(E1, 10)) else {
        panic!("planned")
    };
    assert_eq!(judged.first_reason().map(|finding| finding.condition), Some(ConditionId::UpgradePath));
}

#[test]
fn the_number_of_licenses_is_checked_against_the_target_and_the_assigned() {
    let mut given = Situation::of(BUSINESS);
    given.source().quantity = 300;
    given.source().assigned = Some(200);
    let refusal = |licenses: i64| plan_for(&given, &wish(PREMIUM, licenses)).err();
    assert_eq!(refusal(200), None);
    assert_eq!(refusal(300), None);
    let above = QuantityRefusal::AboveMaximum { asked: 301, maximum: 300 };
    assert_eq!(refusal(301), Some(PlanRefusal::Quantity(above)));
    let below = QuantityRefusal::BelowAssigned { asked: 199, assigned: 200 };
    assert_eq!(refusal(199), Some(PlanRefusal::Quantity(below)));
    assert_eq!(plan_for(&given, &wish(E3, 301)).err(), None);
}

#[test]
fn an_unknown_subscription_and_a_taken_id_are_refused() {
    let mut given = Situation::of(BUSINESS);
    let mut other = wish(PREMIUM, 10);
    other.subscription = Id::new("nowhere");
    let missing = PlanRefusal::NoSuchSubscription { subscription: Id::new("nowhere") };
    assert_eq!(plan_for(&given, &other).err(), Some(missing));
    given.holds("NEW", VISIO_1);
    assert_eq!(plan_for(&given, &wish(PREMIUM, 10)).err(), Some(PlanRefusal::IdTaken { id: Id::new("new") }));
}

#[test]
fn the_rule_set_in_force_decides() {
    let mut given = Situation::of(PREMIUM);
    given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
    assert!(plan_for(&given, &wish(E3, 10)).is_err());
    let stamp = Stamp { at: at(), new_id: Id::new("new") };
    let planned = plan(given.setting(&PAGE), &given.customer, &wish(E3, 10), &stamp).unwrap();
    assert_eq!(planned.upgrade().rules, "page");
}

#[test]
fn partner_centers_own_id_takes_the_made_up_ones_place_everywhere() {
    let given = Situation::of(BUSINESS);
    let (mut after, upgrade) = recorded(&given, &wish(PREMIUM, 10));
    let mut add_on = Subscription::new(Id::new("later"), 1);
    add_on.parent_id = Some(Id::new("NEW"));
    after.subscriptions.push(add_on);
    let (customer, upgrade) = with_real_id(&after, &upgrade, &Id::new("real")).unwrap();
    assert!(customer.subscription(&Id::new("new")).is_none());
    assert_eq!(customer.subscription(&Id::new(SOURCE)).unwrap().upgraded_to, Some(Id::new("real")));
    assert_eq!(customer.subscription(&Id::new("later")).unwrap().parent_id, Some(Id::new("real")));
    assert_eq!((&upgrade.target, upgrade.provisional, upgrade.open_tasks()), (&Id::new("real"), false, 5));
    assert_eq!(with_real_id(&customer, &upgrade, &Id::new("other")), Err(RealIdRefusal::NotProvisional));
}

#[test]
fn an_empty_or_taken_real_id_is_refused() {
    let given = Situation::of(BUSINESS);
    let (after, upgrade) = recorded(&given, &wish(PREMIUM, 10));
    assert_eq!(with_real_id(&after, &upgrade, &Id::new("  ")), Err(RealIdRefusal::Empty));
    let taken = RealIdRefusal::Taken { id: Id::new(SOURCE) };
    assert_eq!(with_real_id(&after, &upgrade, &Id::new(SOURCE)), Err(taken));
}

#[test]
fn a_later_upgrade_of_the_new_subscription_follows_its_real_id() {
    let given = Situation::of(BUSINESS);
    let (after, first) = recorded(&given, &wish(PREMIUM, 10));
    let later_wish = Wish { subscription: Id::new("new"), ..wish(E3, 10) };
    let stamp = Stamp { at: at(), new_id: Id::new("newer") };
    let second = plan(given.setting(&PARTNER_CENTER), &after, &later_wish, &stamp).unwrap();
    let (after, second) = second.into_parts();
    let real = Id::new("real");
    let (customer, entered) = with_real_id(&after, &first, &real).unwrap();
    let followed = with_real_source(&second, &first, &real).unwrap();
    assert_eq!(followed, Upgrade { source: real.clone(), ..second.clone() });
    assert!(customer.subscription(&followed.source).is_some());
    assert_eq!(with_real_source(&entered, &first, &real), None);
    let elsewhere = Upgrade { customer: Id::new("another"), ..second };
    assert_eq!(with_real_source(&elsewhere, &first, &real), None);
}
