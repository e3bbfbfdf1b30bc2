//! The arguments: what can be asked for on the command line. What is then done is each command's own file's; what of them is text is `usage`'s.

use std::ffi::OsString;
use std::path::{Path, PathBuf, is_separator};

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use strsim::osa_distance;
use thiserror::Error;

use super::{check, diff, export, generate, import, upgrade};
use crate::rules::RuleSet;
use crate::shell::start;
use crate::text::Language;

// The texts of the arguments are in the locale files. What is said here in comments with two strokes would be English help.
#[derive(Debug, Parser)]
#[command(
    name = "upgrade-desk",
    bin_name = "upgrade-desk",
    version,
    subcommand_negates_reqs = true,
    override_usage = "upgrade-desk [OPTIONS] [FILE]\n       upgrade-desk [OPTIONS] <COMMAND>"
)]
struct Arguments {
    file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language, display_order = LAST)]
    lang: Option<Language>,
    #[arg(long, global = true, value_enum, display_order = LAST)]
    renderer: Option<Renderer>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The options that go with the program and with every command, and take a value.
const GLOBAL: [&str; 2] = [LANG, "--renderer"];
const LANG: &str = "--lang";

/// Behind a command's own options in its help, and before the flags that the parser adds.
const LAST: usize = 900;

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    Glow,
    #[cfg(any(target_os = "windows", target_os = "macos"))]
    Wgpu,
}

/// The work that can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check(check::Arguments),
    Upgrade(upgrade::Arguments),
    Import(import::Arguments),
    Export(export::Arguments),
    Diff(diff::Arguments),
    Generate(generate::Arguments),
}

/// What the arguments ask for.
#[derive(Debug)]
pub enum Invocation {
    Window { file: Option<PathBuf>, lang: Option<Language>, renderer: Option<Renderer> },
    Command { command: Command, lang: Option<Language> },
}

/// Arguments that ask for no work: for help, for the version, or wrongly.
#[derive(Debug)]
pub enum Otherwise {
    Parser(clap::Error),
    FileWithCommand,
    /// What stands in the place of a file, and is none, looks like a command.
    NoSuchCommand {
        name: String,
        similar: String,
    },
}

/// Reads arguments, of which the first is the program's own name.
///
/// # Errors
/// Where they ask for no work.
pub fn understand(arguments: &[OsString]) -> Result<Invocation, Otherwise> {
    let understood = Arguments::try_parse_from(in_order(arguments));
    let asks_to_be_told = understood.as_ref().is_err_and(|error| !error.use_stderr());
    if !asks_to_be_told && let Some((name, similar)) = mistyped(arguments) {
        return Err(Otherwise::NoSuchCommand { name, similar });
    }
    let Arguments { file, lang, renderer, command } = understood.map_err(Otherwise::Parser)?;
    match (file, command) {
        (file, None) => Ok(Invocation::Window { file, lang, renderer }),
        (None, Some(command)) => Ok(Invocation::Command { command, lang }),
        (Some(_), Some(_)) => Err(Otherwise::FileWithCommand),
    }
}

/// The arguments as the parser reads them: it takes whatever stands behind `help` for the names of commands.
pub(super) fn in_order(arguments: &[OsString]) -> Vec<OsString> {
    let [program, rest @ ..] = arguments else { return Vec::new() };
    if first_name(arguments) != Some("help") {
        return arguments.to_vec();
    }
    let (mut options, mut names) = (vec![program.clone()], Vec::new());
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        let text = argument.to_str().unwrap_or_default();
        if GLOBAL.contains(&text) {
            options.push(argument.clone());
            options.extend(rest.next().cloned());
        } else if text.split_once('=').is_some_and(|(option, _)| GLOBAL.contains(&option)) {
            options.push(argument.clone());
        } else {
            names.push(argument.clone());
        }
    }
    options.extend(names);
    options
}

/// The parser's own command, without texts.
pub(super) fn command() -> clap::Command {
    Arguments::command()
}

/// The language that is asked for, wherever that stands; English where none is, or one that there is not.
pub(super) fn asked_language(arguments: &[OsString]) -> Language {
    let mut arguments = arguments.iter().skip(1).take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        let tag = match argument.to_str() {
            Some(LANG) => arguments.next().and_then(|tag| tag.to_str()),
            Some(argument) => argument.strip_prefix(LANG).and_then(|rest| rest.strip_prefix('=')),
            None => None,
        };
        if let Some(tag) = tag {
            return Language::from_tag(tag).unwrap_or_default();
        }
    }
    Language::default()
}

/// The first argument that is no option: a command, or a file to open.
pub(super) fn first_name(arguments: &[OsString]) -> Option<&str> {
    let mut arguments = arguments.iter().skip(1).take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        let text = argument.to_str()?;
        if GLOBAL.contains(&text) {
            arguments.next();
        } else if !text.starts_with('-') {
            return Some(text);
        }
    }
    None
}

/// What stands in the place of a command or file and is neither, with the command that it looks like.
///
/// Whatever can only be meant as a file is none: with a folder or an extension, or where it is not near to any command.
fn mistyped(arguments: &[OsString]) -> Option<(String, String)> {
    let name = first_name(arguments).filter(|name| command().find_subcommand(name).is_none())?;
    let path = Path::new(name);
    if path.extension().is_some() || name.contains(is_separator) || !start::is_missing(path) {
        return None;
    }
    Some((name.to_owned(), similar_command(name)?))
}

/// The command that a name is a slip of: a letter wrong, missing, too many or in another place, or two in a long name.
///
/// The parser's own comparison would take `portfolio` for `export`.
pub(super) fn similar_command(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let command = command();
    let slips = command.get_subcommands().map(|command| {
        let known = command.get_name();
        (osa_distance(&name, known), known)
    });
    let (slips, known) = slips.min()?;
    (slips <= known.len() / 3).then(|| known.to_owned())
}

/// An argument that makes no sense. The sentences that people read are `words`'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum ArgumentError {
    #[error("no rule set")]
    RuleSet,
    #[error("no language")]
    Language,
    #[error("no day")]
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
