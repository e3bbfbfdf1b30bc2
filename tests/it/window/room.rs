//! A window of 1280 by 800 pixels at 150 %, where there is least room: what counts stays in sight. That nothing is cut off is `fits`'s.

use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Id, Key, Rect};
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::{Language, List, SubscriptionColumn, Tab};
use upgrade_desk::state::{Command, LooksOnly, OpenFile, Origin};
use upgrade_desk::ui::theme;

use super::desk::{Opening, Window};
use super::fits::{dialogs, texts};
use super::gallery::{SCENES, drawn_scene, opened_scene};
use super::seen::{name, role};

const SIZE: [f32; 2] = [853.0, 533.0];

fn opening(system: Language) -> Opening {
    Opening { system, size: SIZE, pixels_per_point: 1.5, ..Opening::default() }
}

fn scene(name: &str, language: Language) -> Window {
    let scene = SCENES.iter().find(|scene| scene.0 == name).unwrap();
    drawn_scene(scene, upgrade_desk::model::ThemeChoice::Light, SIZE, language)
}

/// What is drawn, each text with whether it was shortened.
fn drawn(window: &Window) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.harness.output().shapes {
        texts(shape, *clip_rect, &mut all);
    }
    all.iter().map(|(text, _)| (text.galley.text().to_owned(), text.galley.elided)).collect()
}

/// The rows of the customer's subscriptions that are seen whole.
fn rows_in_sight(window: &Window) -> usize {
    let foot = window.get(Role::Button, &window.say("add-subscription")).rect();
    let table = window.say("column-subscriptions-of");
    let table = window.get(Role::Table, &table);
    let head = table.children_recursive().find(|node| role(node) == Role::ColumnHeader).unwrap().rect();
    let rows = table.children_recursive().filter(|node| role(node) == Role::Row);
    rows.filter(|row| row.rect().top() >= head.bottom() - 1.0 && row.rect().bottom() <= foot.top() + 1.0).count()
}

#[test]
fn a_banner_leaves_two_rows_of_the_subscriptions_at_least() {
    for language in Language::ALL {
        for name in ["newer-file", "backup", "readable", "failed", "full-disk", "recovered", "versions-shown"] {
            let mut window = scene(name, language);
            window.press(Key::Escape);
            window.choose("Northwind Traders", "Premium");
            assert!(window.customer().subscriptions.len() >= 2);
            assert!(rows_in_sight(&window) >= 2, "{language:?} {name}: {}", rows_in_sight(&window));
        }
    }
}

#[test]
fn a_banner_has_two_lines_at_most_and_all_of_it_when_that_is_asked_for() {
    for language in Language::ALL {
        for name in
            ["newer-file", "backup", "readable", "failed", "full-disk", "recovered", "copies", "everything-at-once"]
        {
            let window = scene(name, language);
            let lines: Vec<Rect> = [Role::Status, Role::Alert]
                .iter()
                .flat_map(|said| window.all(*said, ""))
                .map(|line| line.rect())
                .filter(|line| line.bottom() < 260.0)
                .collect();
            assert!(!lines.is_empty(), "{language:?} {name}");
            assert!(lines.iter().all(|line| line.height() < 44.0), "{language:?} {name}: {lines:?}");
        }
    }
    let mut file = OpenFile::new(Some("/data/desk.ron".into()), Origin::File);
    file.looks_only = Some(LooksOnly::NotUnderstood);
    let mut unknown = crate::given::unknown_field();
    for _ in 0..40 {
        unknown.place.path = unknown.place.path.field("nested");
    }
    file.not_understood = vec![unknown];
    let mut window = Opening { file, ..opening(Language::English) }.open();
    let height = |window: &Window| window.all(Role::Status, "Made by a newer version.")[0].rect().height();
    assert!(height(&window) < 44.0, "{}", height(&window));
    window.link("banner-more");
    assert!(height(&window) > 60.0, "{}", height(&window));
    window.link("banner-less");
    assert!(height(&window) < 44.0, "{}", height(&window));
}

#[test]
fn no_column_is_a_stub() {
    for language in Language::ALL {
        let mut window = opening(language).open();
        window.choose("Contoso", "Business");
        for tab in [Tab::Customers, Tab::Subscriptions] {
            for all in [false, true] {
                for list in List::ALL.into_iter().filter(|_| all) {
                    window.answer(Command::SetColumns(list, list.columns()));
                }
                window.answer(Command::ShowTab(tab));
                let heads = window.all(Role::ColumnHeader, "");
                for head in heads {
                    let title = name(&head);
                    let cut = drawn(&window).iter().any(|(text, elided)| *elided && *text == title);
                    assert!(!cut, "{language:?} {tab:?} {all}: {title}");
                    assert!(head.rect().right() <= SIZE[0] + 1.0, "{language:?} {tab:?}: {title}");
                }
            }
        }
    }
}

#[test]
fn what_leaves_comes_back_and_what_the_list_is_sorted_by_stays() {
    let mut window = opening(Language::English).open();
    window.answer(Command::ShowTab(Tab::Subscriptions));
    let renewal = window.say("column-renewal");
    assert!(!window.has(Role::ColumnHeader, &renewal));
    window.answer(Command::SortSubscriptions(SubscriptionColumn::Renewal));
    assert!(window.has(Role::ColumnHeader, &renewal));
    let mut window = Window::open();
    window.answer(Command::ShowTab(Tab::Subscriptions));
    assert!(window.has(Role::ColumnHeader, &renewal));
}

