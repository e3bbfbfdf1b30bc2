//! Suite K: a monkey at the window. Random clicks, keys, hostile text and answers of the world; nothing panics, and what is
//! shown is always what the journal gives.
//!
//! `UPGRADE_DESK_CASES=1000000 cargo test --test it monkey` sends a million events, at each commit it is 5,000.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::NodeT;
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use upgrade_desk::model::{DelegatedAdmin, Id, Portfolio};
use upgrade_desk::state::{
    BackupLine, Better, Command, Effect, Failure, LooksOnly, Opened, StoreTrouble, Theirs, carry_out,
};
use upgrade_desk::storage;
use uuid::Uuid;

use super::desk::{CTRL, CTRL_SHIFT, Opening, Window, sample};
use crate::cases::cases;
use crate::given;

const EVENTS: u32 = 5_000;
/// What is shown is compared with what the journal gives each so many events.
const LOOKED_AT_EACH: u32 = 50;

const HOSTILE: [&str; 17] = [
    "",
    " ",
    "\u{202e}txt.exe",
    "\0",
    "=cmd|' /C calc'!A0",
    "<script>",
    "四方咖啡",
    "é\u{301}",
    "\u{feff}",
    "-1",
    "99999999999999999999",
    "7",
    "2026-13-45",
    "a\nb",
    "\t",
    "../../etc",
    "{ $x }",
];

const KEYS: [Key; 16] = [
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::PageUp,
    Key::F2,
    Key::F1,
];

/// The keys that menus show.
const LETTERS: [Key; 10] = [Key::Z, Key::Y, Key::S, Key::N, Key::O, Key::F, Key::A, Key::C, Key::V, Key::I];

struct Monkey {
    window: Window,
    random: Pcg64Mcg,
    /// What the journal's changes are made on.
    base: Portfolio,
    /// How many of the asked effects were looked at.
    heard: usize,
    /// How many changes came before those in the journal.
    changes: usize,
}

impl Monkey {
    fn new(seed: u64) -> Self {
        let window = Opening { allow_boxes: true, ..Opening::default() }.open();
        let base = window.portfolio().clone();
        Self { window, random: Pcg64Mcg::seed_from_u64(seed), base, heard: 0, changes: 0 }
    }

    /// How many changes it has made.
    fn changes(&self) -> usize {
        self.changes + self.window.harness.state().shell.journal.len()
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.random.next_u64() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// The middle of some widget that can be seen: mostly of the dialog that is open, and mostly of one that does something.
    fn somewhere(&mut self) -> Pos2 {
        let (in_dialog, acts) = (self.below(8) > 0, self.below(4) > 0);
        let screen = self.window.harness.ctx.content_rect();
        let root = self.window.harness.root();
        let dialog = root.children_recursive().filter(|node| node.accesskit_node().role() == Role::Dialog).last();
        let within = if in_dialog { dialog.unwrap_or(root) } else { root };
        let places = |only: bool| -> Vec<Pos2> {
            let wanted = |role: Role| match role {
                Role::Button
                | Role::TextInput
                | Role::MultilineTextInput
                | Role::CheckBox
                | Role::ComboBox
                | Role::ListBoxOption
                | Role::Link
                | Role::RadioButton => true,
                Role::Window | Role::Label | Role::GenericContainer | Role::Unknown => false,
                _ => !only,
            };
            let seen = within
                .children_recursive()
                .filter(|node| wanted(node.accesskit_node().role()) && node.accesskit_node().raw_bounds().is_some());
            seen.map(|node| node.rect().center()).filter(|at| screen.contains(*at)).collect()
        };
        let all = places(acts);
        if all.is_empty() { screen.center() } else { self.pick(&all) }
    }

    fn act(&mut self) {
        match self.below(60) {
            0..=34 => {
                let (pos, button) = (self.somewhere(), self.pick(&[PointerButton::Primary; 7]));
                let button = if self.below(12) == 0 { PointerButton::Secondary } else { button };
                self.window.event(Event::PointerMoved(pos));
                for pressed in [true, false] {
                    self.window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
                }
            }
            35..=42 => {
                let key = self.pick(&KEYS);
                self.key(Modifiers::NONE, key);
            }
            43..=44 => {
                let (modifiers, key) = (self.pick(&[CTRL, CTRL_SHIFT]), self.pick(&LETTERS));
                self.key(modifiers, key);
            }
            45..=56 => {
                let text = self.pick(&HOSTILE);
                self.window.event(Event::Text(text.to_owned()));
            }
            57 => {
                let refuses = self.below(8) == 0;
                self.window.harness.state_mut().shell.refuses = refuses;
            }
            _ => {
                let answer = self.answer();
                self.window.harness.state_mut().shell.answers.push(answer);
                self.window.event(Event::PointerGone);
            }
        }
        self.listen();
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.window.event(Event::Key { key, pressed, modifiers, repeat: false, physical_key: None });
        }
    }

