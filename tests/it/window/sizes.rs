//! Small windows, large letters, hostile names: everything still draws, and what counts can still be reached.

use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::kittest::NodeT;
use upgrade_desk::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Id, Status, Subscription};
use upgrade_desk::state::{Command, Tab};

use super::desk::{CTRL, Opening, Window, portfolio_of};
use super::seen;
use crate::case::{BUSINESS, EXCHANGE_1};

/// The window is small, so the note and its button have to be on the screen after scrolling to them at most.
#[track_caller]
pub fn assert_usable(mut window: Window) {
    let screen = window.harness.ctx.content_rect();
    window.choose("Contoso", "Business");
    window.assert_says(&window.say("note-eligible"));
    let button = window.say("upgrade-now");
    window.get(Role::Button, &button).scroll_to_me();
    window.settle();
    let at = window.get(Role::Button, &button).rect();
    assert!(screen.contains_rect(at), "{at:?} in {screen:?}");
    window.button("upgrade-now");
    let submit = window.get(Role::Button, &window.say("submit")).rect();
    assert!(screen.contains_rect(submit), "{submit:?} in {screen:?}");
    window.button("submit");
    let close = window.get(Role::Button, &window.say("close")).rect();
    assert!(screen.contains_rect(close), "{close:?} in {screen:?}");
    window.button("close");
    window.menu("menu-portfolio", "menu-offers");
    let save = window.get(Role::Button, &window.say("offers-save")).rect();
    assert!(screen.contains_rect(save), "{save:?} in {screen:?}");
    window.press(Key::Escape);
    window.key(CTRL, Key::Num2);
    assert!(window.has(Role::Row, ""));
}

#[test]
fn at_150_percent_the_upgrade_can_be_submitted() {
    assert_usable(Opening { size: [853.0, 533.0], pixels_per_point: 1.5, ..Opening::default() }.open());
}

#[test]
fn in_the_smallest_window_the_upgrade_can_be_submitted() {
    assert_usable(Opening { size: [640.0, 420.0], ..Opening::default() }.open());
}

#[test]
fn the_note_is_on_the_screen_without_scrolling_at_the_usual_size() {
    let mut window = Window::open();
    let screen = window.harness.ctx.content_rect();
    window.choose("Contoso", "Business");
    let at = window.get(Role::Button, &window.say("upgrade-now")).rect();
    assert!(screen.contains_rect(at), "{at:?}");
}

#[test]
fn an_open_dialog_stays_where_it_is() {
    let mut window = Window::open();
    window.choose("Northwind Traders", "Premium");
    for (dialog, button) in [
        (Command::ShowOffers, "close"),
        (Command::AskAbout, "close"),
        (Command::ShowHistory, "close"),
        (Command::AskUpgrade { target: None }, "cancel"),
        (Command::AskEditCustomer, "cancel"),
        (Command::AskNewSubscription { parent: None }, "cancel"),
        (Command::AskAccount, "cancel"),
    ] {
        window.answer(dialog);
        let before = window.get(Role::Button, &window.say(button)).rect();
        for _ in 0..20 {
            window.settle();
        }
        assert_eq!(window.get(Role::Button, &window.say(button)).rect(), before, "{:?}", window.state().session.dialog);
        window.press(Key::Escape);
    }
}

#[test]
fn a_low_dialog_after_a_high_one_is_low() {
    let mut window = Window::open();
    window.answer(Command::AskAccount);
    let height = |window: &Window| {
        let save = window.get(Role::Button, &window.say("save-changes")).rect();
        let title = window.line(&window.say("account-title")).unwrap().rect();
        save.bottom() - title.top()
    };
    let before = height(&window);
    window.press(Key::Escape);
    window.answer(Command::AskAbout);
    window.press(Key::Escape);
    window.answer(Command::AskAccount);
    assert_eq!(height(&window), before);
}

