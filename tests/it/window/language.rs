//! Choosing the language in the menu: words, order and native dialogs follow at once, and nothing of the old one remains.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use upgrade_desk::app::dialog_words;
use upgrade_desk::model::{Customer, Id, Language, Settings};
use upgrade_desk::state::{Command, Effect};
use upgrade_desk::text::{Words, message_ids};

use super::desk::{Opening, Window, portfolio_of, sample};
use super::keeping::entry;
use super::seen;

/// Chooses a language as a person does.
#[track_caller]
fn choose(window: &mut Window, name: &str) {
    window.button("menu-view");
    window.button("menu-language");
    window.click(Role::RadioButton, name);
}

#[test]
fn each_language_is_offered_by_its_own_name_and_the_system_by_the_present_one() {
    let mut window = Window::open();
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        window.answer(Command::SetLanguage(language));
        window.button("menu-view");
        window.button("menu-language");
        let radios = |window: &Window| -> Vec<String> {
            let all = window.harness.root().children_recursive();
            let checked =
                |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
            let others = ["theme-system", "theme-light", "theme-dark", "density-comfortable", "density-compact"];
            let others = others.map(|id| window.say(id));
            let radios = all.filter(|node| seen::role(node) == Role::RadioButton && checked(node));
            radios.map(|node| seen::name(&node)).filter(|name| !others.contains(name)).collect()
        };
        for name in ["English", "Français", "简体中文"] {
            assert!(window.has(Role::RadioButton, name), "{name}");
        }
        let chosen = match language {
            None => window.say("language-system"),
            Some(language) => window.words().language_name(language).to_owned(),
        };
        // The system speaks English here, and so does its line, which in English begins like the theme's.
        assert_eq!(radios(&window), [chosen]);
        window.press(Key::Escape);
        window.press(Key::Escape);
    }
}

#[test]
fn the_window_speaks_the_chosen_language_at_once_and_remembers_it() {
    let mut window = Window::open();
    for (name, language, file) in [
        ("Français", Language::French, "Fichier"),
        ("简体中文", Language::SimplifiedChinese, "文件"),
        ("English", Language::English, "File"),
    ] {
        choose(&mut window, name);
        assert_eq!(window.words().language(), language);
        assert!(window.has(Role::Button, file), "{:?}", window.names(Role::Button));
        assert_eq!(window.say("menu-file"), file);
        let kept = window.asked().last();
        assert!(
            matches!(kept, Some(Effect::KeepSettings(settings)) if settings.language == Some(language)),
            "{kept:?}"
        );
        let spoken = window.harness.state().shell.spoken.clone();
        assert_eq!(spoken, Some(dialog_words(&Words::new(language).unwrap())));
    }
}

#[test]
fn a_window_opens_in_the_remembered_language_and_else_in_the_systems() {
    let opened = |system, language| {
        let settings = Settings { language, ..Settings::default() };
        Opening { system, settings, ..Opening::default() }.open().words().language()
    };
    assert_eq!(opened(Language::French, None), Language::French);
    assert_eq!(opened(Language::French, Some(Language::English)), Language::English);
    assert_eq!(opened(Language::English, Some(Language::SimplifiedChinese)), Language::SimplifiedChinese);
}

#[test]
fn the_list_is_ordered_anew_at_once() {
    let customer = |id: &str, name: &str| Customer::new(Id::new(id), name.to_owned());
    let mut window =
        Window::of(portfolio_of([customer("a", "中国银行"), customer("b", "北京印刷"), customer("c", "四方咖啡")]));
    let names = |window: &Window| -> Vec<String> {
        let rows = window.names(Role::Row);
        rows.iter().map(|row| row.chars().take(4).collect()).collect()
    };
    let before = names(&window);
    choose(&mut window, "简体中文");
    assert_eq!(names(&window), ["北京印刷", "四方咖啡", "中国银行"]);
    assert_ne!(before, names(&window));
    choose(&mut window, "English");
    assert_eq!(names(&window), before);
}

#[test]
fn typing_in_the_list_goes_to_a_chinese_name_by_its_pinyin() {
    let mut window = Window::open();
    let coffee = window.portfolio().customers.iter().find(|customer| customer.company_name.contains("四方")).unwrap();
    let coffee = coffee.id.clone();
    assert_ne!(window.customer().id, coffee);
    window.tab_to(Role::Row, "");
    window.type_text("sif");
    assert_eq!(window.customer().id, coffee);
}

/// Whole messages without arguments that a language has and the others have not: what must not be seen in theirs.
fn only_in(language: Language) -> Vec<String> {
    let of = |language| {
        let words = Words::new(language).unwrap();
        let source = crate::text::calls::locale(language);
        message_ids(&source).map(|id| words.say(id).to_owned()).collect::<std::collections::BTreeSet<String>>()
    };
    let others: Vec<_> = Language::ALL.into_iter().filter(|other| *other != language).map(of).collect();
    of(language).into_iter().filter(|text| others.iter().all(|other| !other.contains(text))).collect()
}

/// Everything that is said in the window, by every role.
fn said(window: &Window) -> Vec<String> {
    window.harness.root().children_recursive().map(|node| seen::name(&node)).collect()
}

#[test]
fn whatever_is_open_nothing_of_the_old_language_remains() {
    let english = only_in(Language::English);
    let french = only_in(Language::French);
    assert!(english.len() > 300 && french.len() > 300);
    let mut window = Window::of(sample());
    window.choose("Northwind Traders", "Premium");
    let mut dialogs = super::fits::dialogs(&window);
    let entries = || (1..5).map(|seq| entry(seq, "Alpine")).collect();
    dialogs.push(vec![Command::ShowHistory, Command::HistoryRead(entries())]);
    dialogs.push(Vec::new());
    for commands in dialogs {
        let what = format!("{commands:?}");
        window.answer(Command::SetLanguage(Some(Language::English)));
        for command in commands {
            window.answer(command);
        }
        for (language, old) in [(Language::French, &english), (Language::SimplifiedChinese, &french)] {
            window.answer(Command::SetLanguage(Some(language)));
            let said = said(&window);
            let own = ["English", "Français", "简体中文"];
            let stale: Vec<&String> =
                said.iter().filter(|text| old.contains(text) && !own.contains(&text.as_str())).collect();
            assert!(stale.is_empty(), "{what}: {stale:?}");
        }
        window.press(Key::Escape);
        window.press(Key::Escape);
    }
}
