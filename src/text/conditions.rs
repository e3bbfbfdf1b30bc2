//! Why a condition fails, or what would have to be found out: a sentence for each, matched exhaustively.

use super::{Naming, Words};
use crate::model::{Channel, Id, Status};
use crate::rules::{ConditionId, Finding, NoPathReason, Outcome, Question, Refusal, Unclear, UnclearRecord};

impl Words {
    /// What a condition asks, in the words of its source.
    #[must_use]
    pub fn condition_text(&self, condition: ConditionId) -> &str {
        self.say(match condition {
            ConditionId::Active => "condition-text-active",
            ConditionId::DelegatedAdmin => "condition-text-delegated-admin",
            ConditionId::NoConflictingServices => "condition-text-no-conflicting-services",
            ConditionId::TargetNotHeld => "condition-text-target-not-held",
            ConditionId::UpgradePath => "condition-text-upgrade-path",
            ConditionId::NoAddOns => "condition-text-no-add-ons",
            ConditionId::Provisioned => "condition-text-provisioned",
            ConditionId::BillingCycle => "condition-text-billing-cycle",
            ConditionId::OriginalReseller => "condition-text-original-reseller",
            ConditionId::PartnerInGoodStanding => "condition-text-partner-in-good-standing",
            ConditionId::Role => "condition-text-role",
        })
    }

    /// What in the reading of a condition is ours; empty where nothing is.
    #[must_use]
    pub fn condition_reading(&self, condition: ConditionId) -> Option<&str> {
        match condition {
            ConditionId::NoConflictingServices => Some(self.say("reading-no-conflicting-services")),
            ConditionId::TargetNotHeld => Some(self.say("reading-target-not-held")),
            ConditionId::DelegatedAdmin => Some(self.say("reading-delegated-admin")),
            ConditionId::NoAddOns => Some(self.say("reading-no-add-ons")),
            ConditionId::Provisioned => Some(self.say("reading-provisioned")),
            ConditionId::PartnerInGoodStanding => Some(self.say("reading-partner-in-good-standing")),
            ConditionId::Active
            | ConditionId::UpgradePath
            | ConditionId::BillingCycle
            | ConditionId::OriginalReseller
            | ConditionId::Role => None,
        }
    }

    /// A condition that stands in the way, in a few words for a list.
    #[must_use]
    pub fn reason(&self, condition: ConditionId, fails: bool) -> &str {
        self.say(match (condition, fails) {
            (ConditionId::Active, true) => "reason-active",
            (ConditionId::Active, false) | (ConditionId::Provisioned, false) => "reason-status-unknown",
            (ConditionId::DelegatedAdmin, true) => "reason-delegated-admin",
            (ConditionId::DelegatedAdmin, false) => "reason-delegated-admin-unknown",
            (ConditionId::NoConflictingServices, true) => "reason-conflicting-services",
            (ConditionId::NoConflictingServices, false) => "reason-conflicting-services-unknown",
            (ConditionId::TargetNotHeld, true) => "reason-target-held",
            (ConditionId::TargetNotHeld, false) => "reason-target-held-unknown",
            (ConditionId::UpgradePath, _) => "reason-no-path",
            (ConditionId::NoAddOns, true) => "reason-add-ons",
            (ConditionId::NoAddOns, false) => "reason-add-ons-unknown",
            (ConditionId::Provisioned, true) => "reason-not-provisioned",
            (ConditionId::BillingCycle, true) => "reason-cycle",
            (ConditionId::BillingCycle, false) => "reason-cycle-unknown",
            (ConditionId::OriginalReseller, true) => "reason-not-yours",
            (ConditionId::OriginalReseller, false) => "reason-channel-unknown",
            (ConditionId::PartnerInGoodStanding, true) => "reason-delinquent",
            (ConditionId::PartnerInGoodStanding, false) => "reason-standing-unknown",
            (ConditionId::Role, true) => "reason-role",
            (ConditionId::Role, false) => "reason-role-unknown",
        })
    }
}

