//! The upgrade dialog beside the straight way: blocked targets, wrong numbers, refusals, Escape. The straight way is in the flows.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::Id;
use upgrade_desk::state::{Command, Dialog, LooksOnly, OpenFile, Origin};

use super::desk::{CTRL, Opening, Window, sample};
use super::seen::name;
use crate::case::{E3, PREMIUM};

fn open(company: &str, offer: &str) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    window.key(CTRL, Key::U);
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    window
}

#[test]
fn every_target_of_the_path_is_there_and_a_blocked_one_says_why_and_cannot_be_submitted() {
    let mut window = open("Trey Research", "Business");
    let targets = window.names(Role::RadioButton);
    assert_eq!(targets.len(), 3);
    let blocked: Vec<&String> =
        targets.iter().filter(|name| name.contains(&window.say("verdict-not-eligible"))).collect();
    assert!(
        !blocked.is_empty() && blocked.iter().all(|name| name.contains("Exchange Online (Plan 1)")),
        "{targets:#?}"
    );
    assert!(!window.is_disabled(Role::Button, &window.say("submit")));
    window.click(Role::RadioButton, "Office 365 Business Premium");
    assert!(window.is_disabled(Role::Button, &window.say("submit")));
}

#[test]
fn the_number_of_licenses_is_held_to_the_offers_limits() {
    let mut window = open("Contoso", "Business");
    window.click(Role::RadioButton, "Office 365 Business Premium");
    assert_eq!(window.field("field-licenses"), "25");
    let limit = window.state().session.offers.find(&Id::new(PREMIUM)).unwrap().maximum;
    let over = (limit + 1).to_string();
    let say = |window: &Window, id, number: i64, asked: i64| {
        let name = if id == "quantity-above-maximum" { "maximum" } else { "assigned" };
        window.with(id, &[(name, number.into()), ("asked", asked.into())])
    };
    for (typed, said) in [
        ("many", window.with("problem-not-a-number", &[("typed", "many".into())])),
        ("", window.say("problem-empty")),
        (over.as_str(), say(&window, "quantity-above-maximum", limit, limit + 1)),
        ("21", say(&window, "quantity-below-assigned", 22, 21)),
    ] {
        window.fill("field-licenses", typed);
        window.assert_says(&said);
        assert!(window.is_disabled(Role::Button, &window.say("submit")), "{typed}");
        window.press(Key::Enter);
        assert!(window.portfolio().upgrades.len() == 2 && window.has_dialog(), "{typed}");
    }
    window.fill("field-licenses", "24");
    window.assert_says(&window.with("licenses-fewer", &[("today", 25.into())]));
    assert!(!window.is_disabled(Role::Button, &window.say("submit")));
}

#[test]
fn before_and_after_are_shown_with_the_services_gained() {
    let mut window = open("Contoso", "Business");
    window.click(Role::RadioButton, "Office 365 Business Premium");
    window.assert_says("Office 365 Business  →  Office 365 Business Premium");
    let gained = window.line(&window.say("service-exchange-1")).map(|node| node.rect());
    let label = window.line(&window.say("services-gained")).map(|node| node.rect());
    assert!((gained.unwrap().top() - label.unwrap().top()).abs() < 12.0, "{gained:?} {label:?}");
}

#[test]
fn escape_and_cancel_leave_everything_as_it_was() {
    let mut window = open("Contoso", "Business");
    let before = window.portfolio().clone();
    window.fill("field-licenses", "40");
    window.press(Key::Escape);
    assert!(!window.has_dialog());
    window.key(CTRL, Key::U);
    assert_eq!(window.field("field-licenses"), "25");
    window.button("cancel");
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));
    assert!(!window.state().is_dirty());
}

#[test]
fn submit_asks_the_rules_again_and_a_refusal_says_why_and_changes_nothing() {
    let mut window = open("Trey Research", "Business");
    let before = window.portfolio().clone();
    window.click(Role::RadioButton, "Office 365 Business Premium");
    // The button is off; the command comes all the same, as from a record that changed in the meantime.
    window.answer(Command::ConfirmUpgrade);
    assert_eq!((window.has_dialog(), window.portfolio()), (true, &before));
    let lead = window.with("upgrade-refused", &[("reason", "".into())]);
    assert!(window.line(lead.trim()).is_some_and(|line| name(&line).contains("Exchange Online (Plan 1)")));
    window.click(Role::RadioButton, "Office 365 ProPlus");
    assert!(!window.says(lead.trim()));
}

