//! The journal on the disk: written line by line, each synced before it counts; read back to its last good line.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::super::disk::{Disk, DiskFile};
use super::super::files::{FileFailure, Step, folder_of, refused};
use super::checkpoint::CheckpointFailure;
use super::place::{Place, journal_number};
use super::safety::{Safety, SafetyStep};
use crate::model::{ContentHash, Entry};
use crate::storage::{EncodeError, encode_record};
use crate::storage::{
    Intent, JOURNAL_FORMAT, JournalHeader, JournalRecord, JournalText, MAXIMUM_SIZE, Tail, decode_journal_with,
};

/// Why a change could not be written down.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppendFailure {
    #[error(transparent)]
    File(#[from] FileFailure),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// A portfolio without a file gets one before its first change.
    #[error(transparent)]
    FirstFile(Box<CheckpointFailure>),
    /// The change is refused like the others; but it may be in the journal, and then it is found when the file is opened next.
    #[error(transparent)]
    MayComeBack(Box<AppendFailure>),
}

/// A journal that is being written.
pub(super) struct JournalWriter {
    file: Box<dyn DiskFile>,
    path: PathBuf,
    pub number: u64,
    /// In bytes.
    pub size: u64,
    /// The bytes that were written and not synced yet are not known to be there.
    is_sound: bool,
    /// A line that was refused could not be taken out again.
    keeps_refused: bool,
    /// Where the last line begins, while it is a change.
    last_change: Option<u64>,
}

/// What a new journal begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning<'a> {
    pub id: Uuid,
    pub base: ContentHash,
    pub number: u64,
    pub after: Option<u64>,
    /// The portfolio file, for people who look into the journal, and to tell a moved file from a copied one.
    pub path: &'a Path,
    /// The number of the last change that the file holds, so that numbers go on after a restart.
    pub stored: u64,
    /// Files that can have taken this one's place already.
    pub announced: &'a [Intent],
    /// The changes that the file does not hold yet.
    pub carried: &'a [Arc<Entry>],
}

impl JournalWriter {
    /// Makes a journal that holds its header and what it carries, on the disk with its name.
    pub fn create(
        disk: &dyn Disk,
        place: &Place,
        beginning: Beginning<'_>,
        safety: Safety,
    ) -> Result<Self, AppendFailure> {
        let Beginning { id, base, number, after, path: portfolio, stored, announced, carried } = beginning;
        let carried = if safety.takes(SafetyStep::CarryChanges) { carried } else { &[] };
        let header = JournalHeader {
            format: JOURNAL_FORMAT,
            portfolio: id,
            base,
            number,
            after,
            carried: u64::try_from(carried.len()).unwrap_or(u64::MAX),
            path: portfolio.display().to_string(),
        };
        let mut bytes = encode_record(&JournalRecord::Header(header))?;
        for intent in std::iter::once(&Intent { hash: base, through: stored }).chain(announced) {
            bytes.extend(encode_record(&JournalRecord::Intent(*intent))?);
        }
        for entry in carried {
            bytes.extend(encode_record(&JournalRecord::Entry(Entry::clone(entry)))?);
        }
        let path = place.journal(number);
        place.make(disk)?;
        let file = disk.create(&path, None).map_err(refused(Step::Journal, &path))?;
        let mut journal = Self { file, path, number, size: 0, is_sound: true, keeps_refused: false, last_change: None };
        journal.write(&bytes, safety)?;
        if safety.takes(SafetyStep::SyncJournalName) {
            // The folders above were made by us as well, and their names can be lost too.
            let mut folder = folder_of(&journal.path);
            for above in 0..FOLDERS {
                match disk.sync_folder(folder) {
                    // What lies above the program's own folders may not be ours to open; it was there before.
                    Err(error) if above >= OWN_FOLDERS && error.kind() == io::ErrorKind::PermissionDenied => break,
                    synced => synced.map_err(refused(Step::Journal, &journal.path))?,
                }
                folder = folder_of(folder);
            }
        }
        Ok(journal)
    }

    /// Writes a record and gets it onto the disk.
    pub fn append(&mut self, record: &JournalRecord, safety: Safety) -> Result<(), AppendFailure> {
        let bytes = encode_record(record)?;
        let before = self.size;
        let written = self.write(&bytes, safety);
        if written.is_err() {
            // Whoever is told that a change does not count does not find it there the next time. That the file is shorter is a
            // change of its own, of which the disk tells for itself whether it is safe.
            self.keeps_refused = self.file.shorten(before).and_then(|()| self.file.sync()).is_err();
        }
        self.last_change = matches!(record, JournalRecord::Entry(_)).then_some(before);
        Ok(written?)
    }

