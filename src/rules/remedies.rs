//! What would help: the smallest set of remedies that opens a target, proved by judging the changed copy. Nothing real is changed.

use super::assess::{Assessment, Finding, Setting, TargetAssessment, Verdict, assess_target};
use super::conditions::{ConditionId, Outcome, Refusal};
use super::held::{Held, held};
use super::lifecycle;
use crate::model::{Channel, Customer, DelegatedAdmin, Family, Id, Partner, Role, Status, Subscription};

/// One thing that somebody can do about a failed condition. Each record appears once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    Reactivate {
        subscription: Id,
    },
    AskForDelegatedAdmin {
        customer: Id,
        family: Option<Family>,
    },
    /// The customer cancels it where they bought it.
    CancelSubscription {
        subscription: Id,
        channel: Channel,
    },
    CancelAddOn {
        subscription: Id,
    },
    SettleAccount,
    /// Somebody with another role submits it. Ours: no source names it as a remedy.
    SubmitInAnotherRole,
}

/// What stands between a subscription and a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// Empty where nothing fails, or where nothing helps.
    pub remedies: Vec<Remedy>,
    /// The verdict once the remedies are carried out: eligible, or not known where questions stay open.
    pub then: Verdict,
    /// The failed conditions that nothing can be done about; not empty means closed.
    pub closed_by: Vec<ConditionId>,
}

/// Beside the remedies, where the target is already held: licenses could be added to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddInstead {
    pub subscription: Id,
    pub licenses: i64,
}

/// The remedies for one failed finding; `None` where nothing helps.
fn remedies_for(customer: &Customer, source: &Subscription, refusal: &Refusal) -> Option<Vec<Remedy>> {
    let cancel = |id: &Id| -> Remedy {
        let record = customer.subscription(id);
        if record.is_some_and(|record| record.parent_id.as_ref() == Some(&source.id)) {
            return Remedy::CancelAddOn { subscription: id.clone() };
        }
        let channel = record.map_or(Channel::NotKnown, |record| record.channel.clone());
        Remedy::CancelSubscription { subscription: id.clone(), channel }
    };
    match refusal {
        Refusal::NotActive { subscription, status: Status::Suspended } => {
            Some(vec![Remedy::Reactivate { subscription: subscription.clone() }])
        }
        Refusal::NoDelegatedAdmin { customer, family } => {
            Some(vec![Remedy::AskForDelegatedAdmin { customer: customer.clone(), family: *family }])
        }
        Refusal::ConflictingServices { conflicts } => {
            Some(conflicts.iter().map(|conflict| cancel(&conflict.subscription)).collect())
        }
        Refusal::TargetHeld { subscriptions, .. } | Refusal::AddOnsPresent { subscriptions } => {
            Some(subscriptions.iter().map(cancel).collect())
        }
        Refusal::Delinquent => Some(vec![Remedy::SettleAccount]),
        Refusal::RoleCannot { .. } => Some(vec![Remedy::SubmitInAnotherRole]),
        Refusal::NotActive { .. }
        | Refusal::NoUpgradePaths { .. }
        | Refusal::NotATarget { .. }
        | Refusal::NotProvisioned { .. }
        | Refusal::CycleNotSupported { .. }
        | Refusal::NotSoldByYou { .. } => None,
    }
}

/// Carries a remedy out on copies.
fn carry_out(remedy: &Remedy, customer: &mut Customer, partner: &mut Partner) {
    match remedy {
        Remedy::Reactivate { subscription } => {
            if let Some(record) = customer.subscription_mut(subscription) {
                record.status = Status::Active;
                record.suspended_on = None;
            }
        }
        Remedy::AskForDelegatedAdmin { .. } => customer.delegated_admin = DelegatedAdmin::All,
        Remedy::CancelSubscription { subscription, .. } | Remedy::CancelAddOn { subscription } => {
            lifecycle::cancel_with_add_ons(customer, subscription);
        }
        Remedy::SettleAccount => partner.good_standing = Some(true),
        Remedy::SubmitInAnotherRole => partner.role = Role::AdminAgent,
    }
}

