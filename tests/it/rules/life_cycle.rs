//! Change licenses, suspend, reactivate, cancel: from where, what follows, and who is refused.

use chrono::NaiveDate;
use upgrade_desk::model::{Channel, Customer, Id, Role, Status, Subscription};
use upgrade_desk::rules::lifecycle::{
    Action, ActionRefusal, ConcurrentExcess, DAYS_UNTIL_DELETION, act, concurrent_excess, deletion_day,
};
use upgrade_desk::rules::{PAGE, PARTNER_CENTER, QuantityRefusal};

use crate::case::{BUSINESS, EXTRA_STORAGE, PRO_PLUS, SOURCE, Situation};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn act_on(given: &Situation, id: &str, action: Action) -> Result<Customer, ActionRefusal> {
    act(given.setting(&PARTNER_CENTER), &given.customer, &Id::new(id), action, day(22))
}

fn of<'a>(customer: &'a Customer, id: &str) -> &'a Subscription {
    customer.subscription(&Id::new(id)).unwrap()
}

fn with_add_on(status: Status) -> Situation {
    let mut given = Situation::of(BUSINESS);
    given.holds("add-on", EXTRA_STORAGE).parent_id = Some(Id::new(SOURCE));
    given.record("add-on").status = status;
    given.holds("bystander", EXTRA_STORAGE).parent_id = Some(Id::new("elsewhere"));
    given
}

#[test]
fn each_action_starts_from_its_own_statuses() {
    let all = [
        Status::Active,
        Status::Suspended,
        Status::Deleted,
        Status::Expired,
        Status::Pending,
        Status::Disabled,
        Status::Unset,
        Status::Other("hibernating".to_owned()),
    ];
    let allowed = |action: Action| -> Vec<Status> {
        all.iter()
            .filter(|status| {
                let mut given = Situation::of(BUSINESS);
                given.source().status = (*status).clone();
                match act_on(&given, SOURCE, action) {
                    Ok(_) => true,
                    Err(ActionRefusal::WrongStatus { status: refused }) => {
                        assert_eq!(refused, **status);
                        false
                    }
                    Err(refusal) => panic!("{refusal:?}"),
                }
            })
            .cloned()
            .collect()
    };
    assert_eq!(allowed(Action::Suspend), [Status::Active]);
    assert_eq!(allowed(Action::Reactivate), [Status::Suspended]);
    assert_eq!(allowed(Action::Cancel), [Status::Active, Status::Suspended, Status::Pending]);
}

#[test]
fn suspending_a_base_suspends_its_active_add_ons_on_the_same_day() {
    let after = act_on(&with_add_on(Status::Active), SOURCE, Action::Suspend).unwrap();
    for id in [SOURCE, "add-on"] {
        assert_eq!((&of(&after, id).status, of(&after, id).suspended_on), (&Status::Suspended, Some(day(22))));
    }
    assert_eq!(of(&after, "bystander").status, Status::Active);
}

#[test]
fn suspending_a_base_leaves_an_add_on_that_is_already_suspended_its_day() {
    let mut given = with_add_on(Status::Suspended);
    given.record("add-on").suspended_on = Some(day(1));
    let after = act_on(&given, SOURCE, Action::Suspend).unwrap();
    assert_eq!(of(&after, "add-on").suspended_on, Some(day(1)));
}

#[test]
fn cancelling_a_base_cancels_its_add_ons() {
    for status in [Status::Active, Status::Suspended, Status::Pending] {
        let after = act_on(&with_add_on(status), SOURCE, Action::Cancel).unwrap();
        assert_eq!((&of(&after, SOURCE).status, &of(&after, "add-on").status), (&Status::Deleted, &Status::Deleted));
        assert_eq!(of(&after, "bystander").status, Status::Active);
    }
}

#[test]
fn an_add_on_is_not_reactivated_under_an_inactive_base() {
    let mut given = with_add_on(Status::Suspended);
    given.source().status = Status::Suspended;
    assert_eq!(
        act_on(&given, "add-on", Action::Reactivate),
        Err(ActionRefusal::ParentNotActive { parent: Id::new(SOURCE), status: Status::Suspended })
    );
    given.source().status = Status::Active;
    let after = act_on(&given, "add-on", Action::Reactivate).unwrap();
    assert_eq!((&of(&after, "add-on").status, of(&after, "add-on").suspended_on), (&Status::Active, None));
}

