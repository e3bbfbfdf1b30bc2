//! Every subscription of every customer with its best target, verdict and first reason: the list of opportunities.

use std::hash::Hash;

use egui::Ui;

use super::customer_list::{hash_of, key_of, sorted};
use super::standing::{self, short};
use super::table::{self, Cell, Column, Happened, Picked, Rows, Table, Width};
use super::{Commands, View, list_menu, symbols, type_ahead};
use crate::model::{AnyColumn, Customer, Filter, List, ListColumn, Subscription};
use crate::state::{Command, Pick, SubscriptionColumn, SubscriptionRow, Tab, fold};

struct SubscriptionRows<'a> {
    view: View<'a>,
    columns: &'a [SubscriptionColumn],
}

impl<'a> SubscriptionRows<'a> {
    fn find(&self, row: usize) -> Option<(&'a Customer, &'a Subscription, &'a SubscriptionRow)> {
        let derived = &self.view.session.derived;
        let (customer_at, at) = *derived.subscriptions().get(row)?;
        // The record that was judged, which can be older for a moment while all is judged anew.
        let customer = derived.row(customer_at)?;
        let (subscription, judged) = customer.subscription(at)?;
        Some((&customer.record, subscription, judged))
    }
}

impl Rows for SubscriptionRows<'_> {
    fn key(&self, row: usize) -> impl Hash {
        self.view.session.derived.subscriptions().get(row).copied()
    }

    fn is_picked(&self, row: usize) -> bool {
        let picked = &self.view.session.picked.subscriptions;
        !picked.is_empty()
            && self.find(row).is_some_and(|(customer, record, _)| picked.has(&(customer.id.clone(), record.id.clone())))
    }

    fn sentence(&self, row: usize) -> Option<String> {
        if !self.view.session.settings.columns.subscriptions.is_as_at_first() {
            return None;
        }
        let (customer, subscription, derived) = self.find(row)?;
        Some(self.view.words.with(
            "row-subscription-of",
            &[
                ("company", customer.company_name.as_str().into()),
                ("offer", self.view.naming().subscription(subscription).to_owned().into()),
                ("licenses", subscription.quantity.into()),
                ("status", self.view.words.status(&subscription.status).into()),
                ("verdict", standing::verdict(self.view, subscription, derived).into()),
            ],
        ))
    }

    fn detail(&self, row: usize) -> String {
        let Some((_, subscription, derived)) = self.find(row) else { return String::new() };
        if derived.targets.is_empty() {
            standing::reason(self.view, subscription, derived).to_owned()
        } else {
            standing::targets(self.view, &derived.targets)
        }
    }

    fn cell(&self, row: usize, column: usize, cell: &mut Cell<'_>) {
        let (Some((customer, subscription, derived)), Some(column)) = (self.find(row), self.columns.get(column)) else {
            return;
        };
        let palette = cell.palette();
        let words = self.view.words;
        match column {
            SubscriptionColumn::Customer => cell.text(&customer.company_name),
            SubscriptionColumn::Offer => cell.text(short(self.view.naming().subscription(subscription))),
            SubscriptionColumn::Licenses => cell.text(&words.number(subscription.quantity)),
            SubscriptionColumn::Status => {
                cell.colored(words.status(&subscription.status), symbols::status_color(&subscription.status, palette));
            }
            SubscriptionColumn::Renewal => {
                cell.weak(&subscription.commitment_end.map_or_else(|| "–".to_owned(), |day| day.to_string()));
            }
            SubscriptionColumn::Verdict => {
                standing::cell(cell, subscription, derived, standing::verdict(self.view, subscription, derived));
            }
            SubscriptionColumn::Target => cell.text(&standing::targets(self.view, &derived.targets)),
            SubscriptionColumn::Reason => cell.weak(standing::reason(self.view, subscription, derived)),
            SubscriptionColumn::Channel => cell.text(&words.channel(&subscription.channel)),
        }
    }
}

/// The table's own id.
pub fn id() -> egui::Id {
    egui::Id::unique("all-subscriptions")
}

