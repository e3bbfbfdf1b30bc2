//! Which columns the lists show: what is kept of a choice, and what becomes of the order. How they are drawn is the window's.

use upgrade_desk::model::{AnyColumn, Columns, HeldColumn, List, ListColumn, Shown, Toggle};
use upgrade_desk::state::{ColumnsDraft, Command, CustomerColumn, Dialog, Effect, SubscriptionColumn};

use super::desk::Desk;

const COMPANY: AnyColumn = AnyColumn::Customer(CustomerColumn::Company);
const DOMAIN: AnyColumn = AnyColumn::Customer(CustomerColumn::Domain);
const TAGS: AnyColumn = AnyColumn::Customer(CustomerColumn::Tags);

#[track_caller]
fn set(desk: &mut Desk, list: List, columns: &[AnyColumn]) -> Columns {
    desk.just(Command::AskColumns(list));
    assert_eq!(desk.dialog(), Some(&Dialog::Columns(list)));
    let effects = desk.send(Command::SetColumns(list, columns.to_vec()));
    assert_eq!(desk.dialog(), None);
    let [Effect::KeepSettings(kept)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(kept.columns, desk.state.session.settings.columns);
    kept.columns.clone()
}

#[test]
fn a_choice_is_kept_for_its_list_alone() {
    let mut desk = Desk::new();
    let kept = set(&mut desk, List::Customers, &[TAGS, COMPANY]);
    assert_eq!(kept.customers.as_slice(), [CustomerColumn::Tags, CustomerColumn::Company]);
    assert!(kept.held.is_as_at_first() && kept.subscriptions.is_as_at_first());
    let kept = set(&mut desk, List::Held, &[AnyColumn::Held(HeldColumn::Verdict)]);
    assert_eq!(kept.held.as_slice(), [HeldColumn::Subscription, HeldColumn::Verdict]);
    assert_eq!(kept.customers.as_slice().len(), 2);
}

#[test]
fn what_names_the_row_is_always_shown_and_nothing_twice() {
    fn check<C: ListColumn + std::fmt::Debug>() {
        assert_eq!(Shown::<C>::new([]), Shown::default());
        assert!(Shown::<C>::default().has(C::NAME));
        for column in C::ALL {
            let shown = Shown::new([*column, *column]);
            assert!(shown.has(C::NAME) && shown.has(*column) && shown.as_slice().len() <= 2, "{shown:?}");
        }
    }
    check::<CustomerColumn>();
    check::<HeldColumn>();
    check::<SubscriptionColumn>();
    // Columns of another list are none of its own.
    let mut columns = Columns::default();
    columns.set(List::Subscriptions, &[COMPANY]);
    assert_eq!(columns, Columns::default());
}

#[test]
fn rows_sorted_by_a_column_that_is_hidden_go_by_their_names() {
    let mut desk = Desk::new();
    for _ in 0..2 {
        desk.just(Command::SortCustomers(CustomerColumn::Domain));
    }
    desk.just(Command::SortSubscriptions(SubscriptionColumn::Renewal));
    set(&mut desk, List::Customers, &[COMPANY, DOMAIN]);
    let by_domain = Toggle { column: CustomerColumn::Domain, descending: true };
    assert_eq!(desk.state.session.sorting.customers, by_domain, "it is still shown");
    set(&mut desk, List::Customers, &[COMPANY, TAGS]);
    assert_eq!(desk.state.session.sorting.customers, Toggle { column: CustomerColumn::Company, descending: false });
    assert_eq!(desk.state.session.sorting.subscriptions.column, SubscriptionColumn::Renewal, "the other list stays");
}

#[test]
fn columns_are_moved_hidden_and_set_back_before_they_are_kept() {
    let mut draft = ColumnsDraft::of(&Columns::default(), List::Customers);
    let all = List::Customers.columns();
    assert_eq!((draft.lines.len(), draft.shown()), (all.len(), all[..5].to_vec()));
    draft.raise(1);
    draft.raise(0);
    draft.raise(99);
    draft.lines[2].1 = false;
    assert_eq!(draft.shown(), [DOMAIN, COMPANY, all[3], all[4]]);
    let mut columns = Columns::default();
    columns.set(List::Customers, &draft.shown());
    assert_eq!(ColumnsDraft::of(&columns, List::Customers).shown(), draft.shown());
    assert_eq!(ColumnsDraft::of(&columns, List::Customers).lines.len(), all.len());
}
