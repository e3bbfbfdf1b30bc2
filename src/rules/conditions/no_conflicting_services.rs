//! The customer can't already have subscriptions that include the additional services. By service-plan id; the reading is ours.

use super::parts::{Doubt, Part, against, together, unclear};
use super::{
    Ask, Case, Condition, ConditionId, Conflict, Holding, Holds, Outcome, Question, Refusal, Source, Unclear,
    UnclearRecord,
};
use crate::model::{Id, InForce, Offer, ServiceBits, Services};
use crate::rules::held::Held;

pub const NO_CONFLICTING_SERVICES: Condition = Condition {
    id: ConditionId::NoConflictingServices,
    source: Source::Page,
    code: Some(3),
    ask: Ask::OfTarget(holds),
    tell,
};

/// services(target) − services(source); `None` where either is not known.
#[must_use]
pub fn additional_services(source: &Offer, target: &Offer) -> Option<Services> {
    let (source, target) = (source.services.as_ref()?, target.services.as_ref()?);
    Some(target.difference(source).cloned().collect())
}

/// What the target may add, as far as it is known.
#[derive(Clone, Copy)]
enum Additional<'a> {
    Known {
        source: &'a ServiceBits,
        target: &'a ServiceBits,
    },
    /// The source's services are not known: at most all of the target's.
    AtMost {
        target: &'a ServiceBits,
    },
    /// The target's services are not known.
    Anything,
}

impl<'a> Additional<'a> {
    fn of(case: &Case<'a>) -> Self {
        let services = |offer: Option<&'a InForce>| offer.and_then(|offer| offer.services.as_ref());
        match (services(case.subject.source), services(case.target)) {
            (Some(source), Some(target)) => Self::Known { source, target },
            (None, Some(target)) => Self::AtMost { target },
            (_, None) => Self::Anything,
        }
    }

    /// Whether the target adds nothing, so that nothing can conflict.
    fn is_none(self) -> bool {
        match self {
            Self::Known { source, target } => target.are_in(source),
            Self::AtMost { target } => target.is_empty(),
            Self::Anything => false,
        }
    }

    /// Whether it may be that the target adds one of these.
    fn may_meet(self, services: &ServiceBits) -> bool {
        match self {
            Self::Known { source, target } => target.meet_beyond(source, services),
            Self::AtMost { target } => target.meet(services),
            Self::Anything => !services.is_empty(),
        }
    }

    const fn is_known(self) -> bool {
        matches!(self, Self::Known { .. })
    }
}

fn part(additional: Additional<'_>, record: &Holding<'_>) -> Part {
    if record.held == Held::No {
        return Part::Harmless;
    }
    if record.subscription.offer_id.is_none() {
        return Part::Unclear(Doubt::NoOfferId);
    }
    let Some(services) = record.offer.and_then(|offer| offer.services.as_ref()) else {
        return Part::Unclear(Doubt::Services);
    };
    if !additional.may_meet(services) {
        Part::Harmless
    } else if record.held == Held::NotKnown {
        Part::Unclear(Doubt::Status)
    } else if additional.is_known() {
        Part::Against
    } else {
        Part::Unclear(Doubt::Compared)
    }
}

fn parts<'a>(case: &'a Case<'a>) -> impl Iterator<Item = (&'a Holding<'a>, Part)> {
    let additional = Additional::of(case);
    case.subject.others().map(move |record| (record, part(additional, record)))
}

fn holds(case: &Case<'_>) -> Holds {
    if Additional::of(case).is_none() {
        return Holds::Yes;
    }
    together(parts(case))
}

fn tell(case: &Case<'_>, holds: Holds) -> Outcome {
    match holds {
        Holds::Yes => Outcome::MET,
        Holds::No => Outcome::NotMet(Refusal::ConflictingServices { conflicts: conflicts(case) }),
        Holds::NotKnown => {
            let records = unclear(parts(case));
            let offers = offers_to_look_up(case, &records);
            Outcome::NotKnown(Question::Conflicts { records, offers })
        }
    }
}

/// Which of the additional services each record holds.
fn conflicts(case: &Case<'_>) -> Vec<Conflict> {
    let added = case.subject.source.zip(case.target);
    let added = added.and_then(|(source, target)| additional_services(&source.offer, &target.offer));
    let added = added.unwrap_or_default();
    let conflict = |record: &Holding<'_>| {
        let held = record.offer.and_then(|offer| offer.offer.services.as_ref());
        let services = held.map(|held| added.intersection(held).cloned().collect());
        Conflict { subscription: record.subscription.id.clone(), services: services.unwrap_or_default() }
    };
    against(parts(case)).map(conflict).collect()
}

/// The offers whose services would settle the question, each once.
fn offers_to_look_up(case: &Case<'_>, records: &[UnclearRecord]) -> Vec<Id> {
    let mut offers: Vec<Id> = Vec::new();
    let mut add = |id: &Id| {
        if !offers.contains(id) {
            offers.push(id.clone());
        }
    };
    if case.subject.source.is_none_or(|offer| offer.services.is_none())
        && let Some(id) = &case.subject.subscription.offer_id
    {
        add(id);
    }
    if case.target.is_none_or(|offer| offer.services.is_none()) {
        add(case.target_id);
    }
    for record in records {
        if let Unclear::ServicesOf(id) = &record.why {
            add(id);
        }
    }
    offers
}