/// Selects the first row.
pub fn first(view: View<'_>) -> Option<Command> {
    let (customer, subscription, _) = SubscriptionRows { view, columns: &[] }.find(0)?;
    Some(select(customer, subscription))
}

pub fn all_subscriptions_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let shown = view.session.derived.subscriptions();
    if shown.is_empty() {
        let (title, hint) = if view.session.derived.is_void() {
            ("empty-working", "empty-working-hint")
        } else if view.session.derived.totals().subscriptions == 0 {
            ("empty-subscriptions", "empty-subscriptions-hint")
        } else {
            ("empty-search", "empty-search-hint")
        };
        table::empty_ui(ui, view.say(title), view.say(hint));
        return;
    }
    let all = view.session.derived.totals().subscriptions;
    if view.session.picked.subscriptions.is_empty() && shown.len() == all {
        list_ui(ui, view, shown, commands);
        return;
    }
    let (mut list, mut foot) = table::above_foot(ui, super::theme::FOOT_HEIGHT);
    list_ui(&mut list, view, shown, commands);
    if !list_menu::picked_ui(&mut foot, view, commands) {
        list_menu::shown_of_ui(&mut foot, view, shown.len(), all);
    }
}

/// With less room than this the records' own words need more of it than ours.
const ROOMY: f32 = 1000.0;

/// What a column needs at least where there is little room.
const fn least_width(column: SubscriptionColumn) -> f32 {
    match column {
        SubscriptionColumn::Customer | SubscriptionColumn::Offer | SubscriptionColumn::Target => 128.0,
        SubscriptionColumn::Reason => 112.0,
        SubscriptionColumn::Licenses => 76.0,
        SubscriptionColumn::Status => 80.0,
        SubscriptionColumn::Renewal => 104.0,
        SubscriptionColumn::Verdict => VERDICT_WIDTH,
        SubscriptionColumn::Channel => 96.0,
    }
}

/// Its words are ours, and none of them is to be shortened.
const VERDICT_WIDTH: f32 = 172.0;

/// What waits for a wider list, the first one first.
const WAITING: [SubscriptionColumn; 6] = [
    SubscriptionColumn::Channel,
    SubscriptionColumn::Renewal,
    SubscriptionColumn::Licenses,
    SubscriptionColumn::Status,
    SubscriptionColumn::Reason,
    SubscriptionColumn::Target,
];

fn column<'a>(view: View<'a>, kind: &SubscriptionColumn, is_roomy: bool, has_channel: bool) -> Column<'a> {
    Column {
        title: view.words.subscription_column(*kind),
        name: view.words.column_in_full(AnyColumn::Subscription(*kind)),
        names_row: *kind == SubscriptionColumn::NAME,
        width: match (kind, is_roomy) {
            (SubscriptionColumn::Customer | SubscriptionColumn::Offer | SubscriptionColumn::Target, _) => {
                Width::Share(2.7)
            }
            // Its words are ours, and none of them is to be shortened, also where all columns share the room.
            (SubscriptionColumn::Reason, true) => Width::Share(if has_channel { 4.2 } else { 3.5 }),
            (SubscriptionColumn::Reason, false) => Width::Share(2.2),
            (SubscriptionColumn::Licenses, _) => Width::Exactly(76.0),
            (SubscriptionColumn::Status, _) => Width::Exactly(if is_roomy { 92.0 } else { 80.0 }),
            (SubscriptionColumn::Renewal, _) => Width::Exactly(104.0),
            (SubscriptionColumn::Verdict, _) => Width::Exactly(VERDICT_WIDTH),
            (SubscriptionColumn::Channel, _) => Width::Exactly(if is_roomy { 120.0 } else { 96.0 }),
        },
        right: matches!(kind, SubscriptionColumn::Licenses),
        sorted: sorted(&view.session.sorting.subscriptions, kind),
    }
}

