//! Change licenses, suspend, reactivate, cancel, and their refusals.

use upgrade_desk::model::{Channel, Customer, Deed, Id, Partner, Role, Status};
use upgrade_desk::rules::QuantityRefusal;
use upgrade_desk::rules::lifecycle::{Action, ActionRefusal};
use upgrade_desk::state::{Command, Dialog, Field, Notice};

use super::desk::{Desk, customer, portfolio};
use crate::case::{BUSINESS, EXTRA_STORAGE, record};

/// One customer with a Business subscription `s` and its active add-on `a`, and what a test changes of them.
fn desk_with(change: impl FnOnce(&mut Customer, &mut Partner)) -> Desk {
    let mut add_on = record("a", EXTRA_STORAGE);
    add_on.parent_id = Some(Id::new("s"));
    let mut portfolio = portfolio([]);
    let mut only = customer("c", "Contoso", &[record("s", BUSINESS), add_on]);
    change(&mut only, &mut portfolio.partner);
    portfolio.customers = [only].into_iter().collect();
    Desk::on(portfolio)
}

fn change_licenses(desk: &mut Desk, to: &str) {
    desk.just(Command::AskChangeLicenses);
    desk.state.drafts.licenses.licenses = to.to_owned();
    desk.just(Command::ConfirmLicenses);
}

#[track_caller]
fn licenses_refused(change: impl FnOnce(&mut Customer, &mut Partner), to: &str, refusal: &ActionRefusal) {
    let mut desk = desk_with(change);
    desk.select("c", "s");
    let before = desk.portfolio().clone();
    change_licenses(&mut desk, to);
    assert_eq!(desk.notice(), Some(&Notice::ActionRefused(refusal.clone())));
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, false));
    assert_eq!(desk.dialog(), Some(&Dialog::Licenses), "the dialog stays");
}

#[track_caller]
fn action_refused(change: impl FnOnce(&mut Customer, &mut Partner), on: &str, action: Action, refusal: &ActionRefusal) {
    let mut desk = desk_with(change);
    desk.select("c", on);
    let before = desk.portfolio().clone();
    desk.act(action);
    assert_eq!(desk.notice(), Some(&Notice::ActionRefused(refusal.clone())), "{action:?}");
    assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, false), "{action:?}");
}

#[test]
fn the_dialog_begins_with_the_licenses_of_today_and_records_the_new_number() {
    let mut desk = desk_with(|_, _| {});
    desk.just(Command::AskChangeLicenses);
    assert_eq!(desk.state.drafts.licenses.licenses, "10");
    change_licenses(&mut desk, " 300 ");
    assert_eq!((desk.record("c", "s").quantity, desk.dialog()), (300, None));
    let deed = Deed::ChangeLicenses { customer: Id::new("c"), subscription: Id::new("s") };
    assert_eq!(desk.notice(), Some(&Notice::Did(deed)));
    desk.just(Command::Undo);
    assert_eq!(desk.record("c", "s").quantity, 10);
}

#[test]
fn each_number_of_licenses_that_is_not_allowed_is_refused_with_its_reason() {
    let quantity = |refusal| ActionRefusal::Quantity(refusal);
    licenses_refused(|_, _| {}, "0", &quantity(QuantityRefusal::BelowMinimum { asked: 0, minimum: 1 }));
    licenses_refused(|_, _| {}, "301", &quantity(QuantityRefusal::AboveMaximum { asked: 301, maximum: 300 }));
    licenses_refused(|_, _| {}, "10", &quantity(QuantityRefusal::Unchanged { quantity: 10 }));
    licenses_refused(
        |customer, _| customer.subscriptions[0].assigned = Some(8),
        "7",
        &quantity(QuantityRefusal::BelowAssigned { asked: 7, assigned: 8 }),
    );
    for (status, refusal) in [
        (Status::Suspended, QuantityRefusal::Suspended),
        (Status::Deleted, QuantityRefusal::Deleted),
        (Status::Expired, QuantityRefusal::NotActive { status: Status::Expired }),
        (Status::Unset, QuantityRefusal::NotActive { status: Status::Unset }),
    ] {
        licenses_refused(|customer, _| customer.subscriptions[0].status = status, "20", &quantity(refusal));
    }
}

