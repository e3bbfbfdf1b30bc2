//! A few pictures of the window, compared pixel by pixel. They need a Vulkan device, which may be made of software.

use std::panic::catch_unwind;

use egui::accesskit::Role;
use egui_kittest::SnapshotOptions;
use egui_kittest::wgpu::WgpuTestRenderer;
use upgrade_desk::model::{Language, Settings, ThemeChoice};

use super::desk::{Opening, Window};

/// Set where the pictures have to be compared, so that a machine that cannot draw them fails.
const NO_SKIP: &str = "UPGRADE_DESK_NO_SKIP";

/// Whether pictures can be drawn here. Where not, the tests say so and pass.
#[expect(clippy::print_stdout, reason = "what was not tested is said where the results are read")]
fn can_draw(picture: &str) -> bool {
    if catch_unwind(WgpuTestRenderer::new).is_ok() {
        return true;
    }
    assert!(std::env::var_os(NO_SKIP).is_none(), "no adapter to draw {picture} with, and {NO_SKIP} is set");
    println!("skipped: pictures ({picture}): no adapter found");
    false
}

fn assert_looks_as_before(mut window: Window, picture: &str) {
    window.away_with_the_pointer();
    // Drivers round differently at the edges of letters.
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(40).output_path("tests/it/window/pictures");
    window.harness.snapshot_options(picture, &options);
}

fn opened(theme: ThemeChoice, size: [f32; 2]) -> Window {
    Opening { settings: Settings { theme, ..Settings::default() }, size, ..Opening::default() }.open()
}

#[test]
fn the_main_window_in_light_looks_as_before() {
    if !can_draw("main-light") {
        return;
    }
    let mut window = opened(ThemeChoice::Light, [1060.0, 640.0]);
    window.choose("Contoso", "Business");
    assert_looks_as_before(window, "main-light");
}

#[test]
fn the_list_of_opportunities_in_dark_looks_as_before() {
    if !can_draw("opportunities-dark") {
        return;
    }
    let mut window = opened(ThemeChoice::Dark, [900.0, 360.0]);
    window.click(Role::Tab, &window.say("tab-subscriptions"));
    assert_looks_as_before(window, "opportunities-dark");
}

#[test]
fn the_upgrade_dialog_looks_as_before() {
    if !can_draw("upgrade-dialog") {
        return;
    }
    let mut window = opened(ThemeChoice::Light, [620.0, 700.0]);
    window.choose("Trey Research", "Business");
    window.button("menu-portfolio");
    window.button("menu-upgrade");
    assert_looks_as_before(window, "upgrade-dialog");
}

#[test]
fn a_blocked_ledger_looks_as_before() {
    if !can_draw("blocked-ledger-dark") {
        return;
    }
    let mut window = opened(ThemeChoice::Dark, [900.0, 820.0]);
    window.button("dismiss");
    window.choose("Fabrikam", "Premium");
    window.get(Role::Button, &format!("{}. ", window.say("condition-role"))).scroll_to_me();
    window.settle();
    assert_looks_as_before(window, "blocked-ledger-dark");
}

#[test]
fn a_french_window_in_dark_with_a_blocked_subscription_looks_as_before() {
    if !can_draw("blocked-french-dark") {
        return;
    }
    let settings = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
    let opening = Opening { settings, system: Language::French, size: [1180.0, 760.0], ..Opening::default() };
    let mut window = opening.open();
    window.button("dismiss");
    window.choose("Fabrikam", "Premium");
    assert_looks_as_before(window, "blocked-french-dark");
}
