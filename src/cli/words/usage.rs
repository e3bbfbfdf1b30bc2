//! The texts of `--help`, and what is wrong with arguments. How they are laid out is `cli::usage`'s.

use std::error::Error;
use std::num::{IntErrorKind, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::super::arguments::{ArgumentError, similar_command};
use crate::rules::RULE_SETS;
use crate::text::{Language, Words};

/// What a command does.
pub fn about(command: &str) -> Option<&'static str> {
    Some(match command {
        "upgrade-desk" => "usage-about",
        "check" => "usage-check",
        "upgrade" => "usage-upgrade",
        "import" => "usage-import",
        "export" => "usage-export",
        "diff" => "usage-diff",
        "generate" => "usage-generate",
        "help" => "usage-help",
        _ => return None,
    })
}

/// What an argument of a command is, by the name of its field.
pub fn argument(command: &str, argument: &str) -> Option<&'static str> {
    Some(match (command, argument) {
        (_, "lang") => "usage-lang",
        (_, "renderer") => "usage-renderer",
        (_, "help") => "usage-help-flag",
        (_, "version") => "usage-version-flag",
        ("upgrade-desk", "file") => "usage-open",
        ("check" | "upgrade" | "export", "file") => "usage-file",
        ("check" | "upgrade", "rules") => "usage-rules",
        ("check", "as_of") => "usage-check-as-of",
        ("check", "format") => "usage-check-format",
        ("upgrade", "subscription") => "usage-upgrade-subscription",
        ("upgrade", "to") => "usage-upgrade-to",
        ("upgrade", "licenses") => "usage-upgrade-licenses",
        ("upgrade", "dry_run") => "usage-upgrade-dry-run",
        ("import", "from") => "usage-import-from",
        ("import", "into") => "usage-import-into",
        ("import", "customer") => "usage-import-customer",
        ("import", "subscription") => "usage-import-subscription",
        ("import", "dry_run") => "usage-import-dry-run",
        ("export", "to") => "usage-export-to",
        ("export", "customer") => "usage-export-customer",
        ("export", "upgrade") => "usage-export-upgrade",
        ("export", "as_of") => "usage-export-as-of",
        ("diff", "old") => "usage-diff-old",
        ("diff", "new") => "usage-diff-new",
        ("generate", "customers") => "usage-generate-customers",
        ("generate", "per_customer") => "usage-generate-per-customer",
        ("generate", "seed") => "usage-generate-seed",
        ("generate", "to") => "usage-generate-to",
        _ => return None,
    })
}

/// What a value of an argument stands for, where its name does not say it.
pub fn value(argument: &str, value: &str) -> Option<&'static str> {
    Some(match (argument, value) {
        ("renderer", "glow") => "usage-renderer-glow",
        ("renderer", "wgpu") => "usage-renderer-wgpu",
        _ => return None,
    })
}

/// The values of an argument, a line each; `None` where their names say it all.
pub fn values(words: &Words, argument: &str, names: &[&str]) -> Option<String> {
    let about: Vec<(&str, &str)> =
        names.iter().filter_map(|name| Some((*name, words.say(value(argument, name)?)))).collect();
    if about.is_empty() {
        return None;
    }
    let lines = about.into_iter().map(|(name, about)| format!("- {}", words.said_of(name, about)));
    Some(std::iter::once(words.say("usage-values").to_owned()).chain(lines).collect::<Vec<_>>().join("\n"))
}

pub fn default<S: AsRef<str>>(words: &Words, values: &[S]) -> String {
    words.with("usage-default", &[("value", words.list(values).into())])
}

pub fn possible<S: AsRef<str>>(words: &Words, values: &[S]) -> String {
    words.with("usage-possible", &[("values", words.list(values).into())])
}

pub fn error(words: &Words, what: &str) -> String {
    words.with("usage-error", &[("what", what.into())])
}

pub fn no_file_or_command(words: &Words, name: &str) -> String {
    words.with("usage-no-file-or-command", &[("name", name.into())])
}

