//! The whole grid: every path, each condition in each outcome that it can have, by both rule sets, with evidence.

use upgrade_desk::model::{BillingCycle, Channel, DelegatedAdmin, Family, Id, Role, Status};
use upgrade_desk::rules::{ConditionId, NoPathReason, PARTNER_CENTER, Verdict};

use crate::case::{
    BUSINESS, CUSTOMER, E1, E3, E5, ESSENTIALS, EXTRA_STORAGE, Expected, FLOW_1, M365_BUSINESS, PATHS, PREMIUM,
    PRO_PLUS, SOURCE, Situation, VISIO_1, asks, check, fails,
};

/// One row of the grid for every path: what is so, and what then does not pass.
#[track_caller]
fn on_every_path(arrange: impl Fn(&mut Situation), expected: &[Expected]) {
    for (source, target) in PATHS {
        let mut situation = Situation::of(source);
        arrange(&mut situation);
        check(&situation, target, expected);
    }
}

/// Whether a path adds services at all: only Essentials → E1 does not.
fn adds(path: (&str, &str)) -> bool {
    path != (ESSENTIALS, E1)
}

/// An offer that is not the target and holds a service which the path adds.
fn conflicting(path: (&str, &str)) -> &'static str {
    match path {
        (BUSINESS, PREMIUM) => crate::case::EXCHANGE_1,
        (ESSENTIALS, PREMIUM) => M365_BUSINESS,
        _ => E5,
    }
}

#[test]
fn every_path_is_open_where_nothing_speaks_against_it() {
    on_every_path(|_| {}, &[]);
}

#[test]
fn a_subscription_with_a_known_status_other_than_active_fails() {
    for status in [Status::Suspended, Status::Deleted, Status::Expired, Status::Disabled] {
        on_every_path(|given| given.source().status = status.clone(), &[fails(ConditionId::Active, &[SOURCE])]);
    }
}

#[test]
fn a_pending_subscription_is_neither_active_nor_provisioned() {
    on_every_path(
        |given| given.source().status = Status::Pending,
        &[fails(ConditionId::Active, &[SOURCE]), fails(ConditionId::Provisioned, &[SOURCE])],
    );
}

#[test]
fn a_status_that_is_unset_or_unknown_never_reads_as_active_or_provisioned() {
    for status in [Status::Unset, Status::Other("hibernating".to_owned())] {
        on_every_path(
            |given| given.source().status = status.clone(),
            &[asks(ConditionId::Active, &[SOURCE]), asks(ConditionId::Provisioned, &[SOURCE])],
        );
    }
}

#[test]
fn delegated_admin_counts_for_the_family_of_the_source_offer() {
    for granted in [
        DelegatedAdmin::All,
        DelegatedAdmin::Families(vec![Family::Office365]),
        DelegatedAdmin::Families(vec![Family::Azure, Family::Office365]),
    ] {
        on_every_path(|given| given.customer.delegated_admin = granted.clone(), &[]);
    }
    for lacking in [
        DelegatedAdmin::NotGranted,
        DelegatedAdmin::Families(Vec::new()),
        DelegatedAdmin::Families(vec![Family::Azure, Family::Dynamics365, Family::Other]),
    ] {
        on_every_path(
            |given| given.customer.delegated_admin = lacking.clone(),
            &[fails(ConditionId::DelegatedAdmin, &[CUSTOMER])],
        );
    }
    on_every_path(
        |given| given.customer.delegated_admin = DelegatedAdmin::NotKnown,
        &[asks(ConditionId::DelegatedAdmin, &[CUSTOMER])],
    );
}

#[test]
fn another_record_with_an_additional_service_conflicts_unless_nothing_is_added() {
    for path in PATHS {
        let mut given = Situation::of(path.0);
        given.holds("other", conflicting(path));
        let expected = [fails(ConditionId::NoConflictingServices, &["other"])];
        check(&given, path.1, if adds(path) { &expected } else { &[] });
    }
}

#[test]
fn every_conflicting_record_is_named_and_no_other() {
    for path in PATHS.into_iter().filter(|path| adds(*path)) {
        let mut given = Situation::of(path.0);
        given.holds("first", conflicting(path));
        given.holds("harmless", VISIO_1);
        given.holds("second", conflicting(path)).status = Status::Suspended;
        given.holds("not known", FLOW_1);
        check(&given, path.1, &[fails(ConditionId::NoConflictingServices, &["first", "second"])]);
    }
}

