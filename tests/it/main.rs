//! One binary for all tests below the window; a module for each thing.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails the test by panicking")]
#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks at the variant that it is about")]

mod case;
mod cases;
mod catalog;
mod cli;
mod customers;
mod disk;
mod exchange;
mod files;
mod fuzz;
mod generate;
mod given;
mod handing_out;
mod keep;
mod lock_fails;
mod mappings;
mod merge;
mod numbering;
mod report;
mod rest;
mod rules;
mod sample;
mod session;
mod shell;
mod sources;
mod storage;
mod tables;
mod text;
mod tidy;
mod window;
