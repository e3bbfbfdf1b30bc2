//! How many cases a property is tried with: few at each commit, as many as are asked for by hand.

use proptest::prelude::ProptestConfig;

/// The environment variable that asks for another number of cases: `UPGRADE_DESK_CASES=1000000 cargo test --test it storage`.
const VARIABLE: &str = "UPGRADE_DESK_CASES";

/// The number of cases: what the environment asks for, else the one of the commit.
pub fn cases(default: u32) -> u32 {
    match std::env::var(VARIABLE) {
        Ok(asked) => asked.parse().unwrap_or_else(|_| panic!("{VARIABLE} is a number, not “{asked}”")),
        Err(_) => default,
    }
}

/// The same for a block of properties.
pub fn config(default: u32) -> ProptestConfig {
    ProptestConfig::with_cases(cases(default))
}
