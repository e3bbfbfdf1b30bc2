//! Selecting, searching, filtering, sorting: what changes the session alone.

use upgrade_desk::model::{Customer, DelegatedAdmin, Id, Status};
use upgrade_desk::state::{Command, CustomerColumn, Effect, Filter, Notice, SubscriptionColumn, Tab};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, E3, PREMIUM, VISIO_1, record};

/// The ids of the customers shown, in their order.
fn customers(desk: &Desk) -> Vec<&str> {
    let at = |position: &u32| desk.portfolio().customers.at(*position as usize).unwrap().id.as_str();
    desk.state.session.derived.customers().iter().map(at).collect()
}

/// The ids of the subscriptions shown, in their order.
fn subscriptions(desk: &Desk) -> Vec<&str> {
    let at = |(customer, position): &(u32, u32)| {
        desk.portfolio().customers.at(*customer as usize).unwrap().subscriptions[*position as usize].id.as_str()
    };
    desk.state.session.derived.subscriptions().iter().map(at).collect()
}

#[track_caller]
fn search_finds(desk: &mut Desk, text: &str, found: &[&str]) {
    desk.just(Command::Search(text.to_owned()));
    assert_eq!(customers(desk), found, "{text}");
}

#[test]
fn the_first_customer_of_the_list_is_selected_at_the_start_with_their_first_subscription() {
    assert_eq!(Desk::new().selected(), ("c-1", "s-1"));
}

#[test]
fn selecting_a_customer_selects_their_first_subscription() {
    let mut desk = Desk::new();
    desk.just(Command::SelectCustomer(Id::new("c-2")));
    assert_eq!(desk.selected(), ("c-2", "s-3"));
    assert_eq!(desk.state.session.derived.ledger().unwrap().customer.as_str(), "c-2");
    desk.just(Command::SelectCustomer(Id::new("c-4")));
    assert_eq!(desk.selected(), ("c-4", ""));
    assert_eq!(desk.state.session.derived.ledger(), None);
    assert_eq!(desk.form().shows(), None);
}

#[test]
fn where_a_customer_has_several_subscriptions_the_first_that_is_not_over_is_selected() {
    let mut gone = record("s-1", BUSINESS);
    gone.status = Status::Deleted;
    let desk = Desk::on(portfolio([customer("c-1", "Contoso", &[gone, record("s-2", VISIO_1)])]));
    assert_eq!(desk.selected(), ("c-1", "s-2"));
}

#[test]
fn selecting_a_subscription_of_another_customer_selects_both() {
    let mut desk = Desk::new();
    desk.select("c-2", "s-4");
    assert_eq!(desk.form().shows(), Some((&Id::new("c-2"), &Id::new("s-4"))));
    desk.just(Command::SelectSubscription { customer: Id::new("c-1"), subscription: Id::new("nobody") });
    assert_eq!(desk.selected(), ("c-1", "s-1"));
}

#[test]
fn ids_are_selected_without_regard_to_case() {
    let mut desk = Desk::new();
    desk.just(Command::SelectSubscription { customer: Id::new("C-2"), subscription: Id::new("S-4") });
    assert_eq!(desk.record("c-2", "s-4").id, desk.state.subscription().unwrap().id);
}

#[test]
fn search_finds_parts_of_names_domains_and_ids_in_any_script() {
    let mut desk = Desk::new();
    search_finds(&mut desk, "咖啡", &["c-2"]);
    search_finds(&mut desk, "SHANG", &["c-1"]);
    search_finds(&mut desk, "sifang.cn", &["c-2"]);
    search_finds(&mut desk, "onmschina", &["c-1"]);
    search_finds(&mut desk, "C-3", &["c-3"]);
    search_finds(&mut desk, "nobody", &[]);
    search_finds(&mut desk, "", &["c-1", "c-3", "c-4", "c-2"]);
}

