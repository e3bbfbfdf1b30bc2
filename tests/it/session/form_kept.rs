//! What the details form does not record: what makes no sense yet stays as typed, and what was not touched stays as read.

use upgrade_desk::model::{Channel, Id};
use upgrade_desk::state::{Command, Field, Problem, SubscriptionDraft};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, record};

type Typed = fn(&mut SubscriptionDraft) -> &mut String;

#[test]
fn a_field_that_makes_no_sense_keeps_its_recorded_value_and_its_text() {
    let not_a_number = |typed: &str| Problem::NotANumber { typed: typed.to_owned() };
    let not_a_date = |typed: &str| Problem::NotADate { typed: typed.to_owned() };
    let too_large = |typed: &str| Problem::TooLarge { typed: typed.to_owned() };
    let cases: [(Typed, &str, Field, Problem); 14] = [
        (|form| &mut form.id, "  ", Field::SubscriptionId, Problem::Empty),
        (|form| &mut form.id, "S-2", Field::SubscriptionId, Problem::Taken { id: Id::new("S-2") }),
        (|form| &mut form.quantity, "", Field::Quantity, Problem::Empty),
        (|form| &mut form.quantity, "ten", Field::Quantity, not_a_number("ten")),
        (|form| &mut form.quantity, "-1", Field::Quantity, Problem::Negative),
        (|form| &mut form.quantity, "1.5", Field::Quantity, not_a_number("1.5")),
        (|form| &mut form.quantity, "99999999999999999999", Field::Quantity, too_large("99999999999999999999")),
        (|form| &mut form.assigned, "-1", Field::Assigned, Problem::Negative),
        (|form| &mut form.commitment_end, "3/4/2026", Field::CommitmentEnd, not_a_date("3/4/2026")),
        (|form| &mut form.assigned, "some", Field::Assigned, not_a_number("some")),
        (|form| &mut form.created, "22.11.2026", Field::Created, not_a_date("22.11.2026")),
        (|form| &mut form.commitment_end, "2026-02-30", Field::CommitmentEnd, not_a_date("2026-02-30")),
        (|form| &mut form.suspended_on, "soon", Field::SuspendedOn, not_a_date("soon")),
        (|form| &mut form.parent_id, "S-1", Field::ParentId, Problem::OwnParent),
    ];
    for (field_of, text, field, problem) in cases {
        let mut desk = Desk::new();
        *field_of(desk.form()) = text.to_owned();
        desk.just(Command::CommitForm);
        assert_eq!(*desk.portfolio(), typical(), "{field:?} {text}");
        assert_eq!(field_of(desk.form()), text, "{field:?} {text}");
        // Another field goes through beside it, and the text still stays.
        desk.form().friendly_name = "Head office".to_owned();
        desk.just(Command::CommitForm);
        let mut expected = record("s-1", BUSINESS);
        expected.friendly_name = "Head office".to_owned();
        assert_eq!(*desk.record("c-1", "s-1"), expected, "{field:?} {text}");
        assert_eq!(field_of(desk.form()), text, "{field:?} {text} after another field was recorded");
        let contoso = desk.customer("c-1").clone();
        let problems = desk.form().parse(&contoso).1;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!((problems[0].field, &problems[0].problem), (field, &problem));
    }
}

#[test]
fn what_makes_no_sense_yet_stays_when_the_id_is_recorded_beside_it() {
    let mut desk = Desk::new();
    desk.form().id = "s-new".to_owned();
    desk.form().quantity = "ten".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(desk.record("c-1", "s-new").quantity, 10);
    assert_eq!(desk.form().quantity, "ten");
}

#[test]
fn an_id_cannot_become_the_id_of_the_recorded_parent() {
    let mut orphan = record("s-1", BUSINESS);
    orphan.parent_id = Some(Id::new("gone"));
    let mut desk = Desk::on(portfolio([customer("c-1", "Contoso", &[orphan.clone()])]));
    desk.form().id = "gone".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(*desk.record("c-1", "s-1"), orphan);
}

#[test]
fn what_was_read_and_not_touched_is_never_recorded_anew() {
    let mut odd = record(" s 1 ", " offer ");
    odd.offer_name = " Name\n".into();
    odd.friendly_name = "\u{3000}x".to_owned();
    odd.quantity = -3;
    odd.assigned = Some(-1);
    odd.channel = Channel::OtherReseller(" Tailspin ".to_owned());
    odd.parent_id = Some(Id::new(" s 1 "));
    odd.upgraded_to = Some(Id::new(""));
    let before = portfolio([customer("c-1", "Contoso", &[odd.clone()]), customer("c-2", "Other", &[])]);
    let mut desk = Desk::on(before.clone());
    desk.just(Command::SelectCustomer(Id::new("c-2")));
    assert_eq!(*desk.portfolio(), before);
    assert!(!desk.state.is_dirty());
    desk.just(Command::SelectCustomer(Id::new("c-1")));
    desk.form().quantity = "5".to_owned();
    desk.just(Command::CommitForm);
    odd.quantity = 5;
    assert_eq!(desk.portfolio().customers.at(0).unwrap().subscriptions, [odd]);
}

#[test]
fn another_record_shows_its_own_values() {
    let mut desk = Desk::new();
    desk.form().quantity = "ten".to_owned();
    desk.select("c-1", "s-2");
    assert_eq!(desk.form().quantity, "10");
    desk.select("c-1", "s-1");
    assert_eq!(desk.form().quantity, "10");
}

#[test]
fn undo_shows_the_recorded_value_in_the_form_again() {
    let mut desk = Desk::new();
    desk.form().quantity = "40".to_owned();
    desk.just(Command::CommitForm);
    desk.just(Command::Undo);
    assert_eq!(desk.form().quantity, "10");
    desk.just(Command::Redo);
    assert_eq!(desk.form().quantity, "40");
}

#[test]
fn numbers_and_days_are_read_as_they_are_typed_in_china() {
    for (typed, quantity) in [("４５", 45), ("１，２３４", 1234), ("1　234", 1234), ("２５", 25)] {
        let mut desk = Desk::new();
        desk.select("c-1", "s-1");
        desk.form().quantity = typed.to_owned();
        desk.just(Command::CommitForm);
        assert_eq!(desk.record("c-1", "s-1").quantity, quantity, "{typed}");
    }
    let days =
        ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "20260105", "２０２６年１月５日", "２０２６－１－５"];
    for typed in days {
        let mut desk = Desk::new();
        desk.select("c-1", "s-1");
        desk.form().commitment_end = typed.to_owned();
        desk.just(Command::CommitForm);
        let end = desk.record("c-1", "s-1").commitment_end.map(|day| day.to_string());
        assert_eq!(end.as_deref(), Some("2026-01-05"), "{typed}");
    }
}

#[test]
fn a_full_width_minus_is_a_minus() {
    let mut desk = Desk::new();
    desk.select("c-1", "s-1");
    desk.form().assigned = "－１".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(desk.record("c-1", "s-1").assigned, record("s-1", BUSINESS).assigned);
}
