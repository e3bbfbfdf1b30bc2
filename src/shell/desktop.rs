//! What the desktop asks for: light or dark, and which language. The window follows it only where the person chose so.

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
    let bus = zbus::blocking::Connection::session().ok()?;
    let reply = bus
        .call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.portal.Settings"),
            "ReadOne",
            &("org.freedesktop.appearance", "color-scheme"),
        )
        .ok()?;
    let body = reply.body();
    let value: zbus::zvariant::Value<'_> = body.deserialize().ok()?;
    match value.downcast_ref::<u32>().ok()? {
        DARK => Some(true),
        LIGHT => Some(false),
        _ => None,
    }
}

/// Elsewhere the window system itself says it.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub const fn prefers_dark() -> Option<bool> {
    None
}
