//! How doubtful cases are read: three values, ids in any case, services not known, and the best of several targets.

use upgrade_desk::model::{Channel, Id, Status};
use upgrade_desk::rules::{
    ConditionId, Held, NoPathReason, Outcome, PAGE, PARTNER_CENTER, Question, Unclear, Verdict, held, nearest,
};

use crate::case::{
    BUSINESS, E1, E3, E5, ESSENTIALS, EXCHANGE_1, EXTRA_STORAGE, FLOW_1, MOBILITY_E3, PREMIUM, PRO_PLUS, SOURCE,
    Situation, VISIO_1, asks, check, fails, record,
};

#[test]
fn status_alone_decides_what_is_held() {
    let of = |status: Status| {
        let mut record = record("a", VISIO_1);
        record.status = status;
        held(&record)
    };
    for status in [Status::Active, Status::Suspended, Status::Pending, Status::Disabled] {
        assert_eq!(of(status), Held::Yes);
    }
    for status in [Status::Deleted, Status::Expired] {
        assert_eq!(of(status), Held::No);
    }
    for status in [Status::Unset, Status::Other("active-ish".to_owned())] {
        assert_eq!(of(status), Held::NotKnown);
    }
}

#[test]
fn essentials_to_e1_adds_nothing_so_nothing_conflicts() {
    let mut given = Situation::of(ESSENTIALS);
    given.holds("e5", E5);
    given.holds("exchange", EXCHANGE_1);
    given.holds("not known", FLOW_1);
    check(&given, E1, &[]);
}

#[test]
fn a_suspended_subscription_of_the_target_still_counts_as_held() {
    let mut given = Situation::of(PREMIUM);
    given.holds("held", E3).status = Status::Suspended;
    check(
        &given,
        E3,
        &[fails(ConditionId::TargetNotHeld, &["held"]), fails(ConditionId::NoConflictingServices, &["held"])],
    );
}

#[test]
fn trials_and_add_ons_of_other_bases_count_as_holdings() {
    let mut given = Situation::of(PREMIUM);
    given.holds("trial", E5).trial = Some(true);
    given.holds("add-on", MOBILITY_E3).parent_id = Some(Id::new("trial"));
    check(&given, E3, &[fails(ConditionId::NoConflictingServices, &["trial", "add-on"])]);
}

#[test]
fn a_failing_record_outweighs_one_that_is_not_known() {
    let mut given = Situation::of(PREMIUM);
    given.holds("no offer", VISIO_1).offer_id = None;
    given.holds("held", E3);
    check(
        &given,
        E3,
        &[fails(ConditionId::TargetNotHeld, &["held"]), fails(ConditionId::NoConflictingServices, &["held"])],
    );
}

#[test]
fn a_second_subscription_of_the_sources_offer_conflicts_with_nothing() {
    let mut given = Situation::of(BUSINESS);
    given.holds("second", BUSINESS);
    for target in [PREMIUM, PRO_PLUS, E3] {
        check(&given, target, &[]);
    }
}

#[test]
fn an_upgraded_source_no_longer_counts() {
    let mut given = Situation::of(ESSENTIALS);
    let old = given.holds("old", PREMIUM);
    old.status = Status::Deleted;
    old.upgraded_to = Some(Id::new("newer"));
    check(&given, PREMIUM, &[]);
}

#[test]
fn ids_are_compared_without_regard_to_case() {
    let mut given = Situation::of(&ESSENTIALS.to_lowercase());
    given.holds("held", &E1.to_lowercase());
    check(&given, E1, &[fails(ConditionId::TargetNotHeld, &["held"])]);
    check(&given, &E1.to_lowercase(), &[fails(ConditionId::TargetNotHeld, &["held"])]);
}

#[test]
fn where_the_targets_services_are_not_known_a_record_with_services_asks() {
    let mut given = Situation::of(PREMIUM);
    given.own_offer(E3, |offer| offer.services = None);
    given.holds("exchange", EXCHANGE_1);
    given.holds("visio", VISIO_1);
    check(&given, E3, &[asks(ConditionId::NoConflictingServices, &["exchange"])]);
    let judged = given.judge(&PARTNER_CENTER, E3);
    let outcome = &judged.finding(ConditionId::NoConflictingServices).unwrap().outcome;
    let Outcome::NotKnown(Question::Conflicts { records, offers }) = outcome else { panic!("{outcome:?}") };
    assert_eq!(records[0].why, Unclear::Compared);
    assert_eq!(offers, &[Id::new(E3)]);
}

#[test]
fn where_the_sources_services_are_not_known_a_record_asks_only_if_the_target_holds_its_services() {
    let mut given = Situation::of(ESSENTIALS);
    given.own_offer(ESSENTIALS, |offer| offer.services = None);
    given.holds("exchange", EXCHANGE_1);
    given.holds("mobility", MOBILITY_E3);
    check(&given, E1, &[asks(ConditionId::NoConflictingServices, &["exchange"])]);
}

