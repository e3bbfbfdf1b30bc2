//! What is written stands out from what it stands on, and what can be typed into or has the keys from what is around it: WCAG 2.2, 1.4.3 and 1.4.11.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Color32, Pos2, Rect, Shape};
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::{Language, Settings, ThemeChoice};
use upgrade_desk::state::{Command, Tab};
use upgrade_desk::ui::theme::{DARK, LIGHT, Palette};

use super::desk::{Opening, Window};
use super::gallery::{SCENES, drawn_scene};
use super::seen;

const TEXT: f64 = 4.5;
const STROKE: f64 = 3.0;
/// The guideline asks nothing of what is disabled; we do.
const DISABLED: f64 = 3.0;

fn luminance(color: Color32) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_worked_out_as_the_guideline_has_it() {
    assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-9);
    // A gray that is known to be just enough on white, and the next one that is not.
    assert!(contrast(Color32::from_gray(0x76), Color32::WHITE) > TEXT);
    assert!(contrast(Color32::from_gray(0x77), Color32::WHITE) < TEXT);
}

#[test]
fn every_color_of_words_and_signs_stands_out_from_every_surface() {
    let mut weak = Vec::new();
    for (theme, palette) in [("light", &LIGHT), ("dark", &DARK)] {
        // By name, so that a color that is added has to be put on one side or the other.
        let Palette {
            surface,
            page,
            raised,
            field,
            border: _,
            edge,
            text,
            weak: quiet,
            accent,
            on_accent,
            selection,
            good,
            good_fill,
            unknown,
            unknown_fill,
            bad,
            bad_fill,
        } = *palette;
        let surfaces = [
            ("surface", surface),
            ("page", page),
            ("raised", raised),
            ("field", field),
            ("selection", selection),
            ("good_fill", good_fill),
            ("unknown_fill", unknown_fill),
            ("bad_fill", bad_fill),
        ];
        let mut check = |what: &str, one, ground: &str, other, least| {
            let ratio = contrast(one, other);
            if ratio < least {
                weak.push(format!("{theme}: {what} on {ground}: {ratio:.2}"));
            }
        };
        for (ground, fill) in surfaces {
            for (what, color) in [
                ("text", text),
                ("weak", quiet),
                ("accent", accent),
                ("good", good),
                ("unknown", unknown),
                ("bad", bad),
            ] {
                check(what, color, ground, fill, TEXT);
            }
        }
        check("on_accent", on_accent, "accent", accent, TEXT);
        // The button that destroys.
        check("page", page, "bad", bad, TEXT);
        // The focus ring is of the accent's color. Nothing that is typed into stands on a selection or on a banner.
        for (ground, fill) in surfaces {
            check("focus ring", accent, ground, fill, STROKE);
        }
        for (ground, fill) in [("surface", surface), ("page", page), ("raised", raised), ("field", field)] {
            check("edge", edge, ground, fill, STROKE);
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

/// What is painted, in its order, with the part of the screen that it is painted on.
fn flatten<'a>(shape: &'a Shape, clip: Rect, found: &mut Vec<(&'a Shape, Rect)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(shape, clip, found)),
        shape => found.push((shape, clip)),
    }
}

/// The color at a point, once everything before has been painted.
fn ground(painted: &[(&Shape, Rect)], at: Pos2, below: Color32) -> Color32 {
    painted.iter().fold(below, |color, (shape, clip)| match shape {
        Shape::Rect(filled) if filled.blur_width == 0.0 && clip.contains(at) && filled.rect.contains(at) => {
            color.blend(filled.fill)
        }
        _ => color,
    })
}

/// The texts that do not stand out, each with how much they do. What is disabled may be paler, and is to be read all the same.
fn pale(window: &Window) -> Vec<String> {
    let screen = window.harness.ctx.content_rect();
    let mut painted = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.harness.output().shapes {
        flatten(shape, clip_rect.intersect(screen), &mut painted);
    }
    let nodes = window.harness.root().children_recursive();
    // In menus the key stands behind the name.
    let disabled: Vec<String> =
        nodes.filter(|node| node.accesskit_node().is_disabled()).map(|node| seen::name(&node)).collect();
    let mut found = Vec::new();
    for (place, (shape, clip)) in painted.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        let TextShape { galley, fallback_color, override_text_color, opacity_factor, .. } = text;
        let is_faded = *opacity_factor < 1.0 || fallback_color.a() < u8::MAX;
        let is_disabled = is_faded || disabled.iter().any(|name| name.starts_with(galley.text()));
        if galley.text().trim().is_empty() {
            continue;
        }
        let least = if is_disabled { DISABLED } else { TEXT };
        let at = text.visual_bounding_rect().center();
        if !clip.contains(at) {
            continue;
        }
        for section in &galley.job.sections {
            let own = section.format.color;
            let own = if own == Color32::PLACEHOLDER { *fallback_color } else { own };
            let color = override_text_color.unwrap_or(own).gamma_multiply(*opacity_factor);
            let behind = ground(&painted[..place], at, Color32::BLACK);
            let ratio = contrast(behind.blend(color), behind);
            if ratio < least {
                found.push(format!("{:?} {color:?} on {behind:?}: {ratio:.2}", galley.text()));
            }
        }
    }
    found
}

#[test]
fn a_disabled_action_is_told_from_one_that_can_be_taken() {
    for (theme, palette) in [(ThemeChoice::Light, &LIGHT), (ThemeChoice::Dark, &DARK)] {
        let settings = Settings { theme, ..Settings::default() };
        let mut window = Opening { settings, ..Opening::default() }.open();
        window.answer(Command::ShowOffers);
        let mut painted = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &window.harness.output().shapes {
            flatten(shape, *clip_rect, &mut painted);
        }
        let save = window.say("offers-save");
        let button = window.get(egui::accesskit::Role::Button, &save);
        assert!(button.accesskit_node().is_disabled(), "nothing was changed yet");
        let at = button.rect().left_top() + egui::vec2(5.0, 5.0);
        assert!(contrast(ground(&painted, at, Color32::BLACK), palette.accent) > STROKE, "{theme:?}");
    }
}

#[test]
fn what_is_drawn_stands_out_from_what_is_drawn_below_it() {
    let mut found = Vec::new();
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        let mut look = |window: &Window, what: &str| {
            found.extend(pale(window).into_iter().map(|text| format!("{theme:?} {what}: {text}")));
        };
        let settings = Settings { theme, ..Settings::default() };
        let mut window = Opening { settings, ..Opening::default() }.open();
        for (company, offer) in [("Contoso", "Business"), ("Northwind Traders", "Premium"), ("Fabrikam", "Premium")] {
            window.choose(company, offer);
            look(&window, company);
        }
        window.answer(Command::ShowTab(Tab::Subscriptions));
        look(&window, "all subscriptions");
        for commands in super::fits::dialogs(&window) {
            let what = format!("{commands:?}");
            commands.into_iter().for_each(|command| window.answer(command));
            look(&window, &what);
            window.press(egui::Key::Escape);
        }
        for menu in ["menu-file", "menu-edit", "menu-view"] {
            window.button(menu);
            look(&window, menu);
            window.press(egui::Key::Escape);
        }
        for scene in &SCENES {
            look(&drawn_scene(scene, theme, [1280.0, 800.0], Language::English), scene.0);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
