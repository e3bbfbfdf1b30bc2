//! The last notice, with what can be done about it: it floats above the line at the bottom and moves nothing. What it says is the words'.

use std::time::Duration;

use egui::accesskit::Role;
use egui::style::ScrollStyle;
use egui::{
    Align2, Area, Button, Color32, Context, EventFilter, Frame, Id, Key, Label, Margin, Order, Rect, RichText,
    ScrollArea, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::theme::{self, BAR_HEIGHT, GAP, Palette};
use super::{Commands, View, banner, button, icons, scroll, shortcuts, spoken, symbols};
use crate::state::{Command, Notice, Posted, Tone};

/// So long is it there where it may go unread, in seconds; while it is looked at, the time stands.
const SHOWN_FOR: f64 = 8.0;
const MOST_WIDTH: f32 = 460.0;
/// Of the window's width, so that it lies beside the customer list.
const MOST_SHARE: f32 = 0.56;
/// Of the window's height; what is longer is scrolled.
const MOST_HEIGHT_SHARE: f32 = 0.4;
/// Of that, so much is what can be done about it.
const DEEDS_HEIGHT: f32 = 36.0;
/// So high are most of them, with the gap around.
pub const HEIGHT: f32 = 60.0;

fn width(screen: Rect) -> f32 {
    MOST_WIDTH.min(screen.width() * MOST_SHARE)
}

/// Its lower right corner.
fn corner(screen: Rect) -> egui::Pos2 {
    pos2(screen.right() - GAP, screen.bottom() - BAR_HEIGHT - GAP)
}

/// The part of the window that one line of it lies on. What is listed there can be scrolled out from under it.
#[must_use]
pub fn place(ctx: &Context) -> Rect {
    let screen = ctx.content_rect();
    let corner = corner(screen);
    Rect::from_min_max(corner - vec2(width(screen), HEIGHT), corner)
}

fn covered_id() -> Id {
    Id::unique("toast covers")
}

/// What a notice covers now, or did in the frame before.
#[must_use]
pub fn covered(ctx: &Context) -> Option<Rect> {
    let (frame, rect): (u64, Rect) = ctx.data(|data| data.get_temp(covered_id()))?;
    (ctx.cumulative_frame_nr() <= frame + 1).then_some(rect)
}

/// How long a notice is still to be shown.
#[derive(Clone, Copy, Debug)]
struct Rest {
    serial: u64,
    /// In seconds.
    left: f64,
    /// When that was so.
    at: f64,
    stands: bool,
}

pub fn toast_ui(ui: &Ui, view: View<'_>, commands: &mut Commands) {
    let Some(posted) = &view.session.notice else { return };
    let ctx = ui.ctx();
    let palette = Palette::of(ui);
    let screen = ctx.content_rect();
    let tone = posted.notice.tone();
    let (fill, line) = colors(tone, palette);
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(theme::RADIUS)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(10, 6));
    // By its number, so that none is measured by the one before.
    let area = Area::new(Id::unique(("toast", posted.serial)))
        .order(Order::Middle)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(corner(screen))
        .constrain_to(screen)
        .fade_in(false);
    let shown = area.show(ctx, |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(width(screen) - 20.0);
                content_ui(ui, view, posted, commands)
            })
            .inner
    });
    let covers = (ctx.cumulative_frame_nr(), shown.response.rect);
    ctx.data_mut(|data| data.insert_temp(covered_id(), covers));
    let focused = ctx.memory(|memory| memory.focused()).filter(|focused| shown.inner.contains(focused));
    if let Some(focused) = focused {
        // Or else Escape gives the focus up and nothing more.
        let filter = EventFilter { escape: true, ..EventFilter::default() };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
            commands.push(Command::DismissNotice);
        }
    }
    // What lies under a dialog is not seen.
    let stands = focused.is_some()
        || ctx.rect_contains_pointer(shown.response.layer_id, shown.response.rect)
        || view.session.dialog.is_some();
    if posted.notice.passes() && is_over(ctx, posted.serial, stands) {
        commands.push(Command::DismissNotice);
    }
}

const fn colors(tone: Tone, palette: &Palette) -> (Color32, Color32) {
    match tone {
        Tone::Good => (palette.good_fill, palette.good),
        Tone::Plain => (palette.raised, palette.edge),
        Tone::Warning => (palette.unknown_fill, palette.unknown),
        Tone::Bad => (palette.bad_fill, palette.bad),
    }
}

