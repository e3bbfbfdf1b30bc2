//! How many licenses may be asked for, with Partner Center's REST codes.

use upgrade_desk::model::{Id, Status};
use upgrade_desk::rules::{QuantityRefusal, check_change, check_licenses};

use crate::case::{BUSINESS, PREMIUM, SOURCE, Situation, offers, record};

#[test]
fn an_upgrade_may_ask_for_any_number_within_the_targets_limits() {
    let offers = offers();
    let premium = offers.find(&Id::new(PREMIUM)).map(|offer| &**offer);
    for asked in [1, 9, 10, 11, 300] {
        assert_eq!(check_licenses(premium, None, asked), Ok(()));
    }
    for asked in [0, -1, i64::MIN] {
        let refusal = check_licenses(premium, None, asked).unwrap_err();
        assert_eq!(refusal, QuantityRefusal::BelowMinimum { asked, minimum: 1 });
        assert_eq!(refusal.code(), Some(2002));
    }
    for asked in [301, i64::MAX] {
        let refusal = check_licenses(premium, None, asked).unwrap_err();
        assert_eq!(refusal, QuantityRefusal::AboveMaximum { asked, maximum: 300 });
        assert_eq!(refusal.code(), Some(2002));
    }
}

#[test]
fn nobody_loses_an_assigned_license() {
    let offers = offers();
    let premium = offers.find(&Id::new(PREMIUM)).map(|offer| &**offer);
    assert_eq!(check_licenses(premium, Some(8), 8), Ok(()));
    let refusal = check_licenses(premium, Some(8), 7).unwrap_err();
    assert_eq!(refusal, QuantityRefusal::BelowAssigned { asked: 7, assigned: 8 });
    assert_eq!(refusal.code(), None);
}

#[test]
fn an_own_offer_with_senseless_limits_still_wants_one_license() {
    let mut given = Situation::of(BUSINESS);
    given.own_offer(PREMIUM, |offer| offer.minimum = -5);
    let premium = given.offers.find(&Id::new(PREMIUM)).map(|offer| &**offer);
    assert_eq!(check_licenses(premium, None, 0), Err(QuantityRefusal::BelowMinimum { asked: 0, minimum: 1 }));
}

#[test]
fn where_the_offer_is_not_known_its_limits_are_not_asked() {
    assert_eq!(check_licenses(None, None, 1_000_000), Ok(()));
    assert_eq!(check_licenses(None, None, 0), Err(QuantityRefusal::BelowMinimum { asked: 0, minimum: 1 }));
}

#[test]
fn only_an_active_subscription_changes_its_quantity() {
    let change = |status: Status, asked: i64| {
        let mut record = record(SOURCE, BUSINESS);
        record.status = status;
        check_change(None, &record, asked)
    };
    assert_eq!(change(Status::Active, 11), Ok(()));
    assert_eq!(change(Status::Active, 9), Ok(()));
    assert_eq!(change(Status::Active, 10), Err(QuantityRefusal::Unchanged { quantity: 10 }));
    let suspended = change(Status::Suspended, 11).unwrap_err();
    assert_eq!((suspended.code(), suspended), (Some(2001), QuantityRefusal::Suspended));
    let deleted = change(Status::Deleted, 11).unwrap_err();
    assert_eq!((deleted.code(), deleted), (Some(2011), QuantityRefusal::Deleted));
    for status in [Status::Expired, Status::Pending, Status::Disabled, Status::Unset, Status::Other("?".to_owned())] {
        assert_eq!(change(status.clone(), 11), Err(QuantityRefusal::NotActive { status }));
    }
}
