//! What the desktop asks for: light or dark, how much motion, and which language. The window follows it only where the person chose so.

use crate::model::Language;

/// The language that the person prefers on this system; on Linux by `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` or `LANG`.
#[must_use]
pub fn system_language() -> Language {
    // The first alone: where it is one that there are no words in, the next is no more likely to be read here than English.
    sys_locale::get_locale().map_or(Language::English, |tag| Language::of_system(&tag))
}

/// Whether the desktop asks for dark windows; `None` where it does not say.
#[cfg(target_os = "linux")]
#[must_use]
pub fn prefers_dark() -> Option<bool> {
    /// The portal's color-scheme: 0 no preference, 1 dark, 2 light.
    const DARK: u32 = 1;
    const LIGHT: u32 = 2;
    match setting("org.freedesktop.appearance", "color-scheme")?.downcast_ref::<u32>().ok()? {
        DARK => Some(true),
        LIGHT => Some(false),
        _ => None,
    }
}

/// Whether the desktop asks for as little motion as can be; `None` where it does not say.
#[cfg(target_os = "linux")]
#[must_use]
pub fn prefers_less_motion() -> Option<bool> {
    // Newer portals say it for every desktop: 0 no preference, 1 reduced. Older ones hand on what GNOME has.
    const REDUCED: u32 = 1;
    if let Some(value) = setting("org.freedesktop.appearance", "reduced-motion") {
        return value.downcast_ref::<u32>().ok().map(|value| value == REDUCED);
    }
    let animates = setting("org.gnome.desktop.interface", "enable-animations")?;
    animates.downcast_ref::<bool>().ok().map(|animates| !animates)
}

/// A setting of the desktop's, by its portal.
#[cfg(target_os = "linux")]
fn setting(namespace: &str, key: &str) -> Option<zbus::zvariant::OwnedValue> {
    let bus = zbus::blocking::Connection::session().ok()?;
    let reply = bus
        .call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.portal.Settings"),
            "ReadOne",
            &(namespace, key),
        )
        .ok()?;
    reply.body().deserialize().ok()
}

/// Elsewhere the window system itself says it.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub const fn prefers_dark() -> Option<bool> {
    None
}

/// Elsewhere it is not asked for; the menu has it.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub const fn prefers_less_motion() -> Option<bool> {
    None
}
