//! An offer of the file; the catalogue lists its offers in the same form.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::note::{Note, Notes, What};
use super::rows::Record;
use super::text::Text;
use super::variant::Variant;
use crate::model::{self, BillingCycle, Family, Service};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Offer")]
pub struct Offer<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    minimum: i64,
    maximum: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    concurrent_limit: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cycles: Vec<Variant<BillingCycle>>,
    #[serde(default, skip_serializing_if = "is_false")]
    add_on: bool,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    bases: Vec<Text<'a>>,
    #[serde(borrow, default = "other")]
    family: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    services: Option<Vec<Text<'a>>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_false(value: &bool) -> bool {
    !value
}

fn other<'a>() -> Text<'a> {
    Text::from(Family::Other.key())
}

impl<'a> Record<'a> for Offer<'a> {
    type Model = Arc<model::Offer>;
    const LIST: &'static str = "offers";

    fn write(offer: &'a Arc<model::Offer>) -> Self {
        let model::Offer { id, name, minimum, maximum, concurrent_limit, cycles, add_on, bases, family, services } =
            &**offer;
        Self {
            id: id.into(),
            name: name.into(),
            minimum: *minimum,
            maximum: *maximum,
            concurrent_limit: *concurrent_limit,
            cycles: cycles.iter().cloned().map(Variant::Known).collect(),
            add_on: *add_on,
            bases: bases.iter().map(Text::from).collect(),
            family: family.key().into(),
            services: services.as_ref().map(|services| services.iter().map(|service| Text::from(&**service)).collect()),
        }
    }

    fn read(self, notes: &mut Notes) -> Arc<model::Offer> {
        let mut cycles = Vec::with_capacity(self.cycles.len());
        for (index, cycle) in self.cycles.into_iter().enumerate() {
            match cycle {
                Variant::Known(cycle) => cycles.push(cycle),
                Variant::Unknown(name) => notes.push(Note::at("cycles", index, What::Variant(name))),
            }
        }
        let family = Family::from_key(&self.family.0).unwrap_or_else(|| {
            notes.push(Note::new("family", What::Variant(self.family.into_string())));
            Family::Other
        });
        Arc::new(model::Offer {
            id: self.id.as_id(),
            name: self.name.into_string(),
            minimum: self.minimum,
            maximum: self.maximum,
            concurrent_limit: self.concurrent_limit,
            cycles,
            add_on: self.add_on,
            bases: self.bases.iter().map(Text::as_id).collect(),
            family,
            services: self.services.map(|services| services.iter().map(|service| Service::from(&*service.0)).collect()),
        })
    }
}
