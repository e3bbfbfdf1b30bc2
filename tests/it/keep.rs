//! How a portfolio is kept, proved on a disk in memory that fails on demand and loses power at any moment. Nothing here touches a real one but `real`.
//!
//! | module | suite of the safety plan | at each commit: `cargo test --test it keep::…` |
//! |---|---|---|
//! | `crash` | A: the power is cut at every operation, and again during recovery | `keep::crash` |
//! | `failing` | B: every operation fails; F in memory: a full disk of every size | `keep::failing` |
//! | `outside` | somebody else writes at any moment; bits flip; the encoder errs | `keep::outside` |
//! | `mutants` | M: each safety step left out is missed by one of the above | `keep::mutants` |
//! | `properties` | I: what is replayed is what was in memory, over restarts too | `keep::properties` |
//! | `lineage` | which journal belongs to which file; what others lost | `keep::lineage` |
//! | `real` | a few of the same on the machine's own disk | `keep::real` |
//!
//! `person` and `scripts` are what all of them run, `memo` spares them what they know, `world` is the rest they share.

#[expect(clippy::print_stdout, reason = "its figures are there to be read")]
mod crash;
#[expect(clippy::print_stdout, reason = "its figures are there to be read")]
mod failing;
mod lineage;
mod memo;
#[expect(clippy::print_stdout, reason = "its figures are there to be read")]
mod mutants;
mod outside;
mod person;
mod properties;
mod real;
mod scripts;
mod world;
