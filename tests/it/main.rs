//! One binary for all tests below the window; a module for each thing.

mod catalog;
mod exchange;
mod files;
mod given;
mod storage;
