//! The integration tests, one binary: what the modules promise, without a window and without a clock.

mod case;
mod generate;
mod rules;
