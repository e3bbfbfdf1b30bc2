//! The desktop's own file dialogs: whether one can be had, asking for a file, and what came back. It never blocks a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use raw_window_handle::{DisplayHandle, HandleError, HasDisplayHandle, HasWindowHandle, WindowHandle};
use rfd::AsyncFileDialog;

use super::{Parent, Wake};
use crate::exchange;
use crate::state::{Command, Purpose};

/// The words of the dialogs, which are the window's language's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DialogWords {
    pub open: String,
    pub save_as: String,
    pub import: String,
    pub compare: String,
    pub export: String,
    pub report: String,
    pub all_files: String,
    pub importable: String,
    /// What the files of a format are called, by the format's id.
    pub formats: Vec<(&'static str, String)>,
}

impl DialogWords {
    fn format(&self, id: &str) -> &str {
        self.formats.iter().find(|(format, _)| *format == id).map_or("", |(_, name)| name.as_str())
    }
}

/// A file that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Pick {
    pub purpose: Purpose,
    pub serial: u64,
    pub suggested_name: String,
    pub beside: Option<PathBuf>,
}

/// A file that is asked for waits until it is known whether a dialog can be had.
#[derive(Debug, Default)]
pub(super) struct Chooser {
    asked: Option<(Pick, Receiver<bool>)>,
}

/// The window as rfd takes it.
struct ParentWindow<'a>(&'a dyn Parent);

impl HasWindowHandle for ParentWindow<'_> {
    fn window_handle(&self) -> Result<WindowHandle<'_>, HandleError> {
        self.0.window_handle()
    }
}

impl HasDisplayHandle for ParentWindow<'_> {
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        self.0.display_handle()
    }
}

impl Chooser {
    /// Looks, beside the window, whether a dialog can be had: rfd tells a missing one and a cancelled one apart no more.
    pub fn ask(&mut self, pick: Pick, wake: &Wake) {
        let (sender, receiver) = channel();
        let wake = Arc::clone(wake);
        std::thread::spawn(move || {
            let _ = sender.send(can_choose());
            wake();
        });
        self.asked = Some((pick, receiver));
    }

    /// Opens the dialog once it is known that it can be had; it has to be made on the window's own thread.
    pub fn advance(
        &mut self,
        words: &DialogWords,
        parent: Option<&dyn Parent>,
        sender: &Sender<Command>,
        wake: &Wake,
    ) -> Option<Command> {
        let known = self.asked.as_ref().and_then(|(_, receiver)| receiver.try_recv().ok())?;
        let (pick, _) = self.asked.take()?;
        if !known {
            return Some(Command::NoChooser { serial: pick.serial });
        }
        open_dialog(pick, words, parent, sender.clone(), Arc::clone(wake));
        None
    }
}

fn open_dialog(pick: Pick, words: &DialogWords, parent: Option<&dyn Parent>, sender: Sender<Command>, wake: Wake) {
    let Pick { purpose, serial, suggested_name, beside } = pick;
    let mut dialog = AsyncFileDialog::new();
    if let Some(parent) = parent {
        dialog = dialog.set_parent(&ParentWindow(parent));
    }
    if let Some(folder) = beside {
        dialog = dialog.set_directory(folder);
    }
    let (title, is_save) = match &purpose {
        Purpose::Open => (&words.open, false),
        Purpose::Import => (&words.import, false),
        Purpose::Compare => (&words.compare, false),
        Purpose::SaveAs => (&words.save_as, true),
        Purpose::Export { .. } | Purpose::Table { .. } | Purpose::History | Purpose::FaultyRows => {
            (&words.export, true)
        }
        Purpose::Report { .. } => (&words.report, true),
    };
    dialog = dialog.set_title(title.as_str());
    dialog = match &purpose {
        Purpose::Open | Purpose::SaveAs | Purpose::Compare => dialog.add_filter(words.format("ron"), &["ron"]),
        Purpose::Export { format } | Purpose::Table { format } => {
            dialog.add_filter(words.format(format), extensions_of(format))
        }
        Purpose::Report { of, .. } => of
            .extensions()
            .iter()
            .fold(dialog, |dialog, extension| dialog.add_filter(extension.to_uppercase(), &[*extension])),
        Purpose::History | Purpose::FaultyRows => dialog.add_filter("CSV", &["csv"]),
        Purpose::Import => {
            let all: Vec<&str> = exchange::FORMATS
                .iter()
                .filter(|format| format.can_import())
                .flat_map(|format| format.extensions.iter().copied())
                .collect();
            dialog.add_filter(words.importable.as_str(), &all)
        }
    };
    if is_save {
        let choice = dialog.set_file_name(suggested_name).save_file();
        wait(choice, purpose, serial, sender, wake);
    } else if purpose == Purpose::Import {
        let choice = dialog.add_filter(words.all_files.as_str(), &["*"]).pick_files();
        wait_for(choice, sender, wake, move |files| match files {
            Some(files) if !files.is_empty() => {
                Command::PathsChosen { serial, paths: files.iter().map(|file| file.path().to_owned()).collect() }
            }
            Some(_) | None => Command::PathCancelled { serial },
        });
    } else {
        let choice = dialog.add_filter(words.all_files.as_str(), &["*"]).pick_file();
        wait(choice, purpose, serial, sender, wake);
    }
}

