//! Nothing is lost on the way into text and back, and no text panics.

use std::sync::Arc;

use chrono::{NaiveDate, TimeZone, Utc};
use insta::assert_snapshot;
use proptest::prelude::*;
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Guarded, HistoryEntry, Id, JudgedCondition, Offer,
    Portfolio, RecordState, Role, Status, Subscription, Task, TaskId, Upgrade,
};
use upgrade_desk::storage::{
    Loaded, Seal, content_hash, decode, decode_json, encode, encode_checked, encode_json, encode_json_checked,
};
use uuid::Uuid;

use super::{FIXTURE, ID, loaded, with_subscription};
use crate::cases::config;
use crate::given;

pub fn small() -> Portfolio {
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
    portfolio.history.push(Arc::new(HistoryEntry {
        at: Utc.with_ymd_and_hms(2018, 11, 5, 8, 9, 10).unwrap(),
        what: Guarded::Upgrade,
        customer: "c-1".into(),
        old: vec![state("s-1", Some("o-1"), Status::Active)],
        new: vec![state("s-1", Some("o-1"), Status::Deleted), state("s-2", None, Status::Active)],
        rules: "page".to_owned(),
        outcomes: vec![JudgedCondition { condition: "active".to_owned(), outcome: "pass".to_owned() }],
    }));
    portfolio
}

fn state(subscription: &str, offer: Option<&str>, status: Status) -> RecordState {
    RecordState { subscription: subscription.into(), offer: offer.map(Id::from), quantity: 25, status }
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
      history: [
        (
          at: "2018-11-05T08:09:10Z",
          what: "upgrade",
          customer: "c-1",
          old: [
            (subscription: "s-1", offer_id: Some("o-1"), quantity: 25, status: Active),
          ],
          new: [
            (subscription: "s-1", offer_id: Some("o-1"), quantity: 25, status: Deleted),
            (subscription: "s-2", quantity: 25, status: Active),
          ],
          rules: "page",
          outcomes: [
            (condition: "active", outcome: "pass"),
          ],
        ),
      ],
    )
    // end 1882 blake3:85b0b3e9672ac8798e23f73aa31512f8e3723c32701678da0c18dccc224c7f6f
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
      ],
      "history": [
        {
          "at": "2018-11-05T08:09:10Z",
          "what": "upgrade",
          "customer": "c-1",
          "old": [
            {
              "subscription": "s-1",
              "offer_id": "o-1",
              "quantity": 25,
              "status": "Active"
            }
          ],
          "new": [
            {
              "subscription": "s-1",
              "offer_id": "o-1",
              "quantity": 25,
              "status": "Deleted"
            },
            {
              "subscription": "s-2",
              "quantity": 25,
              "status": "Active"
            }
          ],
          "rules": "page",
          "outcomes": [
            {
              "condition": "active",
              "outcome": "pass"
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
    // end 90 blake3:fabac005e2025cbcec5895a35c813d519be0b8c515697738dc07d47a4d54137a
    "#);
}

#[test]
fn the_fixture_of_format_1_opens_with_everything_in_it() {
    let Loaded { portfolio, not_understood, findings, seal, hash } = loaded(FIXTURE);
    assert_eq!(hash, content_hash(FIXTURE.as_bytes()));
    // It is of a version that wrote none.
    assert_eq!(seal, Seal::Missing);
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
    #![proptest_config(config(1_000))]

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
