//! The table of formats, recognising files, and merging: what a plan shows is what its edits do.

mod mapped;
mod own_table;

use proptest::prelude::*;
use std::io::Cursor;
use std::sync::Arc;

use insta::assert_snapshot;
use upgrade_desk::exchange::merge::{
    Counts, Field, FieldChange, Into, MergePlan, PlanCounts, Reason, Selection, Standing, Value, plan,
};
use upgrade_desk::exchange::{self, Choices, ExchangeError, FORMATS, Incoming, of_extension, of_id, to_bytes};
use upgrade_desk::model::{Customer, DelegatedAdmin, Portfolio, Status, Subscription, Task, TaskId, Upgrade};
use upgrade_desk::storage::{LoadError, decode, encode, encode_json};
use uuid::Uuid;

use crate::cases::config;
use crate::given::{self, applied};

#[test]
fn each_format_has_its_own_id_and_extensions() {
    let mut ids: Vec<&str> = FORMATS.iter().map(|format| format.id).collect();
    let mut extensions: Vec<&str> = FORMATS.iter().flat_map(|format| format.extensions).copied().collect();
    let (formats, named) = (ids.len(), extensions.len());
    ids.sort_unstable();
    ids.dedup();
    extensions.sort_unstable();
    extensions.dedup();
    assert_eq!((ids.len(), extensions.len()), (formats, named));
    assert!(FORMATS.iter().all(|format| format.can_import() || format.can_export()));
    assert!(extensions.iter().all(|extension| *extension == extension.to_lowercase() && !extension.starts_with('.')));
}

