//! Odd records open, and each is named with its place.

use insta::assert_snapshot;
use upgrade_desk::storage::FileFact;

use super::{ID, loaded};

#[test]
fn odd_records_open_with_findings() {
    let text = format!(
        "(\n  format: 1,\n  {ID},\n  rules: \"mine\",\n  offers: [\n    (id: \"o\", name: \"O\", minimum: 2, maximum: 1),\n    \
         (id: \"O\", name: \"O\", minimum: 1, maximum: 2),\n  ],\n  customers: [\n    (id: \"C\", company_name: \"\", \
         subscriptions: [\n      (id: \"s\", quantity: -5, assigned: Some(-1), parent_id: Some(\"gone\")),\n      \
         (id: \"S\", quantity: 1, parent_id: Some(\"s\"), upgraded_to: Some(\"gone\")),\n      (id: \"\", quantity: 1),\n    ]),\n    \
         (id: \"c\", company_name: \"\", subscriptions: [\n      (id: \"s\", quantity: 1),\n    ]),\n  ],\n  upgrades: [\n    \
         (customer: \"gone\", source: \"a\", target: \"b\", provisional: true, from_offer: \"o\", to_offer: \"p\", \
         licenses: 1, at: \"2018-11-05T08:09:10Z\", rules: \"page\"),\n    (customer: \"c\", source: \"s\", target: \"b\", \
         provisional: true, from_offer: \"o\", to_offer: \"p\", licenses: 1, at: \"2018-11-05T08:09:10Z\", rules: \"page\"),\n  ],\n)\n"
    );
    let read = loaded(&text);
    assert!(!read.is_read_only());
    let lines: Vec<String> = read
        .findings
        .iter()
        .map(|finding| {
            let fact = match &finding.fact {
                FileFact::DuplicateCustomer { id, first } => format!("customer {id} twice, first at {first}"),
                FileFact::DuplicateSubscription { id, first } => format!("subscription {id} twice, first at {first}"),
                FileFact::DuplicateOffer { id, first } => format!("offer {id} twice, first at {first}"),
                other => format!("{other:?}"),
            };
            format!("{fact}: {}", finding.place)
        })
        .collect();
    assert_snapshot!(lines.join("\n"), @r#"
    UnknownRuleSet("mine"): line 4, column 10, rules
    MinimumAboveMaximum { minimum: 2, maximum: 1 }: line 6, column 35, offers[0].minimum
    offer O twice, first at line 6, column 5, offers[0]: line 7, column 5, offers[1]
    subscription S twice, first at line 11, column 7, customers[0].subscriptions[0]: line 12, column 7, customers[0].subscriptions[1]
    NegativeQuantity(-5): line 11, column 27, customers[0].subscriptions[0].quantity
    NegativeAssigned(-1): line 11, column 41, customers[0].subscriptions[0].assigned
    NoSuchParent("gone"): line 11, column 62, customers[0].subscriptions[0].parent_id
    OwnParent: line 12, column 41, customers[0].subscriptions[1].parent_id
    NoSuchSuccessor("gone"): line 12, column 65, customers[0].subscriptions[1].upgraded_to
    EmptyId: line 13, column 12, customers[0].subscriptions[2].id
    customer c twice, first at line 10, column 5, customers[0]: line 15, column 5, customers[1]
    subscription s twice, first at line 11, column 7, customers[0].subscriptions[0]: line 16, column 7, customers[1].subscriptions[0]
    NoSuchCustomer("gone"): line 20, column 16, upgrades[0].customer
    NoSuchSubscription("b"): line 21, column 42, upgrades[1].target
    "#);
    let records: Vec<String> = read
        .findings
        .iter()
        .map(|finding| match &finding.record {
            Some((customer, Some(subscription))) => format!("{customer} {subscription}"),
            Some((customer, None)) => customer.to_string(),
            None => "-".to_owned(),
        })
        .collect();
    assert_eq!(records, ["-", "-", "-", "C S", "C s", "C s", "C s", "C S", "C S", "C ", "c", "c s", "-", "C"]);
}
