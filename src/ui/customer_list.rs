//! The customer list. Order and filters are the state's.

use std::hash::Hash;

use egui::Ui;

use super::table::{self, Cell, Column, Happened, Picked, Rows, Sorted, Table, Width};
use super::{Commands, View, button, icons, list_menu, spoken, type_ahead};
use crate::model::{AnyColumn, Customer, Id, List, ListColumn};
use crate::rules::Verdict;
use crate::state::{Command, CustomerColumn, CustomerRow, Opening, Pick, Toggle, fold};
use crate::text::{file_name, shown};

const SUBSCRIPTIONS_WIDTH: f32 = 50.0;
const UPGRADABLE_WIDTH: f32 = 78.0;
const DELEGATED_ADMIN_WIDTH: f32 = 74.0;

struct CustomerRows<'a> {
    view: View<'a>,
    columns: &'a [CustomerColumn],
}

impl<'a> CustomerRows<'a> {
    fn find(&self, row: usize) -> Option<(&'a Customer, &'a CustomerRow)> {
        let position = *self.view.session.derived.customers().get(row)?;
        let row = self.view.session.derived.row(position)?;
        Some((&row.record, row))
    }
}

impl Rows for CustomerRows<'_> {
    fn key(&self, row: usize) -> impl Hash {
        self.view.session.derived.customers().get(row).copied()
    }

    fn is_picked(&self, row: usize) -> bool {
        self.find(row).is_some_and(|(customer, _)| self.view.session.picked.customers.has(&customer.id))
    }

    fn sentence(&self, row: usize) -> Option<String> {
        if !self.view.session.settings.columns.customers.is_as_at_first() {
            return None;
        }
        let (customer, derived) = self.find(row)?;
        Some(self.view.words.with(
            "row-customer",
            &[
                ("company", customer.company_name.as_str().into()),
                ("subscriptions", customer.subscriptions.len().into()),
                ("eligible", derived.eligible.into()),
                ("unknown", derived.not_known.into()),
            ],
        ))
    }

    fn cell(&self, row: usize, column: usize, cell: &mut Cell<'_>) {
        let (Some((customer, derived)), Some(column)) = (self.find(row), self.columns.get(column)) else { return };
        let palette = cell.palette();
        let words = self.view.words;
        match column {
            CustomerColumn::Company => cell.text(&customer.company_name),
            CustomerColumn::Domain => cell.weak(customer.domain.as_deref().unwrap_or_default()),
            CustomerColumn::Subscriptions => cell.text(&words.count(customer.subscriptions.len())),
            CustomerColumn::Upgradable if derived.eligible > 0 => {
                cell.symbol(icons::CIRCLE_CHECK, &words.count(derived.eligible), palette.good);
            }
            // Without its sign the number alone would say that so many can be upgraded.
            CustomerColumn::Upgradable if derived.not_known > 0 && cell.is_said() => {
                cell.text(&words.said_of(words.verdict(Verdict::NotKnown), &words.count(derived.not_known)));
            }
            CustomerColumn::Upgradable if derived.not_known > 0 => {
                cell.symbol(icons::CIRCLE_HELP, &words.count(derived.not_known), palette.unknown);
            }
            CustomerColumn::Upgradable => cell.weak("–"),
            CustomerColumn::DelegatedAdmin => {
                let text = words.delegated_admin_short(&customer.delegated_admin);
                if derived.no_delegated_admin { cell.colored(text, palette.bad) } else { cell.weak(text) }
            }
            CustomerColumn::Tags => cell.weak(&words.list(&customer.tags)),
        }
    }
}

/// What a column needs at least.
const fn least_width(column: CustomerColumn) -> f32 {
    match column {
        CustomerColumn::Company => 140.0,
        CustomerColumn::Domain => 150.0,
        CustomerColumn::Subscriptions => SUBSCRIPTIONS_WIDTH,
        CustomerColumn::Upgradable => UPGRADABLE_WIDTH,
        CustomerColumn::DelegatedAdmin => DELEGATED_ADMIN_WIDTH,
        CustomerColumn::Tags => 96.0,
    }
}

