//! A person at work: what they were promised so far, and the steps of the scripts. What can go wrong meanwhile is the suites'.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use upgrade_desk::model::{Happened, Portfolio};
use upgrade_desk::shell::disk::{Disk, MemoryDisk};
use upgrade_desk::shell::keep::{AppendFailure, CheckpointFailure, Keeping, Kept, Mine, Opened, Outside};
use upgrade_desk::storage::content_hash;

use super::world::{Violation, after, change, file, held_by, id, minute, open_at, violated, visible};

/// What has to hold of one portfolio file.
#[derive(Clone, Debug)]
pub struct Claim {
    pub path: PathBuf,
    /// It has been promised that the file is there.
    pub is_there: bool,
    /// With every change that was promised.
    pub acknowledged: Arc<Portfolio>,
    /// With one more, that is under way or was refused: it can be there or not.
    pub in_flight: Vec<Arc<Portfolio>>,
    pub theirs: Theirs,
    /// The copy of what the changes were made on may have failed: then the changes alone are left when it is replaced.
    pub can_lack_base: bool,
}

/// Somebody else's version of the file, and what was decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Theirs {
    None,
    /// Both have to be there: theirs, and ours as file or to be chosen.
    Asked(Arc<Portfolio>),
    /// Nothing of ours was promised that theirs could lack.
    Loose(Arc<Portfolio>),
    /// Ours takes the place of theirs, which stays beside it.
    Kept(Arc<Portfolio>),
    /// Theirs stays in its place, ours beside it.
    Taken(Arc<Portfolio>),
    /// The person gave the portfolio up.
    Discarded,
}

/// Everything that was promised, and who else's content has to be somewhere.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub claims: Vec<Claim>,
    pub foreign: Vec<Arc<Portfolio>>,
    /// Tells equal promises from others.
    pub chapter: u128,
}

impl Story {
    /// Gives the promises their number.
    pub fn mark(&mut self) {
        let hash = content_hash(format!("{:?} {:?}", self.claims, self.foreign).as_bytes());
        let (first, _) = hash.0.split_first_chunk().unwrap();
        self.chapter = u128::from_le_bytes(*first);
    }
}

impl Claim {
    pub fn new(path: &Path, portfolio: Portfolio, is_there: bool) -> Self {
        let acknowledged = Arc::new(portfolio);
        Self {
            path: path.to_owned(),
            is_there,
            acknowledged,
            in_flight: Vec::new(),
            theirs: Theirs::None,
            can_lack_base: false,
        }
    }

    pub fn is_ours(&self, portfolio: &Portfolio) -> bool {
        std::iter::once(&self.acknowledged).chain(&self.in_flight).any(|ours| **ours == *portfolio)
    }

    /// Whether a portfolio as opened, on this disk, is what was promised.
    pub fn judge(&self, opened: &Opened, disk: &MemoryDisk) -> Result<(), Violation> {
        let Opened { portfolio, mine, .. } = opened;
        let has_ours =
            || visible(disk).iter().any(|path| held_by(disk, path).is_some_and(|found| self.is_ours(&found)));
        let mine_is_ours = || {
            let Some(mine) = mine else { return false };
            let has_changes = self.can_lack_base && !mine.entries.is_empty();
            mine.portfolio.as_ref().map_or(has_changes, |mine| self.is_ours(mine))
        };
        let holds = match &self.theirs {
            Theirs::None => mine.is_none() && self.is_ours(portfolio),
            Theirs::Discarded => mine.is_none(),
            Theirs::Asked(theirs) => *portfolio == **theirs && mine_is_ours(),
            Theirs::Loose(theirs) => *portfolio == **theirs || self.is_ours(portfolio),
            Theirs::Kept(theirs) => {
                let is_asked = *portfolio == **theirs && mine_is_ours();
                is_asked || (mine.is_none() && self.is_ours(portfolio))
            }
            Theirs::Taken(theirs) => *portfolio == **theirs && (has_ours() || mine_is_ours()),
        };
        if !holds {
            let (partner, customers) = (&portfolio.partner.name, portfolio.customers.as_slice().len());
            let mine = mine.as_ref().map(|mine| mine.portfolio.is_some());
            let theirs = match &self.theirs {
                Theirs::None => "no other version",
                Theirs::Asked(_) => "theirs to be asked",
                Theirs::Loose(_) => "theirs, which lacks nothing",
                Theirs::Kept(_) => "mine being kept",
                Theirs::Taken(_) => "theirs being taken",
                Theirs::Discarded => "given up",
            };
            violated!(
                "{} opens with partner {partner:?}, {customers} customers, and mine {mine:?}; promised was {:?}, {} customers ({theirs})",
                self.path.display(),
                self.acknowledged.partner.name,
                self.acknowledged.customers.as_slice().len()
            );
        }
        Ok(())
    }
}