    /// Where another portfolio has taken the place of the one before, the journal begins anew.
    fn listen(&mut self) {
        let asked = self.window.asked();
        let is_replaced =
            asked[self.heard..].iter().any(|effect| matches!(effect, Effect::Keep { .. } | Effect::Begin { .. }));
        self.heard = asked.len();
        if is_replaced {
            self.base = self.window.portfolio().clone();
            self.changes += self.window.harness.state().shell.journal.len();
            self.window.harness.state_mut().shell.journal.clear();
        }
    }

    fn answer(&mut self) -> Command {
        let path = PathBuf::from(self.pick(&["/files/a.ron", "/files/\u{202e}b.ron", "/四方.ron"]));
        let failure = Failure::NotWritten { path: path.clone(), detail: given::said("no space left") };
        let theirs = || Theirs { plan: None, detail: None, changes: 3, is_shown: false, can_keep_mine: true };
        match self.below(16) {
            0 => Command::Opened(Box::new(self.opened(path, None))),
            1 if self.below(4) == 0 => Command::Opened(Box::new(self.opened(path, Some(LooksOnly::InUse)))),
            2 => Command::Stored { waiting: 0, copies: Vec::new() },
            3 => Command::Stored { waiting: 0, copies: vec![path] },
            4 => Command::NotStored { waiting: 2, trouble: StoreTrouble::Full(failure) },
            5 => Command::NotStored { waiting: 2, trouble: StoreTrouble::Failed(failure) },
            6 => Command::ChangedOutside(Box::new(theirs())),
            7 => Command::ComeToFront,
            8 => Command::InUse { path },
            9 => Command::Large { path, size: 300 << 20 },
            10 => Command::Damaged {
                path,
                detail: given::said(&HOSTILE.join("\n")),
                better: Some(Better { at: chrono::DateTime::UNIX_EPOCH, customers: 3, is_complete: true }),
                readable: Some(2),
                is_portfolio: true,
            },
            11 => Command::BackupsListed(vec![BackupLine {
                path,
                at: chrono::DateTime::UNIX_EPOCH,
                size: 9,
                customers: 1,
                is_opened: true,
            }]),
            12 => {
                let asked = self.window.asked().iter().rev().find(|effect| matches!(effect, Effect::Read { .. }));
                match asked.cloned() {
                    Some(effect) if self.below(3) > 0 => {
                        given::answer_to(&effect, given::incoming(sample(), &[&HOSTILE.concat()]))
                    }
                    _ => Command::ImportPaths(vec![path]),
                }
            }
            13 => Command::Storing,
            14 => {
                let journal = self.window.harness.state().shell.journal.iter().cloned().map(Arc::new).collect();
                Command::HistoryRead(journal)
            }
            _ => Command::Failed(failure),
        }
    }

    /// The sample, or one with hostile words in it.
    fn opened(&mut self, path: PathBuf, looks_only: Option<LooksOnly>) -> Opened {
        let mut portfolio = Portfolio { id: Uuid::from_u128(7), ..storage::sample().unwrap() };
        if self.below(2) == 0 {
            let word = self.pick(&HOSTILE);
            let mut customer = portfolio.customers.at(0).unwrap().as_ref().clone();
            customer.company_name = word.to_owned();
            customer.notes = word.repeat(40);
            customer.tags = HOSTILE.map(str::to_owned).to_vec();
            customer.delegated_admin = DelegatedAdmin::NotKnown;
            if let Some(record) = customer.subscriptions.first_mut() {
                record.id = Id::new(word);
                record.friendly_name = word.repeat(9);
                record.quantity = i64::MIN;
            }
            portfolio.customers.replace(0, Arc::new(customer));
        }
        Opened { looks_only, ..Opened::new(1, path, Arc::new(portfolio)) }
    }

    /// What is shown is what the journal's changes make of what was opened.
    fn compare(&mut self, after: u32) {
        self.window.event(Event::PointerGone);
        self.listen();
        let mut replayed = self.base.clone();
        for entry in &self.window.harness.state().shell.journal {
            carry_out(&mut replayed, &entry.edits());
        }
        let written = |portfolio: &Portfolio| storage::encode(portfolio).unwrap();
        // Save as gives the portfolio another id, which is no change.
        let shown = Portfolio { id: replayed.id, ..self.window.portfolio().clone() };
        assert_eq!(written(&replayed), written(&shown), "after {after} events");
    }
}

#[test]
fn whatever_is_pressed_typed_or_answered_nothing_panics_and_the_journal_has_what_is_shown() {
    let events = cases(EVENTS);
    let mut changes = 0;
    // A fresh window now and then, so that a dialog which nothing closes does not end the walk.
    let mut monkey = Monkey::new(0);
    for event in 0..events {
        if event % 250 == 0 {
            changes += monkey.changes();
            monkey = Monkey::new(u64::from(event));
        }
        monkey.act();
        if event % LOOKED_AT_EACH == LOOKED_AT_EACH - 1 {
            monkey.compare(event);
        }
    }
    changes += monkey.changes();
    assert!(changes > 20, "the monkey changed next to nothing: {changes} changes");
}
