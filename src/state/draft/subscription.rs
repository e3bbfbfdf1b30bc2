//! The details form of a subscription as typed. Every field of the contract is here.

use super::{Field, FieldProblem, Problem, optional_day, optional_id, optional_number, shown, whole_number};
use crate::model::{BillingCycle, Channel, Customer, Id, Status, Subscription};

/// The seller without the reseller's name, which is typed beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChannelChoice {
    ThisPartner,
    OtherReseller,
    Direct,
    #[default]
    NotKnown,
}

impl ChannelChoice {
    pub const ALL: [Self; 4] = [Self::ThisPartner, Self::OtherReseller, Self::Direct, Self::NotKnown];

    /// The seller, with the other reseller's name as typed beside.
    #[must_use]
    pub fn named(self, other_reseller: &str) -> Channel {
        match self {
            Self::ThisPartner => Channel::ThisPartner,
            Self::OtherReseller => Channel::OtherReseller(other_reseller.trim().to_owned()),
            Self::Direct => Channel::Direct,
            Self::NotKnown => Channel::NotKnown,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct SubscriptionDraft {
    /// The record that the form shows: customer and subscription as recorded.
    of: Option<(Id, Subscription)>,
    pub id: String,
    pub offer_id: String,
    pub offer_name: String,
    pub friendly_name: String,
    pub quantity: String,
    pub assigned: String,
    pub status: Status,
    pub billing_cycle: BillingCycle,
    pub channel: ChannelChoice,
    pub other_reseller: String,
    pub created: String,
    pub commitment_end: String,
    pub auto_renew: Option<bool>,
    pub trial: Option<bool>,
    pub parent_id: String,
    pub suspended_on: String,
    pub upgraded_to: String,
}

impl Default for SubscriptionDraft {
    fn default() -> Self {
        Self {
            of: None,
            id: String::new(),
            offer_id: String::new(),
            offer_name: String::new(),
            friendly_name: String::new(),
            quantity: String::new(),
            assigned: String::new(),
            status: Status::Unset,
            billing_cycle: BillingCycle::Unset,
            channel: ChannelChoice::NotKnown,
            other_reseller: String::new(),
            created: String::new(),
            commitment_end: String::new(),
            auto_renew: None,
            trial: None,
            parent_id: String::new(),
            suspended_on: String::new(),
            upgraded_to: String::new(),
        }
    }
}

impl SubscriptionDraft {
    /// The form filled from a record.
    #[must_use]
    pub fn of(customer: &Id, record: &Subscription) -> Self {
        let (channel, other_reseller) = match &record.channel {
            Channel::ThisPartner => (ChannelChoice::ThisPartner, String::new()),
            Channel::OtherReseller(name) => (ChannelChoice::OtherReseller, name.clone()),
            Channel::Direct => (ChannelChoice::Direct, String::new()),
            Channel::NotKnown => (ChannelChoice::NotKnown, String::new()),
        };
        Self {
            of: Some((customer.clone(), record.clone())),
            id: record.id.to_string(),
            offer_id: shown(record.offer_id.as_ref()),
            offer_name: record.offer_name.to_string(),
            friendly_name: record.friendly_name.clone(),
            quantity: record.quantity.to_string(),
            assigned: shown(record.assigned),
            status: record.status.clone(),
            billing_cycle: record.billing_cycle.clone(),
            channel,
            other_reseller,
            created: shown(record.created),
            commitment_end: shown(record.commitment_end),
            auto_renew: record.auto_renew,
            trial: record.trial,
            parent_id: shown(record.parent_id.as_ref()),
            suspended_on: shown(record.suspended_on),
            upgraded_to: shown(record.upgraded_to.as_ref()),
        }
    }

    /// A blank form for a new subscription.
    #[must_use]
    pub fn blank(parent: Option<&Id>) -> Self {
        Self {
            parent_id: shown(parent),
            status: Status::Active,
            channel: ChannelChoice::ThisPartner,
            ..Self::default()
        }
    }

    /// The customer and the subscription that the form shows, as they were recorded when it was filled.
    #[must_use]
    pub fn shows(&self) -> Option<(&Id, &Id)> {
        self.of.as_ref().map(|(customer, record)| (customer, &record.id))
    }

    /// The form as it would be if nobody had touched it; `None` for a new subscription.
    #[must_use]
    pub fn recorded(&self) -> Option<Self> {
        self.of.as_ref().map(|(customer, record)| Self::of(customer, record))
    }

    /// Shows a record; where it is the one shown already and unchanged, what is half typed stays.
    pub(crate) fn follow(&mut self, customer: &Customer, record: &Subscription) {
        let is_shown = |shown: &Id, old: &Subscription| {
            // What was just recorded can be a new id.
            let was_renamed = customer.subscription(&old.id).is_none() && self.id.trim() == record.id.as_str();
            *shown == customer.id && (old.id == record.id || was_renamed)
        };
        match &self.of {
            Some((shown, old)) if *shown == customer.id && old.is_written_like(record) => {}
            Some((shown, old)) if is_shown(shown, old) => {
                // The record changed under the form: what does not make sense yet is kept as typed, the rest follows.
                let typed = self.clone();
                let problems = typed.parse(customer).1;
                *self = Self::of(&customer.id, record);
                for problem in problems.iter().filter(|problem| !typed.is_recorded(problem.field, record)) {
                    self.keep_typed(&typed, problem.field);
                }
            }
            Some(_) | None => *self = Self::of(&customer.id, record),
        }
    }

    /// Whether the id as typed is the record's own by now, and no longer another one's.
    fn is_recorded(&self, field: Field, record: &Subscription) -> bool {
        field == Field::SubscriptionId && self.id.trim() == record.id.as_str()
    }

    fn keep_typed(&mut self, typed: &Self, field: Field) {
        match field {
            Field::SubscriptionId => self.id.clone_from(&typed.id),
            Field::Quantity => self.quantity.clone_from(&typed.quantity),
            Field::Assigned => self.assigned.clone_from(&typed.assigned),
            Field::Created => self.created.clone_from(&typed.created),
            Field::CommitmentEnd => self.commitment_end.clone_from(&typed.commitment_end),
            Field::SuspendedOn => self.suspended_on.clone_from(&typed.suspended_on),
            Field::ParentId => self.parent_id.clone_from(&typed.parent_id),
            Field::CompanyName
            | Field::CustomerId
            | Field::Licenses
            | Field::OfferId
            | Field::OfferName
            | Field::Minimum
            | Field::Maximum
            | Field::ConcurrentLimit => {}
        }
    }

    /// The record as the form says it, and every problem.
    ///
    /// A field with a problem keeps the recorded value, and so does one that nobody touched: what was read stays as it was read.
    #[must_use]
    pub fn parse(&self, customer: &Customer) -> (Subscription, Vec<FieldProblem>) {
        let (mut record, problems) = self.read(customer);
        let Some((shown, old)) = &self.of else { return (record, problems) };
        let filled = Self::of(shown, old);
        let has_problem = |field| problems.iter().any(|problem: &FieldProblem| problem.field == field);
        // An id and its parent's must differ, so a problem with one holds the other back.
        if self.id == filled.id || has_problem(Field::SubscriptionId) || has_problem(Field::ParentId) {
            record.id = old.id.clone();
        }
        if self.parent_id == filled.parent_id || has_problem(Field::ParentId) {
            record.parent_id.clone_from(&old.parent_id);
        }
        if self.offer_id == filled.offer_id {
            record.offer_id.clone_from(&old.offer_id);
        }
        if self.offer_name == filled.offer_name {
            record.offer_name.clone_from(&old.offer_name);
        }
        if self.friendly_name == filled.friendly_name {
            record.friendly_name.clone_from(&old.friendly_name);
        }
        if self.upgraded_to == filled.upgraded_to {
            record.upgraded_to.clone_from(&old.upgraded_to);
        }
        if (self.channel, &self.other_reseller) == (filled.channel, &filled.other_reseller) {
            record.channel.clone_from(&old.channel);
        }
        (record, problems)
    }

    /// What makes no sense as typed, and so is not recorded; nothing where nobody touched the form.
    #[must_use]
    pub fn unrecorded(&self, customer: &Customer) -> Vec<FieldProblem> {
        match &self.of {
            Some((shown, old)) if *self != Self::of(shown, old) => self.parse(customer).1,
            Some(_) | None => Vec::new(),
        }
    }

    fn read(&self, customer: &Customer) -> (Subscription, Vec<FieldProblem>) {
        let blank = Subscription::new(Id::new(""), 0);
        let old = self.of.as_ref().map_or(&blank, |(_, old)| old);
        let mut problems = Vec::new();
        let id = Id::new(self.id.trim());
        if id.is_empty() {
            problems.push(FieldProblem::new(Field::SubscriptionId, Problem::Empty));
        } else if id != old.id && customer.subscription(&id).is_some() {
            problems.push(FieldProblem::new(Field::SubscriptionId, Problem::Taken { id: id.clone() }));
        }
        let parent_id = optional_id(&self.parent_id);
        if parent_id.as_ref() == Some(&id) && !id.is_empty() {
            problems.push(FieldProblem::new(Field::ParentId, Problem::OwnParent));
        }
        let mut take = |field, result: Result<Option<i64>, FieldProblem>, old: Option<i64>| match result {
            // What a file brought stays, until somebody types another number.
            Ok(number) if number != old && number.is_some_and(|number| number < 0) => {
                problems.push(FieldProblem::new(field, Problem::Negative));
                old
            }
            Ok(number) => number,
            Err(problem) => {
                problems.push(problem);
                old
            }
        };
        let quantity = whole_number(Field::Quantity, &self.quantity).map(Some);
        let quantity = take(Field::Quantity, quantity, Some(old.quantity)).unwrap_or(old.quantity);
        let assigned = take(Field::Assigned, optional_number(Field::Assigned, &self.assigned), old.assigned);
        let mut day = |field, typed: &str, old| {
            optional_day(field, typed).unwrap_or_else(|problem| {
                problems.push(problem);
                old
            })
        };
        let created = day(Field::Created, &self.created, old.created);
        let commitment_end = day(Field::CommitmentEnd, &self.commitment_end, old.commitment_end);
        let suspended_on = day(Field::SuspendedOn, &self.suspended_on, old.suspended_on);
        let channel = self.channel.named(&self.other_reseller);
        let record = Subscription {
            id,
            offer_id: optional_id(&self.offer_id),
            offer_name: self.offer_name.trim().into(),
            friendly_name: self.friendly_name.trim().to_owned(),
            quantity,
            assigned,
            status: self.status.clone(),
            billing_cycle: self.billing_cycle.clone(),
            channel,
            created,
            commitment_end,
            auto_renew: self.auto_renew,
            trial: self.trial,
            parent_id,
            suspended_on,
            upgraded_to: optional_id(&self.upgraded_to),
        };
        (record, problems)
    }
}
