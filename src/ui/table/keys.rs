//! The keys of a table while a row has the focus, and how a row is chosen by the pointer. What is selected is the state's.

use egui::{Id, Key, Modifiers, Response, Ui};

use super::{Happened, Rows, Table, copying};

/// How a row was selected beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Into what is selected, or out of it.
    Toggle(usize),
    /// From where selecting began to this row.
    Through(usize),
    /// Its menu was opened, which is about all that is selected.
    Lead(usize),
}

impl Table<'_> {
    /// Whether several rows are selected.
    pub(super) fn is_many(&self) -> bool {
        self.picked.is_some_and(|picked| picked > 1)
    }

    /// Looks whether a row was pressed, and how.
    pub(super) fn pressed(&self, response: &Response, rows: &impl Rows, row: usize, happened: &mut Happened) {
        let modifiers = response.ctx.input(|input| input.modifiers);
        if response.secondary_clicked() && self.is_many() && rows.is_picked(row) {
            happened.picked = Some(Picked::Lead(row));
        } else if response.clicked() && self.picked.is_some() && modifiers.command {
            happened.picked = Some(Picked::Toggle(row));
        } else if response.clicked() && self.picked.is_some() && modifiers.shift {
            happened.picked = Some(Picked::Through(row));
        } else if response.clicked() || response.secondary_clicked() {
            happened.chosen = Some(row);
        }
        if response.double_clicked() && !modifiers.command && !modifiers.shift {
            happened.opened = Some(row);
        }
    }

    /// Arrows, Home, End, pages, Enter and letters, while a row has the focus. With Shift they select further rows.
    pub(super) fn keys(&self, ui: &Ui, rows: &impl Rows, page: f32, happened: &mut Happened) {
        let Some(last) = self.rows.checked_sub(1) else { return };
        let entrance = self.selected.unwrap_or(0);
        if !ui.memory(|memory| memory.has_focus(self.row_id(rows, entrance))) {
            return;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen rows on the screen")]
        let page = page as usize;
        let at = self.selected;
        if let Some(row) = at
            && ui.input(|input| input.events.contains(&egui::Event::Copy))
        {
            if self.is_many() {
                copying::copy_picked(ui.ctx(), self.id);
            } else {
                happened.copied = Some(self.said(ui, rows, row));
            }
        }
        let down = |by: usize| Some(at.map_or(0, |at| (at + by).min(last)));
        let up = |by: usize| Some(at.map_or(0, |at| at.saturating_sub(by)));
        ui.input_mut(|input| {
            // Asked for first: without Shift a key is taken whether Shift is held or not.
            if self.picked.is_some() {
                let mut pressed = |key| input.consume_key(Modifiers::SHIFT, key);
                let to = [
                    (Key::ArrowDown, down(1)),
                    (Key::ArrowUp, up(1)),
                    (Key::PageDown, down(page)),
                    (Key::PageUp, up(page)),
                    (Key::Home, Some(0)),
                    (Key::End, Some(last)),
                ];
                let through = to.into_iter().find_map(|(key, row)| row.filter(|_| pressed(key)));
                happened.picked = through.map(Picked::Through).or(happened.picked.take());
            }
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let chosen = if pressed(Key::ArrowDown) {
                down(1)
            } else if pressed(Key::ArrowUp) {
                up(1)
            } else if pressed(Key::PageDown) {
                down(page)
            } else if pressed(Key::PageUp) {
                up(page)
            } else if pressed(Key::Home) {
                Some(0)
            } else if pressed(Key::End) {
                Some(last)
            } else {
                None
            };
            if chosen.is_some() {
                happened.chosen = chosen;
            }
            if pressed(Key::Enter) {
                happened.opened = at;
            }
            let typed: String = input
                .events
                .iter()
                .filter_map(|event| if let egui::Event::Text(text) = event { Some(text.as_str()) } else { None })
                .collect();
            // A space alone presses the row.
            if !typed.trim().is_empty() {
                happened.typed = Some(typed);
            }
        });
    }
}

/// Letters typed one after the other within a second make a word to look for.
#[must_use]
pub fn type_ahead(ui: &Ui, id: Id, typed: &str) -> String {
    const PAUSE: f64 = 1.0;
    let now = ui.input(|input| input.time);
    let (mut word, last): (String, f64) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if now - last > PAUSE {
        word.clear();
    }
    word.push_str(typed);
    ui.data_mut(|data| data.insert_temp(id, (word.clone(), now)));
    word
}
