//! What things are called: offers, records, statuses, verdicts, and the rest of the model's words.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Language, Words};
use crate::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Id, Offer, Offers, Role, Service, Status, Subscription,
};
use crate::rules::lifecycle::Action;
use crate::rules::{ConditionId, Source, Verdict};
use crate::state::{
    AnyColumn, ChannelChoice, CustomerColumn, DelegatedChoice, Filter, HeldColumn, List, SubscriptionColumn,
};

impl Words {
    #[must_use]
    pub fn status<'a>(&'a self, status: &'a Status) -> &'a str {
        match status {
            Status::Active => self.say("status-active"),
            Status::Suspended => self.say("status-suspended"),
            Status::Deleted => self.say("status-deleted"),
            Status::Expired => self.say("status-expired"),
            Status::Pending => self.say("status-pending"),
            Status::Disabled => self.say("status-disabled"),
            Status::Unset => self.say("status-unset"),
            Status::Other(word) => word,
        }
    }

    #[must_use]
    pub fn cycle<'a>(&'a self, cycle: &'a BillingCycle) -> &'a str {
        match cycle {
            BillingCycle::Monthly => self.say("cycle-monthly"),
            BillingCycle::Annual => self.say("cycle-annual"),
            BillingCycle::OneTime => self.say("cycle-one-time"),
            BillingCycle::Triennial => self.say("cycle-triennial"),
            BillingCycle::Biennial => self.say("cycle-biennial"),
            BillingCycle::Unset => self.say("cycle-unset"),
            BillingCycle::Other(word) => word,
        }
    }

    #[must_use]
    pub fn channel(&self, channel: &Channel) -> String {
        match channel {
            Channel::ThisPartner => self.say("channel-this-partner").to_owned(),
            Channel::OtherReseller(name) if name.is_empty() => self.say("channel-other-reseller").to_owned(),
            Channel::OtherReseller(name) => name.clone(),
            Channel::Direct => self.say("channel-direct").to_owned(),
            Channel::NotKnown => self.say("not-known").to_owned(),
        }
    }

    #[must_use]
    pub fn channel_choice(&self, choice: ChannelChoice) -> &str {
        self.say(match choice {
            ChannelChoice::ThisPartner => "channel-this-partner",
            ChannelChoice::OtherReseller => "channel-other-reseller",
            ChannelChoice::Direct => "channel-direct",
            ChannelChoice::NotKnown => "not-known",
        })
    }

    #[must_use]
    pub fn role(&self, role: Role) -> &str {
        self.say(match role {
            Role::GlobalAdmin => "role-global-admin",
            Role::AdminAgent => "role-admin-agent",
            Role::SalesAgent => "role-sales-agent",
            Role::HelpdeskAgent => "role-helpdesk-agent",
            Role::NotKnown => "not-known",
        })
    }

    #[must_use]
    pub fn family(&self, family: Family) -> &str {
        self.say(match family {
            Family::Office365 => "family-office-365",
            Family::Dynamics365 => "family-dynamics-365",
            Family::Azure => "family-azure",
            Family::Other => "family-other",
        })
    }

    /// Delegated administrative privileges in a line.
    #[must_use]
    pub fn delegated_admin(&self, privileges: &DelegatedAdmin) -> String {
        match privileges {
            DelegatedAdmin::All => self.say("delegated-all").to_owned(),
            DelegatedAdmin::NotGranted => self.say("delegated-not-granted").to_owned(),
            DelegatedAdmin::NotKnown => self.say("not-known").to_owned(),
            DelegatedAdmin::Families(families) if families.is_empty() => self.say("delegated-not-granted").to_owned(),
            DelegatedAdmin::Families(families) => {
                let names: Vec<&str> = families.iter().map(|family| self.family(*family)).collect();
                self.list(&names)
            }
        }
    }

    /// Delegated administrative privileges in a word, for a column.
    #[must_use]
    pub fn delegated_admin_short(&self, privileges: &DelegatedAdmin) -> &str {
        self.say(match privileges {
            DelegatedAdmin::All => "delegated-short-all",
            DelegatedAdmin::Families(families) if !families.is_empty() => "delegated-short-some",
            DelegatedAdmin::NotGranted | DelegatedAdmin::Families(_) => "delegated-short-none",
            DelegatedAdmin::NotKnown => "delegated-short-unknown",
        })
    }

    #[must_use]
    pub fn delegated_choice(&self, choice: DelegatedChoice) -> &str {
        self.say(match choice {
            DelegatedChoice::All => "delegated-all",
            DelegatedChoice::Families => "delegated-families",
            DelegatedChoice::NotGranted => "delegated-not-granted",
            DelegatedChoice::NotKnown => "not-known",
        })
    }

    #[must_use]
    pub fn yes_no(&self, value: Option<bool>) -> &str {
        self.say(match value {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not-known",
        })
    }

    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &str {
        self.say(match verdict {
            Verdict::Eligible => "verdict-eligible",
            Verdict::NotKnown => "verdict-not-known",
            Verdict::NotEligible => "verdict-not-eligible",
            Verdict::NoPath => "verdict-no-path",
        })
    }

