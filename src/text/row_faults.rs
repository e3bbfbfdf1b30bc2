//! What is wrong with a row of a table, or with an item of a saved answer.

use super::Words;
use crate::state::diagnosis::{FaultReason, Malformed, RowFault};

impl Words {
    /// What is wrong, without saying where it stands.
    #[must_use]
    pub fn fault_reason(&self, reason: &FaultReason) -> String {
        let id = match reason {
            FaultReason::Contradicts { line } => {
                return self.with("fault-contradicts", &[("line", line.to_string().into())]);
            }
            FaultReason::CellCount { cells, header } => {
                return self.with("fault-cell-count", &[("cells", (*cells).into()), ("header", (*header).into())]);
            }
            FaultReason::Missing => "fault-missing",
            FaultReason::NotANumber => "fault-not-a-number",
            FaultReason::NotADate => "fault-not-a-date",
            FaultReason::NotYesOrNo => "fault-not-yes-or-no",
            FaultReason::AmbiguousDay => "fault-ambiguous-day",
            FaultReason::NotPrivileges => "fault-not-privileges",
            FaultReason::NotText => "fault-not-text",
            FaultReason::TooLong => "fault-too-long",
            FaultReason::NoCustomer => "fault-no-customer",
            FaultReason::NoSubscription => "fault-no-subscription",
            FaultReason::NotParsed(malformed) => match malformed {
                Malformed::TooDeep => "malformed-deep",
                Malformed::Ends => "malformed-ends",
                Malformed::NoColon => "malformed-colon",
                Malformed::NoName => "malformed-name",
                Malformed::OpenText => "malformed-open-text",
                Malformed::Backslash => "malformed-backslash",
                Malformed::NoValue => "malformed-value",
                Malformed::NoAnswer => "malformed-answer",
                Malformed::NoRecord => "malformed-record",
                Malformed::NoWord => "malformed-word",
                Malformed::NoId => "malformed-id",
                Malformed::NoText => "malformed-text",
                Malformed::NoReason => "malformed-reason",
            },
        };
        self.say(id).to_owned()
    }

    /// The line, the column, what is wrong, and what stands there.
    #[must_use]
    pub fn row_fault(&self, fault: &RowFault) -> String {
        let RowFault { line, column, reason, value, cells: _ } = fault;
        let (line, why) = (line.to_string(), self.fault_reason(reason));
        match (column.is_empty(), value.is_empty()) {
            (true, _) => self.with("fault-in-row", &[("line", line.into()), ("why", why.into())]),
            (false, true) => self.with(
                "fault-in-column",
                &[("line", line.into()), ("column", column.as_str().into()), ("why", why.into())],
            ),
            (false, false) => self.with(
                "fault-in-cell",
                &[
                    ("line", line.into()),
                    ("column", column.as_str().into()),
                    ("why", why.into()),
                    ("value", value.as_str().into()),
                ],
            ),
        }
    }
}
