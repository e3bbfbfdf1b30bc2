//! How large the window is: as it was left, and never too small to be used. Where it stands, the desktop says.

use egui::{Context, Vec2, ViewportBuilder, ViewportCommand, vec2};

use crate::model::WindowPlace;

/// Everything can be used in a window of this size, in points as they are drawn.
pub const LEAST: Vec2 = vec2(640.0, 420.0);

/// How large the window is at first: with the desktop's bars and its own it fits a screen of 1280 by 800.
pub const FIRST: Vec2 = vec2(1180.0, 690.0);

/// What a desktop's own bars leave of the screen.
const SCREEN_SHARE: f32 = 0.9;

/// A window as it was left.
#[must_use]
pub fn as_it_was(viewport: ViewportBuilder, place: WindowPlace) -> ViewportBuilder {
    let size = vec2(f32::from(place.size.0), f32::from(place.size.1)).max(LEAST);
    // Not where it stood: in the same place a second window would lie upon the first, and one of them be seen.
    viewport.with_inner_size(size).with_maximized(place.is_maximized)
}

/// How large the window is now. While it is maximized, what it was before stays `known`.
#[must_use]
pub fn now(ctx: &Context, known: Option<WindowPlace>) -> Option<WindowPlace> {
    // What is drawn larger has fewer points of its own on the same desktop.
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
            return known;
        }
        let is_maximized = viewport.maximized == Some(true);
        if let (true, Some(known)) = (is_maximized, known) {
            return Some(WindowPlace { is_maximized, ..known });
        }
        let size = input.content_rect().size() * zoom;
        Some(WindowPlace { size: (whole(size.x), whole(size.y)), is_maximized })
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the sides of a window")]
fn whole(side: f32) -> u16 {
    side.round() as u16
}

/// What the window was told of its size, and what it was before it had to grow.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The least size, in pixels.
    told: Vec2,
    /// How large it was before a larger zoom made it grow, and how large it became, in points of the desktop.
    grown: Option<(Vec2, Vec2)>,
    /// It is looked once whether the window fits the screen.
    fits: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { told: LEAST, grown: None, fits: false }
    }
}

/// A size that the desktop's own doing changes by no more than this is the same.
const SAME: f32 = 2.0;

/// Keeps the window so large that everything in it can be used, whatever the zoom, as far as the screen has the room; and
/// gives back what it took once a smaller zoom needs less.
pub fn keep_room(ctx: &Context, room: &mut Room) {
    let (screen, is_free) = ctx.input(|input| {
        let viewport = input.viewport();
        let fills = [viewport.maximized, viewport.fullscreen, viewport.minimized].contains(&Some(true));
        (viewport.monitor_size, !fills)
    });
    let zoom = ctx.zoom_factor();
    let size = ctx.content_rect().size() * zoom;
    if let Some(screen) = screen.filter(|_| !room.fits) {
        room.fits = true;
        let most = screen * zoom * SCREEN_SHARE;
        if is_free && (size.x > most.x || size.y > most.y) {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(size.min(most) / zoom));
        }
    }
    let least = screen.map_or(LEAST, |screen| LEAST.min(screen * SCREEN_SHARE));
    // In pixels: the same points are more of them when they are drawn larger.
    let pixels = (least * ctx.pixels_per_point()).round();
    if room.told == pixels {
        return;
    }
    room.told = pixels;
    ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least));
    if !is_free {
        return;
    }
    // Whoever has drawn the window larger or smaller meanwhile wants it so.
    let known = room.grown.take().filter(|(_, became)| (*became - size).abs().max_elem() <= SAME);
    let before = known.map_or(size, |(before, _)| before);
    let becomes = before.max(least * zoom);
    if becomes != before {
        room.grown = Some((before, becomes));
    }
    if (becomes - size).abs().max_elem() > SAME {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(becomes / zoom));
    }
}
