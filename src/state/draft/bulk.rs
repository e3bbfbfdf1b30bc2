//! The dialog that edits several records at once, as typed: what is left alone, and what every one of them is to have.

use super::{ChannelChoice, DelegatedChoice, tags_of};
use crate::model::{Channel, DelegatedAdmin, Family};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkDraft {
    /// Separated by commas.
    pub add_tags: String,
    /// Separated by commas.
    pub remove_tags: String,
    /// `None` leaves it as it is.
    pub delegated_admin: Option<DelegatedChoice>,
    pub families: Vec<Family>,
    /// `None` leaves it as it is.
    pub channel: Option<ChannelChoice>,
    pub other_reseller: String,
}

impl BulkDraft {
    /// Whether privileges for some services are chosen, and none of these is named. Who means none says so.
    #[must_use]
    pub fn lacks_families(&self) -> bool {
        self.delegated_admin == Some(DelegatedChoice::Families) && self.families.is_empty()
    }

    /// What it asks for. Privileges for services that are not named yet are not asked for.
    #[must_use]
    pub fn parse(&self) -> BulkWish {
        BulkWish {
            add_tags: tags_of(&self.add_tags),
            remove_tags: tags_of(&self.remove_tags),
            delegated_admin: self
                .delegated_admin
                .filter(|_| !self.lacks_families())
                .map(|choice| choice.with(&self.families)),
            channel: self.channel.map(|choice| choice.named(&self.other_reseller)),
        }
    }
}

/// What several records are to have; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkWish {
    pub add_tags: Vec<String>,
    pub remove_tags: Vec<String>,
    pub delegated_admin: Option<DelegatedAdmin>,
    pub channel: Option<Channel>,
}

impl BulkWish {
    #[must_use]
    pub const fn has_tags(&self) -> bool {
        !self.add_tags.is_empty() || !self.remove_tags.is_empty()
    }

    /// Whether nothing is asked for at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        !self.has_tags() && self.delegated_admin.is_none() && self.channel.is_none()
    }

    /// The tags as they are to be; `None` where they are so. A tag is the same in capital and in small letters.
    #[must_use]
    pub fn tags(&self, old: &[String]) -> Option<Vec<String>> {
        let is_in = |tags: &[String], tag: &str| tags.iter().any(|other| is_same(other, tag));
        // What is added stays, although it is named as one to take away.
        let goes = |tag: &str| is_in(&self.remove_tags, tag) && !is_in(&self.add_tags, tag);
        let missing = || self.add_tags.iter().filter(|tag| !is_in(old, tag));
        if missing().next().is_none() && !old.iter().any(|tag| goes(tag)) {
            return None;
        }
        Some(old.iter().filter(|tag| !goes(tag)).chain(missing()).cloned().collect())
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}
