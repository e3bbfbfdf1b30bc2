//! A portfolio that is being kept: its journal, what its file is known to hold, and the portfolio as file and journal give it.
//!
//! Every change is in the journal, on the disk, before [`Kept::append`] comes back. The file follows by checkpoints, whose
//! slow halves ([`Job::write`], [`super::Written::swap`]) can run elsewhere while changes go on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::files::{FileFailure, Step, folder_of, read_from, refused};
use super::Keeping;
use super::backups::{self, Label};
use super::checkpoint::{CheckpointFailure, Job, Leftovers, Swapped, Written, compare};
use super::journal::{AppendFailure, Beginning, JournalWriter, Journals, TakenBack};
use super::lock::Lock;
use super::place::Place;
use super::safety::SafetyStep;
use super::segments;
use crate::model::{Change, ContentHash, Entry, Happened, Portfolio};
use crate::state::carry_out;
use crate::storage::{Intent, JournalRecord, MAXIMUM_SIZE, content_hash, encode};

/// How many of the changes that the file holds are remembered, to go into the first journal of a copy.
const REMEMBERED: usize = 1_000;

/// Up to so many bytes a file is copied before its first change, else by its first checkpoint.
const COPIED_AT_ONCE: u64 = 16 << 20;

/// What stands for the content of a file that is not there yet.
pub(super) const NO_FILE: ContentHash = ContentHash([0; 32]);

/// A portfolio with its file, its journal and its lock.
pub struct Kept {
    pub(super) keeping: Keeping,
    pub(super) place: Place,
    pub(super) path: PathBuf,
    /// The content that the file has; `None` where it is not there yet.
    pub(super) base: Option<ContentHash>,
    /// The content that the changes in `entries` were made on: another than the file's while two versions are to be decided on.
    pub(super) origin: ContentHash,
    pub(super) base_customers: usize,
    /// What was to take the file's place, and has not been seen to do so or not: the file can be one of these.
    pub(super) announced: Vec<Intent>,
    /// The file's own version is somebody else's, and is kept as a copy by the next checkpoint.
    pub(super) keeps_as_copy: bool,
    /// The file is still as it was opened.
    pub(super) is_first: bool,
    /// What a session does before its first write is done.
    pub(super) is_prepared: bool,
    /// Its file was made by us, and has no copy among the backups yet.
    pub(super) is_new: bool,
    /// As the file and the journal give it.
    pub(super) portfolio: Portfolio,
    /// Changes that the file does not hold yet.
    pub(super) entries: Vec<Arc<Entry>>,
    /// Changes before those, oldest first.
    pub(super) past: Vec<Arc<Entry>>,
    pub(super) seq: u64,
    /// The journal that the next one takes over from.
    pub(super) after: Option<u64>,
    pub(super) journal: Option<JournalWriter>,
    pub(super) lock: Option<Lock>,
    /// Versions of somebody else's that a checkpoint which was cut off had left behind.
    pub(super) found: Vec<PathBuf>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kept").field("path", &self.path).field("seq", &self.seq).finish_non_exhaustive()
    }
}

impl Kept {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    #[must_use]
    pub const fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// How many changes the file does not hold yet.
    #[must_use]
    pub const fn waiting(&self) -> usize {
        self.entries.len()
    }

    /// Whether the journals lie beside the file, since the state folder cannot be written.
    #[must_use]
    pub const fn is_beside(&self) -> bool {
        self.place.is_beside
    }

    /// The journal's size in bytes.
    #[must_use]
    pub fn journal_size(&self) -> u64 {
        self.journal.as_ref().map_or(0, |journal| journal.size)
    }

    /// Whether there is a file already.
    #[must_use]
    pub const fn has_file(&self) -> bool {
        self.base.is_some()
    }

    /// Its backups, newest first.
    ///
    /// # Errors
    /// What the system says.
    pub fn list_backups(&self) -> Result<Vec<backups::Backup>, FileFailure> {
        backups::list(&*self.keeping.disk, &self.place)
    }

