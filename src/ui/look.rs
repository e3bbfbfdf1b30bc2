//! How the window looks, as the settings have it: theme, size of everything, height of rows, motion. Colors and measures are the theme's.

use egui::style::ScrollAnimation;
use egui::{Context, Id, MouseWheelUnit, RawInput, Theme, ThemePreference, vec2};

use super::theme;
use crate::model::{Density, Settings, ThemeChoice};

/// Brings the context up to what the settings say. Whether nothing glides or fades hangs on the desktop too.
pub fn follow(ctx: &Context, settings: &Settings, has_less: bool) {
    ctx.set_theme(match settings.theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
    ctx.set_zoom_factor(f32::from(settings.zoom.percent()) / 100.0);
    theme::set_row_height(
        ctx,
        match settings.density {
            Density::Comfortable => theme::ROW_HEIGHT,
            Density::Compact => theme::COMPACT_ROW_HEIGHT,
        },
    );
    let followed = Id::unique("motion followed");
    if ctx.data(|data| data.get_temp::<bool>(followed)).unwrap_or_default() != has_less {
        ctx.data_mut(|data| data.insert_temp(followed, has_less));
        for of in [Theme::Light, Theme::Dark] {
            ctx.style_mut_of(of, |style| {
                style.animation_time = if has_less { 0.0 } else { theme::MOTION };
                style.scroll_animation = if has_less { ScrollAnimation::none() } else { ScrollAnimation::default() };
                style.visuals.text_cursor.blink = !has_less;
            });
        }
    }
}

/// Turns each notch of a wheel into movements that are too small to be drawn out over several frames.
pub fn without_gliding(ctx: &Context, input: &mut RawInput) {
    /// In points; egui lets what is below 8 pass as it is.
    const PIECE: f32 = 7.0;
    /// More than any wheel sends in a frame.
    const MOST_PIECES: f32 = 200.0;
    let line = ctx.options(|options| options.input_options.line_scroll_speed);
    let page = ctx.content_rect().height();
    let events = std::mem::take(&mut input.events);
    input.events = events
        .into_iter()
        .flat_map(|event| {
            let egui::Event::MouseWheel { unit, delta, phase, modifiers, source } = event else { return vec![event] };
            let points = match unit {
                MouseWheelUnit::Point => delta,
                MouseWheelUnit::Line => delta * line,
                MouseWheelUnit::Page => delta * page,
            };
            let pieces = (points.length() / PIECE).ceil().clamp(1.0, MOST_PIECES);
            let piece = egui::Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(points.x / pieces, points.y / pieces),
                phase,
                modifiers,
                source,
            };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 200")]
            let count = pieces as usize;
            vec![piece; count]
        })
        .collect();
}