fn list_ui(ui: &mut Ui, view: View<'_>, shown: &[(u32, u32)], commands: &mut Commands) {
    let chosen = view.session.settings.columns.subscriptions.as_slice();
    let sorted_by = view.session.sorting.subscriptions.column;
    let kinds = table::fitting(chosen, &WAITING, Some(sorted_by), ui.available_width(), least_width);
    let is_roomy = ui.available_width() >= ROOMY;
    let has_channel = kinds.contains(&SubscriptionColumn::Channel);
    let columns: Vec<Column<'_>> = kinds.iter().map(|kind| column(view, kind, is_roomy, has_channel)).collect();
    let rows = SubscriptionRows { view, columns: &kinds };
    let selection = &view.session.selection;
    let selected = selected_row(view);
    let list = Table {
        id: id(),
        name: view.say("tab-subscriptions"),
        words: view.words,
        columns: &columns,
        rows: shown.len(),
        selected,
        picked: Some(view.session.picked.subscriptions.len()),
        selection_key: key_of(&[selection.customer.as_ref(), selection.subscription.as_ref()]),
        order_key: order_key(view),
    };
    let mut happened = list.show(ui, &rows);
    commands.extend(happened.copied.take().map(Command::CopyText));
    if let Some(kind) = happened.head.and_then(|at| kinds.get(at)) {
        commands.push(Command::SortSubscriptions(*kind));
    }
    let typed = happened.typed.as_ref().map(|typed| fold(&table::type_ahead(ui, list.id.with("typed"), typed)));
    let found = typed.and_then(|word| {
        type_ahead::find(&word, shown.len(), selected, |row, word| {
            let row = shown.get(row).and_then(|(customer, _)| view.session.derived.row(*customer));
            row.is_some_and(|row| row.begins_with(word))
        })
    });
    if found.is_some() {
        table::focus(ui.ctx(), list.id);
    }
    for row in [happened.chosen, found].into_iter().flatten() {
        if (Some(row) != selected || !view.session.picked.subscriptions.is_empty())
            && let Some((customer, subscription, _)) = rows.find(row)
        {
            commands.push(select(customer, subscription));
        }
    }
    commands.extend(happened.picked.and_then(|picked| pick(&rows, picked)));
    if let Some((customer, subscription, _)) = happened.opened.and_then(|row| rows.find(row)) {
        commands.push(select(customer, subscription));
        commands.push(Command::ShowTab(Tab::Customers));
        table::focus(ui.ctx(), super::subscription_list::id());
    }
    menus(&happened, view, commands);
}

/// Changes with what is shown and in which order, by the person's own wish.
fn order_key(view: View<'_>) -> u64 {
    let by = view.session.sorting.subscriptions;
    let filters = Filter::ALL.map(|filter| view.session.filters.has(filter));
    hash_of(&(by.column, by.descending, filters, &view.session.search))
}

/// What selecting a row beside others asks for.
fn pick(rows: &SubscriptionRows<'_>, picked: Picked) -> Option<Command> {
    let ids = |row| rows.find(row).map(|(customer, record, _)| (customer.id.clone(), record.id.clone()));
    Some(Command::PickSubscriptions(match picked {
        Picked::Toggle(row) => Pick::Toggle(ids(row)?),
        Picked::Through(row) => Pick::Through(ids(row)?),
        Picked::Lead(row) => Pick::Lead(ids(row)?),
    }))
}

fn menus(happened: &Happened, view: View<'_>, commands: &mut Commands) {
    list_menu::head_menu(happened.head_menu.as_ref(), view, List::Subscriptions, commands);
    let Some((_, response)) = &happened.context else { return };
    list_menu::row_menu(response, view, &[("menu-upgrade", Command::AskUpgrade { target: None })], commands);
}

fn select(customer: &Customer, subscription: &Subscription) -> Command {
    Command::SelectSubscription { customer: customer.id.clone(), subscription: subscription.id.clone() }
}

/// Where the selected subscription stands in the list.
fn selected_row(view: View<'_>) -> Option<usize> {
    let selection = &view.session.selection;
    let customer_at = view.portfolio.customers.position(selection.customer.as_ref()?)?;
    let customer = view.portfolio.customers.at(customer_at)?;
    let id = selection.subscription.as_ref()?;
    let at = customer.subscriptions.iter().position(|subscription| subscription.id == *id)?;
    let wanted = (u32::try_from(customer_at).ok()?, u32::try_from(at).ok()?);
    view.session.derived.place_of_subscription(wanted)
}
