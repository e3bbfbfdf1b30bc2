//! Texts that spreadsheets would take for formulas: disarmed when written to CSV, and as they were when read back. Not for workbooks, whose cells say that they are text.

/// What a spreadsheet takes for the beginning of a formula.
const ARMED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\0'];

/// Whether a text is armed, behind as many quotes as there are.
fn is_armed(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(ARMED)
}

/// A text that no spreadsheet takes for a formula: with a quote before it, where it begins like one.
///
/// One that begins with quotes before such a beginning gets one more, so that [`rearmed`] gives back what there was.
#[must_use]
pub fn disarmed(text: &str) -> String {
    if is_armed(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was disarmed; any other one unchanged.
#[must_use]
pub fn rearmed(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_armed(rest) => rest,
        Some(_) | None => text,
    }
}
