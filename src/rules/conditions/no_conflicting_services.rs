//! The customer can't already have subscriptions that include the additional services. By service-plan id; the reading is ours.

use super::{Case, Condition, ConditionId, Conflict, Outcome, Question, Refusal, Source, Unclear, UnclearRecord};
use crate::model::{Id, Offer, Service, Services, Subscription};
use crate::rules::held::{Held, held};

pub const NO_CONFLICTING_SERVICES: Condition =
    Condition { id: ConditionId::NoConflictingServices, source: Source::Page, code: Some(3), judge };

/// services(target) − services(source); `None` where either is not known.
#[must_use]
pub fn additional_services(source: &Offer, target: &Offer) -> Option<Services> {
    let (source, target) = (source.services.as_ref()?, target.services.as_ref()?);
    Some(target.difference(source).cloned().collect())
}

/// What the target may add, as far as it is known.
enum Additional<'a> {
    Known(Vec<&'a Service>),
    /// The source's services are not known: at most all of the target's.
    AtMost(&'a Services),
    /// The target's services are not known.
    Anything,
}

impl<'a> Additional<'a> {
    fn of(case: &'a Case<'a>) -> Self {
        let services = |offer: Option<&'a Offer>| offer.and_then(|offer| offer.services.as_ref());
        match (services(case.source), services(case.target)) {
            (Some(source), Some(target)) => Self::Known(target.difference(source).collect()),
            (None, Some(target)) => Self::AtMost(target),
            (_, None) => Self::Anything,
        }
    }

    /// Whether the target adds nothing, so that nothing can conflict.
    fn is_none(&self) -> bool {
        match self {
            Self::Known(additional) => additional.is_empty(),
            Self::AtMost(target) => target.is_empty(),
            Self::Anything => false,
        }
    }
}

enum Part {
    Conflicts(Services),
    Harmless,
    Unclear(Unclear),
}

fn part(case: &Case<'_>, additional: &Additional<'_>, record: &Subscription) -> Part {
    let is_held = held(record);
    if is_held == Held::No {
        return Part::Harmless;
    }
    let Some(offer_id) = &record.offer_id else { return Part::Unclear(Unclear::NoOfferId) };
    let Some(services) = case.offers.find(offer_id).and_then(|offer| offer.services.as_ref()) else {
        return Part::Unclear(Unclear::ServicesOf(offer_id.clone()));
    };
    let (shared, certain): (Services, bool) = match additional {
        Additional::Known(additional) => (
            additional
                .iter()
                .filter(|service| services.contains(**service))
                .map(|service| (*service).clone())
                .collect(),
            true,
        ),
        Additional::AtMost(target) => (target.intersection(services).cloned().collect(), false),
        Additional::Anything => (services.clone(), false),
    };
    if shared.is_empty() {
        Part::Harmless
    } else if is_held == Held::NotKnown {
        Part::Unclear(Unclear::Status(record.status.clone()))
    } else if certain {
        Part::Conflicts(shared)
    } else {
        Part::Unclear(Unclear::Compared)
    }
}

fn judge(case: &Case<'_>) -> Outcome {
    let additional = Additional::of(case);
    if additional.is_none() {
        return Outcome::MET;
    }
    let mut conflicts = Vec::new();
    let mut records = Vec::new();
    for record in case.others() {
        match part(case, &additional, record) {
            Part::Harmless => {}
            Part::Conflicts(services) => conflicts.push(Conflict { subscription: record.id.clone(), services }),
            Part::Unclear(why) => records.push(UnclearRecord { subscription: record.id.clone(), why }),
        }
    }
    if !conflicts.is_empty() {
        Outcome::NotMet(Refusal::ConflictingServices { conflicts })
    } else if !records.is_empty() {
        let offers = offers_to_look_up(case, &records);
        Outcome::NotKnown(Question::Conflicts { records, offers })
    } else {
        Outcome::MET
    }
}

/// The offers whose services would settle the question, each once.
fn offers_to_look_up(case: &Case<'_>, records: &[UnclearRecord]) -> Vec<Id> {
    let mut offers: Vec<Id> = Vec::new();
    let mut add = |id: &Id| {
        if !offers.contains(id) {
            offers.push(id.clone());
        }
    };
    if case.source.is_none_or(|offer| offer.services.is_none())
        && let Some(id) = &case.subscription.offer_id
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
