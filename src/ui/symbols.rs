//! Symbol and color of verdicts, outcomes and tones. The words stand beside them, so that color alone says nothing.

use egui::Color32;

use super::icons;
use super::theme::Palette;
use crate::model::Status;
use crate::rules::{Outcome, Verdict};
use crate::state::Tone;

#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => icons::CIRCLE_CHECK,
        Verdict::NotKnown => icons::CIRCLE_HELP,
        Verdict::NotEligible => icons::CIRCLE_X,
        Verdict::NoPath => icons::CIRCLE_MINUS,
    }
}

#[must_use]
pub const fn verdict_color(verdict: Verdict, palette: &Palette) -> Color32 {
    match verdict {
        Verdict::Eligible => palette.good,
        Verdict::NotKnown => palette.unknown,
        Verdict::NotEligible => palette.bad,
        Verdict::NoPath => palette.weak,
    }
}

#[must_use]
pub const fn verdict_fill(verdict: Verdict, palette: &Palette) -> Color32 {
    match verdict {
        Verdict::Eligible => palette.good_fill,
        Verdict::NotKnown => palette.unknown_fill,
        Verdict::NotEligible => palette.bad_fill,
        Verdict::NoPath => palette.raised,
    }
}

#[must_use]
pub const fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Met { .. } => icons::CHECK,
        Outcome::NotMet(_) => icons::X,
        Outcome::NotKnown(_) => icons::CIRCLE_HELP,
    }
}

#[must_use]
pub const fn outcome_color(outcome: &Outcome, palette: &Palette) -> Color32 {
    match outcome {
        Outcome::Met { .. } => palette.good,
        Outcome::NotMet(_) => palette.bad,
        Outcome::NotKnown(_) => palette.unknown,
    }
}

/// The message that names an outcome.
#[must_use]
pub const fn outcome_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Met { .. } => "outcome-met",
        Outcome::NotMet(_) => "outcome-not-met",
        Outcome::NotKnown(_) => "outcome-not-known",
    }
}

#[must_use]
pub const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => icons::CIRCLE_CHECK,
        Tone::Plain => icons::INFO,
        Tone::Warning => icons::TRIANGLE_ALERT,
        Tone::Bad => icons::CIRCLE_X,
    }
}

#[must_use]
pub const fn tone_color(tone: Tone, palette: &Palette) -> Color32 {
    match tone {
        Tone::Good => palette.good,
        Tone::Plain => palette.accent,
        Tone::Warning => palette.unknown,
        Tone::Bad => palette.bad,
    }
}

#[must_use]
pub const fn status_color(status: &Status, palette: &Palette) -> Color32 {
    match status {
        Status::Active => palette.text,
        Status::Suspended | Status::Pending => palette.unknown,
        Status::Deleted | Status::Expired | Status::Disabled => palette.weak,
        Status::Unset | Status::Other(_) => palette.unknown,
    }
}
