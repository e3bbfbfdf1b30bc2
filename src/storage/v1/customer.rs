//! A customer of the file, and the privileges that they granted.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::note::{Note, Notes, What};
use super::rows::{Record, Rows};
use super::subscription::Subscription;
use super::text::Text;
use super::variant::{Variant, Variants};
use crate::model::{self, DelegatedAdmin, Family};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Customer")]
pub struct Customer<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    company_name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    domain: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    relationship: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    delegated_admin: Variant<Privileges>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    notes: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Rows::is_empty")]
    subscriptions: Rows<'a, Subscription<'a>>,
}

impl<'a> Record<'a> for Customer<'a> {
    type Model = Arc<model::Customer>;
    const LIST: &'static str = "customers";

    fn write(customer: &'a Arc<model::Customer>) -> Self {
        let model::Customer { id, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions } =
            &**customer;
        Self {
            id: id.into(),
            company_name: company_name.into(),
            domain: domain.as_ref().map(Text::from),
            relationship: relationship.as_ref().map(Text::from),
            delegated_admin: Variant::Known(Privileges::of(delegated_admin)),
            tags: tags.iter().map(Text::from).collect(),
            notes: notes.into(),
            subscriptions: Rows::Write(subscriptions),
        }
    }

    fn read(self, notes: &mut Notes) -> Arc<model::Customer> {
        Arc::new(model::Customer {
            id: self.id.as_id(),
            company_name: self.company_name.into_string(),
            domain: self.domain.map(Text::into_string),
            relationship: self.relationship.map(Text::into_string),
            delegated_admin: self.delegated_admin.take("delegated_admin", notes).granted(notes),
            tags: self.tags.into_iter().map(Text::into_string).collect(),
            notes: self.notes.into_string(),
            subscriptions: self.subscriptions.take(notes),
        })
    }
}

/// Delegated administrative privileges as written: families by their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Privileges {
    All,
    NotGranted,
    NotKnown,
    Families(Vec<String>),
}

impl Privileges {
    fn of(granted: &DelegatedAdmin) -> Self {
        match granted {
            DelegatedAdmin::All => Self::All,
            DelegatedAdmin::NotGranted => Self::NotGranted,
            DelegatedAdmin::NotKnown => Self::NotKnown,
            DelegatedAdmin::Families(families) => {
                Self::Families(families.iter().map(|family| family.key().to_owned()).collect())
            }
        }
    }

    /// A family that is not known leaves the whole list not known: what is left of it could read as a refusal.
    fn granted(self, notes: &mut Notes) -> DelegatedAdmin {
        let keys = match self {
            Self::All => return DelegatedAdmin::All,
            Self::NotGranted => return DelegatedAdmin::NotGranted,
            Self::NotKnown => return DelegatedAdmin::NotKnown,
            Self::Families(keys) => keys,
        };
        let families: Vec<Family> = keys.iter().filter_map(|key| Family::from_key(key)).collect();
        if families.len() == keys.len() {
            return DelegatedAdmin::Families(families);
        }
        for (index, key) in keys.into_iter().enumerate() {
            if Family::from_key(&key).is_none() {
                notes.push(Note::at("delegated_admin", index, What::Variant(key)));
            }
        }
        DelegatedAdmin::NotKnown
    }
}

impl Variants for Privileges {
    type Value = Vec<String>;
    const ENUM: &'static str = "DelegatedAdmin";
    const NAMES: &'static [&'static str] = &["All", "NotGranted", "NotKnown", "Families"];

    fn written(&self) -> (&'static str, Option<&Vec<String>>) {
        match self {
            Self::All => ("All", None),
            Self::NotGranted => ("NotGranted", None),
            Self::NotKnown => ("NotKnown", None),
            Self::Families(keys) => ("Families", Some(keys)),
        }
    }

    fn bare(name: &str) -> Option<Self> {
        Some(match name {
            "All" => Self::All,
            "NotGranted" => Self::NotGranted,
            "NotKnown" => Self::NotKnown,
            _ => return None,
        })
    }

    fn carrying(name: &str) -> Option<fn(Vec<String>) -> Self> {
        (name == "Families").then_some(Self::Families)
    }

    fn nothing() -> Self {
        Self::NotKnown
    }
}
