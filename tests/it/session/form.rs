//! The details form: every field is recorded when it is committed. What it keeps as typed is in `form_kept`.

use upgrade_desk::model::{BillingCycle, Channel, Deed, Id, Status, Subscription};
use upgrade_desk::state::{ChannelChoice, Command, SubscriptionDraft};

use super::desk::Desk;
use crate::case::{BUSINESS, E1, EXTRA_STORAGE, record};

/// Types something into the form of Contoso's first subscription, commits it, and expects that change alone.
#[track_caller]
fn records(typed: impl FnOnce(&mut SubscriptionDraft), expected: impl FnOnce(&mut Subscription)) {
    let mut desk = Desk::new();
    let before = desk.portfolio().clone();
    typed(desk.form());
    desk.just(Command::CommitForm);
    let mut record = before.customers.at(0).unwrap().subscriptions[0].clone();
    expected(&mut record);
    let mut wanted = (**before.customers.at(0).unwrap()).clone();
    wanted.subscriptions[0] = record;
    assert_eq!(**desk.portfolio().customers.at(0).unwrap(), wanted);
    assert!(desk.state.is_dirty());
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn every_field_of_the_form_is_recorded() {
    records(|form| form.id = " s-new ".to_owned(), |record| record.id = Id::new("s-new"));
    records(|form| form.offer_id = E1.to_owned(), |record| record.offer_id = Some(Id::new(E1)));
    records(|form| form.offer_id = "  ".to_owned(), |record| record.offer_id = None);
    records(|form| form.offer_name = "Büro ".to_owned(), |record| record.offer_name = "Büro".into());
    records(|form| form.friendly_name = "总部".to_owned(), |record| record.friendly_name = "总部".to_owned());
    records(|form| form.quantity = "12,500".to_owned(), |record| record.quantity = 12_500);
    records(|form| form.quantity = "0".to_owned(), |record| record.quantity = 0);
    records(|form| form.assigned = "9".to_owned(), |record| record.assigned = Some(9));
    records(|form| form.status = Status::Expired, |record| record.status = Status::Expired);
    records(|form| form.billing_cycle = BillingCycle::Monthly, |record| record.billing_cycle = BillingCycle::Monthly);
    records(|form| form.channel = ChannelChoice::Direct, |record| record.channel = Channel::Direct);
    records(|form| form.channel = ChannelChoice::NotKnown, |record| record.channel = Channel::NotKnown);
    records(
        |form| (form.channel, form.other_reseller) = (ChannelChoice::OtherReseller, " Tailspin ".to_owned()),
        |record| record.channel = Channel::OtherReseller("Tailspin".to_owned()),
    );
    records(|form| form.created = "2024-02-29".to_owned(), |record| record.created = day("2024-02-29"));
    records(|form| form.commitment_end = "2027-01-01".to_owned(), |record| record.commitment_end = day("2027-01-01"));
    records(|form| form.suspended_on = "2026-11-01".to_owned(), |record| record.suspended_on = day("2026-11-01"));
    records(|form| form.auto_renew = Some(false), |record| record.auto_renew = Some(false));
    records(|form| form.trial = Some(true), |record| record.trial = Some(true));
    records(|form| form.parent_id = "s-2".to_owned(), |record| record.parent_id = Some(Id::new("s-2")));
    records(|form| form.upgraded_to = "s-2".to_owned(), |record| record.upgraded_to = Some(Id::new("s-2")));
}

#[test]
fn a_form_in_which_nothing_was_typed_records_nothing() {
    let mut desk = Desk::new();
    desk.just(Command::CommitForm);
    assert!(!desk.state.is_dirty() && desk.state.session.history.entries().len() == 0);
}

#[test]
fn the_verdict_follows_what_the_form_records() {
    let mut desk = Desk::new();
    let eligible = |desk: &Desk| desk.state.session.derived.totals().eligible;
    assert_eq!(eligible(&desk), 1);
    desk.form().status = Status::Suspended;
    desk.just(Command::CommitForm);
    assert_eq!(eligible(&desk), 0);
    desk.just(Command::Undo);
    assert_eq!(eligible(&desk), 1);
}

#[test]
fn a_renamed_subscription_is_followed_by_its_add_ons_its_links_and_its_upgrades() {
    let mut desk = Desk::new();
    desk.upgrade(E1, "10");
    assert!(desk.dialog().is_some(), "E1 is no target of Business, so the dialog stays");
    desk.just(Command::CloseDialog);
    desk.upgrade(crate::case::E3, "10");
    let target = desk.selected().1.to_owned();
    desk.just(Command::AskNewSubscription { parent: Some(Id::new(&target)) });
    desk.state.drafts.new_subscription.id = "add-on".to_owned();
    desk.state.drafts.new_subscription.quantity = "1".to_owned();
    desk.state.drafts.new_subscription.offer_id = EXTRA_STORAGE.to_owned();
    desk.just(Command::ConfirmSubscription);
    desk.select("c-1", &target);
    let before = desk.portfolio().clone();
    desk.form().id = "s-real".to_owned();
    desk.just(Command::CommitForm);
    let real = Id::new("s-real");
    assert_eq!(desk.record("c-1", "add-on").parent_id, Some(real.clone()));
    assert_eq!(desk.record("c-1", "s-1").upgraded_to, Some(real.clone()));
    assert_eq!(desk.portfolio().upgrades[0].target, real);
    assert_eq!(desk.selected(), ("c-1", "s-real"));
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
    desk.select("c-1", "s-1");
    desk.form().id = "s-old".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(desk.portfolio().upgrades[0].source.as_str(), "s-old");
}

#[test]
fn the_records_of_other_customers_do_not_follow_a_rename() {
    let mut other = super::desk::customer("c-9", "Other", &[record("x", BUSINESS)]);
    other.subscriptions[0].parent_id = Some(Id::new("s-1"));
    let contoso = super::desk::customer("c-1", "Contoso", &[record("s-1", BUSINESS)]);
    let mut desk = Desk::on(super::desk::portfolio([contoso, other]));
    desk.select("c-1", "s-1");
    desk.form().id = "s-2".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(desk.record("c-9", "x").parent_id, Some(Id::new("s-1")));
}

#[test]
fn leaving_the_form_records_what_is_half_typed() {
    let leaving = [
        Command::SelectCustomer(Id::new("c-3")),
        Command::SelectSubscription { customer: Id::new("c-1"), subscription: Id::new("s-2") },
        Command::ShowTab(upgrade_desk::state::Tab::Subscriptions),
        Command::AskUpgrade { target: None },
        Command::AskChangeLicenses,
        Command::AskAction(upgrade_desk::rules::lifecycle::Action::Suspend),
        Command::AskNewSubscription { parent: None },
        Command::AskNewCustomer,
        Command::AskEditCustomer,
        Command::AskDeleteCustomer,
        Command::AskDeleteSubscription,
        Command::ShowTasks { target: Id::new("s-2") },
        Command::Save,
        super::desk::save_as(),
        Command::New,
        Command::OpenSample,
        Command::OpenPath("/files/b.ron".into()),
        Command::ImportPaths(vec!["/files/b.ron".into()]),
        Command::Quit,
    ];
    for command in leaving {
        let mut desk = Desk::new();
        desk.form().quantity = "11".to_owned();
        let shown = format!("{command:?}");
        desk.send(command);
        assert_eq!(desk.record("c-1", "s-1").quantity, 11, "{shown}");
        let entries = desk.state.session.history.entries();
        let deed = Deed::EditSubscription { customer: Id::new("c-1"), subscription: Id::new("s-1") };
        assert_eq!(entries.map(|entry| &entry.change.deed).collect::<Vec<_>>(), [&deed], "{shown}");
    }
}

#[test]
fn an_id_can_change_its_case_alone_and_its_links_follow() {
    let mut desk = Desk::new();
    desk.select("c-2", "s-3");
    desk.form().id = "S-3".to_owned();
    desk.just(Command::CommitForm);
    // Ids are equal in any case, so the letters decide here.
    let records = &desk.customer("c-2").subscriptions;
    assert_eq!((records[0].id.as_str(), records[1].parent_id.as_ref().unwrap().as_str()), ("S-3", "S-3"));
    assert_eq!(desk.state.session.history.entries().len(), 1);
    desk.just(Command::CommitForm);
    assert_eq!(desk.state.session.history.entries().len(), 1, "committing again records nothing");
}

#[test]
fn undoing_a_rename_leaves_the_renamed_record_selected() {
    let mut desk = Desk::new();
    desk.select("c-1", "s-2");
    desk.form().id = "s-new".to_owned();
    desk.just(Command::CommitForm);
    desk.just(Command::Undo);
    assert_eq!(desk.selected(), ("c-1", "s-2"));
    desk.just(Command::Redo);
    assert_eq!(desk.selected(), ("c-1", "s-new"));
}
