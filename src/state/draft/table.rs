//! The dialog for a table to be exported, as chosen: which rows, which columns, which kind of file.

use std::collections::BTreeSet;

use crate::exchange::COLUMNS;

/// Which subscriptions stand in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableRows {
    #[default]
    All,
    /// Those that the list shows, as searched and filtered.
    Filtered,
    /// Those of the selected customer.
    Customer,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDraft {
    pub rows: TableRows,
    /// The names of our own columns.
    pub columns: BTreeSet<&'static str>,
    /// What the rules say, beside them.
    pub verdicts: bool,
    /// The id of the format.
    pub format: &'static str,
}

impl Default for TableDraft {
    fn default() -> Self {
        let columns = COLUMNS.iter().map(|(name, _)| *name).collect();
        Self { rows: TableRows::All, columns, verdicts: true, format: "xlsx" }
    }
}
