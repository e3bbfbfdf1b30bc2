//! What cannot be imported or exported, or only in part, and what to do then.

use std::path::Path;

use super::load::{load_error, said, unfamiliar};
use super::troubles::load_advice;
use crate::exchange::table::Limit;
use crate::exchange::{ExchangeError, FORMATS, Part, of_id};
use crate::storage::NotUnderstood;
use crate::text::{Words, shown, told, whole_path};

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

pub fn exchange_error(words: &Words, error: &ExchangeError) -> String {
    let format_name = |id: &str| of_id(id).map_or_else(|| id.to_owned(), |format| words.say(format.name).to_owned());
    match error {
        ExchangeError::NotRecognized => words.say("cli-exchange-not-recognized").to_owned(),
        ExchangeError::NotExported { format } => {
            words.with("cli-exchange-only-read", &[("format", format_name(format).into())])
        }
        ExchangeError::NotImported { format } => {
            words.with("cli-exchange-only-written", &[("format", format_name(format).into())])
        }
        ExchangeError::Load(error) => load_error(words, error),
        ExchangeError::Encode(error) => shown(&told(&error.to_string())).into_owned(),
        ExchangeError::NotWritten { said } => words.with("cli-exchange-not-written", &[("said", told(said).into())]),
        ExchangeError::Stopped => words.say("cli-exchange-stopped").to_owned(),
        ExchangeError::Temporary { said } => words.with("cli-exchange-temporary", &[("said", told(said).into())]),
        ExchangeError::TooManyRows { rows, most } => {
            words.with("cli-exchange-rows", &[("rows", (*rows).into()), ("most", (*most).into())])
        }
        ExchangeError::TooLong { row, column, characters, most } => words.with(
            "cli-exchange-long",
            &[
                ("column", column.as_str().into()),
                ("row", row.to_string().into()),
                ("characters", (*characters).into()),
                ("most", (*most).into()),
            ],
        ),
        ExchangeError::Damaged { said } => words.with("cli-exchange-damaged", &[("said", told(said).into())]),
        ExchangeError::TooMuch { what } => too_much(words, *what),
        ExchangeError::Io { kind, said } => {
            words.with("cli-exchange-not-read", &[("said", self::said(words, *kind, said).into())])
        }
    }
}

fn too_much(words: &Words, what: Limit) -> String {
    let most = what.most();
    match what {
        Limit::FileBytes => words.with("cli-most-bytes", &[("most", most.into())]),
        Limit::InflatedBytes => words.with("cli-most-inflated", &[("most", most.into())]),
        Limit::Parts => words.with("cli-most-parts", &[("most", most.into())]),
        Limit::Rows => words.with("cli-most-rows", &[("most", most.into())]),
        Limit::Columns => words.with("cli-most-columns", &[("most", most.into())]),
        Limit::Cells => words.with("cli-most-cells", &[("most", most.into())]),
        Limit::Strings => words.with("cli-most-texts", &[("most", most.into())]),
        Limit::Cell => words.with("cli-most-cell", &[("most", most.into())]),
        Limit::Tag => words.with("cli-most-tag", &[("most", most.into())]),
        Limit::Styles => words.with("cli-most-styles", &[("most", most.into())]),
    }
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
        ExchangeError::Damaged { .. } | ExchangeError::Io { .. } => words.say("cli-advice-whole").to_owned(),
    }
}
