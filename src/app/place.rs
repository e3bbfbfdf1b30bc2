//! How large the window is: as it was left, and never too small to be used. Where it stands, the desktop says.

use egui::{Context, Vec2, ViewportBuilder, ViewportCommand, vec2};

use crate::model::WindowPlace;

/// Everything can be used in a window of this size, in points as they are drawn.
pub const LEAST: Vec2 = vec2(640.0, 420.0);

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

/// Keeps the window so large that everything in it can be used, whatever the zoom, as far as the screen has the room.
pub fn keep_room(ctx: &Context, told: &mut Vec2) {
    let screen = ctx.input(|input| input.viewport().monitor_size);
    let least = screen.map_or(LEAST, |screen| LEAST.min(screen * SCREEN_SHARE));
    // In pixels: the same points are more of them when they are drawn larger.
    let pixels = (least * ctx.pixels_per_point()).round();
    if *told != pixels {
        *told = pixels;
        ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least));
    }
}
