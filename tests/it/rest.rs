//! Partner Center's REST answers: each kind, each quirk, what is told of a file, and that no text of any kind is a panic.

mod answers;

use std::io::Cursor;

use chrono::{DateTime, Utc};
use insta::assert_snapshot;
use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::exchange::incoming::{Note, RowFault, Supplied};
use upgrade_desk::exchange::{self, Choices, Incoming};
use upgrade_desk::model::{Answer, Subscription};

use crate::case::BUSINESS;
use crate::cases::config;
use crate::given::hostile;

fn now() -> DateTime<Utc> {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn choices() -> Choices {
    Choices { now: Some(now()), ..Choices::default() }
}

#[track_caller]
fn read_with(text: &[u8], choices: &Choices) -> Incoming {
    let incoming = exchange::read(Some("json"), &mut Cursor::new(text), choices).unwrap();
    assert_eq!(incoming.recognized.format, "rest");
    incoming
}

#[track_caller]
fn read(text: &str) -> Incoming {
    read_with(text.as_bytes(), &choices())
}

fn record(subscription: &Subscription) -> String {
    let Subscription {
        id,
        offer_id,
        offer_name,
        friendly_name,
        quantity,
        status,
        billing_cycle,
        channel,
        created,
        commitment_end,
        auto_renew,
        trial,
        parent_id,
        ..
    } = subscription;
    let offer_id = offer_id.as_ref().map_or("-", |id| id.as_str());
    let day = |day: &Option<chrono::NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    format!(
        "{id} {offer_id} {offer_name:?} {friendly_name:?} × {quantity} {status:?} {billing_cycle:?} {channel:?} {} to {} \
         renew {auto_renew:?} trial {trial:?} of {}",
        day(created),
        day(commitment_end),
        parent_id.as_ref().map_or("-", |id| id.as_str())
    )
}

fn answer(answer: &Answer) -> Vec<String> {
    let Answer { customer, subscription, read, targets } = answer;
    let mut lines = vec![format!("answer {customer:?} {subscription} read {read:?}")];
    for target in targets {
        lines.push(format!(
            "  {} {:?} {} {:?} × {:?} {:?}",
            target.offer,
            target.offer_name,
            target.upgrade_type,
            target.eligible,
            target.quantity,
            target
                .errors
                .iter()
                .map(|error| (error.code, &*error.name, &*error.description, &*error.details))
                .collect::<Vec<_>>()
        ));
    }
    lines
}

/// Everything that came in, a line each.
fn told(incoming: &Incoming) -> String {
    let mut lines = Vec::new();
    for customer in &incoming.portfolio.customers {
        let (domain, relationship) = (customer.domain.as_deref(), customer.relationship.as_deref());
        let (id, name) = (&customer.id, &customer.company_name);
        lines.push(format!("customer {id} {name:?} {domain:?} {relationship:?} {:?}", customer.delegated_admin));
        lines.extend(customer.subscriptions.iter().map(|subscription| format!("  {}", record(subscription))));
    }
    lines.extend(incoming.unplaced.iter().map(|subscription| format!("unplaced {}", record(subscription))));
    for offer in &incoming.portfolio.offers {
        lines.push(format!(
            "offer {} {:?} {} to {} limit {:?} {:?} add-on {} of {:?} {} services {:?}",
            offer.id,
            offer.name,
            offer.minimum,
            offer.maximum,
            offer.concurrent_limit,
            offer.cycles,
            offer.add_on,
            offer.bases,
            offer.family.key(),
            offer.services.as_ref().map(|services| services.len())
        ));
    }
    lines.extend(incoming.portfolio.answers.iter().flat_map(|one| answer(one)));
    lines.extend(incoming.unplaced_answers.iter().flat_map(answer));
    lines.extend(incoming.notes.iter().map(|note| match note {
        Note::NotTaken { what, times } => format!("not taken: {what} × {times}"),
        note => format!("{note:?}"),
    }));
    for RowFault { line, column, reason, value, .. } in &incoming.faults.rows {
        lines.push(format!("fault on line {line}, {column}: {reason:?} {value:?}"));
    }
    let Supplied::These(fields) = &incoming.supplied else { panic!("an answer is no portfolio") };
    lines.push(format!("supplies {fields:?}"));
    lines.push(format!("{:?} {:?}", incoming.lists, incoming.asks));
    lines.join("\n")
}

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/import/rest/", $name))
    };
}

