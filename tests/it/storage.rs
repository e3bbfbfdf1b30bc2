//! The portfolio's text: nothing lost on the way there and back, nothing silently wrong, and every fault with its place.

use std::sync::Arc;

use chrono::{NaiveDate, TimeZone, Utc};
use insta::assert_snapshot;
use proptest::prelude::*;
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Id, Offer, Portfolio, Role, Status, Subscription, Task,
    TaskId, Upgrade,
};
use upgrade_desk::storage::{
    FileFact, LoadError, Loaded, TextEncoding, Unfamiliar, decode, decode_json, encode, encode_checked, encode_json,
    encode_json_checked,
};
use uuid::Uuid;

use crate::given;

const FIXTURE: &str = include_str!("../fixtures/portfolio-format-1.ron");
const ID: &str = "id: \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\"";

/// A portfolio with one customer, whose fields are given.
fn with_customer(fields: &str) -> String {
    format!(
        "(\n  format: 1,\n  {ID},\n  customers: [\n    (id: \"c\", company_name: \"Contoso\", {fields}),\n  ],\n)\n"
    )
}

/// A portfolio with one subscription, whose fields are given.
fn with_subscription(fields: &str) -> String {
    with_customer(&format!("subscriptions: [\n      (id: \"s\", quantity: 1, {fields}),\n    ]"))
}

