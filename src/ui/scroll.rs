//! What is longer than its room, for the keys: text that is a stop of Tab and scrolled by them, and the widget in focus brought into view. What is scrolled is its view's.

use egui::accesskit::Role;
use egui::{Context, EventFilter, Id, Key, Modifiers, Order, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{focus, theme, toast};

/// By how much an arrow scrolls, in points.
const LINE: f32 = 40.0;
/// Of a page, this share stays in view when the next one is turned to.
const KEPT: f32 = 0.12;
/// Further than anything reaches.
const ALL: f32 = 1e7;

/// Called first inside the scroll area that a dialog is about: makes what is read there a stop of Tab with the keys of a page,
/// of which those for whole pages scroll it wherever the focus is. Gives back the stop.
pub fn stop_ui(ui: &Ui, name: &str) -> Id {
    stop(ui, name, true)
}

/// As [`stop_ui`], for what a scroll area beside others shows: it has the keys only while it has the focus.
pub fn own_stop_ui(ui: &Ui, name: &str) -> Id {
    stop(ui, name, false)
}

fn stop(ui: &Ui, name: &str, has_pages: bool) -> Id {
    // What scrolls up and down is cut off above and below, and nowhere else.
    let room = ui.clip_rect().intersect(Rect::everything_right_of(ui.max_rect().left() - theme::SMALL_GAP));
    let room = room.intersect(Rect::everything_left_of(ui.max_rect().right() + theme::SMALL_GAP));
    let response = ui.interact(room, Id::unique(("scrolled", name)), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    let has_focus = response.has_focus();
    focus::is_drawn(&response);
    if has_focus {
        // Inside, since beyond it everything is cut off.
        let stroke = Stroke::new(2.0, theme::Palette::of(ui).accent);
        ui.painter().rect_stroke(room, 4.0, stroke, StrokeKind::Inside);
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    let page = room.height() * (1.0 - KEPT);
    let own = [(Key::ArrowUp, -LINE), (Key::ArrowDown, LINE), (Key::Space, page), (Key::Home, -ALL), (Key::End, ALL)];
    let own = own.into_iter().filter(|_| has_focus);
    by_keys(ui, own.chain(pages(page).into_iter().filter(|_| has_pages || has_focus)));
    response.id
}

/// Called inside a scroll area of the window: the keys for pages scroll it, unless a list took them or something is above it.
pub fn pages_ui(ui: &Ui) {
    let is_covered = egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    if !is_covered {
        by_keys(ui, pages(ui.clip_rect().height() * (1.0 - KEPT)));
    }
}

const fn pages(page: f32) -> [(Key, f32); 2] {
    [(Key::PageUp, -page), (Key::PageDown, page)]
}

fn by_keys(ui: &Ui, keys: impl IntoIterator<Item = (Key, f32)>) {
    for (key, distance) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, -distance));
        }
    }
}

/// What was last brought into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Followed {
    focused: Option<Id>,
    /// What the area shows: another record is followed anew.
    shows: u64,
}

/// How often a widget is scrolled to: a pass of a frame that egui draws again is forgotten with what was asked in it.
const TRIES: u8 = 3;

/// Called last inside a scroll area: brings the widget that the keys have moved to into view, and lets the reader scroll on from
/// there. Where the pointer moved the focus it is seen already.
pub fn follow_focus(ui: &Ui, area: Id, shows: u64) {
    let ctx = ui.ctx();
    let focused = ctx.memory(|memory| memory.focused());
    let followed = Followed { focused, shows };
    let before: Option<(Followed, u8)> = ctx.data(|data| data.get_temp(area));
    let left = before.filter(|(before, _)| *before == followed).map_or(TRIES, |(_, left)| left);
    if left == 0 {
        return;
    }
    let by_pointer = ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let mut left = if by_pointer { 0 } else { left - 1 };
    if let (false, Some(rect)) = (by_pointer, focused.and_then(|id| within(ctx, ui, id))) {
        // With the ring around it, and what may be said below it.
        let below = if ctx.text_edit_focused() { theme::FIELD_HEIGHT } else { 0.0 };
        let mut rect = rect.expand(focus::RING);
        rect.max.y += below;
        // A notice floats above the window, not above its dialogs.
        let notice = toast::covered(ctx).filter(|_| ui.layer_id().order == Order::Background);
        if let Some(notice) = notice.filter(|notice| notice.x_range().intersects(rect.x_range())) {
            rect.max.y += (ui.clip_rect().bottom() - notice.top()).max(0.0);
        }
        if ui.clip_rect().y_range().contains(rect.top()) && ui.clip_rect().y_range().contains(rect.bottom()) {
            left = 0;
        } else {
            ui.scroll_to_rect(rect, None);
            ctx.request_repaint();
        }
    }
    ctx.data_mut(|data| data.insert_temp(area, (followed, left)));
}

/// The place of a widget, where it is drawn inside this scroll area, in view or not: what can be seen of it then lies within
/// the room of the area.
fn within(ctx: &Context, ui: &Ui, id: Id) -> Option<Rect> {
    let response = focus::read(ctx, id)?;
    let (room, seen) = (ui.clip_rect().expand(0.5), response.interact_rect);
    let is_level = room.x_range().contains(seen.left()) && room.x_range().contains(seen.right());
    // Nothing of it is seen where it ends before it begins.
    let is_here = seen.top() >= room.top() && seen.bottom() <= room.bottom();
    (response.layer_id == ui.layer_id() && is_level && is_here).then_some(response.rect)
}