impl<'a> Naming<'a> {
    /// Why a condition does not hold, as a sentence; `None` where it does.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> Option<String> {
        match &finding.outcome {
            Outcome::Met { .. } => None,
            Outcome::NotMet(refusal) => Some(self.refusal(refusal)),
            Outcome::NotKnown(question) => Some(self.question(question)),
        }
    }

    fn name_of(&self, id: &Id) -> String {
        self.offers.find(id).map_or_else(
            || id.to_string(),
            |_| {
                let naming = Naming { words: self.words, offers: self.offers, customer: None };
                naming.offer_id(id).to_owned()
            },
        )
    }

    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let words = self.words;
        match refusal {
            Refusal::NotActive { status, .. } => match status {
                Status::Suspended => words.say("refusal-suspended").to_owned(),
                Status::Deleted => words.say("refusal-deleted").to_owned(),
                Status::Pending => words.say("refusal-pending").to_owned(),
                Status::Active | Status::Expired | Status::Disabled | Status::Unset | Status::Other(_) => {
                    words.with("refusal-not-active", &[("status", words.status(status).into())])
                }
            },
            Refusal::NoDelegatedAdmin { family, .. } => match family {
                Some(family) => words.with("refusal-no-delegated-admin", &[("family", words.family(*family).into())]),
                None => words.say("refusal-no-delegated-admin-at-all").to_owned(),
            },
            Refusal::ConflictingServices { conflicts } => {
                let records = self.records(conflicts.iter().map(|conflict| &conflict.subscription));
                let mut services: Vec<_> = conflicts.iter().flat_map(|conflict| &conflict.services).collect();
                services.sort();
                services.dedup();
                words.with(
                    "refusal-conflicting-services",
                    &[
                        ("count", conflicts.len().into()),
                        ("records", records.into()),
                        ("services", words.services(services).into()),
                    ],
                )
            }
            Refusal::TargetHeld { target, subscriptions } => words.with(
                "refusal-target-held",
                &[
                    ("count", subscriptions.len().into()),
                    ("target", self.name_of(target).into()),
                    ("records", self.records(subscriptions).into()),
                ],
            ),
            Refusal::NoUpgradePaths { .. } => words.say("refusal-no-upgrade-paths").to_owned(),
            Refusal::NotATarget { source, target } => words.with(
                "refusal-not-a-target",
                &[("source", self.name_of(source).into()), ("target", self.name_of(target).into())],
            ),
            Refusal::AddOnsPresent { subscriptions } => words.with(
                "refusal-add-ons-present",
                &[("count", subscriptions.len().into()), ("records", self.records(subscriptions).into())],
            ),
            Refusal::NotProvisioned { .. } => words.say("refusal-not-provisioned").to_owned(),
            Refusal::CycleNotSupported { cycle, target, .. } => words.with(
                "refusal-cycle-not-supported",
                &[("cycle", words.cycle(cycle).into()), ("target", self.name_of(target).into())],
            ),
            Refusal::NotSoldByYou { channel, .. } => match channel {
                Channel::Direct => words.say("refusal-sold-direct").to_owned(),
                Channel::ThisPartner | Channel::OtherReseller(_) | Channel::NotKnown => {
                    words.with("refusal-not-sold-by-you", &[("channel", words.channel(channel).into())])
                }
            },
            Refusal::Delinquent => words.say("refusal-delinquent").to_owned(),
            Refusal::RoleCannot { role } => words.with("refusal-role-cannot", &[("role", words.role(*role).into())]),
        }
    }

    #[must_use]
    pub fn question(&self, question: &Question) -> String {
        let words = self.words;
        match question {
            Question::Status { status, .. } => match status {
                Status::Other(word) => words.with("question-status-other", &[("status", word.as_str().into())]),
                Status::Active
                | Status::Suspended
                | Status::Deleted
                | Status::Expired
                | Status::Pending
                | Status::Disabled
                | Status::Unset => words.say("question-status").to_owned(),
            },
            Question::DelegatedAdmin { .. } => words.say("question-delegated-admin").to_owned(),
            Question::Conflicts { records, .. } => words.with(
                "question-conflicts",
                &[("count", records.len().into()), ("records", self.unclear_records(records).into())],
            ),
            Question::Holdings { records } => words.with(
                "question-holdings",
                &[("count", records.len().into()), ("records", self.unclear_records(records).into())],
            ),
            Question::AddOns { records } => words.with(
                "question-add-ons",
                &[("count", records.len().into()), ("records", self.unclear_records(records).into())],
            ),
            Question::Cycle { .. } => words.say("question-cycle").to_owned(),
            Question::Channel { .. } => words.say("question-channel").to_owned(),
            Question::Standing => words.say("question-standing").to_owned(),
            Question::Role => words.say("question-role").to_owned(),
        }
    }

    fn unclear_records(&self, records: &[UnclearRecord]) -> String {
        let named: Vec<String> = records.iter().map(|record| self.unclear(record)).collect();
        self.words.list(&named)
    }

    /// A record with what is not known of it.
    #[must_use]
    pub fn unclear(&self, record: &UnclearRecord) -> String {
        let id = match &record.why {
            Unclear::Status(_) => "unclear-status",
            Unclear::NoOfferId => "unclear-offer",
            Unclear::ServicesOf(_) => "unclear-services",
            Unclear::Compared => "unclear-compared",
            Unclear::NoParent => "unclear-parent",
        };
        self.words.with(id, &[("record", self.record(&record.subscription).into())])
    }

    /// Why no upgrade is offered at all.
    #[must_use]
    pub fn no_path(&self, reason: &NoPathReason) -> &'a str {
        self.words.say(match reason {
            NoPathReason::AddOn { .. } => "no-path-add-on",
            NoPathReason::OfferNotRecorded => "no-path-offer-not-recorded",
            NoPathReason::OfferNotInCatalog { .. } => "no-path-offer-not-in-catalog",
            NoPathReason::NoUpgradesOffered { .. } => "no-path-no-upgrades",
        })
    }
}
