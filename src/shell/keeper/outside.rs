//! What somebody else does to the file while it is open: it is seen, and shown beside the person's own version. What is decided then is `versions`'.

use std::time::Instant;

use super::super::files::read_portfolio;
use super::super::keep::{CheckpointFailure, Outside};
use super::{Keeper, Phase, QUIET};
use crate::exchange::merge;
use crate::state::diagnosis::Diagnosis;
use crate::state::{Command, Theirs};
use crate::storage::{MAXIMUM_SIZE, decode};

impl Keeper {
    /// What stands in the file's place, beside what the person has. `None` where it is as it was when it was opened.
    pub(super) fn theirs(&self, outside: Option<Outside>) -> Theirs {
        let mut theirs = Theirs { plan: None, detail: None, changes: 0, is_shown: false, can_keep_mine: true };
        let Some(current) = &self.current else { return theirs };
        let mine = match &current.mine {
            Some(mine) => {
                (theirs.changes, theirs.is_shown) = (mine.entries.len(), true);
                theirs.can_keep_mine = mine.portfolio.is_some();
                mine.portfolio.as_ref()
            }
            None => {
                theirs.changes = current.kept.waiting();
                Some(current.kept.portfolio())
            }
        };
        match outside {
            Some(Outside::Changed(_)) | None => {
                let bytes = read_portfolio(&*self.keeping.disk, current.kept.path(), MAXIMUM_SIZE, &mut |_| true);
                let bytes = bytes.map_err(|failure| Diagnosis::from(&failure));
                match bytes.and_then(|bytes| decode(&bytes).map_err(Diagnosis::from)) {
                    Ok(loaded) => {
                        let plan = mine.map(|mine| merge::plan(mine, &loaded.portfolio, merge::Into::Existing));
                        theirs.plan = plan.map(Box::new);
                    }
                    Err(detail) => theirs.detail = Some(detail),
                }
            }
            Some(Outside::Gone) => {}
            Some(Outside::Unreadable(failure)) => {
                theirs.detail = Some((&failure).into());
                theirs.can_keep_mine = false;
            }
        }
        theirs
    }

    /// Something happened to the file or to the wish to come to the front.
    pub(super) fn touched(&mut self) {
        let Some(current) = &mut self.current else { return };
        if current.kept.was_asked_to_front() {
            self.answer(Command::ComeToFront);
            return;
        }
        let facts = self.keeping.disk.facts(current.kept.path()).ok();
        if facts.is_some() && facts == current.seen {
            return;
        }
        current.seen = facts;
        if matches!(current.phase, Phase::Writing(_)) || current.mine.is_some() || !current.kept.has_file() {
            return;
        }
        match current.kept.look_at_file() {
            // Some programs take a file away before they put it back.
            Ok(()) if current.phase == Phase::Stopped => {
                current.phase = Phase::Idle;
                let waiting = current.kept.waiting();
                current.due = (waiting > 0).then(|| Instant::now() + QUIET);
                self.answer(Command::Stored { waiting, copies: Vec::new() });
            }
            Err(failure @ CheckpointFailure::Outside(_)) => self.not_stored(&failure),
            Ok(()) | Err(_) => {}
        }
    }
}
