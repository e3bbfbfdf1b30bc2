//! What is done in a window, by key and by mouse. What is seen of it is beside this.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{DroppedFile, Event, Key, Modifiers, Pos2, ViewportEvent, ViewportId};
use egui_kittest::Node;
use upgrade_desk::model::Subscription;
use upgrade_desk::state::Command;

use super::desk::{CTRL, Window};

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a test's file is nowhere".to_owned())
    }
}

impl Window {
    // Keys.

    #[track_caller]
    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.event(Event::Key { key, pressed, modifiers, repeat: false, physical_key: None });
        }
        self.settle();
    }

    #[track_caller]
    pub fn press(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    /// Text as a keyboard gives it, letter by letter.
    #[track_caller]
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Everything in the focused field gives way to a text.
    #[track_caller]
    pub fn retype(&mut self, text: &str) {
        self.key(CTRL, Key::A);
        self.press(Key::Delete);
        self.type_text(text);
    }

    /// Presses Tab until a widget has the focus whose name begins like this.
    #[track_caller]
    pub fn tab_to(&mut self, role: Role, label: &str) {
        self.tab_by(Modifiers::NONE, role, label);
    }

    #[track_caller]
    pub fn tab_back_to(&mut self, role: Role, label: &str) {
        self.tab_by(Modifiers::SHIFT, role, label);
    }

    #[track_caller]
    fn tab_by(&mut self, modifiers: Modifiers, role: Role, label: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            self.key(modifiers, Key::Tab);
            let focus = self.focus();
            if focus.as_ref().is_some_and(|(focused, name)| *focused == role && name.starts_with(label)) {
                return;
            }
            passed.push(focus);
        }
        panic!("Tab does not reach {role:?} {label:?}; it passes {passed:#?}");
    }

    // The mouse.

    #[track_caller]
    fn click_at(&mut self, at: Pos2, button: egui::PointerButton) {
        self.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
    }

    /// Scrolls to a widget and clicks it.
    #[track_caller]
    pub fn click(&mut self, role: Role, label: &str) {
        self.get(role, label).scroll_to_me();
        self.settle();
        let at = self.get(role, label).rect().center();
        self.click_at(at, egui::PointerButton::Primary);
    }

    #[track_caller]
    pub fn click_in_dialog(&mut self, role: Role, label: &str) {
        self.in_dialog(role, label).scroll_to_me();
        self.settle();
        let at = self.in_dialog(role, label).rect().center();
        self.click_at(at, egui::PointerButton::Primary);
    }

    #[track_caller]
    pub fn double_click(&mut self, role: Role, label: &str) {
        // Apart from the click before, or it is the second of three.
        self.wait(2.0);
        let at = self.get(role, label).rect().center();
        self.event(Event::PointerMoved(at));
        for pressed in [true, false, true, false] {
            let button = egui::PointerButton::Primary;
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
    }

    #[track_caller]
    pub fn click_second(&mut self, role: Role, label: &str) {
        let at = self.get(role, label).rect().center();
        self.click_at(at, egui::PointerButton::Secondary);
    }

    pub fn away_with_the_pointer(&mut self) {
        self.event(Event::PointerGone);
        self.settle();
    }

    // What is done often.

    #[track_caller]
    pub fn button(&mut self, id: &str) {
        let label = self.say(id);
        self.button_named(&label);
    }

    /// Presses a button of this name.
    #[track_caller]
    pub fn button_named(&mut self, label: &str) {
        self.click(Role::Button, label);
    }

    /// Follows a link: the topmost of that name.
    #[track_caller]
    pub fn link(&mut self, id: &str) {
        let label = self.say(id);
        let top = |node: &&Node<'_>| node.rect().top();
        let at = |window: &Self| {
            let found = window.all(Role::Link, &label);
            let node = *found.iter().min_by(|a, b| top(a).total_cmp(&top(b))).unwrap_or_else(|| {
                panic!("no link {label:?} among {:#?}", window.names(Role::Link));
            });
            node.scroll_to_me();
            node.rect().center()
        };
        at(self);
        self.settle();
        let at = at(self);
        self.click_at(at, egui::PointerButton::Primary);
    }

    #[track_caller]
    pub fn row(&mut self, label: &str) {
        self.click(Role::Row, label);
    }

    /// Finds a customer by a part of their name and selects them and a subscription by a part of its offer's name.
    #[track_caller]
    pub fn choose(&mut self, company: &str, offer: &str) {
        let all = self.portfolio().customers.iter();
        let customer = all.into_iter().find(|customer| customer.company_name.contains(company)).unwrap();
        let named = |record: &&Subscription| record.offer_name.contains(offer);
        let subscription = customer.subscriptions.iter().find(named).unwrap().id.clone();
        let command = Command::SelectSubscription { customer: customer.id.clone(), subscription };
        self.answer(command);
    }

    /// Opens a menu and one of its items.
    #[track_caller]
    pub fn menu(&mut self, menu: &str, item: &str) {
        self.button(menu);
        // The window below the menu can have a button of the same name; the menu's is drawn last.
        let label = self.say(item);
        let found = self.all(Role::Button, &label);
        let at = found.last().unwrap_or_else(|| panic!("no {label:?} in the menu")).rect().center();
        self.click_at(at, egui::PointerButton::Primary);
    }

    /// Puts the focus into a field, of the dialog where one is open, and replaces its text.
    #[track_caller]
    pub fn fill(&mut self, id: &str, text: &str) {
        let label = self.say(id);
        if self.has_dialog() {
            self.click_in_dialog(Role::TextInput, &label);
        } else {
            self.click(Role::TextInput, &label);
        }
        self.retype(text);
    }

    /// Chooses in a list that opens below its field.
    #[track_caller]
    pub fn choose_in(&mut self, id: &str, choice: &str) {
        let label = format!("{}: ", self.say(id));
        self.click(Role::ComboBox, &label);
        // The choices of the menu bar's field are buttons.
        let role = if self.has(Role::ListBoxOption, choice) { Role::ListBoxOption } else { Role::Button };
        self.click(role, choice);
    }

    pub fn drop_file(&mut self, path: &str) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(PathBuf::from(path))));
        self.settle();
    }

    /// The cross of the window's frame is pressed.
    pub fn ask_to_close(&mut self) {
        let viewport = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
        viewport.events.push(ViewportEvent::Close);
        self.closed = true;
        self.settle();
    }
}
