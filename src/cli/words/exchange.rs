//! What cannot be imported or exported, or only in part, and what to do then.

use std::path::Path;

use super::files::unfamiliar;
use super::troubles::load_advice;
use crate::exchange::{ExchangeError, FORMATS, Part};
use crate::storage::NotUnderstood;
use crate::text::{Words, whole_path};

/// The extensions of the formats that can be read, or else written.
pub fn extensions(words: &Words, read: bool) -> String {
    let formats = FORMATS.iter().filter(|format| if read { format.can_import() } else { format.can_export() });
    let all: Vec<String> =
        formats.flat_map(|format| format.extensions).map(|extension| format!(".{extension}")).collect();
    words.list(&all)
}

/// What an export leaves behind, because a table has no place for it.
pub fn not_exported(words: &Words, path: &Path, left_out: &[Part]) -> String {
    let named = |part: &Part| {
        words.say(match part {
            Part::Partner => "cli-part-partner",
            Part::Offers => "cli-part-offers",
            Part::Upgrades => "cli-part-upgrades",
            Part::History => "cli-part-history",
            Part::Answers => "cli-part-answers",
        })
    };
    let parts: Vec<&str> = left_out.iter().map(named).collect();
    words.with("cli-not-exported", &[("parts", words.list(&parts).into()), ("path", whole_path(path).into())])
}

/// What an import leaves behind.
pub fn left_behind(words: &Words, path: &Path, not_understood: &[NotUnderstood]) -> String {
    let head = words.with("cli-left-behind", &[("path", whole_path(path).into())]);
    format!("{head}\n{}", unfamiliar(words, not_understood))
}

pub fn exchange_advice(words: &Words, error: &ExchangeError) -> String {
    match error {
        ExchangeError::NotRecognized => {
            words.with("cli-advice-readable", &[("extensions", extensions(words, true).into())])
        }
        ExchangeError::NotImported { .. } | ExchangeError::NotExported { .. } => words.with(
            "cli-advice-formats",
            &[("read", extensions(words, true).into()), ("written", extensions(words, false).into())],
        ),
        ExchangeError::Load(error) => load_advice(words, error).to_owned(),
        ExchangeError::Encode(_) | ExchangeError::NotWritten { .. } => words.say("cli-advice-fault").to_owned(),
        ExchangeError::Stopped => words.say("cli-advice-stopped").to_owned(),
        ExchangeError::Temporary { .. } => words.say("cli-advice-temporary").to_owned(),
        ExchangeError::TooManyRows { .. } => words.say("cli-advice-rows").to_owned(),
        ExchangeError::TooLong { .. } => words.say("cli-advice-long").to_owned(),
        ExchangeError::TooMuch { .. } => words.say("cli-advice-split").to_owned(),
        ExchangeError::Damaged { .. } | ExchangeError::Io(_) => words.say("cli-advice-whole").to_owned(),
    }
}
