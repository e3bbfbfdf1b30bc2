//! That all can be reached by keys and seen when it is: what is scrolled to, the ring of the focus, the bar of menus, the lists. The main job by keys is in `keyboard`.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::NodeT as _;
use upgrade_desk::model::Language;
use upgrade_desk::state::{Chapter, Command, Dialog, Effect, Failure, Tab};
use upgrade_desk::ui::shortcuts;
use upgrade_desk::ui::theme::{LIGHT, Palette};

use super::desk::{CTRL, Opening, Window};
use super::seen;

const MENUS: [&str; 5] = ["menu-file", "menu-edit", "menu-view", "menu-portfolio", "menu-help"];

fn focused_rect(window: &Window) -> Rect {
    let ctx = &window.harness.ctx;
    let id = ctx.memory(|memory| memory.focused()).unwrap();
    ctx.read_response(id).unwrap().rect
}

/// Whether a line of a menu has the focus; its keys are read behind its name.
fn is_at_line(window: &Window, id: &str) -> bool {
    window.focus().is_some_and(|(_, name)| name.starts_with(&window.say(id)))
}

/// Where the details are drawn, from the list above to the bar below.
fn pane(window: &Window) -> Rect {
    let foot = window.get(Role::Button, &window.say("add-subscription")).rect();
    let screen = window.harness.ctx.content_rect();
    Rect::from_min_max(pos2(foot.left(), foot.bottom()), pos2(screen.right(), screen.bottom() - 28.0))
}

#[test]
fn what_tab_goes_to_in_the_details_is_scrolled_into_view() {
    let mut window = Opening { size: [1000.0, 560.0], ..Opening::default() }.open();
    window.choose("Trey Research", "Business");
    window.tab_to(Role::Button, &window.say("copy-id"));
    let pane = pane(&window);
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        let mut passed = 0;
        for _ in 0..60 {
            window.key(modifiers, Key::Tab);
            let Some((role, name)) = window.focus() else { continue };
            let rect = focused_rect(&window);
            if rect.left() < pane.left() || role == Role::Row || role == Role::ColumnHeader || role == Role::Splitter {
                if passed > 20 {
                    break;
                }
                continue;
            }
            // The button for the toast and the menus are elsewhere.
            if rect.bottom() < pane.top() - 60.0 || rect.top() >= pane.bottom() {
                continue;
            }
            passed += 1;
            assert!(
                rect.top() >= pane.top() && rect.bottom() <= pane.bottom(),
                "{role:?} {name:?}: {rect:?} in {pane:?}"
            );
        }
        assert!(passed > 20, "{passed}");
    }
}

