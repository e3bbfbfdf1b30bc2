//! Suite M: each of the steps that keep a portfolio safe is left out, and one of the suites has to break for it.
//!
//! `cargo test --test it keep::mutants`. Each suite holds with all steps: that is what its own tests say.

use upgrade_desk::shell::keep::{Safety, SafetyStep};

use super::crash::{Bounds, simulate};
use super::failing::fail_each;
use super::outside::{flipped_bits, replaced_at_any_moment, written_as_it_can_be_read};
use super::scripts::SCRIPTS;
use super::world::Violation;

/// Which suite has to see that a step is missing.
#[derive(Clone, Copy, Debug)]
enum Suite {
    /// A: the power is cut, in the script of this name.
    Crash(&'static str),
    /// B: each operation fails, in the script of this name.
    Failing(&'static str),
    /// Somebody else's version comes at any moment.
    Replaced,
    /// A bit of the journal flips.
    Flipped,
    /// The encoder writes what the reader refuses.
    Unreadable,
}

const CAUGHT_BY: [(SafetyStep, Suite); 14] = [
    (SafetyStep::SyncJournal, Suite::Crash("edits and checkpoints")),
    (SafetyStep::SyncJournalName, Suite::Crash("edits and checkpoints")),
    (SafetyStep::CarryChanges, Suite::Crash("a checkpoint in halves")),
    (SafetyStep::LeaveFailedJournal, Suite::Failing("edits and checkpoints")),
    (SafetyStep::ReadBack, Suite::Unreadable),
    (SafetyStep::CompareBefore, Suite::Crash("mine kept while it is open")),
    (SafetyStep::SyncFile, Suite::Crash("edits and checkpoints")),
    (SafetyStep::WriteIntent, Suite::Crash("edits and checkpoints")),
    (SafetyStep::SyncIntent, Suite::Crash("edits and checkpoints")),
    (SafetyStep::LookAtWhatCameOut, Suite::Replaced),
    (SafetyStep::SyncFileName, Suite::Crash("edits and checkpoints")),
    (SafetyStep::CheckLineage, Suite::Crash("theirs taken")),
    (SafetyStep::SkipStored, Suite::Crash("edits and checkpoints")),
    (SafetyStep::CheckLines, Suite::Flipped),
];

impl Suite {
    fn run(self, safety: Safety) -> Result<usize, Violation> {
        let script = |name: &str| SCRIPTS.iter().find(|script| script.name == name).unwrap();
        match self {
            Self::Crash(name) => simulate(script(name), safety, Bounds::COMMIT).map(|figures| figures.states),
            Self::Failing(name) => fail_each(script(name), safety, 3).map(|tried| tried.runs),
            Self::Replaced => replaced_at_any_moment(safety, |_| {}),
            Self::Flipped => flipped_bits(safety),
            Self::Unreadable => written_as_it_can_be_read(safety),
        }
    }
}

#[test]
fn each_safety_step_that_is_left_out_is_missed() {
    assert_eq!(CAUGHT_BY.map(|(step, _)| step), SafetyStep::ALL);
    let mut unseen = Vec::new();
    for (step, suite) in CAUGHT_BY {
        match suite.run(Safety::without(step)) {
            Err(Violation(said)) => println!("{step:?}: {suite:?}: {said}"),
            Ok(looked_at) => unseen.push((step, suite, looked_at)),
        }
    }
    assert!(unseen.is_empty(), "left out, and no suite breaks: {unseen:#?}");
}
