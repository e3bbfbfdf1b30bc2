//! Adding, editing and deleting customers.

use upgrade_desk::model::{Deed, DelegatedAdmin, Family, Id};
use upgrade_desk::state::{Command, DelegatedChoice, Dialog, Field, FieldProblem, Notice, Problem};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, E3, PREMIUM, record};

fn refused(field: Field, problem: Problem) -> FieldProblem {
    FieldProblem { field, problem }
}

/// The problems of the customer dialog as it is typed now.
fn problems(desk: &Desk, is_new: bool) -> Vec<FieldProblem> {
    let old = if is_new { None } else { desk.state.customer() };
    let is_taken = |id: &Id| desk.portfolio().customers.get(id).is_some();
    desk.state.drafts.customer.parse(old.map(|old| &**old), is_taken).err().unwrap_or_default()
}

#[test]
fn a_new_customer_comes_last_and_is_selected() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    let draft = &mut desk.state.drafts.customer;
    (draft.id, draft.company_name) = (" c-5 ".to_owned(), "  Fourth Coffee ".to_owned());
    (draft.domain, draft.relationship) = ("fourth.cn".to_owned(), "reseller".to_owned());
    (draft.delegated_admin, draft.families) =
        (DelegatedChoice::Families, vec![Family::Azure, Family::Office365, Family::Azure]);
    (draft.tags, draft.notes) = ("key, 北京，vip、, ".to_owned(), "call first\n".to_owned());
    desk.just(Command::ConfirmCustomer);
    let mut expected = customer("c-5", "Fourth Coffee", &[]);
    expected.domain = Some("fourth.cn".to_owned());
    expected.relationship = Some("reseller".to_owned());
    expected.delegated_admin = DelegatedAdmin::Families(vec![Family::Office365, Family::Azure]);
    expected.tags = ["key", "北京", "vip"].map(str::to_owned).to_vec();
    expected.notes = "call first".to_owned();
    assert_eq!(**desk.portfolio().customers.at(4).unwrap(), expected);
    assert_eq!((desk.selected(), desk.dialog()), (("c-5", ""), None));
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::AddCustomer { customer: Id::new("c-5") })));
}