/// Whether the time of a notice is over. Time that stands does not run.
fn is_over(ctx: &Context, serial: u64, stands: bool) -> bool {
    let id = Id::unique("toast rest");
    let now = ctx.input(|input| input.time);
    let before = ctx.data(|data| data.get_temp::<Rest>(id)).filter(|rest| rest.serial == serial);
    let left = before.map_or(SHOWN_FOR, |rest| if rest.stands { rest.left } else { rest.left - (now - rest.at) });
    ctx.data_mut(|data| data.insert_temp(id, Rest { serial, left, at: now, stands }));
    if !stands && left > 0.0 {
        ctx.request_repaint_after(Duration::from_secs_f64(left));
    }
    !stands && left <= 0.0
}

/// Draws it, and says which of its widgets can have the focus.
fn content_ui(ui: &mut Ui, view: View<'_>, posted: &Posted, commands: &mut Commands) -> Vec<Id> {
    let palette = Palette::of(ui);
    let tone = posted.notice.tone();
    let naming = view.customer().map_or_else(|| view.naming(), |customer| view.naming_of(customer));
    let text = naming.notice(&posted.notice);
    let most = ui.ctx().content_rect().height() * MOST_HEIGHT_SHARE;
    let mut ids = Vec::new();
    ui.horizontal_top(|ui| {
        let cross = theme::square_button();
        let whole = ui.available_width();
        let sign = RichText::new(symbols::tone(tone)).color(symbols::tone_color(tone, palette));
        let sign = ui.add_sized([18.0, cross.y], Label::new(sign));
        let room = (whole - sign.rect.width() - cross.x - 2.0 * ui.spacing().item_spacing.x).max(0.0);
        let galley = ui.painter().layout(text.clone(), theme::body(), palette.text, room);
        let is_one_line = galley.rows.len() == 1;
        ui.allocate_ui(vec2(room, most), |ui| {
            ui.vertical(|ui| {
                ui.set_width(room);
                if !is_one_line {
                    // The first line stands beside the sign and the cross.
                    ui.add_space(theme::SMALL_GAP);
                    // What is longer than its room is seen to be: the bar stands beside it from the beginning.
                    ui.spacing_mut().scroll = ScrollStyle { foreground_color: true, ..ScrollStyle::solid() };
                    let area = ScrollArea::vertical().max_height(most - DEEDS_HEIGHT);
                    area.show(ui, |ui| {
                        if galley.size().y > most - DEEDS_HEIGHT {
                            ids.push(scroll::own_stop_ui(ui, &text));
                        }
                        banner::said_ui(ui, &text, tone == Tone::Bad);
                    });
                }
                ui.horizontal_wrapped(|ui| {
                    if is_one_line {
                        banner::said_ui(ui, &text, tone == Tone::Bad);
                    }
                    // Under a dialog nothing can be pressed.
                    if view.session.dialog.is_none() {
                        ids.extend(deeds_ui(ui, view, &posted.notice, &text, commands));
                    }
                });
            });
        });
        let dismiss = button::sign_ui(ui, icons::X, view.say("dismiss"));
        spoken::description(&dismiss, &text);
        ids.push(dismiss.id);
        if dismiss.clicked() {
            commands.push(Command::DismissNotice);
        }
    });
    ids
}

/// What can be done about a notice.
fn deeds_ui(ui: &mut Ui, view: View<'_>, notice: &Notice, text: &str, commands: &mut Commands) -> Vec<Id> {
    let mut deeds: Vec<(&str, Command)> = Vec::new();
    if view.session.can_undo_what_is_noticed() {
        deeds.push(("menu-undo", Command::Undo));
    }
    if view.session.can_redo_what_is_noticed() {
        deeds.push(("menu-redo", Command::Redo));
    }
    if matches!(notice, Notice::OpenedWithFindings { .. }) {
        deeds.push(("findings-show-all", Command::ShowFindings));
    }
    if matches!(notice, Notice::Failed(_) | Notice::NotKept(_)) {
        deeds.push(("copy-message", Command::CopyText(text.to_owned())));
    }
    let mut ids = Vec::new();
    for (id, command) in deeds {
        let response = deed_ui(ui, view, id);
        ids.push(response.id);
        if response.clicked() {
            commands.push(command);
        }
    }
    ids
}

/// A button that says its key.
fn deed_ui(ui: &mut Ui, view: View<'_>, id: &str) -> egui::Response {
    let name = view.words.say(id);
    let Some(keys) = shortcuts::keys_of(ui.ctx(), view.words, id) else { return ui.button(name) };
    let response = ui.add(Button::new(name).shortcut_text(&keys));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    response
}
