//! Rows of a table as text for the clipboard: one, or all of them over several frames. When that happens is the table's.

use std::sync::Arc;

use egui::{Id, Rect, Ui};

use super::{Cell, Rows, Table};
use crate::exchange::table::disarmed;
use crate::text::shown;
use crate::ui::theme::Palette;

/// Copies every row of a table, with its heads, as soon as it is drawn.
pub fn copy_all(ctx: &egui::Context, table: Id) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(gathered_of(table), Gathered { frame, ..Gathered::default() }));
}

/// Every row of a table on its way to the clipboard: so many in each frame, since a long list takes longer than a frame has.
#[derive(Clone, Debug, Default)]
struct Gathered {
    /// The frame in which it was asked for or gone on with. A table that was not drawn then copies nothing later.
    frame: u64,
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
        let palette = Palette::of(ui);
        let each = self.columns.iter().enumerate().map(|(at, column)| {
            let (rect, said) = (Rect::NOTHING, Some(String::new()));
            let mut cell = Cell { ui, rect, right: column.right, palette, said };
            rows.cell(row, at, &mut cell);
            cell_of(&cell.said.unwrap_or_default())
        });
        each.collect::<Vec<_>>().join("\t")
    }

    /// Goes on with copying every row; the whole text once it is there.
    pub(super) fn gather(&self, ui: &Ui, rows: &impl Rows) -> Option<String> {
        let id = gathered_of(self.id);
        let Gathered { frame, rows: mut done, all, mut text } = ui.data_mut(|data| data.remove_temp(id))?;
        let now = ui.ctx().cumulative_frame_nr();
        if now > frame + 1 {
            return None;
        }
        let whole = Arc::make_mut(&mut text);
        if done == 0 || all != self.rows {
            let heads: Vec<String> = self.columns.iter().map(|column| cell_of(column.title)).collect();
            (done, *whole) = (0, heads.join("\t"));
        }
        let end = self.rows.min(done + ROWS_IN_A_FRAME);
        for row in done..end {
            whole.push('\n');
            whole.push_str(&self.said(ui, rows, row));
        }
        if end == self.rows {
            return Some(std::mem::take(whole));
        }
        ui.data_mut(|data| data.insert_temp(id, Gathered { frame: now, rows: end, all: self.rows, text }));
        ui.ctx().request_repaint();
        None
    }
}
