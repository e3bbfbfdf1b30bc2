//! The customer dialog as typed.

use super::{Field, FieldProblem, Problem, optional_text, tags_of};
use crate::model::{Customer, DelegatedAdmin, Family, Id};

/// The kinds of privileges, with the families typed beside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DelegatedChoice {
    All,
    Families,
    NotGranted,
    #[default]
    NotKnown,
}

impl DelegatedChoice {
    pub const ALL: [Self; 4] = [Self::All, Self::Families, Self::NotGranted, Self::NotKnown];

    /// The privileges, with the families typed beside in their usual order.
    #[must_use]
    pub fn with(self, families: &[Family]) -> DelegatedAdmin {
        match self {
            Self::All => DelegatedAdmin::All,
            Self::NotGranted => DelegatedAdmin::NotGranted,
            Self::NotKnown => DelegatedAdmin::NotKnown,
            Self::Families => {
                let chosen = Family::ALL.into_iter().filter(|family| families.contains(family));
                DelegatedAdmin::Families(chosen.collect())
            }
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomerDraft {
    pub id: String,
    pub company_name: String,
    pub domain: String,
    pub relationship: String,
    pub delegated_admin: DelegatedChoice,
    pub families: Vec<Family>,
    /// Separated by commas.
    pub tags: String,
    pub notes: String,
    /// Problems are shown from the first try on.
    pub tried: bool,
}

impl CustomerDraft {
    #[must_use]
    pub fn of(customer: &Customer) -> Self {
        let (delegated_admin, families) = match &customer.delegated_admin {
            DelegatedAdmin::All => (DelegatedChoice::All, Vec::new()),
            DelegatedAdmin::NotGranted => (DelegatedChoice::NotGranted, Vec::new()),
            DelegatedAdmin::NotKnown => (DelegatedChoice::NotKnown, Vec::new()),
            DelegatedAdmin::Families(families) => (DelegatedChoice::Families, families.clone()),
        };
        Self {
            id: customer.id.to_string(),
            company_name: customer.company_name.clone(),
            domain: customer.domain.clone().unwrap_or_default(),
            relationship: customer.relationship.clone().unwrap_or_default(),
            delegated_admin,
            families,
            tags: customer.tags.join(", "),
            notes: customer.notes.clone(),
            tried: false,
        }
    }

    /// The record as the form says it, its subscriptions as they are.
    ///
    /// # Errors
    /// Every problem, at its field. `is_taken` says whether another customer has an id.
    pub fn parse(&self, old: Option<&Customer>, is_taken: impl Fn(&Id) -> bool) -> Result<Customer, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        // What nobody touched stays as it was read.
        let filled = old.map(Self::of);
        let untouched = |is_same: fn(&Self, &Self) -> bool| {
            old.filter(|_| filled.as_ref().is_some_and(|filled| is_same(self, filled)))
        };
        let company_name = match untouched(|typed, filled| typed.company_name == filled.company_name) {
            Some(old) => old.company_name.clone(),
            None => self.company_name.trim().to_owned(),
        };
        if company_name.trim().is_empty() {
            problems.push(FieldProblem::new(Field::CompanyName, Problem::Empty));
        }
        let id = match untouched(|typed, filled| typed.id == filled.id) {
            Some(old) => old.id.clone(),
            None => Id::new(self.id.trim()),
        };
        if id.as_str().trim().is_empty() {
            problems.push(FieldProblem::new(Field::CustomerId, Problem::Empty));
        } else if old.is_none_or(|old| old.id != id) && is_taken(&id) {
            problems.push(FieldProblem::new(Field::CustomerId, Problem::Taken { id: id.clone() }));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let delegated_admin = self.delegated_admin.with(&self.families);
        let has_families_as_read = |typed: &Self, filled: &Self| {
            (typed.delegated_admin, &typed.families) == (filled.delegated_admin, &filled.families)
        };
        let text = |is_same, read: fn(&Customer) -> &Option<String>, typed: &str| match untouched(is_same) {
            Some(old) => read(old).clone(),
            None => optional_text(typed),
        };
        Ok(Customer {
            id,
            company_name,
            domain: text(|typed, filled| typed.domain == filled.domain, |old| &old.domain, &self.domain),
            relationship: text(
                |typed, filled| typed.relationship == filled.relationship,
                |old| &old.relationship,
                &self.relationship,
            ),
            delegated_admin: untouched(has_families_as_read).map_or(delegated_admin, |old| old.delegated_admin.clone()),
            tags: untouched(|typed, filled| typed.tags == filled.tags)
                .map_or_else(|| tags_of(&self.tags), |old| old.tags.clone()),
            notes: untouched(|typed, filled| typed.notes == filled.notes)
                .map_or_else(|| self.notes.trim_end().to_owned(), |old| old.notes.clone()),
            subscriptions: old.map_or_else(Vec::new, |old| old.subscriptions.clone()),
        })
    }
}
