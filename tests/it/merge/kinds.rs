//! Kinds of rows by hand: fields that a file lacks, subscriptions without a customer, what is not in the file, and confirmed proposals.

use upgrade_desk::exchange::incoming::{Likely, Lists, Proposal, Supplied};
use upgrade_desk::exchange::merge::{
    Accepted, Field, Import, Into, MergePlan, Privileges, Reason, Remark, Selection, Standing,
};
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Id, Portfolio, Status, Subscription};
use uuid::Uuid;

use crate::given::applied;

fn record(id: &str, status: Status) -> Subscription {
    Subscription { status, channel: Channel::ThisPartner, ..Subscription::new(id.into(), 5) }
}

fn customer(id: &str, records: Vec<Subscription>) -> Customer {
    Customer { subscriptions: records, ..Customer::new(id.into(), "Contoso".to_owned()) }
}

fn holding(customers: Vec<Customer>) -> Portfolio {
    Portfolio { customers: customers.into_iter().collect(), ..Portfolio::new(Uuid::nil()) }
}

fn file(customers: Vec<Customer>, fields: &[Field]) -> Incoming {
    let supplied = Supplied::These(fields.iter().copied().collect());
    Incoming::nothing(Recognized::only("test"), holding(customers), supplied)
}

fn plan(current: &Portfolio, incoming: &Incoming, accepted: &Accepted) -> MergePlan {
    Import { current, incoming, base: None, into: Into::Existing, accepted }.plan()
}

fn after(current: &Portfolio, incoming: &Incoming, accepted: &Accepted) -> Portfolio {
    applied(current, &plan(current, incoming, accepted).edits(&Selection::default()))
}

#[test]
fn a_file_without_quantities_never_makes_one_nothing_and_says_where_none_is_known() {
    let current = holding(vec![customer("c", vec![record("s", Status::Active)])]);
    let records = vec![Subscription::new("s".into(), 0), Subscription::new("new".into(), 0)];
    let incoming = file(vec![customer("c", records)], &[Field::Status]);
    let plan = plan(&current, &incoming, &Accepted::default());
    let rows = &plan.customers[0].subscriptions;
    assert_eq!((&rows[0].standing, &rows[0].remarks), (&Standing::Unchanged, &Vec::new()));
    assert_eq!((&rows[1].standing, &rows[1].remarks), (&Standing::New, &vec![Remark::NoQuantity]));
    let after = applied(&current, &plan.edits(&Selection::default()));
    let quantities: Vec<i64> = after.customers.at(0).unwrap().subscriptions.iter().map(|one| one.quantity).collect();
    assert_eq!(quantities, [5, 0]);
}

#[test]
fn a_subscription_without_a_customer_goes_to_the_one_who_has_it() {
    let current = holding(vec![
        customer("c", vec![record("s", Status::Active), record("both", Status::Active)]),
        customer("d", vec![record("both", Status::Active)]),
    ]);
    let mut incoming = file(Vec::new(), &[Field::Status]);
    incoming.unplaced = ["S", "both", "nobody's"].map(|id| record(id, Status::Suspended)).into();
    let plan = plan(&current, &incoming, &Accepted::default());
    assert_eq!((plan.customers.len(), &plan.customers[0].standing), (1, &Standing::Unchanged));
    assert!(matches!(plan.customers[0].subscriptions[0].standing, Standing::Changed(_)));
    let left: Vec<(&str, &Standing)> = plan.unplaced.iter().map(|row| (row.id.as_str(), &row.standing)).collect();
    let nobody = Standing::LeftOut(Reason::NoCustomer);
    assert_eq!(left, [("both", &nobody), ("nobody's", &nobody)]);
    let after = applied(&current, &plan.edits(&Selection::default()));
    assert_eq!(after.customers.at(0).unwrap().subscriptions[0].status, Status::Suspended);
    assert_eq!(plan.counts(&Selection::default()).subscriptions.left_out, 2);
}

