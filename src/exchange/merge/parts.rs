//! What a plan's rows are made of: the records before and those of the file, by position, so that any selection of rows becomes edits. Composing them is `compose`'s.

use std::sync::Arc;

use uuid::Uuid;

use super::super::incoming::Supplied;
use super::Into;
use super::real_ids::Rename;
use crate::model::{Customer, HistoryEntry, Offer, Upgrade};

/// Behind a plan's rows, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The id of the portfolio that is imported into.
    pub portfolio: Uuid,
    pub into: Into,
    pub supplied: Supplied,
    pub customers: Vec<CustomerParts>,
    pub offers: Vec<OfferParts>,
    pub upgrades: Vec<UpgradeParts>,
    /// In the order in which they are carried out.
    pub renames: Vec<Rename>,
    /// The recorded upgrades as they are now.
    pub present_upgrades: Vec<Arc<Upgrade>>,
    /// Lines of the file's own history that come in, and how many there are already.
    pub history: Vec<Arc<HistoryEntry>>,
    pub present_history: usize,
    /// Where the next new customer and offer come.
    pub customers_end: usize,
    pub offers_end: usize,
    /// How many answers the portfolio has.
    pub answers_end: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerParts {
    /// The present record and its position; `None` where it is new or left out.
    pub old: Option<(usize, Arc<Customer>)>,
    /// The file's record; `None` where it is not in the file.
    pub incoming: Option<Arc<Customer>>,
    /// One for each subscription's row.
    pub subscriptions: Vec<Place>,
}

/// Where a subscription of the file goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere.
    Out,
    /// It is the record at this position; with it goes the renaming, by its position, that it hangs on.
    At(usize, Option<usize>),
    /// It comes behind those that are there.
    Behind,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferParts {
    /// The present record and its position; `None` where it is new or left out.
    pub old: Option<(usize, Arc<Offer>)>,
    pub incoming: Option<Arc<Offer>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UpgradeParts {
    /// The position of the present record.
    pub old: Option<usize>,
    pub incoming: Option<Arc<Upgrade>>,
    /// Before which of the present ones a new one comes.
    pub before: usize,
    /// The row of its customer, where the file brings both.
    pub customer: Option<usize>,
}
