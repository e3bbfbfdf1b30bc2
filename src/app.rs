//! The frame loop: input becomes commands, commands become changes and effects, effects become answers. Start of the window.

pub mod place;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use eframe::{CreationContext, NativeOptions};
use egui::{Context, RawInput, Ui, UserAttentionType, ViewportBuilder, ViewportCommand};
use uuid::Uuid;

use crate::exchange;
use crate::model::{Catalog, Portfolio, Settings, WindowPlace};
use crate::shell::{
    DialogWords, Parent, RealShell, Shell, keeping, prefers_dark, prefers_less_motion, read_settings, settings_path,
    system_language, untitled_portfolio,
};
use crate::state::{AppState, Command, Effect, OpenFile, Origin, Speaks, dispatch};
use crate::storage;
use crate::text::{Language, Words, WordsError};
use crate::ui::{TITLE, View, frame_times, look, theme, window_ui};

/// So long has the window to stand as it does before that is written, in seconds.
const AT_REST: f32 = 1.0;

/// The program without its window: state, words and hands. Tests drive it with a shell of their own.
pub struct Desk<S> {
    pub state: AppState,
    pub words: Words,
    pub shell: S,
    /// The window may close without another question.
    may_close: bool,
    /// How the window stood when it was last asked for.
    place: Option<WindowPlace>,
    /// Since when everything stands as it does and is not remembered yet, by the time of the frames.
    rearranged: Option<f64>,
}

impl<S> std::fmt::Debug for Desk<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl<S: Shell> Desk<S> {
    pub const fn new(state: AppState, words: Words, shell: S) -> Self {
        Self { state, words, shell, may_close: false, place: None, rearranged: None }
    }

    /// Carries commands out, in their order.
    #[expect(clippy::wildcard_enum_match_arm, reason = "what is left is the shell's")]
    pub fn obey(&mut self, ctx: &Context, commands: impl IntoIterator<Item = Command>) {
        for command in commands {
            let stamp = self.shell.stamp();
            for effect in dispatch(&mut self.state, command, &stamp) {
                match effect {
                    Effect::CopyText(text) => ctx.copy_text(text),
                    Effect::Quit => {
                        self.remember();
                        self.may_close = true;
                        ctx.send_viewport_cmd(ViewportCommand::Close);
                    }
                    Effect::Raise => {
                        // What a desktop allows differs; a blinking entry in its bar is what all of them have.
                        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                        ctx.send_viewport_cmd(ViewportCommand::Focus);
                        ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
                    }
                    work => self.shell.perform(work),
                }
            }
        }
        self.follow_language();
    }

    /// What happens between frames: answers, dropped files, the wish to close.
    pub fn between(&mut self, ctx: &Context, parent: Option<&dyn Parent>) {
        let answers = self.shell.answers(parent);
        self.obey(ctx, answers);
        look::follow(ctx, &self.state.session.settings, self.state.session.has_less_motion());
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.obey(ctx, [Command::FilesDropped(dropped)]);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.obey(ctx, [Command::Quit]);
        }
    }

    /// Remembers how the window and its lists stand once that has come to rest.
    pub fn watch(&mut self, ctx: &Context, place: Option<WindowPlace>) {
        let before = std::mem::replace(&mut self.place, place);
        if !self.state.session.is_rearranged(self.place) {
            self.rearranged = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = *self.rearranged.get_or_insert(now);
        if before != self.place {
            self.rearranged = Some(now);
        } else if now - since >= f64::from(AT_REST) {
            self.remember();
            return;
        }
        ctx.request_repaint_after_secs(AT_REST);
    }

    fn remember(&mut self) {
        self.rearranged = None;
        let command = Command::Remember { window: self.place };
        let stamp = self.shell.stamp();
        for effect in dispatch(&mut self.state, command, &stamp) {
            self.shell.perform(effect);
        }
    }

    /// Takes the words of the language in force, in the window and in the desktop's own dialogs.
    fn follow_language(&mut self) {
        let language = self.state.session.language();
        // Words that make no sense are not shipped, a test sees to that; the old ones would be better than none.
        if language != self.words.language()
            && let Ok(words) = Words::new(language)
        {
            self.shell.speak(dialog_words(&words));
            self.words = words;
        }
    }

    /// Draws a frame and carries out what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let is_dirty = self.state.is_dirty();
        let mut commands = Vec::new();
        let (view, drafts) = View::split(&mut self.state, &self.words, is_dirty);
        window_ui(ui, view, drafts, &mut commands);
        if !commands.is_empty() {
            let ctx = ui.ctx().clone();
            self.obey(&ctx, commands);
            ctx.request_repaint();
        }
    }
}

/// The desk in a real window.
struct Window {
    desk: Desk<RealShell>,
    /// What the window was told of its size.
    room: place::Room,
    /// What the desktop says of itself, which can take it a while.
    desktop: Receiver<Command>,
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if self.desk.state.session.has_less_motion() {
            look::without_gliding(ctx, input);
        }
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        let said: Vec<Command> = self.desktop.try_iter().collect();
        self.desk.obey(ctx, said);
        self.desk.between(ctx, Some(frame));
        let known = self.desk.place.or(self.desk.state.session.settings.window);
        let place = place::now(ctx, known);
        self.desk.watch(ctx, place);
        place::keep_room(ctx, &mut self.room);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        if let Some(seconds) = frame.info().cpu_usage {
            frame_times::note(ui.ctx(), seconds);
        }
        self.desk.frame(ui);
    }
}

