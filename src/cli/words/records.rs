//! Customers, subscriptions, verdicts and recorded upgrades in words. Reasons are `reasons`'.

use chrono::NaiveDate;

use crate::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Status, Subscription, TaskId, Upgrade};
use crate::rules::Verdict;

pub fn heading(rules: &str, as_of: NaiveDate) -> String {
    format!("Rules: {rules} · as of {as_of}")
}

pub fn totals(customers: usize, subscriptions: usize) -> String {
    format!("Customers: {customers} · subscriptions: {subscriptions}")
}

pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::NotKnown => "not known",
        Verdict::NotEligible => "not eligible",
        Verdict::NoPath => "no path",
    }
}

pub fn customer(customer: &Customer) -> String {
    let mut parts = vec![customer.company_name.clone(), customer.id.to_string()];
    parts.extend(customer.domain.clone());
    parts.push(match &customer.delegated_admin {
        DelegatedAdmin::All => "delegated admin for all services".to_owned(),
        DelegatedAdmin::NotGranted => "no delegated admin".to_owned(),
        DelegatedAdmin::NotKnown => "delegated admin not known".to_owned(),
        DelegatedAdmin::Families(families) if families.is_empty() => "no delegated admin".to_owned(),
        DelegatedAdmin::Families(families) => {
            let families: Vec<&str> = families.iter().map(|family| family.key()).collect();
            format!("delegated admin for {}", families.join(", "))
        }
    });
    parts.join(" · ")
}

pub fn status(status: &Status) -> String {
    match status {
        Status::Active => "active".to_owned(),
        Status::Suspended => "suspended".to_owned(),
        Status::Deleted => "deleted".to_owned(),
        Status::Expired => "expired".to_owned(),
        Status::Pending => "pending".to_owned(),
        Status::Disabled => "disabled".to_owned(),
        Status::Unset => "status not set".to_owned(),
        Status::Other(text) => format!("“{text}”"),
    }
}

pub fn cycle(cycle: &BillingCycle) -> String {
    match cycle {
        BillingCycle::Monthly => "monthly".to_owned(),
        BillingCycle::Annual => "annual".to_owned(),
        BillingCycle::OneTime => "one-time".to_owned(),
        BillingCycle::Triennial => "three-year".to_owned(),
        BillingCycle::Biennial => "two-year".to_owned(),
        BillingCycle::Unset => "not set".to_owned(),
        BillingCycle::Other(text) => format!("“{text}”"),
    }
}

/// Where the customer bought it.
pub fn channel(channel: &Channel) -> String {
    match channel {
        Channel::ThisPartner => "from you".to_owned(),
        Channel::OtherReseller(name) if name.is_empty() => "from another reseller".to_owned(),
        Channel::OtherReseller(name) => format!("from {name}"),
        Channel::Direct => "directly".to_owned(),
        Channel::NotKnown => "through a channel that is not recorded".to_owned(),
    }
}

/// `known_as`: the name of its offer in the catalog, for where the subscription has none.
pub fn subscription(subscription: &Subscription, known_as: Option<&str>) -> String {
    let offer = match (subscription.offer_name.as_str(), known_as, &subscription.offer_id) {
        ("", Some(name), _) => name.to_owned(),
        ("", None, Some(id)) => id.to_string(),
        ("", None, None) => "offer not recorded".to_owned(),
        (name, ..) => name.to_owned(),
    };
    let mut line = format!("{} · {offer}", subscription.id);
    if !subscription.friendly_name.is_empty() {
        line.push_str(&format!(" “{}”", subscription.friendly_name));
    }
    line.push_str(&format!(" · licenses: {} · {}", subscription.quantity, status(&subscription.status)));
    line
}

/// The licenses that may be asked for.
pub fn limits(limits: Option<(i64, i64)>) -> String {
    limits.map_or_else(String::new, |(minimum, maximum)| format!("{minimum} to {maximum} licenses"))
}

/// `left`: days from the day of the answer.
pub fn deletion(day: NaiveDate, left: i64) -> String {
    match left {
        ..=0 => format!("suspended: all data was due to be deleted on {day}"),
        1 => format!("suspended: all data is deleted on {day}, in 1 day"),
        _ => format!("suspended: all data is deleted on {day}, in {left} days"),
    }
}

pub fn upgrade(upgrade: &Upgrade, customer: &Customer, dry_run: bool) -> String {
    let beginning = if dry_run { "would be recorded" } else { "recorded" };
    let quantity = customer.subscription(&upgrade.source).map(|source| source.quantity);
    let fewer = match quantity {
        Some(quantity) if quantity > upgrade.licenses => format!(" (fewer than the {quantity} of today)"),
        Some(_) | None => String::new(),
    };
    let mut lines = vec![format!(
        "{beginning}: {} · {} from {} to {} with {} licenses{fewer}, by the rules {}",
        customer.company_name, upgrade.source, upgrade.from_offer, upgrade.to_offer, upgrade.licenses, upgrade.rules
    )];
    if dry_run {
        lines.push(super::DRY_RUN.to_owned());
    } else {
        lines.push("What makes it real:".to_owned());
        let tasks = upgrade.tasks.iter().zip(1..);
        lines.extend(tasks.map(|(task, at)| format!("  {at}. {}", self::task(task.id, upgrade))));
    }
    lines.join("\n")
}

fn task(task: TaskId, upgrade: &Upgrade) -> String {
    match task {
        TaskId::SubmitInPartnerCenter => format!(
            "Submit the same upgrade in Partner Center operated by 21Vianet: Customers, the customer, the subscription {}, \
             offer {}, {} licenses",
            upgrade.source, upgrade.to_offer, upgrade.licenses
        ),
        TaskId::EnterSubscriptionId => format!(
            "Enter the new subscription's ID from Partner Center in place of the provisional {}",
            upgrade.target
        ),
        TaskId::ReassignLicenses => {
            "Reassign the users' licenses in the admin center for Office 365 operated by 21Vianet".to_owned()
        }
        TaskId::CheckOldSubscription => format!("Check there that the old subscription {} has stopped", upgrade.source),
        TaskId::CancelLeftovers => "Cancel leftovers there".to_owned(),
        TaskId::TellCustomer => "Tell the customer".to_owned(),
    }
}