    #[must_use]
    pub fn action(&self, action: Action) -> &str {
        self.say(match action {
            Action::ChangeLicenses { .. } => "action-change-licenses",
            Action::Suspend => "action-suspend",
            Action::Reactivate => "action-reactivate",
            Action::Cancel => "action-cancel",
        })
    }

    #[must_use]
    pub fn rule_set<'a>(&'a self, id: &'a str) -> &'a str {
        match id {
            "page" => self.say("rules-page"),
            "partner-center" => self.say("rules-partner-center"),
            other => other,
        }
    }

    /// A language as its own readers call it.
    #[must_use]
    pub fn language_name(&self, language: Language) -> &str {
        self.say(match language {
            Language::English => "language-english",
            Language::French => "language-french",
            Language::SimplifiedChinese => "language-chinese",
        })
    }

    #[must_use]
    pub fn filter(&self, filter: Filter) -> &str {
        self.say(match filter {
            Filter::CanBeUpgraded => "filter-can-be-upgraded",
            Filter::NotKnown => "filter-not-known",
            Filter::Suspended => "filter-suspended",
            Filter::NoDelegatedAdmin => "filter-no-delegated-admin",
            Filter::OpenTasks => "filter-open-tasks",
        })
    }

    #[must_use]
    pub fn customer_column(&self, column: CustomerColumn) -> &str {
        self.say(match column {
            CustomerColumn::Company => "column-company",
            CustomerColumn::Domain => "column-domain",
            CustomerColumn::Subscriptions => "column-subscriptions",
            CustomerColumn::Upgradable => "column-upgradable",
            CustomerColumn::DelegatedAdmin => "column-delegated-admin",
            CustomerColumn::Tags => "column-tags",
        })
    }

    #[must_use]
    pub fn held_column(&self, column: HeldColumn) -> &str {
        self.say(match column {
            HeldColumn::Subscription => "column-subscription",
            HeldColumn::Licenses => "column-licenses",
            HeldColumn::Status => "column-status",
            HeldColumn::Renewal => "column-renewal",
            HeldColumn::Verdict => "column-verdict",
        })
    }

    /// A column where there is room for more than its head: in a sentence, or to be chosen.
    #[must_use]
    pub fn column_in_full(&self, column: AnyColumn) -> &str {
        match column {
            AnyColumn::Customer(CustomerColumn::Subscriptions) => self.say("column-subscriptions-of"),
            AnyColumn::Customer(CustomerColumn::DelegatedAdmin) => self.say("condition-delegated-admin"),
            AnyColumn::Customer(column) => self.customer_column(column),
            AnyColumn::Held(HeldColumn::Renewal) | AnyColumn::Subscription(SubscriptionColumn::Renewal) => {
                self.say("field-commitment-end")
            }
            AnyColumn::Held(column) => self.held_column(column),
            AnyColumn::Subscription(SubscriptionColumn::Target) => self.say("column-target-in-full"),
            AnyColumn::Subscription(column) => self.subscription_column(column),
        }
    }

    /// What stands above the choice of a list's columns.
    #[must_use]
    pub fn columns_of(&self, list: List) -> &str {
        self.say(match list {
            List::Customers => "columns-of-customers",
            List::Held => "columns-of-held",
            List::Subscriptions => "columns-of-subscriptions",
        })
    }

    #[must_use]
    pub fn subscription_column(&self, column: SubscriptionColumn) -> &str {
        self.say(match column {
            SubscriptionColumn::Customer => "column-customer",
            SubscriptionColumn::Offer => "column-offer",
            SubscriptionColumn::Licenses => "column-licenses",
            SubscriptionColumn::Status => "column-status",
            SubscriptionColumn::Renewal => "column-renewal",
            SubscriptionColumn::Verdict => "column-verdict",
            SubscriptionColumn::Target => "column-target",
            SubscriptionColumn::Reason => "column-reason",
            SubscriptionColumn::Channel => "field-channel",
        })
    }

    /// A condition in a few words, as the ledger heads its row.
    #[must_use]
    pub fn condition(&self, condition: ConditionId) -> &str {
        self.say(match condition {
            ConditionId::Active => "condition-active",
            ConditionId::DelegatedAdmin => "condition-delegated-admin",
            ConditionId::NoConflictingServices => "condition-no-conflicting-services",
            ConditionId::TargetNotHeld => "condition-target-not-held",
            ConditionId::UpgradePath => "condition-upgrade-path",
            ConditionId::NoAddOns => "condition-no-add-ons",
            ConditionId::Provisioned => "condition-provisioned",
            ConditionId::BillingCycle => "condition-billing-cycle",
            ConditionId::OriginalReseller => "condition-original-reseller",
            ConditionId::PartnerInGoodStanding => "condition-partner-in-good-standing",
            ConditionId::Role => "condition-role",
        })
    }