#[test]
fn pages_scroll_the_details_and_another_subscription_is_read_from_its_top() {
    let mut window = Opening { size: [1000.0, 560.0], ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    let top = |window: &Window| window.get(Role::Button, &window.say("copy-id")).rect().top();
    let begin = top(&window);
    window.tab_to(Role::Button, &window.say("copy-id"));
    window.press(Key::PageDown);
    assert!(top(&window) < begin - 100.0);
    window.press(Key::PageUp);
    assert!((top(&window) - begin).abs() < 1.0);
    window.press(Key::PageDown);
    window.choose("Contoso", "Visio");
    window.choose("Contoso", "Business");
    assert!((top(&window) - begin).abs() < 1.0);
}

#[test]
fn the_manual_is_read_by_keys_and_a_chapter_begins_with_its_heading() {
    let mut window = Window::open();
    window.answer(Command::ShowManual { chapter: Chapter::ALL[1], condition: None });
    let heading = |window: &Window| {
        let title = window.words().manual(Chapter::ALL[1]).title;
        let nodes = window.all(Role::Label, title);
        nodes.iter().map(|node| node.rect()).min_by(|a, b| a.top().total_cmp(&b.top())).unwrap()
    };
    let begin = heading(&window);
    let buttons = window.get(Role::ListBoxOption, window.words().manual(Chapter::ALL[0]).title).rect();
    assert!(begin.top() >= buttons.top() - 4.0, "{begin:?} {buttons:?}");
    window.press(Key::PageDown);
    assert!(heading(&window).top() < begin.top() - 100.0);
    window.press(Key::PageUp);
    window.tab_to(Role::Document, "");
    assert!(focused_rect(&window).left() > buttons.left(), "beside the chapters");
    for (key, other) in [(Key::ArrowDown, Key::ArrowUp), (Key::Space, Key::Home), (Key::End, Key::Home)] {
        window.press(key);
        assert!(heading(&window).top() < begin.top() - 20.0, "{key:?}");
        window.press(other);
        assert!((heading(&window).top() - begin.top()).abs() < 1.0, "{other:?}");
    }
}

/// Whether a ring of the accent's color is drawn around a place.
fn has_ring(window: &Window, around: Rect, palette: &Palette) -> bool {
    window.harness.output().shapes.iter().any(|clipped| match &clipped.shape {
        egui::Shape::Rect(ring) => {
            ring.stroke.color == palette.accent
                && ring.rect.contains_rect(around)
                && ring.rect.width() < around.width() + 9.0
        }
        _ => false,
    })
}

#[test]
fn the_focus_is_seen_around_whatever_has_it_and_moves_nothing() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    for (role, id) in [
        (Role::Tab, "tab-customers"),
        (Role::Tab, "tab-subscriptions"),
        (Role::CheckBox, "filter-eligible"),
        (Role::Button, "upgrade-now"),
        (Role::Button, "edit"),
        (Role::Button, "menu-file"),
    ] {
        if !window.words().has(id) {
            continue;
        }
        let name = window.say(id);
        if !window.has(role, &name) {
            continue;
        }
        let before = window.get(role, &name).rect();
        window.tab_to(role, &name);
        let rect = window.get(role, &name).rect();
        assert_eq!(rect, before, "{id}");
        assert!(has_ring(&window, rect, &LIGHT), "{id}");
    }
    window.key(CTRL, Key::U);
    window.tab_to(Role::Button, &window.say("submit"));
    assert!(has_ring(&window, focused_rect(&window), &LIGHT));
}

#[test]
fn escape_takes_the_focus_from_nothing_that_stays() {
    let mut window = Window::open();
    window.tab_to(Role::Row, "Adventure Works");
    window.press(Key::Escape);
    assert!(matches!(window.focus(), Some((Role::Row, _))), "{:?}", window.focus());
    window.tab_to(Role::Button, &window.say("edit"));
    window.press(Key::Escape);
    assert_eq!(window.focus(), Some((Role::Button, window.say("edit"))));
    window.tab_back_to(Role::Button, &window.say("menu-view"));
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert_eq!(window.focus(), Some((Role::Button, window.say("menu-view"))));
}

#[test]
fn the_menus_are_worked_by_keys_alone() {
    let mut window = Window::open();
    window.tab_to(Role::Row, "Adventure Works");
    window.press(Key::F10);
    assert_eq!(window.focus(), Some((Role::Button, window.say("menu-file"))));
    window.press(Key::ArrowRight);
    assert_eq!(window.focus(), Some((Role::Button, window.say("menu-edit"))));
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowDown);
    assert!(is_at_line(&window, "menu-new"), "{:?}", window.focus());
    window.press(Key::ArrowDown);
    assert!(is_at_line(&window, "menu-open"), "{:?}", window.focus());
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert!(window.has(Role::RadioButton, &window.say("theme-dark")), "View is open");
    let first = window.focus().unwrap();
    assert_ne!(first.0, Role::Row);
    window.press(Key::ArrowDown);
    assert_ne!(window.focus(), Some(first));
    window.press(Key::Escape);
    assert!(!window.has(Role::RadioButton, &window.say("theme-dark")));
    assert!(
        matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Adventure Works")),
        "{:?}",
        window.focus()
    );
    window.press(Key::F10);
    window.press(Key::Enter);
    assert!(is_at_line(&window, "menu-new"), "{:?}", window.focus());
    window.press(Key::F10);
    assert!(matches!(window.focus(), Some((Role::Row, _))), "{:?}", window.focus());
}