#[test]
fn what_a_cell_has_no_room_for_is_said_where_the_pointer_rests() {
    let mut window = opening(Language::English).open();
    let company =
        window.portfolio().customers.iter().find(|customer| customer.company_name.chars().count() > 26).unwrap();
    let company = company.company_name.clone();
    window.answer(Command::ShowTab(Tab::Subscriptions));
    window.answer(Command::Search(company.clone()));
    let row = window.all(Role::Row, &company)[0].rect();
    window.event(egui::Event::PointerMoved(row.left_center() + egui::vec2(30.0, 0.0)));
    window.wait(2.0);
    window.wait(2.0);
    window.assert_says(&company);
}

#[test]
fn every_menu_is_seen_to_its_last_line() {
    let screen = Rect::from_min_size(egui::Pos2::ZERO, SIZE.into());
    for language in Language::ALL {
        let mut window = opening(language).open();
        for (menu, last) in [
            ("menu-file", "menu-quit"),
            ("menu-edit", "menu-history"),
            ("menu-view", "menu-language"),
            ("menu-portfolio", "menu-offers"),
            ("menu-help", "menu-about"),
        ] {
            window.button(menu);
            let last = window.get(Role::Button, &window.say(last)).rect();
            assert!(screen.contains_rect(last), "{language:?} {menu}: {last:?}");
            window.press(Key::Escape);
        }
    }
}

/// Both edges of a dialog are as far from the window's.
#[track_caller]
fn assert_is_in_the_middle(window: &Window, what: &str) {
    let screen = window.harness.ctx.content_rect();
    let Some(title) = window.title_of_dialog() else { return };
    let at = window.harness.ctx.memory(|memory| memory.area_rect(Id::unique(("dialog", title.as_str())))).unwrap();
    let off = at.center() - screen.center();
    assert!(off.x.abs() <= 1.5 && off.y.abs() <= 1.5, "{what}: {at:?} in {screen:?}");
}

#[test]
fn every_dialog_opens_in_the_middle() {
    for scene in &SCENES {
        assert_is_in_the_middle(&opened_scene(scene, Language::English), scene.0);
    }
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    for commands in dialogs(&window) {
        let what = format!("{:?}", commands[0]);
        commands.into_iter().for_each(|command| window.answer(command));
        assert_is_in_the_middle(&window, &what);
        window.press(Key::Escape);
    }
}

#[test]
fn where_nothing_can_be_changed_what_would_change_it_says_why() {
    let mut file = OpenFile::new(Some("/data/desk.ron".into()), Origin::File);
    file.looks_only = Some(LooksOnly::InUse);
    let mut window = Opening { file, ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    let why = window.say("banner-in-use");
    for deed in [
        "edit",
        "menu-delete-customer",
        "add-customer",
        "add-subscription",
        "change-licenses",
        "add-add-on",
        "delete-record",
        "upgrade-now",
    ] {
        let deed = window.say(deed);
        let button = window.get(Role::Button, &deed);
        assert!(button.accesskit_node().is_disabled(), "{deed}");
        assert!(button.accesskit_node().description().unwrap().contains(&why), "{deed}");
        window.tab_to(Role::Button, &deed);
        window.press(Key::Enter);
        assert!(!window.has_dialog(), "{deed}");
        assert!(window.has(Role::Label, &why), "{deed}: the reason is listed");
        window.press(Key::Escape);
        assert!(!window.has(Role::Label, &why), "{deed}");
    }
    for (menu, item) in [("menu-portfolio", "menu-add-customer"), ("menu-portfolio", "menu-edit-customer")] {
        window.button(menu);
        assert!(window.is_disabled(Role::Button, &window.say(item)), "{item}");
        window.press(Key::Escape);
    }
}

#[test]
fn what_is_semibold_in_latin_is_larger_in_chinese() {
    let window = Window::open();
    let width = |font, text: &str| {
        let text = text.to_owned();
        window.harness.ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, egui::Color32::BLACK).size().x)
    };
    let (plain, head) = (width(theme::body(), "升级订阅"), width(theme::semibold(), "升级订阅"));
    assert!(head > plain * 1.08, "{head} {plain}");
}

#[test]
fn the_name_of_a_target_is_whole_where_there_is_room() {
    let mut window = Window::open();
    window.choose("Fabrikam", "Premium");
    let whole = |window: &Window, text: &str| drawn(window).iter().any(|(drawn, elided)| drawn == text && !elided);
    let ledger = window.state().session.derived.ledger().unwrap();
    assert_eq!(ledger.assessment.targets.len(), 1, "one target");
    assert!(whole(&window, "Enterprise E3"), "{:?}", drawn(&window));
}

#[test]
fn a_long_notice_is_read_to_its_end_by_keys() {
    let mut window = scene("notice-long", Language::English);
    let words = |window: &Window| window.all(Role::Alert, "")[0].rect();
    let copy = window.get(Role::Button, &window.say("copy-message")).rect();
    assert!(words(&window).bottom() > copy.top(), "it is longer than its room");
    window.tab_to(Role::Document, "");
    window.press(Key::End);
    window.settle();
    assert!(words(&window).bottom() <= copy.top() + 1.0, "{:?} {copy:?}", words(&window));
}
