//! Partner Center's answers on the command line: they come in, are placed, told, and compared by `check`.

use std::fs;

use super::{Desk, load, run};
use crate::case::{CUSTOMER, E3, PRO_PLUS, SOURCE};

/// An upgrades answer that says no for the one target that we allow, and yes for one that we do not.
fn upgrades() -> String {
    format!(
        r#"{{"totalCount": 2, "items": [
            {{"targetOffer": {{"id": "{PRO_PLUS}", "name": "x"}}, "isEligible": false, "upgradeErrors": [{{"code": 2, "description": "Not active."}}]}},
            {{"targetOffer": {{"id": "{E3}", "name": "y"}}, "isEligible": true}}
        ]}}"#
    )
}

#[test]
fn an_upgrades_answer_is_asked_about_placed_and_compared() {
    let desk = Desk::new();
    desk.put("upgrades.json", upgrades().as_bytes());
    let plain = run(&[&"check", &desk.file(), &"--as-of", &"2026-11-22"]);
    let json = run(&[&"check", &desk.file(), &"--as-of", &"2026-11-22", &"--format", &"json"]);
    let before = load(&desk.file());

    let asked = run(&[&"import", &desk.at("upgrades.json"), &"--into", &desk.file()]);
    assert_eq!(asked.status, 0);
    assert!(asked.err.contains("--subscription"), "{}", asked.err);
    assert_eq!(load(&desk.file()).answers, before.answers);

    let placed = run(&[&"import", &desk.at("upgrades.json"), &"--into", &desk.file(), &"--subscription", &SOURCE]);
    assert!(placed.out.contains("answers: 1 new"), "{} {}", placed.out, placed.err);
    let after = load(&desk.file());
    let answer = after.answer(&CUSTOMER.into(), &SOURCE.into()).unwrap();
    assert!(answer.read.is_some());
    assert_eq!(answer.targets.len(), 2);

    let compared = run(&[&"check", &desk.file(), &"--as-of", &"2026-11-22"]);
    assert!(!plain.out.contains("Partner Center"));
    for said in [
        "Partner Center’s own answer\n",
        "Office 365 ProPlus: possible by the ledger, but Partner Center says no",
        "Partner Center: Not active (code 2): Not active.",
        "Office 365 Enterprise E3: not possible by the ledger, but Partner Center says yes",
        "The ledger: Another subscription of the customer already includes services that this upgrade would add",
        "Office 365 Business Premium: a path by the ledger, and not in Partner Center’s answer",
    ] {
        assert!(compared.out.contains(said), "{said}: {}", compared.out);
    }
    // What programs read stays as it was.
    assert_eq!(run(&[&"check", &desk.file(), &"--as-of", &"2026-11-22", &"--format", &"json"]).out, json.out);
}

#[test]
fn credentials_are_said_and_never_shown() {
    let desk = Desk::new();
    let answer = r#"{"id": "c-9", "companyProfile": {"companyName": "Wingtip Toys"}, "userCredentials": {"password": "swordfish-four"}}"#;
    desk.put("customer.json", answer.as_bytes());
    let said = run(&[&"import", &desk.at("customer.json"), &"--into", &desk.file()]);
    assert_eq!(said.status, 0);
    assert!(said.err.contains("userCredentials"), "{}", said.err);
    assert!(!said.err.contains("swordfish") && !said.out.contains("swordfish"));
    assert!(!fs::read_to_string(desk.file()).unwrap().contains("swordfish"));
}

#[test]
fn subscriptions_without_a_customer_are_left_out_with_the_reason_and_placed_by_the_argument() {
    let desk = Desk::new();
    let answer = r#"[{"Id": "s-9", "OfferName": "Visio", "Quantity": 3, "Status": 1, "AutoRenewEnabled": true}]"#;
    desk.put("subscriptions.json", answer.as_bytes());
    let dry = run(&[&"import", &desk.at("subscriptions.json"), &"--into", &desk.file(), &"--dry-run"]);
    assert_eq!(dry.status, 0);
    assert!(dry.err.contains("s-9") && dry.err.contains("--customer"), "{}", dry.err);
    let wet = run(&[&"import", &desk.at("subscriptions.json"), &"--into", &desk.file(), &"--customer", &CUSTOMER]);
    assert!(wet.out.contains("new subscription s-9"), "{} {}", wet.out, wet.err);
    assert!(load(&desk.file()).customers.at(0).unwrap().subscription(&"s-9".into()).is_some());
}
