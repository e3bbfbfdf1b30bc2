//! Enums of the file: variants that we know, and the names of those that we don't, so that a newer file's words are never silently lost.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, VariantAccess, Visitor,
};
use serde::ser::{Serialize, Serializer};

use super::note::{Note, Notes, What};
use super::text::bounded;
use crate::model::{BillingCycle, Channel, Role, Status};

/// An enum that is written as the bare name of a variant, or as a name with one value.
pub trait Variants: Sized {
    /// What the variant with a value holds.
    type Value: Serialize + DeserializeOwned + Texts;

    const ENUM: &'static str;
    /// All names, those of bare variants first.
    const NAMES: &'static [&'static str];

    /// The name and the value that stand for it in a file.
    fn written(&self) -> (&'static str, Option<&Self::Value>);
    /// The variant that is a bare name.
    fn bare(name: &str) -> Option<Self>;
    /// The variant that carries a value.
    fn carrying(name: &str) -> Option<fn(Self::Value) -> Self>;
    /// What stands for a variant that is not known.
    fn nothing() -> Self;
}

/// The texts in the value of a variant, each of which has to be of a length that is read.
pub trait Texts {
    fn texts(&self) -> impl Iterator<Item = &str>;
}

impl Texts for () {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::empty()
    }
}

impl Texts for String {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.as_str())
    }
}

impl Texts for Vec<String> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.iter().map(String::as_str)
    }
}

/// A variant as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Variant<T> {
    Known(T),
    Unknown(String),
}

impl<T: Variants> Variant<T> {
    /// The value, or where its name is not known, the one that says nothing; that is noted.
    pub fn take(self, field: &'static str, notes: &mut Notes) -> T {
        match self {
            Self::Known(value) => value,
            Self::Unknown(name) => {
                notes.push(Note::new(field, What::Variant(name)));
                T::nothing()
            }
        }
    }
}

impl<T: Variants + PartialEq> Variant<T> {
    pub fn says_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl<T: Variants> Default for Variant<T> {
    fn default() -> Self {
        Self::Known(T::nothing())
    }
}

impl<T: Variants> Serialize for Variant<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (name, value) = match self {
            Self::Known(known) => known.written(),
            Self::Unknown(name) => {
                return Err(serde::ser::Error::custom(format!("{} has no variant {name}", T::ENUM)));
            }
        };
        let index = T::NAMES.iter().position(|known| *known == name);
        let index = index.and_then(|index| u32::try_from(index).ok()).unwrap_or_default();
        match value {
            Some(value) => serializer.serialize_newtype_variant(T::ENUM, index, name, value),
            None => serializer.serialize_unit_variant(T::ENUM, index, name),
        }
    }
}

impl<'de, T: Variants> Deserialize<'de> for Variant<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct VariantVisitor<T>(PhantomData<T>);
        impl<'de, T: Variants> Visitor<'de> for VariantVisitor<T> {
            type Value = Variant<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a {}: {}", T::ENUM, T::NAMES.join(", "))
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
                let (name, content) = data.variant_seed(Name)?;
                if let Some(bare) = T::bare(&name) {
                    content.unit_variant()?;
                    return Ok(Variant::Known(bare));
                }
                if let Some(carrying) = T::carrying(&name) {
                    let value = content.newtype_variant::<T::Value>()?;
                    value.texts().try_for_each(bounded)?;
                    return Ok(Variant::Known(carrying(value)));
                }
                // An error here means that the variant carries nothing, or more than one value; in the second case the
                // text cannot be read on behind it, and is refused there.
                content.newtype_variant::<IgnoredAny>().ok();
                Ok(Variant::Unknown(name.into_owned()))
            }
        }
        deserializer.deserialize_enum(T::ENUM, T::NAMES, VariantVisitor(PhantomData))
    }
}

/// The name of a variant, whichever it is.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a variant")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

