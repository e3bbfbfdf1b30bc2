//! What keys and input methods do in text fields: what Escape brings back, what undo reaches, and that half a word never leaves the field.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use upgrade_desk::state::Dialog;

use super::desk::{CTRL, CTRL_SHIFT, Window};

fn contoso() -> Window {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window
}

fn compose(window: &mut Window, text: &str) {
    window.event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }));
    window.settle();
}

fn commit(window: &mut Window, text: &str) {
    compose(window, "");
    window.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    window.settle();
}

fn nickname(window: &Window) -> String {
    window.subscription().friendly_name.clone()
}

#[track_caller]
fn is_in(window: &Window, field: &str) {
    assert_eq!(window.focus(), Some((Role::TextInput, window.say(field))));
}

#[test]
fn undo_in_a_field_does_not_reach_into_another_record() {
    let mut window = contoso();
    window.fill("field-nickname", "Everybody");
    window.wait(2.0);
    window.press(Key::Tab);
    window.choose("Northwind Traders", "Premium");
    let before = window.portfolio().clone();
    let name = nickname(&window);
    window.click(Role::TextInput, &window.say("field-nickname"));
    window.type_text("x");
    window.wait(2.0);
    for _ in 0..6 {
        // Past the beginning of what was typed here it is the portfolio's.
        if window.field("field-nickname") == name {
            break;
        }
        window.key(CTRL, Key::Z);
    }
    assert_eq!(window.field("field-nickname"), name);
    window.press(Key::Tab);
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn undo_in_a_field_in_which_nothing_was_typed_is_the_portfolios() {
    let mut window = contoso();
    window.fill("field-nickname", "Everybody");
    window.wait(2.0);
    window.press(Key::Enter);
    assert_eq!(nickname(&window), "Everybody");
    is_in(&window, "field-nickname");
    window.key(CTRL, Key::Z);
    assert_eq!((nickname(&window), window.field("field-nickname")), ("Front office".into(), "Front office".into()));
    is_in(&window, "field-nickname");
    window.key(CTRL_SHIFT, Key::Z);
    assert_eq!((nickname(&window), window.field("field-nickname")), ("Everybody".into(), "Everybody".into()));
}

#[test]
fn escape_in_a_field_brings_back_what_is_recorded_and_stays_there() {
    let mut window = contoso();
    let before = window.portfolio().clone();
    for (field, typed, recorded) in [
        ("field-nickname", "Everybody", "Front office"),
        ("field-quantity", "a few", "25"),
        ("field-offer-name", "Something", "Office 365 Business"),
    ] {
        window.fill(field, typed);
        window.press(Key::Escape);
        assert_eq!(window.field(field), recorded);
        is_in(&window, field);
        window.press(Key::Tab);
        assert_eq!(*window.portfolio(), before, "{field}");
    }
    // What made no sense and stays typed is given up too.
    window.fill("field-assigned", "a few");
    window.press(Key::Tab);
    assert_eq!(window.field("field-assigned"), "a few");
    window.click(Role::TextInput, &window.say("field-assigned"));
    window.press(Key::Escape);
    assert_ne!(window.field("field-assigned"), "a few");
}

#[test]
fn a_field_left_in_the_middle_of_a_word_is_as_it_was() {
    let mut window = contoso();
    let before = window.portfolio().clone();
    let aside = window.line(&window.say("ledger-title")).unwrap().rect().center();
    for way in 0..5 {
        window.click(Role::TextInput, &window.say("field-nickname"));
        window.event(Event::Ime(ImeEvent::Preedit { text: "n".into(), active_range_chars: None }));
        compose(&mut window, "ni");
        assert!(window.field("field-nickname").contains("ni"));
        match way {
            0 => window.press(Key::Tab),
            1 => window.click(Role::TextInput, &window.say("field-assigned")),
            2 => {
                window.event(Event::PointerMoved(aside));
                for pressed in [true, false] {
                    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
                    window.event(Event::PointerButton { pos: aside, button, pressed, modifiers });
                }
                window.settle();
            }
            3 => window.row("Visio Online Plan 1"),
            _ => window.ask_to_close(),
        }
        assert_eq!(*window.portfolio(), before, "{way}");
        if way == 3 {
            window.choose("Contoso", "Business");
        }
        if way < 4 {
            assert_eq!(window.field("field-nickname"), "Front office", "{way}");
        }
    }
    assert!(window.closed);
}

#[test]
fn after_half_a_word_was_left_the_next_one_begins_anew() {
    let mut window = contoso();
    window.click(Role::TextInput, &window.say("field-nickname"));
    compose(&mut window, "nih");
    window.press(Key::Tab);
    window.click(Role::TextInput, &window.say("field-nickname"));
    window.press(Key::End);
    for half in ["h", "ha", "hao"] {
        compose(&mut window, half);
        assert_eq!(window.field("field-nickname"), format!("Front office{half}"));
    }
    commit(&mut window, "好");
    assert_eq!(window.field("field-nickname"), "Front office好");
    window.press(Key::Tab);
    assert_eq!(nickname(&window), "Front office好");
}

#[test]
fn a_click_into_the_field_ends_what_is_composed_in_it() {
    let mut window = contoso();
    window.click(Role::TextInput, &window.say("field-nickname"));
    compose(&mut window, "nih");
    window.wait(2.0);
    window.click(Role::TextInput, &window.say("field-nickname"));
    assert_eq!(window.field("field-nickname"), "Front office");
    window.press(Key::End);
    compose(&mut window, "hao");
    commit(&mut window, "好");
    window.press(Key::Tab);
    assert_eq!(nickname(&window), "Front office好");
}

#[test]
fn a_word_that_is_said_while_the_next_begins_is_kept() {
    let mut window = contoso();
    window.click(Role::TextInput, &window.say("field-nickname"));
    window.press(Key::End);
    compose(&mut window, "ni");
    window.harness.event(Event::Ime(ImeEvent::Commit("你".into())));
    compose(&mut window, "h");
    assert_eq!(window.field("field-nickname"), "Front office你h");
    window.press(Key::Tab);
    assert_eq!(nickname(&window), "Front office你");
}

#[test]
fn the_search_looks_for_what_was_said_and_not_for_what_is_composed() {
    let mut window = Window::open();
    window.key(CTRL, Key::F);
    window.type_text("sf");
    compose(&mut window, "ka");
    assert_eq!(window.state().session.search, "sf");
    window.press(Key::Tab);
    assert_eq!(window.state().session.search, "sf");
    window.key(CTRL, Key::F);
    window.press(Key::End);
    compose(&mut window, "k");
    commit(&mut window, "k");
    assert_eq!(window.state().session.search, "sfk");
}

#[test]
fn enter_and_escape_in_the_search_field_lead_on_and_clear() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.key(CTRL, Key::F);
    window.type_text("northwind");
    window.press(Key::Enter);
    assert!(window.customer().company_name.starts_with("Northwind"));
    assert!(matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Northwind")));
    window.key(CTRL, Key::F);
    window.retype("fabrikam");
    window.press(Key::ArrowDown);
    assert!(window.customer().company_name.starts_with("Fabrikam"));
    assert!(matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Fabrikam")));
    window.key(CTRL, Key::F);
    window.press(Key::Escape);
    assert_eq!(window.state().session.search, "");
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("search-name"))));
    // Nothing is searched for: the list is gone to, and what is selected stays.
    window.press(Key::ArrowDown);
    assert!(matches!(window.focus(), Some((Role::Row, name)) if name.starts_with("Fabrikam")));
}

