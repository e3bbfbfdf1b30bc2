//! Several rows selected at once: by ids, as the list is shown, and never one that nobody sees. What is done with them is not here.

use upgrade_desk::model::Id;
use upgrade_desk::state::{Command, CustomerColumn, Filter, Pick, Tab};

use super::desk::Desk;

fn pick(desk: &mut Desk, pick: fn(Id) -> Pick<Id>, id: &str) {
    desk.just(Command::PickCustomers(pick(Id::new(id))));
}

/// The selected customers in the order in which they are shown; nobody where one stands alone.
fn picked(desk: &Desk) -> Vec<String> {
    let picks = &desk.state.session.picked.customers;
    let shown = desk.state.session.derived.customers().iter();
    let ids = shown.map(|at| desk.portfolio().customers.at(*at as usize).unwrap().id.clone());
    let found: Vec<String> = ids.filter(|id| picks.has(id)).map(|id| id.to_string()).collect();
    assert_eq!(found.len(), picks.len(), "nothing is selected that is not shown");
    assert!(picks.is_empty() || picks.has(&Id::new(desk.selected().0)), "the one that is shown is among them");
    assert_ne!(picks.len(), 1);
    found
}

// They are shown as c-1 Contoso, c-3 Élan, c-4 Wingtip, c-2 四方咖啡.

#[test]
fn a_row_is_selected_beside_others_and_no_longer() {
    let mut desk = Desk::new();
    pick(&mut desk, Pick::Toggle, "c-4");
    assert_eq!((picked(&desk), desk.selected().0), (vec!["c-1".to_owned(), "c-4".to_owned()], "c-4"));
    pick(&mut desk, Pick::Toggle, "c-2");
    assert_eq!(picked(&desk), ["c-1", "c-4", "c-2"]);
    pick(&mut desk, Pick::Toggle, "c-2");
    assert_eq!((picked(&desk).len(), desk.selected().0), (2, "c-1"), "another one is shown");
    pick(&mut desk, Pick::Toggle, "c-1");
    assert_eq!((picked(&desk).len(), desk.selected().0), (0, "c-4"), "one alone is the one that is shown");
    pick(&mut desk, Pick::Toggle, "c-4");
    assert_eq!((picked(&desk).len(), desk.selected().0), (0, "c-4"), "and it stays");
}

#[test]
fn a_range_goes_from_where_it_began_as_the_list_is_shown() {
    let mut desk = Desk::new();
    desk.just(Command::SelectCustomer(Id::new("c-3")));
    for (to, expected) in [
        ("c-4", vec!["c-3", "c-4"]),
        ("c-2", vec!["c-3", "c-4", "c-2"]),
        ("c-4", vec!["c-3", "c-4"]),
        ("c-1", vec!["c-1", "c-3"]),
        ("c-3", vec![]),
        ("c-1", vec!["c-1", "c-3"]),
    ] {
        pick(&mut desk, Pick::Through, to);
        assert_eq!((picked(&desk), desk.selected().0), (expected.into_iter().map(str::to_owned).collect(), to));
    }
    pick(&mut desk, Pick::Toggle, "c-2");
    pick(&mut desk, Pick::Through, "c-4");
    assert_eq!(picked(&desk), ["c-4", "c-2"], "the row that was pressed last is where a range begins");
}

#[test]
fn everything_that_is_shown_is_selected_and_nothing_else() {
    let mut desk = Desk::new();
    desk.just(Command::PickAll);
    assert_eq!((picked(&desk).len(), desk.selected().0), (4, "c-1"), "the one that was shown still is");
    desk.just(Command::PickOne);
    assert_eq!((picked(&desk).len(), desk.selected().0), (0, "c-1"));
    desk.just(Command::Search("toys".to_owned()));
    desk.just(Command::PickAll);
    assert_eq!((picked(&desk).len(), desk.selected().0), (0, "c-4"), "one alone is shown");
    desk.just(Command::Search("nobody".to_owned()));
    desk.just(Command::PickAll);
    assert_eq!((picked(&desk).len(), desk.selected().0), (0, "c-4"));
}

