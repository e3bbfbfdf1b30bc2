//! `check`: the three formats, the rule sets and the day.

use std::process::{Command, Stdio};

use upgrade_desk::cli::generate::generate;
use upgrade_desk::storage;

use super::{Desk, load, run};
use crate::case::offers;

#[test]
fn json_is_as_the_contract_says() {
    let desk = Desk::new();
    desk.change(|portfolio| {
        let mut customer = (**portfolio.customers.at(0).unwrap()).clone();
        customer.subscriptions.truncate(2);
        customer.subscriptions[1].offer_id = None;
        customer.subscriptions[1].status = upgrade_desk::model::Status::Other("Läuft".to_owned());
        portfolio.customers = [customer].into_iter().collect();
    });
    let said = run(&[&"check", &desk.file(), &"--format", &"json", &"--as-of", &"2026-11-22", &"--rules", &"page"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    insta::assert_snapshot!(said.out, @r#"
    {"rules":"page","as_of":"2026-11-22","totals":{"customers":1,"subscriptions":2,"eligible":0,"not_eligible":0,"not_known":1,"no_path":1},"subscriptions":[
    {"customer":"customer","subscription":"source","offer":"5C9FD4CC-EDCE-44A8-8E91-07DF09744609","status":"active","verdict":"not-known","targets":[{"offer":"031C9E47-4802-4248-838E-778FB1D2CC05","verdict":"not-known","minimum":1,"maximum":300,"conditions":[{"id":"active","outcome":"pass","code":2,"evidence":["source"],"source":"page"},{"id":"delegated-admin","outcome":"pass","code":1,"evidence":["customer"],"source":"page"},{"id":"no-conflicting-services","outcome":"not-known","code":3,"evidence":["mobility"],"source":"page"},{"id":"target-not-held","outcome":"not-known","code":4,"evidence":["mobility"],"source":"page"},{"id":"upgrade-path","outcome":"pass","code":8,"evidence":[],"source":"sdk"}]},{"offer":"BE57FF4C-100C-4F1F-B82D-F1C5AB63A665","verdict":"not-known","minimum":1,"maximum":10000000,"conditions":[{"id":"active","outcome":"pass","code":2,"evidence":["source"],"source":"page"},{"id":"delegated-admin","outcome":"pass","code":1,"evidence":["customer"],"source":"page"},{"id":"no-conflicting-services","outcome":"not-known","code":3,"evidence":["mobility"],"source":"page"},{"id":"target-not-held","outcome":"not-known","code":4,"evidence":["mobility"],"source":"page"},{"id":"upgrade-path","outcome":"pass","code":8,"evidence":[],"source":"sdk"}]},{"offer":"796B6B5F-613C-4E24-A17C-EBA730D49C02","verdict":"not-known","minimum":1,"maximum":10000000,"conditions":[{"id":"active","outcome":"pass","code":2,"evidence":["source"],"source":"page"},{"id":"delegated-admin","outcome":"pass","code":1,"evidence":["customer"],"source":"page"},{"id":"no-conflicting-services","outcome":"not-known","code":3,"evidence":["mobility"],"source":"page"},{"id":"target-not-held","outcome":"not-known","code":4,"evidence":["mobility"],"source":"page"},{"id":"upgrade-path","outcome":"pass","code":8,"evidence":[],"source":"sdk"}]}]},
    {"customer":"customer","subscription":"mobility","offer":null,"status":"Läuft","verdict":"no-path","targets":[]}
    ]}
    "#);
    let parsed: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(parsed["subscriptions"][0]["targets"][1]["maximum"], 10_000_000);
    assert_eq!(parsed["subscriptions"][1]["offer"], serde_json::Value::Null);
}

#[test]
fn partner_center_answers_with_all_eleven_conditions() {
    let desk = Desk::new();
    let said = run(&[&"check", &desk.file(), &"--format", &"json", &"--as-of", &"2026-11-22"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer["rules"], "partner-center");
    assert_eq!(
        answer["totals"].to_string(),
        r#"{"customers":1,"eligible":1,"no_path":4,"not_eligible":0,"not_known":0,"subscriptions":5}"#
    );
    let conditions: Vec<String> = answer["subscriptions"][0]["targets"][2]["conditions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {} {} {}", row["id"], row["outcome"], row["code"], row["evidence"], row["source"]))
        .collect();
    insta::assert_snapshot!(conditions.join("\n").replace('"', ""), @r"
    active pass 2 [source] page
    delegated-admin pass 1 [customer] page
    no-conflicting-services fail 3 [mobility] page
    target-not-held pass 4 [] page
    upgrade-path pass 8 [] sdk
    no-add-ons pass 6 [] sdk
    provisioned pass 9 [source] sdk
    billing-cycle pass 10 [source] sdk
    original-reseller pass null [source] 21v-relationship
    partner-in-good-standing pass null [] 21v-billing
    role pass null [] 21v-roles
    ");
}

#[test]
fn csv_has_a_row_per_target_and_one_where_there_is_none() {
    let desk = Desk::new();
    let said = run(&[&"check", &desk.file(), &"--format", &"csv"]);
    assert_eq!(said.status, 0);
    insta::assert_snapshot!(said.out, @r"
    customer,subscription,offer,status,target,verdict,failed,not_known
    customer,source,5C9FD4CC-EDCE-44A8-8E91-07DF09744609,active,031C9E47-4802-4248-838E-778FB1D2CC05,eligible,,
    customer,source,5C9FD4CC-EDCE-44A8-8E91-07DF09744609,active,BE57FF4C-100C-4F1F-B82D-F1C5AB63A665,eligible,,
    customer,source,5C9FD4CC-EDCE-44A8-8E91-07DF09744609,active,796B6B5F-613C-4E24-A17C-EBA730D49C02,not-eligible,no-conflicting-services,
    customer,mobility,79C29AF7-3CD0-4A6F-B182-A81E31DEC84E,active,,no-path,,
    customer,add-on,53FC25F7-6639-4F78-BB44-3C2DFEC3ED40,active,,no-path,,
    customer,visio,3F22D04E-9353-46C1-BF48-B6B0C0A55A66,active,,no-path,,
    customer,deleted,,deleted,,no-path,,
    ");
}

#[test]
fn the_table_says_why_not_and_what_would_help() {
    let desk = Desk::new();
    let said = run(&[&"check", &desk.file(), &"--as-of", &"2026-11-22"]);
    assert_eq!(said.status, 0);
    insta::assert_snapshot!(said.out, @r#"
    Rules: partner-center · as of 2026-11-22

    Contoso (Shanghai) · customer · Delegated admin: All services
      Can be upgraded     source · Office 365 Business · licenses: 10 · Active
                            Possible  Office 365 Business Premium  1 to 300 licenses
                            Possible  Office 365 ProPlus           1 to 10,000,000 licenses
                            Blocked   Office 365 Enterprise E3     1 to 10,000,000 licenses
                              - code 3: Another subscription of the customer already includes services that this upgrade would add (Rights management): mobility
                              > What would help: Cancel this subscription for the customer; you sold it: mobility
      No upgrades offered mobility · Enterprise Mobility + Security E3 · licenses: 10 · Active
                            No upgrades are offered for this offer.
      No upgrades offered add-on · Office 365 Extra File Storage · licenses: 10 · Active · Add-on of: visio
                            Add-ons are not upgraded on their own.
      No upgrades offered visio · Visio Online Plan 1 · licenses: 10 · Active
                            No upgrades are offered for this offer.
      No upgrades offered deleted · Offer not recorded · licenses: 10 · Deleted
                            The offer of this subscription is not recorded, so no upgrade can be looked up. Choose the offer in the form.

    Customers: 1 · subscriptions: 5
      Can be upgraded             1
      Not known                   0
      Cannot be upgraded          0
      No upgrades offered         4
    "#);
}

#[test]
fn the_day_of_the_answer_counts_down_to_the_deletion() {
    let desk = Desk::new();
    desk.change(|portfolio| {
        let mut customer = (**portfolio.customers.at(0).unwrap()).clone();
        customer.subscriptions[0].status = upgrade_desk::model::Status::Suspended;
        customer.subscriptions[0].suspended_on = chrono::NaiveDate::from_ymd_opt(2026, 11, 1);
        portfolio.customers = [customer].into_iter().collect();
    });
    let table = |day: &str| run(&[&"check", &desk.file(), &"--as-of", &day]).out;
    assert!(table("2026-11-22").contains("2026-12-31, in 39 days"), "{}", table("2026-11-22"));
    assert!(table("2027-01-01").contains("was due to be deleted on 2026-12-31"));
    let verdicts = |day: &str| run(&[&"check", &desk.file(), &"--as-of", &day, &"--format", &"csv"]).out;
    assert_eq!(verdicts("2026-11-22"), verdicts("2027-01-01"));
}

#[test]
fn an_unknown_rule_set_in_the_file_is_said_and_the_default_one_used() {
    let desk = Desk::new();
    desk.change(|portfolio| portfolio.rules = "house rules".to_owned());
    let said = run(&[&"check", &desk.file(), &"--format", &"json"]);
    assert_eq!(said.status, 0);
    assert!(said.err.contains("house rules") && said.out.starts_with("{\"rules\":\"partner-center\""));
    let said = run(&[&"check", &desk.file(), &"--format", &"json", &"--rules", &"page"]);
    assert!(said.out.starts_with("{\"rules\":\"page\""));
}

#[test]
fn the_portfolios_own_rules_are_used_where_none_are_asked_for() {
    let desk = Desk::new();
    desk.change(|portfolio| portfolio.rules = "page".to_owned());
    assert!(run(&[&"check", &desk.file(), &"--format", &"json"]).out.starts_with("{\"rules\":\"page\""));
}

#[test]
fn an_empty_portfolio_is_answered_too() {
    let desk = Desk::new();
    desk.change(|portfolio| portfolio.customers = upgrade_desk::model::Customers::default());
    let said = run(&[&"check", &desk.file(), &"--format", &"json"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer["subscriptions"], serde_json::json!([]));
    let csv = run(&[&"check", &desk.file(), &"--format", &"csv"]);
    assert_eq!(csv.out, "customer,subscription,offer,status,target,verdict,failed,not_known\n");
}

#[test]
fn checking_writes_nothing() {
    let desk = Desk::new();
    let before = load(&desk.file());
    for format in ["table", "json", "csv"] {
        assert_eq!(run(&[&"check", &desk.file(), &"--format", &format]).status, 0);
    }
    assert_eq!(load(&desk.file()), before);
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let desk = Desk::new();
    let large = generate(400, 3, 7, &offers());
    let file = desk.put("large.ron", storage::encode(&large).unwrap().as_bytes());
    for format in ["table", "json", "csv"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_upgrade-desk"))
            .args(["check".as_ref(), file.as_os_str(), "--format".as_ref(), format.as_ref()])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
        assert!(ended.stderr.is_empty());
    }
}
