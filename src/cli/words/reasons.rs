//! Why not, what is not known, and what would help, a sentence each, with Partner Center's code where there is one.

use super::records::{channel, cycle, status};
use crate::model::{Channel, Family, Id, Role};
use crate::rules::{
    Conflict, NoPathReason, Outcome, PlanRefusal, QuantityRefusal, Question, Refusal, Remedy, Unclear, UnclearRecord,
    Verdict, WayOut,
};

pub fn no_path(reason: &NoPathReason) -> String {
    match reason {
        NoPathReason::AddOn { parent } => format!("an add-on of {parent}; add-ons are not upgraded"),
        NoPathReason::OfferNotRecorded => "its offer is not recorded".to_owned(),
        NoPathReason::OfferNotInCatalog { offer } => format!("its offer is not in the catalog: {offer}"),
        NoPathReason::NoUpgradesOffered { .. } => "no upgrades are offered for its offer".to_owned(),
    }
}

fn ids<'a>(ids: impl IntoIterator<Item = &'a Id>) -> String {
    ids.into_iter().map(Id::as_str).collect::<Vec<_>>().join(", ")
}

fn role(role: Role) -> &'static str {
    match role {
        Role::GlobalAdmin => "a global admin",
        Role::AdminAgent => "an admin agent",
        Role::SalesAgent => "a sales agent",
        Role::HelpdeskAgent => "a help desk agent",
        Role::NotKnown => "a role that is not recorded",
    }
}

fn service(family: Option<Family>) -> String {
    family.map_or_else(|| "this service".to_owned(), |family| format!("its services ({})", family.key()))
}

pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotActive { status: now, .. } => {
            format!("the subscription must be active, but is {} (code 2)", status(now))
        }
        Refusal::NoDelegatedAdmin { family, .. } => {
            format!("you have no delegated admin privileges for the customer and {} (code 1)", service(*family))
        }
        Refusal::ConflictingServices { conflicts } => {
            let of = |conflict: &Conflict| {
                let services: Vec<&str> = conflict.services.iter().map(|service| &**service).collect();
                format!("{} ({})", conflict.subscription, services.join(", "))
            };
            let conflicts: Vec<String> = conflicts.iter().map(of).collect();
            format!(
                "the customer already has subscriptions with the additional services (code 3): {}",
                conflicts.join("; ")
            )
        }
        Refusal::TargetHeld { subscriptions, .. } => {
            format!("the customer already has this offer (code 4): {}", ids(subscriptions))
        }
        Refusal::NoUpgradePaths { source } => match source {
            Some(source) => format!("no upgrades are offered for the subscription (offer {source}) (code 7)"),
            None => "no upgrades are offered: the subscription's offer is not recorded (code 7)".to_owned(),
        },
        Refusal::NotATarget { source, target } => {
            format!("the offer {source} cannot be upgraded to {target} (code 8)")
        }
        Refusal::AddOnsPresent { subscriptions } => {
            format!("the subscription still has add-ons (code 6): {}", ids(subscriptions))
        }
        Refusal::NotProvisioned { .. } => "the order is not provisioned yet (code 9)".to_owned(),
        Refusal::CycleNotSupported { cycle: now, .. } => {
            format!("the offer does not support the subscription's billing cycle, {} (code 10)", cycle(now))
        }
        Refusal::NotSoldByYou { channel: sold, .. } => {
            format!("only who sold the subscription can upgrade it; it was bought {}", channel(sold))
        }
        Refusal::Delinquent => "your partner account is not in good standing".to_owned(),
        Refusal::RoleCannot { role: now } => format!("{} does not manage subscriptions", role(*now)),
    }
}

fn unclear(records: &[UnclearRecord]) -> String {
    let of = |record: &UnclearRecord| {
        let why = match &record.why {
            Unclear::Status(now) => format!("is it held? ({})", status(now)),
            Unclear::NoOfferId => "of which offer is it?".to_owned(),
            Unclear::ServicesOf(offer) => format!("which services does its offer hold? ({offer})"),
            Unclear::Compared => "which services do the two offers hold?".to_owned(),
            Unclear::NoParent => "is it an add-on of this subscription?".to_owned(),
        };
        format!("{}: {why}", record.subscription)
    };
    records.iter().map(of).collect::<Vec<_>>().join("; ")
}

