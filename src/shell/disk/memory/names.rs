//! The names on a disk in memory, by whole paths, and the steps that changed them. What the files hold is not here.

use crate::exchange::system::TOO_MANY_LINKS;
use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What a name stands for. A file is its number, so that it stays the same file under another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Folder { mode: u32 },
    File(u64),
    Link(Arc<Path>),
}

/// Folders come before what lies in them.
pub type Names = BTreeMap<Arc<Path>, Node>;

/// One change of names: it gets onto the disk whole or not at all.
#[derive(Clone, Debug)]
pub enum Step {
    Create { path: Arc<Path>, file: u64 },
    MakeFolder { path: Arc<Path>, mode: u32 },
    Rename { from: Arc<Path>, to: Arc<Path> },
    Exchange { a: Arc<Path>, b: Arc<Path> },
    Remove { path: Arc<Path> },
}

impl Step {
    /// The names that it changes.
    fn paths(&self) -> [&Path; 2] {
        match self {
            Self::Create { path, .. } | Self::MakeFolder { path, .. } | Self::Remove { path } => [path, path],
            Self::Rename { from: a, to: b } | Self::Exchange { a, b } => [a, b],
        }
    }

    pub fn touches(&self, path: &Path) -> bool {
        self.paths().contains(&path)
    }

    pub fn is_in(&self, folder: &Path) -> bool {
        self.paths().iter().any(|path| path.parent() == Some(folder))
    }

    /// The folders whose names it changes.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.paths().into_iter().filter_map(Path::parent)
    }

    pub fn apply(&self, names: &mut Names) {
        match self {
            Self::Create { path, file } => {
                names.insert(Arc::clone(path), Node::File(*file));
            }
            Self::MakeFolder { path, mode } => {
                names.insert(Arc::clone(path), Node::Folder { mode: *mode });
            }
            Self::Rename { from, to } => {
                if let Some(node) = names.remove(from) {
                    names.insert(Arc::clone(to), node);
                }
            }
            Self::Exchange { a, b } => {
                if let (Some(was_a), Some(was_b)) = (names.get(a).cloned(), names.get(b).cloned()) {
                    names.insert(Arc::clone(a), was_b);
                    names.insert(Arc::clone(b), was_a);
                }
            }
            Self::Remove { path } => {
                names.remove(path);
            }
        }
    }
}

/// For each step the earlier ones that it cannot be without: the last that changed one of its names.
/// Steps on different names are independent, also in one folder.
pub fn needs(steps: &[Step]) -> Vec<Vec<usize>> {
    let last_before = |at: usize, path: &Path| steps.iter().take(at).rposition(|step| step.touches(path));
    let needs_of = |(at, step): (usize, &Step)| step.paths().iter().filter_map(|path| last_before(at, path)).collect();
    steps.iter().enumerate().map(needs_of).collect()
}

/// Adds to the chosen steps those that they cannot be without.
pub fn with_needed(chosen: &mut [bool], needs: &[Vec<usize>]) {
    for (at, needed) in needs.iter().enumerate().rev() {
        if chosen.get(at) == Some(&true) {
            for earlier in needed {
                if let Some(slot) = chosen.get_mut(*earlier) {
                    *slot = true;
                }
            }
        }
    }
}

/// Takes from the chosen steps those that lack one they cannot be without.
pub fn without_unfounded(chosen: &mut [bool], needs: &[Vec<usize>]) {
    for (at, needed) in needs.iter().enumerate() {
        let is_founded = needed.iter().all(|earlier| chosen.get(*earlier) == Some(&true));
        if let Some(slot) = chosen.get_mut(at) {
            *slot &= is_founded;
        }
    }
}

/// Gives the steps that are picked, with those that they need, to the durable names; the others are left.
pub fn settle(steps: &mut Vec<Step>, durable: &mut Arc<Names>, is_picked: impl Fn(&Step) -> bool) {
    let mut chosen: Vec<bool> = steps.iter().map(is_picked).collect();
    if !chosen.contains(&true) {
        return;
    }
    with_needed(&mut chosen, &needs(steps));
    let durable = Arc::make_mut(durable);
    let mut flags = chosen.into_iter();
    steps.retain(|step| {
        let is_settled = flags.next().unwrap_or(false);
        if is_settled {
            step.apply(durable);
        }
        !is_settled
    });
}

/// Takes away what cannot be reached, because a folder above it was never got onto the disk.
pub fn drop_unreachable(names: &mut Names) {
    let mut lost = Vec::new();
    for path in names.keys() {
        let is_reached = path.parent().is_none_or(|folder| {
            // Folders come first, so that a lost one is known by now.
            matches!(names.get(folder), Some(Node::Folder { .. }))
                && lost.iter().all(|lost: &Arc<Path>| **lost != *folder)
        });
        if !is_reached {
            lost.push(Arc::clone(path));
        }
    }
    for path in lost {
        names.remove(&path);
    }
}

/// What lies in a folder, not below.
pub fn children<'a>(names: &'a Names, folder: &'a Path) -> impl Iterator<Item = (&'a Arc<Path>, &'a Node)> {
    names
        .range::<Path, _>((Bound::Excluded(folder), Bound::Unbounded))
        .take_while(move |(path, _)| path.starts_with(folder))
        .filter(move |(path, _)| path.parent() == Some(folder))
}

/// Where a path leads, without dots and links; its last part is followed where that is asked. The last part may be missing.
///
/// # Errors
/// A relative path, a folder that is missing or no folder, too many links.
pub fn lead(names: &Names, path: &Path, follow_last: bool) -> io::Result<Arc<Path>> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    if !path.has_root() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // Nearly every path is one that is there, or a new name in a folder that is.
    if !path.components().any(|part| part == Component::ParentDir) {
        match names.get_key_value(path) {
            Some((key, Node::File(_) | Node::Folder { .. })) => return Ok(Arc::clone(key)),
            None if path.parent().is_some_and(|folder| matches!(names.get(folder), Some(Node::Folder { .. }))) => {
                return Ok(path.components().collect::<PathBuf>().into());
            }
            Some((_, Node::Link(_))) | None => {}
        }
    }
    let mut path = path.to_owned();
    for _ in 0..=MOST_LINKS {
        match step_through(names, &path, follow_last)? {
            Walk::Arrived(place) => return Ok(place.into()),
            Walk::Link(on) => path = on,
        }
    }
    Err(io::Error::other(TOO_MANY_LINKS))
}

enum Walk {
    Arrived(PathBuf),
    /// The same path with its first link replaced by what that says.
    Link(PathBuf),
}

fn step_through(names: &Names, path: &Path, follow_last: bool) -> io::Result<Walk> {
    let mut place = PathBuf::from("/");
    let mut parts = path.components();
    while let Some(part) = parts.next() {
        match part {
            Component::Prefix(_) | Component::RootDir | Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            Component::Normal(name) => {
                place.push(name);
                let is_last = parts.as_path().as_os_str().is_empty();
                match names.get(&*place) {
                    Some(Node::Link(to)) if follow_last || !is_last => {
                        place.pop();
                        // Joined with nothing, a path gets a slash at its end.
                        let on = if is_last { place.join(to) } else { place.join(to).join(parts.as_path()) };
                        return Ok(Walk::Link(on));
                    }
                    Some(Node::File(_)) if !is_last => return Err(io::ErrorKind::NotADirectory.into()),
                    None if !is_last => return Err(io::ErrorKind::NotFound.into()),
                    Some(Node::Link(_) | Node::File(_) | Node::Folder { .. }) | None => {}
                }
            }
        }
    }
    Ok(Walk::Arrived(place))
}
