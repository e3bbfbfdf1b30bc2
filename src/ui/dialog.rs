//! The frame of every dialog: title, content, buttons at the right, Escape, Enter, and the focus on its first widget, or on the button that it is for.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Area, Context, Event, FocusDirection, Frame, Id, InputState, Key, Layout, Modal, Popup, Rect,
    RichText, ScrollArea, Ui, vec2,
};

use super::theme::{FIELD_HEIGHT, GAP, Palette, WIDE_GAP};
use super::{button, field, scroll};
use crate::text::shown;

/// What ends a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Open,
    /// Escape, or a click beside it.
    Dismissed,
}

/// Draws a dialog of a width, its content scrolled where it is higher than the window, its buttons below.
///
/// What the content gives back is handed to the buttons, and whether Enter was pressed in one of its fields of one line.
pub fn dialog_ui<R>(
    ctx: &Context,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
    buttons: impl FnOnce(&mut Ui, R, bool),
) -> Ended {
    // Whoever reads a title has what the dots of a menu announce.
    let title = &*shown(title.trim_end_matches('…'));
    let opening = offer_focus(ctx, title);
    let screen = ctx.content_rect();
    let width = width.min(screen.width() - 2.0 * WIDE_GAP);
    let frame = Frame::window(&ctx.global_style()).inner_margin(egui::Margin::same(20));
    let id = Id::unique(("dialog", title));
    let area = keeping_its_top(ctx, id);
    let response = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width - 40.0);
        let palette = Palette::of(ui);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
        let heading = RichText::new(title).text_style(egui::TextStyle::Heading).color(palette.text);
        ui.add(egui::Label::new(heading).truncate());
        ui.add_space(GAP);
        let room = (screen.height() - 180.0).max(120.0);
        // As high as its content or the room there is, whatever the dialog's height was a frame ago; the bar stands beside
        // the content, not on it.
        ui.spacing_mut().scroll.floating_allocated_width = 10.0;
        let area = ScrollArea::vertical().id_salt("dialog-content").auto_shrink([false, true]);
        let area = area.max_height(room).min_scrolled_height(room);
        let field = field_in_focus(ctx);
        let given = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let given = content(ui);
            scroll::follow_focus(ui, Id::unique(("dialog followed", title)), 0);
            given
        });
        let entered = field.is_some_and(|field| was_entered(ctx, field));
        ui.add_space(WIDE_GAP);
        with_focus_on_main(ctx, opening, || buttons_ui(ui, |ui| buttons(ui, given.inner, entered)));
    });
    look_whether_it_was_taken(ctx, title, opening);
    remember_top(ctx, id, response.response.rect);
    let is_beside = response.backdrop_response.clicked();
    if !response.should_close() {
        return Ended::Open;
    }
    // A click that went astray is not to cost what was typed, nor the Escape that gives up a word that is being composed.
    let composing = field::composing(ctx).filter(|_| !is_beside);
    if let Some(field) = composing {
        // Escape takes the focus from whatever has it.
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
    let is_kept = composing.is_some() || is_beside && field::has_typed(ctx);
    if is_kept { Ended::Open } else { Ended::Dismissed }
}

/// The buttons at the right, drawn as they are read, so that Tab and a screen reader come to them in that order; how much room
/// they take is therefore known from the frame before.
fn buttons_ui(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    let taken = ui.scope_id().with("width of the buttons");
    let width: Option<f32> = ui.data(|data| data.get_temp(taken));
    // A height of its own: the line would take what a higher content has left, and the dialog never shrink again.
    let line = vec2(ui.available_width(), FIELD_HEIGHT);
    ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space((line.x - width.unwrap_or_default()).max(0.0));
        let drawn = ui.horizontal(buttons).response.rect.width();
        if width != Some(drawn) {
            ui.data_mut(|data| data.insert_temp(taken, drawn));
            ui.ctx().request_repaint();
        }
    });
}

