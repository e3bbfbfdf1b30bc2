//! What was changed here since the last import of the same source, against what the file changed.

use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::merge::{
    Accepted, Base, Field, FieldConflict, Import, Into, MergePlan, Remark, RowKey, Selection, Standing, Take, Value,
};
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{Customer, Portfolio, Status, Subscription};
use uuid::Uuid;

use crate::given::applied;

/// One customer with one subscription of so many licenses, which is active.
fn holding(quantity: i64) -> Portfolio {
    let mut subscription = Subscription::new("S".into(), quantity);
    subscription.status = Status::Active;
    let mut customer = Customer::new("C".into(), "Contoso".to_owned());
    customer.subscriptions = vec![subscription];
    Portfolio { customers: [customer].into_iter().collect(), ..Portfolio::new(Uuid::nil()) }
}

fn file(portfolio: Portfolio) -> Incoming {
    Incoming::nothing(Recognized::only("test"), portfolio, Supplied::All)
}

fn base(quantity: i64) -> Base {
    Base { portfolio: holding(quantity), supplied: Supplied::All }
}

fn plan(ours: &Portfolio, theirs: &Incoming, base: Option<&Base>) -> MergePlan {
    let accepted = &Accepted::default();
    Import { current: ours, incoming: theirs, base, into: Into::Existing, accepted }.plan()
}

const ROW: RowKey = RowKey::Subscription(0, 0);

fn taking(take: Take) -> Selection {
    Selection { rows: [(ROW, take)].into() }
}

fn quantity_after(ours: &Portfolio, plan: &MergePlan, selection: &Selection) -> i64 {
    applied(ours, &plan.edits(selection)).customers.at(0).unwrap().subscriptions[0].quantity
}

#[test]
fn what_only_the_file_changed_is_taken_and_what_only_we_changed_stays() {
    let theirs = plan(&holding(5), &file(holding(7)), Some(&base(5)));
    assert_eq!(quantity_after(&holding(5), &theirs, &Selection::default()), 7);

    let ours = plan(&holding(6), &file(holding(5)), Some(&base(5)));
    let row = &ours.customers[0].subscriptions[0];
    let kept = FieldConflict {
        field: Field::Quantity,
        base: Value::Number(5),
        ours: Value::Number(6),
        theirs: Value::Number(5),
    };
    assert_eq!((&row.standing, &row.remarks), (&Standing::Unchanged, &vec![Remark::KeptYours(vec![kept])]));
    assert!(ours.edits(&Selection::default()).is_empty() && !ours.is_idle());
    assert_eq!(quantity_after(&holding(6), &ours, &taking(Take::Theirs)), 5, "the file's value can be had back");
}

#[test]
fn what_both_changed_is_a_conflict_in_which_ours_stays_unless_theirs_is_asked_for() {
    let both = plan(&holding(6), &file(holding(7)), Some(&base(5)));
    let Standing::Conflict { fields, changes } = &both.customers[0].subscriptions[0].standing else {
        panic!("{both:?}")
    };
    let expected = FieldConflict {
        field: Field::Quantity,
        base: Value::Number(5),
        ours: Value::Number(6),
        theirs: Value::Number(7),
    };
    assert_eq!((fields, changes.len()), (&vec![expected], 0));
    assert_eq!(both.counts(&Selection::default()).subscriptions.conflicts, 1);
    assert_eq!(both.counts(&taking(Take::Theirs)).subscriptions.changed, 1);
    assert_eq!(quantity_after(&holding(6), &both, &Selection::default()), 6);
    assert_eq!(quantity_after(&holding(6), &both, &taking(Take::Theirs)), 7);
    let same = plan(&holding(7), &file(holding(7)), Some(&base(5)));
    assert!(same.is_idle(), "both changed to the same");
}

#[test]
fn without_a_base_the_files_value_is_taken_and_shown() {
    let plan = plan(&holding(6), &file(holding(7)), None);
    let changes = plan.customers[0].subscriptions[0].changes(None);
    assert_eq!((&changes[0].old, &changes[0].new), (&Value::Number(6), &Value::Number(7)));
}

#[test]
fn a_base_that_did_not_supply_a_field_says_nothing_of_it() {
    let blind = Base { supplied: Supplied::These([Field::Status].into()), ..base(5) };
    let plan = plan(&holding(6), &file(holding(5)), Some(&blind));
    assert_eq!(quantity_after(&holding(6), &plan, &Selection::default()), 5);
}

#[test]
fn a_conflict_that_was_settled_is_not_asked_again_and_a_row_left_out_is() {
    let ours = holding(6);
    let first = plan(&ours, &file(holding(7)), Some(&base(5)));
    let settled = first.next_base(Some(&base(5)), &Selection::default());
    assert_eq!(settled, base(7));
    let again = plan(&ours, &file(holding(7)), Some(&settled));
    assert!(again.edits(&Selection::default()).is_empty());
    assert_eq!(again.counts(&Selection::default()).subscriptions.conflicts, 0);

    let unsettled = first.next_base(Some(&base(5)), &taking(Take::Nothing));
    assert_eq!(unsettled.portfolio.customers.at(0).unwrap().subscriptions[0].quantity, 5);
    let again = plan(&ours, &file(holding(7)), Some(&unsettled));
    assert_eq!(again.counts(&Selection::default()).subscriptions.conflicts, 1);
}

#[test]
fn a_new_record_that_was_left_out_is_new_again() {
    let nobody = Portfolio::new(Uuid::nil());
    let first = plan(&nobody, &file(holding(7)), None);
    let selection = Selection { rows: [(RowKey::Customer(0), Take::Nothing)].into() };
    assert!(first.edits(&selection).is_empty(), "a new customer takes its subscriptions with it");
    assert_eq!(first.counts(&selection).subscriptions.left_out, 1);
    let base = first.next_base(None, &selection);
    let again = plan(&nobody, &file(holding(7)), Some(&base));
    assert_eq!((&again.customers[0].standing, &again.customers[0].remarks), (&Standing::New, &Vec::new()));
}

#[test]
fn what_was_deleted_here_since_comes_back_with_a_remark() {
    let again = plan(&Portfolio::new(Uuid::nil()), &file(holding(5)), Some(&base(5)));
    assert_eq!(again.customers[0].remarks, [Remark::DeletedHere]);
    assert_eq!(again.customers[0].subscriptions[0].remarks, [Remark::DeletedHere]);
}

#[test]
fn a_suspension_that_the_file_ended_keeps_its_day_only_as_long_as_it_is_kept() {
    let suspended = |day: &str| {
        let mut portfolio = holding(5);
        let mut customer = (**portfolio.customers.at(0).unwrap()).clone();
        customer.subscriptions[0].status = Status::Suspended;
        customer.subscriptions[0].suspended_on = Some(day.parse().unwrap());
        portfolio.customers.replace(0, customer.into());
        portfolio
    };
    let mut expired = holding(5);
    let mut customer = (**expired.customers.at(0).unwrap()).clone();
    customer.subscriptions[0].status = Status::Expired;
    expired.customers.replace(0, customer.into());
    let ours = suspended("2018-05-01");
    let plan = plan(&ours, &file(expired), Some(&base(5)));
    let after = |selection: &Selection| {
        let after = applied(&ours, &plan.edits(selection));
        let record = after.customers.at(0).unwrap().subscriptions[0].clone();
        (record.status, record.suspended_on.is_some())
    };
    assert_eq!(after(&Selection::default()), (Status::Suspended, true));
    assert_eq!(after(&taking(Take::Theirs)), (Status::Expired, false));
}
