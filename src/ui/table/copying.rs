//! Rows of a table as text for the clipboard: one, or all of them over several frames. When that happens is the table's.

use std::sync::Arc;

use egui::{Id, Rect, Ui};

use super::{Cell, Column, Rows, Table};
use crate::exchange::table::disarmed;
use crate::text::shown;
use crate::ui::theme::Palette;

/// Copies every row of a table, with its heads, as soon as it is drawn.
pub fn copy_all(ctx: &egui::Context, table: Id) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(gathered_of(table), Gathered { frame, ..Gathered::default() }));
}

/// Copies the rows of a table that are selected, without heads, as one row alone is copied.
pub(super) fn copy_picked(ctx: &egui::Context, table: Id) {
    let frame = ctx.cumulative_frame_nr();
    let picked = Gathered { frame, only_picked: true, ..Gathered::default() };
    ctx.data_mut(|data| data.insert_temp(gathered_of(table), picked));
}

/// Every row of a table on its way to the clipboard: so many in each frame, since a long list takes longer than a frame has.
#[derive(Clone, Debug, Default)]
struct Gathered {
    /// The frame in which it was asked for or gone on with. A table that was not drawn then copies nothing later.
    frame: u64,
    only_picked: bool,
    /// How many rows are there, of how many; a list that changes meanwhile is begun again.
    rows: usize,
    all: usize,
    text: Arc<String>,
}

/// So many rows are worded in a frame: about a millisecond's worth.
const ROWS_IN_A_FRAME: usize = 500;

fn gathered_of(table: Id) -> Id {
    table.with("gathered")
}

/// A text as a cell between tabs that no spreadsheet runs as a formula when it is pasted.
fn cell_of(text: &str) -> String {
    let text: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    disarmed(&shown(&text))
}

impl Table<'_> {
    /// A row as it reads in the window, its cells between tabs.
    pub(super) fn said(&self, ui: &Ui, rows: &impl Rows, row: usize) -> String {
        let each = self.columns.iter().enumerate().map(|(at, column)| cell_of(&self.cell(ui, rows, row, at, column)));
        each.collect::<Vec<_>>().join("\t")
    }

    /// A row as one sentence: what it is known by, and then each column with its name.
    pub(super) fn sentence(&self, ui: &Ui, rows: &impl Rows, row: usize) -> String {
        if let Some(sentence) = rows.sentence(row) {
            return sentence;
        }
        let said = |(at, column): (usize, &Column<'_>)| {
            let text = self.cell(ui, rows, row, at, column);
            // A dash says to the eye that there is nothing.
            let is_nothing = text.is_empty() || text == "–";
            (column.names_row, if column.names_row { text } else { self.words.said_of(column.name, &text) }, is_nothing)
        };
        let mut parts: Vec<_> =
            self.columns.iter().enumerate().map(said).filter(|(.., is_nothing)| !is_nothing).collect();
        parts.sort_by_key(|(names_row, ..)| !names_row);
        let parts: Vec<String> = parts.into_iter().map(|(_, text, _)| text).collect();
        self.words.list(&parts)
    }

    fn cell(&self, ui: &Ui, rows: &impl Rows, row: usize, at: usize, column: &Column<'_>) -> String {
        let (rect, said) = (Rect::NOTHING, Some(String::new()));
        let mut cell = Cell { ui, rect, right: column.right, palette: Palette::of(ui), said, is_cut: false };
        rows.cell(row, at, &mut cell);
        cell.said.unwrap_or_default()
    }

    /// Goes on with copying every row; the whole text once it is there.
    pub(super) fn gather(&self, ui: &Ui, rows: &impl Rows) -> Option<String> {
        let id = gathered_of(self.id);
        let Gathered { frame, only_picked, rows: mut done, all, mut text } =
            ui.data_mut(|data| data.remove_temp(id))?;
        let now = ui.ctx().cumulative_frame_nr();
        if now > frame + 1 {
            return None;
        }
        let whole = Arc::make_mut(&mut text);
        if done == 0 || all != self.rows {
            let heads: Vec<String> = self.columns.iter().map(|column| cell_of(column.title)).collect();
            (done, *whole) = (0, if only_picked { String::new() } else { heads.join("\t") });
        }
        let end = self.rows.min(done + ROWS_IN_A_FRAME);
        for row in (done..end).filter(|row| !only_picked || rows.is_picked(*row)) {
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(&self.said(ui, rows, row));
        }
        if end == self.rows {
            return Some(std::mem::take(whole));
        }
        ui.data_mut(|data| data.insert_temp(id, Gathered { frame: now, only_picked, rows: end, all: self.rows, text }));
        ui.ctx().request_repaint();
        None
    }
}