pub fn question(question: &Question) -> String {
    match question {
        Question::Status { status: now, .. } => format!("find out: is the subscription active? ({})", status(now)),
        Question::DelegatedAdmin { .. } => "find out: do you have delegated admin privileges?".to_owned(),
        Question::Conflicts { records, .. } => {
            format!("find out whether the customer has the additional services already: {}", unclear(records))
        }
        Question::Holdings { records } => {
            format!("find out whether the customer has this offer already: {}", unclear(records))
        }
        Question::AddOns { records } => format!("find out whether the subscription has add-ons: {}", unclear(records)),
        Question::Cycle { cycle: now, .. } => format!("find out: what is its billing cycle? ({})", cycle(now)),
        Question::Channel { .. } => "find out: did you sell the subscription?".to_owned(),
        Question::Standing => "find out: is your partner account in good standing?".to_owned(),
        Question::Role => "find out: what is your role in Partner Center?".to_owned(),
    }
}

fn remedy(remedy: &Remedy) -> String {
    match remedy {
        Remedy::Reactivate { .. } => "reactivate the subscription".to_owned(),
        Remedy::AskForDelegatedAdmin { .. } => {
            "ask the customer for delegated admin (Customers, Request a reseller relationship)".to_owned()
        }
        Remedy::CancelSubscription { subscription, channel: Channel::ThisPartner } => format!("cancel {subscription}"),
        Remedy::CancelSubscription { subscription, channel: sold } => {
            format!("the customer cancels {subscription}, bought {}", channel(sold))
        }
        Remedy::CancelAddOn { subscription } => format!("cancel the add-on {subscription}"),
        Remedy::SettleAccount => "settle your partner account".to_owned(),
        Remedy::SubmitInAnotherRole => "an admin agent, a sales agent or a global admin submits it".to_owned(),
    }
}

/// What would help, a line each; or that nothing would.
pub fn way_out(way: &WayOut) -> Vec<String> {
    if !way.closed_by.is_empty() {
        let closed: Vec<&str> = way.closed_by.iter().map(|condition| condition.key()).collect();
        return vec![format!("nothing helps here: {}", closed.join(", "))];
    }
    let mut lines: Vec<String> = way.remedies.iter().map(|one| format!("would help: {}", remedy(one))).collect();
    if way.then == Verdict::NotKnown {
        lines.push("then there are still the questions above".to_owned());
    }
    lines
}

fn quantity(refusal: &QuantityRefusal) -> String {
    let reason = match refusal {
        QuantityRefusal::BelowMinimum { asked, minimum } => {
            format!("{asked} licenses are too few: the offer starts at {minimum}")
        }
        QuantityRefusal::AboveMaximum { asked, maximum } => {
            format!("{asked} licenses are too many: the offer ends at {maximum}")
        }
        QuantityRefusal::BelowAssigned { asked, assigned } => {
            format!("{asked} licenses are too few: {assigned} are assigned to users; unassign some first")
        }
        QuantityRefusal::Suspended => "the subscription is suspended".to_owned(),
        QuantityRefusal::Deleted => "the subscription is deleted".to_owned(),
        QuantityRefusal::NotActive { status: now } => format!("the subscription is {}", status(now)),
        QuantityRefusal::Unchanged { quantity } => format!("it has {quantity} licenses already"),
    };
    refusal.code().map_or_else(|| reason.clone(), |code| format!("{reason} (REST {code})"))
}

/// Why an upgrade is refused: all reasons.
pub fn plan_refusal(customer: &Id, refused: &PlanRefusal) -> String {
    let reasons: Vec<String> = match refused {
        PlanRefusal::NoSuchSubscription { subscription } => {
            vec![format!("the customer has no subscription {subscription}")]
        }
        PlanRefusal::NoOffer { subscription } => vec![format!("the offer of {subscription} is not recorded")],
        PlanRefusal::Conditions(judged) => judged
            .findings
            .iter()
            .filter_map(|finding| {
                let reason = match &finding.outcome {
                    Outcome::Met { .. } => return None,
                    Outcome::NotMet(no) => refusal(no),
                    Outcome::NotKnown(open) => question(open),
                };
                Some(format!("{}: {reason}", finding.condition.key()))
            })
            .collect(),
        PlanRefusal::Quantity(no) => vec![quantity(no)],
        PlanRefusal::IdTaken { id } => vec![format!("the new id {id} is taken; try again")],
    };
    let lines: Vec<String> = reasons.iter().map(|reason| format!("  - {reason}")).collect();
    format!("refused, and nothing is written (customer {customer}):\n{}", lines.join("\n"))
}
