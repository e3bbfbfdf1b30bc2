//! The target `tables`. What it holds is said in `bodies.rs`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| upgrade_desk_fuzz::tables(bytes));
