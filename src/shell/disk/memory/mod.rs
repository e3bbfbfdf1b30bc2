//! A disk in memory that can fail at any operation and lose power at any moment, for proofs. Permissions are kept but not enforced.

mod crash;
mod digest;
mod faults;
mod inode;
mod names;
mod state;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Disk, DiskFile, FileFacts, HeldLock, PIECE};
use names::{Node, lead};
use state::State;

pub use faults::{Failing, Logged, Operation, Outcome, Times, errno};

/// A handle on a disk in memory; a clone is another handle on the same one. Paths are absolute, with `/` at the top.
#[derive(Clone, Default)]
pub struct MemoryDisk(Arc<Shared>);

type Hook = Box<dyn FnMut(&MemoryDisk) + Send>;

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    hook: Mutex<Option<Hook>>,
}

impl fmt::Debug for MemoryDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("MemoryDisk")
            .field("names", &state.names)
            .field("durable", &state.durable)
            .field("steps", &state.steps)
            .finish_non_exhaustive()
    }
}

impl MemoryDisk {
    /// An empty disk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn with(state: State) -> Self {
        Self(Arc::new(Shared { state: Mutex::new(state), hook: Mutex::default() }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hook(&self) -> MutexGuard<'_, Option<Hook>> {
        self.0.hook.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Another disk that is like this one, with all that is not on it for certain yet and all failures to come.
    /// Nobody holds a lock or an open file on it.
    #[must_use]
    pub fn fork(&self) -> Self {
        let mut state = self.state().clone();
        state.locked.clear();
        state.inodes.values_mut().for_each(|inode| inode.open = 0);
        Self::with(state)
    }

    /// The disks that a power cut right now could leave, each different from the others; at most so many.
    ///
    /// Every write since the last sync of its file can be written, lost or torn, each for itself. The steps of names
    /// since the last sync of their folder can be lost from any point on, or out of order as long as those of the same
    /// name are in order. The extreme ones come first, then a sample that `seed` decides. Nothing is pending, locked or
    /// about to fail on them.
    #[must_use]
    pub fn crashes(&self, most: usize, seed: u64) -> Vec<Self> {
        crash::crashes(&self.state(), most, seed).into_iter().map(Self::with).collect()
    }

    /// The same number for disks on which programs see the same names, contents and modes.
    #[must_use]
    pub fn image_key(&self) -> u128 {
        self.state().key()
    }

    /// Makes an operation fail. Several can be waiting; of those that meet the same operation the first one counts.
    pub fn fail(&self, failing: Failing) {
        self.state().faults.arm(failing);
    }

    /// From this operation on, counted from 0, nothing is done any more, as if the process was gone.
    pub fn cut_at(&self, operation: u64) {
        self.state().faults.cut_at(operation);
    }

    /// Whether an operation was asked for after the cut.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.state().faults.is_gone()
    }

    /// Takes back all failures and the cut that are still to come. What a failed sync has lost stays lost.
    pub fn mend(&self) {
        self.state().faults.mend();
    }

    /// In bytes of what files hold together; `None` for no limit.
    pub fn set_capacity(&self, bytes: Option<u64>) {
        self.state().traits.capacity = bytes;
    }

    /// From now on two files cannot be swapped in one step.
    pub fn without_exchange(&self) {
        self.state().traits.can_exchange = false;
    }

    /// From now on all that lies here is on a share.
    pub fn share(&self, prefix: &Path) {
        self.state().traits.shares.push(prefix.to_owned());
    }

    /// How many operations were asked for, also those that failed.
    #[must_use]
    pub fn operations(&self) -> u64 {
        self.state().faults.count()
    }

    /// Every operation that was asked for, in order.
    #[must_use]
    pub fn log(&self) -> Vec<Logged> {
        self.state().faults.log().to_vec()
    }

    /// Is called before each operation, which can look at crashes then. What it does itself does not call it again.
    pub fn before_each(&self, hook: impl FnMut(&Self) + Send + 'static) {
        *self.hook() = Some(Box::new(hook));
    }

    /// Puts a file on the disk at once, as a sync client does: it is a new file in the place of the old one, whose
    /// mode it keeps. Neither counts nor fails as an operation does.
    ///
    /// # Errors
    /// Where the path leads through a file, or to a folder.
    pub fn write_durably(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.state().put_file(path, bytes)
    }

    /// Takes a file from the disk at once, as a sync client does.
    ///
    /// # Errors
    /// Where there is no file.
    pub fn remove_durably(&self, path: &Path) -> io::Result<()> {
        self.state().take_away(path)
    }

    /// Puts a link on the disk at once.
    ///
    /// # Errors
    /// Where the path leads through a file, or to a folder.
    pub fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.state().put_link(from, to)
    }

    /// What programs read, links followed; `None` where there is no file.
    #[must_use]
    pub fn contents(&self, path: &Path) -> Option<Vec<u8>> {
        self.state().file(path).ok().map(|(_, inode)| inode.content().bytes().to_vec())
    }

