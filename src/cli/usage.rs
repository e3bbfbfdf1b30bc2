//! Help and wrong usage in the language asked for: the parser's command with the texts of the locale files. The sentences are `words`'.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::builder::{PossibleValue, Resettable, StyledStr};
use clap::error::ContextKind;
use clap::{Arg, ArgAction};
use unicode_width::UnicodeWidthStr;

use super::arguments::{self, Invocation, Otherwise, first_name, in_order, understand};
use super::words::usage as sentences;
use super::{REFUSED, WRONG_USAGE};
use crate::shell::start;
use crate::text::Words;

/// What the parser writes in every language alike, for want of another.
const USAGE: &str = "Usage:";
const OPTIONS: &str = "OPTIONS";
const COMMAND: &str = "COMMAND";

/// Reads the program's arguments.
///
/// # Errors
/// Where they ask for no work: help and the version are said on stdout (status 0), wrong usage on stderr (status 2).
pub fn parse() -> Result<Invocation, ExitCode> {
    let arguments = start::arguments();
    understand(&arguments).map_err(|otherwise| {
        let words = match Words::new(arguments::asked_language(&arguments)) {
            Ok(words) => words,
            Err(error) => {
                let _unheard = writeln!(io::stderr(), "{error}");
                return ExitCode::from(REFUSED);
            }
        };
        // Who does not listen has heard enough.
        match said(&words, &otherwise, &arguments) {
            Ok(told) => {
                let _unheard = told.print();
                ExitCode::SUCCESS
            }
            Err(wrong) => {
                let _unheard = writeln!(io::stderr(), "{wrong}");
                ExitCode::from(WRONG_USAGE)
            }
        }
    })
}

/// What is said of arguments that ask for no work.
///
/// # Errors
/// Where they are wrong: how.
pub fn said(words: &Words, otherwise: &Otherwise, arguments: &[OsString]) -> Result<clap::Error, String> {
    let mut command = command(words);
    if let Otherwise::Parser(error) = otherwise
        && !error.use_stderr()
        // Read again, since the texts are not made for arguments that ask for work.
        && let Err(told) = command.try_get_matches_from_mut(in_order(arguments))
    {
        return Ok(told);
    }
    Err(wrong(words, otherwise, arguments, &mut command))
}

/// The parser's command with all texts in a language.
#[must_use]
pub fn command(words: &Words) -> clap::Command {
    let mut command = worded(arguments::command(), words);
    // The flags and the command that the parser adds come with that.
    command.build();
    laid_out(worded(command, words), words)
}

fn worded(command: clap::Command, words: &Words) -> clap::Command {
    let name = command.get_name().to_owned();
    let about = sentences::about(&name).map(|id| words.say(id));
    command
        .about(styled(about.map(first_line)))
        .long_about(styled(about.filter(|about| about.contains('\n'))))
        .mut_args(|argument| worded_argument(argument, &name, words))
        .mut_subcommands(|command| worded(command, words))
}

fn styled(text: Option<&str>) -> Resettable<StyledStr> {
    text.map(|text| StyledStr::from(text.to_owned())).into()
}

fn first_line(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(first, _)| first)
}

fn worded_argument(argument: Arg, command: &str, words: &Words) -> Arg {
    let name = argument.get_id().as_str().to_owned();
    let Some(id) = sentences::argument(command, &name) else {
        // Better than a text in another language; a test keeps it from happening.
        return argument.help(styled(None)).long_help(styled(None));
    };
    let text = words.say(id).to_owned();
    if matches!(argument.get_action(), ArgAction::Help) {
        return argument.help(text).long_help(words.say("usage-help-flag-long").to_owned());
    }
    if !argument.get_action().takes_values() {
        return argument.help(first_line(&text).to_owned()).long_help(text);
    }
    let mut notes: Vec<String> = Vec::new();
    let mut described = None;
    let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() {
        notes.push(sentences::default(words, &default));
    }
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    if !names.is_empty() {
        notes.push(sentences::possible(words, &names));
        described = sentences::values(words, &name, &names);
    }
    let short: Vec<&str> = [first_line(&text)].into_iter().chain(notes.iter().map(String::as_str)).collect();
    let long = described.or_else(|| (!notes.is_empty()).then(|| notes.join("\n")));
    let long = long.map_or_else(|| text.clone(), |notes| format!("{text}\n\n{notes}"));
    argument.hide_default_value(true).hide_possible_values(true).help(short.join(" ")).long_help(long)
}

