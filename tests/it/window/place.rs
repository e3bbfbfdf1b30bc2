//! The window stands where it was left, and where it can be reached.

use egui::{Context, RawInput, Rect, ViewportBuilder, ViewportId, ViewportInfo, pos2, vec2};
use upgrade_desk::app::place;
use upgrade_desk::model::WindowPlace;

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

#[test]
fn a_window_that_can_be_taken_hold_of_stays_where_it_was() {
    let screens = [rect(0.0, 0.0, 1920.0, 1080.0), rect(1920.0, 0.0, 1280.0, 1024.0)];
    for frame in [
        rect(100.0, 100.0, 1280.0, 800.0),
        rect(2000.0, 50.0, 1280.0, 800.0),
        // A half or more of it is beside the screens.
        rect(-700.0, 300.0, 1280.0, 800.0),
        rect(3000.0, 900.0, 1280.0, 800.0),
    ] {
        assert_eq!(place::reachable(frame, &screens), None, "{frame:?}");
    }
    // Where nothing is known of screens, nothing is known better.
    assert_eq!(place::reachable(rect(-5000.0, 0.0, 640.0, 480.0), &[]), None);
}

#[test]
fn a_window_on_a_screen_that_is_gone_comes_to_the_middle_of_the_first() {
    let screens = [rect(0.0, 0.0, 1920.0, 1080.0)];
    assert_eq!(place::reachable(rect(2000.0, 50.0, 1280.0, 800.0), &screens), Some(pos2(320.0, 140.0)));
    // Its title bar is above the screen.
    assert!(place::reachable(rect(100.0, -200.0, 1280.0, 800.0), &screens).is_some());
    // It is larger than the screen: its title bar is what has to be seen.
    assert_eq!(place::reachable(rect(5000.0, 5000.0, 4000.0, 3000.0), &screens), Some(pos2(0.0, 0.0)));
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
fn the_place_is_the_same_at_every_zoom() {
    let here = WindowPlace { position: Some((-300, 60)), size: (1000, 700), is_maximized: false };
    for zoom in [0.8, 1.0, 1.25, 2.0] {
        assert_eq!(seen(zoom, false, None), Some(here), "{zoom}");
    }
}

#[test]
fn a_maximized_window_remembers_where_it_stood_before() {
    let before = WindowPlace { position: Some((7, 8)), size: (900, 600), is_maximized: false };
    assert_eq!(seen(1.0, true, Some(before)), Some(WindowPlace { is_maximized: true, ..before }));
}

#[test]
fn a_window_opens_as_it_was_left_and_never_too_small_to_be_used() {
    let open = |size, is_maximized| {
        let place = WindowPlace { position: Some((-300, 60)), size, is_maximized };
        place::as_it_was(ViewportBuilder::default(), place)
    };
    let viewport = open((1000, 700), true);
    assert_eq!(viewport.inner_size, Some(vec2(1000.0, 700.0)));
    assert_eq!(viewport.position, None, "a second window would lie upon the first");
    assert_eq!(viewport.maximized, Some(true));
    assert_eq!(open((0, 9), false).inner_size, Some(place::LEAST));
}
