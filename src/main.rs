//! Start: hands the arguments to the window or to a subcommand. No work is done here.

use std::process::ExitCode;

use upgrade_desk::cli::{self, Invocation, usage};
use upgrade_desk::shell::{keeping, note_faults};

fn main() -> ExitCode {
    note_faults(keeping().state);
    match usage::parse() {
        Ok(Invocation::Command { command, lang }) => cli::run(&command, lang),
        Ok(Invocation::Window { file, lang, renderer }) => cli::window(file, lang, renderer),
        Err(status) => status,
    }
}
