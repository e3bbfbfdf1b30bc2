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
    format!("(\n  format: 1,\n  {ID},\n  customers: [\n    (id: \"c\", company_name: \"Contoso\", {fields}),\n  ],\n)\n")
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
        tasks: vec![Task { id: TaskId::SubmitInPartnerCenter, done: true }, Task { id: TaskId::TellCustomer, done: false }],
    }));
    portfolio
}

#[test]
fn a_small_portfolio_in_ron() {
    assert_snapshot!(encode(&small()).unwrap(), @"");
}

#[test]
fn a_small_portfolio_in_json() {
    assert_snapshot!(encode_json(&small()).unwrap(), @"");
}

#[test]
fn an_empty_portfolio_says_almost_nothing() {
    assert_snapshot!(encode(&Portfolio::new(Uuid::nil())).unwrap(), @"");
}

#[test]
fn the_fixture_of_format_1_opens_with_everything_in_it() {
    let Loaded { portfolio, not_understood, findings } = loaded(FIXTURE);
    assert_eq!((not_understood.len(), findings.len()), (0, 0));
    assert_snapshot!(format!("{portfolio:#?}"));
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
    assert_snapshot!(error, @"");
}

#[test]
fn faults_name_line_column_path_and_what_was_expected() {
    assert_snapshot!(faults(&with_subscription("status: 5")), @"");
    assert_snapshot!(faults(&with_subscription("assigned: Some(\"x\")")), @"");
    assert_snapshot!(faults(&with_subscription("assigned: Some(1.5)")), @"");
    assert_snapshot!(faults(&with_subscription("assigned: Some(NaN)")), @"");
    assert_snapshot!(faults(&with_subscription("assigned: Some(99999999999999999999)")), @"");
    assert_snapshot!(faults(&with_subscription("trial: Some(true), trial: Some(true)")), @"");
    assert_snapshot!(faults(&with_customer("subscriptions: [(id: \"s\")]")), @"");
    assert_snapshot!(faults("(format: 1, id: 7)"), @"");
    assert_snapshot!(faults(&format!("({ID})")), @"");
    assert_snapshot!(faults(&format!("(format: 0, {ID})")), @"");
    assert_snapshot!(faults(&format!("(format: 1, {ID}) more")), @"");
}

#[test]
fn faults_in_json_name_them_too() {
    let text = "{\"format\": 1, \"id\": \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\",\n \"customers\": [{\"id\": \"c\", \
                \"company_name\": \"\", \"subscriptions\": [{\"id\": \"s\", \"quantity\": 1.5}]}]}";
    assert_snapshot!(decode_json(text.as_bytes()).unwrap_err(), @"");
}

#[test]
fn all_values_that_cannot_be_held_are_named_at_once() {
    let text = with_subscription("created: Some(\"2018-02-30\"),\n        suspended_on: Some(\"yesterday\")");
    let text = text.replace("0b9f6a52", "not-one");
    assert_snapshot!(faults(&text), @"");
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in [deep.clone(), with_subscription(&format!("later: {deep}")), with_subscription(&format!("status: {deep}"))] {
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
    let text = with_subscription("seats: (used: 1, free: [2, 3]),\n        colour: \"red\"");
    assert_snapshot!(not_understood(&text), @"");
    assert_snapshot!(not_understood(&format!("(format: 1, {ID}, history: [])")), @"");
}

#[test]
fn variants_that_are_not_known_open_read_only_and_say_nothing() {
    let text = with_subscription("status: Frozen,\n  billing_cycle: Weekly(2),\n  channel: Marketplace(\"x\")");
    assert_snapshot!(not_understood(&text), @"");
    let read = loaded(&text).portfolio;
    let subscription = &read.customers.as_slice()[0].subscriptions[0];
    assert_eq!(*subscription, Subscription::new("s".into(), 1));

    let text = with_customer("delegated_admin: Families([\"office-365\", \"power-platform\"])");
    assert_snapshot!(not_understood(&text), @"");
    assert_eq!(loaded(&text).portfolio.customers.as_slice()[0].delegated_admin, DelegatedAdmin::NotKnown);

    let text = format!("(format: 1, {ID}, partner: (role: Owner), offers: [(id: \"o\", name: \"O\", minimum: 1, maximum: 2, family: \"power\", cycles: [Weekly, Annual])])");
    assert_snapshot!(not_understood(&text), @"");

    let text = FIXTURE.replace("tell-customer", "tell-everybody");
    assert_snapshot!(not_understood(&text), @"");
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
    assert_snapshot!(not_understood(&text), @"");
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
    assert_snapshot!(lines.join("\n"), @"");
}
