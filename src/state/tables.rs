//! The rows and columns of a table that is exported, as the person chose them. Writing it is `exchange`'s.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::{TableDraft, TableRows};
use super::{AppState, VerdictColumns};
use crate::exchange::CUSTOMER_NUMBER;
use crate::model::{Customer, Customers, Portfolio};

/// A table as it was chosen, until its file is named.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chosen {
    /// What the records are judged in.
    pub whole: Arc<Portfolio>,
    /// The portfolio with the chosen subscriptions alone.
    pub rows: Portfolio,
    /// The names of the columns.
    pub columns: BTreeSet<String>,
}

pub(super) fn chosen(state: &AppState) -> Chosen {
    Chosen { whole: Arc::new(state.portfolio.clone()), rows: rows(state), columns: columns(state) }
}

/// The portfolio with the chosen subscriptions alone, in its order.
fn rows(state: &AppState) -> Portfolio {
    let AppState { portfolio, session, drafts } = state;
    let customers: Customers = match drafts.table.rows {
        TableRows::All => portfolio.customers.clone(),
        TableRows::Customer => state.customer().map(|customer| Customer::clone(customer)).into_iter().collect(),
        TableRows::Filtered => {
            let mut shown: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
            for (customer, subscription) in session.derived.subscriptions() {
                shown.entry(*customer).or_default().insert(*subscription);
            }
            let part = |(at, of): (u32, BTreeSet<u32>)| {
                let customer = portfolio.customers.at(usize::try_from(at).ok()?)?;
                let all = customer.subscriptions.iter().zip(0_u32..);
                let subscriptions = all.filter(|(_, at)| of.contains(at)).map(|(record, _)| record.clone()).collect();
                Some(Customer { subscriptions, ..Customer::clone(customer) })
            };
            shown.into_iter().filter_map(part).collect()
        }
    };
    Portfolio { customers, ..portfolio.clone() }
}

/// The names of the chosen columns.
fn columns(state: &AppState) -> BTreeSet<String> {
    let TableDraft { rows: _, columns, verdicts, format: _ } = &state.drafts.table;
    let own = columns.iter().map(|name| (*name).to_owned());
    let beside = VerdictColumns::of(&state.portfolio, Arc::clone(&state.session.catalog));
    let beside = if *verdicts { beside.headers().to_vec() } else { Vec::new() };
    // It is there only where it is needed to tell customers apart.
    own.chain([CUSTOMER_NUMBER.to_owned()]).chain(beside).collect()
}
