//! The subcommands: the window's work on the same rules and files, without a window. What each does is its own file's.

mod arguments;
mod check;
mod diff;
mod export;
pub mod generate;
mod import;
mod open;
mod trouble;
mod upgrade;
pub mod usage;
mod words;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app;
use crate::text::{Language, Words, shown};
pub use arguments::{Command, Invocation, Otherwise, Renderer, understand};
use trouble::Trouble;

/// Exit statuses: 0 done; 1 refused, with the reason on stderr and nothing written; 2 wrong usage.
const REFUSED: u8 = 1;
const WRONG_USAGE: u8 = 2;

/// Where a command says things: data for programs on `out`, messages for people on `err`.
struct Console<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// What people read is said in these; what programs read is the same in every language.
    words: &'a Words,
    /// What was asked for is recorded, whether or not anybody can be told.
    is_done: bool,
}

impl Console<'_> {
    /// A line of the answer. What in a name would break the line, or steer a terminal, is shown instead.
    fn line(&mut self, text: fmt::Arguments<'_>) -> io::Result<()> {
        writeln!(self.out, "{}", shown(&text.to_string()))
    }

    /// A message on stderr. That nobody may be listening there is no reason to stop.
    fn note(&mut self, message: &str) {
        let _unheard = writeln!(self.err, "{message}");
    }
}

/// Carries a command out. `lang` is the language of what it says to people and of the reports that it hands out; English
/// where none is asked for, since scripts read what commands say, on whichever machine they run.
#[must_use]
pub fn run(command: &Command, lang: Option<Language>) -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let (mut out, mut err) = (BufWriter::new(stdout.lock()), stderr.lock());
    let words = match Words::new(lang.unwrap_or_default()) {
        Ok(words) => words,
        Err(error) => {
            let _unheard = writeln!(err, "{error}");
            return ExitCode::from(REFUSED);
        }
    };
    let mut console = Console { out: &mut out, err: &mut err, words: &words, is_done: false };
    let done = match command {
        Command::Check(arguments) => check::run(arguments, &mut console),
        Command::Upgrade(arguments) => upgrade::run(arguments, &mut console),
        Command::Import(arguments) => import::run(arguments, &mut console),
        Command::Export(arguments) => export::run(arguments, &mut console),
        Command::Diff(arguments) => diff::run(arguments, &mut console),
        Command::Generate(arguments) => generate::run(arguments, &mut console),
    };
    let is_recorded = console.is_done;
    let done = done.and_then(|()| out.flush().map_err(Trouble::Output));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still in the buffer has nowhere to go either.
            let _unsent = out.into_parts();
            ExitCode::SUCCESS
        }
        // A status that says no would have it done again.
        Err(Trouble::Output(error)) if is_recorded => {
            let _unsent = out.into_parts();
            let _unheard = writeln!(err, "{}", words::not_said(&words, &error));
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            let _unheard = writeln!(err, "{}", words::trouble(&words, &trouble));
            ExitCode::from(match trouble {
                Trouble::Usage(_) => WRONG_USAGE,
                Trouble::File(_)
                | Trouble::Load { .. }
                | Trouble::Exchange { .. }
                | Trouble::Encode(_)
                | Trouble::InUse { .. }
                | Trouble::TwoVersions { .. }
                | Trouble::Append(_)
                | Trouble::Checkpoint { .. }
                | Trouble::Appeared { .. }
                | Trouble::Catalog(_)
                | Trouble::ReadOnly { .. }
                | Trouble::Extension { .. }
                | Trouble::Refused { .. }
                | Trouble::NoSuchSubscription { .. }
                | Trouble::SeveralSubscriptions { .. }
                | Trouble::OntoItself { .. }
                | Trouble::NoReport(_)
                | Trouble::NoMapping { .. }
                | Trouble::Output(_) => REFUSED,
            })
        }
    }
}

/// Opens the window and stays until it is closed.
#[must_use]
pub fn window(file: Option<PathBuf>, lang: Option<Language>, renderer: Option<Renderer>) -> ExitCode {
    let renderer = renderer.map(|renderer| match renderer {
        Renderer::Glow => eframe::Renderer::Glow,
        #[cfg(any(target_os = "windows", target_os = "macos"))]
        Renderer::Wgpu => eframe::Renderer::Wgpu,
    });
    match app::run(file, lang, renderer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _unheard = writeln!(io::stderr(), "{error}");
            ExitCode::from(REFUSED)
        }
    }
}
