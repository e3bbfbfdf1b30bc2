//! The built-in catalogue's facts against the page and the sources, and that each fault in a catalogue is found with its line and field.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use upgrade_desk::model::{BillingCycle, Catalog, Family, Id, Offer};
use upgrade_desk::storage::{LoadError, builtin_catalog, parse_catalog};
use upgrade_desk::text::{Language, Words};

const CATALOG: &str = include_str!("../../assets/catalog.ron");

fn offer<'a>(catalog: &'a Catalog, name: &str) -> &'a Offer {
    catalog.offers.iter().find(|offer| offer.name == name).unwrap()
}

fn name<'a>(catalog: &'a Catalog, id: &Id) -> &'a str {
    &catalog.offers.iter().find(|offer| offer.id == *id).unwrap().name
}

#[test]
fn it_has_every_offer_of_the_recorded_answer_once() {
    let catalog = builtin_catalog().unwrap();
    let ids: BTreeSet<&Id> = catalog.offers.iter().map(|offer| &offer.id).collect();
    assert_eq!((catalog.offers.len(), ids.len()), (274, 274));
    let trials = catalog.offers.iter().filter(|offer| offer.cycles == [BillingCycle::Unset]).count();
    let not_known = catalog.offers.iter().filter(|offer| offer.services.is_none()).count();
    let without = catalog.offers.iter().filter(|offer| offer.services.as_ref().is_some_and(BTreeSet::is_empty)).count();
    assert_eq!((trials, not_known, without), (17, 79, 94));
    let mut families: BTreeMap<Family, usize> = BTreeMap::new();
    for offer in &catalog.offers {
        *families.entry(offer.family).or_default() += 1;
    }
    let expected = [(Family::Office365, 126), (Family::Dynamics365, 90), (Family::Azure, 12), (Family::Other, 46)];
    assert_eq!(families, BTreeMap::from(expected));
}

