//! The machine's own disk.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::{Disk, DiskFile, FileFacts, HeldLock, PIECE};
use crate::exchange::system::{NOT_A_FILE, TOO_MANY_LINKS};

#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

struct RealFile(File);

impl Write for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl DiskFile for RealFile {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn shorten(&mut self, size: u64) -> io::Result<()> {
        self.0.set_len(size)
    }
}

impl RealDisk {
    /// Gives a file another name, which must be free: [`io::ErrorKind::AlreadyExists`] where it is not.
    ///
    /// # Errors
    /// What the system says.
    pub fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            use rustix::io::Errno;
            match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
                // Old kernels and some file systems do not know how.
                Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
                renamed => return renamed.map_err(io::Error::from),
            }
        }
        // A second name for the same file is never given in place of another one.
        match fs::hard_link(from, to) {
            Ok(()) => self.remove(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Where there are no second names, a look has to do.
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => self.rename(from, to),
        }
    }
}

fn no_file(facts: &fs::Metadata) -> io::Error {
    if facts.is_dir() { io::ErrorKind::IsADirectory.into() } else { io::Error::other(NOT_A_FILE) }
}

impl Disk for RealDisk {
    fn read_while(&self, path: &Path, limit: u64, goes_on: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<Vec<u8>> {
        // Opening a pipe waits for its other end, and a device has none.
        let facts = fs::metadata(path)?;
        if !facts.is_file() {
            return Err(no_file(&facts));
        }
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        if size > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(usize::try_from(size).unwrap_or(0)).map_err(|_| io::ErrorKind::OutOfMemory)?;
        // A file that grows or lies about its size is stopped at the limit too.
        let mut file = file.take(limit.saturating_add(1));
        loop {
            let start = bytes.len();
            if file.by_ref().take(PIECE as u64).read_to_end(&mut bytes)? == 0 {
                break;
            }
            if bytes.len() as u64 > limit {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if !goes_on(bytes.get(start..).unwrap_or_default()) {
                break;
            }
        }
        Ok(bytes)
    }

    /// Piece by piece, so that a large file does not lie in memory twice.
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        let facts = fs::metadata(path)?;
        if !facts.is_file() {
            return Err(no_file(&facts));
        }
        let mut file = File::open(path)?;
        let mut piece = Vec::with_capacity(PIECE);
        for expected in bytes.chunks(PIECE) {
            piece.clear();
            Read::by_ref(&mut file).take(expected.len() as u64).read_to_end(&mut piece)?;
            if piece != expected {
                return Ok(false);
            }
        }
        piece.clear();
        // Unlike a bare read, this one begins again where the system interrupts it.
        Ok(Read::by_ref(&mut file).take(1).read_to_end(&mut piece)? == 0)
    }

    fn read_start(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let facts = fs::metadata(path)?;
        if !facts.is_file() {
            return Err(no_file(&facts));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        let facts = fs::metadata(path)?;
        Ok(FileFacts {
            size: facts.len(),
            is_file: facts.is_file(),
            modified: facts.modified().ok().map(Into::into),
            mode: mode_of(&facts),
        })
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        for entry in entries {
            // A name that is no Unicode is none of ours.
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(folder)
    }

    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let file = options.open(path)?;
        set_mode(&file, mode)?;
        Ok(Box::new(RealFile(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    #[cfg(target_os = "linux")]
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|error| match error {
            // Old kernels and some file systems know no swap.
            Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
            error => error.into(),
        })
    }

    #[cfg(not(target_os = "linux"))]
    fn exchange(&self, _a: &Path, _b: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()
    }

    /// Elsewhere the rename itself is written through, and folders cannot be opened.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        let target = follow(path)?;
        match fs::canonicalize(&target) {
            Ok(real) => Ok(real),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let name = target.file_name().ok_or(error)?;
                let folder = match target.parent() {
                    Some(folder) if !folder.as_os_str().is_empty() => folder,
                    Some(_) | None => Path::new("."),
                };
                Ok(fs::canonicalize(folder)?.join(name))
            }
            Err(error) => Err(error),
        }
    }

    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    #[cfg(target_os = "linux")]
    fn is_share(&self, path: &Path) -> bool {
        /// The magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, 9P, AFS, Coda, FUSE (sshfs and the like), VirtualBox.
        const SHARES: [u64; 9] =
            [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x5346_414f, 0x7375_7245, 0x6573_5546, 0x786f_4256];
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        rustix::fs::statfs(folder).is_ok_and(|facts| {
            let kind = u64::try_from(facts.f_type).unwrap_or_default() & 0xffff_ffff;
            SHARES.contains(&kind)
        })
    }

    #[cfg(not(target_os = "linux"))]
    fn is_share(&self, path: &Path) -> bool {
        path.starts_with(r"\\")
    }
}

/// The real file behind links, also where it is not there yet.
fn follow(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&path) {
            Ok(facts) if facts.is_symlink() => {
                let to = fs::read_link(&path)?;
                path = path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to));
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other(TOO_MANY_LINKS))
}

#[cfg(unix)]
fn mode_of(facts: &fs::Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(facts.permissions().mode() & 0o7777)
}

#[cfg(not(unix))]
fn mode_of(_: &fs::Metadata) -> Option<u32> {
    None
}

#[cfg(unix)]
fn set_mode(file: &File, mode: Option<u32>) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    mode.map_or(Ok(()), |mode| file.set_permissions(fs::Permissions::from_mode(mode)))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
fn set_mode(_: &File, _: Option<u32>) -> io::Result<()> {
    Ok(())
}

/// On Windows a scanner or an indexer can hold a file for a moment.
fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    #[cfg(windows)]
    for pause in [10, 50, 250] {
        match act() {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            done => return done,
        }
    }
    act()
}
