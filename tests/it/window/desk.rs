//! The window without a desktop: the real views on a shell that records what is asked of the world. What a view has to do is not here.

use chrono::DateTime;
use egui::{Event, Modifiers, OutputCommand, UiBuilder, ViewportCommand, ViewportId};
use egui_kittest::{Harness, HarnessBuilder};
use upgrade_desk::app::Desk;
use upgrade_desk::exchange::Incoming;
use upgrade_desk::model::{Customer, Entry, Id, Portfolio, Settings, Subscription};
use upgrade_desk::shell::{DialogWords, Parent, Shell};
use upgrade_desk::state::{AppState, Command, Effect, Failure, OpenFile, Origin, Speaks, Stamp};
use upgrade_desk::storage;
use upgrade_desk::text::{Arg, Language, Words};
use upgrade_desk::ui::theme;
use uuid::Uuid;

use crate::given;

/// Control, as Linux and Windows report it.
pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
pub const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// Frames that a view may take to come to rest.
const PATIENCE: usize = 16;

/// Hands that touch nothing: they write down what they are asked, keep every change at once, and answer what a test puts
/// into them.
#[derive(Debug, Default)]
pub struct Hands {
    /// But for the changes, which are counted.
    pub asked: Vec<Effect>,
    pub answers: Vec<Command>,
    /// The changes.
    pub journal: Vec<Entry>,
    /// How many of them were written down since the file was last brought up to date.
    pub waiting: usize,
    /// The file is not brought up to date before a test answers that it is.
    pub holds_back: bool,
    /// No change can be written down.
    pub refuses: bool,
    /// What the native dialogs speak, once it was said.
    pub spoken: Option<DialogWords>,
    stamps: u128,
}

impl Shell for Hands {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Append { .. } if self.refuses => {
                let failure = Failure::NotJournaled { detail: given::said("the disk is gone") };
                self.answers.push(Command::NotAppended(failure));
                return;
            }
            Effect::Append { at, happened, change } => {
                let seq = u64::try_from(self.journal.len()).unwrap() + 1;
                self.journal.push(Entry { seq, at, happened, change });
                self.waiting += 1;
                self.answers.push(Command::Appended { waiting: self.waiting, untitled: None });
                return;
            }
            Effect::Checkpoint if !self.holds_back => {
                self.waiting = 0;
                self.answers.push(Command::Stored { waiting: 0, copies: Vec::new() });
            }
            _ => {}
        }
        self.asked.push(effect);
    }

    fn answers(&mut self, _parent: Option<&dyn Parent>) -> Vec<Command> {
        std::mem::take(&mut self.answers)
    }

    fn speak(&mut self, words: DialogWords) {
        self.spoken = Some(words);
    }

    fn stamp(&mut self) -> Stamp {
        self.stamps += 1;
        let at = DateTime::parse_from_rfc3339("2026-11-22T09:30:00Z").unwrap();
        Stamp { at: at.to_utc(), id: Uuid::from_u128(0x5eed_0000_0000_4000_8000_0000_0000_0000 + self.stamps) }
    }
}

/// The sample as it opens.
pub fn sample() -> Portfolio {
    // The file holds an id of its own, the copy that is opened gets a new one each time.
    Portfolio { id: Uuid::from_u128(0x5a4d), ..storage::sample().unwrap() }
}

/// A portfolio with nobody in it but these.
pub fn portfolio_of(customers: impl IntoIterator<Item = Customer>) -> Portfolio {
    Portfolio { customers: customers.into_iter().collect(), ..Portfolio { upgrades: Vec::new(), ..sample() } }
}

/// How a window is opened.
pub struct Opening {
    pub portfolio: Portfolio,
    pub file: OpenFile,
    pub settings: Settings,
    /// What the system speaks, whatever the machine does.
    pub system: Language,
    pub size: [f32; 2],
    pub pixels_per_point: f32,
    /// Text that no font can draw is shown as boxes instead of failing the test.
    pub allow_boxes: bool,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            portfolio: sample(),
            file: OpenFile::new(None, Origin::Sample),
            settings: Settings::default(),
            system: Language::English,
            size: [1280.0, 800.0],
            pixels_per_point: 1.0,
            allow_boxes: false,
        }
    }
}

