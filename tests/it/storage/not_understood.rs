//! What a newer version wrote opens read-only where it can, and is never silently lost.

use insta::assert_snapshot;
use upgrade_desk::model::{DelegatedAdmin, Status, Subscription};
use upgrade_desk::storage::{LoadError, Unfamiliar, decode, decode_json, encode_json};

use super::round_trip::small;
use super::{FIXTURE, ID, loaded, with_customer, with_subscription};

/// What was not understood in a text, and that it opens read-only.
#[track_caller]
fn not_understood(text: &str) -> String {
    let read = loaded(text);
    assert!(read.is_read_only());
    let lines: Vec<String> =
        read.not_understood.iter().map(|entry| format!("{:?} at {}", entry.what, entry.place)).collect();
    lines.join("\n")
}

#[test]
fn fields_that_are_not_known_open_read_only() {
    let text = with_subscription("seats: (used: 1, free: [2, 3]),\n        color: \"red\"");
    assert_snapshot!(not_understood(&text), @r"
    Field at line 6, column 37, customers[0].subscriptions[0].seats
    Field at line 7, column 16, customers[0].subscriptions[0].color
    ");
    assert_snapshot!(not_understood(&format!("(format: 1, {ID}, prices: [])")), @"Field at line 1, column 65, prices");
}

#[test]
fn variants_that_are_not_known_open_read_only_and_say_nothing() {
    let text = with_subscription("status: Frozen,\n  billing_cycle: Weekly(2),\n  channel: Marketplace(\"x\")");
    assert_snapshot!(not_understood(&text), @r#"
    Variant("Frozen") at line 6, column 38, customers[0].subscriptions[0].status
    Variant("Weekly") at line 7, column 18, customers[0].subscriptions[0].billing_cycle
    Variant("Marketplace") at line 8, column 12, customers[0].subscriptions[0].channel
    "#);
    let read = loaded(&text).portfolio;
    let subscription = &read.customers.as_slice()[0].subscriptions[0];
    assert_eq!(*subscription, Subscription::new("s".into(), 1));

    let text = with_customer("delegated_admin: Families([\"office-365\", \"power-platform\"])");
    assert_snapshot!(not_understood(&text), @r#"Variant("power-platform") at line 5, column 81, customers[0].delegated_admin[1]"#);
    assert_eq!(loaded(&text).portfolio.customers.as_slice()[0].delegated_admin, DelegatedAdmin::NotKnown);

    let text = format!(
        "(format: 1, {ID}, partner: (role: Owner), offers: [(id: \"o\", name: \"O\", minimum: 1, maximum: 2, family: \"power\", cycles: [Weekly, Annual])])"
    );
    assert_snapshot!(not_understood(&text), @r#"
    Variant("Owner") at line 1, column 73, partner.role
    Variant("power") at line 1, column 143, offers[0].family
    Variant("Weekly") at line 1, column 161, offers[0].cycles[0]
    "#);

    let text = format!(
        "(format: 1, {ID}, history: [(at: \"2018-11-05T08:09:10Z\", what: \"merge\", customer: \"c\", rules: \"page\", \
         new: [(subscription: \"s\", quantity: 1, status: Frozen)])])"
    );
    assert_snapshot!(not_understood(&text), @r#"
    Variant("merge") at line 1, column 102, history[0].what
    Variant("Frozen") at line 1, column 188, history[0].new[0].status
    "#);

    let text = FIXTURE.replace("tell-customer", "tell-everybody");
    assert_snapshot!(not_understood(&text), @r#"Variant("tell-everybody") at line 71, column 14, upgrades[0].tasks[5].id"#);
}

#[test]
fn variants_that_are_not_known_are_found_in_json_too() {
    let known = encode_json(&small()).unwrap();
    for (from, to) in [("\"Active\"", "\"Frozen\""), ("\"Active\"", "{\"Frozen\": [1, {}]}")] {
        let read = decode_json(known.replacen(from, to, 1).as_bytes()).unwrap();
        let [entry] = &read.not_understood[..] else { panic!("{:?}", read.not_understood) };
        assert_eq!(entry.what, Unfamiliar::Variant("Frozen".to_owned()));
        assert_eq!(entry.place.path.to_string(), "customers[0].subscriptions[0].status");
        assert!(known.lines().nth(entry.place.position.line - 1).unwrap().contains("status"));
        assert_eq!(read.portfolio.customers.as_slice()[0].subscriptions[0].status, Status::Unset);
    }
}

#[test]
fn a_variant_that_is_not_known_with_more_than_one_value_is_refused() {
    for status in ["Frozen(1, 2)", "Frozen(since: 1)", "Frozen(1", "Active(1)"] {
        assert!(decode(with_subscription(&format!("status: {status}")).as_bytes()).is_err(), "{status} opens");
    }
}

#[test]
fn a_higher_format_opens_read_only_where_the_rest_parses() {
    let text = FIXTURE.replace("format: 1", "format: 2");
    assert_snapshot!(not_understood(&text), @"Format(2) at line 3, column 11, format");
    assert_eq!(loaded(&text).portfolio, loaded(FIXTURE).portfolio);
}

#[test]
fn a_higher_format_that_does_not_parse_is_named_as_newer() {
    let newer = LoadError::NewerFormat { format: 2, known: 1 };
    let text = FIXTURE.replace("format: 1", "format: 2");
    assert_eq!(decode(text.replace("quantity: 25", "quantity: \"25\"").as_bytes()), Err(newer.clone()));
    assert_eq!(decode(text.replace("2018-02-28", "2018-02-30").as_bytes()), Err(newer.clone()));
    assert_eq!(decode(format!("({ID}, customers: 5, format: 2)").as_bytes()), Err(newer.clone()));
    assert!(newer.to_string().contains("newer version"));
    assert_eq!(decode_json(b"{\"format\": 2, \"id\": 5}"), Err(newer));
}

#[test]
fn a_thousand_things_that_are_not_known_are_named_and_the_first_value_that_cannot_be_held() {
    let fields = with_customer(&"color: 1, ".repeat(3000));
    assert_eq!(loaded(&fields).not_understood.len(), 1000);
    let words = with_customer(&format!("delegated_admin: Families([{}])", "\"power\", ".repeat(3000)));
    assert_eq!(loaded(&words).not_understood.len(), 1000);
    let day = words.replace("])", "]), subscriptions: [(id: \"s\", quantity: 1, created: Some(\"2018-02-30\"))]");
    assert!(matches!(decode(day.as_bytes()), Err(LoadError::Faults(faults)) if faults.len() == 1));
}
