//! What helps inside the window: the command palette, the sheet of keys, the manual and the way from a condition into it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use upgrade_desk::model::Language;
use upgrade_desk::rules::ConditionId;
use upgrade_desk::state::{Chapter, Command, Dialog, MOST_FOUND, Tab};
use upgrade_desk::text::Words;
use upgrade_desk::ui::menu::{self, Act};
use upgrade_desk::ui::{View, shortcuts};

use super::desk::{Opening, Window};

fn palette() -> Window {
    let mut window = Window::open();
    window.key(Modifiers::COMMAND, Key::K);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Palette { .. })));
    window
}

#[test]
fn a_command_is_found_by_its_words_and_enter_carries_it_out() {
    let mut window = palette();
    window.type_text("account your");
    window.press(Key::Enter);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Account)), "{:?}", window.state().session.dialog);
}

#[test]
fn a_customer_is_found_from_any_tab_and_chosen_by_the_keys_alone() {
    let mut window = palette();
    window.press(Key::Escape);
    window.answer(Command::ShowTab(Tab::Subscriptions));
    window.key(Modifiers::COMMAND, Key::K);
    window.type_text("sfkf");
    let Some(Dialog::Palette { found }) = &window.state().session.dialog else { panic!() };
    let first = found.customers.first().cloned().unwrap();
    window.press(Key::Enter);
    assert!(!window.has_dialog());
    assert_eq!(window.state().session.tab, Tab::Customers);
    assert_eq!(window.customer().id, first);
    assert!(window.customer().company_name.contains("四方咖啡"));
}

#[test]
fn the_arrows_move_while_the_cursor_stays_where_it_is_typed() {
    let mut window = palette();
    window.type_text("o");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    assert_eq!(window.state().drafts.palette.at, 1);
    window.type_text("n");
    assert_eq!((window.state().drafts.palette.at, &*window.state().drafts.palette.query), (0, "on"));
    for _ in 0..100 {
        window.press(Key::PageUp);
    }
    assert_eq!(window.state().drafts.palette.at, 0);
}

#[test]
fn an_offer_is_shown_and_what_is_not_there_is_said() {
    let mut window = palette();
    window.type_text("visio online plan 1");
    window.press(Key::Enter);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Offers)));
    window.press(Key::Escape);
    window.key(Modifiers::COMMAND, Key::K);
    window.type_text("no such thing");
    window.assert_says(&window.say("palette-nothing"));
    window.press(Key::Enter);
    assert!(window.has_dialog(), "nothing was chosen");
    window.press(Key::Escape);
    assert!(!window.has_dialog());
}

#[test]
fn what_cannot_be_used_now_is_shown_and_does_nothing() {
    let mut window = palette();
    window.type_text("redo");
    window.press(Key::Enter);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Palette { .. })));
}

#[test]
fn so_many_are_found_and_no_more() {
    let mut window = palette();
    window.type_text("o");
    let Some(Dialog::Palette { found }) = &window.state().session.dialog else { panic!() };
    assert!(found.customers.len() <= MOST_FOUND && found.offers.len() == MOST_FOUND);
    assert!(!found.customers.is_empty());
}

#[test]
fn every_key_of_the_menus_stands_on_the_sheet_and_does_what_its_line_does() {
    let mut window = Window::open();
    window.press(Key::F1);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Keys)));
    let items = {
        let words = Words::new(Language::English).unwrap();
        let state = window.state();
        let view = View { portfolio: &state.portfolio, session: &state.session, words: &words, is_dirty: false };
        menu::items(view)
    };
    for shortcut in shortcuts::all() {
        let (_, item) = items.iter().find(|(_, item)| item.name == shortcut.name).unwrap();
        assert_eq!(item.act, Act::Send(shortcut.command.clone()), "{}", shortcut.name);
        window.assert_says(&window.say(shortcut.name));
        let keys = window.harness.ctx.format_shortcut(&shortcut.keys);
        assert!(window.says(&keys), "{keys}");
    }
    assert!(window.says(&window.harness.ctx.format_shortcut(&shortcuts::FIND)));
    window.press(Key::Escape);
    assert!(!window.has_dialog());
}

#[test]
fn a_condition_leads_to_its_section_of_the_manual_in_each_language() {
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        for condition in ConditionId::ALL {
            window.answer(Command::ShowCondition(condition));
            window.link("condition-why");
            let chapter = Chapter::Conditions;
            assert!(
                matches!(&window.state().session.dialog, Some(Dialog::Manual { chapter: Chapter::Conditions, condition: Some(at) }) if *at == condition)
            );
            let section = window.words().manual(chapter).sections[Words::manual_section(condition)];
            let heading = section.lines().next().unwrap().trim_start_matches("## ");
            assert_eq!(heading, window.words().condition(condition), "{language:?}");
            // The window below the manual can have the same words.
            let places: Vec<_> = window.harness.get_all_by_label(heading).map(|node| node.rect()).collect();
            let is_in_sight = |at: &egui::Rect| at.left() > 400.0 && at.top() > 60.0 && at.top() < 640.0;
            assert!(places.iter().any(is_in_sight), "{heading} is read at {places:?}");
            window.press(Key::Escape);
        }
    }
}

#[test]
fn the_manual_is_whole_in_each_language_and_its_chapters_are_turned_by_a_press() {
    let english = Words::new(Language::English).unwrap();
    for language in Language::ALL {
        let words = Words::new(language).unwrap();
        for chapter in Chapter::ALL {
            let (read, in_english) = (words.manual(chapter), english.manual(chapter));
            assert!(!read.title.is_empty() && !read.title.contains('#'), "{}", read.title);
            assert_eq!(read.sections.len(), in_english.sections.len(), "{language:?} {chapter:?}");
        }
    }
    let mut window = Window::open();
    window.menu("menu-help", "manual-menu");
    for chapter in Chapter::ALL {
        let title = window.words().manual(chapter).title;
        window.click_in_dialog(Role::ListBoxOption, title);
        assert_eq!(window.state().session.dialog, Some(Dialog::Manual { chapter, condition: None }));
    }
    window.press(Key::Escape);
    assert!(!window.has_dialog());
}

#[test]
fn the_sheet_of_keys_names_them_in_the_windows_language() {
    for (language, named, not_named) in [
        (Language::French, ["Haut", "Page préc.", "Entrée", "Échap", "Ctrl+Moins", "Maj+Bas"], "Escape"),
        (Language::SimplifiedChinese, ["向上键", "Page Up", "回车键", "Esc", "Ctrl+减号", "Shift+向下键"], "Escape"),
    ] {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        window.answer(Command::AskKeys);
        for key in named {
            window.assert_says(key);
        }
        assert!(!window.says(not_named));
    }
}

#[test]
fn the_keys_that_move_the_edges_of_the_lists_are_on_the_sheet_and_in_the_manual() {
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        window.answer(Command::AskKeys);
        for (keys, what) in
            [(["key-left", "key-right"], "keys-edge-width"), (["key-up", "key-down"], "keys-edge-height")]
        {
            window.assert_says(&window.say(what));
            window.assert_says(&window.words().list(&keys.map(|id| window.say(id))));
        }
        let chapter = window.words().manual(Chapter::Keyboard);
        let said = ["Left and Right the edge", "Gauche et Droite celui", "左、右键移动客户列表的边线"];
        assert!(chapter.sections.iter().any(|section| said.iter().any(|words| section.contains(words))));
    }
}