#[test]
fn every_problem_of_the_customer_dialog_is_found_at_once_and_nothing_is_recorded() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    desk.state.drafts.customer.company_name = "  ".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(
        problems(&desk, true),
        [refused(Field::CompanyName, Problem::Empty), refused(Field::CustomerId, Problem::Empty)]
    );
    assert_eq!(desk.dialog(), Some(&Dialog::Customer { is_new: true }));
    assert!(desk.state.drafts.customer.tried);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn an_id_that_another_customer_has_is_refused_in_any_case() {
    let mut desk = Desk::new();
    let taken = refused(Field::CustomerId, Problem::Taken { id: Id::new("C-2") });
    desk.just(Command::AskNewCustomer);
    desk.state.drafts.customer.company_name = "Another".to_owned();
    desk.state.drafts.customer.id = "C-2".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(problems(&desk, true), std::slice::from_ref(&taken));
    desk.just(Command::CloseDialog);
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.id = "C-2".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(problems(&desk, false), [taken]);
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn a_changed_id_is_carried_to_the_upgrades_and_the_selection() {
    let mut desk = Desk::new();
    desk.upgrade(E3, "10");
    let selected = desk.selected().1.to_owned();
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.id = "c-new".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(desk.portfolio().upgrades[0].customer.as_str(), "c-new");
    assert_eq!(desk.selected(), ("c-new", selected.as_str()));
    assert!(desk.portfolio().customers.get(&Id::new("c-1")).is_none());
    desk.just(Command::Undo);
    assert_eq!(desk.portfolio().upgrades[0].customer.as_str(), "c-1");
    assert_eq!(desk.selected(), ("c-1", selected.as_str()));
}

#[test]
fn an_id_can_change_its_case_alone() {
    let mut desk = Desk::new();
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.id = "C-1".to_owned();
    desk.just(Command::ConfirmCustomer);
    // Ids are equal in any case, so the letters decide here.
    assert_eq!(desk.portfolio().customers.at(0).unwrap().id.as_str(), "C-1");
}

#[test]
fn editing_keeps_the_subscriptions_and_what_was_not_touched_word_for_word() {
    let mut odd = customer(" c-1 ", "Contoso ", &[record("s-1", BUSINESS)]);
    odd.domain = Some(String::new());
    odd.relationship = Some(" as read ".to_owned());
    odd.delegated_admin = DelegatedAdmin::Families(vec![Family::Other, Family::Azure, Family::Azure]);
    odd.tags = vec!["a, b".to_owned(), String::new()];
    odd.notes = "line \n".to_owned();
    let mut desk = Desk::on(portfolio([odd.clone()]));
    desk.just(Command::AskEditCustomer);
    desk.just(Command::ConfirmCustomer);
    assert_eq!(**desk.portfolio().customers.at(0).unwrap(), odd, "nothing was typed");
    assert!(!desk.state.is_dirty());
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.domain = "contoso.cn".to_owned();
    desk.just(Command::ConfirmCustomer);
    odd.domain = Some("contoso.cn".to_owned());
    assert_eq!(**desk.portfolio().customers.at(0).unwrap(), odd);
}

#[test]
fn nothing_changed_closes_the_dialog_and_records_nothing() {
    let mut desk = Desk::new();
    desk.just(Command::AskEditCustomer);
    desk.just(Command::ConfirmCustomer);
    assert_eq!((desk.dialog(), desk.state.is_dirty()), (None, false));
}

#[test]
fn deleting_a_customer_takes_the_upgrades_recorded_for_them_and_undo_brings_all_back() {
    let mut desk = Desk::new();
    desk.upgrade(E3, "10");
    desk.just(Command::CloseDialog);
    let before = desk.portfolio().clone();
    desk.just(Command::AskDeleteCustomer);
    assert_eq!(desk.dialog(), Some(&Dialog::DeleteCustomer));
    desk.just(Command::ConfirmDeleteCustomer);
    assert_eq!((desk.portfolio().customers.len(), desk.portfolio().upgrades.len()), (3, 0));
    assert_eq!(desk.dialog(), None);
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
    assert_eq!(desk.selected().0, "c-1");
}

#[test]
fn all_the_upgrades_of_a_deleted_customer_go_and_those_of_others_stay_in_their_order() {
    let business = |customer: &str, id: &str| super::desk::customer(customer, customer, &[record(id, BUSINESS)]);
    let mut desk = Desk::on(portfolio([business("c-1", "s-1"), business("c-2", "s-2")]));
    for (customer, id) in [("c-1", "s-1"), ("c-2", "s-2")] {
        desk.select(customer, id);
        desk.upgrade(PREMIUM, "10");
    }
    // Contoso's new subscription goes on to E3: upgrades of one customer stand around that of another.
    let target = desk.portfolio().upgrades[0].target.to_string();
    desk.select("c-1", &target);
    desk.upgrade(E3, "10");
    let before = desk.portfolio().clone();
    desk.just(Command::ConfirmDeleteCustomer);
    let left: Vec<&str> = desk.portfolio().upgrades.iter().map(|upgrade| upgrade.customer.as_str()).collect();
    assert_eq!(left, ["c-2"]);
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
}

#[test]
fn the_dialogs_about_a_customer_do_not_open_where_none_is_selected() {
    let mut desk = Desk::on(portfolio([]));
    for command in [
        Command::AskEditCustomer,
        Command::AskDeleteCustomer,
        Command::AskNewSubscription { parent: None },
        Command::AskDeleteSubscription,
        Command::AskUpgrade { target: None },
        Command::AskChangeLicenses,
        Command::AskAction(upgrade_desk::rules::lifecycle::Action::Cancel),
    ] {
        desk.just(command);
        assert_eq!(desk.dialog(), None);
    }
}
