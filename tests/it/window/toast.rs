//! The last notice floats: it moves nothing, is said, can be undone, and goes away by itself only where it is good news.

use egui::accesskit::{Live, Role};
use egui::{Event, Key, Pos2, Rect};
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::DEFAULT_RULE_SET;
use upgrade_desk::rules::PAGE;
use upgrade_desk::state::{Command, Failure, Notice};
use upgrade_desk::ui::theme;

use super::desk::{CTRL, Opening, Window};
use crate::given;

fn rename(window: &mut Window) {
    window.choose("Contoso", "Business");
    window.button("edit");
    window.fill("field-company-name", "Contoso");
    window.button("save-changes");
    window.away_with_the_pointer();
}

fn failed(window: &mut Window) {
    let detail = given::said("Permission denied (os error 13)");
    window.answer(Command::Failed(Failure::NotWritten { path: "/data/desk.ron".into(), detail }));
}

fn is_there(window: &Window) -> bool {
    window.state().session.notice.is_some()
}

/// Where the buttons of the notice are, and its words.
fn parts(window: &Window) -> Vec<Rect> {
    let buttons = ["menu-undo", "dismiss"].map(|id| window.get(Role::Button, &window.say(id)).rect());
    let words = window.get(Role::Status, "").rect();
    buttons.into_iter().chain([words]).collect()
}

#[test]
fn nothing_moves_when_a_notice_comes_or_goes() {
    for size in [[1280.0, 800.0], [640.0, 420.0]] {
        let mut window = Opening { size, ..Opening::default() }.open();
        window.button("dismiss");
        window.choose("Contoso", "Business");
        let places = |window: &Window| -> Vec<Rect> {
            let mut all = vec![window.get(Role::Button, &window.say("upgrade-now")).rect()];
            all.extend(window.all(Role::Row, "").iter().map(|row| row.rect()));
            all.extend(["add-customer", "add-subscription"].map(|id| window.get(Role::Button, &window.say(id)).rect()));
            all
        };
        let before = places(&window);
        failed(&mut window);
        assert!(is_there(&window));
        assert_eq!(places(&window), before);
        window.button("dismiss");
        assert!(!is_there(&window));
        assert_eq!(places(&window), before);
    }
}

#[test]
fn it_lies_above_the_line_at_the_bottom_and_beside_the_customers() {
    for size in [[1280.0, 800.0], [640.0, 420.0]] {
        let mut window = Opening { size, ..Opening::default() }.open();
        window.button("dismiss");
        rename(&mut window);
        let room = window.harness.ctx.content_rect();
        let room = Rect::from_min_max(room.min, room.max - egui::vec2(0.0, theme::BAR_HEIGHT));
        let list = window.get(Role::Button, &window.say("add-customer")).rect();
        let subscriptions = window.get(Role::Button, &window.say("add-subscription")).rect();
        for part in parts(&window) {
            assert!(room.contains_rect(part), "{size:?}: {part:?} in {room:?}");
            assert!(part.left() > list.right(), "{size:?}: {part:?} {list:?}");
            assert!(part.top() > subscriptions.bottom(), "{size:?}: {part:?} {subscriptions:?}");
        }
    }
}

#[test]
fn what_it_lies_on_can_be_scrolled_out_from_under_it() {
    let mut window = Opening { size: [640.0, 420.0], ..Opening::default() }.open();
    window.button("dismiss");
    rename(&mut window);
    let top = |window: &Window| parts(window).iter().map(Rect::top).fold(f32::INFINITY, f32::min);
    // The end of the form, by the wheel.
    let over = Pos2::new(500.0, 330.0);
    window.event(Event::PointerMoved(over));
    for _ in 0..300 {
        window.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -7.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        });
    }
    window.away_with_the_pointer();
    let notes = window.all(Role::MultilineTextInput, "");
    let last = notes.iter().map(|node| node.rect().bottom()).fold(f32::NEG_INFINITY, f32::max);
    assert!(last < top(&window), "{last} {}", top(&window));
    // The last row of the long list.
    window.key(CTRL, Key::Num2);
    rename_again(&mut window);
    window.tab_to(Role::Row, "");
    window.press(Key::End);
    let rows = window.all(Role::Row, "");
    let last = rows.iter().map(|row| row.rect().bottom()).fold(f32::NEG_INFINITY, f32::max);
    assert!(last <= top(&window) + 1.0, "{last} {}", top(&window));
}