#[test]
fn the_six_offers_of_the_table_have_their_limits() {
    let catalog = builtin_catalog().unwrap();
    let rows: Vec<String> = catalog
        .names
        .iter()
        .map(|names| {
            let offer = catalog.offers.iter().find(|offer| offer.id == names.offer).unwrap();
            let Offer { id, minimum, maximum, concurrent_limit, cycles, family, .. } = &**offer;
            format!(
                "{} | {} | {} | {id} {minimum}-{maximum} {concurrent_limit:?} {cycles:?} {}",
                names.en,
                names.fr,
                names.zh_cn,
                family.key()
            )
        })
        .collect();
    assert_snapshot!(rows.join("\n"), @r"
    Office 365 Business | Office 365 Business | Office 365 商业版 | 5C9FD4CC-EDCE-44A8-8E91-07DF09744609 1-300 Some(2) [Annual, Monthly] office-365
    Office 365 Business Premium | Office 365 Business Premium | Office 365 商业高级版 | 031C9E47-4802-4248-838E-778FB1D2CC05 1-300 Some(2) [Annual, Monthly] office-365
    Office 365 Business Essentials | Office 365 Business Essentials | Office 365 商业协作版 | BD938F12-058F-4927-BBA3-AE36B1D2501C 1-300 Some(2) [Annual, Monthly] office-365
    Office 365 ProPlus | Office 365 ProPlus | Office 365 专业增强版 | BE57FF4C-100C-4F1F-B82D-F1C5AB63A665 1-10000000 None [Annual, Monthly] office-365
    Office 365 Enterprise E1 | Office 365 Entreprise E1 | Office 365 企业版 E1 | 91FD106F-4B2C-4938-95AC-F54F74E9A239 1-10000000 None [Annual, Monthly] office-365
    Office 365 Enterprise E3 | Office 365 Entreprise E3 | Office 365 企业版 E3 | 796B6B5F-613C-4E24-A17C-EBA730D49C02 1-10000000 None [Annual, Monthly] office-365
    ");
}

#[test]
fn the_paths_are_the_pages_table() {
    let catalog = builtin_catalog().unwrap();
    let rows: Vec<String> = catalog
        .paths
        .iter()
        .map(|path| {
            let target = |target: &upgrade_desk::model::PathTarget| {
                format!("{}{}", name(&catalog, &target.offer), target.footnote.as_deref().unwrap_or_default())
            };
            let targets: Vec<String> = path.targets.iter().map(target).collect();
            format!("{} -> {}", name(&catalog, &path.source), targets.join(", "))
        })
        .collect();
    assert_snapshot!(rows.join("\n"), @r"
    Office 365 Business -> Office 365 Business Premium¹, Office 365 ProPlus, Office 365 Enterprise E3
    Office 365 Business Premium -> Office 365 Enterprise E3
    Office 365 Business Essentials -> Office 365 Business Premium¹, Office 365 Enterprise E1, Office 365 Enterprise E3
    ");
    assert_eq!(catalog.footnotes.len(), 1);
}

#[test]
fn the_additional_services_of_each_path_follow_from_the_offers() {
    let catalog = builtin_catalog().unwrap();
    let mut rows = Vec::new();
    for path in &catalog.paths {
        let source = offer(&catalog, name(&catalog, &path.source));
        for target in &path.targets {
            let target = offer(&catalog, name(&catalog, &target.offer));
            let (has, gets) = (source.services.as_ref().unwrap(), target.services.as_ref().unwrap());
            let added: Vec<&str> = gets.difference(has).map(|service| &**service).collect();
            rows.push(format!("{} -> {}: {}", source.name, target.name, added.join(" ")));
        }
    }
    assert_snapshot!(rows.join("\n"), @r"
    Office 365 Business -> Office 365 Business Premium: EXCHANGE_S_STANDARD MCOSTANDARD SHAREPOINTSTANDARD
    Office 365 Business -> Office 365 ProPlus: OFFICESUBSCRIPTION
    Office 365 Business -> Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE MCOSTANDARD OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    Office 365 Business Premium -> Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    Office 365 Business Essentials -> Office 365 Business Premium: OFFICE_BUSINESS
    Office 365 Business Essentials -> Office 365 Enterprise E1: 
    Office 365 Business Essentials -> Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    ");
}

#[test]
fn names_that_are_met_elsewhere_lead_to_their_offers() {
    let catalog = builtin_catalog().unwrap();
    let rows: Vec<String> =
        catalog.aliases.iter().map(|alias| format!("{} = {}", alias.name, name(&catalog, &alias.offer))).collect();
    assert_snapshot!(rows.join("\n"), @r"
    Office 365 entreprise = Office 365 Business
    Microsoft 365 Business Standard = Office 365 Business Premium
    Microsoft 365 Business Basic = Office 365 Business Essentials
    Microsoft 365 Apps for business = Office 365 Business
    Microsoft 365 Apps for enterprise = Office 365 ProPlus
    Office 365 E1 = Office 365 Enterprise E1
    Office 365 E3 = Office 365 Enterprise E3
    ");
}

#[test]
fn each_block_says_that_these_are_defaults_and_where_from() {
    let catalog = builtin_catalog().unwrap();
    for source in [&catalog.offers_source, &catalog.services_source, &catalog.paths_source] {
        let said = CATALOG.split_once(&source.title).and_then(|(_, rest)| rest.split_once("),")).unwrap().0;
        assert!(said.contains("behind a sign-in"), "{source:?}");
    }
    assert_eq!(catalog.paths_source.date, "2018-10-29");
    let said = Words::new(Language::English).unwrap();
    assert!(said.say("about-sources-defaults").contains("behind a sign-in"));
}

/// Plants a fault in the built-in catalogue and expects it on the line of `line_with`, with the words.
#[track_caller]
fn planted(from: &str, to: &str, line_with: &str, expected: &[&str]) {
    assert_eq!(CATALOG.matches(from).count(), 1, "{from} has to be there once");
    let text = CATALOG.replacen(from, to, 1);
    let line = text.lines().position(|line| line.contains(line_with)).unwrap() + 1;
    let LoadError::Faults(faults) = parse_catalog(&text).unwrap_err() else { panic!("no faults") };
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.contains(expected), "{said} lacks {expected}");
        assert!(said.contains(&format!("line {line}, ")), "{said} is not about line {line}");
    }
}

const BUSINESS: &str = "(id: \"5C9FD4CC-EDCE-44A8-8E91-07DF09744609\", name: \"Office 365 Business\", minimum: 1, \
                        maximum: 300, concurrent_limit: Some(2), cycles: [Annual, Monthly], family: \"office-365\"";

#[test]
fn an_id_that_is_there_twice_is_named_with_both_lines() {
    let doubled = format!(
        "(id: \"be57ff4c-100c-4f1f-b82d-f1c5ab63a665\", {}), (id:",
        "name: \"x\", minimum: 1, maximum: 1, cycles: [Annual]"
    );
    let text = BUSINESS.replacen("(id:", &doubled, 1);
    let pro_plus = "(id: \"BE57FF4C-100C-4F1F-B82D-F1C5AB63A665\", name";
    let second = CATALOG.lines().position(|line| line.contains(pro_plus)).unwrap() + 1;
    let first = CATALOG.lines().position(|line| line.contains(BUSINESS)).unwrap() + 1;
    let LoadError::Faults(faults) = parse_catalog(&CATALOG.replacen(BUSINESS, &text, 1)).unwrap_err() else {
        panic!("no faults")
    };
    let said = faults[0].to_string();
    assert!(said.contains(&format!("twice, first on line {first}, at line {second}, ")), "{said}");
    assert!(said.ends_with("].id"), "{said}");
}

#[test]
fn limits_that_make_no_sense_are_named() {
    let faulty = |from: &str, to: &str| BUSINESS.replacen(from, to, 1);
    planted(
        BUSINESS,
        &faulty("maximum: 300", "maximum: 0"),
        "5C9FD4CC",
        &["the minimum of 1 licenses is above the maximum of 0"],
    );
    planted(BUSINESS, &faulty("minimum: 1", "minimum: -1"), "5C9FD4CC", &["-1 is too small"]);
    planted(BUSINESS, &faulty("Some(2)", "Some(0)"), "5C9FD4CC", &["0 is too small"]);
    planted(BUSINESS, &faulty("\"Office 365 Business\"", "\"  \""), "5C9FD4CC", &["the text is empty"]);
}

#[test]
fn words_that_are_not_known_are_named() {
    let faulty = |from: &str, to: &str| BUSINESS.replacen(from, to, 1);
    planted(BUSINESS, &faulty("Monthly", "Fortnightly"), "Fortnightly", &["“Fortnightly” is not a billing cycle"]);
    planted(BUSINESS, &faulty("Monthly", "Other(\"weekly\")"), "weekly", &["“weekly” is not a billing cycle"]);
    planted(BUSINESS, &faulty("[Annual, Monthly]", "[]"), "5C9FD4CC", &["the list is empty"]);
    planted(BUSINESS, &faulty("office-365", "office"), "\"office\"", &["“office” is not a family"]);
    planted(BUSINESS, &faulty("maximum:", "price: 5, maximum:"), "price: 5", &["field `price` is not known here"]);
}

#[test]
fn offers_that_are_not_there_are_named() {
    let path = "(source: \"5C9FD4CC-EDCE-44A8-8E91-07DF09744609\"";
    planted(path, "(source: \"nowhere\"", "nowhere", &["no offer has the id “nowhere”"]);
    let target = "(offer: \"BE57FF4C-100C-4F1F-B82D-F1C5AB63A665\"), // Office 365 ProPlus";
    planted(target, "(offer: \"nowhere\"),", "nowhere", &["no offer has the id “nowhere”"]);
    let names = "(offer: \"BE57FF4C-100C-4F1F-B82D-F1C5AB63A665\", en";
    planted(names, "(offer: \"nowhere\", en", "nowhere", &["no offer has the id “nowhere”"]);
    let alias = "\"Office 365 E1\", offer: \"91FD106F-4B2C-4938-95AC-F54F74E9A239\"";
    planted(alias, "\"Office 365 E1\", offer: \"nowhere\"", "nowhere", &["no offer has the id “nowhere”"]);
    planted(BUSINESS, &format!("{BUSINESS}, bases: [\"nowhere\"]"), "nowhere", &["no offer has the id “nowhere”"]);
}

#[test]
fn a_mark_without_its_footnote_is_named() {
    let faults = parse_catalog(&CATALOG.replacen("(mark: \"¹\"", "(mark: \"²\"", 1)).unwrap_err().to_string();
    let lines: Vec<&str> = faults.lines().collect();
    assert_eq!(lines.len(), 2, "{faults}");
    assert!(lines[0].starts_with("no footnote explains the mark “¹”, at line "), "{faults}");
    assert!(lines[0].ends_with("paths.list[0].targets[0].footnote"), "{faults}");
}

#[test]
fn a_name_cannot_stand_for_two_offers() {
    planted(
        "name: \"Office 365 E3\"",
        "name: \"office 365 e1\"",
        "office 365 e1",
        &["already stands for another offer"],
    );
}

#[test]
fn all_faults_are_found_at_once() {
    let text = CATALOG.replace("maximum: 300,", "maximum: 0,");
    let LoadError::Faults(faults) = parse_catalog(&text).unwrap_err() else { panic!("no faults") };
    assert_eq!(faults.len(), CATALOG.matches("maximum: 300,").count());
    assert!(faults.len() > 5);
}
