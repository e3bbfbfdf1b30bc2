//! How close, how large and how still everything is: chosen in the menu or by key, and remembered.

use egui::accesskit::Role;
use egui::{Event, Key, MouseWheelUnit, RawInput, Theme, vec2};
use upgrade_desk::model::{Density, HeldColumn, Language, Settings, ThemeChoice, Zoom};
use upgrade_desk::state::{Command, Effect};
use upgrade_desk::ui::{View, look, menu, theme};

use super::desk::{CTRL, Opening, Window};
use super::keeping::entry;
use super::sizes::assert_usable;

#[track_caller]
fn kept(window: &Window) -> Settings {
    match window.asked().last() {
        Some(Effect::KeepSettings(settings)) => settings.clone(),
        other => panic!("{other:?}"),
    }
}

fn row_height(window: &Window) -> f32 {
    let rows = window.all(Role::Row, "");
    let heights: Vec<f32> = rows.iter().map(|row| row.rect().height()).collect();
    assert!(heights.windows(2).all(|pair| pair[0] == pair[1]), "{heights:?}");
    heights[0]
}

#[test]
fn the_rows_of_all_tables_are_as_high_as_was_chosen() {
    let mut window = Window::open();
    for (id, density, height) in
        [("density-compact", Density::Compact, 24.0), ("density-comfortable", Density::Comfortable, 28.0)]
    {
        window.button("menu-view");
        window.click(Role::RadioButton, &window.say(id));
        assert_eq!(kept(&window).density, density);
        // Two tables in the one tab, one in the other, one in a dialog.
        assert_eq!(row_height(&window), height);
        window.key(CTRL, Key::Num2);
        assert_eq!(row_height(&window), height);
        window.key(CTRL, Key::Num1);
        window.answer(Command::ShowHistory);
        window.answer(Command::HistoryRead((1..9).map(|seq| entry(seq, "Alpine")).collect()));
        assert_eq!(row_height(&window), height);
        window.press(Key::Escape);
    }
}

#[test]
fn rows_open_as_high_as_they_were_left_and_every_row_can_be_reached() {
    let settings = Settings { density: Density::Compact, ..Settings::default() };
    let mut window = Opening { settings, size: [900.0, 420.0], ..Opening::default() }.open();
    assert_eq!(row_height(&window), theme::COMPACT_ROW_HEIGHT);
    window.key(CTRL, Key::Num2);
    window.tab_to(Role::Row, "");
    window.press(Key::End);
    let last = window.state().session.derived.subscriptions().last().copied().unwrap();
    let customer = window.portfolio().customers.at(last.0 as usize).unwrap();
    assert_eq!(window.subscription().id, customer.subscriptions[last.1 as usize].id);
}

#[test]
fn the_keys_make_everything_larger_and_smaller_in_steps_in_dialogs_too() {
    let mut window = Window::open();
    let zoom = |window: &Window| (window.harness.ctx.zoom_factor() * 100.0).round();
    assert_eq!(zoom(&window), 100.0);
    for (key, percent) in [
        (Key::Plus, 110),
        (Key::Equals, 125),
        (Key::Plus, 150),
        (Key::Minus, 125),
        (Key::Num0, 100),
        (Key::Minus, 90),
        (Key::Minus, 80),
    ] {
        window.key(CTRL, key);
        assert_eq!((zoom(&window), kept(&window).zoom.percent()), (f32::from(percent), percent), "{key:?}");
    }
    // There it ends, and nothing is written.
    let asked = window.asked().len();
    window.key(CTRL, Key::Minus);
    assert_eq!((zoom(&window), window.asked().len()), (80.0, asked));
    window.answer(Command::AskAbout);
    window.key(CTRL, Key::Num0);
    assert_eq!(zoom(&window), 100.0);
    assert!(window.has_dialog());
}

#[test]
fn the_menu_zooms_says_how_much_and_offers_what_there_is() {
    let mut window = Window::open();
    let open = |window: &mut Window, percent: i64| {
        window.button("menu-view");
        window.button("menu-zoom");
        assert_eq!(i64::from(window.state().session.settings.zoom.percent()), percent);
    };
    open(&mut window, 100);
    assert!(window.is_disabled(Role::Button, &window.say("menu-zoom-reset")));
    window.button("menu-zoom-in");
    open(&mut window, 110);
    window.button("menu-zoom-out");
    window.answer(Command::ZoomIn);
    open(&mut window, 110);
    window.button("menu-zoom-reset");
    assert_eq!(kept(&window).zoom, Zoom::default());
    for _ in Zoom::STEPS {
        window.answer(Command::ZoomIn);
    }
    open(&mut window, 200);
    assert!(window.is_disabled(Role::Button, &window.say("menu-zoom-in")));
}

#[test]
fn a_window_opens_as_large_as_it_was_left_and_can_be_used_at_the_largest() {
    for (density, theme) in [(Density::Comfortable, ThemeChoice::Light), (Density::Compact, ThemeChoice::Dark)] {
        let zoom = Zoom::nearest(200);
        let settings = Settings { zoom, density, theme, ..Settings::default() };
        // As large as the smallest window is at 100 percent, in what is drawn.
        let window = Opening { settings, size: [1280.0, 840.0], ..Opening::default() }.open();
        assert_eq!(window.harness.ctx.content_rect().size(), vec2(640.0, 420.0));
        assert_usable(window);
    }
}

