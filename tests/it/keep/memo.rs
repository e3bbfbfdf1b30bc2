//! Opening asks the disk; where every answer is one that was given before, so is the outcome. That spares most of the work, and shows that opening writes nothing but its lock.

use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use upgrade_desk::model::ContentHash;
use upgrade_desk::shell::disk::{Disk, DiskFile, FileFacts, HeldLock, MemoryDisk};
use upgrade_desk::storage::content_hash;

/// What can be asked by somebody who only looks.
#[derive(Clone, Debug, PartialEq)]
enum Question {
    Read(PathBuf, u64),
    ReadStart(PathBuf, u64),
    Facts(PathBuf),
    Names(PathBuf),
    RealPath(PathBuf),
    MakeFolder(PathBuf),
    Lock(PathBuf),
}

/// The hash of an answer.
type Answer = ContentHash;

fn answer<T>(given: io::Result<T>, said: impl FnOnce(&T) -> Answer) -> (io::Result<T>, Answer) {
    let hash = match &given {
        Ok(given) => said(given),
        Err(error) => content_hash(format!("{:?}", error.kind()).as_bytes()),
    };
    (given, hash)
}

/// Times are left out: nothing is decided by them.
fn facts(facts: &FileFacts) -> Answer {
    content_hash(format!("{} {} {:?}", facts.size, facts.is_file, facts.mode).as_bytes())
}

const DONE: Answer = ContentHash([1; 32]);
const NOT_DONE: Answer = ContentHash([2; 32]);

impl Question {
    fn ask(&self, disk: &MemoryDisk) -> Answer {
        match self {
            Self::Read(path, limit) => answer(disk.read(path, *limit), |bytes| content_hash(bytes)).1,
            Self::ReadStart(path, most) => answer(disk.read_start(path, *most), |bytes| content_hash(bytes)).1,
            Self::Facts(path) => answer(disk.facts(path), facts).1,
            Self::Names(path) => answer(disk.names(path), |names| content_hash(names.join("/").as_bytes())).1,
            Self::RealPath(path) => answer(disk.real_path(path), |real| of_path(real)).1,
            Self::MakeFolder(path) => answer(disk.make_folder(path), |()| DONE).1,
            Self::Lock(path) => answer(disk.lock(path), of_lock).1,
        }
    }
}

fn of_path(path: &Path) -> Answer {
    content_hash(path.as_os_str().as_encoded_bytes())
}

fn of_lock(lock: &Option<HeldLock>) -> Answer {
    if lock.is_some() { DONE } else { NOT_DONE }
}

/// A disk that only answers, and notes what was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    disk: MemoryDisk,
    asked: Arc<Mutex<Vec<(Question, Answer)>>>,
}

impl Asked {
    fn note<T>(&self, question: Question, (given, hash): (io::Result<T>, Answer)) -> io::Result<T> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push((question, hash));
        given
    }
}

fn writes<T>() -> io::Result<T> {
    Err(io::Error::new(ErrorKind::ReadOnlyFilesystem, "opening writes"))
}

impl Disk for Asked {
    fn read_while(&self, path: &Path, limit: u64, goes_on: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<Vec<u8>> {
        let given = answer(self.disk.read_while(path, limit, goes_on), |bytes| content_hash(bytes));
        self.note(Question::Read(path.into(), limit), given)
    }

    fn read_start(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let given = answer(self.disk.read_start(path, most), |bytes| content_hash(bytes));
        self.note(Question::ReadStart(path.into(), most), given)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        self.note(Question::Facts(path.into()), answer(self.disk.facts(path), facts))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let given = answer(self.disk.names(folder), |names| content_hash(names.join("/").as_bytes()));
        self.note(Question::Names(folder.into()), given)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.note(Question::MakeFolder(folder.into()), answer(self.disk.make_folder(folder), |()| DONE))
    }

    fn create(&self, _: &Path, _: Option<u32>) -> io::Result<Box<dyn DiskFile>> {
        writes()
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        writes()
    }

    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        writes()
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        writes()
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        writes()
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.note(Question::RealPath(path.into()), answer(self.disk.real_path(path), |real| of_path(real)))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        self.note(Question::Lock(path.into()), answer(self.disk.lock(path), of_lock))
    }

    fn is_share(&self, path: &Path) -> bool {
        self.disk.is_share(path)
    }
}

/// Conversations that were had: which question follows which answer.
#[derive(Debug, Default)]
pub struct Memo {
    questions: Vec<Option<Question>>,
    next: HashMap<(usize, Answer), usize>,
    /// The first node for each file and chapter.
    beginnings: HashMap<(PathBuf, u128), usize>,
}

impl Memo {
    /// Whether all that opening a file asks of this disk was answered like this before, under the same promises.
    pub fn knows(&self, path: &Path, chapter: u128, disk: &MemoryDisk) -> bool {
        let Some(mut at) = self.beginnings.get(&(path.to_owned(), chapter)).copied() else { return false };
        while let Some(question) = &self.questions[at] {
            let Some(next) = self.next.get(&(at, question.ask(disk))) else { return false };
            at = *next;
        }
        true
    }

    /// Does something with a disk that only answers, and remembers the conversation when it is done.
    pub fn learn<T, E>(
        &mut self,
        path: &Path,
        chapter: u128,
        disk: &MemoryDisk,
        act: impl FnOnce(Asked) -> Result<T, E>,
    ) -> Result<T, E> {
        let asked = Arc::default();
        let done = act(Asked { disk: disk.clone(), asked: Arc::clone(&asked) })?;
        let asked = std::mem::take(&mut *asked.lock().unwrap_or_else(PoisonError::into_inner));
        let mut at = match self.beginnings.get(&(path.to_owned(), chapter)) {
            Some(at) => *at,
            None => {
                let at = self.node();
                self.beginnings.insert((path.to_owned(), chapter), at);
                at
            }
        };
        for (question, answer) in asked {
            let known = self.questions[at].get_or_insert_with(|| question.clone());
            assert_eq!(*known, question, "the same answers led to another question");
            at = match self.next.get(&(at, answer)) {
                Some(next) => *next,
                None => {
                    let next = self.node();
                    self.next.insert((at, answer), next);
                    next
                }
            };
        }
        Ok(done)
    }

    fn node(&mut self) -> usize {
        self.questions.push(None);
        self.questions.len() - 1
    }
}
