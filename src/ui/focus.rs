//! The keyboard's focus is seen and does not get lost: a ring is drawn around what has it, and when that goes away it goes back. Which widget takes it first is not decided here.

use egui::{Context, Id, Key, Rect, Response, Stroke, StrokeKind};

use super::table;
use super::theme::Palette;

/// How many widgets back the way is remembered.
const REMEMBERED: usize = 8;

/// A popup that closes is drawn once more after it gave the focus up.
const GRACE: u8 = 2;

/// The widgets that had the focus, the last one last.
#[derive(Clone, Debug, Default)]
struct Trail {
    ids: Vec<Id>,
    /// For so many frames nothing has had the focus.
    idle: u8,
}

/// How a list stands that a widget opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opened {
    #[default]
    No,
    Yes,
    /// Escape was pressed in it.
    Left,
}

/// Gives the focus back to the widget that opened a list or a popup, once that is closed by Escape, which takes it from all.
/// Who opened it by a press had the focus elsewhere, and goes on from here all the same.
pub fn comes_back(response: &Response, is_open: bool) {
    let id = response.id.with("was-open");
    let was = response.ctx.data_mut(|data| data.get_temp::<Opened>(id)).unwrap_or_default();
    let is_left = response.ctx.input(|input| input.key_pressed(Key::Escape));
    let is_wanted = was == Opened::Left || is_left || response.ctx.memory(|memory| memory.focused().is_none());
    if was != Opened::No && !is_open && is_wanted {
        response.request_focus();
    }
    let now = if !is_open {
        Opened::No
    } else if is_left {
        Opened::Left
    } else {
        Opened::Yes
    };
    if was != now {
        response.ctx.data_mut(|data| data.insert_temp(id, now));
    }
}

/// Looks after the focus at the end of a frame. `home` is the table that takes it where nothing of the way is left;
/// there is none behind an open dialog.
///
/// A link that leads elsewhere, a menu, a list below its field: each of them is gone once it has been used, and the
/// next Tab would begin at the top of the window.
pub fn keep(ctx: &Context, home: Option<Id>) {
    let id = Id::unique("focus-trail");
    let mut trail: Trail = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_there = |id: &Id| ctx.read_response(*id).is_some();
    if let Some(focused) = ctx.memory(|memory| memory.focused()) {
        trail.idle = 0;
        trail.ids.retain(|passed| *passed != focused);
        trail.ids.push(focused);
        if trail.ids.len() > REMEMBERED {
            trail.ids.remove(0);
        }
    } else if let Some(last) = trail.ids.last() {
        if !is_there(last) {
            trail.ids.retain(is_there);
            match (trail.ids.last(), home) {
                (Some(before), _) => ctx.memory_mut(|memory| memory.request_focus(*before)),
                (None, Some(home)) => table::focus(ctx, home),
                (None, None) => {}
            }
            ctx.request_repaint();
        } else if ctx.input(|input| input.key_pressed(Key::Escape)) {
            // egui takes the focus from whatever has it; the next Tab would begin at the top of the window.
            ctx.memory_mut(|memory| memory.request_focus(*last));
            ctx.request_repaint();
        } else if trail.idle < GRACE {
            trail.idle += 1;
            ctx.request_repaint();
        } else {
            // Given up on purpose, by a click beside it.
            trail.ids.clear();
        }
    }
    ctx.data_mut(|data| data.insert_temp(id, trail));
}

/// How far the ring reaches beyond what it is around.
pub const RING: f32 = 4.0;

/// Between a widget and its ring, so that it is seen around one that is filled with the color of the ring.
const RING_GAP: f32 = 2.0;
const RING_RADIUS: f32 = 6.0;

fn own_id() -> Id {
    Id::unique("focus is drawn")
}

/// A widget as it was last drawn; `None` while the pointer is pressed or let go of, when to ask takes the focus from a widget
/// that has just been given it.
pub fn read(ctx: &Context, id: Id) -> Option<Response> {
    if ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
        return None;
    }
    ctx.read_response(id)
}

/// Says that a widget draws by itself that it has the focus.
pub fn is_drawn(response: &Response) {
    if response.has_focus() {
        response.ctx.data_mut(|data| data.insert_temp(own_id(), response.id));
    }
}

/// Draws the ring around what has the focus, above all that lies in its layer; the widget itself stays as it is.
pub fn ring(ctx: &Context) {
    let drawn: Option<Id> = ctx.data(|data| data.get_temp(own_id()));
    ctx.data_mut(|data| data.remove::<Id>(own_id()));
    let Some(response) = ctx.memory(|memory| memory.focused()).and_then(|id| read(ctx, id)) else { return };
    // A field shows where it is typed into.
    if drawn == Some(response.id) || ctx.text_edit_focused() {
        return;
    }
    let palette = Palette::in_theme(ctx.global_style().visuals.dark_mode);
    let painter = ctx.layer_painter(response.layer_id).with_clip_rect(seen(&response));
    let around = |distance: f32, color| {
        let stroke = Stroke::new(RING_GAP, color);
        painter.rect_stroke(response.rect.expand(distance), RING_RADIUS, stroke, StrokeKind::Outside);
    };
    around(0.0, palette.page);
    around(RING_GAP, palette.accent);
}

/// Where the ring may be drawn: beyond the widget, but not where the widget is cut off.
fn seen(response: &Response) -> Rect {
    let (whole, mut seen) = (response.rect, response.interact_rect);
    let room = RING + 1.0;
    if seen.left() <= whole.left() {
        seen.min.x -= room;
    }
    if seen.right() >= whole.right() {
        seen.max.x += room;
    }
    if seen.top() <= whole.top() {
        seen.min.y -= room;
    }
    if seen.bottom() >= whole.bottom() {
        seen.max.y += room;
    }
    seen
}
