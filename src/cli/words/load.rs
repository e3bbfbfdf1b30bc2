//! What is wrong with a file, and where. What is odd in one that opens is worded in `text`; what a person does about it is `troubles`'.

use crate::shell::files::{FileFailure, Step};
use crate::storage::{Fault, LoadError, NotUnderstood, TextEncoding, Wrong};
use crate::text::{Words, shown, told, whole_path};

use std::io::ErrorKind;

/// What the system says in its own language only, for those failures that people meet.
const SAID: [(ErrorKind, &str); 7] = [
    (ErrorKind::NotFound, "cli-said-missing"),
    (ErrorKind::PermissionDenied, "cli-said-not-allowed"),
    (ErrorKind::StorageFull, "cli-said-full"),
    (ErrorKind::QuotaExceeded, "cli-said-full"),
    (ErrorKind::ReadOnlyFilesystem, "cli-said-read-only"),
    (ErrorKind::IsADirectory, "cli-said-folder"),
    (ErrorKind::NotADirectory, "cli-said-no-folder"),
];

/// The system's sentence, in our words where we have them.
pub fn said(words: &Words, kind: ErrorKind, said: &str) -> String {
    let known = SAID.iter().find(|(known, _)| *known == kind);
    known.map_or_else(|| told(said), |(_, id)| words.say(id).to_owned())
}

pub fn file_failure(words: &Words, failure: &FileFailure) -> String {
    match failure {
        FileFailure::Refused { step, kind, said, path } => words.with(
            "cli-file-refused",
            &[
                ("what", self::step(words, *step).into()),
                ("said", self::said(words, *kind, said).into()),
                ("path", whole_path(path).into()),
            ],
        ),
        FileFailure::TooLarge { limit, path } => {
            words.with("cli-file-too-large", &[("limit", (*limit).into()), ("path", whole_path(path).into())])
        }
    }
}

fn step(words: &Words, step: Step) -> &str {
    words.say(match step {
        Step::Open => "cli-step-open",
        Step::Read => "cli-step-read",
        Step::Resolve => "cli-step-resolve",
        Step::Create => "cli-step-create",
        Step::Write => "cli-step-write",
        Step::Sync => "cli-step-sync",
        Step::Rename => "cli-step-rename",
        Step::SyncFolder => "cli-step-sync-folder",
        Step::Folder => "cli-step-folder",
        Step::Lock => "cli-step-lock",
        Step::Journal => "cli-step-journal",
    })
}

/// What is wrong, a line for each place.
pub fn load_error(words: &Words, error: &LoadError) -> String {
    match error {
        LoadError::Empty => words.say("cli-load-empty").to_owned(),
        LoadError::TooLarge { size, limit } => {
            words.with("cli-load-too-large", &[("size", (*size).into()), ("limit", (*limit).into())])
        }
        LoadError::NotText { encoding, offset, position } => words.with(
            "cli-load-not-text",
            &[
                ("encoding", encoding_name(*encoding).into()),
                ("offset", offset.to_string().into()),
                ("place", words.position(*position).into()),
            ],
        ),
        LoadError::Zeros { offset, position } => words.with(
            "cli-load-zeros",
            &[("offset", offset.to_string().into()), ("place", words.position(*position).into())],
        ),
        LoadError::UnmarkedUtf16 => words.say("cli-load-unmarked").to_owned(),
        LoadError::NewerFormat { format, known } => {
            words.with("cli-load-newer", &[("format", format.to_string().into()), ("known", known.to_string().into())])
        }
        LoadError::UnknownFormat { format } => {
            words.with("cli-load-no-format", &[("format", format.to_string().into())])
        }
        LoadError::Faults(faults) => {
            let fault = |one: &Fault| words.at_place(&wrong(words, &one.wrong), &one.place);
            faults.iter().map(fault).collect::<Vec<_>>().join("\n")
        }
    }
}

const fn encoding_name(encoding: TextEncoding) -> &'static str {
    match encoding {
        TextEncoding::Utf8 => "UTF-8",
        TextEncoding::Utf16 => "UTF-16",
    }
}

fn wrong(words: &Words, wrong: &Wrong) -> String {
    match wrong {
        // In the parser's words.
        Wrong::Parse { said } => shown(&told(said)).into_owned(),
        Wrong::Day { text } => words.with("cli-wrong-day", &[("text", text.as_str().into())]),
        Wrong::Time { text } => words.with("cli-wrong-time", &[("text", text.as_str().into())]),
        Wrong::Uuid { text } => words.with("cli-wrong-id", &[("text", text.as_str().into())]),
        // The built-in catalog's own: for those who build the program.
        Wrong::UnknownField { .. }
        | Wrong::Duplicate { .. }
        | Wrong::NoSuchOffer { .. }
        | Wrong::NamesItself { .. }
        | Wrong::MinimumAboveMaximum { .. }
        | Wrong::TooSmall { .. }
        | Wrong::EmptyText
        | Wrong::EmptyList
        | Wrong::UnknownCycle { .. }
        | Wrong::UnknownFamily { .. }
        | Wrong::NoSuchFootnote { .. }
        | Wrong::AmbiguousName { .. } => shown(&wrong.to_string()).into_owned(),
    }
}

/// What this version does not understand, a line each, indented.
pub fn unfamiliar(words: &Words, not_understood: &[NotUnderstood]) -> String {
    /// More than these are counted, not listed.
    const MOST: usize = 10;
    let line = |entry: &NotUnderstood| format!("  {}", words.unfamiliar(entry));
    let mut lines: Vec<String> = not_understood.iter().take(MOST).map(line).collect();
    if not_understood.len() > MOST {
        let more = not_understood.len() - MOST;
        lines.push(format!("  {}", words.with("cli-and-more", &[("more", more.into())])));
    }
    lines.join("\n")
}