#[test]
fn search_ignores_accents_and_width_on_both_sides() {
    let mut desk = Desk::new();
    search_finds(&mut desk, "elan energie", &["c-3"]);
    search_finds(&mut desk, "ÉLAN", &["c-3"]);
    search_finds(&mut desk, "CONTÖSO", &["c-1"]);
    search_finds(&mut desk, "ｗｉｎｇｔｉｐ", &["c-4"]);
    search_finds(&mut desk, "e\u{301}lan", &["c-3"]);
}

#[test]
fn every_word_of_a_search_has_to_be_found_wherever_it_stands() {
    let mut desk = Desk::new();
    search_finds(&mut desk, "shanghai contoso", &["c-1"]);
    search_finds(&mut desk, "contoso c-1", &["c-1"]);
    search_finds(&mut desk, "contoso toys", &[]);
    search_finds(&mut desk, "  toys\u{3000}wingtip ", &["c-4"]);
}

#[test]
fn search_finds_subscriptions_by_their_offer_id_nickname_and_customer() {
    let mut desk = Desk::new();
    desk.form().friendly_name = "Head office".to_owned();
    desk.just(Command::CommitForm);
    for (text, found) in [
        ("visio", vec!["s-2"]),
        ("HEAD office", vec!["s-1"]),
        ("s-5", vec!["s-5"]),
        ("咖啡 premium", vec!["s-3"]),
        ("contoso business", vec!["s-1"]),
    ] {
        desk.just(Command::Search(text.to_owned()));
        assert_eq!(subscriptions(&desk), found, "{text}");
    }
}

/// One customer for each filter, and one for none.
fn for_filters() -> Desk {
    let of = |id: &str, change: fn(&mut Customer)| {
        let mut customer = customer(id, id, &[record(&format!("s-{id}"), BUSINESS)]);
        change(&mut customer);
        customer
    };
    let mut desk = Desk::on(portfolio([
        of("can", |_| {}),
        of("unknown", |customer| customer.delegated_admin = DelegatedAdmin::NotKnown),
        of("suspended", |customer| customer.subscriptions[0].status = Status::Suspended),
        of("no-admin", |customer| customer.delegated_admin = DelegatedAdmin::NotGranted),
        of("no-families", |customer| customer.delegated_admin = DelegatedAdmin::Families(Vec::new())),
        of("tasks", |_| {}),
        of("without", |customer| customer.subscriptions.clear()),
    ]));
    desk.select("tasks", "s-tasks");
    desk.upgrade(E3, "10");
    desk.just(Command::CloseDialog);
    desk
}

#[test]
fn each_filter_shows_what_it_says() {
    for (filter, found) in [
        (Filter::CanBeUpgraded, vec!["can"]),
        (Filter::NotKnown, vec!["unknown"]),
        (Filter::Suspended, vec!["suspended"]),
        (Filter::NoDelegatedAdmin, vec!["no-admin", "no-families"]),
        (Filter::OpenTasks, vec!["tasks"]),
    ] {
        let mut desk = for_filters();
        desk.just(Command::ToggleFilter(filter));
        assert_eq!(customers(&desk), found, "{filter:?}");
        if filter == Filter::OpenTasks {
            let new = desk.portfolio().upgrades[0].target.to_string();
            assert_eq!(subscriptions(&desk), [new]);
        } else {
            let expected: Vec<String> = found.iter().map(|id| format!("s-{id}")).collect();
            assert_eq!(subscriptions(&desk), expected, "{filter:?}");
        }
        desk.just(Command::ToggleFilter(filter));
        assert_eq!(customers(&desk).len(), 7);
    }
}