/// Where nothing in the content takes the focus as the dialog opens, the button that the dialog is for has it, not the first.
fn with_focus_on_main(ctx: &Context, opening: Opening, buttons: impl FnOnce()) {
    let is_free = || opening.wants_focus && ctx.memory(|memory| memory.focused().is_none());
    // In the first frame nobody knows yet whether there is such a button.
    let may_have_main = opening.is_first || button::main(ctx).is_some();
    if may_have_main && is_free() {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    buttons();
    // While the dialog is only measured, nobody can say what its content takes.
    if let Some(main) = button::main(ctx).filter(|main| may_have_main && main.is_drawn)
        && is_free()
    {
        ctx.memory_mut(|memory| memory.request_focus(main.id));
    }
}

/// Where a dialog stands: in the middle until somebody has begun to use it, also when what it shows comes after it opened, and
/// from then on its top edge stays as it grows or shrinks.
#[derive(Clone, Copy, Debug)]
struct Standing {
    frame: u64,
    /// How often it was drawn in this window, up to [`MEASURED`].
    times: u8,
    /// A key or the pointer was pressed while it was there.
    is_used: bool,
    screen: Rect,
    rect: Rect,
}

/// So often is a dialog drawn before its size is its own.
const MEASURED: u8 = 3;

/// What a dialog leaves free above and below it.
const EDGE: f32 = 8.0;

fn standing(ctx: &Context, id: Id) -> Option<Standing> {
    let (frame, screen) = (ctx.cumulative_frame_nr(), ctx.content_rect());
    let before: Option<Standing> = ctx.data(|data| data.get_temp(id.with("standing")));
    // In another window, or one of another size, it stands in the middle anew.
    before.filter(|before| frame <= before.frame + 1 && before.screen == screen)
}

fn keeping_its_top(ctx: &Context, id: Id) -> Area {
    let area = Modal::default_area(id);
    let Some(before) = standing(ctx, id).filter(|before| before.is_used && before.times >= MEASURED) else {
        return area;
    };
    let lowest = (before.screen.height() - before.rect.height() - EDGE).max(EDGE);
    let top = (before.rect.top() - before.screen.top()).min(lowest).max(EDGE);
    area.anchor(Align2::CENTER_TOP, vec2(0.0, top))
}

fn remember_top(ctx: &Context, id: Id, rect: Rect) {
    let before = standing(ctx, id);
    let times = before.map_or(1, |before| before.times.saturating_add(1).min(MEASURED));
    if times < MEASURED || before.is_some_and(|before| before.rect.height() != rect.height()) {
        ctx.request_repaint();
    }
    let is_used = before.is_some_and(|before| before.is_used || ctx.input(is_pressed));
    let (frame, screen) = (ctx.cumulative_frame_nr(), ctx.content_rect());
    ctx.data_mut(|data| data.insert_temp(id.with("standing"), Standing { frame, times, is_used, screen, rect }));
}

/// Whether something was begun in a frame, by keys, by the pointer or by a screen reader.
fn is_pressed(input: &InputState) -> bool {
    input.events.iter().any(|event| {
        matches!(
            event,
            Event::Key { pressed: true, .. }
                | Event::PointerButton { pressed: true, .. }
                | Event::Text(_)
                | Event::Paste(_)
                | Event::Ime(_)
                | Event::AccessKitActionRequest(_)
        )
    })
}

/// When a dialog was last drawn, and whether it still looks for a widget to give the focus to.
#[derive(Clone, Copy, Debug)]
struct Opening {
    frame: u64,
    is_first: bool,
    wants_focus: bool,
}

/// The first widget of a dialog that has just opened takes the focus, unless the dialog gives it to another.
fn offer_focus(ctx: &Context, title: &str) -> Opening {
    let frame = ctx.cumulative_frame_nr();
    // A dialog that was not drawn in the frame before has just opened.
    let before: Option<Opening> = ctx.data(|data| data.get_temp(opening_id(title)));
    let before = before.filter(|before| frame <= before.frame + 1);
    let just_opened = before.is_none();
    if just_opened {
        field::begin_dialog(ctx);
        button::forget_main(ctx);
    }
    let opening = before.unwrap_or(Opening { frame, is_first: true, wants_focus: true });
    ctx.memory_mut(|memory| {
        if let (true, Some(focused)) = (just_opened, memory.focused()) {
            memory.surrender_focus(focused);
        }
        if opening.wants_focus && memory.focused().is_none() {
            memory.move_focus(FocusDirection::Next);
        }
    });
    Opening { frame, is_first: just_opened, ..opening }
}

/// The first time that a dialog is drawn it is only measured, and nothing in it can take the focus.
fn look_whether_it_was_taken(ctx: &Context, title: &str, mut opening: Opening) {
    if opening.wants_focus {
        opening.wants_focus = ctx.memory(|memory| memory.focused().is_none());
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(opening_id(title), opening));
}

fn opening_id(title: &str) -> Id {
    Id::unique(("dialog-opened", title))
}

/// The text field that has the focus, but for one in a list that is open above the dialog.
fn field_in_focus(ctx: &Context) -> Option<Id> {
    if ctx.text_edit_focused() && !Popup::is_any_open(ctx) { ctx.memory(|memory| memory.focused()) } else { None }
}

/// Whether a field was left by Enter. It keeps the focus: where nothing comes of it, there is something to mend.
fn was_entered(ctx: &Context, field: Id) -> bool {
    let entered = ctx.input(|input| input.key_pressed(Key::Enter)) && !ctx.memory(|memory| memory.has_focus(field));
    if entered {
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
    entered && field::composing(ctx).is_none()
}
