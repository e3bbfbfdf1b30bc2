//! A table of rows of one height, of which only the visible ones are drawn. What a row says is its view's.

mod copying;
mod heads;
mod keys;
mod room;

use std::hash::Hash;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, EventFilter, FontId, Id, Order, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2,
    vec2,
};

use super::theme::{self, GAP, Palette};
use super::{focus, spoken, toast};
use crate::text::{Words, shown};
pub use copying::copy_all;
pub use keys::{Picked, type_ahead};
pub use room::fitting;

/// How wide a column is.
#[derive(Clone, Copy, Debug)]
pub enum Width {
    Exactly(f32),
    /// A share of what the others leave.
    Share(f32),
}

/// Whether and how the rows are sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    No,
    Up,
    Down,
}

#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    pub title: &'a str,
    /// What it is called where there is more room than in its head.
    pub name: &'a str,
    /// What it says is what a row is known by.
    pub names_row: bool,
    pub width: Width,
    /// Numbers stand at the right.
    pub right: bool,
    /// `None`: the column cannot be sorted by.
    pub sorted: Option<Sorted>,
}

/// One cell that is being drawn.
#[expect(missing_debug_implementations, reason = "a Ui has none")]
pub struct Cell<'a> {
    ui: &'a Ui,
    rect: Rect,
    right: bool,
    palette: &'static Palette,
    /// The cell is not drawn: what it says is gathered here, to be copied.
    said: Option<String>,
    /// There was not room for all that it says.
    is_cut: bool,
}

impl Cell<'_> {
    /// Whether what it says is read by itself, without the signs beside it.
    #[must_use]
    pub const fn is_said(&self) -> bool {
        self.said.is_some()
    }

    #[must_use]
    pub const fn palette(&self) -> &'static Palette {
        self.palette
    }

    pub fn text(&mut self, text: &str) {
        self.paint(text, theme::body(), self.palette.text);
    }

    pub fn strong(&mut self, text: &str) {
        self.paint(text, theme::semibold(), self.palette.text);
    }

    pub fn colored(&mut self, text: &str, color: Color32) {
        self.paint(text, theme::body(), color);
    }

    pub fn weak(&mut self, text: &str) {
        self.paint(text, theme::body(), self.palette.weak);
    }

    /// A symbol, and words behind it in the same color.
    pub fn symbol(&mut self, symbol: &str, text: &str, color: Color32) {
        if self.said.is_some() {
            // A symbol is no text outside of this window; the words stand beside it.
            self.paint(text, theme::body(), color);
            return;
        }
        if !self.right {
            self.paint(symbol, theme::body(), color);
            self.rect.min.x += 20.0;
            self.paint(text, theme::body(), color);
            return;
        }
        let width = self.paint(text, theme::body(), color);
        self.rect.max.x -= width + 5.0;
        self.paint(symbol, theme::body(), color);
    }

    /// Moves the rest of the cell to the right.
    pub fn indent(&mut self, distance: f32) {
        self.rect.min.x += distance;
    }

    fn paint(&mut self, text: &str, font: FontId, color: Color32) -> f32 {
        if let Some(said) = &mut self.said {
            if !said.is_empty() && !text.is_empty() {
                said.push(' ');
            }
            said.push_str(text);
            return 0.0;
        }
        let mut job = LayoutJob::single_section(shown(text).into_owned(), TextFormat::simple(font, color));
        job.wrap = TextWrapping {
            max_rows: 1,
            break_anywhere: true,
            ..TextWrapping::wrap_at_width(self.rect.width().max(1.0))
        };
        let galley = self.ui.painter().layout_job(job);
        self.is_cut |= galley.elided;
        let width = galley.size().x;
        let x = if self.right { self.rect.right() - width } else { self.rect.left() };
        let y = self.rect.center().y - galley.size().y / 2.0;
        self.ui.painter().galley(pos2(x, y), galley, color);
        width
    }
}

/// What happened to a table in a frame.
#[derive(Debug, Default)]
pub struct Happened {
    /// The head of this column was pressed.
    pub head: Option<usize>,
    /// This row was chosen, by pointer or by key.
    pub chosen: Option<usize>,
    /// This row was selected beside others.
    pub picked: Option<Picked>,
    /// This row was opened: double click or Enter.
    pub opened: Option<usize>,
    /// Letters typed while the table has the focus, to look for a row that begins with them.
    pub typed: Option<String>,
    /// Rows as text, to be copied: cells between tabs, a line for each row.
    pub copied: Option<String>,
    /// The response of the row under the pointer that was clicked with the second button.
    pub context: Option<(usize, Response)>,
    /// The response of the head that was.
    pub head_menu: Option<Response>,
}

/// A table to draw.
#[derive(Debug)]
pub struct Table<'a> {
    pub id: Id,
    /// What it is called for those who do not see it.
    pub name: &'a str,
    /// How the order of its columns is said.
    pub words: &'a Words,
    pub columns: &'a [Column<'a>],
    pub rows: usize,
    pub selected: Option<usize>,
    /// How many rows are selected together; `None` where it is one at most.
    pub picked: Option<usize>,
    /// Changes when the selection changed elsewhere, so that it is scrolled to.
    pub selection_key: u64,
    /// Changes when other rows are asked for, or in another order: then the list begins at its top again.
    pub order_key: u64,
}