#[test]
fn customers_come_in_with_their_quirks() {
    assert_snapshot!(told(&read(fixture!("customers.json"))), @r#"
    customer 0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7701 "Contoso (Shanghai)" Some("contososh.partner.onmschina.cn") Some("reseller") NotKnown
    customer 0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7702 "四方咖啡" Some("sifang.partner.onmschina.cn") Some("reseller") NotKnown
    customer 0D1B9A52-6F0E-4A63-9A0F-1C3C5F9A7703 "Wingtip Toys" None Some("advisor") NotKnown
    supplies {CompanyName, Domain, Relationship}
    Lists { customers: true, subscriptions: false } Asks { customer: false, subscription: false, mapping: false }
    "#);
}

#[test]
fn a_customer_by_id_says_the_privileges_and_their_credentials_are_passed_over() {
    let incoming = read(fixture!("customers-by-id.json"));
    assert!(!format!("{incoming:?}").contains("swordfish"));
    assert_snapshot!(told(&incoming), @r#"
    customer 0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7701 "Contoso (Shanghai)" Some("contososh.partner.onmschina.cn") Some("reseller") All
    customer 0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7702 "四方咖啡" None None NotGranted
    CredentialsSkipped { times: 1 }
    not taken: customer.billingProfile × 1
    not taken: customer.commerceId × 1
    not taken: customer.companyProfile.address × 1
    supplies {CompanyName, Domain, Relationship, DelegatedAdmin}
    Lists { customers: false, subscriptions: false } Asks { customer: false, subscription: false, mapping: false }
    "#);
}

#[test]
fn subscriptions_and_add_ons_come_in_and_what_has_no_place_is_told() {
    let incoming = read(fixture!("subscriptions.json"));
    assert_eq!(incoming.proposals.len(), 1);
    assert_snapshot!(told(&incoming), @r#"
    customer 0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7701 "" None None NotKnown
      5b7c1f00-1111-4b1e-9d2e-000000000001 031C9E47-4802-4248-838E-778FB1D2CC05 "Office 365 Business Premium" "Shanghai office" × 25 Active Annual ThisPartner 2018-03-01 to 2019-03-01 renew Some(true) trial Some(false) of -
    unplaced 5b7c1f00-1111-4b1e-9d2e-000000000002 0CCA44D6-68E9-4762-94EE-31ECE98783B9 "" "" × 10 Suspended Other("Fortnightly") ThisPartner 2018-04-02 to - renew None trial None of 5b7c1f00-1111-4b1e-9d2e-000000000001
    Incomplete { held: 2, total: 5 }
    not taken: subscription.billingType × 1
    not taken: subscription.effectiveStartDate × 1
    not taken: subscription.entitlementId × 1
    not taken: subscription.partnerId × 1
    not taken: subscription.suspensionReasons × 1
    not taken: subscription.termDuration × 1
    not taken: subscription.unitType × 1
    supplies {OfferId, OfferName, FriendlyName, Quantity, Status, BillingCycle, Channel, Created, CommitmentEnd, AutoRenew, Trial, ParentId}
    Lists { customers: false, subscriptions: false } Asks { customer: true, subscription: false, mapping: false }
    "#);
}

#[test]
fn a_subscription_without_a_customer_is_placed_by_the_choice() {
    let choices = Choices { customer: Some("C-1".into()), ..choices() };
    let incoming = read_with(fixture!("subscriptions-powershell.json").as_bytes(), &choices);
    assert!(!incoming.asks.customer && incoming.unplaced.is_empty());
    assert_eq!(incoming.portfolio.customers.at(0).unwrap().id, "C-1".into());
}

#[test]
fn what_powershell_writes_is_the_same_answer() {
    assert_snapshot!(told(&read(fixture!("subscriptions-powershell.json"))), @r#"
    unplaced 5b7c1f00-1111-4b1e-9d2e-000000000001 5C9FD4CC-EDCE-44A8-8E91-07DF09744609 "Office 365 Business" "" × 7 Deleted Monthly ThisPartner 2018-03-01 to 2019-03-01 renew Some(true) trial Some(true) of -
    supplies {OfferId, OfferName, Quantity, Status, BillingCycle, Channel, Created, CommitmentEnd, AutoRenew, Trial}
    Lists { customers: false, subscriptions: false } Asks { customer: true, subscription: false, mapping: false }
    "#);
}

#[test]
fn partner_centers_own_verdict_comes_in_with_its_reasons() {
    assert_snapshot!(told(&read(fixture!("upgrades.json"))), @r#"
    answer "0d1b9a52-6f0e-4a63-9a0f-1c3c5f9a7701" 5b7c1f00-1111-4b1e-9d2e-000000000001 read Some(2026-11-22T08:00:00Z)
      796B6B5F-613C-4E24-A17C-EBA730D49C02 "Office 365 Enterprise E3" upgrade_only Some(true) × Some(25) []
      91FD106F-4B2C-4938-95AC-F54F74E9A239 "Office 365 Enterprise E1" upgrade_with_license_transfer Some(false) × Some(25) [(Some(2), "", "The subscription is not active.", "suspended"), (Some(3), "", "Services are there already.", ""), (None, "sunspots", "", "")]
    not taken: upgrade.targetOffer.minimumQuantity × 1
    fault on line 24, items[2].targetOffer.id: Missing ""
    supplies {Targets, Read}
    Lists { customers: false, subscriptions: false } Asks { customer: false, subscription: false, mapping: false }
    "#);
}

#[test]
fn an_upgrades_answer_that_names_no_subscription_asks_for_it() {
    let incoming = read(fixture!("upgrades-unnamed.json"));
    assert!(incoming.asks.subscription);
    assert_snapshot!(told(&incoming), @r#"
    fault on line 1, [0]: NoSubscription ""
    supplies {}
    Lists { customers: false, subscriptions: false } Asks { customer: false, subscription: true, mapping: false }
    "#);
    let choices = Choices { subscription: Some("s-1".into()), ..choices() };
    let incoming = read_with(fixture!("upgrades-unnamed.json").as_bytes(), &choices);
    assert!(!incoming.asks.subscription);
    assert_snapshot!(told(&incoming), @r#"
    answer "" s-1 read Some(2026-11-22T08:00:00Z)
      796B6B5F-613C-4E24-A17C-EBA730D49C02 "Office 365 Enterprise E3" upgrade_only Some(false) × Some(7) [(Some(4), "", "The customer holds it.", "")]
    supplies {Targets, Read}
    Lists { customers: false, subscriptions: false } Asks { customer: false, subscription: false, mapping: false }
    "#);
}

#[test]
fn offers_become_the_portfolios_own_only_where_they_differ() {
    assert_snapshot!(told(&read(fixture!("offers.json"))), @r#"
    offer 5c9fd4cc-edce-44a8-8e91-07df09744609 "Office 365 Business" 1 to 500 limit None [Annual] add-on false of [] office-365 services Some(3)
    offer C0FFEE00-0000-4000-8000-000000000001 "Contoso Coffee Add-On for Exchange Online" 1 to 10 limit None [Unset] add-on true of ["031C9E47-4802-4248-838E-778FB1D2CC05"] office-365 services None
    OffersAsInCatalog { times: 1 }
    not taken: offer.description × 1
    not taken: offer.limit (Lifetime) × 1
    supplies {Name, Minimum, Maximum, ConcurrentLimit, Cycles, AddOn, Bases, Family, Services}
    Lists { customers: false, subscriptions: false } Asks { customer: false, subscription: false, mapping: false }
    "#);
}

#[test]
fn one_broken_item_does_not_stop_the_others() {
    assert_snapshot!(told(&read(fixture!("broken.jsonl"))), @r#"
    unplaced s-1 o-1 "" "first" × 1 Active Unset ThisPartner - to - renew None trial None of -
    unplaced s-6 o-1 "" "sixth" × 6 Active Unset ThisPartner - to - renew None trial None of -
    unplaced s-10 - "" "" × 10 Unset Unset ThisPartner - to - renew Some(true) trial None of -
    not taken: Invoice × 1
    fault on line 1, column 1: NotParsed(NoAnswer) ""
    fault on line 3, document 3, quantity: NotANumber "many"
    fault on line 4, document 4, column 41: NotParsed(NoValue) ""
    fault on line 5, document 5, creationDate: NotADate "yesterday"
    fault on line 6, document 6, column 59: NotParsed(OpenText) ""
    fault on line 8, document 8, id: Missing ""
    fault on line 10, document 10, items[0].autoRenewEnabled: NotYesOrNo "perhaps"
    fault on line 10, document 10, items[1], column 108: NotParsed(NoValue) ""
    fault on line 10, document 10, items[2], column 108: NotParsed(NoValue) ""
    fault on line 11, document 11, quantity: Missing ""
    supplies {OfferId, FriendlyName, Quantity, Status, Channel, AutoRenew}
    Lists { customers: false, subscriptions: false } Asks { customer: true, subscription: false, mapping: false }
    "#);
}

/// One subscription with a word for its status, and one for its cycle.
fn worded(status: &str, cycle: &str) -> String {
    let text = format!(r#"{{"id": "s", "status": {status}, "billingCycle": {cycle}, "autoRenewEnabled": true}}"#);
    let incoming = read(&text);
    let subscription = &incoming.unplaced[0];
    format!("{:?} {:?}", subscription.status, subscription.billing_cycle)
}

#[test]
fn an_enum_is_its_number_or_its_name_in_any_case() {
    let names = ["none", "active", "suspended", "deleted", "expired", "pending", "disabled"];
    let cycles = ["unknown", "monthly", "annual", "none", "one_time", "triennial", "biennial"];
    for (number, (status, cycle)) in names.into_iter().zip(cycles).enumerate() {
        let by_name = worded(&format!("{status:?}"), &format!("{cycle:?}"));
        assert_eq!(worded(&number.to_string(), &number.to_string()), by_name);
        let upper = |text: &str| format!("{:?}", text.to_uppercase().replace('_', ""));
        assert_eq!(worded(&upper(status), &upper(cycle)), by_name);
    }
    assert_eq!(worded("1", "4"), "Active OneTime");
    assert_eq!(worded("42", "\"now and then\""), "Other(\"42\") Other(\"now and then\")");
}

#[test]
fn a_day_is_read_however_it_is_written() {
    let day = |text: &str| {
        let text = format!(r#"{{"id": "s", "creationDate": "{text}", "autoRenewEnabled": true}}"#);
        let incoming = read(&text);
        incoming.unplaced.first().map(|record| record.created.map_or("-".to_owned(), |day| day.to_string()))
    };
    for same in [
        "2015-11-25T06:41:12Z",
        "2015-11-25T06: 41: 12Z",
        " 2015-11-25 T 06:41:12Z",
        "2015-11-25 06:41:12",
        "2015-11-25T06:41:12.1234567",
        "2015-11-26T01:00:00+08:00",
        "2015-11-25",
        "\\/Date(1448433672000)\\/",
        "/Date(1448433672000+0800)/",
    ] {
        assert_eq!(day(same).as_deref(), Some("2015-11-25"), "{same}");
    }
    for none in ["", "0001-01-01T00:00:00Z", "<date>"] {
        assert_eq!(day(none).as_deref(), Some("-"), "{none}");
    }
    for wrong in
        ["soon", "2015-02-30", "25.11.2015", "+12015-01-01T00:00:00Z", "/Date(x)/", "/Date(99999999999999999)/"]
    {
        assert_eq!(day(wrong), None, "{wrong}");
    }
}

#[test]
fn an_offer_without_an_id_is_found_by_its_name() {
    let offer = |name: &str| {
        let incoming = read(&format!(r#"{{"id": "s", "offerName": "{name}", "autoRenewEnabled": true}}"#));
        let notes = incoming.notes.iter().filter(|note| matches!(note, Note::OfferByName { .. })).count();
        (incoming.unplaced[0].offer_id.clone(), notes)
    };
    assert_eq!(offer("Office 365 Business"), (Some(BUSINESS.into()), 0));
    assert_eq!(offer("Office 365 entreprise"), (Some(BUSINESS.into()), 1));
    assert_eq!(offer("Contoso Coffee"), (None, 0));
}

#[test]
fn a_list_and_an_answer_by_id_are_one_customer() {
    let both = format!("{}\n{}", fixture!("customers.json"), fixture!("customers-by-id.json"));
    let incoming = read(&both);
    assert_eq!(incoming.portfolio.customers.len(), 3);
    let incoming = read(&format!("[{},{}]", fixture!("customers.json"), fixture!("customers.json")));
    assert_eq!(incoming.portfolio.customers.len(), 3);
}

#[test]
fn pages_of_one_list_are_counted_together() {
    let page = |from: usize, next: &str| {
        let items: Vec<String> =
            (from..from + 2).map(|at| format!(r#"{{"id": "c-{at}", "companyProfile": {{}}}}"#)).collect();
        format!(
            r#"{{"totalCount": 4, "items": [{}], "links": {{"self": {{"uri": "/customers?size=2&x={from}"}}{next}}}}}"#,
            items.join(",")
        )
    };
    let next = r#", "next": {"uri": "/customers?size=2&seekOperation=Next"}"#;
    let one = read(&page(0, next));
    assert_eq!(one.notes, [Note::Incomplete { held: 2, total: 4 }]);
    assert!(!one.lists.customers);
    let both = read(&format!("{}{}", page(0, next), page(2, "")));
    assert_eq!((both.notes.len(), both.lists.customers), (0, true));
}

#[test]
fn utf_16_is_read_too_as_windows_powershell_saves_it() {
    let text = fixture!("customers.json");
    let bytes: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&read_with(&bytes, &choices())), told(&read(text)));
}

#[test]
fn depth_and_length_are_limited() {
    let deep = format!(r#"{{"id": "s", "autoRenewEnabled": true, "x": {}1{}}}"#, "[".repeat(100), "]".repeat(100));
    assert!(read(&deep).unplaced.is_empty());
    let deeper = format!(r#"{{"objectType": {}"#, "{\"a\":".repeat(200_000));
    assert_eq!(read(&deeper).faults.rows.len(), 1);
    let long = format!(
        r#"[{{"id": "s", "autoRenewEnabled": true, "friendlyName": "{}"}}, {{"id": "t", "quantity": 1, "autoRenewEnabled": true}}]"#,
        "x".repeat(2 << 20)
    );
    let incoming = read(&long);
    assert_eq!((incoming.unplaced.len(), incoming.faults.rows.len()), (1, 1));
}

/// JSON-like text of the names that are known, with hostile values and now and then broken.
pub fn jsonish() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "id",
        "Id",
        "items",
        "value",
        "totalCount",
        "companyProfile",
        "tenantId",
        "companyName",
        "allowDelegatedAccess",
        "relationshipToPartner",
        "userCredentials",
        "offerId",
        "offerName",
        "quantity",
        "status",
        "billingCycle",
        "creationDate",
        "commitmentEndDate",
        "parentSubscriptionId",
        "autoRenewEnabled",
        "isTrial",
        "links",
        "self",
        "next",
        "uri",
        "targetOffer",
        "upgradeErrors",
        "code",
        "isEligible",
        "minimumQuantity",
        "maximumQuantity",
        "limit",
        "limitUnitOfMeasure",
        "prerequisiteOffers",
        "supportedBillingCycles",
        "attributes",
        "objectType",
        "locale",
        "name",
    ]);
    let leaf = prop_oneof![
        hostile().prop_map(|text| serde_json::to_string(&text).unwrap()),
        prop::sample::select(vec![
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "1.5",
            "1e9",
            "99999999999999999999",
            "\"active\"",
            "\"<guid>\"",
            "\"/customers/c/subscriptions/s/upgrades\"",
            "\"Customer\"",
            "\"Subscription\"",
            "\"Offer\"",
            "\"Upgrade\"",
            "\"/Date(0)/\"",
            "\"2018-01-01\"",
            "\"031C9E47-4802-4248-838E-778FB1D2CC05\"",
            "",
            "\"",
            "{",
            "]",
            "// x\n",
            "/*",
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|list| format!("[{}]", list.join(","))),
            vec((name.clone(), inner), 0..6).prop_map(|members| {
                let members: Vec<String> =
                    members.into_iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn no_tree_of_hostile_values_is_a_panic(texts in vec(jsonish(), 1..4), joint in prop::sample::select(vec!["", "\n", ","])) {
        let text = format!("{{\"objectType\": 1}}{joint}{}", texts.join(joint));
        crate::fuzz::bodies::rest(text.as_bytes());
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        crate::fuzz::bodies::rest(&bytes);
    }
}