fn extensions_of(format: &str) -> &'static [&'static str] {
    exchange::of_id(format).map_or(&[], |format| format.extensions)
}

/// Waits on a thread of its own: where the desktop's dialog dies, the answer never comes, and the window goes on.
fn wait(
    choice: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    purpose: Purpose,
    serial: u64,
    sender: Sender<Command>,
    wake: Wake,
) {
    wait_for(choice, sender, wake, move |file| match file {
        None => Command::PathCancelled { serial },
        Some(file) => {
            // The desktop has asked about overwriting the name as it was typed, not the one with its extension.
            let (path, ask_overwrite) = resolve(&purpose, file.path().to_owned(), false);
            Command::PathChosen { purpose, serial, path, ask_overwrite }
        }
    });
}

fn wait_for<T>(
    choice: impl Future<Output = T> + Send + 'static,
    sender: Sender<Command>,
    wake: Wake,
    answer: impl FnOnce(T) -> Command + Send + 'static,
) {
    std::thread::spawn(move || {
        let _ = sender.send(answer(pollster::block_on(choice)));
        wake();
    });
}

/// Adds the extension where it is missing, and says whether overwriting has to be asked about.
pub(super) fn resolve(purpose: &Purpose, typed: PathBuf, was_typed_here: bool) -> (PathBuf, bool) {
    let extensions: &[&str] = match purpose {
        Purpose::Open | Purpose::Import | Purpose::Compare => return (typed, false),
        Purpose::SaveAs => &["ron"],
        Purpose::Export { format } | Purpose::Table { format } => extensions_of(format).get(..1).unwrap_or(&["ron"]),
        Purpose::Report { of, .. } => of.extensions(),
        Purpose::History | Purpose::FaultyRows => &["csv"],
    };
    let is_named = |extension: &&str| typed.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    let has_it = extensions.iter().any(is_named);
    if has_it {
        let ask = was_typed_here && typed.exists();
        return (typed, ask);
    }
    let mut name = typed.into_os_string();
    name.push(".");
    name.push(extensions.first().copied().unwrap_or("ron"));
    let path = PathBuf::from(name);
    let ask = path.exists();
    (path, ask)
}

/// Whether this desktop has a file dialog: its portal on the bus, or zenity.
#[cfg(target_os = "linux")]
fn can_choose() -> bool {
    portal_answers() || zenity_is_there()
}

#[cfg(not(target_os = "linux"))]
const fn can_choose() -> bool {
    true
}

#[cfg(target_os = "linux")]
fn portal_answers() -> bool {
    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    let Ok(bus) = zbus::blocking::Connection::session() else { return false };
    // Asking the service for its version starts it where it can be started, and fails where it cannot.
    let reply = bus.call_method(
        Some(PORTAL),
        "/org/freedesktop/portal/desktop",
        Some("org.freedesktop.DBus.Properties"),
        "Get",
        &("org.freedesktop.portal.FileChooser", "version"),
    );
    reply.is_ok()
}

#[cfg(target_os = "linux")]
fn zenity_is_there() -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file()))
}