#[test]
fn what_is_not_in_a_file_that_lists_all_is_told_and_stays() {
    let direct = Subscription { channel: Channel::Direct, ..record("direct", Status::Active) };
    let records =
        vec![record("s", Status::Active), record("missing", Status::Active), direct, record("over", Status::Deleted)];
    let current = holding(vec![customer("c", records), customer("gone", vec![record("t", Status::Active)])]);
    let mut incoming = file(vec![customer("c", vec![record("s", Status::Active)])], &[Field::Status]);
    let names = |incoming: &Incoming| -> Vec<String> {
        let plan = plan(&current, incoming, &Accepted::default());
        assert!(plan.is_idle() && plan.edits(&Selection::default()).is_empty());
        let all = plan.customers.iter().flat_map(|row| {
            let own = (row.id.clone(), row.standing.clone());
            [own].into_iter().chain(row.subscriptions.iter().map(|row| (row.id.clone(), row.standing.clone())))
        });
        all.filter(|(_, standing)| *standing == Standing::NotInFile).map(|(id, _)| id.to_string()).collect()
    };
    assert!(names(&incoming).is_empty());
    incoming.lists = Lists { customers: true, subscriptions: false };
    assert_eq!(names(&incoming), ["gone"]);
    incoming.lists = Lists { customers: false, subscriptions: true };
    assert_eq!(names(&incoming), ["missing"], "not what others sold, and not what is closed");
}

fn likely(likely: Likely, ids: &[&str]) -> Proposal {
    Proposal { likely, subscriptions: ids.iter().map(|id| Id::new(id)).collect() }
}

#[test]
fn a_confirmed_proposal_fills_gaps_alone_and_is_marked() {
    let unset = |id: &str| Subscription { channel: Channel::NotKnown, ..record(id, Status::Unset) };
    let current = holding(vec![customer("c", vec![unset("gap"), record("known", Status::Suspended)])]);
    let mut incoming = file(vec![customer("c", vec![unset("gap"), unset("known"), unset("new")])], &[Field::Quantity]);
    let ids = ["gap", "known", "new"];
    incoming.proposals =
        vec![likely(Likely::Active, &ids), likely(Likely::Monthly, &ids), likely(Likely::OwnSale, &ids)];
    assert!(plan(&current, &incoming, &Accepted::default()).customers[0].subscriptions[0].changes(None).is_empty());

    let accepted = Accepted { likely: [Likely::Active, Likely::OwnSale].into(), ..Accepted::default() };
    let plan = plan(&current, &incoming, &accepted);
    let rows = &plan.customers[0].subscriptions;
    assert!(rows[0].changes(None).iter().all(|change| change.proposed) && rows[0].changes(None).len() == 2);
    assert_eq!((&rows[2].standing, rows[2].filled.len()), (&Standing::New, 2));
    let after = applied(&current, &plan.edits(&Selection::default()));
    let records = &after.customers.at(0).unwrap().subscriptions;
    let found: Vec<(&Status, &Channel, &BillingCycle)> =
        records.iter().map(|record| (&record.status, &record.channel, &record.billing_cycle)).collect();
    let filled = (&Status::Active, &Channel::ThisPartner, &BillingCycle::Unset);
    assert_eq!(found, [filled, (&Status::Suspended, &Channel::ThisPartner, &BillingCycle::Unset), filled]);
}

#[test]
fn privileges_are_filled_in_for_all_or_for_these_where_they_are_not_known() {
    let refused = Customer { delegated_admin: DelegatedAdmin::NotGranted, ..customer("no", Vec::new()) };
    let current = holding(vec![customer("c", Vec::new()), refused]);
    let incoming = file(
        vec![customer("c", Vec::new()), customer("no", Vec::new()), customer("new", Vec::new())],
        &[Field::CompanyName],
    );
    let granted = |privileges| -> Vec<DelegatedAdmin> {
        let accepted = Accepted { privileges, ..Accepted::default() };
        let after = after(&current, &incoming, &accepted);
        after.customers.iter().map(|customer| customer.delegated_admin.clone()).collect()
    };
    let (all, no, open) = (DelegatedAdmin::All, DelegatedAdmin::NotGranted, DelegatedAdmin::NotKnown);
    assert_eq!(granted(Privileges::NotSaid), [open.clone(), no.clone(), open.clone()]);
    assert_eq!(granted(Privileges::All), [all.clone(), no.clone(), all.clone()]);
    assert_eq!(granted(Privileges::These(["NEW".into()].into())), [open, no, all]);
}
