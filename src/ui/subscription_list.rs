//! The subscriptions of the selected customer, add-ons indented below their base.

use std::hash::Hash;

use egui::Ui;

use super::customer_list::key_of;
use super::table::{self, Cell, Column, Rows, Table, Width};
use super::{Commands, View, button, icons, list_menu, standing, symbols};
use crate::model::{AnyColumn, Customer, HeldColumn, List, ListColumn, Status, Subscription};
use crate::rules::{Verdict, is_upgraded};
use crate::state::{Command, SubscriptionRow};

struct SubscriptionRows<'a> {
    view: View<'a>,
    customer: &'a Customer,
    position: u32,
    columns: &'a [HeldColumn],
    /// There is room for whole names.
    is_roomy: bool,
}

impl<'a> SubscriptionRows<'a> {
    fn find(&self, row: usize) -> Option<(&'a Subscription, &'a SubscriptionRow)> {
        let derived = self.view.session.derived.row(self.position)?;
        let record = self.customer.subscriptions.get(row)?;
        // While all is judged anew, a row can still be another record's.
        let (judged, derived) = derived.subscription(u32::try_from(row).ok()?)?;
        (judged.id == record.id).then_some((record, derived))
    }

    /// What the verdict comes to: where it can go, or why not.
    fn says(&self, subscription: &Subscription, row: &SubscriptionRow) -> String {
        let view = self.view;
        match row.verdict {
            _ if is_upgraded(subscription) => view.say("row-upgraded").to_owned(),
            Verdict::Eligible => standing::targets(view, &row.targets),
            Verdict::NotKnown | Verdict::NotEligible => standing::reason(view, subscription, row).to_owned(),
            Verdict::NoPath => view.say(standing::no_path(view, subscription).unwrap_or("verdict-no-path")).to_owned(),
        }
    }
}

impl Rows for SubscriptionRows<'_> {
    fn key(&self, row: usize) -> impl Hash {
        self.customer.subscriptions.get(row).map(|subscription| subscription.id.clone())
    }

    fn sentence(&self, row: usize) -> Option<String> {
        if !self.view.session.settings.columns.held.is_as_at_first() {
            return None;
        }
        let (subscription, derived) = self.find(row)?;
        Some(self.view.words.with(
            "row-subscription",
            &[
                ("offer", self.view.naming().subscription(subscription).to_owned().into()),
                ("licenses", subscription.quantity.into()),
                ("status", self.view.words.status(&subscription.status).into()),
                ("verdict", standing::verdict(self.view, subscription, derived).into()),
            ],
        ))
    }

    fn detail(&self, row: usize) -> String {
        let Some((subscription, derived)) = self.find(row) else { return String::new() };
        self.says(subscription, derived)
    }

    fn cell(&self, row: usize, column: usize, cell: &mut Cell<'_>) {
        let (Some((subscription, derived)), Some(column)) = (self.find(row), self.columns.get(column)) else { return };
        let palette = cell.palette();
        let words = self.view.words;
        let is_closed = matches!(subscription.status, Status::Deleted | Status::Expired);
        match column {
            HeldColumn::Subscription => {
                if subscription.parent_id.is_some() {
                    cell.indent(18.0);
                }
                let name = self.view.naming().subscription(subscription);
                let name = if self.is_roomy || cell.is_said() { name } else { standing::short(name) };
                if is_closed { cell.weak(name) } else { cell.text(name) }
            }
            HeldColumn::Licenses => cell.text(&words.number(subscription.quantity)),
            HeldColumn::Status => {
                cell.colored(words.status(&subscription.status), symbols::status_color(&subscription.status, palette));
            }
            HeldColumn::Renewal => {
                cell.weak(&subscription.commitment_end.map_or_else(|| "–".to_owned(), |day| day.to_string()));
            }
            HeldColumn::Verdict => standing::cell(cell, subscription, derived, &self.says(subscription, derived)),
        }
    }
}

