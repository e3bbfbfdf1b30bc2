//! Every color, size, distance and font of the window. Nothing is drawn here.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Id, Margin, Shadow,
    Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals, vec2,
};

use super::quiet::Quiet;
use super::spoken::Signs;

/// The grid that distances are multiples of, in points.
pub const GRID: f32 = 4.0;
pub const SMALL_GAP: f32 = GRID;
pub const GAP: f32 = 2.0 * GRID;
pub const WIDE_GAP: f32 = 4.0 * GRID;
/// The height of rows in tables that stand comfortably, and of lines in dialogs.
pub const ROW_HEIGHT: f32 = 28.0;
pub const COMPACT_ROW_HEIGHT: f32 = 24.0;
pub const HEADER_HEIGHT: f32 = 28.0;
pub const FIELD_HEIGHT: f32 = 26.0;
pub const LABEL_WIDTH: f32 = 112.0;
pub const WIDE_LABEL_WIDTH: f32 = 144.0;
pub const FIELD_WIDTH: f32 = 212.0;
/// In a dialog, where an ID has to fit.
pub const WIDE_FIELD_WIDTH: f32 = 340.0;
pub const BAR_HEIGHT: f32 = 28.0;
/// The line below a list.
pub const FOOT_HEIGHT: f32 = 34.0;
/// A list in a dialog is never lower than this,
pub const LEAST_LIST_HEIGHT: f32 = 96.0;
/// nor higher than this.
pub const MOST_LIST_HEIGHT: f32 = 420.0;
pub const DIALOG_WIDTH: f32 = 560.0;
pub const WIDE_DIALOG_WIDTH: f32 = 860.0;
/// As wide as lines are read easily, and the chapters beside them.
pub const MANUAL_WIDTH: f32 = 900.0;
pub const CUSTOMER_LIST_WIDTH: f32 = 448.0;
pub const LEDGER_LABEL_WIDTH: f32 = 156.0;
pub const LEDGER_TARGET_WIDTH: f32 = 76.0;
pub const LEDGER_WIDEST_TARGET: f32 = 144.0;
/// How long what opens or lights up takes for it, in seconds.
pub const MOTION: f32 = 0.08;
pub const RADIUS: u8 = 6;
const SMALL_RADIUS: u8 = 4;

const SIZE_SMALL: f32 = 12.0;
const SIZE_BODY: f32 = 13.5;
const SIZE_HEADING: f32 = 18.0;
const SIZE_TITLE: f32 = 15.0;
/// By how much Chinese letters are larger where Latin ones are semibold.
const CHINESE_HEADS: f32 = 1.1;

/// The family of the semibold face.
pub const SEMIBOLD: &str = "semibold";

/// The colors of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Bars and lists.
    pub surface: Color32,
    /// What is read and edited.
    pub page: Color32,
    /// Cards, headers of tables, hovered rows.
    pub raised: Color32,
    pub field: Color32,
    pub border: Color32,
    /// Around what can be typed into or ticked.
    pub edge: Color32,
    pub text: Color32,
    pub weak: Color32,
    /// What can be done.
    pub accent: Color32,
    pub on_accent: Color32,
    pub selection: Color32,
    pub good: Color32,
    pub good_fill: Color32,
    pub unknown: Color32,
    pub unknown_fill: Color32,
    pub bad: Color32,
    pub bad_fill: Color32,
}

pub const LIGHT: Palette = Palette {
    surface: Color32::from_rgb(0xf3, 0xf5, 0xf7),
    page: Color32::from_rgb(0xff, 0xff, 0xff),
    raised: Color32::from_rgb(0xe9, 0xed, 0xf1),
    field: Color32::from_rgb(0xff, 0xff, 0xff),
    border: Color32::from_rgb(0xd5, 0xdc, 0xe3),
    edge: Color32::from_rgb(0x7b, 0x87, 0x94),
    text: Color32::from_rgb(0x18, 0x22, 0x2d),
    weak: Color32::from_rgb(0x53, 0x60, 0x6e),
    accent: Color32::from_rgb(0x0b, 0x66, 0x78),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    selection: Color32::from_rgb(0xd3, 0xe8, 0xec),
    good: Color32::from_rgb(0x1b, 0x6e, 0x33),
    good_fill: Color32::from_rgb(0xe3, 0xf4, 0xe7),
    unknown: Color32::from_rgb(0x85, 0x54, 0x00),
    unknown_fill: Color32::from_rgb(0xfc, 0xf0, 0xd9),
    bad: Color32::from_rgb(0xaa, 0x24, 0x1c),
    bad_fill: Color32::from_rgb(0xfb, 0xe7, 0xe5),
};