/// What waits for a wider list, the first one first.
const WAITING: [CustomerColumn; 3] = [CustomerColumn::Domain, CustomerColumn::Tags, CustomerColumn::DelegatedAdmin];

/// The columns that are to be shown and that there is room for.
fn columns_for(view: View<'_>, width: f32) -> Vec<CustomerColumn> {
    let chosen = view.session.settings.columns.customers.as_slice();
    table::fitting(chosen, &WAITING, Some(view.session.sorting.customers.column), width, least_width)
}

pub(super) fn sorted<C: PartialEq>(by: &Toggle<C>, column: &C) -> Option<Sorted> {
    Some(match (by.column == *column, by.descending) {
        (false, _) => Sorted::No,
        (true, false) => Sorted::Up,
        (true, true) => Sorted::Down,
    })
}

/// A number that changes when another record is selected.
pub(super) fn key_of(ids: &[Option<&Id>]) -> u64 {
    hash_of(&ids)
}

/// A number that changes with a value, and is never 0.
pub(super) fn hash_of(value: &impl Hash) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish() | 1
}

/// The table's own id.
pub fn id() -> egui::Id {
    egui::Id::unique("customer-list")
}

/// Selects the first row.
pub fn first(view: View<'_>) -> Option<Command> {
    let position = *view.session.derived.customers().first()?;
    let customer = view.portfolio.customers.at(position as usize)?;
    Some(Command::SelectCustomer(customer.id.clone()))
}

pub fn customer_list_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    spoken::name_dividers(ui.ctx(), view.say("spoken-divider-width"), view.say("spoken-divider-height"));
    let (mut list, mut foot) = table::above_foot(ui, super::theme::FOOT_HEIGHT);
    list_ui(&mut list, view, commands);
    foot_ui(&mut foot, view, commands);
}

fn list_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let shown = view.session.derived.customers();
    if shown.is_empty() {
        if let Some(opening) = view.session.opening.as_ref().filter(|opening| !opening.first.is_empty()) {
            opening_ui(ui, view, opening);
            return;
        }
        let (title, hint) = if view.portfolio.customers.is_empty() {
            ("empty-portfolio", "empty-portfolio-hint")
        } else if view.session.derived.is_void() {
            ("empty-working", "empty-working-hint")
        } else {
            ("empty-search", "empty-search-hint")
        };
        table::empty_ui(ui, view.say(title), view.say(hint));
        return;
    }
    let kinds = columns_for(view, ui.available_width());
    let columns: Vec<Column<'_>> = kinds
        .iter()
        .map(|kind| Column {
            title: view.words.customer_column(*kind),
            name: view.words.column_in_full(AnyColumn::Customer(*kind)),
            names_row: *kind == CustomerColumn::NAME,
            width: match kind {
                CustomerColumn::Company => Width::Share(3.2),
                CustomerColumn::Domain | CustomerColumn::Tags => Width::Share(2.0),
                CustomerColumn::Subscriptions => Width::Exactly(SUBSCRIPTIONS_WIDTH),
                CustomerColumn::Upgradable => Width::Exactly(UPGRADABLE_WIDTH),
                CustomerColumn::DelegatedAdmin => Width::Exactly(DELEGATED_ADMIN_WIDTH),
            },
            right: matches!(kind, CustomerColumn::Subscriptions | CustomerColumn::Upgradable),
            sorted: sorted(&view.session.sorting.customers, kind),
        })
        .collect();
    let rows = CustomerRows { view, columns: &kinds };
    let selected = view.session.selection.customer.as_ref();
    let position = selected.and_then(|id| view.portfolio.customers.position(id));
    let selected_row = position.and_then(|position| view.session.derived.place_of_customer(position));
    let list = Table {
        id: id(),
        name: view.say("tab-customers"),
        words: view.words,
        columns: &columns,
        rows: shown.len(),
        selected: selected_row,
        picked: Some(view.session.picked.customers.len()),
        selection_key: key_of(&[selected]),
        order_key: 0,
    };
    let mut happened = list.show(ui, &rows);
    commands.extend(happened.copied.take().map(Command::CopyText));
    if let Some(kind) = happened.head.and_then(|at| kinds.get(at)) {
        commands.push(Command::SortCustomers(*kind));
    }
    let typed = happened.typed.as_ref().map(|typed| fold(&table::type_ahead(ui, list.id.with("typed"), typed)));
    let found = typed.and_then(|word| {
        type_ahead::find(&word, shown.len(), selected_row, |row, word| {
            let row = shown.get(row).and_then(|position| view.session.derived.row(*position));
            row.is_some_and(|row| row.begins_with(word))
        })
    });
    if found.is_some() {
        table::focus(ui.ctx(), list.id);
    }
    let is_alone = view.session.picked.customers.is_empty();
    for row in [happened.chosen, found].into_iter().flatten() {
        if let Some((customer, _)) = rows.find(row)
            && (Some(&customer.id) != selected || !is_alone)
        {
            commands.push(Command::SelectCustomer(customer.id.clone()));
        }
    }
    commands.extend(happened.picked.and_then(|picked| pick(&rows, picked)));
    if happened.opened.is_some() {
        commands.push(Command::AskEditCustomer);
    }
    menus(&happened, view, commands);
}

