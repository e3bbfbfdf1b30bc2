//! One customer with one subscription to be judged, built by hand, and the check of a whole ledger. Random portfolios are not here.

use std::sync::{Arc, LazyLock};

use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Id, Offer, Offers, Partner, Role, Status, Subscription,
};
use upgrade_desk::rules::{
    Assessment, ConditionId, Outcome, PAGE, PARTNER_CENTER, RuleSet, Setting, TargetAssessment, Verdict, assess,
    assess_target,
};
use upgrade_desk::storage::builtin_catalog;

pub const BUSINESS: &str = "5C9FD4CC-EDCE-44A8-8E91-07DF09744609";
pub const ESSENTIALS: &str = "BD938F12-058F-4927-BBA3-AE36B1D2501C";
pub const PREMIUM: &str = "031C9E47-4802-4248-838E-778FB1D2CC05";
pub const PRO_PLUS: &str = "BE57FF4C-100C-4F1F-B82D-F1C5AB63A665";
pub const E1: &str = "91FD106F-4B2C-4938-95AC-F54F74E9A239";
pub const E3: &str = "796B6B5F-613C-4E24-A17C-EBA730D49C02";

/// The page's table, written down a second time: what the catalogue must say.
pub const PATHS: [(&str, &str); 7] = [
    (BUSINESS, PREMIUM),
    (BUSINESS, PRO_PLUS),
    (BUSINESS, E3),
    (PREMIUM, E3),
    (ESSENTIALS, PREMIUM),
    (ESSENTIALS, E1),
    (ESSENTIALS, E3),
];

/// Offers of the catalogue that the cases need beside the six of the table.
pub const EXCHANGE_1: &str = "195416C1-3447-423A-B37B-EE59A99A19C4";
pub const E5: &str = "A044B16A-1861-4308-8086-A3A3B506FAC2";
pub const MOBILITY_E3: &str = "79C29AF7-3CD0-4A6F-B182-A81E31DEC84E";
pub const M365_BUSINESS: &str = "61795CAB-2ABD-43F6-88E9-C9ADAE5746E0";
pub const VISIO_1: &str = "3F22D04E-9353-46C1-BF48-B6B0C0A55A66";
pub const FLOW_1: &str = "3DD9350B-27D6-4501-93A4-C8D107F1DE47";
pub const EXTRA_STORAGE: &str = "53FC25F7-6639-4F78-BB44-3C2DFEC3ED40";
pub const THREAT_PROTECTION: &str = "A2706F86-868D-4048-989B-0C69E5C76B63";

static OFFERS: LazyLock<Offers> = LazyLock::new(|| Offers::new(builtin_catalog().unwrap(), &[]));

/// The catalogue's offers, none of them changed.
pub fn offers() -> Offers {
    OFFERS.clone()
}

/// The ids of the two deciding records of every case.
pub const SOURCE: &str = "source";
pub const CUSTOMER: &str = "customer";

pub struct Situation {
    pub customer: Customer,
    pub partner: Partner,
    pub offers: Offers,
}

impl Situation {
    /// An active, annual subscription of 10 licenses that you sold and that nothing speaks against.
    pub fn of(offer: &str) -> Self {
        let mut customer = Customer::new(Id::new(CUSTOMER), "Contoso (Shanghai)".to_owned());
        customer.delegated_admin = DelegatedAdmin::All;
        customer.subscriptions.push(record(SOURCE, offer));
        let partner =
            Partner { name: "Fabrikam".to_owned(), mpn_id: None, role: Role::AdminAgent, good_standing: Some(true) };
        Self { customer, partner, offers: offers() }
    }

    pub fn source(&mut self) -> &mut Subscription {
        self.record(SOURCE)
    }

    pub fn record(&mut self, id: &str) -> &mut Subscription {
        self.customer.subscription_mut(&Id::new(id)).unwrap()
    }

    /// Adds another active record of the customer's and gives it back.
    pub fn holds(&mut self, id: &str, offer: &str) -> &mut Subscription {
        self.customer.subscriptions.push(record(id, offer));
        self.record(id)
    }

    /// Puts an offer of the portfolio's own in the place of the catalogue's.
    pub fn own_offer(&mut self, id: &str, change: impl FnOnce(&mut Offer)) {
        let mut offer = (**self.offers.find(&Id::new(id)).unwrap()).clone();
        change(&mut offer);
        self.offers = Offers::new(Arc::clone(self.offers.catalog()), &[Arc::new(offer)]);
    }