#[test]
fn the_comment_is_recorded_and_several_lines_are_no_submit() {
    let mut window = open("Contoso", "Business");
    window.click(Role::MultilineTextInput, &window.say("field-comment"));
    window.type_text("Asked by phone");
    window.press(Key::Enter);
    assert!(window.has_dialog());
    window.type_text("by the office");
    window.button("submit");
    let upgrade = window.portfolio().upgrades.last().unwrap();
    assert_eq!((upgrade.comment.as_str(), upgrade.licenses), ("Asked by phone\nby the office", 25));
    window.assert_says("Asked by phone");
}

#[test]
fn a_read_only_portfolio_says_so_and_stays_as_it_is() {
    let mut file = OpenFile::new(Some("newer.ron".into()), Origin::File);
    file.not_understood = vec![crate::given::unknown_field()];
    file.looks_only = Some(LooksOnly::NotUnderstood);
    let mut window = Opening { file, portfolio: sample(), ..Opening::default() }.open();
    let before = window.portfolio().clone();
    window.assert_says(&window.say("banner-newer-file"));
    window.assert_says("customers[0].color");
    window.choose("Contoso", "Business");
    assert!(window.is_disabled(Role::Button, &window.say("upgrade-now")));
    window.button("upgrade-now");
    assert!(!window.has_dialog(), "nothing to edit is opened");
    let why = window.say("banner-newer-file");
    assert_eq!(window.names(Role::Label).iter().filter(|line| **line == why).count(), 1, "the reason is listed");
    assert_eq!(*window.portfolio(), before);
    // What opens without a button, such as a double click, is refused as well.
    window.answer(Command::AskUpgrade { target: None });
    assert!(!window.has_dialog());
    window.assert_says(&window.say("notice-read-only"));
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn the_tasks_are_copied_and_the_provisional_id_is_entered_from_them() {
    let mut window = open("Contoso", "Business");
    window.click(Role::RadioButton, "Office 365 Enterprise E3");
    window.button("submit");
    let upgrade = window.portfolio().upgrades.last().unwrap().clone();
    assert_eq!(upgrade.to_offer, Id::new(E3));
    window.button("copy-tasks");
    let list = window.copied.last().unwrap().clone();
    assert_eq!(list.lines().filter(|line| line.starts_with("[ ] ")).count(), 6, "{list}");
    window.link("enter-real-id");
    assert_eq!(
        window.state().session.dialog,
        Some(Dialog::RealId { source: upgrade.source.clone(), from_tasks: true })
    );
}

#[test]
fn the_words_of_a_task_tick_it_and_the_dialog_stays_where_it_is() {
    let mut window = open("Contoso", "Business");
    window.click(Role::RadioButton, "Office 365 Enterprise E3");
    window.button("submit");
    let done =
        |window: &Window| window.portfolio().upgrades.last().unwrap().tasks.iter().filter(|task| task.done).count();
    let task = window.portfolio().upgrades.last().unwrap().tasks[2].id;
    let words = format!("3. {}", window.words().task(task));
    let place = |window: &Window| window.get(Role::CheckBox, &words).rect();
    let before = (done(&window), place(&window));
    window.click(Role::Label, &words);
    assert_eq!((done(&window), place(&window)), (before.0 + 1, before.1));
    window.click(Role::Label, &words);
    assert_eq!((done(&window), place(&window)), before);
}

#[test]
fn a_real_id_that_is_no_guid_is_warned_of_and_taken_all_the_same() {
    let mut window = open("Contoso", "Business");
    window.click(Role::RadioButton, "Office 365 Enterprise E3");
    window.button("submit");
    window.link("enter-real-id");
    let warning = window.say("real-id-not-guid");
    assert!(!window.says(&warning));
    window.click_in_dialog(Role::TextInput, &window.say("field-subscription-id"));
    window.type_text("12345");
    window.assert_says(&warning);
    window.button("save-changes");
    assert_eq!(window.portfolio().upgrades.last().unwrap().target, Id::new("12345"));
    window.get(Role::Dialog, &window.say("recorded-title"));
}
