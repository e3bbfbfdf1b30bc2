//! Where the window stands and how large it is: as it was left, and always where it can be reached. What is in it is not here.

use eframe::CreationContext;
use egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};

use crate::model::WindowPlace;

/// Everything can be used in a window of this size, in points as they are drawn.
pub const LEAST: Vec2 = vec2(640.0, 420.0);

/// So much of a title bar has to lie on a screen, in pixels, so that the window can be taken hold of.
const HOLD: Vec2 = vec2(120.0, 24.0);

/// What a desktop's own bars leave of the screen.
const SCREEN_SHARE: f32 = 0.9;

/// A window as it was left.
#[must_use]
pub fn as_it_was(viewport: ViewportBuilder, place: WindowPlace) -> ViewportBuilder {
    let size = vec2(f32::from(place.size.0), f32::from(place.size.1)).max(LEAST);
    // Where it stands, the desktop says: in the same place a second window would lie upon the first, and one of them be seen.
    viewport.with_inner_size(size).with_maximized(place.is_maximized)
}

/// Where the window stands now. While it is maximized, where it stood before stays `known`.
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
        let position = viewport.outer_rect.map(|outer| whole(outer.min, zoom));
        let (width, height) = whole(input.content_rect().size().to_pos2(), zoom);
        let size = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
        Some(WindowPlace { position, size, is_maximized })
    })
}

#[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
fn whole(at: Pos2, zoom: f32) -> (i32, i32) {
    ((at.x * zoom).round() as i32, (at.y * zoom).round() as i32)
}

/// Where a window has to be put so that it can be reached; `None` where it can. In pixels.
#[must_use]
pub fn reachable(frame: Rect, screens: &[Rect]) -> Option<Pos2> {
    let title = Rect::from_min_size(frame.min, vec2(frame.width(), HOLD.y));
    let holds = |screen: &Rect| {
        let seen = screen.intersect(title);
        seen.width() >= HOLD.x.min(frame.width()) && seen.height() >= HOLD.y
    };
    let screen = screens.first().filter(|_| !screens.iter().any(holds))?;
    let room = (screen.size() - frame.size()).max(Vec2::ZERO);
    Some(screen.min + room / 2.0)
}

/// Brings a window back that was left on a screen that is no longer there.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "places on a screen")]
pub fn bring_on_screen(creation: &CreationContext<'_>, place: Option<WindowPlace>) {
    let (Some(window), Some((x, y))) = (creation.winit_window(), place.and_then(|place| place.position)) else {
        return;
    };
    let scale = window.scale_factor() as f32;
    let size = window.outer_size();
    // What was asked for: the window itself can still be on its way there.
    let frame = Rect::from_min_size(pos2(x as f32, y as f32) * scale, vec2(size.width as f32, size.height as f32));
    let screens: Vec<Rect> = window
        .available_monitors()
        .map(|screen| {
            let (at, size) = (screen.position(), screen.size());
            Rect::from_min_size(pos2(at.x as f32, at.y as f32), vec2(size.width as f32, size.height as f32))
        })
        .collect();
    if let Some(at) = reachable(frame, &screens) {
        let points = creation.egui_ctx.zoom_factor() * scale;
        creation.egui_ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at / points));
    }
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
