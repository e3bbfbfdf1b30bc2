//! What the desktop asks for: light or dark. The window shows what it asks for only where the person chose so.

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
