//! From the rows of a table to customers with their subscriptions: whose a row is, and what is wrong in it. Which column is what is the parent's.

use std::collections::HashMap;

use super::super::as_read::AsRead;
use super::super::cell_value;
use super::super::incoming::{FaultReason, Faults, Note};
use super::super::mapping::Column;
use super::super::merge::Field;
use super::super::offer_names::OfferNames;
use super::super::said;
use super::super::source::Choices;
use super::super::table::Row;
use super::fields::{id, put_customer, put_subscription};
use super::{Dialect, is_of_customer};
use crate::model::{Channel, Customer, Customers, Id, Subscription};

/// Whose a row is: the customer's number, where the table has one, and id.
type Owner = (Option<i64>, Id);

/// A customer with what the rows said of them so far.
struct Met {
    customer: Customer,
    /// For each column the line that said it, and what it said.
    said: Vec<Option<(u64, String)>>,
}

pub(super) struct Records<'a> {
    dialect: Dialect,
    columns: Vec<Option<Column>>,
    /// The column of the customer's number.
    number: Option<usize>,
    header: Vec<String>,
    choices: &'a Choices,
    met: Vec<Met>,
    positions: HashMap<Owner, usize>,
    unplaced: Vec<Subscription>,
    /// What offers are called, where that tells which is meant.
    pub names: Option<OfferNames>,
    as_read: AsRead,
    pub asks_customer: bool,
    pub asks_subscription: bool,
}

/// What all rows came to.
pub(super) struct Finished {
    pub customers: Customers,
    pub unplaced: Vec<Subscription>,
    pub notes: Vec<Note>,
}

/// A cell that makes no sense: its column, and why.
type Wrong = (usize, FaultReason);

impl<'a> Records<'a> {
    pub fn new(
        dialect: Dialect,
        columns: Vec<Option<Column>>,
        number: Option<usize>,
        header: &[String],
        choices: &'a Choices,
    ) -> Self {
        Self {
            dialect,
            columns,
            number,
            header: header.to_vec(),
            choices,
            met: Vec::new(),
            positions: HashMap::new(),
            unplaced: Vec::new(),
            names: None,
            as_read: AsRead::default(),
            asks_customer: false,
            asks_subscription: false,
        }
    }

    /// Takes a row in, or puts it to the faults with everything that is wrong in it.
    pub fn take(&mut self, row: &Row, faults: &mut Faults) {
        if let Err(wrong) = self.try_to_take(row) {
            for (at, reason) in wrong {
                let column = self.header.get(at).map_or("", String::as_str);
                faults.push(row.fault(column, reason, row.get(Some(at))));
            }
        }
    }

    pub fn finish(self) -> Finished {
        let mut notes = self.names.map_or_else(Vec::new, OfferNames::notes);
        if self.dialect == Dialect::Foreign {
            notes.extend(self.as_read.notes());
        }
        Finished { customers: self.met.into_iter().map(|met| met.customer).collect(), unplaced: self.unplaced, notes }
    }

    fn try_to_take(&mut self, row: &Row) -> Result<(), Vec<Wrong>> {
        let mut wrong = Vec::new();
        let subscription = self.subscription(row, &mut wrong);
        let owner = self.owner(row, &mut wrong);
        self.asks_customer |= owner.is_none();
        let new = owner.as_ref().map(|(_, id)| self.customer(row, id, &mut wrong));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        match (owner.zip(new), subscription) {
            (Some((owner, new)), subscription) => self.place(row, owner, new, subscription),
            (None, Some(subscription)) => {
                // The portfolio can know whose it is.
                self.unplaced.push(subscription);
                Ok(())
            }
            (None, None) => {
                let at = self.position(Column::CustomerId).or_else(|| self.position(Column::Field(Field::CompanyName)));
                Err(vec![(at.unwrap_or(usize::MAX), FaultReason::NoCustomer)])
            }
        }
    }

    fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    /// The cells of the customer's columns, or of the subscription's, that are not empty.
    fn filled<'r>(&'r self, row: &'r Row, of_customer: bool) -> impl Iterator<Item = (usize, Column, &'r str)> {
        let cells = self.columns.iter().zip(&row.cells).enumerate();
        cells.filter_map(move |(at, (column, cell))| {
            let column = column.filter(|column| is_of_customer(*column) == of_customer)?;
            (!cell.trim().is_empty()).then_some((at, column, cell.as_str()))
        })
    }

    /// Whose the row is, as far as it or the person says.
    fn owner(&self, row: &Row, wrong: &mut Vec<Wrong>) -> Option<Owner> {
        let said = row.get(self.number);
        let number = match cell_value::number(said) {
            Ok(number) => Some(number),
            Err(_) if said.is_empty() => None,
            Err(reason) => {
                wrong.extend(self.number.map(|at| (at, reason)));
                None
            }
        };
        let said = self.filled(row, true).find(|(_, column, _)| *column == Column::CustomerId);
        let id = said.map(|(_, _, cell)| id(self.dialect, cell)).or_else(|| self.choices.customer.clone());
        id.map(|id| (number, id))
    }

    /// The customer that the row alone makes.
    fn customer(&self, row: &Row, id: &Id, wrong: &mut Vec<Wrong>) -> Customer {
        let mut customer = Customer::new(id.clone(), String::new());
        for (at, column, cell) in self.filled(row, true) {
            if let Column::Field(field) = column
                && let Err(reason) = put_customer(self.dialect, &mut customer, field, cell)
            {
                wrong.push((at, reason));
            }
        }
        customer
    }

    fn subscription(&mut self, row: &Row, wrong: &mut Vec<Wrong>) -> Option<Subscription> {
        let id_at = self.position(Column::SubscriptionId);
        let said = id_at.and_then(|at| row.cells.get(at)).filter(|cell| !cell.trim().is_empty());
        let own = match said {
            Some(cell) => id(self.dialect, cell),
            None => {
                let (first, ..) = self.filled(row, false).next()?;
                let Some(chosen) = self.choices.subscription.clone().filter(|_| id_at.is_none()) else {
                    // There is a subscription, and nobody says which.
                    self.asks_subscription |= id_at.is_none();
                    wrong.push((id_at.unwrap_or(first), FaultReason::NoSubscription));
                    return None;
                };
                chosen
            }
        };
        let mut subscription = Subscription::new(own, 0);
        for (at, column, cell) in self.filled(row, false) {
            let put = match column {
                Column::Field(field) => put_subscription(self.dialect, &mut subscription, field, cell),
                Column::Reseller => {
                    // A column that says more of it wins.
                    if subscription.channel == Channel::NotKnown {
                        subscription.channel = said::channel(cell, &self.choices.partner);
                    }
                    Ok(())
                }
                Column::CustomerId | Column::SubscriptionId => Ok(()),
            };
            wrong.extend(put.err().map(|reason| (at, reason)));
        }
        // No count is not none.
        let quantity = self.position(Column::Field(Field::Quantity));
        wrong.extend(quantity.filter(|at| row.get(Some(*at)).is_empty()).map(|at| (at, FaultReason::Missing)));
        if let Some(names) = &mut self.names {
            let id = subscription.offer_id.as_ref().map_or("", Id::as_str);
            subscription.offer_id = names.resolve(id, &subscription.offer_name);
        }
        if wrong.is_empty() {
            self.as_read.take(&subscription);
        }
        Some(subscription)
    }

    /// Puts the row with the others of its customer. What an earlier row said is not changed by a later one.
    fn place(
        &mut self,
        row: &Row,
        owner: Owner,
        new: Customer,
        subscription: Option<Subscription>,
    ) -> Result<(), Vec<Wrong>> {
        let said: Vec<(usize, Column, String)> =
            self.filled(row, true).map(|(at, column, cell)| (at, column, cell.to_owned())).collect();
        let next = self.met.len();
        let at = *self.positions.entry(owner).or_insert(next);
        if at == next {
            self.met.push(Met { customer: new, said: vec![None; self.columns.len()] });
        }
        let Some(Met { customer, said: earlier }) = self.met.get_mut(at) else { return Ok(()) };
        let contradiction = |(at, column, cell): &(usize, Column, String)| {
            let (line, said) = earlier.get(*at)?.as_ref()?;
            let differs = *column != Column::CustomerId && said.trim() != cell.trim();
            differs.then_some((*at, FaultReason::Contradicts { line: *line }))
        };
        let wrong: Vec<Wrong> = said.iter().filter_map(contradiction).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        for (at, column, cell) in said {
            let Some(slot) = earlier.get_mut(at).filter(|slot| slot.is_none()) else { continue };
            if let Column::Field(field) = column {
                // It made sense when the row was read.
                let _ = put_customer(self.dialect, customer, field, &cell);
            }
            *slot = Some((row.line, cell));
        }
        customer.subscriptions.extend(subscription);
        Ok(())
    }
}