/// With less room than this offers go by the part of their names that tells them apart.
const ROOMY: f32 = 720.0;

/// What a column needs at least.
const fn least_width(column: HeldColumn) -> f32 {
    match column {
        HeldColumn::Subscription => 150.0,
        HeldColumn::Licenses => 76.0,
        HeldColumn::Status => 88.0,
        HeldColumn::Renewal => 104.0,
        HeldColumn::Verdict => 170.0,
    }
}

/// What waits for a wider list, the first one first.
const WAITING: [HeldColumn; 3] = [HeldColumn::Renewal, HeldColumn::Licenses, HeldColumn::Status];

/// The columns that are to be shown and that there is room for.
fn columns_for(view: View<'_>, width: f32) -> Vec<HeldColumn> {
    let chosen = view.session.settings.columns.held.as_slice();
    table::fitting(chosen, &WAITING, None, width, least_width)
}

/// The table's own id.
pub fn id() -> egui::Id {
    egui::Id::unique("subscription-list")
}

pub fn subscription_list_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, commands: &mut Commands) {
    let Some(position) = view.portfolio.customers.position(&customer.id).and_then(|at| u32::try_from(at).ok()) else {
        return;
    };
    let (mut list, mut foot) = table::above_foot(ui, super::theme::FOOT_HEIGHT);
    list_ui(&mut list, view, customer, position, commands);
    let add = view.say("add-subscription");
    if button::blocked_by_ui(&mut foot, &view.why_read_only(), |ui| button::sign_text_ui(ui, icons::PLUS, add)) {
        commands.push(Command::AskNewSubscription { parent: None });
    }
}

fn list_ui(ui: &mut Ui, view: View<'_>, customer: &Customer, position: u32, commands: &mut Commands) {
    if customer.subscriptions.is_empty() {
        table::empty_ui(ui, view.say("empty-customer"), view.say("empty-customer-hint"));
        return;
    }
    let is_roomy = ui.available_width() >= ROOMY;
    let kinds = columns_for(view, ui.available_width());
    let column = |kind: &HeldColumn| Column {
        title: view.words.held_column(*kind),
        name: view.words.column_in_full(AnyColumn::Held(*kind)),
        names_row: *kind == HeldColumn::NAME,
        width: match kind {
            HeldColumn::Subscription => Width::Share(1.2),
            HeldColumn::Licenses => Width::Exactly(76.0),
            HeldColumn::Status => Width::Exactly(88.0),
            HeldColumn::Renewal => Width::Exactly(104.0),
            HeldColumn::Verdict => Width::Share(if is_roomy { 1.0 } else { 1.3 }),
        },
        right: *kind == HeldColumn::Licenses,
        sorted: None,
    };
    let columns: Vec<Column<'_>> = kinds.iter().map(column).collect();
    let rows = SubscriptionRows { view, customer, position, columns: &kinds, is_roomy };
    let selected = view.session.selection.subscription.as_ref();
    let list = Table {
        id: id(),
        name: view.say("column-subscriptions-of"),
        words: view.words,
        columns: &columns,
        rows: customer.subscriptions.len(),
        selected: selected.and_then(|id| customer.subscriptions.iter().position(|other| other.id == *id)),
        picked: None,
        selection_key: key_of(&[Some(&customer.id), selected]),
        order_key: 0,
    };
    let mut happened = list.show(ui, &rows);
    list_menu::head_menu(happened.head_menu.as_ref(), view, List::Held, commands);
    commands.extend(happened.copied.take().map(Command::CopyText));
    if let Some((subscription, _)) = happened.chosen.and_then(|row| rows.find(row))
        && Some(&subscription.id) != selected
    {
        commands
            .push(Command::SelectSubscription { customer: customer.id.clone(), subscription: subscription.id.clone() });
    }
    if happened.opened.is_some() {
        commands.push(Command::AskUpgrade { target: None });
    }
}