    /// Everything that the journals tell, oldest first.
    #[must_use]
    pub fn journaled(&self) -> Vec<Arc<Entry>> {
        let disk = &*self.keeping.disk;
        let journals = Journals::of(disk, &self.place, self.keeping.safety).ok();
        let told = journals.as_ref().and_then(|journals| {
            let last = journals.last().ok().flatten()?;
            Some(segments::past(journals, &last, usize::MAX))
        });
        told.unwrap_or_else(|| self.past.iter().chain(&self.entries).map(Arc::clone).collect())
    }

    /// The files that tell of the world outside: the portfolio itself, and the wish that its window come to the front.
    #[must_use]
    pub fn watched(&self) -> Vec<PathBuf> {
        vec![self.path.clone(), self.place.request()]
    }

    /// Whether somebody asked for this window since the last time.
    #[must_use]
    pub fn was_asked_to_front(&self) -> bool {
        super::lock::was_asked_to_front(&*self.keeping.disk, &self.place)
    }

    /// Versions of somebody else's that were found since the last time.
    pub fn take_found(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.found)
    }

    /// Whether the file is still what was opened or written.
    ///
    /// # Errors
    /// It is not, or cannot be looked at.
    pub fn look_at_file(&self) -> Result<(), CheckpointFailure> {
        compare(&*self.keeping.disk, &self.path, self.base, &self.announced).map(drop)
    }

    /// Writes a change down. When this comes back without a failure, no crash loses it.
    ///
    /// # Errors
    /// The change is not kept and has to be refused in memory too.
    pub fn append(
        &mut self,
        at: DateTime<Utc>,
        happened: Happened,
        change: Arc<Change>,
    ) -> Result<Arc<Entry>, AppendFailure> {
        if self.base.is_none() {
            // Changes are replayed on a file, so there has to be one.
            self.write_first_file(at).map_err(|failure| AppendFailure::FirstFile(Box::new(failure)))?;
        }
        let entry = Arc::new(Entry { seq: self.seq + 1, at, happened, change });
        let record = JournalRecord::Entry(Entry::clone(&entry));
        let leaves_failed = self.keeping.safety.takes(SafetyStep::LeaveFailedJournal);
        let sound = self.journal.as_mut().filter(|journal| journal.is_sound() || !leaves_failed);
        let appended = match sound {
            Some(journal) => journal.append(&record, self.keeping.safety),
            None => self.begin_journal(None, at).and_then(|journal| journal.append_to_new(&record)),
        };
        match appended {
            Ok(()) => {}
            // What was written before a failed sync may be lost for good, so everything goes into a new journal.
            Err(_) if leaves_failed => {
                let again = self.begin_journal(None, at).and_then(|journal| journal.append_to_new(&record));
                again.map_err(|failure| self.refused(failure))?
            }
            Err(failure) => return Err(self.refused(failure)),
        }
        carry_out(&mut self.portfolio, &entry.edits());
        self.seq = entry.seq;
        self.entries.push(Arc::clone(&entry));
        Ok(entry)
    }

    /// Takes back the last change, which no file holds yet: for callers who are to do it wholly or not at all.
    pub fn take_back(&mut self, now: DateTime<Utc>) -> TakenBack {
        let Some(entry) = self.entries.last().cloned() else { return TakenBack::No };
        let taken_back = self.journal.as_mut().map_or(TakenBack::No, JournalWriter::take_back);
        if taken_back == TakenBack::Yes {
            self.entries.pop();
            self.seq = entry.seq - 1;
            carry_out(&mut self.portfolio, &entry.change.inverse().edits);
            return taken_back;
        }
        // A file that holds it may be in its place already, so that it has to be undone like any other.
        match self.append(now, Happened::Undid, Arc::clone(&entry.change)) {
            Ok(_) => TakenBack::Yes,
            Err(AppendFailure::MayComeBack(_)) => TakenBack::NotKnown,
            Err(_) => taken_back,
        }
    }

    /// Why a change was refused. A newer journal says itself what counts of the one before.
    fn refused(&self, failure: AppendFailure) -> AppendFailure {
        if self.journal.as_ref().is_some_and(JournalWriter::keeps_refused) {
            AppendFailure::MayComeBack(Box::new(failure))
        } else {
            failure
        }
    }

    /// Makes a new journal with what the file does not hold, in which the next change is written. `written` waits for its swap.
    fn begin_journal(&mut self, written: Option<&Path>, now: DateTime<Utc>) -> Result<NewJournal<'_>, AppendFailure> {
        self.prepare(written, now)?;
        let disk = &*self.keeping.disk;
        let journals = Journals::of(disk, &self.place, self.keeping.safety)?;
        let beginning = Beginning {
            id: self.portfolio.id,
            base: self.origin,
            // There is none behind the last one: its name is taken then, and the change is refused.
            number: journals.highest().saturating_add(1),
            after: self.journal.as_ref().map(|journal| journal.number).or(self.after),
            path: &self.path,
            stored: self.entries.first().map_or(self.seq, |entry| entry.seq - 1),
            announced: &self.announced,
            carried: &self.entries,
        };
        let journal = JournalWriter::create(disk, &self.place, beginning, self.keeping.safety)?;
        Ok(NewJournal { safety: self.keeping.safety, journal: self.journal.insert(journal) })
    }

    /// Before the first write of a session: what a cut-off checkpoint left is cleared, and the file is copied as it was opened.
    fn prepare(&mut self, written: Option<&Path>, now: DateTime<Utc>) -> Result<(), FileFailure> {
        if self.is_prepared {
            return Ok(());
        }
        let disk = &*self.keeping.disk;
        if self.base.is_some() {
            // A journal must not name a file whose swap a power cut can still undo: the last process may have died of that.
            let folder = folder_of(&self.path);
            disk.sync_folder(folder).map_err(refused(Step::SyncFolder, folder))?;
        }
        let leftovers = Leftovers {
            disk,
            place: &self.place,
            path: &self.path,
            safety: self.keeping.safety,
            base: self.base,
            announced: &self.announced,
        };
        self.is_prepared = true;
        // What cannot be cleared does no harm where it lies.
        if let Ok(found) = leftovers.clear(written, now) {
            self.found.extend(found);
        }
        // A large file is copied by its first checkpoint, beside the window, since a change must not wait for it.
        let size = disk.facts(&self.path).map_or(0, |facts| facts.size);
        if size > COPIED_AT_ONCE {
            return Ok(());
        }
        let opened = self.base.and_then(|base| {
            let is_it = |bytes: &Vec<u8>| content_hash(bytes) == base;
            let read = read_from(disk, &self.path, MAXIMUM_SIZE).ok().filter(is_it);
            // Where it has been replaced or cannot be read, memory still has what the change is made on.
            let in_memory = || self.entries.is_empty().then(|| encode(&self.portfolio).ok())?;
            let bytes = read.or_else(|| in_memory().map(String::into_bytes).filter(is_it))?;
            Some((base, bytes))
        });
        if let Some((hash, bytes)) = opened {
            // Without room for a copy the change itself may still find some.
            let _no_copy =
                backups::keep_opened(disk, &self.place, &bytes, Label::opened(now, self.base_customers, hash));
        }
        Ok(())
    }

    /// A snapshot for the file.
    #[must_use]
    pub fn job(&mut self, now: DateTime<Utc>) -> Job {
        // What is left from before has to go before the new file lies there. Where that fails, it is tried again.
        let _tried_again = self.prepare(None, now);
        Job {
            now,
            disk: Arc::clone(&self.keeping.disk),
            safety: self.keeping.safety,
            place: self.place.clone(),
            path: self.path.clone(),
            base: self.base,
            announced: self.announced.clone(),
            base_customers: self.base_customers,
            keeps_as_copy: self.keeps_as_copy,
            is_first: self.is_first,
            portfolio: self.portfolio.clone(),
            through: self.seq,
        }
    }

    /// Says in the journal which file is about to take the old one's place.
    ///
    /// # Errors
    /// The file must not be swapped; the temporary one is taken away.
    pub fn announce(&mut self, written: &Written, now: DateTime<Utc>) -> Result<(), CheckpointFailure> {
        let safety = self.keeping.safety;
        if !safety.takes(SafetyStep::WriteIntent) {
            return Ok(());
        }
        let intent = Intent { hash: written.hash, through: written.through() };
        let record = JournalRecord::Intent(intent);
        let announced = match self.journal.as_mut().filter(|journal| journal.is_sound()) {
            Some(journal) if safety.takes(SafetyStep::SyncIntent) => journal.append(&record, safety),
            Some(journal) => journal.append_unsynced(&record),
            None => {
                let begun = self.begin_journal(Some(written.temporary()), now);
                begun.and_then(|journal| journal.append_to_new(&record))
            }
        };
        match announced {
            Ok(()) => {
                self.announced.push(intent);
                Ok(())
            }
            Err(failure) => {
                written.give_up();
                Err(failure.into())
            }
        }
    }

    /// Takes note that the new file is in its place, and goes on in a new journal that belongs to it.
    ///
    /// The checkpoint has succeeded; where the new journal cannot be made yet, the next change makes it.
    pub fn settle(&mut self, swapped: &Swapped, now: DateTime<Utc>) {
        let at = self.entries.partition_point(|entry| entry.seq <= swapped.through);
        self.past.extend(self.entries.drain(..at));
        let superfluous = self.past.len().saturating_sub(REMEMBERED);
        self.past.drain(..superfluous);
        self.base = Some(swapped.hash);
        self.origin = swapped.hash;
        self.announced.clear();
        self.base_customers = swapped.customers;
        self.keeps_as_copy = false;
        self.is_first = false;
        if let Some(journal) = self.journal.as_ref() {
            self.after = Some(journal.number);
        }
        if self.begin_journal(None, now).is_err()
            && let Some(journal) = &mut self.journal
        {
            // What was made of the new one can be whole, and then no later line of the old one is looked at.
            journal.leave();
        }
        if std::mem::take(&mut self.is_new) {
            self.keep_new_file(now);
        }
        let _left_for_the_next = segments::prune(&self.keeping, &self.place, now);
    }

    /// Copies the first file among the backups, so that there is something to build on where it is damaged.
    fn keep_new_file(&self, now: DateTime<Utc>) {
        let disk = &*self.keeping.disk;
        if let (Some(base), Ok(bytes)) = (self.base, read_from(disk, &self.path, COPIED_AT_ONCE))
            && content_hash(&bytes) == base
        {
            let label = Label::opened(now, self.base_customers, base);
            let _no_room_for_a_copy = backups::keep_opened(disk, &self.place, &bytes, label);
        }
    }

    /// The whole checkpoint at once: for callers with nothing else to do.
    ///
    /// # Errors
    /// The file is as it was, or as somebody else left it; the journal holds every change.
    pub fn checkpoint(&mut self, now: DateTime<Utc>) -> Result<Swapped, CheckpointFailure> {
        let written = self.job(now).write()?;
        self.announce(&written, now)?;
        let swapped = written.swap(now)?;
        self.settle(&swapped, now);
        Ok(swapped)
    }
}

/// A journal that was just made.
struct NewJournal<'a> {
    safety: super::Safety,
    journal: &'a mut JournalWriter,
}

impl NewJournal<'_> {
    fn append_to_new(self, record: &JournalRecord) -> Result<(), AppendFailure> {
        self.journal.append(record, self.safety)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Some(lock) = &mut self.lock {
            lock.release(&*self.keeping.disk);
        }
    }
}
