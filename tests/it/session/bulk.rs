//! Editing several records at once: what it says before, that it is one change, and that the change comes back as it was. How rows are selected is not here.

use std::sync::Arc;

use upgrade_desk::model::{Channel, Customer, Deed, DelegatedAdmin, Family, Id, Portfolio};
use upgrade_desk::state::{
    Bulk, BulkCount, BulkWish, ChannelChoice, Command, DelegatedChoice, Dialog, Failure, LooksOnly, Notice, OpenFile,
    Origin, Pick, Tab, carry_out,
};
use upgrade_desk::storage::{JournalRecord, decode_journal, encode_record};

use super::desk::{Desk, customer, portfolio, typical};

/// Asks to edit all customers at once.
fn asked() -> Desk {
    asked_on(Desk::new())
}

fn asked_on(mut desk: Desk) -> Desk {
    desk.just(Command::PickAll);
    desk.just(Command::AskBulk);
    assert!(matches!(desk.dialog(), Some(Dialog::Bulk(_))), "{:?}", desk.notice());
    desk
}

#[track_caller]
fn bulk(desk: &mut Desk) -> Bulk {
    desk.just(Command::CountBulk);
    let Some(Dialog::Bulk(bulk)) = desk.dialog() else { panic!("{:?}", desk.dialog()) };
    Bulk::clone(bulk)
}

fn tags(desk: &Desk) -> Vec<String> {
    desk.portfolio().customers.iter().map(|customer| customer.tags.join("+")).collect()
}

fn tagged() -> Desk {
    let with = |id: &str, tags: &[&str]| {
        let mut customer = customer(id, id, &[]);
        customer.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        customer
    };
    Desk::on(portfolio([with("1", &["VIP", "old"]), with("2", &["old"]), with("3", &[]), with("4", &["vip", "east"])]))
}

#[test]
fn tags_are_added_and_removed_in_one_change_that_is_undone_as_one() {
    let mut desk = asked_on(tagged());
    let before = desk.portfolio().clone();
    assert_eq!(bulk(&mut desk).tags, ["old", "VIP", "vip", "east"], "the most frequent first");
    desk.state.drafts.bulk.add_tags = "vip， 2027".to_owned();
    desk.state.drafts.bulk.remove_tags = "OLD".to_owned();
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 4, already: 0, gone: 0 });
    desk.just(Command::ConfirmBulk);
    assert_eq!(tags(&desk), ["VIP+2027", "vip+2027", "vip+2027", "vip+east+2027"]);
    let deed = Deed::EditTags { customers: 4 };
    assert_eq!((desk.notice(), desk.dialog()), (Some(&Notice::Did(deed.clone())), None));
    assert_eq!(desk.state.session.history.entries().len(), 1);
    assert_eq!(desk.state.session.picked.count(Tab::Customers), 4, "they stay selected");
    let after = desk.portfolio().clone();
    desk.just(Command::Undo);
    assert_eq!((desk.portfolio(), desk.notice()), (&before, Some(&Notice::Undid(deed))));
    desk.just(Command::Redo);
    assert_eq!(*desk.portfolio(), after);
}

#[test]
fn what_is_so_already_is_counted_and_left_alone() {
    let mut desk = asked_on(tagged());
    desk.state.drafts.bulk.add_tags = "Vip".to_owned();
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 2, already: 2, gone: 0 });
    desk.just(Command::ConfirmBulk);
    assert_eq!(tags(&desk), ["VIP+old", "old+Vip", "Vip", "vip+east"]);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditTags { customers: 2 })));
    let entry = desk.state.session.history.entries().last().unwrap();
    assert_eq!(entry.change.edits.len(), 2);
}

#[test]
fn privileges_are_recorded_for_all_and_the_verdicts_follow() {
    let mut desk = asked();
    desk.state.drafts.bulk.delegated_admin = Some(DelegatedChoice::NotGranted);
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 3, already: 1, gone: 0 });
    let eligible = desk.state.session.derived.totals().eligible;
    assert!(eligible > 0);
    desk.just(Command::ConfirmBulk);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditDelegatedAdmin { customers: 3 })));
    assert_eq!(desk.state.session.derived.totals().eligible, 0);
    desk.just(Command::AskBulk);
    desk.state.drafts.bulk.delegated_admin = Some(DelegatedChoice::Families);
    desk.state.drafts.bulk.families = vec![Family::Azure, Family::Office365];
    desk.state.drafts.bulk.add_tags = "asked".to_owned();
    desk.just(Command::ConfirmBulk);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditCustomers { customers: 4 })));
    let privileges = DelegatedAdmin::Families(vec![Family::Office365, Family::Azure]);
    assert!(desk.portfolio().customers.iter().all(|customer| customer.delegated_admin == privileges));
}

#[test]
fn privileges_for_services_that_are_not_named_are_recorded_for_nobody() {
    let mut desk = asked();
    desk.state.drafts.bulk.delegated_admin = Some(DelegatedChoice::Families);
    desk.state.drafts.bulk.add_tags = "asked".to_owned();
    desk.just(Command::ConfirmBulk);
    assert!(matches!(desk.dialog(), Some(Dialog::Bulk(_))));
    assert_eq!(*desk.portfolio(), typical());
    desk.state.drafts.bulk.families = vec![Family::Office365];
    desk.just(Command::ConfirmBulk);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditCustomers { customers: 4 })));
    let privileges = DelegatedAdmin::Families(vec![Family::Office365]);
    assert!(desk.portfolio().customers.iter().all(|customer| customer.delegated_admin == privileges));
}