#[test]
fn licenses_are_changed_by_the_seller_in_good_standing_alone() {
    let sold_by =
        |channel: Channel| move |customer: &mut Customer, _: &mut Partner| customer.subscriptions[0].channel = channel;
    let other = Channel::OtherReseller("Tailspin".to_owned());
    licenses_refused(sold_by(other.clone()), "20", &ActionRefusal::NotSoldByYou { channel: other });
    licenses_refused(sold_by(Channel::Direct), "20", &ActionRefusal::NotSoldByYou { channel: Channel::Direct });
    licenses_refused(sold_by(Channel::NotKnown), "20", &ActionRefusal::ChannelNotRecorded);
    licenses_refused(|_, partner| partner.good_standing = Some(false), "20", &ActionRefusal::Delinquent);
    licenses_refused(|_, partner| partner.good_standing = None, "20", &ActionRefusal::StandingNotRecorded);
    let helpdesk = Role::HelpdeskAgent;
    licenses_refused(|_, partner| partner.role = helpdesk, "20", &ActionRefusal::RoleCannot { role: helpdesk });
    licenses_refused(|_, partner| partner.role = Role::NotKnown, "20", &ActionRefusal::RoleNotRecorded);
}

#[test]
fn a_text_that_is_no_number_is_a_problem_of_the_field() {
    for typed in ["", "ten", "1.5"] {
        let mut desk = desk_with(|_, _| {});
        change_licenses(&mut desk, typed);
        assert_eq!(desk.state.drafts.licenses.parse().unwrap_err().field, Field::Licenses);
        assert_eq!((desk.dialog(), desk.record("c", "s").quantity), (Some(&Dialog::Licenses), 10), "{typed}");
    }
}

#[test]
fn suspending_and_cancelling_a_base_does_the_same_to_its_add_ons_in_one_step() {
    for (action, status) in [(Action::Suspend, Status::Suspended), (Action::Cancel, Status::Deleted)] {
        let mut desk = desk_with(|_, _| {});
        let before = desk.portfolio().clone();
        desk.act(action);
        assert_eq!(desk.dialog(), None);
        for id in ["s", "a"] {
            assert_eq!(desk.record("c", id).status, status, "{id}");
            let since = (action == Action::Suspend).then(|| "2026-11-22".parse().unwrap());
            assert_eq!(desk.record("c", id).suspended_on, since, "{id}");
        }
        assert_eq!(desk.state.session.history.entries().len(), 1);
        desk.just(Command::Undo);
        assert_eq!(*desk.portfolio(), before);
    }
}

#[test]
fn reactivating_a_base_leaves_its_add_ons_as_they_are() {
    let mut desk = desk_with(|customer, _| {
        for record in &mut customer.subscriptions {
            record.status = Status::Suspended;
            record.suspended_on = Some("2026-10-01".parse().unwrap());
        }
    });
    desk.act(Action::Reactivate);
    assert_eq!((&desk.record("c", "s").status, desk.record("c", "s").suspended_on), (&Status::Active, None));
    assert_eq!(desk.record("c", "a").status, Status::Suspended);
    desk.select("c", "a");
    desk.act(Action::Reactivate);
    assert_eq!(desk.record("c", "a").status, Status::Active);
}

#[test]
fn an_action_from_the_wrong_status_is_refused() {
    for (status, action) in [
        (Status::Suspended, Action::Suspend),
        (Status::Active, Action::Reactivate),
        (Status::Deleted, Action::Reactivate),
        (Status::Deleted, Action::Cancel),
        (Status::Expired, Action::Cancel),
        (Status::Other("odd".to_owned()), Action::Suspend),
    ] {
        let refusal = ActionRefusal::WrongStatus { status: status.clone() };
        action_refused(|customer, _| customer.subscriptions[0].status = status, "s", action, &refusal);
    }
}

#[test]
fn an_add_on_cannot_become_active_under_a_base_that_is_not() {
    let refusal = ActionRefusal::ParentNotActive { parent: Id::new("s"), status: Status::Suspended };
    action_refused(
        |customer, _| {
            for record in &mut customer.subscriptions {
                record.status = Status::Suspended;
            }
        },
        "a",
        Action::Reactivate,
        &refusal,
    );
}

#[test]
fn actions_on_what_others_sold_are_refused() {
    for action in [Action::Suspend, Action::Cancel] {
        let refusal = ActionRefusal::NotSoldByYou { channel: Channel::Direct };
        action_refused(|customer, _| customer.subscriptions[0].channel = Channel::Direct, "s", action, &refusal);
    }
}

#[test]
fn an_action_is_asked_again_when_it_is_confirmed() {
    let mut desk = desk_with(|_, _| {});
    desk.just(Command::AskAction(Action::Suspend));
    desk.form().status = Status::Pending;
    desk.just(Command::CommitForm);
    desk.just(Command::ConfirmAction);
    let refusal = ActionRefusal::WrongStatus { status: Status::Pending };
    assert_eq!(desk.notice(), Some(&Notice::ActionRefused(refusal)));
    assert_eq!(desk.record("c", "s").status, Status::Pending);
}