#[test]
fn a_menu_that_is_higher_than_the_window_is_scrolled_to_its_last_line() {
    let mut window = Opening { size: [640.0, 420.0], ..Opening::default() }.open();
    window.press(Key::F10);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    assert!(is_at_line(&window, "menu-quit"), "{:?}", window.focus());
    let screen = window.harness.ctx.content_rect();
    assert!(focused_rect(&window).bottom() <= screen.bottom(), "{:?}", focused_rect(&window));
}

#[test]
fn the_keys_of_a_list_lead_into_it_when_it_is_shown_already() {
    let mut window = Window::open();
    window.tab_to(Role::Button, &window.say("edit"));
    window.key(CTRL, Key::Num1);
    assert!(matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Adventure Works")));
    window.key(CTRL, Key::Num2);
    assert_eq!(window.state().session.tab, Tab::Subscriptions);
    assert!(matches!(window.focus(), Some((Role::Row, _))));
}

#[test]
fn the_same_letter_again_goes_to_the_next_that_begins_with_it() {
    let mut window = Window::open();
    window.tab_to(Role::Row, "Adventure Works");
    window.type_text("c");
    let first = window.customer().company_name.clone();
    window.type_text("c");
    let second = window.customer().company_name.clone();
    assert_ne!(first, second);
    assert!([first, second].iter().all(|name| name.starts_with('C')));
}

#[test]
fn tab_goes_through_the_buttons_of_a_customer_as_they_are_read() {
    let mut window = Window::open();
    window.tab_to(Role::Button, &window.say("customer-page-menu"));
    let mut left = focused_rect(&window).left();
    for id in ["edit", "menu-delete-customer"] {
        window.press(Key::Tab);
        assert_eq!(window.focus(), Some((Role::Button, window.say(id))));
        assert!(focused_rect(&window).left() > left);
        left = focused_rect(&window).left();
    }
    assert!(left > 1200.0, "at the right");
}

#[test]
fn a_tip_under_the_resting_pointer_goes_away_with_a_key() {
    let mut window = Window::open();
    let name = window.say("customer-page-menu");
    let at = window.get(Role::Button, &name).rect().center();
    window.event(Event::PointerMoved(at));
    window.wait(2.0);
    window.wait(2.0);
    let tips = |window: &Window| {
        let nodes = window.harness.root().children_recursive();
        nodes.filter(|node| node.accesskit_node().role() == Role::Label && seen::name(node) == name).count()
    };
    assert_eq!(tips(&window), 1);
    window.key(CTRL, Key::K);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Palette { .. })));
    assert_eq!(tips(&window), 0);
}

#[test]
fn the_palette_lists_first_what_begins_with_what_was_typed() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.button("upgrade-now");
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.key(CTRL, Key::K);
    window.type_text("upgr");
    let first = window.names(Role::ListBoxOption).first().cloned().unwrap();
    assert!(first.starts_with(&window.say("menu-upgrade")), "{first}");
}

#[test]
fn what_the_keys_move_to_does_not_lie_under_a_notice() {
    let mut window = Opening { size: [1180.0, 690.0], ..Opening::default() }.open();
    window.answer(Command::Failed(Failure::NotRead {
        path: "/gone.ron".into(),
        detail: crate::given::said("it is gone"),
    }));
    // Above it, the line about the sample can be dismissed as well.
    let dismiss =
        window.all(Role::Button, &window.say("dismiss")).iter().map(|button| button.rect()).next_back().unwrap();
    assert!(dismiss.top() > 400.0, "{dismiss:?}");
    let notice = Rect::from_min_max(pos2(dismiss.left() - 200.0, dismiss.top()), dismiss.max);
    window.tab_to(Role::Button, &window.say("upgrade-now"));
    for _ in 0..40 {
        window.press(Key::Tab);
        let focused = focused_rect(&window);
        // It can be reached itself.
        assert!(!focused.intersects(notice) || focused.intersects(dismiss), "{focused:?} {notice:?}");
    }
}

