//! An offer as typed in the offers window: limits, cycles and services for this portfolio.

use std::sync::Arc;

use super::{Field, FieldProblem, Problem, optional_number, shown, whole_number};
use crate::model::{BillingCycle, Family, Id, Offer, Service};

#[derive(Clone, Debug, PartialEq)]
pub struct OfferDraft {
    pub id: String,
    pub name: String,
    pub minimum: String,
    pub maximum: String,
    pub concurrent_limit: String,
    pub monthly: bool,
    pub annual: bool,
    /// The cycles as they were, so that their order and those without a box of their own stay.
    cycles: Vec<BillingCycle>,
    pub add_on: bool,
    bases: Vec<Id>,
    pub family: Family,
    pub services_known: bool,
    /// Service-plan ids, separated by blanks or commas.
    pub services: String,
    /// The offer is not in the catalogue and is being made.
    pub is_new: bool,
}

impl Default for OfferDraft {
    fn default() -> Self {
        Self::blank(&Id::new(""), "")
    }
}

impl OfferDraft {
    /// An offer of which nothing is known but its id and perhaps a name.
    #[must_use]
    pub fn blank(id: &Id, name: &str) -> Self {
        Self {
            id: id.to_string(),
            name: name.to_owned(),
            minimum: "1".to_owned(),
            maximum: "10000000".to_owned(),
            concurrent_limit: String::new(),
            monthly: true,
            annual: true,
            cycles: Vec::new(),
            add_on: false,
            bases: Vec::new(),
            family: Family::Other,
            services_known: false,
            services: String::new(),
            is_new: true,
        }
    }

    #[must_use]
    pub fn of(offer: &Offer) -> Self {
        let services: Vec<&str> = offer.services.iter().flatten().map(|service| &**service).collect();
        Self {
            id: offer.id.to_string(),
            name: offer.name.clone(),
            minimum: offer.minimum.to_string(),
            maximum: offer.maximum.to_string(),
            concurrent_limit: shown(offer.concurrent_limit),
            monthly: offer.cycles.contains(&BillingCycle::Monthly),
            annual: offer.cycles.contains(&BillingCycle::Annual),
            cycles: offer.cycles.clone(),
            add_on: offer.add_on,
            bases: offer.bases.clone(),
            family: offer.family,
            services_known: offer.services.is_some(),
            services: services.join(" "),
            is_new: false,
        }
    }

    /// The service plans as typed, in alphabetical order.
    #[must_use]
    pub fn service_list(&self) -> Vec<Service> {
        let mut services: Vec<Service> = self
            .services
            .split([' ', ',', ';', '\n', '\t'])
            .filter(|word| !word.is_empty())
            .map(|word| Service::from(word.to_ascii_uppercase()))
            .collect();
        services.sort();
        services.dedup();
        services
    }

    /// Puts a service plan in or takes it out.
    pub fn set_service(&mut self, service: &str, is_in: bool) {
        let mut services = self.service_list();
        services.retain(|other| **other != *service);
        if is_in {
            services.push(Service::from(service));
            services.sort();
            self.services_known = true;
        }
        self.services = services.join(" ");
    }

    /// The offer as the form says it.
    ///
    /// # Errors
    /// Every problem, at its field.
    pub fn parse(&self) -> Result<Arc<Offer>, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut take = |result: Result<i64, FieldProblem>| {
            result.unwrap_or_else(|problem| {
                problems.push(problem);
                0
            })
        };
        let minimum = take(whole_number(Field::Minimum, &self.minimum));
        let maximum = take(whole_number(Field::Maximum, &self.maximum));
        let concurrent_limit =
            optional_number(Field::ConcurrentLimit, &self.concurrent_limit).unwrap_or_else(|problem| {
                problems.push(problem);
                None
            });
        if problems.is_empty() && minimum < 0 {
            problems.push(FieldProblem::new(Field::Minimum, Problem::Negative));
        }
        if problems.is_empty() && minimum > maximum {
            problems.push(FieldProblem::new(Field::Minimum, Problem::AboveMaximum));
        }
        if self.id.trim().is_empty() {
            problems.push(FieldProblem::new(Field::OfferId, Problem::Empty));
        }
        if self.name.trim().is_empty() {
            problems.push(FieldProblem::new(Field::OfferName, Problem::Empty));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut cycles = self.cycles.clone();
        for (on, cycle) in [(self.annual, BillingCycle::Annual), (self.monthly, BillingCycle::Monthly)] {
            if !on {
                cycles.retain(|other| *other != cycle);
            } else if !cycles.contains(&cycle) {
                cycles.push(cycle);
            }
        }
        Ok(Arc::new(Offer {
            id: Id::new(self.id.trim()),
            name: self.name.trim().to_owned(),
            minimum,
            maximum,
            concurrent_limit,
            cycles,
            add_on: self.add_on,
            bases: self.bases.clone(),
            family: self.family,
            services: self.services_known.then(|| self.service_list().into_iter().collect()),
        }))
    }
}
