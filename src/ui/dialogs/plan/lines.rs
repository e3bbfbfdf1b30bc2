//! The lines of a plan's list: which records and fields are shown, in which order. Drawing a line is the parent's.

use std::sync::Arc;

use egui::{Id, Ui};

use crate::exchange::merge::{FieldChange, Kind, MergePlan, Reason, Remark, RowKey, Standing, has_effect};

/// What a plan is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// What would become of the portfolio: what is not in the file stays.
    Would,
    /// What has become of it: what is not there any more is gone.
    Has,
}

/// The message that names a kind.
pub const fn word(sense: Sense, kind: Kind) -> &'static str {
    match kind {
        Kind::New => "import-new",
        Kind::Changed => "import-changed",
        Kind::Conflict => "import-conflict",
        Kind::RealSelf => "import-real-self",
        Kind::LeftOut => "import-left-out",
        Kind::NotInFile => match sense {
            Sense::Would => "import-not-in-file",
            Sense::Has => "compare-gone",
        },
        Kind::Unchanged => "import-unchanged",
    }
}

/// One line of the list.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    Record(RowKey),
    /// A subscription of which it is not known whose it is.
    Unplaced(usize),
    /// One field that changes, of the record before.
    Change(RowKey, usize),
    /// One field of which portfolio and file disagree.
    Conflict(RowKey, usize),
    /// One field that a confirmed proposal fills in of a new record.
    Filled(RowKey, usize),
    Remark(RowKey, usize),
}

/// A record of the plan, whatever its kind.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub standing: &'a Standing,
    pub filled: &'a [FieldChange],
    pub remarks: &'a [Remark],
}

/// The record of a row; `None` for what is no record.
pub fn record(plan: &MergePlan, key: RowKey) -> Option<Record<'_>> {
    match key {
        RowKey::Rules | RowKey::Partner => None,
        RowKey::Answer(at) => {
            plan.answers.get(at).map(|row| Record { standing: &row.standing, filled: &[], remarks: &[] })
        }
        RowKey::Offer(at) => plan.offers.get(at).map(|row| Record {
            standing: &row.standing,
            filled: &row.filled,
            remarks: &row.remarks,
        }),
        RowKey::Customer(at) => plan.customers.get(at).map(|row| Record {
            standing: &row.standing,
            filled: &row.filled,
            remarks: &row.remarks,
        }),
        RowKey::Subscription(at, of) => plan
            .customers
            .get(at)
            .and_then(|row| row.subscriptions.get(of))
            .map(|row| Record { standing: &row.standing, filled: &row.filled, remarks: &row.remarks }),
        RowKey::Upgrade(at) => {
            plan.upgrades.get(at).map(|row| Record { standing: &row.standing, filled: &[], remarks: &row.remarks })
        }
    }
}

/// Why a record is left out, where it is.
pub const fn reason(standing: &Standing) -> Option<&Reason> {
    match standing {
        Standing::LeftOut(reason) => Some(reason),
        Standing::New
        | Standing::Changed(_)
        | Standing::Unchanged
        | Standing::Conflict { .. }
        | Standing::RealSelfOf { .. }
        | Standing::NotInFile => None,
    }
}

struct Lines<'a> {
    plan: &'a MergePlan,
    sense: Sense,
    shows: Option<Kind>,
    all: Vec<Line>,
}

impl Lines<'_> {
    /// Without a choice everything is shown that something becomes of.
    fn is_shown(&self, standing: &Standing) -> bool {
        let kind = Kind::of(standing);
        let stays = kind == Kind::Unchanged || kind == Kind::NotInFile && self.sense == Sense::Would;
        self.shows.map_or(!stays, |shows| shows == kind)
    }

    fn has(&self, key: RowKey) -> bool {
        record(self.plan, key)
            .is_some_and(|record| self.is_shown(record.standing) || !record.remarks.is_empty() && self.shows.is_none())
    }

    fn put(&mut self, key: RowKey) {
        self.all.push(Line::Record(key));
        let Some(Record { standing, filled, remarks }) = record(self.plan, key) else { return };
        if let Standing::Conflict { fields, .. } = standing {
            self.all.extend((0..fields.len()).map(|at| Line::Conflict(key, at)));
        }
        self.all.extend((0..standing.changes(None).len()).map(|at| Line::Change(key, at)));
        self.all.extend((0..filled.len()).map(|at| Line::Filled(key, at)));
        self.all.extend((0..remarks.len()).map(|at| Line::Remark(key, at)));
    }
}