#[test]
fn the_table_names_what_can_be_done() {
    let rows: Vec<String> = FORMATS
        .iter()
        .map(|format| {
            let (import, export) = (format.can_import(), format.can_export());
            format!("{} {:?} {} import {import} export {export}", format.id, format.extensions, format.name)
        })
        .collect();
    assert_snapshot!(rows.join("\n"), @r#"
    ron ["ron"] format-ron import true export true
    json ["json"] format-json import true export true
    csv ["csv"] format-csv import true export true
    xlsx ["xlsx"] format-xlsx import true export true
    customers [] format-customers import true export false
    subscriptions [] format-subscriptions import true export false
    reconciliation [] format-reconciliation import true export false
    bam-customers [] format-bam-customers import true export false
    bam-subscriptions [] format-bam-subscriptions import true export false
    rest [] format-rest import true export false
    mapped [] format-mapped import true export false
    "#);
    assert_eq!(of_extension(".JSON").map(|format| format.id), Some("json"));
    assert!(of_extension("exe").is_none() && of_id("exe").is_none());
}

fn counted(plan: &MergePlan) -> PlanCounts {
    plan.counts(&Selection::default())
}

/// Reads what is in memory.
fn read(extension: Option<&str>, bytes: &[u8]) -> Result<Incoming, ExchangeError> {
    exchange::read(extension, &mut Cursor::new(bytes), &Choices::default())
}

#[test]
fn content_is_believed_before_the_name() {
    let portfolio = Portfolio::new(Uuid::nil());
    let (ron, json) = (encode(&portfolio).unwrap(), encode_json(&portfolio).unwrap());
    let id = |extension, text: &str| read(extension, text.as_bytes()).map(|incoming| incoming.recognized.format);
    assert_eq!(id(Some("json"), &ron), Ok("ron"));
    assert_eq!(id(Some("ron"), &json), Ok("json"));
    assert_eq!(id(None, &ron), Ok("ron"));
    assert_eq!(id(Some("txt"), &format!("\u{feff}// a comment\n{ron}")), Ok("ron"));
    assert!(matches!(id(Some("ron"), "(id: \"the format comes later\")"), Err(ExchangeError::Load(_))));
    assert_eq!(id(Some("txt"), "nothing that we know"), Err(ExchangeError::NotRecognized));
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(json.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(None, &utf16).unwrap().recognized.format, "json");
}

#[test]
fn what_is_not_recognized_is_said() {
    assert_eq!(read(Some("txt"), b"hello"), Err(ExchangeError::NotRecognized));
    assert_eq!(read(Some("txt"), b""), Err(ExchangeError::Load(LoadError::Empty)));
    assert!(matches!(read(Some("ron"), b"hello"), Err(ExchangeError::Load(LoadError::Faults(_)))));
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn an_export_imported_into_a_new_portfolio_is_the_same_but_for_its_id(portfolio in given::portfolio()) {
        for format in FORMATS.iter().filter(|format| format.can_import() && format.can_export()) {
            let id = Uuid::from_u128(1);
            let bytes = to_bytes(format, &portfolio, id).unwrap();
            let incoming = read(None, &bytes).unwrap();
            prop_assert_eq!(incoming.recognized.format, format.id);
            if !format.is_whole() {
                prop_assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
                prop_assert_eq!(&incoming.portfolio.customers, &portfolio.customers);
                continue;
            }
            prop_assert_eq!(incoming.portfolio.id, id);
            let fresh = Portfolio::new(Uuid::from_u128(2));
            let after = applied(&fresh, &plan(&fresh, &incoming.portfolio, Into::New).edits(&Selection::default()));
            prop_assert_eq!(&after, &Portfolio { id: fresh.id, ..portfolio.clone() });
        }
    }

    #[test]
    fn no_bytes_panic(extension in prop::option::of("[a-z]{0,4}"), bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let _ = read(extension.as_deref(), &bytes);
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn applying_a_plan_gives_what_it_shows(
        current in given::portfolio(), incoming in given::portfolio(), new in any::<bool>(),
    ) {
        let into = if new { Into::New } else { Into::Existing };
        let plan = plan(&current, &incoming, into);
        // Each edit's old record is checked as it is applied.
        let after = applied(&current, &plan.edits(&Selection::default()));
        prop_assert_eq!(after.id, current.id);
        if !new {
            prop_assert_eq!((&after.partner, &after.rules), (&current.partner, &current.rules));
        }
        let Counts { new: added, .. } = counted(&plan).customers;
        prop_assert_eq!(after.customers.len(), current.customers.len() + added);
        prop_assert_eq!(after.offers.len(), current.offers.len() + counted(&plan).offers.new);
        let history = if new { [&current.history[..], &incoming.history].concat() } else { current.history.clone() };
        prop_assert_eq!(&after.history, &history);
        prop_assert_eq!(after.upgrades.len(), current.upgrades.len() + counted(&plan).upgrades.new);
        let subscriptions = |portfolio: &Portfolio| -> usize {
            portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum()
        };
        prop_assert_eq!(subscriptions(&after), subscriptions(&current) + counted(&plan).subscriptions.new);
        for (entry, brought) in plan.customers.iter().zip(&incoming.customers) {
            let before = current.customers.get(&entry.id);
            let now = after.customers.get(&entry.id);
            if entry.standing == Standing::Unchanged {
                let (before, now) = (before.unwrap(), now.unwrap());
                prop_assert_eq!((&before.company_name, &before.tags), (&now.company_name, &now.tags));
            }
            for (row, subscription) in entry.subscriptions.iter().zip(&brought.subscriptions) {
                let find = |customer: &Arc<Customer>| customer.subscription(&row.id).cloned();
                match &row.standing {
                    Standing::New if !new => prop_assert_eq!(now.and_then(find), Some(subscription.clone())),
                    Standing::Unchanged => prop_assert_eq!(now.and_then(find), before.and_then(find)),
                    Standing::Changed(changes) => {
                        let (before, now) = (before.and_then(find).unwrap(), now.and_then(find).unwrap());
                        prop_assert_ne!(&before, &now);
                        for FieldChange { field, old, new, .. } in changes {
                            if *field == Field::Quantity {
                                prop_assert_eq!((old, new), (&Value::Number(before.quantity), &Value::Number(now.quantity)));
                            }
                            // The one thing that an import takes away: the day of a suspension that is over.
                            let is_over = before.status == Status::Suspended && now.status != Status::Suspended;
                            prop_assert!(new != &Value::Absent || (*field == Field::SuspendedOn && is_over));
                        }
                    }
                    Standing::New
                    | Standing::LeftOut(_)
                    | Standing::Conflict { .. }
                    | Standing::RealSelfOf { .. }
                    | Standing::NotInFile => {}
                }
            }
        }
    }

    #[test]
    fn nothing_is_removed(current in given::portfolio(), incoming in given::portfolio()) {
        let after = applied(&current, &plan(&current, &incoming, Into::Existing).edits(&Selection::default()));
        for (before, now) in current.customers.iter().zip(&after.customers) {
            prop_assert_eq!(&before.id, &now.id);
            prop_assert!(before.tags.iter().all(|tag| now.tags.contains(tag)));
            for (before, now) in before.subscriptions.iter().zip(&now.subscriptions) {
                prop_assert_eq!(&before.id, &now.id);
                prop_assert!(before.status == Status::Unset || now.status != Status::Unset);
                prop_assert!(before.offer_name.is_empty() || !now.offer_name.is_empty());
                prop_assert!(before.assigned.is_none() || now.assigned.is_some());
            }
        }
    }

    #[test]
    fn a_second_import_of_the_same_changes_nothing(current in given::portfolio(), incoming in given::portfolio()) {
        let once = applied(&current, &plan(&current, &incoming, Into::Existing).edits(&Selection::default()));
        let again = plan(&once, &incoming, Into::Existing);
        prop_assert!(again.is_idle(), "{:?}", again.edits(&Selection::default()));
    }

    #[test]
    fn edits_can_be_taken_back(current in given::portfolio(), incoming in given::portfolio()) {
        let edits = plan(&current, &incoming, Into::Existing).edits(&Selection::default());
        let back: Vec<_> = edits.iter().rev().map(upgrade_desk::model::Edit::inverse).collect();
        prop_assert_eq!(applied(&applied(&current, &edits), &back), current);
    }
}

fn contoso() -> Customer {
    let mut customer = Customer::new("C".into(), "Contoso".to_owned());
    customer.tags = vec!["old".to_owned()];
    customer.delegated_admin = DelegatedAdmin::All;
    let mut subscription = Subscription::new("S".into(), 5);
    subscription.status = Status::Active;
    subscription.friendly_name = "Front desk".to_owned();
    customer.subscriptions = vec![subscription];
    customer
}

pub fn holding(customers: Vec<Customer>) -> Portfolio {
    Portfolio { customers: customers.into_iter().collect(), ..Portfolio::new(Uuid::nil()) }
}

#[test]
fn fields_that_the_file_does_not_have_leave_the_present_ones_alone() {
    let mut incoming = Customer::new("c".into(), String::new());
    incoming.tags = vec!["new".to_owned()];
    incoming.subscriptions = vec![Subscription::new("s".into(), 7)];
    let (current, incoming) = (holding(vec![contoso()]), holding(vec![incoming]));
    let plan = plan(&current, &incoming, Into::Existing);
    let tags = |texts: &[&str]| Value::Texts(texts.iter().map(|text| (*text).to_owned()).collect());
    let change = |field, old, new| Standing::Changed(vec![FieldChange { field, old, new, proposed: false }]);
    assert_eq!(plan.customers[0].standing, change(Field::Tags, tags(&["old"]), tags(&["old", "new"])));
    let quantity = change(Field::Quantity, Value::Number(5), Value::Number(7));
    assert_eq!(plan.customers[0].subscriptions[0].standing, quantity);
    let after = applied(&current, &plan.edits(&Selection::default()));
    let mut expected = contoso();
    expected.tags.push("new".to_owned());
    expected.subscriptions[0].quantity = 7;
    assert_eq!(after, holding(vec![expected]));
}

#[test]
fn what_cannot_be_placed_is_left_out_with_its_reason() {
    let other = Customer { id: "D".into(), ..contoso() };
    let twice = vec![Customer::new("e".into(), "1".to_owned()), Customer::new("E".into(), "2".to_owned())];
    let current = holding([vec![contoso()], twice].concat());
    let incoming = holding(vec![
        other.clone(),
        Customer::new("d".into(), "again".to_owned()),
        Customer::new("e".into(), "3".to_owned()),
    ]);
    let plan = plan(&current, &incoming, Into::Existing);
    let standings: Vec<&Standing> = plan.customers.iter().map(|entry| &entry.standing).collect();
    assert_eq!(
        standings,
        [&Standing::New, &Standing::LeftOut(Reason::Duplicate), &Standing::LeftOut(Reason::Ambiguous)]
    );
    let reason = Reason::OfOtherCustomer { customer: "C".into() };
    assert_eq!(plan.customers[0].subscriptions[0].standing, Standing::LeftOut(reason));
    assert_eq!(counted(&plan).customers, Counts { new: 1, left_out: 2, ..Counts::default() });
    let after = applied(&current, &plan.edits(&Selection::default()));
    assert_eq!(after.customers.len(), 4);
    assert_eq!(**after.customers.at(3).unwrap(), Customer { subscriptions: Vec::new(), ..other });
}

fn recorded(at: &str, target: &str, provisional: bool, done: bool) -> Arc<Upgrade> {
    Arc::new(Upgrade {
        customer: "C".into(),
        source: "S".into(),
        target: target.into(),
        provisional,
        from_offer: "o".into(),
        to_offer: "p".into(),
        licenses: 1,
        at: at.parse().unwrap(),
        comment: String::new(),
        rules: "page".to_owned(),
        tasks: vec![Task { id: TaskId::TellCustomer, done }],
    })
}

#[test]
fn an_upgrade_keeps_the_id_that_was_entered_and_the_tasks_that_were_done() {
    let (early, late) = ("2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z");
    let with = |upgrades| Portfolio { upgrades, ..Portfolio::new(Uuid::nil()) };
    let merged = |current: &Arc<Upgrade>, incoming: &Arc<Upgrade>| {
        let current = with(vec![Arc::clone(current)]);
        applied(
            &current,
            &plan(&current, &with(vec![Arc::clone(incoming)]), Into::Existing).edits(&Selection::default()),
        )
        .upgrades
    };
    let (made_up, real) = (recorded(late, "made-up", true, false), recorded(late, "real", false, true));
    assert_eq!(merged(&real, &made_up), [Arc::clone(&real)]);
    assert_eq!(merged(&made_up, &real), [Arc::clone(&real)]);
    let first = recorded(early, "first", false, true);
    assert_eq!(merged(&real, &first), [first, real]);
}

/// Contoso's `s-1`, upgraded to a subscription of this id.
fn upgraded(target: &str, provisional: bool) -> Portfolio {
    let mut customer = contoso();
    let mut source = Subscription::new("s-1".into(), 5);
    source.status = Status::Deleted;
    source.upgraded_to = Some(target.into());
    let mut new = Subscription::new(target.into(), 5);
    new.status = Status::Active;
    customer.subscriptions = vec![source, new];
    let mut portfolio = holding(vec![customer]);
    let upgrade = recorded("2026-11-01T08:00:00Z", target, provisional, false);
    let upgrade = Upgrade {
        customer: portfolio.customers.at(0).unwrap().id.clone(),
        source: "s-1".into(),
        ..Upgrade::clone(&upgrade)
    };
    portfolio.upgrades = vec![Arc::new(upgrade)];
    portfolio
}

fn ids(portfolio: &Portfolio) -> Vec<String> {
    portfolio.customers.at(0).unwrap().subscriptions.iter().map(|record| record.id.to_string()).collect()
}

#[test]
fn one_upgrade_under_its_made_up_id_and_its_real_one_is_one_subscription() {
    let (made_up, real) = (upgraded("made-up", true), upgraded("real", false));
    for (current, incoming) in [(&made_up, &real), (&real, &made_up)] {
        let after = applied(current, &plan(current, incoming, Into::Existing).edits(&Selection::default()));
        assert_eq!(ids(&after), ["s-1", "real"]);
        assert_eq!(after.customers.at(0).unwrap().subscriptions[0].upgraded_to, Some("real".into()));
        let upgrade = &after.upgrades[0];
        assert_eq!((upgrade.target.as_str(), upgrade.provisional, after.upgrades.len()), ("real", false, 1));
    }
}

#[test]
fn a_copy_from_before_an_upgrade_leaves_closed_what_was_closed() {
    let current = upgraded("made-up", true);
    let mut before = contoso();
    let mut source = Subscription::new("s-1".into(), 5);
    source.status = Status::Active;
    before.subscriptions = vec![source];
    let edits = plan(&current, &holding(vec![before]), Into::Existing).edits(&Selection::default());
    assert_eq!(applied(&current, &edits).customers.at(0).unwrap().subscriptions[0].status, Status::Deleted);
}

#[test]
fn a_whole_file_comes_in_through_the_table() {
    let fixture = include_bytes!("../fixtures/portfolio-format-1.ron");
    let incoming = read(Some("ron"), fixture).unwrap();
    assert_eq!(incoming.portfolio, decode(fixture).unwrap().portfolio);
}

#[test]
fn the_history_as_a_table_is_disarmed_and_keeps_its_rows_apart() {
    let row = |text: &str| ["2026-11-22T08:00:00Z", "Edit", "done", "Contoso", "Notes", text, ""].map(str::to_owned);
    let texts = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0x", "a, \"b\"\nc", "四方=1", "'=1"];
    let table = exchange::history_csv::write(texts.map(row));
    let table = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().unwrap(), &["at", "what", "happened", "customer", "field", "old", "new"][..]);
    let read: Vec<String> = reader.records().map(|record| record.unwrap()[5].to_owned()).collect();
    let expected = ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "'\0x", "a, \"b\"\nc", "四方=1", "''=1"];
    assert_eq!(read, expected);
}