/// Another change, so that there is a notice whatever time has passed.
fn rename_again(window: &mut Window) {
    window.answer(Command::Undo);
    window.answer(Command::Redo);
    window.away_with_the_pointer();
}

#[test]
fn it_is_said_as_it_is_meant() {
    let mut window = Window::open();
    window.button("dismiss");
    rename(&mut window);
    let live = |window: &Window, role| window.get(role, "").accesskit_node().live();
    assert_eq!(live(&window, Role::Status), Live::Polite);
    assert!(!window.has(Role::Alert, ""));
    failed(&mut window);
    assert_eq!(live(&window, Role::Alert), Live::Assertive);
}

#[test]
fn the_change_that_it_tells_of_can_be_undone_and_redone_and_no_other() {
    let mut window = Window::open();
    window.button("dismiss");
    rename(&mut window);
    assert!(window.harness.output().shapes.iter().any(|shape| format!("{:?}", shape.shape).contains("Ctrl+Z")));
    window.button("menu-undo");
    assert_eq!(window.customer().company_name, "Contoso (Shanghai)");
    window.button("menu-redo");
    assert_eq!(window.customer().company_name, "Contoso");
    assert!(window.has(Role::Button, &window.say("menu-undo")));
    // This change says nothing of itself: undoing would take it back, not what the notice tells of.
    window.answer(Command::SwitchRules(PAGE.id));
    assert!(is_there(&window));
    assert!(!window.has(Role::Button, &window.say("menu-undo")));
    window.key(CTRL, Key::Z);
    assert_eq!(window.portfolio().rules, DEFAULT_RULE_SET);
}

#[test]
fn good_news_goes_by_itself_but_not_while_somebody_is_at_it() {
    let mut window = Window::open();
    window.button("dismiss");
    rename(&mut window);
    window.wait(4.0);
    assert!(is_there(&window));
    // Under the pointer the time stands.
    let at = window.get(Role::Status, "").rect().center();
    window.event(Event::PointerMoved(at));
    window.wait(60.0);
    assert!(is_there(&window));
    window.away_with_the_pointer();
    // So it does under the keyboard's focus.
    window.tab_back_to(Role::Button, &window.say("dismiss"));
    window.wait(60.0);
    assert!(is_there(&window));
    window.tab_to(Role::Row, "");
    assert!(is_there(&window));
    // And under a dialog.
    window.answer(Command::AskAbout);
    window.wait(60.0);
    assert!(is_there(&window));
    window.press(Key::Escape);
    window.away_with_the_pointer();
    window.wait(9.0);
    assert!(!is_there(&window));
}

#[test]
fn what_went_wrong_stays_until_it_is_dismissed() {
    let mut window = Window::open();
    window.button("dismiss");
    failed(&mut window);
    window.wait(600.0);
    assert!(is_there(&window));
    window.tab_back_to(Role::Button, &window.say("dismiss"));
    window.press(Key::Escape);
    assert!(!is_there(&window));
    failed(&mut window);
    window.button("dismiss");
    assert!(!is_there(&window));
}

#[test]
fn each_notice_has_its_own_time() {
    let mut window = Window::open();
    window.button("dismiss");
    rename(&mut window);
    window.wait(7.0);
    window.answer(Command::Undo);
    window.wait(7.0);
    assert!(matches!(window.state().session.notice.as_ref().map(|posted| &posted.notice), Some(Notice::Undid(_))));
    window.wait(2.0);
    assert!(!is_there(&window));
}

#[test]
fn a_long_message_is_scrolled_and_can_be_dismissed_in_the_smallest_window() {
    let mut window = Opening { size: [640.0, 420.0], ..Opening::default() }.open();
    window.button("dismiss");
    let detail = given::said(&"the file cannot be written: Permission denied (os error 13) ".repeat(40));
    window.answer(Command::Failed(Failure::NotWritten { path: "/data/desk.ron".into(), detail }));
    let screen = window.harness.ctx.content_rect();
    let dismiss = window.get(Role::Button, &window.say("dismiss")).rect();
    assert!(screen.contains_rect(dismiss) && dismiss.top() > 150.0, "{dismiss:?}");
    window.button("copy-message");
    assert!(window.copied.last().is_some_and(|text| text.contains("Permission denied")), "{:?}", window.copied);
}