fn lines_of(plan: &MergePlan, sense: Sense, shows: Option<Kind>) -> Vec<Line> {
    let mut lines = Lines { plan, sense, shows, all: Vec::new() };
    if shows.is_none_or(|shows| shows == Kind::Changed) {
        lines.all.extend(plan.rules.is_some().then_some(Line::Record(RowKey::Rules)));
        lines.all.extend(plan.partner.is_some().then_some(Line::Record(RowKey::Partner)));
    }
    for (at, customer) in plan.customers.iter().enumerate() {
        let within = (0..customer.subscriptions.len()).map(|of| RowKey::Subscription(at, of));
        let within: Vec<RowKey> = within.filter(|key| lines.has(*key)).collect();
        // A customer stands above their subscriptions, even one of whom nothing changes.
        if lines.has(RowKey::Customer(at)) {
            lines.put(RowKey::Customer(at));
        } else if !within.is_empty() {
            lines.all.push(Line::Record(RowKey::Customer(at)));
        }
        for key in within {
            lines.put(key);
        }
    }
    for (at, record) in plan.unplaced.iter().enumerate() {
        lines.all.extend(lines.is_shown(&record.standing).then_some(Line::Unplaced(at)));
    }
    let others = (0..plan.offers.len()).map(RowKey::Offer);
    let others = others.chain((0..plan.upgrades.len()).map(RowKey::Upgrade));
    let others = others.chain((0..plan.answers.len()).map(RowKey::Answer));
    for key in others {
        if lines.has(key) {
            lines.put(key);
        }
    }
    lines.all
}

/// The lines of the plan that was last drawn.
#[derive(Clone, Debug)]
struct Cache {
    plan: usize,
    customers: usize,
    sense: Sense,
    shows: Option<Kind>,
    /// The frame in which it was drawn: another plan can come to lie where one lay that is gone.
    frame: u64,
    lines: Arc<Vec<Line>>,
}

/// The lines of a plan, worked out once. A plan is known by its place in memory: another dialog has another one.
pub fn cached(ui: &Ui, plan: &MergePlan, sense: Sense, shows: Option<Kind>) -> Arc<Vec<Line>> {
    let id = Id::unique("plan-lines");
    let (place, customers) = (std::ptr::from_ref(plan).addr(), plan.customers.len());
    let frame = ui.ctx().cumulative_frame_nr();
    let found: Option<Cache> = ui.data(|data| data.get_temp(id));
    let is_same = |found: &Cache| {
        found.plan == place && found.customers == customers && (found.sense, found.shows) == (sense, shows)
    };
    let found = found.filter(|found| is_same(found) && frame <= found.frame + 1);
    let lines = found.map_or_else(|| Arc::new(lines_of(plan, sense, shows)), |found| found.lines);
    ui.data_mut(|data| {
        data.insert_temp(id, Cache { plan: place, customers, sense, shows, frame, lines: Arc::clone(&lines) })
    });
    lines
}

/// Every row that a person can take or leave.
pub fn takeable(plan: &MergePlan) -> Vec<RowKey> {
    let mut keys = Vec::new();
    for (at, customer) in plan.customers.iter().enumerate() {
        keys.push(RowKey::Customer(at));
        keys.extend((0..customer.subscriptions.len()).map(|of| RowKey::Subscription(at, of)));
    }
    keys.extend((0..plan.offers.len()).map(RowKey::Offer));
    keys.extend((0..plan.upgrades.len()).map(RowKey::Upgrade));
    keys.extend((0..plan.answers.len()).map(RowKey::Answer));
    keys.retain(|key| record(plan, *key).is_some_and(|record| has_effect(record.standing, record.remarks)));
    keys
}