#[test]
fn a_click_beside_a_form_costs_nothing_that_was_typed() {
    let mut window = contoso();
    window.button("edit");
    let beside = egui::pos2(10.0, 400.0);
    let click = |window: &mut Window| {
        window.event(Event::PointerMoved(beside));
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            window.event(Event::PointerButton { pos: beside, button, pressed, modifiers });
        }
        window.settle();
    };
    window.fill("field-domain", "elsewhere.example");
    click(&mut window);
    assert!(matches!(window.state().session.dialog, Some(Dialog::Customer { .. })));
    assert_eq!(window.field("field-domain"), "elsewhere.example");
    window.press(Key::Escape);
    assert!(!window.has_dialog());
    // Where nothing was typed it closes as ever.
    window.button("edit");
    click(&mut window);
    assert!(!window.has_dialog());
}

#[test]
fn a_key_that_an_input_method_passes_on_neither_confirms_nor_closes_the_dialog() {
    for key in [Key::Enter, Key::Escape] {
        let mut window = contoso();
        window.button("edit");
        let (before, name) = (window.portfolio().clone(), window.field("field-company-name"));
        is_in(&window, "field-company-name");
        window.press(Key::End);
        compose(&mut window, "ni");
        window.press(key);
        assert!(window.has_dialog(), "{key:?} is the input method's");
        is_in(&window, "field-company-name");
        compose(&mut window, "");
        assert_eq!((window.portfolio(), window.field("field-company-name")), (&before, name.clone()), "{key:?}");
        // Between two words it is the dialog's again.
        compose(&mut window, "hao");
        commit(&mut window, "好");
        assert_eq!(window.field("field-company-name"), format!("{name}好"));
        window.press(key);
        assert!(!window.has_dialog(), "{key:?}");
        let kept = if key == Key::Enter { format!("{name}好") } else { name };
        assert_eq!(window.customer().company_name, kept);
    }
}