/// The target judged again as if the remedies were carried out.
#[must_use]
pub fn judged_after(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Id,
    target: &Id,
    remedies: &[Remedy],
) -> Option<TargetAssessment> {
    let mut customer = customer.clone();
    let mut partner = setting.partner.clone();
    for remedy in remedies {
        carry_out(remedy, &mut customer, &mut partner);
    }
    let subscription = customer.subscription(subscription)?;
    Some(assess_target(Setting { partner: &partner, ..setting }, &customer, subscription, target))
}

/// The target judged again as if what fails of one condition were cured, and nothing else; `None` where it does not fail, or
/// where nothing helps.
#[must_use]
pub fn cured(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &TargetAssessment,
    condition: ConditionId,
) -> Option<TargetAssessment> {
    let Outcome::NotMet(refusal) = &target.finding(condition)?.outcome else { return None };
    let remedies = remedies_for(customer, subscription, refusal)?;
    judged_after(setting, customer, &subscription.id, &target.target, &remedies)
}

/// Every remedy that the failed findings ask for, each once, and the conditions that nothing helps.
fn gather(customer: &Customer, source: &Subscription, findings: &[Finding]) -> (Vec<Remedy>, Vec<ConditionId>) {
    let mut remedies: Vec<Remedy> = Vec::new();
    let mut closed_by = Vec::new();
    for finding in findings {
        let Outcome::NotMet(refusal) = &finding.outcome else { continue };
        match remedies_for(customer, source, refusal) {
            Some(found) => {
                for remedy in found {
                    if !remedies.contains(&remedy) {
                        remedies.push(remedy);
                    }
                }
            }
            None => closed_by.push(finding.condition),
        }
    }
    (remedies, closed_by)
}

/// The smallest set of remedies that takes every failure away.
#[must_use]
pub fn way_out(
    setting: Setting<'_>,
    customer: &Customer,
    subscription: &Subscription,
    target: &TargetAssessment,
) -> WayOut {
    let (mut remedies, closed_by) = gather(customer, subscription, &target.findings);
    if !closed_by.is_empty() {
        return WayOut { remedies: Vec::new(), then: Verdict::NotEligible, closed_by };
    }
    let judge = |remedies: &[Remedy]| {
        judged_after(setting, customer, &subscription.id, &target.target, remedies)
            .map_or(Verdict::NotEligible, |judged| judged.verdict)
    };
    // Cancelling a base cancels its add-ons too, so one remedy can make another needless.
    let then = judge(&remedies);
    let mut at = remedies.len();
    while at > 0 {
        at -= 1;
        let mut fewer = remedies.clone();
        fewer.remove(at);
        if judge(&fewer) == then {
            remedies = fewer;
        }
    }
    WayOut { remedies, then, closed_by }
}

/// Where the target is held and active, the licenses could be added to it instead.
#[must_use]
pub fn add_instead(customer: &Customer, subscription: &Subscription, target: &Id) -> Vec<AddInstead> {
    customer
        .subscriptions
        .iter()
        .filter(|other| other.id != subscription.id && other.offer_id.as_ref() == Some(target))
        .filter(|other| held(other) == Held::Yes && other.status == Status::Active)
        .map(|other| AddInstead { subscription: other.id.clone(), licenses: subscription.quantity })
        .collect()
}

/// The target that needs least among those of the best verdict: the fewest remedies and questions; those that nothing
/// opens come last; ties in the page's order.
#[must_use]
pub fn nearest<'a>(
    customer: &Customer,
    subscription: &Subscription,
    assessment: &'a Assessment,
) -> Option<&'a TargetAssessment> {
    assessment.targets.iter().min_by_key(|target| {
        let (remedies, closed_by) = gather(customer, subscription, &target.findings);
        let questions =
            target.findings.iter().filter(|finding| matches!(finding.outcome, Outcome::NotKnown(_))).count();
        (target.verdict != assessment.verdict, !closed_by.is_empty(), closed_by.len() + remedies.len() + questions)
    })
}