#[test]
fn who_sold_them_is_recorded_for_several_subscriptions_and_for_no_other() {
    let mut desk = Desk::new();
    desk.just(Command::ShowTab(Tab::Subscriptions));
    for (customer, id) in [("c-2", "s-3"), ("c-3", "s-5"), ("c-2", "s-4")] {
        desk.just(Command::PickSubscriptions(Pick::Toggle((Id::new(customer), Id::new(id)))));
    }
    desk.just(Command::PickSubscriptions(Pick::Toggle((Id::new("c-3"), Id::new("s-5")))));
    desk.just(Command::AskBulk);
    desk.state.drafts.bulk.channel = Some(ChannelChoice::OtherReseller);
    desk.state.drafts.bulk.other_reseller = " Tailspin ".to_owned();
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 3, already: 0, gone: 0 });
    desk.just(Command::ConfirmBulk);
    let tailspin = Channel::OtherReseller("Tailspin".to_owned());
    for (customer, id) in [("c-1", "s-1"), ("c-2", "s-3"), ("c-2", "s-4")] {
        assert_eq!(desk.record(customer, id).channel, tailspin, "{id}");
    }
    for (customer, id) in [("c-1", "s-2"), ("c-3", "s-5")] {
        assert_eq!(desk.record(customer, id).channel, Channel::ThisPartner, "{id}");
    }
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditChannel { subscriptions: 3 })));
    let entry = desk.state.session.history.entries().last().unwrap();
    assert_eq!(entry.change.edits.len(), 2, "a record for each customer");
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn without_a_wish_or_where_all_is_so_nothing_is_changed() {
    let mut desk = asked();
    desk.just(Command::ConfirmBulk);
    desk.state.drafts.bulk.remove_tags = "nobody's".to_owned();
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 0, already: 4, gone: 0 });
    desk.just(Command::ConfirmBulk);
    assert!(matches!(desk.dialog(), Some(Dialog::Bulk(_))), "what was typed is still there");
    assert_eq!((desk.portfolio(), desk.state.session.history.entries().len()), (&typical(), 0));
    let same = BulkWish { add_tags: vec!["é".to_owned()], ..BulkWish::default() };
    assert_eq!(same.tags(&["É".to_owned()]), None);
    let both = BulkWish { remove_tags: vec!["a".to_owned()], add_tags: vec!["A".to_owned()], ..BulkWish::default() };
    assert_eq!(both.tags(&["a".to_owned()]), None, "what is added stays");
}

#[test]
fn one_record_alone_is_edited_in_its_own_dialog() {
    let mut desk = Desk::new();
    desk.just(Command::AskBulk);
    assert_eq!(desk.dialog(), None);
    desk.just(Command::ConfirmBulk);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn one_that_is_gone_meanwhile_is_said_and_left_out() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    desk.state.drafts.customer.id = "c-5".to_owned();
    desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
    desk.just(Command::ConfirmCustomer);
    let mut desk = asked_on(desk);
    desk.state.drafts.bulk.add_tags = "new".to_owned();
    assert_eq!(bulk(&mut desk).count, BulkCount { changes: 5, already: 0, gone: 0 });
    desk.just(Command::Undo);
    let Some(Dialog::Bulk(open)) = desk.dialog() else { panic!() };
    assert_eq!((open.count, open.of.count()), (BulkCount { changes: 4, already: 0, gone: 1 }, 5), "it is counted anew");
    desk.just(Command::ConfirmBulk);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditTags { customers: 4 })));
    assert!(tags(&desk).iter().all(|tags| tags == "new"));
}

#[test]
fn what_can_only_be_looked_at_is_not_edited_and_that_is_said() {
    let mut file = OpenFile::new(Some("/files/a.ron".into()), Origin::File);
    file.looks_only = Some(LooksOnly::InUse);
    let mut desk = Desk::opened(typical(), file);
    desk.just(Command::PickAll);
    desk.just(Command::AskBulk);
    assert_eq!((desk.dialog(), desk.notice()), (None, Some(&Notice::ReadOnly)));
}

#[test]
fn a_change_that_cannot_be_kept_changes_nobody() {
    let mut desk = asked();
    desk.is_full = true;
    desk.state.drafts.bulk.add_tags = "new".to_owned();
    desk.just(Command::ConfirmBulk);
    let failure = Failure::NotJournaled { detail: crate::given::said("no space left") };
    assert_eq!((desk.portfolio(), desk.notice()), (&typical(), Some(&Notice::NotKept(failure))));
    assert!(matches!(desk.dialog(), Some(Dialog::Bulk(_))), "what was typed is still there to be tried again");
}

#[test]
fn the_change_comes_back_from_the_journal_as_it_was() {
    let many: Vec<Customer> = (0..2_000).map(|at| customer(&format!("c-{at}"), &format!("Adatum {at}"), &[])).collect();
    let start = portfolio(many);
    let mut desk = asked_on(Desk::on(start.clone()));
    desk.state.drafts.bulk.add_tags = "四方, \"x\"".to_owned();
    desk.just(Command::ConfirmBulk);
    desk.just(Command::Undo);
    desk.just(Command::Redo);
    let entries = desk.state.session.history.entries();
    let lines: Vec<u8> =
        entries.flat_map(|entry| encode_record(&JournalRecord::Entry(entry.as_ref().clone())).unwrap()).collect();
    let read = decode_journal(&lines);
    let mut replayed: Portfolio = start;
    for record in &read.records {
        let JournalRecord::Entry(entry) = record else { panic!("{record:?}") };
        assert_eq!(entry.change.deed, Deed::EditTags { customers: 2_000 });
        carry_out(&mut replayed, &entry.edits());
    }
    assert_eq!((read.records.len(), &replayed), (3, desk.portfolio()));
    assert!(replayed.customers.iter().all(|customer: &Arc<Customer>| customer.tags == ["四方", "\"x\""]));
}