impl Opening {
    pub fn open(self) -> Window {
        let catalog = storage::builtin_catalog().unwrap();
        let mut state = AppState::new(catalog, self.portfolio, self.file, self.settings);
        state.speak(Speaks { system: self.system, this_run: None });
        let words = Words::new(state.session.language()).unwrap();
        let desk = Desk::new(state, words, Hands::default());
        let mut builder = HarnessBuilder::default()
            .with_size(self.size)
            .with_pixels_per_point(self.pixels_per_point)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(16)
            .with_render_cursor(false)
            .with_context_setup(theme::install);
        if self.allow_boxes {
            builder = builder.allow_missing_glyphs();
        }
        let draw = |ui: &mut egui::Ui, desk: &mut Desk<Hands>| {
            let ctx = ui.ctx().clone();
            desk.between(&ctx, None);
            // The whole window: the harness leaves a margin of its own.
            let whole = ctx.content_rect();
            let mut root = ui.new_child(UiBuilder::new().id_salt("root").max_rect(whole));
            root.set_clip_rect(whole);
            desk.frame(&mut root);
        };
        let harness = builder.build_ui_state(draw, desk);
        let mut window = Window { harness, copied: Vec::new(), closed: false };
        window.settle();
        window
    }
}

/// The program in a window that only tests see.
pub struct Window {
    pub harness: Harness<'static, Desk<Hands>>,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// The window asked to be closed.
    pub closed: bool,
}

impl Window {
    /// The sample at its usual size.
    pub fn open() -> Self {
        Opening::default().open()
    }

    pub fn of(portfolio: Portfolio) -> Self {
        Opening { portfolio, ..Opening::default() }.open()
    }

    // What the program knows.

    pub fn state(&self) -> &AppState {
        &self.harness.state().state
    }

    pub fn portfolio(&self) -> &Portfolio {
        &self.state().portfolio
    }

    pub fn customer(&self) -> &Customer {
        self.state().customer().unwrap()
    }

    pub fn subscription(&self) -> &Subscription {
        self.state().subscription().unwrap()
    }

    pub fn record(&self, id: &str) -> Option<&Subscription> {
        let id = Id::new(id);
        self.portfolio().customers.iter().find_map(|customer| customer.subscription(&id))
    }

    pub fn asked(&self) -> &[Effect] {
        &self.harness.state().shell.asked
    }

    /// Whether a dialog is open.
    pub fn has_dialog(&self) -> bool {
        self.state().session.dialog.is_some()
    }

    // The words.

    pub fn words(&self) -> &Words {
        &self.harness.state().words
    }

    #[track_caller]
    pub fn say(&self, id: &str) -> String {
        assert!(self.words().has(id), "no message {id}");
        self.words().say(id).to_owned()
    }

    #[track_caller]
    pub fn with(&self, id: &str, args: &[Arg<'_>]) -> String {
        assert!(self.words().has(id), "no message {id}");
        self.words().with(id, args)
    }

    // Time.

    fn step(&mut self) {
        self.harness.step();
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied.push(text.clone());
            }
        }
        let viewport = output.viewport_output.get(&ViewportId::ROOT).unwrap();
        for command in &viewport.commands {
            match command {
                ViewportCommand::Close => self.closed = true,
                ViewportCommand::CancelClose => self.closed = false,
                _ => {}
            }
        }
    }

    /// Draws until nothing asks for another frame.
    #[track_caller]
    pub fn settle(&mut self) {
        for _ in 0..PATIENCE {
            self.step();
            let viewport = self.harness.output().viewport_output.get(&ViewportId::ROOT).unwrap();
            // What the hands answered is heard in the next frame.
            if !viewport.repaint_delay.is_zero() && self.harness.state().shell.answers.is_empty() {
                self.harness.check_accessibility();
                return;
            }
        }
        panic!("the window does not come to rest: {:?}", self.harness.ctx.repaint_causes());
    }

    /// One input event, and the frames that follow.
    #[track_caller]
    pub fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.step();
    }

    /// Lets seconds pass.
    pub fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.settle();
    }

    /// The world answers.
    #[track_caller]
    pub fn import(&mut self, path: &str, incoming: Incoming) {
        self.answer(Command::ImportPaths(vec![path.into()]));
        let answer = given::answer_to(self.asked().last().unwrap(), incoming);
        self.answer(answer);
    }

    pub fn answer(&mut self, command: Command) {
        self.harness.state_mut().shell.answers.push(command);
        self.settle();
    }
}
