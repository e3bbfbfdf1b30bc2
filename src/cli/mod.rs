//! The subcommands: the window's work on the same rules and files, without a window.

pub mod generate;