/// Why the window cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the built-in catalog is damaged: {0}")]
    Catalog(storage::LoadError),
    #[error(transparent)]
    Words(#[from] WordsError),
    #[error("the window cannot be opened: {0}; a display with OpenGL is needed")]
    Window(#[from] eframe::Error),
}

/// Everything that the first frame needs.
struct Start {
    catalog: Arc<Catalog>,
    words: Words,
    settings: Settings,
    speaks: Speaks,
    /// What is done first.
    commands: Vec<Command>,
}

fn start(file: Option<PathBuf>, lang: Option<Language>) -> Result<Start, StartError> {
    let catalog = storage::builtin_catalog().map_err(StartError::Catalog)?;
    let mut commands = Vec::new();
    let settings = match settings_path().map(|path| read_settings(&path)) {
        Some(Ok(settings)) => settings,
        Some(Err(failure)) => {
            commands.push(Command::Failed(failure));
            Settings::default()
        }
        None => Settings::default(),
    };
    let speaks = Speaks { system: system_language(), this_run: lang };
    let words = Words::new(lang.or(settings.language).unwrap_or(speaks.system))?;
    // Where the last one is gone, that is said; another one in its place would take edits that are not its own.
    let last = || settings.untitled.clone().or_else(untitled_portfolio).or_else(|| settings.recent.first().cloned());
    commands.insert(0, file.or_else(last).map_or(Command::OpenSample, Command::OpenPath));
    // Whatever becomes of that, there is a portfolio that can be changed.
    commands.insert(0, Command::New);
    Ok(Start { catalog, words, settings, speaks, commands })
}

/// The words of the native dialogs.
#[must_use]
pub fn dialog_words(words: &Words) -> DialogWords {
    DialogWords {
        open: words.say("purpose-open").to_owned(),
        save_as: words.say("purpose-save-as").to_owned(),
        import: words.say("purpose-import").to_owned(),
        compare: words.say("purpose-compare").to_owned(),
        export: words.say("purpose-export").to_owned(),
        report: words.say("purpose-report").to_owned(),
        all_files: words.say("filter-all").to_owned(),
        importable: words.say("filter-importable").to_owned(),
        formats: exchange::FORMATS.iter().map(|format| (format.id, words.say(format.name).to_owned())).collect(),
    }
}

/// Asks the desktop for its theme beside the window: where the bus hangs, the window is there all the same.
fn follow_desktop(ctx: &Context) -> Receiver<Command> {
    let ctx = ctx.clone();
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        if prefers_dark() == Some(true) {
            ctx.options_mut(|options| options.fallback_theme = egui::Theme::Dark);
            ctx.request_repaint();
        }
        if let Some(has_less) = prefers_less_motion() {
            // Where the window is closed already, nobody listens.
            let _ = sender.send(Command::DesktopHasLessMotion(has_less));
            ctx.request_repaint();
        }
    });
    receiver
}

fn create(creation: &CreationContext<'_>, start: Start) -> Window {
    theme::install(&creation.egui_ctx);
    theme::install_system_fonts(&creation.egui_ctx);
    look::follow(&creation.egui_ctx, &start.settings, start.settings.less_motion.unwrap_or_default());
    let desktop = follow_desktop(&creation.egui_ctx);
    let ctx = creation.egui_ctx.clone();
    let wake = Arc::new(move || ctx.request_repaint());
    let shell = RealShell::new(wake, dialog_words(&start.words), settings_path(), keeping());
    let empty = Portfolio::new(Uuid::new_v4());
    let mut state = AppState::new(start.catalog, empty, OpenFile::new(None, Origin::New), start.settings);
    state.speak(start.speaks);
    let mut desk = Desk::new(state, start.words, shell);
    desk.obey(&creation.egui_ctx, start.commands);
    Window { desk, room: place::Room::default(), desktop }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// No display, no renderer, or a program whose own data is damaged.
pub fn run(
    file: Option<PathBuf>,
    lang: Option<Language>,
    renderer: Option<eframe::Renderer>,
) -> Result<(), StartError> {
    let start = start(file.clone(), lang)?;
    let wanted = renderer.unwrap_or_default();
    let opened = open_window(start, wanted);
    match (opened, renderer, other_renderer(wanted)) {
        // A remote desktop may lack what the one needs and have what the other needs.
        (Err(_), None, Some(other)) => open_window(self::start(file, lang)?, other),
        (opened, ..) => opened,
    }
}

/// The renderer to try when one fails and the person asked for none.
#[cfg(any(target_os = "windows", target_os = "macos"))]
const fn other_renderer(failed: eframe::Renderer) -> Option<eframe::Renderer> {
    Some(match failed {
        eframe::Renderer::Glow => eframe::Renderer::Wgpu,
        eframe::Renderer::Wgpu => eframe::Renderer::Glow,
    })
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
const fn other_renderer(_failed: eframe::Renderer) -> Option<eframe::Renderer> {
    None
}

fn open_window(start: Start, renderer: eframe::Renderer) -> Result<(), StartError> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../assets/icon-256.png"));
    let mut viewport = ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id("upgrade-desk")
        .with_inner_size(place::FIRST)
        .with_min_inner_size(place::LEAST);
    if let Some(place) = start.settings.window {
        viewport = place::as_it_was(viewport, place);
    }
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    // `theme` knows better than eframe which of the system's fonts are meant.
    let options = NativeOptions { viewport, renderer, system_font_fallback: false, ..NativeOptions::default() };
    eframe::run_native(TITLE, options, Box::new(|creation| Ok(Box::new(create(creation, start)))))?;
    Ok(())
}