#[test]
fn reactivating_a_base_leaves_its_add_ons_to_be_reactivated_one_by_one() {
    let mut given = with_add_on(Status::Suspended);
    given.source().status = Status::Suspended;
    given.source().suspended_on = Some(day(3));
    let after = act_on(&given, SOURCE, Action::Reactivate).unwrap();
    assert_eq!((&of(&after, SOURCE).status, of(&after, SOURCE).suspended_on), (&Status::Active, None));
    assert_eq!(of(&after, "add-on").status, Status::Suspended);
}

#[test]
fn changing_licenses_changes_the_quantity_and_nothing_else() {
    let given = Situation::of(BUSINESS);
    let after = act_on(&given, SOURCE, Action::ChangeLicenses { to: 25 }).unwrap();
    let mut expected = given.customer.clone();
    expected.subscriptions[0].quantity = 25;
    assert_eq!(after, expected);
    assert_eq!(
        act_on(&given, SOURCE, Action::ChangeLicenses { to: 301 }),
        Err(ActionRefusal::Quantity(QuantityRefusal::AboveMaximum { asked: 301, maximum: 300 }))
    );
}

#[test]
fn only_what_you_sold_is_acted_on() {
    for action in [Action::ChangeLicenses { to: 11 }, Action::Suspend, Action::Cancel] {
        for channel in [Channel::Direct, Channel::OtherReseller("Wingtip Toys".to_owned())] {
            let mut given = Situation::of(BUSINESS);
            given.source().channel = channel.clone();
            assert_eq!(act_on(&given, SOURCE, action), Err(ActionRefusal::NotSoldByYou { channel }));
        }
        let mut given = Situation::of(BUSINESS);
        given.source().channel = Channel::NotKnown;
        assert_eq!(act_on(&given, SOURCE, action), Err(ActionRefusal::ChannelNotRecorded));
    }
}

#[test]
fn the_help_desk_acts_on_nothing_and_an_unpaid_account_changes_no_quantities() {
    let mut given = Situation::of(BUSINESS);
    given.partner.role = Role::HelpdeskAgent;
    assert_eq!(act_on(&given, SOURCE, Action::Suspend), Err(ActionRefusal::RoleCannot { role: Role::HelpdeskAgent }));
    given.partner.role = Role::NotKnown;
    assert_eq!(act_on(&given, SOURCE, Action::Cancel), Err(ActionRefusal::RoleNotRecorded));
    given.partner.role = Role::SalesAgent;
    let change = Action::ChangeLicenses { to: 11 };
    given.partner.good_standing = Some(false);
    assert_eq!(act_on(&given, SOURCE, change), Err(ActionRefusal::Delinquent));
    given.partner.good_standing = None;
    assert_eq!(act_on(&given, SOURCE, change), Err(ActionRefusal::StandingNotRecorded));
    assert!(act_on(&given, SOURCE, Action::Suspend).is_ok());
    let by_the_page = act(given.setting(&PAGE), &given.customer, &Id::new(SOURCE), change, day(22));
    assert!(by_the_page.is_ok());
}

#[test]
fn a_subscription_that_is_not_there_is_refused() {
    assert_eq!(
        act_on(&Situation::of(BUSINESS), "nowhere", Action::Cancel),
        Err(ActionRefusal::NoSuchSubscription { subscription: Id::new("nowhere") })
    );
}

#[test]
fn data_is_deleted_sixty_days_after_the_suspension() {
    assert_eq!(DAYS_UNTIL_DELETION, 60);
    let mut given = Situation::of(BUSINESS);
    let source = given.source();
    source.suspended_on = Some(day(1));
    assert_eq!(deletion_day(source), None);
    source.status = Status::Suspended;
    assert_eq!(deletion_day(source), NaiveDate::from_ymd_opt(2026, 12, 31));
    source.suspended_on = Some(NaiveDate::MAX);
    assert_eq!(deletion_day(source), None);
    source.suspended_on = None;
    assert_eq!(deletion_day(source), None);
}

#[test]
fn more_than_two_held_subscriptions_of_a_business_offer_are_too_many() {
    let mut given = Situation::of(BUSINESS);
    let business = given.offers.find(&Id::new(BUSINESS)).cloned().unwrap();
    given.holds("second", BUSINESS).status = Status::Suspended;
    given.holds("deleted", BUSINESS).status = Status::Deleted;
    assert_eq!(concurrent_excess(&given.customer, &business), None);
    given.holds("third", &BUSINESS.to_lowercase()).channel = Channel::Direct;
    let excess = ConcurrentExcess { offer: Id::new(BUSINESS), limit: 2, held: 3 };
    assert_eq!(concurrent_excess(&given.customer, &business), Some(excess));
    let pro_plus = given.offers.find(&Id::new(PRO_PLUS)).unwrap();
    assert_eq!(concurrent_excess(&given.customer, pro_plus), None);
}
