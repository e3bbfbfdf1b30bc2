//! What a source was taken for, what it does not say, and what of it could not be read: on stderr, beside the plan.

use std::path::Path;

use super::super::{Console, open, words};
use crate::exchange::Incoming;
use crate::text::Naming;

/// How many rows in error are listed; the rest is counted.
const LISTED: usize = 100;

pub(super) fn say(naming: &Naming<'_>, path: &Path, incoming: &Incoming, console: &mut Console<'_>) {
    console.note(&words::recognized(console.words, path, &incoming.recognized));
    if !incoming.not_understood.is_empty() {
        console.note(&words::left_behind(console.words, path, &incoming.not_understood));
    }
    open::say_findings(&incoming.findings, path, console);
    for note in &incoming.notes {
        console.note(&words::note(naming, note));
    }
    for proposal in &incoming.proposals {
        console.note(&words::likely(console.words, proposal));
    }
    for asked in words::asks(console.words, incoming.asks) {
        console.note(asked);
    }
    for fault in incoming.faults.rows.iter().take(LISTED) {
        console.note(&words::fault(console.words, path, fault));
    }
    let more = incoming.faults.rows.len().saturating_sub(LISTED) + incoming.faults.more;
    if more > 0 {
        console.note(&words::more_faults(console.words, more));
    }
}
