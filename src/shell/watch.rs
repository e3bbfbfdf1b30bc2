//! Tells when something in a folder changes, so that nothing has to look again and again.

use std::path::PathBuf;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Watches until it is dropped.
pub(super) struct Watch {
    _watcher: RecommendedWatcher,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").finish_non_exhaustive()
    }
}

impl Watch {
    /// Calls `touched` whenever one of the files is made, written, moved or removed. `None` where the system cannot
    /// watch: then changes are seen when the file is next written.
    pub fn on(files: &[PathBuf], touched: impl Fn() + Send + 'static) -> Option<Self> {
        let watched = files.to_vec();
        let on_event = move |event: notify::Result<Event>| {
            let concerns = event
                .is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(|path| watched.contains(path)));
            if concerns {
                touched();
            }
        };
        let mut watcher = notify::recommended_watcher(on_event).ok()?;
        // The folders are watched, since a file that is replaced is another file.
        for folder in files.iter().filter_map(|file| file.parent()) {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { _watcher: watcher })
    }
}
