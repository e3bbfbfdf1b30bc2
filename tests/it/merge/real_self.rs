//! A new subscription of a file is the real self of the one that a recorded upgrade made, where that is clear.

use std::sync::Arc;

use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::merge::{Accepted, Import, Into, MergePlan, Remark, RowKey, Selection, Standing, Take};
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{Customer, Id, Portfolio, Status, Subscription, Task, TaskId, Upgrade};
use uuid::Uuid;

use crate::given::applied;

fn record(id: &str, offer: &str, status: Status) -> Subscription {
    Subscription { offer_id: Some(offer.into()), status, ..Subscription::new(id.into(), 5) }
}

fn customer(records: Vec<Subscription>) -> Customer {
    Customer { subscriptions: records, ..Customer::new("C".into(), "Contoso".to_owned()) }
}

/// An upgrade from `old` to an offer, recorded at noon on 10 May, whose new subscription is still under a made-up id.
fn upgraded(source: &str, made_up: &str, to: &str) -> Arc<Upgrade> {
    Arc::new(Upgrade {
        customer: "C".into(),
        source: source.into(),
        target: made_up.into(),
        provisional: true,
        from_offer: "business".into(),
        to_offer: to.into(),
        licenses: 5,
        at: "2018-05-10T12:00:00Z".parse().unwrap(),
        comment: String::new(),
        rules: "page".to_owned(),
        tasks: TaskId::ALL.into_iter().map(|id| Task { id, done: false }).collect(),
    })
}

/// `old` was upgraded to E3, which is there as `made-up` with an add-on.
fn desk() -> Portfolio {
    let old = Subscription { upgraded_to: Some("made-up".into()), ..record("old", "business", Status::Deleted) };
    let add_on = Subscription { parent_id: Some("made-up".into()), ..record("add-on", "visio", Status::Active) };
    Portfolio {
        customers: [customer(vec![old, record("made-up", "e3", Status::Active), add_on])].into_iter().collect(),
        upgrades: vec![upgraded("old", "made-up", "e3")],
        ..Portfolio::new(Uuid::nil())
    }
}

fn file(records: Vec<Subscription>) -> Incoming {
    let portfolio = Portfolio { customers: [customer(records)].into_iter().collect(), ..Portfolio::new(Uuid::nil()) };
    Incoming::nothing(Recognized::only("test"), portfolio, Supplied::All)
}

fn plan(current: &Portfolio, incoming: &Incoming) -> MergePlan {
    let accepted = &Accepted::default();
    Import { current, incoming, base: None, into: Into::Existing, accepted }.plan()
}

fn real() -> Subscription {
    let created = Some("2018-05-11".parse().unwrap());
    Subscription { created, friendly_name: "Front desk".to_owned(), ..record("real", "E3", Status::Active) }
}

#[track_caller]
fn standing(current: &Portfolio, incoming: &Incoming) -> (Standing, Vec<Remark>) {
    let row = plan(current, incoming).customers[0].subscriptions[0].clone();
    (row.standing, row.remarks)
}

#[test]
fn the_provisional_record_gets_the_real_id_everywhere_and_the_task_is_ticked() {
    let desk = desk();
    let plan = plan(&desk, &file(vec![real(), record("old", "business", Status::Active)]));
    let Standing::RealSelfOf { provisional, changes } = &plan.customers[0].subscriptions[0].standing else {
        panic!("{:?}", plan.customers[0].subscriptions[0]);
    };
    assert_eq!((provisional.as_str(), changes.len()), ("made-up", 2), "{changes:?}");
    let after = applied(&desk, &plan.edits(&Selection::default()));
    let records = &after.customers.at(0).unwrap().subscriptions;
    assert_eq!(records.len(), 3);
    assert_eq!(records[0].status, Status::Deleted, "what was closed stays closed");
    assert_eq!(records[0].upgraded_to, Some(Id::new("real")));
    assert_eq!((records[1].id.as_str(), records[1].friendly_name.as_str()), ("real", "Front desk"));
    assert_eq!(records[2].parent_id, Some(Id::new("real")));
    let upgrade = &after.upgrades[0];
    assert_eq!((upgrade.target.as_str(), upgrade.provisional), ("real", false));
    let done: Vec<TaskId> = upgrade.tasks.iter().filter(|task| task.done).map(|task| task.id).collect();
    assert_eq!(done, [TaskId::EnterSubscriptionId]);
    assert_eq!(plan.counts(&Selection::default()).subscriptions.real_selves, 1);
}

