//! All that a disk in memory knows, and what each operation does to it. Failures, crashes and locks' holders are not here.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;

use super::digest::Digest;
use super::errno;
use super::faults::Faults;
use super::inode::{Content, Inode};
use super::names::{Names, Node, Step, children, lead, settle};
use crate::shell::disk::FileFacts;

/// The disk's clock starts with 2026 and goes on by a second with each operation.
const CLOCK_START: i64 = 1_767_225_600;

/// What people can do to their own folders, and nobody else.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

#[derive(Clone, Debug)]
pub struct State {
    /// As programs see them.
    pub names: Arc<Names>,
    /// As they are on the disk for certain.
    pub durable: Arc<Names>,
    /// What makes the former of the latter, in the order it was done.
    pub steps: Vec<Step>,
    pub inodes: BTreeMap<u64, Inode>,
    pub locked: BTreeSet<u64>,
    pub faults: Faults,
    pub traits: Traits,
    next_file: u64,
}

/// What kind of a disk it is.
#[derive(Clone, Debug)]
pub struct Traits {
    pub can_exchange: bool,
    pub shares: Vec<PathBuf>,
    /// In bytes of what files hold.
    pub capacity: Option<u64>,
}

impl Default for State {
    fn default() -> Self {
        let root = Names::from([(Arc::from(Path::new("/")), Node::Folder { mode: 0o755 })]);
        let traits = Traits { can_exchange: true, shares: Vec::new(), capacity: None };
        Self::holding(Arc::new(root), BTreeMap::new(), traits)
    }
}

impl State {
    /// A disk on which all of this is durable.
    pub fn holding(names: Arc<Names>, inodes: BTreeMap<u64, Inode>, traits: Traits) -> Self {
        let next_file = inodes.last_key_value().map_or(0, |(number, _)| number + 1);
        Self {
            durable: Arc::clone(&names),
            names,
            steps: Vec::new(),
            inodes,
            locked: BTreeSet::new(),
            faults: Faults::default(),
            traits,
            next_file,
        }
    }

    /// A number for equal disks, as far as programs can see them.
    pub fn key(&self) -> u128 {
        let mut digest = Digest::default();
        for (path, node) in self.names.iter() {
            digest.add(path.as_os_str().as_encoded_bytes());
            match node {
                Node::Folder { mode } => digest.number(u128::from(*mode)),
                Node::File(number) => {
                    if let Some(inode) = self.inodes.get(number) {
                        digest.number(u128::from(inode.mode) | 1 << 64);
                        digest.number(inode.content().digest());
                    }
                }
                Node::Link(to) => {
                    digest.number(1 << 65);
                    digest.add(to.as_os_str().as_encoded_bytes());
                }
            }
        }
        digest.finish()
    }

    fn now(&self) -> i64 {
        CLOCK_START.saturating_add(i64::try_from(self.faults.count()).unwrap_or(i64::MAX))
    }

    /// The place of something that is there, links followed.
    fn found(&self, path: &Path) -> io::Result<(Arc<Path>, &Node)> {
        let place = lead(&self.names, path, true)?;
        let node = self.names.get(&place).ok_or(io::ErrorKind::NotFound)?;
        Ok((place, node))
    }

