//! The plan of a file that no other comes before, made where the file is read: with many records it takes longer than a frame. What becomes of it is `importing`'s.

use std::sync::Arc;

use crate::exchange::Incoming;
use crate::exchange::merge::{Accepted, Base, Import, Into, MergePlan, PlanCounts, Selection};
use crate::model::Portfolio;

/// What a file is planned with: a snapshot that shares its records.
#[derive(Clone, Debug, PartialEq)]
pub struct Planning {
    pub(super) current: Portfolio,
    /// Where the portfolio's history stands.
    pub(super) mark: u64,
    pub(super) is_blank: bool,
    pub(super) accepted: Accepted,
}

/// What a file would change, and what it was planned with.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    pub(super) mark: u64,
    pub(super) is_blank: bool,
    pub(super) accepted: Accepted,
    pub(super) plan: Arc<MergePlan>,
    /// With everything taken as the plan proposes.
    pub(super) counts: PlanCounts,
}

impl Planning {
    #[must_use]
    pub fn plan(self, incoming: &Incoming, base: Option<&Base>) -> Planned {
        let Self { current, mark, is_blank, accepted } = self;
        let plan = plan(&current, incoming, base, is_blank, &accepted);
        let counts = plan.counts(&Selection::default());
        Planned { mark, is_blank, accepted, plan: Arc::new(plan), counts }
    }
}

/// What a file would change in a portfolio; `is_blank`: nothing has been recorded there yet.
pub(super) fn plan(
    current: &Portfolio,
    incoming: &Incoming,
    base: Option<&Base>,
    is_blank: bool,
    accepted: &Accepted,
) -> MergePlan {
    let into = if is_blank && incoming.fills_an_empty_portfolio() { Into::New } else { Into::Existing };
    Import { current, incoming, base, into, accepted }.plan()
}