    /// Every file in order, neither folders nor links.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let state = self.state();
        let files = state.names.iter().filter(|(_, node)| matches!(node, Node::File(_)));
        files.map(|(path, _)| path.to_path_buf()).collect()
    }

    /// Counts an operation, and says how it is to go.
    fn meet(&self, operation: Operation, path: &Path) -> (MutexGuard<'_, State>, Outcome) {
        // Away while it runs, so that what it does itself does not call it.
        let hook = self.hook().take();
        if let Some(mut hook) = hook {
            hook(self);
            self.hook().get_or_insert(hook);
        }
        let mut state = self.state();
        let outcome = state.faults.meet(operation, &Arc::from(path));
        (state, outcome)
    }

    fn begin(&self, operation: Operation, path: &Path) -> io::Result<MutexGuard<'_, State>> {
        let (state, outcome) = self.meet(operation, path);
        outcome.is_short()?;
        Ok(state)
    }
}

impl Disk for MemoryDisk {
    fn read_while(&self, path: &Path, limit: u64, goes_on: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<Vec<u8>> {
        let state = self.begin(Operation::Read, path)?;
        let (_, inode) = state.file(path)?;
        if inode.len() as u64 > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = inode.content().bytes().to_vec();
        drop(state);
        let pieces = bytes.chunks(PIECE).scan(0, |end, piece| {
            *end += piece.len();
            Some((*end, goes_on(piece)))
        });
        let end = pieces.into_iter().find_map(|(end, goes_on)| (!goes_on).then_some(end));
        bytes.truncate(end.unwrap_or(usize::MAX));
        Ok(bytes)
    }

    fn read_start(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let state = self.begin(Operation::Read, path)?;
        let (_, inode) = state.file(path)?;
        let bytes = inode.content().bytes();
        let end = usize::try_from(most).unwrap_or(usize::MAX).min(bytes.len());
        Ok(bytes.get(..end).unwrap_or_default().to_vec())
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        self.begin(Operation::Facts, path)?.facts(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.begin(Operation::Names, folder)?.names_in(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.begin(Operation::MakeFolder, folder)?.make_folder(folder)
    }

    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<Box<dyn DiskFile>> {
        let number = {
            let mut state = self.begin(Operation::Create, path)?;
            let number = state.create(path, mode)?;
            if let Some(inode) = state.inodes.get_mut(&number) {
                inode.open += 1;
            }
            number
        };
        Ok(Box::new(MemoryFile { disk: self.clone(), number, path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.begin(Operation::Rename, from)?.rename(from, to)
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        self.begin(Operation::Exchange, a)?.exchange(a, b)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.begin(Operation::Remove, path)?.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.begin(Operation::SyncFolder, folder)?.sync_folder(folder)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        let state = self.begin(Operation::RealPath, path)?;
        Ok(lead(&state.names, path, true)?.to_path_buf())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        let number = self.begin(Operation::Lock, path)?.lock(path)?;
        Ok(number.map(|number| -> HeldLock { Box::new(MemoryLock { disk: self.clone(), number }) }))
    }

    fn is_share(&self, path: &Path) -> bool {
        self.state().traits.shares.iter().any(|prefix| path.starts_with(prefix))
    }
}

/// A file that is being written.
struct MemoryFile {
    disk: MemoryDisk,
    number: u64,
    path: PathBuf,
}

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (mut state, outcome) = self.disk.meet(Operation::Write, &self.path);
        let is_short = outcome.is_short()?;
        state.write(self.number, bytes, is_short)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl DiskFile for MemoryFile {
    fn sync(&mut self) -> io::Result<()> {
        let (mut state, outcome) = self.disk.meet(Operation::Sync, &self.path);
        let inode = state.inodes.get_mut(&self.number).ok_or(io::ErrorKind::NotFound)?;
        match outcome {
            Outcome::Done | Outcome::Short => inode.sync(),
            Outcome::Failed(_) => inode.fail_to_sync(),
            Outcome::Gone => {}
        }
        outcome.is_short().map(|_| ())
    }

    fn shorten(&mut self, size: u64) -> io::Result<()> {
        let (mut state, outcome) = self.disk.meet(Operation::Shorten, &self.path);
        outcome.is_short()?;
        let inode = state.inodes.get_mut(&self.number).ok_or(io::ErrorKind::NotFound)?;
        inode.shorten(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(())
    }
}

impl Drop for MemoryFile {
    fn drop(&mut self) {
        if let Some(inode) = self.disk.state().inodes.get_mut(&self.number) {
            inode.open = inode.open.saturating_sub(1);
        }
    }
}

/// A lock, which ends with it.
struct MemoryLock {
    disk: MemoryDisk,
    number: u64,
}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.disk.state().locked.remove(&self.number);
    }
}