/// How a script goes on after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    /// There are none: one is a violation.
    None,
    /// They are to be expected, and the person goes on as far as it goes.
    Expected,
}

/// Whoever works with a portfolio, and their notes.
pub struct Person {
    pub disk: MemoryDisk,
    pub keeping: Keeping,
    pub story: Arc<Mutex<Story>>,
    pub kept: Option<Kept>,
    mine: Option<Mine>,
    pub failures: Failures,
    /// Which claim is about the portfolio that is open.
    at: usize,
    changes: u64,
    /// How many failures were told.
    pub told: usize,
    /// When it is, in minutes.
    pub minute: i64,
    /// Looks at what was promised after each step.
    pub after_step: Option<Look>,
}

/// Somebody who looks at a disk and at what was promised.
pub type Look = Box<dyn FnMut(&MemoryDisk, &Story) -> Result<(), Violation>>;

impl Person {
    pub fn new(disk: &MemoryDisk, keeping: Keeping, story: Story, failures: Failures) -> Self {
        let story = Arc::new(Mutex::new(story));
        let (disk, kept, mine) = (disk.clone(), None, None);
        Self { disk, keeping, story, kept, mine, failures, at: 0, changes: 0, told: 0, minute: 2, after_step: None }
    }

    /// Numbers changes from here on, so that those after a crash are not those before.
    pub const fn with_changes_from(mut self, changes: u64) -> Self {
        self.changes = changes;
        self
    }

    fn tell<T>(&self, write: impl FnOnce(&mut Story) -> T) -> T {
        let mut story = self.story.lock().unwrap_or_else(PoisonError::into_inner);
        let written = write(&mut story);
        story.mark();
        written
    }

    fn claim<T>(&self, write: impl FnOnce(&mut Claim) -> T) -> T {
        self.tell(|story| write(&mut story.claims[self.at]))
    }

    pub fn the_claim(&self) -> Claim {
        self.story.lock().unwrap_or_else(PoisonError::into_inner).claims[self.at].clone()
    }

    fn stepped(&mut self) -> Result<(), Violation> {
        let story = self.the_story();
        self.after_step.as_mut().map_or(Ok(()), |look| look(&self.disk, &story))
    }

    fn failed(&mut self, what: &str, failure: &dyn std::fmt::Display) -> Result<(), Violation> {
        self.told += 1;
        match self.failures {
            Failures::None => violated!("{what} fails: {failure}"),
            Failures::Expected => Ok(()),
        }
    }