#[test]
fn alt_with_its_letter_opens_each_menu_in_each_language_and_types_nothing() {
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        window.key(CTRL, Key::F);
        window.type_text("o");
        let mut letters = Vec::new();
        for menu in MENUS {
            let letter = window.say(&format!("{menu}-letter"));
            let key = Key::from_name(&letter).unwrap();
            letters.push(key);
            // As the system reports it: the key together with the letter that it writes.
            window.harness.input_mut().events.push(Event::Text(letter.to_lowercase()));
            window.key(Modifiers::ALT, key);
            assert!(window.has_menu(menu), "{language:?} {menu}: {:?}", window.focus());
            assert!(window.focus().is_some_and(|(_, name)| name != window.say("search-name")), "{menu}");
        }
        window.press(Key::Escape);
        assert_eq!(window.focus(), Some((Role::TextInput, window.say("search-name"))), "{language:?}");
        assert_eq!(window.state().session.search, "o", "{language:?}");
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), MENUS.len(), "{language:?}: two menus have the same letter");
    }
}

#[test]
fn the_letter_of_a_menu_is_no_key_of_a_command() {
    let with_alt = shortcuts::all().into_iter().filter(|shortcut| shortcut.keys.modifiers.alt).count();
    assert_eq!(with_alt, 0, "Alt with a letter belongs to the menus");
    // The key that writes € and @ is told as Control with Alt, and opens nothing.
    let mut window = Window::open();
    window.key(CTRL, Key::F);
    window.key(Modifiers { alt: true, ..CTRL }, Key::P);
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("search-name"))));
    assert!(!window.has_menu("menu-portfolio"));
}

#[test]
fn in_a_dialog_no_menu_is_opened_by_its_letter() {
    let mut window = Window::open();
    window.button("edit");
    window.key(Modifiers::ALT, Key::F);
    assert!(window.has_dialog() && !window.has_menu("menu-file"));
}

#[test]
fn the_edges_of_the_lists_are_moved_by_arrows_and_the_size_is_remembered() {
    let mut window = Window::open();
    for (divider, [less, more]) in [
        ("spoken-divider-width", [Key::ArrowLeft, Key::ArrowRight]),
        ("spoken-divider-height", [Key::ArrowUp, Key::ArrowDown]),
    ] {
        let panels = window.state().session.settings.panels;
        let name = window.say(divider);
        window.tab_to(Role::Splitter, &name);
        let at = |window: &Window| {
            let center = window.get(Role::Splitter, &name).rect().center();
            if divider == "spoken-divider-width" { center.x } else { center.y }
        };
        let before = at(&window);
        for _ in 0..3 {
            window.press(less);
        }
        assert!((before - at(&window) - 48.0).abs() < 1.5, "{divider}: {before} {}", at(&window));
        window.press(more);
        assert!((before - at(&window) - 32.0).abs() < 1.5, "{divider}: {before} {}", at(&window));
        assert_eq!(window.focus(), Some((Role::Splitter, name.clone())), "the arrows lead nowhere else");
        assert_ne!(window.state().session.settings.panels, panels);
        let kept = window.asked().last();
        assert!(matches!(kept, Some(Effect::KeepSettings(settings)) if settings.panels != panels), "{kept:?}");
        for _ in 0..60 {
            window.press(less);
        }
        let least = at(&window);
        window.press(less);
        assert!((at(&window) - least).abs() < 0.1, "{divider} goes no further");
    }
}

#[test]
fn a_manual_that_is_opened_at_a_chapter_has_the_focus_there() {
    let mut window = Window::open();
    window.answer(Command::ShowManual { chapter: Chapter::ALL[3], condition: None });
    let title = window.words().manual(Chapter::ALL[3]).title.to_owned();
    assert_eq!(window.focus(), Some((Role::ListBoxOption, title)));
}
