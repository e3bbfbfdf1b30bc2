//! What is odd in a file that opens, and what of it this version does not know, each with its place. What is wrong with a file that does not open is `cli`'s and `shell`'s.

use super::Words;
use crate::state::{FileFact, NotUnderstood, Odd, Place, Position, Unfamiliar};

impl Words {
    /// Lines and columns are no amounts, so that their digits are not grouped.
    #[must_use]
    pub fn position(&self, Position { line, column }: Position) -> String {
        self.with("place-line", &[("line", line.to_string().into()), ("column", column.to_string().into())])
    }

    #[must_use]
    pub fn place(&self, place: &Place) -> String {
        let Place { path, position: Position { line, column } } = place;
        if path.steps().is_empty() {
            return self.position(place.position);
        }
        self.with(
            "place-path",
            &[
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("field", path.to_string().into()),
            ],
        )
    }

    /// Something with the place where it stands.
    #[must_use]
    pub fn at_place(&self, what: &str, place: &Place) -> String {
        self.with("at-place", &[("what", what.into()), ("place", self.place(place).into())])
    }

    /// Something odd, with its place where it has one.
    #[must_use]
    pub fn odd(&self, odd: &Odd) -> String {
        match odd {
            Odd::InFile { fact, place } => self.at_place(&self.file_fact(fact), place),
            Odd::JournalDamaged => self.say("odd-journal").to_owned(),
        }
    }

    /// What this version does not know, with its place.
    #[must_use]
    pub fn unfamiliar(&self, NotUnderstood { place, what }: &NotUnderstood) -> String {
        let place = self.place(place);
        match what {
            Unfamiliar::Field => self.with("unfamiliar-field", &[("place", place.into())]),
            Unfamiliar::Variant(name) => {
                self.with("unfamiliar-word", &[("word", name.as_str().into()), ("place", place.into())])
            }
            Unfamiliar::Format(format) => {
                self.with("unfamiliar-format", &[("format", format.to_string().into()), ("place", place.into())])
            }
        }
    }

    /// What is odd about a record, without saying where it stands.
    #[must_use]
    pub fn file_fact(&self, fact: &FileFact) -> String {
        match fact {
            FileFact::DuplicateCustomer { id, first } => {
                self.with("odd-customer-twice", &[("id", id.as_str().into()), ("first", self.place(first).into())])
            }
            FileFact::DuplicateSubscription { id, first } => {
                self.with("odd-subscription-twice", &[("id", id.as_str().into()), ("first", self.place(first).into())])
            }
            FileFact::DuplicateOffer { id, first } => {
                self.with("odd-offer-twice", &[("id", id.as_str().into()), ("first", self.place(first).into())])
            }
            FileFact::EmptyId => self.say("odd-empty-id").to_owned(),
            FileFact::UnknownRuleSet(id) => self.with("odd-rules", &[("id", id.as_str().into())]),
            FileFact::NegativeQuantity(quantity) => {
                self.with("odd-quantity", &[("quantity", quantity.to_string().into())])
            }
            FileFact::NegativeAssigned(assigned) => {
                self.with("odd-assigned", &[("assigned", assigned.to_string().into())])
            }
            FileFact::NoSuchParent(id) => self.with("odd-no-parent", &[("id", id.as_str().into())]),
            FileFact::OwnParent => self.say("odd-own-parent").to_owned(),
            FileFact::NoSuchSuccessor(id) => self.with("odd-no-successor", &[("id", id.as_str().into())]),
            FileFact::MinimumAboveMaximum { minimum, maximum } => {
                self.with("odd-minimum", &[("minimum", (*minimum).into()), ("maximum", (*maximum).into())])
            }
            FileFact::NoSuchCustomer(id) => self.with("odd-no-customer", &[("id", id.as_str().into())]),
            FileFact::NoSuchSubscription(id) => self.with("odd-no-subscription", &[("id", id.as_str().into())]),
            FileFact::AnswerOfNoSubscription { customer, subscription } => self.with(
                "odd-answer",
                &[("subscription", subscription.as_str().into()), ("customer", customer.as_str().into())],
            ),
            FileFact::SecondAnswer { subscription } => {
                self.with("odd-second-answer", &[("subscription", subscription.as_str().into())])
            }
        }
    }
}