    /// Takes the last line out again, where it is a change. Nothing is written here any more.
    pub fn take_back(&mut self) -> TakenBack {
        let Some(start) = self.last_change.take().filter(|_| self.is_sound) else { return TakenBack::No };
        self.is_sound = false;
        if self.file.shorten(start).is_err() {
            return TakenBack::No;
        }
        if self.file.sync().is_ok() { TakenBack::Yes } else { TakenBack::NotKnown }
    }

    fn write(&mut self, bytes: &[u8], safety: Safety) -> Result<(), FileFailure> {
        let written = self
            .file
            .write_all(bytes)
            .and_then(|()| if safety.takes(SafetyStep::SyncJournal) { self.file.sync() } else { Ok(()) });
        self.size += bytes.len() as u64;
        self.is_sound &= written.is_ok();
        written.map_err(refused(Step::Journal, &self.path))
    }

    /// Writes a record without getting it onto the disk: for the test that leaves that out.
    pub fn append_unsynced(&mut self, record: &JournalRecord) -> Result<(), AppendFailure> {
        let bytes = encode_record(record)?;
        let written = self.file.write_all(&bytes);
        Ok(written.map_err(refused(Step::Journal, &self.path))?)
    }

    /// Nothing is written here any more.
    pub const fn leave(&mut self) {
        self.is_sound = false;
    }

    /// Whether a line can be there that was refused.
    pub const fn keeps_refused(&self) -> bool {
        self.keeps_refused
    }

    /// Whether all that was written is on the disk. After a failed sync it never is again.
    pub const fn is_sound(&self) -> bool {
        self.is_sound
    }
}

/// Whether a change that counted is out of the journal again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    Yes,
    /// It is there as before.
    No,
    /// It can be there or not.
    NotKnown,
}

/// The folders that can be new with a journal, and the one that is above them: its own, the id's, all portfolios', the program's.
const FOLDERS: usize = 5;
/// So many of them are made by the program.
const OWN_FOLDERS: usize = 4;

/// A journal as read.
#[derive(Clone, Debug)]
pub(super) struct Journal {
    pub header: JournalHeader,
    pub entries: Vec<Arc<Entry>>,
    pub intents: Vec<Intent>,
    /// A newer version wrote a line that this one cannot read. What is behind it is not known.
    pub is_newer: bool,
    /// Lines in its middle cannot be read; what is behind them is not carried out.
    pub is_damaged: bool,
}

impl Journal {
    fn of(number: u64, text: JournalText) -> Option<Self> {
        let mut is_newer = text.tail == Tail::NotUnderstood;
        let is_damaged = text.tail == Tail::Damaged;
        let mut records = text.records.into_iter();
        let Some(JournalRecord::Header(header)) = records.next() else {
            // A newer version's journal belongs to what it says, and that cannot be read; it must not be taken for none.
            return is_newer.then(|| Self::unreadable(number));
        };
        let (mut entries, mut intents): (Vec<Arc<Entry>>, _) = (Vec::new(), Vec::new());
        for record in records {
            match record {
                // By its number a change is known to be in the file; one that goes back would be carried out twice.
                JournalRecord::Entry(entry) if entries.last().is_some_and(|last| last.seq >= entry.seq) => {
                    is_newer = true;
                    break;
                }
                JournalRecord::Entry(entry) => entries.push(Arc::new(entry)),
                JournalRecord::Intent(intent) => intents.push(intent),
                // A second header is no record of ours; what follows it is not looked at.
                JournalRecord::Header(_) => break,
            }
        }
        Some(Self { header, entries, intents, is_newer, is_damaged })
    }

    fn unreadable(number: u64) -> Self {
        let header = JournalHeader {
            format: JOURNAL_FORMAT,
            portfolio: Uuid::nil(),
            base: ContentHash([0xff; 32]),
            number,
            after: None,
            carried: 0,
            path: String::new(),
        };
        Self { header, entries: Vec::new(), intents: Vec::new(), is_newer: true, is_damaged: false }
    }

    /// Whether everything that it took over from the one before is there: one that was being made when the power went is not.
    fn is_complete(&self) -> bool {
        self.is_newer || self.header.carried <= u64::try_from(self.entries.len()).unwrap_or(u64::MAX)
    }