    /// Opens a file, and looks whether it is what was promised.
    pub fn open(&mut self) -> Result<(), Violation> {
        self.kept = None;
        let claim = self.the_claim();
        match open_at(&self.keeping, &claim.path) {
            Ok(opened) => {
                let is_asked_less = claim.theirs != Theirs::None
                    && self.failures == Failures::Expected
                    && opened.mine.as_ref().is_none_or(|mine| mine.portfolio.is_none());
                if is_asked_less {
                    // What is needed to put mine together could not be read, so there is nothing to be decided yet.
                    return self.stepped();
                }
                claim.judge(&opened, &self.disk)?;
                if opened.kept.is_none() {
                    violated!("{} opens only to be looked at", claim.path.display())
                }
                let portfolio = Arc::new(opened.portfolio);
                if claim.theirs == Theirs::None {
                    let can_go = self.failures == Failures::Expected && claim.acknowledged != portfolio;
                    self.claim(|claim| {
                        // What was refused because it could not be synced still reads back, until a power cut.
                        claim.in_flight = if can_go { vec![Arc::clone(&claim.acknowledged)] } else { Vec::new() };
                        claim.acknowledged = portfolio;
                        claim.is_there = true;
                    });
                }
                self.mine = opened.mine;
                self.kept = opened.kept;
            }
            Err(failure) => self.failed("opening", &failure)?,
        }
        self.stepped()
    }

    /// A portfolio that has no file yet.
    pub fn begin(&mut self, portfolio: Portfolio) {
        let kept = self.keeping.begin(portfolio.clone());
        let claim = Claim::new(kept.path(), portfolio, false);
        self.at = self.tell(|story| {
            story.claims.push(claim);
            story.claims.len() - 1
        });
        self.kept = Some(kept);
    }

    pub fn edit(&mut self) -> Result<(), Violation> {
        self.changes += 1;
        let number = self.changes;
        self.edit_with(number)
    }

    fn edit_with(&mut self, number: u64) -> Result<(), Violation> {
        // While theirs is shown, nothing is changed before the person has decided.
        if self.mine.is_some() {
            return Ok(());
        }
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        let before = self.the_claim().acknowledged;
        let change = change(&before, number);
        let next = Arc::new(after(&before, &change));
        self.claim(|claim| claim.in_flight.push(Arc::clone(&next)));
        let appended = kept.append(minute(self.minute), Happened::Did, change);
        let shown = kept.portfolio().clone();
        self.kept = Some(kept);
        let can_fail = self.failures == Failures::Expected;
        match appended {
            Ok(_) => {
                self.claim(|claim| {
                    claim.acknowledged = Arc::clone(&next);
                    claim.in_flight.clear();
                    claim.is_there = true;
                    if let Theirs::Loose(theirs) = &claim.theirs {
                        claim.theirs = Theirs::Asked(Arc::clone(theirs));
                        claim.can_lack_base |= can_fail;
                    }
                });
                if shown != *next {
                    violated!("a change that was kept is not in memory")
                }
            }
            Err(failure) => {
                if shown != *before {
                    violated!("a change that was refused is in memory")
                }
                // Neither a kill nor a power cut brings it back, unless that was said.
                if !matches!(failure, AppendFailure::MayComeBack(_)) {
                    self.claim(|claim| claim.in_flight.pop());
                }
                self.failed("a change", &failure)?;
            }
        }
        self.stepped()
    }

    pub fn checkpoint(&mut self) -> Result<(), Violation> {
        let now = minute(self.minute);
        self.minute += 1;
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        let stored = kept.checkpoint(now).map(drop);
        self.stored(kept, stored)
    }

    /// A checkpoint whose halves run elsewhere, with changes in between.
    pub fn checkpoint_in_halves(&mut self) -> Result<(), Violation> {
        let now = minute(self.minute);
        self.minute += 1;
        let Some(kept) = &mut self.kept else { return Ok(()) };
        let written = kept.job(now).write();
        self.edit()?;
        let mut kept = self.kept.take().unwrap();
        let written = match written.and_then(|written| kept.announce(&written, now).map(|()| written)) {
            Ok(written) => written,
            Err(failure) => return self.stored(kept, Err(failure)),
        };
        self.kept = Some(kept);
        self.edit()?;
        let swapped = written.swap(now);
        self.edit()?;
        let mut kept = self.kept.take().unwrap();
        match swapped {
            Ok(swapped) => {
                kept.settle(&swapped, now);
                self.kept = Some(kept);
                self.stepped()
            }
            Err(failure) => self.stored(kept, Err(failure)),
        }
    }

