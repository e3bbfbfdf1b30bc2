//! How many cases a property is tried with: few at each commit, as many as are asked for by hand.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

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
///
/// At each commit they are the same cases, so that a commit is to blame for what it breaks; by hand they are others each time.
pub fn config(default: u32) -> ProptestConfig {
    let by_hand = std::env::var(VARIABLE).is_ok();
    let rng_seed = if by_hand { RngSeed::Random } else { RngSeed::Fixed(1) };
    ProptestConfig { rng_seed, ..ProptestConfig::with_cases(cases(default)) }
}
