//! The columns of a list as they are being chosen: each with its place, and whether it is shown.

use crate::model::{AnyColumn, Columns, List};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnsDraft {
    /// In their order, those that are not shown too.
    pub lines: Vec<(AnyColumn, bool)>,
}

impl ColumnsDraft {
    /// What a list shows, and behind it what it could show.
    #[must_use]
    pub fn of(columns: &Columns, list: List) -> Self {
        let shown = columns.of(list);
        let hidden = list.columns().into_iter().filter(|column| !shown.contains(column)).map(|column| (column, false));
        let hidden: Vec<_> = hidden.collect();
        Self { lines: shown.into_iter().map(|column| (column, true)).chain(hidden).collect() }
    }

    /// Swaps a column with the one above it.
    pub fn raise(&mut self, at: usize) {
        if at > 0 && at < self.lines.len() {
            self.lines.swap(at - 1, at);
        }
    }

    /// Those that are to be shown.
    #[must_use]
    pub fn shown(&self) -> Vec<AnyColumn> {
        self.lines.iter().filter(|(_, is_shown)| *is_shown).map(|(column, _)| *column).collect()
    }
}
