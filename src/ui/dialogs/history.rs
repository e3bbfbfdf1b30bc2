//! What was recorded, when, and what became what: all that the journals know, narrowed down by words, company and kind. How it is exported is `exchange`'s.

mod found;

use std::cell::RefCell;
use std::hash::Hash;
use std::sync::Arc;

use egui::{Button, Context, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::exchange::history_csv;
use crate::model::{Entry, Happened};
use crate::state::{Command, Drafts};
use crate::text::{DEEDS, shown};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::{self, Place};
use crate::ui::table::{Cell, Column, Rows, Table, Width, empty_ui};
use crate::ui::theme::{self, Palette, SMALL_GAP, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form, icons, list_height};
use found::Found;

/// The lines above and below the table.
const KEPT_FREE: f32 = 430.0;
/// Of what became what in the chosen entry, so much is seen at once.
const DETAIL_HEIGHT: f32 = 104.0;
/// The three filters share the line, each no wider than this.
const FILTER_WIDTH: f32 = 236.0;
const WHEN_WIDTH: f32 = 146.0;

pub fn history_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("history-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            if view.session.shows_recovered {
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(view.say("history-recovered")).color(Palette::of(ui).unknown));
                    if button::link_ui(ui, view.say("history-show-all")).clicked() {
                        asked.push(Command::ShowHistory);
                    }
                });
            } else if view.session.journaled.is_none() {
                form::hint_ui(ui, view.say("history-reading"));
            }
            filters_ui(ui, view, drafts);
            let mut found = Found::take(ui, view, drafts);
            list_ui(ui, view, drafts, &mut found);
            (asked, found)
        },
        |ui, (asked, found), _| {
            commands.extend(asked);
            buttons_ui(ui, view, &found, commands);
            found.put_back(ui);
        },
    )
}

fn filters_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts) {
    // The margins within the two fields and between the three.
    let width = ((ui.available_width() - 4.0 * theme::GAP) / 3.0 - 2.0 * theme::GAP).min(FILTER_WIDTH);
    ui.horizontal(|ui| {
        let field = |ui: &mut Ui, id: &str, text: &mut String, sign: &str| {
            let name = view.words.say(id).to_owned();
            let hint = format!("{sign}  {name}");
            let typed = field::field_ui(ui, Place::Search, text, |text| {
                TextEdit::singleline(text).desired_width(width).margin(vec2(8.0, 5.0)).hint_text(hint)
            });
            typed.response.accessible_name(&name);
        };
        field(ui, "history-search", &mut drafts.history_search, icons::SEARCH);
        field(ui, "history-customer", &mut drafts.history_customer, icons::BUILDING_2);
        let named = |kind: Option<&'static str>| view.words.say(kind.unwrap_or("history-kind-all"));
        let mut choices = vec![(None, named(None))];
        choices.extend(DEEDS.iter().map(|kind| (Some(*kind), named(Some(kind)))));
        let shown = named(drafts.history_kind);
        let label = view.say("history-kind");
        ui.scope(|ui| {
            ui.set_max_width(width + 2.0 * theme::GAP);
            form::choice_ui(ui, view.words, "history-kind", label, &mut drafts.history_kind, &choices, shown);
        });
    });
    ui.add_space(SMALL_GAP);
}

fn list_ui(ui: &mut Ui, view: View<'_>, drafts: &mut Drafts, found: &mut Found) {
    let height = list_height(ui, KEPT_FREE);
    let whole = vec2(ui.available_width(), height);
    let entries = Arc::clone(&found.entries);
    if found.all == 0 && !view.session.shows_recovered && view.session.journaled.is_none() {
        // It is being read, and nobody knows yet whether there is anything.
        ui.allocate_space(whole);
        return;
    }
    if entries.is_empty() {
        let (title, hint) = if found.all == 0 {
            ("history-empty", "history-empty-hint")
        } else {
            ("empty-search", "empty-search-hint")
        };
        ui.allocate_ui_with_layout(whole, Layout::top_down(egui::Align::Min), |ui| {
            empty_ui(ui, view.say(title), view.say(hint));
        });
        return;
    }
    let selected = drafts.history_entry.and_then(|seq| entries.iter().position(|entry| entry.seq == seq)).unwrap_or(0);
    let column = |id, width| {
        let title = view.words.say(id);
        Column { title, name: title, names_row: false, width, right: false, sorted: None }
    };
    let columns = [
        column("history-when", Width::Exactly(WHEN_WIDTH)),
        column("history-what", Width::Share(3.0)),
        column("column-customer", Width::Share(2.2)),
        column("history-changes", Width::Share(3.6)),
    ];
    let rows = HistoryRows { view, entries: &entries, found: RefCell::new(found) };
    let table = Table {
        id: egui::Id::unique("history-table"),
        name: view.say("history-title"),
        words: view.words,
        columns: &columns,
        rows: entries.len(),
        selected: Some(selected),
        picked: None,
        selection_key: entries.get(selected).map_or(0, |entry| entry.seq) + 1,
        order_key: 0,
    };
    let happened =
        ui.allocate_ui_with_layout(whole, Layout::top_down(egui::Align::Min), |ui| table.show(ui, &rows)).inner;
    if let Some(entry) = happened.chosen.and_then(|row| entries.get(row)) {
        drafts.history_entry = Some(entry.seq);
    }
    if let Some(entry) = entries.get(selected) {
        detail_ui(ui, view, entry, found);
    }
    if entries.len() < found.all {
        let text = view.words.with("shown-of", &[("shown", entries.len().into()), ("all", found.all.into())]);
        form::hint_ui(ui, &text);
    }
}