pub const DARK: Palette = Palette {
    surface: Color32::from_rgb(0x16, 0x1b, 0x21),
    page: Color32::from_rgb(0x1d, 0x23, 0x2b),
    raised: Color32::from_rgb(0x29, 0x31, 0x3b),
    field: Color32::from_rgb(0x14, 0x19, 0x1f),
    border: Color32::from_rgb(0x39, 0x43, 0x4f),
    edge: Color32::from_rgb(0x6d, 0x7b, 0x8a),
    text: Color32::from_rgb(0xe8, 0xec, 0xf1),
    weak: Color32::from_rgb(0xa4, 0xb0, 0xbd),
    accent: Color32::from_rgb(0x55, 0xc6, 0xd6),
    on_accent: Color32::from_rgb(0x06, 0x1f, 0x25),
    selection: Color32::from_rgb(0x1f, 0x45, 0x50),
    good: Color32::from_rgb(0x7d, 0xd3, 0x94),
    good_fill: Color32::from_rgb(0x1d, 0x36, 0x27),
    unknown: Color32::from_rgb(0xea, 0xbd, 0x64),
    unknown_fill: Color32::from_rgb(0x3a, 0x30, 0x1b),
    bad: Color32::from_rgb(0xff, 0x9c, 0x92),
    bad_fill: Color32::from_rgb(0x42, 0x24, 0x23),
};

impl Palette {
    /// The palette of the theme that a view is drawn in.
    #[must_use]
    pub fn of(ui: &Ui) -> &'static Self {
        Self::in_theme(ui.visuals().dark_mode)
    }

    #[must_use]
    pub const fn in_theme(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }
}

/// The semibold face at the size of running text.
#[must_use]
pub fn semibold() -> FontId {
    FontId::new(SIZE_BODY, FontFamily::Name(SEMIBOLD.into()))
}

/// The semibold face for the heads of cards and dialogs.
#[must_use]
pub fn title() -> FontId {
    FontId::new(SIZE_TITLE, FontFamily::Name(SEMIBOLD.into()))
}

#[must_use]
pub fn body() -> FontId {
    FontId::new(SIZE_BODY, FontFamily::Proportional)
}

#[must_use]
pub fn small() -> FontId {
    FontId::new(SIZE_SMALL, FontFamily::Proportional)
}

/// The embedded faces: Latin in two weights, Chinese, icons. Nothing of the machine's is needed.
#[must_use]
pub fn fonts() -> FontDefinitions {
    let faces: [(&str, &'static [u8]); 4] = [
        ("inter", include_bytes!("../../assets/fonts/inter-regular.otf")),
        ("inter-semibold", include_bytes!("../../assets/fonts/inter-semibold.otf")),
        ("noto-sc", include_bytes!("../../assets/fonts/noto-sc-gb2312.otf")),
        ("icons", include_bytes!("../../assets/fonts/icons.ttf")),
    ];
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // There is no second weight of the Chinese face: what is semibold elsewhere is larger there.
    let larger = FontTweak { scale: CHINESE_HEADS, ..FontTweak::default() };
    if let Some(chinese) = fonts.font_data.get("noto-sc").map(|data| FontData::clone(data).tweak(larger)) {
        fonts.font_data.insert("noto-sc-larger".to_owned(), Arc::new(chinese));
    }
    let family = |first: &str, chinese: &str| vec![first.to_owned(), chinese.to_owned(), "icons".to_owned()];
    fonts.families.insert(FontFamily::Proportional, family("inter", "noto-sc"));
    fonts.families.insert(FontFamily::Monospace, family("inter", "noto-sc"));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), family("inter-semibold", "noto-sc-larger"));
    fonts
}