impl Variants for Status {
    type Value = String;
    const ENUM: &'static str = "Status";
    const NAMES: &'static [&'static str] =
        &["Active", "Suspended", "Deleted", "Expired", "Pending", "Disabled", "Unset", "Other"];

    fn written(&self) -> (&'static str, Option<&String>) {
        match self {
            Self::Active => ("Active", None),
            Self::Suspended => ("Suspended", None),
            Self::Deleted => ("Deleted", None),
            Self::Expired => ("Expired", None),
            Self::Pending => ("Pending", None),
            Self::Disabled => ("Disabled", None),
            Self::Unset => ("Unset", None),
            Self::Other(word) => ("Other", Some(word)),
        }
    }

    fn bare(name: &str) -> Option<Self> {
        Some(match name {
            "Active" => Self::Active,
            "Suspended" => Self::Suspended,
            "Deleted" => Self::Deleted,
            "Expired" => Self::Expired,
            "Pending" => Self::Pending,
            "Disabled" => Self::Disabled,
            "Unset" => Self::Unset,
            _ => return None,
        })
    }

    fn carrying(name: &str) -> Option<fn(String) -> Self> {
        (name == "Other").then_some(Self::Other)
    }

    fn nothing() -> Self {
        Self::Unset
    }
}

impl Variants for BillingCycle {
    type Value = String;
    const ENUM: &'static str = "BillingCycle";
    const NAMES: &'static [&'static str] = &["Monthly", "Annual", "OneTime", "Triennial", "Biennial", "Unset", "Other"];

    fn written(&self) -> (&'static str, Option<&String>) {
        match self {
            Self::Monthly => ("Monthly", None),
            Self::Annual => ("Annual", None),
            Self::OneTime => ("OneTime", None),
            Self::Triennial => ("Triennial", None),
            Self::Biennial => ("Biennial", None),
            Self::Unset => ("Unset", None),
            Self::Other(word) => ("Other", Some(word)),
        }
    }

    fn bare(name: &str) -> Option<Self> {
        Some(match name {
            "Monthly" => Self::Monthly,
            "Annual" => Self::Annual,
            "OneTime" => Self::OneTime,
            "Triennial" => Self::Triennial,
            "Biennial" => Self::Biennial,
            "Unset" => Self::Unset,
            _ => return None,
        })
    }

    fn carrying(name: &str) -> Option<fn(String) -> Self> {
        (name == "Other").then_some(Self::Other)
    }

    fn nothing() -> Self {
        Self::Unset
    }
}

impl Variants for Channel {
    type Value = String;
    const ENUM: &'static str = "Channel";
    const NAMES: &'static [&'static str] = &["ThisPartner", "Direct", "NotKnown", "OtherReseller"];

    fn written(&self) -> (&'static str, Option<&String>) {
        match self {
            Self::ThisPartner => ("ThisPartner", None),
            Self::Direct => ("Direct", None),
            Self::NotKnown => ("NotKnown", None),
            Self::OtherReseller(name) => ("OtherReseller", Some(name)),
        }
    }

    fn bare(name: &str) -> Option<Self> {
        Some(match name {
            "ThisPartner" => Self::ThisPartner,
            "Direct" => Self::Direct,
            "NotKnown" => Self::NotKnown,
            _ => return None,
        })
    }

    fn carrying(name: &str) -> Option<fn(String) -> Self> {
        (name == "OtherReseller").then_some(Self::OtherReseller)
    }

    fn nothing() -> Self {
        Self::NotKnown
    }
}

impl Variants for Role {
    type Value = ();
    const ENUM: &'static str = "Role";
    const NAMES: &'static [&'static str] = &["GlobalAdmin", "AdminAgent", "SalesAgent", "HelpdeskAgent", "NotKnown"];

    fn written(&self) -> (&'static str, Option<&()>) {
        let name = match self {
            Self::GlobalAdmin => "GlobalAdmin",
            Self::AdminAgent => "AdminAgent",
            Self::SalesAgent => "SalesAgent",
            Self::HelpdeskAgent => "HelpdeskAgent",
            Self::NotKnown => "NotKnown",
        };
        (name, None)
    }

    fn bare(name: &str) -> Option<Self> {
        Some(match name {
            "GlobalAdmin" => Self::GlobalAdmin,
            "AdminAgent" => Self::AdminAgent,
            "SalesAgent" => Self::SalesAgent,
            "HelpdeskAgent" => Self::HelpdeskAgent,
            "NotKnown" => Self::NotKnown,
            _ => return None,
        })
    }

    fn carrying(_: &str) -> Option<fn(()) -> Self> {
        None
    }

    fn nothing() -> Self {
        Self::NotKnown
    }
}