struct HistoryRows<'a, 'f> {
    view: View<'a>,
    entries: &'a [Arc<Entry>],
    found: RefCell<&'f mut Found>,
}

impl HistoryRows<'_, '_> {
    fn texts(&self, row: usize) -> Option<found::Texts> {
        let entry = self.entries.get(row)?;
        Some(self.found.borrow_mut().texts(self.view, entry).clone())
    }
}

impl Rows for HistoryRows<'_, '_> {
    fn key(&self, row: usize) -> impl Hash {
        self.entries.get(row).map(|entry| entry.seq)
    }

    fn sentence(&self, row: usize) -> Option<String> {
        let texts = self.texts(row)?;
        Some(self.view.words.with(
            "history-row",
            &[
                ("at", texts.at.into()),
                ("deed", texts.deed.into()),
                ("customer", texts.customer.into()),
                ("changes", texts.changes.into()),
            ],
        ))
    }

    fn cell(&self, row: usize, column: usize, cell: &mut Cell<'_>) {
        let Some(texts) = self.texts(row) else { return };
        match column {
            0 => cell.weak(&texts.time),
            1 => cell.strong(&texts.deed),
            2 => cell.text(&texts.customer),
            _ => cell.weak(&texts.changes),
        }
    }
}

/// What became what in the chosen entry, line by line.
fn detail_ui(ui: &mut Ui, view: View<'_>, entry: &Entry, found: &mut Found) {
    let palette = Palette::of(ui);
    let differences = found.differences(view, entry);
    let texts = found.texts(view, entry);
    ui.add_space(SMALL_GAP);
    ui.horizontal(|ui| {
        ui.label(RichText::new(&texts.deed).font(theme::semibold()).color(palette.text));
        ui.label(RichText::new(&texts.at).font(theme::small()).color(palette.weak));
        ui.add(Label::new(RichText::new(shown(&texts.customer)).color(palette.weak)).truncate());
    });
    let font = theme::small();
    let height = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let area = ScrollArea::vertical().id_salt("history-detail").max_height(DETAIL_HEIGHT);
    // As high as it can be, so that nothing moves when another entry is chosen.
    area.min_scrolled_height(DETAIL_HEIGHT).auto_shrink([false, false]).show_rows(
        ui,
        height + 2.0,
        differences.len(),
        |ui, range| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for difference in differences.get(range).unwrap_or_default() {
                ui.horizontal(|ui| {
                    let what = RichText::new(shown(&difference.what)).font(font.clone()).color(palette.weak);
                    ui.add(Label::new(what));
                    let Some((from, to)) = found::from_to(entry.happened, difference) else { return };
                    let said = |text: &str| {
                        if text.is_empty() { view.say("nothing").to_owned() } else { shown(text).into_owned() }
                    };
                    let text = format!("{}  {}  {}", said(from), icons::ARROW_RIGHT, said(to));
                    let label = Label::new(RichText::new(&text).font(font.clone()).color(palette.text)).truncate();
                    ui.add(label).on_hover_text(text);
                });
            }
        },
    );
}

fn buttons_ui(ui: &mut Ui, view: View<'_>, found: &Found, commands: &mut Commands) {
    let is_free = view.session.waiting.is_none();
    let export = ui.add_enabled(!found.entries.is_empty() && is_free, Button::new(view.say("history-export")));
    if export.on_disabled_hover_text(view.say("history-empty")).clicked() {
        commands.push(Command::ExportHistory(as_table(view, &found.entries)));
    }
    let history = &view.session.history;
    for (id, can, why, command) in [
        ("menu-redo", history.next_redo().is_some(), "notice-nothing-to-redo", Command::Redo),
        ("history-undo", history.next_undo().is_some(), "notice-nothing-to-undo", Command::Undo),
    ] {
        let pressed = ui.add_enabled(can, Button::new(view.words.say(id)));
        if pressed.on_disabled_hover_text(view.words.say(why)).clicked() {
            commands.push(command);
        }
    }
    if button::primary_ui(ui, view.say("close"), true).clicked() {
        commands.push(Command::CloseDialog);
    }
}

/// What is shown, a row for each difference.
fn as_table(view: View<'_>, entries: &[Arc<Entry>]) -> String {
    let rows = entries.iter().flat_map(|entry| {
        let happened = view.words.say(match entry.happened {
            Happened::Did => "happened-did",
            Happened::Undid => "happened-undid",
            Happened::Redid => "happened-redid",
        });
        let row = move |what: String, old: String, new: String, customer: String| {
            let at = entry.at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
            let deed = view.words.deed(&entry.change.deed).into_owned();
            [at, deed, happened.to_owned(), customer, what, old, new]
        };
        let customer = found::subject(view, entry);
        let differences = view.naming().differences(&entry.change);
        if differences.is_empty() {
            return vec![row(String::new(), String::new(), String::new(), customer)];
        }
        let rows = differences.into_iter().map(|difference| {
            let (old, new) = found::from_to(entry.happened, &difference).unwrap_or(("", ""));
            row(difference.what.clone(), old.to_owned(), new.to_owned(), customer.clone())
        });
        rows.collect::<Vec<_>>()
    });
    history_csv::write(rows)
}