#[test]
fn the_list_of_subscriptions_is_filtered_one_by_one() {
    let mut suspended = record("s-2", VISIO_1);
    suspended.status = Status::Suspended;
    let held = [record("s-1", BUSINESS), suspended];
    let mut desk = Desk::on(portfolio([customer("c-1", "Contoso", &held)]));
    desk.just(Command::ToggleFilter(Filter::Suspended));
    assert_eq!((customers(&desk), subscriptions(&desk)), (vec!["c-1"], vec!["s-2"]));
    desk.just(Command::ClearFilters);
    desk.just(Command::ToggleFilter(Filter::CanBeUpgraded));
    assert_eq!(subscriptions(&desk), ["s-1"]);
}

#[test]
fn filters_and_search_have_to_pass_together_and_are_cleared_together() {
    let mut desk = for_filters();
    desk.just(Command::ToggleFilter(Filter::NoDelegatedAdmin));
    desk.just(Command::Search("families".to_owned()));
    assert_eq!(customers(&desk), ["no-families"]);
    desk.just(Command::ToggleFilter(Filter::CanBeUpgraded));
    assert_eq!(customers(&desk), [""; 0]);
    desk.just(Command::ClearFilters);
    assert_eq!((customers(&desk).len(), desk.state.session.search.as_str()), (7, ""));
    assert!(desk.state.session.filters.is_empty());
}

#[test]
fn a_record_that_no_longer_passes_the_filter_leaves_the_list_and_stays_selected() {
    let mut desk = Desk::new();
    desk.just(Command::ToggleFilter(Filter::CanBeUpgraded));
    assert_eq!(customers(&desk), ["c-1"]);
    desk.form().status = Status::Pending;
    desk.just(Command::CommitForm);
    assert_eq!((customers(&desk).len(), desk.selected()), (0, ("c-1", "s-1")));
}

#[test]
fn customers_are_sorted_by_each_column_both_ways() {
    for (column, up) in [
        (CustomerColumn::Domain, ["c-3", "c-4", "c-1", "c-2"]),
        (CustomerColumn::Subscriptions, ["c-4", "c-3", "c-1", "c-2"]),
        // The most upgradable first.
        (CustomerColumn::Upgradable, ["c-1", "c-3", "c-4", "c-2"]),
        (CustomerColumn::DelegatedAdmin, ["c-1", "c-4", "c-2", "c-3"]),
        (CustomerColumn::Company, ["c-1", "c-3", "c-4", "c-2"]),
    ] {
        let mut desk = Desk::new();
        desk.just(Command::SortCustomers(CustomerColumn::Upgradable));
        desk.just(Command::SortCustomers(CustomerColumn::Domain));
        if column != CustomerColumn::Domain {
            desk.just(Command::SortCustomers(column));
        }
        assert_eq!(customers(&desk), up, "{column:?}");
        let first_key = |desk: &Desk| key(desk, column);
        let (first, last) = (first_key(&desk), {
            desk.just(Command::SortCustomers(column));
            first_key(&desk)
        });
        assert!(first != last, "{column:?} the other way round begins elsewhere");
    }
}

/// What the first row of the list is sorted by.
fn key(desk: &Desk, column: CustomerColumn) -> String {
    let derived = &desk.state.session.derived;
    let row = derived.row(derived.customers()[0]).unwrap();
    match column {
        CustomerColumn::Company => row.record.company_name.clone(),
        CustomerColumn::Domain => row.domain().to_owned(),
        CustomerColumn::Subscriptions => row.subscriptions.len().to_string(),
        CustomerColumn::Upgradable => row.eligible.to_string(),
        CustomerColumn::DelegatedAdmin => row.delegated_admin_rank.to_string(),
        CustomerColumn::Tags => row.tags.to_string(),
    }
}

/// Three subscriptions that stand differently in every column.
fn for_columns() -> Desk {
    let day = |day: &str| Some(day.parse().unwrap());
    let mut a = record("a", VISIO_1);
    (a.quantity, a.commitment_end) = (30, None);
    let mut b = record("b", PREMIUM);
    (b.quantity, b.commitment_end, b.status) = (10, day("2027-01-31"), Status::Suspended);
    let mut c = record("c", BUSINESS);
    (c.quantity, c.commitment_end) = (20, day("2026-12-31"));
    Desk::on(portfolio([customer("2", "Beta", &[a]), customer("3", "Gamma", &[b]), customer("1", "Alpha", &[c])]))
}

