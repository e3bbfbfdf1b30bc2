//! The keys of the program, in one table that the menu, the help and the key handling read.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::field;
use crate::state::{Command, Purpose, Tab};
use crate::text::Words;

/// A key, the message that names what it does, and the command.
#[derive(Clone, Debug)]
pub struct Shortcut {
    pub keys: KeyboardShortcut,
    pub name: &'static str,
    pub command: Command,
    /// A text field has a use of its own for these keys.
    pub yields_to_text: bool,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Every shortcut. Those with more modifiers come first, since fewer would match them too.
#[must_use]
pub fn all() -> Vec<Shortcut> {
    let row = |modifiers, key, name, command, yields_to_text| Shortcut {
        keys: KeyboardShortcut::new(modifiers, key),
        name,
        command,
        yields_to_text,
    };
    vec![
        row(CTRL_SHIFT, Key::S, "menu-save-as", Command::Choose(Purpose::SaveAs), false),
        row(CTRL_SHIFT, Key::Z, "menu-redo", Command::Redo, true),
        row(CTRL, Key::N, "menu-new", Command::New, false),
        row(CTRL, Key::O, "menu-open", Command::Choose(Purpose::Open), false),
        row(CTRL, Key::S, "menu-save", Command::Save, false),
        row(CTRL, Key::I, "menu-import", Command::Choose(Purpose::Import), false),
        row(CTRL, Key::E, "menu-export-ron", Command::Choose(Purpose::Export { format: "ron" }), false),
        row(CTRL, Key::Q, "menu-quit", Command::Quit, false),
        row(CTRL, Key::Z, "menu-undo", Command::Undo, true),
        row(CTRL, Key::Y, "menu-redo", Command::Redo, true),
        row(CTRL, Key::A, "menu-select-all", Command::PickAll, true),
        row(CTRL, Key::K, "palette-menu", Command::AskPalette, false),
        row(Modifiers::NONE, Key::F1, "keys-menu", Command::AskKeys, false),
        row(CTRL, Key::H, "menu-history", Command::ShowHistory, false),
        row(CTRL, Key::Num1, "tab-customers", Command::ShowTab(Tab::Customers), false),
        row(CTRL, Key::Num2, "tab-subscriptions", Command::ShowTab(Tab::Subscriptions), false),
        row(CTRL, Key::Plus, "menu-zoom-in", Command::ZoomIn, false),
        // Where + is a letter above =, nobody wants to press Shift for it.
        row(CTRL, Key::Equals, "menu-zoom-in", Command::ZoomIn, false),
        row(CTRL, Key::Minus, "menu-zoom-out", Command::ZoomOut, false),
        row(CTRL, Key::Num0, "menu-zoom-reset", Command::ZoomReset, false),
        row(CTRL, Key::U, "menu-upgrade", Command::AskUpgrade { target: None }, false),
    ]
}

/// The key that goes to the bar of menus, and back.
pub const MENU_BAR: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F10);

/// What opens a menu of the bar, by its letter in the language.
#[must_use]
pub fn of_menu(letter: &str) -> Option<KeyboardShortcut> {
    Key::from_name(letter).map(|key| KeyboardShortcut::new(Modifiers::ALT, key))
}

/// The keys that put the cursor into the search field, which is egui's to do.
pub const FIND: KeyboardShortcut = KeyboardShortcut::new(CTRL, Key::F);

/// The keys of a message's first shortcut, as the platform and the language write them.
#[must_use]
pub fn keys_of(ctx: &Context, words: &Words, name: &str) -> Option<String> {
    if name == "menu-find" {
        return Some(written(ctx, words, &FIND));
    }
    all().iter().find(|shortcut| shortcut.name == name).map(|shortcut| written(ctx, words, &shortcut.keys))
}

/// Keys as the platform writes them, by the names that stand on them in the language's own keyboards.
#[must_use]
pub fn written(ctx: &Context, words: &Words, keys: &KeyboardShortcut) -> String {
    let whole = ctx.format_shortcut(keys);
    let key = ctx.format_shortcut(&KeyboardShortcut::new(Modifiers::NONE, keys.logical_key));
    let held = whole.strip_suffix(key.as_str()).unwrap_or_default();
    let held = held.replace("Shift", words.say("key-shift"));
    format!("{held}{}", key_name(keys.logical_key).map_or(key.as_str(), |name| words.say(name)))
}

/// The message that names a key; letters, digits and the like are called the same everywhere.
#[expect(clippy::wildcard_enum_match_arm, reason = "there are a hundred keys, and the program uses few")]
const fn key_name(key: Key) -> Option<&'static str> {
    Some(match key {
        Key::ArrowUp => "key-up",
        Key::ArrowDown => "key-down",
        Key::ArrowLeft => "key-left",
        Key::ArrowRight => "key-right",
        Key::Home => "key-home",
        Key::End => "key-end",
        Key::PageUp => "key-page-up",
        Key::PageDown => "key-page-down",
        Key::Enter => "key-enter",
        Key::Escape => "key-escape",
        Key::Tab => "key-tab",
        Key::Plus => "key-plus",
        Key::Minus => "key-minus",
        Key::Equals => "key-equals",
        _ => return None,
    })
}

/// The commands of the keys pressed in this frame. In a dialog there are none but those that help to read it.
pub fn pressed(ctx: &Context, in_dialog: bool) -> Vec<Command> {
    let (editing, steps) = (ctx.text_edit_focused(), field::steps(ctx));
    let helps_to_read = |row: &Shortcut| matches!(row.command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset);
    let rows = all().into_iter().filter(|row| !in_dialog || helps_to_read(row));
    ctx.input_mut(|input| {
        let mut commands = Vec::new();
        for row in rows {
            // A field in which nothing was typed has nothing to take back, and so the portfolio's last change is meant.
            let has_own = (row.command != Command::Undo || steps.back) && (row.command != Command::Redo || steps.forth);
            if !(editing && row.yields_to_text && has_own) && input.consume_shortcut(&row.keys) {
                commands.push(row.command);
            }
        }
        commands
    })
}
