//! Buttons of the program's own look: the one that counts, plain ones, signs and links.

use egui::accesskit::Role;
use egui::{
    Button, Context, Id, Popup, PopupCloseBehavior, Response, RichText, Stroke, TextWrapMode, Ui, UiBuilder, WidgetInfo,
};

use super::theme::{self, Palette};
use super::{focus, form, spoken};
use crate::text::shown;

/// The reasons of a blocked action are lines of this width.
const REASONS_WIDTH: f32 = 340.0;

/// The action that a dialog is for.
#[derive(Clone, Copy, Debug)]
pub struct Main {
    pub id: Id,
    /// It was drawn, not only measured.
    pub is_drawn: bool,
}

fn main_id() -> Id {
    Id::unique("main button")
}

/// The action that was last drawn as the one that a view is about, where it can be taken.
pub fn main(ctx: &Context) -> Option<Main> {
    ctx.data(|data| data.get_temp(main_id()))
}

/// Another view begins.
pub fn forget_main(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Main>(main_id()));
}

/// The one action that a view is about, in its color. Where it cannot be taken it has none: white on a pale accent could
/// hardly be read.
fn primary(ui: &Ui, text: &str, is_on: bool) -> Button<'static> {
    let palette = Palette::of(ui);
    let (color, fill) = if is_on { (palette.on_accent, palette.accent) } else { (palette.text, palette.raised) };
    let label = RichText::new(text).font(theme::semibold()).color(color);
    Button::new(label).fill(fill).stroke(Stroke::NONE)
}

/// The one action that a view is about.
pub fn primary_ui(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let button = primary(ui, text, enabled);
    let response = ui.add_enabled(enabled, button);
    if enabled {
        let main = Main { id: response.id, is_drawn: response.enabled() };
        ui.data_mut(|data| data.insert_temp(main_id(), main));
    }
    response
}

/// A primary action that can be blocked. Says whether it may go ahead.
pub fn guarded_ui(ui: &mut Ui, text: &str, reasons: &[String]) -> bool {
    let button = primary(ui, text, reasons.is_empty());
    let draw = |ui: &mut Ui| {
        let response = ui.add(button);
        let main = Main { id: response.id, is_drawn: response.enabled() };
        ui.data_mut(|data| data.insert_temp(main_id(), main));
        response
    };
    // One id whether it is blocked or not, so that the focus stays when the last reason goes away.
    ui.scope_builder(UiBuilder::new().id_salt("guarded"), |ui| blocked_by_ui(ui, reasons, draw)).inner
}

/// An action that can be blocked. Says whether it is to go ahead.
///
/// A blocked one stays where Tab comes to it, looks and is told as one that is off, and when it is pressed lists the
/// reasons: a button that is merely dead leaves who does not see the lines above it with no way to ask.
pub fn blocked_by_ui(ui: &mut Ui, reasons: &[String], button: impl FnOnce(&mut Ui) -> Response) -> bool {
    let is_blocked = !reasons.is_empty();
    // In no Ui of its own: it would not go to the next line where there is no room for it.
    let opacity = ui.opacity();
    if is_blocked {
        ui.multiply_opacity(ui.visuals().disabled_alpha());
    }
    let response = button(ui);
    ui.set_opacity(opacity);
    if !is_blocked {
        return response.clicked();
    }
    spoken::blocked(&response, &reasons.join("\n"));
    let popup = Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let is_open = popup.is_open();
    popup.width(REASONS_WIDTH).show(|ui| {
        ui.set_max_width(REASONS_WIDTH);
        for reason in reasons {
            form::reason_ui(ui, reason);
        }
    });
    focus::comes_back(&response, is_open);
    if !is_open {
        response.on_hover_text(reasons.join("\n"));
    }
    false
}

/// A primary action with a sign before its words, that can be blocked. Says whether it may go ahead.
pub fn guarded_sign_ui(ui: &mut Ui, sign: &str, text: &str, reasons: &[String]) -> bool {
    let button = primary(ui, &format!("{sign}  {text}"), reasons.is_empty());
    blocked_by_ui(ui, reasons, |ui| {
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
        response
    })
}

/// An action that destroys.
pub fn danger_ui(ui: &mut Ui, text: &str) -> Response {
    let palette = Palette::of(ui);
    let label = RichText::new(text).font(theme::semibold()).color(palette.page);
    ui.add(Button::new(label).fill(palette.bad).stroke(Stroke::NONE))
}

/// A sign alone, named for those who do not see it and for who hovers.
pub fn sign_ui(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let response = ui.add(Button::new(sign).frame_when_inactive(false).min_size(theme::square_button()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name)
}

/// A sign and words.
pub fn sign_text_ui(ui: &mut Ui, sign: &str, text: &str) -> Response {
    let response = ui.button(format!("{sign}  {text}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    response
}

/// A link of so many letters stands on a line of its own rather than being broken.
const UNBROKEN: usize = 48;

/// Words that lead somewhere.
pub fn link_ui(ui: &mut Ui, text: &str) -> Response {
    let text = &*shown(text);
    let palette = Palette::of(ui);
    let wrap = ui.style().wrap_mode;
    if text.chars().take(UNBROKEN + 1).count() <= UNBROKEN {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    }
    let response = ui.link(RichText::new(text).color(palette.accent));
    ui.style_mut().wrap_mode = wrap;
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    response
}