/// What a table asks of the view whose rows it shows.
pub trait Rows {
    /// What tells a row from others, so that focus follows the record and not its place.
    fn key(&self, row: usize) -> impl Hash;
    /// Whether it is one of several that are selected.
    fn is_picked(&self, _row: usize) -> bool {
        false
    }
    /// The row as one sentence; `None` where its columns were chosen, and say it.
    fn sentence(&self, row: usize) -> Option<String>;
    /// What else the row shows, for who wants to hear more of it.
    fn detail(&self, _row: usize) -> String {
        String::new()
    }
    fn cell(&self, row: usize, column: usize, cell: &mut Cell<'_>);
}

#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    /// The selection that was last scrolled to.
    scrolled_to: u64,
    /// The order that was last drawn; none is 0.
    order: u64,
    /// The selected row, or else the first, is to have the focus.
    wants_focus: bool,
}

/// Gives the focus to a table's selected row as soon as it is drawn.
pub fn focus(ctx: &egui::Context, table: Id) {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Memory>(table).wants_focus = true);
}

impl Table<'_> {
    /// Draws the table in the room that is left.
    pub fn show(&self, ui: &mut Ui, rows: &impl Rows) -> Happened {
        let mut happened = Happened::default();
        // Wherever it stands: the lines above it come and go, and what is in it stays the same.
        let builder = UiBuilder::new().scope_id(self.id.with("table"));
        let builder = builder.accessibility_role(Role::Table).accessibility_label(self.name);
        ui.scope_builder(builder, |ui| {
            // Only the rows that can be seen are in the tree: how many there are is said beside.
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_size_of_set(self.rows);
                node.set_row_count(self.rows);
                node.set_column_count(self.columns.len());
                if self.picked.is_some() {
                    node.set_multiselectable();
                }
            });
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let widths = self.widths(ui.available_width());
            self.header_ui(ui, &widths, &mut happened);
            self.body_ui(ui, rows, &widths, &mut happened);
        });
        happened
    }

    fn body_ui(&self, ui: &mut Ui, rows: &impl Rows, widths: &[f32], happened: &mut Happened) {
        let mut memory: Memory = ui.data(|data| data.get_temp(self.id)).unwrap_or_default();
        let row_height = theme::row_height(ui);
        let page = (ui.available_height() / row_height).floor().max(1.0);
        // Where a notice can lie on the last rows, they can be scrolled out from under it.
        let is_behind = ui.layer_id().order == Order::Background && ui.max_rect().intersects(toast::place(ui.ctx()));
        let tail = if is_behind { toast::HEIGHT } else { 0.0 };
        let area = ScrollArea::vertical()
            .id_salt(self.id.with("scroll"))
            .auto_shrink([false, false])
            // Where there is hardly any room, the line below keeps its own.
            .min_scrolled_height(0.0);
        let is_reordered = memory.order != 0 && memory.order != self.order_key;
        memory.order = self.order_key;
        let area = if is_reordered { area.vertical_scroll_offset(0.0) } else { area };
        area.show_viewport(ui, |ui, viewport| {
            #[expect(clippy::cast_precision_loss, reason = "a list of screen rows")]
            let height = self.rows as f32 * row_height + tail;
            ui.set_height(height.max(ui.available_height()));
            let origin = ui.max_rect().min;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row number on the screen")]
            let first = (viewport.min.y / row_height).floor().max(0.0) as usize;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row number on the screen")]
            let count = (viewport.height() / row_height).ceil() as usize + 1;
            let last = (first + count).min(self.rows);
            let row_rect = |row: usize| {
                #[expect(clippy::cast_precision_loss, reason = "a list of screen rows")]
                let top = origin.y + row as f32 * row_height;
                Rect::from_min_size(pos2(origin.x, top), vec2(ui.available_width(), row_height))
            };
            if let Some(selected) = self.selected
                && memory.scrolled_to != self.selection_key
            {
                memory.scrolled_to = self.selection_key;
                let mut around = row_rect(selected).expand2(vec2(0.0, row_height));
                around.max.y += (tail - row_height).max(0.0);
                ui.scroll_to_rect(around, None);
            }
            // The row that can be reached by Tab: the selected one, drawn or not, or else the first.
            let entrance = self.selected.unwrap_or(0);
            for row in
                (first..last).chain((!(first..last).contains(&entrance) && entrance < self.rows).then_some(entrance))
            {
                let rect = row_rect(row);
                self.row_ui(ui, rows, row, rect, widths, row == entrance, &mut memory, happened);
            }
        });
        self.keys(ui, rows, page, happened);
        if let Some(all) = self.gather(ui, rows) {
            happened.copied = Some(all);
        }
        if (happened.chosen.is_some() || happened.picked.is_some()) && happened.head.is_none() {
            memory.wants_focus = true;
        }
        ui.data_mut(|data| data.insert_temp(self.id, memory));
    }

    #[expect(clippy::too_many_arguments, reason = "a row needs its place, its content and its table's memory")]
    fn row_ui(
        &self,
        ui: &Ui,
        rows: &impl Rows,
        row: usize,
        rect: Rect,
        widths: &[f32],
        is_entrance: bool,
        memory: &mut Memory,
        happened: &mut Happened,
    ) {
        let palette = Palette::of(ui);
        let is_selected = self.selected == Some(row) || rows.is_picked(row);
        let sense = if is_entrance { Sense::click() } else { Sense::CLICK };
        let id = self.row_id(rows, row);
        if !is_entrance && ui.memory(|memory| memory.has_focus(id)) {
            // The selection went elsewhere: the keys go along. Asked before it is drawn, which takes them from it.
            memory.wants_focus = true;
            ui.ctx().request_repaint();
        }
        let response = ui.interact(rect, id, sense);
        spoken::selectable(&response, Role::Row, is_selected, &self.sentence(ui, rows, row));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_position_in_set(row);
            node.set_row_index(row);
            node.set_description(shown(&rows.detail(row)).into_owned());
        });
        if is_entrance && memory.wants_focus {
            memory.wants_focus = false;
            response.request_focus();
        }
        if response.has_focus() {
            // Escape leaves one selected, and the row its keys.
            let filter = EventFilter { vertical_arrows: true, escape: self.is_many(), ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        self.pressed(&response, rows, row, happened);
        if !ui.is_rect_visible(rect) {
            return;
        }
        if is_selected {
            ui.painter().rect_filled(rect, 0.0, palette.selection);
            // Of several, the one whose details are shown.
            let width = if self.is_many() && self.selected == Some(row) { 6.0 } else { 3.0 };
            ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(width, rect.height())), 0.0, palette.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, palette.raised);
        }
        focus::is_drawn(&response);
        if response.has_focus() {
            ui.painter().rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.0, palette.accent), egui::StrokeKind::Inside);
        }
        let mut left = rect.left();
        let mut pointed_at = None;
        for (at, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            let area = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, rect.height()));
            left += width;
            let rect = area.shrink2(vec2(GAP, 0.0));
            let mut cell = Cell { ui, rect, right: column.right, palette, said: None, is_cut: false };
            rows.cell(row, at, &mut cell);
            if cell.is_cut && response.hover_pos().is_some_and(|pointer| area.contains(pointer)) {
                pointed_at = Some((at, column));
            }
        }
        let response = match pointed_at {
            Some((at, column)) => {
                response.on_hover_ui_at_pointer(|ui| whole_ui(ui, |cell| rows.cell(row, at, cell), column.right))
            }
            None => response,
        };
        if response.secondary_clicked() || response.context_menu_opened() {
            happened.context = Some((row, response));
        }
    }

    fn row_id(&self, rows: &impl Rows, row: usize) -> Id {
        self.id.with(("row", Id::unique(HashOf::of(&rows.key(row)))))
    }
}