#[test]
fn the_whole_view_menu_can_be_seen_in_the_smallest_window() {
    for system in Language::ALL {
        let mut window = Opening { system, size: [640.0, 420.0], ..Opening::default() }.open();
        let screen = window.harness.ctx.content_rect();
        window.button("menu-view");
        for (role, id) in [
            (Role::RadioButton, "theme-dark"),
            (Role::RadioButton, "density-compact"),
            (Role::CheckBox, "menu-less-motion"),
            (Role::Button, "menu-language"),
        ] {
            let at = window.get(role, &window.say(id)).rect();
            assert!(screen.contains_rect(at), "{id}: {at:?}");
        }
    }
}

#[test]
fn less_motion_stills_everything_and_is_remembered() {
    let mut window = Window::open();
    let is_still = |window: &Window| {
        let ctx = &window.harness.ctx;
        let stills = [Theme::Light, Theme::Dark].map(|theme| {
            let style = ctx.style_of(theme);
            style.animation_time == 0.0 && !style.visuals.text_cursor.blink
        });
        assert_eq!(stills[0], stills[1]);
        stills[0]
    };
    let toggle = |window: &mut Window| {
        window.button("menu-view");
        window.click(Role::CheckBox, &window.say("menu-less-motion"));
    };
    assert!(!window.state().session.has_less_motion(), "it is off at first");
    toggle(&mut window);
    assert_eq!((is_still(&window), kept(&window).less_motion), (true, Some(true)));
    // As the desktop has it again.
    toggle(&mut window);
    assert_eq!((is_still(&window), kept(&window).less_motion), (false, None));
    window.answer(Command::DesktopHasLessMotion(true));
    assert!(is_still(&window), "the desktop is followed");
    toggle(&mut window);
    assert_eq!((is_still(&window), kept(&window).less_motion), (false, Some(false)));
    // Everything still opens.
    window.answer(Command::SetLessMotion(Some(true)));
    window.answer(Command::AskAbout);
    window.press(Key::Escape);
    window.menu("menu-portfolio", "menu-offers");
    assert!(window.has_dialog());
}

#[test]
fn a_notch_of_the_wheel_moves_at_once_and_as_far_as_it_would_glide() {
    let scrolled = |less: bool, frames: usize| {
        let ctx = egui::Context::default();
        let mut moved = egui::Vec2::ZERO;
        for frame in 0..frames {
            let mut input = RawInput { time: Some(frame as f64 / 60.0), ..RawInput::default() };
            if frame == 1 {
                input.events.push(Event::MouseWheel {
                    unit: MouseWheelUnit::Line,
                    delta: vec2(0.0, -3.0),
                    phase: egui::TouchPhase::Move,
                    modifiers: egui::Modifiers::NONE,
                    source: egui::MouseWheelSource::Wheel,
                });
            }
            if less {
                look::without_gliding(&ctx, &mut input);
            }
            let mut output = ctx.run_ui(input, |ui| moved += ui.input(|input| input.smooth_scroll_delta()));
            output.textures_delta.clear();
        }
        moved.y
    };
    let far = scrolled(false, 240);
    assert!(far < -50.0, "{far}");
    assert!((scrolled(true, 2) - far).abs() < 1.0, "{} {far}", scrolled(true, 2));
    assert!(scrolled(false, 2) > 0.9 * far, "it glides otherwise");
}

#[test]
fn the_zoom_menu_has_every_step_with_the_one_in_force_marked() {
    let mut window = Window::open();
    for percent in [80_u16, 200, 100] {
        let step = Zoom::nearest(percent);
        window.answer(Command::SetZoom(step));
        assert_eq!(window.state().session.settings.zoom.percent(), percent);
        let items = menu::items(View {
            portfolio: window.portfolio(),
            session: &window.state().session,
            words: window.words(),
            is_dirty: false,
        });
        let steps: Vec<bool> = items
            .iter()
            .filter(|(_, item)| item.name == "menu-zoom-step")
            .map(|(_, item)| item.chosen == Some(true))
            .collect();
        assert_eq!(steps, Zoom::STEPS.map(|other| other == step));
    }
}

#[test]
fn a_visit_to_a_large_zoom_leaves_the_list_of_subscriptions_as_high_as_it_was() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    // The line below the list stands at its lower edge.
    let height = |window: &Window| {
        let head = window.get(Role::ColumnHeader, window.words().held_column(HeldColumn::Subscription)).rect().top();
        window.get(Role::Button, &window.say("add-subscription")).rect().top() - head
    };
    let before = height(&window);
    window.harness.set_size(vec2(640.0, 300.0));
    window.settle();
    assert!(height(&window) < before);
    window.harness.set_size(vec2(1280.0, 800.0));
    window.settle();
    assert_eq!(height(&window), before);
}