#[test]
fn an_own_offer_with_services_settles_the_question() {
    let mut given = Situation::of(PREMIUM);
    given.holds("flow", FLOW_1);
    check(&given, E3, &[asks(ConditionId::NoConflictingServices, &["flow"])]);
    given.own_offer(FLOW_1, |offer| offer.services = Some(std::collections::BTreeSet::new()));
    check(&given, E3, &[]);
    given.own_offer(FLOW_1, |offer| offer.services = Some(["RMS_S_ENTERPRISE".into()].into()));
    check(&given, E3, &[fails(ConditionId::NoConflictingServices, &["flow"])]);
}

#[test]
fn a_subscription_takes_the_best_of_its_targets_verdicts() {
    let mut given = Situation::of(BUSINESS);
    given.holds("mobility", MOBILITY_E3);
    let verdicts = |given: &Situation| {
        let assessment = given.assess(&PARTNER_CENTER);
        let targets: Vec<Verdict> = assessment.targets.iter().map(|target| target.verdict).collect();
        (assessment.verdict, targets)
    };
    assert_eq!(verdicts(&given), (Verdict::Eligible, vec![Verdict::Eligible, Verdict::Eligible, Verdict::NotEligible]));
    given.holds("flow", FLOW_1);
    assert_eq!(verdicts(&given), (Verdict::NotKnown, vec![Verdict::NotKnown, Verdict::NotKnown, Verdict::NotEligible]));
    given.source().status = Status::Deleted;
    assert_eq!(verdicts(&given), (Verdict::NotEligible, vec![Verdict::NotEligible; 3]));
}

#[test]
fn targets_stand_in_the_tables_order() {
    let targets = |offer: &str| -> Vec<String> {
        let assessment = Situation::of(offer).assess(&PAGE);
        assessment.targets.iter().map(|target| target.target.to_string()).collect()
    };
    assert_eq!(targets(BUSINESS), [PREMIUM, PRO_PLUS, E3]);
    assert_eq!(targets(PREMIUM), [E3]);
    assert_eq!(targets(ESSENTIALS), [PREMIUM, E1, E3]);
}

#[test]
fn add_ons_unrecorded_offers_and_unknown_offers_have_no_path() {
    let mut given = Situation::of(BUSINESS);
    given.source().parent_id = Some(Id::new("base"));
    let assessment = given.assess(&PARTNER_CENTER);
    assert_eq!(assessment.no_path, Some(NoPathReason::AddOn { parent: Id::new("base") }));
    assert_eq!(assessment.verdict, Verdict::NoPath);
    check(&given, PREMIUM, &[fails(ConditionId::UpgradePath, &[])]);

    let mut given = Situation::of(BUSINESS);
    given.source().offer_id = None;
    assert_eq!(given.assess(&PARTNER_CENTER).no_path, Some(NoPathReason::OfferNotRecorded));

    let given = Situation::of("an offer that no catalogue has");
    let offer = Id::new("an offer that no catalogue has");
    assert_eq!(given.assess(&PARTNER_CENTER).no_path, Some(NoPathReason::OfferNotInCatalog { offer }));
}

#[test]
fn the_page_alone_asks_neither_for_add_ons_nor_for_who_sold_it() {
    let mut given = Situation::of(PREMIUM);
    given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
    given.source().channel = Channel::Direct;
    assert_eq!(given.judge(&PAGE, E3).verdict, Verdict::Eligible);
    assert_eq!(given.judge(&PARTNER_CENTER, E3).verdict, Verdict::NotEligible);
}

#[test]
fn the_first_reason_is_the_first_failure_and_only_then_a_question() {
    let mut given = Situation::of(PREMIUM);
    given.customer.delegated_admin = upgrade_desk::model::DelegatedAdmin::NotKnown;
    let first = |given: &Situation| given.judge(&PARTNER_CENTER, E3).first_reason().map(|finding| finding.condition);
    assert_eq!(first(&given), Some(ConditionId::DelegatedAdmin));
    given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
    assert_eq!(first(&given), Some(ConditionId::NoAddOns));
    assert_eq!(first(&Situation::of(PREMIUM)), None);
}

#[test]
fn the_nearest_target_needs_least_and_ties_follow_the_table() {
    let near = |given: &Situation| {
        let assessment = given.assess(&PARTNER_CENTER);
        let source = given.customer.subscription(&Id::new(SOURCE)).unwrap().clone();
        nearest(&given.customer, &source, &assessment).map(|target| target.target.to_string())
    };
    let mut given = Situation::of(BUSINESS);
    assert_eq!(near(&given).as_deref(), Some(PREMIUM));
    given.holds("exchange", EXCHANGE_1);
    assert_eq!(near(&given).as_deref(), Some(PRO_PLUS));
    given.holds("e5", E5);
    assert_eq!(near(&given).as_deref(), Some(PRO_PLUS));
}

#[test]
fn a_second_record_of_the_same_id_is_another_record() {
    let mut given = Situation::of(ESSENTIALS);
    given.customer.subscriptions.push(record(&SOURCE.to_uppercase(), E3));
    let judged = given.judge(&PARTNER_CENTER, E3);
    assert_eq!(judged.verdict, Verdict::NotEligible);
}