    /// The changes that a file of this hash does not hold; `None` where this journal does not belong to it.
    pub fn beyond(&self, file: ContentHash, safety: Safety) -> Option<&[Arc<Entry>]> {
        let stored = self.intents.iter().rev().find(|intent| intent.hash == file).map(|intent| intent.through);
        if let (Some(through), true) = (stored, safety.takes(SafetyStep::SkipStored)) {
            let at = self.entries.partition_point(|entry| entry.seq <= through);
            return Some(self.entries.get(at..).unwrap_or_default());
        }
        let belongs = self.header.base == file || stored.is_some() || !safety.takes(SafetyStep::CheckLineage);
        belongs.then_some(&self.entries)
    }

    /// The last change that it took over, or that its file held when it began. A later one in the journal before it was refused.
    fn takes_over(&self) -> u64 {
        let carried = usize::try_from(self.header.carried).unwrap_or(usize::MAX);
        let last = match carried.checked_sub(1) {
            Some(last) => self.entries.get(last).map(|entry| entry.seq),
            None => self.intents.first().map(|stored| stored.through),
        };
        // Lines that cannot be read say nothing against the journal before.
        last.unwrap_or(u64::MAX)
    }

    /// Whether its changes were made on a file of this hash, or led to it.
    pub fn belongs_to(&self, file: ContentHash, safety: Safety) -> bool {
        self.beyond(file, safety).is_some()
    }

    /// The changes that no file is known to hold.
    pub fn unsaved(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The last entry's number; 0 where there is none.
    pub fn last_seq(&self) -> u64 {
        let stored = self.intents.iter().map(|intent| intent.through).max().unwrap_or(0);
        self.entries.last().map_or(stored, |entry| entry.seq)
    }
}

/// The journals of a place, newest first, each read when it is asked for.
#[derive(Debug)]
pub(super) struct Journals<'a> {
    disk: &'a dyn Disk,
    place: &'a Place,
    safety: Safety,
    /// Highest first.
    numbers: Vec<u64>,
}

impl<'a> Journals<'a> {
    pub fn of(disk: &'a dyn Disk, place: &'a Place, safety: Safety) -> Result<Self, FileFailure> {
        let names = disk.names(&place.folder).map_err(refused(Step::Read, &place.folder))?;
        let mut numbers: Vec<u64> = names.iter().filter_map(|name| journal_number(name)).collect();
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        Ok(Self { disk, place, safety, numbers })
    }

    /// The number of the newest file, whatever is in it: the next one has to be another.
    pub fn highest(&self) -> u64 {
        self.numbers.first().copied().unwrap_or(0)
    }

    /// Newest first.
    pub fn numbers(&self) -> &[u64] {
        &self.numbers
    }

    /// A journal by its number; `None` where it is not there, or was cut off while it was being made.
    pub fn read(&self, number: u64) -> Result<Option<Journal>, FileFailure> {
        let path = self.place.journal(number);
        let bytes = match self.disk.read(&path, MAXIMUM_SIZE) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(refused(Step::Read, &path)(error)),
        };
        let text = decode_journal_with(&bytes, self.safety.takes(SafetyStep::CheckLines));
        let mut journal = Journal::of(number, text).filter(Journal::is_complete);
        // It is found by its name, so that is its number, whatever another program wrote in it.
        journal.iter_mut().for_each(|journal| journal.header.number = number);
        Ok(journal)
    }

    /// The journal that no other has taken over from: the newest that is complete.
    pub fn last(&self) -> Result<Option<Journal>, FileFailure> {
        for number in &self.numbers {
            if let Some(journal) = self.read(*number)? {
                return Ok(Some(journal));
            }
        }
        Ok(None)
    }

    /// The journals from one back to the first, as far as each took over from the one before without a break.
    pub fn back_from(&self, journal: &Journal) -> impl Iterator<Item = Journal> + use<'_, 'a> {
        let JournalHeader { after, base, number, .. } = journal.header;
        let mut next = Some((after, base, number, journal.takes_over()));
        std::iter::from_fn(move || {
            let (after, base, number, through) = next.take()?;
            // One that follows itself would be followed for ever.
            let mut before = self.read(after.filter(|after| *after < number)?).ok().flatten()?;
            let follows = before.header.base == base || before.intents.iter().any(|intent| intent.hash == base);
            if !follows {
                return None;
            }
            // Its numbers were given anew, to changes that count.
            before.entries.retain(|entry| entry.seq <= through);
            next = Some((
                before.header.after,
                before.header.base,
                before.header.number.min(number - 1),
                before.takes_over(),
            ));
            Some(before)
        })
    }
}