#[test]
fn subscriptions_are_sorted_by_each_column_both_ways() {
    for (column, up) in [
        (SubscriptionColumn::Customer, ["c", "a", "b"]),
        (SubscriptionColumn::Offer, ["c", "b", "a"]),
        (SubscriptionColumn::Licenses, ["b", "c", "a"]),
        (SubscriptionColumn::Status, ["c", "a", "b"]),
        // What renews first comes first, what is not known last.
        (SubscriptionColumn::Renewal, ["c", "b", "a"]),
        // What can be upgraded comes first.
        (SubscriptionColumn::Verdict, ["c", "b", "a"]),
        (SubscriptionColumn::Reason, ["c", "a", "b"]),
    ] {
        let mut desk = for_columns();
        desk.just(Command::SortSubscriptions(SubscriptionColumn::Target));
        desk.just(Command::SortSubscriptions(column));
        assert_eq!(subscriptions(&desk), up, "{column:?}");
        desk.just(Command::SortSubscriptions(column));
        let mut down = up;
        down.reverse();
        // Where two are alike, they stay in the order of their customers.
        if matches!(column, SubscriptionColumn::Status | SubscriptionColumn::Reason) {
            down = ["b", "c", "a"];
        }
        assert_eq!(subscriptions(&desk), down, "{column:?} the other way round");
    }
    let mut desk = for_columns();
    desk.just(Command::SortSubscriptions(SubscriptionColumn::Target));
    let up: Vec<String> = subscriptions(&desk).into_iter().map(str::to_owned).collect();
    assert_eq!(up.last().map(String::as_str), Some("a"), "what has no target comes last");
    desk.just(Command::SortSubscriptions(SubscriptionColumn::Target));
    assert_eq!(subscriptions(&desk)[0], "a");
}

#[test]
fn a_renamed_customer_moves_to_their_new_place_in_the_list() {
    let mut desk = Desk::new();
    assert_eq!(customers(&desk), ["c-1", "c-3", "c-4", "c-2"]);
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.company_name = "Zeta".to_owned();
    desk.just(Command::ConfirmCustomer);
    assert_eq!(customers(&desk), ["c-3", "c-4", "c-1", "c-2"]);
}

#[test]
fn looking_changes_nothing_in_the_portfolio() {
    let mut desk = Desk::new();
    for command in [
        Command::ShowTab(Tab::Subscriptions),
        Command::Search("x".to_owned()),
        Command::ToggleFilter(Filter::OpenTasks),
        Command::SortCustomers(CustomerColumn::Domain),
        Command::SortSubscriptions(SubscriptionColumn::Reason),
        Command::SelectCustomer(Id::new("c-3")),
        Command::ShowReasons { target: Id::new(E3) },
        Command::ShowOffers,
        Command::AskAbout,
        Command::CloseDialog,
        Command::DismissBanner,
        Command::DismissNotice,
    ] {
        desk.just(command);
    }
    assert_eq!(desk.send(Command::ShowHistory), [Effect::ReadHistory]);
    assert_eq!(*desk.portfolio(), typical());
    assert!(!desk.state.is_dirty() && desk.state.session.history.entries().len() == 0);
}

#[test]
fn a_copied_text_goes_to_the_world_and_is_said() {
    let mut desk = Desk::new();
    let effects = desk.send(Command::CopyText("s-1".to_owned()));
    assert_eq!(effects, [Effect::CopyText("s-1".to_owned())]);
    assert_eq!(desk.notice(), Some(&Notice::Copied));
    desk.just(Command::DismissNotice);
    assert_eq!(desk.notice(), None);
}
