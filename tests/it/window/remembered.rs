//! What is remembered between two starts of how the window was left: no name and no search, and not in every frame.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use upgrade_desk::model::{CustomerColumn, Filter, Settings, SubscriptionColumn, Tab, Toggle, WindowPlace};
use upgrade_desk::state::{Command, Effect};
use upgrade_desk::storage;

use super::desk::{CTRL, Opening, Window};
use super::keeping::opened;

/// All settings that were to be kept, in their order.
fn kept(window: &Window) -> Vec<Settings> {
    let settings = |effect: &Effect| if let Effect::KeepSettings(kept) = effect { Some(kept.clone()) } else { None };
    window.asked().iter().filter_map(settings).collect()
}

/// What the real window does between two frames.
fn watch(window: &mut Window, place: Option<WindowPlace>) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().watch(&ctx, place);
}

fn at(x: u16) -> Option<WindowPlace> {
    Some(WindowPlace { size: (1280, 800 + x), is_maximized: false })
}

fn arrange(window: &mut Window) {
    let label = window.words().customer_column(CustomerColumn::Upgradable).to_owned();
    window.click(Role::ColumnHeader, &label);
    window.key(CTRL, Key::Num2);
    for _ in 0..2 {
        let label = window.words().subscription_column(SubscriptionColumn::Renewal).to_owned();
        window.click(Role::ColumnHeader, &label);
    }
    for filter in [Filter::Suspended, Filter::CanBeUpgraded] {
        let label = window.words().filter(filter).to_owned();
        window.click(Role::CheckBox, &label);
    }
    window.key(CTRL, Key::F);
    window.type_text("Contoso");
}

#[test]
fn tab_order_and_filters_are_remembered_once_they_have_come_to_rest() {
    let mut window = Window::open();
    arrange(&mut window);
    watch(&mut window, None);
    assert_eq!(kept(&window), []);
    window.wait(0.5);
    watch(&mut window, None);
    assert_eq!(kept(&window), []);
    window.wait(1.0);
    for _ in 0..5 {
        watch(&mut window, None);
        window.wait(2.0);
    }
    let [settings] = &kept(&window)[..] else { panic!("{:?}", kept(&window)) };
    assert_eq!(settings.lists.tab, Tab::Subscriptions);
    assert_eq!(settings.lists.filters, [Filter::CanBeUpgraded, Filter::Suspended]);
    assert_eq!(settings.lists.customers, Toggle { column: CustomerColumn::Upgradable, descending: false });
    assert_eq!(settings.lists.subscriptions, Toggle { column: SubscriptionColumn::Renewal, descending: true });
    let text = storage::encode_settings(settings).unwrap();
    for customer in window.portfolio().customers.iter() {
        assert!(!text.contains(&customer.company_name) && !text.contains("Contoso"), "{text}");
    }

    let window = Opening { settings: settings.clone(), ..Opening::default() }.open();
    let session = &window.state().session;
    assert_eq!(session.tab, Tab::Subscriptions);
    assert_eq!(session.sorting.customers, settings.lists.customers);
    assert_eq!(session.sorting.subscriptions, settings.lists.subscriptions);
    for filter in Filter::ALL {
        assert_eq!(session.filters.has(filter), settings.lists.filters.contains(&filter), "{filter:?}");
    }
    assert_eq!(session.search, "");
    assert!(session.derived.subscriptions().len() < session.derived.totals().subscriptions);
}

#[test]
fn another_portfolio_opens_in_the_same_arrangement() {
    let mut window = Window::open();
    arrange(&mut window);
    window.answer(Command::Opened(Box::new(opened())));
    let session = &window.state().session;
    assert_eq!((session.tab, session.search.as_str()), (Tab::Subscriptions, ""));
    assert!(session.filters.has(Filter::Suspended));
    assert_eq!(session.sorting.customers.column, CustomerColumn::Upgradable);
}

#[test]
fn what_has_not_come_to_rest_is_remembered_on_leaving() {
    let mut window = Window::open();
    window.key(CTRL, Key::Num2);
    watch(&mut window, at(7));
    window.key(CTRL, Key::Q);
    assert!(window.closed);
    let settings = kept(&window).pop().unwrap();
    assert_eq!((settings.lists.tab, settings.window), (Tab::Subscriptions, at(7)));
}

#[test]
fn the_window_is_remembered_where_it_stays_not_where_it_passes() {
    let mut window = Window::open();
    for x in 0..100 {
        watch(&mut window, at(x));
        window.wait(0.1);
    }
    assert_eq!(kept(&window), []);
    for _ in 0..10 {
        watch(&mut window, at(99));
        window.wait(0.5);
    }
    let [settings] = &kept(&window)[..] else { panic!("{:?}", kept(&window)) };
    assert_eq!(settings.window, at(99));
    // Where it is as it was left, nothing is written.
    let mut window = Opening { settings: settings.clone(), ..Opening::default() }.open();
    for _ in 0..5 {
        watch(&mut window, at(99));
        window.wait(2.0);
    }
    window.key(CTRL, Key::Q);
    assert_eq!(kept(&window), []);
}

fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    window.event(Event::PointerMoved(from));
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(button(from, true));
    for step in 1..=4_u8 {
        window.event(Event::PointerMoved(from + (to - from) * f32::from(step) / 4.0));
    }
    window.event(button(to, false));
    window.settle();
}

/// The right edge of the customer list, and the lower one of the subscriptions.
fn edges(window: &Window) -> (f32, f32) {
    let row = window.all(Role::Row, "").iter().map(|row| row.rect().right()).fold(f32::INFINITY, f32::min);
    let line = window.get(Role::Button, &window.say("add-subscription")).rect();
    (row, line.bottom())
}

#[test]
fn the_parts_of_the_window_are_as_large_as_they_were_drawn() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    let (right, below) = edges(&window);
    drag(&mut window, pos2(right + 0.5, 400.0), pos2(right - 100.0, 400.0));
    let width = kept(&window).last().and_then(|settings| settings.panels.customers).unwrap();
    assert_eq!(kept(&window).len(), 1, "it is written when it is let go of");
    let foot = vec2(0.0, 4.0);
    let lower = (0..12_u8).map(f32::from).find(|more| {
        // The edge is somewhere below the line's button.
        let from = pos2(900.0, below + more);
        drag(&mut window, from, from + vec2(0.0, 60.0) + foot);
        kept(&window).last().is_some_and(|settings| settings.panels.subscriptions.is_some())
    });
    assert!(lower.is_some());
    let settings = kept(&window).pop().unwrap();
    assert_eq!(settings.panels.customers, Some(width), "the other one stays");
    let drawn = edges(&window);
    assert!((drawn.0 - (right - 100.0)).abs() < 4.0 && drawn.1 > below + 40.0, "{drawn:?} {right} {below}");
    let mut window = Opening { settings, ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    let again = edges(&window);
    assert!((again.0 - drawn.0).abs() < 1.5 && (again.1 - drawn.1).abs() < 1.5, "{again:?} {drawn:?}");
    // A smaller window needs them smaller, which is nobody's wish.
    let settings = window.state().session.settings.clone();
    let window = Opening { settings, size: [640.0, 420.0], ..Opening::default() }.open();
    assert_eq!(kept(&window), []);
}
