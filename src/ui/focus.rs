//! The keyboard's focus does not get lost: when what had it goes away, it goes back. Which widget takes it first is not decided here.

use egui::{Context, Id, Response};

use super::table;

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

/// Gives the focus back to the widget that opened a list or a popup, once that is closed by Escape, which takes it from all.
pub fn comes_back(response: &Response, is_open: bool) {
    let id = response.id.with("was-open");
    let was_open = response.ctx.data_mut(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    if was_open && !is_open && response.ctx.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if was_open != is_open {
        response.ctx.data_mut(|data| data.insert_temp(id, is_open));
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
        } else if trail.idle < GRACE {
            trail.idle += 1;
            ctx.request_repaint();
        } else {
            // Given up on purpose: by Escape, or by a click beside it.
            trail.ids.clear();
        }
    }
    ctx.data_mut(|data| data.insert_temp(id, trail));
}
