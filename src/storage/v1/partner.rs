//! The partner of the file; left out where nothing is known of them.

use serde::{Deserialize, Serialize};

use super::note::Notes;
use super::text::Text;
use super::variant::Variant;
use crate::model::{self, Role};

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename = "Partner")]
pub struct Partner<'a> {
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    mpn_id: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Variant::says_nothing")]
    role: Variant<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    good_standing: Option<bool>,
}

impl<'a> Partner<'a> {
    pub fn write(partner: &'a model::Partner) -> Self {
        let model::Partner { name, mpn_id, role, good_standing } = partner;
        Self {
            name: name.into(),
            mpn_id: mpn_id.as_ref().map(Text::from),
            role: Variant::Known(*role),
            good_standing: *good_standing,
        }
    }

    pub fn says_nothing(&self) -> bool {
        let Self { name, mpn_id, role, good_standing } = self;
        name.is_empty() && mpn_id.is_none() && role.says_nothing() && good_standing.is_none()
    }

    pub fn read(self, notes: &mut Notes) -> model::Partner {
        let mut own = Notes::default();
        let partner = model::Partner {
            name: self.name.into_string(),
            mpn_id: self.mpn_id.map(Text::into_string),
            role: self.role.take("role", &mut own),
            good_standing: self.good_standing,
        };
        notes.extend(own.into_iter().map(|note| note.inside("partner")));
        partner
    }
}
