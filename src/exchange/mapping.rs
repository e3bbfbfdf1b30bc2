//! Which column of a person's own table is what: set once, and remembered by the table's header. Reading such a table is `own_columns`'.

use super::merge::Field;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The Microsoft ID.
    CustomerId,
    SubscriptionId,
    /// One field of a customer or of a subscription.
    Field(Field),
    /// The reseller that sold it: the partner's name or MPN id, another's, or nothing.
    Reseller,
}

/// What each column of a table holds, in the order of its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// `None` for a column that is not read.
    pub columns: Vec<Option<Column>>,
}