    /// A condition where there is little room.
    #[must_use]
    pub fn condition_short(&self, condition: ConditionId) -> &str {
        match condition {
            ConditionId::DelegatedAdmin => self.say("condition-short-delegated-admin"),
            ConditionId::NoAddOns => self.say("condition-short-no-add-ons"),

            ConditionId::UpgradePath => self.say("condition-short-upgrade-path"),
            ConditionId::Active
            | ConditionId::NoConflictingServices
            | ConditionId::TargetNotHeld
            | ConditionId::Provisioned
            | ConditionId::BillingCycle
            | ConditionId::OriginalReseller
            | ConditionId::PartnerInGoodStanding
            | ConditionId::Role => self.condition(condition),
        }
    }

    /// Where a condition is written down, with its date and what is ours in it.
    #[must_use]
    pub fn source(&self, source: Source) -> String {
        let title = source.title();
        match source.date() {
            Some(date) => self.with("source-dated", &[("title", title.into()), ("date", date.into())]),
            None => self.with("source-undated", &[("title", title.into())]),
        }
    }

    /// A service plan by its workload, where it is one of those that matter to an upgrade.
    #[must_use]
    pub fn service<'a>(&'a self, service: &'a str) -> &'a str {
        match service {
            "OFFICE_BUSINESS" => self.say("service-office-business"),
            "OFFICESUBSCRIPTION" => self.say("service-office-proplus"),
            "SHAREPOINTWAC" => self.say("service-office-online"),
            "ONEDRIVESTANDARD" => self.say("service-onedrive"),
            "EXCHANGE_S_STANDARD" => self.say("service-exchange-1"),
            "EXCHANGE_S_ENTERPRISE" => self.say("service-exchange-2"),
            "SHAREPOINTSTANDARD" => self.say("service-sharepoint-1"),
            "SHAREPOINTENTERPRISE" => self.say("service-sharepoint-2"),
            "MCOSTANDARD" => self.say("service-skype"),
            "RMS_S_ENTERPRISE" => self.say("service-rights"),
            other => other,
        }
    }

    #[must_use]
    pub fn services<'a>(&self, services: impl IntoIterator<Item = &'a Service>) -> String {
        let names: Vec<&str> = services.into_iter().map(|service| self.service(service)).collect();
        if names.is_empty() { self.say("none").to_owned() } else { self.list(&names) }
    }

    /// A day, as ISO writes it.
    #[must_use]
    pub fn day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(|| self.say("not-known").to_owned(), |day| day.to_string())
    }

    /// A moment in UTC, to the minute, where something else says that it is UTC.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>) -> String {
        at.format("%Y-%m-%d %H:%M").to_string()
    }

    /// A moment in UTC, to the minute.
    #[must_use]
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        at.format("%Y-%m-%d %H:%M UTC").to_string()
    }
}

/// Names the records that findings speak of.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    pub words: &'a Words,
    pub offers: &'a Offers,
    pub customer: Option<&'a Customer>,
}

impl<'a> Naming<'a> {
    /// An offer as the language calls it, else as the catalogue or the portfolio does.
    #[must_use]
    pub fn offer(&self, offer: &'a Offer) -> &'a str {
        self.offers.name(offer, self.words.language())
    }

    /// An offer by its id; the id itself where nobody knows it.
    #[must_use]
    pub fn offer_id(&self, id: &'a Id) -> &'a str {
        self.offers.find(id).map_or(id.as_str(), |offer| self.offer(offer))
    }

    /// What a subscription is shown as: its offer, else what the file called it, else its id.
    #[must_use]
    pub fn subscription(&self, subscription: &'a Subscription) -> &'a str {
        let known = subscription.offer_id.as_ref().and_then(|id| self.offers.find(id));
        match known {
            Some(offer) => self.offer(offer),
            None if !subscription.offer_name.is_empty() => &subscription.offer_name,
            None => subscription.offer_id.as_ref().map_or(subscription.id.as_str(), Id::as_str),
        }
    }

    /// A record of the customer in a sentence: its offer and who sold it.
    #[must_use]
    pub fn record(&self, id: &Id) -> String {
        let Some(record) = self.customer.and_then(|customer| customer.subscription(id)) else { return id.to_string() };
        let naming = Naming { words: self.words, offers: self.offers, customer: self.customer };
        let offer = naming.subscription(record).to_owned();
        match &record.channel {
            Channel::ThisPartner => self.words.with(
                "record-of-yours",
                &[("offer", offer.into()), ("status", self.words.status(&record.status).into())],
            ),
            Channel::OtherReseller(_) | Channel::Direct | Channel::NotKnown => self.words.with(
                "record-of-others",
                &[
                    ("offer", offer.into()),
                    ("status", self.words.status(&record.status).into()),
                    ("channel", self.words.channel(&record.channel).into()),
                ],
            ),
        }
    }

    /// Several records, one after the other.
    #[must_use]
    pub fn records<'b>(&self, ids: impl IntoIterator<Item = &'b Id>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.record(id)).collect();
        self.words.list(&names)
    }
}