#[test]
fn on_its_own_it_is_one_more_and_left_out_it_is_none() {
    let desk = desk();
    let plan = plan(&desk, &file(vec![real()]));
    let taking = |take| Selection { rows: [(RowKey::Subscription(0, 0), take)].into() };
    let own = applied(&desk, &plan.edits(&taking(Take::OnItsOwn)));
    let records = &own.customers.at(0).unwrap().subscriptions;
    assert_eq!((records.len(), &records[3], &own.upgrades), (4, &real(), &desk.upgrades));
    assert_eq!(plan.counts(&taking(Take::OnItsOwn)).subscriptions.new, 1);
    assert!(plan.edits(&taking(Take::Nothing)).is_empty());
}

#[test]
fn a_later_upgrade_that_starts_from_it_follows() {
    let mut desk = desk();
    desk.upgrades.push(upgraded("made-up", "later", "e5"));
    let after = applied(&desk, &plan(&desk, &file(vec![real()])).edits(&Selection::default()));
    assert_eq!((after.upgrades[1].source.as_str(), after.upgrades[1].target.as_str()), ("real", "later"));
    assert!(after.upgrades[1].provisional);
}

#[test]
fn what_is_not_clear_comes_in_on_its_own_and_says_so() {
    let maybe = |ids: &[&str]| {
        let provisional = ids.iter().map(|id| Id::new(id)).collect();
        (Standing::New, vec![Remark::MaybeRealSelf { provisional }])
    };
    let two = file(vec![real(), record("other", "e3", Status::Active)]);
    assert_eq!(standing(&desk(), &two), maybe(&["made-up"]), "two could be the one");
    let mut desk = desk();
    let mut record = (**desk.customers.at(0).unwrap()).clone();
    record.subscriptions.push(self::record("second", "e3", Status::Active));
    desk.customers.replace(0, record.into());
    desk.upgrades.push(upgraded("elsewhere", "second", "e3"));
    assert_eq!(standing(&desk, &file(vec![real()])), maybe(&["made-up", "second"]), "one could be the two");
}

#[test]
fn what_cannot_be_it_is_simply_new() {
    let new = (Standing::New, Vec::new());
    let early = Subscription { created: Some("2018-05-09".parse().unwrap()), ..real() };
    let reseller = upgrade_desk::model::Channel::OtherReseller("Adatum".to_owned());
    let others = Subscription { channel: reseller, ..real() };
    let cases = [
        ("made before the upgrade", early),
        ("of another offer", record("real", "e5", Status::Active)),
        ("closed", record("real", "e3", Status::Deleted)),
        ("another reseller's", others),
        ("an add-on", Subscription { parent_id: Some("old".into()), ..real() }),
    ];
    for (why, record) in cases {
        assert_eq!(standing(&desk(), &file(vec![record])), new, "{why}");
    }
    let mut entered = desk();
    entered.upgrades = vec![Arc::new(Upgrade { provisional: false, ..(*entered.upgrades[0]).clone() })];
    assert_eq!(standing(&entered, &file(vec![real()])), new, "the id was entered");
    let both = file(vec![real(), record("made-up", "e3", Status::Active)]);
    assert_eq!(standing(&desk(), &both), new, "the file knows both");
    let unknown_day = Subscription { created: None, ..real() };
    assert!(matches!(standing(&desk(), &file(vec![unknown_day])).0, Standing::RealSelfOf { .. }));
}
