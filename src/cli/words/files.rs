//! What is said of a portfolio that opens: what is odd in it, what its journal holds, and what this version does not understand.

use std::path::Path;

use crate::storage::{FileFinding, NotUnderstood};
use crate::text::{Words, whole_path};

pub fn not_understood(words: &Words, path: &Path, not_understood: &[NotUnderstood]) -> String {
    let head = words.with("cli-read-only", &[("path", whole_path(path).into())]);
    format!("{head}\n{}", unfamiliar(words, not_understood))
}

pub fn finding(words: &Words, finding: &FileFinding, path: &Path) -> String {
    words.with(
        "cli-odd",
        &[
            ("fact", words.file_fact(&finding.fact).into()),
            ("place", words.place(&finding.place).into()),
            ("path", whole_path(path).into()),
        ],
    )
}

pub fn more_findings(words: &Words, more: usize, path: &Path) -> String {
    words.with("cli-odd-more", &[("more", more.into()), ("path", whole_path(path).into())])
}

pub fn edited_outside(words: &Words, path: &Path) -> String {
    words.with("cli-edited-outside", &[("path", whole_path(path).into())])
}

pub fn recovered(words: &Words, changes: usize, path: &Path) -> String {
    words.with("cli-recovered", &[("changes", changes.into()), ("path", whole_path(path).into())])
}

pub fn open_on_share(words: &Words, said: &str, path: &Path) -> String {
    words.with("cli-open-on-share", &[("who", said.into()), ("path", whole_path(path).into())])
}

pub fn another_version(words: &Words, path: &Path) -> String {
    words.with("cli-another-version", &[("path", whole_path(path).into())])
}

/// The file is not the one that the journal's changes were made on.
pub fn without_journal(words: &Words, changes: usize, path: &Path) -> String {
    words.with("cli-without-journal", &[("changes", changes.into()), ("path", whole_path(path).into())])
}

pub fn newer_journal(words: &Words, path: &Path) -> String {
    words.with("cli-newer-journal", &[("path", whole_path(path).into())])
}

pub fn damaged_journal(words: &Words, path: &Path) -> String {
    words.with("cli-damaged-journal", &[("path", whole_path(path).into())])
}

pub fn replaced(words: &Words, path: &Path) -> String {
    words.with("cli-replaced", &[("path", whole_path(path).into())])
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