/// What selecting a row beside others asks for.
fn pick(rows: &CustomerRows<'_>, picked: Picked) -> Option<Command> {
    let id = |row| rows.find(row).map(|(customer, _)| customer.id.clone());
    Some(Command::PickCustomers(match picked {
        Picked::Toggle(row) => Pick::Toggle(id(row)?),
        Picked::Through(row) => Pick::Through(id(row)?),
        Picked::Lead(row) => Pick::Lead(id(row)?),
    }))
}

fn menus(happened: &Happened, view: View<'_>, commands: &mut Commands) {
    list_menu::head_menu(happened.head_menu.as_ref(), view, List::Customers, commands);
    let Some((_, response)) = &happened.context else { return };
    let lines = [
        ("menu-edit-customer", Command::AskEditCustomer),
        ("menu-add-subscription", Command::AskNewSubscription { parent: None }),
        ("menu-delete-customer", Command::AskDeleteCustomer),
    ];
    list_menu::row_menu(response, view, &lines, commands);
}

/// The first customers of a file that is still being read. Nothing can be done with them yet.
fn opening_ui(ui: &mut Ui, view: View<'_>, opening: &Opening) {
    let palette = super::theme::Palette::of(ui);
    ui.add_space(super::theme::GAP);
    let title = view.words.with("opening-first", &[("file", file_name(&opening.path).into())]);
    ui.label(egui::RichText::new(title).font(super::theme::semibold()).color(palette.text));
    ui.add_space(super::theme::SMALL_GAP);
    for name in &opening.first {
        if ui.available_height() < super::theme::FOOT_HEIGHT {
            break;
        }
        ui.add(egui::Label::new(egui::RichText::new(shown(name)).color(palette.weak)).truncate().selectable(false));
    }
}

/// The line below the list: how many are shown, and a way to add one.
fn foot_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    if list_menu::picked_ui(ui, view, commands) {
        return;
    }
    let add = view.say("add-customer");
    if button::blocked_by_ui(ui, &view.why_read_only(), |ui| button::sign_text_ui(ui, icons::PLUS, add)) {
        commands.push(Command::AskNewCustomer);
    }
    list_menu::shown_of_ui(ui, view, view.session.derived.customers().len(), view.portfolio.customers.len());
}