pub fn did_you_mean(words: &Words, similar: &str) -> String {
    words.with("usage-did-you-mean", &[("similar", similar.into())])
}

/// What the parser says beside the kind of an error, one text or several.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(_) | None => Vec::new(),
    }
}

/// What is wrong with the arguments.
#[expect(clippy::wildcard_enum_match_arm, reason = "the parser may have more of them in its next version")]
pub fn wrong(words: &Words, error: &clap::Error) -> String {
    let text = |kind| words.list(&texts(error, kind));
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            words.with("usage-no-option", &[("option", argument.into())])
        }
        ErrorKind::UnknownArgument => words.with("usage-one-too-many", &[("argument", argument.into())]),
        ErrorKind::InvalidSubcommand => {
            words.with("usage-no-command", &[("command", text(ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::MissingSubcommand => words.say("usage-command-missing").to_owned(),
        ErrorKind::MissingRequiredArgument => words.with("usage-missing", &[("arguments", argument.into())]),
        ErrorKind::InvalidValue if value.is_empty() => words.with("usage-no-value", &[("argument", argument.into())]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match reason(words, error) {
            Some(reason) => words.with(
                "usage-wrong-value-because",
                &[("value", value.into()), ("argument", argument.into()), ("reason", reason.into())],
            ),
            None => words.with("usage-wrong-value", &[("value", value.into()), ("argument", argument.into())]),
        },
        ErrorKind::TooManyValues => {
            words.with("usage-too-many-values", &[("value", value.into()), ("argument", argument.into())])
        }
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg);
            if other == argument {
                words.with("usage-twice", &[("argument", argument.into())])
            } else {
                words.with("usage-conflict", &[("argument", argument.into()), ("other", other.into())])
            }
        }
        ErrorKind::InvalidUtf8 => words.say("usage-not-unicode").to_owned(),
        _ => words.say("usage-not-understood").to_owned(),
    }
}

/// Why a value is none.
fn reason(words: &Words, error: &clap::Error) -> Option<String> {
    let source = error.source()?;
    if let Some(error) = source.downcast_ref::<ArgumentError>() {
        return Some(match error {
            ArgumentError::RuleSet => {
                words.with("usage-no-rule-set", &[("ids", words.list(&RULE_SETS.map(|rules| rules.id)).into())])
            }
            ArgumentError::Language => {
                words.with("usage-no-language", &[("tags", words.list(&Language::ALL.map(Language::tag)).into())])
            }
            ArgumentError::Day => words.say("usage-no-day").to_owned(),
        });
    }
    let error = source.downcast_ref::<ParseIntError>()?;
    let is_too_large = matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow);
    Some(words.say(if is_too_large { "usage-number-too-large" } else { "usage-no-number" }).to_owned())
}

/// What may have been meant instead, a line each.
pub fn hints(words: &Words, error: &clap::Error) -> Vec<String> {
    let mut hints = Vec::new();
    let possible = texts(error, ContextKind::ValidValue);
    if !possible.is_empty() {
        hints.push(self::possible(words, &possible));
    }
    let command = texts(error, ContextKind::InvalidSubcommand).pop();
    let mut similar: Vec<String> = command.and_then(|name| similar_command(&name)).into_iter().collect();
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        similar.extend(texts(error, kind).pop());
    }
    let mut is_maybe_a_value = false;
    for suggested in texts(error, ContextKind::Suggested) {
        // An option of another command, as in `'check --format' exists`; it comes as a sentence alone.
        similar.extend(suggested.strip_prefix('\'').and_then(|rest| rest.strip_suffix("' exists")).map(str::to_owned));
        is_maybe_a_value |= suggested.starts_with("to pass ");
    }
    hints.extend(similar.iter().map(|similar| did_you_mean(words, similar)));
    if is_maybe_a_value && let Some(argument) = texts(error, ContextKind::InvalidArg).pop() {
        hints.push(words.with("usage-as-value", &[("argument", argument.into())]));
    }
    hints
}