    fn stored(&mut self, kept: Kept, stored: Result<(), CheckpointFailure>) -> Result<(), Violation> {
        let claim = self.the_claim();
        let shown = kept.portfolio() == &*claim.acknowledged;
        let waiting = kept.waiting();
        self.kept = Some(kept);
        if !shown {
            violated!("after a checkpoint memory holds something else")
        }
        match stored {
            Ok(()) => {
                if waiting > 0 || held_by(&self.disk, &claim.path).as_ref() != Some(&*claim.acknowledged) {
                    violated!("the file was stored, and does not hold what was promised")
                }
                // Whatever was refused before is not there.
                self.claim(|claim| {
                    claim.in_flight.clear();
                    claim.is_there = true;
                });
            }
            Err(failure) => self.failed("a checkpoint", &failure)?,
        }
        self.stepped()
    }

    /// Somebody else writes the file.
    pub fn outside(&mut self, theirs: &Portfolio) {
        let claim = self.the_claim();
        let is_loose = held_by(&self.disk, &claim.path).as_ref() == Some(&*claim.acknowledged);
        let path = claim.path;
        self.disk.write_durably(&path, &super::world::bytes(theirs)).unwrap();
        let theirs = Arc::new(theirs.clone());
        if is_loose {
            self.claim(|claim| claim.theirs = Theirs::Loose(theirs));
        } else {
            self.tell(|story| story.foreign.push(Arc::clone(&theirs)));
            let can_lack_base = self.failures == Failures::Expected;
            self.claim(|claim| {
                claim.theirs = Theirs::Asked(theirs);
                claim.can_lack_base = can_lack_base;
            });
        }
    }

    /// A checkpoint that has to see what was changed outside.
    pub fn is_asked(&mut self) -> Result<(), Violation> {
        let Some(kept) = &mut self.kept else { return Ok(()) };
        match kept.checkpoint(minute(self.minute)) {
            Err(CheckpointFailure::Outside(Outside::Changed(_) | Outside::Unreadable(_))) => Ok(()),
            Err(_) if self.failures == Failures::Expected => Ok(()),
            other => violated!("a version from outside is not noticed: {other:?}"),
        }
    }

    /// Where both versions are there, and the person has not decided: ours.
    pub fn keep_mine_if_asked(&mut self) -> Result<(), Violation> {
        let claim = self.the_claim();
        match claim.theirs {
            Theirs::None | Theirs::Discarded => Ok(()),
            Theirs::Loose(_) if self.mine.is_some() => self.keep_mine(),
            _ if self.mine.is_some() => {
                let theirs = match claim.theirs {
                    Theirs::Asked(theirs) | Theirs::Kept(theirs) | Theirs::Taken(theirs) => theirs,
                    _ => return Ok(()),
                };
                self.claim(|claim| claim.theirs = Theirs::Asked(theirs));
                self.keep_mine()
            }
            // It was decided before the cut, and the portfolio is what is open.
            _ => {
                let Some(kept) = &self.kept else { return Ok(()) };
                let portfolio = Arc::new(kept.portfolio().clone());
                if let Theirs::Taken(_) = claim.theirs {
                    // Theirs is ours from now on, and ours is what has to stay beside it.
                    let beside = visible(&self.disk)
                        .iter()
                        .filter_map(|path| held_by(&self.disk, path))
                        .find(|it| claim.is_ours(it));
                    self.tell(|story| story.foreign = beside.into_iter().map(Arc::new).collect());
                }
                self.claim(|claim| {
                    claim.theirs = Theirs::None;
                    claim.acknowledged = portfolio;
                    claim.in_flight.clear();
                });
                Ok(())
            }
        }
    }

