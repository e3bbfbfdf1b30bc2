//! The rule sets and lists of names as tables: each row once, in the contract's order.

use std::collections::BTreeSet;

use upgrade_desk::model::Id;
use upgrade_desk::rules::{ConditionId, PAGE, PARTNER_CENTER, RULE_SETS, RuleSet, Source, Verdict};

use crate::case::{PATHS, conditions, offers};

#[test]
fn each_rule_set_asks_each_of_its_conditions_once_in_the_contracts_order() {
    for rules in RULE_SETS {
        let asked: Vec<ConditionId> = rules.conditions.iter().map(|condition| condition.id).collect();
        assert_eq!(asked, conditions(rules), "{}", rules.id);
    }
}

#[test]
fn two_rule_sets_ship_and_are_found_by_their_ids() {
    assert_eq!(RULE_SETS.map(|rules| rules.id), ["page", "partner-center"]);
    assert_eq!(RuleSet::find("page").map(|rules| rules.id), Some("page"));
    assert_eq!(RuleSet::find("partner-center").map(|rules| rules.id), Some("partner-center"));
    assert!(RuleSet::find("Page").is_none());
}

#[test]
fn every_condition_carries_the_source_and_the_code_of_the_domain() {
    let rows: Vec<String> = PARTNER_CENTER
        .conditions
        .iter()
        .map(|row| format!("{} {:?} {}", row.id.key(), row.code, row.source.key()))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    active Some(2) page
    delegated-admin Some(1) page
    no-conflicting-services Some(3) page
    target-not-held Some(4) page
    upgrade-path Some(8) sdk
    no-add-ons Some(6) sdk
    provisioned Some(9) sdk
    billing-cycle Some(10) sdk
    original-reseller None 21v-relationship
    partner-in-good-standing None 21v-billing
    role None 21v-roles
    ");
    for row in PAGE.conditions {
        let same = PARTNER_CENTER.condition(row.id).map(|other| (other.code, other.source));
        assert_eq!(same, Some((row.code, row.source)), "{}", row.id.key());
    }
}

#[test]
fn no_two_rows_of_a_list_share_a_name() {
    let distinct = |names: &[&str]| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    assert!(distinct(&ConditionId::ALL.map(ConditionId::key)));
    assert!(distinct(&Source::ALL.map(Source::key)));
    assert!(distinct(&Verdict::ALL.map(Verdict::key)));
}

#[test]
fn the_table_of_upgrades_is_the_pages_row_by_row() {
    let offers = offers();
    let table: Vec<(String, String)> = offers
        .catalog()
        .paths
        .iter()
        .flat_map(|path| path.targets.iter().map(|target| (path.source.to_string(), target.offer.to_string())))
        .collect();
    let page: Vec<(String, String)> = PATHS.map(|(source, target)| (source.to_owned(), target.to_owned())).to_vec();
    let sorted = |mut rows: Vec<(String, String)>| {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows
    };
    assert_eq!(sorted(table), sorted(page));
    for (source, target) in PATHS {
        assert!(offers.find(&Id::new(source)).is_some() && offers.find(&Id::new(target)).is_some());
    }
}
