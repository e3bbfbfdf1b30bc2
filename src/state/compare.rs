//! What is otherwise in one portfolio than in another: the records, and which verdicts turned and why. Nothing is changed, and no sentence is made.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::exchange::merge::{self, MergePlan, PlanCounts, Selection};
use crate::model::{Catalog, Customer, Id, Offers, Portfolio, Subscription};
use crate::rules::conditions::{ConditionId, Outcome};
use crate::rules::{Assessment, RuleSet, Setting, TargetAssessment, Verdict, assess};

/// Everything that differs between two portfolios.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Old → new, row by row; what is gone stands as not in the file. It is there to be looked at, not to be carried out.
    pub plan: MergePlan,
    /// How many records stand how. Kept, since a frame must not walk a large plan.
    pub counts: PlanCounts,
    /// In the old portfolio's order.
    pub turned: Vec<Turned>,
    /// Lines of the file's own history that only the new portfolio holds, and those that only the old one does.
    pub history: (usize, usize),
}

/// A subscription whose verdict is another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    pub customer: Id,
    pub company_name: String,
    /// As it is called in the new portfolio.
    pub subscription: Id,
    pub old: Verdict,
    pub new: Verdict,
    /// The targets whose own verdict turned. Empty where a path came or went as a whole.
    pub targets: Vec<TurnedTarget>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TurnedTarget {
    pub offer: Id,
    /// `None` where it was no target.
    pub old: Option<Verdict>,
    /// `None` where it is no target anymore.
    pub new: Option<Verdict>,
    /// The conditions that came out differently, in the new rule set's order.
    pub conditions: Vec<TurnedCondition>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TurnedCondition {
    pub condition: ConditionId,
    /// `None` where it was not asked.
    pub old: Option<Outcome>,
    /// `None` where it is not asked anymore.
    pub new: Option<Outcome>,
}

impl Comparison {
    /// Whether the two portfolios are the same but for their ids and the order of what they hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { plan, counts, turned, history } = self;
        let stays = counts.each().iter().all(|counts| {
            counts.new + counts.changed + counts.conflicts + counts.real_selves + counts.not_in_file == 0
        });
        plan.rules.is_none() && plan.partner.is_none() && stays && turned.is_empty() && *history == (0, 0)
    }
}

/// Compares two portfolios, each judged by its own rules, account and offers.
#[must_use]
pub fn compare(catalog: &Arc<Catalog>, old: &Portfolio, new: &Portfolio) -> Comparison {
    let plan = merge::compare(old, new);
    let (before, after) =
        (Offers::new(Arc::clone(catalog), &old.offers), Offers::new(Arc::clone(catalog), &new.offers));
    let before = Setting { rules: rules_of(old), offers: &before, partner: &old.partner };
    let after = Setting { rules: rules_of(new), offers: &after, partner: &new.partner };
    let same_setting = before.rules.id == after.rules.id && old.offers == new.offers && old.partner == new.partner;
    let real_ids = plan.real_ids();
    let mut turned = Vec::new();
    for was in &old.customers {
        let Some(is) = new.customers.get(&was.id) else { continue };
        if !(same_setting && was == is) {
            of_customer((before, was), (after, is), &real_ids, &mut turned);
        }
    }
    let only = |of: &Portfolio, other: &Portfolio| {
        let lines = of.history.iter();
        let known: HashSet<_> = other.history.iter().map(|line| (&line.customer, line.at, line.what)).collect();
        lines.filter(|line| !known.contains(&(&line.customer, line.at, line.what))).count()
    };
    let counts = plan.counts(&Selection::default());
    Comparison { plan, counts, turned, history: (only(new, old), only(old, new)) }
}

fn rules_of(portfolio: &Portfolio) -> &'static RuleSet {
    super::AppState::rules_of(portfolio)
}

fn of_customer(
    (before, was): (Setting<'_>, &Customer),
    (after, is): (Setting<'_>, &Customer),
    real_ids: &RealIds<'_>,
    turned: &mut Vec<Turned>,
) {
    for old in &was.subscriptions {
        let Some(new) = now(is, old, real_ids, &was.id) else { continue };
        let (then, now) = (assess(before, was, old), assess(after, is, new));
        let targets = of_targets(&then, &now);
        if then.verdict != now.verdict || !targets.is_empty() {
            turned.push(Turned {
                customer: is.id.clone(),
                company_name: is.company_name.clone(),
                subscription: new.id.clone(),
                old: then.verdict,
                new: now.verdict,
                targets,
            });
        }
    }
}

/// Ids that were entered since, by customer and the made-up id.
type RealIds<'a> = HashMap<(&'a Id, &'a Id), &'a Id>;

/// The same subscription in the new portfolio, under the id that was entered since where there is one.
fn now<'a>(is: &'a Customer, old: &Subscription, real_ids: &RealIds<'_>, customer: &Id) -> Option<&'a Subscription> {
    is.subscription(&old.id).or_else(|| is.subscription(real_ids.get(&(customer, &old.id))?))
}

/// The targets whose verdict turned: the old order, then those that are new.
fn of_targets(then: &Assessment, now: &Assessment) -> Vec<TurnedTarget> {
    let mut turned = Vec::new();
    for old in &then.targets {
        let new = now.target(&old.target);
        if new.map(|new| new.verdict) != Some(old.verdict) {
            turned.push(target(&old.target, Some(old), new));
        }
    }
    for new in now.targets.iter().filter(|new| then.target(&new.target).is_none()) {
        turned.push(target(&new.target, None, Some(new)));
    }
    turned
}

fn target(offer: &Id, old: Option<&TargetAssessment>, new: Option<&TargetAssessment>) -> TurnedTarget {
    let mut conditions = Vec::new();
    if let (Some(old), Some(new)) = (old, new) {
        for is in &new.findings {
            let was = old.finding(is.condition).map(|finding| &finding.outcome);
            if was.map(Outcome::key) != Some(is.outcome.key()) {
                let (old, new) = (was.cloned(), Some(is.outcome.clone()));
                conditions.push(TurnedCondition { condition: is.condition, old, new });
            }
        }
        for was in old.findings.iter().filter(|was| new.finding(was.condition).is_none()) {
            let old = Some(was.outcome.clone());
            conditions.push(TurnedCondition { condition: was.condition, old, new: None });
        }
    }
    let verdict = |judged: Option<&TargetAssessment>| judged.map(|judged| judged.verdict);
    TurnedTarget { offer: offer.clone(), old: verdict(old), new: verdict(new), conditions }
}
