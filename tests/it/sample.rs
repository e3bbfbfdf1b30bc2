//! The sample shows everything: each verdict, each reason, each kind of record; and it opens without a finding.

use std::collections::BTreeSet;

use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Id, Offers, Portfolio, Role, Status, Subscription,
};
use upgrade_desk::rules::{
    Assessment, ConditionId, Finding, NoPathReason, Outcome, PAGE, PARTNER_CENTER, Question, Remedy, RuleSet, Setting,
    Unclear, Verdict, assess, way_out,
};
use upgrade_desk::storage::{self, builtin_catalog};

use crate::case::{BUSINESS, E1, E3, ESSENTIALS, PREMIUM, PRO_PLUS};

struct Sample {
    portfolio: Portfolio,
    offers: Offers,
}

impl Sample {
    fn open() -> Self {
        let portfolio = storage::sample().unwrap();
        let offers = Offers::new(builtin_catalog().unwrap(), &portfolio.offers);
        Self { portfolio, offers }
    }

    fn setting(&self, rules: &'static RuleSet) -> Setting<'_> {
        Setting { rules, offers: &self.offers, partner: &self.portfolio.partner }
    }

    fn records(&self) -> impl Iterator<Item = &Subscription> {
        self.portfolio.customers.iter().flat_map(|customer| &customer.subscriptions)
    }

    fn assessments(&self, rules: &'static RuleSet) -> Vec<Assessment> {
        let each = |customer: &Customer| -> Vec<Assessment> {
            customer.subscriptions.iter().map(|record| assess(self.setting(rules), customer, record)).collect()
        };
        self.portfolio.customers.iter().flat_map(|customer| each(customer)).collect()
    }

    fn findings(&self) -> Vec<Finding> {
        let targets = self.assessments(&PARTNER_CENTER).into_iter().flat_map(|assessment| assessment.targets);
        targets.flat_map(|target| target.findings).collect()
    }

    /// What the first subscription of the customer at a position can be upgraded to.
    fn open_targets(&self, position: usize) -> (Verdict, Vec<Id>) {
        let customer = self.portfolio.customers.at(position).unwrap();
        let assessment = assess(self.setting(&PARTNER_CENTER), customer, &customer.subscriptions[0]);
        (assessment.verdict, assessment.eligible().map(|target| target.target.clone()).collect())
    }
}

#[test]
fn it_opens_with_nothing_odd_and_is_written_as_the_program_writes() {
    let loaded = storage::decode(storage::SAMPLE.as_bytes()).unwrap();
    assert_eq!((loaded.not_understood, loaded.findings), (Vec::new(), Vec::new()));
    // But for the last line: the sample is a part of the program, and nothing has to tell whether it is whole.
    assert_eq!(loaded.seal, storage::Seal::Missing);
    let written = storage::encode(&loaded.portfolio).unwrap();
    assert!(written.strip_prefix(storage::SAMPLE).is_some_and(|last| last.starts_with("// end ")));
    assert!((40..=50).contains(&loaded.portfolio.customers.len()));
}

#[test]
fn the_first_customers_are_the_typical_cases() {
    let sample = Sample::open();
    let ids = |ids: &[&str]| ids.iter().map(|id| Id::new(id)).collect::<Vec<_>>();
    assert_eq!(sample.open_targets(0), (Verdict::Eligible, ids(&[PREMIUM, PRO_PLUS, E3])));
    assert_eq!(sample.open_targets(1), (Verdict::Eligible, ids(&[E1])));
    assert_eq!(sample.open_targets(2), (Verdict::NotEligible, Vec::new()));
    let customer = sample.portfolio.customers.at(2).unwrap();
    let source = &customer.subscriptions[0];
    let judged = &assess(sample.setting(&PARTNER_CENTER), customer, source).targets[0];
    let way = way_out(sample.setting(&PARTNER_CENTER), customer, source, judged);
    assert_eq!(way.remedies, [Remedy::Reactivate { subscription: source.id.clone() }]);
    assert_eq!(way.then, Verdict::Eligible);
    let first: Vec<String> = [BUSINESS, ESSENTIALS, PREMIUM].map(str::to_owned).to_vec();
    let offers: Vec<String> = (0..3)
        .map(|at| sample.portfolio.customers.at(at).unwrap().subscriptions[0].offer_id.clone().unwrap().to_string())
        .collect();
    assert_eq!(offers, first);
}

#[test]
fn every_verdict_and_every_reason_for_no_path_occurs() {
    let sample = Sample::open();
    let assessments = sample.assessments(&PARTNER_CENTER);
    for verdict in Verdict::ALL {
        assert!(assessments.iter().any(|assessment| assessment.verdict == verdict), "{verdict:?}");
    }
    let reasons: Vec<&NoPathReason> = assessments.iter().filter_map(|assessment| assessment.no_path.as_ref()).collect();
    assert!(reasons.iter().any(|reason| matches!(reason, NoPathReason::AddOn { .. })));
    assert!(reasons.iter().any(|reason| matches!(reason, NoPathReason::OfferNotRecorded)));
    assert!(reasons.iter().any(|reason| matches!(reason, NoPathReason::OfferNotInCatalog { .. })));
    assert!(reasons.iter().any(|reason| matches!(reason, NoPathReason::NoUpgradesOffered { .. })));
}

#[test]
fn every_condition_about_records_fails_somewhere_and_is_not_known_somewhere() {
    let findings = Sample::open().findings();
    for condition in ConditionId::ALL {
        let of_it = || findings.iter().filter(|finding| finding.condition == condition);
        let fails = of_it().any(|finding| matches!(finding.outcome, Outcome::NotMet(_)));
        let asks = of_it().any(|finding| matches!(finding.outcome, Outcome::NotKnown(_)));
        let always_passes =
            [ConditionId::UpgradePath, ConditionId::PartnerInGoodStanding, ConditionId::Role].contains(&condition);
        assert_eq!((fails, asks), (!always_passes, !always_passes), "{condition:?}");
        assert!(of_it().any(|finding| finding.outcome.is_met()), "{condition:?}");
    }
}

#[test]
fn every_kind_of_unclear_record_that_a_good_catalogue_leaves_occurs() {
    let unclear: Vec<Unclear> = Sample::open()
        .findings()
        .into_iter()
        .filter_map(|finding| match finding.outcome {
            Outcome::NotKnown(
                Question::Conflicts { records, .. } | Question::Holdings { records } | Question::AddOns { records },
            ) => Some(records),
            _ => None,
        })
        .flatten()
        .map(|record| record.why)
        .collect();
    assert!(unclear.iter().any(|why| matches!(why, Unclear::Status(Status::Unset))));
    assert!(unclear.iter().any(|why| matches!(why, Unclear::Status(Status::Other(_)))));
    assert!(unclear.iter().any(|why| matches!(why, Unclear::NoOfferId)));
    assert!(unclear.iter().any(|why| matches!(why, Unclear::ServicesOf(_))));
    assert!(unclear.iter().any(|why| matches!(why, Unclear::NoParent)));
}

#[test]
fn the_page_alone_judges_some_of_them_otherwise() {
    let sample = Sample::open();
    let (page, all) = (sample.assessments(&PAGE), sample.assessments(&PARTNER_CENTER));
    let pairs: BTreeSet<(Verdict, Verdict)> =
        page.iter().zip(&all).map(|(page, all)| (page.verdict, all.verdict)).collect();
    assert!(pairs.contains(&(Verdict::Eligible, Verdict::NotEligible)));
    assert!(pairs.contains(&(Verdict::Eligible, Verdict::NotKnown)));
}

#[test]
fn every_status_cycle_channel_and_family_occurs() {
    let sample = Sample::open();
    let statuses: Vec<&Status> = sample.records().map(|record| &record.status).collect();
    for status in [
        Status::Active,
        Status::Suspended,
        Status::Deleted,
        Status::Expired,
        Status::Pending,
        Status::Disabled,
        Status::Unset,
    ] {
        assert!(statuses.contains(&&status), "{status:?}");
    }
    assert!(statuses.iter().any(|status| matches!(status, Status::Other(_))));

    let cycles: Vec<&BillingCycle> = sample.records().map(|record| &record.billing_cycle).collect();
    for cycle in [
        BillingCycle::Monthly,
        BillingCycle::Annual,
        BillingCycle::OneTime,
        BillingCycle::Triennial,
        BillingCycle::Biennial,
        BillingCycle::Unset,
    ] {
        assert!(cycles.contains(&&cycle), "{cycle:?}");
    }
    assert!(cycles.iter().any(|cycle| matches!(cycle, BillingCycle::Other(_))));

    let channels: Vec<&Channel> = sample.records().map(|record| &record.channel).collect();
    assert!([Channel::ThisPartner, Channel::Direct, Channel::NotKnown].iter().all(|known| channels.contains(&known)));
    assert!(channels.iter().any(|channel| matches!(channel, Channel::OtherReseller(_))));

    let held: BTreeSet<Family> = sample
        .records()
        .filter_map(|record| sample.offers.find(record.offer_id.as_ref()?))
        .map(|offer| offer.family)
        .collect();
    assert_eq!(held.len(), Family::ALL.len());
    let mut granted: BTreeSet<Family> = BTreeSet::new();
    let customers = &sample.portfolio.customers;
    for customer in customers {
        if let DelegatedAdmin::Families(families) = &customer.delegated_admin {
            granted.extend(families);
        }
    }
    assert_eq!(granted.len(), Family::ALL.len());
    for admin in [
        DelegatedAdmin::All,
        DelegatedAdmin::NotGranted,
        DelegatedAdmin::NotKnown,
        DelegatedAdmin::Families(Vec::new()),
    ] {
        assert!(customers.iter().any(|customer| customer.delegated_admin == admin), "{admin:?}");
    }
}

#[test]
fn every_kind_of_record_occurs() {
    let sample = Sample::open();
    let Sample { portfolio, offers } = &sample;
    let add_on = |record: &Subscription| {
        record.offer_id.as_ref().and_then(|id| offers.find(id)).is_some_and(|offer| offer.add_on)
    };
    assert!(sample.records().any(|record| add_on(record) && record.parent_id.is_some()));
    assert!(sample.records().any(|record| add_on(record) && record.parent_id.is_none()));
    assert!(sample.records().any(|record| record.trial == Some(true)));
    assert!(sample.records().any(|record| record.suspended_on.is_some() && record.status == Status::Suspended));
    assert!(portfolio.customers.iter().any(|customer| customer.subscriptions.is_empty()));
    assert!(portfolio.customers.iter().any(|customer| !customer.tags.is_empty()));
    assert!(portfolio.customers.iter().any(|customer| !customer.notes.is_empty()));
    assert!(portfolio.customers.iter().any(|customer| !customer.company_name.is_ascii()));
    assert!(portfolio.offers.iter().any(|own| offers.catalog().offers.iter().any(|offer| offer.id == own.id)));
    assert!(portfolio.offers.iter().any(|own| !offers.catalog().offers.iter().any(|offer| offer.id == own.id)));
    assert_eq!((portfolio.partner.role, portfolio.partner.good_standing), (Role::AdminAgent, Some(true)));
}

#[test]
fn another_channels_holding_stands_in_the_way_somewhere() {
    let sample = Sample::open();
    let conflicting = sample.findings().into_iter().filter(|finding| {
        finding.condition == ConditionId::NoConflictingServices && matches!(finding.outcome, Outcome::NotMet(_))
    });
    let records: Vec<Id> = conflicting.flat_map(|finding| finding.outcome.evidence()).collect();
    let elsewhere = |record: &Subscription| matches!(record.channel, Channel::OtherReseller(_) | Channel::Direct);
    assert!(sample.records().any(|record| elsewhere(record) && records.contains(&record.id)));
}

#[test]
fn recorded_upgrades_have_open_and_finished_tasks_and_fit_their_records() {
    let Sample { portfolio, .. } = Sample::open();
    assert!(portfolio.upgrades.iter().any(|upgrade| upgrade.provisional && (1..6).contains(&upgrade.open_tasks())));
    assert!(portfolio.upgrades.iter().any(|upgrade| !upgrade.provisional && upgrade.open_tasks() == 0));
    for upgrade in &portfolio.upgrades {
        let customer = portfolio.customers.get(&upgrade.customer).unwrap();
        let source = customer.subscription(&upgrade.source).unwrap();
        let target = customer.subscription(&upgrade.target).unwrap();
        assert_eq!((&source.status, source.upgraded_to.as_ref()), (&Status::Deleted, Some(&target.id)));
        assert_eq!(
            (source.offer_id.as_ref(), target.offer_id.as_ref()),
            (Some(&upgrade.from_offer), Some(&upgrade.to_offer))
        );
    }
}