#[test]
fn a_held_record_whose_services_are_not_known_asks_unless_nothing_is_added() {
    for path in PATHS {
        for offer in [FLOW_1, "an offer that no catalogue has"] {
            let mut given = Situation::of(path.0);
            given.holds("other", offer);
            let expected = [asks(ConditionId::NoConflictingServices, &["other"])];
            check(&given, path.1, if adds(path) { &expected } else { &[] });
        }
    }
}

#[test]
fn a_record_that_may_be_held_asks_where_it_would_conflict() {
    for path in PATHS.into_iter().filter(|path| adds(*path)) {
        for status in [Status::Unset, Status::Other("hibernating".to_owned())] {
            let mut given = Situation::of(path.0);
            given.holds("other", conflicting(path)).status = status.clone();
            given.holds("harmless", VISIO_1).status = status;
            check(&given, path.1, &[asks(ConditionId::NoConflictingServices, &["other"])]);
        }
    }
}

#[test]
fn a_held_target_fails_both_conditions_but_only_one_where_nothing_is_added() {
    for path in PATHS {
        for status in [Status::Active, Status::Suspended, Status::Pending, Status::Disabled] {
            let mut given = Situation::of(path.0);
            given.holds("held", path.1).status = status;
            let both =
                [fails(ConditionId::TargetNotHeld, &["held"]), fails(ConditionId::NoConflictingServices, &["held"])];
            check(&given, path.1, if adds(path) { &both } else { &both[..1] });
        }
    }
}

#[test]
fn a_target_that_may_be_held_asks() {
    for path in PATHS {
        for status in [Status::Unset, Status::Other("hibernating".to_owned())] {
            let mut given = Situation::of(path.0);
            given.holds("held", path.1).status = status;
            let both =
                [asks(ConditionId::TargetNotHeld, &["held"]), asks(ConditionId::NoConflictingServices, &["held"])];
            check(&given, path.1, if adds(path) { &both } else { &both[..1] });
        }
    }
}

#[test]
fn what_is_deleted_or_expired_is_no_longer_held() {
    for path in PATHS {
        for status in [Status::Deleted, Status::Expired] {
            let mut given = Situation::of(path.0);
            for (id, offer) in [("target", path.1), ("conflict", conflicting(path)), ("not known", FLOW_1)] {
                given.holds(id, offer).status = status.clone();
            }
            given.holds("no offer", VISIO_1).offer_id = None;
            given.record("no offer").status = status.clone();
            given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
            given.record("add-on").status = status.clone();
            given.holds("add-on without parent", EXTRA_STORAGE).status = status;
            check(&given, path.1, &[]);
        }
    }
}

#[test]
fn a_held_record_without_an_offer_id_asks() {
    for path in PATHS {
        for status in [Status::Active, Status::Suspended, Status::Unset] {
            let mut given = Situation::of(path.0);
            given.holds("other", VISIO_1).offer_id = None;
            given.record("other").status = status;
            let both =
                [asks(ConditionId::TargetNotHeld, &["other"]), asks(ConditionId::NoConflictingServices, &["other"])];
            check(&given, path.1, if adds(path) { &both } else { &both[..1] });
        }
    }
}

#[test]
fn another_channels_holdings_count_like_your_own() {
    let channels = [Channel::ThisPartner, Channel::OtherReseller("Wingtip Toys".to_owned()), Channel::Direct];
    for path in PATHS {
        for channel in channels.iter().cloned().chain([Channel::NotKnown]) {
            let mut given = Situation::of(path.0);
            given.holds("held", path.1).channel = channel;
            let both =
                [fails(ConditionId::TargetNotHeld, &["held"]), fails(ConditionId::NoConflictingServices, &["held"])];
            check(&given, path.1, if adds(path) { &both } else { &both[..1] });
        }
    }
}

#[test]
fn an_add_on_of_the_source_that_is_still_held_fails() {
    for status in [Status::Active, Status::Suspended, Status::Pending, Status::Disabled] {
        on_every_path(
            |given| {
                given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new("SOURCE"));
                given.record("add-on").status = status.clone();
            },
            &[fails(ConditionId::NoAddOns, &["add-on"])],
        );
    }
}