/// All that a cell says, where there was not room for it.
fn whole_ui(ui: &mut Ui, content: impl FnOnce(&mut Cell<'_>), right: bool) {
    let palette = Palette::of(ui);
    let mut cell = Cell { ui, rect: Rect::NOTHING, right, palette, said: Some(String::new()), is_cut: false };
    content(&mut cell);
    let said = cell.said.unwrap_or_default();
    ui.label(shown(&said).into_owned());
}

/// Hashes a key once, so that ids of different types of keys can be made alike.
struct HashOf;

impl HashOf {
    fn of(key: &impl Hash) -> u64 {
        use std::hash::{DefaultHasher, Hasher};
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        hasher.finish()
    }
}

/// The room for a table and for a line of a height below it. Drawn in this order, so that Tab comes to the table first.
pub fn above_foot(ui: &mut Ui, height: f32) -> (Ui, Ui) {
    let palette = Palette::of(ui);
    let whole = ui.available_rect_before_wrap();
    let (table, foot) = whole.split_top_bottom_at_y(whole.bottom() - height);
    ui.painter().rect_filled(foot, 0.0, palette.surface);
    ui.painter().hline(foot.x_range(), foot.top(), Stroke::new(1.0, palette.border));
    ui.advance_cursor_after_rect(whole);
    let line = egui::Layout::left_to_right(Align::Center);
    (
        ui.new_child(UiBuilder::new().id_salt("table").max_rect(table)),
        ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot.shrink2(vec2(GAP, 0.0))).layout(line)),
    )
}

/// What there is to say where there is nothing to list.
pub fn empty_ui(ui: &mut Ui, title: &str, hint: &str) {
    let palette = Palette::of(ui);
    ui.add_space(32.0);
    ui.with_layout(egui::Layout::top_down(Align::Center), |ui| {
        let response = ui.label(egui::RichText::new(title).font(theme::title()).color(palette.text));
        // A search or a filter that finds nothing is answered.
        spoken::live(&response, false);
        ui.add_space(theme::SMALL_GAP);
        ui.label(egui::RichText::new(hint).color(palette.weak));
    });
}