    pub fn setting(&self, rules: &'static RuleSet) -> Setting<'_> {
        Setting { rules, offers: &self.offers, partner: &self.partner }
    }

    pub fn judge(&self, rules: &'static RuleSet, target: &str) -> TargetAssessment {
        let source = self.customer.subscription(&Id::new(SOURCE)).unwrap();
        assess_target(self.setting(rules), &self.customer, source, &Id::new(target))
    }

    pub fn assess(&self, rules: &'static RuleSet) -> Assessment {
        let source = self.customer.subscription(&Id::new(SOURCE)).unwrap();
        assess(self.setting(rules), &self.customer, source)
    }
}

pub fn record(id: &str, offer: &str) -> Subscription {
    let mut record = Subscription::new(Id::new(id), 10);
    record.offer_id = Some(Id::new(offer));
    record.status = Status::Active;
    record.billing_cycle = BillingCycle::Annual;
    record.channel = Channel::ThisPartner;
    record
}

/// A condition that does not pass: its outcome, and the ids of the records that decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub condition: ConditionId,
    pub outcome: &'static str,
    pub evidence: Vec<&'static str>,
}

pub fn fails(condition: ConditionId, evidence: &[&'static str]) -> Expected {
    Expected { condition, outcome: "fail", evidence: evidence.to_vec() }
}

pub fn asks(condition: ConditionId, evidence: &[&'static str]) -> Expected {
    Expected { condition, outcome: "not-known", evidence: evidence.to_vec() }
}

/// What a condition that passes names as its evidence.
fn passing_evidence(condition: ConditionId) -> Vec<&'static str> {
    match condition {
        ConditionId::Active | ConditionId::Provisioned | ConditionId::BillingCycle | ConditionId::OriginalReseller => {
            vec![SOURCE]
        }
        ConditionId::DelegatedAdmin => vec![CUSTOMER],
        ConditionId::NoConflictingServices
        | ConditionId::TargetNotHeld
        | ConditionId::UpgradePath
        | ConditionId::NoAddOns
        | ConditionId::PartnerInGoodStanding
        | ConditionId::Role => Vec::new(),
    }
}

/// The conditions of a rule set in the contract's order, written down a second time.
pub fn conditions(rules: &RuleSet) -> &'static [ConditionId] {
    let all: &[ConditionId] = &[
        ConditionId::Active,
        ConditionId::DelegatedAdmin,
        ConditionId::NoConflictingServices,
        ConditionId::TargetNotHeld,
        ConditionId::UpgradePath,
        ConditionId::NoAddOns,
        ConditionId::Provisioned,
        ConditionId::BillingCycle,
        ConditionId::OriginalReseller,
        ConditionId::PartnerInGoodStanding,
        ConditionId::Role,
    ];
    if rules.id == "page" { &all[..5] } else { all }
}

/// Checks the whole ledger of the source for a target, by both rule sets: `expected` lists what does not pass.
#[track_caller]
pub fn check(situation: &Situation, target: &str, expected: &[Expected]) {
    for rules in [&PAGE, &PARTNER_CENTER] {
        let judged = situation.judge(rules, target);
        let ledger: Vec<(ConditionId, &str, Vec<String>)> = judged
            .findings
            .iter()
            .map(|finding| {
                let outcome = match finding.outcome {
                    Outcome::Met { .. } => "pass",
                    Outcome::NotMet(_) => "fail",
                    Outcome::NotKnown(_) => "not-known",
                };
                let evidence = finding.outcome.evidence().iter().map(Id::to_string).collect();
                (finding.condition, outcome, evidence)
            })
            .collect();
        let wanted: Vec<(ConditionId, &str, Vec<String>)> = conditions(rules)
            .iter()
            .map(|condition| {
                let (outcome, evidence) = expected
                    .iter()
                    .find(|expected| expected.condition == *condition)
                    .map_or(("pass", passing_evidence(*condition)), |row| (row.outcome, row.evidence.clone()));
                (*condition, outcome, evidence.into_iter().map(str::to_owned).collect())
            })
            .collect();
        assert_eq!(ledger, wanted, "rules {}, target {target}, customer {:#?}", rules.id, situation.customer);
        let outcomes: Vec<&str> = wanted.iter().map(|(_, outcome, _)| *outcome).collect();
        let verdict = if outcomes.contains(&"fail") {
            Verdict::NotEligible
        } else if outcomes.contains(&"not-known") {
            Verdict::NotKnown
        } else {
            Verdict::Eligible
        };
        assert_eq!(judged.verdict, verdict, "rules {}, target {target}", rules.id);
    }
}
