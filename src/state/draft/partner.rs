//! The dialog *Your account* as typed.

use super::optional_text;
use crate::model::{Partner, Role};

#[derive(Clone, Debug, PartialEq)]
pub struct PartnerDraft {
    pub name: String,
    pub mpn_id: String,
    pub role: Role,
    pub good_standing: Option<bool>,
}

impl Default for PartnerDraft {
    fn default() -> Self {
        Self::of(&Partner::default())
    }
}

impl PartnerDraft {
    #[must_use]
    pub fn of(partner: &Partner) -> Self {
        Self {
            name: partner.name.clone(),
            mpn_id: partner.mpn_id.clone().unwrap_or_default(),
            role: partner.role,
            good_standing: partner.good_standing,
        }
    }

    /// Anything typed makes sense here.
    #[must_use]
    pub fn parse(&self) -> Partner {
        Partner {
            name: self.name.trim().to_owned(),
            mpn_id: optional_text(&self.mpn_id),
            role: self.role,
            good_standing: self.good_standing,
        }
    }
}
