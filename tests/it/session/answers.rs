//! Partner Center's own answers follow the records that they are about: renamed with them, gone with them, back with an undo.

use std::sync::Arc;

use upgrade_desk::model::{Answer, Id, Portfolio};
use upgrade_desk::state::Command;

use super::desk::{Desk, typical};

fn answer(customer: &str, subscription: &str) -> Arc<Answer> {
    Arc::new(Answer { customer: customer.into(), subscription: subscription.into(), read: None, targets: Vec::new() })
}

/// Answers about the selected subscription, another one of the customer's, and another customer's.
fn answered() -> Desk {
    let answers = vec![answer("c-1", "s-1"), answer("c-2", "s-1"), answer("c-1", "s-2")];
    Desk::on(Portfolio { answers, ..typical() })
}

fn about(desk: &Desk) -> Vec<String> {
    let all = desk.portfolio().answers.iter();
    all.map(|answer| format!("{} {}", answer.customer, answer.subscription)).collect()
}

const ALL: [&str; 3] = ["c-1 s-1", "c-2 s-1", "c-1 s-2"];

#[track_caller]
fn comes_back(desk: &mut Desk) {
    desk.just(Command::Undo);
    assert_eq!(about(desk), ALL);
}

#[test]
fn the_ledger_holds_the_selected_subscriptions_answer() {
    let mut desk = answered();
    assert_eq!(desk.selected(), ("c-1", "s-1"));
    let held = |desk: &Desk| {
        let ledger = desk.state.session.derived.ledger()?;
        ledger.answer.as_ref().map(|answer| (answer.customer.clone(), answer.subscription.clone()))
    };
    assert_eq!(held(&desk), Some((Id::new("c-1"), Id::new("s-1"))));
    desk.just(Command::AskDeleteSubscription);
    desk.just(Command::ConfirmDeleteSubscription);
    assert_ne!(held(&desk), Some((Id::new("c-1"), Id::new("s-1"))));
}

#[test]
fn a_deleted_subscription_takes_its_answer_along() {
    let mut desk = answered();
    desk.just(Command::AskDeleteSubscription);
    desk.just(Command::ConfirmDeleteSubscription);
    assert_eq!(about(&desk), ["c-2 s-1", "c-1 s-2"]);
    comes_back(&mut desk);
}

#[test]
fn a_deleted_customer_takes_all_of_theirs_along() {
    let mut desk = answered();
    desk.just(Command::AskDeleteCustomer);
    desk.just(Command::ConfirmDeleteCustomer);
    assert_eq!(about(&desk), ["c-2 s-1"]);
    comes_back(&mut desk);
}

#[test]
fn a_new_id_is_carried_to_the_answers() {
    let mut desk = answered();
    desk.form().id = "s-new".to_owned();
    desk.just(Command::CommitForm);
    assert_eq!(about(&desk), ["c-1 s-new", "c-2 s-1", "c-1 s-2"]);
    comes_back(&mut desk);
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.id = "c-new".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(about(&desk), ["c-new s-1", "c-2 s-1", "c-new s-2"]);
    comes_back(&mut desk);
}