/// Takes the characters that the embedded faces lack from the system's fonts.
///
/// Customers are in the mainland whatever the window and the system speak, so that Chinese characters have its shapes.
#[cfg(target_os = "linux")]
pub fn install_system_fonts(ctx: &Context) {
    use egui_system_font_provider::SystemFontProvider;
    ctx.add_font_provider(Arc::new(SystemFontProvider::new().with_locale(Some("zh-Hans"))));
}

/// Elsewhere a box stands for them.
#[cfg(not(target_os = "linux"))]
pub const fn install_system_fonts(_ctx: &Context) {}

fn visuals(palette: &Palette, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(SMALL_RADIUS);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.weak);
    visuals.hyperlink_color = palette.accent;
    visuals.panel_fill = palette.surface;
    visuals.window_fill = palette.page;
    visuals.window_stroke = Stroke::new(1.0, palette.border);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS);
    visuals.extreme_bg_color = palette.field;
    visuals.faint_bg_color = palette.surface;
    visuals.code_bg_color = palette.raised;
    visuals.warn_fg_color = palette.unknown;
    visuals.error_fg_color = palette.bad;
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.window_shadow = Shadow { offset: [0, 8], blur: 32, spread: 0, color: Color32::from_black_alpha(60) };
    visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(45) };
    visuals.disabled_alpha = 0.6;
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.border);
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, palette.text);
    widgets.noninteractive.bg_fill = palette.surface;
    widgets.inactive.bg_fill = palette.field;
    widgets.inactive.weak_bg_fill = palette.raised;
    widgets.inactive.fg_stroke = Stroke::new(1.0, palette.text);
    widgets.inactive.bg_stroke = Stroke::new(1.0, palette.edge);
    widgets.hovered.bg_fill = palette.raised;
    widgets.hovered.weak_bg_fill = palette.selection;
    widgets.hovered.fg_stroke = Stroke::new(1.0, palette.text);
    widgets.hovered.bg_stroke = Stroke::new(1.0, palette.weak);
    widgets.active.bg_fill = palette.selection;
    widgets.active.weak_bg_fill = palette.selection;
    widgets.active.fg_stroke = Stroke::new(1.0, palette.text);
    // As wide as the others, or a widget would be smaller while it is pressed or has the focus.
    widgets.active.bg_stroke = Stroke::new(1.0, palette.accent);
    widgets.open.bg_fill = palette.raised;
    widgets.open.weak_bg_fill = palette.raised;
    widgets.open.fg_stroke = Stroke::new(1.0, palette.text);
    widgets.open.bg_stroke = Stroke::new(1.0, palette.border);
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = radius;
        // A widget that grows under the pointer moves what stands beside it.
        state.expansion = 0.0;
    }
    visuals
}

fn style(palette: &Palette, dark: bool) -> Style {
    let mut style = Style { visuals: visuals(palette, dark), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, small()),
        (TextStyle::Body, body()),
        (TextStyle::Button, body()),
        (TextStyle::Monospace, body()),
        (TextStyle::Heading, FontId::new(SIZE_HEADING, FontFamily::Name(SEMIBOLD.into()))),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(GAP, SMALL_GAP);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size = vec2(28.0, FIELD_HEIGHT);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.combo_width = 120.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating = true;
    style.interaction.selectable_labels = false;
    style.animation_time = MOTION;
    style
}

/// Puts the fonts and both themes into a context, keeps the signs of the icon font from being read aloud, and the pointer from
/// what is done by keys.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    // Where the desktop says nothing of its theme, light.
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The program has keys of its own for that, and remembers what was chosen.
        options.zoom_with_keyboard = false;
    });
    ctx.set_style_of(Theme::Light, style(&LIGHT, false));
    ctx.set_style_of(Theme::Dark, style(&DARK, true));
    ctx.add_plugin(Signs::default());
    ctx.add_plugin(Quiet::default());
}

fn row_height_id() -> Id {
    Id::unique("height of rows")
}

/// Says how high the rows of all tables are.
pub fn set_row_height(ctx: &Context, height: f32) {
    ctx.data_mut(|data| data.insert_temp(row_height_id(), height));
}

/// How high the rows of a table are.
#[must_use]
pub fn row_height(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(row_height_id())).unwrap_or(ROW_HEIGHT)
}

/// The size of a button that is no wider than its sign.
#[must_use]
pub const fn square_button() -> Vec2 {
    vec2(FIELD_HEIGHT, FIELD_HEIGHT)
}