/// The headings, which the parser has in English alone.
fn laid_out(mut command: clap::Command, words: &Words) -> clap::Command {
    let (usage_style, header) = (*command.get_styles().get_usage(), *command.get_styles().get_header());
    let usage = usage(words, &command.render_usage().ansi().to_string());
    let (heading, gap) = heading(words);
    let mut template = format!("{{about-with-newline}}\n{usage_style}{heading}{usage_style:#}{gap}{usage}");
    let sections = [
        ("usage-commands", "{subcommands}", command.has_subcommands()),
        ("usage-arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("usage-options", "{options}", command.get_arguments().any(|argument| !argument.is_positional())),
    ];
    for (heading, tag, has_any) in sections {
        if has_any {
            template.push_str(&format!("\n\n{header}{}{header:#}\n{tag}", words.say(heading)));
        }
    }
    command.help_template(template).mut_subcommands(|command| laid_out(command, words))
}

/// What stands before the ways to call a command. A wide colon has its space in itself.
fn heading(words: &Words) -> (&str, &'static str) {
    let heading = words.say("usage-heading");
    (heading, if heading.ends_with('：') { "" } else { " " })
}

/// The ways to call a command, as the parser writes them, without their heading; each begins behind it.
fn usage(words: &Words, written: &str) -> String {
    let ways = written.split_once(USAGE).map_or(written, |(_, ways)| ways);
    // What ends the style of the heading.
    let ways = ways.split_once(' ').map_or(ways, |(_, ways)| ways);
    let (heading, gap) = heading(words);
    let behind = format!("\n{}", " ".repeat(heading.width() + gap.width()));
    let ways: Vec<&str> = ways.lines().map(str::trim).collect();
    ways.join(&behind)
        .replace(&format!("[{OPTIONS}]"), &format!("[{}]", words.say("usage-word-options")))
        .replace(&format!("<{COMMAND}>"), &format!("<{}>", words.say("usage-word-command")))
        .replace(&format!("[{COMMAND}]"), &format!("[{}]", words.say("usage-word-command")))
}

/// What is wrong with arguments, what may have been meant, and how it is done.
fn wrong(words: &Words, otherwise: &Otherwise, arguments: &[OsString], command: &mut clap::Command) -> String {
    let (what, hints) = match otherwise {
        Otherwise::Parser(error) => (sentences::wrong(words, error), sentences::hints(words, error)),
        Otherwise::FileWithCommand => (words.say("usage-file-with-command").to_owned(), Vec::new()),
        Otherwise::NoSuchCommand { name, similar } => {
            (sentences::no_file_or_command(words, name), vec![sentences::did_you_mean(words, similar)])
        }
    };
    let written = match otherwise {
        Otherwise::Parser(error) => error.get(ContextKind::Usage).map(ToString::to_string),
        Otherwise::FileWithCommand | Otherwise::NoSuchCommand { .. } => None,
    };
    let written = written.unwrap_or_else(|| {
        let known = first_name(arguments).filter(|name| command.find_subcommand(name).is_some());
        let meant = match known.and_then(|name| command.find_subcommand_mut(name)) {
            Some(meant) => meant,
            None => command,
        };
        meant.render_usage().to_string()
    });
    let mut lines = vec![sentences::error(words, &what)];
    lines.extend(hints);
    let (heading, gap) = heading(words);
    format!("{}\n\n{heading}{gap}{}\n\n{}", lines.join("\n"), usage(words, &written), words.say("usage-more"))
}
