//! The menus and their keys, what waits for a native dialog, recent files, themes. What each command does is tested where it belongs.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{Settings, ThemeChoice};
use upgrade_desk::state::{Command, Effect, OpenFile, OpenFor, Origin};
use upgrade_desk::ui::shortcuts;
use upgrade_desk::ui::theme::{DARK, LIGHT};

use super::desk::{CTRL, Opening, Window};

/// What a command left behind, as far as it can be compared.
fn outcome(window: &Window) -> impl PartialEq + std::fmt::Debug + use<> {
    let session = &window.state().session;
    (
        window.asked().to_vec(),
        session.dialog.clone(),
        session.tab,
        session.notice.as_ref().map(|posted| posted.notice.clone()),
        window.portfolio().clone(),
        window.closed,
        session.picked.count(session.tab),
    )
}

fn prepared() -> Window {
    let mut window =
        Opening { file: OpenFile::new(Some("desk.ron".into()), Origin::File), ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    // Something to undo and something to redo.
    window.answer(Command::SwitchRules("page"));
    window.answer(Command::SwitchRules("partner-center"));
    window.answer(Command::Undo);
    window
}

#[test]
fn each_key_does_what_its_menu_item_does() {
    for shortcut in shortcuts::all() {
        let (mut by_key, mut by_command) = (prepared(), prepared());
        let untouched = outcome(&by_key);
        let modifiers = match shortcut.keys.modifiers {
            none if none.is_none() => none,
            with if with.shift => super::desk::CTRL_SHIFT,
            _ => CTRL,
        };
        by_key.key(modifiers, shortcut.keys.logical_key);
        by_command.answer(shortcut.command.clone());
        assert!(outcome(&by_key) == outcome(&by_command), "{}", shortcut.name);
        // What is so already.
        if !["tab-customers", "menu-zoom-reset"].contains(&shortcut.name) {
            assert!(outcome(&by_key) != untouched, "{} does nothing", shortcut.name);
        }
    }
}

#[test]
fn no_two_commands_share_a_key() {
    let all = shortcuts::all();
    for (at, one) in all.iter().enumerate() {
        assert!(all[at + 1..].iter().all(|other| other.keys != one.keys), "{}", one.name);
        assert_ne!(one.keys, shortcuts::FIND);
    }
}

#[test]
fn each_menu_item_shows_its_key() {
    let mut window = Window::open();
    let mut shown = Vec::new();
    for menu in ["menu-file", "menu-edit", "menu-view", "menu-portfolio", "menu-help"] {
        window.button(menu);
        if menu == "menu-view" {
            window.button("menu-zoom");
        }
        shown.extend(window.names(Role::Button));
        window.press(Key::Escape);
        window.press(Key::Escape);
    }
    for shortcut in shortcuts::all() {
        let keys = shortcuts::keys_of(&window.harness.ctx, window.words(), shortcut.name).unwrap();
        let name = window.say(shortcut.name);
        let item = shown.iter().find(|item| item.starts_with(&name) && item.ends_with(&keys));
        assert!(item.is_some(), "{name} with {keys} is not among {shown:#?}");
    }
    let find = window.harness.ctx.format_shortcut(&shortcuts::FIND);
    assert!(shown.iter().any(|item| item.starts_with(&window.say("menu-find")) && item.ends_with(&find)));
}

#[test]
fn find_puts_the_cursor_into_the_search_field_by_key_and_by_menu() {
    let mut window = Window::open();
    let search = Some((Role::TextInput, window.say("search-name")));
    window.key(CTRL, Key::F);
    assert_eq!(window.focus(), search);
    window.press(Key::Tab);
    assert_ne!(window.focus(), search);
    window.menu("menu-edit", "menu-find");
    assert_eq!(window.focus(), search);
}

#[test]
fn while_a_native_dialog_is_open_no_second_one_is_asked_for() {
    let mut window = Window::open();
    window.key(CTRL, Key::O);
    assert_eq!(window.asked().len(), 1);
    let purpose = window.say("purpose-open");
    window.assert_says(&window.with("status-waiting", &[("purpose", purpose.into())]));
    window.button("menu-file");
    for item in ["menu-open", "menu-save-as", "menu-import", "menu-export-ron", "menu-export-json"] {
        assert!(window.is_disabled(Role::Button, &window.say(item)), "{item}");
    }
    assert!(!window.is_disabled(Role::Button, &window.say("menu-new")));
    window.press(Key::Escape);
    window.key(CTRL, Key::E);
    assert_eq!(window.asked().len(), 1);

    window.link("status-stop-waiting");
    assert!(window.state().session.waiting.is_none());
    window.assert_says(&window.say("notice-stopped-waiting"));
    window.button("menu-file");
    assert!(!window.is_disabled(Role::Button, &window.say("menu-open")));
}

#[test]
fn what_a_forgotten_native_dialog_answers_later_is_not_listened_to() {
    let mut window = Window::open();
    window.key(CTRL, Key::O);
    let waiting = window.state().session.waiting.clone().unwrap();
    window.link("status-stop-waiting");
    let (purpose, serial) = (waiting.purpose, waiting.serial);
    window.answer(Command::PathChosen { purpose, serial, path: "/data/late.ron".into(), ask_overwrite: false });
    assert_eq!(window.asked().len(), 1);
}

#[test]
fn a_native_dialog_that_was_cancelled_leaves_the_command_free_again() {
    let mut window = Window::open();
    window.key(CTRL, Key::O);
    let serial = window.state().session.waiting.as_ref().unwrap().serial;
    window.answer(Command::PathCancelled { serial });
    window.assert_says(&window.say("notice-cancelled"));
    window.key(CTRL, Key::O);
    assert_eq!(window.asked().len(), 2);
}

#[test]
fn instead_of_the_native_dialog_the_path_can_be_typed() {
    let mut window = Window::open();
    window.key(CTRL, Key::E);
    window.link("status-type-path");
    assert!(window.has_dialog() && window.state().session.waiting.is_none());
    window.type_text("/data/out.ron");
    window.press(Key::Enter);
    assert!(matches!(window.asked().last(), Some(Effect::ResolvePath { .. })));
}

#[test]
fn recent_files_are_listed_and_opened() {
    let settings = Settings { recent: vec!["/data/one.ron".into(), "/data/two.ron".into()], ..Settings::default() };
    let mut window = Opening { settings, ..Opening::default() }.open();
    window.button("menu-file");
    window.button("menu-recent");
    window.click(Role::Button, "two.ron");
    assert_eq!(window.asked(), [Effect::Open { path: "/data/two.ron".into(), what_for: OpenFor::Change }]);
}

#[test]
fn without_recent_files_the_menu_says_so() {
    let mut window = Window::open();
    window.button("menu-file");
    window.button("menu-recent");
    assert!(window.is_disabled(Role::Button, &window.say("menu-recent-none")));
}

#[test]
fn the_theme_is_switched_and_kept() {
    let mut window = Window::open();
    let fill = |window: &Window| window.harness.ctx.global_style().visuals.panel_fill;
    assert_eq!(fill(&window), LIGHT.surface);
    for (id, choice, color) in [
        ("theme-dark", ThemeChoice::Dark, DARK.surface),
        ("theme-light", ThemeChoice::Light, LIGHT.surface),
        ("theme-system", ThemeChoice::System, LIGHT.surface),
    ] {
        window.button("menu-view");
        window.click(Role::RadioButton, &window.say(id));
        assert_eq!(window.state().session.settings.theme, choice);
        assert!(matches!(window.asked().last(), Some(Effect::KeepSettings(settings)) if settings.theme == choice));
        assert_eq!(fill(&window), color);
    }
}

#[test]
fn undo_and_redo_are_off_while_there_is_nothing_to_do() {
    let mut window = Window::open();
    window.button("menu-edit");
    for item in ["menu-undo", "menu-redo"] {
        assert!(window.is_disabled(Role::Button, &window.say(item)), "{item}");
    }
    window.press(Key::Escape);
    window.key(CTRL, Key::Z);
    window.assert_says(&window.say("notice-nothing-to-undo"));
}
