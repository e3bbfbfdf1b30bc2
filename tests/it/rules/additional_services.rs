//! What each target adds: the domain's list as a snapshot. Who conflicts with it is the grid's.

use upgrade_desk::model::Id;
use upgrade_desk::rules::additional_services;

use crate::case::{PATHS, offers};

#[test]
fn every_path_adds_the_services_that_the_plans_differ_in() {
    let offers = offers();
    let rows: Vec<String> = PATHS
        .iter()
        .map(|(source, target)| {
            let source = offers.find(&Id::new(source)).unwrap();
            let target = offers.find(&Id::new(target)).unwrap();
            let services = additional_services(source, target).unwrap();
            let services: Vec<&str> = services.iter().map(|service| &**service).collect();
            format!("{} > {}: {}", source.name, target.name, services.join(" "))
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    Office 365 Business > Office 365 Business Premium: EXCHANGE_S_STANDARD MCOSTANDARD SHAREPOINTSTANDARD
    Office 365 Business > Office 365 ProPlus: OFFICESUBSCRIPTION
    Office 365 Business > Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE MCOSTANDARD OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    Office 365 Business Premium > Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    Office 365 Business Essentials > Office 365 Business Premium: OFFICE_BUSINESS
    Office 365 Business Essentials > Office 365 Enterprise E1: 
    Office 365 Business Essentials > Office 365 Enterprise E3: EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION RMS_S_ENTERPRISE SHAREPOINTENTERPRISE
    ");
}
