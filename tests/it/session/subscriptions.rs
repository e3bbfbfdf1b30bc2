//! New subscriptions, add-ons, deleting records, and the warning about too many at the same time.

use upgrade_desk::model::{Channel, Deed, Id, Status};
use upgrade_desk::rules::lifecycle::{Action, ConcurrentExcess};
use upgrade_desk::state::{Command, Dialog, Field, Notice, Problem};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, E3, EXTRA_STORAGE, PREMIUM, record};

/// Types a new subscription and confirms it.
fn add(desk: &mut Desk, parent: Option<&str>, id: &str, offer: &str) {
    desk.just(Command::AskNewSubscription { parent: parent.map(Id::new) });
    let draft = &mut desk.state.drafts.new_subscription;
    (draft.id, draft.offer_id, draft.quantity) = (id.to_owned(), offer.to_owned(), "5".to_owned());
    desk.just(Command::ConfirmSubscription);
}

fn ids<'a>(desk: &'a Desk, customer: &str) -> Vec<&'a str> {
    desk.customer(customer).subscriptions.iter().map(|record| record.id.as_str()).collect()
}

#[test]
fn a_new_subscription_comes_last_is_active_yours_and_selected() {
    let mut desk = Desk::new();
    add(&mut desk, None, " s-new ", BUSINESS);
    assert_eq!(ids(&desk, "c-1"), ["s-1", "s-2", "s-new"]);
    let new = desk.record("c-1", "s-new");
    assert_eq!((&new.status, &new.channel, new.quantity), (&Status::Active, &Channel::ThisPartner, 5));
    assert_eq!((new.assigned, new.auto_renew, new.created), (None, None, None), "what is left blank stays not known");
    assert_eq!((desk.selected(), desk.dialog()), (("c-1", "s-new"), None));
    let deed = Deed::AddSubscription { customer: Id::new("c-1"), subscription: Id::new("s-new") };
    assert_eq!(desk.notice(), Some(&Notice::Did(deed)));
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn a_new_add_on_stands_behind_its_base_and_the_other_add_ons_of_it() {
    let mut desk = Desk::new();
    add(&mut desk, Some("s-1"), "a-1", EXTRA_STORAGE);
    add(&mut desk, Some("s-1"), "a-2", EXTRA_STORAGE);
    add(&mut desk, Some("nobody"), "a-3", EXTRA_STORAGE);
    assert_eq!(ids(&desk, "c-1"), ["s-1", "a-1", "a-2", "s-2", "a-3"]);
    assert_eq!(desk.record("c-1", "a-2").parent_id, Some(Id::new("s-1")));
}

#[test]
fn a_new_subscription_with_problems_is_not_recorded() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewSubscription { parent: None });
    let draft = &mut desk.state.drafts.new_subscription;
    (draft.id, draft.quantity, draft.created) = ("S-1".to_owned(), "-4".to_owned(), "today".to_owned());
    desk.just(Command::ConfirmSubscription);
    assert_eq!((desk.dialog(), desk.portfolio()), (Some(&Dialog::Subscription), &typical()));
    let problems = desk.state.drafts.new_subscription.parse(desk.customer("c-1")).1;
    let found: Vec<(Field, Problem)> = problems.into_iter().map(|problem| (problem.field, problem.problem)).collect();
    assert_eq!(
        found,
        [
            (Field::SubscriptionId, Problem::Taken { id: Id::new("S-1") }),
            (Field::Quantity, Problem::Negative),
            (Field::Created, Problem::NotADate { typed: "today".to_owned() }),
        ]
    );
}

#[test]
fn more_subscriptions_of_an_offer_than_its_limit_are_recorded_with_a_warning() {
    let mut desk = Desk::new();
    let excess = |held| Notice::TooManySubscriptions(ConcurrentExcess { offer: Id::new(BUSINESS), limit: 2, held });
    add(&mut desk, None, "s-new", BUSINESS);
    assert!(matches!(desk.notice(), Some(Notice::Did(_))), "two are allowed");
    add(&mut desk, None, "s-newer", BUSINESS);
    assert_eq!(desk.notice(), Some(&excess(3)));
    assert_eq!(ids(&desk, "c-1").len(), 4);
    // The next deed is said again.
    desk.act(Action::Suspend);
    let deed = Deed::Suspend { customer: Id::new("c-1"), subscription: Id::new("s-newer") };
    assert_eq!(desk.notice(), Some(&Notice::Did(deed)));
}

#[test]
fn what_is_deleted_or_expired_does_not_count_toward_the_limit() {
    let mut gone = record("s-1", BUSINESS);
    gone.status = Status::Deleted;
    let mut expired = record("s-2", BUSINESS);
    expired.status = Status::Expired;
    let mut desk = Desk::on(portfolio([customer("c-1", "Contoso", &[gone, expired, record("s-3", BUSINESS)])]));
    add(&mut desk, None, "s-4", BUSINESS);
    assert!(matches!(desk.notice(), Some(Notice::Did(_))));
}

#[test]
fn the_form_and_an_upgrade_warn_of_too_many_as_well() {
    let held = [record("s-1", PREMIUM), record("s-2", PREMIUM), record("s-3", E3)];
    let mut desk = Desk::on(portfolio([customer("c-1", "Contoso", &held)]));
    desk.select("c-1", "s-3");
    desk.form().offer_id = PREMIUM.to_owned();
    desk.just(Command::CommitForm);
    assert!(matches!(desk.notice(), Some(Notice::TooManySubscriptions(_))));
}

#[test]
fn deleting_a_record_takes_its_recorded_upgrade_and_undo_brings_both_back() {
    for delete_source in [true, false] {
        let mut desk = Desk::new();
        desk.upgrade(E3, "10");
        desk.just(Command::CloseDialog);
        if delete_source {
            desk.select("c-1", "s-1");
        }
        let before = desk.portfolio().clone();
        desk.just(Command::AskDeleteSubscription);
        assert_eq!(desk.dialog(), Some(&Dialog::DeleteSubscription));
        desk.just(Command::ConfirmDeleteSubscription);
        assert_eq!((desk.customer("c-1").subscriptions.len(), desk.portfolio().upgrades.len()), (2, 0));
        assert_eq!((desk.dialog(), desk.selected().0), (None, "c-1"));
        desk.just(Command::Undo);
        assert_eq!(*desk.portfolio(), before);
    }
}
