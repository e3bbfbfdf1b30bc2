//! The ledger: every condition of a rule set for every target, and the verdict that follows. Nothing is changed here.

use super::conditions::{Ask, Case, ConditionId, Holds, Outcome};
use super::holdings::{Holdings, Subject};
use super::rule_sets::RuleSet;
use crate::model::{Customer, Id, InForce, Offers, Partner, Subscription};

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

    /// The one place where it becomes a verdict whether all conditions hold.
    #[must_use]
    pub const fn of(all: Holds) -> Self {
        match all {
            Holds::Yes => Self::Eligible,
            Holds::NotKnown => Self::NotKnown,
            Holds::No => Self::NotEligible,
        }
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

fn no_path_reason(subject: &Subject<'_>) -> Option<NoPathReason> {
    if subject.has_upgrades() {
        return None;
    }
    if let Some(parent) = &subject.subscription.parent_id {
        return Some(NoPathReason::AddOn { parent: parent.clone() });
    }
    let Some(offer) = &subject.subscription.offer_id else { return Some(NoPathReason::OfferNotRecorded) };
    Some(match subject.source {
        Some(_) => NoPathReason::NoUpgradesOffered { offer: offer.clone() },
        None => NoPathReason::OfferNotInCatalog { offer: offer.clone() },
    })
}

/// Judges every target of one subscription. Where several of a customer's are judged, [`Holdings`] look up their offers once.
#[must_use]
pub fn assess(setting: Setting<'_>, customer: &Customer, subscription: &Subscription) -> Assessment {
    Holdings::of(setting, customer).subject(subscription).assess()
}

/// Judges one target, also one that is none of the subscription's.
#[must_use]
pub fn assess_target(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &Id,
) -> TargetAssessment {
    let holdings = Holdings::of(setting, customer);
    let subject = holdings.subject(subscription);
    judged(&Case { subject, target_id: target, target: setting.offers.in_force(target) })
}

/// Every condition, with what it tells.
fn judged(case: &Case<'_>) -> TargetAssessment {
    let conditions = case.subject.holdings.setting.rules.conditions;
    let findings: Vec<Finding> = conditions
        .iter()
        .map(|condition| Finding { condition: condition.id, outcome: condition.judge(case) })
        .collect();
    let verdict = Verdict::of(Holds::all(findings.iter().map(|finding| finding.outcome.holds())));
    TargetAssessment { target: case.target_id.clone(), findings, verdict }
}

impl<'a> Subject<'a> {
    /// Judges every target.
    #[must_use]
    pub fn assess(&self) -> Assessment {
        let subject = *self;
        let no_path = no_path_reason(self);
        let targets: Vec<TargetAssessment> =
            self.upgrades().map(|(target_id, target)| judged(&Case { subject, target_id, target })).collect();
        let verdict = targets.iter().map(|target| target.verdict).max().unwrap_or(Verdict::NoPath);
        Assessment { subscription: self.subscription.id.clone(), verdict, targets, no_path }
    }

    /// The verdict that [`Subject::assess`] comes to, without what it follows from: nothing is asked that cannot change it
    /// any more.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let subject = *self;
        if !self.has_upgrades() {
            return Verdict::NoPath;
        }
        let common = common(self);
        let best = Verdict::of(common);
        let mut verdict = Verdict::NotEligible;
        for (target_id, target) in self.upgrades() {
            if verdict >= best {
                break;
            }
            verdict = verdict.max(in_short(common, &Case { subject, target_id, target }));
        }
        verdict
    }

    /// The targets that it may be upgraded to, in the table's order.
    #[must_use]
    pub fn eligible(&self) -> Vec<&'a Id> {
        let subject = *self;
        if !self.has_upgrades() || common(self) != Holds::Yes {
            return Vec::new();
        }
        let is_eligible = |(target_id, target): &(&Id, Option<&InForce>)| {
            in_short(Holds::Yes, &Case { subject, target_id, target: *target }) == Verdict::Eligible
        };
        self.upgrades().filter(is_eligible).map(|(target, _)| target).collect()
    }
}

/// Whether all conditions hold that are the same for all of a subscription's targets.
fn common(subject: &Subject<'_>) -> Holds {
    Holds::all(subject.holdings.setting.rules.conditions.iter().filter_map(|condition| match condition.ask {
        Ask::OfSubscription(holds) => Some(holds(subject)),
        Ask::OfTarget(_) => None,
    }))
}

/// The verdict of a target, without what it follows from. `common`: what holds of all targets.
fn in_short(common: Holds, case: &Case<'_>) -> Verdict {
    let own = case.subject.holdings.setting.rules.conditions.iter().filter_map(|condition| match condition.ask {
        Ask::OfSubscription(_) => None,
        Ask::OfTarget(holds) => Some(holds(case)),
    });
    Verdict::of(Holds::all(std::iter::once(common).chain(own)))
}