#[test]
fn in_the_smallest_window_no_row_lies_under_the_line_below_its_list() {
    let mut window = Opening { size: [640.0, 420.0], ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    let line = window.get(Role::Button, &window.say("add-subscription")).rect();
    // A click just above the line belongs to the list, one on it to the button.
    window.button("add-subscription");
    assert!(window.has_dialog(), "{line:?}");
    window.press(Key::Escape);
    let id = window.get(Role::Button, &window.say("copy-id")).rect();
    assert!(id.top() > line.bottom(), "{id:?} {line:?}");
}

/// Names that are no names: controls of direction, line breaks, markup, and one that does not end.
fn hostile() -> Vec<String> {
    vec![
        "\u{202e}gnp.exe\u{2066}\u{200f}".to_owned(),
        "line one\nline two\r\n\tline three\u{2028}four\0".to_owned(),
        "<script>alert(1)</script> {0} %s $& \\".to_owned(),
        "长".repeat(10_000),
        "W".repeat(10_000),
        "e\u{301}\u{301}\u{301} 👩‍👩‍👧 \u{feff}\u{e000}".to_owned(),
        String::new(),
    ]
}

/// No label holds a character that would turn, hide or break what stands around it. What is typed into is shown as it is.
#[track_caller]
fn assert_nothing_is_obeyed(window: &Window) {
    let steers = |letter: char| {
        letter.is_control() || matches!(letter, '\u{200f}' | '\u{2028}' | '\u{202e}' | '\u{2066}' | '\u{feff}')
    };
    let typed = [Role::TextInput, Role::MultilineTextInput, Role::TextRun];
    for node in window.harness.root().children_recursive().filter(|node| !typed.contains(&seen::role(node))) {
        let name = seen::name(&node);
        assert!(!name.contains(steers), "{:?} {:?}", seen::role(&node), name);
    }
}

fn hostile_customers() -> Vec<Customer> {
    hostile()
        .into_iter()
        .enumerate()
        .map(|(at, text)| {
            let mut customer = Customer::new(Id::new(&format!("{at}-{text}")), text.clone());
            customer.domain = Some(text.clone());
            customer.notes.clone_from(&text);
            customer.tags = vec![text.clone()];
            customer.delegated_admin = DelegatedAdmin::All;
            let record = |id: &str, offer: &str| {
                let mut record = Subscription::new(Id::new(&format!("{id}-{text}")), i64::MAX);
                record.offer_id = Some(Id::new(offer));
                record.offer_name = text.as_str().into();
                record.friendly_name.clone_from(&text);
                record.status = Status::Active;
                record.billing_cycle = BillingCycle::Annual;
                record.channel = Channel::ThisPartner;
                record
            };
            let mut unknown = record("c", "C-NONE");
            unknown.status = Status::Other(text.clone());
            unknown.billing_cycle = BillingCycle::Other(text.clone());
            unknown.channel = Channel::OtherReseller(text.clone());
            unknown.quantity = i64::MIN;
            customer.subscriptions = vec![record("a", BUSINESS), record("b", EXCHANGE_1), unknown];
            customer
        })
        .collect()
}

#[test]
fn hostile_names_are_drawn_everywhere_and_push_nothing_off_the_screen() {
    // Fonts need not have every character of the world; a box stands for what they lack.
    let mut window =
        Opening { portfolio: portfolio_of(hostile_customers()), allow_boxes: true, ..Opening::default() }.open();
    let screen = window.harness.ctx.content_rect();
    let within = |window: &Window, at: Rect, what: &str| {
        assert!(
            screen.expand(1.0).contains_rect(at),
            "{what} of {:?}: {at:?}",
            window.customer().id.as_str().chars().next()
        );
    };
    let customers: Vec<Customer> =
        window.portfolio().customers.iter().map(|customer| Customer::clone(customer)).collect();
    for customer in customers {
        for record in &customer.subscriptions {
            let (customer, subscription) = (customer.id.clone(), record.id.clone());
            window.answer(Command::SelectSubscription { customer, subscription });
            within(&window, window.get(Role::Button, &window.say("edit")).rect(), "Edit");
            within(&window, window.get(Role::Button, &window.say("copy-id")).rect(), "Copy");
            for dialog in [
                Command::AskUpgrade { target: None },
                Command::AskEditCustomer,
                Command::AskChangeLicenses,
                Command::AskDeleteCustomer,
                Command::AskDeleteSubscription,
                Command::AskNewSubscription { parent: Some(record.id.clone()) },
            ] {
                window.answer(dialog);
                if window.has_dialog() {
                    within(&window, window.get(Role::Button, &window.say("cancel")).rect(), "Cancel");
                }
                assert_nothing_is_obeyed(&window);
                window.press(Key::Escape);
            }
        }
        window.answer(Command::ShowTab(Tab::Subscriptions));
        assert_nothing_is_obeyed(&window);
        window.answer(Command::ShowTab(Tab::Customers));
    }
}
