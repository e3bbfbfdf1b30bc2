//! stub until merge
use crate::model::*;
#[derive(Clone, Debug, PartialEq)]
pub struct MergePlan;
pub struct Counts {
    pub new: usize,
    pub changed: usize,
}
pub enum Into {
    New,
    Existing,
}
impl MergePlan {
    pub fn edits(&self) -> Vec<Edit> {
        vec![]
    }
    pub fn counts(&self) -> Counts {
        Counts { new: 0, changed: 0 }
    }
}
pub fn plan(_a: &Portfolio, _b: &Portfolio, _i: Into) -> MergePlan {
    MergePlan
}
