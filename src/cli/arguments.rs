//! The arguments: what can be asked for on the command line. What is then done is each command's own file's.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use thiserror::Error;

use super::{check, diff, export, generate, import, upgrade};
use crate::rules::{RULE_SETS, RuleSet};
use crate::text::Language;

/// Which Office 365 subscriptions can be upgraded, to what, and if not, why not.
///
/// Without a command the window is opened. Exit status: 0 done, 1 refused (nothing is written), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "upgrade-desk", version, subcommand_negates_reqs = true)]
struct Arguments {
    /// The portfolio to open in the window; without it the last one
    file: Option<PathBuf>,
    /// The language of the window, of reports, and of what commands say to people: en, fr or zh-CN; without it commands
    /// speak English. What `check` and `export` give programs (JSON, CSV, workbooks) is the same in every language
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<Language>,
    /// How the window is drawn
    #[arg(long, global = true, value_enum)]
    renderer: Option<Renderer>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL
    Glow,
    /// The system's own: Direct3D or Metal
    #[cfg(any(target_os = "windows", target_os = "macos"))]
    Wgpu,
}

/// The work that can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what every subscription can be upgraded to, with all reasons
    Check(check::Arguments),
    /// Record one upgrade, if the rules allow it
    Upgrade(upgrade::Arguments),
    /// Read files into a portfolio, and say what changes
    Import(import::Arguments),
    /// Write a portfolio as another file, under a new id
    Export(export::Arguments),
    /// Say what changed between two portfolios
    Diff(diff::Arguments),
    /// Make up a portfolio to try things with; the same arguments give the same bytes
    Generate(generate::Arguments),
}

/// What the arguments ask for.
#[derive(Debug)]
pub enum Invocation {
    Window { file: Option<PathBuf>, lang: Option<Language>, renderer: Option<Renderer> },
    Command { command: Command, lang: Option<Language> },
}

/// Reads the program's arguments. Ends the program with `--help`, `--version` (status 0) and wrong usage (status 2).
#[must_use]
pub fn parse() -> Invocation {
    let Arguments { file, lang, renderer, command } = Arguments::parse();
    match (file, command) {
        (file, None) => Invocation::Window { file, lang, renderer },
        (None, Some(command)) => Invocation::Command { command, lang },
        (Some(_), Some(_)) => Arguments::command()
            .error(clap::error::ErrorKind::ArgumentConflict, "a file to open goes without a command")
            .exit(),
    }
}

/// An argument that makes no sense.
#[derive(Debug, Error)]
pub(super) enum ArgumentError {
    #[error("there is no rule set of this id; there are: {}", RULE_SETS.map(|rules| rules.id).join(", "))]
    RuleSet,
    #[error("there are no words for this language; there are: {}", Language::ALL.map(Language::tag).join(", "))]
    Language,
    #[error("expected a day that exists, as YYYY-MM-DD")]
    Day,
}

pub(super) fn rule_set(id: &str) -> Result<&'static RuleSet, ArgumentError> {
    RuleSet::find(id).ok_or(ArgumentError::RuleSet)
}

fn language(tag: &str) -> Result<Language, ArgumentError> {
    Language::from_tag(tag).ok_or(ArgumentError::Language)
}

pub(super) fn day(text: &str) -> Result<NaiveDate, ArgumentError> {
    // The library takes days of one digit too; files and answers never have them.
    if text.len() != "YYYY-MM-DD".len() {
        return Err(ArgumentError::Day);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| ArgumentError::Day)
}