    /// The file that a path leads to.
    pub fn file(&self, path: &Path) -> io::Result<(u64, &Inode)> {
        match self.found(path)?.1 {
            Node::File(number) => {
                let inode = self.inodes.get(number).ok_or(io::ErrorKind::NotFound)?;
                Ok((*number, inode))
            }
            Node::Folder { .. } => Err(io::ErrorKind::IsADirectory.into()),
            Node::Link(_) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        if let Node::Folder { mode } = self.found(path)?.1 {
            return Ok(FileFacts { size: 0, is_file: false, modified: None, mode: Some(*mode) });
        }
        let (_, inode) = self.file(path)?;
        Ok(FileFacts {
            size: inode.len() as u64,
            is_file: true,
            modified: DateTime::from_timestamp(inode.modified, 0),
            mode: Some(inode.mode),
        })
    }

    pub fn names_in(&self, folder: &Path) -> io::Result<Vec<String>> {
        let (place, node) = match self.found(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            found => found?,
        };
        if !matches!(node, Node::Folder { .. }) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let name = |path: &Arc<Path>| path.file_name()?.to_str().map(str::to_owned);
        let mut names: Vec<String> = children(&self.names, &place).filter_map(|(path, _)| name(path)).collect();
        names.sort();
        Ok(names)
    }

    /// The names change at once for programs, and on the disk when the folder is synced.
    fn take(&mut self, step: Step) {
        step.apply(Arc::make_mut(&mut self.names));
        self.steps.push(step);
    }

    pub fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        for path in above(folder) {
            match self.found(path) {
                Ok((_, Node::Folder { .. })) => {}
                Ok((_, Node::File(_) | Node::Link(_))) if path == folder => {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                Ok((_, Node::File(_) | Node::Link(_))) => return Err(io::ErrorKind::NotADirectory.into()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    let path = lead(&self.names, path, true)?;
                    self.take(Step::MakeFolder { path, mode: FOLDER_MODE });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// A new, empty file; its number.
    pub fn create(&mut self, path: &Path, mode: Option<u32>) -> io::Result<u64> {
        let path = self.place(path)?;
        if self.names.contains_key(&path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = self.add(Inode::new(mode.unwrap_or(FILE_MODE), self.now()));
        self.take(Step::Create { path, file });
        Ok(file)
    }

    fn add(&mut self, inode: Inode) -> u64 {
        let number = self.next_file;
        self.next_file += 1;
        self.inodes.insert(number, inode);
        number
    }

    /// How many of the bytes were written.
    pub fn write(&mut self, file: u64, bytes: &[u8], is_short: bool) -> io::Result<usize> {
        let wanted = if is_short { bytes.len().div_ceil(2) } else { bytes.len() };
        let room = self.room().map_or(wanted, |room| usize::try_from(room).unwrap_or(usize::MAX));
        // A disk that becomes full takes what it has room for; the next write fails.
        if room == 0 && wanted > 0 {
            return Err(io::Error::from_raw_os_error(errno::ENOSPC));
        }
        let Some(written) = bytes.get(..wanted.min(room)) else { return Ok(0) };
        let now = self.now();
        let inode = self.inodes.get_mut(&file).ok_or(io::ErrorKind::NotFound)?;
        if !written.is_empty() {
            inode.append(written);
            inode.modified = now;
        }
        Ok(written.len())
    }

    /// What is left of the capacity, if there is one. What has no name and no handle takes no room.
    fn room(&self) -> Option<u64> {
        let capacity = self.traits.capacity?;
        let named: BTreeSet<u64> = self.names.values().filter_map(number_of).collect();
        let kept = self.inodes.iter().filter(|(number, inode)| inode.open > 0 || named.contains(number));
        let used: u64 = kept.map(|(_, inode)| inode.len() as u64).sum();
        Some(capacity.saturating_sub(used))
    }

    /// The place of a file or link itself.
    fn place(&self, path: &Path) -> io::Result<Arc<Path>> {
        lead(&self.names, path, false)
    }

    /// Whether something is there to be moved or removed.
    fn check_movable(&self, place: &Path) -> io::Result<()> {
        match self.names.get(place) {
            Some(Node::File(_) | Node::Link(_)) => Ok(()),
            Some(Node::Folder { .. }) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        // Both folders are looked for before what lies in them, as Linux does.
        let (from, to) = (self.place(from)?, self.place(to)?);
        self.check_movable(&from)?;
        if matches!(self.names.get(&to), Some(Node::Folder { .. })) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if from != to {
            self.take(Step::Rename { from, to });
        }
        Ok(())
    }

    pub fn exchange(&mut self, a: &Path, b: &Path) -> io::Result<()> {
        if !self.traits.can_exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let (a, b) = (self.place(a)?, self.place(b)?);
        self.check_movable(&a)?;
        self.check_movable(&b)?;
        if a != b {
            self.take(Step::Exchange { a, b });
        }
        Ok(())
    }

    pub fn remove(&mut self, path: &Path) -> io::Result<()> {
        let path = self.place(path)?;
        self.check_movable(&path)?;
        self.take(Step::Remove { path });
        Ok(())
    }

    pub fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        let (place, node) = self.found(folder)?;
        if matches!(node, Node::Folder { .. }) {
            settle(&mut self.steps, &mut self.durable, |step| step.is_in(&place));
            self.forget_unnamed();
        }
        Ok(())
    }

    /// Forgets files that no name can lead to any more.
    fn forget_unnamed(&mut self) {
        let mut named: BTreeSet<u64> = self.names.values().chain(self.durable.values()).filter_map(number_of).collect();
        named.extend(self.steps.iter().filter_map(|step| match step {
            Step::Create { file, .. } => Some(*file),
            Step::MakeFolder { .. } | Step::Rename { .. } | Step::Exchange { .. } | Step::Remove { .. } => None,
        }));
        let locked = &self.locked;
        self.inodes.retain(|number, inode| inode.open > 0 || named.contains(number) || locked.contains(number));
    }

    /// The file to be locked, which is made where it is missing.
    pub fn lock(&mut self, path: &Path) -> io::Result<Option<u64>> {
        let number = match self.file(path) {
            Ok((number, _)) => number,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let place = lead(&self.names, path, true)?;
                self.create(&place, None)?
            }
            Err(error) => return Err(error),
        };
        Ok(self.locked.insert(number).then_some(number))
    }

    /// Puts something on the disk at once, in the place of what was there, as another program would that has synced it.
    fn put(&mut self, path: &Path, node: Node) -> io::Result<()> {
        if matches!(self.names.get(path), Some(Node::Folder { .. })) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if let Some(folder) = path.parent() {
            self.make_folder(folder)?;
        }
        // Whatever is still to become of this name, and of the folders that lead to it, gets onto the disk first.
        settle(&mut self.steps, &mut self.durable, |step| path.ancestors().any(|part| step.touches(part)));
        Arc::make_mut(&mut self.durable).insert(Arc::from(path), node.clone());
        Arc::make_mut(&mut self.names).insert(Arc::from(path), node);
        Ok(())
    }

    pub fn put_file(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = lead(&self.names, path, true).unwrap_or_else(|_| Arc::from(path));
        let mode = self.file(&path).map_or(FILE_MODE, |(_, inode)| inode.mode);
        let number = self.add(Inode::holding(Arc::new(Content::new(bytes.to_vec())), mode, self.now()));
        self.put(&path, Node::File(number))
    }

    pub fn put_link(&mut self, path: &Path, to: &Path) -> io::Result<()> {
        self.put(path, Node::Link(Arc::from(to)))
    }

    pub fn take_away(&mut self, path: &Path) -> io::Result<()> {
        let path = self.place(path)?;
        self.check_movable(&path)?;
        settle(&mut self.steps, &mut self.durable, |step| step.touches(&path));
        Arc::make_mut(&mut self.durable).remove(&path);
        Arc::make_mut(&mut self.names).remove(&path);
        Ok(())
    }
}

pub fn number_of(node: &Node) -> Option<u64> {
    match node {
        Node::File(number) => Some(*number),
        Node::Folder { .. } | Node::Link(_) => None,
    }
}

/// A folder and those above it, from the top.
fn above(folder: &Path) -> Vec<&Path> {
    let mut all: Vec<&Path> = folder.ancestors().collect();
    all.reverse();
    all
}