#[test]
fn an_add_on_of_the_source_that_may_be_held_asks() {
    for status in [Status::Unset, Status::Other("hibernating".to_owned())] {
        on_every_path(
            |given| {
                given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
                given.record("add-on").status = status.clone();
            },
            &[asks(ConditionId::NoAddOns, &["add-on"])],
        );
    }
}

#[test]
fn an_add_on_without_a_parent_asks_where_it_can_belong_to_the_source() {
    on_every_path(
        |given| {
            given.holds("add-on", EXTRA_STORAGE);
        },
        &[asks(ConditionId::NoAddOns, &["add-on"])],
    );
    for path in PATHS {
        let mut given = Situation::of(path.0);
        given.holds("add-on", crate::case::THREAT_PROTECTION);
        let expected = [asks(ConditionId::NoAddOns, &["add-on"])];
        check(&given, path.1, if path.0 == BUSINESS { &[] } else { &expected });
    }
}

#[test]
fn an_add_on_of_another_base_is_no_add_on_of_the_source() {
    on_every_path(
        |given| {
            given.holds("base", VISIO_1);
            given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new("base"));
        },
        &[],
    );
}

#[test]
fn a_failing_add_on_outweighs_one_that_is_not_known() {
    on_every_path(
        |given| {
            given.holds("not known", EXTRA_STORAGE);
            given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
        },
        &[fails(ConditionId::NoAddOns, &["add-on"])],
    );
}

#[test]
fn monthly_and_annual_go_everywhere_and_longer_or_single_terms_nowhere() {
    for cycle in [BillingCycle::Monthly, BillingCycle::Annual] {
        on_every_path(|given| given.source().billing_cycle = cycle.clone(), &[]);
    }
    for cycle in [BillingCycle::OneTime, BillingCycle::Triennial, BillingCycle::Biennial] {
        on_every_path(
            |given| given.source().billing_cycle = cycle.clone(),
            &[fails(ConditionId::BillingCycle, &[SOURCE])],
        );
    }
    for cycle in [BillingCycle::Unset, BillingCycle::Other("quarterly".to_owned())] {
        on_every_path(
            |given| given.source().billing_cycle = cycle.clone(),
            &[asks(ConditionId::BillingCycle, &[SOURCE])],
        );
    }
}

#[test]
fn only_who_sold_the_subscription_upgrades_it() {
    for channel in [Channel::OtherReseller("Wingtip Toys".to_owned()), Channel::Direct] {
        on_every_path(
            |given| given.source().channel = channel.clone(),
            &[fails(ConditionId::OriginalReseller, &[SOURCE])],
        );
    }
    on_every_path(
        |given| given.source().channel = Channel::NotKnown,
        &[asks(ConditionId::OriginalReseller, &[SOURCE])],
    );
}

#[test]
fn the_account_has_to_be_paid_up() {
    on_every_path(|given| given.partner.good_standing = Some(false), &[fails(ConditionId::PartnerInGoodStanding, &[])]);
    on_every_path(|given| given.partner.good_standing = None, &[asks(ConditionId::PartnerInGoodStanding, &[])]);
}

#[test]
fn the_help_desk_manages_no_subscriptions() {
    for role in [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent] {
        on_every_path(|given| given.partner.role = role, &[]);
    }
    on_every_path(|given| given.partner.role = Role::HelpdeskAgent, &[fails(ConditionId::Role, &[])]);
    on_every_path(|given| given.partner.role = Role::NotKnown, &[asks(ConditionId::Role, &[])]);
}

#[test]
fn an_offer_that_is_no_target_of_the_source_fails_the_path() {
    for (source, target) in [(BUSINESS, E1), (PREMIUM, PRO_PLUS), (PREMIUM, BUSINESS), (ESSENTIALS, PRO_PLUS)] {
        check(&Situation::of(source), target, &[fails(ConditionId::UpgradePath, &[])]);
    }
}

#[test]
fn an_offer_without_targets_fails_the_path_and_has_no_verdict() {
    for source in [PRO_PLUS, E1, E3, VISIO_1] {
        let given = Situation::of(source);
        check(&given, E5, &[fails(ConditionId::UpgradePath, &[])]);
        let assessment = given.assess(&PARTNER_CENTER);
        assert_eq!((assessment.verdict, assessment.targets.len()), (Verdict::NoPath, 0));
        assert_eq!(assessment.no_path, Some(NoPathReason::NoUpgradesOffered { offer: Id::new(source) }));
    }
}
