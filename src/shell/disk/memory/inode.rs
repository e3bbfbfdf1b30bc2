//! What one file on a disk in memory holds: what is read, and what of it is on the disk for certain. Names are not here.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::digest::Digest;

/// Bytes that disks share until one of them writes.
#[derive(Clone, Debug, Default)]
pub struct Content {
    bytes: Vec<u8>,
    digest: OnceLock<u128>,
}

impl Content {
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, digest: OnceLock::new() }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn digest(&self) -> u128 {
        *self.digest.get_or_init(|| {
            let mut digest = Digest::default();
            digest.add(&self.bytes);
            digest.finish()
        })
    }

    fn append(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.digest = OnceLock::new();
    }
}

/// What became of one write when the power was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Nothing is on the disk, also not the size, unless a later write needed it.
    Dropped,
    Written,
    /// The first bytes are written and the file ends there.
    Cut(usize),
    /// The size is what it should be, with zeros after the first bytes: what ext4 leaves.
    ZerosAfter(usize),
    /// The size is what it should be, with zeros in place of the first bytes.
    ZerosBefore(usize),
}

impl Fate {
    /// Which bytes of a write are on the disk, and how far the file reaches for it at least.
    fn leaves(self, write: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let Range { start, end } = *write;
        match self {
            Self::Dropped => None,
            Self::Written => Some((start..end, end)),
            Self::Cut(at) => Some((start..start + at, start + at)),
            Self::ZerosAfter(at) => Some((start..start + at, end)),
            Self::ZerosBefore(at) => Some((start + at..end, end)),
        }
    }
}

/// Files are only ever made, written to their end and shortened at last, so that what is on the disk is a beginning with holes.
#[derive(Clone, Debug)]
pub struct Inode {
    pub mode: u32,
    /// The disk's own clock.
    pub modified: i64,
    /// Handles that can still write.
    pub open: usize,
    content: Arc<Content>,
    /// What it held before it was shortened, until that is synced: the writes at stake are about this.
    longer: Option<Arc<Content>>,
    /// How many bytes are surely on the disk, but for the doubtful ones.
    durable: usize,
    /// What a failed sync has left: no later sync gets it onto the disk.
    doubtful: Vec<Range<usize>>,
    /// What was written since the last sync.
    pending: Vec<Range<usize>>,
}

impl Inode {
    pub fn new(mode: u32, modified: i64) -> Self {
        Self {
            mode,
            modified,
            open: 0,
            content: Arc::default(),
            longer: None,
            durable: 0,
            doubtful: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// A file that is on the disk.
    pub fn holding(content: Arc<Content>, mode: u32, modified: i64) -> Self {
        let durable = content.bytes().len();
        Self { content, durable, ..Self::new(mode, modified) }
    }

    pub fn content(&self) -> &Arc<Content> {
        &self.content
    }

    pub fn len(&self) -> usize {
        self.content.bytes().len()
    }

    pub fn append(&mut self, bytes: &[u8]) {
        let start = self.len();
        Arc::make_mut(&mut self.content).append(bytes);
        self.pending.push(start..self.len());
    }

    pub fn sync(&mut self) {
        if self.longer.take().is_some() {
            // The size is on the disk now; what a failed sync has left below it is as doubtful as before.
            let size = self.len();
            for hole in &mut self.doubtful {
                hole.end = hole.end.min(size);
            }
            self.doubtful.retain(|hole| !hole.is_empty());
            self.durable = size;
            self.pending.clear();
        } else if !self.pending.is_empty() {
            self.durable = self.len();
            self.pending.clear();
        }
    }

    pub fn shorten(&mut self, size: usize) {
        let bytes = self.content.bytes();
        let shorter = bytes.get(..size).unwrap_or(bytes).to_vec();
        let before = std::mem::replace(&mut self.content, Arc::new(Content::new(shorter)));
        self.longer.get_or_insert(before);
    }

    /// What a failed sync does: the pages count as clean from now on.
    pub fn fail_to_sync(&mut self) {
        self.doubtful.append(&mut self.pending);
    }

    /// The writes that a power cut can take, in the order they were made.
    pub fn at_stake(&self) -> impl Iterator<Item = &Range<usize>> {
        self.doubtful.iter().chain(&self.pending)
    }

    /// What is on the disk after a power cut, with a fate for each write at stake.
    pub fn after(&self, fates: &[Fate]) -> Arc<Content> {
        // Where anything at all is lost, the shortening is too: it came last.
        let all = self.longer.as_ref().unwrap_or(&self.content).bytes();
        if fates.iter().all(|fate| *fate == Fate::Written) {
            return Arc::clone(&self.content);
        }
        let pieces = self.at_stake().zip(fates).filter_map(|(range, fate)| fate.leaves(range)).collect::<Vec<_>>();
        let size = pieces.iter().map(|(_, end)| *end).fold(self.durable, usize::max);
        let mut bytes = vec![0; size];
        copy(all, &mut bytes, 0..self.durable);
        for hole in &self.doubtful {
            if let Some(hole) = bytes.get_mut(hole.start..hole.end.min(self.durable)) {
                hole.fill(0);
            }
        }
        for (written, _) in pieces {
            copy(all, &mut bytes, written);
        }
        Arc::new(Content::new(bytes))
    }
}

fn copy(from: &[u8], to: &mut [u8], range: Range<usize>) {
    if let (Some(place), Some(source)) = (to.get_mut(range.clone()), from.get(range)) {
        place.copy_from_slice(source);
    }
}
