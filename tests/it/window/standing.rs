//! Where a subscription stands is said alike in both lists: upgraded, or its verdict and the reason. And the list of all of them: its top, its line below, its widths.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Customer, Id, Status, Subscription, SubscriptionColumn, Tab};
use upgrade_desk::state::{Command, Filter};

use super::desk::{Opening, Window, portfolio_of};
use super::seen::name;
use crate::case::{BUSINESS, offers, record};
use crate::session::desk::customer;

fn with(subscription: Subscription) -> Window {
    let id = subscription.id.clone();
    let customer: Customer = customer("c-1", "Contoso", &[subscription]);
    let mut window = Window::of(portfolio_of([customer]));
    window.answer(Command::SelectSubscription { customer: Id::new("c-1"), subscription: id });
    window
}

/// The one row of a list, as it is read.
fn row(window: &Window) -> String {
    let rows = window.names(Role::Row);
    rows.into_iter().find(|row| row.contains("Business") || row.contains("Contoso CRM")).unwrap()
}

#[test]
fn an_upgraded_subscription_is_upgraded_in_both_lists_and_has_no_obstacle() {
    let mut closed = record("s-1", BUSINESS);
    closed.status = Status::Deleted;
    closed.upgraded_to = Some(Id::new("s-2"));
    let mut window = with(closed);
    let upgraded = window.say("row-upgraded");
    assert!(row(&window).contains(&upgraded), "{}", row(&window));
    window.answer(Command::ShowTab(Tab::Subscriptions));
    assert!(row(&window).contains(&upgraded), "{}", row(&window));
    let derived = &window.state().session.derived.rows()[0].subscriptions[0];
    assert_eq!((derived.reason, derived.targets.len()), (None, 0));
}

#[test]
fn a_subscription_whose_offer_is_not_recorded_says_so_in_the_list_of_all() {
    let mut unknown = record("s-1", BUSINESS);
    unknown.offer_id = None;
    unknown.offer_name = "Contoso CRM".into();
    let mut window = with(unknown);
    window.answer(Command::ShowTab(Tab::Subscriptions));
    let reason = window.say("row-offer-not-recorded");
    let row = window.harness.root().children_recursive().find(|node| name(node).contains("Contoso CRM")).unwrap();
    assert_eq!(row.accesskit_node().description().as_deref(), Some(reason.as_str()));
}

#[test]
fn the_list_of_all_begins_at_its_top_in_a_new_order_and_says_how_many_are_shown() {
    let mut window = Window::of(generate(60, 4, 5, &offers()));
    window.answer(Command::ShowTab(Tab::Subscriptions));
    let shown = |window: &Window| window.state().session.derived.subscriptions().to_vec();
    let last = *shown(&window).last().unwrap();
    let ids = |window: &Window, at: (u32, u32)| {
        let customer = window.portfolio().customers.at(at.0 as usize).unwrap();
        (customer.id.clone(), customer.subscriptions[at.1 as usize].id.clone())
    };
    let (customer, subscription) = ids(&window, last);
    window.answer(Command::SelectSubscription { customer, subscription });
    let first_drawn = |window: &Window| {
        let rows = window.harness.root().children_recursive();
        let rows = rows.filter(|node| super::seen::role(node) == Role::Row);
        rows.filter(|node| node.rect().top() > 0.0).map(|node| node.accesskit_node().position_in_set().unwrap()).min()
    };
    assert!(first_drawn(&window) > Some(0), "it is scrolled to what is selected");
    window.answer(Command::SortSubscriptions(SubscriptionColumn::Customer));
    window.settle();
    assert_eq!(first_drawn(&window), Some(0));
    window.answer(Command::ToggleFilter(Filter::CanBeUpgraded));
    let (few, all) = (shown(&window).len(), window.state().session.derived.totals().subscriptions);
    assert!(few < all);
    window.assert_says(&window.with("shown-of", &[("shown", few.into()), ("all", all.into())]));
}

#[test]
fn the_records_own_words_have_the_most_room_where_there_is_little() {
    let mut window = Opening { size: [800.0, 480.0], ..Opening::default() }.open();
    window.answer(Command::ShowTab(Tab::Subscriptions));
    let width = |column| window.get(Role::ColumnHeader, window.words().subscription_column(column)).rect().width();
    for column in [SubscriptionColumn::Customer, SubscriptionColumn::Offer, SubscriptionColumn::Target] {
        assert!(width(column) >= 110.0, "{column:?}: {}", width(column));
    }
    assert!(width(SubscriptionColumn::Reason) < width(SubscriptionColumn::Target));
}

#[test]
fn odd_numbers_are_warned_of_and_recorded() {
    let mut odd = record("s-1", BUSINESS);
    (odd.quantity, odd.assigned) = (20, Some(99));
    let window = with(odd);
    window.assert_says(&window.with("warning-assigned", &[("quantity", 20.into())]));
    let mut none = record("s-1", BUSINESS);
    (none.quantity, none.assigned) = (0, None);
    let window = with(none);
    let least = window.with("quantity-below-minimum", &[("asked", 0.into()), ("minimum", 1.into())]);
    window.assert_says(&least);
}
