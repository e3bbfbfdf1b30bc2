//! The ledger: every condition of a rule set for every target, and the verdict that follows. Nothing is changed here.

use super::conditions::{Case, ConditionId, Outcome};
use super::rule_sets::RuleSet;
use crate::model::{Customer, Id, Offer, Offers, Partner, Subscription};

/// Ordered from worst to best, so that the best of several targets is the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    NoPath,
    NotEligible,
    NotKnown,
    Eligible,
}

impl Verdict {
    pub const ALL: [Self; 4] = [Self::Eligible, Self::NotKnown, Self::NotEligible, Self::NoPath];

    /// The name that outputs use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NotKnown => "not-known",
            Self::NotEligible => "not-eligible",
            Self::NoPath => "no-path",
        }
    }

    /// The one place where findings become a verdict: one that fails beats all, one that is not known never reads as yes.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        findings.iter().fold(Self::Eligible, |verdict, finding| match finding.outcome {
            Outcome::Met { .. } => verdict,
            Outcome::NotKnown(_) => verdict.min(Self::NotKnown),
            Outcome::NotMet(_) => verdict.min(Self::NotEligible),
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub condition: ConditionId,
    pub outcome: Outcome,
}

/// All conditions of the rule set, in its order, for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetAssessment {
    pub target: Id,
    pub findings: Vec<Finding>,
    pub verdict: Verdict,
}

impl TargetAssessment {
    #[must_use]
    pub fn finding(&self, condition: ConditionId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.condition == condition)
    }

    /// The ids of the conditions that fail, in the rule set's order, as outputs join them.
    #[must_use]
    pub fn failed(&self) -> String {
        self.joined(|outcome| matches!(outcome, Outcome::NotMet(_)))
    }

    /// The ids of the conditions that are not known.
    #[must_use]
    pub fn not_known(&self) -> String {
        self.joined(|outcome| matches!(outcome, Outcome::NotKnown(_)))
    }

    fn joined(&self, wanted: fn(&Outcome) -> bool) -> String {
        let wanted = self.findings.iter().filter(|finding| wanted(&finding.outcome));
        wanted.map(|finding| finding.condition.key()).collect::<Vec<_>>().join(";")
    }

    /// What decides the verdict: the first failure, or else the first that is not known.
    #[must_use]
    pub fn first_reason(&self) -> Option<&Finding> {
        let failed = self.findings.iter().find(|finding| matches!(finding.outcome, Outcome::NotMet(_)));
        failed.or_else(|| self.findings.iter().find(|finding| !finding.outcome.is_met()))
    }
}

/// Why a subscription has no targets to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPathReason {
    AddOn { parent: Id },
    OfferNotRecorded,
    OfferNotInCatalog { offer: Id },
    NoUpgradesOffered { offer: Id },
}

/// Everything the rules say of one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub subscription: Id,
    pub verdict: Verdict,
    /// In the table's order; empty where there is no path.
    pub targets: Vec<TargetAssessment>,
    pub no_path: Option<NoPathReason>,
}

impl Assessment {
    #[must_use]
    pub fn target(&self, offer: &Id) -> Option<&TargetAssessment> {
        self.targets.iter().find(|target| target.target == *offer)
    }

    /// The targets that may be chosen now.
    pub fn eligible(&self) -> impl Iterator<Item = &TargetAssessment> {
        self.targets.iter().filter(|target| target.verdict == Verdict::Eligible)
    }
}

/// What the rules look at beside the customer: the same for every case of one portfolio.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub rules: &'a RuleSet,
    pub offers: &'a Offers,
    pub partner: &'a Partner,
}

fn no_path_reason(subscription: &Subscription, offers: &Offers) -> Option<NoPathReason> {
    if let Some(parent) = &subscription.parent_id {
        return Some(NoPathReason::AddOn { parent: parent.clone() });
    }
    let Some(offer) = &subscription.offer_id else { return Some(NoPathReason::OfferNotRecorded) };
    if !offers.targets(offer).is_empty() {
        return None;
    }
    Some(match offers.find(offer) {
        Some(_) => NoPathReason::NoUpgradesOffered { offer: offer.clone() },
        None => NoPathReason::OfferNotInCatalog { offer: offer.clone() },
    })
}

/// Judges every target of one subscription.
#[must_use]
pub fn assess(setting: Setting<'_>, customer: &Customer, subscription: &Subscription) -> Assessment {
    let no_path = no_path_reason(subscription, setting.offers);
    let targets: Vec<TargetAssessment> = match (&no_path, &subscription.offer_id) {
        (None, Some(offer)) => setting
            .offers
            .targets(offer)
            .iter()
            .map(|target| assess_target(setting, customer, subscription, &target.offer))
            .collect(),
        (Some(_), _) | (None, None) => Vec::new(),
    };
    let verdict = targets.iter().map(|target| target.verdict).max().unwrap_or(Verdict::NoPath);
    Assessment { subscription: subscription.id.clone(), verdict, targets, no_path }
}

/// Judges one target, also one that is none of the subscription's.
#[must_use]
pub fn assess_target(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &Id,
) -> TargetAssessment {
    let find = |id: &Id| setting.offers.find(id).map(|offer| -> &Offer { offer });
    let case = Case {
        customer,
        subscription,
        source: subscription.offer_id.as_ref().and_then(find),
        target_id: target,
        target: find(target),
        partner: setting.partner,
        offers: setting.offers,
    };
    let findings: Vec<Finding> = setting
        .rules
        .conditions
        .iter()
        .map(|condition| Finding { condition: condition.id, outcome: (condition.judge)(&case) })
        .collect();
    let verdict = Verdict::of(&findings);
    TargetAssessment { target: target.clone(), findings, verdict }
}