#[track_caller]
fn loaded(text: &str) -> Loaded {
    decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn faults(text: &str) -> String {
    match decode(text.as_bytes()) {
        Err(error) => error.to_string(),
        Ok(_) => "it opens".to_owned(),
    }
}

fn small() -> Portfolio {
    let mut portfolio = Portfolio::new(Uuid::from_u128(0x0b9f_6a52_3c41_4d8e_9a77_5d1c_2e3f_4a5b));
    portfolio.partner.role = Role::AdminAgent;
    portfolio.partner.good_standing = Some(true);
    portfolio.offers.push(Arc::new(Offer {
        id: "o-1".into(),
        name: "An offer".to_owned(),
        minimum: 1,
        maximum: 300,
        concurrent_limit: Some(2),
        cycles: vec![BillingCycle::Annual, BillingCycle::Other("weekly".to_owned())],
        add_on: false,
        bases: Vec::new(),
        family: Family::Office365,
        services: Some(["EXCHANGE_S_STANDARD".into(), "MCOSTANDARD".into()].into()),
    }));
    let mut customer = Customer::new("c-1".into(), "四方咖啡".to_owned());
    customer.delegated_admin = DelegatedAdmin::Families(vec![Family::Office365]);
    customer.tags = vec!["上海".to_owned(), "vip".to_owned()];
    let mut first = Subscription::new("s-1".into(), 25);
    first.offer_id = Some("o-1".into());
    first.status = Status::Active;
    first.billing_cycle = BillingCycle::Annual;
    first.channel = Channel::OtherReseller("Lin & \"Co\"".to_owned());
    first.created = NaiveDate::from_ymd_opt(2018, 2, 28);
    let mut second = Subscription::new("s-2".into(), 1);
    second.status = Status::Other("en attente".to_owned());
    second.trial = Some(false);
    customer.subscriptions = vec![first, second];
    let empty = Customer::new("c-2".into(), "Contoso".to_owned());
    portfolio.customers = [customer, empty].into_iter().collect();
    portfolio.upgrades.push(Arc::new(Upgrade {
        customer: "c-1".into(),
        source: "s-1".into(),
        target: "s-2".into(),
        provisional: true,
        from_offer: "o-1".into(),
        to_offer: "o-2".into(),
        licenses: 25,
        at: Utc.with_ymd_and_hms(2018, 11, 5, 8, 9, 10).unwrap(),
        comment: String::new(),
        rules: "page".to_owned(),
        tasks: vec![
            Task { id: TaskId::SubmitInPartnerCenter, done: true },
            Task { id: TaskId::TellCustomer, done: false },
        ],
    }));
    portfolio
}

#[test]
fn a_small_portfolio_in_ron() {
    assert_snapshot!(encode(&small()).unwrap(), @r#"
    (
      format: 1,
      id: "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b",
      rules: "partner-center",
      partner: (
        role: AdminAgent,
        good_standing: Some(true),
      ),
      offers: [
        (
          id: "o-1",
          name: "An offer",
          minimum: 1,
          maximum: 300,
          concurrent_limit: Some(2),
          cycles: [
            Annual,
            Other("weekly"),
          ],
          family: "office-365",
          services: Some([
            "EXCHANGE_S_STANDARD",
            "MCOSTANDARD",
          ]),
        ),
      ],
      customers: [
        (
          id: "c-1",
          company_name: "四方咖啡",
          delegated_admin: Families([
            "office-365",
          ]),
          tags: [
            "上海",
            "vip",
          ],
          subscriptions: [
            (id: "s-1", offer_id: Some("o-1"), quantity: 25, status: Active, billing_cycle: Annual, channel: OtherReseller("Lin & \"Co\""), created: Some("2018-02-28")),
            (id: "s-2", quantity: 1, status: Other("en attente"), trial: Some(false)),
          ],
        ),
        (
          id: "c-2",
          company_name: "Contoso",
        ),
      ],
      upgrades: [
        (
          customer: "c-1",
          source: "s-1",
          target: "s-2",
          provisional: true,
          from_offer: "o-1",
          to_offer: "o-2",
          licenses: 25,
          at: "2018-11-05T08:09:10Z",
          rules: "page",
          tasks: [
            (id: "submit-in-partner-center", done: true),
            (id: "tell-customer", done: false),
          ],
        ),
      ],
    )
    "#);
}

#[test]
fn a_small_portfolio_in_json() {
    assert_snapshot!(encode_json(&small()).unwrap(), @r#"
    {
      "format": 1,
      "id": "0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b",
      "rules": "partner-center",
      "partner": {
        "role": "AdminAgent",
        "good_standing": true
      },
      "offers": [
        {
          "id": "o-1",
          "name": "An offer",
          "minimum": 1,
          "maximum": 300,
          "concurrent_limit": 2,
          "cycles": [
            "Annual",
            {
              "Other": "weekly"
            }
          ],
          "family": "office-365",
          "services": [
            "EXCHANGE_S_STANDARD",
            "MCOSTANDARD"
          ]
        }
      ],
      "customers": [
        {
          "id": "c-1",
          "company_name": "四方咖啡",
          "delegated_admin": {
            "Families": [
              "office-365"
            ]
          },
          "tags": [
            "上海",
            "vip"
          ],
          "subscriptions": [
            {
              "id": "s-1",
              "offer_id": "o-1",
              "quantity": 25,
              "status": "Active",
              "billing_cycle": "Annual",
              "channel": {
                "OtherReseller": "Lin & \"Co\""
              },
              "created": "2018-02-28"
            },
            {
              "id": "s-2",
              "quantity": 1,
              "status": {
                "Other": "en attente"
              },
              "trial": false
            }
          ]
        },
        {
          "id": "c-2",
          "company_name": "Contoso"
        }
      ],
      "upgrades": [
        {
          "customer": "c-1",
          "source": "s-1",
          "target": "s-2",
          "provisional": true,
          "from_offer": "o-1",
          "to_offer": "o-2",
          "licenses": 25,
          "at": "2018-11-05T08:09:10Z",
          "rules": "page",
          "tasks": [
            {
              "id": "submit-in-partner-center",
              "done": true
            },
            {
              "id": "tell-customer",
              "done": false
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn an_empty_portfolio_says_almost_nothing() {
    assert_snapshot!(encode(&Portfolio::new(Uuid::nil())).unwrap(), @r#"
    (
      format: 1,
      id: "00000000-0000-0000-0000-000000000000",
      rules: "partner-center",
    )
    "#);
}

#[test]
fn the_fixture_of_format_1_opens_with_everything_in_it() {
    let Loaded { portfolio, not_understood, findings } = loaded(FIXTURE);
    assert_eq!((not_understood.len(), findings.len()), (0, 0));
    assert_snapshot!(encode(&portfolio).unwrap());
    let customer = &portfolio.customers.as_slice()[0];
    let statuses: Vec<&Status> = customer.subscriptions.iter().map(|subscription| &subscription.status).collect();
    let other = Status::Other("en attente".to_owned());
    assert_eq!(
        statuses,
        [
            &Status::Active,
            &Status::Suspended,
            &Status::Deleted,
            &Status::Expired,
            &Status::Pending,
            &Status::Disabled,
            &Status::Unset,
            &other,
            &Status::Unset
        ]
    );
    assert_eq!(customer.delegated_admin, DelegatedAdmin::Families(Family::ALL.to_vec()));
    assert_eq!(customer.notes, "Called on Tuesday.\nWants \"more\".");
    let first = &customer.subscriptions[0];
    assert_eq!((first.auto_renew, first.trial, first.assigned), (Some(true), Some(false), Some(20)));
    assert_eq!(first.commitment_end, NaiveDate::from_ymd_opt(2019, 2, 28));
    assert_eq!(first.created, NaiveDate::from_ymd_opt(2018, 2, 28));
    let tasks: Vec<TaskId> = portfolio.upgrades[0].tasks.iter().map(|task| task.id).collect();
    assert_eq!(tasks, TaskId::ALL);
    let again = loaded(&encode_checked(&portfolio).unwrap()).portfolio;
    assert_eq!(again, portfolio);
    let json = decode_json(encode_json_checked(&portfolio).unwrap().as_bytes()).unwrap();
    assert_eq!(json.portfolio, portfolio);
}

#[test]
fn what_says_nothing_is_the_default() {
    let portfolio = loaded(&format!("(format: 1, {ID})")).portfolio;
    assert_eq!(portfolio, Portfolio::new(portfolio.id));
    let portfolio = loaded(&with_subscription("")).portfolio;
    assert_eq!(portfolio.customers.as_slice()[0].subscriptions, [Subscription::new("s".into(), 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_reads_as_the_same(portfolio in given::portfolio()) {
        let text = encode(&portfolio).unwrap();
        prop_assert!(!text.contains('\r'));
        let back = decode(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&back.portfolio, &portfolio);
        prop_assert_eq!(back.not_understood, vec![]);
        prop_assert_eq!(encode_checked(&portfolio).unwrap(), text);
    }

    #[test]
    fn what_is_written_in_json_reads_as_the_same(portfolio in given::portfolio()) {
        let text = encode_json_checked(&portfolio).unwrap();
        prop_assert_eq!(decode_json(text.as_bytes()).unwrap().portfolio, portfolio);
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (decode(&bytes), decode_json(&bytes));
    }

    #[test]
    fn no_text_panics(text in "[(){}\\[\\],:\"'#r!/*a-z0-9\\\\ \n.-]{0,80}") {
        let document = with_subscription(&text);
        let _ = (decode(text.as_bytes()), decode_json(text.as_bytes()), decode(document.as_bytes()));
    }

    #[test]
    fn no_flipped_bit_panics_or_hides_a_portfolio_that_cannot_be_written(at in 0..FIXTURE.len(), bit in 0..8_u32) {
        let mut bytes = FIXTURE.as_bytes().to_vec();
        bytes[at] ^= 1 << bit;
        if let Ok(read) = decode(&bytes) {
            prop_assert!(encode_checked(&read.portfolio).is_ok());
        }
    }
}

#[test]
fn no_truncation_opens_or_panics() {
    let end = FIXTURE.trim_end().len();
    for length in (0..end).filter(|length| FIXTURE.is_char_boundary(*length)) {
        assert!(decode(&FIXTURE.as_bytes()[..length]).is_err(), "{length} bytes open");
    }
}

#[test]
fn an_empty_file_is_damaged_and_never_new() {
    for bytes in [&b""[..], b"  \r\n", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF\n"] {
        assert_eq!(decode(bytes), Err(LoadError::Empty));
        assert_eq!(decode_json(bytes), Err(LoadError::Empty));
    }
}

#[test]
fn byte_order_marks_and_utf_16_are_read() {
    let expected = loaded(FIXTURE).portfolio;
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(FIXTURE.replace('\n', "\r\n").bytes());
    // A line break inside a string stands escaped in the fixture, so CRLF changes nothing.
    assert_eq!(decode(&marked).unwrap().portfolio, expected);
    let units: Vec<u16> = std::iter::once(0xFEFF).chain(FIXTURE.encode_utf16()).collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    assert_eq!(decode(&little).unwrap().portfolio, expected);
    assert_eq!(decode(&big).unwrap().portfolio, expected);
    assert_eq!(decode(&little[2..]), Err(LoadError::UnmarkedUtf16));
    assert_eq!(decode(&big[2..]), Err(LoadError::UnmarkedUtf16));
    let odd = decode(&little[..little.len() - 1]).unwrap_err();
    assert!(matches!(odd, LoadError::NotText { encoding: TextEncoding::Utf16, .. }), "{odd}");
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_position() {
    let error = decode(b"(format: 1,\n  id: \"\xE9\xFF\")").unwrap_err();
    assert_snapshot!(error, @"the text is not valid UTF-8, at byte 19 (line 2, column 8)");
}

#[test]
fn faults_name_line_column_path_and_what_was_expected() {
    assert_snapshot!(faults(&with_subscription("trial: true")), @"expected `Some(…)` or `None`, at line 6, column 36, customers[0].subscriptions[0].trial");
    assert_snapshot!(faults(FIXTURE.split_once("quantity").map_or("", |(start, _)| start)), @"the text ends early, at line 37, column 145, customers[0].subscriptions[0]");
    assert_snapshot!(faults(&with_subscription("parent_id: Some(5)")), @"Expected string, at line 6, column 46, customers[0].subscriptions[0].parent_id");
    assert_snapshot!(faults(&with_subscription("status: 5")), @"expected a name, found `5`, at line 6, column 38, customers[0].subscriptions[0].status");
    assert_snapshot!(faults(&with_subscription("assigned: Some(\"x\")")), @"Expected integer, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(1.5)")), @"Expected closing `)`, at line 6, column 46, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(NaN)")), @"Expected integer, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(99999999999999999999)")), @"Integer is out of bounds, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("trial: Some(true), trial: Some(true)")), @"the field `trial` of Subscription is there twice, at line 6, column 49, customers[0].subscriptions[0]");
    assert_snapshot!(faults(&with_customer("subscriptions: [(id: \"s\")]")), @"the field `quantity` of Subscription is missing, at line 5, column 64, customers[0].subscriptions[0]");
    assert_snapshot!(faults("(format: 1, id: 7)"), @"Expected string, at line 1, column 16, id");
    assert_snapshot!(faults(&format!("({ID})")), @"the field `format` of Portfolio is missing, at line 1, column 44");
    assert_snapshot!(faults(&format!("(format: 0, {ID})")), @"there is no format 0; the first is 1");
    assert_snapshot!(faults(&format!("(format: 1, {ID}) more")), @"Non-whitespace trailing characters, at line 1, column 56");
}

#[test]
fn faults_in_json_name_them_too() {
    let text = "{\"format\": 1, \"id\": \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\",\n \"customers\": [{\"id\": \"c\", \
                \"company_name\": \"\", \"subscriptions\": [{\"id\": \"s\", \"quantity\": 1.5}]}]}";
    assert_snapshot!(decode_json(text.as_bytes()).unwrap_err(), @"invalid type: floating point `1.5`, expected i64, at line 2, column 92, customers[0].subscriptions[0].quantity");
}

#[test]
fn all_values_that_cannot_be_held_are_named_at_once() {
    let text = with_subscription("created: Some(\"2018-02-30\"),\n        suspended_on: Some(\"yesterday\")");
    let text = text.replace("0b9f6a52", "not-one");
    assert_snapshot!(faults(&text), @r"
    “not-one-3c41-4d8e-9a77-5d1c2e3f4a5b” is not a portfolio id; expected a UUID, at line 3, column 7, id
    “2018-02-30” is not a day; expected one that exists, as YYYY-MM-DD, at line 6, column 39, customers[0].subscriptions[0].created
    “yesterday” is not a day; expected one that exists, as YYYY-MM-DD, at line 7, column 23, customers[0].subscriptions[0].suspended_on
    ");
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in
            [deep.clone(), with_subscription(&format!("later: {deep}")), with_subscription(&format!("status: {deep}"))]
        {
            assert!(decode(text.as_bytes()).is_err());
        }
    }
    let deep = format!("{{\"format\":1,\"later\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(decode_json(deep.as_bytes()).is_err());
}

#[test]
fn a_huge_id_is_an_id() {
    let id = "x".repeat(1_000_000);
    let text = with_customer("").replacen("\"c\"", &format!("\"{id}\""), 1);
    assert_eq!(loaded(&text).portfolio.customers.as_slice()[0].id, Id::from(id));
}

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
    assert_snapshot!(not_understood(&format!("(format: 1, {ID}, history: [])")), @"Field at line 1, column 66, history");
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
}