#[test]
fn what_is_selected_follows_the_records_when_their_order_changes() {
    let mut desk = Desk::new();
    pick(&mut desk, Pick::Toggle, "c-2");
    desk.just(Command::SortCustomers(CustomerColumn::Subscriptions));
    assert_eq!(picked(&desk), ["c-1", "c-2"]);
    pick(&mut desk, Pick::Lead, "c-1");
    assert_eq!((picked(&desk).len(), desk.selected().0), (2, "c-1"));
}

#[test]
fn a_plain_selection_leaves_one() {
    for id in ["c-1", "c-2", "c-3"] {
        let mut desk = Desk::new();
        pick(&mut desk, Pick::Toggle, "c-2");
        desk.just(Command::SelectCustomer(Id::new(id)));
        assert_eq!((picked(&desk).len(), desk.selected().0), (0, id));
    }
    let mut desk = Desk::new();
    pick(&mut desk, Pick::Toggle, "c-2");
    desk.just(Command::SelectSubscription { customer: Id::new("c-2"), subscription: Id::new("s-4") });
    assert_eq!(picked(&desk).len(), 2, "who looks through the customer's subscriptions keeps what is selected");
    desk.just(Command::ShowRecord { customer: Id::new("c-3"), subscription: None });
    assert_eq!(picked(&desk).len(), 0);
}

#[test]
fn what_the_search_or_a_filter_hides_is_no_longer_selected() {
    let mut desk = Desk::new();
    desk.just(Command::PickAll);
    desk.just(Command::Search("o".to_owned()));
    let shown = desk.state.session.derived.customers().len();
    assert!(shown > 1 && shown < 4);
    assert_eq!(picked(&desk).len(), shown);
    desk.just(Command::ClearFilters);
    assert_eq!(picked(&desk).len(), shown, "and it does not come back");
    desk.just(Command::ToggleFilter(Filter::Suspended));
    assert_eq!(picked(&desk), [""; 0], "the one whose details are shown is hidden");
}

#[test]
fn a_record_that_is_gone_is_no_longer_selected() {
    let mut desk = Desk::new();
    desk.just(Command::AskNewCustomer);
    desk.state.drafts.customer.id = "c-5".to_owned();
    desk.state.drafts.customer.company_name = "Fourth Coffee".to_owned();
    desk.just(Command::ConfirmCustomer);
    desk.just(Command::PickAll);
    pick(&mut desk, Pick::Lead, "c-2");
    assert_eq!(picked(&desk).len(), 5);
    desk.just(Command::Undo);
    assert_eq!((desk.portfolio().customers.len(), picked(&desk).len()), (4, 4));
}

#[test]
fn the_list_of_opportunities_has_a_selection_of_its_own() {
    let mut desk = Desk::new();
    desk.just(Command::ShowTab(Tab::Subscriptions));
    let key = |customer: &str, id: &str| (Id::new(customer), Id::new(id));
    desk.just(Command::PickSubscriptions(Pick::Toggle(key("c-2", "s-3"))));
    let count = |desk: &Desk, tab| desk.state.session.picked.count(tab);
    assert_eq!((count(&desk, Tab::Subscriptions), count(&desk, Tab::Customers)), (2, 0));
    assert_eq!(desk.selected(), ("c-2", "s-3"));
    desk.just(Command::PickAll);
    assert_eq!(count(&desk, Tab::Subscriptions), 5);
    // The same record, whatever the case of its id.
    assert!(desk.state.session.picked.subscriptions.has(&key("C-2", "S-3")));
    desk.just(Command::SelectSubscription { customer: Id::new("c-2"), subscription: Id::new("s-3") });
    assert_eq!(count(&desk, Tab::Subscriptions), 0);
}