    pub fn the_story(&self) -> Story {
        self.story.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn keep_mine(&mut self) -> Result<(), Violation> {
        let next = match self.the_claim().theirs {
            Theirs::Asked(theirs) | Theirs::Kept(theirs) => Theirs::Kept(theirs),
            Theirs::Loose(theirs) => Theirs::Loose(theirs),
            Theirs::None | Theirs::Taken(_) | Theirs::Discarded => return Ok(()),
        };
        let now = minute(self.minute);
        self.minute += 1;
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        let path = kept.path().to_owned();
        let found = self.disk.contents(&path).map(|bytes| content_hash(&bytes));
        self.claim(|claim| claim.theirs = next);
        match kept.keep_mine(self.mine.clone(), found, now) {
            Ok(_) => {
                self.mine = None;
                self.claim(|claim| {
                    claim.theirs = Theirs::None;
                    // What was refused before may have been in the journal, and then it is in the person's version.
                    claim.acknowledged = Arc::new(kept.portfolio().clone());
                    claim.in_flight.clear();
                });
                self.kept = Some(kept);
            }
            Err(failure) => {
                self.kept = Some(kept);
                self.failed("keeping mine", &failure)?;
            }
        }
        self.stepped()
    }

    pub fn take_theirs(&mut self) -> Result<(), Violation> {
        let (Theirs::Asked(theirs) | Theirs::Taken(theirs)) = self.the_claim().theirs else { return Ok(()) };
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        self.claim(|claim| claim.theirs = Theirs::Taken(theirs));
        match kept.take_theirs(self.mine.as_ref(), minute(self.minute)) {
            Ok(_) => {}
            Err(failure) => {
                self.kept = Some(kept);
                self.failed("taking theirs", &failure)?;
            }
        }
        self.stepped()
    }

    pub fn save_as(&mut self, path: &Path, number: u128) -> Result<(), Violation> {
        let now = minute(self.minute);
        let Some(kept) = self.kept.take() else { return Ok(()) };
        let saved = Portfolio { id: id(number), ..kept.portfolio().clone() };
        let mut claim = Claim::new(path, saved, false);
        claim.in_flight.extend(held_by(&self.disk, path).map(Arc::new));
        let at = self.tell(|story| {
            story.claims.push(claim);
            story.claims.len() - 1
        });
        match kept.save_as(path, id(number), now) {
            Ok(new) => {
                self.at = at;
                self.claim(|claim| claim.is_there = true);
                self.kept = Some(new);
            }
            Err(failure) => {
                self.kept = Some(kept);
                self.failed("saving as another file", &failure)?;
            }
        }
        self.stepped()
    }

    pub fn discard(&mut self) -> Result<(), Violation> {
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        self.claim(|claim| {
            claim.theirs = Theirs::Discarded;
            claim.is_there = false;
        });
        match kept.discard(minute(self.minute)) {
            Ok(()) if self.disk.facts(kept.path()).is_ok() => violated!("what was discarded is still there"),
            Ok(()) => Ok(()),
            Err(failure) => self.failed("discarding", &failure),
        }
    }

    /// After all that went wrong: mine is kept where that is asked, and work goes on as if nothing had been.
    pub fn works_on(&mut self) -> Result<(), Violation> {
        self.failures = Failures::None;
        if self.mine.as_ref().is_some_and(|mine| mine.portfolio.is_none()) {
            return Ok(());
        }
        self.keep_mine_if_asked()?;
        self.edit()?;
        self.checkpoint()?;
        self.edit()?;
        self.close();
        self.open()?;
        for theirs in &self.the_story().foreign {
            if !visible(&self.disk).iter().any(|path| held_by(&self.disk, path).as_ref() == Some(theirs)) {
                violated!("somebody else's version is hidden from its owner")
            }
        }
        Ok(())
    }

    pub fn close(&mut self) {
        self.kept = None;
        self.mine = None;
    }
}

/// A story that begins with a file.
pub fn story_of(portfolio: &Portfolio) -> Story {
    let mut story = Story { claims: vec![Claim::new(file(), portfolio.clone(), true)], ..Story::default() };
    story.mark();
    story
}
