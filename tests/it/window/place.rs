//! The window is as large as it was left.

use egui::{Context, RawInput, Rect, Vec2, ViewportBuilder, ViewportCommand, ViewportId, ViewportInfo, pos2, vec2};
use upgrade_desk::app::place;
use upgrade_desk::model::WindowPlace;

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

/// What a window of this outer place and inner size says of itself, at a zoom.
fn seen(zoom: f32, maximized: bool, known: Option<WindowPlace>) -> Option<WindowPlace> {
    let ctx = Context::default();
    ctx.options_mut(|options| options.zoom_factor = zoom);
    let mut found = None;
    let info = ViewportInfo {
        outer_rect: Some(rect(-300.0 / zoom, 60.0 / zoom, 1000.0 / zoom, 730.0 / zoom)),
        maximized: Some(maximized),
        ..ViewportInfo::default()
    };
    let mut input = RawInput { screen_rect: Some(rect(0.0, 0.0, 1000.0 / zoom, 700.0 / zoom)), ..RawInput::default() };
    input.viewports.insert(ViewportId::ROOT, info);
    ctx.run_ui(input, |ui| found = place::now(ui.ctx(), known)).textures_delta.clear();
    found
}

#[test]
fn the_size_is_the_same_at_every_zoom() {
    let here = WindowPlace { size: (1000, 700), is_maximized: false };
    for zoom in [0.8, 1.0, 1.25, 2.0] {
        assert_eq!(seen(zoom, false, None), Some(here), "{zoom}");
    }
}

#[test]
fn a_maximized_window_remembers_how_large_it_was_before() {
    let before = WindowPlace { size: (900, 600), is_maximized: false };
    assert_eq!(seen(1.0, true, Some(before)), Some(WindowPlace { is_maximized: true, ..before }));
}

#[test]
fn a_window_opens_as_it_was_left_and_never_too_small_to_be_used() {
    let open = |size, is_maximized| {
        let place = WindowPlace { size, is_maximized };
        place::as_it_was(ViewportBuilder::default(), place)
    };
    let viewport = open((1000, 700), true);
    assert_eq!(viewport.inner_size, Some(vec2(1000.0, 700.0)));
    assert_eq!(viewport.position, None, "a second window would lie upon the first");
    assert_eq!(viewport.maximized, Some(true));
    assert_eq!(open((0, 9), false).inner_size, Some(place::LEAST));
}

/// What a window of a size on a screen is told, at one zoom after the other. It becomes as large as it is told.
fn told(mut size: Vec2, screen: Vec2, zooms: &[f32]) -> Vec<Vec2> {
    let ctx = Context::default();
    let mut room = place::Room::default();
    let mut all = Vec::new();
    for zoom in zooms {
        ctx.options_mut(|options| options.zoom_factor = *zoom);
        for _ in 0..2 {
            let info = ViewportInfo {
                native_pixels_per_point: Some(1.0),
                monitor_size: Some(screen / *zoom),
                ..ViewportInfo::default()
            };
            let area = Rect::from_min_size(pos2(0.0, 0.0), size / *zoom);
            let mut input = RawInput { screen_rect: Some(area), ..RawInput::default() };
            input.viewports.insert(ViewportId::ROOT, info);
            let mut output = ctx.run_ui(input, |ui| place::keep_room(ui.ctx(), &mut room));
            output.textures_delta.clear();
            for command in output.viewport_output.remove(&ViewportId::ROOT).unwrap().commands {
                if let ViewportCommand::InnerSize(wanted) = command {
                    size = wanted * *zoom;
                }
            }
        }
        all.push(size.round());
    }
    all
}

#[test]
fn the_first_window_fits_a_small_screen_with_its_title_and_the_desktops_bars() {
    const { assert!(place::FIRST.x <= 1280.0 * 0.95 && place::FIRST.y <= 800.0 - 100.0) };
    let screen = vec2(1024.0, 700.0);
    let sizes = told(place::FIRST, screen, &[1.0]);
    assert!(sizes[0].x <= screen.x * 0.91 && sizes[0].y <= screen.y * 0.91, "{sizes:?}");
}

#[test]
fn a_visit_to_200_percent_leaves_the_window_as_large_as_it_was() {
    let (size, screen) = (vec2(1000.0, 600.0), vec2(1920.0, 1080.0));
    let sizes = told(size, screen, &[1.0, 2.0, 1.0]);
    assert_eq!((sizes[0], sizes[2]), (size, size));
    assert!(sizes[1].x >= 1280.0 && sizes[1].y >= 840.0, "{sizes:?}");
}
